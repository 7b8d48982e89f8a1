package pool

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// FuzzAnswers gives every parser anything that a pool could send.
func FuzzAnswers(f *testing.F) {
	for _, s := range []string{
		`{"btc":{"hash_rate_unit":"Gh/s","hash_rate_5m":27978,"hash_rate_60m":"28191","current_balance":"0.15000000"}}`,
		`{"btc":{"workers":{"u.w":{"state":"OK","last_share":1617184681,"hash_rate_unit":"Gh/s","hash_rate_5m":9640.3}}}}`,
		`{"btc":{"daily_rewards":[{"date":1726675200,"total_reward":null}]}}`,
		`[{"startTime":"2024-01-02T00:00:00.000+00:00","totalAmount":5.6789e-4,"hashrate":12345678901234}]`, `"12345"`, `null`, `[]`, `{}`,
		`{"rows":[{"worker":"w","last10m":"1","last1h":"2","timestamp":"2026-01-01 00:00:00","hashrate":"1.5 TH/s","amount":"0.1"}]}`,
		`{"transactions":[{"id":1,"changed_balance":1e-8,"created_at":1,"mining_extra":{"mining_date":1,"hash_rate":1}}]}`,
		`{"earnings":[{"ts":1,"satoshis_net_earned":"5"}],"payouts":[{"ts":"1"}]}`, `{"code":5001,"msg":"x"}`, `{"result":{"a":1}}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, parse := range []func([]byte, *pools.Reading) error{
			braiinsProfile, braiinsWorkers, braiinsRewards, braiinsPayouts, braiinsPool, foundryWorkers, foundryEarnings, foundryPool, antpoolOverview,
			antpoolWorkers, antpoolRewards, antpoolPayouts, f2poolInfo, f2poolWorkers, f2poolBalance, f2poolRevenue, f2poolPayouts, luxorWorkers, luxorHourly,
			luxorRevenue, luxorDaily, luxorBalance, luxorPayouts, luxorPool, oceanRates, oceanWorkers, oceanSnap, oceanEarned, oceanPool, braiinsDaily,
		} {
			r := pools.Reading{At: time.Unix(1_700_000_000, 0)}
			if parse(text, &r) == nil && (r.Hashrate.M5 < 0 || r.PoolHashrate < 0) {
				t.Errorf("a negative hashrate of %q", text)
			}
		}
		_, _ = antpoolData(text) // must not panic
		_, _ = oceanResult(text)
		_ = f2poolError(text)
	})
}
