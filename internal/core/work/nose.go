package work

import (
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/continuation"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// A nose shows the voltages at the most that the network can carry, with the
// weights of the balances by which no change of voltages carries more. Loads and
// generation grow in proportion, and generators hold their voltages whatever it
// takes.

// noseGrowth is where loads are at a loading of one.
const noseGrowth = 2

func noseTarget(net *grid.Network) (*grid.Network, error) {
	return grid.Compile(continuation.Scaled(net.Case, noseGrowth), grid.Options{})
}

func solveNose(q *Question, _ int) (answers, error) {
	net := q.Net
	var a answers
	target, err := noseTarget(net)
	if err != nil {
		return a, err
	}
	curve, err := continuation.Follow(net, target, continuation.Options{})
	if curve == nil || errors.Is(err, continuation.ErrLost) {
		if errors.Is(err, continuation.ErrInput) {
			return a, fmt.Errorf("%w: %w", ErrSpec, err)
		}
		a.add(unsolvedLeaf(0, Failed), nil)
		return a, nil
	}
	if err != nil {
		return a, err
	}
	c, err := continuation.Certify(net, target, curve)
	if err != nil {
		a.add(unsolvedLeaf(0, Failed), nil)
		return a, nil
	}
	raw := encodeNose(c)
	if c, err = decodeNose(raw, net.N()); err != nil {
		return a, err
	}
	a.add(noseLeaf(net, c, raw), raw)
	return a, nil
}

// noseLeaf says how loaded branches are and how low voltages at the nose.
func noseLeaf(net *grid.Network, c continuation.Certificate, raw []byte) Leaf {
	f := examine(net, none, phasors(c.Vm, c.Va))
	return Leaf{Status: Solved, Solution: HashShown(raw), Summary: proof.Summary{Worst: f.worst, Lowest: f.lowest, Solved: 1}}
}

func encodeNose(c continuation.Certificate) []byte {
	out := appendQuanta(nil, Quantum, c.Lambda)
	out = appendQuanta(appendQuanta(out, Quantum, c.Vm...), Quantum, c.Va...)
	return appendQuanta(out, Quantum, c.Weight...)
}

func decodeNose(raw []byte, buses int) (continuation.Certificate, error) {
	r := reader{raw: raw}
	var c continuation.Certificate
	if lambda := r.quanta(1, Quantum); len(lambda) == 1 {
		c.Lambda = lambda[0]
	}
	c.Vm, c.Va, c.Weight = r.quanta(buses, Quantum), r.quanta(buses, Quantum), r.quanta(2*buses, Quantum)
	return c, r.end()
}

// nose checks an opened nose.
func (v *Verifier) nose(o Opening, done *Checked) error {
	if o.Leaf.Status != Solved {
		return v.again(o.Leaf, done)
	}
	if err := committed(o); err != nil {
		return err
	}
	c, err := decodeNose(o.Voltages, v.net.N())
	if err != nil {
		return err
	}
	target, err := noseTarget(v.net)
	if err != nil {
		return err
	}
	if err := continuation.Check(v.net, target, c); err != nil {
		return fmt.Errorf("%w: %w", ErrWrong, err)
	}
	done.Residue += v.net.N()
	return same(o.Leaf, noseLeaf(v.net, c, o.Voltages))
}
