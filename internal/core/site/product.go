package site

import "time"

// LoadType is how a load takes part in ERCOT's ancillary services.
type LoadType string

// The types. A Controllable Load Resource follows base points of SCED; a
// Non-Controllable one is there or not, in blocks, behind an under-frequency
// relay where it provides responsive reserve.
const (
	CLR  LoadType = "clr"
	NCLR LoadType = "nclr"
)

// Energy is the product name of an energy position of the day-ahead market,
// beside the ancillary services, and ERS that of Emergency Response Service,
// which is a programme and no product of the market.
const (
	Energy = "ENERGY"
	ERS    = "ERS"
)

// Product is an ancillary service in the form in which a type of load may
// provide it.
type Product struct {
	Name     string        `json:"product"`         // as ERCOT clears and prices it
	Form     string        `json:"form,omitempty"`  // of responsive reserve: PFR, UFR or FFR
	Type     LoadType      `json:"load_type"`       // that may provide it
	Up       bool          `json:"up"`              // true: load is dropped on call; false: it is raised
	Response time.Duration `json:"response_ns"`     // from the call to the full response
	Sustain  time.Duration `json:"sustain_ns"`      // for which the response must be held at least
	Restore  time.Duration `json:"restore_ns"`      // from the recall to readiness again; 0: none is set
	Hardware bool          `json:"hardware"`        // a relay trips it and waits for nobody
	Block    bool          `json:"block,omitempty"` // all of it or nothing
}

// ProductMatrix is what may be provided by which type of load since RTC+B:
// regulation and primary frequency response by Controllable Load Resources
// alone; responsive reserve of others by relay, at 59.70 Hz within 30 cycles
// (UFR) or at 59.85 Hz within 15 cycles (FFR). Sustained for 30 minutes, 1 hour
// (ECRS) and 4 hours (Non-Spin): NPRR1282. A Non-Controllable Load Resource has
// 3 hours to be ready again. Of two forms of one product the first is the usual
// one.
func ProductMatrix() []Product {
	const half, hour = 30 * time.Minute, time.Hour
	up := func(name, form string, t LoadType, response, sustain time.Duration) Product {
		return Product{Name: name, Form: form, Type: t, Up: true, Response: response, Sustain: sustain}
	}
	block := func(p Product, hardware bool) Product {
		p.Block, p.Hardware, p.Restore = true, hardware, 3*hour
		return p
	}
	return []Product{
		up("REGUP", "", CLR, 4*time.Second, half),
		{Name: "REGDN", Type: CLR, Response: 4 * time.Second, Sustain: half},
		up("RRS", "PFR", CLR, 16*time.Second, half),
		up("ECRS", "", CLR, 10*time.Minute, hour),
		up("NSPIN", "", CLR, half, 4*hour),
		block(up("RRS", "UFR", NCLR, 500*time.Millisecond, half), true),
		block(up("RRS", "FFR", NCLR, 250*time.Millisecond, 15*time.Minute), true),
		block(up("ECRS", "", NCLR, 10*time.Minute, hour), false),
		block(up("NSPIN", "", NCLR, half, 4*hour), false),
	}
}

// ProductFor is the form in which a type of load provides a product; ok is
// false where it may not.
func ProductFor(t LoadType, name string) (p Product, ok bool) {
	for _, p := range ProductMatrix() {
		if p.Type == t && p.Name == name {
			return p, true
		}
	}
	return Product{}, false
}

// RTCFrom is the first operating day under Real-Time Co-optimisation plus
// Batteries, 5 December 2025: reserves are awarded and priced with energy in
// every SCED run, and what a day-ahead award is not followed by settles at the
// real-time price.
func RTCFrom() time.Time { return time.Date(2025, time.December, 5, 6, 0, 0, 0, time.UTC) }

// Regime is the market design that an interval fell under.
type Regime string

// The regimes. Results on data from before RTC+B must say so: there was no
// real-time price of reserve, and what an imbalance would have cost is assumed.
const (
	RTCB    Regime = "RTC+B"
	PreRTCB Regime = "pre-RTC+B prices, assumed imbalance"
)

// RegimeOf is the regime at a moment.
func RegimeOf(t time.Time) Regime {
	if t.Before(RTCFrom()) {
		return PreRTCB
	}
	return RTCB
}
