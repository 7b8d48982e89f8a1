package episode

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// verdict is what the newest study of the network says about a plan, as a
// reason that cites the study: the network computed on, the state it stands on
// and the branch that decides. It tells; it binds nothing.
func verdict(s *site.Site, snap *market.Snapshot, plan site.Plan) []policy.Reason {
	if snap.Grid == nil {
		return nil
	}
	g := snap.Grid
	mw := float64(s.PlanMeterMW(plan))
	effect, on := g.Judge(mw)
	return []policy.Reason{{
		Rule: "grid." + string(effect),
		Text: sentence(g, mw, effect, on) + "; " + studied(g),
	}}
}

func sentence(g *market.Grid, mw float64, effect market.Effect, on *market.Binding) string {
	if on == nil {
		return fmt.Sprintf("%.1f MW at bus %d move none of the tightest branches", mw, g.Bus)
	}
	verb := "adds to"
	switch effect {
	case market.Relieves:
		verb = "relieves"
	case market.Causes:
		verb = "overloads"
	}
	return fmt.Sprintf("%.1f MW at bus %d %s %s%s: %.1f %% of %.0f MW, %.1f %% without the site, shift factor %+.3f",
		mw, g.Bus, verb, on.Branch, afterOutage(on.Outage), 100*on.Loading(g, mw), on.LimitMW, 100*on.Loading(g, 0), on.Shift)
}

func afterOutage(outage string) string {
	if outage == "" {
		return ""
	}
	return " after the loss of " + outage
}

func studied(g *market.Grid) string {
	kind := "the operator's network "
	if g.Synthetic {
		kind = "the synthetic network "
	}
	digest := g.Case
	if len(digest) > 12 {
		digest = digest[:12]
	}
	return "computed on " + kind + g.Network + ", case " + digest + ", state of " + g.At.UTC().Format("2006-01-02T15:04Z")
}
