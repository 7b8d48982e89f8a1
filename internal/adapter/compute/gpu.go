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
	maxQuoteAge = 48 * time.Hour // marketplaces move daily; older is abandoned
	maxModels   = 1000
	maxModelLen = 64
)

// form is one of the documents of docs/gpu-feed.md: what it prices, and the names
// that its fields have.
type form struct {
	feed, source string
	kind         market.Kind
	key, price   string
}

func gpuForm() form {
	return form{"gpu", "gpu/usd-per-gpu-hour", market.GPUHour, "gpu", "usd_per_gpu_hour"}
}

func tokenForm() form {
	return form{"token", "token/usd-per-mtoken", market.TokenUSD, "model", "usd_per_mtoken"}
}

// Prices reads a feed of prices by model in a form of docs/gpu-feed.md.
type Prices struct {
	host *host
	form form
}

// NewGPU reads dollars per GPU-hour by model of GPU. It checks the configuration and
// does not connect. The URL is the feed's own, query included.
func NewGPU(cfg Config) (*Prices, error) { return newPrices(cfg, gpuForm()) }

// NewTokens reads dollars per million tokens by language model, as [NewGPU] does.
func NewTokens(cfg Config) (*Prices, error) { return newPrices(cfg, tokenForm()) }

func newPrices(cfg Config, f form) (*Prices, error) {
	h, err := newHost(cfg)
	if err != nil {
		return nil, fmt.Errorf("%s feed: %w", f.feed, err)
	}
	return &Prices{h, f}, nil
}

// Feeds is the one feed, polled every half hour.
func (p *Prices) Feeds() []*Feed {
	return []*Feed{{"compute/" + p.form.feed + "-prices", 30 * time.Minute, p.poll}}
}

// Check reads the feed once and says what is wrong.
func (p *Prices) Check(ctx context.Context) error {
	_, err := p.poll(ctx, p.host.clock.Now())
	return err
}

func (p *Prices) poll(ctx context.Context, now time.Time) (market.Batch, error) {
	body, err := p.host.get(ctx, "")
	if err != nil {
		return market.Batch{}, fmt.Errorf("%s feed: %w", p.form.feed, err)
	}
	batch := market.Batch{Raw: []market.Raw{p.host.raw(p.form.source, "", now, body)}}
	sightings, err := p.form.parse(body, now)
	errs := []error{err}
	for _, s := range sightings {
		o, err := p.host.observe(s, p.form.source, now)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s feed: %w", p.form.feed, err))
			continue
		}
		batch.Observations = append(batch.Observations, o)
	}
	return batch, errors.Join(errs...)
}

// parse reads the quotes. A bad row is an error beside the good ones.
func (f form) parse(body []byte, now time.Time) ([]sighting, error) {
	var answer struct {
		AsOf     time.Time                    `json:"as_of"`
		Currency string                       `json:"currency"`
		Prices   []map[string]json.RawMessage `json:"prices"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("%s feed: the answer is not the documented JSON: %w", f.feed, err)
	}
	if answer.Currency != "USD" {
		return nil, fmt.Errorf("%s feed: currency %.8q: want USD", f.feed, answer.Currency)
	}
	if age := now.Sub(answer.AsOf); age > maxQuoteAge || age < -maxClockSkew {
		return nil, fmt.Errorf("%s feed: as_of is %s from now; the feed is stuck or a clock is wrong", f.feed, age.Round(time.Minute))
	}
	if len(answer.Prices) == 0 || len(answer.Prices) > maxModels {
		return nil, fmt.Errorf("%s feed: %d prices: want 1 to %d", f.feed, len(answer.Prices), maxModels)
	}
	var sightings []sighting
	var errs []error
	seen := map[string]bool{}
	for i, row := range answer.Prices {
		name, usd, err := f.row(row)
		switch {
		case err != nil:
			errs = append(errs, fmt.Errorf("%s feed: prices[%d].%w", f.feed, i, err))
		case seen[name]:
			errs = append(errs, fmt.Errorf("%s feed: prices[%d]: %q is quoted twice", f.feed, i, name))
		default:
			seen[name] = true
			sightings = append(sightings, sighting{market.Series{Kind: f.kind, Key: name}, usd, answer.AsOf.UTC()})
		}
	}
	return sightings, errors.Join(errs...)
}

// row is a quote's model and price.
func (f form) row(row map[string]json.RawMessage) (name string, usd float64, err error) {
	if json.Unmarshal(row[f.key], &name) != nil || !plainName(name) {
		return "", 0, fmt.Errorf("%s: want 1 to %d printable characters", f.key, maxModelLen)
	}
	if json.Unmarshal(row[f.price], &usd) != nil || !(usd > 0) {
		return "", 0, fmt.Errorf("%s: missing or not above 0", f.price)
	}
	var offers float64
	if raw, there := row["offers"]; there && (json.Unmarshal(raw, &offers) != nil || offers < 0) {
		return "", 0, errors.New("offers: negative, or no number")
	}
	return name, usd, nil
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
