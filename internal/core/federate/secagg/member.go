package secagg

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/hpke"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
	Join       []byte
	JoinDigest [32]byte
	MaskKey    []byte // X25519
	BoxKey     []byte // X25519, of HPKE
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

type peer struct {
	Shared []byte // of the mask keys
	Box    []byte
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
	if _, err := io.ReadFull(random, m.s.Nonce[:]); err != nil {
		return Member{}, nil, fmt.Errorf("join: %w", err)
	}
	w := message(Joining, me)
	commit := nonceCommit(m.s.Digest, me, m.s.Nonce)
	w.raw(commit[:])
	m.s.Join = sealMessage(Joining, m.s.Digest, w, key)
	return m, m.s.Join, nil
}

// Due is the step whose message this member makes next.
func (m Member) Due() Phase { return m.s.Due }

// Terms are what this member agreed to.
func (m Member) Terms() Terms { return m.terms }

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

// Keys shows the nonce and new public keys, when it is known who has joined.
func (m Member) Keys(joins []byte, random io.Reader) (Member, []byte, error) {
	if err := m.due(Keying); err != nil {
		return m, nil, err
	}
	all, err := unlist(Keying, joins, maxSmall)
	if err != nil {
		return m, nil, err
	}
	if len(all) < m.need() {
		return m, nil, fmt.Errorf("%d of %d joined: %w", len(all), len(m.terms.Roster), ErrTooFew)
	}
	if !slices.ContainsFunc(all, func(raw []byte) bool { return bytes.Equal(raw, m.s.Join) }) {
		return m, nil, fmt.Errorf("joins without one's own: %w", ErrLie)
	}
	var drawn [96]byte
	if _, err := io.ReadFull(random, drawn[:]); err != nil {
		return m, nil, fmt.Errorf("keys: %w", err)
	}
	m.s.JoinDigest = sha256.Sum256(joins)
	m.s.MaskKey, m.s.BoxKey, m.s.Seed = drawn[:32:32], drawn[32:64:64], secret(drawn[64:])
	mask, err := ecdh.X25519().NewPrivateKey(m.s.MaskKey)
	if err != nil {
		return m, nil, fmt.Errorf("keys: %w", err)
	}
	box, err := ecdh.X25519().NewPrivateKey(m.s.BoxKey)
	if err != nil {
		return m, nil, fmt.Errorf("keys: %w", err)
	}
	a := announcement{
		member: m.s.Me, nonce: m.s.Nonce, mask: mask.PublicKey().Bytes(), box: box.PublicKey().Bytes(),
		seed: seedCommit(m.s.Seed), joinDigest: m.s.JoinDigest,
	}
	m.s.Announced = sealMessage(Keying, m.s.Digest, a.encode(), m.key)
	// The commits are checked against the nonces in the next step.
	m.s.Join = joins
	m.s.Due = Sharing
	return m, m.s.Announced, nil
}

// maxSmall is the most bytes of a join or of keys.
const maxSmall = 512

// commitsOf reads who committed to which nonce; joins of members that show no
// keys afterwards are of no consequence, so their signatures are not looked at.
func commitsOf(joins []byte, n int) (map[int][32]byte, error) {
	all, err := unlist(Keying, joins, maxSmall)
	if err != nil {
		return nil, err
	}
	commits := make(map[int][32]byte, len(all))
	for _, raw := range all {
		r := open(kindOf(Joining), raw)
		member, commit := r.u32(), r.hash()
		if _, twice := commits[member]; r.bad || twice || member >= n {
			return nil, fmt.Errorf("joins: %w", ErrMalformed)
		}
		commits[member] = commit
	}
	return commits, nil
}

// Shares seals to each neighbour a share of the mask key and of the own mask's
// seed, when everybody's keys are known.
func (m Member) Shares(keys []byte, random io.Reader) (Member, []byte, error) {
	if err := m.due(Sharing); err != nil {
		return m, nil, err
	}
	announced, err := m.readKeys(keys)
	if err != nil {
		return m, nil, err
	}
	near := neighbours(m.s.Present, m.s.Context)[m.s.Me]
	if err := m.meet(near, announced); err != nil {
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
		sealed, err := m.seal(to, keyShares[i], seedShares[i])
		if err != nil {
			return m, nil, err
		}
		w.u32(to)
		w.long(sealed)
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
func (m *Member) readKeys(keys []byte) (map[int]announcement, error) {
	all, err := unlist(Sharing, keys, maxSmall)
	if err != nil {
		return nil, err
	}
	if len(all) < m.need() {
		return nil, fmt.Errorf("%d of %d showed keys: %w", len(all), len(m.terms.Roster), ErrTooFew)
	}
	commits, err := commitsOf(m.s.Join, len(m.terms.Roster))
	if err != nil {
		return nil, err
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
		} else if err := m.fits(a, commits, seen); err != nil {
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

func (m *Member) fits(a announcement, commits map[int][32]byte, seen map[string]bool) error {
	name := m.terms.Roster[a.member].Name
	if a.joinDigest != m.s.JoinDigest {
		return fmt.Errorf("%s was shown other joins: %w", name, ErrLie)
	}
	if commit, ok := commits[a.member]; !ok || commit != nonceCommit(m.s.Digest, a.member, a.nonce) {
		return fmt.Errorf("the nonce of %s is not the one committed to: %w", name, ErrLie)
	}
	if seen[string(a.mask)] || seen[string(a.box)] {
		return fmt.Errorf("%s shows another's key: %w", name, ErrLie)
	}
	seen[string(a.mask)], seen[string(a.box)] = true, true
	return nil
}

// meet agrees on a secret with each neighbour.
func (m *Member) meet(near []int, announced map[int]announcement) error {
	own, err := ecdh.X25519().NewPrivateKey(m.s.MaskKey)
	if err != nil {
		return fmt.Errorf("shares: %w", err)
	}
	m.s.Peers = make(map[int]peer, len(near))
	for _, v := range near {
		theirs, err := ecdh.X25519().NewPublicKey(announced[v].mask)
		if err != nil {
			return fmt.Errorf("mask key of %s: %w", m.terms.Roster[v].Name, err)
		}
		shared, err := own.ECDH(theirs)
		if err != nil {
			return fmt.Errorf("mask key of %s: %w", m.terms.Roster[v].Name, err)
		}
		m.s.Peers[v] = peer{shared, announced[v].box}
	}
	return nil
}

// sealInfo binds a sealed share to its attempt, sender and recipient.
func sealInfo(context [32]byte, from, to int) []byte {
	w := writer{}
	w.long([]byte(domain + "sealed shares"))
	w.raw(context[:])
	w.u32(from)
	w.u32(to)
	return w
}

// seal uses X25519 as the masks do: a hybrid scheme would protect shares of masks
// that fall to the same adversary.
func (m Member) seal(to int, key, seed share) ([]byte, error) {
	public, err := hpke.DHKEM(ecdh.X25519()).NewPublicKey(m.s.Peers[to].Box)
	if err != nil {
		return nil, fmt.Errorf("box key of %s: %w", m.terms.Roster[to].Name, err)
	}
	body := slices.Concat(key[:], seed[:])
	body = append(body, tag(m.s.Peers[to].Shared, m.s.Context, m.s.Me, to, body)...)
	sealed, err := hpke.Seal(public, hpke.HKDFSHA256(), hpke.AES128GCM(), sealInfo(m.s.Context, m.s.Me, to), body)
	if err != nil {
		return nil, fmt.Errorf("seal shares for %s: %w", m.terms.Roster[to].Name, err)
	}
	return sealed, nil
}

func (m Member) unseal(box hpke.PrivateKey, from int, sealed []byte) (held, error) {
	name := m.terms.Roster[from].Name
	body, err := hpke.Open(box, hpke.HKDFSHA256(), hpke.AES128GCM(), sealInfo(m.s.Context, from, m.s.Me), sealed)
	if err != nil || len(body) != 2*shareLen+sha256.Size {
		return held{}, fmt.Errorf("sealed shares of %s do not open: %w", name, ErrLie)
	}
	body, mac := body[:2*shareLen], body[2*shareLen:]
	if subtle.ConstantTimeCompare(mac, tag(m.s.Peers[from].Shared, m.s.Context, from, m.s.Me, body)) != 1 {
		return held{}, fmt.Errorf("sealed shares of %s are not by them: %w", name, ErrLie)
	}
	return held{share(body[:shareLen]), share(body[shareLen:])}, nil
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
	private, err := ecdh.X25519().NewPrivateKey(m.s.BoxKey)
	if err != nil {
		return m, nil, fmt.Errorf("masked: %w", err)
	}
	box, err := hpke.NewDHKEMPrivateKey(private)
	if err != nil {
		return m, nil, fmt.Errorf("masked: %w", err)
	}
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

// Agree signs the list of those whose masked vector arrived.
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
	own := false
	for _, s := range survivors {
		_, near := m.s.Peers[s.Member]
		_, shared := m.s.Held[s.Member]
		switch _, present := slices.BinarySearch(m.s.Present, s.Member); {
		case !present, near && !shared:
			return m, nil, fmt.Errorf("member %d survives without having shared: %w", s.Member, ErrLie)
		case s.Member == m.s.Me:
			own = s.Digest == m.s.Masked
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
	return m, sealMessage(Agreeing, m.s.Context, w, m.key), nil
}

// Unmask gives, of each neighbour that shared, either the share of its seed where
// it survives or of its mask key where it does not, when enough have signed the
// same list. Nothing is left to do afterwards.
func (m Member) Unmask(agreed []byte) (Member, []byte, error) {
	if err := m.due(Unmasking); err != nil {
		return m, nil, err
	}
	all, err := unlist(Unmasking, agreed, maxSmall)
	if err != nil {
		return m, nil, err
	}
	if err := m.consistent(all); err != nil {
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

// consistent counts the neighbours' signatures of the list that this member
// signed, its own among them.
func (m Member) consistent(all [][]byte) error {
	need := m.sharing(len(m.s.Peers) + 1)
	counted := map[int]bool{m.s.Me: true}
	for _, raw := range all {
		if len(counted) >= need {
			return nil
		}
		peek := open(kindOf(Agreeing), raw)
		from := peek.u32()
		if _, near := m.s.Peers[from]; !near || counted[from] {
			continue
		}
		_, r, err := openMessage(Agreeing, m.s.Context, raw, m.terms.Roster)
		if err != nil {
			return err
		}
		if list := r.hash(); r.end("agree") != nil || list != m.s.List {
			return fmt.Errorf("%s signed another list of survivors: %w", m.terms.Roster[from].Name, ErrLie)
		}
		if _, survives := slices.BinarySearch(m.s.Survivors, from); survives {
			counted[from] = true
		}
	}
	if len(counted) < need {
		return fmt.Errorf("%d of %d signatures of the list: %w", len(counted), need, ErrTooFew)
	}
	return nil
}
