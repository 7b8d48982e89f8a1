package mpc_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// drawCase is a site of miners and GPUs with every limit there is, in any state,
// with an outlook, awards and emergencies.
func drawCase(t *rapid.T) (site.Site, site.State, market.Snapshot, site.Orders) {
	s := two(unit.MW(rapid.Float64Range(1, 8).Draw(t, "site limit")))
	s.Classes = append(s.Classes, site.Class{
		ID: "gpu", Kind: site.GPU, Model: "H100", Units: 1000,
		Levels: []site.Level{{Name: "idle", Watts: 100}, {Name: "full", Watts: 1000}},
		Tiers: []site.Tier{
			{Name: "sold", MaxMW: 0.3, USDPerGPUh: 2, Fill: 1, Sold: true, Penalty: 500},
			{Name: "batch", MaxMW: 0.7, USDPerGPUh: 0.3, Fill: 0.8},
		},
	})
	ramp := func(name string) unit.MW { return unit.MW(rapid.SampledFrom([]float64{0, 0, 0.1, 0.5}).Draw(t, name)) }
	s.Limits.RampUpMW, s.Limits.RampDown = ramp("ramp up"), ramp("ramp down")
	s.Limits.Feeders = []site.Feeder{{ID: "a", LimitMW: unit.MW(rapid.Float64Range(1, 6).Draw(t, "feeder"))}}
	st := s.InitialState(noon(), rapid.Bool().Draw(t, "on"))
	for i := range s.Classes {
		c, cs := &s.Classes[i], &st.Classes[i]
		if rapid.Bool().Draw(t, "on feeder") {
			c.Feeder = "a"
		}
		c.RampMW = ramp("class ramp")
		if cs.On && rapid.Bool().Draw(t, "partly") {
			cs.MW = min(cs.MW, c.AsleepMW()+unit.MW(rapid.Float64Range(0.01, 3).Draw(t, "power")))
		}
		cs.Since = noon().Add(-time.Duration(rapid.IntRange(0, 40).Draw(t, "minutes")) * time.Minute)
		cs.Starts = rapid.IntRange(0, 6).Draw(t, "starts")
	}
	var next []float64
	for range rapid.IntRange(0, 4).Draw(t, "paths") {
		next = append(next, rapid.Float64Range(-50, 400).Draw(t, "price"))
	}
	snap := snapshot(rapid.Float64Range(-50, 3000).Draw(t, "now"), next...)
	snap.Late = rapid.Bool().Draw(t, "late")
	if eea := rapid.SampledFrom([]float64{0, 0, 0, 1, 2, 3}).Draw(t, "eea"); eea > 0 {
		snap.System.EEA = quote(eea)
	}
	var orders site.Orders
	for h := range rapid.IntRange(0, 3).Draw(t, "awards") {
		orders.Awards = append(orders.Awards, site.Award{
			Product: "ECRS", Up: true, MW: unit.MW(rapid.Float64Range(0.1, 3).Draw(t, "award")), LowMW: 0.5,
			Start: noon().Add(time.Duration(h) * time.Hour), End: noon().Add(time.Duration(h+1) * time.Hour),
		})
	}
	for h := range rapid.IntRange(0, 3).Draw(t, "positions") {
		s.Participation = &site.Participation{Type: site.NCLR, LowMW: 0.5, Qualified: []site.Qualified{{Product: "ECRS"}}}
		orders.DayAhead = append(orders.DayAhead, site.Position{
			Product: "ECRS", MW: unit.MW(rapid.Float64Range(0.1, 6).Draw(t, "sold")), Price: rapid.Float64Range(0, 500).Draw(t, "sold at"),
			Start: noon().Add(time.Duration(h) * time.Hour), End: noon().Add(time.Duration(h+1) * time.Hour),
		})
	}
	return s, st, snap, orders
}

// make evidence runs 10,000 of these with -rapid.checks.
func TestGuardIsNeverBreachedByPlansAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, st, snap, orders := drawCase(t)
		if err := s.Validate(); err != nil {
			t.Skip(err)
		}
		in := policy.Input{Site: &s, State: &st, Snapshot: &snap, Orders: &orders}
		wish := mpc.Policy{Params: mpc.Params{Scenarios: 4, Hours: 6, Prices: 3}}.Propose(in).Plan
		plan, _ := policy.Guard(in, &orders, wish)
		const tolerance = 1e-6
		if meter := s.PlanMeterMW(plan); meter > s.Limits.SiteMW+tolerance {
			t.Fatalf("the meter shows %.6f MW, the limit is %.6f", float64(meter), float64(s.Limits.SiteMW))
		}
		var onFeeder unit.MW
		for i := range s.Classes {
			c, was := &s.Classes[i], st.Classes[i]
			granted := plan.ClassMW(c.ID)
			if granted > c.MaxMW()+tolerance || granted < 0 {
				t.Fatalf("class %s is granted %.6f MW of %.6f", c.ID, float64(granted), float64(c.MaxMW()))
			}
			if c.Feeder == "a" {
				onFeeder += c.DrawMW(granted)
			}
			started := c.On(granted) && !was.On
			if started && noon().Sub(was.Since) < c.MinDown {
				t.Fatalf("class %s starts after a rest of %s, its least is %s", c.ID, noon().Sub(was.Since), c.MinDown)
			}
			if started && c.StartsPerDay > 0 && was.Starts >= c.StartsPerDay {
				t.Fatalf("class %s starts for the %dth time of the day, its budget is %d", c.ID, was.Starts+1, c.StartsPerDay)
			}
			if c.Mines() && snap.System.EEA.Value >= 2 && granted > c.AsleepMW()+tolerance {
				t.Fatalf("class %s mines with %.6f MW at EEA level %.0f", c.ID, float64(granted), snap.System.EEA.Value)
			}
		}
		if limit := s.Limits.Feeders[0].LimitMW; onFeeder > limit+tolerance {
			t.Fatalf("the feeder carries %.6f MW of %.6f", float64(onFeeder), float64(limit))
		}
		again, _ := policy.Guard(in, &orders, plan)
		if difference := s.PlanMeterMW(again) - s.PlanMeterMW(plan); difference > tolerance || difference < -tolerance {
			t.Fatalf("guarded again it draws %.6f MW more", float64(difference))
		}
	})
}

// Where nothing outranks the wish, what was awarded is there: mpc plans for it,
// and Guard need not.
func TestAwardedReserveIsHeldByThePlanItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := two(unit.MW(rapid.Float64Range(4, 8).Draw(t, "site limit")))
		for i := range s.Classes {
			s.Classes[i].MinUp, s.Classes[i].MinDown, s.Classes[i].StartsPerDay = 0, 0, 0
		}
		st := s.InitialState(noon(), true)
		snap := snapshot(rapid.Float64Range(0, 900).Draw(t, "now"), rapid.Float64Range(0, 900).Draw(t, "a"), rapid.Float64Range(0, 900).Draw(t, "b"))
		award := unit.MW(rapid.Float64Range(0.1, 3.5).Draw(t, "award"))
		orders := site.Orders{Awards: []site.Award{{Product: "RRS", MW: award, Up: true, Start: noon(), End: noon().Add(time.Hour)}}}
		plan := mpc.Policy{}.Propose(policy.Input{Site: &s, State: &st, Snapshot: &snap, Orders: &orders}).Plan
		if meter := s.PlanMeterMW(plan); meter < award-1e-6 {
			t.Fatalf("the plan draws %.6f MW for an award of %.6f", float64(meter), float64(award))
		}
	})
}
