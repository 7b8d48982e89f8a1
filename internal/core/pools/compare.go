package pools

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"
)

// tolerated is by how much a pool's hashrate may be off ours before something
// must be wrong: its unit, its account, or the router.
const tolerated = 3

// Plausible reports whether a pool's hashrate of us fits our own shares, both in
// hashes per second, and by what factor it is off. Where either is not known,
// there is nothing to say against it and the factor is 0.
func Plausible(reported, own float64) (factor float64, ok bool) {
	if !(reported > 0) || !(own > 0) {
		return 0, true
	}
	factor = reported / own
	return factor, factor <= tolerated && factor >= 1.0/tolerated
}

// Network is what a unit of work is worth on the network.
type Network struct {
	Difficulty float64
	Subsidy    int64 // sats of a block
	Fees       int64 // sats of a block's transactions, mean
}

// SatsPerWork is the expected reward of work of difficulty 1.
func (n Network) SatsPerWork() float64 {
	if !(n.Difficulty > 0) {
		return 0
	}
	return float64(n.Subsidy+n.Fees) / n.Difficulty
}

// hashesPerWork is how many hashes work of difficulty 1 stands for.
const hashesPerWork = 1 << 32

// Shares are what our own router counted for a pool.
type Shares struct {
	Work                              float64 // difficulty of what was found
	Forwarded, Accepted, Stale, Other int     // shares passed on, and what the pool said
}

// Performance is what a pool comes to.
type Performance struct {
	Pool, Account string
	Scheme        Scheme
	Rate          float64 // paid, as a part of expected worth of the same hashes; 0: not known
	Low, High     float64 // band of Rate, 95 %; equal to it where luck has no part
	Fee           float64 // 1 - Rate
	StaleRate     float64 // of shares passed on
	RejectRate    float64
	Luck          float64 // paid of what the scheme expects after the lowest fee on record; 0: luck has no part
	Days          int     // whole days it is known from
	Net           float64 // sats per PH and day that remain, stale and rejected shares counted; 0: not known
	Gap           int64   // sats credited that are neither paid out nor in the balance
	GapKnown      bool
	Factor        float64 // hashrate as the pool says over ours; 0: not known
	Quarantined   bool    // it cannot be true
	Simulated     bool
}

// Assess is what a reading and our own shares say of a pool. own is our hashrate
// there by our shares, in hashes per second.
func Assess(r *Reading, s Shares, own float64, n Network) Performance {
	p := Performance{Pool: r.Pool, Account: r.Account, Scheme: r.Scheme, Simulated: r.Simulated}
	if total := s.Accepted + s.Stale + s.Other; total > 0 {
		p.StaleRate = float64(s.Stale) / float64(total)
		p.RejectRate = float64(s.Other) / float64(total)
	}
	var ok bool
	p.Factor, ok = Plausible(firstOf(r.Hashrate.H1, r.Hashrate.M5, r.Hashrate.D1), own)
	p.Quarantined = !ok
	worth, paid, blocks := 0.0, int64(0), 0.0
	for _, d := range r.Days {
		if d.Partial || !(d.Hashrate > 0) {
			continue
		}
		work := d.Hashrate * 86400 / hashesPerWork
		worth += work * n.SatsPerWork()
		paid += d.Sats
		blocks += r.PoolHashrate * 86400 / hashesPerWork / math.Max(n.Difficulty, 1)
		p.Days++
	}
	if worth > 0 {
		p.Rate = float64(paid) / worth
		p.Fee = 1 - p.Rate
		p.Quarantined = p.Quarantined || p.Rate > tolerated // days whose hashrate is not that of their reward
		p.Low, p.High = p.Rate, p.Rate
		if r.Scheme == TIDES && blocks > 0 {
			// Income follows the blocks that the pool finds, a Poisson count.
			spread := 1.96 * p.Rate / math.Sqrt(blocks)
			p.Low, p.High = math.Max(0, p.Rate-spread), p.Rate+spread
			p.Luck = p.Rate
		}
		day := 1e15 * 86400 / hashesPerWork * n.SatsPerWork()
		p.Net = day * p.Rate * (1 - p.StaleRate - p.RejectRate)
	}
	p.Gap, p.GapKnown = reconcile(r)
	return p
}

func firstOf(values ...float64) float64 {
	for _, v := range values {
		if v > 0 {
			return v
		}
	}
	return 0
}

// reconcile is what was credited less what was paid out, its fees and the
// balance, and whether the reading has all of it.
func reconcile(r *Reading) (int64, bool) {
	if r.Balance < 0 || len(r.Days) == 0 || slices.Contains(r.Missing, "payouts") {
		return 0, false
	}
	gap := -r.Balance
	for _, d := range r.Days {
		if !d.Day.After(r.At) {
			gap += d.Sats
		}
	}
	for _, out := range r.Payouts {
		if out.State != "failed" && !out.At.After(r.At) { // a reading takes its time: the balance came first
			gap -= out.Sats + out.Fee
		}
	}
	return gap, true
}

// fewestDays is how many whole days a pool must be known from.
const fewestDays = 3

// Recommendation is the pool that new hashrate is best sent to.
type Recommendation struct {
	Pool   string // empty: none
	Reason string
}

// Recommend is the pool that leaves most, of those whose word can be believed.
func Recommend(all []Performance) Recommendation {
	known := slices.DeleteFunc(slices.Clone(all), func(p Performance) bool {
		return p.Quarantined || p.Net <= 0 || p.Days < fewestDays
	})
	if len(known) == 0 {
		return Recommendation{Reason: fmt.Sprintf("no pool is known from %d whole days yet whose figures fit our own shares", fewestDays)}
	}
	slices.SortFunc(known, func(a, b Performance) int {
		return cmp.Or(cmp.Compare(b.Net, a.Net), cmp.Compare(a.Pool, b.Pool))
	})
	best := known[0]
	reason := fmt.Sprintf("it left %.0f sats per PH and day over %d whole days: %.2f %% of what the hashes were worth, less %.2f %% stale and rejected shares",
		best.Net, best.Days, 100*best.Rate, 100*(best.StaleRate+best.RejectRate))
	if len(known) > 1 {
		second := known[1]
		reason += fmt.Sprintf("; %s comes next with %.0f", second.Pool, second.Net)
		if best.Low < best.Rate && best.Low*best.Net/best.Rate < second.Net {
			// A lucky pool is no better one.
			steady := slices.IndexFunc(known, func(p Performance) bool { return p.Low == p.High })
			if steady > 0 {
				s := known[steady]
				return Recommendation{s.Pool, fmt.Sprintf("%s left more, but within its luck (%.0f to %.0f %% of worth); of those that pay every share, %s left most: %.0f sats per PH and day over %d whole days",
					best.Pool, 100*best.Low, 100*best.High, s.Pool, s.Net, s.Days)}
			}
		}
	}
	return Recommendation{best.Pool, reason}
}

// UTCDay is the start of a time's day.
func UTCDay(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }
