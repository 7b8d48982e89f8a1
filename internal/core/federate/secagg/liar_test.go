package secagg_test

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// TestALyingCoordinatorIsCaught has it lie to one member at a time; that member
// stops before it gives anything that the lie was for.
func TestALyingCoordinatorIsCaught(t *testing.T) {
	other := newGroup(6, 8, 77)
	if err := other.run(nil); err != nil {
		t.Fatal(err)
	}
	swap := func(at int) func([]byte) []byte {
		return func(raw []byte) []byte { raw[at] ^= 1; return raw }
	}
	for name, c := range map[string]struct {
		at  secagg.Phase
		lie func(raw []byte) []byte
		is  error
	}{
		"a box key put in the place of one":        {secagg.Keying, func(raw []byte) []byte { return inMessage(raw, 1, -70) }, secagg.ErrMalformed},
		"an encapsulation put in the place of one": {secagg.Sharing, func(raw []byte) []byte { return inMessage(raw, 1, -65) }, secagg.ErrSignature},
		"joins of another attempt":                 {secagg.Keying, func([]byte) []byte { return before(other, secagg.Keying, 0) }, secagg.ErrLie},
		"keys of another attempt":                  {secagg.Sharing, func([]byte) []byte { return before(other, secagg.Sharing, 0) }, secagg.ErrSignature},
		"a key put in the place of one":            {secagg.Sharing, func(raw []byte) []byte { return swap(len(raw) - 150)(raw) }, secagg.ErrSignature},
		"shares of another attempt":                {secagg.Masking, func([]byte) []byte { return before(other, secagg.Masking, 0) }, secagg.ErrLie},
		"a changed share":                          {secagg.Masking, func(raw []byte) []byte { return swap(len(raw) - 1)(raw) }, secagg.ErrLie},
		"shares exchanged between senders":         {secagg.Masking, exchangeSenders, secagg.ErrLie},
		"a list without this member":               {secagg.Agreeing, func(raw []byte) []byte { return cut(raw, 0) }, secagg.ErrLie},
		"a list with another vector":               {secagg.Agreeing, swap(6 + 4 + 3), secagg.ErrLie},
		"a list of too few": {secagg.Agreeing, func(raw []byte) []byte {
			return cut(cut(raw, 5), 4)
		}, secagg.ErrTooFew},
		"tags of another attempt": {secagg.Unmasking, func([]byte) []byte { return before(other, secagg.Unmasking, 0) }, secagg.ErrTooFew},
		"tags for another member": {secagg.Unmasking, func(raw []byte) []byte { return retag(raw, 3) }, secagg.ErrTooFew},
		"one tag for many": {secagg.Unmasking, func(raw []byte) []byte {
			for i := range 5 {
				copy(raw[6+20*i+4:6+20*(i+1)], raw[10:26])
			}
			return raw
		}, secagg.ErrTooFew},
		"a tag twice":  {secagg.Unmasking, func(raw []byte) []byte { copy(raw[26:46], raw[6:26]); return raw }, secagg.ErrLie},
		"too few tags": {secagg.Unmasking, func(raw []byte) []byte { raw[5] = 2; return raw[:6+2*20] }, secagg.ErrTooFew},
		"nothing":      {secagg.Unmasking, func([]byte) []byte { return nil }, secagg.ErrMalformed},
	} {
		g := newGroup(6, 8, 78)
		g.tamper = func(p secagg.Phase, member int, raw []byte) []byte {
			if p == c.at && member == 0 {
				return c.lie(raw)
			}
			return raw
		}
		err := g.run(nil)
		if !errors.Is(g.answers[0], c.is) {
			t.Errorf("%s: %v, want %v", name, g.answers[0], c.is)
		}
		if err != nil {
			t.Errorf("%s: the others do not go on: %v", name, err)
		}
		for i := 1; i < 6; i++ {
			if g.answers[i] != nil {
				t.Errorf("%s: member %d: %v", name, i, g.answers[i])
			}
		}
	}
}

func before(g *group, p secagg.Phase, member int) []byte {
	raw, ok := g.server.Before(p, member)
	if !ok {
		panic("not there")
	}
	return slices.Clone(raw)
}

// cut takes an entry out of the list of survivors: after version, kind and count
// each has 36 bytes.
func cut(raw []byte, at int) []byte {
	raw[5]--
	return slices.Delete(raw, 6+36*at, 6+36*(at+1))
}

// inMessage changes a byte of a message of a list, counted from its end.
func inMessage(raw []byte, n, at int) []byte {
	end := 6
	for range n + 1 {
		end += 4 + int(raw[end+3]) + int(raw[end+2])<<8
	}
	raw[end+at] ^= 1
	return raw
}

// retag changes the first tags: each entry of 20 bytes ends in one.
func retag(raw []byte, n int) []byte {
	for i := range n {
		raw[6+20*i+4] ^= 1
	}
	return raw
}

// exchangeSenders names the first two senders of sealed shares the wrong way
// round.
func exchangeSenders(raw []byte) []byte {
	size := 8 + int(raw[6+7]) + int(raw[6+6])<<8
	raw[6+3], raw[6+size+3] = raw[6+size+3], raw[6+3]
	return raw
}

func TestTwoListsOfSurvivorsUnmaskNobody(t *testing.T) {
	g := newGroup(6, 8, 79)
	// Members 0, 1 and 2 are shown that member 5 dropped, the others that it did
	// not: both shares of its secrets would give its vector away.
	g.tamper = func(p secagg.Phase, member int, raw []byte) []byte {
		if p == secagg.Agreeing && member < 3 {
			return cut(raw, 5)
		}
		return raw
	}
	if err := g.run(nil); !errors.Is(err, secagg.ErrTooFew) {
		t.Errorf("%v", err)
	}
	for i, m := range g.members {
		if m.Due() == secagg.Finished {
			t.Errorf("member %d gave shares", i)
		}
	}
}

// TestABoxKeyInTheMiddleIsSeenBeforeAnythingIsSealedToIt has the coordinator show
// member 0 a join of member 3 with another box key.
func TestABoxKeyInTheMiddleIsSeenBeforeAnythingIsSealedToIt(t *testing.T) {
	g := newGroup(6, 8, 83)
	keys := make([][]byte, 6)
	joins := [2][]byte{joinsOf(t, g)}
	joins[1] = inMessage(slices.Clone(joins[0]), 3, -70)
	for i := range g.members {
		shown := joins[0]
		if i == 0 {
			shown = joins[1]
		}
		var err error
		if g.members[i], keys[i], err = g.step(secagg.Keying, i, shown); err != nil {
			t.Fatal(i, err)
		}
	}
	all := []byte{2, 32 + byte(secagg.Sharing), 0, 0, 0, 6}
	for _, raw := range keys {
		all = append(binary.BigEndian.AppendUint32(all, uint32(len(raw))), raw...)
	}
	for i := range g.members {
		if _, _, err := g.step(secagg.Sharing, i, all); !errors.Is(err, secagg.ErrLie) {
			t.Errorf("member %d: %v", i, err)
		}
	}
}

// joinsOf has all members of a group join, and gives what each is shown then.
func joinsOf(t *testing.T, g *group) []byte {
	t.Helper()
	s, err := secagg.NewServer(g.terms)
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.members {
		var raw []byte
		if g.members[i], raw, err = g.step(secagg.Joining, i, nil); err == nil {
			_, err = s.Receive(secagg.Joining, raw)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, _ := s.Before(secagg.Keying, 0)
	return raw
}

func TestMembersThatWereShownDifferentModelsDoNotAddUp(t *testing.T) {
	g, h := newGroup(6, 8, 80), newGroup(6, 8, 80)
	h.terms.Model[0] ^= 1
	g.run(nil)
	h.run(nil)
	// The keys of members under one model are nothing to a member under another.
	m, _, err := secagg.NewMember(h.terms, 0, h.keys[0], h.random)
	if err != nil {
		t.Fatal(err)
	}
	joins := before(h, secagg.Keying, 0)
	if _, _, err := m.Keys(joins, h.random); !errors.Is(err, secagg.ErrLie) {
		t.Errorf("joins without one's own: %v", err)
	}
	_, raw, err := secagg.NewMember(g.terms, 0, g.keys[0], g.random)
	if err != nil {
		t.Fatal(err)
	}
	s, err := secagg.NewServer(h.terms)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Receive(secagg.Joining, raw); !errors.Is(err, secagg.ErrSignature) {
		t.Errorf("a join to another model: %v", err)
	}
}

func TestTheServerTakesNoOtherMessageInTheSamePlace(t *testing.T) {
	g := newGroup(6, 8, 81)
	s, err := secagg.NewServer(g.terms)
	if err != nil {
		t.Fatal(err)
	}
	_, first, _ := secagg.NewMember(g.terms, 0, g.keys[0], g.random)
	_, second, _ := secagg.NewMember(g.terms, 0, g.keys[0], g.random)
	for _, c := range []struct {
		raw []byte
		is  error
	}{{first, nil}, {first, nil}, {second, secagg.ErrDifferent}, {first[:40], secagg.ErrMalformed}} {
		if _, err := s.Receive(secagg.Joining, c.raw); !errors.Is(err, c.is) {
			t.Errorf("%v, want %v", err, c.is)
		}
	}
	first[len(first)-1] ^= 1
	if _, err := s.Receive(secagg.Joining, first); !errors.Is(err, secagg.ErrSignature) {
		t.Errorf("a changed message: %v", err)
	}
	if err := s.Close(); !errors.Is(err, secagg.ErrTooFew) {
		t.Errorf("closed with one of six: %v", err)
	}
}

func FuzzMessages(f *testing.F) {
	g := newGroup(5, 3, 82)
	if err := g.run(nil); err != nil {
		f.Fatal(err)
	}
	f.Add(g.terms.Encode(), uint8(0))
	for p := secagg.Keying; p < secagg.Finished; p++ {
		f.Add(before(g, p, 1), uint8(p))
	}
	// Fresh members due at each step, so that what is read is read.
	due := map[secagg.Phase]secagg.Member{}
	h := newGroup(5, 3, 82)
	h.tamper = func(p secagg.Phase, member int, raw []byte) []byte {
		if member == 1 {
			due[p] = h.members[1]
		}
		return raw
	}
	if err := h.run(nil); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte, step uint8) {
		p := secagg.Phase(step % 6)
		if terms, err := secagg.DecodeTerms(raw); err == nil && !slices.Equal(terms.Encode(), raw) {
			t.Error("terms have two forms")
		}
		s, err := secagg.NewServer(g.terms)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = s.Receive(p, raw) // must not panic
		_, _ = g.server.Receive(p, raw)
		h.members[1] = due[p]
		if p > secagg.Joining {
			_, _, _ = h.step(p, 1, raw)
		}
	})
}
