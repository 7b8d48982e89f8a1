package storetest

import (
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func readingTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"ReadingsAroundAMomentAreTheNearest":   nearest,
		"TheLatestReadingIsThatOfTheMeter":     latest,
		"ASecondReadingOfAMomentIsIgnored":     secondReading,
		"ReadingsThatAreNotNumbersAreRefused":  notNumbers,
		"TheSettlementMeterIsItsOwnMeter":      settlementMeter,
		"AMeterWithoutReadingsHasNoneEachSide": noReadings,
	}
}

func reading(class string, when time.Time, energy float64) site.Reading {
	return site.Reading{
		Site: "alpha", Class: class, At: when, Power: 3.25, Energy: unit.MWh(energy), THs: 110_000.5,
		UnitsOn: 1000, Source: "node/s19", Simulated: true,
	}
}

func around(t testing.TB, s *store.Store, class string, when time.Time) []*site.Reading {
	t.Helper()
	before, after, err := s.ReadingAt(t.Context(), "alpha", class, when)
	ok(t, err)
	return []*site.Reading{before, after}
}

func nearest(t *testing.T, e Engine) {
	s := Open(t, e)
	one, two, three := reading("s19", at(1, 0), 10), reading("s19", at(1, 5), 11), reading("s19", at(1, 10), 12)
	ok(t, s.PutReadings(t.Context(), []site.Reading{three, one, two}))
	same(t, "between", around(t, s, "s19", at(1, 7)), []*site.Reading{&two, &three})
	same(t, "at the very moment", around(t, s, "s19", at(1, 5)), []*site.Reading{&two, &two})
	same(t, "before all", around(t, s, "s19", at(0, 59)), []*site.Reading{nil, &one})
	same(t, "after all", around(t, s, "s19", at(2, 0)), []*site.Reading{&three, nil})
}

func latest(t *testing.T, e Engine) {
	s := Open(t, e)
	newest := reading("s19", at(1, 5), 11)
	ok(t, s.PutReadings(t.Context(), []site.Reading{newest, reading("h100", at(1, 0), 1)}))
	ok(t, s.PutReadings(t.Context(), []site.Reading{reading("s19", at(1, 0), 10)}))
	same(t, "latest", must[[]site.Reading](t)(s.LatestReadings(t.Context())),
		[]site.Reading{reading("h100", at(1, 0), 1), newest})
}

func secondReading(t *testing.T, e Engine) {
	s := Open(t, e)
	first := reading("s19", at(1, 0), 10)
	ok(t, s.PutReadings(t.Context(), []site.Reading{first, reading("s19", at(1, 0), 99)}))
	same(t, "kept", around(t, s, "s19", at(1, 0)), []*site.Reading{&first, &first})
}

func notNumbers(t *testing.T, e Engine) {
	s := Open(t, e)
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if err := s.PutReadings(t.Context(), []site.Reading{reading("a", at(1, 0), 1), reading("b", at(1, 0), bad)}); err == nil {
			t.Errorf("%g was stored", bad)
		}
	}
	same(t, "kept", must[[]site.Reading](t)(s.LatestReadings(t.Context())), []site.Reading(nil))
}

func settlementMeter(t *testing.T, e Engine) {
	s := Open(t, e)
	meter := reading("", at(1, 0), 100)
	ok(t, s.PutReadings(t.Context(), []site.Reading{meter, reading("s19", at(1, 0), 10)}))
	same(t, "settlement meter", around(t, s, "", at(1, 0)), []*site.Reading{&meter, &meter})
}

func noReadings(t *testing.T, e Engine) {
	s := Open(t, e)
	same(t, "none", around(t, s, "s19", at(1, 0)), []*site.Reading{nil, nil})
}
