package intraday_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// start of world, and of its newest of so many intervals.
func newestOf(n int) time.Time {
	return time.Date(2024, 6, 1, 5, 0, 0, 0, time.UTC).Add(time.Duration(n-1) * intraday.Step)
}

// The deviation of world at a lead from its own forecast has a variance of
// 9 (1-0.81^k)/(1-0.81), and deviations at leads j < k correlate by
// 0.9^(k-j) sd(j)/sd(k): an autoregression of order one. Bands widen with the
// price, so that leads are looked at where it is expected at its mean.
func TestPathsSpreadAndHangTogetherAsThePriceDoes(t *testing.T) {
	const n = 20*96 + 1
	tracker, points := run(n, same)
	paths := tracker.Paths(newestOf(n), points, 100)
	if len(paths) != 100 {
		t.Fatalf("%d paths", len(paths))
	}
	deviation := func(k int) float64 { return math.Sqrt(9 * (1 - math.Pow(0.81, float64(k))) / 0.19) }
	for _, k := range []int{1, 48, 96, 192} {
		var at []float64
		for _, p := range paths {
			at = append(at, p[k-1])
		}
		if mean, sd := moments(at); math.Abs(mean-points[k-1]) > 0.35*deviation(k) || math.Abs(sd/deviation(k)-1) > 0.3 {
			t.Errorf("lead %d: %.2f +- %.2f, %.2f +- %.2f expected", k, mean, sd, points[k-1], deviation(k))
		}
	}
	for _, c := range [][2]int{{4, 5}, {16, 20}, {40, 120}} {
		j, k := c[0], c[1]
		want := math.Pow(0.9, float64(k-j)) * deviation(j) / deviation(k)
		var a, b []float64
		for _, p := range paths {
			a, b = append(a, p[j-1]), append(b, p[k-1])
		}
		if got := correlation(a, b); math.Abs(got-want) > 0.3 {
			t.Errorf("leads %d and %d correlate by %.2f, %.2f expected", j, k, got, want)
		}
	}
}

func moments(v []float64) (mean, sd float64) {
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		sd += (x - mean) * (x - mean) / float64(len(v))
	}
	return mean, math.Sqrt(sd)
}

func correlation(a, b []float64) float64 {
	ma, sa := moments(a)
	mb, sb := moments(b)
	var sum float64
	for i := range a {
		sum += (a[i] - ma) * (b[i] - mb) / float64(len(a))
	}
	return sum / sa / sb
}

// A price that jumps to 9,000 on a hundredth of quarters and to -250 on as many
// has both in what may come.
func TestPathsHoldSpikesAndNegativePrices(t *testing.T) {
	const n = 2500
	tracker, points := run(n, func(i int, price float64) float64 {
		switch i % 100 {
		case 17:
			return 9000
		case 61:
			return -250
		}
		return price
	})
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range tracker.Paths(newestOf(n), points, 20) {
		low, high = min(low, slices.Min(p)), max(high, slices.Max(p))
	}
	if low > 0 || high < 1000 {
		t.Errorf("paths go from %.0f to %.0f", low, high)
	}
}

func TestAnOutlookIsTheSameToTheByteWheneverItIsMade(t *testing.T) {
	const n = 2000
	encode := func() []byte {
		tracker, points := run(n, same)
		tracker.Paths(newestOf(n), points, 7) // asking changes nothing
		body, err := json.Marshal(tracker.Outlook(newestOf(n), points, 20))
		if err != nil {
			t.Fatal(err)
		}
		return body
	}
	a, b := encode(), encode()
	if diff := cmp.Diff(string(a), string(b)); diff != "" {
		t.Error(diff)
	}
	if len(a) > 24<<10 {
		t.Errorf("%d bytes, which every decision keeps", len(a))
	}
}

func TestSlotsAreQuartersThenWholeHours(t *testing.T) {
	const n = 2002
	tracker, points := run(n, same)
	o := tracker.Outlook(newestOf(n), points, 20)
	slots := o.Slots()
	if len(slots) != len(o.Point) || len(slots) != len(o.Quantiles) || len(o.Paths) != 20 || len(o.Paths[3]) != len(slots) {
		t.Fatalf("%d slots, %d points, %d quantiles, %d paths", len(slots), len(o.Point), len(o.Quantiles), len(o.Paths))
	}
	if !slots[0].Start.Equal(newestOf(n).Add(intraday.Step)) || slots[23].Length != unit.Settlement {
		t.Errorf("first %v, twenty-fourth %v", slots[0], slots[23])
	}
	for _, s := range slots {
		if s.Length == time.Hour && s.Start.Minute() != 0 {
			t.Errorf("the hour from %v is none of the clock", s.Start)
		}
	}
	last := slots[len(slots)-1]
	if ahead := last.End().Sub(slots[0].Start); last.Length != time.Hour || ahead < 47*time.Hour || ahead > 48*time.Hour {
		t.Errorf("reaches %v ahead in steps of %v", ahead, last.Length)
	}
	middle := slots[30].Start.Add(time.Minute)
	if slot, ok := o.SlotAt(middle); !ok || slot != 30 {
		t.Errorf("slot %d, %v", slot, ok)
	}
	lowest, _ := o.Quantile(30, 0.1)
	highest, ok := o.Quantile(30, 0.9)
	if between, _ := o.Quantile(30, 0.5); !ok || lowest >= between || between >= highest {
		t.Errorf("%v, %v, %v", lowest, between, highest)
	}
	if _, ok := o.SlotAt(last.End()); ok {
		t.Error("a moment after all has a slot")
	}
}

func TestWithoutPastForecastsThereAreNoPaths(t *testing.T) {
	tracker := intraday.New(intraday.PriceUnit)
	points := tracker.Step(time.Unix(0, 0), 20, func(int) (float64, bool) { return 25, true })
	o := tracker.Outlook(time.Unix(0, 0), points, 20)
	if len(o.Paths) != 0 || len(o.Quantiles) != 0 || len(o.Levels) != 0 || len(o.Point) == 0 {
		t.Errorf("%+v", o)
	}
}
