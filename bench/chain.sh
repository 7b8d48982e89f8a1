#!/usr/bin/env bash
# Measures what recording decisions costs, in gas on the embedded chain and in
# time and bytes here, and writes docs/benchmarks-chain.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export GOTOOLCHAIN=local CGO_ENABLED=0
out=docs/benchmarks-chain.md
gas=$(go test -run '^$' -bench '^BenchmarkGas$' -benchtime 20x ./internal/adapter/chain)
seal=$(go test -run '^$' -bench '^BenchmarkSeal$' -benchtime 1s ./internal/core/proof)
export gas seal

# The price of POL in dollars is an assumption, not a measurement.
POL_USD=${POL_USD:-0.10} python3 - <<'PY' >"$out"
import os
import re

pol = float(os.environ["POL_USD"])


def metrics(text, name):
    rows = {}
    for line in text.splitlines():
        m = re.match(rf"{name}/\w+=(\d+)\S*\s+\d+\s+(.*)", line)
        if m:
            fields = m.group(2).split()
            rows[int(m.group(1))] = dict(zip(fields[1::2], map(float, fields[0::2])))
    return rows


gas, seal = metrics(os.environ["gas"], "BenchmarkGas"), metrics(os.environ["seal"], "BenchmarkSeal")
per_day = 288
print(f"""# What recording decisions costs

Written by `bench/chain.sh`. Gas is measured on the embedded chain (go-ethereum, Osaka's schedule) from the receipts of real
transactions of the real contract; Polygon's is that plus 3,360 for every slot of storage that is read first and 840 for every slot
that is written first (PIP-88), since no client here prices gas as Polygon does. Nothing was measured on Polygon.

## Gas

A batch is one transaction in ordinary times. After an outage the batches that have gathered go together.

| batches in a transaction | gas per batch, measured | gas per batch, Polygon's schedule |
|---|---|---|""")
for n, row in sorted(gas.items()):
    print(f"| {n} | {row['gas/batch']:,.0f} | {row['polygon-gas/batch']:,.0f} |")
one = gas[1]["polygon-gas/batch"]
print(f"""
`go test -run '^$' -bench '^BenchmarkGas$' -benchtime 20x ./internal/adapter/chain`

## Cost per day on Polygon

{per_day} batches a day, one each interval, whatever the number of sites: a batch is a root, and up to 10,000 decisions are in one.
The gas price is the effective one, base fee and tip. Dollars are at POL = ${pol:.2f}, an assumption; `POL_USD=0.25 bench/chain.sh`
takes another.

| sites | decisions a day | gas a day | gas per decision | 30 gwei | 100 gwei | 300 gwei |
|---|---|---|---|---|---|---|""")
for sites in (1000, 10_000):
    total = one * per_day
    cells = " | ".join(f"{total * gwei * 1e-9:.2f} POL, ${total * gwei * 1e-9 * pol:.3f}" for gwei in (30, 100, 300))
    print(f"| {sites:,} | {sites * per_day:,} | {total / 1e6:.1f} M | {total / (sites * per_day):.1f} | {cells} |")
print(f"""
A decision that an instruction forces between ticks is a leaf more; beyond 10,000 leaves the rest goes into the next batch and costs
no more gas.

## Time and bytes here

Linking, the tree and the canonical file of one batch, on one core.

| sites | ms per batch | file, bytes per site |
|---|---|---|""")
for sites, row in sorted(seal.items()):
    print(f"| {sites:,} | {row['ns/op'] / 1e6:.1f} | {row['file-bytes/site']:,.0f} |")
print("\n`go test -run '^$' -bench '^BenchmarkSeal$' ./internal/core/proof`. Files are stored compressed.")
PY
