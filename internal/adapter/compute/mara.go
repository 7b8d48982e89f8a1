package compute

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

const (
	maraSource  = "mara/prices"
	maraHistory = 2 * time.Hour // of prices taken with each poll
)

// MARA is a client of the MARA hackathon's API. Its prices, powers and outputs
// have units of their own, without time or energy in them.
type MARA struct{ host *host }

// NewMARA checks the configuration; it does not connect. Without a key only
// prices, inventory and [MARA.CreateSite] work.
func NewMARA(cfg Config) (*MARA, error) {
	h, err := newHost(cfg)
	if err != nil {
		return nil, fmt.Errorf("mara api: %w", err)
	}
	return &MARA{h}, nil
}

// Feeds is the feed of energy, hash and token prices, one row every five
// minutes.
func (m *MARA) Feeds() []*Feed {
	return []*Feed{{"compute/mara-prices", 5 * time.Minute, m.poll}}
}

// Check reads the inventory, and with a key the site, and says what is wrong.
func (m *MARA) Check(ctx context.Context) error {
	_, err := m.Inventory(ctx)
	if m.host.key != "" {
		_, siteErr := m.Site(ctx)
		err = errors.Join(err, siteErr)
	}
	return err
}

// Prices is every price since the event began, newest first.
func (m *MARA) Prices(ctx context.Context) ([]Price, error) {
	body, err := m.host.get(ctx, "prices")
	if err != nil {
		return nil, fmt.Errorf("mara prices: %w", err)
	}
	prices, err := parsePrices(body)
	if err != nil {
		return nil, fmt.Errorf("mara prices: %w", err)
	}
	return prices, nil
}

// Inventory is what one machine of each type draws and puts out. The organisers
// changed it during the event, so it is read and never assumed.
func (m *MARA) Inventory(ctx context.Context) (Inventory, error) {
	body, err := m.host.get(ctx, "inventory")
	if err != nil {
		return Inventory{}, fmt.Errorf("mara inventory: %w", err)
	}
	inventory, err := parseInventory(body)
	if err != nil {
		return Inventory{}, fmt.Errorf("mara inventory: %w", err)
	}
	return inventory, nil
}

// CreateSite makes a site. Its key is shown this once and cannot be recovered.
func (m *MARA) CreateSite(ctx context.Context, name string) (Site, error) {
	payload, err := json.Marshal(map[string]string{"name": name})
	if err != nil {
		return Site{}, fmt.Errorf("mara site: %w", err)
	}
	body, err := m.host.send(ctx, "POST", "sites", payload)
	if err != nil {
		return Site{}, fmt.Errorf("mara site: %w", err)
	}
	created, err := parseSite(body)
	if err == nil && created.Key == "" {
		err = errors.New("the answer holds no api_key")
	}
	if err != nil {
		return Site{}, fmt.Errorf("mara site: %w", err)
	}
	return created, nil
}

// Site is the site that the key belongs to.
func (m *MARA) Site(ctx context.Context) (Site, error) {
	body, err := m.host.get(ctx, "sites")
	if err != nil {
		return Site{}, fmt.Errorf("mara site: %w", err)
	}
	s, err := parseSite(body)
	if err != nil {
		return Site{}, fmt.Errorf("mara site: %w", err)
	}
	return s, nil
}

// Machines is the present allocation.
func (m *MARA) Machines(ctx context.Context) (Counts, error) {
	body, err := m.host.get(ctx, "machines")
	if err != nil {
		return Counts{}, fmt.Errorf("mara machines: %w", err)
	}
	counts, err := parseCounts(body)
	if err != nil {
		return Counts{}, fmt.Errorf("mara machines: %w", err)
	}
	return counts, nil
}

// SetMachines replaces the whole allocation and reads it back: the API takes
// unknown keys without a word and sets those left out to zero, so that a status
// of 200 says little.
func (m *MARA) SetMachines(ctx context.Context, counts Counts) error {
	if err := counts.check(); err != nil {
		return fmt.Errorf("mara machines: %w", err)
	}
	payload, err := json.Marshal(counts)
	if err != nil {
		return fmt.Errorf("mara machines: %w", err)
	}
	if _, err := m.host.send(ctx, "PUT", "machines", payload); err != nil {
		return fmt.Errorf("mara machines: %w", err)
	}
	got, err := m.Machines(ctx)
	if err != nil {
		return fmt.Errorf("mara machines: set, but not read back: %w", err)
	}
	if got != counts {
		return fmt.Errorf("mara machines: asked for %+v, the site now has %+v; does its power limit allow it?", counts, got)
	}
	return nil
}

func (m *MARA) poll(ctx context.Context, now time.Time) (market.Batch, error) {
	body, err := m.host.get(ctx, "prices")
	if err != nil {
		return market.Batch{}, fmt.Errorf("mara prices: %w", err)
	}
	batch := market.Batch{Raw: []market.Raw{m.host.raw(maraSource, "prices", now, body)}}
	prices, err := parsePrices(body)
	if err != nil {
		return batch, fmt.Errorf("mara prices: %w", err)
	}
	var errs []error
	for _, p := range prices {
		if now.Sub(p.At) > maraHistory {
			break
		}
		if p.At.Sub(now) > maxClockSkew {
			errs = append(errs, fmt.Errorf("mara prices: a row is dated %s, in the future", p.At.Format(time.RFC3339)))
			continue
		}
		for _, s := range p.sightings() {
			o, err := m.host.observe(s, maraSource, now)
			if err != nil {
				errs = append(errs, fmt.Errorf("mara prices: %w", err))
				continue
			}
			batch.Observations = append(batch.Observations, o)
		}
	}
	return batch, errors.Join(errs...)
}
