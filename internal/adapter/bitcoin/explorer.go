package bitcoin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/url"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
)

// What is read of the explorer beside prices: where the epoch stands, what was
// mined and by whom, and what waits.
const (
	rates3mPath   = "/api/v1/mining/hashrate/3m"
	poolsPath     = "/api/v1/mining/pools/1w"
	poolPath      = "/api/v1/mining/pool/"
	blocksPath    = "/api/v1/blocks"
	projectedPath = "/api/v1/fees/mempool-blocks"
)

// fetched parses one answer; the bytes are not kept.
func fetched[T any](ctx context.Context, c *Client, path string, parse func([]byte) (T, error)) (value T, err error) {
	raw, err := c.get(ctx, path, c.clock.Now())
	if err != nil {
		return value, err
	}
	return parse(raw.Body)
}

// Simulated says whether the instance is a stand-in.
func (c *Client) Simulated() bool { return c.simulated }

// Standing is where the epoch stands.
func (c *Client) Standing(ctx context.Context) (network.Standing, error) {
	s, err := fetched(ctx, c, adjustmentPath, parseStanding)
	if err != nil {
		return network.Standing{}, err
	}
	height, err := fetched(ctx, c, tipPath, parseHeight)
	s.Height = int(height)
	return s, err
}

func parseStanding(body []byte) (network.Standing, error) {
	var answer struct {
		Change    *float64 `json:"difficultyChange"` // %
		Remaining *int     `json:"remainingBlocks"`
		Previous  *float64 `json:"previousRetarget"` // %
		Start     *int64   `json:"previousTime"`     // Unix seconds
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return network.Standing{}, fmt.Errorf("difficulty-adjustment: %w", err)
	}
	if answer.Change == nil || answer.Remaining == nil || answer.Previous == nil || answer.Start == nil {
		return network.Standing{}, errors.New("difficulty-adjustment: a field is missing")
	}
	const most = 300 // %: retargets are bounded by four
	if math.Abs(*answer.Change) > most || math.Abs(*answer.Previous) > most || *answer.Remaining < 0 || *answer.Remaining > network.EpochBlocks ||
		*answer.Start <= 0 || *answer.Start > math.MaxInt32 {
		return network.Standing{}, errors.New("difficulty-adjustment: a field is out of range")
	}
	return network.Standing{
		EpochStart: time.Unix(*answer.Start, 0).UTC(), Left: *answer.Remaining, Previous: *answer.Previous / 100, Mempool: *answer.Change / 100,
	}, nil
}

// Daily is how many blocks were found on each of the last days, and the epochs
// that those days lie in.
func (c *Client) Daily(ctx context.Context) ([]network.Day, []network.Epoch, error) {
	h, err := fetched(ctx, c, rates3mPath, parseRates)
	return h.days, h.epochs, err
}

type rates struct {
	days   []network.Day
	epochs []network.Epoch
}

func parseRates(body []byte) (rates, error) {
	var answer struct {
		Hashrates []struct {
			At   int64   `json:"timestamp"`
			Rate float64 `json:"avgHashrate"` // H/s
		} `json:"hashrates"`
		Difficulty []struct {
			At         int64   `json:"time"`
			Height     int     `json:"height"`
			Difficulty float64 `json:"difficulty"`
		} `json:"difficulty"`
		Now float64 `json:"currentDifficulty"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return rates{}, fmt.Errorf("hashrate: %w", err)
	}
	var r rates
	for _, d := range answer.Difficulty {
		if !(d.Difficulty > 1) || d.At <= 0 || d.At > math.MaxInt32 {
			return rates{}, errors.New("hashrate: an epoch is out of range")
		}
		r.epochs = append(r.epochs, network.Epoch{Start: time.Unix(d.At, 0).UTC(), Height: d.Height, Difficulty: d.Difficulty})
	}
	if len(r.epochs) == 0 {
		return rates{}, errors.New("hashrate: no epoch is told")
	}
	slices.SortFunc(r.epochs, func(a, b network.Epoch) int { return a.Start.Compare(b.Start) })
	for _, h := range answer.Hashrates {
		day := time.Unix(h.At, 0).UTC().Truncate(24 * time.Hour)
		if !(h.Rate > 0) || math.IsInf(h.Rate, 0) || h.At <= 0 || h.At > math.MaxInt32 {
			return rates{}, errors.New("hashrate: a day is out of range")
		}
		difficulty, ok := r.at(day)
		if n := len(r.days); !ok || n > 0 && !day.Equal(r.days[n-1].Start.Add(24*time.Hour)) {
			if n > 0 {
				r.days = nil // a gap: what is before it is of no use
			}
			if !ok {
				continue
			}
		}
		r.days = append(r.days, network.Day{Start: day, Blocks: network.BlocksOf(h.Rate, difficulty)})
	}
	return r, nil
}

// at is the difficulty at noon of a day.
func (r rates) at(day time.Time) (difficulty float64, ok bool) {
	for _, e := range r.epochs {
		if e.Start.After(day.Add(12 * time.Hour)) {
			break
		}
		difficulty, ok = e.Difficulty, true
	}
	return difficulty, ok
}

// asked is how many of the largest pools are asked after by name.
const asked = 8

// Pools are how many blocks each pool found in the last week, and what hashrate
// the largest say that they have. What could be read is returned beside the
// error of what could not.
func (c *Client) Pools(ctx context.Context) ([]network.PoolCount, error) {
	pools, err := fetched(ctx, c, poolsPath, parsePools)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(pools, func(a, b poolCount) int { return b.Blocks - a.Blocks })
	counts := make([]network.PoolCount, 0, len(pools))
	var errs []error
	for i, p := range pools {
		if i < asked && p.slug != "" {
			hs, err := fetched(ctx, c, poolPath+url.PathEscape(p.slug), parseReported)
			errs = append(errs, err)
			p.ReportedHs = hs
		}
		counts = append(counts, p.PoolCount)
	}
	return counts, errors.Join(errs...)
}

// poolCount is a pool with the name that it is asked after by.
type poolCount struct {
	network.PoolCount
	slug string
}

// parseReported is the hashrate that a pool says it has, H/s; 0 where it says
// nothing.
func parseReported(body []byte) (float64, error) {
	var answer struct {
		Reported *float64 `json:"reportedHashrate"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return 0, fmt.Errorf("pool: %w", err)
	}
	if answer.Reported == nil {
		return 0, nil
	}
	const most = 1e24 // H/s
	if !(*answer.Reported >= 0 && *answer.Reported <= most) {
		return 0, fmt.Errorf("pool: a hashrate of %g H/s", *answer.Reported)
	}
	return *answer.Reported, nil
}

func parsePools(body []byte) ([]poolCount, error) {
	var answer struct {
		Pools []struct {
			Name   string `json:"name"`
			Slug   string `json:"slug"`
			Blocks int    `json:"blockCount"`
		} `json:"pools"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("pools: %w", err)
	}
	const most, week = 200, 4_000
	if len(answer.Pools) == 0 || len(answer.Pools) > most {
		return nil, fmt.Errorf("pools: %d of them", len(answer.Pools))
	}
	counts := make([]poolCount, 0, len(answer.Pools))
	for _, p := range answer.Pools {
		if p.Name == "" || len(p.Name) > 80 || len(p.Slug) > 80 || p.Blocks < 0 || p.Blocks > week {
			return nil, fmt.Errorf("pools: %.80q with %d blocks in a week", p.Name, p.Blocks)
		}
		counts = append(counts, poolCount{network.PoolCount{Name: p.Name, Blocks: p.Blocks}, p.Slug})
	}
	return counts, nil
}

// Blocks are the newest blocks, newest first.
func (c *Client) Blocks(ctx context.Context) ([]network.Block, error) {
	return fetched(ctx, c, blocksPath, parseBlocks)
}

func parseBlocks(body []byte) ([]network.Block, error) {
	var answer []struct {
		Height int     `json:"height"`
		At     int64   `json:"timestamp"`
		Txs    int     `json:"tx_count"`
		Weight float64 `json:"weight"`
		Extras struct {
			Fees   int64   `json:"totalFees"` // sats
			Reward int64   `json:"reward"`    // sats
			Median float64 `json:"medianFee"` // sat/vB
			Pool   struct {
				Name string `json:"name"`
			} `json:"pool"`
		} `json:"extras"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("blocks: %w", err)
	}
	const most, fullWeight, mostSats = 100, 4_000_000, 1_000_00000000
	if len(answer) > most {
		return nil, fmt.Errorf("blocks: %d of them", len(answer))
	}
	blocks := make([]network.Block, 0, len(answer))
	for i, b := range answer {
		x := b.Extras
		if b.Height <= 0 || b.At <= 0 || b.At > math.MaxInt32 || b.Txs < 0 || b.Weight < 0 || b.Weight > fullWeight ||
			x.Fees < 0 || x.Fees > mostSats || x.Reward < x.Fees || x.Reward > mostSats || x.Median < 0 || len(x.Pool.Name) > 80 ||
			i > 0 && b.Height != answer[i-1].Height-1 {
			return nil, fmt.Errorf("blocks: block %d is out of range or out of order", b.Height)
		}
		blocks = append(blocks, network.Block{
			Height: b.Height, Time: time.Unix(b.At, 0).UTC(), Txs: b.Txs, FeesSats: x.Fees, RewardSats: x.Reward,
			MedianSatVB: x.Median, Pool: x.Pool.Name, WeightFilled: b.Weight / fullWeight,
		})
	}
	return blocks, nil
}

// Projected are the blocks that would be made of what waits now, the next first.
func (c *Client) Projected(ctx context.Context) ([]network.Projected, error) {
	return fetched(ctx, c, projectedPath, parseProjected)
}

func parseProjected(body []byte) ([]network.Projected, error) {
	var answer []struct {
		Txs    int       `json:"nTx"`
		Fees   float64   `json:"totalFees"` // sats, with fractions
		Median float64   `json:"medianFee"`
		Range  []float64 `json:"feeRange"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("mempool-blocks: %w", err)
	}
	const most, mostSats = 100, 1e11
	if len(answer) > most {
		return nil, fmt.Errorf("mempool-blocks: %d of them", len(answer))
	}
	blocks := make([]network.Projected, 0, len(answer))
	for _, b := range answer {
		if b.Txs < 0 || !(b.Fees >= 0 && b.Fees < mostSats) || !(b.Median >= 0) || len(b.Range) < 2 {
			return nil, errors.New("mempool-blocks: a block is out of range")
		}
		blocks = append(blocks, network.Projected{
			Txs: b.Txs, FeesSats: int64(b.Fees), MedianSatVB: b.Median, LowSatVB: b.Range[0], HighSatVB: b.Range[len(b.Range)-1],
		})
	}
	return blocks, nil
}
