package simulate

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	dateForm = "2006-01-02"
	timeForm = "2006-01-02T15:04:05"

	// historyDays is how far back the API's tables reach.
	historyDays = 400
	pageDefault = 1000
	pageMost    = 1_000_000
)

// query is what a request asks of a table.
type query struct {
	filters  []filter
	given    map[string]string
	from, to time.Time // widest time that the filters on the product's clock allow
	page     int
	size     int
	sort     int // column, or -1 for the product's own order
	asc      bool
}

// filter keeps rows whose cell stands in a relation to a value.
type filter struct {
	column int
	number bool
	value  string
	amount float64
	accept func(order int) bool
}

// parseQuery reads the parameters of a table's endpoint; now bounds the time
// asked for. What cannot be understood is an error for the caller.
func parseQuery(p *product, values url.Values, now time.Time) (query, error) {
	q := query{page: 1, size: pageDefault, sort: -1, given: map[string]string{}, to: now, from: now.AddDate(0, 0, -p.reach())}
	for name, all := range values {
		value := strings.TrimSpace(all[0])
		if len(all) > 1 {
			return q, fmt.Errorf("parameter %s is given twice", name)
		}
		if name == "subscription-key" {
			continue
		}
		q.given[name] = value
		if err := q.read(p, name, value); err != nil {
			return q, err
		}
	}
	earliest := now.AddDate(0, 0, -historyDays)
	if q.from.Before(earliest) {
		q.from = earliest
	}
	return q, nil
}

func (q *query) read(p *product, name, value string) (err error) {
	switch name {
	case "page":
		q.page, err = positive(name, value, 1<<30)
		return err
	case "size":
		q.size, err = positive(name, value, pageMost)
		return err
	case "dir":
		if value != "asc" && value != "desc" {
			return fmt.Errorf("parameter dir: %q is neither asc nor desc", value)
		}
		q.asc = value == "asc"
		return nil
	case "sort":
		if q.sort = p.column(value); q.sort < 0 {
			return fmt.Errorf("parameter sort: %q is not a field", value)
		}
		return nil
	}
	return q.filter(p, name, value)
}

func positive(name, value string, most int) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > most {
		return 0, fmt.Errorf("parameter %s: want 1 to %d", name, most)
	}
	return n, nil
}

// filter reads <field>, <field>From or <field>To.
func (q *query) filter(p *product, name, value string) error {
	field, accept := name, func(order int) bool { return order == 0 }
	column := p.column(name)
	if column < 0 {
		if base, ok := strings.CutSuffix(name, "From"); ok {
			field, accept = base, func(order int) bool { return order >= 0 }
		} else if base, ok := strings.CutSuffix(name, "To"); ok {
			field, accept = base, func(order int) bool { return order <= 0 }
		}
		column = p.column(field)
	}
	if column < 0 {
		return fmt.Errorf("parameter %s is not known", name)
	}
	f := filter{column: column, value: value, accept: accept}
	switch p.columns[column].kind {
	case "INTEGER", "LONG", "DOUBLE":
		amount, err := strconv.ParseFloat(value, 64)
		if err != nil || amount != amount {
			return fmt.Errorf("parameter %s: %q is not a number", name, value)
		}
		f.number, f.amount = true, amount
	case "BOOLEAN":
		if value != "true" && value != "false" {
			return fmt.Errorf("parameter %s: want true or false", name)
		}
	case "DATE", "DATETIME":
		return q.timed(p, f, name, field)
	}
	q.filters = append(q.filters, f)
	return nil
}

// timed adds a filter on a time and, where the field is the product's clock,
// narrows what has to be made. A date may stand for a time, and is its midnight.
func (q *query) timed(p *product, f filter, name, field string) error {
	form := timeForm
	if p.columns[f.column].kind == "DATE" {
		form = dateForm
	}
	local, err := time.Parse(form, f.value)
	if err != nil && form == timeForm {
		if local, err = time.Parse(dateForm, f.value); err == nil {
			f.value += "T00:00:00"
		}
	}
	if err != nil {
		return fmt.Errorf("parameter %s: %q is not of the form %s", name, f.value, form)
	}
	q.filters = append(q.filters, f)
	if field != p.clock {
		return nil
	}
	// The filter itself is exact; this only has to reach far enough. Local time is
	// five or six hours behind, and a date stands for all of its day.
	first, last := local.Add(4*time.Hour), local.Add(7*time.Hour)
	if form == dateForm {
		last = last.Add(25 * time.Hour)
	}
	equal := f.accept(0) && !f.accept(1) && !f.accept(-1)
	if f.accept(1) || equal {
		q.from = first
	}
	if f.accept(-1) || equal {
		q.to = earlier(q.to, last)
	}
	return nil
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// keeps says whether a row passes every filter.
func (q *query) keeps(row []any) bool {
	for _, f := range q.filters {
		order, ok := f.compare(row[f.column])
		if !ok || !f.accept(order) {
			return false
		}
	}
	return true
}

// compare is the order of a cell and the filter's value. An empty cell has none.
func (f *filter) compare(cell any) (order int, ok bool) {
	switch c := cell.(type) {
	case string:
		return cmp.Compare(strings.TrimSpace(c), f.value), true
	case int:
		return cmp.Compare(float64(c), f.amount), f.number
	case float64:
		return cmp.Compare(c, f.amount), f.number
	case bool:
		return cmp.Compare(strconv.FormatBool(c), f.value), true
	}
	return 0, false
}

// order sorts rows: by the wished-for column, else newest first.
func (q *query) order(rows [][]any) {
	if q.sort < 0 {
		slices.Reverse(rows)
		return
	}
	slices.SortStableFunc(rows, func(a, b []any) int {
		order := compareCells(a[q.sort], b[q.sort])
		if !q.asc {
			return -order
		}
		return order
	})
}

func compareCells(a, b any) int {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return cmp.Compare(x, y)
		}
	case int:
		if y, ok := b.(int); ok {
			return cmp.Compare(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return cmp.Compare(x, y)
		}
	case bool:
		if y, ok := b.(bool); ok {
			return cmp.Compare(strconv.FormatBool(x), strconv.FormatBool(y))
		}
	}
	return 0
}

// badRequest is ERCOT's envelope of an error.
func badRequest(w http.ResponseWriter, status int, now time.Time, message string) {
	writeJSON(w, status, map[string]any{
		"timestamp": unit.Central(now).Format(timeForm),
		"code":      status,
		"status":    strings.ToUpper(strings.ReplaceAll(http.StatusText(status), " ", "_")),
		"message":   message,
		"data":      map[string]any{},
	})
}
