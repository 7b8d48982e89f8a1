package reward_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/baseline"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// weeks are thirty days of a site that draws 1,000 kWh an interval, less by a
// tenth at night, with a plan that says so.
func weeks() []reward.Metered {
	var rows []reward.Metered
	start := reward.StartOf(epoch - 29)
	for i := range 30 * 288 {
		kWh := 1000.0
		if i%288 < 96 {
			kWh = 950
		}
		kWh += float64(i % 5)
		rows = append(rows, reward.Metered{Start: start.Add(time.Duration(i) * 5 * time.Minute), KWh: kWh, Planned: kWh, Measured: true, Price: 40, Economic: kWh})
	}
	return rows
}

func only(t *testing.T, rows []reward.Metered, declared float64) reward.Curtailed {
	t.Helper()
	got := reward.Curtailments("west", epoch, rows, declared)
	if len(got) != 1 {
		t.Fatalf("%d claims", len(got))
	}
	return got[0]
}

func TestTheClaimIsTheLeastOfTheBaselinesThatApply(t *testing.T) {
	rows := weeks()
	from := 29*288 + 150
	curtail(rows, from, 24, 100)
	c := only(t, rows, 0)
	applied := 0
	for _, m := range c.Baseline.Methods {
		if m.Why == "" {
			applied++
			if m.Method != baseline.MeterBefore && float64(c.Claim.KWh) > m.KWh*(1-m.Placebo.Band)-c.Baseline.MeteredKWh {
				t.Errorf("%d kWh are claimed, %s finds %.0f", c.Claim.KWh, m.Method, m.KWh-c.Baseline.MeteredKWh)
			}
		}
	}
	if applied < 3 || c.Claim.KWh < 20_000 || c.Claim.Baseline != c.Baseline.Hash() {
		t.Errorf("%d methods, %d kWh", applied, c.Claim.KWh)
	}
}

func TestDrawingMoreInTheHourBeforeGainsNothing(t *testing.T) {
	honest, gamed := weeks(), weeks()
	from := 29*288 + 150
	curtail(honest, from, 24, 100)
	curtail(gamed, from-12, 12, 1500)
	curtail(gamed, from, 24, 100)
	a, b := only(t, honest, 0), only(t, gamed, 0)
	if float64(b.Claim.KWh) > 1.1*float64(a.Claim.KWh) {
		t.Errorf("half as much again in the hour before turns %d kWh into %d", a.Claim.KWh, b.Claim.KWh)
	}
}

func TestTheClassSaysWhatWouldHaveHappenedAnyway(t *testing.T) {
	from := 29*288 + 150
	for class, change := range map[reward.Class]func(r *reward.Metered){
		reward.Voluntary:       func(*reward.Metered) {},
		reward.PriceResponsive: func(r *reward.Metered) { r.Economic = 0 },
		reward.Instructed: func(r *reward.Metered) {
			r.Order, r.Paid = "qse call-ECRS-1 (deploy): at most 1.000 MW at the meter", []string{"ECRS"}
		},
	} {
		rows := weeks()
		curtail(rows, from, 24, 100)
		for i := from; i < from+24; i++ {
			change(&rows[i])
		}
		b := only(t, rows, 2000).Baseline
		if b.Class != class || (class == reward.Instructed) != slices.Contains(b.Paid, "ECRS") {
			t.Errorf("%s: class %s, paid by %v", class, b.Class, b.Paid)
		}
		if b.Held == nil || !b.Held.Held {
			t.Errorf("100 kWh in five minutes are 1,200 kW, below 2,000: %+v", b.Held)
		}
	}
}

func TestAClaimIsMadeAgainOnceAllOfItHasSettled(t *testing.T) {
	rows := weeks()
	from := 29*288 + 150
	curtail(rows, from, 24, 100)
	c := only(t, rows, 0)
	made := reward.Made{Claim: c.Claim, Baseline: c.Baseline}
	if _, ok := reward.Restate(made, rows, 0); ok {
		t.Error("made again before it settled")
	}
	for i := range rows {
		rows[i].Settled = true
	}
	rows[from].KWh = 900
	again, ok := reward.Restate(made, rows, 0)
	if !ok || !again.Claim.Settled || math.Abs(float64(c.Claim.KWh)-float64(again.Claim.KWh)-800) > 50 {
		t.Errorf("%v %d kWh, before %d", ok, again.Claim.KWh, c.Claim.KWh)
	}
	for i := from; i < from+24; i++ {
		rows[i].KWh = 1000
	}
	if again, ok := reward.Restate(made, rows, 0); !ok || again.Claim.KWh != 0 {
		t.Errorf("where nothing was saved %d kWh are claimed", again.Claim.KWh)
	}
}
