package secagg

import (
	"crypto/ecdh"
	"crypto/hpke"
	"fmt"
	"slices"
)

// peer is a neighbour.
type peer struct {
	Shared []byte    // of the mask keys
	To     direction // what this member seals and vouches for
	From   direction // what the neighbour does
}

// meet agrees with each neighbour on the secret of their masks and on a channel. In
// large groups encapsulations go out beside the shares, one for each neighbour.
func (m *Member) meet(near []int, announced map[int]announcement, joins []joined) (encs map[int][]byte, err error) {
	own, err := ecdh.X25519().NewPrivateKey(m.s.MaskKey)
	if err != nil {
		return nil, fmt.Errorf("shares: %w", err)
	}
	box, err := m.box()
	if err != nil {
		return nil, err
	}
	m.s.Peers, encs = make(map[int]peer, len(near)), map[int][]byte{}
	for _, v := range near {
		name := m.terms.Roster[v].Name
		theirs, err := ecdh.X25519().NewPublicKey(announced[v].mask)
		if err != nil {
			return nil, fmt.Errorf("mask key of %s: %w", name, err)
		}
		shared, err := own.ECDH(theirs)
		if err != nil {
			return nil, fmt.Errorf("mask key of %s: %w", name, err)
		}
		p := peer{Shared: shared}
		switch channel, made := m.s.Channels[v]; {
		case !complete(len(m.terms.Roster)):
			at, _ := placeOf(joins, v)
			if encs[v], channel, err = encapsulate(joins[at].box, channelInfo(m.s.Digest, m.s.Me, v)); err != nil {
				return nil, fmt.Errorf("box key of %s: %w", name, err)
			}
			// What the neighbour vouches for, it shows under the channel that was made to it:
			// nobody else has that key, whosever mask key is opened later.
			there, back := directions(channel, shared, m.s.Context, m.s.Me, v)
			p.To.Seal, p.From.Tag = there.Seal, back.Tag
		case made:
			p.To, p.From = directions(channel, shared, m.s.Context, m.s.Me, v)
		default:
			at, _ := slices.BinarySearch(channelsOf(v, joins, len(m.terms.Roster)), m.s.Me)
			if channel, err = decapsulate(box, announced[v].encs[at], channelInfo(m.s.Digest, v, m.s.Me)); err != nil {
				return nil, fmt.Errorf("channel of %s: %w", name, err)
			}
			p.From, p.To = directions(channel, shared, m.s.Context, v, m.s.Me)
		}
		m.s.Peers[v] = p
	}
	m.s.Channels = nil
	return encs, nil
}

func (m *Member) box() (hpke.PrivateKey, error) {
	key, err := ecdh.X25519().NewPrivateKey(m.s.BoxKey)
	if err != nil {
		return nil, fmt.Errorf("box key: %w", err)
	}
	return hpke.NewDHKEMPrivateKey(key)
}

// unseal reads a neighbour's shares, and in large groups first the encapsulation
// before them.
func (m *Member) unseal(box hpke.PrivateKey, from int, sealed []byte) (held, error) {
	name, p := m.terms.Roster[from].Name, m.s.Peers[from]
	if box != nil {
		channel, err := decapsulate(box, sealed[:min(encLen, len(sealed))], channelInfo(m.s.Digest, from, m.s.Me))
		if err != nil {
			return held{}, fmt.Errorf("channel of %s: %w: %w", name, ErrLie, err)
		}
		there, back := directions(channel, p.Shared, m.s.Context, from, m.s.Me)
		p.From.Seal, p.To.Tag = there.Seal, back.Tag
		m.s.Peers[from], sealed = p, sealed[encLen:]
	}
	h, ok := openShares(p.From.Seal, sealed)
	if !ok {
		return held{}, fmt.Errorf("sealed shares of %s do not open: %w", name, ErrLie)
	}
	return h, nil
}
