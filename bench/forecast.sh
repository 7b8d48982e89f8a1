#!/bin/sh
# Walks every forecast through history and writes docs/results.md. DATA is a
# folder with forecast/ and market/ as the commands below name them.
set -eu
cd "$(dirname "$0")/.."
data=${DATA:-../shared/data}
if [ ! -d "$data/forecast" ]; then
  echo "no data in $data: set DATA to the folder with the price histories; docs/results.md stays as it is" >&2
  exit 0
fi
go build -o bin/pouwdem ./cmd/pouwdem
out=$(mktemp)
trap 'rm -f "$out"' EXIT
# show prints a command as a reader would type it, and what it printed.
show() {
  {
    printf '\n    %s\n\n```\n' "$(printf '%s ' "$@" | sed "s#$data#\$DATA#g; s#bin/##")"
    "$@"
    printf '```\n'
  } >>"$out"
}
say() { printf '%s\n' "$@" >>"$out"; }

say '# Results of forecasts' '' \
  'Written by `bench/forecast.sh` (part of `make evidence`); each table is what the command above it printed. Every' \
  'forecast stands on what was known before it: `TestNothingAfterTheDecisionIsSeen` poisons the rest and sees not one bit' \
  'change. Elapsed times are of a shared machine and are no benchmark. How forecasts are made is in [forecasts.md](forecasts.md).' '' \
  '## PJM, the open benchmark of electricity price forecasting' '' \
  'Day-ahead prices, the published test window as far as the inputs reach. The published columns are scored beside ours and' \
  'are never an input. The combination is nearer than the published ensemble of deep networks; the Diebold-Mariano test' \
  'below says how sure that is: against the published LEAR ensemble very, against the networks not at 5 %. A network of our' \
  'own was left out: LEAR and trees reach the mark without one.'
show bin/pouwdem forecast evaluate --format epf --data "$data/forecast/epf_pjm.csv.gz" --published "$data/forecast/epf_pjm_published_forecasts.csv.gz"
say '' '## ERCOT: real-time prices, forecast at midnight of the operating day' '' \
  'Known then: the day-ahead prices and reserve prices of the day, real-time prices of the days before. Recalibrated daily on' \
  'data from the end of 2023 on, scored on 2025-01 to 2025-06. The value is that of a machine which is off in the hours' \
  'forecast to cost more than it earns, over running always. **The combination is nearer than the day-ahead price at all three' \
  'points, in mean absolute error; by value no rule wins everywhere.** To the old machine in the West and in the North the' \
  'plain day-ahead price is worth most: it holds a premium for scarcity, whereas our models aim at the median, which is nearer' \
  'to most hours and misses spikes. In Houston LEAR is worth most to both machines, and in the West the combination is to the' \
  'new one, by little. Half a year has few dear hours: differences of some thousand dollars hang on one or two days of them.'
for zone in LZ_WEST LZ_HOUSTON HB_NORTH; do
  show bin/pouwdem forecast evaluate --format ercot --zone $zone --from 2025-01-01 --to 2025-06-30 \
    --data "$data/market/ercot_rtm_spp_hourly_2023-12_2025-06.csv.gz" --dam "$data/market/ercot_dam_spp_hourly_2021-01_2025-06.csv.gz" \
    --as "$data/market/ercot_dam_as_mcpc_hourly_2024-01_2025-06.csv.gz" --hashprice "$data/market/btc_hashprice_daily_2020-06_2025-06.csv"
done
say '' '## ERCOT: real-time prices, from one quarter of an hour to the next' '' \
  'What `run` does with each price as it settles: two days ahead, from the day-ahead prices published by then. Learned from' \
  '2024-06 on, scored from 2025-01 on. A quarter of an hour ahead the newest price alone is as good; from half an hour on' \
  'nothing simple is.'
show bin/pouwdem forecast backtest --zone HB_SOUTH --from 2025-01-01 \
  --rt "$data/market/ercot_rtm_spp_15min_HB_SOUTH_2024-06-01_2025-03-27.csv.gz" --dam "$data/market/ercot_dam_spp_hourly_2021-01_2025-06.csv.gz"
say '' '## ERCOT: system load, a day ahead, from its own history alone' '' 'No weather is used, which a load forecast of a utility would have.'
show bin/pouwdem forecast evaluate --format ercot --load "$data/market/ercot_native_load_hourly_2023-01_2025-06.csv.gz" --from 2024-07-01 --to 2025-06-30
say '' '### With what the zones did' '' \
  "The loads of ERCOT's eight weather zones on the day before are known too, on two months alone: what it adds, and what it" \
  'costs in time.'
for zonal in '' --zonal; do
  show bin/pouwdem forecast evaluate --format ercot --load "$data/market/ercot_native_load_hourly_2023-01_2025-06.csv.gz" $zonal --from 2025-03-01 --to 2025-04-30
done
say '' '## ERCOT: load less wind and sun, and the renewable share, a day ahead' '' \
  'From their own history of 2024 alone, without a forecast of the wind: what the weather brings is not in it, and the bands say' \
  'so less often than they should.'
for of in net_load renewable_share; do
  show bin/pouwdem forecast evaluate --format ercot --load "$data/market/ercot_native_load_hourly_2023-01_2025-06.csv.gz" \
    --gen "$data/market/ercot_gen_by_fuel_hourly_2024.csv.gz" --of $of --from 2024-10-01 --to 2024-12-31
done
say '' '## Bitcoin: the next retarget' '' \
  'Root mean square error in percentage points. History: daily block counts, walked forward, the filter chosen from the days' \
  'before alone. Simulated: a hashrate that changes by 3 % from one epoch to the next.'
show bin/pouwdem forecast difficulty --epochs "$data/market/btc_difficulty_epochs_2019-02_2025-06.csv" --blocks "$data/market/btc_hashprice_daily_2020-06_2025-06.csv"
say '' '## Coincident peaks' '' \
  'Nine peaks of hourly load (2023-06 to 2025-06). The naive rule is off in every hour forecast to be a new highest of the' \
  'month. Nine are too few to claim superiority; the counts stand as they are. A public predictor of daily calls states' \
  '16.7 % precision against 14.8 %, and 60 against 138 false-alarm hours, for 2022-24; its calls are not our hours.'
show bin/pouwdem forecast peaks --load "$data/market/ercot_native_load_hourly_2023-01_2025-06.csv.gz"
mv "$out" docs/results.md
trap - EXIT
chmod 644 docs/results.md
