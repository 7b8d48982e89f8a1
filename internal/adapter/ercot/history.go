package ercot

import (
	"io"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// ErrLayout is the error for a file whose columns are of no report that is
// known.
var ErrLayout = layout.ErrLayout

// ReadCSV reads one of ERCOT's CSV files, recognised by its header; see
// [layout.ReadCSV].
func ReadCSV(r io.Reader, name string) ([]market.Observation, error) { return layout.ReadCSV(r, name) }

// Read reads a file of ERCOT's history, whether CSV, gzip, zip or workbook; see
// [layout.Read].
func Read(r io.Reader, name string) ([]market.Observation, error) { return layout.Read(r, name) }
