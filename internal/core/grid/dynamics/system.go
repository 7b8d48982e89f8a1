package dynamics

import (
	"fmt"
	"math"
	"math/cmplx"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// Data is what a study knows of a network beyond its case.
type Data struct {
	Machines   []Machine    `json:"machines"`
	Electronic []Electronic `json:"electronic_loads,omitempty"`
	Load       LoadModel    `json:"load_model"`
	Nominal    float64      `json:"nominal_hz"` // 0: 60
}

// System is a network at work: voltages, the states of its devices and their
// rates. One goroutine at a time.
type System struct {
	net     *grid.Network
	nominal float64
	base    *powerflow.Result

	devices []device
	bus     []int // of each device
	offset  []int // of each device's states; one more at the end
	rotors  []rotor
	loads   []*load
	soft    []*electronic
	softBus []int

	time                        float64
	x, rate, before, rateBefore []float64
	least, most                 []float64 // limits of the states
	held                        []bool    // states at a limit
	v, vBefore, left            []complex128
	y                           []complex128 // Ybus as it now is, by the network's pattern
	out                         []bool       // branches, by their number in the network
	fault                       []complex128 // admittance to ground at each bus
	part                        []int        // of the network that each bus is in
	dead                        []bool       // buses in parts without a machine at work
	weight, turned              []float64    // of each part: its inertia, and the mean angle of its rotors
	solver                      *solver

	// Iterations is how many Newton iterations were made, Worst the largest
	// residual of an accepted step, per unit and rad.
	Iterations int
	Worst      float64
}

// rotor is a machine in the list of devices.
type rotor struct {
	*machine
	device, bus int
}

// New is the system at rest in a solved power flow. Generators without a
// machine in data give constant current, whatever happens. Electronic loads are
// a part of the demand at their bus.
func New(base *powerflow.Result, data Data) (*System, error) {
	if !base.Converged {
		return nil, fmt.Errorf("dynamics need a power flow that converged: %w", powerflow.ErrNoSolution)
	}
	net := base.Network
	s := &System{
		net: net, nominal: data.Nominal, base: base,
		v: make([]complex128, net.N()), vBefore: make([]complex128, net.N()), left: make([]complex128, net.N()),
		y: make([]complex128, len(net.Y.Col)), out: make([]bool, len(net.Branch.Row)), fault: make([]complex128, net.N()),
		part: make([]int, net.N()), dead: make([]bool, net.N()), weight: make([]float64, net.N()), turned: make([]float64, net.N()),
	}
	if s.nominal == 0 {
		s.nominal = 60
	}
	for i := range s.v {
		s.v[i] = cmplx.Rect(base.Vm[i], base.Va[i])
	}
	if err := s.addGenerators(data.Machines); err != nil {
		return nil, err
	}
	if err := s.addLoads(data); err != nil {
		return nil, err
	}
	s.place()
	for _, r := range s.rotors {
		power := complex(base.Pg[r.index()], base.Qg[r.index()])
		from, to := s.offset[r.device], s.offset[r.device+1]
		r.rest(s.x[from:to], s.v[r.bus], power)
		r.limits(s.least[from:to], s.most[from:to])
	}
	s.solver = newSolver(net.Y.Ptr, net.Y.Col, s.devices)
	s.connect()
	return s, s.settle()
}

// index is the machine's generator in the network.
func (r rotor) index() int { return r.Generator }

// addGenerators makes a machine of every generator that has one, and a negative
// load of constant current of the others.
func (s *System) addGenerators(machines []Machine) error {
	byRow := make(map[int]*Machine, len(machines))
	for i := range machines {
		m := &machines[i]
		if err := m.check(len(s.net.Case.Gens)); err != nil {
			return err
		}
		if byRow[m.Generator] != nil {
			return fmt.Errorf("machine of generator %d is given twice", m.Generator)
		}
		byRow[m.Generator] = m
	}
	for k, row := range s.net.Gen.Row {
		at := s.net.Gen.Bus[k]
		if m := byRow[row+1]; m != nil {
			own := *m
			own.Generator = k
			s.rotors = append(s.rotors, rotor{newMachine(own, s.net.BaseMVA, s.nominal), len(s.devices), at})
			s.add(s.rotors[len(s.rotors)-1].machine, at)
			continue
		}
		steady := LoadModel{ActiveI: 1, ReactiveI: 1}
		s.add(&load{p: -s.base.Pg[k], q: -s.base.Qg[k], v0: s.base.Vm[at], model: steady, share: 1}, at)
	}
	if len(s.rotors) == 0 {
		return fmt.Errorf("no generator in service has a machine: give machine data, or let typical values be assumed")
	}
	return nil
}

func (m *Machine) check(rows int) error {
	bad := func(what string) error { return fmt.Errorf("machine of generator %d: %s", m.Generator, what) }
	switch {
	case m.Generator < 1 || m.Generator > rows:
		return bad(fmt.Sprintf("the case has rows 1 to %d", rows))
	case !(m.MVA > 0), !(m.H > 0), !(m.XdT > 0):
		return bad("mva, h_s and xd_transient must be above 0")
	case !(m.Td0 >= 0), !(m.D >= 0), !(m.Ra >= 0):
		return bad("td0_s, d and ra must not be below 0")
	case !m.classical() && !(m.Tq0 > 0 && m.Xd > 0 && m.Xq > 0 && m.XqT > 0):
		return bad("a two-axis machine needs xd, xq, xq_transient and tq0_s above 0")
	case m.Exciter != nil && !(m.Exciter.KA > 0 && m.Exciter.TA > 0 && m.Exciter.TE > 0 && m.Exciter.TF > 0):
		return bad("its exciter needs ka, ta_s, te_s and tf_s above 0")
	case m.Governor != nil && !(m.Governor.R > 0 && m.Governor.T1 > 0 && m.Governor.T3 > 0):
		return bad("its governor needs r, t1_s and t3_s above 0")
	}
	return nil
}

func (s *System) addLoads(data Data) error {
	electronic := make(map[int]float64) // MW by internal bus
	for _, e := range data.Electronic {
		at, known := s.net.Bus.Index[e.Bus]
		if !known {
			return fmt.Errorf("electronic load: the case has no bus %d", e.Bus)
		}
		if electronic[at] += e.MW / s.net.BaseMVA; !(e.MW > 0) || electronic[at] > s.net.Bus.Pd[at]+1e-9 {
			return fmt.Errorf("electronic load at bus %d: %g MW must be above 0 and within the %g MW of demand there", e.Bus, e.MW, s.net.Bus.Pd[at]*s.net.BaseMVA)
		}
		s.addElectronic(e, at)
	}
	for i := range s.v {
		// The power flow's own voltage dependence is in its demand at rest.
		u := s.base.Vm[i]
		factor := s.net.Bus.ZipP[i]*u*u + s.net.Bus.ZipI[i]*u + 1 - s.net.Bus.ZipP[i] - s.net.Bus.ZipI[i]
		l := &load{p: s.net.Bus.Pd[i]*factor - electronic[i], q: s.net.Bus.Qd[i] * factor, v0: u, model: data.Load, share: 1}
		if u > 0 && (l.p != 0 || l.q != 0) {
			s.loads = append(s.loads, l)
			s.add(l, i)
		}
	}
	return nil
}

func (s *System) addElectronic(e Electronic, at int) {
	power := e.MW / s.net.BaseMVA
	w := &electronic{Electronic: e, load: load{p: power, v0: s.base.Vm[at], share: 1}, ramp: e.PerSec / e.MW}
	s.soft, s.softBus = append(s.soft, w), append(s.softBus, at)
	s.add(w, at)
}

func (s *System) add(d device, bus int) {
	s.devices, s.bus = append(s.devices, d), append(s.bus, bus)
}

// place gives every device its part of the state.
func (s *System) place() {
	s.offset = make([]int, 1, len(s.devices)+1)
	for i, d := range s.devices {
		s.offset = append(s.offset, s.offset[i]+d.size())
	}
	n := s.offset[len(s.devices)]
	s.x, s.rate, s.before, s.rateBefore = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	s.least, s.most, s.held = make([]float64, n), make([]float64, n), make([]bool, n)
	for i := range n {
		s.least[i], s.most[i] = math.Inf(-1), math.Inf(1)
	}
}

// connect makes the admittances of what is now connected. Buses whose part of
// the network has no machine at work have no voltage.
func (s *System) connect() {
	y, b := &s.net.Y, &s.net.Branch
	s.divide()
	clear(s.y)
	for i := range s.v {
		if s.dead[i] {
			s.y[y.Diag[i]] = 1
			continue
		}
		s.y[y.Diag[i]] = complex(s.net.Bus.Gs[i], s.net.Bus.Bs[i]) + s.fault[i]
	}
	for k := range b.Row {
		from, to := b.From[k], b.To[k]
		if s.out[k] || s.dead[from] {
			continue
		}
		s.y[y.Diag[from]] += b.Yff[k]
		s.y[y.Diag[to]] += b.Ytt[k]
		s.y[y.At(from, to)] += b.Yft[k]
		s.y[y.At(to, from)] += b.Ytf[k]
	}
	s.solver.made = math.NaN()
}

// divide finds the parts into which the network falls, and which are dead.
func (s *System) divide() {
	b := &s.net.Branch
	for i := range s.part {
		s.part[i] = i
	}
	for k := range b.Row {
		if !s.out[k] {
			s.part[s.root(b.From[k])] = s.root(b.To[k])
		}
	}
	clear(s.weight)
	for i := range s.part {
		s.part[i] = s.root(i)
	}
	for _, m := range s.rotors {
		if !m.off {
			s.weight[s.part[m.bus]] += m.H * m.MVA
		}
	}
	for i := range s.dead {
		s.dead[i] = s.weight[s.part[i]] == 0
	}
}

func (s *System) root(i int) int {
	for s.part[i] != i {
		s.part[i] = s.part[s.part[i]]
		i = s.part[i]
	}
	return i
}

// settle finds the voltages that belong to the states, after something has
// changed at once.
func (s *System) settle() error {
	s.solver.made = math.NaN()
	clear(s.rate)
	if err := s.advance(0); err != nil {
		return err
	}
	s.solver.made = math.NaN()
	return nil
}

// Rest is the largest rate of change of any state: how far the system is from
// an equilibrium.
func (s *System) Rest() float64 {
	worst := 0.0
	for _, r := range s.rate {
		worst = math.Max(worst, math.Abs(r))
	}
	return worst
}
