package bitcoin

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	maxPriceAge  = 30 * time.Minute // the instance refreshes its price every few minutes
	maxClockSkew = 5 * time.Minute
	maxBlockLag  = 144 // blocks between the tip and the newest one in the reward sums
)

// Feed is one thing to poll.
type Feed struct {
	name  string
	every time.Duration
	poll  func(ctx context.Context, now time.Time, got *harvest)
	from  *Client
}

// Name is the feed's stable name.
func (f *Feed) Name() string { return f.name }

// Every is how often to poll, on the world's clock.
func (f *Feed) Every() time.Duration { return f.every }

// Poll fetches what the feed is about. What could be read comes together with
// the errors of what could not.
func (f *Feed) Poll(ctx context.Context, now time.Time) (market.Batch, error) {
	got := &harvest{client: f.from, now: now}
	f.poll(ctx, now, got)
	return got.batch, errors.Join(got.errs...)
}

// Feeds is everything that the client reads, eight requests in ten minutes
// against the public instance.
func (c *Client) Feeds() []*Feed {
	return []*Feed{
		{"bitcoin/chain", 5 * time.Minute, c.chain, c},
		{"bitcoin/difficulty-adjustment", 10 * time.Minute, c.adjustment, c},
		{"bitcoin/fees", 10 * time.Minute, c.fees, c},
	}
}

// chain reads price, difficulty, hashrate, height and block fees, and derives
// hashprice when all of them came and none was refused.
func (c *Client) chain(ctx context.Context, now time.Time, got *harvest) {
	p, priceOK := read(ctx, got, pricesPath, func(body []byte) (price, error) {
		p, err := parsePrice(body)
		return p, errors.Join(err, checkPriceTime(p, err, now))
	})
	n, networkOK := read(ctx, got, hashratePath, parseNetwork)
	r, rewardsOK := read(ctx, got, rewardsPath, parseRewards)
	height, heightOK := read(ctx, got, tipPath, parseHeight)
	if priceOK {
		priceOK = got.add(market.BTCUSD, p.usd, p.at, sourceOf(pricesPath))
	}
	if networkOK {
		networkOK = got.add(market.Difficulty, float64(n.difficulty), now, sourceOf(hashratePath))
		got.add(market.Hashrate, float64(n.hashrate), now, sourceOf(hashratePath))
	}
	if rewardsOK {
		rewardsOK = got.add(market.BlockFees, float64(r.fees), now, sourceOf(rewardsPath))
	}
	if heightOK {
		heightOK = got.add(market.BlockHeight, float64(height), now, sourceOf(tipPath))
	}
	if !priceOK || !networkOK || !rewardsOK || !heightOK {
		return
	}
	if lag := height - r.last; lag > maxBlockLag || lag < -maxBlockLag {
		got.fail(fmt.Errorf("hashprice: the reward sums end at block %d, the chain at %d", r.last, height))
		return
	}
	// The next block's subsidy is what a machine works for.
	reward := unit.Subsidy(height+1).BTC() + r.fees
	hashprice := unit.Hashprice(n.difficulty, reward, p.usd)
	got.add(market.HashpriceUSD, float64(hashprice), p.at, "mempool/derived-hashprice")
}

func (c *Client) adjustment(ctx context.Context, now time.Time, got *harvest) {
	if percent, ok := read(ctx, got, adjustmentPath, parseAdjustment); ok {
		got.add(market.DiffChange, percent, now, sourceOf(adjustmentPath))
	}
}

func (c *Client) fees(ctx context.Context, now time.Time, got *harvest) {
	if rate, ok := read(ctx, got, feesPath, parseFees); ok {
		got.add(market.FeeRate, rate, now, sourceOf(feesPath))
	}
}

// checkPriceTime refuses a price that stopped moving: hashprice is derived from
// it and would look fresh.
func checkPriceTime(p price, parse error, now time.Time) error {
	age := now.Sub(p.at)
	if parse == nil && (age > maxPriceAge || age < -maxClockSkew) {
		return fmt.Errorf("prices: dated %s, %s from now; the instance's price feed is stuck or a clock is wrong",
			p.at.Format(time.RFC3339), age.Round(time.Second))
	}
	return nil
}

// harvest collects what one poll brings.
type harvest struct {
	client *Client
	now    time.Time
	batch  market.Batch
	errs   []error
}

// read fetches and parses one answer, keeping its raw record even when it
// cannot be parsed.
func read[T any](ctx context.Context, got *harvest, path string, parse func([]byte) (T, error)) (value T, ok bool) {
	raw, err := got.client.get(ctx, path, got.now)
	if err != nil {
		got.fail(err)
		return value, false
	}
	got.batch.Raw = append(got.batch.Raw, raw)
	if value, err = parse(raw.Body); err != nil {
		got.fail(err)
		return value, false
	}
	return value, true
}

// add keeps an observation and reports whether it passed its check.
func (h *harvest) add(kind market.Kind, value float64, at time.Time, source string) bool {
	known := h.now
	if at.After(known) {
		known = at
	}
	o := market.Observation{
		Series: market.Series{Kind: kind}, Interval: unit.Interval{Start: at}, Value: value,
		Source: source, Published: at, Fetched: h.now, Known: known, Simulated: h.client.simulated,
	}
	if err := o.Check(); err != nil {
		h.fail(err)
		return false
	}
	h.batch.Observations = append(h.batch.Observations, o)
	return true
}

func (h *harvest) fail(err error) { h.errs = append(h.errs, err) }

// sourceOf names an endpoint, such as mempool/mining/hashrate/3d.
func sourceOf(path string) string {
	return "mempool/" + strings.TrimPrefix(strings.TrimPrefix(path, "/api/"), "v1/")
}
