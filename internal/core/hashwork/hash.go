package hashwork

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
)

// Hash is a double SHA-256 in the byte order in which it is computed.
type Hash [sha256.Size]byte

// String is the hash as block explorers print it: hex, most significant byte
// first.
func (h Hash) String() string {
	slices.Reverse(h[:])
	return hex.EncodeToString(h[:])
}

// Double is the SHA-256 of the SHA-256 of data.
func Double(data []byte) Hash {
	first := sha256.Sum256(data)
	return sha256.Sum256(first[:])
}

// number is the hash as a number, in the form of a target.
func (h *Hash) number() Target {
	var t Target
	for i := range t {
		t[i] = binary.LittleEndian.Uint64(h[24-8*i:])
	}
	return t
}

// Solves reports whether the hash, as a number, is at most the target.
func (h *Hash) Solves(t Target) bool {
	n := h.number()
	for i := range n {
		if n[i] != t[i] {
			return n[i] < t[i]
		}
	}
	return true
}

// Difficulty is the difficulty that the hash would just have solved.
func (h *Hash) Difficulty() float64 { return h.number().Difficulty() }

// HeaderSize is a block header's length in bytes.
const HeaderSize = 80

// Header is a block's header, of which the proof of work is made.
type Header struct {
	Version  uint32
	Previous Hash
	Root     Hash // of the merkle tree over the transactions
	Time     uint32
	Bits     uint32 // the network's target, compact
	Nonce    uint32
}

// Bytes is the header as it is hashed and sent.
func (h *Header) Bytes() [HeaderSize]byte {
	var raw [HeaderSize]byte
	binary.LittleEndian.PutUint32(raw[0:], h.Version)
	copy(raw[4:], h.Previous[:])
	copy(raw[36:], h.Root[:])
	binary.LittleEndian.PutUint32(raw[68:], h.Time)
	binary.LittleEndian.PutUint32(raw[72:], h.Bits)
	binary.LittleEndian.PutUint32(raw[76:], h.Nonce)
	return raw
}

// Hash is the block's hash.
func (h *Header) Hash() Hash {
	raw := h.Bytes()
	return Double(raw[:])
}
