package dynamics

import "math/cmplx"

// LoadModel is how demand follows its voltage: shares of constant impedance and
// constant current, for active and reactive power; the rest is constant power.
type LoadModel struct {
	ActiveZ   float64 `json:"active_z"`
	ActiveI   float64 `json:"active_i"`
	ReactiveZ float64 `json:"reactive_z"`
	ReactiveI float64 `json:"reactive_i"`
}

// ConstantImpedance is the load model of textbooks and of critical clearing
// times.
func ConstantImpedance() LoadModel { return LoadModel{ActiveZ: 1, ReactiveZ: 1} }

// CurrentAndImpedance is active power as constant current and reactive power as
// constant impedance, common where nothing is known of the loads.
func CurrentAndImpedance() LoadModel { return LoadModel{ActiveI: 1, ReactiveZ: 1} }

// lowest is the voltage, as a share of that at rest, below which all demand
// counts as constant impedance: nothing draws constant power from no voltage.
const lowest = 0.7

// load is demand at a bus; a generator that is not a machine is a negative one.
type load struct {
	p, q  float64 // at rest, per unit of the system
	v0    float64 // voltage magnitude at rest
	model LoadModel
	share float64 // of it that is connected
}

func (l *load) size() int { return 0 }

func (l *load) rates(_ []float64, v complex128, _ []float64) complex128 {
	u := cmplx.Abs(v) / l.v0
	p, q := l.p*form(u, l.model.ActiveZ, l.model.ActiveI), l.q*form(u, l.model.ReactiveZ, l.model.ReactiveI)
	// conj(S/V) is conj(S) V/|V|^2, and form has taken u^2 out of S.
	return -complex(l.share/(l.v0*l.v0), 0) * complex(p, -q) * v
}

// form is demand over demand at rest, divided by u squared.
func form(u, z, i float64) float64 {
	u = max(u, lowest)
	return z + i/u + (1-z-i)/(u*u)
}

// Electronic is a large electronic load, such as a data centre behind its power
// supplies: it lets go when the voltage has been low for a while, and comes back
// by a ramp once it has been well for a while.
type Electronic struct {
	Bus     int     `json:"bus"` // external number
	MW      float64 `json:"mw"`  // of the demand at the bus
	TripPU  float64 `json:"trip_below_pu"`
	Delay   float64 `json:"trip_after_s"`
	BackPU  float64 `json:"back_above_pu"`
	Hold    float64 `json:"back_after_s"`
	PerSec  float64 `json:"ramp_mw_per_s"` // 0: it does not come back by itself
	Tripped bool    `json:"-"`
}

// electronic is an Electronic at work.
type electronic struct {
	load
	Electronic
	ramp  float64 // share per second
	timer float64 // s that the voltage has been low, or well
	trips int
}

// watch lets time pass at a voltage and reports whether the load let go.
func (e *electronic) watch(h float64, v complex128) bool {
	vm := cmplx.Abs(v)
	if !e.Tripped {
		if vm >= e.TripPU {
			e.timer = 0
			return false
		}
		if e.timer += h; e.timer < e.Delay {
			return false
		}
		e.Tripped, e.share, e.timer = true, 0, 0
		e.trips++
		return true
	}
	if vm < e.BackPU || e.ramp == 0 {
		e.timer = 0
		return false
	}
	if e.timer += h; e.timer >= e.Hold {
		e.Tripped, e.timer = false, 0
	}
	return false
}

// rise is the return by a ramp.
func (e *electronic) rise(h float64) {
	if !e.Tripped {
		e.share = min(1, e.share+e.ramp*h)
	}
}
