package dayahead_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/dayahead"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/quantile"
)

func flat(v float64) (d forecast.Day) {
	for h := range d {
		d[h] = v
	}
	return d
}

func TestAMemberThatDidBetterOfLateWeighsMore(t *testing.T) {
	e := dayahead.NewEnsemble(2)
	both := []forecast.Day{flat(30), flat(60)}
	point, err := e.Point(both)
	if err != nil || point != flat(45) {
		t.Fatalf("nothing is known of either: %v, %v", point[0], err)
	}
	for range 10 { // the first is off by 2, the second by 4: weights as 4 to 1
		if err := e.Learn([]forecast.Day{flat(22), flat(24)}, flat(23), flat(20)); err != nil {
			t.Fatal(err)
		}
	}
	if point, err = e.Point(both); err != nil || math.Abs(point[5]-36) > 1e-9 {
		t.Errorf("%v, 36 expected; %v", point[5], err)
	}
	for range 56 { // what was before is forgotten
		if err := e.Learn([]forecast.Day{flat(26), flat(20.1)}, flat(23), flat(20)); err != nil {
			t.Fatal(err)
		}
	}
	if point, _ = e.Point(both); point[5] < 59 {
		t.Errorf("%v: it still trusts who did well before", point[5])
	}
}

func TestBandsCoverAsOftenAsTheySayOnceAFortnightIsLearned(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	e := dayahead.NewEnsemble(1)
	inside, n := 0, 0
	for day := range 300 {
		var truth forecast.Day
		for h := range truth {
			truth[h] = 40 + 8*rng.NormFloat64()
		}
		point := flat(40)
		q, err := e.Bands().Quantiles(point[:])
		if day < 14 != errors.Is(err, quantile.ErrTooLittle) {
			t.Fatalf("day %d: %v", day, err)
		}
		if day > 60 {
			low, high := slices.Index(e.Bands().Levels(), 0.1), slices.Index(e.Bands().Levels(), 0.9)
			for h, v := range truth {
				if n++; q[h][low] <= v && v <= q[h][high] {
					inside++
				}
			}
		}
		if err := e.Learn([]forecast.Day{point}, point, truth); err != nil {
			t.Fatal(err)
		}
	}
	if share := float64(inside) / float64(n); math.Abs(share-0.8) > 0.02 {
		t.Errorf("the 80 %% band covers %.3f", share)
	}
}

func TestEveryMemberHasAName(t *testing.T) {
	p := &forecast.Panel{First: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}
	for d := range 120 {
		p.Target = append(p.Target, flat(20+0.3*float64(d%7)))
	}
	for _, name := range append(dayahead.Combined(), dayahead.Naive, dayahead.Persistence) {
		m, err := dayahead.NewMember(name)
		if err != nil {
			t.Fatal(err)
		}
		if f, err := m.Forecast(p, 119); err != nil || math.Abs(f[0]-p.Target[119][0]) > 3 {
			t.Errorf("%s: %v, %v expected; %v", name, f[0], p.Target[119][0], err)
		}
	}
	if _, err := dayahead.NewMember("oracle"); !errors.Is(err, forecast.ErrInput) {
		t.Errorf("a member that there is not: %v", err)
	}
	published, err := dayahead.NewMember(dayahead.Published)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := published.Forecast(p, 119); !errors.Is(err, forecast.ErrInput) {
		t.Errorf("a price that nobody published: %v", err)
	}
	if _, err := dayahead.NewEnsemble(2).Point([]forecast.Day{flat(1)}); !errors.Is(err, forecast.ErrInput) {
		t.Errorf("one forecast of two members: %v", err)
	}
}
