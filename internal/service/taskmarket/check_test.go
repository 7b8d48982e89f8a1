package taskmarket_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// hiding is a worker that does states of generators right but for one that it makes
// up, as its summary does: a sample is likely to miss it.
func (h *hall) hiding(t *testing.T, s work.Spec) work.Handed {
	t.Helper()
	q, err := s.Build(h.text)
	if err != nil {
		t.Fatal(err)
	}
	honest, err := work.Solve(q, key(1), 1)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]int, s.Count)
	for i := range all {
		all[i] = i
	}
	opened, err := honest.Open(all)
	if err != nil {
		t.Fatal(err)
	}
	var leaves []work.Leaf
	var shown [][]byte
	for _, o := range opened {
		leaves, shown = append(leaves, o.Leaf), append(shown, o.Voltages)
	}
	leaves[s.Count/2].Summary.Violating ^= 1
	r, err := work.Commit(s, leaves, shown, key(1))
	if err != nil {
		t.Fatal(err)
	}
	h.results[s.Digest()] = r
	return work.Handed{Operator: h.to[s.Digest()], Commitment: r.Commitment}
}

func TestACanaryFindsWhatASampleMissesAndNothingTellsItFromOtherTasks(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	canaries, found, missed, suspended := 0, 0, 0, false
	for round := 0; round < 400 && !suspended; round++ {
		before := len(h.offered)
		h.at = h.at.Add(2 * time.Hour) // what nobody did is closed
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
		suspended = len(h.offered) == before // nothing is given to it any more
		for _, s := range h.offered[before:] {
			canary := h.book[s.Digest()].Known != nil
			if canary {
				canaries++
			}
			if s.Kind != work.Adequacy {
				continue
			}
			if err := h.take(t.Context(), h.hiding(t, s)); err != nil {
				t.Fatal(err)
			}
			r := h.book[s.Digest()]
			switch {
			case canary && r.State != work.Refused:
				t.Errorf("a canary: %s %s", r.State, r.Reason)
			case strings.Contains(r.Reason, "known beforehand"):
				found++
			case r.State == work.Verified:
				missed++
			}
		}
	}
	if found == 0 || missed == 0 || !suspended {
		t.Errorf("%d lies were found by canaries, %d passed a sample, suspended at last: %v", found, missed, suspended)
	}
	if share := float64(canaries) / float64(len(h.offered)); share < 0.06 || share > 0.2 {
		t.Errorf("%.3f of the tasks are canaries, an eighth was to be", share)
	}
}

func TestAnHonestAnswerToACanaryHolds(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	checked := 0
	for range 12 {
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range h.offered {
		if h.book[s.Digest()].Known == nil {
			continue
		}
		if err := h.take(t.Context(), h.do(t, s, 0)); err != nil {
			t.Fatal(err)
		}
		if r := h.book[s.Digest()]; r.State != work.Verified {
			t.Errorf("%s: %s %s", s.Kind, r.State, r.Reason)
		}
		checked++
	}
	if checked == 0 {
		t.Error("no canary was made")
	}
}

// What a case file may make the coordinator do is bounded before it is done.
func TestAMaliciousCaseFileIsRefusedAndCostsLittle(t *testing.T) {
	const head = "function mpc = case1\nmpc.version = '2';\nmpc.baseMVA = "
	for name, text := range map[string]string{
		"recursive": head + strings.Repeat("(", 1<<20) + "1;",
		"nested":    head + strings.Repeat("[", 1<<20) + ";",
		"huge":      head + "zeros(1e9, 1e9);",
		"powers":    head + strings.Repeat("9^", 1<<18) + "9;",
		"slow":      head + "100;\n" + strings.Repeat("mpc.bus(:, 3) = mpc.bus(:, 3) * 2;\n", 1<<15),
		"binary":    string(make([]byte, 1<<20)),
		"dense":     head + "100;\nmpc.bus = [" + strings.Repeat("1 1 0 0 0 0 1 1 0 1 1 1.1 0.9;\n", 1<<15) + "];",
	} {
		h, _ := newHall(t)
		o := order(h)
		o.Text = []byte(text)
		if _, err := h.market().Submit(t.Context(), o); !errors.Is(err, taskmarket.ErrNotTaken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// notary is a chain that gives a block after each root, or is not there.
type notary struct {
	roots []proof.Hash
	gone  bool
}

func (n *notary) Witness(_ context.Context, task, root proof.Hash) (work.Witnessed, error) {
	if n.gone {
		return work.Witnessed{}, errors.New("no chain")
	}
	n.roots = append(n.roots, root)
	return work.Witnessed{ChainID: 7, Tx: task, Number: uint64(len(n.roots)), Block: proof.Keccak(root[:], task[:])}, nil
}

func TestASampleIsDrawnFromABlockAfterTheRootWhereThereIsAChain(t *testing.T) {
	for _, gone := range []bool{false, true} {
		h, _ := newHall(t)
		n := &notary{gone: gone}
		m := h.witnessed(n)
		h.listen(t, m)
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
		for _, s := range h.offered {
			if s.Kind != work.Adequacy {
				continue
			}
			if err := h.take(t.Context(), h.do(t, s, 0)); err != nil {
				t.Fatal(err)
			}
			f := h.files[s.Digest()]
			if f == nil || (f.Witness == nil) != gone || f.Block.IsZero() != gone {
				t.Fatalf("%+v", f)
			}
			if _, err := f.Check(h.text); err != nil {
				t.Error(err)
			}
			if gone {
				continue
			}
			if len(n.roots) != 1 || n.roots[0] != f.Commitment.Root.Hash {
				t.Errorf("%v is on the chain", n.roots)
			}
			// Another block, or none, draws other leaves.
			other := *f
			w := *f.Witness
			w.Block[0]++
			other.Witness, other.Block = &w, w.Block
			if _, err := other.Check(h.text); !errors.Is(err, work.ErrWrong) {
				t.Error(err)
			}
			other.Witness = nil
			if _, err := other.Check(h.text); !errors.Is(err, work.ErrWrong) {
				t.Error(err)
			}
		}
	}
}
