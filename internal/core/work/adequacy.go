package work

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// A shard of an adequacy study samples states of the system: leaf k is state
// First+k, in which each generator is out with a chance of outageRate and the
// load is off by a tenth, normally distributed. What the rest cannot serve is
// unserved; the network between them is left out (a single node). A state is
// drawn from the task's seed, so that whoever draws it again finds the same.
const (
	outageRate = 0.06
	loadSpread = 0.10
)

// drawn is one state, in whole kW.
type drawn struct{ available, unserved int64 }

// drawState draws a state.
func drawState(s Spec, c *grid.Case, state int) drawn {
	rng := rand.New(rand.NewPCG(s.Seed, uint64(state)))
	load := 0.0
	for i := range c.Buses {
		load += c.Buses[i].Pd
	}
	load *= max(0, 1+loadSpread*rng.NormFloat64())
	var d drawn
	for i := range c.Gens {
		out := rng.Float64() < outageRate
		if g := &c.Gens[i]; g.On() && !out && g.Pmax > 0 && !math.IsInf(g.Pmax, 1) {
			d.available += kilowatts(g.Pmax)
		}
	}
	d.unserved = max(0, kilowatts(load)-d.available)
	return d
}

func kilowatts(mw float64) int64 {
	const most = 1e12
	return int64(math.Round(min(max(mw, -most), most) * 1000))
}

func (d drawn) encode() []byte {
	out := binary.BigEndian.AppendUint64(nil, uint64(d.available))
	return binary.BigEndian.AppendUint64(out, uint64(d.unserved))
}

// leaf says what share of the load of the state is unserved.
func (d drawn) leaf(index int) Leaf {
	l := Leaf{Index: index, Status: Solved, Solution: HashShown(d.encode()), Summary: proof.Summary{Lowest: proof.NoVoltage, Solved: 1}}
	if d.unserved > 0 {
		l.Summary.Violating = 1
		l.Summary.Worst = basisPoints(float64(d.unserved) / float64(d.unserved+d.available))
	}
	return l
}

func solveAdequacy(q *Question, _ int) (answers, error) {
	var a answers
	for k := range q.Spec.Count {
		d := drawState(q.Spec, q.Net.Case, q.Spec.First+k)
		a.add(d.leaf(k), d.encode())
	}
	return a, nil
}

// state draws an opened state again: that costs as little as any check.
func (v *Verifier) state(o Opening, done *Checked) error {
	d := drawState(v.spec, v.net.Case, v.spec.First+o.Leaf.Index)
	done.Rerun++
	if o.Leaf.Status != Solved || string(o.Voltages) != string(d.encode()) {
		return fmt.Errorf("%w: the state that is drawn has %d kW at hand and %d kW unserved", ErrWrong, d.available, d.unserved)
	}
	return same(o.Leaf, d.leaf(o.Leaf.Index))
}
