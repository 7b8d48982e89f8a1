"""Reads the simulated machine of each firmware with two clients that nobody here
wrote, pyasic and asic-rs, beside this project's own driver, and prints a table in
Markdown. A hashrate or power that is read and is off by more than 2 % ends it with
an error.

usage: witness.py POUWDEM < lines of "FIRMWARE ADDRESS:PORT"
"""

import asyncio
import json
import logging
import subprocess
import sys
import warnings

import pyasic
from pyasic.miners.backends.btminer import BTMinerV3
from pyasic.rpc.cgminer import CGMinerRPCAPI
from pyasic_rs.factory import MinerFactory

NOTHING = (None, None)
WAIT = 30  # seconds for a machine


def ours(binary: str, firmware: str, address: str):
    told = subprocess.run([binary, "miner", "read", address, "--firmware", firmware, "--json"], check=True, capture_output=True, text=True)
    machine = json.loads(told.stdout)["machines"][0]
    return machine["hashrate_ths"], machine["power_w"] or None


def terahashes(rate):
    return None if rate is None else rate.rate * rate.unit.value / 1e12


async def by_pyasic(firmware: str, ip: str):
    if firmware == "cgminer":  # it knows makers' firmware, and cgminer's protocol only below that
        summary = await CGMinerRPCAPI(ip).summary()
        return summary["SUMMARY"][0]["MHS 5s"] / 1e6, None
    if firmware == "whatsminer3":  # it looks for the protocol of version 2 first, which is not served here
        miner = BTMinerV3(ip)
        return terahashes(await miner.get_hashrate()), await miner.get_wattage()
    miner = await pyasic.get_miner(ip)
    if miner is None:
        return NOTHING
    data = await miner.get_data()
    return terahashes(data.hashrate), data.wattage


async def by_asic_rs(ip: str):
    miner = await MinerFactory().get_miner(ip)
    if miner is None:
        return NOTHING
    data = (await miner.get_data()).model_dump()
    return (data.get("hashrate") or {}).get("value"), data.get("wattage")


async def tried(reading):
    try:
        return await asyncio.wait_for(reading, WAIT)
    except Exception as fault:  # whatever a client trips over is what it could not read
        print("witness:", repr(fault)[:200], file=sys.stderr)
        return NOTHING


def shown(value, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


async def main(binary: str) -> int:
    wrong = 0
    print("| firmware | our driver TH/s | W | pyasic TH/s | W | asic-rs TH/s | W |")
    print("|---|---|---|---|---|---|---|")
    for line in sys.stdin:
        firmware, address = line.split()
        ip = address.rsplit(":", 1)[0]
        own = ours(binary, firmware, address)
        others = [await tried(by_pyasic(firmware, ip)), await tried(by_asic_rs(ip))]
        for read in others:
            wrong += sum(1 for mine, theirs in zip(own, read) if theirs is not None and (mine is None or abs(theirs / mine - 1) > 0.02))
        print("|", " | ".join([firmware] + [f"{shown(ths, 1)} | {shown(watts, 0)}" for ths, watts in (own, *others)]), "|")
    return wrong


warnings.simplefilter("ignore")
logging.disable()
wrong = asyncio.run(main(sys.argv[1]))
if wrong:
    sys.exit(f"{wrong} readings differ by more than 2 %")
