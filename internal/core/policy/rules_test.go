package policy_test

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func TestUsefulComputeBeatsEveryOtherUseOfItsPower(t *testing.T) {
	for _, c := range []struct {
		name                               string
		payment, energy, wear, infer, limb unit.USDPerMWh
		want                               bool
	}{
		{"pays for its energy and nothing else wants the machine", 60, 40, 5, 0, 0, true},
		{"does not pay for its energy", 40, 40, 5, 0, 0, false},
		{"inference earns more", 60, 40, 5, 20, 0, false},
		{"the limit binds and mining earns more", 60, 40, 5, 0, 20, false},
	} {
		if got := policy.UsefulCompute(c.payment, c.energy, c.wear, c.infer, c.limb); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestTheAncestorsInequalityIsASpecialCase(t *testing.T) {
	// Both burn the same energy and the limit binds: lambda is mining's profit.
	for _, reward := range []unit.USDPerMWh{50, 90, 91, 150} {
		const energy, miningRevenue = 40, 90
		seed := reward > (miningRevenue-energy)+energy
		if got := policy.UsefulCompute(reward, energy, 0, 0, miningRevenue-energy); got != seed {
			t.Errorf("reward %v: got %v, the inequality says %v", reward, got, seed)
		}
	}
}

func TestCurtailmentCountsSavedEnergyAndTheRestart(t *testing.T) {
	for _, c := range []struct {
		name                   string
		payment, saved, mining unit.USDPerMWh
		restart, hours         float64
		want                   bool
	}{
		{"energy dearer than mining's revenue", 0, 100, 90, 0, 1, true},
		{"a payment closes the gap", 20, 80, 90, 0, 1, true},
		{"the restart costs more than an hour off saves", 0, 100, 90, 20, 1, false},
		{"but not more than three hours do", 0, 100, 90, 20, 3, true},
		{"no time off", 0, 1000, 90, 20, 0, false},
	} {
		if got := policy.Curtail(c.payment, c.saved, c.mining, c.restart, c.hours); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestTheRenewableRuleHoldsFromItsThresholdOn(t *testing.T) {
	for share, want := range map[float64]bool{0.299: false, 0.3: true, 0.301: true} {
		if got := policy.RenewablePriority(share, 0.3); got != want {
			t.Errorf("share %v: got %v", share, got)
		}
	}
}

func TestBreakEvenOfLuxorsTable(t *testing.T) {
	// Luxor's hashprice note of 12 January 2026: $39.53/PH/day, tolerance 0.05 $/MWh.
	for jth, want := range map[float64]float64{17: 96.9, 22: 74.9, 32: 51.5} {
		c := site.Class{Units: 1, Levels: []site.Level{{}, {Watts: jth * 100, THs: 100}}}
		if got := float64(policy.BreakEven(&c, 39.53)); got < want-0.05 || got > want+0.05 {
			t.Errorf("%v J/TH breaks even at %.2f $/MWh, want %.1f", jth, got, want)
		}
	}
}

func miner() site.Site {
	return site.Site{ID: "q", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 2}, Classes: []site.Class{{
		ID: "s19", Kind: site.ASIC, Units: 1, Levels: []site.Level{{}, {Name: "full", Watts: 1e6, THs: 1e6 / 29.5}},
	}}}
}

// propose asks a policy at a series of SCED prices, oldest first, with the class
// on or off.
func propose(p policy.Policy, on bool, prices ...float64) bool {
	s := miner()
	st := s.InitialState(at, on)
	snap := snapshot(0, 5000)
	for i, price := range prices {
		q := quote(price)
		q.Start = at.Add(-unit.Control * time.Duration(len(prices)-1-i))
		q.Length = unit.Control
		snap.SCED = append(snap.SCED, q)
	}
	plan := p.Propose(policy.Input{Site: &s, State: &st, Snapshot: snap}).Plan
	return plan.ClassMW("s19") > 0
}

func TestTheThresholdWaitsForItsWindows(t *testing.T) {
	// At 40 $/PH/day a machine of 29.5 J/TH breaks even at 56.5 $/MWh.
	patient := policy.Threshold{Params: policy.ThresholdParams{Hysteresis: 1.3, Down: 2, Up: 2, Immediate: 3}}
	for _, c := range []struct {
		name   string
		on     bool
		prices []float64
		want   bool
	}{
		{"runs on within its hysteresis", true, []float64{70, 70}, true},
		{"one dear window is not enough", true, []float64{40, 90}, true},
		{"two are", true, []float64{90, 90}, false},
		{"a very dear one is", true, []float64{40, 400}, false},
		{"one cheap window does not start it", false, []float64{90, 40}, false},
		{"two do", false, []float64{40, 40}, true},
		{"above break-even it does not start", false, []float64{60, 60}, false},
	} {
		if got := propose(patient, c.on, c.prices...); got != c.want {
			t.Errorf("%s: runs is %v", c.name, got)
		}
	}
}

func TestOneDearRunKeepsTheWholeSettlementIntervalDear(t *testing.T) {
	snap := market.Snapshot{Interval: unit.Interval{Start: at.Add(unit.Control), Length: unit.Control}}
	for i, price := range []float64{3000, 30} {
		q := quote(price)
		q.Start = at.Add(time.Duration(i) * unit.Control)
		snap.SCED = append(snap.SCED, q)
	}
	// 5 minutes at 3,000 and 10 at 30 $/MWh.
	if price, _, ok := snap.ExpectedSPP(); !ok || price != 1020 {
		t.Errorf("expected %v $/MWh, want 1020", price)
	}
}
