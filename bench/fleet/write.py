"""Writes docs/benchmarks-fleet.md from what bench/fleet.sh gathered."""

import json
import os
import pathlib
import statistics
import sys

work, asleep = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def told(name: str, what: str) -> list[str]:
    lead = f"evidence: {what}: "
    return [line[len(lead):] for line in (work / name).read_text().splitlines() if line.startswith(lead)]


ours = [json.loads(line) for line in (work / "ours").read_text().splitlines()]
theirs = [json.loads(line) for line in (work / "theirs").read_text().splitlines()]
mine, peer = statistics.median(o["read_s"] for o in ours), statistics.median(t["read_s"] for t in theirs)
table = "\n".join(told("machines", "latency"))
print(f"""# The fleet, measured

`bench/fleet.sh` writes this page; `make test` runs a slice of each. Every machine here is simulated ([fleet.md](fleet.md) states how),
on {os.cpu_count()} processors that did other work too: times are what they were, ratios are what counts.

## Ten thousand machines on one computer

{told("machines", "fan-out")[0]}.

The machines run in another process, each on a port of its own; the driver is the one for LuxOS, which signs in, commands and signs out: three
connections for each command, one for each reading. One in a hundred answers is never sent.

## Beside pyasic

The same 250 simulated machines, 32 at once, read with the same six reports, five times in turn, opening not counted: the driver {mine * 1000:.0f} ms,
pyasic 0.79.0 {peer * 1000:.0f} ms, medians; **the driver is {peer / mine:.1f} times as fast**.
pyasic is also a witness of the simulated machines, which nobody here wrote it for: it took them for "{theirs[0]["is"].split(":")[0]}", read
{theirs[0]["read"]} of {theirs[0]["opened"]} that it opened, and the one that it put to sleep was {"asleep" if asleep else "NOT asleep"} to our driver.

## Read by programs that nobody here wrote

One simulated machine of each firmware, read within seconds of each other by our driver, by pyasic 0.79.0 and by asic-rs (pyasic-rs 0.8.6);
a reading that is off by more than 2 % fails the script. An empty field is one that could not be read.

{(work / "witness").read_text().strip()}

Stock Antminers and plain cgminer tell no power. Of Braiins OS pyasic wants gRPC and asic-rs GraphQL, and these machines serve the REST API
alone, which the driver uses. asic-rs looks for a Whatsminer of version 3 on the port of version 2, and for an Antminer's hashrate on
port 4028; a simulated machine has one port. Plain cgminer is no machine that either looks for; pyasic read it when told what it is.

## How long machines take

By their true power, in seconds: median, 95 %, 99 %. Wakes that fail never reach their power before a person or a reboot helps.

| firmware | machines | to under 5 % | to 95 % | wakes that failed |
|---|---|---|---|---|
{table}

These are the parameters that the simulated machines were given, seen through the drivers; no real machine was measured.

## A site of 100 MW

{told("sites", "100 MW")[0]}.

## Five sites on one price spike

{told("sites", "five sites")[0]}. Each site has its share of the cap as its ramp, down and up.""")
