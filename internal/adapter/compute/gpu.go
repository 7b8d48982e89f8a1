package compute

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

const (
	gpuSource   = "gpu/usd-per-gpu-hour"
	maxQuoteAge = 48 * time.Hour // marketplaces move daily; older is abandoned
	maxModels   = 1000
	maxModelLen = 64
)

// GPU reads a feed of dollars per GPU-hour in the form of docs/gpu-feed.md.
type GPU struct{ host *host }

// NewGPU checks the configuration; it does not connect. The URL is the feed's
// own, query included.
func NewGPU(cfg Config) (*GPU, error) {
	h, err := newHost(cfg)
	if err != nil {
		return nil, fmt.Errorf("gpu feed: %w", err)
	}
	return &GPU{h}, nil
}

// Feeds is the one feed, polled every half hour.
func (g *GPU) Feeds() []*Feed {
	return []*Feed{{"compute/gpu-prices", 30 * time.Minute, g.poll}}
}

// Check reads the feed once and says what is wrong.
func (g *GPU) Check(ctx context.Context) error {
	_, err := g.poll(ctx, g.host.clock.Now())
	return err
}

func (g *GPU) poll(ctx context.Context, now time.Time) (market.Batch, error) {
	body, err := g.host.get(ctx, "")
	if err != nil {
		return market.Batch{}, fmt.Errorf("gpu feed: %w", err)
	}
	batch := market.Batch{Raw: []market.Raw{g.host.raw(gpuSource, "", now, body)}}
	sightings, err := parseGPU(body, now)
	errs := []error{err}
	for _, s := range sightings {
		o, err := g.host.observe(s, gpuSource, now)
		if err != nil {
			errs = append(errs, fmt.Errorf("gpu feed: %w", err))
			continue
		}
		batch.Observations = append(batch.Observations, o)
	}
	return batch, errors.Join(errs...)
}

// parseGPU reads the quotes. A bad row is an error beside the good ones.
func parseGPU(body []byte, now time.Time) ([]sighting, error) {
	var answer struct {
		AsOf     time.Time `json:"as_of"`
		Currency string    `json:"currency"`
		Prices   []struct {
			GPU    string   `json:"gpu"`
			USD    *float64 `json:"usd_per_gpu_hour"`
			Offers *float64 `json:"offers"`
		} `json:"prices"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("gpu feed: the answer is not the documented JSON: %w", err)
	}
	if answer.Currency != "USD" {
		return nil, fmt.Errorf("gpu feed: currency %.8q: want USD", answer.Currency)
	}
	if age := now.Sub(answer.AsOf); age > maxQuoteAge || age < -maxClockSkew {
		return nil, fmt.Errorf("gpu feed: as_of is %s from now; the feed is stuck or a clock is wrong", age.Round(time.Minute))
	}
	if len(answer.Prices) == 0 || len(answer.Prices) > maxModels {
		return nil, fmt.Errorf("gpu feed: %d prices: want 1 to %d", len(answer.Prices), maxModels)
	}
	var sightings []sighting
	var errs []error
	seen := map[string]bool{}
	for i, p := range answer.Prices {
		switch {
		case !plainName(p.GPU):
			errs = append(errs, fmt.Errorf("gpu feed: prices[%d].gpu: want 1 to %d printable characters", i, maxModelLen))
		case seen[p.GPU]:
			errs = append(errs, fmt.Errorf("gpu feed: prices[%d]: %q is quoted twice", i, p.GPU))
		case p.USD == nil || !(*p.USD > 0):
			errs = append(errs, fmt.Errorf("gpu feed: prices[%d]: usd_per_gpu_hour is missing or not above 0", i))
		case p.Offers != nil && *p.Offers < 0:
			errs = append(errs, fmt.Errorf("gpu feed: prices[%d]: offers is negative", i))
		default:
			seen[p.GPU] = true
			sightings = append(sightings, sighting{market.Series{Kind: market.GPUHour, Key: p.GPU}, *p.USD, answer.AsOf.UTC()})
		}
	}
	return sightings, errors.Join(errs...)
}

func plainName(name string) bool {
	if name == "" || len(name) > maxModelLen {
		return false
	}
	for _, r := range name {
		if !unicode.IsPrint(r) || r == '/' || r == unicode.ReplacementChar {
			return false
		}
	}
	return true
}
