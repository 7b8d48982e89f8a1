# Sourced by the scripts next door: installs the pinned toolchain when it is
# absent or older than the lock file, and defines `forge` and `anvil`.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund
  touch node_modules/.package-lock.json
fi

case "$(uname -s)-$(uname -m)" in
Linux-x86_64) platform=linux-amd64 ;;
Linux-aarch64) platform=linux-arm64 ;;
Darwin-x86_64) platform=darwin-amd64 ;;
Darwin-arm64) platform=darwin-arm64 ;;
*)
  echo "contracts: no forge for $(uname -s)-$(uname -m); use Linux or macOS on amd64 or arm64" >&2
  exit 1
  ;;
esac
forge="node_modules/@foundry-rs/forge-$platform/bin/forge"
if [ ! -x "$forge" ]; then
  echo "contracts: $forge is missing; remove contracts/node_modules and run again" >&2
  exit 1
fi
anvil="node_modules/@foundry-rs/anvil-$platform/bin/anvil"
export FOUNDRY_DISABLE_NIGHTLY_WARNING=1
