package layout

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Page is one page of a query's answer.
type Page struct {
	Observations []market.Observation // without source, fetch time and known time
	Rows         int                  // how many rows the page had
	Meta         Meta
}

// Meta is where a page stands among all.
type Meta struct {
	TotalRecords int `json:"totalRecords"`
	TotalPages   int `json:"totalPages"`
}

// ReadPage reads one page of a query's answer; first is the number of its first
// row among all, for errors. Rows that do not parse are reported in the error
// beside the good ones. An answer without data has no rows; one whose fields
// lack an expected column is refused whole.
func (p Product) ReadPage(body []byte, first int) (Page, error) {
	t, meta, err := readPage(body, p)
	if err != nil {
		return Page{}, err
	}
	t.first = first
	read, err := t.read(p)
	return Page{Observations: read, Rows: len(t.rows), Meta: meta}, err
}

// readPage reads rows of cells in the order of the fields that the answer itself
// describes.
func readPage(body []byte, p Product) (*table, Meta, error) {
	var page struct {
		Meta   Meta `json:"_meta"`
		Fields []struct {
			Name string `json:"name"`
		} `json:"fields"`
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, Meta{}, fmt.Errorf("answer is not the JSON expected: %w; it begins %s", err, Excerpt(body))
	}
	t := &table{name: p.Path, columns: make(map[string]int, len(page.Fields)), first: 1}
	rows, err := readCells(page.Data)
	if err != nil {
		return nil, Meta{}, err
	}
	if len(rows) == 0 {
		return t, page.Meta, nil
	}
	for i, f := range page.Fields {
		t.columns[strings.TrimSpace(f.Name)] = i
	}
	if err := t.require(p); err != nil {
		return nil, Meta{}, err
	}
	for i, cells := range rows {
		if len(cells) != len(page.Fields) {
			return nil, Meta{}, fmt.Errorf("row %d has %d cells for %d fields", i+1, len(cells), len(page.Fields))
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
func (t *table) require(p Product) error {
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
