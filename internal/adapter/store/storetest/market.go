package storetest

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func marketTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"ObservationsComeBackAsTheyWere":        observationsComeBack,
		"RepeatedValuesAreIgnored":              repeatedValues,
		"ACorrectionIsANewRevision":             corrections,
		"AnOlderPublicationDoesNotUndoALater":   olderPublication,
		"OneBadObservationSpoilsItsBatch":       badObservation,
		"LastIsTheNewestIntervalKnown":          lastKnown,
		"TheCatalogueFollowsEveryBatch":         catalogueFollows,
		"ChartsAreThinnedByStep":                downsampled,
		"TheSameRawAnswerIsKeptOnce":            rawOnce,
		"ReadersSeeOnlyWhatWasKnown":            pointInTime,
		"SeriesAreOrderedByBytesNotByLanguage":  byteOrder,
		"EmptyBatchesAndUnknownSeriesAreNoCase": emptyBatch,
	}
}

func west() market.Series { return market.Series{Kind: market.RTSPP, Key: "LZ_WEST"} }

// spp is a price of the quarter that starts at start, published and fetched then.
func spp(start time.Time, value float64, published, fetched time.Time) market.Observation {
	known := published
	if fetched.After(known) {
		known = fetched
	}
	return market.Observation{
		Series: west(), Interval: unit.Interval{Start: start, Length: unit.Settlement}, Value: value,
		Source: "ercot/np6-905-cd", Published: published, Fetched: fetched, Known: known, Simulated: true,
	}
}

func put(t testing.TB, s *store.Store, all ...market.Observation) int {
	t.Helper()
	return must[int](t)(s.PutBatch(t.Context(), market.Batch{Observations: all}))
}

func values(all []market.Observation) []float64 {
	var values []float64
	for _, o := range all {
		values = append(values, o.Value)
	}
	return values
}

func observationsComeBack(t *testing.T, e Engine) {
	s := Open(t, e)
	all := []market.Observation{
		spp(at(0, 0), -12.345678901234567, at(0, 20), at(0, 21)),
		spp(at(0, 15), 5000, at(0, 35).Add(time.Microsecond), at(0, 35)),
	}
	instant := market.Observation{
		Series: market.Series{Kind: market.BTCUSD}, Interval: unit.Interval{Start: at(0, 1)}, Value: 93_000.01,
		Source: "mempool", Fetched: at(0, 1), Known: at(0, 1),
	}
	if added := put(t, s, append(all, instant)...); added != 3 {
		t.Fatalf("added %d, want 3", added)
	}
	got := must[[]market.Observation](t)(s.Recent(t.Context(), []market.Series{west(), instant.Series, west()}, at(9, 0), at(0, 0)))
	same(t, "recent", got, append([]market.Observation{instant}, all...))
	got = must[[]market.Observation](t)(s.Recent(t.Context(), []market.Series{west()}, at(9, 0), at(0, 15)))
	same(t, "since the second quarter", got, all[1:])
	got = must[[]market.Observation](t)(s.Range(t.Context(), west(), at(0, 0), at(0, 15), at(9, 0)))
	same(t, "range", got, all[:1])
}

func repeatedValues(t *testing.T, e Engine) {
	s := Open(t, e)
	put(t, s, spp(at(0, 0), 20, at(0, 20), at(0, 21)))
	if n := put(t, s, spp(at(0, 0), 20, at(0, 20), at(0, 21)), spp(at(0, 0), 20, at(0, 20), at(0, 26))); n != 0 {
		t.Fatalf("the same value again added %d, want 0", n)
	}
	imported := spp(at(0, 0), 20, at(0, 20), at(8, 0))
	imported.Known = at(0, 20)
	if n := put(t, s, imported); n != 1 {
		t.Fatalf("a value that was known earlier added %d, want 1", n)
	}
	got := must[[]market.Observation](t)(s.Range(t.Context(), west(), at(0, 0), at(1, 0), at(0, 20)))
	same(t, "as of its publication", values(got), []float64{20})
}

func corrections(t *testing.T, e Engine) {
	s := Open(t, e)
	put(t, s, spp(at(0, 0), 20, at(0, 20), at(0, 21)))
	if n := put(t, s, spp(at(0, 0), 25, at(3, 0), at(3, 1))); n != 1 {
		t.Fatalf("a correction added %d, want 1", n)
	}
	if n := put(t, s, spp(at(0, 0), 20, at(5, 0), at(5, 1))); n != 1 {
		t.Fatalf("a correction back added %d, want 1", n)
	}
	for _, c := range []struct {
		asOf time.Time
		want []float64
	}{
		{at(0, 20), nil},
		{at(0, 21), []float64{20}},
		{at(3, 0), []float64{20}},
		{at(3, 1), []float64{25}},
		{at(5, 1), []float64{20}},
	} {
		got := must[[]market.Observation](t)(s.Recent(t.Context(), []market.Series{west()}, c.asOf, at(0, 0)))
		same(t, "as of "+c.asOf.String(), values(got), c.want)
	}
}

func olderPublication(t *testing.T, e Engine) {
	s := Open(t, e)
	put(t, s, spp(at(0, 0), 25, at(3, 0), at(4, 0)))
	put(t, s, spp(at(0, 0), 20, at(0, 20), at(4, 5)))
	got := must[[]market.Observation](t)(s.Last(t.Context(), []market.Series{west()}, at(9, 0)))
	same(t, "after an old document arrived late", values(got), []float64{25})
}

func badObservation(t *testing.T, e Engine) {
	s := Open(t, e)
	for name, bad := range map[string]float64{"not a number": math.NaN(), "infinite": math.Inf(1), "wrong unit": 1e6} {
		_, err := s.PutBatch(t.Context(), market.Batch{
			Raw:          []market.Raw{{Source: "x", Fetched: at(0, 0), Body: []byte("x")}},
			Observations: []market.Observation{spp(at(0, 0), 20, at(0, 20), at(0, 20)), spp(at(0, 15), bad, at(0, 20), at(0, 20))},
		})
		if err == nil {
			t.Errorf("%s: stored, want an error", name)
		}
	}
	same(t, "catalogue", must[[]store.SeriesInfo](t)(s.Catalogue(t.Context())), []store.SeriesInfo(nil))
}

func lastKnown(t *testing.T, e Engine) {
	s := Open(t, e)
	put(t, s,
		spp(at(0, 0), 1, at(0, 16), at(0, 16)),
		spp(at(0, 15), 2, at(0, 31), at(0, 31)),
		spp(at(0, 15), 3, at(0, 40), at(0, 40)))
	unknown := market.Series{Kind: market.RTSPP, Key: "LZ_MOON"}
	for _, c := range []struct {
		asOf time.Time
		want []float64
	}{{at(0, 15), nil}, {at(0, 30), []float64{1}}, {at(0, 31), []float64{2}}, {at(1, 0), []float64{3}}} {
		got := must[[]market.Observation](t)(s.Last(t.Context(), []market.Series{unknown, west()}, c.asOf))
		same(t, "as of "+c.asOf.String(), values(got), c.want)
	}
}

func catalogueFollows(t *testing.T, e Engine) {
	s := Open(t, e)
	newest := spp(at(1, 0), 4, at(1, 16), at(1, 16))
	put(t, s, newest)
	put(t, s, spp(at(0, 0), 1, at(1, 20), at(1, 20)), spp(at(0, 30), 2, at(1, 20), at(1, 20)))
	want := []store.SeriesInfo{{Series: west(), Newest: newest, Revisions: 3, First: at(0, 0), Last: at(1, 0)}}
	same(t, "catalogue", must[[]store.SeriesInfo](t)(s.Catalogue(t.Context())), want)

	corrected := spp(at(1, 0), 5, at(2, 0), at(2, 0))
	put(t, s, corrected)
	want[0].Newest, want[0].Revisions = corrected, 4
	same(t, "after a correction", must[[]store.SeriesInfo](t)(s.Catalogue(t.Context())), want)
}

func downsampled(t *testing.T, e Engine) {
	s := Open(t, e)
	for i, value := range []float64{10, 20, 30, 40, 50} {
		start := at(0, 15*i)
		put(t, s, spp(start, value, start, start))
	}
	put(t, s, spp(at(0, 0), 70, at(3, 0), at(3, 0)))
	got := must[[]store.Point](t)(s.Downsample(t.Context(), west(), at(0, 0), at(9, 0), time.Hour))
	same(t, "points", got, []store.Point{
		{Start: at(0, 0), Mean: 40, Min: 20, Max: 70, Count: 4, Simulated: true},
		{Start: at(1, 0), Mean: 50, Min: 50, Max: 50, Count: 1, Simulated: true},
	})
	if _, err := s.Downsample(t.Context(), west(), at(0, 0), at(9, 0), 0); err == nil {
		t.Error("a step of 0 was accepted")
	}
}

func rawOnce(t *testing.T, e Engine) {
	s := Open(t, e)
	for hour := range 3 {
		_, err := s.PutBatch(t.Context(), market.Batch{Raw: []market.Raw{
			{Source: "ercot/np6-905-cd", Request: "GET /x", Fetched: at(hour, 0), ContentType: "application/json", Body: []byte(`{"data":[]}`)},
		}})
		ok(t, err)
	}
	if n := must[int64](t)(s.Prune(t.Context(), at(2, 0))); n != 0 {
		t.Fatalf("pruned %d answers that were still seen at the time, want 0", n)
	}
	if n := must[int64](t)(s.Prune(t.Context(), at(2, 1))); n != 1 {
		t.Fatalf("pruned %d answers, want the one", n)
	}
}

func byteOrder(t *testing.T, e Engine) {
	s := Open(t, e)
	var all []market.Series
	for _, key := range []string{"b", "B", "_a", "a", "ä", "Z"} {
		o := spp(at(0, 0), 1, at(0, 1), at(0, 1))
		o.Series.Key = key
		all = append(all, o.Series)
		put(t, s, o)
	}
	var got []string
	for _, line := range must[[]store.SeriesInfo](t)(s.Catalogue(t.Context())) {
		got = append(got, line.Series.Key)
	}
	same(t, "catalogue", got, []string{"B", "Z", "_a", "a", "b", "ä"})
	got = nil
	for _, o := range must[[]market.Observation](t)(s.Last(t.Context(), all, at(1, 0))) {
		got = append(got, o.Series.Key)
	}
	same(t, "newest", got, []string{"B", "Z", "_a", "a", "b", "ä"})
}

func emptyBatch(t *testing.T, e Engine) {
	s := Open(t, e)
	if n := put(t, s); n != 0 {
		t.Fatalf("an empty batch added %d", n)
	}
	got := must[[]market.Observation](t)(s.Range(t.Context(), west(), at(0, 0), at(9, 0), at(9, 0)))
	same(t, "unknown series", got, []market.Observation(nil))
}

// pointInTime holds the store against a plain list of revisions. Values are all
// different, so that none repeats the one before.
func pointInTime(t *testing.T, e Engine) {
	s := Open(t, e)
	series := 0
	rapid.Check(t, func(t *rapid.T) {
		series++
		name := market.Series{Kind: market.RTSPP, Key: fmt.Sprintf("P%05d", series)}
		minute := func(label string) time.Time { return at(0, rapid.IntRange(0, 40).Draw(t, label)) }
		var model []market.Observation
		for n := range rapid.IntRange(1, 25).Draw(t, "revisions") {
			start := at(0, 15*rapid.IntRange(0, 3).Draw(t, "quarter"))
			o := spp(start, float64(n), minute("published"), minute("fetched"))
			o.Series = name
			if rapid.Bool().Draw(t, "import") {
				o.Known = o.Published
			}
			added, err := s.PutBatch(t.Context(), market.Batch{Observations: []market.Observation{o}})
			if err != nil {
				t.Fatal(err)
			}
			if taken := slices.ContainsFunc(model, func(m market.Observation) bool { return sameRevision(m, o) }); taken != (added == 0) {
				t.Fatalf("added %d, model says taken: %v", added, taken)
			}
			if added == 1 {
				model = append(model, o)
			}
		}
		asOf, since := minute("as of"), at(0, 15*rapid.IntRange(0, 3).Draw(t, "since"))
		want := modelAsOf(model, asOf, since)
		got, err := s.Recent(t.Context(), []market.Series{name}, asOf, since)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("recent (-want +got):\n%s", diff)
		}
		want = modelAsOf(model, asOf, time.Time{})
		if len(want) > 1 {
			want = want[len(want)-1:]
		}
		if got, err = s.Last(t.Context(), []market.Series{name}, asOf); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("last (-want +got):\n%s", diff)
		}
	})
}

func sameRevision(a, b market.Observation) bool {
	return a.Interval == b.Interval && a.Published.Equal(b.Published) && a.Fetched.Equal(b.Fetched)
}

// modelAsOf is point-in-time reading as its definition says it.
func modelAsOf(model []market.Observation, asOf, since time.Time) []market.Observation {
	newest := make(map[unit.Interval]market.Observation)
	for _, o := range model {
		if o.Known.After(asOf) || o.Interval.Start.Before(since) {
			continue
		}
		held, seen := newest[o.Interval]
		later := o.Published.After(held.Published) || (o.Published.Equal(held.Published) && o.Fetched.After(held.Fetched))
		if !seen || later {
			newest[o.Interval] = o
		}
	}
	var all []market.Observation
	for quarter := range 4 {
		if o, ok := newest[unit.Interval{Start: at(0, 15*quarter), Length: unit.Settlement}]; ok {
			all = append(all, o)
		}
	}
	return all
}
