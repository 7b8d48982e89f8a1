#!/usr/bin/env bash
# Measures secure aggregation beside Flower's SecAgg+ (PyPI flwr, installed into a
# throw-away environment), the two in turn, and writes docs/benchmarks-federation.md.
#   bench/federate.sh [FOLDER with an environment "env" to use again]
set -euo pipefail
cd "$(dirname "$0")/.."
export GOTOOLCHAIN=local CGO_ENABLED=0
work=${1:-$(mktemp -d)}
[ -n "${1:-}" ] || trap 'rm -rf "$work"' EXIT
if [ ! -x "$work/env/bin/python" ]; then
	python3 -m venv "$work/env"
	"$work/env/bin/pip" install -q 'flwr==1.42.0' numpy
fi
python="$work/env/bin/python"
go test -c -o "$work/federate.test" ./internal/core/federate
vector() { "$python" -c "import numpy,sys; numpy.random.default_rng(1).normal(0,0.01,int(sys.argv[1])).astype('<f4').tofile(sys.argv[2])" "$1" "$work/v$1"; }
ours() { (cd internal/core/federate && POUWDEM_VECTOR="$work/v$1" POUWDEM_CLIENTS=$2 POUWDEM_DROPPED=$3 "$work/federate.test" -test.run '^TestCost$' | sed -n 's/^COST //p'); }
theirs() { "$python" bench/federate/flower.py "$work/v$1" "$2" "$3" "$4" "$5"; }
vector 250000
vector 100000
: >"$work/out"
for _ in 1 2 3; do
	# As many holders of each share on both sides: all 10, and 63 of 100.
	echo "{\"case\":\"10 x 250,000\",\"ours\":$(ours 250000 10 0),\"flower\":$(theirs 250000 10 0 10 10)}" >>"$work/out"
	echo "{\"case\":\"100 x 100,000, 10 dropped\",\"ours\":$(ours 100000 100 10),\"flower\":$(theirs 100000 100 10 10 63)}" >>"$work/out"
done
echo "{\"case\":\"500 x 100,000, 50 dropped\",\"ours\":$(ours 100000 500 50)}" >>"$work/out"
"$python" bench/federate/table.py "$work/out" "$("$python" -c 'import flwr;print(flwr.__version__)')" "$(go version | cut -d' ' -f3)" >docs/benchmarks-federation.md
cat docs/benchmarks-federation.md
