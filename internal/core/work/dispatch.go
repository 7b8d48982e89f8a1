package work

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// A dispatch shows its primal and dual solution: the conditions of an optimum
// (Karush, Kuhn and Tucker) are put to it, and the gap of its limits is closed.
// By the direct-current model, which is convex, that is the optimum; otherwise it
// is one nearby.

// dispatchOptions are what is asked: as the study of the network asks its own.
func dispatchOptions(k Kind) opf.Options {
	if k == Secure {
		return opf.Options{DC: true, Secure: true, SecureFactor: secureShare, Tolerance: 1e-5}
	}
	return opf.Options{}
}

// secureShare is the share of a rating that may be used after a loss.
const secureShare = 0.95

func solveDispatch(q *Question, _ int) (answers, error) {
	s, net := q.Spec, q.Net
	var a answers
	r, err := opf.Solve(net, dispatchOptions(s.Kind))
	if errors.Is(err, opf.ErrInfeasible) {
		a.add(unsolvedLeaf(0, Failed), nil)
		return a, nil
	}
	if err != nil {
		return a, err
	}
	// The leaf says what the rounded certificate shows, as its check will find.
	raw := encodeCertificate(r.Certificate)
	c, err := decodeCertificate(raw, net.N())
	if err != nil {
		return a, err
	}
	shown, err := opf.Check(net, dispatchOptions(s.Kind), c)
	if err != nil {
		return a, fmt.Errorf("check the dispatch that was found: %w", err)
	}
	a.add(dispatchLeaf(s.Kind, shown, c, raw), raw)
	return a, nil
}

func dispatchLeaf(k Kind, shown opf.Shown, c opf.Certificate, raw []byte) Leaf {
	l := Leaf{Status: Solved, Solution: HashShown(raw), Summary: proof.Summary{Worst: basisPoints(shown.Worst), Lowest: proof.NoVoltage, Solved: 1}}
	if k == Dispatch {
		for _, v := range c.Vm {
			l.Summary.Lowest = min(l.Summary.Lowest, basisPoints(v))
		}
	}
	return l
}

func encodeCertificate(c opf.Certificate) []byte {
	out := appendQuanta(appendQuanta(nil, Quantum, c.Vm...), Quantum, c.Va...)
	out = appendQuanta(out, dualQuantum, c.Balance...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(c.Units)))
	for _, u := range c.Units {
		out = appendQuanta(out, Quantum, u[:]...)
	}
	out = binary.BigEndian.AppendUint32(out, uint32(len(c.Limits)))
	out = appendQuanta(out, dualQuantum, c.Limits...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(c.Losses)))
	for _, p := range c.Losses {
		out = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(out, uint32(p.Branch)), uint32(p.Outage))
	}
	return out
}

func decodeCertificate(raw []byte, buses int) (opf.Certificate, error) {
	r := reader{raw: raw}
	c := opf.Certificate{Vm: r.quanta(buses, Quantum), Va: r.quanta(buses, Quantum), Balance: r.quanta(2*buses, dualQuantum)}
	for range r.count(32) {
		c.Units = append(c.Units, [4]float64(r.quanta(4, Quantum)))
	}
	c.Limits = r.quanta(r.count(8), dualQuantum)
	for range r.count(8) {
		pair := r.raw[:8]
		c.Losses = append(c.Losses, opf.Pair{Branch: int(binary.BigEndian.Uint32(pair)), Outage: int(binary.BigEndian.Uint32(pair[4:]))})
		r.raw = r.raw[8:]
	}
	return c, r.end()
}

// dispatch checks an opened dispatch.
func (v *Verifier) dispatch(o Opening, done *Checked) error {
	if o.Leaf.Status != Solved {
		return v.again(o.Leaf, done)
	}
	if err := committed(o); err != nil {
		return err
	}
	c, err := decodeCertificate(o.Voltages, v.net.N())
	if err != nil {
		return err
	}
	shown, err := opf.Check(v.net, dispatchOptions(v.spec.Kind), c)
	if errors.Is(err, opf.ErrCertificate) {
		return fmt.Errorf("%w: %w", ErrWrong, err)
	}
	if err != nil {
		return err
	}
	done.Residue += v.net.N()
	return same(o.Leaf, dispatchLeaf(v.spec.Kind, shown, c, o.Voltages))
}
