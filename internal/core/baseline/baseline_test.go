package baseline_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/baseline"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// month is thirty days of a site whose load has a daily shape of 10 %, falls by
// a tenth at weekends, and answers the price: 40 kWh less for each 100 $/MWh.
func month(noise float64) []baseline.Point {
	rng := rand.New(rand.NewPCG(1, 2))
	start := time.Date(2026, time.March, 2, 6, 0, 0, 0, time.UTC)
	var points []baseline.Point
	for i := range 30 * 288 {
		at := start.Add(time.Duration(i) * unit.Control)
		price := 40 + 30*math.Sin(float64(i)/700) + 10*rng.NormFloat64()
		kWh := 1000 + 100*math.Sin(2*math.Pi*float64(unit.Central(at).Hour()*60+unit.Central(at).Minute())/1440) - 0.4*price
		if d := unit.Central(at).Weekday(); d == time.Saturday || d == time.Sunday {
			kWh -= 100
		}
		points = append(points, baseline.Point{Start: at, KWh: kWh + noise*rng.NormFloat64(), Price: price, Measured: true})
	}
	return points
}

func find(all []baseline.Estimate, m baseline.Method) baseline.Estimate {
	for _, e := range all {
		if e.Method == m {
			return e
		}
	}
	return baseline.Estimate{Why: "not there"}
}

func TestEveryMethodFindsWhatWouldHaveBeenDrawnWithinItsBand(t *testing.T) {
	points := month(5)
	from, n := 25*288+100, 24
	truth := 0.0
	for i := from; i < from+n; i++ {
		truth += points[i].KWh
		points[i].KWh, points[i].Excluded = 50, true
	}
	all := baseline.Estimates(points, points[from].Start, n)
	for _, m := range baseline.Methods() {
		e := find(all, m)
		if e.Why != "" {
			t.Errorf("%s: %s", m, e.Why)
			continue
		}
		if off := math.Abs(e.KWh-truth) / truth; off > max(0.01, 3*e.Placebo.RRMSE) {
			t.Errorf("%s finds %.0f kWh of %.0f, off by %.3f; its placebo is off by %.3f", m, e.KWh, truth, off, e.Placebo.RRMSE)
		}
		if e.Placebo.Windows < 20 || e.Placebo.Band < 0 {
			t.Errorf("%s: %+v", m, e.Placebo)
		}
	}
	if best, ok := baseline.Best(all); !ok || best.Method != baseline.Regression {
		t.Errorf("best is %s: the load follows price, hour and weekend, which regression knows", best.Method)
	}
}

func TestAPlaceboFindsNextToNothingWhereNothingIsToBeFound(t *testing.T) {
	points := month(0)
	for _, e := range baseline.Estimates(points, points[25*288].Start, 12) {
		if e.Why != "" || math.Abs(e.Placebo.Bias) > 0.03 {
			t.Errorf("%s: %s %+v", e.Method, e.Why, e.Placebo)
		}
	}
}

func TestAMinerThatIsOftenOffHasNoLikeDays(t *testing.T) {
	points := month(1)
	for i := range points {
		if i/288%3 == 0 && i%288 > 90 && i%288 < 150 {
			points[i].Excluded, points[i].KWh = true, 20
		}
	}
	at := points[25*288+100].Start
	if e := find(baseline.Estimates(points, at, 12), baseline.EightOfTen); e.Why == "" && e.Placebo.Windows > 0 {
		// Ten like days of twenty-eight remain only where two weeks of three are whole.
		if days := 28 - 28/3; days < 10 {
			t.Errorf("eight of ten applied: %+v", e)
		}
	}
	if e := find(baseline.Estimates(points[20*288:], at, 12), baseline.EightOfTen); e.Why == "" {
		t.Error("eight of ten applied to eight days")
	}
}

func TestADeclaredMaximumBaseLoadIsHeldOrNot(t *testing.T) {
	points := month(0)
	from := 10 * 288
	for i := from; i < from+6; i++ {
		points[i].KWh = 40
	}
	if held, share := baseline.Held(points, points[from].Start, 6, 480); !held || share != 1 {
		t.Errorf("480 kW at 480 kW declared: %v %v", held, share)
	}
	points[from+2].KWh = 41
	if held, share := baseline.Held(points, points[from].Start, 6, 480); held || math.Abs(share-5.0/6) > 1e-9 {
		t.Errorf("%v %v", held, share)
	}
}

func TestWhatIsNotThereIsSaid(t *testing.T) {
	points := month(0)[:288]
	for _, e := range baseline.Estimates(points, points[200].Start, 12) {
		if e.Method != baseline.MeterBefore && e.Why == "" {
			t.Errorf("%s applied to a day", e.Method)
		}
	}
	for _, e := range baseline.Estimates(points, points[0].Start.AddDate(1, 0, 0), 12) {
		if e.Why == "" {
			t.Errorf("%s: a window that is not there", e.Method)
		}
	}
}
