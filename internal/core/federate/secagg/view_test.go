package secagg

import (
	"crypto/ed25519"
	"encoding/binary"
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
)

// fixed is a mask of one chosen value.
type fixed uint32

func (f fixed) fill(b, _ []byte) {
	for i := 0; i+4 <= len(b); i += 4 {
		binary.LittleEndian.PutUint32(b[i:], uint32(f))
	}
}

// TestWhatTheServerSeesDependsOnTheSumAlone lists every mask that there is in a
// ring of four elements (the words' two low bits), and counts what the server
// gets to see: masked inputs, survivors' own masks, and all masks of one who
// dropped. The counts are the same for every input with the same sum.
func TestWhatTheServerSeesDependsOnTheSumAlone(t *testing.T) {
	const ring = 4
	// Members 0, 1, 2 survive and 3 drops; of what 4 knows the colluding server
	// knows everything. Pairs among 0, 1 and 2 stay hidden.
	views := func(x [3]uint32) map[string]int {
		seen := map[string]int{}
		for code := range ring * ring * ring * ring * ring * ring {
			draw := func() uint32 {
				v := code % ring
				code /= ring
				return uint32(v)
			}
			own := [3]uint32{draw(), draw(), draw()}
			p01, p02, p12 := draw(), draw(), draw()
			// Masks with 3 and 4 are all known to the server: one value of each does.
			const p3, p4 = 3, 1
			masked := func(i int, plus, minus []mask) uint32 {
				w := binary.LittleEndian.AppendUint32(nil, x[i])
				blind(w, append(plus, fixed(own[i]), fixed(p3), fixed(p4)), minus)
				return binary.LittleEndian.Uint32(w) % ring
			}
			view := fmt.Sprint(own,
				masked(0, []mask{fixed(p01), fixed(p02)}, nil),
				masked(1, []mask{fixed(p12)}, []mask{fixed(p01)}),
				masked(2, nil, []mask{fixed(p02), fixed(p12)}))
			seen[view]++
		}
		return seen
	}
	first := views([3]uint32{1, 2, 3})
	for _, same := range [][3]uint32{{3, 2, 1}, {0, 0, 2}, {3, 3, 0}} {
		if !maps.Equal(first, views(same)) {
			t.Errorf("%v has the same sum and another view", same)
		}
	}
	if maps.Equal(first, views([3]uint32{1, 2, 2})) {
		t.Error("another sum has the same view: the test sees nothing")
	}
}

// TestMaskedVectorsOfTheRealRingLookRandomToACoalition runs the protocol twice,
// with inputs that differ and add up to the same, and takes off all masks that the
// server and a minority of members know. What is left of each honest vector is
// uniform: chi-square of its top bytes, within five standard deviations.
func TestMaskedVectorsOfTheRealRingLookRandomToACoalition(t *testing.T) {
	const n, length, colluder = 5, 1 << 16, 4
	for run := range 2 {
		terms := Terms{Round: 1, Attempt: [16]byte{byte(run)}, Length: length, Bits: 16}
		random := rand.NewChaCha8([32]byte{byte(run), 9})
		var keys []ed25519.PrivateKey
		for i := range n {
			var seed [32]byte
			_, _ = random.Read(seed[:])
			keys = append(keys, ed25519.NewKeyFromSeed(seed[:]))
			terms.Roster = append(terms.Roster, Identity{fmt.Sprint(i), keys[i].Public().(ed25519.PublicKey)})
		}
		input := func(i int) []uint32 {
			x := make([]uint32, length)
			for j := range x {
				x[j] = uint32(1000 * i)
				if run == 1 && i < 2 { // the same sum in another way
					x[j] = uint32(500 + 10_000*(1-2*i))
				}
			}
			return x
		}
		s, err := NewServer(terms)
		if err != nil {
			t.Fatal(err)
		}
		members, masking := make([]Member, n), make([]Member, n)
		for p := Joining; p < Finished; p++ {
			for i := range n {
				before, _ := s.Before(p, i)
				var raw []byte
				var err error
				switch m := members[i]; p {
				case Joining:
					members[i], raw, err = NewMember(terms, i, keys[i], random)
				case Keying:
					members[i], raw, err = m.Keys(before, random)
				case Sharing:
					members[i], raw, err = m.Shares(before, random)
				case Masking:
					masking[i] = m
					members[i], raw, err = m.Masked(before, InputOf(input(i)))
				case Agreeing:
					members[i], raw, err = m.Agree(before)
				case Unmasking:
					members[i], raw, err = m.Unmask(before)
				}
				if err == nil {
					_, err = s.Receive(p, raw)
				}
				if err != nil {
					t.Fatal(p, err)
				}
			}
			if err := s.Close(); err != nil {
				t.Fatal(p, err)
			}
		}
		total := make([]uint32, length)
		for i := range n - 1 {
			y := append([]uint32(nil), s.got[Masking][i].vector...)
			unblind(y, selfMask(masking[i].s.Seed, s.context, i), false)
			unblind(y, pairMask(masking[colluder].s.Peers[i].Shared, s.context, i, colluder), false)
			if chi := chiSquare(y); chi > 255+5*22.6 || chi < 255-5*22.6 {
				t.Errorf("run %d: vector of %d: chi-square %.0f over 255 degrees of freedom", run, i, chi)
			}
			for j := range total {
				total[j] += y[j]
			}
		}
		if chi := chiSquare(total); chi < 1e6 {
			t.Errorf("the honest sum looks random too (%.0f): the test sees nothing", chi)
		}
		if want := uint32(1000 * (0 + 1 + 2 + 3)); total[0] != want || total[length-1] != want {
			t.Errorf("run %d: the coalition learns %d, want the honest sum %d", run, total[0], want)
		}
	}
}

// chiSquare is that of the words' top bytes against equal counts.
func chiSquare(y []uint32) (chi float64) {
	var counts [256]float64
	for _, v := range y {
		counts[v>>24]++
	}
	want := float64(len(y)) / 256
	for _, c := range counts {
		chi += (c - want) * (c - want) / want
	}
	return chi
}

func TestFewerSharesThanTheThresholdFitEverySecret(t *testing.T) {
	// Over the whole field: with t-1 shares, for each secret there is a polynomial
	// that explains them, so shares of two secrets are drawn alike. Here: the share
	// of one holder with t = 2 is uniform, whatever the secret.
	for _, fill := range []byte{0, 255} {
		var s secret
		for i := range s {
			s[i] = fill
		}
		random := rand.NewChaCha8([32]byte{fill})
		var tops [256]float64
		const draws = 12_800
		for range draws {
			shares, err := split(s, 2, []int{0}, random)
			if err != nil {
				t.Fatal(err)
			}
			tops[shares[0][6]]++
		}
		chi := 0.0
		for _, c := range tops {
			chi += (c - draws/256) * (c - draws/256) / (draws / 256)
		}
		if chi > 255+5*22.6 {
			t.Errorf("shares of %d..: chi-square %.0f over 255 degrees of freedom", fill, chi)
		}
	}
}

func TestAnyThresholdOfSharesGivesTheSecretAndAWrongOneDoesNot(t *testing.T) {
	random := rand.NewChaCha8([32]byte{5})
	var s secret
	_, _ = random.Read(s[:])
	holders := []int{0, 3, 4, 8, 11, 200}
	shares, err := split(s, 4, holders, random)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		order := rand.New(random).Perm(len(holders))[:4]
		var who []int
		var some []share
		for _, i := range order {
			who, some = append(who, holders[i]), append(some, shares[i])
		}
		w, err := weights(who)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := join(w, some); err != nil || got != s {
			t.Fatalf("holders %v: %v", who, err)
		}
		some[0][0] ^= 1
		if got, err := join(w, some); err == nil && got == s {
			t.Error("a wrong share gives the right secret")
		}
	}
	if _, err := weights([]int{1, 1}); err == nil {
		t.Error("a holder twice: accepted")
	}
}

func TestTheKeyStreamIsAESInCounterMode(t *testing.T) {
	// AES-128 of the zero block under the zero key, the first of a counter that
	// starts at zero (a well-known value, H of NIST's GCM test case 1):
	// 66e94bd4ef8a2c3b884cfa59ca342b2e.
	y := make([]uint32, 5)
	unblind(y, newStream(make([]byte, 16)), true)
	want := []uint32{0xd44be966, 0x3b2c8aef, 0x59fa4c88, 0x2e2b34ca}
	for i, w := range want {
		if y[i] != w {
			t.Fatalf("word %d is %08x, want %08x", i, y[i], w)
		}
	}
	unblind(y, newStream(make([]byte, 16)), false)
	for _, v := range y {
		if v != 0 {
			t.Error("what was added does not come off")
		}
	}
}

// TestFewNeighbourhoodsHoldTooManyColluders is the exact chance, by the
// hypergeometric distribution, that one in ten colluders fill any neighbourhood so
// far that they and two stories told to its honest half open both secrets.
func TestFewNeighbourhoodsHoldTooManyColluders(t *testing.T) {
	for _, n := range []int{60, 100, 500, 1000, 2000} {
		k, c := Degree(n), Colluders(n)
		need := 2*Threshold(k+1) - (k + 1) // colluders among the holders
		if chance := float64(n) * tail(n-1, c, k, need); chance > 1e-6 {
			t.Errorf("%d members of whom %d collude: %.2g", n, c, chance)
		}
	}
}

// tail is P(X >= least) for X colluders among k drawn from n of whom c collude.
func tail(n, c, k, least int) float64 {
	p := 0.0
	for x := least; x <= min(c, k); x++ {
		one := 1.0
		// C(c,x) C(n-c,k-x) / C(n,k), factor by factor.
		for i := range x {
			one *= float64(c-i) / float64(x-i) * float64(k-i) / float64(n-i)
		}
		for i := range k - x {
			one *= float64(n-c-i) / float64(n-x-i)
		}
		p += one
	}
	return p
}
