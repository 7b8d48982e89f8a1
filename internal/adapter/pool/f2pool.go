package pool

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// f2pool is F2Pool's API of version 2 (api.f2pool.com/v2). Hashrates are in H/s;
// amounts are floats, which are taken at their shortest decimal; an error comes
// with the status 200.
type f2pool struct{ *client }

// Read reads the account.
func (f *f2pool) Read(ctx context.Context) (pools.Reading, error) {
	r := f.reading()
	r.Unit, r.Missing = "H/s", []string{"pool hashrate"}
	now := f.cfg.Clock.Now()
	span := map[string]any{"start_time": f.since().Unix(), "end_time": now.Unix()}
	with := func(more map[string]any) map[string]any {
		all := map[string]any{"mining_user_name": f.cfg.Account, "currency": "bitcoin"}
		for name, value := range more {
			all[name] = value
		}
		return all
	}
	for _, step := range []struct {
		path string
		ask  map[string]any
		into func([]byte, *pools.Reading) error
	}{
		{"/v2/hash_rate/info", with(nil), f2poolInfo},
		{"/v2/hash_rate/worker/list", with(nil), f2poolWorkers},
		{"/v2/assets/balance", with(nil), f2poolBalance},
		{"/v2/assets/transactions/list", with(map[string]any{"type": "revenue", "start_time": span["start_time"], "end_time": span["end_time"]}), f2poolRevenue},
		{"/v2/assets/transactions/list", with(map[string]any{"type": "payout", "start_time": span["start_time"], "end_time": span["end_time"]}), f2poolPayouts},
	} {
		body, err := json.Marshal(step.ask)
		if err != nil {
			return r, err
		}
		text, err := f.ask(ctx, &r, http.MethodPost, step.path, map[string]string{"Content-Type": "application/json", "F2P-API-SECRET": string(f.cfg.Key)}, body)
		if err == nil {
			if err = f2poolError(text); err == nil {
				err = step.into(text, &r)
			}
		}
		if err != nil {
			return r, fmt.Errorf("f2pool: %s: %w", step.path, err)
		}
	}
	return r, nil
}

func f2poolError(text []byte) error {
	var e struct {
		Code loose  `json:"code"`
		Text string `json:"msg"`
	}
	if err := decode(text, &e); err != nil {
		return err
	}
	if e.Code != "" && e.Code != "0" {
		return fmt.Errorf("the pool answered code %s: %.*q", string(e.Code), longestError, e.Text)
	}
	return nil
}

type f2poolRates struct {
	Name string `json:"name"`
	Now  loose  `json:"hash_rate"`
	H1   loose  `json:"h1_hash_rate"`
	D1   loose  `json:"h24_hash_rate"`
}

func (f f2poolRates) hashrates() pools.Hashrates {
	return pools.Hashrates{M5: f.Now.float(), H1: f.H1.float(), D1: f.D1.float()}
}

func f2poolInfo(text []byte, r *pools.Reading) error {
	var a struct {
		Info f2poolRates `json:"info"`
	}
	err := decode(text, &a)
	r.Hashrate = a.Info.hashrates()
	return err
}

func f2poolWorkers(text []byte, r *pools.Reading) error {
	var a struct {
		Workers []struct {
			Rates  f2poolRates `json:"hash_rate_info"`
			Last   loose       `json:"last_share_at"`
			Status int         `json:"status"` // 0 is online
		} `json:"workers"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	if len(a.Workers) > mostWorkers {
		return fmt.Errorf("%w: %d workers", errAnswer, len(a.Workers))
	}
	for _, w := range a.Workers {
		r.Workers = append(r.Workers, pools.Worker{Name: w.Rates.Name, Hashrate: w.Rates.hashrates(), LastShare: w.Last.unixTime(), Online: w.Status == 0})
	}
	return nil
}

func f2poolBalance(text []byte, r *pools.Reading) error {
	var a struct {
		Info struct {
			Balance loose `json:"balance"`
		} `json:"balance_info"`
	}
	err := decode(text, &a)
	if err != nil {
		return err
	}
	r.Balance, err = a.Info.Balance.sats()
	return err
}

type f2poolList struct {
	Transactions []struct {
		ID      loose `json:"id"`
		Change  loose `json:"changed_balance"`
		Created loose `json:"created_at"`
		Mining  struct {
			Date loose `json:"mining_date"`
			Rate loose `json:"hash_rate"`
		} `json:"mining_extra"`
		Payout struct {
			Tx string `json:"tx_id"`
		} `json:"payout_extra"`
	} `json:"transactions"`
}

func f2poolRevenue(text []byte, r *pools.Reading) error {
	var a f2poolList
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, t := range a.Transactions {
		sats, err := t.Change.sats()
		if err != nil {
			return err
		}
		at := t.Mining.Date.unixTime()
		if at.IsZero() {
			at = t.Created.unixTime().Add(-24 * time.Hour) // credited the day after
		}
		r.Days = append(r.Days, pools.Day{Day: pools.UTCDay(at), Sats: sats, FeeSats: -1, Hashrate: t.Mining.Rate.float()})
	}
	sortDays(r)
	return nil
}

func f2poolPayouts(text []byte, r *pools.Reading) error {
	var a f2poolList
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, t := range a.Transactions {
		sats, err := t.Change.sats()
		if err != nil {
			return err
		}
		r.Payouts = append(r.Payouts, pools.Payout{At: t.Created.unixTime(), Sats: max(sats, -sats), State: "confirmed", Ref: t.Payout.Tx})
	}
	return nil
}
