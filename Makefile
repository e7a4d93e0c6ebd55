# The whole project by its commands. Each sets up what it needs first;
# tools/setup.sh says what that is and where it goes.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help
.PHONY: help serve check bench pictures lighthouse dist docs docs-pictures package release reproduce install test test-all test-tools test-native test-browser test-e2e test-browsers test-package audit tune lint clean

PORT ?= 8080

# A page that was asked for is opened where there is somebody to see it.
OPEN := $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),--open)

# The release bundle alone is built with a standard library of its own, which
# aborts without a message: a quarter less weight. That takes flags which
# stable Rust does not promise to keep, hence RUSTC_BOOTSTRAP and a pinned
# toolchain. The stack is a quarter of the usual, so that the addresses of what
# lies above it are a byte shorter. docs/weight.md has the figures.
LEAN := RUSTC_BOOTSTRAP=1 \
	CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
	CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Zub-checks=no -Zmir-opt-level=3 -Zinline-mir=no -Cllvm-args=-disable-lsr -Cllvm-args=-enable-load-pre=false -Cllvm-args=-inline-call-penalty=40 -Clink-arg=-zstack-size=262144"

SET_UP_AUDIT := path=$$(tools/setup.sh audit); export PATH="$$path:$$PATH"
SET_UP_BUILD := path=$$(tools/setup.sh build); export PATH="$$path:$$PATH"
SET_UP_DIST := path=$$(tools/setup.sh dist); export PATH="$$path:$$PATH"
SET_UP_BENCH := path=$$(tools/setup.sh bench); export PATH="$$path:$$PATH"
SET_UP_DOCS := path=$$(tools/setup.sh docs); export PATH="$$path:$$PATH"
SET_UP_PACKAGE := path=$$(tools/setup.sh package); export PATH="$$path:$$PATH"
SET_UP_RELEASE := path=$$(tools/setup.sh release); export PATH="$$path:$$PATH"
SET_UP_TEST := path=$$(tools/setup.sh test); export PATH="$$path:$$PATH"
SET_UP_LIGHTHOUSE := path=$$(tools/setup.sh lighthouse); export PATH="$$path:$$PATH"
SET_UP_PICTURES := path=$$(tools/setup.sh pictures); export PATH="$$path:$$PATH"
SET_UP_ENGINES := path=$$(tools/setup.sh engines); export PATH="$$path:$$PATH"

# The engines of the end-to-end tests: all of Chromium, some of the others.
ENGINES ?= chromium firefox:smoke webkit:smoke

help:
	echo 'make serve   the standalone page at http://127.0.0.1:$(PORT)/, and the configurator at /configure.html'
	echo 'make check   what newsrail makes of a feed or a page: make check OF=https://…'
	echo 'make test    lint, and every test: native, in a browser, end to end'
	echo 'make test-all the same with all of the data, two builds compared, and audits'
	echo 'make test-browsers   the end-to-end tests, all of them in three engines, and the others in Firefox too'
	echo 'make dist    the release bundle in dist/, weighed'
	echo 'make docs    the documents as a site, in dist/docs'
	echo 'make package the npm package and the WordPress plugin of it'
	echo 'make release all that is published of a version: make release VERSION=…'
	echo 'make install the native command newsrail: check, rank, explain, related, render'
	echo 'make tune    what each constant of the ranking is worth'
	echo 'make bench   what newsrail costs, and what else would: bench/RESULTS.md'
	echo 'make lighthouse   newsrail’s own pages as Lighthouse sees them'
	echo 'make pictures what the elements look like: target/pictures/index.html'
	echo 'make lint    rustfmt, clippy and rustdoc, for the host and for WebAssembly, and the floors of browsers'
	echo 'make clean   removes what was built'

serve:
	$(SET_UP_BUILD)
	cargo fetch --locked --target wasm32-unknown-unknown
	trunk serve --dist target/site --port $(PORT) $(OPEN)

# The tool says by its exit status what it found: nothing that make should
# call a failure of its own.
check:
	$(SET_UP_BUILD)
	cargo run --quiet --package newsrail-cli -- check $(or $(OF),--help) || test $$? -le 2

# Natively by criterion, then what is loaded in a browser, beside what a
# publisher would take instead; QUICK=1 once each, to try things.
bench: dist
	$(SET_UP_BENCH)
	$(LEAN) cargo build --release --locked --package newsrail-bench --target wasm32-unknown-unknown
	cargo build --locked --profile native --package newsrail-cli
	cargo bench --package newsrail-core --bench feed --bench rank -- --sample-size 20 --warm-up-time 1 --measurement-time $(if $(QUICK),1,2)
	node bench/run.mjs $(if $(QUICK),--quick)

# Trunk puts the page together; tools/assemble.mjs builds what is loaded in it.
dist:
	$(SET_UP_DIST)
	$(LEAN) cargo fetch --locked --target wasm32-unknown-unknown
	$(LEAN) trunk build --release --dist dist
	node tools/weigh.mjs dist
	node tools/snippet.mjs dist

# The documents as a site with live elements, which load the bundle beside it.
docs: dist
	$(SET_UP_DOCS)
	mdbook build

# The pictures of newsrail in the README and the documents.
docs-pictures: dist
	$(SET_UP_PACKAGE)
	node tests/package/pictures.mjs

# What others install by their own tools, out of the bundle.
package: dist
	$(SET_UP_DIST)
	tools/setup.sh wordpress >/dev/null
	node npm/pack.mjs
	node wordpress/package.mjs

# All that is published, in release/; docs/releasing.md says what comes before it.
release: package docs
	$(SET_UP_RELEASE)
	rust=$$(rustc --print sysroot)
	# Without it the command has the folders of the machine in it, and other bytes on another.
	RUSTFLAGS="--remap-path-prefix=$(CURDIR)=newsrail --remap-path-prefix=$${CARGO_HOME:-$$HOME/.cargo}=cargo --remap-path-prefix=$$rust=rust" \
		cargo build --locked --profile native --package newsrail-cli
	node tools/release.mjs $(VERSION)

# Two releases, each from nothing and in a folder of its own, have the same bytes.
reproduce:
	$(SET_UP_RELEASE)
	tools/reproduce.sh

# The native command, into cargo's own bin folder.
install:
	$(SET_UP_BUILD)
	cargo install --locked --path cli --profile native

test: lint test-tools test-native test-browser test-e2e test-package

# The same, and of what `make test` runs a tenth, all.
test-all:
	export NEWSRAIL_WHOLE=1
	$(MAKE) test
	$(MAKE) lighthouse reproduce audit

# What is known against the packages that newsrail is made of and tested with. What
# cannot be asked from here is said, and is no failure.
audit:
	$(SET_UP_AUDIT)
	tools/audit.sh

test-tools:
	$(SET_UP_BUILD)
	tools/setup.sh wordpress >/dev/null
	node --test tools/*.test.mjs wordpress/*.test.mjs

# What needs data that is no part of the project is ignored, and run where a
# variable says where the data is.
test-native:
	$(SET_UP_BUILD)
	cargo test --package newsrail-core --package newsrail-cli --package newsrail-configure
	# As the lists have it: what they do not show is not read.
	cargo test --package newsrail-core --lib --no-default-features
	with_data() {
		if [ -d "$$4" ]; then
			cargo test --package "$$1" --test "$$2" -- --ignored
		else
			echo "skipped: $$5, since $$3 ('$$4') names no folder"
		fi
	}
	with_data newsrail-core feeds NEWSRAIL_CORPORA "$${NEWSRAIL_CORPORA:-}" 'readers on public test data'
	with_data newsrail-cli ranking NEWSRAIL_RELATED "$${NEWSRAIL_RELATED:-}" 'the order on labelled sets'

test-browser:
	$(SET_UP_TEST)
	cargo test --target wasm32-unknown-unknown --test browser --no-run
	tools/browser-tests.sh

test-e2e: dist
	$(if $(filter-out chromium,$(ENGINES)),$(SET_UP_ENGINES),$(SET_UP_TEST))
	node tests/hosts/apps/build.mjs
	node tools/e2e.mjs $(ENGINES)

# Each element, layout, language, width and theme on one contact sheet.
pictures: dist
	$(SET_UP_PICTURES)
	cargo test --features e2e --test e2e gallery::pictures -- --ignored --nocapture

# Everything in all three, and in Firefox what wasm-pack tests in Chromium.
test-browsers: ENGINES := chromium firefox webkit
test-browsers: test-e2e
	$(SET_UP_ENGINES)
	cargo test --target wasm32-unknown-unknown --test browser --no-run
	tools/browser-tests.sh firefox

# The npm package in fresh apps, with what bundlers make of it in a browser; the
# documents' recipes, each with what it is for; and the documents' site.
test-package: package docs
	$(SET_UP_PACKAGE)
	node --test --test-concurrency=1 tests/package/*.test.mjs

# The configurator and the standalone page, as a telephone on a slow line has them.
lighthouse: dist
	$(SET_UP_LIGHTHOUSE)
	node tests/lighthouse/run.mjs dist

# How much each constant of the ranking matters, on the labelled sets in
# $$NEWSRAIL_RELATED; skipped where there are none.
tune:
	$(SET_UP_BUILD)
	cargo bench --package newsrail-core --bench tune -- $(TUNE)

lint:
	$(SET_UP_BUILD)
	node tools/floors.mjs
	cargo fmt --check
	cargo clippy --workspace --all-targets --all-features -- -D warnings
	cargo clippy --package newsrail-core --all-targets --no-default-features -- -D warnings
	cargo clippy --workspace --exclude newsrail-cli --lib --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --test browser --target wasm32-unknown-unknown -- -D warnings
	# Of private items too, whose links lead somewhere only there.
	export RUSTDOCFLAGS='-D warnings -A rustdoc::private-intra-doc-links'
	cargo doc --workspace --no-deps --document-private-items
	cargo doc --workspace --exclude newsrail-cli --no-deps --document-private-items --target wasm32-unknown-unknown

clean:
	cargo clean
	rm -rf dist release
