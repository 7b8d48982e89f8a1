package app

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// certificatePrice is the feed of what stability certificates are sold for on
// our own chain: each sale in dollars is a price of a megawatt-hour. It is an
// input to decisions and no income; anybody can sell to itself at any price, so
// that it says nothing where few trade.
type certificatePrice struct {
	ledger *ledger
	last   [2]uint64 // block and place of the newest sale that was reported
}

// Name is the feed's stable name.
func (f *certificatePrice) Name() string { return "chain/certificate-sales" }

// Every is how often to look.
func (f *certificatePrice) Every() time.Duration { return 5 * time.Minute }

// Forget makes the next poll report again what the last one did.
func (f *certificatePrice) Forget() { f.last = [2]uint64{} }

// Poll reads the sales that are indexed and were not reported yet.
func (f *certificatePrice) Poll(ctx context.Context, now time.Time) (market.Batch, error) {
	s, _ := f.ledger.now()
	if s == nil || s.exchange == nil {
		return market.Batch{}, nil
	}
	const newest = 100
	sales, err := f.ledger.s.store.IndexEvents(ctx, s.client.Ledger().Name, "CertificateMarket", "Sold", newest)
	if err != nil {
		return market.Batch{}, err
	}
	var batch market.Batch
	last := f.last
	for _, sale := range sales { // newest first
		at := [2]uint64{sale.Block, uint64(sale.Index)}
		if !after(at, f.last) {
			break
		}
		if after(at, last) {
			last = at
		}
		o, ok, err := f.observe(ctx, s.exchange, sale, now)
		if err != nil {
			return market.Batch{}, err
		}
		if ok {
			batch.Observations = append(batch.Observations, o)
		}
	}
	f.last = last
	return batch, nil
}

func after(a, b [2]uint64) bool { return a[0] > b[0] || a[0] == b[0] && a[1] > b[1] }

// observe is a sale as a price; ok is false where it was not in dollars.
func (f *certificatePrice) observe(ctx context.Context, x *exchange, sale anchor.Event, now time.Time) (o market.Observation, ok bool, err error) {
	args := map[string]string{}
	for _, a := range sale.Args {
		args[a.Name] = a.Value
	}
	if !strings.EqualFold(args["currency"], x.contracts.Dollar.Hex()) {
		return o, false, nil
	}
	id, err := strconv.ParseUint(args["id"], 10, 64)
	if err != nil {
		return o, false, fmt.Errorf("sale in block %d: certificate %q is no number", sale.Block, args["id"])
	}
	micro, err := strconv.ParseFloat(args["price"], 64)
	if err != nil {
		return o, false, fmt.Errorf("sale of certificate %d: price %q is no number", id, args["price"])
	}
	sold, err := x.certificates.Newest(ctx, id, 1)
	if err != nil || len(sold) == 0 || sold[0].KWh == 0 {
		return o, false, err
	}
	o = market.Observation{
		Series:   market.Series{Kind: market.CertificateUSD},
		Interval: unit.Interval{Start: sale.At}, Value: micro / microUSD / (float64(sold[0].KWh) / 1000),
		Source: f.Name(), Published: sale.At, Fetched: now, Known: now,
		Simulated: f.ledger.s.cfg.World == config.WorldSimulated,
	}
	if err := o.Check(); err != nil {
		f.ledger.s.log.WarnContext(ctx, "a sale's price is not plausible and is left out", "certificate", id, "error", err)
		return o, false, nil
	}
	return o, true, nil
}
