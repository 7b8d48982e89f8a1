package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// table is rows of text under named columns, from an API answer, a CSV file or
// a workbook.
type table struct {
	name     string // for errors: product or file, and sheet
	columns  map[string]int
	rows     [][]string
	first    int             // number of the first row in its file or answer
	numbered map[string]bool // operating days whose hours are numbered 1 to 25
	second   bool            // all of it belongs to the second pass of the repeated hour
}

// read makes observations of all rows. Rows that do not parse are reported in
// the error and do not spoil the others.
func (t *table) read(p Product) ([]market.Observation, error) {
	t.findNumberedDays()
	out := make([]market.Observation, 0, len(t.rows))
	var bad faults
	for i, cells := range t.rows {
		r := row{table: t, cells: cells}
		read := p.read(&r)
		if r.err != nil {
			bad.add(fmt.Errorf("%s row %d: %w", t.name, t.first+i, r.err))
			continue
		}
		out = append(out, read...)
	}
	return out, bad.err()
}

// findNumberedDays looks for hour ending 25. A day that has one numbers its
// hours in order instead of flagging the repeated one.
func (t *table) findNumberedDays() {
	day, ok := t.columns["deliveryDate"]
	he, hasHour := t.columns["hourEnding"]
	if !ok || !hasHour {
		return
	}
	for _, cells := range t.rows {
		if max(day, he) < len(cells) && strings.HasPrefix(cells[he], "25") {
			if t.numbered == nil {
				t.numbered = make(map[string]bool)
			}
			t.numbered[cells[day]] = true
		}
	}
}

// names is the table's columns, for errors.
func (t *table) names() string {
	names := make([]string, 0, len(t.columns))
	for name := range t.columns {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// faults collects errors, the first few word for word.
type faults struct {
	list []error
	more int
}

func (f *faults) add(err error) {
	if len(f.list) < 5 {
		f.list = append(f.list, err)
		return
	}
	f.more++
}

func (f *faults) err() error {
	if f.more > 0 {
		return errors.Join(append(f.list, fmt.Errorf("and %d more of this kind", f.more))...)
	}
	return errors.Join(f.list...)
}

// row reads cells by column name and remembers the first thing that was wrong,
// after which its values mean nothing.
type row struct {
	table *table
	cells []string
	err   error
}

func (r *row) fail(column, value, want string) {
	if r.err == nil {
		r.err = fmt.Errorf("column %s: %q: want %s", column, value, want)
	}
}

func (r *row) has(column string) bool {
	_, ok := r.table.columns[column]
	return ok
}

// text is the cell, trimmed.
func (r *row) text(column string) string {
	i, ok := r.table.columns[column]
	if !ok || i >= len(r.cells) {
		if r.err == nil {
			r.err = fmt.Errorf("column %s: missing; the row has %d cells under %s", column, len(r.cells), r.table.names())
		}
		return ""
	}
	return r.cells[i]
}

// name is a cell that may not be empty.
func (r *row) name(column string) string {
	s := r.text(column)
	if s == "" {
		r.fail(column, s, "a name")
	}
	return s
}

func (r *row) number(column string) float64 {
	s := r.text(column)
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		r.fail(column, s, "a number")
		return 0
	}
	return v
}

// measured is a number that may be missing.
func (r *row) measured(column string) (v float64, ok bool) {
	if !r.has(column) || r.text(column) == "" {
		return 0, false
	}
	return r.number(column), r.err == nil
}

func (r *row) integer(column string) int {
	s := r.text(column)
	v, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
	if err != nil {
		r.fail(column, s, "a whole number")
	}
	return v
}

// flag reads the three spellings of a boolean.
func (r *row) flag(column string) bool {
	s := r.text(column)
	switch strings.ToLower(s) {
	case "true", "y", "1":
		return true
	case "false", "n", "0":
		return false
	}
	r.fail(column, s, "true or false, Y or N")
	return false
}

// repeated says whether the row is of the second pass of the repeated hour. A
// table without a flag column says it, if at all, for all of its rows.
func (r *row) repeated(column string) bool {
	if r.has(column) {
		return r.flag(column)
	}
	return false
}

func (r *row) day(column string) unit.Day {
	s := r.text(column)
	date, _, _ := strings.Cut(s, "T")
	for _, layout := range []string{time.DateOnly, "01/02/2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return unit.Day{Year: t.Year(), Month: t.Month(), Dom: t.Day()}
		}
	}
	r.fail(column, s, "a day, YYYY-MM-DD or MM/DD/YYYY")
	return unit.Day{}
}

// hour is the hour that the row is about, from its day, hour ending (1, 01:00
// or 24:00) and flag columns.
func (r *row) hour(dayColumn, hourColumn, flagColumn string) unit.Interval {
	day := r.day(dayColumn)
	he := r.hourEnding(hourColumn)
	repeated := r.repeated(flagColumn)
	if r.err != nil {
		return unit.Interval{}
	}
	if !r.has(flagColumn) && r.table.second && day.Fall() && he == 2 {
		repeated = true
	}
	start, err := day.HourEnding(he, repeated)
	if r.table.numbered[r.text(dayColumn)] && !repeated {
		start, err = day.HourOrdinal(he)
	}
	if err != nil {
		r.err = err
	}
	return unit.Interval{Start: start, Length: time.Hour}
}

func (r *row) hourEnding(column string) int {
	s := r.text(column)
	digits := strings.TrimSuffix(strings.TrimSuffix(s, ":00"), ".0")
	he, err := strconv.Atoi(digits)
	if err != nil {
		r.fail(column, s, "an hour ending, 1 to 24 or 01:00 to 24:00")
	}
	return he
}

// quarter is the settlement interval that the row is about.
func (r *row) quarter(intervalColumn, flagColumn string) unit.Interval {
	hour := r.hour("deliveryDate", "deliveryHour", flagColumn)
	n := r.integer(intervalColumn)
	if n < 1 || n > 4 {
		r.fail(intervalColumn, strconv.Itoa(n), "an interval, 1 to 4")
	}
	return unit.Interval{Start: hour.Start.Add(time.Duration(n-1) * unit.Settlement), Length: unit.Settlement}
}

// moment is the instant of a Central timestamp and its flag.
func (r *row) moment(column, flagColumn string) time.Time {
	s := r.text(column)
	repeated := r.repeated(flagColumn)
	if r.err != nil {
		return time.Time{}
	}
	t, err := parseMoment(s, repeated)
	if err != nil {
		r.err = fmt.Errorf("column %s: %w", column, err)
	}
	return t
}

// run is the five minutes that a dispatch run applies to and when it ran. Runs
// start some seconds after the mark.
func (r *row) run(column string) (unit.Interval, time.Time) {
	at := r.moment(column, "repeatHourFlag")
	return unit.IntervalAt(at, unit.Control), at
}

// posted is when a report was posted. The column has no flag: within the
// repeated hour the later reading is taken, so that nothing seems known before
// it was. Where that is after the answer arrived, the answer's time replaces it.
func (r *row) posted(column string) time.Time {
	s := r.text(column)
	if r.err != nil {
		return time.Time{}
	}
	t, err := parsePosted(s)
	if err != nil {
		r.err = fmt.Errorf("column %s: %w", column, err)
	}
	return t
}

func parsePosted(s string) (time.Time, error) {
	if t, err := parseMoment(s, true); err == nil {
		return t, nil
	}
	return parseMoment(s, false)
}

func parseMoment(s string, repeated bool) (time.Time, error) {
	layout := "2006-01-02T15:04:05" // fractions of a second are read whatever the layout
	switch {
	case strings.Contains(s, "/"):
		layout = "01/02/2006 15:04:05"
	case strings.Contains(s, " "):
		layout = time.DateTime
	}
	return unit.ParseCentral(layout, s, repeated)
}

// cellText is a JSON cell as text, trimmed.
func cellText(cell any) (string, error) {
	switch v := cell.(type) {
	case nil:
		return "", nil
	case string:
		return strings.TrimSpace(v), nil
	case json.Number:
		return v.String(), nil
	case bool:
		return strconv.FormatBool(v), nil
	}
	return "", fmt.Errorf("a cell is neither text, number nor flag: %v", cell)
}

// Excerpt is the beginning of an unexpected body, on one line, for errors.
func Excerpt(body []byte) string {
	const most = 160
	text := bytes.Join(bytes.Fields(body), []byte(" "))
	if len(text) == 0 {
		return "no body"
	}
	if len(text) > most {
		return fmt.Sprintf("%q...", text[:most])
	}
	return fmt.Sprintf("%q", text)
}
