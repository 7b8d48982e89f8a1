package ercot

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	pageSize = 10_000
	maxPages = 40
)

// query asks the Public API for all rows of p that match params and makes
// observations of them, page by page. What could be read is returned beside
// the error of what could not.
func (c *Client) query(ctx context.Context, p layout.Product, params url.Values) ([]market.Observation, []market.Raw, error) {
	var (
		out  []market.Observation
		raws []market.Raw
		errs []error
		rows int
	)
	asked := maps.Clone(params)
	asked.Set("size", strconv.Itoa(pageSize))
	for number := 1; ; number++ {
		asked.Set("page", strconv.Itoa(number))
		got, err := c.authorised(ctx, call{
			method: http.MethodGet, url: address(c.cfg.BaseURL, p.Path, asked),
			limit: maxJSON, within: answerWithin,
		})
		if err != nil {
			return out, raws, errors.Join(append(errs, err)...)
		}
		got.raw.Source = p.Source()
		raws = append(raws, got.raw)
		page, err := p.ReadPage(got.raw.Body, rows+1)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", got.raw.Request, err))
		}
		out = append(out, page.Observations...)
		rows += page.Rows
		switch {
		case page.Rows == 0 || number >= page.Meta.TotalPages:
			if rows < page.Meta.TotalRecords {
				errs = append(errs, fmt.Errorf("%s: %d rows came of %d announced", p.Path, rows, page.Meta.TotalRecords))
			}
			return out, raws, errors.Join(errs...)
		case number == maxPages:
			return out, raws, errors.Join(append(errs, fmt.Errorf("%s: %d pages, more than the %d that are read: ask for a shorter time",
				p.Path, page.Meta.TotalPages, maxPages))...)
		}
	}
}

// since is the filter "from t on" of a Central timestamp field. Filters carry
// no daylight-saving flag, so the hour before is asked for too: in the repeated
// hour the second pass would otherwise seem to lie in the past.
func since(field string, t time.Time) url.Values {
	return url.Values{field + "From": {unit.Central(t.Add(-time.Hour)).Format("2006-01-02T15:04:05")}}
}

// days is the filter of a date field, both days included.
func days(field string, from, to unit.Day) url.Values {
	return url.Values{field + "From": {from.String()}, field + "To": {to.String()}}
}

// with adds a filter for one value.
func with(params url.Values, field, value string) url.Values {
	params.Set(field, value)
	return params
}
