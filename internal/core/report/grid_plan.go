package report

import (
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// GridWithPlans is a study seen at the moment at, with the plan in force at
// each of its sites and the verdict on it. The study itself is not changed.
func GridWithPlans(study Grid, at time.Time, records []SiteRecord) Grid {
	if study.At != nil {
		study.AgeS = number(at.Sub(*study.At).Seconds())
	}
	study.Sites = slices.Clone(study.Sites)
	for i := range study.Sites {
		s := &study.Sites[i]
		for _, r := range records {
			if r.Site.ID == s.Site && r.Newest != nil && s.InNetwork {
				s.judge(float64(r.Site.PlanMeterMW(r.Newest.Plan)))
			}
		}
	}
	return study
}

// judge fills in what follows from the site's plan of mw at the meter.
func (s *GridSite) judge(mw float64) {
	s.PlanMW = number(mw)
	if s.StudyMW == nil {
		return
	}
	g := market.Grid{StudyMW: *s.StudyMW}
	s.Binding = slices.Clone(s.Binding)
	for i := range s.Binding {
		b := &s.Binding[i]
		binding := market.Binding{Branch: b.Branch, Outage: b.Outage, FlowMW: b.FlowMW, LimitMW: b.LimitMW, Shift: b.ShiftFactor}
		b.LoadingAtPlanPct = number(100 * binding.Loading(&g, mw))
		g.Binding = append(g.Binding, binding)
	}
	effect, on := g.Judge(mw)
	s.Verdict, s.Text = string(effect), verdictText(&g, mw, effect, on)
}

func verdictText(g *market.Grid, mw float64, effect market.Effect, on *market.Binding) string {
	if on == nil {
		return fmt.Sprintf("%.1f MW move none of the tightest branches", mw)
	}
	what := map[market.Effect]string{market.Relieves: "relieve", market.Adds: "add load to", market.Causes: "overload"}[effect]
	when := ""
	if on.Outage != "" {
		when = " after the loss of " + on.Outage
	}
	return fmt.Sprintf("%.1f MW %s %s%s: %.1f %% of its limit, %.1f %% without the site",
		mw, what, on.Branch, when, 100*on.Loading(g, mw), 100*on.Loading(g, 0))
}
