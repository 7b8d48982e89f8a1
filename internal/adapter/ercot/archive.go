package ercot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// listingSize is how many documents a page of a listing holds at most.
const listingSize = 1000

// Archive reads what was posted of a product, named by its EMIL id such as
// "np6-905-cd", in [from, to): the way to prices older than the query API
// keeps. The span is of posting times, not of delivery. Observations are known
// since their file was posted.
func (c *Client) Archive(ctx context.Context, emil string, from, to time.Time) (market.Batch, error) {
	documents, raws, err := c.listArchive(ctx, emil, from, to)
	if err != nil {
		return market.Batch{Raw: raws}, err
	}
	batch := market.Batch{Raw: raws}
	var errs []error
	size := layout.DownloadLimit(emil)
	for len(documents) > 0 {
		some := documents[:min(size, len(documents))]
		documents = documents[len(some):]
		read, raw, err := c.download(ctx, emil, some)
		if raw.Body != nil {
			batch.Raw = append(batch.Raw, raw)
		}
		batch.Observations = append(batch.Observations, read...)
		errs = append(errs, err)
		if ctx.Err() != nil || errors.Is(err, ErrQuota) || errors.Is(err, ErrAuth) {
			break
		}
	}
	return batch, errors.Join(errs...)
}

func (c *Client) listArchive(ctx context.Context, emil string, from, to time.Time) ([]layout.Document, []market.Raw, error) {
	params := since("postDatetime", from)
	params.Set("postDatetimeTo", unit.Central(to.Add(time.Hour)).Format("2006-01-02T15:04:05"))
	params.Set("size", strconv.Itoa(listingSize))
	var (
		out  []layout.Document
		raws []market.Raw
	)
	for number := 1; number <= maxPages; number++ {
		params.Set("page", strconv.Itoa(number))
		got, err := c.authorised(ctx, call{
			method: http.MethodGet, url: address(c.cfg.BaseURL, "/archive/"+url.PathEscape(emil), params),
			limit: maxJSON, within: answerWithin,
		})
		if err != nil {
			return nil, raws, err
		}
		raws = append(raws, got.raw)
		documents, meta, err := layout.ReadListing(got.raw.Body)
		if err != nil {
			return nil, raws, fmt.Errorf("%s: %w", got.raw.Request, err)
		}
		for _, d := range documents {
			if !d.Posted.Before(from) && d.Posted.Before(to) {
				out = append(out, d)
			}
		}
		if number >= meta.TotalPages || len(documents) == 0 {
			return out, raws, nil
		}
	}
	return nil, raws, fmt.Errorf("archive of %s: more than %d pages: ask for a shorter time", emil, maxPages)
}

// download fetches documents in one request and reads their files.
func (c *Client) download(ctx context.Context, emil string, documents []layout.Document) ([]market.Observation, market.Raw, error) {
	ids := make([]int64, len(documents))
	posted := make(map[int64]time.Time, len(documents))
	for i, d := range documents {
		ids[i], posted[d.ID] = d.ID, d.Posted
	}
	body, err := json.Marshal(map[string][]int64{"docIds": ids})
	if err != nil {
		return nil, market.Raw{}, fmt.Errorf("asking for documents: %w", err)
	}
	got, err := c.authorised(ctx, call{
		method: http.MethodPost, url: c.cfg.BaseURL + "/archive/" + url.PathEscape(emil) + "/download",
		header: http.Header{"Content-Type": {"application/json"}}, body: body,
		limit: maxDownload, within: downloadWithin,
	})
	if err != nil {
		return nil, market.Raw{}, err
	}
	got.raw.Source = "ercot/" + strings.ToLower(emil)
	files, err := layout.Unpack(got.raw.Body, emil)
	if err != nil {
		return nil, got.raw, fmt.Errorf("%s: %w", got.raw.Request, err)
	}
	var out []market.Observation
	var bad []error
	for _, f := range files {
		read, err := f.Read()
		if err != nil {
			bad = append(bad, err)
		}
		for _, o := range read {
			if c.wanted(o) {
				out = append(out, c.fromArchive(o, posted[layout.DocumentOf(f.Name)], got.raw.Fetched))
			}
		}
	}
	return out, got.raw, errors.Join(bad...)
}

// fromArchive dates o by the posting of its file, where that is known.
func (c *Client) fromArchive(o market.Observation, posted, fetched time.Time) market.Observation {
	if !posted.IsZero() {
		o.Published, o.Known = posted, posted
	}
	o.Fetched, o.Simulated = fetched, c.cfg.Simulated
	return o
}
