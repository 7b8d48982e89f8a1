package world

import "math"

// Products are ERCOT's ancillary services, in the order of every array by
// product of this package.
func Products() []string { return []string{"REGUP", "REGDN", "RRS", "ECRS", "NSPIN"} }

// reserve is how a product's capacity price follows scarcity: a quiet level,
// lognormal around its median, plus a share of what energy costs above a
// threshold, since a megawatt held back forgoes it.
type reserve struct {
	median, spread float64 // $/MW per h and sd of its logarithm
	share, above   float64 // of the system price, $/MWh
	down           bool    // paid when prices are low
}

// reserves are fitted to the day-ahead capacity prices of 2024.
func reserves() []reserve {
	return []reserve{
		{median: 1.8, spread: 0.6, share: 0.58, above: 40},            // REGUP
		{median: 1.5, spread: 0.7, share: 0.12, above: 8, down: true}, // REGDN
		{median: 1.0, spread: 0.7, share: 0.65, above: 42},            // RRS
		{median: 1.0, spread: 1.0, share: 0.95, above: 38},            // ECRS
		{median: 1.0, spread: 0.9, share: 0.78, above: 42},            // NSPIN
	}
}

func (r reserve) price(system, quiet float64) float64 {
	price := r.median * math.Exp(r.spread*quiet)
	scarcity := system - r.above
	if r.down {
		price += r.share*math.Max(0, r.above-system) + 0.25*math.Max(0, system-250)
	} else if scarcity > 0 {
		price += r.share * scarcity * scarcity / (scarcity + 25)
	}
	return cents(clamp(price, 0, capUSD))
}

func (w *World) dayAheadReserve(d *DayAhead, h int, hour int64) {
	for p, r := range w.reserves {
		quiet := w.seed.normal(streamReserve, hour*8+int64(p))
		d.MCPC[p][h] = r.price(d.System[h], quiet)
	}
}

// realTimeReserve co-optimises capacity with a slot's energy: awards cost next
// to nothing while capacity is plenty, and share scarcity when it is not.
func (w *World) realTimeReserve(s *slot, index int64) []float64 {
	out := make([]float64, len(w.reserves))
	for p, r := range w.reserves {
		quiet := w.seed.normal(streamReserveRT, (index/slotsPerHour)*8+int64(p))
		r.median *= 0.4
		out[p] = r.price(s.lambda, quiet)
	}
	return out
}
