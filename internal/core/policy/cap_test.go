package policy_test

import (
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// racks are 1 MW of GPUs that do nine tenths of their work at three quarters of
// their power; half a megawatt is sold, the rest interruptible at 500 $/MWh.
func racks() *site.Site {
	return &site.Site{
		ID: "west", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 2}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{
			ID: "gpu", Kind: site.GPU, Model: "H100", Units: 1000,
			Levels: []site.Level{{Name: "asleep"}, {Name: "capped", Watts: 750, Output: 0.9}, {Name: "rated", Watts: 1000}},
			Tiers: []site.Tier{
				{Name: "sold", MaxMW: 0.5, USDPerGPUh: 2, Fill: 1, Sold: true, Penalty: 1000},
				{Name: "spot", MaxMW: 0.5, USDPerGPUh: 0.5, Fill: 1},
			},
		}},
	}
}

// A cap takes 0.25 MW off and loses a tenth of a MWh at 500 $/MWh, 50 $ an hour: it
// pays where a quarter of a MWh costs more than that, above 200 $/MWh.
func TestGPUsAreCappedWhereTheLastQuarterOfTheirPowerCostsMoreThanATenthOfTheirWork(t *testing.T) {
	s := racks()
	for _, c := range []struct{ spp, mw float64 }{{40, 1}, {199, 1}, {201, 0.75}, {499, 0.75}, {501, 0.5}} {
		now := time.Date(2026, 7, 14, 20, 0, 0, 0, time.UTC)
		snap := market.Snapshot{Interval: unit.IntervalAt(now, unit.Control), AsOf: now, Point: "LZ_WEST"}
		snap.SPP = market.Quote{Value: c.spp, Known: now, Start: now, Length: unit.Settlement}
		st := s.InitialState(now, true)
		in := policy.Input{Site: s, State: &st, Snapshot: &snap}
		got := policy.Lag1{}.Propose(in)
		if math.Abs(float64(got.Plan.MachineMW())-c.mw) > 1e-9 || got.Plan.UseMW("gpu", site.Infer) < 0.5 {
			t.Errorf("at %g $/MWh: %+v, want %g MW", c.spp, got.Plan.Allocations, c.mw)
		}
		out := episode.Step(in, &site.Orders{}, got.Plan)
		m := out.Next.Pending[0]
		settled := settle.Interval(s, &m, market.Quote{Value: c.spp}, settle.Estimate)
		if credit := settle.ByLever([]settle.Settlement{settled})[settle.SLA]; credit != 0 {
			t.Errorf("at %g $/MWh sold inference is credited %s", c.spp, credit)
		}
	}
}
