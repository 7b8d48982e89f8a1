package federate_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

func plan() federate.Plan {
	return federate.Plan{Version: 1, Strategy: strategy.Settings{Name: "fedavg"}, Clip: 1, Bits: 22, MaxWeight: 100, Steps: 10}
}

func TestTheSumOfVectorsIsTheWeightedMeanOfTheClippedUpdates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, random := plan(), rand.NewChaCha8([32]byte{1})
		n := rapid.IntRange(1, 20).Draw(t, "sites")
		sum, want, total := make([]uint32, 4), make([]float64, 3), 0.0
		for range n {
			update := rapid.SliceOfN(rapid.Float32Range(-2, 2), 3, 3).Draw(t, "update")
			weight := rapid.Float64Range(1, 150).Draw(t, "weight")
			in, err := p.Vector(update, weight, random)
			if err != nil {
				t.Fatal(err)
			}
			for i, v := range in.Words() {
				sum[i] += v
			}
			w, scale := min(weight, p.MaxWeight), 1.0
			if norm := strategy.Norm(update); norm > p.Clip {
				scale = p.Clip / norm
			}
			total += w
			for i, v := range update {
				want[i] += w * scale * float64(v)
			}
		}
		mean, weight, err := p.Mean(sum)
		if err != nil {
			t.Fatal(err)
		}
		// A step of 2^-21 for each site, over a weight of at least a hundredth each.
		if math.Abs(weight-total) > 1e-3 {
			t.Errorf("weight %v, want %v", weight, total)
		}
		for i := range mean {
			if w := want[i] / total; math.Abs(float64(mean[i])-w) > 2e-4 {
				t.Errorf("mean %v, want %v", mean[i], w)
			}
		}
	})
}

func TestWhatIsNoUpdateOrNoPlanIsRefused(t *testing.T) {
	p, random := plan(), rand.NewChaCha8([32]byte{1})
	if _, err := p.Vector([]float32{float32(math.NaN())}, 1, random); err == nil {
		t.Error("an update that is no number: accepted")
	}
	if _, err := p.Vector([]float32{1}, 0, random); err == nil {
		t.Error("no weight: accepted")
	}
	if _, _, err := p.Mean([]uint32{0, 5}); err == nil {
		t.Error("a sum without weight: accepted")
	}
	for what, raw := range map[string]string{
		"an unknown field": `{"version":1,"strategy":{"name":"fedavg"},"clip":1,"bits":16,"max_weight":1,"steps":1,"x":1}`,
		"a later version":  `{"version":2,"strategy":{"name":"fedavg"},"clip":1,"bits":16,"max_weight":1,"steps":1}`,
		"no clip":          `{"version":1,"strategy":{"name":"fedavg"},"bits":16,"max_weight":1,"steps":1}`,
		"another strategy": `{"version":1,"strategy":{"name":"krum"},"clip":1,"bits":16,"max_weight":1,"steps":1}`,
	} {
		if _, _, err := federate.DecodePlan([]byte(raw)); err == nil {
			t.Errorf("%s: accepted", what)
		}
	}
}

func TestModelsAreReadBackAndHoldNumbersOnly(t *testing.T) {
	params := []float32{1.5, -0.25, 0}
	back, err := federate.DecodeModel(federate.EncodeModel(params))
	if err != nil || !cmp.Equal(params, back) {
		t.Error(back, err)
	}
	for _, raw := range [][]byte{nil, {1, 2, 3}, federate.EncodeModel([]float32{float32(math.Inf(1))})} {
		if _, err := federate.DecodeModel(raw); err == nil {
			t.Errorf("%v: accepted", raw)
		}
	}
}

func terms() (secagg.Terms, []byte) {
	raw, err := plan().Encode()
	if err != nil {
		panic(err)
	}
	_, hash, _ := federate.DecodePlan(raw)
	t := secagg.Terms{Round: 3, Plan: hash, Length: 4, Bits: 22}
	for i := range 5 {
		key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(i + 1)}, 32))
		t.Roster = append(t.Roster, secagg.Identity{Name: string(rune('a' + i)), Key: key.Public().(ed25519.PublicKey)})
	}
	return t, raw
}

func TestAnInvitationNamesItsPlan(t *testing.T) {
	terms, raw := terms()
	got, p, err := federate.ReadInvitation(federate.Invitation(terms, raw))
	if err != nil || got.Digest() != terms.Digest() || p.Bits != 22 {
		t.Error(err)
	}
	terms.Plan[0] ^= 1
	if _, _, err := federate.ReadInvitation(federate.Invitation(terms, raw)); err == nil {
		t.Error("another plan: accepted")
	}
}

func TestAnEnrolmentShowsTheKey(t *testing.T) {
	key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{9}, 32))
	public := key.Public().(ed25519.PublicKey)
	sig := federate.SignEnrolment("west", key)
	if err := federate.CheckEnrolment("west", public, sig); err != nil {
		t.Error(err)
	}
	if err := federate.CheckEnrolment("east", public, sig); !errors.Is(err, secagg.ErrSignature) {
		t.Errorf("another site's name: %v", err)
	}
}

func FuzzTalk(f *testing.F) {
	ask, _ := federate.Ask{Kind: federate.Hand, Site: "west", Body: []byte{1}}.Encode()
	answer, _ := federate.Answer{Kind: federate.Over, Record: &federate.Round{Number: 1}}.Encode()
	t, raw := terms()
	for _, seed := range [][]byte{ask, answer, federate.Invitation(t, raw), raw} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if a, err := federate.DecodeAsk(raw); err == nil {
			if again, err := a.Encode(); err != nil || len(again) == 0 {
				t.Error(err)
			}
		}
		_, _ = federate.DecodeAnswer(raw)
		_, _, _ = federate.ReadInvitation(raw)
		_, _, _ = federate.DecodePlan(raw)
		_, _ = federate.DecodeModel(raw)
	})
}
