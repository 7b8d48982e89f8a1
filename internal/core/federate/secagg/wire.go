package secagg

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// version is that of every message and signature. Version 1 sealed shares under an
// encapsulation for each direction and agreed by signatures alone.
const version = 2

// ErrMalformed is a message whose bytes are none of this protocol.
var ErrMalformed = errors.New("malformed message")

// writer appends fields in one canonical form: what is signed is what is sent.
type writer []byte

func (w *writer) u8(v byte)     { *w = append(*w, v) }
func (w *writer) u32(v int)     { *w = binary.BigEndian.AppendUint32(*w, uint32(v)) }
func (w *writer) u64(v uint64)  { *w = binary.BigEndian.AppendUint64(*w, v) }
func (w *writer) raw(b []byte)  { *w = append(*w, b...) }
func (w *writer) long(b []byte) { w.u32(len(b)); w.raw(b) }

// reader takes fields off; after the first that is not there it only gives zeros.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) raw(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.bad = true
		r.rest = nil
		return make([]byte, min(max(n, 0), 64))
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) u8() byte       { return r.raw(1)[0] }
func (r *reader) u32() int       { return int(binary.BigEndian.Uint32(r.raw(4))) }
func (r *reader) u64() uint64    { return binary.BigEndian.Uint64(r.raw(8)) }
func (r *reader) hash() [32]byte { return [32]byte(r.raw(32)) }

// long is a field with its length before it, most bytes at most.
func (r *reader) long(most int) []byte {
	n := r.u32()
	if n > most {
		r.bad = true
		return nil
	}
	if r.bad {
		return nil
	}
	return r.raw(n)
}

// count is the number of records of at least size bytes that follow.
func (r *reader) count(most, size int) int {
	n := r.u32()
	if n > most || n*size > len(r.rest) {
		r.bad = true
		return 0
	}
	return n
}

// end is nil where everything was there and nothing is left.
func (r *reader) end(what string) error {
	if r.bad || len(r.rest) > 0 {
		return fmt.Errorf("%s: %w", what, ErrMalformed)
	}
	return nil
}

// open starts reading a message of a kind.
func open(kind byte, raw []byte) *reader {
	r := &reader{rest: raw}
	if r.u8() != version || r.u8() != kind {
		r.bad = true
	}
	return r
}

// start begins a message of a kind.
func start(kind byte) writer { return writer{version, kind} }
