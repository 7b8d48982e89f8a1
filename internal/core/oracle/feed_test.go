package oracle_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/oracle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func start() time.Time { return time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC) }

func price(f oracle.Feed, at time.Duration, value float64, known time.Duration) market.Observation {
	return market.Observation{
		Series: f.Series, Interval: unit.Interval{Start: start().Add(at), Length: 15 * time.Minute},
		Value: value, Known: start().Add(known),
	}
}

func TestEveryFeedCanBeReported(t *testing.T) {
	feeds := oracle.Feeds([]string{"LZ_WEST", "HB_NORTH"})
	names := map[string]bool{}
	for _, f := range feeds {
		if err := f.Check(); err != nil {
			t.Error(err)
		}
		names[f.Name] = true
	}
	if len(names) != 5 || !names[oracle.Hashprice] {
		t.Errorf("%v", names)
	}
}

func TestTheLastObservationKnownStandsForAnEpochThatIsOver(t *testing.T) {
	f := oracle.Feeds([]string{"LZ_WEST"})[0]
	now := start().Add(50 * time.Minute)
	first := f.Epoch(start())
	known := []market.Observation{
		price(f, 0, 21.5, 16*time.Minute),
		price(f, 15*time.Minute, -4.000001, 31*time.Minute),
		price(f, 15*time.Minute, -5, 40*time.Minute), // a correction
		price(f, 30*time.Minute, 99, 51*time.Minute), // not known yet
		price(f, 45*time.Minute, 12, 46*time.Minute), // its epoch is not over
	}
	got, err := oracle.Rounds(f, known, first-1, now, 8)
	if err != nil {
		t.Fatal(err)
	}
	want := []oracle.Round{{first, 21_500_000, start()}, {first + 1, -5_000_000, start().Add(15 * time.Minute)}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, _ = oracle.Rounds(f, known, first, now, 8); len(got) != 1 || got[0] != want[1] {
		t.Errorf("after epoch %d: %v", first, got)
	}
	if got, _ = oracle.Rounds(f, known, first-1, now, 1); len(got) != 1 || got[0] != want[1] {
		t.Errorf("at most one: %v", got)
	}
}

func TestAValueThatDoesNotFitIsAnError(t *testing.T) {
	f := oracle.Feeds([]string{"LZ_WEST"})[0]
	for _, v := range []float64{math.NaN(), math.Inf(1), 1e13} {
		_, err := oracle.Rounds(f, []market.Observation{price(f, 0, v, 15*time.Minute)}, 0, start().Add(time.Hour), 8)
		if !errors.Is(err, oracle.ErrTooLarge) {
			t.Errorf("%g: %v", v, err)
		}
	}
}
