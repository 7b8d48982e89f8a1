package qse

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The products, in the order of their registers.
func products() []string { return []string{"REGUP", "REGDN", "RRS", "ECRS", "NSPIN"} }

// Telemetry is what the RTU reads of a site.
type Telemetry struct {
	At         time.Time // of the reading; the zero time: none yet
	PowerMW    unit.MW
	LowMW      unit.MW // low power consumption (LPC)
	MaxMW      unit.MW // maximum power consumption (MPC)
	Capability map[string]unit.MW
	Awarded    map[string]unit.MW // echo
	BaseMW     unit.MW            // echo
	Status     Status
	Relay      *Relay // nil: nobody reports it
	Stopped    bool   // emergency stop
	Live       bool   // machines are commanded
	Simulated  bool
}

// Relay is the state of the breaker and the under-frequency relay.
type Relay struct{ Closed, Armed, Tripped bool }

// Status is a resource's status as ERCOT codes it.
type Status uint16

// The statuses.
const (
	StatusOut Status = 0 // OUTL
	StatusCLR Status = 1 // ONCLR
	StatusRL  Status = 2 // ONRL
)

// String is the status as ERCOT names it.
func (s Status) String() string {
	switch s {
	case StatusCLR:
		return "ONCLR"
	case StatusRL:
		return "ONRL"
	}
	return "OUTL"
}

// String says what breaker and relay do.
func (r Relay) String() string {
	text := "breaker open"
	if r.Closed {
		text = "breaker closed"
	}
	switch {
	case r.Tripped:
		return text + ", relay tripped"
	case r.Armed:
		return text + ", relay armed"
	}
	return text + ", relay not armed"
}

// Quality is "good", "stale" or, before the first reading, "none".
func (t *Telemetry) Quality(c clock.Clock) string {
	switch {
	case t.At.IsZero():
		return "none"
	case c.Now().Sub(t.At) > staleAfter(c):
		return "stale"
	}
	return "good"
}

// Quality flags of register 28.
const (
	qualityGood      = 1 << 0 // power was read within staleAfter
	qualityStale     = 1 << 1
	qualitySimulated = 1 << 2
	qualityUnread    = 1 << 3 // no reading yet
	qualityNoRelay   = 1 << 4 // nobody reports breaker and relay
)

// staleAfter is how old a reading may be on the site's clock: telemetry is due
// every two to four seconds, and a meter behind an agent answers within ten. In a
// world that runs faster than time a meter is read about once a second of the
// wall's clock, which bounds how fresh a reading can be.
func staleAfter(c clock.Clock) time.Duration {
	return max(30*time.Second, time.Duration(3*float64(time.Second)*c.Speed()))
}

// Sizes of the tables.
const (
	inputCount    = 33
	discreteCount = 5
	holdingCount  = 18
)

// inputs lays telemetry out in the input registers: IEEE 754 single precision,
// the high word first.
func inputs(t Telemetry, c clock.Clock) []uint16 {
	r := make([]uint16, inputCount)
	put := func(at int, v unit.MW) {
		bits := math.Float32bits(float32(v))
		r[at], r[at+1] = uint16(bits>>16), uint16(bits)
	}
	put(0, t.PowerMW)
	put(2, t.LowMW)
	put(4, t.MaxMW)
	for i, p := range products() {
		put(6+2*i, t.Capability[p])
		put(18+2*i, t.Awarded[p])
	}
	put(16, t.BaseMW)
	now := c.Now()
	age := now.Sub(t.At)
	switch t.Quality(c) {
	case "none":
		r[28] = qualityUnread | qualityStale
	case "stale":
		r[28] = qualityStale
	default:
		r[28] = qualityGood
	}
	if t.Simulated {
		r[28] |= qualitySimulated
	}
	if t.Relay == nil {
		r[28] |= qualityNoRelay
	}
	r[29] = uint16(min(max(age.Seconds()*10, 0), math.MaxUint16))
	seconds := uint32(now.Unix())
	r[30], r[31] = uint16(seconds>>16), uint16(seconds)
	r[32] = uint16(t.Status)
	return r
}

func discretes(t Telemetry) []bool {
	var relay Relay
	if t.Relay != nil {
		relay = *t.Relay
	}
	return []bool{relay.Closed, relay.Armed, relay.Tripped, t.Stopped, t.Live}
}

// Command is what the RTU wrote: awards, deployments and a base point, whole.
type Command struct {
	Unit     uint8
	Sequence uint16 // a new one commits what was written with it
	BaseMW   *unit.MW
	Awards   map[string]unit.MW
	Deployed map[string]bool
}

// Deployment is regulation that the RTU wrote: the four-second signal, which comes
// between what a [Command] tells.
type Deployment struct {
	Unit     uint8
	Sequence uint16  // a new one commits it
	MW       unit.MW // at the meter beside the base point; below 0: load is to come off
}

// deployment reads the holding registers; ok is false where the power is none.
func deployment(unitID uint8, r []uint16) (d Deployment, ok bool) {
	mw := float64(math.Float32frombits(uint32(r[15])<<16 | uint32(r[16])))
	return Deployment{Unit: unitID, Sequence: r[17], MW: unit.MW(mw)}, math.Abs(mw) < 1e5
}

// command reads the holding registers; ok is false where a number is none, or
// negative.
func command(unitID uint8, r []uint16) (c Command, ok bool) {
	get := func(at int) (float64, bool) {
		v := float64(math.Float32frombits(uint32(r[at])<<16 | uint32(r[at+1])))
		return v, !math.IsNaN(v) && !math.IsInf(v, 0) && v >= 0 && v < 1e5
	}
	c = Command{Unit: unitID, Sequence: r[13], Awards: map[string]unit.MW{}, Deployed: map[string]bool{}}
	base, ok := get(0)
	if !ok {
		return Command{}, false
	}
	if base > 0 {
		mw := unit.MW(base)
		c.BaseMW = &mw
	}
	for i, p := range products() {
		mw, ok := get(2 + 2*i)
		if !ok {
			return Command{}, false
		}
		c.Awards[p] = unit.MW(mw)
		c.Deployed[p] = r[12]&(1<<i) != 0
	}
	return c, true
}
