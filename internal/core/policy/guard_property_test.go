package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// tolerance is the power that properties let pass as rounding, MW.
const tolerance = 1e-6

// trial is a random case for Guard.
type trial struct {
	site   site.Site
	state  site.State
	snap   *market.Snapshot
	orders site.Orders
	wish   site.Plan
}

func (c *trial) guard() site.Plan {
	plan, _ := policy.Guard(c.in(), &c.orders, c.wish)
	return plan
}

func (c *trial) in() policy.Input {
	return policy.Input{Site: &c.site, State: &c.state, Snapshot: c.snap}
}

func drawTrial(t *rapid.T) *trial {
	c := &trial{site: drawSite(t)}
	c.state = drawState(t, &c.site)
	c.snap = snapshot(float64(rapid.SampledFrom([]int{0, 0, 0, 1, 2, 3}).Draw(t, "eea")), rapid.Float64Range(1000, 8000).Draw(t, "prc"))
	c.snap.SPP.Stale = rapid.Bool().Draw(t, "stale")
	c.orders = drawOrders(t)
	c.wish = drawWish(t)
	return c
}

// drawSite is the mixed site with random limits.
func drawSite(t *rapid.T) site.Site {
	s := mixed()
	some := func(name string, top float64) unit.MW {
		if rapid.Bool().Draw(t, "no "+name) {
			return 0
		}
		return unit.MW(rapid.Float64Range(0.01, top).Draw(t, name))
	}
	s.Limits.SiteMW = unit.MW(rapid.Float64Range(1.5, 40).Draw(t, "site limit"))
	s.Limits.RampUpMW, s.Limits.RampDown = some("ramp up", 4), some("ramp down", 4)
	s.Limits.Feeders[0].LimitMW = unit.MW(rapid.Float64Range(0.5, 14).Draw(t, "feeder limit"))
	for i := range s.Classes {
		c := &s.Classes[i]
		if rapid.Bool().Draw(t, "on feeder") {
			c.Feeder = "a"
		}
		c.RampMW = some("class ramp", 3)
		c.MinUp = time.Duration(rapid.IntRange(0, 30).Draw(t, "min up")) * time.Minute
		c.MinDown = time.Duration(rapid.IntRange(0, 30).Draw(t, "min down")) * time.Minute
		c.StartsPerDay = rapid.IntRange(0, 3).Draw(t, "starts a day")
	}
	return s
}

func drawState(t *rapid.T, s *site.Site) site.State {
	st := s.InitialState(at, false)
	for i := range st.Classes {
		c, cs := &s.Classes[i], &st.Classes[i]
		if rapid.Bool().Draw(t, "on") {
			cs.MW = unit.MW(rapid.Float64Range(0, float64(c.MaxMW())).Draw(t, "running"))
			cs.On = c.On(cs.MW)
		}
		cs.Since = at.Add(-time.Duration(rapid.IntRange(0, 60).Draw(t, "minutes")) * time.Minute)
		cs.Starts = rapid.IntRange(0, 4).Draw(t, "starts")
	}
	if rapid.IntRange(0, 3).Draw(t, "dropped") == 0 {
		st.Dropped = at.Add(-time.Duration(rapid.IntRange(0, 20).Draw(t, "since the drop")) * time.Minute)
	}
	return st
}

func drawOrders(t *rapid.T) site.Orders {
	o := site.Orders{Stop: rapid.IntRange(0, 9).Draw(t, "stop") == 0}
	some := func(name string) *unit.MW {
		if rapid.Bool().Draw(t, "no "+name) {
			return nil
		}
		return mw(rapid.Float64Range(0, 30).Draw(t, name))
	}
	product := rapid.SampledFrom([]string{"RRS", "ECRS", "REGDN"})
	for range rapid.IntRange(0, 2).Draw(t, "instructions") {
		o.Instructions = append(o.Instructions, site.Instruction{
			ID:      rapid.SampledFrom([]string{"a", "b"}).Draw(t, "id"),
			Kind:    rapid.SampledFrom([]string{"curtail", "deploy", "recall", "base_point"}).Draw(t, "kind"),
			Product: product.Draw(t, "deployed product"), Revision: rapid.IntRange(1, 2).Draw(t, "revision"),
			MaxMW: some("max"), MinMW: some("min"), Start: at,
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "overrides") {
		o.Overrides = append(o.Overrides, site.Override{
			Class: rapid.SampledFrom([]string{"", "s19", "s21", "h100"}).Draw(t, "class"),
			MW:    unit.MW(rapid.Float64Range(0, 40).Draw(t, "override")), Start: at,
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "awards") {
		o.Awards = append(o.Awards, site.Award{
			Product: product.Draw(t, "product"), MW: unit.MW(rapid.Float64Range(0, 10).Draw(t, "award")),
			LowMW: unit.MW(rapid.Float64Range(0, 5).Draw(t, "low limit")), Up: rapid.Bool().Draw(t, "up"),
			Deployed: rapid.Bool().Draw(t, "deployed"), Start: at,
		})
	}
	if rapid.IntRange(0, 3).Draw(t, "fleet") == 0 {
		o.Fleet = &site.FleetShare{Up: unit.MW(rapid.Float64Range(0, 5).Draw(t, "fleet up")), Down: unit.MW(rapid.Float64Range(0, 5).Draw(t, "fleet down"))}
	}
	return o
}

func drawWish(t *rapid.T) site.Plan {
	var p site.Plan
	for range rapid.IntRange(0, 6).Draw(t, "allocations") {
		p.Allocations = append(p.Allocations, site.Allocation{
			Class: rapid.SampledFrom([]string{"s19", "s21", "h100", "nobody"}).Draw(t, "wished class"),
			Use:   rapid.SampledFrom([]site.Use{site.Mine, site.Infer, site.Grid, site.Off}).Draw(t, "use"),
			Tier:  rapid.SampledFrom([]string{"", "sold", "batch", "none"}).Draw(t, "tier"),
			MW:    unit.MW(rapid.Float64Range(-1, 20).Draw(t, "wish")),
		})
	}
	return p
}

func TestGuardKeepsPhysicalLimitsWhateverIsOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		plan := c.guard()
		limit := max(float64(c.site.Limits.SiteMW), meter(&c.site, site.Plan{}))
		if got := meter(&c.site, plan); got > limit+tolerance {
			t.Fatalf("the meter shows %.6f MW, the site's limit is %.6f", got, limit)
		}
		var fed, asleep unit.MW
		for i := range c.site.Classes {
			class, was := &c.site.Classes[i], &c.state.Classes[i]
			granted := plan.ClassMW(class.ID)
			draw, drew := class.DrawMW(granted), class.DrawMW(was.MW)
			if class.Feeder == "a" {
				fed += draw
				asleep += class.AsleepMW()
			}
			if granted < 0 || granted > class.MaxMW()+tolerance {
				t.Fatalf("%s is granted %.6f MW of %.6f", class.ID, float64(granted), float64(class.MaxMW()))
			}
			if class.RampMW > 0 && draw > drew+5*class.RampMW+tolerance {
				t.Fatalf("%s rises from %.6f to %.6f MW", class.ID, float64(drew), float64(draw))
			}
			rested := at.Add(20 * time.Second).Sub(was.Since)
			if class.On(granted) && !was.On && (rested < class.MinDown || class.StartsPerDay > 0 && was.Starts >= class.StartsPerDay) {
				t.Fatalf("%s starts after %s of rest and %d starts", class.ID, rested, was.Starts)
			}
		}
		if fed > max(asleep, c.site.Limits.Feeders[0].LimitMW)+tolerance {
			t.Fatalf("the feeder carries %.6f MW of %.6f", float64(fed), float64(c.site.Limits.Feeders[0].LimitMW))
		}
		var drew unit.MW
		for i := range c.site.Classes {
			drew += c.site.Classes[i].DrawMW(c.state.Classes[i].MW)
		}
		rise := meter(&c.site, plan) - float64(c.site.MeterMW(drew))
		if ramp := float64(c.site.Limits.RampUpMW); ramp > 0 && rise > 5*ramp+tolerance {
			t.Fatalf("the site rises by %.6f MW in five minutes, its ramp is %.6f a minute", rise, ramp)
		}
		if f := c.orders.Fleet; f != nil && rise > float64(f.Up)+tolerance {
			t.Fatalf("the site rises by %.6f MW, its share of the fleet's cap is %.6f", rise, float64(f.Up))
		}
	})
}

func TestAPlanNamesOnlyWhatTheSiteHas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		plan := c.guard()
		seen := map[site.Allocation]bool{}
		for _, a := range plan.Allocations {
			class, known := c.site.Class(a.Class)
			if !known || !(a.MW > 0) || class.Kind == site.ASIC && a.Use != site.Mine {
				t.Fatalf("allocation %+v cannot be", a)
			}
			if tier, ok := class.Tier(a.Tier); a.Use == site.Infer && (!ok || a.MW > tier.MaxMW+tolerance) {
				t.Fatalf("allocation %+v is more than its tier takes", a)
			}
			a.MW = 0
			if seen[a] {
				t.Fatalf("%+v is granted twice", a)
			}
			seen[a] = true
		}
	})
}

func TestGuardingAGuardedPlanChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		once := c.guard()
		c.wish = once
		if diff := cmp.Diff(once, c.guard()); diff != "" {
			t.Fatalf("guarded again (-once +twice):\n%s", diff)
		}
	})
}

func TestGuardIsDeterministicAndLeavesItsInputAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		in := c.in()
		in.Explain = true
		siteWas, stateWas := c.site, c.state
		siteWas.Classes = append([]site.Class(nil), c.site.Classes...)
		stateWas.Classes = append([]site.ClassState(nil), c.state.Classes...)
		wishWas, snapWas := c.wish.Clone(), *c.snap
		overridesWas := append([]site.Override(nil), c.orders.Overrides...)

		plan, reasons := policy.Guard(in, &c.orders, c.wish)
		again, reasonsAgain := policy.Guard(in, &c.orders, c.wish)
		if diff := cmp.Diff(plan, again) + cmp.Diff(reasons, reasonsAgain) + cmp.Diff(plan, c.guard()); diff != "" {
			t.Fatalf("differs between calls:\n%s", diff)
		}
		diff := cmp.Diff(siteWas, c.site) + cmp.Diff(stateWas, c.state) + cmp.Diff(wishWas, c.wish) +
			cmp.Diff(snapWas, *c.snap) + cmp.Diff(overridesWas, c.orders.Overrides)
		if diff != "" {
			t.Fatalf("input changed (-before +after):\n%s", diff)
		}
	})
}

func TestNoOverrideRaisesLoadInAnEmergencyOrAgainstAnInstruction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		level := c.snap.System.EEA.Value
		if level == 0 {
			c.orders.Instructions = []site.Instruction{{ID: "vdi", From: "ercot", Kind: "curtail", MaxMW: mw(rapid.Float64Range(0, 26).Draw(t, "ordered")), Start: at}}
		}
		with := c.guard()
		c.orders.Overrides = nil
		without := c.guard()
		if meter(&c.site, with) > meter(&c.site, without)+tolerance {
			t.Fatalf("overrides raise the meter from %.6f to %.6f MW", meter(&c.site, without), meter(&c.site, with))
		}
	})
}

func TestOrdersToShedWaitForNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawTrial(t)
		most := rapid.Float64Range(0, 26).Draw(t, "ordered")
		c.orders.Instructions = append(c.orders.Instructions, site.Instruction{ID: "vdi", From: "ercot", Kind: "curtail", MaxMW: mw(most), Start: at})
		asleep := meter(&c.site, site.Plan{})
		if got := meter(&c.site, c.guard()); got > max(most, asleep)+tolerance {
			t.Fatalf("the meter shows %.6f MW, the instruction allows %.6f", got, most)
		}
		c.orders.Stop = true
		if plan := c.guard(); plan.MachineMW() > 0 {
			t.Fatalf("the stop leaves %.6f MW on", float64(plan.MachineMW()))
		}
	})
}

func TestAwardsBoundBothSidesAndADeploymentReleasesTheFloor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, st := calm()
		low, up := rapid.Float64Range(0, 4).Draw(t, "low limit"), rapid.Float64Range(0, 12).Draw(t, "up")
		down := rapid.Float64Range(0, 8).Draw(t, "down")
		c := &trial{site: s, state: st, snap: snapshot(0, 5000), wish: drawWish(t)}
		wished := meter(&s, c.guard())
		c.orders.Awards = []site.Award{
			{Product: "RRS", MW: unit.MW(up), Up: true, LowMW: unit.MW(low), Start: at},
			{Product: "REGDN", MW: unit.MW(down), Start: at},
		}
		got := meter(&s, c.guard())
		if floor := low + up; up > 0 && got < floor-tolerance {
			t.Fatalf("the meter shows %.6f MW, below the low limit and upward reserve of %.6f", got, floor)
		}
		if down > 0 && got > 26-down+tolerance {
			t.Fatalf("the meter shows %.6f MW, which leaves less than %.6f of downward reserve", got, down)
		}
		c.orders.Awards[0].Deployed = true
		if got := meter(&s, c.guard()); got > max(wished, 0)+tolerance && wished <= 26-down {
			t.Fatalf("after the deployment the meter shows %.6f MW, the wish is %.6f", got, wished)
		}
	})
}

func TestSoldInferenceIsInviolableOutsideEmergencies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, st := calm()
		c := &trial{site: s, state: st, snap: snapshot(0, 5000), wish: drawWish(t)}
		c.snap.SPP.Stale = rapid.Bool().Draw(t, "stale")
		c.orders = drawOrders(t)
		c.orders.Stop, c.orders.Instructions, c.orders.Fleet, c.orders.Awards = false, nil, nil, nil
		for i := range c.orders.Overrides {
			c.orders.Overrides[i].Class = "s19"
		}
		for _, a := range c.guard().Allocations {
			if a.Tier == "sold" && a.MW == 1 {
				return
			}
		}
		t.Fatalf("1 MW is sold and not served: %+v", c.guard().Allocations)
	})
}

func TestAWishWithinAllLimitsIsGrantedAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, st := calm()
		granted := func(name string, from, to float64) unit.MW {
			return unit.MW(rapid.Float64Range(from, to).Draw(t, name))
		}
		wish := site.Plan{Allocations: []site.Allocation{
			{Class: "s19", Use: site.Mine, MW: granted("s19", 0.2, 11)},
			{Class: "s21", Use: site.Mine, MW: granted("s21", 0.2, 10.5)},
			{Class: "h100", Use: site.Infer, Tier: "sold", MW: 1},
			{Class: "h100", Use: site.Infer, Tier: "batch", MW: granted("batch", 0.1, 2)},
		}}
		plan, reasons := guard(&s, &st, snapshot(0, 5000), site.Orders{}, wish)
		if diff := cmp.Diff(wish, plan, approx()); diff != "" || len(reasons) > 0 {
			t.Fatalf("changed (-wish +plan):\n%s\n%+v", diff, reasons)
		}
	})
}
