package secagg

import (
	"crypto/ed25519"
	"fmt"
	"math/rand/v2"
	"testing"
)

// upTo has n members go through the steps before one, and gives them as they stand
// there with what each is then sent.
func upTo(t *testing.T, n int, until Phase) (members []Member, before [][]byte) {
	t.Helper()
	terms := Terms{Round: 1, Length: 3, Bits: 16}
	random := rand.NewChaCha8([32]byte{byte(n)})
	var keys []ed25519.PrivateKey
	for i := range n {
		var seed [32]byte
		_, _ = random.Read(seed[:])
		keys = append(keys, ed25519.NewKeyFromSeed(seed[:]))
		terms.Roster = append(terms.Roster, Identity{fmt.Sprintf("%04d", i), keys[i].Public().(ed25519.PublicKey)})
	}
	s, err := NewServer(terms)
	if err != nil {
		t.Fatal(err)
	}
	members, before = make([]Member, n), make([][]byte, n)
	for p := Joining; p < until; p++ {
		for i := range n {
			var raw []byte
			switch m := members[i]; p {
			case Joining:
				members[i], raw, err = NewMember(terms, i, keys[i], random)
			case Keying:
				members[i], raw, err = m.Keys(before[i], random)
			case Sharing:
				members[i], raw, err = m.Shares(before[i], random)
			case Masking:
				members[i], raw, err = m.Masked(before[i], NewInput(0))
				if err == nil {
					t.Fatal("an input of no words: accepted")
				}
				members[i], raw, err = m.Masked(before[i], InputOf(make([]uint32, 3)))
			}
			if err == nil {
				_, err = s.Receive(p, raw)
			}
			if err != nil {
				t.Fatal(p, i, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(p, err)
		}
		for i := range n {
			before[i], _ = s.Before(p+1, i)
		}
	}
	return members, before
}

func TestTheKeysOfAPairAreThoseOfItsTwoEndsAndOfOneDirection(t *testing.T) {
	for _, n := range []int{6, CompleteUpTo + 10} {
		members, _ := upTo(t, n, Agreeing)
		seen := map[string]string{}
		pairs := 0
		for i, m := range members {
			for j, p := range m.s.Peers {
				pairs++
				back := members[j].s.Peers[i]
				if string(p.To.Seal) != string(back.From.Seal) || string(p.To.Tag) != string(back.From.Tag) {
					t.Fatalf("of %d: keys from %d to %d differ at the two ends", n, i, j)
				}
				for what, key := range map[string][]byte{"seals": p.To.Seal, "tags": p.To.Tag} {
					use := fmt.Sprintf("%s of %d to %d", what, i, j)
					if had, twice := seen[string(key)]; twice || len(key) != keyLen {
						t.Fatalf("of %d: %s under the key of %q", n, use, had)
					}
					seen[string(key)] = use
				}
			}
		}
		if want := n * Degree(n); pairs != want {
			t.Errorf("of %d: %d directions, want %d", n, pairs, want)
		}
	}
}

// TestATagIsUnderNoKeyThatSharesOpen holds for a member that dropped: with its
// mask key, which the others then open, nobody can vouch in its name.
func TestATagIsUnderNoKeyThatSharesOpen(t *testing.T) {
	for _, n := range []int{6, CompleteUpTo + 10} {
		members, _ := upTo(t, n, Agreeing)
		for v, p := range members[0].s.Peers {
			known := p.Shared // what the mask key of v gives with what 0 announced
			for _, guess := range [][]byte{nil, known} {
				there, back := directions(guess, known, members[0].s.Context, v, 0)
				back2, there2 := directions(guess, known, members[0].s.Context, 0, v)
				for _, d := range []direction{there, back, there2, back2} {
					if string(d.Tag) == string(p.From.Tag) || string(d.Seal) == string(p.From.Seal) {
						t.Fatalf("of %d: the keys of %d to 0 follow from its mask key", n, v)
					}
				}
			}
		}
	}
}

func TestAMessageMadeAnewAfterAKillIsSealedUnderAnotherNonce(t *testing.T) {
	members, before := upTo(t, 6, Sharing)
	random := rand.NewChaCha8([32]byte{1})
	_, one, err := members[0].Shares(before[0], random)
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := members[0].Shares(before[0], random)
	if err != nil {
		t.Fatal(err)
	}
	at := 2 + 4 + 4 + 4 + 4 // behind version, kind, member, count, recipient and length
	if string(one[at:at+12]) == string(other[at:at+12]) {
		t.Error("the same nonce for two messages")
	}
}

func TestSharesThatWereChangedOrAreUnderAnotherKeyDoNotOpen(t *testing.T) {
	key, other := make([]byte, keyLen), append(make([]byte, keyLen-1), 1)
	sealed := sealShares(key, held{Key: share{1}, Seed: share{2}})
	if h, ok := openShares(key, sealed); !ok || h.Key != (share{1}) || h.Seed != (share{2}) {
		t.Fatal("sealed shares do not open")
	}
	if _, ok := openShares(other, sealed); ok {
		t.Error("another key opens them")
	}
	for i := range sealed {
		sealed[i] ^= 1
		if _, ok := openShares(key, sealed); ok {
			t.Errorf("changed at %d: they open", i)
		}
		sealed[i] ^= 1
	}
	for n := range len(sealed) {
		if _, ok := openShares(key, sealed[:n]); ok {
			t.Errorf("cut to %d: they open", n)
		}
	}
}
