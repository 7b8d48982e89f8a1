package ercot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

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
func (c *Client) query(ctx context.Context, p product, params url.Values) ([]market.Observation, []market.Raw, error) {
	var (
		out    []market.Observation
		raws   []market.Raw
		errs   []error
		asked  = url.Values{}
		gotten int
	)
	for key, values := range params {
		asked[key] = values
	}
	asked.Set("size", strconv.Itoa(pageSize))
	for number := 1; ; number++ {
		asked.Set("page", strconv.Itoa(number))
		got, err := c.authorised(ctx, call{
			method: http.MethodGet, url: address(c.cfg.BaseURL, p.path, asked),
			limit: maxJSON, within: answerWithin,
		})
		if err != nil {
			return out, raws, errors.Join(append(errs, err)...)
		}
		got.raw.Source = p.source()
		raws = append(raws, got.raw)
		t, meta, err := readPage(got.raw.Body, p)
		if err != nil {
			return out, raws, errors.Join(append(errs, fmt.Errorf("%s: %w", got.raw.Request, err))...)
		}
		t.first = gotten + 1
		gotten += len(t.rows)
		read, err := t.read(p)
		out, errs = append(out, read...), append(errs, err)
		if number >= meta.TotalPages || len(t.rows) == 0 {
			return out, raws, errors.Join(append(errs, meta.complete(p, gotten))...)
		}
		if number == maxPages {
			return out, raws, errors.Join(append(errs, fmt.Errorf("%s: %d pages, more than the %d that are read: ask for a shorter time",
				p.path, meta.TotalPages, maxPages))...)
		}
	}
}

// pageMeta is where a page stands among all.
type pageMeta struct {
	TotalRecords int `json:"totalRecords"`
	TotalPages   int `json:"totalPages"`
}

// complete is an error when pages ended before all rows had come.
func (m pageMeta) complete(p product, gotten int) error {
	if gotten < m.TotalRecords {
		return fmt.Errorf("%s: %d rows came of %d announced", p.path, gotten, m.TotalRecords)
	}
	return nil
}

// readPage reads one answer of the query API: rows of cells, in the order of
// the fields that the answer itself describes. An answer without data has no
// rows; one whose fields lack an expected column is refused.
func readPage(body []byte, p product) (*table, pageMeta, error) {
	var page struct {
		Meta   pageMeta `json:"_meta"`
		Fields []struct {
			Name string `json:"name"`
		} `json:"fields"`
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, pageMeta{}, fmt.Errorf("answer is not the JSON expected: %w; it begins %s", err, excerpt(body))
	}
	t := &table{name: p.path, columns: make(map[string]int, len(page.Fields)), first: 1}
	rows, err := readCells(page.Data)
	if err != nil {
		return nil, pageMeta{}, err
	}
	if len(rows) == 0 {
		return t, page.Meta, nil
	}
	for i, f := range page.Fields {
		t.columns[strings.TrimSpace(f.Name)] = i
	}
	if err := t.require(p); err != nil {
		return nil, pageMeta{}, err
	}
	for i, cells := range rows {
		if len(cells) != len(page.Fields) {
			return nil, pageMeta{}, fmt.Errorf("row %d has %d cells for %d fields", i+1, len(cells), len(page.Fields))
		}
	}
	t.rows = rows
	return t, page.Meta, nil
}

// readCells reads the data array. Missing, null and an empty object, which the
// published specification shows, all mean that nothing matched.
func readCells(data json.RawMessage) ([][]string, error) {
	switch trimmed := bytes.TrimSpace(data); {
	case len(trimmed) == 0, string(trimmed) == "null", string(trimmed) == "{}":
		return nil, nil
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var rows [][]any
	if err := decoder.Decode(&rows); err != nil {
		return nil, fmt.Errorf("data is not an array of rows: %w", err)
	}
	out := make([][]string, len(rows))
	for i, row := range rows {
		cells := make([]string, len(row))
		for j, cell := range row {
			text, err := cellText(cell)
			if err != nil {
				return nil, fmt.Errorf("row %d cell %d: %w", i+1, j+1, err)
			}
			cells[j] = text
		}
		out[i] = cells
	}
	return out, nil
}

// require checks that the table has every column of p, and files a renamed
// column under its first name.
func (t *table) require(p product) error {
	var missing []string
	for _, column := range p.columns {
		if !t.adopt(column) {
			missing = append(missing, strings.ReplaceAll(column, "|", " or "))
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("%s: no column %s; the columns found are: %s; the report has changed and is not read until this program knows the new names",
			t.name, strings.Join(missing, ", "), t.names())
	}
	return nil
}

func (t *table) adopt(column string) bool {
	names := strings.Split(column, "|")
	for _, name := range names {
		if i, ok := t.columns[name]; ok {
			t.columns[names[0]] = i
			return true
		}
	}
	return false
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
