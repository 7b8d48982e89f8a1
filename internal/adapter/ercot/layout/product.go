// Package layout turns the bytes of ERCOT's reports into observations: the
// tables of the Public API's query answers, CSV files and yearly workbooks,
// zip archives of them, listings, and the dashboards' pages. It knows the
// columns of each report by name and the ways in which they write time.
//
// It asks nobody for anything, and it does not decide what is worth asking:
// that is the work of package ercot.
package layout

import (
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Product is a report: where the Public API has it, the columns that are read
// of it, and how a row becomes observations. A column is known by name, never
// by position; "a|b" is a column that has been renamed from a to b, and is read
// as a.
type Product struct {
	Path string // under the API's base URL

	columns  []string
	optional []string // read where present
	download int      // documents the archive gives per request
	read     func(r *row) []market.Observation
}

// defaultDownload is the documents per request where a product's limit is not
// known: the least that the inventory names.
const defaultDownload = 50

// Source is the product's name in observations, such as "ercot/np6-905-cd".
func (p Product) Source() string {
	emil, _, _ := strings.Cut(strings.TrimPrefix(p.Path, "/"), "/")
	return "ercot/" + emil
}

// Columns are the columns that every answer must have; "a|b" is either.
func (p Product) Columns() []string { return slices.Clone(p.columns) }

// ByRun reports whether the product is kept by dispatch run, not by delivery
// date.
func (p Product) ByRun() bool { return slices.Contains(p.columns, "SCEDTimestamp") }

// DownloadLimit is how many documents ERCOT gives per archive request of a
// product, which is named by its EMIL id such as "np6-905-cd".
func DownloadLimit(emil string) int {
	for _, p := range slices.Concat(layouts(), Corrections()) {
		if strings.EqualFold(p.Source(), "ercot/"+emil) && p.download > 0 {
			return p.download
		}
	}
	return defaultDownload
}
