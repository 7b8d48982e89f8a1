package work

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Quantum of multipliers and weights in what leaves show; voltages, powers and
// angles have [Quantum].
const dualQuantum = 1e-6

// appendQuanta writes numbers, 8 bytes each, rounded to a quantum.
func appendQuanta(out []byte, quantum float64, values ...float64) []byte {
	const most = 9e18
	for _, v := range values {
		out = binary.BigEndian.AppendUint64(out, uint64(int64(math.Round(max(-most, min(most, v/quantum))))))
	}
	return out
}

// reader reads what was written so. What is not there is remembered and reads as
// zero.
type reader struct {
	raw    []byte
	failed bool
}

func (r *reader) quanta(n int, quantum float64) []float64 {
	if n < 0 || n > len(r.raw)/8 {
		r.failed = true
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(int64(binary.BigEndian.Uint64(r.raw[8*i:]))) * quantum
	}
	r.raw = r.raw[8*n:]
	return out
}

// count reads a number of things of so many bytes each, no more than can follow.
func (r *reader) count(size int) int {
	if len(r.raw) < 4 {
		r.failed = true
		return 0
	}
	n := int(binary.BigEndian.Uint32(r.raw))
	r.raw = r.raw[4:]
	if n > len(r.raw)/size {
		r.failed = true
		return 0
	}
	return n
}

// end says whether all was there, and no more.
func (r *reader) end() error {
	if r.failed || len(r.raw) > 0 {
		return fmt.Errorf("%w: what the leaf shows is not of the length that it should be", ErrWrong)
	}
	return nil
}
