package secagg_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// group is an attempt with all its members in one place.
type group struct {
	terms   secagg.Terms
	keys    []ed25519.PrivateKey
	members []secagg.Member
	server  *secagg.Server
	random  io.Reader
	inputs  [][]uint32
	up      int // bytes that the members sent
	// tamper changes what the server sends, nil leaves it.
	tamper func(p secagg.Phase, member int, raw []byte) []byte
	// answers are what each member made of what it was sent.
	answers map[int]error
}

func newGroup(n, length int, seed uint64) *group {
	var b [32]byte
	binary.LittleEndian.PutUint64(b[:], seed)
	random := rand.NewChaCha8(b)
	g := &group{random: random, answers: map[int]error{}}
	g.terms = secagg.Terms{Round: 1, Attempt: [16]byte{byte(seed)}, Model: [32]byte{7}, Plan: [32]byte{8}, Length: length, Bits: 16}
	for i := range n {
		var s [32]byte
		_, _ = random.Read(s[:])
		key := ed25519.NewKeyFromSeed(s[:])
		g.keys = append(g.keys, key)
		g.terms.Roster = append(g.terms.Roster, secagg.Identity{Name: fmt.Sprintf("site-%04d", i), Key: key.Public().(ed25519.PublicKey)})
	}
	draw := rand.New(random)
	for range n {
		x := make([]uint32, length)
		for j := range x {
			x[j] = uint32(int32(draw.IntN(1<<15) - 1<<14))
		}
		g.inputs = append(g.inputs, x)
	}
	g.members = make([]secagg.Member, n)
	return g
}

// step makes a member's message of a step.
func (g *group) step(p secagg.Phase, i int, before []byte) (m secagg.Member, raw []byte, err error) {
	switch m = g.members[i]; p {
	case secagg.Joining:
		return secagg.NewMember(g.terms, i, g.keys[i], g.random)
	case secagg.Keying:
		return m.Keys(before, g.random)
	case secagg.Sharing:
		return m.Shares(before, g.random)
	case secagg.Masking:
		return m.Masked(before, secagg.InputOf(g.inputs[i]))
	case secagg.Agreeing:
		return m.Agree(before)
	}
	return m.Unmask(before)
}

// run goes through all steps; a member i sends nothing from step drops[i] on.
func (g *group) run(drops map[int]secagg.Phase) (err error) {
	if g.server, err = secagg.NewServer(g.terms); err != nil {
		return err
	}
	for p := secagg.Joining; p < secagg.Finished; p++ {
		for i := range g.members {
			if at, ok := drops[i]; ok && p >= at {
				continue
			}
			g.turn(p, i)
		}
		if err := g.server.Close(); err != nil {
			return err
		}
	}
	return nil
}

func (g *group) turn(p secagg.Phase, i int) {
	if g.answers[i] != nil {
		return
	}
	before, ok := g.server.Before(p, i)
	if p > secagg.Joining && !ok {
		return
	}
	if g.tamper != nil && p > secagg.Joining {
		before = g.tamper(p, i, slices.Clone(before))
	}
	next, raw, err := g.step(p, i, before)
	if err != nil {
		g.answers[i] = err
		return
	}
	// A site that is killed between any two messages goes on from its disk.
	kept, err := next.Marshal()
	if err == nil {
		next, err = secagg.ResumeMember(kept, g.keys[i])
	}
	if err != nil {
		g.answers[i] = err
		return
	}
	g.members[i] = next
	g.up += len(raw)
	for range 2 { // everything comes twice
		if _, err := g.server.Receive(p, raw); err != nil {
			g.answers[i] = err
		}
	}
}

func (g *group) plainSum(survivors []secagg.Included) []uint32 {
	sum := make([]uint32, g.terms.Length)
	for _, s := range survivors {
		for j, v := range g.inputs[s.Member] {
			sum[j] += v
		}
	}
	return sum
}

func TestForAnyDropoutsTheSumIsThatOfTheSurvivorsToTheBitOrThereIsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(5, 12).Draw(t, "members")
		g := newGroup(n, rapid.IntRange(1, 40).Draw(t, "length"), rapid.Uint64().Draw(t, "seed"))
		drops := map[int]secagg.Phase{}
		lost, maskedLost := 0, 0
		for i := range n {
			at := secagg.Phase(rapid.SampledFrom([]int{6, 6, 6, 6, 6, 6, 6, 0, 1, 2, 3, 4, 5}).Draw(t, "drop"))
			if at < secagg.Finished {
				drops[i] = at
				lost++
			}
			if at <= secagg.Masking {
				maskedLost++
			}
		}
		err := g.run(drops)
		for i, err := range g.answers {
			if !errors.Is(err, secagg.ErrTooFew) {
				t.Fatalf("member %d: %v", i, err)
			}
		}
		if n-lost < secagg.Threshold(n) {
			if !errors.Is(err, secagg.ErrTooFew) {
				t.Fatalf("%d of %d dropped: %v", lost, n, err)
			}
			if sum, ok := g.server.Sum(); ok || sum != nil {
				t.Fatal("a sum of too few")
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		sum, ok := g.server.Sum()
		if survivors := g.server.Survivors(); !ok || len(survivors) != n-maskedLost || !slices.Equal(sum, g.plainSum(survivors)) {
			t.Fatalf("%d survivors of %d with %v: sum differs", len(survivors), n, drops)
		}
	})
}

func TestLargeGroupsHaveFewNeighboursAndTheSameSum(t *testing.T) {
	const n = 80
	g := newGroup(n, 50, 3)
	drops := map[int]secagg.Phase{}
	for i := range n / 10 {
		drops[i*9] = secagg.Phase(i%6 + 1)
	}
	if err := g.run(drops); err != nil {
		t.Fatal(err)
	}
	if secagg.Degree(n) >= n-1 {
		t.Fatalf("degree %d: the graph is complete", secagg.Degree(n))
	}
	sum, _ := g.server.Sum()
	if !slices.Equal(sum, g.plainSum(g.server.Survivors())) {
		t.Error("sum differs")
	}
}

func TestAServerThatWasKilledIsTheSameAgainFromWhatItStored(t *testing.T) {
	g := newGroup(6, 9, 4)
	type entry struct {
		p   secagg.Phase
		raw []byte // nil: the step was closed
	}
	var journal []entry
	replay := func() *secagg.Server {
		s, err := secagg.NewServer(g.terms)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range journal {
			if e.raw == nil {
				err = s.Close()
			} else {
				_, err = s.Receive(e.p, e.raw)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	for p := secagg.Joining; p < secagg.Finished; p++ {
		for i := range g.members {
			if i == 2 && p >= secagg.Masking {
				continue
			}
			before, _ := replay().Before(p, i)
			next, raw, err := g.step(p, i, before)
			if err != nil {
				t.Fatal(p, i, err)
			}
			g.members[i] = next
			journal = append(journal, entry{p, raw})
		}
		journal = append(journal, entry{p, nil})
	}
	s := replay()
	if sum, ok := s.Sum(); !ok || !slices.Equal(sum, g.plainSum(s.Survivors())) {
		t.Error("sum differs after a restart at every message")
	}
}

func TestAMemberDoesNoStepTwiceAndForgetsItsSecretsAtTheEnd(t *testing.T) {
	g := newGroup(5, 4, 5)
	if err := g.run(nil); err != nil {
		t.Fatal(err)
	}
	m := g.members[0]
	if m.Due() != secagg.Finished {
		t.Fatal(m.Due())
	}
	for _, again := range []func() error{
		func() error { _, _, err := m.Unmask(nil); return err },
		func() error { _, _, err := m.Agree(nil); return err },
		func() error { _, _, err := m.Masked(nil, secagg.Input{}); return err },
	} {
		if err := again(); !errors.Is(err, secagg.ErrStep) {
			t.Errorf("done again: %v", err)
		}
	}
	kept, err := m.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{`"MaskKey":null`, `"BoxKey":null`, `"Held":null`, `"Peers":null`} {
		if !bytes.Contains(kept, []byte(secret)) {
			t.Errorf("kept after the end: want %s in %s", secret, kept)
		}
	}
}

func TestTermsThatHideNobodyOrOverflowAreRefused(t *testing.T) {
	for what, change := range map[string]func(*secagg.Terms){
		"four members":     func(t *secagg.Terms) { t.Roster = t.Roster[:4] },
		"a member twice":   func(t *secagg.Terms) { t.Roster[1] = t.Roster[0] },
		"a key twice":      func(t *secagg.Terms) { t.Roster[1].Key = t.Roster[0].Key },
		"no order":         func(t *secagg.Terms) { slices.Reverse(t.Roster) },
		"nothing to add":   func(t *secagg.Terms) { t.Length = 0 },
		"bits to overflow": func(t *secagg.Terms) { t.Bits = 30 },
	} {
		g := newGroup(5, 4, 6)
		change(&g.terms)
		if err := g.terms.Check(); err == nil {
			t.Errorf("%s: accepted", what)
		}
	}
	// The bound at its edge: 2^n members of as many bits as are left fit, one bit
	// more does not.
	g := newGroup(300, 1, 7)
	g.terms.Bits = 23
	if err := g.terms.Check(); err != nil {
		t.Error(err)
	}
	g.terms.Bits = 24
	if err := g.terms.Check(); err == nil {
		t.Error("300 vectors of 24 bits: accepted")
	}
}

func TestTheLargestInputsOfAllMembersDoNotWrap(t *testing.T) {
	q := secagg.Quantiser{Bits: 24, Bound: 1.5}
	const n = 255 // the most that 24 bits allow
	for _, v := range []float32{1.5, -1.5} {
		in, err := q.Encode(secagg.NewInput(1), []float32{v}, 1, rand.NewChaCha8([32]byte{}))
		if err != nil {
			t.Fatal(err)
		}
		sum := []uint32{0}
		for range n {
			sum[0] += in.Words()[0]
		}
		got, err := q.Decode(sum)
		if err != nil || got[0] != v*n {
			t.Errorf("%v %v, want %v", got, err, v*n)
		}
	}
}

func TestRoundingIsRightInExpectationAndRefusesWhatIsOutside(t *testing.T) {
	q := secagg.Quantiser{Bits: 8, Bound: 1}
	random := rand.NewChaCha8([32]byte{1})
	const n = 40_000
	for _, v := range []float32{0.3337, -0.1113} {
		x := slices.Repeat([]float32{v}, n)
		coded, err := q.Encode(secagg.NewInput(n), x, 1, random)
		if err != nil {
			t.Fatal(err)
		}
		back, err := q.Decode(coded.Words())
		if err != nil {
			t.Fatal(err)
		}
		mean := 0.0
		for _, b := range back {
			if d := float64(b - v); d > q.Step()+1e-6 || d < -q.Step()-1e-6 {
				t.Fatalf("off by %v, a step is %v", d, q.Step())
			}
			mean += float64(b) / n
		}
		// Five standard errors of a value within one step.
		if d := mean - float64(v); d > 5*q.Step()/2/200 || d < -5*q.Step()/2/200 {
			t.Errorf("mean %v of %v", mean, v)
		}
	}
	if _, err := q.Encode(secagg.NewInput(1), []float32{1.01}, 1, random); err == nil {
		t.Error("outside the range: accepted")
	}
}
