package work_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

func key(i byte) ed25519.PrivateKey { return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{i}, 32)) }

func reveal() proof.Hash { return proof.Keccak([]byte("secret")) }

// caseText is a small synthetic network.
func caseText(t testing.TB) []byte {
	t.Helper()
	c, err := synth.Generate(synth.Options{Seed: 1, Buses: 60})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := c.WriteCase(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func spec(text []byte, kind work.Kind, count int) work.Spec {
	r := reveal()
	return work.Spec{
		Version: 1, Kind: kind, Case: proof.Keccak(text), Seed: 7, Spread: 0.02, Count: count, Class: work.Heavy, Priority: work.Medium,
		Deadline: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC), PriceBy: "internal", PriceUSD: 0.01, EnergyWh: 0.2, Reader: "page Grid", Commit: proof.Keccak(r[:]),
	}
}

// job is a task with its network and an honest result.
type job struct {
	spec   work.Spec
	text   []byte
	q      *work.Question
	result *work.Result
}

func newJob(t testing.TB, kind work.Kind, count int) job {
	t.Helper()
	text := caseText(t)
	j := job{spec: spec(text, kind, count), text: text}
	var err error
	if j.q, err = j.spec.Build(text); err != nil {
		t.Fatal(err)
	}
	if j.result, err = work.Solve(j.q, key(1), 1); err != nil {
		t.Fatal(err)
	}
	return j
}

func (j job) file(t testing.TB, drawn int) work.File {
	t.Helper()
	v := work.NewVerifier(j.q)
	c := j.result.Commitment
	opened, err := j.result.Open(v.Sample(c, reveal(), proof.Hash{}, drawn))
	if err != nil {
		t.Fatal(err)
	}
	return work.File{Format: work.FileFormat, Spec: j.spec, Commitment: c, Reveal: reveal(), Drawn: drawn, Opened: opened}
}

func TestAnHonestResultOfEveryKindHolds(t *testing.T) {
	for kind, count := range map[work.Kind]int{
		work.PowerFlow: 0, work.N1: 40, work.Series: 24, work.Adequacy: 200, work.Screening: 60, work.Dispatch: 0, work.Secure: 0, work.Nose: 0, work.Swing: 3,
	} {
		j := newJob(t, kind, count)
		f := j.file(t, 16)
		raw, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		again, err := work.ReadFile(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		done, err := again.Check(j.text)
		if err != nil || done.Opened != min(16, max(1, count)) || done.Residue == 0 && done.Rerun == 0 {
			t.Errorf("%s: %+v %v", kind, done, err)
		}
	}
}

func TestATaskIsTheSameOnAnyMachineAndItsDigestBindsEveryField(t *testing.T) {
	text := caseText(t)
	s := spec(text, work.N1, 10)
	seen := map[proof.Hash]bool{s.Digest(): true}
	for _, change := range []func(*work.Spec){
		func(s *work.Spec) { s.Seed++ }, func(s *work.Spec) { s.First++ }, func(s *work.Spec) { s.Count++ }, func(s *work.Spec) { s.Kind = work.PowerFlow },
		func(s *work.Spec) { s.PriceUSD++ }, func(s *work.Spec) { s.Reader += "x" }, func(s *work.Spec) { s.Deadline = s.Deadline.Add(1) }, func(s *work.Spec) { s.Commit[0]++ },
	} {
		other := s
		change(&other)
		if seen[other.Digest()] {
			t.Errorf("%+v has the digest of another", other)
		}
		seen[other.Digest()] = true
	}
}

// refused is an attack on a proof file and what it must be refused with.
type refused struct {
	attack func(t *testing.T, j job, f *work.File)
	with   string
}

func attacks() map[string]refused {
	return map[string]refused{
		"a result copied from another worker": {func(_ *testing.T, _ job, f *work.File) {
			copy(f.Commitment.Worker[:], key(2).Public().(ed25519.PublicKey))
		}, "did not sign"},
		"the wrong case":                   {func(_ *testing.T, _ job, f *work.File) { f.Spec.Case[0]++ }, "case file is another"},
		"a stale root, of another task":    {func(_ *testing.T, _ job, f *work.File) { f.Spec.Seed++ }, "another task"},
		"a summary that hides a violation": {func(_ *testing.T, _ job, f *work.File) { f.Commitment.Root.Summary.Worst = 1 }, "did not sign"},
		"a truncated solution":             {func(_ *testing.T, _ job, f *work.File) { f.Opened[0].Voltages = f.Opened[0].Voltages[:32] }, "bytes for"},
		"fewer openings":                   {func(_ *testing.T, _ job, f *work.File) { f.Opened = f.Opened[1:] }, "are wanted"},
		"openings of other leaves": {func(t *testing.T, j job, f *work.File) {
			f.Opened[0] = f.Opened[1]
		}, "in place of"},
		"a smaller sample of a seed that was ground": {func(_ *testing.T, _ job, f *work.File) { f.Reveal[0]++ }, "another number"},
		"no sample at all":                           {func(_ *testing.T, _ job, f *work.File) { f.Drawn, f.Opened = 0, nil }, "nothing was sampled"},
		"voltages that were not committed":           {func(_ *testing.T, _ job, f *work.File) { f.Opened[0].Voltages[15]++ }, "not the ones that were committed"},
	}
}

func TestEveryForgeryIsRefusedAndNamed(t *testing.T) {
	for name, a := range attacks() {
		t.Run(name, func(t *testing.T) {
			j := newJob(t, work.N1, 40)
			f := j.file(t, 40)
			a.attack(t, j, &f)
			_, err := f.Check(j.text)
			if err == nil || !strings.Contains(err.Error(), a.with) {
				t.Errorf("%v, want %q", err, a.with)
			}
		})
	}
}

// tampered commits leaves of an honest result after change was done to one of
// them: a worker that signs what it knows to be wrong.
func tampered(t testing.TB, j job, change func(i int, l *work.Leaf, s *work.Solution)) *work.Result {
	t.Helper()
	all := make([]int, j.result.Commitment.Count)
	for i := range all {
		all[i] = i
	}
	opened, err := j.result.Open(all)
	if err != nil {
		t.Fatal(err)
	}
	var leaves []work.Leaf
	var shown [][]byte
	for i, o := range opened {
		var s work.Solution
		if o.Leaf.Status == work.Solved {
			if s, err = work.DecodeSolution(o.Voltages, j.q.Net.N()); err != nil {
				t.Fatal(err)
			}
		}
		change(i, &o.Leaf, &s)
		leaves, shown = append(leaves, o.Leaf), append(shown, nil)
		if o.Leaf.Status == work.Solved {
			shown[i] = s.Encode()
		}
	}
	r, err := work.Commit(j.spec, leaves, shown, key(1))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAWorkerThatSignsWrongAnswersIsFoundByTheirResiduals(t *testing.T) {
	solvedFirst := func(change func(l *work.Leaf, s *work.Solution)) func(int, *work.Leaf, *work.Solution) {
		done := false
		return func(_ int, l *work.Leaf, s *work.Solution) {
			if l.Status == work.Solved && !done {
				done = true
				change(l, s)
			}
		}
	}
	for name, c := range map[string]struct {
		change func(l *work.Leaf, s *work.Solution)
		with   string
	}{
		"turned by an angle": {func(l *work.Leaf, s *work.Solution) {
			for i := range s.E {
				e, f := float64(s.E[i]), float64(s.F[i])
				s.E[i], s.F[i] = int64(e*math.Cos(0.1)-f*math.Sin(0.1)), int64(e*math.Sin(0.1)+f*math.Cos(0.1))
			}
			l.Solution = s.Hash()
		}, "phasor"},
		"one bus off": {func(l *work.Leaf, s *work.Solution) { s.E[20] += 5e6; l.Solution = s.Hash() }, "wrong"},
		"the low-voltage root": {func(l *work.Leaf, s *work.Solution) {
			for i := range s.E {
				s.E[i], s.F[i] = s.E[i]/2, s.F[i]/2
			}
			l.Solution = s.Hash()
		}, "base voltage"},
		"a loading made smaller": {func(l *work.Leaf, _ *work.Solution) { l.Summary.Worst /= 2 }, "summary"},
		"an island where is none": {func(l *work.Leaf, _ *work.Solution) {
			*l = work.Leaf{Index: l.Index, Status: work.Islanded, Summary: proof.Summary{Lowest: proof.NoVoltage, Islanded: 1}}
		}, "cuts nothing off"},
		"failed where is an answer": {func(l *work.Leaf, _ *work.Solution) {
			*l = work.Leaf{Index: l.Index, Status: work.Failed, Summary: proof.Summary{Lowest: proof.NoVoltage, Failed: 1}}
		}, "there is a solution"},
	} {
		t.Run(name, func(t *testing.T) {
			j := newJob(t, work.N1, 20)
			j.result = tampered(t, j, solvedFirst(c.change))
			f := j.file(t, 20)
			if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), c.with) {
				t.Errorf("%v, want %q", err, c.with)
			}
		})
	}
}

func TestAWorkerThatFindsNoSolutionToAnythingIsFoundAtTheFirstLeaf(t *testing.T) {
	j := newJob(t, work.N1, 40)
	j.result = tampered(t, j, func(_ int, l *work.Leaf, _ *work.Solution) {
		*l = work.Leaf{Index: l.Index, Status: work.Failed, Summary: proof.Summary{Lowest: proof.NoVoltage, Failed: 1}}
	})
	f := j.file(t, 1)
	if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) {
		t.Error(err)
	}
}

func TestAProofIsNoProofOfAnotherTaskNorAnotherRoundOfTheSame(t *testing.T) {
	j := newJob(t, work.N1, 20)
	f := j.file(t, 8)
	// Aborted and committed again under a number of its own choice: the task binds
	// the number, and the signature the task.
	other := proof.Keccak([]byte("a better one"))
	f.Spec.Commit, f.Reveal = proof.Keccak(other[:]), other
	if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), "another task") {
		t.Error(err)
	}
}

func TestHoursAndStatesThatAreMadeUpAreFound(t *testing.T) {
	for kind, change := range map[work.Kind]func(l *work.Leaf, s *work.Solution){
		// An hour in place of another: its voltages solve a network, but not that hour's.
		work.Series: func(l *work.Leaf, s *work.Solution) { s.E[20] += 5e6; l.Solution = s.Hash() },
	} {
		j := newJob(t, kind, 12)
		done := false
		j.result = tampered(t, j, func(_ int, l *work.Leaf, s *work.Solution) {
			if !done && l.Status == work.Solved {
				done = true
				change(l, s)
			}
		})
		f := j.file(t, 12)
		if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	j := newJob(t, work.Adequacy, 30)
	f := j.file(t, 30)
	f.Opened[3].Voltages = f.Opened[4].Voltages
	if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), "state that is drawn") {
		t.Error(err)
	}
	// The study's answer moves with its seed, and its chance of loss is one that
	// generators out six hours in a hundred give: neither none nor most.
	r, err := work.Solve(&work.Question{Spec: withCount(j.spec, 4000), Net: j.q.Net}, key(1), 1)
	if err != nil {
		t.Fatal(err)
	}
	if s := r.Commitment.Root.Summary; s.Solved != 4000 || s.Violating == 4000 {
		t.Errorf("%+v", s)
	}
}

func withCount(s work.Spec, n int) work.Spec {
	s.Count = n
	return s
}

func TestWrongLeavesAreDetectedAsOftenAsTheFormulaSays(t *testing.T) {
	j := newJob(t, work.N1, 50)
	const wrong, drawn, trials = 5, 8, 400
	rng := rand.New(rand.NewPCG(1, 1))
	v := work.NewVerifier(j.q)
	found := 0
	for range trials {
		bad := map[int]bool{}
		for len(bad) < wrong {
			bad[rng.IntN(50)] = true
		}
		r := tampered(t, j, func(i int, l *work.Leaf, _ *work.Solution) {
			if bad[i] {
				l.Summary.Worst++
			}
		})
		for _, i := range v.Sample(r.Commitment, reveal(), proof.Hash{}, drawn) {
			if bad[i] {
				found++
				break
			}
		}
	}
	// Without replacement the chance is a little above the formula's.
	want, got := work.Detection(0.1, drawn), float64(found)/trials
	if got < want-0.07 || got > want+0.1 {
		t.Errorf("found in %.3f of the trials, the formula says %.3f", got, want)
	}
}

func TestASampleFollowsFromItsSeedAloneAndFavoursNoLeaf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(1, 300).Draw(t, "n"), rapid.IntRange(1, 40).Draw(t, "k")
		seed := proof.Keccak([]byte(rapid.String().Draw(t, "seed")))
		got := proof.Draw(seed, n, k)
		if len(got) != min(n, k) {
			t.Fatalf("%d drawn", len(got))
		}
		for i := range got {
			if got[i] < 0 || got[i] >= n || i > 0 && got[i] <= got[i-1] {
				t.Fatalf("%v", got)
			}
		}
	})
	counts := make([]int, 20)
	for i := range 4000 {
		for _, leaf := range proof.Draw(proof.Keccak([]byte{byte(i), byte(i >> 8)}), 20, 3) {
			counts[leaf]++
		}
	}
	for leaf, n := range counts {
		if n < 500 || n > 700 {
			t.Errorf("leaf %d was drawn %d times, want about 600", leaf, n)
		}
	}
}

func TestRoundingToQuantaKeepsEveryResidualWithinTheTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := make([]complex128, rapid.IntRange(1, 20).Draw(t, "n"))
		for i := range v {
			v[i] = complex(rapid.Float64Range(-1.2, 1.2).Draw(t, "e"), rapid.Float64Range(-1.2, 1.2).Draw(t, "f"))
		}
		s := work.NewSolution(v)
		again, err := work.DecodeSolution(s.Encode(), len(v))
		if err != nil || again.Hash() != s.Hash() {
			t.Fatal(err)
		}
		for i := range v {
			if math.Abs(float64(s.E[i])*work.Quantum-real(v[i])) > work.Quantum || math.Abs(float64(s.F[i])*work.Quantum-imag(v[i])) > work.Quantum {
				t.Fatalf("%v became %d, %d", v[i], s.E[i], s.F[i])
			}
		}
	})
}

func TestTasksThatCannotBeAreRefused(t *testing.T) {
	text := caseText(t)
	for _, change := range []func(*work.Spec){
		func(s *work.Spec) { s.Version = 2 }, func(s *work.Spec) { s.Kind = "sudoku" }, func(s *work.Spec) { s.Count = 1 << 30 }, func(s *work.Spec) { s.First = 60_000 },
		func(s *work.Spec) { s.Spread = math.NaN() }, func(s *work.Spec) { s.PriceUSD = -1 }, func(s *work.Spec) { s.Class = "" }, func(s *work.Spec) { s.Deadline = time.Time{} },
	} {
		s := spec(text, work.N1, 10)
		change(&s)
		if _, err := s.Build(text); !errors.Is(err, work.ErrSpec) {
			t.Errorf("%+v: %v", s, err)
		}
	}
}

func FuzzProofFile(f *testing.F) {
	text := caseText(f)
	s := spec(text, work.PowerFlow, 0)
	q, err := s.Build(text)
	if err != nil {
		f.Fatal(err)
	}
	r, err := work.Solve(q, key(1), 1)
	if err != nil {
		f.Fatal(err)
	}
	opened, _ := r.Open([]int{0})
	raw, _ := json.Marshal(work.File{Format: work.FileFormat, Spec: s, Commitment: r.Commitment, Reveal: reveal(), Drawn: 1, Opened: opened})
	f.Add(raw)
	f.Add([]byte(`{"format":"pouw-dem/work-proof/1"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := work.ReadFile(bytes.NewReader(raw))
		if err != nil {
			return
		}
		if _, err := file.Check(text); err == nil && !file.Commitment.Signed() {
			t.Error("an unsigned commitment holds")
		}
	})
}
