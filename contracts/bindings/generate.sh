#!/bin/sh
# Compiles the contracts and generates the bindings again, with abigen as
# go.mod pins it. With --check it changes nothing and fails where the committed
# bindings differ.
set -eu
cd "$(dirname "$0")/.."
[ -n "${SKIP_BUILD:-}" ] || ./build.sh >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/abigen" bindings/generate.go
out=bindings
[ "${1:-}" != --check ] || out=$work
for contract in CertificateMarket FederatedCoordinator GridDataOracle GridOptimizationRewards HashrateFutures \
  Nullifiers Registry RewardToken StabilityCertificate TaskAllocation TestDollar; do
  package=$(echo "$contract" | tr 'A-Z' 'a-z')
  mkdir -p "$out/$package"
  "$work/abigen" "artifacts/$contract.abi" "artifacts/$contract.bin" "$contract" "$package" >"$out/$package/$package.go"
  cmp "$out/$package/$package.go" "bindings/$package/$package.go" || {
    echo "bindings: $package is not what the contracts give; run contracts/bindings/generate.sh" >&2
    exit 1
  }
done
