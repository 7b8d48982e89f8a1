package layout

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

const (
	headerWithin   = 10       // rows at the top of a sheet that may come before the header
	unzipWorkbook  = 1 << 30  // bytes of all sheets
	inMemorySheets = 64 << 20 // bytes of a sheet beyond which it is read from disk
)

// ReadWorkbook reads a yearly workbook of ERCOT's history: one sheet a month,
// each with the header of a known layout; sheets of months to come are empty
// and the last row can be a footer. See [ReadCSV] for what becomes of the rows.
func ReadWorkbook(r io.Reader, name string) ([]market.Observation, error) {
	book, err := excelize.OpenReader(r, excelize.Options{
		RawCellValue: true, UnzipSizeLimit: unzipWorkbook, UnzipXMLSizeLimit: inMemorySheets,
	})
	if err != nil {
		return nil, fmt.Errorf("%s: not a workbook: %w", name, err)
	}
	var out []market.Observation
	var bad faults
	known := false
	for _, sheet := range book.GetSheetList() {
		read, ok, err := readSheet(book, sheet, name)
		if err != nil {
			bad.add(err)
		}
		known = known || ok
		out = append(out, read...)
	}
	if !known && bad.err() == nil {
		bad.add(fmt.Errorf("%s: %w: no sheet has a header that is known", name, ErrLayout))
	}
	if err := book.Close(); err != nil {
		bad.add(fmt.Errorf("%s: closing: %w", name, err))
	}
	return out, bad.err()
}

// readSheet reads one sheet; known is false when it has no header of a known
// layout.
func readSheet(book *excelize.File, sheet, file string) (read []market.Observation, known bool, err error) {
	name := file + " sheet " + sheet
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", name, err)
	}
	var (
		p Product
		t = &table{name: name, second: secondPass(file)}
	)
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, known, errors.Join(fmt.Errorf("%s row %d: %w", name, number, err), rows.Close())
		}
		switch {
		case !known && number > headerWithin:
			return nil, false, rows.Close()
		case !known:
			p, t.columns, known = matchLayout(cells)
			t.first = number + 1
		default:
			t.rows = append(t.rows, t.tidy(cells))
		}
	}
	if err := errors.Join(rows.Error(), rows.Close()); err != nil || !known {
		return nil, known, err
	}
	t.dropTail()
	read, err = t.history(p)
	return read, true, err
}

// tidy trims cells, fills the row up to the last column that is read (trailing
// empty cells are not stored) and writes a date that is stored as a number of
// days as text.
func (t *table) tidy(cells []string) []string {
	width := 0
	for _, i := range t.columns {
		width = max(width, i+1)
	}
	out := make([]string, max(width, len(cells)))
	for i, cell := range cells {
		out[i] = strings.TrimSpace(cell)
	}
	day, ok := t.columns["deliveryDate"]
	if !ok {
		return out
	}
	if serial, err := strconv.ParseFloat(out[day], 64); err == nil {
		if date, err := excelize.ExcelDateToTime(serial, false); err == nil {
			out[day] = date.Format(time.DateOnly)
		}
	}
	return out
}

// dropTail removes empty rows and a footer, which fills one cell, from the end.
func (t *table) dropTail() {
	for len(t.rows) > 0 {
		filled := 0
		for _, cell := range t.rows[len(t.rows)-1] {
			if cell != "" {
				filled++
			}
		}
		if filled > 1 {
			return
		}
		t.rows = t.rows[:len(t.rows)-1]
	}
}

// isWorkbook tells a workbook, which is a zip file too, by what is in it.
func isWorkbook(body []byte) bool {
	if !isZip(body) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return false
	}
	for _, f := range z.File {
		if f.Name == "xl/workbook.xml" {
			return true
		}
	}
	return false
}
