#!/bin/sh
# Compiles the contracts and writes what bindings are made from:
# artifacts/<Contract>.abi (JSON) and artifacts/<Contract>.bin (hex, creation code).
set -eu
cd "$(dirname "$0")"
. toolchain/env.sh
"$forge" build --skip test
node toolchain/artifacts.js
