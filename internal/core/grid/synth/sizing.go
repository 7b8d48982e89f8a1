package synth

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
)

const (
	// fullest is how much of its rating a branch may carry in active power
	// after any loss, by the direct-current model. The rest is for reactive
	// power, losses and what that model does not see.
	fullest = 0.86
	// mostCircuits is the number of circuits side by side beyond which a place
	// cannot be built.
	mostCircuits = 8
	// negligible is the flow in MW whose loss overloads nothing that is not
	// nearly overloaded anyway: a tenth of what the weakest line carries.
	negligible   = 5
	sizingRounds = 60
	secureRounds = 12
	// widest is the angle in radians that may open between the ends of a branch
	// that is lost: the way round is then long, and voltage falls along it.
	widest = 0.2
)

// secure sizes the branches, holds the voltages, and then loses every branch in
// turn by the full equations: where that has no solution or leaves a limit, a
// branch gets a circuit more and everything is settled again.
func (d *design) secure() (*grid.Case, error) {
	if err := d.doubleBridges(); err != nil {
		return nil, err
	}
	for range secureRounds {
		if err := d.sizeBranches(); err != nil {
			return nil, fmt.Errorf("size the branches: %w", err)
		}
		c, err := d.holdVoltages()
		if err != nil {
			return nil, fmt.Errorf("hold the voltages: %w", err)
		}
		weak, err := d.strengthen(c)
		if err != nil {
			return nil, fmt.Errorf("lose each branch: %w", err)
		}
		if weak == 0 {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%w: not secure after %d rounds", ErrOptions, secureRounds)
}

// strengthen adds a circuit where a loss leaves limits. It returns how many
// losses do.
func (d *design) strengthen(c *grid.Case) (int, error) {
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		return 0, err
	}
	report, err := contingency.New(net).Run(contingency.AllBranches(net), contingency.Options{Rescue: true})
	if err != nil {
		return 0, err
	}
	edgeOf := make([]int, 0, len(c.Branches))
	for k, e := range d.edges {
		for range e.circuits {
			edgeOf = append(edgeOf, k)
		}
	}
	weak := make(map[int]bool)
	for i, r := range report.Results {
		switch {
		case r.Status == contingency.Islanded:
		case r.Status != contingency.OK || r.LowVoltages+r.HighVoltages > 0:
			weak[edgeOf[i]] = true
		case r.Overloads > 0:
			weak[edgeOf[r.MaxLoadingBranch]] = true
		}
	}
	for k := range weak { // each on its own, so their order does not matter
		if d.edges[k].circuits++; d.edges[k].circuits > mostCircuits {
			return 0, fmt.Errorf("%w: a place needs more than %d circuits side by side", ErrOptions, mostCircuits)
		}
	}
	return len(weak), nil
}

// sizeBranches chooses conductors, transformers and numbers of circuits: whatever
// is overloaded in the base
// case or after the loss of one branch or plant is made stronger, until
// nothing is. Strengthening one branch moves flows to it, so nothing is ever
// made weaker.
func (d *design) sizeBranches() error {
	for range sizingRounds {
		need, err := d.needs()
		if err != nil {
			return err
		}
		grown, err := d.grow(need)
		if err != nil || grown == 0 {
			return err
		}
	}
	return fmt.Errorf("%w: branches are still overloaded after %d rounds at %g MW", ErrOptions, sizingRounds, d.opt.Load)
}

// grow makes every edge as strong as it needs to be. It returns how many grew.
func (d *design) grow(need []float64) (int, error) {
	grown := 0
	for k := range d.edges {
		e := &d.edges[k]
		if d.buses[e.to].plant >= 0 || need[k] <= d.usable(*e) {
			continue
		}
		grown++
		for e.class < d.classes(*e)-1 && need[k] > d.usable(*e) && !math.IsInf(need[k], 1) {
			e.class++
		}
		if need[k] <= d.usable(*e) {
			continue
		}
		if e.circuits++; e.circuits > mostCircuits {
			return 0, fmt.Errorf("%w: a load of %g MW needs more than %d circuits side by side", ErrOptions, d.opt.Load, mostCircuits)
		}
		e.class = min(e.class, d.classes(*e)/2)
	}
	return grown, nil
}

// doubleBridges gives a second circuit to everything but a plant's transformer
// whose loss would cut buses off.
func (d *design) doubleBridges() error {
	net, err := grid.Compile(d.draft(), grid.Options{})
	if err != nil {
		return err
	}
	bridges := contingency.FindBridges(net)
	for k := range net.Branch.Row { // one circuit each still
		if e := &d.edges[k]; bridges.Is(k) && d.buses[e.to].plant < 0 {
			e.circuits = 2
		}
	}
	return nil
}

// draft is the case as designed so far.
func (d *design) draft() *grid.Case {
	zones := Zones()
	c := &grid.Case{Name: fmt.Sprintf("synth%d_%d", d.opt.Buses, d.opt.Seed), BaseMVA: base}
	inZone := make([]int, len(zones))
	number := make([]int, len(d.stations))
	for i := range d.stations {
		inZone[d.stations[i].zone]++
		number[i] = inZone[d.stations[i].zone]
	}
	for i, b := range d.buses {
		s := d.stations[b.station]
		c.Buses = append(c.Buses, grid.Bus{
			ID: i + 1, Type: grid.PQ, Pd: b.pd, Qd: b.qd, Bs: b.shunt, Area: s.zone + 1, Zone: s.zone + 1,
			Vm: 1, BaseKV: b.kv, Vmax: 1.1, Vmin: 0.9, Lat: s.lat, Lon: s.lon,
		})
		c.BusNames = append(c.BusNames, fmt.Sprintf("%s %d %g", zones[s.zone].Name, number[b.station], b.kv))
	}
	for _, p := range d.plants {
		f := fuels()[p.fuel]
		c.Buses[p.bus].Type = grid.PV
		c.Buses[p.bus].Vm = p.vg
		c.Gens = append(c.Gens, d.generator(p))
		c.GenCosts = append(c.GenCosts, p.cost())
		c.GenTypes = append(c.GenTypes, f.unit)
		c.GenFuels = append(c.GenFuels, f.name)
	}
	c.Buses[d.plants[d.reference()].bus].Type = grid.Ref
	for _, e := range d.edges {
		for range e.circuits {
			c.Branches = append(c.Branches, d.branch(e))
		}
	}
	return c
}

// reference is the plant that closes the balance: the largest in the North that
// burns coal or gas.
func (d *design) reference() int {
	best := 0
	score := func(p plant) float64 {
		s := p.pmax
		if f := fuels()[p.fuel]; f.name == "coal" || f.unit == "CC" {
			s += 1e6
		}
		if d.stationOf(p.bus).zone == north {
			s += 1e5
		}
		return s
	}
	for k, p := range d.plants {
		if score(p) > score(d.plants[best]) {
			best = k
		}
	}
	return best
}

// needs is the largest active power in MW that each circuit of each edge
// carries, in the base case and after the loss of any one branch or plant.
// What a plant gave, all others then give in proportion to their size.
func (d *design) needs() ([]float64, error) {
	c := d.draft()
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		return nil, err
	}
	linear, err := contingency.NewLinear(net)
	if err != nil {
		return nil, err
	}
	p, _ := net.Injection(nil, nil)
	balance(net, p)
	n := needs{base: linear.BaseFlows(p), shift: make([]float64, len(net.Branch.Row))}
	n.worst = make([]float64, len(n.base))
	n.consider(0)
	row := make([]float64, net.N())
	for k, flow := range n.base {
		if math.Abs(flow)*base < negligible || linear.Bridges().Is(k) {
			continue
		}
		linear.LODFColumn(k, n.shift)
		n.consider(flow)
		linear.PTDFRow(k, row)
		own := row[net.Branch.From[k]] - row[net.Branch.To[k]]
		if open := math.Abs(flow * net.Branch.X[k] * net.Branch.Tap[k] / (1 - own)); open > widest {
			n.worst[k] = max(n.worst[k], math.Inf(1))
		}
	}
	clear(p)
	total := 0.0
	for k, b := range net.Gen.Bus {
		p[b] += net.Gen.Pmax[k]
		total += net.Gen.Pmax[k]
	}
	for i := range p {
		p[i] /= total
	}
	others := linear.BaseFlows(p)
	for k, b := range net.Gen.Bus {
		if net.Gen.Pg[k]*base < negligible {
			continue
		}
		linear.PTDFColumn(b, n.shift)
		for i := range n.shift {
			n.shift[i] = others[i] - n.shift[i]
		}
		n.consider(net.Gen.Pg[k])
	}
	return d.perEdge(n.worst), nil
}

// balance puts what is generated for losses, which the direct-current model
// does not have, onto the loads.
func balance(net *grid.Network, p []float64) {
	surplus, load := 0.0, 0.0
	for i := range p {
		surplus += p[i]
		load += net.Bus.Pd[i]
	}
	for i := range p {
		p[i] -= net.Bus.Pd[i] * surplus / load
	}
}

// needs gathers the worst flow of each branch, p.u.
type needs struct{ base, shift, worst []float64 }

// consider moves the base flows by shift times amount.
func (n *needs) consider(amount float64) {
	for i, flow := range n.base {
		if amount != 0 {
			flow += n.shift[i] * amount
		}
		if flow = math.Abs(flow); flow > n.worst[i] {
			n.worst[i] = flow
		}
	}
}

// perEdge is the worst of an edge's circuits in MW, rounded before it decides
// anything.
func (d *design) perEdge(worst []float64) []float64 {
	out := make([]float64, len(d.edges))
	at := 0
	for k, e := range d.edges {
		for range e.circuits {
			out[k] = max(out[k], round(worst[at]*base, 100))
			at++
		}
	}
	return out
}
