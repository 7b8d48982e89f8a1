package dynamics

import (
	"math"
	"math/cmplx"
)

// Machine is a synchronous machine: reactances, resistance and powers in per
// unit of its own MVA, times in seconds. With the transient open-circuit times
// at zero it is classical: a constant voltage behind X'd.
type Machine struct {
	Generator int       `json:"generator"` // row of the case, from 1
	MVA       float64   `json:"mva"`
	H         float64   `json:"h_s"` // inertia, MWs per MVA
	D         float64   `json:"d"`   // damping torque per unit of speed
	Ra        float64   `json:"ra"`
	Xd        float64   `json:"xd"`
	Xq        float64   `json:"xq"`
	XdT       float64   `json:"xd_transient"`
	XqT       float64   `json:"xq_transient"`
	Td0       float64   `json:"td0_s"` // 0: classical
	Tq0       float64   `json:"tq0_s"`
	Exciter   *Exciter  `json:"exciter,omitempty"`
	Governor  *Governor `json:"governor,omitempty"`
	Assumed   bool      `json:"assumed,omitempty"` // typical values, not those of this machine
}

// Exciter is the IEEE type 1 exciter with its saturation SE = Ax e^(Bx Efd)
// (Sauer, Pai, Power System Dynamics and Stability, 1998, section 4.6).
type Exciter struct {
	KA    float64 `json:"ka"`
	TA    float64 `json:"ta_s"`
	KE    float64 `json:"ke"`
	TE    float64 `json:"te_s"`
	KF    float64 `json:"kf"`
	TF    float64 `json:"tf_s"`
	Ax    float64 `json:"ax"`
	Bx    float64 `json:"bx"`
	VRMax float64 `json:"vr_max"` // both limits 0: none
	VRMin float64 `json:"vr_min"`
}

// Governor is a steam turbine with its governor, known as TGOV1: a valve behind
// a droop, and a turbine of one lead and one lag.
type Governor struct {
	R        float64 `json:"r"` // droop, per unit of speed per unit of power
	T1       float64 `json:"t1_s"`
	T2       float64 `json:"t2_s"`
	T3       float64 `json:"t3_s"`
	Max      float64 `json:"max"` // of the valve, per unit of power
	Min      float64 `json:"min"`
	Deadband float64 `json:"deadband_hz"` // each way; what lies beyond it counts from its edge
}

// device is what hangs on a bus. rates are the time derivatives of its states at
// a bus voltage, and the current, per unit of the system, that it injects.
type device interface {
	size() int
	rates(x []float64, v complex128, dx []float64) complex128
}

// Places of the states of a machine.
const (
	angle = iota // rad against a frame that turns at nominal speed
	speed        // per unit, above nominal
	eq           // transient voltages, two-axis machines
	ed
)

// machine is a Machine at work. Its exciter's states follow those of its rotor,
// its governor's come last.
type machine struct {
	Machine
	scale    float64 // its MVA over the system's
	nominal  float64 // Hz
	exciter  int     // place of the exciter's states: Efd, VR, Rf; 0 without
	governor int     // place of the governor's: valve, turbine; 0 without
	states   int

	efd, torque float64 // where no exciter and no governor sets them
	vref, pref  float64
	fixed       complex128 // (E'd, E'q) of a classical machine
	off         bool
}

func newMachine(m Machine, baseMVA, nominal float64) *machine {
	w := &machine{Machine: m, scale: m.MVA / baseMVA, nominal: nominal, states: 2}
	if m.classical() {
		w.XqT, w.Exciter = w.XdT, nil
	} else {
		w.states = 4
	}
	if w.Exciter != nil {
		w.exciter = w.states
		w.states += 3
	}
	if w.Governor != nil {
		w.governor = w.states
		w.states += 2
	}
	return w
}

func (m Machine) classical() bool { return m.Td0 == 0 }

func (w *machine) size() int { return w.states }

// rest sets the states at which the machine gives s (per unit of the system) at
// a voltage and nothing changes (Sauer, Pai, section 7.6.4).
func (w *machine) rest(x []float64, v, s complex128) {
	current := cmplx.Conj(s/v) / complex(w.scale, 0)
	axis := w.Xq
	if w.classical() {
		axis = w.XdT
	}
	x[angle] = cmplx.Phase(v + complex(w.Ra, axis)*current)
	x[speed] = 0
	toRotor := cmplx.Rect(1, math.Pi/2-x[angle])
	vdq, idq := v*toRotor, current*toRotor
	// E'd and E'q as one number, from the stator's equations.
	inner := complex(real(vdq)+w.Ra*real(idq)-w.XqT*imag(idq), imag(vdq)+w.Ra*imag(idq)+w.XdT*real(idq))
	w.torque = real(inner)*real(idq) + imag(inner)*imag(idq) + (w.XqT-w.XdT)*real(idq)*imag(idq)
	w.efd = imag(inner) + (w.Xd-w.XdT)*real(idq)
	if w.classical() {
		w.fixed = inner
	} else {
		x[eq], x[ed] = imag(inner), real(inner)
	}
	if w.exciter > 0 {
		w.restExciter(x[w.exciter:], cmplx.Abs(v))
	}
	if g := w.Governor; g != nil {
		valve := x[w.governor:]
		valve[0], valve[1] = w.torque, (1-g.T2/g.T3)*w.torque
		w.pref = w.torque
	}
}

func (w *machine) restExciter(x []float64, vm float64) {
	e := w.Exciter
	x[0] = w.efd
	x[1] = (e.KE + e.Ax*math.Exp(e.Bx*w.efd)) * w.efd
	x[2] = e.KF / e.TF * w.efd
	w.vref = vm + x[1]/e.KA
}

// rates follows Sauer and Pai's equations 6.132 to 6.146 for the two-axis
// machine and its exciter.
func (w *machine) rates(x []float64, v complex128, dx []float64) complex128 {
	if w.off {
		clear(dx)
		return 0
	}
	toRotor := cmplx.Rect(1, math.Pi/2-x[angle])
	vdq := v * toRotor
	inner := w.fixed
	if !w.classical() {
		inner = complex(x[ed], x[eq])
	}
	// The stator: [Ra -X'q; X'd Ra] (id, iq) = (E'd - vd, E'q - vq).
	a, b := real(inner)-real(vdq), imag(inner)-imag(vdq)
	det := w.Ra*w.Ra + w.XdT*w.XqT
	id, iq := (w.Ra*a+w.XqT*b)/det, (w.Ra*b-w.XdT*a)/det

	efd, torque := w.efd, w.torque
	if w.exciter > 0 {
		efd = x[w.exciter]
		w.excite(x[w.exciter:], cmplx.Abs(v), dx[w.exciter:])
	}
	if w.governor > 0 {
		torque = w.govern(x[w.governor:], x[speed], dx[w.governor:])
	}
	electric := real(inner)*id + imag(inner)*iq + (w.XqT-w.XdT)*id*iq
	dx[angle] = 2 * math.Pi * w.nominal * x[speed]
	dx[speed] = (torque - electric - w.D*x[speed]) / (2 * w.H)
	if !w.classical() {
		dx[eq] = (-x[eq] - (w.Xd-w.XdT)*id + efd) / w.Td0
		dx[ed] = (-x[ed] + (w.Xq-w.XqT)*iq) / w.Tq0
	}
	return complex(id, iq) * cmplx.Conj(toRotor) * complex(w.scale, 0)
}

func (w *machine) excite(x []float64, vm float64, dx []float64) {
	e := w.Exciter
	efd, vr, rf := x[0], x[1], x[2]
	dx[0] = (vr - (e.KE+e.Ax*math.Exp(e.Bx*efd))*efd) / e.TE
	dx[1] = (-vr + e.KA*(rf-e.KF/e.TF*efd+w.vref-vm)) / e.TA
	dx[2] = (-rf + e.KF/e.TF*efd) / e.TF
}

func (w *machine) govern(x []float64, speed float64, dx []float64) (torque float64) {
	g := w.Governor
	band := g.Deadband / w.nominal
	error := math.Copysign(max(0, math.Abs(speed)-band), speed)
	dx[0] = (w.pref - error/g.R - x[0]) / g.T1
	dx[1] = ((1-g.T2/g.T3)*x[0] - x[1]) / g.T3
	return x[1] + g.T2/g.T3*x[0]
}

// limits of the states, which they meet without winding up. What a machine
// gives at rest is within them.
func (w *machine) limits(least, most []float64) {
	if e := w.Exciter; e != nil && (e.VRMax != 0 || e.VRMin != 0) {
		vr := (e.KE + e.Ax*math.Exp(e.Bx*w.efd)) * w.efd
		least[w.exciter+1], most[w.exciter+1] = min(e.VRMin, vr), max(e.VRMax, vr)
	}
	if g := w.Governor; g != nil {
		least[w.governor], most[w.governor] = min(g.Min, w.pref), max(g.Max, w.pref)
	}
}
