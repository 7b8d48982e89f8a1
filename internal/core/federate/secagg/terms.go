package secagg

import (
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

const (
	// MinMembers is the least number of members: below it the sum of the honest
	// ones may be that of fewer than three.
	MinMembers = 5
	// CompleteUpTo is up to how many members each is every other's neighbour.
	CompleteUpTo = 50
	maxMembers   = 2000
	maxLength    = 1 << 24
	maxName      = 128
	// MaxBits is the most bits of a quantised coordinate, its sign among them.
	MaxBits = 24
)

// Identity is a member by name and signing key.
type Identity struct {
	Name string
	Key  ed25519.PublicKey
}

// Terms are what the members of an attempt agree on before they show anything.
type Terms struct {
	Round   uint64
	Attempt [16]byte // fresh for each attempt of a round
	Model   [32]byte // hash of the global model that updates are made from
	Plan    [32]byte // hash of all else that was agreed: strategy, clipping, noise
	Length  int      // coordinates of a vector
	Bits    int      // of a quantised coordinate, its sign among them
	Roster  []Identity
}

// Threshold is how many of n holders it takes to open a share, and how many of a
// roster of n must be there to the end: more than two thirds, the bound of Bonawitz
// et al. for an active coordinator that colludes with fewer than a third.
func Threshold(n int) int { return 2*n/3 + 1 }

// Colluders is with how many members of a roster of n the coordinator may collude
// and still learn no more than the sum of the others: fewer than a third where all
// are neighbours. With fewer neighbours it is one in ten, at which the chance that
// any neighbourhood holds too many of them is below one in a million.
func Colluders(n int) int {
	if n > CompleteUpTo {
		return n / 10
	}
	return (n+2)/3 - 1
}

// Check refuses terms under which privacy or arithmetic would not hold.
func (t Terms) Check() error {
	n := len(t.Roster)
	switch {
	case n < MinMembers:
		return fmt.Errorf("roster: %d members, the sum of at least %d is needed to hide each", n, MinMembers)
	case n > maxMembers:
		return fmt.Errorf("roster: more than %d members", maxMembers)
	case t.Length < 1 || t.Length > maxLength:
		return fmt.Errorf("length: %d coordinates, want 1 to %d", t.Length, maxLength)
	case t.Bits < 2 || t.Bits > MaxBits:
		return fmt.Errorf("bits: %d, want 2 to %d", t.Bits, MaxBits)
	case t.Bits+bits.Len(uint(n)) > 32:
		return fmt.Errorf("bits: sums of %d vectors of %d bits overflow 32: take %d", n, t.Bits, 32-bits.Len(uint(n)))
	}
	for i, id := range t.Roster {
		if id.Name == "" || len(id.Name) > maxName || len(id.Key) != ed25519.PublicKeySize {
			return fmt.Errorf("roster: member %d has no proper name and key", i)
		}
		if i > 0 && t.Roster[i-1].Name >= id.Name {
			return fmt.Errorf("roster: %q is not in order, or there twice", id.Name)
		}
	}
	keys := make(map[string]bool, n)
	for _, id := range t.Roster {
		if keys[string(id.Key)] {
			return errors.New("roster: two members have the same key")
		}
		keys[string(id.Key)] = true
	}
	return nil
}

// Index is a member's place in the roster.
func (t Terms) Index(name string) (int, bool) {
	return slices.BinarySearchFunc(t.Roster, name, func(id Identity, name string) int {
		switch {
		case id.Name < name:
			return -1
		case id.Name > name:
			return 1
		}
		return 0
	})
}

const kindTerms = 1

// Encode is the canonical form.
func (t Terms) Encode() []byte {
	w := start(kindTerms)
	w.u64(t.Round)
	w.raw(t.Attempt[:])
	w.raw(t.Model[:])
	w.raw(t.Plan[:])
	w.u32(t.Length)
	w.u32(t.Bits)
	w.u32(len(t.Roster))
	for _, id := range t.Roster {
		w.long([]byte(id.Name))
		w.raw(id.Key)
	}
	return w
}

// DecodeTerms reads what [Terms.Encode] wrote, and checks it.
func DecodeTerms(raw []byte) (Terms, error) {
	if len(raw) > 0 && raw[0] != version {
		return Terms{}, fmt.Errorf("terms of version %d, this program knows %d: bring both sides to the same release: %w", raw[0], version, ErrMalformed)
	}
	r := open(kindTerms, raw)
	t := Terms{Round: r.u64(), Attempt: [16]byte(r.raw(16)), Model: r.hash(), Plan: r.hash(), Length: r.u32(), Bits: r.u32()}
	for range r.count(maxMembers, 4+ed25519.PublicKeySize) {
		t.Roster = append(t.Roster, Identity{string(r.long(maxName)), slices.Clone(r.raw(ed25519.PublicKeySize))})
	}
	if err := r.end("terms"); err != nil {
		return Terms{}, err
	}
	return t, t.Check()
}

// Digest names the terms.
func (t Terms) Digest() [32]byte { return sha256.Sum256(t.Encode()) }

// domain keeps signatures and keys of this protocol apart from all others.
const domain = "pouw-dem/secagg/v2/"

// signed is what a member signs: what it is, under which context, and the bytes.
func signed(what string, context [32]byte, body []byte) []byte {
	w := writer{}
	w.long([]byte(domain + what))
	w.raw(context[:])
	w.raw(body)
	return w
}
