package reward

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/baseline"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// weighed is a run with what other baselines find of it, its class, and who has
// paid for it; ok is false where one of them leaves nothing to claim.
func weighed(c Curtailed, rows []Metered, declaredKW float64) (Curtailed, bool) {
	first := slices.IndexFunc(rows, func(r Metered) bool { return r.Start.Equal(c.Baseline.Start) })
	n := int(c.Claim.N)
	if first < 0 || first+n > len(rows) {
		return c, true
	}
	b := &c.Baseline
	run := rows[first : first+n]
	classify(b, run)
	points := points(rows)
	b.Methods = baseline.Estimates(points, b.Start, n)
	if declaredKW > 0 {
		held, share := baseline.Held(points, b.Start, n, declaredKW)
		b.Held = &MaxBase{DeclaredKW: declaredKW, Held: held, Share: share}
	}
	least := float64(c.Claim.KWh)
	for _, m := range b.Methods {
		if m.Why == "" && m.Method != baseline.MeterBefore {
			least = min(least, m.KWh*(1-m.Placebo.Band)-b.MeteredKWh)
		}
	}
	if least < 1 {
		return c, false
	}
	c.Claim.KWh = uint64(math.Floor(least))
	c.Claim.Baseline = b.Hash()
	return c, true
}

// classify says what made the load go down and whether it would have anyway.
func classify(b *Baseline, run []Metered) {
	economic, drawn, known := 0.0, 0.0, true
	for _, r := range run {
		if r.Order != "" && b.Class == "" {
			b.Class, b.Ordered = Instructed, r.Order
		}
		known = known && !math.IsNaN(r.Economic)
		economic += r.Economic
		drawn += r.Planned
		for _, p := range r.Paid {
			if !slices.Contains(b.Paid, p) {
				b.Paid = append(b.Paid, p)
			}
		}
	}
	switch {
	case b.Class == Instructed:
		b.Additional = "instructed: the load went down because it was told to"
	case known && economic > drawn+dropped*(b.BaselineKWh-drawn)/2:
		b.Class = Voluntary
		b.Additional = "voluntary: at that price the machines would have earned more by running"
	default:
		b.Class = PriceResponsive
		b.Additional = "price response: the operator might have curtailed without a certificate"
	}
}

// points are rows as baselines want them: what was curtailed, fell without a
// plan, or was not metered is no ordinary interval.
func points(rows []Metered) []baseline.Point {
	var plans []float64
	for _, r := range rows {
		plans = append(plans, r.Planned)
	}
	slices.Sort(plans)
	usual := 0.0
	if len(plans) > 0 {
		usual = plans[int(0.9*float64(len(plans)-1))]
	}
	out := make([]baseline.Point, len(rows))
	for i, r := range rows {
		out[i] = baseline.Point{
			Start: r.Start, KWh: r.KWh, Price: r.Price, Measured: r.Measured,
			Excluded: r.Order != "" || r.Planned < dropped*usual || r.KWh < dropped*dropped*r.Planned,
		}
	}
	return out
}

// Restate is a claim made again from settlement-quality metering: of the same
// intervals, and of no energy where the rows now show none. ok is false until
// every one of its intervals has settled.
func Restate(made Made, rows []Metered, declaredKW float64) (c Curtailed, ok bool) {
	first := slices.IndexFunc(rows, func(r Metered) bool { return r.Start.Equal(made.Baseline.Start) })
	n := int(made.Claim.N)
	if first < 0 || first+n > len(rows) {
		return c, false
	}
	metered := 0.0
	for i, r := range rows[first : first+n] {
		if !r.Settled || !r.Start.Equal(made.Baseline.Start.Add(time.Duration(i)*control)) {
			return c, false
		}
		metered += r.KWh
	}
	c = Curtailed{Claim: made.Claim, Baseline: made.Baseline}
	c.Baseline.MeteredKWh = metered
	c.Claim.Settled = true
	c.Claim.KWh = 0
	if kWh := math.Floor(c.Baseline.BaselineKWh - metered - c.Baseline.BandKWh); kWh >= 1 {
		c.Claim.KWh = uint64(kWh)
	}
	c.Claim.Baseline = c.Baseline.Hash()
	if better, still := weighed(c, rows, declaredKW); still && c.Claim.KWh > 0 {
		c = better
	} else {
		c.Claim.KWh = 0
	}
	return c, true
}

// method is the digest of the method that a claim was made by.
func method() proof.Hash { return proof.Keccak([]byte(LeastOf)) }
