package layout

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// maxFile bounds the bytes of one file after decompression.
const maxFile = 512 << 20

// ErrLayout is the error for a file whose columns are of no report that is
// known here.
var ErrLayout = errors.New("not a known ERCOT report layout")

// layouts are the products that are read from files too. A file is recognised
// by its header.
func layouts() []Product {
	hourly := []Product{DayAheadSPP(), DayAheadMCPC()}
	for i := range hourly {
		// Files that number the hours of the fall day to 25 have no flag.
		hourly[i].columns = slices.DeleteFunc(hourly[i].columns, func(c string) bool { return c == "DSTFlag" })
		hourly[i].optional = []string{"DSTFlag"}
	}
	return append(hourly, RealTimeSPP(), RealTimeLMP(), dayAheadMCPCWide(),
		RealTimeMCPC(), RealTimeMCPC15(), IndicativeMCPC(), SystemLambda())
}

// spellings are the headers that files use for a column, squeezed.
func spellings(column string) []string {
	var out []string
	for _, name := range strings.Split(column, "|") {
		out = append(out, squeeze(name))
	}
	switch column {
	case "settlementPoint":
		out = append(out, "settlementpointname")
	case "DSTFlag", "repeatHourFlag":
		out = append(out, "repeatedhourflag")
	case "deliveryInt":
		out = append(out, "deliveryinterval")
	}
	return out
}

// squeeze keeps the letters and digits of a header, in lower case: files differ
// in blanks ("DSTFlag    "), case and underscores.
func squeeze(header string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, header)
}

// matchLayout finds the product that a header belongs to, and the places of its
// columns.
func matchLayout(header []string) (Product, map[string]int, bool) {
	at := make(map[string]int, len(header))
	for i, h := range header {
		at[squeeze(h)] = i
	}
	for _, p := range layouts() {
		if columns, ok := place(p, at); ok {
			return p, columns, true
		}
	}
	return Product{}, nil, false
}

func place(p Product, at map[string]int) (map[string]int, bool) {
	columns := make(map[string]int, len(p.columns))
	find := func(column string) bool {
		for _, s := range spellings(column) {
			if i, ok := at[s]; ok {
				name, _, _ := strings.Cut(column, "|")
				columns[name] = i
				return true
			}
		}
		return false
	}
	for _, column := range p.columns {
		if !find(column) {
			return nil, false
		}
	}
	for _, column := range p.optional {
		find(column)
	}
	return columns, true
}

// Read reads a file of ERCOT's history: CSV, gzip of it, zip of CSV files (also
// zip of zips) or a yearly workbook, plain or zipped. Name is the file's name,
// for errors and for the second pass of the repeated hour, which some files
// tell by "xhr" in it. See [ReadCSV] for what becomes of the rows.
func Read(r io.Reader, name string) ([]market.Observation, error) {
	body, err := readBounded(r, name)
	if err != nil {
		return nil, err
	}
	return File{Name: name, Body: body}.Read()
}

func readFile(f File, b bounds) ([]market.Observation, error) {
	switch {
	case bytes.HasPrefix(f.Body, []byte{0x1f, 0x8b}):
		plain, err := gunzip(f)
		if err != nil {
			return nil, err
		}
		return ReadCSV(bytes.NewReader(plain), f.Name)
	case isWorkbook(f.Body):
		return ReadWorkbook(bytes.NewReader(f.Body), f.Name)
	case isZip(f.Body):
		files, err := unpack(f, b)
		if err != nil {
			return nil, err
		}
		return readFiles(files, b)
	}
	return ReadCSV(bytes.NewReader(f.Body), f.Name)
}

func readFiles(files []File, b bounds) ([]market.Observation, error) {
	var out []market.Observation
	var bad faults
	for _, f := range files {
		read, err := readFile(f, b)
		if err != nil {
			bad.add(err)
		}
		out = append(out, read...)
	}
	return out, bad.err()
}

func gunzip(f File) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(f.Body))
	if err != nil {
		return nil, fmt.Errorf("%s: not a gzip file: %w", f.Name, err)
	}
	defer z.Close()
	return readBounded(z, f.Name)
}

func readBounded(r io.Reader, name string) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(body) > maxFile {
		return nil, fmt.Errorf("%s: larger than the limit of %d bytes", name, maxFile)
	}
	return body, nil
}

// ReadCSV reads one of ERCOT's CSV files, recognised by its header: real-time
// and day-ahead settlement point prices (daily and yearly layout), LMPs of
// dispatch runs, and capacity prices. Prices become known when they were
// published: two minutes after a 15-minute interval, 13:30 Central of the day
// before for the day-ahead market, the time of the run for dispatch. Fetched is
// the same, as the moment of the import says nothing of that. Rows that do not
// parse are reported in the error beside the good ones. A header of no known
// layout is [ErrLayout].
func ReadCSV(r io.Reader, name string) ([]market.Observation, error) {
	within := &io.LimitedReader{R: r, N: maxFile + 1}
	reader := csv.NewReader(within)
	reader.FieldsPerRecord = -1
	reader.TrimLeadingSpace = true
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w: the file is empty", name, ErrLayout)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p, columns, ok := matchLayout(header)
	if !ok {
		return nil, fmt.Errorf("%s: %w: its columns are %s", name, ErrLayout, Excerpt([]byte(strings.Join(header, ", "))))
	}
	t := &table{name: name, columns: columns, first: 2, second: secondPass(name)}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		t.rows = append(t.rows, cells)
	}
	if within.N == 0 {
		return nil, fmt.Errorf("%s: larger than the limit of %d bytes", name, maxFile)
	}
	return t.history(p)
}

func secondPass(name string) bool { return strings.Contains(strings.ToLower(name), "xhr") }

// history reads the rows of a file of the past.
func (t *table) history(p Product) ([]market.Observation, error) {
	read, err := t.read(p)
	kept := read[:0]
	var bad faults
	for _, o := range read {
		o.Source, o.Fetched, o.Known = p.Source(), o.Published, o.Published
		if err := o.Check(); err != nil {
			bad.add(fmt.Errorf("%s: %w", t.name, err))
			continue
		}
		kept = append(kept, o)
	}
	return kept, errors.Join(err, bad.err())
}
