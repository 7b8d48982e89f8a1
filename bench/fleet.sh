#!/usr/bin/env bash
# The fleet's evidence: 10,000 simulated machines through the real driver, latency
# by firmware, a 100 MW site, five sites on one price spike, and reading beside
# pyasic and asic-rs on the same machines. Writes docs/benchmarks-fleet.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export POUWDEM_EVIDENCE=1 CGO_ENABLED=0 GOTOOLCHAIN=local
work=$(mktemp -d)
farm= machines=
trap 'kill $farm $machines 2>/dev/null || true; rm -rf "$work"' EXIT

go build -o "$work/pouwdem" ./cmd/pouwdem
go test -c -o "$work/app.test" ./internal/app
go test -c -o "$work/fleet.test" ./internal/service/fleet
"$work/fleet.test" -test.run 'Hundred|FiveSites' -test.timeout 20m | tee "$work/sites"
(cd internal/app && "$work/app.test" -test.run 'PlanReaches|CurtailLatency' -test.timeout 20m) | tee "$work/machines"

# The same 250 machines, read in turn by this program and by a peer.
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pyasic==0.79.0 pyasic-rs==0.8.6
mkfifo "$work/hold"
POUWDEM_TEST_FARM=250 POUWDEM_TEST_FARM_NETWORK=127.88 "$work/app.test" -test.run '^TestFarmProcess$' <"$work/hold" >"$work/farm.out" &
farm=$!
exec 9>"$work/hold"
for _ in $(seq 100); do [ -s "$work/farm.out" ] && break; sleep 0.1; done
: >"$work/ours"; : >"$work/theirs"
for _ in 1 2 3 4 5; do
	POUWDEM_TEST_READ_NETWORK=127.88 "$work/app.test" -test.run '^TestReadProcess$' | grep read_s >>"$work/ours"
	"$work/venv/bin/python" bench/fleet/peer.py 127.88 250 >>"$work/theirs"
done
asleep=$("$work/pouwdem" miner read 127.88.0.1:4028 --firmware luxos --json | grep -c '"state": "asleep"' || true)

# One machine of each firmware, on the ports where real ones listen.
go build -o "$work/machines" ./bench/fleet/machines
"$work/machines" 127.89 >"$work/ports" &
machines=$!
for _ in $(seq 100); do [ "$(wc -l <"$work/ports")" -eq 6 ] && break; sleep 0.1; done
"$work/venv/bin/python" bench/fleet/witness.py "$work/pouwdem" <"$work/ports" >"$work/witness"
python3 bench/fleet/write.py "$work" "$asleep" >docs/benchmarks-fleet.md
