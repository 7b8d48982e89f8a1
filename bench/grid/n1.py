"""The peer's side of n1.sh: lightsim2grid's ContingencyAnalysisCPP on the outages that our side lists.

    n1.py solve CASE.m OURS.json REPEAT    measures the peer, prints JSON
    n1.py table NAME OURS.json... -- PEER.json...   prints a row of markdown
"""
import json
import re
import statistics
import sys
import time
import warnings

import numpy as np


def read_case(path):
    """The numeric matrices of a case without executable tail, which is what is measured here."""
    text = re.sub(r"%[^\n]*", "", open(path).read())
    case = {"baseMVA": float(re.search(r"mpc\.baseMVA\s*=\s*([\d.eE+]+)", text).group(1))}
    for name in ("bus", "gen", "branch"):
        body = re.search(r"mpc\.%s\s*=\s*\[(.*?)\]" % name, text, re.S).group(1)
        rows = [line.replace(",", " ").split() for line in re.split(r"[;\n]", body)]
        case[name] = np.array([[float(v) for v in row] for row in rows if row])
    return case


def peer_order(branch):
    """The peer counts lines first, then transformers: row -> its number."""
    trafo = (branch[:, 8] != 0) | (branch[:, 9] != 0)
    order = np.concatenate([np.flatnonzero(~trafo), np.flatnonzero(trafo)])
    number = np.empty(len(order), dtype=int)
    number[order] = np.arange(len(order))
    return number


def start_voltage(model, case):
    """The case's voltages with the set points of its generators."""
    bus, gen = case["bus"], case["gen"]
    at = {int(row[0]): i for i, row in enumerate(bus)}
    start = bus[:, 7] * np.exp(1j * np.deg2rad(bus[:, 8]))
    for row in gen:
        i = at[int(row[0])]
        if row[7] > 0 and bus[i, 1] in (2, 3):
            start[i] = row[5] * start[i] / abs(start[i])
    return np.concatenate([start, np.zeros(len(model.get_bus_vn_kv()) - len(start))]).astype(complex)


def base_voltage(model, case):
    v = model.ac_pf(start_voltage(model, case), 30, 1e-8)
    if len(v) == 0:
        raise SystemExit("the peer's base case diverged: nothing to compare")
    return v


def solve(path, ours, repeat):
    warnings.filterwarnings("ignore")
    import lightsim2grid
    from lightsim2grid.algorithm import AlgorithmType
    from lightsim2grid.contingencyAnalysis import ContingencyAnalysisCPP
    from lightsim2grid.network import init_from_matpower

    case = read_case(path)
    model = init_from_matpower(case)
    v = base_voltage(model, case)
    rows = json.load(open(ours))["outages"]
    number = peer_order(case["branch"])
    best = None
    for algorithm in ("NR_KLU", "NRSing_KLU"):
        cpu = []
        for _ in range(repeat):
            study = ContingencyAnalysisCPP(model)
            study.change_algorithm(getattr(AlgorithmType, algorithm))
            study.nb_thread = 1
            study.add_multiple_n1([int(number[r]) for r in rows])
            begin = time.process_time()
            study.compute(v, 15, 1e-8)
            cpu.append((time.process_time() - begin) * 1e6)
        if best is None or statistics.median(cpu) < statistics.median(best[1]):
            best = algorithm, cpu, study
    algorithm, cpu, study = best
    voltage = np.abs(study.get_voltages())[:, : len(case["bus"])]
    low = [float(row[row > 0].min()) if (row > 0).any() else 0.0 for row in voltage]
    by_number = dict(zip([d[0] if hasattr(d, "__len__") else next(iter(d)) for d in map(list, study.my_defaults())], low))
    print(json.dumps({
        "peer": "lightsim2grid " + lightsim2grid.__version__, "algorithm": algorithm, "cpu_us": cpu,
        "min_vm_pu": [by_number[int(number[r])] for r in rows],
    }))


def table(name, ours, peer):
    ours, peer = [json.load(open(p)) for p in ours], [json.load(open(p)) for p in peer]
    a, b = ours[0], peer[0]
    both = [(x, y) for x, y in zip(a["min_vm_pu"], b["min_vm_pu"]) if x > 0 and y > 0]
    solved = sum(y > 0 for y in b["min_vm_pu"])
    worst = max(abs(x - y) for x, y in both)
    mine = statistics.median(t for o in ours for t in o["cpu_us"]) / a["solved"] / 1000
    theirs = statistics.median(t for o in peer for t in o["cpu_us"]) / solved / 1000
    print(f"| {name} | {a['buses']} | {len(a['outages'])} | {a['solved']} | {solved} | {a['newton']} "
          f"| {mine:.4f} | {theirs:.3f} | **{theirs / mine:.1f}x** | {worst:.1e} | {b['peer']}, {b['algorithm']} |")


if __name__ == "__main__":
    if sys.argv[1] == "solve":
        solve(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        cut = sys.argv.index("--")
        table(sys.argv[2], sys.argv[3:cut], sys.argv[cut + 1:])
