package gridwatch_test

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/gridwatch"
)

func noon() time.Time { return time.Date(2026, 1, 15, 18, 0, 0, 0, time.UTC) }

// world is a system in a given state, with a site of 300 MW in the West.
type world struct {
	load, wind float64 // MW; load 0: unknown
	since      time.Time
	kept       []market.Observation
	now        time.Time
}

func (w *world) Last(_ context.Context, _ []market.Series, asOf time.Time) ([]market.Observation, error) {
	var list []market.Observation
	observe := func(kind market.Kind, value float64) {
		if !w.since.After(asOf) {
			list = append(list, market.Observation{
				Series: market.Series{Kind: kind}, Interval: unit.Interval{Start: w.since}, Value: value,
				Source: "test", Published: w.since, Fetched: w.since, Known: w.since, Simulated: true,
			})
		}
	}
	if w.load > 0 {
		observe(market.Load, w.load)
		observe(market.Wind, w.wind)
		observe(market.Solar, 0)
	}
	return list, nil
}

func (w *world) State(context.Context, string) (site.State, time.Time, bool, error) {
	return site.State{Classes: []site.ClassState{{Class: "asic", MW: 300, On: true}}}, noon(), true, nil
}

func (w *world) PutBatch(_ context.Context, b market.Batch) (int, error) {
	w.kept = append(w.kept, b.Observations...)
	return len(b.Observations), nil
}

type still struct {
	clock.Wall
	at *time.Time
}

func (s still) Now() time.Time { return *s.at }

func sites() []site.Site {
	class := site.Class{ID: "asic", Kind: site.ASIC, Units: 100_000, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 3000, THs: 150}}}
	return []site.Site{
		{ID: "west", Name: "West", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 300}, Classes: []site.Class{class}},
		{ID: "north", Name: "Far north", Limits: site.Limits{SiteMW: 300}, Classes: []site.Class{class}},
	}
}

func watch(t *testing.T, w *world) (*gridwatch.Watch, *grid.Case) {
	t.Helper()
	c, err := synth.Generate(synth.Options{Buses: 100, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	w.now = noon()
	g, err := gridwatch.New(gridwatch.Config{
		Case: c, Name: c.Name, Synthetic: true, Zones: []string{"North", "Houston", "South", "West", "Panhandle"},
		Place: func(point string) (int, error) { return synth.BusFor(c, point) },
		Sites: sites(), Simulated: true, Limits: market.DefaultLimits(), Every: 5 * time.Minute,
		History: w, Ledger: w, Sink: w, Clock: still{at: &w.now}, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	return g, c
}

func TestAStudyServesTheSystemsLoadAndSaysWhatTheSiteDoes(t *testing.T) {
	w := &world{load: 3000, wind: 500, since: noon()}
	g, _ := watch(t, w)
	g.Look(t.Context(), noon())
	p := g.Study()
	if p.Base == nil || p.N1 == nil || p.Margin == nil {
		t.Fatalf("no whole study: %s: %s", p.Status, p.Text)
	}
	if math.Abs(p.Base.LoadMW-3000) > 0.01 || math.Abs(p.Base.GenerationMW-p.Base.LoadMW-p.Base.LossesMW) > 0.01 {
		t.Errorf("load %g, generation %g, losses %g MW", p.Base.LoadMW, p.Base.GenerationMW, p.Base.LossesMW)
	}
	var wind float64
	for _, z := range p.Zones {
		wind += z.WindMW
	}
	if wind > 500*1.1 {
		t.Errorf("%g MW of wind are used where 500 blow", wind)
	}
	west := p.Sites[0]
	if !west.InNetwork || *west.StudyMW != 300 || len(west.Binding) == 0 || p.Sites[1].InNetwork {
		t.Errorf("sites: %+v", p.Sites)
	}
	seen := g.Grid("west", noon())
	if seen == nil || seen.Case != p.Network.CaseSHA256 || !seen.Simulated || !seen.Synthetic {
		t.Fatalf("decisions see %+v", seen)
	}
	if g.Grid("north", noon()) != nil {
		t.Error("a site outside the network has a study")
	}
	if len(w.kept) != 2 || w.kept[0].Series.Kind != market.GridMargin || w.kept[1].Series != (market.Series{Kind: market.GridPrice, Key: "west"}) {
		t.Errorf("kept %+v", w.kept)
	}
}

func TestTheCaseThatIsServedIsTheOneThatWasStudied(t *testing.T) {
	w := &world{load: 3000, wind: 500, since: noon()}
	g, _ := watch(t, w)
	g.Look(t.Context(), noon())
	text, name, ok := g.Case()
	if !ok {
		t.Fatal("no case")
	}
	c, err := grid.ReadCase(name+".m", text)
	if err != nil {
		t.Fatal(err)
	}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := powerflow.New(net).Solve(powerflow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d := math.Abs(r.Losses()*net.BaseMVA - g.Study().Base.LossesMW); d > 1e-3 {
		t.Errorf("losses differ by %g MW", d)
	}
}

// A shift factor is checked by doing what it predicts: moving the site's load
// and giving it to all other load in proportion.
func TestShiftFactorsPredictWhatASitesPowerDoes(t *testing.T) {
	w := &world{load: 3000, wind: 500, since: noon()}
	g, _ := watch(t, w)
	g.Look(t.Context(), noon())
	seen := g.Grid("west", noon())
	text, _, _ := g.Case()
	c, err := grid.ReadCase("x.m", text)
	if err != nil {
		t.Fatal(err)
	}
	if len(seen.Binding) == 0 {
		t.Fatal("nothing binds")
	}
	for _, b := range seen.Binding {
		before, after := flowOn(t, c, seen.Bus, b, 0), flowOn(t, c, seen.Bus, b, 10)
		if d := after - before - 10*b.Shift; math.Abs(d) > 1e-6 {
			t.Errorf("%s after %q: 10 MW move %g MW, predicted %g", b.Branch, b.Outage, after-before, 10*b.Shift)
		}
	}
}

// flowOn is the direct-current flow on a binding branch, its outage carried
// out, with so much more load at a bus and as much less at all others.
func flowOn(t *testing.T, c *grid.Case, bus int, b market.Binding, more float64) float64 {
	t.Helper()
	moved := *c
	moved.Buses, moved.Branches = slices.Clone(c.Buses), slices.Clone(c.Branches)
	var all float64
	for _, bus := range c.Buses {
		all += max(0, bus.Pd)
	}
	for i := range moved.Buses {
		at := &moved.Buses[i]
		at.Pd -= more * max(0, at.Pd) / all
		if at.ID == bus {
			at.Pd += more
		}
	}
	if b.Outage != "" {
		moved.Branches[rowIn(t, b.Outage)].Status = 0
	}
	net, err := grid.Compile(&moved, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	dc, err := powerflow.SolveDC(net, powerflow.Options{})
	if err != nil {
		t.Fatal(err)
	}
	k := slices.Index(net.Branch.Row, rowIn(t, b.Branch))
	return math.Abs(dc.Flow[k]) * net.BaseMVA
}

// rowIn reads the row out of a branch's name, such as "138 kV 1-2 (row 7)".
func rowIn(t *testing.T, name string) int {
	t.Helper()
	_, tail, _ := strings.Cut(name, "(row ")
	row, err := strconv.Atoi(strings.TrimSuffix(tail, ")"))
	if err != nil {
		t.Fatalf("%q names no row", name)
	}
	return row - 1
}

func TestWithoutTheSystemsLoadNothingIsStudied(t *testing.T) {
	for name, w := range map[string]*world{
		"unknown": {},
		"stale":   {load: 3000, since: noon().Add(-2 * time.Hour)},
	} {
		g, _ := watch(t, w)
		g.Look(t.Context(), noon())
		if p := g.Study(); p.Status != "waiting" || p.Base != nil || !strings.Contains(p.Text, "load") {
			t.Errorf("%s: %s: %s", name, p.Status, p.Text)
		}
		if g.Grid("west", noon()) != nil {
			t.Errorf("%s: a decision would cite a study", name)
		}
	}
}

func TestAnOldStudyIsNotCited(t *testing.T) {
	w := &world{load: 3000, since: noon()}
	g, _ := watch(t, w)
	g.Look(t.Context(), noon())
	if g.Grid("west", noon().Add(10*time.Minute)) == nil {
		t.Error("a study of ten minutes ago is not cited")
	}
	if g.Grid("west", noon().Add(time.Hour)) != nil {
		t.Error("a study of an hour ago is cited")
	}
	if g.Grid("west", noon().Add(-time.Second)) != nil {
		t.Error("a decision sees a study from its future")
	}
}

func TestALoadBeyondAllGenerationIsToldAsSuch(t *testing.T) {
	w := &world{load: 60_000, since: noon()}
	g, _ := watch(t, w)
	g.Look(t.Context(), noon())
	if p := g.Study(); p.Status != "infeasible" || p.Base != nil || len(p.Inputs) == 0 {
		t.Errorf("%s: %s", p.Status, p.Text)
	}
}

func TestASiteWithoutAPlaceIsRefused(t *testing.T) {
	c, err := synth.Generate(synth.Options{Buses: 100})
	if err != nil {
		t.Fatal(err)
	}
	_, err = gridwatch.New(gridwatch.Config{Case: c, Name: "mine", Sites: sites(), Every: time.Minute, Buses: map[string]int{"west": 123456}})
	if !errors.Is(err, gridwatch.ErrPlace) || !strings.Contains(err.Error(), "123456") {
		t.Errorf("got %v", err)
	}
}
