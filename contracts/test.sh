#!/bin/sh
# Runs every test of the contracts with a fixed seed and checks the gas snapshot.
#   CONTRACTS_FULL=1        10,000 fuzz runs and long invariant campaigns
#   CONTRACTS_COVERAGE=1    line coverage of src/, at least 95 %
#   CONTRACTS_SNAPSHOT=1    writes the gas snapshot anew instead of checking it
set -eu
cd "$(dirname "$0")"
. toolchain/env.sh
if [ "${CONTRACTS_FULL:-}" = 1 ]; then
  export FOUNDRY_PROFILE=full
fi
"$forge" test "$@"
# Fails where a contract is too large to be deployed.
"$forge" build --sizes --skip test >/dev/null
if [ "${CONTRACTS_SNAPSHOT:-}" = 1 ]; then
  "$forge" snapshot --isolate --match-contract 'GasTest$'
elif [ $# -eq 0 ] && [ -e .gas-snapshot ]; then
  "$forge" snapshot --isolate --match-contract 'GasTest$' --check
fi
if [ "${CONTRACTS_COVERAGE:-}" = 1 ]; then
  "$forge" coverage --no-match-coverage '(test|node_modules)/' --report lcov --report summary
  node toolchain/coverage.js lcov.info 95
fi
