package app

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

// idle never runs a machine: a champion that anything beats.
type idle struct{}

func (idle) Name() string                         { return "threshold" }
func (idle) Propose(policy.Input) policy.Proposal { return policy.Proposal{Policy: "threshold"} }

// ticking is the store, the controller and the retraining of a process, on a
// clock that the test moves.
type ticking struct {
	*services
	tuner *tuner
	now   *still
}

func newTicking(t *testing.T) *ticking {
	t.Helper()
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "agent.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	s := site.Site{
		ID: "west", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 1}, Contract: site.Contract{Kind: site.Index},
		Classes: []site.Class{{ID: "a", Kind: site.ASIC, Units: 250, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 3500, THs: 175}}}},
	}
	now := &still{at: time.Date(2026, 3, 2, 6, 0, 0, 0, time.UTC)}
	cfg := config.Default()
	cfg.DataDir = t.TempDir()
	all := &services{cfg: cfg, sites: []site.Site{s}, store: st, clock: now, log: slog.New(slog.DiscardHandler)}
	council, err := all.storedCouncil(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all.controller, err = controller.New(controller.Config{
		Members: []controller.Member{{Site: s}}, Council: council, Limits: market.DefaultLimits(), Offset: 20 * time.Second, Deadline: time.Minute,
		History: st, Ledger: st, Commands: st, Orders: st, Wishes: st, Meters: st, Clock: now, Log: all.log,
	})
	if err != nil {
		t.Fatal(err)
	}
	all.seeHours(t, 5*24)
	tuner := newTuner(all)
	tuner.effort = effort{learn: 5, choose: 2, held: 6, steps: 1000}
	return &ticking{all, tuner, now}
}

// seeHours stores prices at which mining pays.
func (s *services) seeHours(t *testing.T, hours int) {
	t.Helper()
	var batch market.Batch
	put := func(kind market.Kind, key string, i unit.Interval, value float64) {
		batch.Observations = append(batch.Observations, market.Observation{
			Series: market.Series{Kind: kind, Key: key}, Interval: i, Value: value, Source: "test",
			Published: i.Start, Fetched: i.Start, Known: i.Start, Simulated: true,
		})
	}
	for at := s.clock.Now().Add(-time.Hour); at.Before(s.clock.Now().Add(time.Duration(hours) * time.Hour)); at = at.Add(unit.Settlement) {
		put(market.RTSPP, "LZ_WEST", unit.Interval{Start: at, Length: unit.Settlement}, 60)
		put(market.HashpriceUSD, "", unit.Interval{Start: at}, 45)
	}
	if _, err := s.store.PutBatch(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
}

// tick decides the interval at the clock's time and returns what was stored of it.
func (s *ticking) tick(t *testing.T) episode.Decision {
	t.Helper()
	s.controller.Tick(t.Context(), unit.IntervalAt(s.now.at, unit.Control), false)
	newest, err := s.store.Decisions(t.Context(), "west", s.now.at, s.now.at.Add(time.Minute), 1)
	if err != nil || len(newest) != 1 {
		t.Fatalf("at %s: %d decisions, %v", s.now.at, len(newest), err)
	}
	return newest[0]
}

func (s *ticking) status(t *testing.T) report.AgentStatus {
	t.Helper()
	status, err := s.tuner.Agent(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return status
}

// TestAChallengerIsShadowedAndPromotedOnFreshDaysAlone goes through it with the
// store, the controller and the model that ships.
func TestAChallengerIsShadowedAndPromotedOnFreshDaysAlone(t *testing.T) {
	s := newTicking(t)
	shadowed := s.tick(t)
	if shadowed.Policy != "threshold" || learnedOf(shadowed) == nil {
		t.Fatalf("%s decides, and the agent proposed %+v", shadowed.Policy, learnedOf(shadowed))
	}
	if status := s.status(t); status.Role != "challenger" || len(status.Decisions) != 1 || len(status.Decisions[0].Learned.Influences) == 0 || status.Decisions[0].Acts {
		t.Fatalf("%+v", status)
	}

	council := s.controller.Council()
	council.Champion = idle{}
	s.controller.SetCouncil(council)
	said, err := s.tuner.learn(t.Context(), func(float64) {})
	if err != nil || !strings.HasPrefix(said, "promoted: ") || !strings.Contains(said, "a world of its own") {
		t.Fatalf("%q, %v", said, err)
	}
	s.now.at = s.now.at.Add(time.Hour)
	acted := s.tick(t)
	status := s.status(t)
	if acted.Policy != learn.Name || status.Role != "champion" || status.Promotion.Evidence != said || status.Model.Name != "retrained-1" {
		t.Fatalf("%s decides: %+v", acted.Policy, status)
	}

	// Against itself there is nothing to show: the next days are others, and it stays.
	said, err = s.tuner.learn(t.Context(), func(float64) {})
	if err != nil || !strings.HasPrefix(said, "not promoted: ") {
		t.Errorf("%q, %v", said, err)
	}
	if st, _ := s.standing(t.Context()); st.Model != "retrained-1" || st.Rounds != 2 {
		t.Errorf("%+v", st)
	}
	one, learned, chosen, held, _, err := s.tuner.grounds(t.Context(), 1)
	if err != nil || !learned.to.Before(chosen.from) || !chosen.to.Before(held.from) {
		t.Fatalf("learned %s, chosen on %s, held out %s, %v", learned, chosen, held, err)
	}
	two, _, _, _, _, err := s.tuner.grounds(t.Context(), 2)
	if err != nil || cmp.Equal(one[0].data.Spot, two[0].data.Spot) {
		t.Errorf("two promotions would be decided on the same days (%v)", err)
	}
}

// stuck is an agent that knows one mode, which is to mine nothing.
func stuck(t *testing.T) []byte {
	t.Helper()
	features := env.Features(nil)
	a, err := dsac.New(dsac.Default(len(features), 1, 1), 3, kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	modes, _ := json.Marshal([]env.Mode{{Name: "mine nothing", By: env.ByShare, Share: 0}})
	c := &nn.Checkpoint{Header: nn.Header{Features: features, Actions: modes, Training: json.RawMessage("{}")}}
	if err := a.Save(c); err != nil {
		t.Fatal(err)
	}
	file, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestAPromotedAgentThatEarnsLessIsRolledBack lets one that is stuck decide
// while mining pays.
func TestAPromotedAgentThatEarnsLessIsRolledBack(t *testing.T) {
	s := newTicking(t)
	promoted := s.now.at
	if err := s.library().keep("stuck", stuck(t)); err != nil {
		t.Fatal(err)
	}
	if err := s.keepStanding(t.Context(), standing{Model: "stuck", Champion: true, PromotedAt: &promoted}); err != nil {
		t.Fatal(err)
	}
	council, err := s.storedCouncil(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.controller.SetCouncil(council)
	for range 4*24 + 1 {
		if d := s.tick(t); d.Policy != learn.Name || d.Plan.MachineMW() > 0 {
			t.Fatalf("at %s %s runs %g MW", s.now.at, d.Policy, float64(d.Plan.MachineMW()))
		}
		s.now.at = s.now.at.Add(time.Hour)
	}
	if err := s.checkDrift(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := s.tick(t); d.Policy != "threshold" || !(d.Plan.MachineMW() > 0) {
		t.Errorf("after the roll-back %s runs %g MW", d.Policy, float64(d.Plan.MachineMW()))
	}
	status := s.status(t)
	if status.Role != "challenger" || status.Promotion.RolledBackAt == nil || !strings.Contains(status.Promotion.RolledBack, "less than the threshold rule") {
		t.Errorf("%+v", status.Promotion)
	}
	events, err := s.store.Events(t.Context(), 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	alerted := false
	for _, e := range events {
		alerted = alerted || e.Kind == "agent" && strings.Contains(string(e.Body), "rolled back")
	}
	if !alerted {
		t.Error("nobody was told of the roll-back")
	}
}

// TestARetrainingThatIsCancelledChangesNothing cancels it as soon as it trains.
func TestARetrainingThatIsCancelledChangesNothing(t *testing.T) {
	s := newTicking(t)
	s.tuner.effort.steps = 10_000_000
	s.tuner.start(t.Context())
	id, err := s.tuner.Retrain(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.tuner.Retrain(t.Context()); err != nil || again != id {
		t.Errorf("a second retraining beside the first: %s, %v", again, err)
	}
	if s.tuner.Cancel("another") || !s.tuner.Cancel(id) {
		t.Error("the wrong job was called off, or the right one not")
	}
	s.tuner.wait()
	job, ok := s.tuner.Job(id)
	if !ok || job.State != "cancelled" || job.Ended == nil || s.tuner.Cancel(id) {
		t.Errorf("%+v", job)
	}
	if st, err := s.standing(t.Context()); err != nil || st != (standing{}) {
		t.Errorf("the agent's standing is %+v, %v", st, err)
	}
}

func TestARetrainingIsPaidWhatItsCertificatesWereSoldFor(t *testing.T) {
	p := newTicking(t)
	first := unit.DayOf(p.now.at)
	p.now.at = p.now.at.Add(5 * 24 * time.Hour)
	read := func() ([]settle.Sale, error) {
		d, why, err := p.tuner.recorded(t.Context(), &p.sites[0], first, first.Add(2))
		if why != "" {
			t.Fatal(why)
		}
		return d.Sales, err
	}
	if sales, err := read(); err != nil || len(sales) != 0 {
		t.Errorf("nothing was entered: %v, %v", sales, err)
	}
	enter := func(rows string) {
		if err := os.WriteFile(filepath.Join(p.cfg.DataDir, salesFile), []byte("site,start_utc,end_utc,baseline_mw,mwh,usd\n"+rows), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	enter("west,2026-03-03T20:00:00Z,2026-03-03T22:00:00Z,0.8,1.2,30\n")
	if sales, err := read(); err != nil || len(sales) != 1 || sales[0].Amount != unit.Dollars(30) {
		t.Errorf("one was entered: %v, %v", sales, err)
	}
	enter("west,2026-03-03T20:00:00Z,2026-03-03T22:00:00Z,0.8,9,30\n")
	if _, err := read(); err == nil {
		t.Error("more than the baseline was sold, and nobody minds")
	}
}

// TestAModelThatWasTrainedInTheDataFolderDecides does so from where a replay looks
// for it.
func TestAModelThatWasTrainedInTheDataFolderDecides(t *testing.T) {
	p := newTicking(t)
	shipped, err := p.library().checkpoint("ercot")
	if err != nil {
		t.Fatal(err)
	}
	file, err := shipped.Encode()
	if err == nil {
		err = libraryOf(p.cfg.DataDir).keep("mine", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	p.cfg.Policy.Name, p.cfg.Policy.Model = learn.Name, "mine"
	council, err := p.storedCouncil(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p.controller.SetCouncil(council)
	if d := p.tick(t); d.Policy != learn.Name || learnedOf(d) == nil || learnedOf(d).Model != "mine" {
		t.Errorf("%s decides: %+v", d.Policy, learnedOf(d))
	}
}
