package federate_test

import (
	"crypto/ed25519"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// seen is what a coordinator sees of a round: each site's masked vector, and the
// mean.
type seen struct {
	masked [][]float32
	mean   []float32
}

// hold holds a round over updates, for real, and gives what the coordinator sees.
func hold(t *testing.T, p federate.Plan, updates [][]float32, seed byte) (s seen) {
	t.Helper()
	random := rand.NewChaCha8([32]byte{seed, 1})
	terms := secagg.Terms{Round: 1, Length: federate.Coordinates(len(updates[0])), Bits: p.Bits}
	var keys []ed25519.PrivateKey
	for i := range updates {
		var k [32]byte
		_, _ = random.Read(k[:])
		keys = append(keys, ed25519.NewKeyFromSeed(k[:]))
		terms.Roster = append(terms.Roster, secagg.Identity{Name: fmt.Sprint(i), Key: keys[i].Public().(ed25519.PublicKey)})
	}
	server, err := secagg.NewServer(terms)
	if err != nil {
		t.Fatal(err)
	}
	members := make([]secagg.Member, len(updates))
	for step := secagg.Joining; step < secagg.Finished; step++ {
		for i := range members {
			before, _ := server.Before(step, i)
			var raw []byte
			switch m := members[i]; step {
			case secagg.Joining:
				members[i], raw, err = secagg.NewMember(terms, i, keys[i], random)
			case secagg.Keying:
				members[i], raw, err = m.Keys(before, random)
			case secagg.Sharing:
				members[i], raw, err = m.Shares(before, random)
			case secagg.Masking:
				var x secagg.Input
				if x, err = p.Vector(updates[i], p.MaxWeight, random); err == nil {
					members[i], raw, err = m.Masked(before, x)
				}
			case secagg.Agreeing:
				members[i], raw, err = m.Agree(before)
			case secagg.Unmasking:
				members[i], raw, err = m.Unmask(before)
			}
			if err == nil {
				_, err = server.Receive(step, raw)
			}
			if err != nil {
				t.Fatal(step, err)
			}
			if step == secagg.Masking {
				words := make([]uint32, terms.Length)
				for j := range words {
					words[j] = binary.LittleEndian.Uint32(raw[10+4*j:]) // behind version, kind, member and length
				}
				x, err := secagg.Quantiser{Bits: p.Bits, Bound: p.Clip}.Decode(words)
				if err != nil {
					t.Fatal(err)
				}
				s.masked = append(s.masked, x[1:])
			}
		}
		if err := server.Close(); err != nil {
			t.Fatal(err)
		}
	}
	sum, _ := server.Sum()
	if s.mean, _, err = p.Mean(sum); err != nil {
		t.Fatal(err)
	}
	return s
}

const (
	inputs = 24
	hidden = 32
)

// oneStep is the update of a site that takes one gradient step on one example: a
// layer of rectified units under a linear one, squared error. The update is the
// first layer's weights, row by row, then its biases.
func oneStep(r *rand.Rand, x []float32) []float32 {
	update := make([]float32, hidden*inputs+hidden)
	for h := range hidden {
		z, out := 0.0, r.NormFloat64()
		for _, v := range x {
			z += r.NormFloat64() / math.Sqrt(inputs) * float64(v)
		}
		if z <= 0 {
			continue
		}
		delta := 0.1 * out
		for i, v := range x {
			update[h*inputs+i] = float32(-delta * float64(v))
		}
		update[hidden*inputs+h] = float32(-delta)
	}
	return update
}

// invert reads the input off an update: of each unit that was on, the gradient of
// the weights is that of the bias times the input.
func invert(update []float32) []float32 {
	best, at := 0.0, 0
	for h := range hidden {
		if b := math.Abs(float64(update[hidden*inputs+h])); b > best {
			best, at = b, h
		}
	}
	x := make([]float32, inputs)
	for i := range x {
		x[i] = update[at*inputs+i] / update[hidden*inputs+at]
	}
	return x
}

// likeness is the cosine between two vectors.
func likeness(a, b []float32) float64 {
	dot, aa, bb := 0.0, 0.0, 0.0
	for i := range a {
		dot += float64(a[i]) * float64(b[i])
		aa += float64(a[i]) * float64(a[i])
		bb += float64(b[i]) * float64(b[i])
	}
	return dot / math.Sqrt(aa*bb)
}

// TestAnUpdateGivesItsInputAwayAndAMaskedOneDoesNot runs gradient inversion on
// one-step updates of five sites: on the bare updates it finds every input, on
// what the coordinator sees of a round it finds none.
func TestAnUpdateGivesItsInputAwayAndAMaskedOneDoesNot(t *testing.T) {
	p := plan()
	p.Clip, p.Bits = 10, 24
	const rounds, sites, found = 20, 5, 0.95
	bare, masked, summed := 0, 0, 0
	for round := range rounds {
		r := rand.New(rand.NewPCG(uint64(round), 7))
		var updates, data [][]float32
		for range sites {
			x := make([]float32, inputs)
			for i := range x {
				x[i] = float32(r.NormFloat64())
			}
			data, updates = append(data, x), append(updates, oneStep(r, x))
		}
		view := hold(t, p, updates, byte(round))
		guess := invert(view.mean)
		for i, x := range data {
			if likeness(invert(updates[i]), x) > found {
				bare++
			}
			if likeness(invert(view.masked[i]), x) > found {
				masked++
			}
			if likeness(guess, x) > found {
				summed++
			}
		}
	}
	t.Logf("inputs found of %d: %d from bare updates, %d from masked ones, %d from means of five", rounds*sites, bare, masked, summed)
	if bare != rounds*sites {
		t.Errorf("%d of %d inputs found in bare updates: the attack is no attack", bare, rounds*sites)
	}
	// A unit that one site alone drives shows that site's input in the mean, which
	// no mask hides: it is the mean's own. With five random inputs this is rare.
	if masked != 0 || summed > rounds*sites/20 {
		t.Errorf("%d inputs found in masked updates, %d in means", masked, summed)
	}
}

// scores are an attacker's, who knows a day's gradient and asks whether it was
// among those of the step: how far the release points its way.
type scores struct{ with, without []float64 }

// rates are the share of days found, and of others taken for found, above a
// threshold.
func (s scores) rates(threshold float64) (tpr, fpr float64) {
	share := func(all []float64) float64 {
		n := 0
		for _, v := range all {
			if v > threshold {
				n++
			}
		}
		return float64(n) / float64(len(all))
	}
	return share(s.with), share(s.without)
}

// atFalse is the threshold that takes so large a share of the others for found.
func (s scores) atFalse(fpr float64) float64 {
	sorted := slices.Sorted(slices.Values(s.without))
	return sorted[int(float64(len(sorted))*(1-fpr))]
}

func unitVector(r *rand.Rand, n int) []float32 {
	x, square := make([]float32, n), 0.0
	for i := range x {
		v := r.NormFloat64()
		x[i] = float32(v)
		square += v * v
	}
	for i := range x {
		x[i] /= float32(math.Sqrt(square))
	}
	return x
}

func dot(a, b []float32) (d float64) {
	for i := range a {
		d += float64(a[i]) * float64(b[i])
	}
	return d
}

// TestASumTellsWhoIsInItAndNoiseBoundsThat is membership inference against the
// mean of five sites' steps over eight days each, which secure aggregation shows
// as it is: without noise the attack succeeds, and with noise by days it stays
// within TPR <= e^epsilon FPR + delta.
func TestASumTellsWhoIsInItAndNoiseBoundsThat(t *testing.T) {
	const length, days, sites, trials = 600, 8, 5, 150
	p := plan()
	p.Clip, p.Bits = 20, 24
	r := rand.New(rand.NewPCG(1, 2))
	target := unitVector(r, length)
	data := make([][][]float32, sites)
	for s := range data {
		for range days {
			data[s] = append(data[s], unitVector(r, length))
		}
	}
	mechanism := privacy.Mechanism{Days: days, Batch: days, Clip: 1, Sigma: 2, Steps: 2 * trials}
	account, err := privacy.NewAccount(privacy.Budget{Epsilon: 1e9, Delta: 1e-3})
	if err != nil {
		t.Fatal(err)
	}
	noisers := make([]*privacy.Noiser, sites)
	for s := range noisers {
		if noisers[s], err = account.Begin(mechanism, rand.NewChaCha8([32]byte{byte(s)})); err != nil {
			t.Fatal(err)
		}
	}
	// One round's worth, of a mechanism whose noise is exactly Gaussian.
	epsilon, err := privacy.GaussianEpsilon(1/mechanism.Sigma, 1e-3)
	if err != nil {
		t.Fatal(err)
	}
	attack := func(noisy bool) (s scores) {
		for trial := range 2 * trials {
			in := trial%2 == 0
			var updates [][]float32
			for site := range sites {
				n := noisers[site]
				if !noisy {
					updates = append(updates, make([]float32, length))
				} else if _, err := n.Sample(); err != nil {
					t.Fatal(err)
				}
				for d := range days {
					g := data[site][d]
					if site == 0 && d == 0 { // the day in question; without it nothing is in its place
						g = make([]float32, length)
						if in {
							g = target
						}
					}
					if noisy {
						if err := n.Add(g); err != nil {
							t.Fatal(err)
						}
						continue
					}
					for i, v := range g {
						updates[site][i] += v / days
					}
				}
				if noisy {
					out, err := n.Release(length)
					if err != nil {
						t.Fatal(err)
					}
					updates = append(updates, out)
				}
			}
			score := dot(hold(t, p, updates, byte(trial)).mean, target)
			if in {
				s.with = append(s.with, score)
			} else {
				s.without = append(s.without, score)
			}
		}
		return s
	}
	bare := attack(false)
	if tpr, fpr := bare.rates(bare.atFalse(0.02)); tpr < 0.95 {
		t.Errorf("without noise: TPR %.2f at FPR %.2f: secure aggregation alone would have to show the day", tpr, fpr)
	} else {
		t.Logf("without noise: TPR %.2f at FPR %.2f, from the securely aggregated mean alone", tpr, fpr)
	}
	noisy := attack(true)
	for _, fpr := range []float64{0.02, 0.05, 0.1, 0.2, 0.4} {
		tpr, fpr := noisy.rates(noisy.atFalse(fpr))
		bound := math.Exp(epsilon)*fpr + 1e-3
		slack := 4 * math.Sqrt(0.25/trials) // of both rates, at their widest
		t.Logf("epsilon %.2f: TPR %.3f at FPR %.3f, bound %.3f", epsilon, tpr, fpr, min(1, bound))
		if tpr > bound+slack {
			t.Errorf("TPR %.3f at FPR %.3f is above the bound %.3f", tpr, fpr, bound)
		}
	}
	if tpr, _ := noisy.rates(noisy.atFalse(0.02)); tpr > 0.5 {
		t.Errorf("with noise TPR is still %.2f at FPR 0.02", tpr)
	}
}

// audit is the largest epsilon that a two-sided attack on one day's canary shows
// with 99 % confidence (Jagielski et al. 2020), where the mechanism that runs is m
// and the canary's gradient has that norm.
func audit(t *testing.T, m privacy.Mechanism, norm, delta float64) float64 {
	t.Helper()
	m.Days, m.Batch = 1, 1
	account, err := privacy.NewAccount(privacy.Budget{Epsilon: 1e12, Delta: delta})
	if err != nil {
		t.Fatal(err)
	}
	n, err := account.Begin(m, rand.NewChaCha8([32]byte{77}))
	if err != nil {
		t.Fatal(err)
	}
	var s scores
	for trial := range m.Steps {
		if _, err := n.Sample(); err != nil {
			t.Fatal(err)
		}
		canary := []float32{0}
		if trial%2 == 0 {
			canary[0] = float32(norm)
		}
		if err := n.Add(canary); err != nil {
			t.Fatal(err)
		}
		out, err := n.Release(1)
		if err != nil {
			t.Fatal(err)
		}
		if trial%2 == 0 {
			s.with = append(s.with, float64(out[0]))
		} else {
			s.without = append(s.without, float64(out[0]))
		}
	}
	// The threshold is chosen on one half and judged on the other.
	half := len(s.with) / 2
	choose, judge := scores{s.with[:half], s.without[:half]}, scores{s.with[half:], s.without[half:]}
	best, at := 0.0, 0.0
	for _, fpr := range []float64{0.3, 0.1, 0.03, 0.01, 0.003, 0.002, 0.001} {
		th := choose.atFalse(fpr)
		if tpr, fpr := choose.rates(th); tpr/(fpr+1e-4) > best {
			best, at = tpr/(fpr+1e-4), th
		}
	}
	tpr, fpr := judge.rates(at)
	count := float64(len(judge.with))
	// Wilson's bounds at z = 2.58.
	wilson := func(p, sign float64) float64 {
		const z = 2.58
		return (p + z*z/(2*count) + sign*z*math.Sqrt(p*(1-p)/count+z*z/(4*count*count))) / (1 + z*z/count)
	}
	return math.Log(max(1e-9, wilson(tpr, -1)-delta) / wilson(fpr, 1))
}

func TestAnAuditFindsNoMoreThanTheAccountSaysAndCatchesPlantedFaults(t *testing.T) {
	const delta = 1e-3
	m := privacy.Mechanism{Clip: 1, Sigma: 1, Steps: 60_000}
	claimed, err := privacy.GaussianEpsilon(1/m.Sigma, delta)
	if err != nil {
		t.Fatal(err)
	}
	found := audit(t, m, 5, delta) // a canary far above the clip
	halved, unclipped := m, m
	halved.Sigma /= 2                         // half the noise that is claimed
	unclipped.Clip, unclipped.Sigma = 4, 1./4 // as much noise, and a clip that lets the canary through
	t.Logf("claimed %.2f; shown: %.2f, with half the noise %.2f, without clipping %.2f", claimed, found, audit(t, halved, 5, delta), audit(t, unclipped, 5, delta))
	if found > claimed || found < claimed/4 {
		t.Errorf("the audit shows %.2f of a claimed %.2f", found, claimed)
	}
	for what, bad := range map[string]privacy.Mechanism{"half the noise": halved, "no clipping": unclipped} {
		if found := audit(t, bad, 5, delta); found <= claimed {
			t.Errorf("%s: the audit shows %.2f, no more than the claimed %.2f", what, found, claimed)
		}
	}
}
