package layout

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Document is one posted file of a report.
type Document struct {
	ID     int64     `json:"id"`
	Name   string    `json:"name"`
	Posted time.Time `json:"posted"`
}

// ReadListing reads one page of an archive listing.
func ReadListing(body []byte) ([]Document, Meta, error) {
	var page struct {
		Meta     Meta `json:"_meta"`
		Archives []struct {
			ID     int64  `json:"docId"`
			Name   string `json:"friendlyName"`
			Posted string `json:"postDatetime"`
		} `json:"archives"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, Meta{}, fmt.Errorf("archive listing is not the JSON expected: %w; it begins %s", err, Excerpt(body))
	}
	out := make([]Document, 0, len(page.Archives))
	for _, a := range page.Archives {
		posted, err := parsePosted(a.Posted)
		if err != nil || a.ID <= 0 {
			return nil, Meta{}, fmt.Errorf("archive listing: document %d posted %q: want an id and a time", a.ID, a.Posted)
		}
		out = append(out, Document{ID: a.ID, Name: a.Name, Posted: posted})
	}
	return out, page.Meta, nil
}

// ReadReportList reads a list of files. A list of one is written without the
// brackets, and none at all as an empty text.
func ReadReportList(body []byte) ([]Document, error) {
	var list struct {
		Result *struct {
			Documents json.RawMessage `json:"DocumentList"`
		} `json:"ListDocsByRptTypeRes"`
	}
	if err := json.Unmarshal(body, &list); err != nil {
		return nil, fmt.Errorf("report list is not the JSON expected: %w; it begins %s", err, Excerpt(body))
	}
	if list.Result == nil {
		return nil, fmt.Errorf("report list has no ListDocsByRptTypeRes; it begins %s", Excerpt(body))
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
