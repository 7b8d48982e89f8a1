#!/bin/sh
# Runs the optimiser's laboratory over history and writes
# docs/results-optimiser.md; about an hour on two cores. DATA is a folder with
# market/ and its files. CACHE, where it is set, keeps answers between runs.
set -eu
cd "$(dirname "$0")/.."
data=${DATA:-../shared/data}
if [ ! -d "$data/market" ]; then
  echo "no data in $data: set DATA to the folder with the price histories; docs/results-optimiser.md stays as it is" >&2
  exit 0
fi
go build -o bin/pouwdem ./cmd/pouwdem
python3 bench/optimiser.py bin/pouwdem "$data" docs/results-optimiser.md ${CACHE:+"$CACHE"}
