package work_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/continuation"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// forged signs what an honest worker would not: change alters what the first
// solved leaf shows, and the leaf commits that.
func forged(t *testing.T, j job, change func(l *work.Leaf, shown []byte) []byte) job {
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
	done := false
	for _, o := range opened {
		if !done && o.Leaf.Status == work.Solved {
			done = true
			o.Voltages = change(&o.Leaf, bytes.Clone(o.Voltages))
			o.Leaf.Solution = work.HashShown(o.Voltages)
		}
		leaves, shown = append(leaves, o.Leaf), append(shown, o.Voltages)
	}
	if !done {
		t.Fatal("no leaf is solved")
	}
	if j.result, err = work.Commit(j.spec, leaves, shown, key(1)); err != nil {
		t.Fatal(err)
	}
	return j
}

// moved adds to the number at a place, in quanta.
func moved(at int, by int64) func(*work.Leaf, []byte) []byte {
	return func(_ *work.Leaf, shown []byte) []byte {
		v := int64(binary.BigEndian.Uint64(shown[8*at:]))
		binary.BigEndian.PutUint64(shown[8*at:], uint64(v+by))
		return shown
	}
}

func truncated(_ *work.Leaf, shown []byte) []byte { return shown[:len(shown)-8] }

func longer(_ *work.Leaf, shown []byte) []byte { return append(shown, make([]byte, 8)...) }

// huge counts and lengths where numbers are expected.
func absurd(_ *work.Leaf, shown []byte) []byte {
	for i := range shown {
		shown[i] = 0xff
	}
	return shown
}

func lower(l *work.Leaf, shown []byte) []byte { l.Summary.Worst /= 2; return shown }

func TestWrongAnswersOfEveryKindAreFound(t *testing.T) {
	const percent = 1e8 // of a p.u. or rad, in quanta
	for kind, attacks := range map[work.Kind]map[string]func(*work.Leaf, []byte) []byte{
		work.Screening: {"angle": moved(30, percent), "reference": absurd, "short": truncated, "long": longer, "summary": lower},
		work.Dispatch:  {"voltage": moved(10, percent), "angle": moved(70, percent), "price": moved(60*2+10, 1e9), "short": truncated, "long": longer, "absurd": absurd, "summary": lower},
		work.Secure:    {"angle": moved(70, percent), "price": moved(60*2+10, 1e9), "short": truncated, "long": longer, "absurd": absurd, "summary": lower},
		work.Nose:      {"loading": moved(0, 5*percent), "voltage": moved(20, percent), "weight": moved(1+3*60, 100*percent), "short": truncated, "long": longer, "absurd": absurd, "summary": lower},
		work.Swing:     {"later": moved(0, 20<<32+20), "earlier": moved(0, -(20<<32 + 20)), "never": absurd, "short": truncated, "long": longer},
	} {
		honest := newJob(t, kind, map[work.Kind]int{work.Screening: 30, work.Swing: 3}[kind])
		for name, attack := range attacks {
			j := forged(t, honest, attack)
			f := j.file(t, max(1, j.spec.Count))
			if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) {
				t.Errorf("%s, %s: %v", kind, name, err)
			}
		}
	}
}

func TestNoSolutionIsBelievedWhereThereIsNone(t *testing.T) {
	for _, kind := range []work.Kind{work.PowerFlow, work.Dispatch, work.Secure, work.Nose} {
		j := newJob(t, kind, 0)
		failed := work.Leaf{Status: work.Failed, Summary: proof.Summary{Lowest: proof.NoVoltage, Failed: 1}}
		var err error
		if j.result, err = work.Commit(j.spec, []work.Leaf{failed}, [][]byte{nil}, key(1)); err != nil {
			t.Fatal(err)
		}
		f := j.file(t, 1)
		if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), "there is a solution") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// A network that has no solution is believed to have none once somebody else has
// looked, and whoever says so is paid a quarter.
func TestNoSolutionPaysLessAndOnlyOnceAnotherRunAgrees(t *testing.T) {
	c, err := grid.ReadCase("small", caseText(t))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := continuation.Scaled(c, 20).WriteCase(&b); err != nil {
		t.Fatal(err)
	}
	for kind, count := range map[work.Kind]int{work.PowerFlow: 0, work.N1: 5, work.Nose: 0, work.Secure: 0} {
		j := job{spec: spec(b.Bytes(), kind, count), text: b.Bytes()}
		if j.q, err = j.spec.Build(j.text); err != nil {
			t.Fatal(err)
		}
		if j.result, err = work.Solve(j.q, key(1), 1); err != nil {
			t.Fatal(err)
		}
		f := j.file(t, max(1, count))
		done, err := f.Check(j.text)
		if err != nil || done.Failed == 0 {
			t.Fatalf("%s: %+v %v", kind, done, err)
		}
		r := work.Record{State: work.Verified, Summary: f.Commitment.Root.Summary, Checked: done}
		if got, want := r.Earned(), uint64(done.Failed)+4*uint64(r.Summary.Islanded+r.Summary.Solved); got != want {
			t.Errorf("%s: %d quarters earned, want %d", kind, got, want)
		}
		r.Checked.Failed = 0
		if got := r.Earned(); got != 4*uint64(r.Summary.Islanded+r.Summary.Solved) {
			t.Errorf("%s: %d quarters earned without a run that agrees", kind, got)
		}
	}
}

func TestANumberThatIsWithheldOpensEveryLeaf(t *testing.T) {
	j := newJob(t, work.N1, 20)
	f := j.file(t, 4)
	f.Reveal = proof.Hash{}
	if _, err := f.Check(j.text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), "20 are wanted") {
		t.Error(err)
	}
	f = j.file(t, 20)
	f.Reveal = proof.Hash{}
	if done, err := f.Check(j.text); err != nil || done.Opened != 20 {
		t.Errorf("%+v %v", done, err)
	}
}

func TestAnOpenedLeafSaysWhatItsKindIsAskedFor(t *testing.T) {
	for kind, with := range map[work.Kind]string{work.Nose: "can grow by", work.Swing: "is survived", work.Adequacy: "MW unserved", work.PowerFlow: ""} {
		j := newJob(t, kind, map[work.Kind]int{work.Swing: 2, work.Adequacy: 2}[kind])
		opened, err := j.result.Open([]int{0})
		if err != nil {
			t.Fatal(err)
		}
		if says := j.spec.Says(opened[0]); opened[0].Leaf.Status == work.Solved && (!strings.Contains(says, with) || (says == "") != (with == "")) {
			t.Errorf("%s: %q", kind, says)
		}
	}
}

func TestAClassAnUrgencyAndAnEstimateBelongToEveryKind(t *testing.T) {
	for _, k := range work.Kinds() {
		s := spec(caseText(t), k, 0)
		s.Buses, s.Count = 2000, 1
		if c := k.Class(); c != work.Light && c != work.Heavy {
			t.Errorf("%s: class %q", k, c)
		}
		if e := s.Energy(); !(e > 0) || math.IsInf(e, 0) {
			t.Errorf("%s: %g Wh", k, e)
		}
	}
	if work.Swing.Urgency(work.Critical) != work.Critical || work.Swing.Urgency(work.Medium) != work.Low || work.Adequacy.Urgency(work.Critical) != work.Medium {
		t.Error("stability is not what an emergency asks for first")
	}
}

// An operating point outside of the band is no solution to a check, and so none to
// whoever is asked: an honest answer holds however hard the network is loaded.
func TestAnHonestAnswerHoldsWhereVoltagesAreTooLow(t *testing.T) {
	c, err := grid.ReadCase("small", caseText(t))
	if err != nil {
		t.Fatal(err)
	}
	for load, without := range map[float64]int{1: 0, 2: 0, 2.5: 20} { // at 2.5 power flows, at 0.66 p.u.
		var b bytes.Buffer
		if err := continuation.Scaled(c, load).WriteCase(&b); err != nil {
			t.Fatal(err)
		}
		j := job{spec: spec(b.Bytes(), work.N1, 20), text: b.Bytes()}
		if j.q, err = j.spec.Build(j.text); err != nil {
			t.Fatal(err)
		}
		if j.result, err = work.Solve(j.q, key(1), 1); err != nil {
			t.Fatal(err)
		}
		f := j.file(t, 20)
		if done, err := f.Check(j.text); err != nil || done.Failed != without || int(f.Commitment.Root.Summary.Failed) != without {
			t.Errorf("loads times %g: %+v of %+v: %v", load, done, f.Commitment.Root.Summary, err)
		}
	}
}
