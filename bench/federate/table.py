"""Turns the measurements of bench/federate.sh into the page."""
import collections
import json
import statistics
import sys

rows = collections.defaultdict(lambda: collections.defaultdict(list))
last = {}
for line in open(sys.argv[1]):
    row = json.loads(line)
    last[row["case"]] = row
    rows[row["case"]]["ours"].append(row["ours"]["client_cpu_ms"])
    rows[row["case"]]["server"].append(row["ours"]["server_cpu_ms"])
    if "flower" in row:
        rows[row["case"]]["flower"].append(row["flower"]["client_cpu_ms"])
        rows[row["case"]]["ratio"].append(row["flower"]["client_cpu_ms"] / row["ours"]["client_cpu_ms"])


def middle(values, digits=1):
    return f"{statistics.median(values):,.{digits}f}" if values else "-"


print(f"""# What secure aggregation costs

    bench/federate.sh

runs this program's secure aggregation and Flower's SecAgg+ (PyPI flwr {sys.argv[2]}, its own client mod; {sys.argv[3]}) over the
same vector and the same number of clients, in turn, three times; medians. Processor time of one client, messages passed as values on
both sides. Ours holds signatures of every message, the consistency round, AES-128 in counter mode for the masks, HPKE for the shares,
clipping and quantising; every client is really masked and the sum is checked bit for bit. Flower's masks come from NumPy's Mersenne
Twister under a seed of 32 bits, it signs nothing and has no consistency round.

| clients x parameters | ours, ms | Flower, ms | ratio | server, ms | sent by a client, bytes | received, bytes |
|---|---|---|---|---|---|---|""")
for case, by in rows.items():
    ours = last[case]["ours"]
    ratio = f"{statistics.median(by['ratio']):.1f}" if by["ratio"] else "-"
    print(f"| {case} | {middle(by['ours'])} | {middle(by['flower'])} | {ratio} | {middle(by['server'], 0)} | {ours['client_bytes_up']:,} | {ours['client_bytes_down']:,} |")
sent = {c: r["flower"]["masked_bytes"] for c, r in last.items() if "flower" in r}
print("\nFlower's client sends " + " and ".join(f"{n:,} bytes ({c})" for c, n in sent.items()) + " of masked vector: eight bytes a parameter, where ours sends four.")
print("""
With ten clients more than a third of our time goes into elliptic curves, which cost the same for a short vector as for a long one: six
signatures made and nine checked, nine agreements, and nine HPKE encapsulations, of which a client makes half (two multiplications each)
and opens half (one). Three tenths go into ten masks of AES, a seventh into the hash that the signature and the record name, a twentieth
into memory; adding the masks, clipping and rounding share what is left. All of the first three is Go's own cryptography at the speed of the
processor's instructions.""")
print("The server's time is that of the whole round on one core. Received bytes are without the global model.")
print("""
Adding masks, the norm by which updates are clipped, and rounding have kernels for AVX2 (`core/federate/secagg/words`). Without AVX2 the
portable code gives the same bits.""")
