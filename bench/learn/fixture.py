"""Writes the fixture that internal/core/learn/dsac is compared with: 20 updates
in PyTorch from the same parameters and batches.

    bench/learn/fixture.py > internal/core/learn/dsac/testdata/pytorch.json
"""
import json

import torch

import reference

STATE, HIDDEN, ACTIONS, ROWS, UPDATES = 6, [32, 16], 5, 24, 20


def numbers(t):
    return [float(x) for x in t.detach().flatten()]


def linear(net):
    """Weights by rows of inputs, then the bias, layer after layer."""
    out = []
    for layer in net:
        if isinstance(layer, torch.nn.Linear):
            out.append({"weights": numbers(layer.weight.t().contiguous()), "bias": numbers(layer.bias)})
    return out


def batch(g):
    mask = torch.rand(2, ROWS, ACTIONS, generator=g) < 0.6
    mask[:, :, 1] |= ~mask.any(2)
    mask[:, 0] = False
    mask[:, 0, 2] = True  # a state without a choice
    action = torch.multinomial(mask[0].float(), 1, generator=g).squeeze(1)
    return {
        "state": torch.randn(ROWS, STATE, generator=g), "mask": mask[0], "action": action,
        "ret": torch.randn(ROWS, generator=g), "next": torch.randn(ROWS, STATE, generator=g), "next_mask": mask[1],
        "discount": torch.where(torch.rand(ROWS, generator=g) < 0.2, 0.0, 0.97), "weight": 0.2 + 0.8 * torch.rand(ROWS, generator=g),
    }


def case(name, layer_norm, pessimism, soft, clip):
    torch.manual_seed(7)
    g = torch.Generator().manual_seed(11)
    agent = reference.Agent(STATE, HIDDEN, ACTIONS, layer_norm)
    with torch.no_grad():
        agent.log_alpha.fill_(-1.0)
    start = [linear(n) for n in (agent.actor, *agent.critics)]
    opts, alpha_opt = reference.optimisers(agent, 1e-3, 2e-3, 1e-3)
    batches, trace = [], []
    for i in range(UPDATES):
        b = batch(g)
        batches.append({k: (v.int() if v.dtype == torch.bool else v).flatten().tolist() for k, v in b.items()})
        critic, actor = reference.update(agent, opts, alpha_opt, b, 0.4, clip, 0.05, pessimism=pessimism, soft=soft)
        trace.append({"critic": float((critic[0] + critic[1]) / 2), "actor": float(actor), "alpha": float(agent.log_alpha.exp())})
    end = [linear(n) for n in (agent.actor, *agent.critics, *agent.targets)]
    return {"name": name, "layer_norm": layer_norm, "pessimism": pessimism, "soft": soft, "clip": clip,
            "start": start, "batches": batches, "trace": trace, "end": end}


print(json.dumps({
    "pytorch": torch.__version__.split("+")[0], "state": STATE, "hidden": HIDDEN, "actions": ACTIONS, "rows": ROWS,
    "cases": [case("recommended", True, 0.0, True, 10.0), case("minimum, decoupled, clipped, without norm", False, 1.0, False, 0.5)],
}, separators=(",", ":")))
