#!/usr/bin/env bash
# Trains ten seeds of the agent on CartPole-v1 and Acrobot-v1, as
# internal/core/learn/dsac has them in Go, and writes docs/results-control.md.
# Takes about ten minutes on one core.
#
#   bench/learn/control.sh [FILE]     FILE: the lines of a run that was made before
set -euo pipefail
cd "$(dirname "$0")/../.."
lines=${1:-$(mktemp)}
if [ $# -eq 0 ]; then
	POUWDEM_CONTROL=1 go test -count 1 -timeout 3h -run ControlWhole -v ./internal/core/learn/dsac | grep '^{' >"$lines"
fi
grep '^{' "$lines" | python3 -c '
import json
import sys

rows = [json.loads(line) for line in sys.stdin]
print("""# The agent on control tasks

Written by `bench/learn/control.sh`. Discrete soft actor-critic as it ships (two critics averaged, three-step returns, falling target entropy,
layer norm), two layers of 64, batches of 64, an update for each step, ten seeds. Returns are means of 50 episodes with the likeliest actions;
the best checkpoint is the one that did best on 100 other episodes. Acrobot is trained for 30,000 steps, CartPole for 100,000.

Published for discrete SAC: Acrobot-v1 -92.6 after 300,000 frames, CartPole-v1 406 after 200,000 (SLM-Lab, 256x256, batch 256).
""")
for task, aim in (("Acrobot-v1", "mean of the final returns at least -85, worst at least -100"), ("CartPole-v1", "best checkpoint 500 on every seed, mean of the final returns at least 450")):
    mine = [r for r in rows if r["task"] == task]
    final, best = [r["final"] for r in mine], [r["best"] for r in mine]
    print(f"## {task}\n\nAimed at: {aim}.\n\n| seed | final | best checkpoint |\n|---|---|---|")
    for r in mine:
        print("| {seed} | {final:.1f} | {best:.1f} |".format(**r))
    print(f"| **mean** | **{sum(final) / len(final):.1f}** | **{sum(best) / len(best):.1f}** |")
    print(f"| **worst** | **{min(final):.1f}** | **{min(best):.1f}** |\n")
' >docs/results-control.md
echo "docs/results-control.md is written"
