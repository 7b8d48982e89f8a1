#!/usr/bin/env bash
# Measures what the design gives a budget for, and the back-test's anchors, and
# writes docs/benchmarks.md. Figures are of this machine and this moment; the
# comparison with other programs is in docs/benchmarks-grid.md, made by the
# scripts under bench/grid.
set -euo pipefail
cd "$(dirname "$0")/.."
export GOTOOLCHAIN=local CGO_ENABLED=0
out=docs/benchmarks.md
data=../shared/data/market

# measure PACKAGE BENCHMARK prints the median of five runs on one core in ms.
measure() {
	go test -run '^$' -bench "^$2\$" -benchtime 1s -count 5 -cpu 1 "$1" |
		awk '/^Benchmark/ {print $3 / 1e6}' | sort -g | awk '{v[NR] = $1} END {printf "%.3g", v[int((NR + 1) / 2)]}'
}

# row WHAT BUDGET_MS PACKAGE BENCHMARK prints a table row.
row() {
	local ms
	ms=$(measure "$3" "$4")
	echo "| $1 | $2 ms | $ms ms | $(awk -v a="$ms" -v b="$2" 'BEGIN {printf "%.2f", a / b}') | \`go test -run '^\$' -bench '^$4\$' -count 5 -cpu 1 $3\` |"
}

# memory prints a table row: what two minutes of `run` at the wall's speed hold, the
# program's own pages beside what it has for itself alone.
memory() {
	make -s build
	local data pid own all
	data=$(mktemp -d)
	bin/pouwdem run --speed 1 --listen 127.0.0.1:0 --data "$data" >/dev/null 2>&1 &
	pid=$!
	sleep 120
	own=$(awk '/^RssAnon/ {printf "%.0f", $2 / 1024}' "/proc/$pid/status")
	all=$(awk '/^VmRSS/ {printf "%.0f", $2 / 1024}' "/proc/$pid/status")
	kill "$pid"
	wait "$pid" || true
	rm -rf "$data"
	echo "| memory of \`run\`, idle: private pages; with the program file's own, which the system may drop, $all MiB | 150 MiB | $own MiB | $(awk -v a="$own" 'BEGIN {printf "%.2f", a / 150}') | \`grep Rss /proc/PID/status\` after two minutes of \`bin/pouwdem run --speed 1\` |"
}

# anchor POLICY EXPECTED JSON prints a row of the back-test's anchors.
anchor() {
	local got
	got=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[2]))["policies"][sys.argv[1]]["profit_usd"])' "$1" "$3")
	echo "| $4 | $1 | $2 | $(printf '%.0f' "$got") | $(awk -v a="$got" -v b="$2" 'BEGIN {printf "%+.4f %%", 100 * (a / b - 1)}') |"
}

{
	cat <<'HEAD'
# Benchmarks

Written by `make evidence` (`bench/budgets.sh`). Times are medians of five runs on one core of one machine at one moment, beside the budget
they have to stay under; they say nothing about another machine. Comparisons with other programs, measured side by side, are in
[benchmarks-grid.md](benchmarks-grid.md), [benchmarks-learning.md](benchmarks-learning.md), [benchmarks-federation.md](benchmarks-federation.md),
[benchmarks-stratum.md](benchmarks-stratum.md) and [benchmarks-fleet.md](benchmarks-fleet.md); what recording and contracts cost in gas in
[benchmarks-chain.md](benchmarks-chain.md) and [contracts/GAS.md](../contracts/GAS.md), checking work beside doing it in
[benchmarks-work.md](benchmarks-work.md).

HEAD
	echo "Machine: $(nproc) cores, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(go version | cut -d' ' -f3). Date: $(date -u +%F)."
	echo
	echo "## Budgets"
	echo
	echo "| what | budget | measured | share of budget | command |"
	echo "|---|---|---|---|---|"
	row "tick, one site of 10,000 machines, decision stored, without devices" 50 ./internal/app BenchmarkTickOf10000Machines
	row "a year of 5-minute intervals through three policies, the oracle and the bootstrap (the budget is for one policy)" 1000 ./internal/service/backtest BenchmarkAYearOfFiveMinuteIntervalsThroughThreePolicies
	row "mpc, 48 h at 5 minutes, 3 classes under a limit, 20 scenarios" 200 ./internal/core/policy/mpc BenchmarkThreeClassesTwoDaysAtFiveMinutes
	row "mpc, the same with 100 classes" 2000 ./internal/core/policy/mpc BenchmarkAHundredClassesTwoDaysAtFiveMinutes
	row "perfect foresight over a year of 5-minute intervals, start costs included" 1000 ./internal/core/policy BenchmarkOracleOverAYearOfFiveMinuteIntervals
	memory
	echo
	if [ -d "$data" ]; then
		work=$(mktemp -d)
		trap 'rm -rf "$work"' EXIT
		go build -o "$work/pouwdem" ./cmd/pouwdem
		west=(--rt "$data/ercot_rtm_spp_hourly_2023-12_2025-06.csv.gz" --dam "$data/ercot_dam_spp_hourly_2021-01_2025-06.csv.gz"
			--hashprice "$data/btc_hashprice_daily_2020-06_2025-06.csv" --zone LZ_WEST --mw 1 --jth 29.5 --from 2024-01-01 --to 2024-12-31 --json)
		"$work/pouwdem" backtest "${west[@]}" >"$work/west.json"
		"$work/pouwdem" backtest "${west[@]}" --start-cost 20 >"$work/start.json"
		south=(--rt "$data/ercot_rtm_spp_15min_HB_SOUTH_2024-06-01_2025-03-27.csv.gz"
			--hashprice "$data/btc_hashprice_daily_2020-06_2025-06.csv" --zone HB_SOUTH --from 2024-06-01 --to 2025-03-26 --json)
		"$work/pouwdem" backtest "${south[@]}" >"$work/south15.json"
		"$work/pouwdem" backtest "${south[@]}" --step 1h >"$work/south60.json"
		echo "## Back-test anchors"
		echo
		echo "One MW of 29.5 J/TH at LZ_WEST, local year 2024, hourly data, energy at the real-time price, no fees. Expected figures are"
		echo "those of two independent computations. Hourly data overstate what switching earns: see the last table."
		echo
		echo "| study | policy | expected \$ | measured \$ | difference |"
		echo "|---|---|---|---|---|"
		anchor always 487157 "$work/west.json" "LZ_WEST 2024"
		anchor lag1 523233 "$work/west.json" "LZ_WEST 2024"
		anchor dayahead 517149 "$work/west.json" "LZ_WEST 2024"
		anchor oracle 537431 "$work/west.json" "LZ_WEST 2024"
		anchor oracle 533901 "$work/start.json" "LZ_WEST 2024, --start-cost 20"
		echo
		echo "| HB_SOUTH, 2024-06-01 to 2025-03-26 | oracle minus lag1, \$ | expected \$ |"
		echo "|---|---|---|"
		for step in 60:5100 15:2057; do
			python3 -c 'import json, sys
p = json.load(open(sys.argv[1]))["policies"]
print("| %s-minute data | %.0f | %s |" % (sys.argv[2], p["oracle"]["profit_usd"] - p["lag1"]["profit_usd"], sys.argv[3]))' \
				"$work/south${step%%:*}.json" "${step%%:*}" "${step##*:}"
		done
		echo
		echo "Command: \`pouwdem backtest --rt FILE --dam FILE --hashprice FILE --zone LZ_WEST --mw 1 --jth 29.5 --from 2024-01-01 --to 2024-12-31 --json\`"
		echo "on the public price files named in the flags of \`bench/budgets.sh\`."
	else
		echo "The back-test's anchors need market data beside the repository and were not measured."
	fi
} >"$out.new"
mv "$out.new" "$out"
