package secagg

import (
	"crypto/ed25519"
	"encoding/binary"
)

// Input is a member's vector, written where its masked message is made: room for
// the head stands before the words, and for the signature behind them. Masking it
// uses it up.
type Input struct{ wire []byte }

// maskedHead is the size of what stands before the words: version, kind, member
// and length.
const maskedHead = 1 + 1 + 4 + 4

// line is the size of a line of cache.
const line = 64

// NewInput has room for a vector of a length, and no words yet. Words begin with a
// line of cache, since memory of this size begins with one.
func NewInput(length int) Input {
	room := make([]byte, line+4*length+ed25519.SignatureSize)
	return Input{room[line-maskedHead : line]}
}

// InputOf is a vector of these words.
func InputOf(words []uint32) Input {
	in := NewInput(len(words))
	for _, v := range words {
		in.wire = binary.LittleEndian.AppendUint32(in.wire, v)
	}
	return in
}

// Len is the number of words.
func (in Input) Len() int { return len(in.bytes()) / 4 }

// Words are a copy of the words.
func (in Input) Words() []uint32 {
	out := make([]uint32, in.Len())
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(in.bytes()[4*i:])
	}
	return out
}

// bytes are the words, in little-endian order.
func (in Input) bytes() []byte {
	if len(in.wire) < maskedHead {
		return nil
	}
	return in.wire[maskedHead:]
}
