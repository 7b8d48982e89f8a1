package backtest_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/learn/dsac"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// allLevers is a study of August that plays everything there is. The month's
// peak comes at night, when nobody expects it.
func allLevers(t testing.TB) backtest.Study {
	t.Helper()
	const days, august = 95, 61
	rng := rand.New(rand.NewPCG(2, 8))
	d := made(days, time.Hour, noisy())
	d.Reserve = reserves(days, 4)
	d.Load = made(days, time.Hour, func(i int) float64 {
		mw := 60_000 + 9000*math.Sin(2*math.Pi*float64(i%24)/24) + 500*rng.NormFloat64()
		if i == (august+14)*24+21 {
			mw += 30_000
		}
		return mw
	}).Spot
	st := study(t, days, d)
	gpus, err := backtest.WithGPUs(*quick(t, 3), 0.3)
	check(t, err)
	gpus.Transmission = &site.Transmission{USDPerMWYear: 66_000}
	st.Site, st.From, st.To, st.Floor = &gpus, firstDay().Add(august), firstDay().Add(august+31), 1
	st.Levers = backtest.Levers{Energy: true, Reserve: true, Peaks: true, Inference: true}
	st.Threshold, st.Follow = &policy.ThresholdParams{}, 0.5
	st.Data.Sales = []settle.Sale{
		{Site: gpus.ID, From: st.From.Start(), To: st.To.Next().Start(), Baseline: 3, MWh: 900, Amount: unit.Dollars(18_000)},
		{Site: "another", From: st.From.Start(), To: st.To.Next().Start(), Baseline: 3, MWh: 900, Amount: unit.Dollars(1e6)},
	}
	return st
}

func through(t testing.TB, st backtest.Study, visit func(e *env.Env, row []float32)) {
	t.Helper()
	c, err := backtest.NewCourse(st)
	check(t, err)
	check(t, c.LookAhead(st))
	features := env.Features(nil)
	e, err := env.New(env.Config{Site: c.Site(), Course: c, Desk: c, Modes: env.ModesAhead(mpc.Params{}), Features: features, Baseline: c.Static()}, rand.NewPCG(1, 1))
	check(t, err)
	row := make([]float32, kernel.Padded(len(features)))
	mask := e.Reset(row)
	for end := dsac.Going; end == dsac.Going; {
		visit(e, row)
		first := 0
		for !mask.Valid(first) {
			first++
		}
		_, mask, end = e.Step(first, row)
	}
	visit(e, row)
}

// TestAnEpisodeOverAllLeversEarnsWhatTheBackTestBooks goes by MPC's plan wherever
// it is open, which it always is here, and by the static rule beside it.
func TestAnEpisodeOverAllLeversEarnsWhatTheBackTestBooks(t *testing.T) {
	st := allLevers(t)
	var agent, static []float64
	day := int32(-1)
	through(t, st, func(e *env.Env, _ []float32) {
		own, rule := e.Earned()
		if e.Day() != day {
			agent, static, day = append(agent, own.USD()), append(static, rule.USD()), e.Day()
		}
	})
	_, played, err := backtest.Play(context.Background(), st, []policy.Policy{mpc.Policy{}, policy.Threshold{}})
	check(t, err)
	var booked [2]float64
	for d := 0; d+1 < len(agent); d++ {
		booked[0], booked[1] = booked[0]+played[0].Daily[d], booked[1]+played[1].Daily[d]
		if math.Abs(agent[d+1]-booked[0]) > 1e-3 || math.Abs(static[d+1]-booked[1]) > 1e-3 {
			t.Fatalf("after day %d: the episode has %.4f and %.4f $, the back-test %.4f and %.4f", d, agent[d+1], static[d+1], booked[0], booked[1])
		}
	}
	for _, lever := range []string{"reserve", "peak", "inference", "certificates"} {
		if played[1].Result.ByLever[lever] == 0 && played[0].Result.ByLever[lever] == 0 {
			t.Errorf("nothing was earned or paid by %s: the test shows less than it says", lever)
		}
	}
}

// TestAnEpisodeSeesNothingThatComesLater poisons all that is published from a
// day on: what is shown before may not change, forecasts, awards and chances of
// peaks included.
func TestAnEpisodeSeesNothingThatComesLater(t *testing.T) {
	from := firstDay().Add(80).Start()
	see := func(poison bool) (rows [][]float32) {
		st := allLevers(t)
		for i := range st.Data.Spot {
			if poison && !st.Data.Spot[i].Start.Before(from) {
				st.Data.Spot[i].Value = 5000
			}
		}
		for i := range st.Data.DayAhead {
			if poison && !st.Data.DayAhead[i].Known.Before(from) {
				st.Data.DayAhead[i].Value = -900
			}
		}
		for i := range st.Data.Reserve {
			if poison && !st.Data.Reserve[i].Known.Before(from) {
				st.Data.Reserve[i].Value = 900
			}
		}
		for i := range st.Data.Load {
			if poison && !st.Data.Load[i].Start.Before(from) {
				st.Data.Load[i].Value = 150_000
			}
		}
		through(t, st, func(_ *env.Env, row []float32) { rows = append(rows, append([]float32(nil), row...)) })
		return rows
	}
	honest, poisoned := see(false), see(true)
	n := int(from.Sub(firstDay().Add(61).Start()) / time.Hour)
	if diff := cmp.Diff(honest[:n+1], poisoned[:n+1]); diff != "" {
		t.Errorf("what comes from %s on shows before:\n%s", from, diff)
	}
	if cmp.Equal(honest[n+1:], poisoned[n+1:]) {
		t.Error("the poison changed nothing: the test shows nothing")
	}
}
