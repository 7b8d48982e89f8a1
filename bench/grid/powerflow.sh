#!/usr/bin/env bash
# Newton's power flow side by side with lightsim2grid's (KLU, single slack) on
# one core, from the same start, to 1e-8 p.u.; taking turns, medians. Warm keeps
# what was analysed (of the peer its grid model), cold starts from the matrices.
# The peer's time is by its own clock, without the call from Python.
# Prints rows for docs/benchmarks-grid.md.
#
#   bench/grid/powerflow.sh [CASE.m ...]   default: the reference cases
#   ROUNDS=3 CORE=1 SECONDS_EACH=1
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$(bench/grid/setup.sh)/bin/python
rounds=${ROUNDS:-3} core=${CORE:-1} each=${SECONDS_EACH:-1}
if [ $# -eq 0 ]; then
	data=../shared/data/grid/cases
	set -- $data/case118.m $data/case300.m $data/case1354pegase.m $data/case_ACTIVSg2000.m $data/case2869pegase.m
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/powerflow" ./bench/grid/powerflow
for ((i = 0; i < rounds; i++)); do
	for path in "$@"; do
		taskset -c "$core" "$work/powerflow" -out "$work" -time "${each}s" "$path" >>"$work/ours.jsonl"
		taskset -c "$core" "$python" bench/grid/powerflow/peers.py "$each" "$work/$(basename "$path" .m).json" "$path" >>"$work/peer.jsonl"
	done
done
"$python" - "$work/ours.jsonl" "$work/peer.jsonl" <<'PY'
import collections, json, statistics, sys
def read(path):
    rows = collections.defaultdict(list)
    for line in open(path):
        row = json.loads(line)
        rows[row["case"]].append(row)
    return rows
ours, peer = read(sys.argv[1]), read(sys.argv[2])
median = lambda rows, key: statistics.median(r[key] for r in rows)
print("| case | buses | iterations, ours and peer | warm, ours us | warm, peer us | ratio | cold, ours us | cold, peer us | ratio | voltages differ by, p.u. |")
print("|---|---|---|---|---|---|---|---|---|---|")
for case, mine in ours.items():
    if case not in peer:
        print(f"| {case} | {mine[0]['buses']} | {mine[0]['iterations']} | {median(mine, 'warm_us'):.0f} | more than one reference | | | | | |")
        continue
    theirs = peer[case]
    w, pw, c, pc = median(mine, "warm_us"), median(theirs, "warm_us"), median(mine, "cold_us"), median(theirs, "cold_us")
    print(f"| {case} | {mine[0]['buses']} | {mine[0]['iterations']}, {theirs[0]['iterations']} | {w:.0f} | {pw:.0f} | **{w/pw:.2f}** | {c:.0f} | {pc:.0f} | {c/pc:.2f} | {theirs[0]['apart']:.0e} |")
PY
