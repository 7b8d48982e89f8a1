package settler_test

import (
	"encoding/json"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/settler"
)

// noon is in Central time; the operating day has 24 hours.
func noon() time.Time { return time.Date(2026, 1, 15, 18, 0, 0, 0, time.UTC) }

// fixture is a store in which one site mined 10 MW from 12:00 to 13:00.
type fixture struct {
	t     *testing.T
	store *store.Store
	site  site.Site
	now   *still
	*settler.Settler
}

type still struct {
	clock.Wall
	at time.Time
}

func (s *still) Now() time.Time { return s.at }

func settledHour(t *testing.T, contract site.Contract) *fixture {
	t.Helper()
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "settler.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	f := &fixture{t: t, store: st, now: &still{at: noon()}, site: site.Site{
		ID: "west", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 12}, Contract: contract,
		Classes: []site.Class{{ID: "s19", Kind: site.ASIC, Units: 2500, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 4000, THs: 140}}}},
	}}
	for i := unit.IntervalAt(noon().Add(-time.Hour), unit.Settlement); i.Start.Before(noon().Add(2 * time.Hour)); i = i.Next() {
		f.price(i.Start, 20, i.End())
	}
	f.Settler = settler.New(settler.Config{Sites: []site.Site{f.site}, History: st, Ledger: st, Clock: f.now, Log: slog.New(slog.DiscardHandler)})
	f.decide()
	return f
}

// price publishes a settlement point price.
func (f *fixture) price(start time.Time, usd float64, at time.Time) {
	f.t.Helper()
	_, err := f.store.PutBatch(f.t.Context(), market.Batch{Observations: []market.Observation{{
		Series: market.Series{Kind: market.RTSPP, Key: "LZ_WEST"}, Interval: unit.IntervalAt(start, unit.Settlement), Value: usd,
		Source: "test", Published: at, Fetched: at, Known: at,
	}}})
	if err != nil {
		f.t.Fatal(err)
	}
}

// decide makes and stores the decisions of an hour and a half.
func (f *fixture) decide() {
	f.t.Helper()
	always := episode.Council{Champion: policy.Always{}, Params: json.RawMessage("{}"), Degraded: policy.Degraded{}}
	st := f.site.InitialState(noon(), true)
	spec := market.Spec{Point: "LZ_WEST"}
	for i := unit.IntervalAt(noon(), unit.Control); i.Start.Before(noon().Add(90 * time.Minute)); i = i.Next() {
		seen, err := f.store.Recent(f.t.Context(), spec.Windowed(), i.Start, noon().Add(-time.Hour))
		if err != nil {
			f.t.Fatal(err)
		}
		d, out := episode.Decide(episode.Input{Site: f.site, State: st, Snapshot: spec.Assemble(i, i.Start, seen)}, always, i.Start)
		if _, err := f.store.SaveDecision(f.t.Context(), episode.Record{Decision: d, Next: out.Next, Settled: out.Settled}); err != nil {
			f.t.Fatal(err)
		}
		st = out.Next
	}
}

func (f *fixture) pass(at time.Time) int {
	f.t.Helper()
	f.now.at = at
	n, err := f.Pass(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	return n
}

func (f *fixture) versions(at time.Time) []settle.Settlement {
	f.t.Helper()
	all, err := f.store.SettlementVersions(f.t.Context(), "west", unit.IntervalAt(at, unit.Control))
	if err != nil {
		f.t.Fatal(err)
	}
	return all
}

func TestACorrectedPriceIsSettledAgainAndTheOldKept(t *testing.T) {
	f := settledHour(t, site.Contract{Kind: site.Index})
	if n := f.pass(noon().Add(2 * time.Hour)); n != 0 {
		t.Errorf("%d intervals settled again although nothing changed", n)
	}
	f.price(noon(), 50, noon().Add(20*time.Hour))
	if n := f.pass(noon().Add(19 * time.Hour)); n != 0 {
		t.Errorf("%d intervals settled again before the correction was known", n)
	}
	if n := f.pass(noon().Add(21 * time.Hour)); n != 3 {
		t.Fatalf("%d intervals settled again: want the three of a quarter of an hour", n)
	}
	all := f.versions(noon())
	if len(all) != 2 || all[0].Price != 20 || all[1].Price != 50 || all[1].Version != settle.Estimate {
		t.Fatalf("versions %+v: want an estimate at 20 and one at 50 $/MWh", all)
	}
	// Of 10 MW over five minutes, 30 $/MWh more.
	if got, want := all[1].Total-all[0].Total, -unit.MicroUSD(25_000_000); got-want > 1 || want-got > 1 {
		t.Errorf("difference %d micro-USD: want %d", got, want)
	}
	if n := f.pass(noon().Add(22 * time.Hour)); n != 0 {
		t.Errorf("%d intervals settled a second time", n)
	}
}

func TestADayComesToItsInitialFinalAndTrueUpSettlementOnce(t *testing.T) {
	f := settledHour(t, site.Contract{Kind: site.Block, BlockMW: 4, Price: 30, TakeOrPay: true, Resale: true})
	before := len(f.versions(noon()))
	for _, stage := range []struct {
		version settle.Version
		days    int
	}{{settle.Initial, 5}, {settle.Final, 55}, {settle.TrueUp, 180}} {
		midnight := unit.DayOf(noon()).Next().Start().AddDate(0, 0, stage.days)
		if n := f.pass(midnight.Add(-2 * time.Hour)); n != 0 {
			t.Errorf("%s: %d intervals two hours early", stage.version, n)
		}
		if n := f.pass(midnight.Add(2 * time.Hour)); n < 12 {
			t.Errorf("%s: %d intervals: want at least the twelve of the hour", stage.version, n)
		}
		if n := f.pass(midnight.Add(3 * time.Hour)); n != 0 {
			t.Errorf("%s: %d intervals a second time", stage.version, n)
		}
		before++
		all := f.versions(noon())
		if len(all) != before || all[len(all)-1].Version != stage.version || all[len(all)-1].Total != all[0].Total {
			t.Errorf("versions %+v: want %s last, with the same total at the same price", all, stage.version)
		}
	}
}

func TestATariffIsNotSettledAgain(t *testing.T) {
	f := settledHour(t, site.Contract{Kind: site.Fixed, Price: 45})
	if n := f.pass(noon().AddDate(0, 0, 6)); n != 0 {
		t.Errorf("%d intervals on a tariff settled again", n)
	}
}
