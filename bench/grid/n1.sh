#!/usr/bin/env bash
# N-1 side by side with lightsim2grid on one core, to 1e-8 p.u. from the base
# solution: ours and the peer's take turns on the same outages, the first 1,000
# that do not island. Processor time, medians, divided by the outages really
# solved. Ours includes the analysis, the base case, the flows of all branches
# and the ranking figures of each outage; the peer's is its compute() alone,
# which yields voltages. Prints rows for docs/benchmarks-grid.md.
#
#   bench/grid/n1.sh [CASE.m ...]      default: the reference cases
#   ROUNDS=3 CORE=1                    how often, and on which core
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$(bench/grid/setup.sh)/bin/python
rounds=${ROUNDS:-3} core=${CORE:-1}
if [ $# -eq 0 ]; then
	data=../shared/data/grid/cases
	set -- $data/case118.m $data/case300.m $data/case1354pegase.m $data/case_ACTIVSg2000.m $data/case2869pegase.m
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/n1" ./bench/grid/n1
echo "| case | buses | outages | solved, ours | solved, peer | by Newton | ours ms | peer ms | ratio | largest difference of the lowest voltage, p.u. | peer |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
for path in "$@"; do
	name=$(basename "$path" .m)
	for ((i = 0; i < rounds; i++)); do
		taskset -c "$core" "$work/n1" -repeat 3 "$path" >"$work/ours$i.json"
		taskset -c "$core" "$python" bench/grid/n1.py solve "$path" "$work/ours$i.json" 1 >"$work/peer$i.json"
	done
	"$python" bench/grid/n1.py table "$name" "$work"/ours*.json -- "$work"/peer*.json
done
