package grid

import (
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"slices"
)

// ErrCase is a case that cannot be compiled: a bus that is not there, a number
// that is not finite, a base power of zero.
var ErrCase = errors.New("bad case")

// Network is a case compiled for the studies: only what is in service, in
// internal numbers 0..n-1 (the order of the case), per unit on BaseMVA and
// radians. The slices are shared by its users and never changed after Compile;
// a study that varies something copies it first.
type Network struct {
	Case    *Case
	BaseMVA float64

	Bus    BusArrays
	Gen    GenArrays
	Branch BranchArrays
	Y      Admittance

	rows map[int]int // row of each bus of the case, isolated ones too, by number

	// Island numbers the connected parts, per bus; Islands is their count.
	Island  []int
	Islands int
	// Dead lists the internal buses of islands without a live generator. They
	// have no solution: their voltage is reported as zero.
	Dead []int
}

// BusArrays holds one entry per bus in service.
type BusArrays struct {
	Row    []int     // row in the case
	Kind   []BusType // effective: PV only with a live generator, one reference at least per live island
	Pd, Qd []float64
	Gs, Bs []float64
	ZipP   []float64
	ZipI   []float64
	Vm, Va []float64 // start: the case's voltage, with the set point of the last generator at PV and reference buses
	Index  map[int]int
}

// GenArrays holds one entry per generator in service at a bus in service.
type GenArrays struct {
	Row        []int
	Bus        []int // internal
	Pg, Qg     []float64
	Pmin, Pmax []float64
	Qmin, Qmax []float64
	Vg         []float64
}

// BranchArrays holds one entry per branch in service between buses in service.
// The four admittances map (Vf, Vt) to (If, It).
type BranchArrays struct {
	Row                []int
	From, To           []int // internal
	R, X, B            []float64
	Tap, Shift         []float64 // ratio (1 for a line), radians
	RateA              []float64 // p.u., +Inf is unlimited
	Yff, Yft, Ytf, Ytt []complex128
}

// Admittance is Ybus by rows: row i has the columns Col[Ptr[i]:Ptr[i+1]] in
// ascending order, the diagonal always among them, at Diag[i].
type Admittance struct {
	Ptr, Col, Diag []int32
	G, B           []float64
}

// Options of Compile.
type Options struct {
	// DCLines puts the direct-current lines in, each as a pair of generators,
	// as MATPOWER's toggle_dcline does. They are off by default there and here.
	DCLines bool
}

// Compile checks a case and brings it into per unit. Sources: MATPOWER User's
// Manual 8.0, section 3 (branch model, eq. 3.1-3.3), functions ext2int,
// bustypes and makeYbus. Different from those, each island gets a reference of
// its own, and an island without a live generator is listed as dead.
func Compile(c *Case, opt Options) (*Network, error) {
	if c.BaseMVA <= 0 || math.IsNaN(c.BaseMVA) || math.IsInf(c.BaseMVA, 0) {
		return nil, fmt.Errorf("%w: baseMVA is %g, it must be positive", ErrCase, c.BaseMVA)
	}
	if opt.DCLines && len(c.DCLines) > 0 {
		c = c.withDCLines()
	}
	n := &Network{Case: c, BaseMVA: c.BaseMVA}
	steps := []func() error{n.compileBuses, n.compileGens, n.compileBranches}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	n.Y = n.admittance()
	n.Island, n.Islands = n.islands()
	n.assignKinds()
	n.start()
	return n, nil
}

func (n *Network) compileBuses() error {
	c := n.Case
	n.Bus.Index = make(map[int]int, len(c.Buses))
	n.rows = make(map[int]int, len(c.Buses))
	for row, b := range c.Buses {
		if b.ID <= 0 {
			return fmt.Errorf("%w: bus row %d has number %d, it must be positive", ErrCase, row+1, b.ID)
		}
		if other, twice := n.rows[b.ID]; twice {
			return fmt.Errorf("%w: bus %d stands in rows %d and %d", ErrCase, b.ID, other+1, row+1)
		}
		n.rows[b.ID] = row
		if bad := firstBad(b.Pd, b.Qd, b.Gs, b.Bs, b.Vm, b.Va, b.ZipP, b.ZipI); bad {
			return fmt.Errorf("%w: bus %d has a value that is not finite", ErrCase, b.ID)
		}
		if b.Type == Isolated {
			continue
		}
		if b.Type < PQ || b.Type > Ref {
			return fmt.Errorf("%w: bus %d has type %d, want 1 (PQ), 2 (PV), 3 (reference) or 4 (isolated)", ErrCase, b.ID, b.Type)
		}
		n.Bus.Index[b.ID] = len(n.Bus.Row)
		n.Bus.Row = append(n.Bus.Row, row)
		n.Bus.Kind = append(n.Bus.Kind, b.Type)
		n.Bus.Pd = append(n.Bus.Pd, b.Pd/n.BaseMVA)
		n.Bus.Qd = append(n.Bus.Qd, b.Qd/n.BaseMVA)
		n.Bus.Gs = append(n.Bus.Gs, b.Gs/n.BaseMVA)
		n.Bus.Bs = append(n.Bus.Bs, b.Bs/n.BaseMVA)
		n.Bus.ZipP = append(n.Bus.ZipP, b.ZipP)
		n.Bus.ZipI = append(n.Bus.ZipI, b.ZipI)
		n.Bus.Vm = append(n.Bus.Vm, b.Vm)
		n.Bus.Va = append(n.Bus.Va, b.Va*math.Pi/180)
	}
	if len(n.Bus.Row) == 0 {
		return fmt.Errorf("%w: no bus in service", ErrCase)
	}
	return nil
}

// busIndex finds the internal number of an external one. live is false for an
// isolated bus.
func (n *Network) busIndex(id int, what string, row int) (i int, live bool, err error) {
	if i, ok := n.Bus.Index[id]; ok {
		return i, true, nil
	}
	if _, isolated := n.rows[id]; isolated {
		return 0, false, nil
	}
	return 0, false, fmt.Errorf("%w: %s row %d names bus %d, which does not exist", ErrCase, what, row+1, id)
}

func (n *Network) compileGens() error {
	for row, g := range n.Case.Gens {
		i, live, err := n.busIndex(g.Bus, "generator", row)
		if err != nil {
			return err
		}
		if !g.On() || !live {
			continue
		}
		if firstBad(g.Pg, g.Qg, g.Vg) {
			return fmt.Errorf("%w: generator row %d at bus %d has a value that is not finite", ErrCase, row+1, g.Bus)
		}
		if slices.ContainsFunc([]float64{g.Pmin, g.Pmax, g.Qmin, g.Qmax}, math.IsNaN) {
			return fmt.Errorf("%w: generator row %d at bus %d has a limit that is not a number", ErrCase, row+1, g.Bus)
		}
		n.Gen.Row = append(n.Gen.Row, row)
		n.Gen.Bus = append(n.Gen.Bus, i)
		n.Gen.Pg = append(n.Gen.Pg, g.Pg/n.BaseMVA)
		n.Gen.Qg = append(n.Gen.Qg, g.Qg/n.BaseMVA)
		n.Gen.Pmin = append(n.Gen.Pmin, g.Pmin/n.BaseMVA)
		n.Gen.Pmax = append(n.Gen.Pmax, g.Pmax/n.BaseMVA)
		n.Gen.Qmin = append(n.Gen.Qmin, g.Qmin/n.BaseMVA)
		n.Gen.Qmax = append(n.Gen.Qmax, g.Qmax/n.BaseMVA)
		n.Gen.Vg = append(n.Gen.Vg, g.Vg)
	}
	return nil
}

func (n *Network) compileBranches() error {
	for row, b := range n.Case.Branches {
		f, liveF, err := n.busIndex(b.From, "branch", row)
		if err != nil {
			return err
		}
		t, liveT, err := n.busIndex(b.To, "branch", row)
		if err != nil {
			return err
		}
		if !b.On() || !liveF || !liveT {
			continue
		}
		if firstBad(b.R, b.X, b.B, b.Tap, b.Shift) {
			return fmt.Errorf("%w: branch row %d (%d-%d) has a value that is not finite", ErrCase, row+1, b.From, b.To)
		}
		if math.IsNaN(b.RateA) {
			return fmt.Errorf("%w: branch row %d (%d-%d) has a rating that is not a number", ErrCase, row+1, b.From, b.To)
		}
		if b.R == 0 && b.X == 0 {
			return fmt.Errorf("%w: branch row %d (%d-%d) has no impedance; give it a small reactance or merge its buses", ErrCase, row+1, b.From, b.To)
		}
		if f == t {
			return fmt.Errorf("%w: branch row %d connects bus %d with itself", ErrCase, row+1, b.From)
		}
		n.appendBranch(row, f, t, b)
	}
	return nil
}

func (n *Network) appendBranch(row, f, t int, b Branch) {
	tap := b.Tap
	if tap == 0 {
		tap = 1
	}
	shift := b.Shift * math.Pi / 180
	rate := math.Inf(1)
	if b.RateA > 0 {
		rate = b.RateA / n.BaseMVA
	}
	series := 1 / complex(b.R, b.X)
	ytt := series + complex(0, b.B/2)
	ratio := cmplx.Rect(tap, shift)
	a := &n.Branch
	a.Row = append(a.Row, row)
	a.From = append(a.From, f)
	a.To = append(a.To, t)
	a.R = append(a.R, b.R)
	a.X = append(a.X, b.X)
	a.B = append(a.B, b.B)
	a.Tap = append(a.Tap, tap)
	a.Shift = append(a.Shift, shift)
	a.RateA = append(a.RateA, rate)
	a.Yff = append(a.Yff, ytt/complex(tap*tap, 0))
	a.Yft = append(a.Yft, -series/cmplx.Conj(ratio))
	a.Ytf = append(a.Ytf, -series/ratio)
	a.Ytt = append(a.Ytt, ytt)
}

func firstBad(values ...float64) bool {
	return slices.ContainsFunc(values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
}

// N is the number of buses in service.
func (n *Network) N() int { return len(n.Bus.Row) }

// BusID is the case's number of an internal bus.
func (n *Network) BusID(i int) int { return n.Case.Buses[n.Bus.Row[i]].ID }
