package ercot

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Report types of ERCOT's market information system (MIS) that need no key.
const (
	misLMP          = 12300 // LMPs of one dispatch run, every five minutes
	misSPP          = 12301 // settlement point prices, every 15 minutes
	misDayAheadMCPC = 12329
	misDayAhead     = 12331

	// ReportSPPHistory lists yearly workbooks of real-time prices by 15 minutes.
	ReportSPPHistory = 13061
	// ReportDayAheadHistory lists yearly workbooks of day-ahead prices.
	ReportDayAheadHistory = 13060

	misLMPLookBack = 20 * time.Minute
	misDayLookBack = 36 * time.Hour
	filesPerPoll   = 12
)

// Reports lists the files that the information system holds of a report type,
// oldest first. It keeps days of most reports and all years of the history.
func (c *Client) Reports(ctx context.Context, reportType int) ([]layout.Document, error) {
	documents, _, err := c.listReports(ctx, reportType)
	return documents, err
}

// Report downloads one of the files that [Client.Reports] lists and reads it.
// Its observations are dated as [ReadCSV] dates them.
func (c *Client) Report(ctx context.Context, d layout.Document) (market.Batch, error) {
	raw, err := c.reportFile(ctx, d)
	if err != nil {
		return market.Batch{}, err
	}
	read, err := layout.File{Name: d.Name, Body: raw.Body}.Read()
	for i := range read {
		read[i].Simulated = c.cfg.Simulated
	}
	return market.Batch{Raw: []market.Raw{raw}, Observations: read}, err
}

func (c *Client) listReports(ctx context.Context, reportType int) ([]layout.Document, market.Raw, error) {
	ask := address(c.cfg.MISURL, "/misapp/servlets/IceDocListJsonWS", url.Values{"reportTypeId": {strconv.Itoa(reportType)}})
	raw, err := c.keyless(ctx, ask, maxJSON, answerWithin)
	if err != nil {
		return nil, market.Raw{}, err
	}
	documents, err := layout.ReadReportList(raw.Body)
	if err != nil {
		return nil, raw, fmt.Errorf("%s: %w", raw.Request, err)
	}
	return documents, raw, nil
}

func (c *Client) reportFile(ctx context.Context, d layout.Document) (market.Raw, error) {
	ask := address(c.cfg.MISURL, "/misdownload/servlets/mirDownload", url.Values{"doclookupId": {strconv.FormatInt(d.ID, 10)}})
	return c.keyless(ctx, ask, maxDownload, downloadWithin)
}

// reports feeds the newest files of a report type.
func (c *Client) reports(reportType int, p layout.Product, every, lookBack time.Duration, due func(now, newest time.Time) bool) *Feed {
	source := "ercot/mis-" + strconv.Itoa(reportType)
	f := &Feed{name: source, source: source, every: every, client: c, clock: c.cfg.Clock, due: due, keep: longestLookBack + lookBack}
	f.fetch = func(ctx context.Context, now time.Time, m *memory) ([]market.Observation, []market.Raw, error) {
		list, raw, err := c.listReports(ctx, reportType)
		if err != nil {
			return nil, nil, err
		}
		raw.Source = source
		raws := []market.Raw{raw}
		var out []market.Observation
		var errs []error
		for _, d := range m.unread(list, now.Add(-lookBack)) {
			read, raw, err := c.newReport(ctx, d, p)
			if raw.Body != nil {
				raw.Source = source
				raws = append(raws, raw)
			}
			out, errs = append(out, read...), append(errs, err)
			if err == nil {
				m.files[d.ID] = true
			}
		}
		return out, raws, errors.Join(errs...)
	}
	return f
}

// newReport reads a file that has just been published.
func (c *Client) newReport(ctx context.Context, d layout.Document, p layout.Product) ([]market.Observation, market.Raw, error) {
	raw, err := c.reportFile(ctx, d)
	if err != nil {
		return nil, market.Raw{}, err
	}
	read, err := layout.File{Name: d.Name, Body: raw.Body}.Read()
	for i := range read {
		if read[i].Source != p.Source() {
			return nil, raw, fmt.Errorf("%s: holds %s where %s was expected", d.Name, read[i].Source, p.Source())
		}
		read[i].Published = d.Posted
	}
	return read, raw, err
}

// unread are the newest CSV files since from that have not been read, oldest
// first.
func (m *memory) unread(list []layout.Document, from time.Time) []layout.Document {
	if m.files == nil {
		m.files = make(map[int64]bool)
	}
	listed := make(map[int64]bool, len(list))
	var out []layout.Document
	for _, d := range list {
		listed[d.ID] = true
		name := strings.ToLower(d.Name)
		if d.Posted.Before(from) || m.files[d.ID] || !strings.Contains(name, "csv") {
			continue
		}
		out = append(out, d)
	}
	for id := range m.files {
		if !listed[id] {
			delete(m.files, id)
		}
	}
	return out[max(0, len(out)-filesPerPoll):]
}
