package history

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrERCOTLayout says that a file has one of ERCOT's own layouts: one row per
// interval and settlement point.
var ErrERCOTLayout = errors.New("file is in ERCOT's own layout: read it with the ERCOT adapter")

// maxBytes bounds a file after decompression: ten years of 5-minute prices of
// fifteen settlement points are 150 MB.
const maxBytes = 1 << 30

// plain is r decompressed where it is compressed, and bounded.
func plain(r io.Reader, name string) (io.Reader, error) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	magic, err := buffered.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var content io.Reader = buffered
	if bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		if content, err = gzip.NewReader(buffered); err != nil {
			return nil, fmt.Errorf("%s: looks like gzip, but is not: %w", name, err)
		}
	}
	return &bounded{r: content, left: maxBytes}, nil
}

// bounded fails, rather than ends, where more than its bound is read.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.left -= int64(n)
	if b.left < 0 {
		return 0, fmt.Errorf("more than %d bytes: split the file", maxBytes)
	}
	return n, err
}

// table reads rows by column name.
type table struct {
	name   string
	csv    *csv.Reader
	header []string
	row    []string
}

func open(r io.Reader, name string) (*table, error) {
	content, err := plain(r, name)
	if err != nil {
		return nil, err
	}
	t := &table{name: name, csv: csv.NewReader(content)}
	t.csv.ReuseRecord = true
	header, err := t.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: the file is empty", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: header: %w", name, err)
	}
	t.header = slices.Clone(header)
	t.header[0] = strings.TrimPrefix(t.header[0], "\ufeff")
	for i := range t.header {
		t.header[i] = strings.TrimSpace(t.header[i])
	}
	if isERCOT(t.header) {
		return nil, fmt.Errorf("%s: %w", name, ErrERCOTLayout)
	}
	return t, nil
}

// isERCOT recognises the layouts that ERCOT publishes: they name the delivery
// date, spelled with or without a blank, and have no UTC column.
func isERCOT(header []string) bool {
	if slices.Contains(header, "interval_start_utc") {
		return false
	}
	first := strings.ToLower(strings.ReplaceAll(header[0], " ", ""))
	return first == "deliverydate" || first == "scedtimestamp"
}

// column is the position of the first of the names that the file has.
func (t *table) column(names ...string) (int, error) {
	for _, name := range names {
		if i := slices.Index(t.header, name); i >= 0 {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%s:1: no column %q; the file has %s", t.name, names[0], excerpt(t.header))
}

func excerpt(header []string) string {
	const most = 40
	if len(header) > most {
		return strings.Join(header[:most], ", ") + ", ..."
	}
	return strings.Join(header, ", ")
}

// optional is the position of a column, or -1.
func (t *table) optional(name string) int { return slices.Index(t.header, name) }

// next reads a row; false at the end of the file.
func (t *table) next() (bool, error) {
	row, err := t.csv.Read()
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", t.name, err)
	}
	t.row = row
	return true, nil
}

// fault is an error about a field, with its place.
func (t *table) fault(column int, format string, args ...any) error {
	line, at := t.csv.FieldPos(column)
	return fmt.Errorf("%s:%d:%d: %s: %s", t.name, line, at, t.header[column], fmt.Sprintf(format, args...))
}

// number is a field's value; ok is false where it is empty.
func (t *table) number(column int) (value float64, ok bool, err error) {
	field := strings.TrimSpace(t.row[column])
	if field == "" {
		return 0, false, nil
	}
	value, err = strconv.ParseFloat(field, 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
		return 0, false, t.fault(column, "%q is not a finite number; leave the field empty where the value is missing", clip(field))
	}
	return value, true, nil
}

// instant is a field that must be a UTC time.
func (t *table) instant(column int) (time.Time, error) {
	field := strings.TrimSpace(t.row[column])
	at, err := time.Parse(time.RFC3339, field)
	if err != nil {
		return time.Time{}, t.fault(column, "%q is not a time such as 2024-01-01T06:00:00Z", clip(field))
	}
	return at.UTC(), nil
}

// flag reports whether a column that may be absent holds 1.
func (t *table) flag(column int) bool {
	return column >= 0 && strings.TrimSpace(t.row[column]) == "1"
}

func clip(field string) string {
	const most = 40
	if len(field) > most {
		return field[:most] + "..."
	}
	return field
}
