package backtest_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// noisy swings with the hour of the day around the break-even of 100 $/MWh, with
// noise that nobody can foresee.
func noisy() func(i int) float64 {
	rng := rand.New(rand.NewPCG(3, 4))
	return func(i int) float64 {
		return 85 + 40*math.Sin(2*math.Pi*float64(i%24)/24) + 25*rng.NormFloat64()
	}
}

// reserves are capacity prices of one product, one value for all hours.
func reserves(days int, usd float64) []market.Keyed {
	var out []market.Keyed
	for h := range days * 24 {
		at := firstDay().Start().Add(time.Duration(h) * time.Hour)
		known := unit.DayOf(at).Add(-1).Start().Add(13*time.Hour + 30*time.Minute)
		out = append(out, market.Keyed{Key: "ECRS", Quote: market.Quote{Value: usd, Start: at, Length: time.Hour, Known: known}})
	}
	return out
}

// spy is mpc, and keeps what it proposed.
type spy struct {
	mpc.Policy
	plans *[]site.Plan
}

func (s spy) Propose(in policy.Input) policy.Proposal {
	p := s.Policy.Propose(in)
	*s.plans = append(*s.plans, p.Plan)
	return p
}

func TestPlansAheadSeeNothingThatComesLater(t *testing.T) {
	for step, days := range map[time.Duration]int{unit.Settlement: 6, time.Hour: 16} {
		poisoned := days - 2
		run := func(change func(*backtest.Data)) []site.Plan {
			d := made(days, step, noisy())
			d.Reserve = reserves(days, 4)
			change(&d)
			var plans []site.Plan
			st := study(t, days, d)
			st.Policies = []policy.Policy{spy{mpc.Policy{Params: mpc.Params{Scenarios: 8, Hours: 12}}, &plans}}
			st.Levers = backtest.Levers{Energy: true, Reserve: true}
			answer(t, st)
			return plans
		}
		from := firstDay().Add(poisoned).Start()
		honest := run(func(*backtest.Data) {})
		poisonedPlans := run(func(d *backtest.Data) {
			for i := range d.Spot {
				if !d.Spot[i].Start.Before(from) {
					d.Spot[i].Value = 5000
				}
			}
			for i := range d.DayAhead {
				if !d.DayAhead[i].Known.Before(from) {
					d.DayAhead[i].Value = -900
				}
			}
			for i := range d.Reserve {
				if !d.Reserve[i].Known.Before(from) {
					d.Reserve[i].Value = 900
				}
			}
		})
		n := int(from.Sub(firstDay().Start()) / step)
		if diff := cmp.Diff(honest[:n+1], poisonedPlans[:n+1]); diff != "" {
			t.Errorf("%s: prices from %s on changed plans before:\n%s", step, from, diff)
		}
		if cmp.Equal(honest[n+1:], poisonedPlans[n+1:]) {
			t.Errorf("%s: the poisoned prices changed nothing: the test shows nothing", step)
		}
	}
}

func TestBetterForecastsEarnMore(t *testing.T) {
	const days = 56
	d := made(days, time.Hour, noisy())
	for i := range d.DayAhead {
		d.DayAhead[i].Value = 85 + 40*math.Sin(2*math.Pi*float64(i%24)/24)
	}
	st := study(t, days, d, "mpc")
	st.From = firstDay().Add(26)
	earned := map[string]float64{}
	for name, f := range map[string]backtest.Forecast{"own": {}, "shuffled": {Shuffled: true}, "perfect": {Perfect: true}} {
		st.Forecast = f
		r := answer(t, st)
		earned[name] = r.Policies["mpc"].ProfitUSD
		if oracle := r.Policies["oracle"].ProfitUSD; earned[name] > oracle+1e-6 {
			t.Errorf("%s: mpc earns %.2f $, more than perfect foresight with %.2f", name, earned[name], oracle)
		}
	}
	if !(earned["shuffled"] < earned["own"] && earned["own"] < earned["perfect"]) {
		t.Errorf("mpc earns %v", earned)
	}
}

func TestReserveIsPaidWhereItIsAwardedAndHoldsLoadOn(t *testing.T) {
	const days = 4
	d := made(days, time.Hour, func(i int) float64 { return []float64{50, 50, 50, 120}[i%4] })
	d.Reserve = reserves(days, 30)
	st := study(t, days, d, "always")
	st.Levers = backtest.Levers{Energy: true, Reserve: true}
	r := answer(t, st)
	// Nothing is sold for the first day: its offers would have been due before it.
	// Of a megawatt 2 % are expected not to come back from a call.
	want := 30 * 0.98 * 24 * (days - 1)
	for _, name := range []string{"always", "threshold"} {
		if got := r.Policies[name].ByLever["reserve"]; math.Abs(got-want) > 0.01 {
			t.Errorf("%s is paid %.2f $ for reserve, want %.2f", name, got, want)
		}
	}
	// An hour at 120 $/MWh loses 20 $ of mining and earns 29.4 $ of reserve.
	if got := r.Policies["oracle"].ByLever["reserve"]; math.Abs(got-want) > 0.01 {
		t.Errorf("perfect foresight is paid %.2f $ for reserve, want %.2f", got, want)
	}
	if got := r.Policies["threshold"].Uptime; got < 0.9 {
		t.Errorf("an award does not hold load on: %.3f", got)
	}
	if !strings.Contains(r.Regime, "pre-RTC+B") {
		t.Errorf("the regime is %q", r.Regime)
	}
}

func TestReserveIsBoughtBackWhereThatCostsLessThanHoldingIt(t *testing.T) {
	const days = 4
	d := made(days, time.Hour, func(i int) float64 { return []float64{50, 50, 50, 500}[i%4] })
	for i := range d.DayAhead {
		d.DayAhead[i].Value = 50
	}
	d.Reserve = reserves(days, 30)
	st := study(t, days, d, "mpc")
	st.From = firstDay().Add(1)
	st.Levers, st.Forecast = backtest.Levers{Energy: true, Reserve: true}, backtest.Forecast{Perfect: true}
	mpcs := answer(t, st).Policies["mpc"]
	// Day-ahead awards are paid in full; in the six dear hours of a day they are bought
	// back at the same price. Nothing is sold for the study's first day.
	sold := 30 * 0.98 * 24 * (days - 2)
	for lever, want := range map[string]float64{"reserve": sold, "reserve_imbalance": -sold / 4} {
		if got := mpcs.ByLever[lever]; math.Abs(got-want) > 0.01 {
			t.Errorf("%s comes to %.2f $, want %.2f", lever, got, want)
		}
	}
	if math.Abs(mpcs.Uptime-0.75) > 1e-9 {
		t.Errorf("mpc runs %.3f of the time", mpcs.Uptime)
	}
	// Where reserve costs in real time all that energy costs more, holding is cheaper.
	st.Follow = 1
	policies, err := backtest.Named([]string{"mpc"}, 1)
	check(t, err)
	st.Policies = policies
	mpcs = answer(t, st).Policies["mpc"]
	if got := mpcs.ByLever["reserve_imbalance"]; math.Abs(got) > 0.01 {
		t.Errorf("%.2f $ were spent on buying back at 480 $/MW", got)
	}
	if want := 1 - (6+12*0.02)/24/(days-1); math.Abs(mpcs.Uptime-want) > 1e-9 {
		t.Errorf("mpc runs %.3f of the time, want %.3f: off in the first day's dear hours, and what was not sold in the others", mpcs.Uptime, want)
	}
}

func TestNobodyEarnsMoreThanPerfectForesightWithTheSameLevers(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	for range 3 {
		const days = 70
		d := made(days, time.Hour, noisy())
		for i := range d.Spot {
			if rng.IntN(60) == 0 {
				d.Spot[i].Value += 2000 * rng.Float64()
			}
		}
		d.Reserve = reserves(days, 0)
		for i := range d.Reserve {
			d.Reserve[i].Value = 12 * rng.ExpFloat64()
		}
		d.Load = made(days+20, time.Hour, func(i int) float64 { return 60_000 + 9000*math.Sin(2*math.Pi*float64(i%24)/24) + 500*rng.NormFloat64() }).Spot
		st := study(t, days, d, "always", "greedy", "dayahead", "mpc")
		st.Site.Transmission = &site.Transmission{USDPerMWYear: 66_000}
		gpus, err := backtest.WithGPUs(*st.Site, 0.3)
		check(t, err)
		gpus.Classes[0].StartUSD, gpus.Classes[0].MinDown, gpus.Classes[0].MinUp = 3, 2*time.Hour, 2*time.Hour
		st.Site = &gpus
		st.From = firstDay().Add(60)
		st.Levers = backtest.Levers{Energy: true, Reserve: true, Peaks: true, Inference: true}
		r := answer(t, st)
		for name, v := range r.Policies {
			if oracle := r.Policies["oracle"]; v.ProfitUSD > oracle.ProfitUSD+0.01 {
				t.Errorf("%s earns %.2f $, perfect foresight %.2f: %v against %v", name, v.ProfitUSD, oracle.ProfitUSD, v.ByLever, oracle.ByLever)
			}
		}
	}
}

func TestTheTransmissionChargeFallsOnTheMonthsHighestHour(t *testing.T) {
	const days = 62 + 30
	load := made(days, time.Hour, func(i int) float64 {
		mw := 60_000 + 5000*math.Sin(2*math.Pi*float64(i%24-10)/24)
		if i == (61+19)*24+16 {
			mw += 20_000
		}
		return mw
	}).Spot
	d := made(days, time.Hour, func(int) float64 { return 30 })
	d.Load = load
	st := study(t, days, d, "always")
	st.Site.Transmission = &site.Transmission{USDPerMWYear: 60_000}
	st.From, st.To = firstDay().Add(61), firstDay().Add(days-1) // August
	st.Levers = backtest.Levers{Energy: true, Peaks: true}
	r := answer(t, st)
	if got := r.Policies["always"].ByLever["peak"]; math.Abs(got+15_000) > 0.01 {
		t.Errorf("always pays %.2f $ of transmission, want -15,000.00", got)
	}
	if got := r.Policies["oracle"].ByLever["peak"]; got != 0 {
		t.Errorf("perfect foresight pays %.2f $", got)
	}
	st.Site.Transmission, st.Levers = nil, backtest.Levers{Energy: true, Peaks: true}
	if _, err := backtest.Run(t.Context(), st); err == nil || !strings.Contains(err.Error(), "no transmission charge") {
		t.Errorf("error is %v", err)
	}
}

func TestWithoutEnergyAsALeverMinersRun(t *testing.T) {
	d := made(30, time.Hour, func(int) float64 { return 500 })
	d.Reserve = reserves(30, 1)
	st := study(t, 30, d, "always", "mpc")
	st.Levers = backtest.Levers{Reserve: true}
	for name, v := range answer(t, st).Policies {
		if v.Uptime != 1 {
			t.Errorf("%s runs %.3f of the time", name, v.Uptime)
		}
	}
}

func TestAReplayShowsHoursPricesHoldingsAndGuard(t *testing.T) {
	d := made(3, time.Hour, func(i int) float64 { return 20 + 3000*float64(i/40%2) })
	d.EEA = []market.Quote{{Value: 3, Start: firstDay().Add(2).Start(), Known: firstDay().Add(2).Start()}}
	st := study(t, 3, d, "always")
	st.Trace = true
	r := answer(t, st)
	var out bytes.Buffer
	check(t, r.WriteHours(&out, func(h backtest.Hour) bool { return h.Price > 1000 }))
	for _, want := range []string{"3020.00", "always MW", "EEA level 3", "2024-06-03"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the replay does not say %q:\n%s", want, out.String())
		}
	}
	var whole float64
	for _, h := range r.Hours() {
		whole += h.ProfitUSD[0]
	}
	if math.Abs(whole-r.Policies["always"].ProfitUSD) > 0.01 {
		t.Errorf("hours add up to %.2f $, the run to %.2f", whole, r.Policies["always"].ProfitUSD)
	}
}

func TestASensitivityPrintsALineAndDrawsAPointForEachValue(t *testing.T) {
	s := backtest.Sensitivity{Of: "lag"}
	for _, lag := range []time.Duration{0, time.Hour} {
		st := study(t, 30, made(30, time.Hour, noisy()), "lag1")
		st.Lag = lag
		s.Values, s.Reports = append(s.Values, lag.String()), append(s.Reports, answer(t, st))
	}
	var table, chart bytes.Buffer
	check(t, s.WriteTable(&table))
	check(t, s.WriteChart(&chart))
	for _, want := range []string{"lag1 $/MW-year", "0s", "1h0m0s"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, table.String())
		}
	}
	if !strings.Contains(chart.String(), "above the tuned threshold") {
		t.Error("the chart has no axis")
	}
	if err := (backtest.Sensitivity{}).WriteChart(&chart); err == nil {
		t.Error("a chart of nothing was drawn")
	}
}

func TestLeversAreNamed(t *testing.T) {
	l, err := backtest.ParseLevers([]string{"energy", "cp"})
	check(t, err)
	if diff := cmp.Diff([]string{"energy", "cp"}, l.Names()); diff != "" {
		t.Error(diff)
	}
	if _, err := backtest.ParseLevers([]string{"luck"}); err == nil {
		t.Error("an unknown lever was accepted")
	}
}
