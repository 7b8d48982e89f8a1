package peak_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/peak"
)

func steady(days int, mw float64) []float64 {
	rng := rand.New(rand.NewPCG(1, 1))
	out := make([]float64, days)
	for i := range out {
		out[i] = mw * (1 + 0.03*rng.NormFloat64())
	}
	return out
}

// today peaks at 17:00.
func today(mw float64, now int) peak.Today {
	t := peak.Today{Now: now, Deviation: 0.02}
	for h := range t.Load {
		t.Load[h] = mw * (1 - 0.02*math.Abs(float64(h-17)))
	}
	return t
}

func chances(t *testing.T, m peak.Month, d peak.Today) peak.Chances {
	t.Helper()
	c, err := peak.Forecast(m, d, 4000, rand.New(rand.NewPCG(2, 2)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestADayFarBelowTheMonthsHighestIsNoPeak(t *testing.T) {
	c := chances(t, peak.Month{SoFar: 80e3, Left: 10, Past: steady(56, 75e3)}, today(60e3, 12))
	if c.Day != 0 {
		t.Errorf("chance %v", c.Day)
	}
}

func TestOnTheLastDayANewHighestIsThePeak(t *testing.T) {
	c := chances(t, peak.Month{SoFar: 70e3, Past: steady(56, 70e3)}, today(85e3, 12))
	if c.Day < 0.99 || c.Hour[17] < 0.4 {
		t.Errorf("day %v, 17:00 %v", c.Day, c.Hour[17])
	}
}

func TestTheMoreDaysAreLeftTheLessLikelyTodayIsThePeak(t *testing.T) {
	before := 1.1
	for _, left := range []int{0, 3, 10, 25} {
		c := chances(t, peak.Month{SoFar: 74e3, Left: left, Past: steady(56, 75e3)}, today(77e3, 12))
		if c.Day >= before {
			t.Errorf("%d days left: %v, before %v", left, c.Day, before)
		}
		before = c.Day
	}
}

// With days alike and independent, each of n is the highest with a chance of 1/n.
func TestAmongDaysAlikeEachIsAsLikely(t *testing.T) {
	var mean float64
	rng := rand.New(rand.NewPCG(3, 3))
	const months = 300
	for range months {
		past := make([]float64, 56)
		for i := range past {
			past[i] = 75e3 * (1 + 0.03*rng.NormFloat64())
		}
		d := today(75e3*(1+0.03*rng.NormFloat64()), 24)
		c, err := peak.Forecast(peak.Month{Left: 9, Past: past}, d, 400, rng)
		if err != nil {
			t.Fatal(err)
		}
		mean += c.Day / months
	}
	if math.Abs(mean-0.1) > 0.03 {
		t.Errorf("first of ten days alike: %.3f on average, 0.1 expected", mean)
	}
}

// The break-evens that the brief for operators states: 66,000 $/MW-year and calls of three hours.
func TestBreakEvensAreByClassAndByRule(t *testing.T) {
	four, twelve := peak.FourCP(66e3), peak.TwelveCP(66e3, time.Time{})
	for _, c := range []struct {
		rules         peak.Rules
		margin, share float64
	}{{four, 25, 0.0045}, {four, 45, 0.008}, {four, 300, 0.055}, {twelve, 300, 0.164}, {twelve, 950, 0.518}} {
		if got := c.rules.BreakEven(c.margin, 3); math.Abs(got-c.share) > 0.0005 {
			t.Errorf("%s at %v $/MWh: %.4f, %.4f expected", c.rules.Name, c.margin, got, c.share)
		}
	}
	if four.Counts(time.May) || !four.Counts(time.September) || !twelve.Counts(time.January) {
		t.Error("the wrong months count")
	}
}

func TestTheWalkFindsThePeaksOfALoadItCanForecast(t *testing.T) {
	p := &forecast.Panel{First: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}
	rng := rand.New(rand.NewPCG(5, 5))
	heat := 0.0
	for d := range 160 {
		heat = 0.8*heat + 0.03*rng.NormFloat64()
		var day forecast.Day
		for h := range day {
			day[h] = 70e3 * (1 + heat + 0.001*float64(d) - 0.02*math.Abs(float64(h-17)))
		}
		p.Target = append(p.Target, day)
	}
	s := peak.Study{
		Rules: peak.FourCP(66e3), BreakEven: 0.02, Deviation: 0.02, Draws: 200, Seed: 1,
		Load: forecast.Persistence,
	}
	ours, naive, calls, err := s.Walk(p)
	if err != nil {
		t.Fatal(err)
	}
	if ours.Peaks != 2 || ours.Caught != 2 || len(calls) != 2 || calls[0].Hour != 17 {
		t.Errorf("%+v, naive %+v, %+v", ours, naive, calls)
	}
	if ours.Hours != ours.Caught+ours.FalseHours || ours.Hours > 300 {
		t.Errorf("%d hours of alert", ours.Hours)
	}
}

func TestWrongInputIsRefused(t *testing.T) {
	good := peak.Month{Past: steady(56, 75e3)}
	for name, f := range map[string]func() error{
		"too few days": func() error {
			_, err := peak.Forecast(peak.Month{}, today(70e3, 1), 10, rand.New(rand.NewPCG(1, 1)))
			return err
		},
		"no load": func() error {
			_, err := peak.Forecast(good, peak.Today{}, 10, rand.New(rand.NewPCG(1, 1)))
			return err
		},
	} {
		if err := f(); !errors.Is(err, peak.ErrInput) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnHoursChanceIsSharedOutAmongItsIntervals(t *testing.T) {
	d := today(85e3, 12)
	d.Parts = 4
	c := chances(t, peak.Month{SoFar: 70e3, Past: steady(56, 70e3)}, d)
	if len(c.Interval) != 96 {
		t.Fatalf("%d intervals", len(c.Interval))
	}
	var all float64
	for h := range c.Hour {
		var sum float64
		for _, v := range c.Interval[4*h : 4*h+4] {
			sum += v
		}
		if all += sum; math.Abs(sum-c.Hour[h]) > 1e-9 {
			t.Errorf("hour %d: intervals %.4f, hour %.4f", h, sum, c.Hour[h])
		}
	}
	if math.Abs(all-c.Day) > 1e-9 {
		t.Errorf("intervals %.4f, day %.4f", all, c.Day)
	}
	// Load falls away on both sides of 17:00, so that its middle is the likeliest.
	if hour := c.Interval[68:72]; hour[1]+hour[2] < hour[0]+hour[3] {
		t.Errorf("17:00 by quarters: %.3f", hour)
	}
}

// Where everybody sheds when a new highest is near, the old one stands.
func TestResponseKeepsTheMonthsHighestWhereItIs(t *testing.T) {
	m := peak.Month{SoFar: 75e3, Past: steady(56, 72e3)}
	d := today(76e3, 12)
	without := chances(t, m, d).Day
	d.Response = 3000
	if with := chances(t, m, d).Day; with > 0.7*without || without < 0.3 {
		t.Errorf("chance %.3f, with response %.3f", without, with)
	}
	d = today(60e3, 12)
	d.Response = 3000
	if c := chances(t, peak.Month{SoFar: 0, Past: steady(56, 60e3)}, d); c.Day < 0.99 {
		t.Errorf("the month's only day: %.3f", c.Day)
	}
}

func TestTheRuleThatTookEffectLastIsInForce(t *testing.T) {
	change := time.Date(2027, 1, 1, 6, 0, 0, 0, time.UTC)
	rules := []peak.Rules{peak.TwelveCP(66e3, change), peak.FourCP(66e3)}
	for at, want := range map[time.Time]string{change.Add(-time.Hour): "4CP", change: "12CP", change.AddDate(1, 6, 0): "12CP"} {
		if r, ok := peak.InForce(rules, at); !ok || r.Name != want {
			t.Errorf("%v: %s", at, r.Name)
		}
	}
	if _, ok := peak.InForce(rules[:1], change.Add(-time.Hour)); ok {
		t.Error("a rule is in force before it takes effect")
	}
}

func TestRulesThatMakeNoSenseAreRefused(t *testing.T) {
	for name, change := range map[string]func(*peak.Rules){
		"no name": func(r *peak.Rules) { r.Name = "" }, "no month": func(r *peak.Rules) { r.Months = nil },
		"a thirteenth month": func(r *peak.Rules) { r.Months = []time.Month{13} }, "seven minutes": func(r *peak.Rules) { r.Interval = 7 * time.Minute },
		"no weight": func(r *peak.Rules) { r.Weight = 0 }, "a negative charge": func(r *peak.Rules) { r.USDPerMW = -1 },
	} {
		r := peak.FourCP(66e3)
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		if change(&r); !errors.Is(r.Check(), peak.ErrInput) {
			t.Errorf("%s: %v", name, r.Check())
		}
	}
}
