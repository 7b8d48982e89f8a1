package config

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// The widest values that can be meant; beyond them a unit is wrong.
const (
	maxMW       = 5_000
	maxUSD      = 1_000_000
	maxUSDPerMW = 10_000 // $/MWh
	maxHold     = 24 * time.Hour
)

// site checks one site, each value at its place, so that the message can point
// at the line.
func (k *checker) site(setting string, s *Site) {
	k.name(setting+".id", s.ID)
	if s.Point != "" {
		k.name(setting+".point", s.Point)
	}
	if s.Bus < 0 {
		k.fail(setting+".bus", "%d: want the number of a bus in the network, or 0 for the settlement point's", s.Bus)
	}
	k.address(setting+".agent.url", s.Agent.URL, s.Agent.Token.IsSet())
	k.meter(setting+".meter", s.Meter)
	k.pdus(setting+".pdus", s.PDUs)
	k.limits(setting+".limits", s.Limits)
	k.contract(setting+".contract", s)
	k.within(setting+".adders.loss_factor", s.Adders.LossFactor, 0, 0.5)
	k.within(setting+".adders.retail_usd_per_mwh", s.Adders.RetailUSDPerMWh, -maxUSDPerMW, maxUSDPerMW)
	k.within(setting+".adders.ercot_fees_usd_per_mwh", s.Adders.ERCOTFeesUSDPerMWh, -maxUSDPerMW, maxUSDPerMW)
	k.within(setting+".adders.wires_usd_per_mwh", s.Adders.WiresUSDPerMWh, -maxUSDPerMW, maxUSDPerMW)
	k.participation(setting+".participation", s)
	if len(s.Classes) == 0 {
		k.fail(setting+".classes", "is empty; a site needs machines")
	}
	seen := map[string]bool{}
	for i := range s.Classes {
		c := &s.Classes[i]
		at := fmt.Sprintf("%s.classes[%d]", setting, i)
		if seen[c.ID] {
			k.fail(at+".id", "%q is used twice in the site", c.ID)
		}
		seen[c.ID] = true
		k.class(at, c, s.Limits.Feeders)
	}
}

func (k *checker) limits(setting string, l Limits) {
	if !(l.SiteMW > 0) {
		k.fail(setting+".site_mw", "%g: want more than 0 MW at the meter", l.SiteMW)
	}
	k.within(setting+".site_mw", l.SiteMW, 0, maxMW)
	k.within(setting+".ramp_up_mw_per_min", l.RampUpMWPerMin, 0, maxMW)
	k.within(setting+".ramp_down_mw_per_min", l.RampDownMWPerMin, 0, maxMW)
	k.within(setting+".aux_mw", l.AuxMW, 0, maxMW)
	k.within(setting+".aux_share", l.AuxShare, 0, 1)
	k.hold(setting+".release_spread", l.ReleaseSpread)
	seen := map[string]bool{}
	for i, f := range l.Feeders {
		at := fmt.Sprintf("%s.feeders[%d]", setting, i)
		k.name(at+".id", f.ID)
		if seen[f.ID] {
			k.fail(at+".id", "%q is used twice in the site", f.ID)
		}
		seen[f.ID] = true
		if !(f.LimitMW > 0) {
			k.fail(at+".limit_mw", "%g: want more than 0 MW", f.LimitMW)
		}
		k.within(at+".limit_mw", f.LimitMW, 0, maxMW)
	}
}

func (k *checker) contract(setting string, s *Site) {
	c := s.Contract
	k.oneOf(setting+".kind", c.Kind, string(site.Index), string(site.Block), string(site.Fixed))
	k.within(setting+".price_usd_per_mwh", c.PriceUSDPerMWh, -maxUSDPerMW, maxUSDPerMW)
	k.within(setting+".block_mw", c.BlockMW, 0, maxMW)
	if c.Kind != string(site.Fixed) && s.Point == "" {
		k.fail(setting+".kind", "%q settles at an ERCOT price, and the site has no point; name one or use fixed", c.Kind)
	}
	if c.Kind == string(site.Block) && c.BlockMW == 0 {
		k.fail(setting+".block_mw", "is 0; a block has a size")
	}
	if c.Kind != string(site.Block) && (c.BlockMW != 0 || c.TakeOrPay || c.Resale) {
		k.fail(setting, "block_mw, take_or_pay and resale belong to kind block, this is %q", c.Kind)
	}
}

func (k *checker) class(setting string, c *Class, feeders []Feeder) {
	k.name(setting+".id", c.ID)
	if c.Units < 1 || c.Units > 1_000_000 {
		k.fail(setting+".units", "%d: want 1 to 1000000 machines", c.Units)
	}
	k.hold(setting+".min_up", c.MinUp)
	k.hold(setting+".min_down", c.MinDown)
	k.within(setting+".start_usd", c.StartUSD, 0, maxUSD)
	k.within(setting+".starts_per_day", float64(c.StartsPerDay), 0, 288)
	k.within(setting+".ramp_mw_per_min", c.RampMWPerMin, 0, maxMW)
	k.within(setting+".pool_fee", c.PoolFee, 0, 0.5)
	known := c.Feeder == ""
	for _, f := range feeders {
		known = known || f.ID == c.Feeder
	}
	if !known {
		k.fail(setting+".feeder", "%q: the site's limits name no such feeder", c.Feeder)
	}
	k.levels(setting+".levels", c.Levels)
	kind, _, err := c.machine()
	if err != nil {
		k.fail(setting+".model", "%s", err)
		return
	}
	k.oneOf(setting+".kind", string(kind), string(site.ASIC), string(site.GPU), string(site.CPU))
	k.machines(setting+".machines", c, kind)
	if len(c.Tiers) > 0 && kind != site.GPU {
		k.fail(setting+".tiers", "belong to a gpu class, this is %q: it cannot serve inference", kind)
	}
	for i, t := range c.Tiers {
		k.tier(fmt.Sprintf("%s.tiers[%d]", setting, i), t)
	}
	for i, r := range c.Tokens {
		k.tokenRate(fmt.Sprintf("%s.tokens[%d]", setting, i), r)
	}
}

func (k *checker) levels(setting string, levels []Level) {
	if len(levels) == 1 {
		k.fail(setting, "one level alone: want asleep first, then at least one at work")
	}
	for i, l := range levels {
		at := fmt.Sprintf("%s[%d]", setting, i)
		k.within(at+".watts", l.Watts, 0, 1e6)
		k.within(at+".ths", l.THs, 0, 1e6)
		k.within(at+".output", l.Output, 0, 1)
		if i > 0 && !(l.Watts > levels[i-1].Watts) {
			k.fail(at+".watts", "%g: want more than the level before, %g", l.Watts, levels[i-1].Watts)
		}
		if i > 0 && l.THs < levels[i-1].THs {
			k.fail(at+".ths", "%g: want no less than the level before, %g", l.THs, levels[i-1].THs)
		}
	}
	if len(levels) > 0 && levels[0].THs != 0 {
		k.fail(setting+"[0].ths", "%g: the first level is asleep and does not hash", levels[0].THs)
	}
}

func (k *checker) tier(setting string, t Tier) {
	k.name(setting+".name", t.Name)
	k.within(setting+".max_mw", t.MaxMW, 0, maxMW)
	k.within(setting+".usd_per_gpu_hour", t.USDPerGPUHour, 0, 1_000)
	k.within(setting+".factor", t.Factor, 0, 10)
	k.within(setting+".fee", t.Fee, 0, 1)
	k.within(setting+".penalty_usd_per_mwh", t.PenaltyUSDPerMWh, 0, maxUSD)
	k.within(setting+".fill", t.Fill, 0, 1)
	k.hold(setting+".slack", t.Slack)
	k.within(setting+".restart_usd_per_mw", t.RestartUSDPerMW, 0, maxUSD)
	k.within(setting+".elasticity", t.Elasticity, 0, 10)
	if t.USDPerGPUHour == 0 && t.Factor == 0 {
		k.fail(setting, "has neither usd_per_gpu_hour nor factor; it would earn nothing")
	}
	if t.Sold && t.USDPerGPUHour == 0 {
		k.fail(setting+".usd_per_gpu_hour", "is 0; what is sold has a price")
	}
}

func (k *checker) tokenRate(setting string, r TokenRate) {
	if r.Model == "" {
		k.fail(setting+".model", "is empty; name it as the feed of prices does")
	}
	k.within(setting+".tokens_per_s_kw", r.PerSPerKW, 0, 1e6)
	k.within(setting+".fill", r.Fill, 0, 1)
	k.within(setting+".fee", r.Fee, 0, 1)
}

func (k *checker) hold(setting string, d time.Duration) {
	if d < 0 || d > maxHold {
		k.fail(setting, "%s: want 0s to %s", d, maxHold)
	}
}
