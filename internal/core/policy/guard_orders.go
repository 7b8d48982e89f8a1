package policy

import (
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Levels of ERCOT's energy emergency (EEA) at which load is not raised,
// interruptible load goes off, everything goes off; and the physical responsive
// capability (MW) below which load is not raised. ERCOT acts on a watch below
// 3,000 MW of PRC and declares levels 1 to 3 below 2,500, 2,000 and 1,500 MW
// (nodal protocols 6.5.9.4, as NPRR1176 left them); load resources are called
// at level 2, firm load at level 3.
const (
	levelNoRaise       = 1
	levelInterruptible = 2
	levelAll           = 3
	prcNoRaiseMW       = 3000
)

// stop takes everything off.
func (g *guarding) stop() {
	if !g.orders.Stop {
		return
	}
	g.capAll(0)
	if g.in.Explain {
		g.say("stop", "", "emergency stop: everything is off")
	}
}

// emergency answers ERCOT's emergency level and PRC, the last known where they
// are stale. Sites outside ERCOT have neither.
func (g *guarding) emergency() {
	level := g.level()
	if (level >= levelNoRaise || g.lowPRC()) && g.capSite(g.drawn()) && g.in.Explain {
		g.say("emergency", "", "EEA level %d, PRC %.0f MW: load is not raised", level, g.in.Snapshot.System.PRC.Value)
	}
	if level < levelInterruptible {
		return
	}
	for i := range g.classes {
		c := &g.in.Site.Classes[i]
		keep := c.SoldMW()
		if level >= levelAll {
			keep = 0
		}
		if g.capClass(i, keep) && g.in.Explain {
			g.say("emergency", c.ID, "EEA level %d: at most %.3f MW", level, float64(keep))
		}
	}
}

// instructions bound what the meter shows. Several bind together; where they
// contradict each other, those that ask for less win. In an emergency none
// keeps load up.
func (g *guarding) instructions() {
	for k := range g.orders.Instructions {
		ins := &g.orders.Instructions[k]
		if !g.inForce(ins) {
			continue
		}
		if most, ok := g.ceiling(ins); ok && g.capSite(g.in.Site.MachineMW(most)) && g.in.Explain {
			g.say("instruction", "", "%s %s (%s): at most %.3f MW at the meter", ins.From, ins.ID, ins.Kind, float64(most))
		}
	}
	g.deployed()
	for k := range g.orders.Instructions {
		ins := &g.orders.Instructions[k]
		if ins.MinMW == nil || !g.inForce(ins) || g.level() >= levelNoRaise {
			continue
		}
		if g.floorSite(g.in.Site.MachineMW(*ins.MinMW)) && g.in.Explain {
			g.say("instruction", "", "%s %s (%s): at least %.3f MW at the meter", ins.From, ins.ID, ins.Kind, float64(*ins.MinMW))
		}
	}
}

// deployed keeps down what was called on, until its award ends or it is recalled:
// no price brings it back before.
func (g *guarding) deployed() {
	low, up := g.upward()
	for _, a := range g.orders.Awards {
		if !a.Deployed || !a.Up || !site.In(g.at, a.Start, a.End) {
			continue
		}
		most := max(a.LowMW, low+up)
		if g.capSite(g.in.Site.MachineMW(most)) && g.in.Explain {
			g.say("deployed", "", "%.3f MW of %s are called on: at most %.3f MW at the meter until they are recalled", float64(a.MW), a.Product, float64(most))
		}
	}
}

// ceiling is the most that an instruction lets the meter show. A deployment that
// names no power takes its product's awards down to their low limit, beside
// what other awards hold; an order to curtail that names none means all.
func (g *guarding) ceiling(ins *site.Instruction) (most unit.MW, ok bool) {
	switch {
	case ins.MaxMW != nil:
		return *ins.MaxMW, true
	case ins.MinMW != nil:
		return 0, false
	case ins.Kind == "curtail":
		return 0, true
	case ins.Kind != "deploy":
		return 0, false
	}
	for _, a := range g.orders.Awards {
		if !a.Up || !site.In(g.at, a.Start, a.End) {
			continue
		}
		if a.Product == ins.Product {
			ok = true
			most = max(most, a.LowMW)
		}
	}
	if floor, up := g.upward(); ok && up > 0 {
		most = max(most, floor+up)
	}
	return most, ok
}

// inForce reports whether an instruction binds what is left of the interval.
func (g *guarding) inForce(ins *site.Instruction) bool {
	return g.orders.InForce(ins, g.at, g.in.Snapshot.Interval.End())
}

// overrides hold classes, or the meter, where operators want them; the newest
// first, so that it prevails. In an emergency, with low PRC, or while an
// instruction caps the site, they only lower.
func (g *guarding) overrides() {
	if len(g.orders.Overrides) == 0 {
		return
	}
	lowerOnly := g.mayNotRaise()
	newest := slices.Clone(g.orders.Overrides)
	slices.SortStableFunc(newest, func(a, b site.Override) int { return b.Start.Compare(a.Start) })
	for k := range newest {
		o := &newest[k]
		if site.In(g.at, o.Start, o.End) && (o.MW >= 0) {
			g.override(o, lowerOnly)
		}
	}
}

func (g *guarding) override(o *site.Override, lowerOnly string) {
	bit := false
	if o.Class == "" {
		bit = g.capSite(g.in.Site.MachineMW(o.MW))
		if lowerOnly == "" {
			bit = g.floorSite(g.in.Site.MachineMW(o.MW)) || bit
		}
	}
	for i := range g.classes {
		if c := &g.in.Site.Classes[i]; c.ID == o.Class {
			bit = g.capClass(i, c.DrawMW(o.MW))
			if lowerOnly == "" {
				bit = g.floorClass(i, c.DrawMW(o.MW)) || bit
			}
		}
	}
	if !g.in.Explain {
		return
	}
	if lowerOnly != "" {
		g.say("override", o.Class, "%s asks for %.3f MW (%s), which may not raise load: %s", o.By, float64(o.MW), o.Reason, lowerOnly)
		return
	}
	if bit {
		g.say("override", o.Class, "%s asks for %.3f MW: %s", o.By, float64(o.MW), o.Reason)
	}
}

// mayNotRaise is why load must not be raised by hand; empty where it may.
func (g *guarding) mayNotRaise() string {
	switch {
	case g.orders.Stop:
		return "emergency stop"
	case g.level() >= levelNoRaise:
		return "energy emergency"
	case g.lowPRC():
		return "physical responsive capability is low"
	}
	for k := range g.orders.Instructions {
		ins := &g.orders.Instructions[k]
		if !g.inForce(ins) {
			continue
		}
		if _, capped := g.ceiling(ins); capped {
			return "instruction " + ins.ID
		}
	}
	return ""
}

// awards keep consumption where reserve was sold on it: at or above the low
// limit plus what can be called off, and far enough below the site's limit for
// what can be called on. A deployment releases either.
func (g *guarding) awards() {
	var down unit.MW
	for _, a := range g.orders.Awards {
		if g.holds(a) && !a.Up {
			down += a.MW
		}
	}
	if limit := g.in.Site.Limits.SiteMW; down > 0 && limit > 0 && g.capSite(g.in.Site.MachineMW(limit-down)) && g.in.Explain {
		g.say("award", "", "%.3f MW of downward reserve is sold: at most %.3f MW at the meter", float64(down), float64(limit-down))
	}
	if floor, up := g.upward(); up > 0 && g.floorSite(g.in.Site.MachineMW(floor+up)) && g.in.Explain {
		g.say("award", "", "%.3f MW of upward reserve is sold: at least %.3f MW at the meter", float64(up), float64(floor+up))
	}
}

// upward is the low limit and the sum of the upward awards that are held.
func (g *guarding) upward() (low, sum unit.MW) {
	return g.orders.Upward(g.at, g.in.Snapshot.Interval.End())
}

// holds reports whether an award binds: it is in force, and neither its own
// record nor an instruction says that it is deployed.
func (g *guarding) holds(a site.Award) bool {
	return g.orders.Held(a, g.at, g.in.Snapshot.Interval.End())
}

// contracts serve sold inference in full.
func (g *guarding) contracts() {
	byWorth(g.in.Site, func(i int) {
		c := &g.in.Site.Classes[i]
		sold := c.SoldMW()
		if sold <= 0 {
			return
		}
		g.floorClass(i, sold)
		if lo := g.classes[i].lo; g.in.Explain && lo > c.AsleepMW()+tiny && unasked(c, g.wish) > tiny {
			g.say("contract", c.ID, "%.3f MW of inference is sold: at least %.3f MW stays on", float64(sold), float64(min(sold, lo)))
		}
	})
}

// dataHealth keeps a site from raising load on a stale price: the settlement
// point's, and for miners the hashprice. What to do where no price is known at
// all is the policies' business.
func (g *guarding) dataHealth() {
	_, stale, ok := g.in.Snapshot.ExpectedSPP()
	blind := g.in.Site.Point != "" && ok && stale
	hashprice := g.in.Snapshot.Network.Hashprice
	for i := range g.classes {
		c := &g.in.Site.Classes[i]
		if !blind && !(c.Mines() && hashprice.OK() && hashprice.Stale) {
			continue
		}
		if g.capClass(i, g.classes[i].now) && g.in.Explain {
			g.say("data_health", c.ID, "prices are stale: load is not raised")
		}
	}
}

// capAll lowers the most that any class may draw.
func (g *guarding) capAll(hi unit.MW) {
	for i := range g.classes {
		g.capClass(i, hi)
	}
	g.capSite(hi)
}

// level is ERCOT's emergency level, 0 outside ERCOT.
func (g *guarding) level() int {
	if eea := g.in.Snapshot.System.EEA; g.in.Site.Point != "" && eea.OK() {
		return int(eea.Value)
	}
	return 0
}

func (g *guarding) lowPRC() bool {
	prc := g.in.Snapshot.System.PRC
	return g.in.Site.Point != "" && prc.OK() && prc.Value < prcNoRaiseMW
}
