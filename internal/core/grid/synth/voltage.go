package synth

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

const (
	setPoint       = 1.02 // p.u., of a generator's terminal, unless that takes too much of its reactive range
	setPointStep   = 0.0025
	leastSetPoint  = 0.98
	mostSetPoint   = 1.045
	lowest         = 0.98 // p.u., band of the base case; Vmin and Vmax leave room for losses
	highest        = 1.045
	voltageRounds  = 120
	dispatchRounds = 4
	gentleAfter    = 8   // rounds, from where steps become smaller so that they settle
	relax          = 0.1 // part of a local estimate of the shunt needed that is added per round
	chargeAbsorbed = 0.4 // part of a 345 kV line's charging that reactors take in
	loadCorrected  = 0.7 // part of a load's reactive power that capacitors give
	reserve        = 0.7 // part of a generator's reactive range used in the base case, at most
)

// holdVoltages adds capacitors and reactors until the base case has every
// voltage in the band and every generator within its reactive range, and
// brings the dispatch to the losses found. It returns the solved case.
func (d *design) holdVoltages() (*grid.Case, error) {
	if !d.shunted {
		d.firstShunts()
		d.shunted = true
	}
	opt := powerflow.Options{Iterations: 30}
	for try := range voltageRounds {
		c := d.draft()
		net, err := grid.Compile(c, grid.Options{})
		if err != nil {
			return nil, err
		}
		settling := try < dispatchRounds
		opt.Shared = settling
		r, err := powerflow.New(net).Solve(opt)
		if err != nil {
			return nil, fmt.Errorf("round %d: %w", try+1, err)
		}
		opt.Start, opt.Vm, opt.Va = powerflow.Warm, r.Vm, r.Va
		// The dispatch follows the losses for a few rounds, while all plants share
		// what is missing; later changes are small and stay with the reference.
		if settling {
			d.dispatchFor(round(d.opt.Load+r.Losses()*base, 10))
		}
		if !d.correct(r, min(1, gentleAfter/float64(try+1))) && !settling {
			return d.solved(c, r), nil
		}
	}
	return nil, fmt.Errorf("%w: voltages do not settle in %d rounds", ErrOptions, voltageRounds)
}

// firstShunts are those that any planner would put there.
func (d *design) firstShunts() {
	for i := range d.buses {
		d.buses[i].shunt = d.buses[i].qd * loadCorrected
	}
	for _, e := range d.edges {
		if e.km > 0 && d.buses[e.from].kv == high {
			half := d.branch(e).B * base * float64(e.circuits) * chargeAbsorbed / 2
			d.buses[e.from].shunt -= half
			d.buses[e.to].shunt -= half
		}
	}
	for i := range d.buses {
		d.buses[i].shunt = round(d.buses[i].shunt, 10)
	}
}

// correct changes shunts where the solution is out of the band, by gain times
// an estimate of what is needed. It reports whether it changed any.
func (d *design) correct(r *powerflow.Result, gain float64) bool {
	changed := false
	add := func(bus int, mvar float64) {
		if mvar = round(mvar, 10); mvar != 0 {
			d.buses[bus].shunt = round(d.buses[bus].shunt+mvar, 10)
			changed = true
		}
	}
	y := &r.Network.Y
	for i, b := range d.buses {
		v := round(r.Vm[i], 1e5)
		if b.plant >= 0 || (v >= lowest && v <= highest) {
			continue
		}
		miss := lowest + 0.005 - v
		if v > highest {
			miss = highest - 0.005 - v
		}
		strength := math.Abs(y.B[y.Diag[i]]) * base
		add(i, math.Copysign(max(0.1, gain*min(relax*math.Abs(miss)*strength, d.largestStep(b.kv))), miss))
	}
	for k := range d.plants {
		p := &d.plants[k]
		g := d.generator(*p)
		q := round(r.Qg[k]*base, 100)
		switch {
		case q > reserve*g.Qmax && p.vg > leastSetPoint:
			p.vg, changed = round(p.vg-setPointStep, 1e4), true
		case q < reserve*g.Qmin && p.vg < mostSetPoint:
			p.vg, changed = round(p.vg+setPointStep, 1e4), true
		}
	}
	return changed
}

// largestStep is the most that a shunt changes per round, MVAr: the less the
// more of them work together.
func (d *design) largestStep(kv float64) float64 {
	fine := min(1, 2000/float64(d.opt.Buses))
	switch kv {
	case high:
		return 40 * fine
	case middle:
		return 12 * fine
	}
	return 2 * fine
}

// solved is the case with its solution in it, as precise as it needs to be to
// start from and coarse enough to be the same on every machine.
func (d *design) solved(c *grid.Case, r *powerflow.Result) *grid.Case {
	for i := range c.Buses {
		c.Buses[i].Vm = round(r.Vm[i], 1e5)
		c.Buses[i].Va = round(r.Va[i]*180/math.Pi, 1e4)
	}
	for k := range c.Gens {
		c.Gens[k].Pg = round(r.Pg[k]*base, 100)
		c.Gens[k].Qg = round(r.Qg[k]*base, 100)
		c.Buses[c.Gens[k].Bus-1].Vm = c.Gens[k].Vg
	}
	return c
}
