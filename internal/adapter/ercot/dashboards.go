package ercot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// maxDashboard bounds the bytes of one page.
const maxDashboard = 16 << 20

// dashboards are the feeds of the pages that ERCOT shows everybody: grid
// condition, supply and demand, and generation by fuel.
func (c *Client) dashboards() []*Feed {
	return []*Feed{
		c.page("daily-prc.json", conditionEvery, layout.ReadCondition),
		c.page("supply-demand.json", dashboardEvery, layout.ReadSupplyDemand),
		c.page("fuel-mix.json", dashboardEvery, layout.ReadFuelMix),
	}
}

func (c *Client) page(file string, every time.Duration, read func([]byte) ([]market.Observation, error)) *Feed {
	source := "ercot/" + strings.TrimSuffix(file, ".json")
	return &Feed{
		name: source, source: source, every: every, client: c, clock: c.cfg.Clock, keep: intervalLookBack,
		fetch: func(ctx context.Context, _ time.Time, _ *memory) ([]market.Observation, []market.Raw, error) {
			raw, err := c.dashboard(ctx, file)
			if err != nil {
				return nil, nil, err
			}
			raw.Source = source
			out, err := read(raw.Body)
			if err != nil {
				err = fmt.Errorf("%s: %w", file, err)
			}
			return out, []market.Raw{raw}, err
		},
	}
}

func (c *Client) dashboard(ctx context.Context, file string) (market.Raw, error) {
	raw, err := c.keyless(ctx, c.cfg.DashboardURL+"/"+file, maxDashboard, answerWithin)
	if err != nil {
		return market.Raw{}, err
	}
	if !json.Valid(raw.Body) {
		return market.Raw{}, fmt.Errorf("%s: answer is not JSON; it begins %s; ERCOT shows its pages only to addresses in the USA",
			raw.Request, layout.Excerpt(raw.Body))
	}
	return raw, nil
}
