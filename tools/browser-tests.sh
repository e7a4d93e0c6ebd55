#!/usr/bin/env bash
# Runs the tests in tests/browser in a headless browser, and sees that some ran.
#
#   tools/browser-tests.sh            in Chromium
#   tools/browser-tests.sh firefox    in Firefox
#
# More often than not one of the browser's connections waits for ever for the server
# that wasm-bindgen's runner has, which has too few threads for them. That is no
# result: such a run never says how many tests it begins with, so it is ended and
# started again, each time with more patience. A run that ends by itself has a reason,
# which is shown: a driver whose port is taken may do better, a missing tool will not.
set -euo pipefail
set -m # each run is a process group of its own, so that it can be ended whole
cd "$(dirname "$0")/.."

case ${1:-chromium} in
  chromium) engine=(--chrome --chromedriver "${CHROMEDRIVER:-$(command -v chromedriver)}") ;;
  firefox) engine=(--firefox --geckodriver "${GECKODRIVER:-$(command -v geckodriver)}") ;;
  *) echo 'usage: tools/browser-tests.sh [chromium|firefox]' >&2; exit 2 ;;
esac
log=target/test-browser-${1:-chromium}.log
mkdir -p target
ended=0
for patience in 20 20 20 25 25 25 30 30 30 40 40 50 60 60 90 90 120 180; do
  WASM_BINDGEN_TEST_TIMEOUT=3600 wasm-pack test --headless "${engine[@]}" --mode no-install --test browser >"$log" 2>&1 &
  run=$!
  waited=0
  hung=
  while kill -0 "$run" 2>/dev/null; do
    if [ "$waited" -ge "$patience" ] && ! grep -q '^running ' "$log"; then
      hung=yes
      kill -- -"$run" 2>/dev/null || true
    fi
    # No busy machine comes near this: it ends what hangs for ever.
    if [ "$waited" -ge 3600 ]; then kill -- -"$run" 2>/dev/null || true; fi
    sleep 1
    waited=$((waited + 1))
  done
  status=0
  wait "$run" || status=$?
  if grep -q '^running ' "$log"; then
    cat "$log"
    if [ "$status" = 0 ]; then
      grep -Eq '[1-9][0-9]* passed' "$log" && exit 0
      echo 'no test ran in the browser' >&2
    fi
    exit 1
  fi
  if grep -q 'Compilation of your program failed' "$log"; then cat "$log"; exit 1; fi
  if [ -n "$hung" ]; then
    echo "the browser did not get the tests within $patience s: once more"
    continue
  fi
  ended=$((ended + 1))
  if [ "$ended" = 3 ]; then break; fi
done
cat "$log"
exit 1
