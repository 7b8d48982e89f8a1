package app

import (
	"encoding/json"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
)

// councilOf is the policies that are asked at every decision, with the named
// one as champion. params are the champion's parameters as JSON; only the
// threshold policy has any.
func councilOf(name string, params json.RawMessage) (episode.Council, error) {
	threshold := policy.Threshold{}
	if len(params) > 0 {
		if err := json.Unmarshal(params, &threshold.Params); err != nil {
			return episode.Council{}, fmt.Errorf("parameters of policy %s: %w", name, err)
		}
	}
	known := map[string]policy.Policy{
		"always": policy.Always{}, "lag1": policy.Lag1{}, "threshold": threshold, "dayahead": policy.DayAhead{},
	}
	champion, ok := known[name]
	if !ok {
		return episode.Council{}, fmt.Errorf("policy %q is unknown: want always, lag1, threshold or dayahead", name)
	}
	return episode.Council{
		Champion: champion,
		Params:   params,
		Degraded: policy.Degraded{},
		Baselines: []policy.Policy{
			known["threshold"], known["dayahead"], known["lag1"], known["always"],
		},
	}, nil
}
