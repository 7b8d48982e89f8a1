"""Times lightsim2grid's power flow on the problems that the Go program wrote.

    peers.py SECONDS PROBLEM.json CASE.m      one line of JSON

Times in microseconds, medians, by the peer's own clock: its Newton with KLU and
a single slack. Warm is its grid model, which keeps its analysis from one power
flow to the next; cold is its solver, reset before each, on the Go program's own
matrices. Every voltage of both is compared with the Go program's.
"""

import json
import os
import sys
import time
import warnings

warnings.simplefilter("ignore")
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import numpy as np
import scipy.sparse as sp
from lightsim2grid.algorithm import AlgorithmType, NRSing_KLU
from lightsim2grid.network import init_from_matpower
from n1 import read_case, start_voltage


def median(budget, step):
    """The median of what step answers, repeated for budget seconds."""
    values = []
    begun = time.perf_counter()
    while time.perf_counter() - begun < budget or len(values) < 3:
        values.append(step())
    return np.median(np.array(values), axis=0) * 1e6


def warm(path, budget, found):
    """Median time and largest difference of the grid model's power flows."""
    case = read_case(path)
    model = init_from_matpower(case)
    model.change_algorithm(AlgorithmType.NRSing_KLU)
    start = start_voltage(model, case)
    v = model.ac_pf(start.copy(), 30, 1e-8)[: len(found)]
    if len(v) == 0:
        raise RuntimeError(path + ": did not converge")

    def solve():
        model.ac_pf(start.copy(), 30, 1e-8)
        return model.get_computation_time()

    solve()
    return median(budget, solve), float(np.max(np.abs(v - found)))


def measure(path, case, budget):
    with open(path) as file:
        d = {k: np.array(v) for k, v in json.load(file).items()}
    live = np.flatnonzero(d["kind"] != 4)
    n = len(d["p"])
    y = sp.csr_matrix((d["g"] + 1j * d["b"], d["col"], d["ptr"]), shape=(n, n))[live][:, live].tocsc()
    kind = d["kind"][live]
    s = (d["p"] + 1j * d["q"])[live]
    v0 = (d["vm"] * np.exp(1j * d["va"]))[live]
    ref, pv, pq = (np.flatnonzero(kind == k).astype(np.int32) for k in (3, 2, 1))
    weights = np.zeros(len(live))
    weights[ref[0]] = 1.0
    if len(ref) > 1:
        return None  # its single-slack solver takes one reference
    solver = NRSing_KLU()

    def cold():
        solver.reset()
        if not solver.solve(y, v0.copy(), s, ref, weights, pv, pq, 20, 1e-8):
            raise RuntimeError(path + ": did not converge")
        timers = solver.get_timers()
        return timers.timer_total_nr if hasattr(timers, "timer_total_nr") else timers[-1]

    cold()
    v = solver.get_Vm() * np.exp(1j * solver.get_Va())
    found = d["found_vm"] * np.exp(1j * d["found_va"])
    iterations = int(solver.get_nb_iter())
    warm_us, warm_apart = warm(case, budget, found)
    return {
        "case": os.path.basename(path)[:-5], "iterations": iterations, "apart": max(warm_apart, float(np.max(np.abs(v - found[live])))),
        "warm_us": warm_us, "cold_us": median(budget, cold),
    }


def main():
    line = measure(sys.argv[2], sys.argv[3], float(sys.argv[1]))
    if line:
        print(json.dumps(line))


main()
