package work

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// A screened outage shows the angles of all buses after it, by the direct-current
// model. All that are opened are balanced at once (Freivalds), with weights drawn
// from the number that the sample is drawn from.

func solveScreening(q *Question, _ int) (answers, error) {
	s, net := q.Spec, q.Net
	var a answers
	linear, err := contingency.NewLinear(net)
	if err != nil {
		return a, err
	}
	p, _ := net.Injection(nil, nil)
	screening, err := contingency.NewScreening(net, p)
	if err != nil {
		return a, err
	}
	before, after := linear.BaseAngles(p), make([]float64, net.N())
	for i := range s.Count {
		if !linear.OutageAngles(before, s.First+i, after) {
			a.add(unsolvedLeaf(i, Islanded), nil)
			continue
		}
		raw := appendQuanta(nil, Quantum, after...)
		rounded := reader{raw: raw}
		a.add(screenedLeaf(screening, i, s.First+i, rounded.quanta(net.N(), Quantum), raw), raw)
	}
	return a, nil
}

func screenedLeaf(screening *contingency.Screening, index, lost int, angle []float64, raw []byte) Leaf {
	l := Leaf{Index: index, Status: Solved, Solution: HashShown(raw), Summary: proof.Summary{Lowest: proof.NoVoltage, Solved: 1}}
	l.Summary.Worst = basisPoints(screening.Worst(lost, angle))
	if l.Summary.Worst > 10_000 {
		l.Summary.Violating = 1
	}
	return l
}

// screened checks all of an opened outage but the balance of its buses, which
// [Verifier.balanced] checks of all of them together.
func (v *Verifier) screened(o Opening, done *Checked) error {
	lost := v.spec.First + o.Leaf.Index
	cut := v.bridges.Is(lost)
	switch {
	case o.Leaf.Status == Islanded && cut:
		return same(o.Leaf, unsolvedLeaf(o.Leaf.Index, Islanded))
	case o.Leaf.Status != Solved:
		return fmt.Errorf("%w: status %d of an outage that is one linear equation", ErrWrong, o.Leaf.Status)
	case cut:
		return fmt.Errorf("%w: the outage cuts buses off", ErrWrong)
	}
	if err := committed(o); err != nil {
		return err
	}
	r := reader{raw: o.Voltages}
	angle := r.quanta(v.net.N(), Quantum)
	if err := r.end(); err != nil {
		return err
	}
	if v.screening == nil {
		var err error
		if v.screening, err = contingency.NewScreening(v.net, v.want.p); err != nil {
			return err
		}
	}
	v.lost, v.angles = append(v.lost, lost), append(v.angles, angle)
	done.Residue += len(angle)
	return same(o.Leaf, screenedLeaf(v.screening, o.Leaf.Index, lost, angle, o.Voltages))
}

// balanced balances all angles that were opened, twice with weights of their own.
func (v *Verifier) balanced(root proof.Hash) error {
	lost, angles := v.lost, v.angles
	v.lost, v.angles = nil, nil
	if len(lost) == 0 {
		return nil
	}
	seed := proof.Keccak([]byte("pouw-dem/weights/1"), root[:], v.drawn[:])
	rng := rand.New(rand.NewPCG(binary.BigEndian.Uint64(seed[:8]), binary.BigEndian.Uint64(seed[8:16])))
	weights := make([]float64, len(lost))
	for range 2 {
		for i := range weights {
			weights[i] = 1 + rng.Float64()
			if rng.Uint64()&1 == 1 {
				weights[i] = -weights[i]
			}
		}
		err := v.screening.Balanced(lost, angles, weights, Tolerance)
		if errors.Is(err, contingency.ErrAngles) {
			return fmt.Errorf("%w: %w", ErrWrong, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
