#!/bin/sh
# Runs the recorder and the index of events against Foundry's own node, which
# reorganises its chain under them, within and beyond what was final.
set -eu
cd "$(dirname "$0")"
. toolchain/env.sh
export POUWDEM_ANVIL="$PWD/$anvil"
cd ..
go test -count 1 -run Anvil ./internal/service/recorder
