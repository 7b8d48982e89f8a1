package storetest

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func settlementTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"TheMostFinalVersionIsTheNewest":         mostFinal,
		"ACorrectionWithinAVersionIsKeptBeside":  withinVersion,
		"RefusesAmountsThatDoNotAddUp":           doNotAddUp,
		"SumsEqualRecomputation":                 sumsEqualRecomputation,
		"DaysAreOperatingDays":                   operatingDays,
		"SimulatedMoneyIsNeverAddedToReal":       simulatedApart,
		"RollupRefusesAnUnknownSpan":             unknownSpan,
		"SettlementsOfAllSitesComeInOrderOfTime": allSites,
	}
}

func quarter(n int) unit.Interval {
	return unit.Interval{Start: at(0, 15*n), Length: unit.Settlement}
}

func mostFinal(t *testing.T, e Engine) {
	s := Open(t, e)
	final := Settled("alpha", quarter(0), settle.Final, 2)
	estimate := Settled("alpha", quarter(0), settle.Estimate, 1)
	ok(t, s.SaveSettlements(t.Context(), []settle.Settlement{final}, nil))
	ok(t, s.SaveSettlements(t.Context(), []settle.Settlement{estimate}, nil))
	got := must[[]settle.Settlement](t)(s.Settlements(t.Context(), "alpha", at(0, 0), at(1, 0)))
	same(t, "newest", got, []settle.Settlement{final})
	got = must[[]settle.Settlement](t)(s.SettlementVersions(t.Context(), "alpha", quarter(0)))
	same(t, "versions", got, []settle.Settlement{estimate, final})
}

func withinVersion(t *testing.T, e Engine) {
	s := Open(t, e)
	first := Settled("alpha", quarter(0), settle.Initial, 1)
	second := Settled("alpha", quarter(0), settle.Initial, 2)
	for _, st := range []settle.Settlement{first, first, second, second, first} {
		ok(t, s.SaveSettlements(t.Context(), []settle.Settlement{st}, nil))
	}
	got := must[[]settle.Settlement](t)(s.SettlementVersions(t.Context(), "alpha", quarter(0)))
	same(t, "versions", got, []settle.Settlement{first, second, first})
	rows := must[[]store.RollupRow](t)(s.Rollup(t.Context(), "alpha", at(0, 0), at(1, 0), "hour"))
	same(t, "sums", rows, recomputed([]settle.Settlement{first}, "hour"))
}

func doNotAddUp(t *testing.T, e Engine) {
	s := Open(t, e)
	wrong := Settled("alpha", quarter(0), settle.Initial, 1)
	wrong.Total--
	endless := Settled("alpha", quarter(0), settle.Initial, 1)
	endless.Lines[0].MWh = unit.MWh(math.Inf(1))
	for _, st := range []settle.Settlement{wrong, endless} {
		if err := s.SaveSettlements(t.Context(), []settle.Settlement{Settled("alpha", quarter(1), settle.Initial, 1), st}, nil); err == nil {
			t.Error("stored, want an error")
		}
	}
	same(t, "settlements", must[[]settle.Settlement](t)(s.Settlements(t.Context(), "", at(0, 0), at(9, 0))), []settle.Settlement(nil))
}

// recomputed sums settlements from scratch.
func recomputed(newest []settle.Settlement, by string) []store.RollupRow {
	type key struct {
		site, class string
		start       time.Time
		lever       settle.Lever
		use         site.Use
		simulated   bool
	}
	type total struct {
		amount unit.MicroUSD
		energy int64
	}
	totals := make(map[key]total)
	for _, st := range newest {
		start := st.Interval.Start.Truncate(time.Hour)
		if by == "day" {
			start = unit.DayOf(st.Interval.Start).Start()
		}
		for _, line := range st.Lines {
			k := key{st.Site, line.Class, start, line.Lever, line.Use, st.Simulated}
			sum := totals[k]
			sum.amount += line.Amount
			sum.energy += int64(math.RoundToEven(float64(line.MWh) * 1e9))
			totals[k] = sum
		}
	}
	var rows []store.RollupRow
	for k, sum := range totals {
		rows = append(rows, store.RollupRow{
			Site: k.site, Start: k.start, Lever: k.lever, Use: k.use, Class: k.class, Simulated: k.simulated,
			Amount: sum.amount, MWh: unit.MWh(float64(sum.energy) / 1e9),
		})
	}
	slices.SortFunc(rows, func(a, b store.RollupRow) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Site, b.Site), cmp.Compare(a.Lever, b.Lever),
			cmp.Compare(a.Use, b.Use), cmp.Compare(a.Class, b.Class), cmp.Compare(fmt.Sprint(a.Simulated), fmt.Sprint(b.Simulated)))
	})
	return rows
}

func sumsEqualRecomputation(t *testing.T, e Engine) {
	s := Open(t, e)
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		id := fmt.Sprintf("site-%05d", run)
		for range rapid.IntRange(1, 12).Draw(t, "transactions") {
			settled := rapid.SliceOfN(settlements(id), 1, 4).Draw(t, "settlements")
			if err := s.SaveSettlements(t.Context(), settled, nil); err != nil {
				t.Fatal(err)
			}
		}
		newest, err := s.Settlements(t.Context(), id, at(0, 0), at(23, 0))
		if err != nil {
			t.Fatal(err)
		}
		for _, by := range []string{"hour", "day"} {
			rows, err := s.Rollup(t.Context(), id, at(-24, 0), at(23, 0), by)
			if err != nil {
				t.Fatal(err)
			}
			if err := equal(rows, recomputed(newest, by)); err != nil {
				t.Fatalf("by %s: %v", by, err)
			}
		}
	})
}

func equal(got, want []store.RollupRow) error {
	if !slices.Equal(got, want) {
		return fmt.Errorf("got  %+v\nwant %+v", got, want)
	}
	return nil
}

// settlements are of few intervals, so that they supersede each other, around
// the end of an operating day (06:00 UTC in winter).
func settlements(id string) *rapid.Generator[settle.Settlement] {
	return rapid.Custom(func(t *rapid.T) settle.Settlement {
		versions := []settle.Version{settle.Estimate, settle.Initial, settle.Final, settle.TrueUp}
		st := settle.Settlement{
			Site: id, Interval: quarter(rapid.IntRange(21, 26).Draw(t, "quarter")),
			Version: rapid.SampledFrom(versions).Draw(t, "version"), Simulated: rapid.Bool().Draw(t, "simulated"),
		}
		for range rapid.IntRange(0, 4).Draw(t, "lines") {
			line := settle.Line{
				Lever:  rapid.SampledFrom([]settle.Lever{settle.Energy, settle.Mining, settle.Start}).Draw(t, "lever"),
				Class:  rapid.SampledFrom([]string{"", "s19", "h100"}).Draw(t, "class"),
				Use:    rapid.SampledFrom([]site.Use{"", site.Mine, site.Infer}).Draw(t, "use"),
				MWh:    unit.MWh(rapid.Float64Range(-50, 50).Draw(t, "mwh")),
				Amount: unit.MicroUSD(rapid.Int64Range(-1e12, 1e12).Draw(t, "amount")),
			}
			st.Lines = append(st.Lines, line)
			st.Total += line.Amount
		}
		return st
	})
}

func operatingDays(t *testing.T, e Engine) {
	s := Open(t, e)
	// 06:00 UTC is midnight in Texas in winter.
	ok(t, s.SaveSettlements(t.Context(), []settle.Settlement{
		Settled("alpha", quarter(23), settle.Initial, 1), Settled("alpha", quarter(24), settle.Initial, 2),
	}, nil))
	rows := must[[]store.RollupRow](t)(s.Rollup(t.Context(), "alpha", at(-24, 0), at(23, 0), "day"))
	var got []string
	for _, r := range rows {
		if r.Lever == settle.Energy {
			got = append(got, unit.DayOf(r.Start).String()+" "+r.Amount.String())
		}
	}
	same(t, "days", got, []string{"2026-03-01 -1.00 $", "2026-03-02 -2.00 $"})
}

func simulatedApart(t *testing.T, e Engine) {
	s := Open(t, e)
	live := Settled("alpha", quarter(1), settle.Initial, 5)
	live.Simulated = false
	ok(t, s.SaveSettlements(t.Context(), []settle.Settlement{Settled("alpha", quarter(0), settle.Initial, 1), live}, nil))
	rows := must[[]store.RollupRow](t)(s.Rollup(t.Context(), "", at(0, 0), at(1, 0), "hour"))
	if len(rows) != 4 {
		t.Fatalf("%d rows, want two of each kind: %+v", len(rows), rows)
	}
}

func unknownSpan(t *testing.T, e Engine) {
	s := Open(t, e)
	if _, err := s.Rollup(t.Context(), "alpha", at(0, 0), at(1, 0), "week"); err == nil {
		t.Error("no error")
	}
}

func allSites(t *testing.T, e Engine) {
	s := Open(t, e)
	want := []settle.Settlement{
		Settled("alpha", quarter(0), settle.Initial, 1),
		Settled("beta", quarter(0), settle.Estimate, 2),
		Settled("alpha", quarter(1), settle.Initial, 3),
	}
	ok(t, s.SaveSettlements(t.Context(), []settle.Settlement{want[2], want[1], want[0]}, nil))
	same(t, "all", must[[]settle.Settlement](t)(s.Settlements(t.Context(), "", at(0, 0), at(1, 0))), want)
}
