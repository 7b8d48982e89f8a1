package secagg

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// What a message is told that the server does not take.
var (
	ErrLate      = errors.New("the step is over")
	ErrNotIn     = errors.New("the member is not in this attempt any more")
	ErrDifferent = errors.New("the member sent something else before")
)

// Server is the coordinator's side of an attempt. It keeps no secret: given the
// same messages and the same closings in the same order it is the same again.
type Server struct {
	terms  Terms
	digest [32]byte
	phase  Phase
	in     map[int]bool           // members that are left
	got    [Finished]map[int]sent // by step and member
	made   [Finished][]byte       // what goes out before each step, where it is the same for all

	context   [32]byte
	announced map[int]announcement
	near      map[int][]int
	joined    []joined
	sealed    map[int]map[int][]byte // by recipient and sender
	tags      map[int]map[int][]byte // by recipient and sender
	shared    []int                  // members that shared, of whom some drop
	survivors []Included
	list      [32]byte
	sum       []uint32
}

// sent is a member's message of a step; of a masked vector the vector is kept.
type sent struct {
	digest [32]byte // that tells the message from others
	raw    []byte   // nil for a masked vector
	vector []uint32
	named  [32]byte // digest that the list of survivors names a masked vector by
}

// NewServer opens an attempt.
func NewServer(terms Terms) (*Server, error) {
	if err := terms.Check(); err != nil {
		return nil, err
	}
	s := &Server{terms: terms, digest: terms.Digest(), in: map[int]bool{}}
	for i := range terms.Roster {
		s.in[i] = true
	}
	for p := range s.got {
		s.got[p] = map[int]sent{}
	}
	return s, nil
}

// Phase is the step whose messages are taken now.
func (s *Server) Phase() Phase { return s.phase }

// Need is how many members must be there at each step.
func (s *Server) Need() int { return Threshold(len(s.terms.Roster)) }

// Got is who has sent the message of a step, in order.
func (s *Server) Got(p Phase) []int {
	if p >= Finished {
		return nil
	}
	return ordered(s.got[p])
}

// Expected is who may send a message in the step that is due.
func (s *Server) Expected() []int { return ordered(s.in) }

func ordered[V any](by map[int]V) []int {
	out := make([]int, 0, len(by))
	for m := range by {
		out = append(out, m)
	}
	slices.Sort(out)
	return out
}

// Receive takes a member's message of the step that is due. The same message again
// changes nothing, and is no error in later steps either.
func (s *Server) Receive(p Phase, raw []byte) (member int, err error) {
	if p >= Finished {
		return 0, fmt.Errorf("%s: %w", p, ErrMalformed)
	}
	keep := sent{raw: raw}
	var r *reader
	if p == Masking {
		member, r, err = s.openMasked(raw, &keep)
	} else {
		member, r, err = openMessage(p, s.contextOf(p), raw, s.terms.Roster)
		keep.digest = sha256.Sum256(raw)
	}
	if err != nil {
		return 0, err
	}
	name := s.terms.Roster[member].Name
	if had, ok := s.got[p][member]; ok {
		if had.digest != keep.digest {
			return member, fmt.Errorf("%s of %s: %w", p, name, ErrDifferent)
		}
		return member, nil
	}
	switch {
	case p != s.phase:
		return member, fmt.Errorf("%s of %s in step %s: %w", p, name, s.phase, ErrLate)
	case !s.in[member]:
		return member, fmt.Errorf("%s of %s: %w", p, name, ErrNotIn)
	}
	if err := s.take(p, member, r, &keep); err != nil {
		return member, fmt.Errorf("%s of %s: %w", p, name, err)
	}
	s.got[p][member] = keep
	return member, nil
}

func (s *Server) contextOf(p Phase) [32]byte {
	if p < Sharing {
		return s.digest
	}
	return s.context
}

// openMasked checks whose a masked vector is. It is hashed once: what tells its
// message from others is that hash with the signature.
func (s *Server) openMasked(raw []byte, keep *sent) (member int, r *reader, err error) {
	at := len(raw) - ed25519.SignatureSize
	if at < 0 {
		return 0, nil, fmt.Errorf("masked: %w", ErrMalformed)
	}
	r = open(kindOf(Masking), raw[:at])
	if member = r.u32(); r.bad || member >= len(s.terms.Roster) {
		return 0, nil, fmt.Errorf("masked: %w", ErrMalformed)
	}
	keep.named = digestOf(raw[:at])
	keep.digest = sha256.Sum256(slices.Concat(keep.named[:], raw[at:]))
	if !ed25519.Verify(s.terms.Roster[member].Key, signed(Masking.String(), s.context, keep.named[:]), raw[at:]) {
		return 0, nil, fmt.Errorf("masked of %s: %w", s.terms.Roster[member].Name, ErrSignature)
	}
	return member, r, nil
}

// take reads what the server has to know of a message.
func (s *Server) take(p Phase, member int, r *reader, keep *sent) error {
	switch p {
	case Joining:
		_, err := readJoin(r, member)
		return err
	case Keying:
		a, err := openAnnouncement(s.terms, s.digest, keep.raw)
		if err != nil {
			return err
		}
		if a.joinDigest != sha256.Sum256(s.made[Keying]) {
			return fmt.Errorf("for other joins: %w", ErrMalformed)
		}
		if len(a.encs) != len(channelsOf(member, s.joined, len(s.terms.Roster))) {
			return ErrMalformed
		}
		return nil
	case Sharing:
		return s.takeShares(member, r)
	case Masking:
		n := r.u32()
		if n != s.terms.Length || len(r.rest) != 4*n {
			return ErrMalformed
		}
		keep.vector = make([]uint32, n)
		for i := range keep.vector {
			keep.vector[i] = binary.LittleEndian.Uint32(r.rest[4*i:])
		}
		keep.raw = nil
		return nil
	case Agreeing:
		if r.hash() != s.list {
			return fmt.Errorf("another list: %w", ErrMalformed)
		}
		return s.takeTags(member, r)
	case Unmasking:
		opened, err := s.openedShares(r)
		if err != nil {
			return err
		}
		return s.asked(member, opened)
	}
	return r.end(p.String())
}

func (s *Server) takeShares(member int, r *reader) error {
	n := r.count(maxMembers, 8)
	if r.bad || n != len(s.near[member]) {
		return ErrMalformed
	}
	sealed := make([][]byte, n)
	for i, to := range s.near[member] {
		if r.u32() != to {
			return ErrMalformed
		}
		sealed[i] = r.long(maxSealed)
	}
	if err := r.end("shares"); err != nil {
		return err
	}
	for i, to := range s.near[member] {
		if s.sealed[to] == nil {
			s.sealed[to] = map[int][]byte{}
		}
		s.sealed[to][member] = sealed[i]
	}
	return nil
}

// takeTags reads what a member vouches with to its neighbours that survive.
func (s *Server) takeTags(member int, r *reader) error {
	var to []int
	for _, v := range s.near[member] {
		if s.surviving(v) {
			to = append(to, v)
		}
	}
	if n := r.count(maxMembers, tagLen); r.bad || n != len(to) || len(r.rest) != n*tagLen {
		return ErrMalformed
	}
	for _, v := range to {
		if s.tags[v] == nil {
			s.tags[v] = map[int][]byte{}
		}
		s.tags[v][member] = r.raw(tagLen)
	}
	return nil
}

// openedShare is a share that a member gave at the end.
type openedShare struct {
	of    int
	seed  bool
	share share
}

func (s *Server) openedShares(r *reader) ([]openedShare, error) {
	all := make([]openedShare, 0, r.count(maxMembers, 5+shareLen))
	for range cap(all) {
		o := openedShare{of: r.u32(), seed: r.u8() == 1, share: share(r.raw(shareLen))}
		if len(all) > 0 && o.of <= all[len(all)-1].of {
			r.bad = true
		}
		all = append(all, o)
	}
	return all, r.end("unmask")
}

// Close ends the step that is due, with those who sent its message; after the last
// the sum is there. Where too few are left nothing can be opened any more.
func (s *Server) Close() error {
	p := s.phase
	if p >= Finished {
		return fmt.Errorf("close: %w", ErrLate)
	}
	if n := len(s.got[p]); n < s.Need() {
		return fmt.Errorf("%s: %d of %d: %w", p, n, len(s.terms.Roster), ErrTooFew)
	}
	in := map[int]bool{}
	for m := range s.got[p] {
		in[m] = true
	}
	if p < Agreeing {
		s.in = in
	}
	switch p {
	case Joining:
		s.made[Keying] = list(Keying, s.raws(Joining))
		joined, err := readJoins(s.made[Keying], len(s.terms.Roster))
		if err != nil {
			return err
		}
		s.joined = joined
	case Keying:
		if err := s.seal(); err != nil {
			return err
		}
	case Sharing:
		s.shared = ordered(in)
	case Masking:
		for _, m := range ordered(in) {
			s.survivors = append(s.survivors, Included{m, s.got[Masking][m].named})
		}
		s.made[Agreeing] = encodeSurvivors(s.survivors)
		s.list, s.tags = sha256.Sum256(s.made[Agreeing]), map[int]map[int][]byte{}
	case Unmasking:
		if err := s.unmask(); err != nil {
			return err
		}
	}
	s.phase++
	return nil
}

func (s *Server) raws(p Phase) [][]byte {
	var all [][]byte
	for _, m := range ordered(s.got[p]) {
		all = append(all, s.got[p][m].raw)
	}
	return all
}

// seal fixes keys, context and graph.
func (s *Server) seal() error {
	all := s.raws(Keying)
	s.made[Sharing] = list(Sharing, all)
	s.context = contextOf(s.digest, all)
	s.announced, s.sealed = map[int]announcement{}, map[int]map[int][]byte{}
	for _, raw := range all {
		a, err := openAnnouncement(s.terms, s.digest, raw)
		if err != nil {
			return err
		}
		s.announced[a.member] = a
	}
	s.near = neighbours(ordered(s.announced), s.context)
	return nil
}

// Before is what a member is sent before its message of a step; ok is false while
// the step before is not closed, or where the member is not in any more.
func (s *Server) Before(p Phase, member int) (raw []byte, ok bool) {
	if p == Joining || p > s.phase || p >= Finished || !s.in[member] {
		return nil, false
	}
	w := start(kindBefore(p))
	switch p {
	case Masking:
		from := ordered(s.sealed[member])
		w.u32(len(from))
		for _, m := range from {
			w.u32(m)
			w.long(s.sealed[member][m])
		}
	case Unmasking:
		from := ordered(s.tags[member])
		w.u32(len(from))
		for _, m := range from {
			w.u32(m)
			w.raw(s.tags[member][m])
		}
	default:
		return s.made[p], true
	}
	return w, true
}

// Context is that of the attempt, once keys are closed.
func (s *Server) Context() [32]byte { return s.context }

// Survivors are those whose vectors are in the sum, once masked vectors are
// closed.
func (s *Server) Survivors() []Included { return s.survivors }

// Sum is the sum of the survivors' vectors, once all is closed.
func (s *Server) Sum() ([]uint32, bool) { return s.sum, s.phase == Finished }

// unmask takes the survivors' own masks off the sum, and those that they share
// with members that dropped.
func (s *Server) unmask() error {
	shares, err := s.sharesBySecret()
	if err != nil {
		return err
	}
	sum := make([]uint32, s.terms.Length)
	for _, v := range s.survivors {
		for i, x := range s.got[Masking][v.Member].vector {
			sum[i] += x
		}
	}
	for _, v := range s.shared {
		opened, err := s.recover(v, shares[v])
		if err != nil {
			return err
		}
		if s.surviving(v) {
			unblind(sum, selfMask(opened, s.context, v), false)
			continue
		}
		key, err := ecdh.X25519().NewPrivateKey(opened[:])
		if err != nil {
			return fmt.Errorf("mask key of %s: %w", s.terms.Roster[v].Name, err)
		}
		for _, u := range s.near[v] {
			if !s.surviving(u) {
				continue
			}
			theirs, err := ecdh.X25519().NewPublicKey(s.announced[u].mask)
			if err != nil {
				return fmt.Errorf("mask key of %s: %w", s.terms.Roster[u].Name, err)
			}
			both, err := key.ECDH(theirs)
			if err != nil {
				return fmt.Errorf("mask key of %s: %w", s.terms.Roster[u].Name, err)
			}
			// u added this mask where it is the lower one: what it did is undone.
			unblind(sum, pairMask(both, s.context, u, v), u > v)
		}
	}
	s.sum = sum
	return nil
}

// asked refuses shares that a member has no business to give.
func (s *Server) asked(holder int, opened []openedShare) error {
	for _, o := range opened {
		_, near := slices.BinarySearch(s.near[o.of], holder)
		if o.seed != s.surviving(o.of) || !near && o.of != holder {
			return fmt.Errorf("a share that was not asked for: %w", ErrMalformed)
		}
	}
	return nil
}

func (s *Server) surviving(member int) bool {
	_, ok := slices.BinarySearchFunc(s.survivors, member, func(i Included, m int) int { return i.Member - m })
	return ok
}

func (s *Server) sharesBySecret() (map[int]map[int]share, error) {
	out := map[int]map[int]share{}
	for holder, got := range s.got[Unmasking] {
		r := open(kindOf(Unmasking), got.raw[:len(got.raw)-ed25519.SignatureSize])
		r.u32()
		opened, err := s.openedShares(r)
		if err != nil {
			return nil, err
		}
		for _, o := range opened {
			if out[o.of] == nil {
				out[o.of] = map[int]share{}
			}
			out[o.of][holder] = o.share
		}
	}
	return out, nil
}

// recover puts a member's seed or mask key together, and checks it against what
// the member announced.
func (s *Server) recover(v int, by map[int]share) (secret, error) {
	name := s.terms.Roster[v].Name
	holders := ordered(by)
	t := sharesNeeded(len(s.terms.Roster), len(s.near[v])+1)
	if len(holders) < t {
		return secret{}, fmt.Errorf("%d of %d shares of %s: %w", len(holders), t, name, ErrTooFew)
	}
	holders = holders[:t]
	w, err := weights(holders)
	if err != nil {
		return secret{}, err
	}
	shares := make([]share, t)
	for i, h := range holders {
		shares[i] = by[h]
	}
	out, err := join(w, shares)
	if err != nil {
		return secret{}, fmt.Errorf("shares of %s: %w", name, err)
	}
	if seedCommit(out) == s.announced[v].seed {
		return out, nil
	}
	key, err := ecdh.X25519().NewPrivateKey(out[:])
	if err != nil || !bytes.Equal(key.PublicKey().Bytes(), s.announced[v].mask) {
		return secret{}, fmt.Errorf("shares of %s: %w", name, errShares)
	}
	return out, nil
}
