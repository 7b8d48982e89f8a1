package report

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// RenewableOf is the renewable rule with its numbers, from the newest snapshot
// that shows the grid.
func RenewableOf(sites []SiteRecord, threshold float64, at time.Time) RenewableRule {
	rule := RenewableRule{
		Share:     unknown(string(market.RenewableShare), market.RenewableShare.Unit()),
		Threshold: threshold,
		Text:      "the renewable share is not known",
	}
	snap := ercotSnapshot(sites)
	if snap == nil || !snap.System.RenewableShare.OK() {
		return rule
	}
	share := snap.System.RenewableShare.Value
	rule.Share = ofKind(market.RenewableShare, snap.System.RenewableShare, at)
	rule.Holds = policy.RenewablePriority(share, threshold)
	verb := "is below"
	if rule.Holds {
		verb = "is at or above"
	}
	rule.Text = fmt.Sprintf("%.1f %% of generation is renewable, which %s the threshold of %.1f %%", 100*share, verb, 100*threshold)
	return rule
}

// usefulRule fills in the rule of useful compute for the site's first class
// that can do it. A nil outlook leaves its numbers unknown.
func usefulRule(o *outlook, lambda *float64) Rule {
	rule := Rule{
		Name:  "useful_compute",
		Text:  "task payment - energy - wear > max(0, inference margin, value of the power elsewhere at the site)",
		Terms: []Term{},
		Note:  "no price of energy is known yet",
	}
	if o == nil || lambda == nil {
		return rule
	}
	rule.Note = "no class at this site can work for the grid"
	for i := range o.in.Site.Classes {
		c := &o.in.Site.Classes[i]
		if c.Kind == site.ASIC {
			continue
		}
		rule.Class = c.ID
		o.useful(&rule, c, unit.USDPerMWh(*lambda))
		return rule
	}
	return rule
}

func (o *outlook) useful(rule *Rule, c *site.Class, lambda unit.USDPerMWh) {
	const wear = unit.USDPerMWh(0)
	next, waits := nextBid(o.in.Snapshot.Work)
	payment, by := next.Pays, "no heavy task waits"
	if waits {
		by = map[string]string{"bounty": "its submitter's bounty", "internal": "what its compute would cost elsewhere; nobody is paid it", "none": "it has no price"}[next.PriceBy]
	}
	energy := policy.EnergyPrice(o.in, o.spp)
	var inference unit.USDPerMWh
	for _, v := range o.values {
		if v.Class == c.ID && v.Use == site.Infer && v.Known {
			inference = max(inference, v.Margin)
		}
	}
	holds := policy.UsefulCompute(payment, energy, wear, inference, lambda)
	rule.Holds = &holds
	rule.Left, rule.Right = number(float64(payment-energy-wear)), number(float64(max(0, inference, lambda)))
	rule.Terms = append([]Term{
		plain("payment of the next heavy task", float64(payment), "$/MWh", by),
		plain("wear", float64(wear), "$/MWh", "of a machine that is awake; a plan counts starts and interrupted work too"),
		plain("inference margin", float64(inference), "$/MWh", formulaSource),
		plain("value of the power elsewhere (lambda)", float64(lambda), "$/MWh", formulaSource),
	}, o.energyTerms()...)
	rule.Note = "where the site's limit binds and both burn the same energy, this is grid_reward > mining_profit + energy_cost"
}

// curtailRule fills in the rule of curtailment for the mining class with the
// most to gain from it.
func curtailRule(o *outlook, s *site.Site) Rule {
	rule := Rule{
		Name:  "curtailment",
		Text:  "payment + saved energy cost > mining revenue + restart cost / expected time off",
		Terms: []Term{},
		Note:  "no price of energy is known yet",
	}
	if o == nil || s == nil {
		return rule
	}
	rule.Note = "no class at this site mines"
	for _, v := range o.values {
		if v.Use != site.Mine {
			continue
		}
		c, _ := o.in.Site.Class(v.Class)
		candidate := rule
		candidate.Class = v.Class
		o.curtail(&candidate, c, v)
		if rule.Class == "" || gain(candidate) > gain(rule) {
			rule = candidate
		}
	}
	return rule
}

func gain(r Rule) float64 {
	if r.Left == nil || r.Right == nil {
		return 0
	}
	return *r.Left - *r.Right
}

func (o *outlook) curtail(rule *Rule, c *site.Class, v policy.UseValue) {
	const payment = unit.USDPerMWh(0)
	restart := 0.0
	if c.MaxMW() > 0 {
		restart = c.StartUSD / float64(c.MaxMW())
	}
	off := o.offHours(c.ID)
	rule.Note = "saved is the settlement price with its avoidable parts, never the price of a block"
	rule.Terms = append([]Term{
		plain("payment for curtailment", float64(payment), "$/MWh", "no payer"),
		plain("saved energy cost", float64(v.Energy), "$/MWh", formulaSource),
		plain("mining revenue", float64(v.Revenue), "$/MWh", formulaSource),
		plain("restart cost", restart, "$/MW", siteSource),
		plain("expected time off", off, "h", "day-ahead price"),
	}, o.energyTerms()...)
	if !v.Known {
		rule.Note = "no hashprice is known"
		return
	}
	holds := policy.Curtail(payment, v.Energy, v.Revenue, restart, off)
	rule.Holds = &holds
	rule.Left = number(float64(payment + v.Energy))
	rule.Right = number(float64(v.Revenue) + restart/off)
}

// offHours is for how long a class would stay off if it went off now: the
// coming hours in a row in which off is best by the day-ahead price, and one
// settlement interval at least.
func (o *outlook) offHours(class string) float64 {
	hours := 0.0
	for _, h := range o.hours {
		off := false
		for _, best := range h.Best {
			off = off || best.Class == class && best.Use == string(site.Off)
		}
		if !off {
			break
		}
		hours++
	}
	return max(hours, unit.Settlement.Hours())
}
