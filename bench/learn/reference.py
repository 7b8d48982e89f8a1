"""Discrete soft actor-critic in PyTorch, from its formulas, with autograd.

The loss is the one that docs/learning.md states. reference.py is the other
side of two comparisons: fixture.py (the same numbers?) and speed.py (how fast?).
"""
import torch
from torch import nn


def network(state, hidden, actions, layer_norm=True):
    layers, width = [], state
    for h in hidden:
        layers.append(nn.Linear(width, h))
        if layer_norm:
            layers.append(nn.LayerNorm(h, elementwise_affine=False, eps=1e-5))
        layers.append(nn.ReLU())
        width = h
    layers.append(nn.Linear(width, actions))
    return nn.Sequential(*layers)


class Agent(nn.Module):
    def __init__(self, state, hidden, actions, layer_norm=True):
        super().__init__()
        self.actor = network(state, hidden, actions, layer_norm)
        self.critics = nn.ModuleList(network(state, hidden, actions, layer_norm) for _ in range(2))
        self.targets = nn.ModuleList(network(state, hidden, actions, layer_norm) for _ in range(2))
        self.targets.load_state_dict(self.critics.state_dict())
        self.targets.requires_grad_(False)
        self.log_alpha = nn.Parameter(torch.zeros(()))


def policy(logits, mask):
    logp = torch.log_softmax(logits.masked_fill(~mask, float("-inf")), dim=1)
    p = logp.exp()
    return p, logp.masked_fill(~mask, 0.0)


def joint(q1, q2, pessimism):
    mean = (q1 + q2) / 2
    return mean - pessimism * (q1 - q2).abs() / 2 if pessimism else mean


def losses(agent, b, share, pessimism=0.0, soft=True):
    """Critic, actor and temperature loss at the present parameters."""
    alpha = agent.log_alpha.detach().exp()
    with torch.no_grad():
        p, logp = policy(agent.actor(b["next"]), b["next_mask"])
        value = joint(agent.targets[0](b["next"]), agent.targets[1](b["next"]), pessimism)
        if soft:
            value = value - alpha * logp
        y = b["ret"] + b["discount"] * (p * value).sum(1)
    q = [c(b["state"]) for c in agent.critics]
    taken = [x.gather(1, b["action"][:, None]).squeeze(1) for x in q]
    critic = [(b["weight"] * (t - y) ** 2).mean() for t in taken]
    p, logp = policy(agent.actor(b["state"]), b["mask"])
    actor = (p * (alpha * logp - joint(q[0], q[1], pessimism).detach())).sum(1).mean()
    entropy = -(p * logp).sum(1).detach()
    valid = b["mask"].sum(1)
    choice = (valid > 1).float()
    goal = share * valid.float().log()
    temperature = agent.log_alpha * (choice * (entropy - goal)).sum() / choice.sum()
    return critic, actor, temperature


def optimisers(agent, actor_rate, critic_rate, alpha_rate, **kind):
    return [
        torch.optim.Adam(agent.actor.parameters(), actor_rate, **kind),
        torch.optim.Adam(agent.critics[0].parameters(), critic_rate, **kind),
        torch.optim.Adam(agent.critics[1].parameters(), critic_rate, **kind),
    ], torch.optim.Adam([agent.log_alpha], alpha_rate)


def update(agent, opts, alpha_opt, b, share, clip, tau, forward=losses, **switches):
    critic, actor, temperature = forward(agent, b, share, **switches)
    for o in opts:
        o.zero_grad(set_to_none=True)
    alpha_opt.zero_grad(set_to_none=True)
    (critic[0] + critic[1] + actor + temperature).backward()
    for net in (agent.actor, *agent.critics):
        torch.nn.utils.clip_grad_norm_(net.parameters(), clip)
    for o in opts:
        o.step()
    alpha_opt.step()
    with torch.no_grad():
        agent.log_alpha.clamp_(min=-9.210340371976182, max=0.0)
        torch._foreach_lerp_(list(agent.targets.parameters()), list(agent.critics.parameters()), tau)
    return critic, actor
