package secagg

import (
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"slices"
)

// Phase is a step of an attempt, named after the message that a member sends in
// it.
type Phase uint8

// The steps in their order.
const (
	Joining Phase = iota
	Keying
	Sharing
	Masking
	Agreeing
	Unmasking
	Finished
)

// String names the step.
func (p Phase) String() string {
	names := [...]string{"join", "keys", "shares", "masked", "agree", "unmask", "finished"}
	if int(p) < len(names) {
		return names[p]
	}
	return fmt.Sprintf("step %d", uint8(p))
}

// Kinds of messages; those of members are 16 plus the step, and those that the
// server sends before a step 32 plus it.
func kindOf(p Phase) byte { return 16 + byte(p) }

func kindBefore(p Phase) byte { return 32 + byte(p) }

// sealMessage signs a member's message.
func sealMessage(p Phase, context [32]byte, body []byte, key ed25519.PrivateKey) []byte {
	return append(body, ed25519.Sign(key, signed(p.String(), context, body))...)
}

// openMessage checks whose a message is, and gives its fields after the member.
func openMessage(p Phase, context [32]byte, raw []byte, roster []Identity) (member int, r *reader, err error) {
	at := len(raw) - ed25519.SignatureSize
	if at < 0 {
		return 0, nil, fmt.Errorf("%s: %w", p, ErrMalformed)
	}
	r = open(kindOf(p), raw[:at])
	member = r.u32()
	if r.bad || member >= len(roster) {
		return 0, nil, fmt.Errorf("%s: %w", p, ErrMalformed)
	}
	if !ed25519.Verify(roster[member].Key, signed(p.String(), context, raw[:at]), raw[at:]) {
		return 0, nil, fmt.Errorf("%s of %s: %w", p, roster[member].Name, ErrSignature)
	}
	return member, r, nil
}

func message(p Phase, member int) writer {
	w := start(kindOf(p))
	w.u32(member)
	return w
}

// list packs messages of members, in their order.
func list(p Phase, all [][]byte) []byte {
	w := start(kindBefore(p))
	w.u32(len(all))
	for _, raw := range all {
		w.long(raw)
	}
	return w
}

func unlist(p Phase, raw []byte, most int) ([][]byte, error) {
	r := open(kindBefore(p), raw)
	n := r.count(maxMembers, 4)
	all := make([][]byte, 0, n)
	for range n {
		all = append(all, r.long(most))
	}
	return all, r.end("list before " + p.String())
}

// The most bytes of a join and of keys.
const (
	maxJoin = 256
	maxKeys = 512 + CompleteUpTo*encLen
)

// nonceCommit hides a nonce until all are committed.
func nonceCommit(terms [32]byte, member int, nonce [32]byte) [32]byte {
	w := writer{}
	w.long([]byte(domain + "nonce"))
	w.raw(terms[:])
	w.u32(member)
	w.raw(nonce[:])
	return sha256.Sum256(w)
}

// seedCommit lets the server tell a wrong seed from the right one.
func seedCommit(seed secret) [32]byte {
	w := writer{}
	w.long([]byte(domain + "seed"))
	w.raw(seed[:])
	return sha256.Sum256(w)
}

// joined is what a member's join says.
type joined struct {
	member int
	commit [32]byte // to its nonce
	box    []byte   // its key for encapsulations
	raw    []byte
}

func encodeJoin(j joined) writer {
	w := message(Joining, j.member)
	w.raw(j.commit[:])
	w.raw(j.box)
	return w
}

func readJoin(r *reader, member int) (joined, error) {
	j := joined{member: member, commit: r.hash(), box: r.raw(32)}
	return j, r.end("join")
}

// readJoins reads who joined a roster of n, in order. Signatures are not looked at:
// who shows keys afterwards signs the digest of all joins, and shows none where its
// own is not among them as it sent it; and joins of others are of no consequence.
func readJoins(joins []byte, n int) ([]joined, error) {
	all, err := unlist(Keying, joins, maxJoin)
	if err != nil {
		return nil, err
	}
	out := make([]joined, 0, len(all))
	for _, raw := range all {
		if len(raw) < ed25519.SignatureSize {
			return nil, fmt.Errorf("joins: %w", ErrMalformed)
		}
		r := open(kindOf(Joining), raw[:len(raw)-ed25519.SignatureSize])
		j, err := readJoin(r, r.u32())
		if err != nil || j.member >= n || len(out) > 0 && j.member <= out[len(out)-1].member {
			return nil, fmt.Errorf("joins: %w", ErrMalformed)
		}
		j.raw = raw
		out = append(out, j)
	}
	return out, nil
}

func placeOf(all []joined, member int) (int, bool) {
	return slices.BinarySearchFunc(all, member, func(j joined, m int) int { return j.member - m })
}

// announcement is a member's message of keys.
type announcement struct {
	member           int
	nonce            [32]byte
	mask             []byte
	seed, joinDigest [32]byte
	encs             [][]byte // to those that channelsOf names
}

// channelsOf is to whom a member makes channels when it shows its keys, in order,
// where all of a roster of n are neighbours: of each pair one does, and each does
// for half of the others.
func channelsOf(member int, all []joined, n int) (to []int) {
	if !complete(n) {
		return nil
	}
	for _, j := range all {
		if odd := (member+j.member)%2 == 1; j.member != member && (member < j.member) == odd {
			to = append(to, j.member)
		}
	}
	return to
}

func (a announcement) encode() writer {
	w := message(Keying, a.member)
	w.raw(a.nonce[:])
	w.raw(a.mask)
	w.raw(a.seed[:])
	w.raw(a.joinDigest[:])
	w.u32(len(a.encs))
	for _, enc := range a.encs {
		w.raw(enc)
	}
	return w
}

func openAnnouncement(terms Terms, digest [32]byte, raw []byte) (a announcement, err error) {
	member, r, err := openMessage(Keying, digest, raw, terms.Roster)
	if err != nil {
		return a, err
	}
	a = announcement{member: member, nonce: r.hash(), mask: r.raw(32), seed: r.hash(), joinDigest: r.hash()}
	for range r.count(CompleteUpTo, encLen) {
		a.encs = append(a.encs, r.raw(encLen))
	}
	return a, r.end("keys")
}

// contextOf is that of an attempt: the terms, and what every member announced.
func contextOf(terms [32]byte, announced [][]byte) [32]byte {
	h := sha256.New()
	w := writer{}
	w.long([]byte(domain + "context"))
	w.raw(terms[:])
	w.u32(len(announced))
	for _, raw := range announced {
		w.long(raw)
	}
	h.Write(w)
	return [32]byte(h.Sum(nil))
}

// digestOf names a masked vector.
func digestOf(body []byte) [32]byte { return sha256.Sum256(body) }

// Included is a member whose masked vector is in the sum, with that vector's
// SHA-256.
type Included struct {
	Member int
	Digest [32]byte
}

func encodeSurvivors(all []Included) []byte {
	w := start(kindBefore(Agreeing))
	w.u32(len(all))
	for _, s := range all {
		w.u32(s.Member)
		w.raw(s.Digest[:])
	}
	return w
}

func decodeSurvivors(raw []byte) ([]Included, error) {
	r := open(kindBefore(Agreeing), raw)
	n := r.count(maxMembers, 36)
	all := make([]Included, 0, n)
	for i := range n {
		s := Included{Member: r.u32(), Digest: r.hash()}
		if i > 0 && s.Member <= all[i-1].Member {
			r.bad = true
		}
		all = append(all, s)
	}
	return all, r.end("list of survivors")
}
