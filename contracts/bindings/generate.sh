#!/bin/sh
# Compiles the contracts and generates the bindings again. With --check it
# changes nothing and fails where the committed bindings differ.
# abigen is installed at the version that go.mod names.
set -eu
cd "$(dirname "$0")/.."
[ -n "${SKIP_BUILD:-}" ] || ./build.sh >/dev/null
version=$(go list -m -f '{{.Version}}' github.com/ethereum/go-ethereum)
abigen=${ABIGEN:-$(go env GOPATH)/bin/abigen}
[ -x "$abigen" ] || go install "github.com/ethereum/go-ethereum/cmd/abigen@$version"
out=bindings
if [ "${1:-}" = --check ]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
fi
for contract in Nullifiers RewardToken TaskAllocation; do
  package=$(echo "$contract" | tr 'A-Z' 'a-z')
  mkdir -p "$out/$package"
  "$abigen" --v2 --abi "artifacts/$contract.abi" --bin "artifacts/$contract.bin" --pkg "$package" --type "$contract" --out "$out/$package/$package.go"
  [ "$out" = bindings ] || cmp "$out/$package/$package.go" "bindings/$package/$package.go"
done
