package pool

import (
	"context"
	"fmt"
	"net/url"
	"strconv"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// foundry is Foundry USA Pool (api.foundryusapool.com, its OpenAPI document).
// Hashrates are in GH/s: sources differ on it for earnings, so that the figure
// counts only once it fits our own shares. Balance and payouts are not read.
type foundry struct{ *client }

const giga = 1e9

// Read reads the account.
func (f *foundry) Read(ctx context.Context) (pools.Reading, error) {
	r := f.reading()
	r.Unit, r.Missing = "GH/s", []string{"balance", "payouts"}
	header := map[string]string{"X-API-KEY": string(f.cfg.Key)}
	account := url.PathEscape(f.cfg.Account)
	for _, step := range []struct {
		path string
		into func([]byte, *pools.Reading) error
	}{
		{"/workers/" + account + "?coin=BTC&pageNumber=0&pageSize=-1", foundryWorkers},
		{"/v2/earnings/" + account + "?coin=BTC&startDateUnixMs=" + strconv.FormatInt(f.since().UnixMilli(), 10), foundryEarnings},
		{"/pool_hashrate?coin=BTC", foundryPool},
	} {
		if err := f.get(ctx, &r, step.path, header, step.into); err != nil {
			return r, fmt.Errorf("foundry: %w", err)
		}
	}
	return r, nil
}

func foundryWorkers(text []byte, r *pools.Reading) error {
	type worker struct {
		Name string `json:"workerName"`
		M5   loose  `json:"hashrate5m"`
		M15  loose  `json:"hashrate15m"`
		H1   loose  `json:"hashrate1h"`
		Last string `json:"lastShareTime"`
	}
	var all []worker
	if len(text) > 0 && text[0] == '{' {
		var page struct {
			Workers []worker `json:"workers"`
		}
		if err := decode(text, &page); err != nil {
			return err
		}
		all = page.Workers
	} else if err := decode(text, &all); err != nil {
		return err
	}
	if len(all) > mostWorkers {
		return fmt.Errorf("%w: %d workers", errAnswer, len(all))
	}
	for _, w := range all {
		one := pools.Worker{Name: w.Name, Hashrate: pools.Hashrates{M5: giga * w.M5.float(), H1: giga * w.H1.float()}, LastShare: parseTime(w.Last)}
		one.Online = w.M15.float() > 0
		r.Hashrate.M5 += one.Hashrate.M5
		r.Hashrate.H1 += one.Hashrate.H1
		r.Workers = append(r.Workers, one)
	}
	return nil
}

func foundryEarnings(text []byte, r *pools.Reading) error {
	var days []struct {
		Start    string `json:"startTime"`
		Total    loose  `json:"totalAmount"`
		Fee      loose  `json:"poolFeeAmount"`
		Hashrate loose  `json:"hashrate"`
	}
	if err := decode(text, &days); err != nil {
		return err
	}
	for _, d := range days {
		sats, err := d.Total.sats()
		if err != nil {
			return err
		}
		fee, err := d.Fee.sats()
		if err != nil {
			return err
		}
		at := pools.UTCDay(parseTime(d.Start))
		r.Days = append(r.Days, pools.Day{Day: at, Sats: sats, FeeSats: fee, Hashrate: giga * d.Hashrate.float(), Partial: !at.Before(pools.UTCDay(r.At))})
	}
	sortDays(r)
	return nil
}

func foundryPool(text []byte, r *pools.Reading) error {
	var rate loose
	if err := decode(text, &rate); err != nil {
		return err
	}
	r.PoolHashrate = giga * rate.float()
	return nil
}
