package backtest_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// TestRememberedForecastsAreThoseThatEachPolicyWouldBeGiven plays a week by MPC,
// twice with forecasts that are remembered, from two beginnings.
func TestRememberedForecastsAreThoseThatEachPolicyWouldBeGiven(t *testing.T) {
	st := allLevers(t)
	st.To = st.From.Add(6)
	remembered := st
	remembered.Data.Outlooks = backtest.NewOutlooks()
	policies := []policy.Policy{mpc.Policy{Params: mpc.Params{Scenarios: 4, Hours: 12}}}
	for _, later := range []int{0, 0, 2} {
		plain, kept := st, remembered
		plain.From, kept.From = st.From.Add(later), st.From.Add(later)
		_, want, err := backtest.Play(context.Background(), plain, policies)
		check(t, err)
		_, got, err := backtest.Play(context.Background(), kept, policies)
		check(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("from day %d: %s", later, diff)
		}
	}
}
