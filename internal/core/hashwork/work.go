package hashwork

import (
	"crypto/sha256"
	"encoding"
)

// VersionMask says which bits of a header's version a miner may choose.
type VersionMask uint32

// GeneralPurpose is the mask that BIP 320 sets aside for miners.
const GeneralPurpose VersionMask = 0x1fffe000

// Roll is the version with the miner's bits put in, and false where the bits
// lie outside of the mask.
func (m VersionMask) Roll(version, bits uint32) (uint32, bool) {
	return version&^uint32(m) | bits&uint32(m), bits&^uint32(m) == 0
}

// Work is what a pool asks machines to hash. The coinbase is in two parts
// around the extranonces.
type Work struct {
	Coinbase1, Coinbase2 []byte
	Branch               []Hash // siblings of the coinbase on its way to the root
	Previous             Hash
	Version              uint32
	Bits                 uint32 // the network's target, compact
	Time                 uint32 // Unix seconds
}

// Solution is what a miner chose: the rest of the work's header.
type Solution struct {
	Extranonce1, Extranonce2 []byte
	Version                  uint32 // whole, rolled
	Time                     uint32 // Unix seconds
	Nonce                    uint32
}

// usualCoinbase is a length in bytes that few coinbases exceed; one that does
// costs an allocation.
const usualCoinbase = 768

// Header is the header that the solution makes of the work.
func (w *Work) Header(s *Solution) Header {
	var room [usualCoinbase]byte
	coinbase := append(room[:0], w.Coinbase1...)
	coinbase = append(coinbase, s.Extranonce1...)
	coinbase = append(coinbase, s.Extranonce2...)
	coinbase = append(coinbase, w.Coinbase2...)
	return Header{
		Version: s.Version, Previous: w.Previous, Root: Root(Double(coinbase), w.Branch),
		Time: s.Time, Bits: w.Bits, Nonce: s.Nonce,
	}
}

// Hash is the hash that the solution makes of the work.
func (w *Work) Hash(s *Solution) Hash {
	h := w.Header(s)
	return h.Hash()
}

// Root climbs from the first transaction's hash along its branch to the root of
// the merkle tree.
//
// Four fifths of a share's hashing are here, and of these a third would be what
// sha256.Sum256 does around its blocks. So one hash is used for the whole climb
// and fed messages that bring their padding (FIPS 180-4, 5.1.1): its state after
// them is their digest. It stays on the stack as long as it is made and used in
// one function.
func Root(coinbase Hash, branch []Hash) Hash {
	h := sha256.New()
	state := h.(encoding.BinaryAppender) // sha256.New says so
	var room [stateSize]byte
	var pair [2 * sha256.BlockSize]byte
	pair[64], pair[126] = 0x80, 2 // a bit, and the length of 512 bits
	var single [sha256.BlockSize]byte
	single[32], single[62] = 0x80, 1 // a bit, and the length of 256 bits
	for i := range branch {
		copy(pair[:32], coinbase[:])
		copy(pair[32:64], branch[i][:])
		h.Reset()
		h.Write(pair[:])
		after, _ := state.AppendBinary(room[:0]) // a hash in memory never fails
		copy(single[:32], after[stateMagic:])
		h.Reset()
		h.Write(single[:])
		after, _ = state.AppendBinary(room[:0])
		copy(coinbase[:], after[stateMagic:])
	}
	return coinbase
}

// The state of a hash as the standard library writes it and promises to go on
// reading: four bytes that name it, its eight words, a block and a length.
const (
	stateMagic = 4
	stateSize  = stateMagic + sha256.Size + sha256.BlockSize + 8
)

// Branch is the siblings of the first transaction on its way to the root, given
// the hashes of all the others in their order.
func Branch(others []Hash) []Hash {
	var branch []Hash
	level := append([]Hash{{}}, others...)
	var pair [2 * sha256.Size]byte
	for len(level) > 1 {
		branch = append(branch, level[1])
		if len(level)%2 == 1 {
			level = append(level, level[len(level)-1]) // Bitcoin pairs the odd one with itself
		}
		for i := range len(level) / 2 {
			copy(pair[:], level[2*i][:])
			copy(pair[sha256.Size:], level[2*i+1][:])
			level[i] = Double(pair[:])
		}
		level = level[:len(level)/2]
	}
	return branch
}
