package policy

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Levels of ERCOT's energy emergency and of physical responsive capability
// (MW) at which load must not be raised, interruptible load goes, everything
// goes. Figures: ERCOT nodal protocols 6.5.9.4, as NPRR1176 left them.
const (
	levelNoRaise       = 1
	levelInterruptible = 2
	levelAll           = 3
	prcNoRaiseMW       = 3000
)

// dataHealth keeps a site that decides on stale prices from raising load.
func (d *draft) dataHealth() {
	if d.in.Site.Point == "" {
		return
	}
	if _, stale, ok := d.in.Snapshot.ExpectedSPP(); !ok || !stale {
		return
	}
	if d.capAtNow() {
		d.say("data_health", "", "the price of %s is stale: no class is raised", d.in.Site.Point)
	}
}

// capAtNow lowers every class to its running power where the draft is above it.
// Sold inference is not held down.
func (d *draft) capAtNow() (changed bool) {
	for i := range d.mw {
		most := max(d.now[i], d.sold(i))
		if d.mw[i] > most+tiny {
			d.set(i, most)
			changed = true
		}
	}
	return changed
}

// sold is the power of a class that contracts promise.
func (d *draft) sold(i int) unit.MW { return d.in.Site.Classes[i].SoldMW() }

// contracts serves sold inference in full.
func (d *draft) contracts() {
	for i := range d.in.Site.Classes {
		c := &d.in.Site.Classes[i]
		raised := false
		for j := range c.Tiers {
			if c.Tiers[j].Sold && d.tiers[i][j] < c.Tiers[j].MaxMW-tiny {
				d.tiers[i][j] = c.Tiers[j].MaxMW
				raised = true
			}
		}
		if raised {
			d.makeRoom(i)
			d.say("contract", c.ID, "%.3f MW of sold inference is served", float64(d.sold(i)))
		}
	}
}

// makeRoom lowers a class's unsold tiers, the last first, until it fits its top
// level.
func (d *draft) makeRoom(i int) {
	c := &d.in.Site.Classes[i]
	var sum unit.MW
	for _, mw := range d.tiers[i] {
		sum += mw
	}
	for _, sold := range [2]bool{false, true} {
		for j := len(c.Tiers) - 1; j >= 0 && sum > c.MaxMW(); j-- {
			if c.Tiers[j].Sold == sold {
				less := min(d.tiers[i][j], sum-c.MaxMW())
				d.tiers[i][j] -= less
				sum -= less
			}
		}
	}
	d.mw[i] = sum
}

// awards keeps consumption where reserve was sold on it: above the low limit
// plus what may be called down, and far enough below the site's limit for what
// may be called up. A deployment releases the floor.
func (d *draft) awards() {
	var floor, up, down unit.MW
	for _, a := range d.orders.Awards {
		if !site.In(d.at, a.Start, a.End) {
			continue
		}
		if !a.Up {
			down += a.MW
			continue
		}
		if !a.Deployed {
			up += a.MW
			floor = max(floor, a.LowMW)
		}
	}
	if most := d.in.Site.Limits.SiteMW - down; down > 0 && d.meter() > most+tiny {
		d.lowerTo(most)
		d.say("award", "", "%.3f MW of downward reserve is sold: at most %.3f MW at the meter", float64(down), float64(most))
	}
	if least := floor + up; up > 0 && d.meter() < least-tiny {
		d.raiseTo(least)
		d.say("award", "", "%.3f MW of upward reserve is sold: at least %.3f MW at the meter", float64(up), float64(least))
	}
}

// overrides are operators' wishes, the newest last. In an emergency, with low
// PRC, or while an instruction limits the site, they lower but do not raise.
func (d *draft) overrides() {
	for _, o := range d.orders.Overrides {
		if !site.In(d.at, o.Start, o.End) {
			continue
		}
		before := append([]unit.MW(nil), d.mw...)
		if o.Class == "" {
			if meter := d.in.Site.MeterMW(d.in.Site.MachineMW(o.MW)); d.meter() > meter {
				d.lowerTo(meter)
			} else {
				d.raiseTo(meter)
			}
		}
		for i := range d.in.Site.Classes {
			if d.in.Site.Classes[i].ID == o.Class {
				d.set(i, o.MW)
			}
		}
		d.say("override", o.Class, "%s asks for %.3f MW: %s", o.By, float64(o.MW), o.Reason)
		if why := d.mayNotRaise(); why != "" {
			for i := range d.mw {
				if most := max(before[i], 0); d.mw[i] > most+tiny {
					d.set(i, most)
					d.say("override", d.in.Site.Classes[i].ID, "the override may not raise load: %s", why)
				}
			}
		}
	}
}

// mayNotRaise is why load must not be raised by hand; empty where it may.
func (d *draft) mayNotRaise() string {
	switch {
	case d.orders.Stop:
		return "emergency stop"
	case d.eea() >= levelNoRaise:
		return "energy emergency"
	case d.lowPRC():
		return "physical responsive capability is low"
	}
	for _, ins := range d.orders.Instructions {
		if ins.MaxMW != nil && site.In(d.at, ins.Start, ins.End) {
			return "instruction " + ins.ID
		}
	}
	return ""
}

// instructions bound what the meter shows. Several bind together; where they
// contradict each other, the one that asks for less wins.
func (d *draft) instructions() {
	for _, ins := range d.orders.Instructions {
		if ins.MinMW == nil || !site.In(d.at, ins.Start, ins.End) || d.eea() >= levelNoRaise {
			continue
		}
		if d.meter() < *ins.MinMW-tiny {
			d.raiseTo(*ins.MinMW)
			d.say("instruction", "", "%s %s: at least %.3f MW", ins.From, ins.ID, float64(*ins.MinMW))
		}
	}
	for _, ins := range d.orders.Instructions {
		if ins.MaxMW == nil || !site.In(d.at, ins.Start, ins.End) {
			continue
		}
		d.shed = true
		if d.meter() > *ins.MaxMW+tiny {
			d.lowerTo(*ins.MaxMW)
			d.say("instruction", "", "%s %s: at most %.3f MW", ins.From, ins.ID, float64(*ins.MaxMW))
		}
	}
}

// emergency answers ERCOT's emergency level and PRC. Sites outside ERCOT have
// neither.
func (d *draft) emergency() {
	if d.in.Site.Point == "" {
		return
	}
	level := d.eea()
	if (level >= levelNoRaise || d.lowPRC()) && d.capAtNow() {
		d.say("emergency", "", "EEA level %d, PRC %.0f MW: no class is raised", level, d.in.Snapshot.System.PRC.Value)
	}
	if level < levelInterruptible {
		return
	}
	d.shed = true
	for i := range d.mw {
		keep := d.sold(i)
		if level >= levelAll {
			keep = 0
		}
		if d.mw[i] > keep+tiny {
			d.keepSold(i, keep)
			d.say("emergency", d.in.Site.Classes[i].ID, "EEA level %d: interruptible load is off", level)
		}
	}
}

// keepSold lowers a class to its sold tiers, or to nothing.
func (d *draft) keepSold(i int, keep unit.MW) {
	if d.tiers[i] == nil || keep == 0 {
		d.set(i, 0)
		return
	}
	d.mw[i] = 0
	for j := range d.tiers[i] {
		if !d.in.Site.Classes[i].Tiers[j].Sold {
			d.tiers[i][j] = 0
		}
		d.mw[i] += d.tiers[i][j]
	}
}

// stop takes everything off.
func (d *draft) stop() {
	if !d.orders.Stop {
		return
	}
	d.shed = true
	for i := range d.mw {
		d.set(i, 0)
	}
	d.say("stop", "", "emergency stop: everything is off")
}

func (d *draft) eea() int {
	if d.in.Site.Point == "" {
		return 0
	}
	return int(d.in.Snapshot.System.EEA.Value)
}

func (d *draft) lowPRC() bool {
	prc := d.in.Snapshot.System.PRC
	return d.in.Site.Point != "" && prc.OK() && prc.Value < prcNoRaiseMW
}
