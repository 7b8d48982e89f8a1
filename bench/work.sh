#!/bin/sh
# What a check of useful work costs beside the work, on one core, and what the
# queue carries; writes docs/benchmarks-work.md. DATA is a folder with grid/ and
# its case files.
set -eu
cd "$(dirname "$0")/.."
data=${DATA:-../shared/data}
out=$(mktemp)
trap 'rm -f "$out"' EXIT
{
  echo '# What checking useful work costs'
  echo
  echo 'Written by `bench/work.sh` (part of `make evidence`): solver and verifier take turns on one core of a shared machine, so that'
  echo 'the ratios count and the times do not. The solver is our own, which `docs/benchmarks-grid.md` compares with others; a warm'
  echo 'solve starts from the voltages of the case, with each load 2 % off. A check reads the committed voltages, puts them into the'
  echo 'equations (a kernel of its own, a fifth of the time), hashes them and finds the worst loading again (the rest).'
  echo
  echo '```'
  GRID_DATA=$data/grid/cases GOMAXPROCS=1 go test -run WhatAChecksCosts -count 1 -v ./internal/core/work | grep -E '^ +[a-z_]+_test.go' | sed 's/^ *[a-z_]*_test.go:[0-9]*: //'
  echo '```'
  echo
  echo 'Each kind on the network of 2,000 buses that the program studies by default, loads 2 % off; forecasts on 35 days of hours. Of'
  echo 'tasks of more than 64 leaves, 64 are opened. The faster the solver the smaller the ratio: a sampled state costs as much to'
  echo 'draw again as to draw, so that only sampling is gained; a clearing time is checked by two integrations, of the six that finding'
  echo 'it takes. Forecasts are scored besides, which takes microseconds.'
  echo
  echo '```'
  GRID_DATA=$data/grid/cases GOMAXPROCS=1 go test -run WhatACheckOfEachKindCosts -count 1 -v ./internal/core/work | grep -E '^ +[a-z_]+_test.go' | sed 's/^ *[a-z_]*_test.go:[0-9]*: //'
  echo '```'
  echo
  echo 'A task through the bus, from its offer to its result in the coordinator'"'"'s hands, with nothing computed and every write on the'
  echo 'disk before it is acknowledged: server, coordinator and four workers in one process. The target is 1 ms of processor and'
  echo '300 tasks a second on two cores that are left alone; the load average of the run says whether they were.'
  echo
  echo '```'
  echo "load average $(cut -d' ' -f1 /proc/loadavg), $(nproc) cores"
  go test -run '^$' -bench ATaskThroughTheBus -benchtime 1500x ./internal/adapter/bus | grep -E '^Benchmark'
  echo '```'
} >"$out"
mv "$out" docs/benchmarks-work.md
trap - EXIT
chmod 644 docs/benchmarks-work.md
