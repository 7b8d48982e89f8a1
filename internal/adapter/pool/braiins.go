package pool

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// braiins is Braiins Pool, which was Slush Pool (academy.braiins.com,
// monitoring). Amounts are decimal strings of bitcoin; each object names its own
// unit of hashrate.
type braiins struct{ *client }

// Read reads the account.
func (b *braiins) Read(ctx context.Context) (pools.Reading, error) {
	r := b.reading()
	header := map[string]string{"Pool-Auth-Token": string(b.cfg.Key)}
	span := "?from=" + b.since().Format(time.DateOnly) + "&to=" + b.cfg.Clock.Now().Format(time.DateOnly)
	for _, step := range []struct {
		path string
		into func([]byte, *pools.Reading) error
	}{
		{"/accounts/profile/json/btc/", braiinsProfile},
		{"/accounts/workers/json/btc", braiinsWorkers},
		{"/accounts/rewards/json/btc" + span, braiinsRewards},
		{"/accounts/hash_rate_daily/json/btc", braiinsDaily},
		{"/accounts/payouts/json/btc" + span, braiinsPayouts},
		{"/stats/json/btc/", braiinsPool},
	} {
		if err := b.get(ctx, &r, step.path, header, step.into); err != nil {
			return r, fmt.Errorf("braiins: %w", err)
		}
	}
	return r, nil
}

type braiinsRates struct {
	Unit string `json:"hash_rate_unit"`
	M5   loose  `json:"hash_rate_5m"`
	H1   loose  `json:"hash_rate_60m"`
	D1   loose  `json:"hash_rate_24h"`
}

func (b braiinsRates) hashrates() (pools.Hashrates, error) {
	f, err := pools.Factor(b.Unit)
	return pools.Hashrates{M5: f * b.M5.float(), H1: f * b.H1.float(), D1: f * b.D1.float()}, err
}

func braiinsProfile(text []byte, r *pools.Reading) error {
	var a struct {
		BTC struct {
			braiinsRates
			Balance loose `json:"current_balance"`
		} `json:"btc"`
	}
	err := decode(text, &a)
	if err != nil {
		return err
	}
	r.Unit = a.BTC.Unit
	if r.Hashrate, err = a.BTC.hashrates(); err != nil {
		return err
	}
	r.Balance, err = a.BTC.Balance.sats()
	return err
}

func braiinsWorkers(text []byte, r *pools.Reading) error {
	var a struct {
		BTC struct {
			Workers map[string]struct {
				braiinsRates
				State string `json:"state"`
				Last  loose  `json:"last_share"`
			} `json:"workers"`
		} `json:"btc"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	if len(a.BTC.Workers) > mostWorkers {
		return fmt.Errorf("%w: %d workers", errAnswer, len(a.BTC.Workers))
	}
	for _, name := range slices.Sorted(maps.Keys(a.BTC.Workers)) {
		w := a.BTC.Workers[name]
		if strings.HasSuffix(name, "[auto]") {
			continue // stands for those without a name
		}
		rates, err := w.hashrates()
		if err != nil {
			return fmt.Errorf("worker %.60q: %w", name, err)
		}
		r.Workers = append(r.Workers, pools.Worker{Name: name, Hashrate: rates, LastShare: w.Last.unixTime(), Online: strings.EqualFold(w.State, "ok")})
	}
	return nil
}

func braiinsRewards(text []byte, r *pools.Reading) error {
	var a struct {
		BTC struct {
			Days []struct {
				Date  loose `json:"date"`
				Total loose `json:"total_reward"` // nothing for a day that is not over
			} `json:"daily_rewards"`
		} `json:"btc"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, d := range a.BTC.Days {
		sats, err := d.Total.sats()
		if err != nil {
			return err
		}
		at := pools.UTCDay(d.Date.unixTime())
		r.Days = append(r.Days, pools.Day{Day: at, Sats: sats, FeeSats: -1, Partial: !at.Before(pools.UTCDay(r.At))})
	}
	sortDays(r)
	return nil
}

func sortDays(r *pools.Reading) {
	slices.SortFunc(r.Days, func(a, b pools.Day) int { return a.Day.Compare(b.Day) })
}

func braiinsDaily(text []byte, r *pools.Reading) error {
	var a []struct {
		Date loose  `json:"date"`
		Unit string `json:"hash_rate_unit"`
		Rate loose  `json:"hash_rate_24h"`
	}
	if len(text) > 0 && text[0] == '{' { // it has been seen wrapped
		var wrapped struct {
			BTC []struct {
				Date loose  `json:"date"`
				Unit string `json:"hash_rate_unit"`
				Rate loose  `json:"hash_rate_24h"`
			} `json:"btc"`
		}
		if err := decode(text, &wrapped); err != nil {
			return err
		}
		a = wrapped.BTC
	} else if err := decode(text, &a); err != nil {
		return err
	}
	for _, d := range a {
		f, err := pools.Factor(d.Unit)
		if err != nil {
			return err
		}
		setDay(r, pools.UTCDay(d.Date.unixTime()), f*d.Rate.float())
	}
	return nil
}

// setDay gives a day that is there its hashrate.
func setDay(r *pools.Reading, at time.Time, hashrate float64) {
	for i := range r.Days {
		if r.Days[i].Day.Equal(at) {
			r.Days[i].Hashrate = hashrate
		}
	}
}

func braiinsPayouts(text []byte, r *pools.Reading) error {
	type payout struct {
		At    loose  `json:"requested_at_ts"`
		Sats  int64  `json:"amount_sats"`
		Fee   int64  `json:"fee_sats"`
		State string `json:"status"`
		Ref   string `json:"tx_id"`
	}
	var a struct {
		Onchain   []payout `json:"onchain"`
		Lightning []payout `json:"lightning"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, p := range append(a.Onchain, a.Lightning...) {
		r.Payouts = append(r.Payouts, pools.Payout{At: p.At.unixTime(), Sats: p.Sats, Fee: p.Fee, State: p.State, Ref: p.Ref})
	}
	return nil
}

func braiinsPool(text []byte, r *pools.Reading) error {
	var a struct {
		BTC struct {
			Unit   string `json:"hash_rate_unit"`
			Rate   loose  `json:"pool_24h_hash_rate"`
			Update loose  `json:"update_ts"`
		} `json:"btc"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	f, err := pools.Factor(a.BTC.Unit)
	r.PoolHashrate, r.Source = f*a.BTC.Rate.float(), a.BTC.Update.unixTime()
	return err
}
