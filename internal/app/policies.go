package app

import (
	"encoding/json"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
)

// councilOf is the policies that are asked at every decision, with the named
// one as champion. params are the champion's parameters as JSON; only threshold,
// mpc, dsac and federated have any. Challengers, where there are any, are asked too.
func (l library) councilOf(name string, params json.RawMessage, challengers ...policy.Policy) (episode.Council, error) {
	var threshold policy.Threshold
	var ahead mpc.Policy
	var learned learn.Params
	var common adoptedParams
	var err error
	switch {
	case len(params) == 0:
	case name == mpc.Name:
		err = json.Unmarshal(params, &ahead.Params)
		threshold.Params = ahead.Params.Fallback
	case name == learn.Name:
		err = json.Unmarshal(params, &learned)
		threshold.Params = learned.Fallback
	case name == adoptedName:
		err = json.Unmarshal(params, &common)
		threshold.Params = common.Fallback
	default:
		err = json.Unmarshal(params, &threshold.Params)
	}
	if err != nil {
		return episode.Council{}, fmt.Errorf("parameters of policy %s: %w", name, err)
	}
	ahead.Params.Fallback = threshold.Params
	all := []policy.Policy{threshold, policy.DayAhead{}, policy.Lag1{}, policy.Always{}, ahead}
	switch name {
	case learn.Name:
		agent, err := l.policy(learned)
		if err != nil {
			return episode.Council{}, err
		}
		all = append(all, agent)
	case adoptedName:
		own, err := l.adopted(common)
		if err != nil {
			return episode.Council{}, err
		}
		all = append(all, own)
	}
	all = append(all, challengers...)
	for _, champion := range all {
		if champion.Name() == name {
			return episode.Council{Champion: champion, Params: params, Degraded: policy.Degraded{}, Baselines: all}, nil
		}
	}
	return episode.Council{}, fmt.Errorf("policy %q is unknown: want always, lag1, threshold, dayahead, mpc or dsac", name)
}
