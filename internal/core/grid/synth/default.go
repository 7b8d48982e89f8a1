package synth

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

//go:embed default.m.gz
var packedDefault []byte

// DefaultName is the name of the default network, as decisions cite it.
const DefaultName = "synth2000_1"

// Default is the network of Options{}: 2,000 buses at ERCOT's record demand.
// It takes seconds to make and milliseconds to read, so it is kept as a file; a
// test makes it anew and compares.
func Default() (*grid.Case, error) {
	src, err := unpack(packedDefault)
	if err != nil {
		return nil, fmt.Errorf("unpack the default network: %w", err)
	}
	return grid.ReadCase(DefaultName+".m", src)
}

func unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
