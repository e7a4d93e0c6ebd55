#!/usr/bin/env bash
# Asks what is known against the packages that newsrail is made of and tested with:
# cargo-deny for Rust's (deny.toml), `npm audit` for those of Node.js.
#
# Both need something that not every machine reaches: the advisories that cargo-deny
# fetches, and a registry that answers audits. What could not be asked is said in a line
# that begins with "skipped"; what was found fails.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo deny --workspace --offline check bans licenses sources
if ! said=$(cargo deny --workspace check advisories 2>&1); then
  if grep -q 'failed to fetch\|failed to load advisory database\|failed to acquire' <<<"$said"; then
    echo 'skipped: advisories, since their database cannot be fetched from here'
  else
    echo "$said" >&2
    exit 1
  fi
fi

find . \( -name node_modules -o -name target -o -name release \) -prune -o -name package-lock.json -printf '%h\n' | sort | while read -r folder; do
  # What is found is an exit status and a report; a registry that knows no audits gives an error.
  said=$(cd "$folder" && npm audit --package-lock-only --json 2>/dev/null) || true
  if node -e 'process.exit(JSON.parse(process.argv[1]).metadata?.vulnerabilities ? 0 : 1)' "$said" 2>/dev/null; then
    count=$(node -p 'JSON.parse(process.argv[1]).metadata.vulnerabilities.total' "$said")
    echo "npm audit, $folder: $count known"
    [ "$count" = 0 ] || exit 1
  else
    echo "skipped: npm audit in $folder, since the registry does not answer it"
  fi
done
