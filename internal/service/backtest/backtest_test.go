package backtest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

func firstDay() unit.Day { return unit.Day{Year: 2024, Month: 6, Dom: 1} }

// made is data that were made up for a test: so many days of prices of one
// resolution, by a function of the interval's number, at a constant hashprice
// that a machine of 20 J/TH breaks even with at 100 $/MWh.
func made(days int, step time.Duration, price func(i int) float64) backtest.Data {
	var d backtest.Data
	end := firstDay().Add(days).Start()
	n := 0
	for i := unit.IntervalAt(firstDay().Start(), step); i.Start.Before(end); i = i.Next() {
		d.Spot = append(d.Spot, market.Quote{Value: price(n), Start: i.Start, Length: step, Known: i.End(), Source: "made"})
		n++
	}
	for day := range days {
		start, hours := firstDay().Add(day).Start(), firstDay().Add(day).Hours()
		d.Hashprice = append(d.Hashprice, market.Quote{Value: 48, Start: start, Length: time.Duration(hours) * time.Hour, Known: start})
		known := start.Add(-10*time.Hour - 30*time.Minute)
		for h := range hours {
			d.DayAhead = append(d.DayAhead, market.Quote{
				Value: float64(20 + h), Start: start.Add(time.Duration(h) * time.Hour), Length: time.Hour, Known: known,
			})
		}
	}
	return d
}

// wave swings around the break-even once every so many intervals.
func wave(period float64) func(i int) float64 {
	return func(i int) float64 { return 95 + 40*math.Sin(float64(i)/period) + float64(i%7) }
}

func quick(t testing.TB, start float64) *site.Site {
	t.Helper()
	s, err := backtest.Quick("LZ_WEST", 1, 20, start, 0, 0)
	check(t, err)
	return &s
}

func study(t testing.TB, days int, d backtest.Data, names ...string) backtest.Study {
	t.Helper()
	return backtest.Study{Site: quick(t, 0), From: firstDay(), To: firstDay().Add(days - 1), Data: d, Policies: named(t, names...)}
}

func answer(t testing.TB, st backtest.Study) backtest.Report {
	t.Helper()
	r, err := backtest.Run(context.Background(), st)
	check(t, err)
	return r
}

func named(t testing.TB, names ...string) []policy.Policy {
	t.Helper()
	list, err := backtest.Named(names, 0)
	check(t, err)
	return list
}

// witness is a policy that looks at every snapshot and does nothing else.
type witness struct{ look func(*market.Snapshot) }

func (witness) Name() string { return "witness" }

func (w witness) Propose(in policy.Input) policy.Proposal {
	w.look(in.Snapshot)
	return policy.Always{}.Propose(in)
}

func TestNoSnapshotShowsWhatWasNotYetPublished(t *testing.T) {
	for _, step := range []time.Duration{unit.Control, unit.Settlement, time.Hour} {
		d := made(3, step, wave(9))
		d.Reserve = []market.Keyed{{Key: "ECRS", Quote: market.Quote{Value: 3, Start: firstDay().Start(), Length: time.Hour, Known: firstDay().Add(-1).Start()}}}
		d.GPU = []market.Keyed{{Key: "H100", Quote: market.Quote{Value: 2, Start: firstDay().Next().Start(), Known: firstDay().Next().Start()}}}
		d.Load = d.Spot
		st := study(t, 3, d)
		looks, widest := 0, 0
		st.Policies = []policy.Policy{witness{func(s *market.Snapshot) {
			looks++
			if !s.AsOf.Equal(s.Interval.Start) {
				t.Errorf("decided as of %s for the interval of %s", s.AsOf, s.Interval.Key())
			}
			for _, q := range append(append([]market.Quote{s.SPP}, s.Settled...), s.SCED...) {
				if q.OK() && q.Interval().End().After(s.AsOf) {
					t.Fatalf("at %s the price of %s shows, which had not ended", s.AsOf, q.Start)
				}
			}
			for _, q := range s.DayAhead {
				if q.Known.After(s.AsOf) || !q.Interval().End().After(s.AsOf) {
					t.Fatalf("at %s the day-ahead price of %s shows, known %s", s.AsOf, q.Start, q.Known)
				}
			}
			for _, q := range append(append([]market.Keyed(nil), s.GPU...), s.DAReserve...) {
				if q.Known.After(s.AsOf) {
					t.Fatalf("at %s the price of %s of %s shows", s.AsOf, q.Key, q.Start)
				}
			}
			widest = max(widest, len(s.DayAhead))
		}}}
		r := answer(t, st)
		if looks != r.Intervals || r.Step != int(step/time.Minute) {
			t.Errorf("%s: %d looks at %d intervals of %d min", step, looks, r.Intervals, r.Step)
		}
		// At 13:30 Central the rest of today and all of tomorrow are out.
		if widest < 34 || widest > 35 {
			t.Errorf("%s: at most %d hours of day-ahead prices show at a time, want 34 or 35", step, widest)
		}
	}
}

func TestTuningSeesNothingFromTheFirstDayOn(t *testing.T) {
	past := made(40, time.Hour, wave(3))
	st := study(t, 40, past)
	st.From = firstDay().Add(30)
	before := answer(t, st)
	for i := range past.Spot {
		if !past.Spot[i].Start.Before(st.From.Start()) {
			past.Spot[i].Value = 1000 - past.Spot[i].Value
		}
	}
	after := answer(t, st)
	if diff := cmp.Diff(before.Tuning, after.Tuning); diff != "" {
		t.Errorf("other prices from the first day on changed the tuning:\n%s", diff)
	}
	if before.Tuning.Days != 30 || before.Tuning.Candidates < 2 {
		t.Errorf("tuned on %d days with %d candidates", before.Tuning.Days, before.Tuning.Candidates)
	}
}

func TestWithoutFourWeeksBeforeTheFirstDayNothingIsTuned(t *testing.T) {
	r := answer(t, study(t, 5, made(5, time.Hour, wave(3))))
	if !strings.Contains(r.Tuning.Note, "untuned: no data before 2024-06-01") || r.Tuning.Candidates != 0 {
		t.Errorf("tuning is %+v", r.Tuning)
	}
	st := study(t, 20, made(20, time.Hour, wave(3)))
	st.From = firstDay().Add(15)
	if r := answer(t, st); !strings.Contains(r.Tuning.Note, "untuned: only 15 days of data before 2024-06-16") {
		t.Errorf("tuning is %+v", r.Tuning)
	}
}

func TestTheThresholdScoresZeroAndTheOracleOne(t *testing.T) {
	st := study(t, 60, made(60, time.Hour, wave(3)), "always", "lag1", "threshold", "oracle")
	r := answer(t, st)
	if len(r.Policies) != 4 {
		t.Fatalf("got %d policies", len(r.Policies))
	}
	for name, want := range map[string]float64{"threshold": 0, "oracle": 1} {
		if got := r.Policies[name].Capture; got == nil || math.Abs(*got-want) > 1e-9 {
			t.Errorf("%s captures %v, want %g", name, got, want)
		}
	}
	always := r.Policies["always"]
	if always.Capture == nil || *always.Capture >= 0 || always.CaptureCI[0] > *always.Capture || always.CaptureCI[1] < *always.Capture {
		t.Errorf("always captures %v in %v", always.Capture, always.CaptureCI)
	}
	if always.Uptime != 1 || math.Abs(always.EnergyMWh-60*24) > 1e-6 || always.Starts != 0 {
		t.Errorf("always: %+v", always)
	}
	if again := answer(t, st); cmp.Diff(jsonOf(t, r), jsonOf(t, again)) != "" {
		t.Error("the same study gave another report")
	}
}

func TestNoRatioIsGivenWhereItWouldMeanNothing(t *testing.T) {
	for name, c := range map[string]struct {
		price func(int) float64
		want  string
	}{
		"nothing to gain": {func(int) float64 { return 20 }, "earns 0.00 $ above the threshold"},
		"hardly anything": {func(i int) float64 { return 20 + 90*float64((i%240)/239) }, "1 % is asked for"},
		"one lucky hour":  {func(i int) float64 { return 20 + 8000*float64((i%480)/479) }, "touches zero"},
	} {
		r := answer(t, study(t, 20, made(20, time.Hour, c.price), "always"))
		for policy, v := range r.Policies {
			if v.Capture != nil || v.CaptureCI != nil || !strings.Contains(v.CaptureNote, c.want) {
				t.Errorf("%s: %s captures %v: %q", name, policy, v.Capture, v.CaptureNote)
			}
		}
		if !strings.Contains(jsonOf(t, r), `"capture_ratio":null`) {
			t.Errorf("%s: the ratio is not null in JSON", name)
		}
	}
}

func TestFiveMinutePricesSettleAtTheMeanOfTheirQuarter(t *testing.T) {
	d := made(1, unit.Control, func(i int) float64 { return []float64{10, 20, 330}[i%3] })
	r := answer(t, study(t, 1, d, "always"))
	// Revenue of 100 $/MWh less a mean price of 120 $/MWh.
	if got := r.Policies["always"].ProfitUSD; math.Abs(got+24*20) > 0.01 {
		t.Errorf("always earns %.2f $, want -480.00", got)
	}
	if got := r.Policies["oracle"].ProfitUSD; got != 0 {
		t.Errorf("the oracle mines cheap runs of dear quarters: %.2f $", got)
	}
}

func TestIntervalsWithoutAPriceAreSkippedAndCounted(t *testing.T) {
	d := made(2, time.Hour, func(int) float64 { return 50 })
	d.Spot = append(d.Spot[:5:5], d.Spot[7:]...)
	r := answer(t, study(t, 2, d, "always"))
	if r.Intervals != 46 || r.Skipped != 2 || math.Abs(r.Policies["always"].ProfitUSD-46*50) > 0.01 {
		t.Errorf("%d intervals, %d skipped, %.2f $", r.Intervals, r.Skipped, r.Policies["always"].ProfitUSD)
	}
}

func TestASiteOnATariffNeedsNoPrices(t *testing.T) {
	s := quick(t, 0)
	s.Point, s.Contract = "", site.Contract{Kind: site.Fixed, Price: 60}
	st := study(t, 2, made(2, time.Hour, wave(3)), "always")
	st.Site, st.Data.Spot = s, nil
	r := answer(t, st)
	if got := r.Policies["always"].ProfitUSD; math.Abs(got-48*40) > 0.01 {
		t.Errorf("always earns %.2f $, want 1,920.00", got)
	}
}

func TestStudiesThatCannotBeAnsweredSayWhy(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*backtest.Study)
		want   string
	}{
		"days swapped":     {func(st *backtest.Study) { st.From, st.To = st.To.Next(), st.From }, "the first day lies after the last"},
		"no prices":        {func(st *backtest.Study) { st.From, st.To = st.From.Add(90), st.To.Add(90) }, "no settlement point price of LZ_WEST"},
		"no hashprice":     {func(st *backtest.Study) { st.Data.Hashprice = st.Data.Hashprice[:2] }, "no hashprice for 2024-06-03"},
		"too fine a step":  {func(st *backtest.Study) { st.Step = unit.Control }, "does not fit"},
		"mixed steps":      {func(st *backtest.Study) { st.Data.Spot[3].Length = unit.Settlement }, "use one resolution"},
		"wild parameters":  {func(st *backtest.Study) { st.Threshold = &policy.ThresholdParams{Hysteresis: -1} }, "hysteresis"},
		"prices unordered": {func(st *backtest.Study) { st.Data.Spot[3].Start = st.Data.Spot[2].Start }, "not in time order"},
	} {
		st := study(t, 3, made(3, time.Hour, wave(3)))
		c.change(&st)
		if _, err := backtest.Run(context.Background(), st); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want it to say %q", name, err, c.want)
		}
	}
	if _, err := backtest.Named([]string{"alway"}, 0); err == nil {
		t.Error("an unknown policy was accepted")
	}
	if _, err := backtest.Quick("LZ_WEST", -1, 20, 0, 0, 0); err == nil {
		t.Error("a negative power was accepted")
	}
}

func TestAStudyStopsWhenItsContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := backtest.Run(ctx, study(t, 3, made(3, time.Hour, wave(3)))); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

func TestTheReportIsWrittenForPeopleToo(t *testing.T) {
	st := study(t, 40, made(40, time.Hour, wave(3)), "always")
	st.Trace = true
	r := answer(t, st)
	var table bytes.Buffer
	check(t, r.WriteTable(&table))
	for _, want := range []string{"hourly data: value claims need 15-minute data or finer", "oracle", "untuned", "capture"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, table.String())
		}
	}
	var chart bytes.Buffer
	check(t, r.WriteChart(&chart))
	decoder := xml.NewDecoder(&chart)
	elements := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		check(t, err)
		if _, ok := token.(xml.StartElement); ok {
			elements++
		}
	}
	if elements < 20 {
		t.Errorf("the chart has %d elements", elements)
	}
	st.Trace = false
	if err := answer(t, st).WriteChart(io.Discard); err == nil {
		t.Error("a chart was drawn without a trace")
	}
}

func jsonOf(t *testing.T, r backtest.Report) string {
	t.Helper()
	text, err := json.Marshal(r)
	check(t, err)
	return string(text)
}

// A year of 5-minute intervals through one policy beside threshold and oracle,
// which always run: the time per policy is a third of it.
func BenchmarkAYearOfFiveMinuteIntervalsThroughThreePolicies(b *testing.B) {
	st := study(b, 365, made(365, unit.Control, wave(50)), "lag1")
	st.Threshold = &policy.ThresholdParams{Hysteresis: 1.3, Down: 2, Up: 2}
	b.ReportAllocs()
	for b.Loop() {
		answer(b, st)
	}
}
