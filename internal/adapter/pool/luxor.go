package pool

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// luxor is Luxor's API of version 2 (app.luxor.tech/api/v2). Hashrates are
// strings of H/s; amounts are floats of bitcoin.
type luxor struct{ *client }

// Read reads the account.
func (l *luxor) Read(ctx context.Context) (pools.Reading, error) {
	r := l.reading()
	r.Unit = "H/s"
	header := map[string]string{"Authorization": "Bearer " + string(l.cfg.Key)}
	account := url.QueryEscape(l.cfg.Account)
	span := "&start_date=" + l.since().Format(time.DateOnly) + "&end_date=" + l.cfg.Clock.Now().Format(time.DateOnly)
	for _, step := range []struct {
		path string
		into func([]byte, *pools.Reading) error
	}{
		{"/pool/workers/BTC?page_size=1000&subaccount_names=" + account, luxorWorkers},
		{"/pool/hashrate-efficiency/BTC?tick_size=1h&subaccount_names=" + account + span, luxorHourly},
		{"/pool/revenue/BTC?subaccount_names=" + account + span, luxorRevenue},
		{"/pool/hashrate-efficiency/BTC?tick_size=1d&subaccount_names=" + account + span, luxorDaily},
		{"/pool/payment-settings/BTC?subaccount_names=" + account, luxorBalance},
		{"/pool/transactions/BTC?transaction_type=debit&subaccount_names=" + account + span, luxorPayouts},
		{"/pool/pool-hashrate/BTC", luxorPool},
	} {
		if err := l.get(ctx, &r, step.path, header, step.into); err != nil {
			return r, fmt.Errorf("luxor: %w", err)
		}
	}
	return r, nil
}

func luxorWorkers(text []byte, r *pools.Reading) error {
	var a struct {
		Workers []struct {
			Name   string `json:"name"`
			Rate   loose  `json:"hashrate"`
			Last   string `json:"last_share_time"`
			Status string `json:"status"`
		} `json:"workers"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	if len(a.Workers) > mostWorkers {
		return fmt.Errorf("%w: %d workers", errAnswer, len(a.Workers))
	}
	for _, w := range a.Workers {
		r.Hashrate.M5 += w.Rate.float()
		r.Workers = append(r.Workers, pools.Worker{
			Name: w.Name, Hashrate: pools.Hashrates{M5: w.Rate.float()}, LastShare: parseTime(w.Last), Online: strings.EqualFold(w.Status, "active"),
		})
	}
	return nil
}

type luxorSeries struct {
	Points []struct {
		At   string `json:"date_time"`
		Rate loose  `json:"hashrate"`
	} `json:"hashrate_efficiency"`
}

func luxorHourly(text []byte, r *pools.Reading) error {
	var a luxorSeries
	if err := decode(text, &a); err != nil {
		return err
	}
	var newest time.Time
	for _, p := range a.Points {
		if at := parseTime(p.At); at.After(newest) {
			newest, r.Hashrate.H1 = at, p.Rate.float()
		}
	}
	r.Source = newest
	return nil
}

func luxorRevenue(text []byte, r *pools.Reading) error {
	var a struct {
		Days []struct {
			At      string `json:"date_time"`
			Revenue struct {
				Amount loose `json:"revenue"`
			} `json:"revenue"`
		} `json:"revenue"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, d := range a.Days {
		sats, err := d.Revenue.Amount.sats()
		if err != nil {
			return err
		}
		at := pools.UTCDay(parseTime(d.At))
		r.Days = append(r.Days, pools.Day{Day: at, Sats: sats, FeeSats: -1, Partial: !at.Before(pools.UTCDay(r.At))})
	}
	sortDays(r)
	return nil
}

func luxorDaily(text []byte, r *pools.Reading) error {
	var a luxorSeries
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, p := range a.Points {
		setDay(r, pools.UTCDay(parseTime(p.At)), p.Rate.float())
	}
	return nil
}

func luxorBalance(text []byte, r *pools.Reading) error {
	var a struct {
		Settings []struct {
			Balance loose `json:"balance"`
		} `json:"payment_settings"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	r.Balance = 0
	for _, s := range a.Settings {
		sats, err := s.Balance.sats()
		if err != nil {
			return err
		}
		r.Balance += sats
	}
	return nil
}

func luxorPayouts(text []byte, r *pools.Reading) error {
	var a struct {
		Transactions []struct {
			At     string `json:"date_time"`
			Amount loose  `json:"currency_amount"`
			ID     string `json:"transaction_id"`
		} `json:"transactions"`
	}
	if err := decode(text, &a); err != nil {
		return err
	}
	for _, t := range a.Transactions {
		sats, err := t.Amount.sats()
		if err != nil {
			return err
		}
		r.Payouts = append(r.Payouts, pools.Payout{At: parseTime(t.At), Sats: max(sats, -sats), State: "confirmed", Ref: t.ID})
	}
	return nil
}

func luxorPool(text []byte, r *pools.Reading) error {
	var a struct {
		D1 loose `json:"hashrate_24h"`
	}
	err := decode(text, &a)
	r.PoolHashrate = a.D1.float()
	return err
}
