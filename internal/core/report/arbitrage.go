package report

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Arbitrage is the price of energy against what each class of machines makes of
// it, in $/MWh, with what was decided (GET /api/arbitrage).
type Arbitrage struct {
	At        time.Time        `json:"at_utc"`
	Simulated bool             `json:"simulated"`
	Classes   []ArbitrageClass `json:"classes"`
}

// ArbitrageClass is a class of machines: energy in, revenue out.
type ArbitrageClass struct {
	Site      string          `json:"site"`
	Class     string          `json:"class"`
	Kind      string          `json:"kind"`
	Model     string          `json:"model"`
	Units     int             `json:"units"`
	KWPerUnit float64         `json:"kw_per_unit"` // at the meter, auxiliaries in proportion included
	EnergyUSD *float64        `json:"energy_usd_per_mwh"`
	PowerMW   float64         `json:"power_mw"` // as decided
	MaxMW     float64         `json:"max_mw"`
	Uses      []ArbitrageUse  `json:"uses"` // in the order in which power goes to them
	Cap       *ArbitrageShare `json:"power_cap"`
	Decided   time.Time       `json:"decided_utc"`
	Text      string          `json:"text"` // what was decided and what would change it
	Simulated bool            `json:"simulated"`
}

// ArbitrageUse is what a MWh of a class earns in one use.
type ArbitrageUse struct {
	Use         string   `json:"use"`
	Tier        string   `json:"tier"`
	Kind        string   `json:"kind"` // mining, sold, interruptible, batch, or tokens: what it would earn by the token
	PriceUSD    *float64 `json:"usd_per_gpu_h"`
	TokenUSD    *float64 `json:"usd_per_mtoken"`
	TokensPerS  *float64 `json:"tokens_per_s_kw"` // served by a kilowatt at the wall
	Fill        *float64 `json:"fill"`
	Fee         *float64 `json:"fee"`
	Revenue     *float64 `json:"revenue_usd_per_mwh"` // net of fee and of hours that nobody buys
	Spread      *float64 `json:"spread_usd_per_mwh"`  // revenue less energy
	RestartUSD  float64  `json:"restart_usd_per_mw"`
	SlackS      float64  `json:"slack_s"` // longest pause that deadlines allow; 0: none is set
	Elasticity  float64  `json:"elasticity"`
	BestPrice   *float64 `json:"best_usd_per_gpu_h"` // that earns most at this elasticity; null where demand does not answer
	GrantedMW   float64  `json:"granted_mw"`
	AvailableMW float64  `json:"available_mw"`
}

// ArbitrageShare is what a power cap takes off and what that loses.
type ArbitrageShare struct {
	PowerShare float64  `json:"power_share"` // of the class's, shed
	WorkShare  float64  `json:"work_share"`  // of its work, lost
	Revenue    *float64 `json:"lost_usd_per_mwh"`
	Worth      bool     `json:"worth"` // energy costs more than what is lost
}

// ArbitrageOf is the arbitrage at the sites' newest decisions.
func ArbitrageOf(at time.Time, sites []SiteRecord) Arbitrage {
	a := Arbitrage{At: at, Classes: []ArbitrageClass{}}
	for i := range sites {
		d := sites[i].Newest
		if d == nil {
			continue
		}
		in := policy.Input{Site: &d.Input.Site, State: &d.Input.State, Snapshot: &d.Input.Snapshot}
		price, known := expectedPrice(in.Site, in.Snapshot)
		if !known {
			continue
		}
		values := policy.Values(in, price)
		for j := range in.Site.Classes {
			row := arbitrageClass(in, &in.Site.Classes[j], values, d.Plan)
			row.Decided, row.Simulated = d.DecidedAt.UTC(), d.Simulated
			a.Simulated = a.Simulated || d.Simulated
			a.Classes = append(a.Classes, row)
		}
	}
	return a
}

func arbitrageClass(in policy.Input, c *site.Class, values []policy.UseValue, plan site.Plan) ArbitrageClass {
	row := ArbitrageClass{
		Site: in.Site.ID, Class: c.ID, Kind: string(c.Kind), Model: c.Model, Units: c.Units, Uses: []ArbitrageUse{},
		PowerMW: float64(plan.ClassMW(c.ID)), MaxMW: float64(c.MaxMW()),
	}
	if c.Units > 0 {
		row.KWPerUnit = float64(c.MaxMW()) * 1000 / float64(c.Units) * (1 + in.Site.Limits.AuxShare)
	}
	for _, v := range values {
		if v.Class != c.ID || v.Use == site.Off {
			continue
		}
		row.EnergyUSD = number(float64(v.Energy))
		row.Uses = append(row.Uses, arbitrageUse(in, c, v, plan))
	}
	for _, rate := range c.Tokens {
		row.Uses = append(row.Uses, byToken(in.Snapshot, rate, row.EnergyUSD))
	}
	row.Cap = powerCap(in, c, row.EnergyUSD)
	row.Text = arbitrageText(&row)
	return row
}

func arbitrageUse(in policy.Input, c *site.Class, v policy.UseValue, plan site.Plan) ArbitrageUse {
	u := ArbitrageUse{Use: string(v.Use), Tier: v.Tier, Kind: "mining", AvailableMW: float64(v.MaxMW)}
	if v.Known {
		u.Revenue, u.Spread = number(float64(v.Revenue)), number(float64(v.Margin))
	}
	for _, a := range plan.Allocations {
		if a.Class == c.ID && a.Use == v.Use && a.Tier == v.Tier {
			u.GrantedMW += float64(a.MW)
		}
	}
	t, ok := c.Tier(v.Tier)
	if v.Use != site.Infer || !ok {
		return u
	}
	u.Kind = TierKind(t)
	u.Fill, u.Fee, u.RestartUSD, u.SlackS, u.Elasticity = number(t.Fill), number(t.Fee), t.RestartUSD, t.Slack.Seconds(), t.Elasticity
	if t.USDPerGPUh > 0 {
		u.PriceUSD = number(t.USDPerGPUh)
	} else if q, known := gpuQuote(in.Snapshot, c.Model); known {
		u.PriceUSD = number(q.Value * t.Factor)
	}
	if u.PriceUSD != nil && !t.Sold && t.Elasticity > 0 && t.Fill > 0 {
		u.BestPrice = number(BestPrice(*u.PriceUSD, t.Fill, t.Elasticity, t.Fee, float64(v.Energy)/1000*float64(c.MaxMW())*1000/float64(c.Units)))
	}
	return u
}

// byToken is what a class would earn by selling tokens of a model instead: nothing
// is granted to it.
func byToken(snap *market.Snapshot, rate site.TokenRate, energy *float64) ArbitrageUse {
	u := ArbitrageUse{
		Use: string(site.Infer), Tier: rate.Model, Kind: "tokens", TokensPerS: number(rate.PerSKW), Fill: number(rate.Fill), Fee: number(rate.Fee),
	}
	for i := range snap.Tokens {
		if q := &snap.Tokens[i]; q.Key == rate.Model && q.OK() {
			u.TokenUSD, u.Revenue = number(q.Value), number(float64(rate.USDPerMWh(q.Value)))
			if energy != nil {
				u.Spread = number(*u.Revenue - *energy)
			}
		}
	}
	return u
}

// TierKind is what customers of an inference tier have been promised.
func TierKind(t *site.Tier) string {
	switch {
	case t.Sold:
		return "sold"
	case t.Slack > 0:
		return "batch"
	}
	return "interruptible"
}

// BestPrice is the price per GPU-hour at which a tier earns most, where demand
// answers the price with a constant elasticity from a point on its curve: fill
// at a price. cost is what an hour's energy costs, $/GPU-h. Where demand is
// inelastic (1 or less) the most is earned at the price that just fills nothing
// beyond it, or as high as is reasonable; elastic demand is best served at cost
// times elasticity/(elasticity-1), as Lerner has it, but not below the price that
// fills everything.
func BestPrice(price, fill, elasticity, fee, cost float64) float64 {
	const dearest = 2 // times today's price: a constant elasticity is believed no further
	full := price
	if elasticity > 0 {
		full = price * math.Pow(fill, 1/elasticity)
	}
	best := dearest * price
	if elasticity > 1 && fee < 1 {
		best = cost / (1 - fee) * elasticity / (elasticity - 1)
	}
	return min(max(best, full), dearest*price)
}

// powerCap is what capping a class of GPUs would take off and lose.
func powerCap(in policy.Input, c *site.Class, energy *float64) *ArbitrageShare {
	n := len(c.Levels)
	if c.Mines() || n < 3 || c.Levels[n-2].Output == 0 {
		return nil
	}
	share := &ArbitrageShare{PowerShare: 1 - c.Levels[n-2].Watts/c.Levels[n-1].Watts, WorkShare: 1 - c.Levels[n-2].Output}
	for _, b := range desk.Blocks(in.Site, in.Snapshot) {
		if b.Class == c.ID && b.Cap {
			lost := (float64(b.Value)*(1+in.Site.Adders.LossFactor) + float64(in.Site.Adders.PerMWh())) * (1 + in.Site.Limits.AuxShare)
			share.Revenue = &lost
			share.Worth = energy != nil && *energy > lost
		}
	}
	return share
}

func arbitrageText(row *ArbitrageClass) string {
	verb := "off"
	if row.PowerMW > 0 {
		verb = fmt.Sprintf("%.2f of %.2f MW at work", row.PowerMW, row.MaxMW)
	}
	if row.EnergyUSD == nil {
		return verb
	}
	worst := (*ArbitrageUse)(nil)
	for i := range row.Uses {
		if u := &row.Uses[i]; u.GrantedMW > 0 && u.Revenue != nil && (worst == nil || *u.Revenue < *worst.Revenue) {
			worst = u
		}
	}
	if worst != nil {
		return fmt.Sprintf("%s: a MWh costs %.0f $ and the least valuable of it earns %.0f $; energy would have to cost that for it to stop", verb, *row.EnergyUSD, *worst.Revenue)
	}
	return fmt.Sprintf("%s: a MWh costs %.0f $, more than it earns, or an order or a rest holds it", verb, *row.EnergyUSD)
}
