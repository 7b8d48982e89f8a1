package policy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// bid offers so many $/MWh for a watt-hour.
func bid(usdPerMWh float64, priority int) market.Bid {
	return market.Bid{Task: "t", Class: "heavy", Priority: priority, Own: true, Deadline: at.Add(time.Hour), Pays: unit.USDPerMWh(usdPerMWh), PriceBy: "internal", EnergyWh: 1}
}

// served is a plan whose GPUs serve their sold tier and so much of the other.
func served(batch unit.MW, mining unit.MW) site.Plan {
	p := site.Plan{Allocations: []site.Allocation{{Class: "s21", Use: site.Mine, MW: mining}, {Class: "h100", Use: site.Infer, Tier: "sold", MW: 1}}}
	if batch > 0 {
		p.Allocations = append(p.Allocations, site.Allocation{Class: "h100", Use: site.Infer, Tier: "batch", MW: batch})
	}
	return p
}

// grants asks for the grant at a price of energy, with one worker.
func grants(energy float64, plan site.Plan, change func(*site.Site, *market.Snapshot), bids ...market.Bid) (policy.Input, site.Plan, string) {
	s := mixed()
	s.Classes[2].MinUp = time.Hour
	st := s.InitialState(at, true)
	snap := snapshot(0, 5000)
	snap.SPP = quote(energy)
	snap.GPU = []market.Keyed{{Key: "H100 SXM5", Quote: quote(2)}}
	snap.Work = &market.Queue{Bids: bids, Servers: 1, RenewableFrom: 0.3}
	if change != nil {
		change(&s, snap)
	}
	in := policy.Input{Site: &s, State: &st, Snapshot: snap, Explain: true}
	got, reasons := policy.GrantWork(in, policy.Proposal{Policy: "threshold", Plan: plan})
	var text strings.Builder
	for _, r := range reasons {
		text.WriteString(r.Rule + ": " + r.Text + "\n")
	}
	return in, got, text.String()
}

func TestAHeavyTaskHasPowerWhereItBeatsWhatThePowerDoesOtherwise(t *testing.T) {
	tight := func(s *site.Site, _ *market.Snapshot) {
		s.Limits.SiteMW = s.PlanMeterMW(served(0, 10)) + 1e-9
	}
	for _, c := range []struct {
		name   string
		pays   float64
		energy float64
		plan   site.Plan
		change func(*site.Site, *market.Snapshot)
		want   int
		says   string
	}{
		{"it pays for its energy and machines are free", 100, 30, served(0, 10), nil, 1, "nothing else wants the machine"},
		{"it does not pay for its energy", 25, 30, served(0, 10), nil, 0, "less 31.20 of energy"},
		{"inference earns more", 100, 30, served(2.18, 10), nil, 0, "of the tier batch"},
		{"it pays more than inference", 600, 30, served(2.18, 10), nil, 1, "of the tier batch"},
		{"the limit binds and what it holds back earns more", 70, 30, served(0, 10), tight, 0, "of the site's limit (by threshold)"},
		{"the limit binds and it pays more than all that it holds back", 400, 30, served(0, 10), tight, 1, "of the site's limit"},
		{"no worker is there", 600, 30, served(0, 10), func(_ *site.Site, s *market.Snapshot) { s.Work.Servers = 0 }, 0, "no more worker"},
		{"no price is known", 600, 30, served(0, 10), func(_ *site.Site, s *market.Snapshot) { s.SPP = market.Quote{} }, 0, "no price of energy"},
	} {
		in, got, text := grants(c.energy, c.plan, c.change, bid(c.pays, 1))
		if n := policy.WorkMachines(&in.Site.Classes[2], got); n != c.want || !strings.Contains(text, c.says) {
			t.Errorf("%s: %d machines, want %d; %s", c.name, n, c.want, text)
		}
	}
}

func TestADecisionSaysWhyTheQueueIsNotKnown(t *testing.T) {
	plan := served(0, 10)
	_, got, text := grants(30, plan, func(_ *site.Site, s *market.Snapshot) { s.Work = &market.Queue{Why: "the link is cut"} })
	if text != policy.RuleWork+": no bids of heavy tasks are known: the link is cut\n" || !cmp.Equal(got, plan) {
		t.Errorf("%+v %s", got, text)
	}
	if _, _, text := grants(30, plan, nil); text != "" {
		t.Errorf("the queue is empty, which needs no reason: %s", text)
	}
}

func TestTheOptimisersShadowPriceIsTheLimitsPrice(t *testing.T) {
	in, _, _ := grants(30, served(0, 10), nil, bid(100, 1))
	p := policy.Proposal{Policy: "mpc", Plan: served(0, 10), Ahead: &policy.Ahead{Stood: "mpc", Shadows: []policy.ShadowPrice{{Limit: "site", USDPerMWh: 80}}}}
	got, reasons := policy.GrantWork(in, p)
	if got.UseMW("h100", site.Grid) != 0 || !strings.Contains(reasons[0].Text, "80.00 of the site's limit (by mpc)") {
		t.Errorf("%+v %+v", got, reasons)
	}
	p.Ahead.Shadows[0].USDPerMWh = 60
	if got, _ = policy.GrantWork(in, p); got.UseMW("h100", site.Grid) == 0 {
		t.Error("a task that pays 70 $/MWh above its energy got nothing where the limit is worth 60")
	}
}

func TestWhereRenewablesArePlentifulTheCoordinatorsTasksMoveUpButNotToCritical(t *testing.T) {
	low, mid, stranger := bid(0, 0), bid(0, 1), bid(0, 2)
	low.Task, mid.Task, stranger.Task, stranger.Own = "low", "mid", "stranger", false
	stranger.Pays, mid.Pays = 500, 400
	stranger.Deadline = mid.Deadline.Add(time.Minute)
	for share, first := range map[float64]string{0.2: "pays 500.00", 0.4: "pays 400.00"} {
		_, _, text := grants(30, served(0, 10), func(_ *site.Site, s *market.Snapshot) { s.System.RenewableShare = quote(share) }, stranger, mid, low)
		if !strings.Contains(text, first) || strings.Contains(text, "renewable_priority") != (share > 0.3) {
			t.Errorf("share %v: %s", share, text)
		}
	}
}

func TestAGrantTouchesNoSoldInferenceAndNoMiningAndIsTheSameEachTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		batch := unit.MW(rapid.Float64Range(0, 2.18).Draw(t, "batch"))
		plan := served(batch, unit.MW(rapid.Float64Range(0.1, 10.5).Draw(t, "mining")))
		before := plan.Clone()
		var bids []market.Bid
		for range rapid.IntRange(1, 12).Draw(t, "bids") {
			b := bid(rapid.Float64Range(0, 6000).Draw(t, "pays"), rapid.IntRange(0, 3).Draw(t, "priority"))
			b.EnergyWh = rapid.Float64Range(0.1, 400).Draw(t, "energy")
			bids = append(bids, b)
		}
		servers := rapid.IntRange(0, 5).Draw(t, "servers")
		in, got, _ := grants(rapid.Float64Range(-50, 3000).Draw(t, "energy price"), plan,
			func(s *site.Site, snap *market.Snapshot) { snap.Work.Servers = servers }, bids...)
		again, _ := policy.GrantWork(in, policy.Proposal{Policy: "threshold", Plan: plan})
		if diff := cmp.Diff(got, again); diff != "" || cmp.Diff(plan, before) != "" {
			t.Fatalf("made again it differs, or the proposal was changed: %s", diff)
		}
		h100 := &in.Site.Classes[2]
		granted := policy.WorkMachines(h100, got)
		if granted > servers || granted > len(bids) {
			t.Fatalf("%d machines for %d workers and %d tasks", granted, servers, len(bids))
		}
		if sold := tierMW(got, "sold"); sold != 1 || got.UseMW("s21", site.Mine) != plan.UseMW("s21", site.Mine) {
			t.Fatalf("sold inference has %v MW, mining %v", sold, got.UseMW("s21", site.Mine))
		}
		one := float64(h100.MaxMW()-h100.AsleepMW()) / float64(h100.Units)
		if mw := float64(got.UseMW("h100", site.Grid)); mw > float64(granted)*one+tolerance || got.ClassMW("h100") > h100.MaxMW()+tolerance {
			t.Fatalf("%v MW for %d machines, %v MW in all", mw, granted, got.ClassMW("h100"))
		}
		if most := bestPay(bids); granted > 0 && float64(in.Site.MarginalEnergy(unit.USDPerMWh(in.Snapshot.SPP.Value))) >= most {
			t.Fatalf("granted where the best task pays %v $/MWh", most)
		}
	})
}

func tierMW(p site.Plan, tier string) (mw unit.MW) {
	for _, a := range p.Allocations {
		if a.Tier == tier {
			mw += a.MW
		}
	}
	return mw
}

func bestPay(bids []market.Bid) (most float64) {
	for _, b := range bids {
		most = max(most, float64(b.Pays))
	}
	return most
}
