// Package dsac is discrete soft actor-critic (Christodoulou 2019), with what was
// found to make it hold: the two critics averaged instead of their minimum
// (Zhou et al. 2022), returns over several steps, a target entropy that falls
// during training, layer norm, a clamped temperature, and states that mask
// actions. Expectations over actions are exact sums over the valid ones.
//
// An [Agent] is the networks and their update; a [Replay] is what it learns
// from; a [Trainer] lets it act in environments and learn. Nothing here knows
// what a state or an action stands for: internal/core/learn/env does.
package dsac
