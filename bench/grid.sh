#!/usr/bin/env bash
# Writes docs/benchmarks-grid.md: the grid engine side by side with its peers.
#
#   bench/grid.sh [MORE.m ...]     cases beside the reference ones, for power flow and N-1
set -euo pipefail
cd "$(dirname "$0")/.."
data=../shared/data/grid/cases
[ -d "$data" ] || { echo "$data is not there: the reference cases are needed" >&2; exit 1; }
cases=("$data"/case118.m "$data"/case300.m "$data"/case1354pegase.m "$data"/case_ACTIVSg2000.m "$data"/case2869pegase.m)
versions=$("$(bench/grid/setup.sh)/bin/pip" list --disable-pip-version-check --format=freeze | grep -E '^(lightsim2grid|matpower)==' | paste -sd' ')
flow=$(bench/grid/powerflow.sh "${cases[@]}" "$@")
outages=$(ROUNDS=${ROUNDS:-3} bench/grid/n1.sh "${cases[@]}" "$@")
dispatch=$(bench/grid/opf.sh "${cases[@]}")
octave=$(octave-cli --version | head -n 1)
go build -o bin/pouwdem ./cmd/pouwdem
cores=$(for path in "$data"/case_ACTIVSg2000.m "$@"; do
	row="| $(basename "$path" .m) |"
	for workers in 1 2; do
		times=$(for _ in 1 2 3; do bin/pouwdem grid n1 "$path" --workers "$workers" --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["elapsed_us"])'; done | sort -n)
		row="$row $(echo "$times" | sed -n 2p) |"
	done
	echo "$row"
done | awk -F'|' '{printf "|%s|%s|%s| %.2f |\n", $2, $3, $4, $3/$4}')
cat >docs/benchmarks-grid.md <<MD
# The grid engine beside its peers

Written by \`bench/grid.sh\` on $(nproc) cores of $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(date -u +%Y-%m-%d). Everything is
measured in one run, peers and ours taking turns on one core; ratios carry over to other machines, times do not. Peers: $versions
(PyPI), $octave (Debian). Cases: MATPOWER's library.

## Newton power flow, to 1e-8 p.u.

\`bench/grid/powerflow.sh\`. Target: warm at most 0.6 times lightsim2grid's on 1,354 buses and more. A difference of voltages above
1e-8 is one of models: where a case has two set points at one bus the peer takes another than MATPOWER.

$flow

## N-1 by full alternating-current solutions, to 1e-8 p.u.

\`bench/grid/n1.sh\`. Processor time per outage really solved, the first 1,000 that do not island. Target: 10 times faster from 1,354 buses on.

$outages

On two cores, all outages of the case, wall clock in us:

| case | one worker | two workers | faster by |
|---|---|---|---|
$cores

## Optimal power flow, alternating current

\`bench/grid/opf.sh\`: from the case in memory to the solution, beside MATPOWER's MIPS under Octave. Target: at most 0.15.

$dispatch
MD
echo "docs/benchmarks-grid.md is written"
