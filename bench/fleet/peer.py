"""Opens machines with pyasic, reads each with the commands that this project's
driver sends, and prints how long the reading took. One machine is put to sleep."""

import asyncio
import json
import sys
import time
import warnings

import pyasic

COMMANDS = ("summary", "config", "power", "temps", "devs", "pools")


async def main(network: str, count: int) -> None:
    seats = asyncio.Semaphore(32)

    async def opened(i: int):
        async with seats:
            return await pyasic.get_miner(f"{network}.0.{i + 1}")

    miners = [m for m in await asyncio.gather(*(opened(i) for i in range(count))) if m]

    async def read(m):
        async with seats:
            return await m.rpc.multicommand(*COMMANDS)

    began = time.monotonic()
    answers = await asyncio.gather(*(read(m) for m in miners), return_exceptions=True)
    took = time.monotonic() - began
    good = sum(1 for a in answers if isinstance(a, dict) and float(a["summary"][0]["SUMMARY"][0]["GHS 5s"]) > 0)
    stopped = await miners[0].stop_mining() if miners else False
    print(json.dumps({"opened": len(miners), "read": good, "read_s": took, "is": str(miners[0]) if miners else "", "stopped": stopped}))


warnings.simplefilter("ignore")
asyncio.run(main(sys.argv[1], int(sys.argv[2])))
