#!/usr/bin/env bash
# Writes docs/benchmarks-learning.md: updates and decisions of the agent beside
# PyTorch's, taking turns, one thread each, in processor time.
#
#   bench/learn/speed.sh [ROUNDS]     default 3
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-3}
python="$(bench/learn/setup.sh)/bin/python"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/speed" ./bench/learn/speed
for _ in $(seq "$rounds"); do
	for size in "128 128" "256 256"; do
		# shellcheck disable=SC2086
		"$work/speed" $size 3 >>"$work/ours"
		for how in eager compiled; do
			# shellcheck disable=SC2086
			(cd bench/learn && "$python" speed.py $size 3 "$how") >>"$work/peer" 2>>"$work/errors" || { tail -n 3 "$work/errors" >&2; echo "PyTorch, $how: did not run" >&2; }
		done
	done
done
processor="$(nproc) cores of $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs)"
python3 - "$work" "$rounds" "$processor" "$(date -u +%Y-%m-%d)" >docs/benchmarks-learning.md <<'PY'
import json
import statistics
import sys

work, rounds, processor, day = sys.argv[1:]
ours = [json.loads(line) for line in open(f"{work}/ours")]
peer = [json.loads(line) for line in open(f"{work}/peer")]


def median(rows, key, **want):
    values = [r[key] for r in rows if all(r[k] == v for k, v in want.items())]
    return statistics.median(values) if values else None


print(f"""# The learning beside PyTorch

Written by `bench/learn/speed.sh {rounds}` on {processor}, {day}: medians of {rounds} rounds in which both take turns, one thread each,
in processor time, so that other work on the machine counts little. Ratios carry over to other machines, times do not. The peer is
PyTorch {peer[0]["pytorch"]} (PyPI), pinned, on its CPU kernels: `bench/learn/reference.py`, from the same formulas, with fused Adam and layer
norm; eager and compiled (`torch.compile`, max-autotune). Ours is pure Go with {ours[0]["kernel"]} kernels and allocates nothing per update (a test says so).

One update of the whole agent (actor, two critics, targets, temperature) with 48 inputs and 10 actions:

| networks, batch | ours, us | PyTorch eager, us | compiled, us | ratio to its best | target |
|---|---|---|---|---|---|""")
for size, target in ((128, 2.5), (256, 1.2)):
    mine = median(ours, "update_us", hidden=size)
    by = [median(peer, "update_us", hidden=size, how=how) for how in ("eager", "compiled")]
    best = min(t for t in by if t)
    eager, compiled = (f"{t:.0f}" if t else "did not run" for t in by)
    print(f"| {size}x{size}, {size} | {mine:.0f} | {eager} | {compiled} | {best / mine:.1f} | {target} |")
print("""
One decision for one state, from the features to the action:

| networks | ours, us | PyTorch eager, us | compiled, us | ratio to its best | target |
|---|---|---|---|---|---|""")
for size in (128, 256):
    mine = median(ours, "decision_us", hidden=size)
    by = [median(peer, "decision_us", hidden=size, how=how) for how in ("eager", "compiled")]
    best = min(t for t in by if t)
    eager, compiled = (f"{t:.1f}" if t else "did not run" for t in by)
    print(f"| {size}x{size} | {mine:.1f} | {eager} | {compiled} | {best / mine:.1f} | 5, and below 20 us |")
print("""
Where our time goes: three quarters of an update at 256 are the matrix product's inner loop (`go test -bench Update -cpuprofile`). Decisions use kernels without fused multiply-add, so that they are the same
to the bit on every processor (`internal/core/nn`).
""")
PY
echo "docs/benchmarks-learning.md is written"
