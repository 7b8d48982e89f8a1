// Package grid is a power network as its engineers write it down: buses,
// generators, branches, costs and direct-current lines in MATPOWER's units,
// the case file they come from, and the compiled per-unit network that the
// studies work on.
//
// It reads and writes case files and builds admittances. It solves nothing:
// power flow, contingencies, optimal power flow, dynamics and the synthetic
// network live in the packages below it.
package grid

import "github.com/pouw-dem/pouwdem/internal/core/grid/mfile"

// BusType is the role of a bus in the power flow, with MATPOWER's codes.
type BusType int

// The four roles of a bus.
const (
	PQ       BusType = 1 // active and reactive power known
	PV       BusType = 2 // active power and voltage magnitude known
	Ref      BusType = 3 // voltage magnitude and angle known
	Isolated BusType = 4 // out of service
)

// Case is a network in external numbering: the content of a MATPOWER case of
// version 2. Powers are MW and MVAr, angles degrees, voltages p.u., impedances
// p.u. on BaseMVA and the base voltage of the bus.
type Case struct {
	Name     string
	BaseMVA  float64
	Buses    []Bus
	Gens     []Generator
	Branches []Branch

	// GenCosts has one entry per generator, or none at all. ReactiveCosts
	// likewise: it is the second half of a gencost matrix of 2*ng rows.
	GenCosts      []Cost
	ReactiveCosts []Cost

	DCLines     []DCLine
	DCLineCosts []Cost

	BusNames []string // one per bus, or none
	GenTypes []string // one per generator, or none; e.g. "ST", "WT"
	GenFuels []string // one per generator, or none; e.g. "ng", "wind"

	// Extra are fields of the file that no study uses, in its order; they are
	// written back. Notes say what was kept unused or left out.
	Extra []mfile.Field
	Notes []string
}

// Bus is one row of the bus matrix.
type Bus struct {
	ID             int // external number, positive, unique
	Type           BusType
	Pd, Qd         float64 // demand, MW and MVAr
	Gs, Bs         float64 // shunt at 1 p.u.: MW consumed, MVAr injected
	Area           int
	Vm, Va         float64 // p.u., degrees
	BaseKV         float64
	Zone           int
	Vmax, Vmin     float64 // p.u.
	ZipP, ZipI     float64 // shares of Pd, Qd that are constant impedance and constant current; the rest is constant power
	Lat, Lon       float64 // degrees; both zero where unknown (not part of the format)
	LamP, LamQ     float64 // result columns 14, 15: $/MWh, $/MVArh
	MuVmax, MuVmin float64 // result columns 16, 17: $/p.u.
}

// Generator is one row of the generator matrix.
type Generator struct {
	Bus                            int // external bus number
	Pg, Qg                         float64
	Qmax, Qmin                     float64 // MVAr, may be infinite
	Vg                             float64 // p.u.
	MBase                          float64 // MVA
	Status                         float64 // in service when > 0
	Pmax, Pmin                     float64 // MW
	Pc1, Pc2                       float64 // capability curve, MW
	Qc1min, Qc1max                 float64
	Qc2min, Qc2max                 float64
	RampAGC, Ramp10                float64 // MW/min, MW
	Ramp30, RampQ                  float64 // MW, MVAr/min
	APF                            float64 // participation in area control
	MuPmax, MuPmin, MuQmax, MuQmin float64
}

// On reports whether the generator is in service.
func (g Generator) On() bool { return g.Status > 0 }

// Branch is one row of the branch matrix: a line, or a transformer with its
// tap and phase shift at the from end.
type Branch struct {
	From, To            int // external bus numbers
	R, X, B             float64
	RateA, RateB, RateC float64 // MVA; 0 is unlimited
	Tap                 float64 // off-nominal ratio, 0 for a line
	Shift               float64 // degrees, positive is a delay
	Status              float64 // in service when not 0
	AngMin, AngMax      float64 // degrees
	Pf, Qf, Pt, Qt      float64 // result columns, MW and MVAr
	MuSf, MuSt          float64
	MuAngMin, MuAngMax  float64
}

// On reports whether the branch is in service.
func (b Branch) On() bool { return b.Status != 0 }

// CostModel is the form of a cost, with MATPOWER's codes.
type CostModel int

// The two forms of a cost.
const (
	PiecewiseLinear CostModel = 1
	Polynomial      CostModel = 2
)

// Cost is one row of a gencost matrix. For Polynomial, Data are the
// coefficients in $/h, highest power first; for PiecewiseLinear they are
// x1 y1 x2 y2 ... in MW (MVAr) and $/h.
type Cost struct {
	Model             CostModel
	Startup, Shutdown float64 // $
	Data              []float64
}

// DCLine is one row of the dcline matrix. It is used only where a study is
// asked to, as in MATPOWER.
type DCLine struct {
	From, To                           int
	Status                             float64
	Pf, Pt, Qf, Qt                     float64
	Vf, Vt                             float64
	Pmin, Pmax                         float64
	QminF, QmaxF                       float64
	QminT, QmaxT                       float64
	Loss0, Loss1                       float64 // loss = Loss0 + Loss1*Pf, MW
	MuPmin, MuPmax                     float64
	MuQminF, MuQmaxF, MuQminT, MuQmaxT float64
}
