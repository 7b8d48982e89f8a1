package ercot

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

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
func (c *Client) Reports(ctx context.Context, reportType int) ([]Document, error) {
	documents, _, err := c.listReports(ctx, reportType)
	return documents, err
}

// Report downloads one of the files that [Client.Reports] lists and reads it.
// Its observations are dated as [ReadCSV] dates them.
func (c *Client) Report(ctx context.Context, d Document) (market.Batch, error) {
	raw, err := c.reportFile(ctx, d)
	if err != nil {
		return market.Batch{}, err
	}
	read, err := readFile(File{Name: d.Name, Body: raw.Body}, fileBounds())
	for i := range read {
		read[i].Simulated = c.cfg.Simulated
	}
	return market.Batch{Raw: []market.Raw{raw}, Observations: read}, err
}

func (c *Client) listReports(ctx context.Context, reportType int) ([]Document, market.Raw, error) {
	ask := address(c.cfg.MISURL, "/misapp/servlets/IceDocListJsonWS", url.Values{"reportTypeId": {strconv.Itoa(reportType)}})
	raw, err := c.keyless(ctx, ask, maxJSON, answerWithin)
	if err != nil {
		return nil, market.Raw{}, err
	}
	documents, err := readReportList(raw.Body)
	if err != nil {
		return nil, raw, fmt.Errorf("%s: %w", raw.Request, err)
	}
	return documents, raw, nil
}

func (c *Client) reportFile(ctx context.Context, d Document) (market.Raw, error) {
	ask := address(c.cfg.MISURL, "/misdownload/servlets/mirDownload", url.Values{"doclookupId": {strconv.FormatInt(d.ID, 10)}})
	return c.keyless(ctx, ask, maxDownload, downloadWithin)
}

// readReportList reads a list of files. A list of one is written without the
// brackets, and none at all as an empty text.
func readReportList(body []byte) ([]Document, error) {
	var list struct {
		Result *struct {
			Documents json.RawMessage `json:"DocumentList"`
		} `json:"ListDocsByRptTypeRes"`
	}
	if err := json.Unmarshal(body, &list); err != nil {
		return nil, fmt.Errorf("report list is not the JSON expected: %w; it begins %s", err, excerpt(body))
	}
	if list.Result == nil {
		return nil, fmt.Errorf("report list has no ListDocsByRptTypeRes; it begins %s", excerpt(body))
	}
	entries, err := oneOrMany(list.Result.Documents)
	if err != nil {
		return nil, err
	}
	out := make([]Document, 0, len(entries))
	for _, e := range entries {
		d, err := e.document()
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b Document) int {
		return cmp.Or(a.Posted.Compare(b.Posted), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

type reportEntry struct {
	Document struct {
		ID        json.RawMessage `json:"DocID"`
		Name      string          `json:"ConstructedName"`
		Published string          `json:"PublishDate"`
	} `json:"Document"`
}

func oneOrMany(list json.RawMessage) ([]reportEntry, error) {
	var many []reportEntry
	switch text := strings.TrimSpace(string(list)); {
	case text == "" || text == `""` || text == "null":
		return nil, nil
	case text[0] == '{':
		var one reportEntry
		if err := json.Unmarshal(list, &one); err != nil {
			return nil, fmt.Errorf("report list: DocumentList: %w", err)
		}
		return []reportEntry{one}, nil
	}
	if err := json.Unmarshal(list, &many); err != nil {
		return nil, fmt.Errorf("report list: DocumentList: %w", err)
	}
	return many, nil
}

func (e reportEntry) document() (Document, error) {
	id, err := strconv.ParseInt(strings.Trim(string(e.Document.ID), `"`), 10, 64)
	if err != nil || id <= 0 {
		return Document{}, fmt.Errorf("report list: DocID %s: want a number", e.Document.ID)
	}
	posted, err := time.Parse(time.RFC3339, e.Document.Published)
	if err != nil {
		return Document{}, fmt.Errorf("report list: document %d: PublishDate %q: want a time with its offset", id, e.Document.Published)
	}
	return Document{ID: id, Name: e.Document.Name, Posted: posted.UTC()}, nil
}

// reports feeds the newest files of a report type.
func (c *Client) reports(reportType int, p product, every, lookBack time.Duration, due func(now, newest time.Time) bool) *Feed {
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
func (c *Client) newReport(ctx context.Context, d Document, p product) ([]market.Observation, market.Raw, error) {
	raw, err := c.reportFile(ctx, d)
	if err != nil {
		return nil, market.Raw{}, err
	}
	read, err := readFile(File{Name: d.Name, Body: raw.Body}, fileBounds())
	for i := range read {
		if read[i].Source != p.source() {
			return nil, raw, fmt.Errorf("%s: holds %s where %s was expected", d.Name, read[i].Source, p.source())
		}
		read[i].Published = d.Posted
	}
	return read, raw, err
}

// unread are the newest CSV files since from that have not been read, oldest
// first.
func (m *memory) unread(list []Document, from time.Time) []Document {
	if m.files == nil {
		m.files = make(map[int64]bool)
	}
	listed := make(map[int64]bool, len(list))
	var out []Document
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
