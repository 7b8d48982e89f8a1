package app

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

func TestAnAdoptedModelDecidesAtItsSiteAloneAndIsGivenUpWhereItDrifts(t *testing.T) {
	tr := newSiteTrainer(t)
	sites, err := config.Default().BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	cfg := config.Default()
	cfg.DataDir = t.TempDir()
	s := &services{
		cfg: cfg, sites: sites, store: tr.store, clock: clock.Wall{}, log: slog.New(slog.DiscardHandler), controller: new(controller.Controller),
	}
	s.federation = &federation{s: s}
	tr.siteTrainer.adopted = s.adopt
	s.federation.keep(tr.siteTrainer)
	council := func() episode.Council {
		t.Helper()
		c, err := s.storedCouncil(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if c := council(); c.Champion.Name() != "threshold" || asked(c, adoptedName) != nil {
		t.Fatalf("before any adoption %s decides", c.Champion.Name())
	}

	// The incumbent is made worse than any model, so that this one passes the gate.
	global, err := federatedInitial()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tr.Consider(t.Context(), global); err != nil {
		t.Fatal(err)
	}
	for i := range tr.standing {
		tr.standing[i] = -1e6
	}
	if v, err := tr.Consider(t.Context(), global); err != nil || !v.Adopt {
		t.Fatalf("%+v %v", v, err)
	}

	c := council()
	if c.Champion.Name() != adoptedName {
		t.Fatalf("%s decides after an adoption", c.Champion.Name())
	}
	again, err := s.library().councilOf(adoptedName, c.Params) // as a replay does
	if err != nil {
		t.Fatal(err)
	}
	for i := range sites[:2] {
		in := moment(&sites[i])
		out, rule := c.Champion.Propose(in), policy.Threshold{}.Propose(in)
		if out.Policy != adoptedName || (out.Learned != nil) != (sites[i].ID == tr.site.ID) {
			t.Errorf("%s: proposed by %s, learned: %v", sites[i].ID, out.Policy, out.Learned != nil)
		}
		if sites[i].ID != tr.site.ID && out.Plan.ClassMW(sites[i].Classes[0].ID) != rule.Plan.ClassMW(sites[i].Classes[0].ID) {
			t.Errorf("%s adopted nothing and does not follow the rule", sites[i].ID)
		}
		if replayed := again.Champion.Propose(in); replayed.Plan.ClassMW(sites[i].Classes[0].ID) != out.Plan.ClassMW(sites[i].Classes[0].ID) {
			t.Errorf("%s: a replay decides otherwise", sites[i].ID)
		}
	}
	a, err := s.adoption(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if v := s.adoptedView(standing{}, a, tr.site.ID); v == nil || v.Role != "champion" || v.Evidence == "" {
		t.Errorf("shown as %+v", v)
	}

	// Where nothing may be promoted it proposes, and the rule decides.
	cfg.Policy.Promote = false
	if c := council(); c.Champion.Name() != "threshold" || asked(c, adoptedName) == nil {
		t.Errorf("with promotion off %s decides", c.Champion.Name())
	}
	cfg.Policy.Promote = true
	if c := council(); c.Champion.Name() != adoptedName || asked(c, "threshold") == nil {
		t.Error("the rule is not asked beside it: no drift would be seen")
	}
	if err := s.dropAdopted(t.Context(), "it earned less"); err != nil {
		t.Fatal(err)
	}
	if c := council(); c.Champion.Name() != "threshold" || asked(c, adoptedName) != nil || tr.incumbent != nil {
		t.Errorf("after it was given up %s decides", c.Champion.Name())
	}
	if raw, _, err := tr.book.Setting(context.Background(), settingAdopted(tr.site.ID)); err != nil || len(raw) != 0 {
		t.Errorf("still the site's own after a restart: %d bytes %v", len(raw), err)
	}
}

// asked is the policy of a name among those that are asked for the record.
func asked(c episode.Council, name string) policy.Policy {
	for _, p := range c.Baselines {
		if p.Name() == name {
			return p
		}
	}
	return nil
}

// moment is an interval in which a site knows a price and a hashprice.
func moment(s *site.Site) policy.Input {
	at := time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC)
	state := s.InitialState(at, true)
	snap := &market.Snapshot{AsOf: at, Interval: unit.IntervalAt(at, unit.Control)}
	snap.SPP = market.Quote{Value: 30, Start: at.Add(-15 * time.Minute), Length: 15 * time.Minute, Known: at, Source: "test"}
	snap.Settled = []market.Quote{snap.SPP}
	snap.Network.Hashprice = market.Quote{Value: 50, Start: at.Add(-time.Hour), Length: 24 * time.Hour, Known: at.Add(-time.Hour), Source: "test"}
	return policy.Input{Site: s, State: &state, Snapshot: snap, Orders: &site.Orders{}, Explain: true}
}
