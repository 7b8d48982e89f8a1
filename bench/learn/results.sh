#!/usr/bin/env bash
# Trains agents on ERCOT's recorded prices and on the simulator, scores them on
# days of their own, and writes docs/results-learning.md and the cards under
# models/. Takes about an hour and a half of one core.
#
#   bench/learn/results.sh [DIR]     DIR: keeps the outputs; what is there already is not run again
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${DATA:-../shared/data}/market
if [ ! -d "$data" ] && [ $# -eq 0 ]; then
	echo "no data in $data: set DATA to the folder with market/; docs/results-learning.md stays as it is" >&2
	exit 0
fi
kept=${1:-$(mktemp -d)}
mkdir -p "$kept"
sites="--history $data --points LZ_WEST,LZ_HOUSTON"
energy="$sites --levers energy --start-cost 5"
all="$sites --levers all --gpu-share 0.3 --start-cost 5"
quarter="--days 2025-04-01..2025-06-30"
ahead="--ahead --hidden 64 --ratio 0.5"
days="--train 2024-01-01..2024-09-30 --validate 2024-10-01..2024-12-31"
# once NAME COMMAND...: its output as $kept/NAME.txt, whole or not at all.
once() {
	local name=$1
	shift
	[ ! -f "$kept/$name.txt" ] || return 0
	"$@" >"$kept/$name.part"
	mv "$kept/$name.part" "$kept/$name.txt"
}
# agent MODEL FLAGS TRAINING DAYS: an agent trained and scored.
agent() {
	bin/pouwdem train $2 $3 --out "$1"
	bin/pouwdem evaluate $2 --model "$1" $4
}
default() {
	bin/pouwdem train --simulator --out models/default --steps 240000 --seeds 3
	bin/pouwdem evaluate --model models/default --simulator --days 2027-05-15..2027-06-05 --mpc=false
}
causal() {
	POUWDEM_CAUSAL=3 go test -count 1 -timeout 1h -run CausalOptimum -v ./internal/service/trainer | sed -n 's/.*_test.go:[0-9]*: //p'
}
make -s build
once ercot agent models/ercot "$energy" "$ahead --steps 8000 --seeds 10" "$quarter"
once ercot-all agent models/ercot-all "$all" "$ahead --steps 6000 --seeds 10" "$quarter"
once energy-as agent "$kept/energy-as" "$sites --levers energy,as --start-cost 5" "$ahead --steps 4000 --seeds 10" "$quarter"
once energy-cp agent "$kept/energy-cp" "$sites --levers energy,cp --start-cost 5" "$ahead --steps 4000 --seeds 10" "$quarter"
once energy-inference agent "$kept/energy-inference" "$sites --levers energy,inference --gpu-share 0.3 --start-cost 5" "$ahead --steps 4000 --seeds 10" "$quarter"
once half-year-all agent "$kept/half-year-all" "$all" "$ahead $days --steps 6000 --seeds 10" "--days 2025-01-01..2025-06-30"
once no-forecast agent "$kept/no-forecast" "$sites" "--steps 80000 --seeds 10" "$quarter"
once half-year agent "$kept/half-year" "$sites" "$days --steps 60000 --seeds 4" "--days 2025-01-01..2025-06-30"
once default default
once causal causal
rm -f models/*/seed-*.ckpt
block() { printf '```\n%s\n```' "$(sed "s#^$kept/##" "$kept/$1.txt")"; }
cat >docs/results-learning.md <<MD
# Results of learning

Written by \`bench/learn/results.sh\` (part of \`make evidence\`); what each command printed. How the agent sees, acts and learns is in
[learning.md](learning.md). The baseline is the best static rule with the same levers: the threshold rule, tuned by grid search on the 365 days
before, its reserve offered at one tuned price and kept on when awarded, miners off in tuned hours near the month's peak. Capture is the share
of what perfect foresight earns above it; intervals are 95 % over blocks of days and training seeds together. Hourly prices: value claims need
finer ones. Reserve is of before RTC+B, bought back at the day-ahead price; inference prices are fixed and declared in the flags' help.

## ERCOT's recorded prices, 1 MW of old (29.5 J/TH) and of new machines (17.5 J/TH)

Learned from 2024, each seed's checkpoint chosen on the first quarter of 2025, scored on the second, which nothing had seen; by agents that see
the forecast and may follow MPC's plan, where nothing else is said.

### All levers: energy, reserve, peaks, and inference on 30 % of the power (models/ercot-all)

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers all --gpu-share 0.3 --start-cost 5 --ahead --out models/ercot-all --steps 6000 --seeds 10 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers all --gpu-share 0.3 --start-cost 5 --model models/ercot-all --days 2025-04-01..2025-06-30

$(block ercot-all)

### All levers over the first half of 2025, walking forward

Agents that learned from the first nine months of 2024 and were chosen on its fourth quarter.

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers all --gpu-share 0.3 --start-cost 5 --ahead --train 2024-01-01..2024-09-30 --validate 2024-10-01..2024-12-31 --out half-year-all --steps 6000 --seeds 10 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers all --gpu-share 0.3 --start-cost 5 --model half-year-all --days 2025-01-01..2025-06-30

$(block half-year-all)

### Energy (models/ercot)

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy --start-cost 5 --ahead --out models/ercot --steps 8000 --seeds 10 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy --start-cost 5 --model models/ercot --days 2025-04-01..2025-06-30

$(block ercot)

### Energy and reserve

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy,as --start-cost 5 --ahead --out energy-as --steps 4000 --seeds 10 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy,as --start-cost 5 --model energy-as --days 2025-04-01..2025-06-30

$(block energy-as)

### Energy and peaks

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy,cp --start-cost 5 --ahead --out energy-cp --steps 4000 --seeds 10 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy,cp --start-cost 5 --model energy-cp --days 2025-04-01..2025-06-30

$(block energy-cp)

### Energy, and inference on 30 % of the power

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy,inference --gpu-share 0.3 --start-cost 5 --ahead --out energy-inference --steps 4000 --seeds 10 --hidden 64 --ratio 0.5
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --levers energy,inference --gpu-share 0.3 --start-cost 5 --model energy-inference --days 2025-04-01..2025-06-30

$(block energy-inference)

### Energy, by agents without a forecast, no start costs

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --steps 80000 --seeds 10 --out no-forecast
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --model no-forecast --days 2025-04-01..2025-06-30

$(block no-forecast)

The first half of 2025 as a whole, by agents that learned from nine months and were chosen on the fourth quarter of 2024:

    pouwdem train --history DIR --points LZ_WEST,LZ_HOUSTON --train 2024-01-01..2024-09-30 --validate 2024-10-01..2024-12-31 --steps 60000 --seeds 4 --out half-year
    pouwdem evaluate --history DIR --points LZ_WEST,LZ_HOUSTON --model half-year --days 2025-01-01..2025-06-30

$(block half-year)

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
