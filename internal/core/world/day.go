package world

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	slotSeconds  = 300 // a slot is a five-minute interval on the Unix epoch's grid
	slotsPerHour = 12

	hourlyStress = 7.0 // GW, sd of what the day ahead does not know of the system
	fastStress   = 2.0 // GW, sd from one dispatch to the next
	jumpChance   = 0.02
	jumpMean     = 6.0 // GW
)

// slot is the state of one five-minute interval. Powers are in GW.
type slot struct {
	load, wind, solar, available float64
	stress, calm                 float64 // with and without the fast disturbances
	lambda                       float64 // $/MWh
	lmp                          []float64
	mcpc                         []float64 // by product, $/MW per h
	adder                        float64   // reliability deployment adder, $/MWh
	prc                          float64
	eea                          int
}

// day is an operating day's slots and its day-ahead market, before any
// imposed event.
type day struct {
	first int64 // the first slot since the Unix epoch
	slots []slot
	sky   []weather // by hour
	net   float64   // mean load less wind and sun, GW
	ahead DayAhead
}

// generate makes an operating day out of nothing but the seed.
func (w *World) generate(d unit.Day) *day {
	start := d.Start()
	hours, firstHour := d.Hours(), start.Unix()/3600
	out := &day{first: start.Unix() / slotSeconds, slots: make([]slot, hours*slotsPerHour)}
	sky := w.seed.weatherOf(firstHour, hours+1)
	slow := w.disturbancesOf(firstHour, hours+1)
	fast := w.seed.autoregressive(streamFast, 0.85, out.first, len(out.slots))
	fastWest := w.seed.autoregressive(streamImportFast, 0.85, out.first, len(out.slots))
	for i := range out.slots {
		h, f := i/slotsPerHour, float64(i%slotsPerHour)/slotsPerHour
		s := physical(sky[h], sky[h+1], f)
		d := slow[h].towards(slow[h+1], f)
		s.calm = s.load - s.wind - s.solar - s.available + hourlyStress*d.stress
		s.stress = s.calm + fastStress*fast[i] + w.seed.jump(out.first+int64(i))
		w.clear(&s, d, fastWest[i], out.first+int64(i))
		out.slots[i] = s
		out.net += (s.load - s.wind - s.solar) / float64(len(out.slots))
	}
	out.sky = sky
	out.ahead = w.dayAhead(d, sky, slow)
	return out
}

// physical is the grid between two hours, at fraction f of the way.
func physical(a, b weather, f float64) slot {
	between := func(x, y float64) float64 { return x + f*(y-x) }
	return slot{
		load:      between(a.load+a.loadError, b.load+b.loadError),
		wind:      between(a.wind+a.windError, b.wind+b.windError),
		solar:     between(a.solar+a.solarError, b.solar+b.solarError),
		available: between(a.available, b.available),
	}
}

// clear runs the real-time market of a slot.
func (w *World) clear(s *slot, d disturbances, fastWest float64, index int64) {
	s.lambda = cents(clamp(marginal(w.stack, s.stress), floorUSD, capUSD))
	c := congested(s.wind, s.solar, s.load, d.imports+0.25*fastWest, d.exports+0.4*fastWest, d.south, d.houston)
	s.lmp = make([]float64, len(w.points))
	for i := range w.points {
		s.lmp[i] = w.points[i].price(s.lambda, c)
	}
	s.prc = responsive(s.calm) + 0.12*w.seed.normal(streamPRC, index)
	s.eea = emergencyLevel(responsive(s.calm))
	s.mcpc = w.realTimeReserve(s, index)
	s.adder = w.seed.deployment(index, s.eea)
}

// disturbances are what neither weather nor calendar explains in an hour, each
// of unit variance, except that South and Houston also know the season.
type disturbances struct {
	stress, imports, exports, south, houston float64
	// The part of the congestion that planned outages explain, and that the
	// day-ahead market so knows.
	knownImports, knownExports, knownSouth float64
	dayAhead                               float64 // the day-ahead market's own
}

const known = 0.6 // share of congestion's variance that is known a day ahead

func (w *World) disturbancesOf(from int64, n int) []disturbances {
	s := w.seed
	stress := s.autoregressive(streamHourly, 0.6, from, n)
	imports := s.autoregressive(streamImport, 0.995, from, n)
	importsNew := s.autoregressive(streamImport+1000, 0.9, from, n)
	exports := s.autoregressive(streamExport, 0.99, from, n)
	exportsNew := s.autoregressive(streamExport+1000, 0.9, from, n)
	south := s.autoregressive(streamSouth, 0.97, from, n)
	southNew := s.autoregressive(streamSouth+1000, 0.85, from, n)
	houston := s.autoregressive(streamHouston, 0.85, from, n)
	ahead := s.autoregressive(streamDayAhead, 0.8, from, n)
	a, b := math.Sqrt(known), math.Sqrt(1-known)
	out := make([]disturbances, n)
	for i := range out {
		out[i] = disturbances{
			stress:       stress[i],
			imports:      a*imports[i] + b*importsNew[i],
			exports:      a*exports[i] + b*exportsNew[i],
			south:        a*south[i] + b*southNew[i],
			houston:      houston[i],
			knownImports: a * imports[i],
			knownExports: a * exports[i],
			knownSouth:   a * south[i],
			dayAhead:     ahead[i],
		}
	}
	return out
}

func (d disturbances) towards(e disturbances, f float64) disturbances {
	d.stress += f * (e.stress - d.stress)
	d.imports += f * (e.imports - d.imports)
	d.exports += f * (e.exports - d.exports)
	d.south += f * (e.south - d.south)
	d.houston += f * (e.houston - d.houston)
	return d
}

// jump is the stress in GW that sudden trips and ramps leave at a slot: in some
// hours one starts, and dispatch works it off over the following half hour.
func (s source) jump(index int64) float64 {
	var sum float64
	for hour := index/slotsPerHour - 1; hour <= index/slotsPerHour; hour++ {
		if s.uniform(streamJumpAt, 2*hour) > jumpChance {
			continue
		}
		start := hour*slotsPerHour + int64(s.uniform(streamJumpAt, 2*hour+1)*slotsPerHour)
		if index < start {
			continue
		}
		sum += jumpMean * s.exponential(streamJumpSize, hour) * math.Pow(0.65, float64(index-start))
	}
	return sum
}

// responsive is physical responsive capability in GW at a stress.
func responsive(stress float64) float64 { return 0.9 + 6.6*logistic(-(stress-11)/3.4) }

// emergencyLevel is the energy emergency alert level at a physical responsive
// capability in GW: below 2.5, 2.0 and 1.5.
func emergencyLevel(prc float64) int {
	switch {
	case prc < 1.5:
		return 3
	case prc < 2:
		return 2
	case prc < 2.5:
		return 1
	}
	return 0
}

// deployment is the reliability deployment adder in $/MWh: in an emergency, and
// in the few hours in which units are kept on out of market.
func (s source) deployment(index int64, eea int) float64 {
	if eea > 0 {
		return 50 * float64(eea)
	}
	hour := index / slotsPerHour
	if s.uniform(streamAdder, 2*hour) > 0.004 {
		return 0
	}
	return cents(4 * s.exponential(streamAdder, 2*hour+1))
}

// stamp is when the dispatch run of a slot ran: a few seconds after its mark,
// never the same.
func (s source) stamp(index int64) time.Time {
	seconds := 3 + int64(6*s.uniform(streamStamp, index))
	return time.Unix(index*slotSeconds+seconds, 0).UTC()
}
