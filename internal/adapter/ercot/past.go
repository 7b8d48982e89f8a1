package ercot

import (
	"context"
	"errors"
	"net/url"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// What was published before this process was there to see it counts as known
// since it was published, as in [Client.Archive]: what learns from it then sees
// each value when it could have been seen.

// PastPrices are the real-time settlement point prices of the configured points,
// of the operating days from to to. What could be read is returned beside the
// error of what could not.
func (c *Client) PastPrices(ctx context.Context, from, to unit.Day) (market.Batch, error) {
	return c.pastOf(ctx, layout.RealTimeSPP(), from, to)
}

// PastDayAhead are the day-ahead prices of the configured points, of the
// operating days from to to.
func (c *Client) PastDayAhead(ctx context.Context, from, to unit.Day) (market.Batch, error) {
	return c.pastOf(ctx, layout.DayAheadSPP(), from, to)
}

func (c *Client) pastOf(ctx context.Context, p layout.Product, from, to unit.Day) (market.Batch, error) {
	var b market.Batch
	var errs []error
	for _, point := range c.cfg.Points {
		errs = append(errs, c.past(ctx, &b, p, atPoint(days("deliveryDate", from, to), point)))
	}
	return b, errors.Join(errs...)
}

// PastLoad is the system's load by hour of the operating days from to to, MW.
func (c *Client) PastLoad(ctx context.Context, from, to unit.Day) (market.Batch, error) {
	var b market.Batch
	err := c.past(ctx, &b, layout.ActualLoad(), days("operatingDay", from, to))
	return b, err
}

// PastPostings are the forecasts of load, wind and sun that were posted in the
// hour before a moment, and the wind and sun of the two days before it.
func (c *Client) PastPostings(ctx context.Context, at time.Time) (market.Batch, error) {
	var b market.Batch
	var errs []error
	for _, p := range []layout.Product{layout.LoadForecast(), layout.WindPower(), layout.SolarPower()} {
		params := since("postedDatetime", at)
		params.Set("postedDatetimeTo", unit.Central(at).Format("2006-01-02T15:04:05"))
		if p.Path == layout.LoadForecast().Path {
			params.Set("inUseFlag", "true")
		}
		errs = append(errs, c.past(ctx, &b, p, params))
	}
	return b, errors.Join(errs...)
}

func (c *Client) past(ctx context.Context, b *market.Batch, p layout.Product, params url.Values) error {
	read, raws, err := c.query(ctx, p, params)
	now := c.cfg.Clock.Now()
	b.Raw = append(b.Raw, raws...)
	for _, o := range read {
		if !c.wanted(o) {
			continue
		}
		if o.Published.IsZero() || o.Published.After(now) {
			o.Published = now
		}
		o.Source, o.Fetched, o.Known, o.Simulated = p.Source(), now, o.Published, c.cfg.Simulated
		b.Observations = append(b.Observations, o)
	}
	return err
}
