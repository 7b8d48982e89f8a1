#!/usr/bin/env bash
# Runs every fuzz target of the module, one after the other, each for the given
# time (default 10s). A crasher fails the script and stays in the package's
# testdata/fuzz as a regression test.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-10s}
failed=0 count=0
while read -r package; do
	for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
		count=$((count + 1))
		echo "== $package $target ($time)"
		go test -run '^$' -fuzz "^${target}\$" -fuzztime "$time" "$package" || failed=$((failed + 1))
	done
done < <(grep -rl --include='*_test.go' '^func Fuzz' internal | xargs -n1 dirname | sort -u | sed 's|^|./|')
echo "$count fuzz targets, $failed failed"
[ "$count" -gt 0 ] && [ "$failed" -eq 0 ]
