"""Times updates and decisions of the PyTorch agent of reference.py in processor
time, one thread, one JSON object to a line.

    speed.py HIDDEN BATCH SECONDS eager|compiled
"""
import json
import sys
import time

import torch

import reference

STATE, ACTIONS = 48, 10
hidden, rows, seconds, how = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
torch.set_num_threads(1)
torch.manual_seed(1)
agent = reference.Agent(STATE, [hidden, hidden], ACTIONS)
opts, alpha_opt = reference.optimisers(agent, 3e-4, 1e-3, 1e-3, fused=True)
mask = torch.rand(2, rows, ACTIONS) < 0.9
mask[:, :, 0] = True
batch = {
    "state": torch.randn(rows, STATE), "next": torch.randn(rows, STATE), "mask": mask[0], "next_mask": mask[1],
    "action": torch.zeros(rows, dtype=torch.long), "ret": torch.randn(rows), "discount": torch.full((rows,), 0.97), "weight": torch.ones(rows),
}
forward = reference.losses
actor = agent.actor
if how == "compiled":
    forward = torch.compile(reference.losses, mode="max-autotune-no-cudagraphs")
    actor = torch.compile(agent.actor, mode="max-autotune-no-cudagraphs")


def update():
    reference.update(agent, opts, alpha_opt, batch, 0.4, 10.0, 0.005, forward=forward)


one, one_mask = batch["state"][:1], batch["mask"][:1]


@torch.inference_mode()
def decide():
    return int(actor(one).masked_fill(~one_mask, -1e9).argmax())


def timed(call, budget):
    for _ in range(20):
        call()
    start, calls = time.process_time(), 0
    while time.process_time() - start < budget:
        for _ in range(20):
            call()
        calls += 20
    return (time.process_time() - start) / calls * 1e6


print(json.dumps({"pytorch": torch.__version__.split("+")[0], "how": how, "hidden": hidden, "batch": rows,
                  "update_us": timed(update, seconds), "decision_us": timed(decide, seconds / 4)}))
