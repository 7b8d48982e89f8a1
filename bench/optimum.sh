#!/bin/sh
# Solves the 200 random instances of the optimiser's test to optimality with
# HiGHS (npm highs) and writes internal/core/optimize/testdata/optima.json, which
# the test holds our schedules against; then runs the test. --check solves them
# again and compares instead of writing.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp bench/optimum/package.json bench/optimum/solve.mjs "$work"
(cd "$work" && npm install --no-audit --no-fund --silent)
mkdir "$work/lp"
POUWDEM_MILP="$work/lp" go test -count 1 -run '^TestWriteInstances$' ./internal/core/optimize >/dev/null
node "$work/solve.mjs" "$work/lp" >"$work/optima.json"
kept=internal/core/optimize/testdata/optima.json
if [ "${1:-}" = --check ]; then
  cmp "$work/optima.json" "$kept"
else
  cp "$work/optima.json" "$kept"
fi
go test -count 1 -v -run '^TestSchedulesComeWithinHalfAPerCent' ./internal/core/optimize
