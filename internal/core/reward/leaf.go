// Package reward says what a day earns on the chain: the lines of a day's
// rewards and the tree that commits them, and the energy that a site did not
// draw, metered against a baseline, which certificates are made from.
//
// It is not for proposing or claiming anything (service/certifier) nor for
// money (core/settle): a certificate states kWh, and promises no price.
package reward

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Account is an account on the chain.
type Account [20]byte

// MarshalText writes the account in hexadecimal behind 0x.
func (a Account) MarshalText() ([]byte, error) {
	return []byte("0x" + hex.EncodeToString(a[:])), nil
}

// UnmarshalText reads what MarshalText writes.
func (a *Account) UnmarshalText(text []byte) error {
	raw, err := hex.DecodeString(strings.TrimPrefix(string(text), "0x"))
	if err != nil || len(raw) != len(a) {
		return fmt.Errorf("account %.50q: want 0x and 40 hexadecimal digits", text)
	}
	copy(a[:], raw)
	return nil
}

// Leaf is a line of a day's rewards, as GridOptimizationRewards reads it. With
// N = 0 it pays the task WorkHash; otherwise it cites metered energy of N control
// intervals from Start, whose signed claim has the hash WorkHash, and pays
// nothing.
type Leaf struct {
	Epoch    uint32       `json:"epoch"` // UTC day, days since 1970-01-01
	Index    uint32       `json:"index"`
	Account  Account      `json:"account"`
	Site     uint64       `json:"site_number"`
	Start    uint32       `json:"start_interval"`
	N        uint16       `json:"intervals"`
	KWh      uint64       `json:"kwh"`
	Method   proof.Hash   `json:"method"`
	WorkHash proof.Hash   `json:"work_hash"`
	Amount   proof.Amount `json:"amount_wei"`
}

// Encode is the ABI encoding of the contract's struct.
func (l Leaf) Encode() []byte {
	out := make([]byte, 0, 10*32)
	word := func(v uint64) {
		out = append(out, make([]byte, 24)...)
		out = binary.BigEndian.AppendUint64(out, v)
	}
	word(uint64(l.Epoch))
	word(uint64(l.Index))
	out = append(append(out, make([]byte, 12)...), l.Account[:]...)
	word(l.Site)
	word(uint64(l.Start))
	word(uint64(l.N))
	word(l.KWh)
	out = append(append(out, l.Method[:]...), l.WorkHash[:]...)
	out = append(out, make([]byte, 16)...)
	out = binary.BigEndian.AppendUint64(out, l.Amount.Hi)
	return binary.BigEndian.AppendUint64(out, l.Amount.Lo)
}

// Node is the leaf in the day's tree.
func (l Leaf) Node() proof.SumNode {
	return proof.SumNode{Hash: proof.Leaf(l.Encode()), Sum: l.Amount}
}

// Day is what was sealed for one UTC day: its leaves by index, and the claims
// that the metered ones cite, by the same index.
type Day struct {
	Epoch  uint32          `json:"epoch"`
	Leaves []Leaf          `json:"leaves"`
	Claims map[uint32]Made `json:"claims"`
}

// Made is a claim as its meter signed it.
type Made struct {
	Claim     Claim    `json:"claim"`
	Baseline  Baseline `json:"baseline"`
	Signature []byte   `json:"signature"`
	// Supersedes says that it takes the place of the provisional certificate of
	// the same intervals.
	Supersedes bool `json:"supersedes,omitempty"`
}

// ErrNothing is returned for the tree of a day without leaves.
var ErrNothing = errors.New("the day has no rewards")

// Tree is the tree of the day's leaves.
func (d Day) Tree() (*proof.SumTree, error) {
	if len(d.Leaves) == 0 {
		return nil, fmt.Errorf("day %d: %w", d.Epoch, ErrNothing)
	}
	nodes := make([]proof.SumNode, 0, len(d.Leaves))
	for i, l := range d.Leaves {
		if int(l.Index) != i || l.Epoch != d.Epoch {
			return nil, fmt.Errorf("day %d: leaf %d says that it is leaf %d of day %d", d.Epoch, i, l.Index, l.Epoch)
		}
		nodes = append(nodes, l.Node())
	}
	return proof.NewSumTree(nodes)
}

// EpochOf is the UTC day of a moment.
func EpochOf(t time.Time) uint32 { return uint32(t.Unix() / 86_400) }

// StartOf is the start of a UTC day.
func StartOf(epoch uint32) time.Time { return time.Unix(int64(epoch)*86_400, 0).UTC() }

// Standing is where a day stands on the chain.
type Standing struct {
	Status   Status
	Root     proof.Hash
	Count    uint32
	ClosesAt time.Time // of the challenge window
	Attempt  uint32    // proposals that were struck down
}

// Status is a day's, as the contract numbers it.
type Status uint8

// The states of a day.
const (
	None Status = iota
	Proposed
	Final
)

// String names the status.
func (s Status) String() string {
	switch s {
	case Proposed:
		return "proposed"
	case Final:
		return "final"
	}
	return "open"
}
