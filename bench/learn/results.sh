#!/usr/bin/env bash
# Trains agents on ERCOT's recorded prices and on the simulator, scores them on
# days of their own, and writes docs/results-learning.md and the cards under
# models/. Takes about an hour of one core.
#
#   bench/learn/results.sh [DIR]     DIR: outputs of runs that were made before
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${DATA:-../shared/data}/market
if [ ! -d "$data" ] && [ $# -eq 0 ]; then
	echo "no data in $data: set DATA to the folder with market/; docs/results-learning.md stays as it is" >&2
	exit 0
fi
kept=${1:-}
sites="--history $data --points LZ_WEST,LZ_HOUSTON"
energy="$sites --levers energy --start-cost 5"
all="$sites --levers all --gpu-share 0.3 --start-cost 5"
quarter="--days 2025-04-01..2025-06-30"
if [ -z "$kept" ]; then
	kept=$(mktemp -d)
	make -s build
	bin/pouwdem train $energy --ahead --out "$kept/energy-ahead" --steps 16000 --seeds 3 --hidden 64 --ratio 0.5 >"$kept/energy"
	bin/pouwdem evaluate $energy --model "$kept/energy-ahead" $quarter >>"$kept/energy"
	bin/pouwdem train $all --ahead --out "$kept/all-levers" --steps 12000 --seeds 2 --hidden 64 --ratio 0.5 >"$kept/all"
	bin/pouwdem evaluate $all --model "$kept/all-levers" $quarter >>"$kept/all"
	bin/pouwdem train $sites --out models/ercot --steps 80000 --seeds 10 >"$kept/ercot"
	bin/pouwdem evaluate $sites --model models/ercot $quarter >>"$kept/ercot"
	half=$kept/half-year
	bin/pouwdem train $sites --train 2024-01-01..2024-09-30 --validate 2024-10-01..2024-12-31 --out "$half" --steps 60000 --seeds 4 >"$kept/half"
	bin/pouwdem evaluate $sites --model "$half" --days 2025-01-01..2025-06-30 >>"$kept/half"
	bin/pouwdem train --simulator --out models/default --steps 240000 --seeds 3 >"$kept/default"
	bin/pouwdem evaluate --model models/default --simulator --days 2027-05-15..2027-06-05 --mpc=false >>"$kept/default"
	POUWDEM_CAUSAL=3 go test -count 1 -timeout 1h -run CausalOptimum -v ./internal/service/trainer | sed -n 's/.*_test.go:[0-9]*: //p' >"$kept/causal"
	rm -f models/*/seed-*.ckpt
fi
block() { printf '```\n%s\n```' "$(sed "s#^$kept/##" "$kept/$1")"; }
cat >docs/results-learning.md <<MD
# Results of learning

Written by \`bench/learn/results.sh\` (part of \`make evidence\`); what each command printed. How the agent sees, acts and learns is in
[learning.md](learning.md). The baseline is the best static rule with the same levers: the threshold rule, tuned by grid search on the 365 days
before, its reserve offered at one tuned price and kept on when awarded, miners off in tuned hours near the month's peak. Capture is the share
of what perfect foresight earns above it; intervals are 95 % over blocks of days and training seeds together. Hourly prices: value claims need
finer ones. Reserve is of before RTC+B, bought back at the day-ahead price; inference prices are fixed and declared in the flags' help.

## ERCOT's recorded prices, 1 MW of old (29.5 J/TH) and of new machines (17.5 J/TH)

Learned from 2024, each seed's checkpoint chosen on the first quarter of 2025, scored on the second, which nothing had seen.

### Energy, by agents that see the forecast and may follow MPC's plan

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy --start-cost 5 --ahead --out energy-ahead --steps 16000 --seeds 3 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy --start-cost 5 --model energy-ahead --days 2025-04-01..2025-06-30

$(block energy)

### All levers: energy, reserve, peaks, and inference on 30 % of the power

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers all --gpu-share 0.3 --start-cost 5 --ahead --out all-levers --steps 12000 --seeds 2 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers all --gpu-share 0.3 --start-cost 5 --model all-levers --days 2025-04-01..2025-06-30

$(block all)

### Energy, by agents without a forecast, no start costs (models/ercot)

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --out models/ercot --steps 80000 --seeds 10
    pouwdem evaluate --model models/ercot --history DIR --points LZ_WEST,LZ_HOUSTON --days 2025-04-01..2025-06-30

$(block ercot)

The first half of 2025 as a whole, by agents that learned from nine months and were chosen on the fourth quarter of 2024:

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --train 2024-01-01..2024-09-30 --validate 2024-10-01..2024-12-31 --out half-year --steps 60000 --seeds 4
    pouwdem evaluate --model half-year --history DIR --points LZ_WEST,LZ_HOUSTON --days 2025-01-01..2025-06-30

$(block half)

## Beside the causal optimum

**Simulated.** A year of the simulated world's quarter-hour prices at LZ_WEST, counted into a Markov chain of twelve classes with chances of their
own in each hour of the day. Of that process the best that can be done without knowing the future is exact: dynamic programming over the
newest class, the hour, and how long the machines have been off, back from a year ahead. The site makes what was done before matter: a start costs 100 \$
and machines that went off stay off for three hours. Agents that see forecasts drawn from the chain, and may follow MPC's plan over them, learn from
one course of it, are chosen on another and scored on a third. This is not the optimum of the simulated world itself, whose state is no class of prices.

    POUWDEM_CAUSAL=3 go test -run CausalOptimum -v ./internal/service/trainer

$(block causal)

## The simulated world, the example sites that buy at a market price

**Simulated.** Learned from a year of a world of another seed than the one that \`run\` shows.

    pouwdem train --simulator --out models/default --steps 240000 --seeds 3
    pouwdem evaluate --model models/default --simulator --days 2027-05-15..2027-06-05 --mpc=false

$(block default)

$(cat bench/learn/reading.md)
MD
echo "docs/results-learning.md is written"
