package policy_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// following is the mixed site with s21 at work and following regulation, its
// state, and awards of 1 MW up and 0.5 MW down.
func following() (s site.Site, st site.State, plan site.Plan, orders site.Orders) {
	s = mixed()
	s.Limits.RampUpMW, s.Limits.RampDown = 0, 0
	s.Classes[1].Follows, s.Classes[1].RampMW = true, 0
	st = s.InitialState(at, true)
	for i := range st.Classes {
		st.Classes[i].Since = at.AddDate(0, 0, -1)
	}
	st.Classes[1].MW = 9
	plan = site.Plan{Allocations: []site.Allocation{
		{Class: "s19", Use: site.Mine, MW: 12}, {Class: "s21", Use: site.Mine, MW: 9}, {Class: "h100", Use: site.Infer, Tier: "sold", MW: 1},
	}}
	orders = site.Orders{Awards: []site.Award{
		{Product: site.RegUp, MW: 1, Up: true, LowMW: 1, Start: at}, {Product: site.RegDown, MW: 0.5, Start: at},
	}}
	return s, st, plan, orders
}

func TestRegulationMovesTheLoadWithinItsAwardsAndNoFurther(t *testing.T) {
	for _, c := range []struct {
		name   string
		ask    unit.MW
		change func(s *site.Site, o *site.Orders)
		want   float64
	}{
		{"down within the award", -0.4, nil, -0.4},
		{"down beyond the award", -3, nil, -1},
		{"up beyond the award", 3, nil, 0.5},
		{"an award that is called on is not held", -0.4, func(_ *site.Site, o *site.Orders) { o.Awards[0].Deployed = true }, 0},
		{"no class follows", -0.4, func(s *site.Site, _ *site.Orders) { s.Classes[1].Follows = false }, 0},
		{"the site is stopped", -0.4, func(_ *site.Site, o *site.Orders) { o.Stop = true }, 0},
		{"a ceiling leaves no room up", 0.4, func(s *site.Site, o *site.Orders) {
			_, _, plan, _ := following()
			most := s.PlanMeterMW(plan)
			o.Instructions = []site.Instruction{{ID: "c", Kind: "curtail", MaxMW: &most, Start: at}}
		}, 0},
		{"a base point moves along", 0.4, func(s *site.Site, o *site.Orders) {
			_, _, plan, _ := following()
			base := s.PlanMeterMW(plan)
			o.Instructions = []site.Instruction{{ID: "base-point", Kind: "base_point", MaxMW: &base, MinMW: &base, Start: at}}
		}, 0.4},
	} {
		s, st, plan, orders := following()
		if c.change != nil {
			c.change(&s, &orders)
		}
		_, by := policy.Regulate(policy.Input{Site: &s, State: &st, Snapshot: snapshot(0, 6000)}, &orders, plan, c.ask)
		if math.Abs(float64(by)-c.want) > tolerance {
			t.Errorf("%s: moved by %.3f MW, want %.3f", c.name, float64(by), c.want)
		}
	}
}

func TestRegulationNeverLeavesItsAwardOrBreaksGuard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		c.site.Classes[1].Follows = true
		c.orders.Awards = append(c.orders.Awards,
			site.Award{Product: site.RegUp, MW: unit.MW(rapid.Float64Range(0, 4).Draw(t, "regup")), Up: true, Start: at},
			site.Award{Product: site.RegDown, MW: unit.MW(rapid.Float64Range(0, 4).Draw(t, "regdown")), Start: at})
		running := c.guard()
		down, up := c.orders.Regulating(c.snap.AsOf, c.snap.Interval.End())
		plan, by := policy.Regulate(c.in(), &c.orders, running, unit.MW(rapid.Float64Range(-9, 9).Draw(t, "asked")))
		if by < -down-tolerance || by > up+tolerance {
			t.Fatalf("moved by %g MW, with %g awarded to come off and %g to come on", float64(by), float64(down), float64(up))
		}
		if moved := c.site.PlanMeterMW(plan) - c.site.PlanMeterMW(running); math.Abs(float64(moved-by)) > tolerance {
			t.Fatalf("told %g MW and the plan moved by %g", float64(by), float64(moved))
		}
		left := c.orders.Regulated(by)
		again, _ := policy.Guard(c.in(), &left, plan)
		for i := range c.site.Classes {
			class := &c.site.Classes[i]
			mw := plan.ClassMW(class.ID)
			if math.Abs(float64(again.ClassMW(class.ID)-mw)) > 2*tolerance && by != 0 {
				t.Fatalf("Guard has %s at %g MW, regulation at %g", class.ID, float64(again.ClassMW(class.ID)), float64(mw))
			}
			if changed := mw != running.ClassMW(class.ID); changed && (!class.Follows || mw < class.AwakeMW()-tolerance || mw > class.MaxMW()+tolerance) {
				t.Fatalf("%s was moved to %g MW", class.ID, float64(mw))
			}
		}
	})
}
