package pool

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// ocean is Ocean (api.ocean.xyz/v1), whose accounts are payout addresses and
// need no key. Income is per block that the pool finds, and payouts go with the
// blocks themselves or over lightning.
type ocean struct{ *client }

// Read reads the account.
func (o *ocean) Read(ctx context.Context) (pools.Reading, error) {
	r := o.reading()
	r.Unit, r.Missing = "H/s", []string{"daily hashrates"}
	account := url.PathEscape(o.cfg.Account)
	for _, step := range []struct {
		path string
		into func([]byte, *pools.Reading) error
	}{
		{"/user_hashrate/" + account, oceanRates},
		{"/user_hashrate_full/" + account, oceanWorkers},
		{"/statsnap/" + account, oceanSnap},
		{"/earnpay/" + account + "/" + strconv.FormatInt(o.since().Unix(), 10), oceanEarned},
		{"/pool_hashrate", oceanPool},
	} {
		if err := o.get(ctx, &r, step.path, nil, func(text []byte, r *pools.Reading) error {
			data, err := oceanResult(text)
			if err != nil {
				return err
			}
			return step.into(data, r)
		}); err != nil {
			return r, fmt.Errorf("ocean: %w", err)
		}
	}
	return r, nil
}

func oceanResult(text []byte) ([]byte, error) {
	var e struct {
		Result rawBytes `json:"result"`
		Error  rawBytes `json:"error"`
	}
	if err := decode(text, &e); err != nil {
		return nil, err
	}
	if len(e.Result) == 0 {
		return nil, fmt.Errorf("%w: the pool answered %.*q", errAnswer, longestError, e.Error)
	}
	return e.Result, nil
}

func oceanRates(data []byte, r *pools.Reading) error {
	var a struct {
		M5 loose `json:"hashrate_300s"`
		H1 loose `json:"hashrate_3600s"`
		D1 loose `json:"hashrate_86400s"`
	}
	err := decode(data, &a)
	r.Hashrate = pools.Hashrates{M5: a.M5.float(), H1: a.H1.float(), D1: a.D1.float()}
	return err
}

func oceanWorkers(data []byte, r *pools.Reading) error {
	var a struct {
		Workers map[string]struct {
			M5 loose `json:"hashrate_300s"`
			H1 loose `json:"hashrate_3600s"`
			D1 loose `json:"hashrate_86400s"`
		} `json:"workers"`
	}
	if err := decode(data, &a); err != nil {
		return err
	}
	if len(a.Workers) > mostWorkers {
		return fmt.Errorf("%w: %d workers", errAnswer, len(a.Workers))
	}
	for name, w := range a.Workers {
		r.Workers = append(r.Workers, pools.Worker{Name: name, Hashrate: pools.Hashrates{M5: w.M5.float(), H1: w.H1.float(), D1: w.D1.float()}, Online: w.M5.float() > 0})
	}
	slices.SortFunc(r.Workers, func(a, b pools.Worker) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	return nil
}

func oceanSnap(data []byte, r *pools.Reading) error {
	var a struct {
		At     loose `json:"snap_ts"`
		Unpaid loose `json:"unpaid"`
	}
	err := decode(data, &a)
	if err != nil {
		return err
	}
	r.Source = a.At.unixTime()
	r.Balance, err = a.Unpaid.sats()
	return err
}

// oceanEarned adds the shares of blocks up to days.
func oceanEarned(data []byte, r *pools.Reading) error {
	var a struct {
		Earnings []struct {
			At  loose `json:"ts"`
			Net loose `json:"satoshis_net_earned"`
			Fee loose `json:"fees_collected_satoshis"`
		} `json:"earnings"`
		Payouts []struct {
			At   loose  `json:"ts"`
			Sats loose  `json:"total_satoshis_net_paid"`
			Tx   string `json:"on_chain_txid"`
		} `json:"payouts"`
	}
	if err := decode(data, &a); err != nil {
		return err
	}
	days := make(map[time.Time]*pools.Day)
	for _, e := range a.Earnings {
		at := pools.UTCDay(e.At.unixTime())
		if days[at] == nil {
			days[at] = &pools.Day{Day: at, Partial: !at.Before(pools.UTCDay(r.At))}
		}
		days[at].Sats += int64(e.Net.float())
		days[at].FeeSats += int64(e.Fee.float())
	}
	for _, d := range days {
		r.Days = append(r.Days, *d)
	}
	sortDays(r)
	for _, p := range a.Payouts {
		r.Payouts = append(r.Payouts, pools.Payout{At: p.At.unixTime(), Sats: int64(p.Sats.float()), State: "confirmed", Ref: p.Tx})
	}
	return nil
}

func oceanPool(data []byte, r *pools.Reading) error {
	var a struct {
		M5 loose `json:"hashrate_300s"`
		D1 loose `json:"hashrate_86400s"`
	}
	err := decode(data, &a)
	if r.PoolHashrate = a.D1.float(); r.PoolHashrate == 0 {
		r.PoolHashrate = a.M5.float()
	}
	return err
}
