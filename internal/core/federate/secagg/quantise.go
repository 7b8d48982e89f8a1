package secagg

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg/words"
)

// Quantiser turns reals into integers of the ring of 32-bit words and sums back.
//
// A coordinate x in [-Bound, Bound] becomes floor(x/step + u) with u uniform in
// [0, 1), so that it is right in expectation and off by less than a step; step is
// Bound / (2^(Bits-1) - 1). A sum of n of them is within n (2^(Bits-1) - 1), which
// [Terms.Check] keeps below 2^31: no sum wraps.
type Quantiser struct {
	Bits  int
	Bound float64
}

func (q Quantiser) top() float64 { return float64(int64(1)<<(q.Bits-1) - 1) }

// Step is the size of one unit.
func (q Quantiser) Step() float64 { return q.Bound / q.top() }

// Check refuses a quantiser without a range.
func (q Quantiser) Check() error {
	if q.Bits < 2 || q.Bits > MaxBits || !(q.Bound > 0) || math.IsInf(q.Bound, 0) {
		return fmt.Errorf("quantiser: %d bits over %v, want 2 to %d bits over a positive range", q.Bits, q.Bound, MaxBits)
	}
	return nil
}

// Encode appends scale times x, quantised, to a vector. What is then outside the
// range is an error, since clipping is the caller's and has to be known to have
// happened.
func (q Quantiser) Encode(to Input, x []float32, scale float64, random io.Reader) (Input, error) {
	if err := q.Check(); err != nil {
		return Input{}, err
	}
	rounding := words.Rounding{Per: scale / q.Step(), Top: int32(q.top())}
	// The random bits are those of a stream whose key random gives.
	var key [16]byte
	if _, err := io.ReadFull(random, key[:]); err != nil {
		return Input{}, fmt.Errorf("quantise: %w", err)
	}
	stream := newStream(key[:])
	var made, zero [chunk]byte
	for len(x) > 0 {
		n := min(len(x), chunk/2)
		draws := made[:2*n]
		stream.fill(draws, zero[:2*n])
		from := len(to.wire)
		to.wire = slices.Grow(to.wire, 4*n)[:from+4*n]
		if bad := rounding.Round(to.wire[from:], x[:n], draws); bad >= 0 {
			return Input{}, fmt.Errorf("quantise: a coordinate is %v, outside ±%v", scale*float64(x[bad]), q.Bound)
		}
		x = x[n:]
	}
	return to, nil
}

// Decode reads a sum of encoded vectors.
func (q Quantiser) Decode(sum []uint32) ([]float32, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	if len(sum) == 0 {
		return nil, errors.New("quantise: nothing to decode")
	}
	out, step := make([]float32, len(sum)), q.Step()
	for i, v := range sum {
		out[i] = float32(float64(int32(v)) * step)
	}
	return out, nil
}
