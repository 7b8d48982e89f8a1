package secagg

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg/words"
)

// mask is an endless row of words, in the order in which they are added.
type mask interface {
	// fill sets b to the next bytes of it, words in little-endian order; zero is as
	// long and holds zeros.
	fill(b, zero []byte)
}

// stream is the mask that a key of AES-128 in counter mode gives.
type stream struct{ cipher.Stream }

// newStream begins a key's mask. Each key is used for one vector, so the counter
// may start at zero.
func newStream(key []byte) stream {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // a key of 16 bytes is one
	}
	return stream{cipher.NewCTR(block, make([]byte, aes.BlockSize))}
}

func (s stream) fill(b, zero []byte) { s.XORKeyStream(b, zero) }

// chunk is how many bytes of each mask are made at a time: three of them, and what
// AES needs, stay in half of a core's first cache.
const chunk = 4 << 10

// blind adds masks to a vector of little-endian words and subtracts others, in
// place.
func blind(vector []byte, plus, minus []mask) {
	var made, zero [chunk]byte
	for len(vector) > 0 {
		n := min(len(vector), chunk)
		for _, m := range plus {
			m.fill(made[:n], zero[:n])
			words.Add(vector[:n], made[:n])
		}
		for _, m := range minus {
			m.fill(made[:n], zero[:n])
			words.Sub(vector[:n], made[:n])
		}
		vector = vector[n:]
	}
}

// unblind takes masks off a vector, or puts them back, in place.
func unblind(y []uint32, m mask, back bool) {
	var made, zero [chunk]byte
	for len(y) > 0 {
		n := min(len(y), chunk/4)
		m.fill(made[:4*n], zero[:4*n])
		for i := range y[:n] {
			word := binary.LittleEndian.Uint32(made[4*i:])
			if !back {
				word = -word
			}
			y[i] += word
		}
		y = y[n:]
	}
}

// derive makes a key of n bytes for one purpose from a secret.
func derive(from []byte, purpose string, context [32]byte, between []int, n int) []byte {
	w := writer{}
	w.long([]byte(domain + purpose))
	w.raw(context[:])
	for _, m := range between {
		w.u32(m)
	}
	key, err := hkdf.Key(sha256.New, from, nil, string(w), n)
	if err != nil {
		panic(err) // as many bytes are always there
	}
	return key
}

func selfMask(seed secret, context [32]byte, member int) stream {
	return newStream(derive(seed[:], "self mask", context, []int{member}, 16))
}

// pairMask is what the lower of two members adds and the higher subtracts.
func pairMask(shared []byte, context [32]byte, one, other int) stream {
	return newStream(derive(shared, "pair mask", context, []int{min(one, other), max(one, other)}, 16))
}
