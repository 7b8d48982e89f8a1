package secagg

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/hpke"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Reasons for which a member goes no further. Each is the coordinator's or
// another member's doing, and none is followed by a message.
var (
	ErrSignature = errors.New("signature does not hold")
	ErrStep      = errors.New("not the step that is due")
	ErrTooFew    = errors.New("too few members are left")
	ErrLie       = errors.New("the coordinator shows something that does not fit")
)

// Member is one site's side of an attempt. Each step gives a new value and a
// message; the value is stored before the message is sent, and a message that was
// stored is sent again as it is, never made anew: two roundings under one mask
// would show their difference.
type Member struct {
	s     state
	terms Terms
	key   ed25519.PrivateKey
}

// state is all that a member has to remember, secrets included.
type state struct {
	Terms      []byte
	Me         int
	Due        Phase
	Digest     [32]byte // of the terms
	Nonce      [32]byte
	Join       []byte // one's own; everybody's, once they are there
	JoinDigest [32]byte
	MaskKey    []byte         // X25519
	BoxKey     []byte         // X25519, of HPKE
	Channels   map[int][]byte // that this member made, where all are neighbours
	Seed       secret
	Announced  []byte
	Context    [32]byte
	Present    []int
	Peers      map[int]peer
	OwnSeed    share // of the seed of the own mask
	Held       map[int]held
	Masked     [32]byte // digest of the masked vector
	Survivors  []int
	List       [32]byte // digest of the survivors' list
}

type held struct{ Key, Seed share }

// NewMember joins an attempt: its message countersigns the terms.
func NewMember(terms Terms, me int, key ed25519.PrivateKey, random io.Reader) (Member, []byte, error) {
	if err := terms.Check(); err != nil {
		return Member{}, nil, err
	}
	if me < 0 || me >= len(terms.Roster) || !bytes.Equal(terms.Roster[me].Key, key.Public().(ed25519.PublicKey)) {
		return Member{}, nil, fmt.Errorf("join: the roster has not this member's key at place %d", me)
	}
	m := Member{s: state{Terms: terms.Encode(), Me: me, Due: Keying}, terms: terms, key: key}
	m.s.Digest = sha256.Sum256(m.s.Terms)
	var drawn [64]byte
	if _, err := io.ReadFull(random, drawn[:]); err != nil {
		return Member{}, nil, fmt.Errorf("join: %w", err)
	}
	m.s.Nonce, m.s.BoxKey = [32]byte(drawn[:32]), drawn[32:]
	box, err := ecdh.X25519().NewPrivateKey(m.s.BoxKey)
	if err != nil {
		return Member{}, nil, fmt.Errorf("join: %w", err)
	}
	w := encodeJoin(joined{member: me, commit: nonceCommit(m.s.Digest, me, m.s.Nonce), box: box.PublicKey().Bytes()})
	m.s.Join = sealMessage(Joining, m.s.Digest, w, key)
	return m, m.s.Join, nil
}

// Due is the step whose message this member makes next.
func (m Member) Due() Phase { return m.s.Due }

// Terms are what this member agreed to.
func (m Member) Terms() Terms { return m.terms }

// VectorDigest is the SHA-256 by which the list of survivors and the record name
// this member's masked vector, once it is made.
func (m Member) VectorDigest() [32]byte { return m.s.Masked }

// Marshal writes the member down, secrets included, for its own disk.
func (m Member) Marshal() ([]byte, error) { return json.Marshal(m.s) }

// ResumeMember reads what [Member.Marshal] wrote.
func ResumeMember(raw []byte, key ed25519.PrivateKey) (Member, error) {
	m := Member{key: key}
	if err := json.Unmarshal(raw, &m.s); err != nil {
		return Member{}, fmt.Errorf("resume a member: %w", err)
	}
	var err error
	if m.terms, err = DecodeTerms(m.s.Terms); err != nil {
		return Member{}, fmt.Errorf("resume a member: %w", err)
	}
	return m, nil
}

func (m Member) due(p Phase) error {
	if m.s.Due != p {
		return fmt.Errorf("%s: %w, which is %s", p, ErrStep, m.s.Due)
	}
	return nil
}

// need is how many of the roster must be there at each step.
func (m Member) need() int { return Threshold(len(m.terms.Roster)) }

// Keys shows the nonce and a new mask key, when it is known who has joined, and
// makes channels to half of the others where all are neighbours.
func (m Member) Keys(joins []byte, random io.Reader) (Member, []byte, error) {
	if err := m.due(Keying); err != nil {
		return m, nil, err
	}
	all, err := readJoins(joins, len(m.terms.Roster))
	if err != nil {
		return m, nil, err
	}
	if len(all) < m.need() {
		return m, nil, fmt.Errorf("%d of %d joined: %w", len(all), len(m.terms.Roster), ErrTooFew)
	}
	place, own := placeOf(all, m.s.Me)
	if !own || !bytes.Equal(all[place].raw, m.s.Join) {
		return m, nil, fmt.Errorf("joins without one's own: %w", ErrLie)
	}
	var drawn [64]byte
	if _, err := io.ReadFull(random, drawn[:]); err != nil {
		return m, nil, fmt.Errorf("keys: %w", err)
	}
	m.s.JoinDigest = sha256.Sum256(joins)
	m.s.MaskKey, m.s.Seed = drawn[:32:32], secret(drawn[32:])
	mask, err := ecdh.X25519().NewPrivateKey(m.s.MaskKey)
	if err != nil {
		return m, nil, fmt.Errorf("keys: %w", err)
	}
	a := announcement{
		member: m.s.Me, nonce: m.s.Nonce, mask: mask.PublicKey().Bytes(),
		seed: seedCommit(m.s.Seed), joinDigest: m.s.JoinDigest,
	}
	m.s.Channels = map[int][]byte{}
	for _, v := range channelsOf(m.s.Me, all, len(m.terms.Roster)) {
		at, _ := placeOf(all, v)
		enc, channel, err := encapsulate(all[at].box, channelInfo(m.s.Digest, m.s.Me, v))
		if err != nil {
			return m, nil, fmt.Errorf("box key of %s: %w", m.terms.Roster[v].Name, err)
		}
		a.encs, m.s.Channels[v] = append(a.encs, enc), channel
	}
	m.s.Announced = sealMessage(Keying, m.s.Digest, a.encode(), m.key)
	// The commits are checked against the nonces in the next step.
	m.s.Join = joins
	m.s.Due = Sharing
	return m, m.s.Announced, nil
}

// Shares seals to each neighbour a share of the mask key and of the own mask's
// seed, when everybody's keys are known.
func (m Member) Shares(keys []byte, random io.Reader) (Member, []byte, error) {
	if err := m.due(Sharing); err != nil {
		return m, nil, err
	}
	joins, err := readJoins(m.s.Join, len(m.terms.Roster))
	if err != nil {
		return m, nil, err
	}
	announced, err := m.readKeys(keys, joins)
	if err != nil {
		return m, nil, err
	}
	near := neighbours(m.s.Present, m.s.Context)[m.s.Me]
	encs, err := m.meet(near, announced, joins)
	if err != nil {
		return m, nil, err
	}
	holders := append(slices.Clone(near), m.s.Me)
	t := m.sharing(len(holders))
	keyShares, err := split(secret(m.s.MaskKey), t, holders, random)
	if err != nil {
		return m, nil, err
	}
	seedShares, err := split(m.s.Seed, t, holders, random)
	if err != nil {
		return m, nil, err
	}
	w := message(Sharing, m.s.Me)
	w.u32(len(near))
	for i, to := range near {
		w.u32(to)
		w.long(append(encs[to], sealShares(m.s.Peers[to].To.Seal, held{keyShares[i], seedShares[i]})...))
	}
	m.s.OwnSeed = seedShares[len(near)]
	m.s.Due = Masking
	return m, sealMessage(Sharing, m.s.Context, w, m.key), nil
}

// sharing is how many shares of one's secrets it takes to open them.
func (m Member) sharing(holders int) int { return sharesNeeded(len(m.terms.Roster), holders) }

// sharesNeeded counts from the roster where all are neighbours: whoever is missing
// from the start counts as dropped, or the coordinator could raise its colluders'
// part by leaving others out.
func sharesNeeded(roster, holders int) int {
	if roster <= CompleteUpTo {
		return Threshold(roster)
	}
	return Threshold(holders)
}

// readKeys checks every announcement and makes the context of them.
func (m *Member) readKeys(keys []byte, joins []joined) (map[int]announcement, error) {
	all, err := unlist(Sharing, keys, maxKeys)
	if err != nil {
		return nil, err
	}
	if len(all) < m.need() {
		return nil, fmt.Errorf("%d of %d showed keys: %w", len(all), len(m.terms.Roster), ErrTooFew)
	}
	announced := make(map[int]announcement, len(all))
	seen := make(map[string]bool, 2*len(all))
	own, last := false, -1
	m.s.Present = nil
	for _, raw := range all {
		var a announcement
		if bytes.Equal(raw, m.s.Announced) {
			own = true
			a.member = m.s.Me
		} else if a, err = openAnnouncement(m.terms, m.s.Digest, raw); err != nil {
			return nil, err
		} else if err := m.fits(a, joins, seen); err != nil {
			return nil, err
		}
		if a.member <= last {
			return nil, fmt.Errorf("keys out of order, or twice: %w", ErrLie)
		}
		last = a.member
		m.s.Present, announced[a.member] = append(m.s.Present, a.member), a
	}
	if !own {
		return nil, fmt.Errorf("keys without one's own: %w", ErrLie)
	}
	m.s.Context = contextOf(m.s.Digest, all)
	return announced, nil
}

func (m *Member) fits(a announcement, joins []joined, seen map[string]bool) error {
	name := m.terms.Roster[a.member].Name
	if a.joinDigest != m.s.JoinDigest {
		return fmt.Errorf("%s was shown other joins: %w", name, ErrLie)
	}
	place, ok := placeOf(joins, a.member)
	if !ok || joins[place].commit != nonceCommit(m.s.Digest, a.member, a.nonce) {
		return fmt.Errorf("the nonce of %s is not the one committed to: %w", name, ErrLie)
	}
	if len(a.encs) != len(channelsOf(a.member, joins, len(m.terms.Roster))) {
		return fmt.Errorf("%s made channels to others than joined: %w", name, ErrLie)
	}
	box := joins[place].box
	if seen[string(a.mask)] || seen[string(box)] {
		return fmt.Errorf("%s shows another's key: %w", name, ErrLie)
	}
	seen[string(a.mask)], seen[string(box)] = true, true
	return nil
}

// maxSealed is the most bytes of sealed shares.
const maxSealed = 512

// Masked puts the input under all masks, when the neighbours' shares are there.
// The message is made of the input, which is of no use afterwards.
func (m Member) Masked(delivery []byte, input Input) (Member, []byte, error) {
	if err := m.due(Masking); err != nil {
		return m, nil, err
	}
	if input.Len() != m.terms.Length {
		return m, nil, fmt.Errorf("input of %d coordinates, the terms say %d", input.Len(), m.terms.Length)
	}
	var box hpke.PrivateKey // where encapsulations come beside the shares
	var err error
	if !complete(len(m.terms.Roster)) {
		if box, err = m.box(); err != nil {
			return m, nil, err
		}
	}
	m.s.Peers = maps.Clone(m.s.Peers)
	r := open(kindBefore(Masking), delivery)
	n := r.count(maxMembers, 8)
	m.s.Held = make(map[int]held, n)
	plus, minus := []mask{selfMask(m.s.Seed, m.s.Context, m.s.Me)}, []mask{}
	for range n {
		from, sealed := r.u32(), r.long(maxSealed)
		other, near := m.s.Peers[from]
		if _, twice := m.s.Held[from]; r.bad || twice || !near {
			return m, nil, fmt.Errorf("shares that are not a neighbour's: %w", ErrLie)
		}
		if m.s.Held[from], err = m.unseal(box, from, sealed); err != nil {
			return m, nil, err
		}
		if both := pairMask(other.Shared, m.s.Context, m.s.Me, from); from < m.s.Me {
			minus = append(minus, both)
		} else {
			plus = append(plus, both)
		}
	}
	if err := r.end("sealed shares"); err != nil {
		return m, nil, err
	}
	if n+1 < m.sharing(len(m.s.Peers)+1) {
		return m, nil, fmt.Errorf("shares of %d of %d neighbours: %w", n, len(m.s.Peers), ErrTooFew)
	}
	head := message(Masking, m.s.Me)
	head.u32(input.Len())
	w := input.wire
	copy(w, head)
	blind(w[maskedHead:], plus, minus)
	m.s.Masked = digestOf(w)
	m.s.Due = Agreeing
	// Of a long message the digest is signed, so that the sum's list can name it.
	return m, append(w, ed25519.Sign(m.key, signed(Masking.String(), m.s.Context, m.s.Masked[:]))...), nil
}

// Agree signs the list of those whose masked vector arrived, and vouches for it to
// each neighbour among them.
func (m Member) Agree(list []byte) (Member, []byte, error) {
	if err := m.due(Agreeing); err != nil {
		return m, nil, err
	}
	survivors, err := decodeSurvivors(list)
	if err != nil {
		return m, nil, err
	}
	if len(survivors) < m.need() {
		return m, nil, fmt.Errorf("%d of %d survive: %w", len(survivors), len(m.terms.Roster), ErrTooFew)
	}
	m.s.Survivors = nil
	own, strangers := false, 0
	for _, s := range survivors {
		_, near := m.s.Peers[s.Member]
		_, shared := m.s.Held[s.Member]
		switch _, present := slices.BinarySearch(m.s.Present, s.Member); {
		case !present, near && !shared:
			return m, nil, fmt.Errorf("member %d survives without having shared: %w", s.Member, ErrLie)
		case s.Member == m.s.Me:
			own = s.Digest == m.s.Masked
		case !near:
			strangers++
		}
		m.s.Survivors = append(m.s.Survivors, s.Member)
	}
	if !own {
		return m, nil, fmt.Errorf("the list of survivors has not this member's vector: %w", ErrLie)
	}
	m.s.List = sha256.Sum256(list)
	m.s.Due = Unmasking
	w := message(Agreeing, m.s.Me)
	w.raw(m.s.List[:])
	w.u32(len(m.s.Survivors) - 1 - strangers)
	for _, v := range m.s.Survivors {
		if p, near := m.s.Peers[v]; near {
			w.raw(vouch(p.To.Tag, m.s.List))
		}
	}
	return m, sealMessage(Agreeing, m.s.Context, w, m.key), nil
}

// Unmask gives, of each neighbour that shared, either the share of its seed where
// it survives or of its mask key where it does not, when enough vouch for the same
// list. Nothing is left to do afterwards.
func (m Member) Unmask(agreed []byte) (Member, []byte, error) {
	if err := m.due(Unmasking); err != nil {
		return m, nil, err
	}
	if err := m.consistent(agreed); err != nil {
		return m, nil, err
	}
	w := message(Unmasking, m.s.Me)
	w.u32(len(m.s.Held) + 1)
	for _, v := range m.s.Present {
		h, ok := m.s.Held[v]
		_, survives := slices.BinarySearch(m.s.Survivors, v)
		switch {
		case v == m.s.Me:
			h.Seed, survives = m.s.OwnSeed, true
		case !ok:
			continue
		}
		given, of := h.Key, byte(0)
		if survives {
			given, of = h.Seed, 1
		}
		w.u32(v)
		w.u8(of)
		w.raw(given[:])
	}
	context := m.s.Context
	me := m.s.Me
	// What is left is what a late question could be answered with: nothing.
	m.s = state{Terms: m.s.Terms, Me: me, Due: Finished, Digest: m.s.Digest, Context: context}
	return m, sealMessage(Unmasking, context, w, m.key), nil
}

// consistent counts the neighbours that vouch for the list that this member signed,
// itself among them. A tag that does not hold is not counted: whether it is of
// another list, or by somebody else, only the neighbour could tell.
func (m Member) consistent(agreed []byte) error {
	r := open(kindBefore(Unmasking), agreed)
	counted, last := 1, -1
	for range r.count(maxMembers, 4+tagLen) {
		from, tag := r.u32(), r.raw(tagLen)
		p, near := m.s.Peers[from]
		if _, survives := slices.BinarySearch(m.s.Survivors, from); !near || !survives || from <= last {
			return fmt.Errorf("a tag that is no surviving neighbour's: %w", ErrLie)
		}
		last = from
		if hmac.Equal(tag, vouch(p.From.Tag, m.s.List)) {
			counted++
		}
	}
	if err := r.end("tags"); err != nil {
		return err
	}
	if need := m.sharing(len(m.s.Peers) + 1); counted < need {
		return fmt.Errorf("%d of %d vouch for the list: %w", counted, need, ErrTooFew)
	}
	return nil
}
