package policy

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// RuleWork is the rule of the reasons that [GrantWork] gives.
const RuleWork = "grid_work"

// GrantWork is a proposal's plan with the megawatts that heavy tasks are worth,
// machine by machine, and why. A task has power where it beats, per MWh, what
// the power does otherwise ([UsefulCompute]): nothing, unsold inference of the
// same machines, or, where the site's limit binds, mining. Sold inference is
// never touched. Machines are granted whole, as many as the accepted tasks'
// energy takes within the interval and at most one to each worker: one that is
// done early rests for the remainder of an interval.
func GrantWork(in Input, p Proposal) (site.Plan, []Reason) {
	q := in.Snapshot.Work
	if q == nil || len(q.Bids) == 0 {
		return p.Plan, unknownQueue(in)
	}
	g := newGranting(in, p)
	if g == nil {
		return p.Plan, nil
	}
	for _, b := range g.order(q) {
		g.bid(b)
	}
	return g.plan, g.reasons()
}

// unknownQueue says why no bid was weighed, where machines could work for the grid
// and the queue is not known.
func unknownQueue(in Input) []Reason {
	q := in.Snapshot.Work
	if !in.Explain || q == nil || q.Why == "" || !slices.ContainsFunc(in.Site.Classes, WorksForGrid) {
		return nil
	}
	return []Reason{{Rule: RuleWork, Text: "no bids of heavy tasks are known: " + q.Why}}
}

// WorkMachines is how many of a class's machines a plan grants to grid tasks.
func WorkMachines(c *site.Class, p site.Plan) int {
	one := machineMW(c)
	if !(one > 0) {
		return 0
	}
	return int(math.Floor(float64(WorkMW(c, p)/one) + 1e-6))
}

// WorkMW is the power that a plan grants to grid tasks on a class, beyond what its
// machines draw asleep.
func WorkMW(c *site.Class, p site.Plan) unit.MW {
	mw := p.UseMW(c.ID, site.Grid)
	if p.ClassMW(c.ID) == mw {
		mw -= c.AsleepMW() // of a class that does nothing else
	}
	return max(0, mw)
}

// machineMW is what one machine of a class draws at its top level above asleep.
func machineMW(c *site.Class) unit.MW {
	if c.Units <= 0 {
		return 0
	}
	return (c.MaxMW() - c.AsleepMW()) / unit.MW(c.Units)
}

// granting is grants in the making.
type granting struct {
	in      Input
	plan    site.Plan
	spp     unit.USDPerMWh
	energy  unit.USDPerMWh
	lambda  unit.USDPerMWh // shadow price of the site's limit
	by      string         // whose price that is
	green   bool           // the renewable rule holds
	share   market.Quote
	left    int      // machines that may still be granted
	room    unit.MWh // of granted machines, not yet taken by a task
	granted map[string]grantedTo
	taken   int
	refused string // why the first task that got nothing did not
}

type grantedTo struct {
	machines int
	why      string // of the newest
}

func newGranting(in Input, p Proposal) *granting {
	if !slices.ContainsFunc(in.Site.Classes, WorksForGrid) {
		return nil
	}
	g := &granting{in: in, plan: p.Plan.Clone(), left: in.Snapshot.Work.Servers, granted: map[string]grantedTo{}}
	spp, _, ok := in.Snapshot.ExpectedSPP()
	if in.Site.Point != "" && !ok {
		g.refused, g.left = "no price of energy is known", 0
		return g
	}
	g.spp, g.energy = spp, EnergyPrice(in, spp)
	g.lambda, g.by = lambdaOf(in, p, spp)
	g.share = in.Snapshot.System.RenewableShare
	g.green = g.share.OK() && RenewablePriority(g.share.Value, in.Snapshot.Work.RenewableFrom)
	return g
}

// WorksForGrid says whether a class has machines that heavy tasks run on.
func WorksForGrid(c site.Class) bool { return c.Kind != site.ASIC && !c.Mines() && machineMW(&c) > 0 }

// lambdaOf is the shadow price of the site's power limit: the optimiser's where
// one planned, else what the plan's merit order says.
func lambdaOf(in Input, p Proposal, spp unit.USDPerMWh) (price unit.USDPerMWh, by string) {
	if p.Ahead == nil {
		return Lambda(in, p.Plan, spp), p.Policy
	}
	for _, s := range p.Ahead.Shadows {
		if s.Limit == "site" {
			price = max(price, s.USDPerMWh)
		}
	}
	return price, p.Ahead.Stood
}

// order is the bids by priority and deadline. Where renewables are plentiful the
// coordinator's own tasks move up by one, but never to CRITICAL. Of equals the
// scheduler's order stands.
func (g *granting) order(q *market.Queue) []market.Bid {
	const high = 2
	bids := slices.Clone(q.Bids)
	for i := range bids {
		if b := &bids[i]; g.green && b.Own && b.Priority < high {
			b.Priority++
		}
	}
	slices.SortStableFunc(bids, func(a, b market.Bid) int {
		return cmp.Or(cmp.Compare(b.Priority, a.Priority), a.Deadline.Compare(b.Deadline))
	})
	return bids
}

// bid gives a task room on a machine that is granted already, or grants one more.
func (g *granting) bid(b market.Bid) {
	need := unit.MWh(b.EnergyWh / 1e6)
	if g.room >= need && g.taken > 0 {
		g.room -= need
		g.taken++
		return
	}
	best := slot{}
	for i := range g.in.Site.Classes {
		if c := &g.in.Site.Classes[i]; WorksForGrid(*c) {
			for _, o := range g.slots(i, c) {
				if best.class == nil || o.hurdle() < best.hurdle() {
					best = o
				}
			}
		}
	}
	switch {
	case g.left <= 0:
		g.refuse("no more worker takes heavy tasks")
	case best.class == nil:
		g.refuse("no machine is left that could work for the grid")
	case !UsefulCompute(b.Pays, g.energy, best.wear, best.inference, best.lambda):
		g.refuse(fmt.Sprintf("it pays %.2f $/MWh, less %s", float64(b.Pays), g.against(best)))
	default:
		g.take(best, b, need)
	}
}

func (g *granting) refuse(why string) {
	if g.refused == "" {
		g.refused = why
	}
}

// slot is one more machine of a class, and what has to be beaten to have it.
type slot struct {
	class     *site.Class
	from      string // tier that gives the power; empty: it is free, or mining's
	wear      unit.USDPerMWh
	inference unit.USDPerMWh
	lambda    unit.USDPerMWh
}

func (p slot) hurdle() unit.USDPerMWh { return p.wear + max(0, p.inference, p.lambda) }

// slots are where a class could have one more machine work for the grid: one
// that does nothing, and one of its least valuable tier that is not sold.
func (g *granting) slots(i int, c *site.Class) (all []slot) {
	one, is := machineMW(c), max(g.plan.ClassMW(c.ID), c.AsleepMW())
	hours := unit.MW(max(g.in.Snapshot.Interval.Length, c.MinUp).Hours())
	if is+one <= c.MaxMW()+tiny {
		start := StartUSD(c, currentMW(g.in.State, i, c.ID), is+one)
		free := slot{class: c, lambda: g.lambda, wear: unit.USDPerMWh(start / float64(one*hours))}
		if limit := g.in.Site.Limits.SiteMW; limit > 0 && g.in.Site.PlanMeterMW(g.plan)+one > limit {
			free.lambda = max(free.lambda, g.leastMining())
		}
		all = append(all, free)
	}
	if t := lastTier(c, g.plan); t != nil && g.tierMW(c, t) >= one-tiny {
		price, _ := gpuPrice(g.in.Snapshot, c.Model)
		all = append(all, slot{
			class: c, from: t.Name, lambda: g.lambda, inference: c.TierRevenue(t, price) - g.energy,
			wear: unit.USDPerMWh(t.RestartUSD / float64(hours)),
		})
	}
	return all
}

func (g *granting) tierMW(c *site.Class, t *site.Tier) (mw unit.MW) {
	for _, a := range g.plan.Allocations {
		if a.Class == c.ID && a.Use == site.Infer && a.Tier == t.Name {
			mw += a.MW
		}
	}
	return mw
}

// leastMining is the margin of the mining that a binding limit would take off.
func (g *granting) leastMining() unit.USDPerMWh {
	least := unit.USDPerMWh(math.Inf(1))
	for _, v := range Values(g.in, g.spp) {
		if v.Use == site.Mine && v.Known && g.plan.UseMW(v.Class, site.Mine) > 0 {
			least = min(least, v.Margin)
		}
	}
	if math.IsInf(float64(least), 1) {
		return 0
	}
	return least
}

// take grants a machine to a task.
func (g *granting) take(p slot, b market.Bid, need unit.MWh) {
	one := machineMW(p.class)
	if p.from != "" {
		g.plan.Allocations = shrink(g.plan.Allocations, p.class, one)
	}
	more := max(g.plan.ClassMW(p.class.ID), p.class.AsleepMW()) + one - g.plan.ClassMW(p.class.ID)
	if p.from != "" {
		more = one
	}
	g.add(p.class, more)
	g.left--
	g.taken++
	g.room = max(0, g.room+one.Over(g.in.Snapshot.Interval.Length)-need)
	g.granted[p.class.ID] = grantedTo{
		machines: g.granted[p.class.ID].machines + 1,
		why:      fmt.Sprintf("a task of priority %s pays %.2f $/MWh, more than %s", priorityName(b.Priority), float64(b.Pays), g.against(p)),
	}
}

// add puts power to work for the grid; that use is the last of its class.
func (g *granting) add(c *site.Class, mw unit.MW) {
	at := 0
	for k, a := range g.plan.Allocations {
		if a.Class == c.ID && a.Use == site.Grid {
			g.plan.Allocations[k].MW += mw
			return
		}
		if slices.IndexFunc(g.in.Site.Classes, func(x site.Class) bool { return x.ID == a.Class }) <=
			slices.IndexFunc(g.in.Site.Classes, func(x site.Class) bool { return x.ID == c.ID }) {
			at = k + 1
		}
	}
	g.plan.Allocations = slices.Insert(g.plan.Allocations, at, site.Allocation{Class: c.ID, Use: site.Grid, MW: mw})
}

// against is what a place has to be beaten by, for people.
func (g *granting) against(p slot) string {
	other := "nothing else wants the machine"
	switch most := max(0, p.inference, p.lambda); {
	case p.from != "" && most == p.inference:
		other = fmt.Sprintf("%.2f of the tier %s", float64(p.inference), p.from)
	case most > 0:
		other = fmt.Sprintf("%.2f of the site's limit (by %s)", float64(p.lambda), g.by)
	}
	return fmt.Sprintf("%.2f of energy, %.2f of wear; %s", float64(g.energy), float64(p.wear), other)
}

// count is a number of things, for people.
func count(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// priorityName is what a priority is called.
func priorityName(p int) string {
	return [...]string{"LOW", "MEDIUM", "HIGH", "CRITICAL"}[min(max(p, 0), 3)]
}

// reasons say what was granted to each class, and why the rest was not.
func (g *granting) reasons() (all []Reason) {
	if !g.in.Explain {
		return nil
	}
	for i := range g.in.Site.Classes {
		c := &g.in.Site.Classes[i]
		if to, ok := g.granted[c.ID]; ok {
			all = append(all, Reason{Rule: RuleWork, Class: c.ID, Text: fmt.Sprintf("%.4f MW on %s for %s: %s",
				float64(WorkMW(c, g.plan)), count(to.machines, "machine"), count(g.taken, "heavy task"), to.why)})
		}
	}
	if waiting := len(g.in.Snapshot.Work.Bids) - g.taken; waiting > 0 {
		all = append(all, Reason{Rule: RuleWork, Text: fmt.Sprintf("no power for %s: %s", count(waiting, "heavy task"), g.refused)})
	}
	if g.green {
		all = append(all, Reason{Rule: "renewable_priority", Text: fmt.Sprintf("%.1f %% of generation is renewable, from %.1f %% on grid tasks move up",
			100*g.share.Value, 100*g.in.Snapshot.Work.RenewableFrom)})
	}
	return all
}
