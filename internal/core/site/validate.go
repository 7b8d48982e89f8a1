package site

import (
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Validate says everything that keeps the site from being reasoned about, each
// with what, where and the remedy, joined: values that are no numbers or out of
// range, names that clash or lead nowhere, and parts that do not fit together.
// Guard and settlement rely on what it lets pass.
func (s *Site) Validate() error {
	v := &validation{where: "site " + s.ID}
	v.want(s.ID != "", "id is empty; name the site")
	s.Limits.validate(v, s)
	s.Contract.validate(v, s)
	v.within("adders.loss_factor", s.Adders.LossFactor, 0, 0.5)
	v.within("adders.retail_usd_per_mwh", float64(s.Adders.Retail), -10_000, 10_000)
	v.within("adders.ercot_fees_usd_per_mwh", float64(s.Adders.ERCOT), -10_000, 10_000)
	v.within("adders.wires_usd_per_mwh", float64(s.Adders.Wires), -10_000, 10_000)
	if s.Participation != nil {
		s.Participation.validate(v, s)
	}
	if s.Transmission != nil {
		v.within("transmission.usd_per_mw_year", s.Transmission.USDPerMWYear, 0, 1e6)
	}
	v.want(len(s.Classes) > 0, "classes is empty; a site needs machines")
	for i := range s.Classes {
		c := &s.Classes[i]
		first, _ := s.Class(c.ID)
		v.want(first == c, "class id %q is used twice; rename one", c.ID)
		c.validate(&validation{where: v.where + " class " + c.ID, into: v}, s)
	}
	return errors.Join(v.problems...)
}

// validation collects problems, in the order in which they are found.
type validation struct {
	where    string
	into     *validation // where problems go; nil: here
	problems []error
}

func (v *validation) want(ok bool, format string, args ...any) {
	if ok {
		return
	}
	root := v
	for root.into != nil {
		root = root.into
	}
	root.problems = append(root.problems, fmt.Errorf("%s: %s", v.where, fmt.Sprintf(format, args...)))
}

// within refuses numbers outside lo..hi, and those that are none.
func (v *validation) within(name string, value, lo, hi float64) {
	v.want(!math.IsNaN(value) && value >= lo && value <= hi, "%s is %g; want %g to %g", name, value, lo, hi)
}

// mostMW is more than any site draws; beyond it a unit is wrong.
const mostMW = 5000

func (l *Limits) validate(v *validation, s *Site) {
	v.want(l.SiteMW > 0, "site_mw is %g; want what the site may draw at the meter", float64(l.SiteMW))
	v.within("site_mw", float64(l.SiteMW), 0, mostMW)
	v.within("ramp_up_mw_per_min", float64(l.RampUpMW), 0, mostMW)
	v.within("ramp_down_mw_per_min", float64(l.RampDown), 0, mostMW)
	v.within("aux_mw", float64(l.AuxMW), 0, mostMW)
	v.within("aux_share", l.AuxShare, 0, 1)
	v.within("release_spread_seconds", float64(l.ReleaseIn), 0, 86_400)
	for i, f := range l.Feeders {
		v.want(f.ID != "", "feeder %d has no id; name it", i+1)
		v.want(f.LimitMW > 0, "feeder %s: limit_mw is %g; want more than 0", f.ID, float64(f.LimitMW))
		v.within("feeder "+f.ID+": limit_mw", float64(f.LimitMW), 0, mostMW)
		for _, g := range l.Feeders[:i] {
			v.want(f.ID != g.ID, "feeder id %q is used twice; rename one", f.ID)
		}
		v.want(s.asleepOn(f.ID) <= f.LimitMW, "feeder %s carries %g MW, less than its machines draw asleep (%g MW); raise limit_mw or move classes",
			f.ID, float64(f.LimitMW), float64(s.asleepOn(f.ID)))
	}
	if idle := s.PlanMeterMW(Plan{}); l.SiteMW > 0 {
		v.want(idle <= l.SiteMW, "site_mw is %g MW, less than auxiliaries and machines asleep draw (%g MW); raise it or remove machines",
			float64(l.SiteMW), float64(idle))
	}
}

// asleepOn is what the machines on a feeder draw asleep.
func (s *Site) asleepOn(feeder string) unit.MW {
	var sum unit.MW
	for i := range s.Classes {
		if s.Classes[i].Feeder == feeder {
			sum += s.Classes[i].AsleepMW()
		}
	}
	return sum
}

func (c *Contract) validate(v *validation, s *Site) {
	v.want(c.Kind == Index || c.Kind == Block || c.Kind == Fixed, "contract.kind is %q; want %s, %s or %s", c.Kind, Index, Block, Fixed)
	v.within("contract.price_usd_per_mwh", float64(c.Price), -10_000, 10_000)
	v.within("contract.block_mw", float64(c.BlockMW), 0, mostMW)
	v.want(c.Kind == Fixed || s.Point != "", "contract.kind %s settles at an ERCOT price and the site has no point; name one or use %s", c.Kind, Fixed)
	v.want(c.Kind != Block || c.BlockMW > 0, "contract.block_mw is 0; a block has a size")
}

func (c *Class) validate(v *validation, s *Site) {
	v.want(c.ID != "", "id is empty; name the class")
	v.want(c.Kind == ASIC || c.Kind == GPU || c.Kind == CPU, "kind is %q; want %s, %s or %s", c.Kind, ASIC, GPU, CPU)
	v.want(c.Units > 0, "units is %d; want at least one machine", c.Units)
	v.want(c.Feeder == "" || s.hasFeeder(c.Feeder), "feeder %q is none of the site's; add it to limits.feeders", c.Feeder)
	v.want(c.MinUp >= 0 && c.MinDown >= 0, "min_up %s, min_down %s; want 0 or more", c.MinUp, c.MinDown)
	v.within("start_usd", c.StartUSD, 0, 1e6)
	v.want(c.StartsPerDay >= 0, "starts_per_day is %d; want 0 for no limit, or more", c.StartsPerDay)
	v.within("ramp_mw_per_min", float64(c.RampMW), 0, mostMW)
	v.within("pool_fee", c.PoolFee, 0, 0.5)
	v.want(!c.Follows || c.Mines() && len(c.Levels) > 2, "follows_regulation is set; want miners with at least two levels at work")
	c.validateLevels(v)
	c.validateTiers(v)
}

func (s *Site) hasFeeder(id string) bool {
	for _, f := range s.Limits.Feeders {
		if f.ID == id {
			return true
		}
	}
	return false
}

func (c *Class) validateLevels(v *validation) {
	v.want(len(c.Levels) >= 2, "levels: %d given; want asleep first, then at least one at work", len(c.Levels))
	for i, l := range c.Levels {
		name := fmt.Sprintf("levels[%d]", i)
		v.within(name+".watts", l.Watts, 0, 1e6)
		v.within(name+".ths", float64(l.THs), 0, 1e6)
		v.within(name+".output", l.Output, 0, 1)
		if i == 0 {
			v.want(l.THs == 0, "%s.ths is %g; the first level is asleep and does not hash", name, float64(l.THs))
			continue
		}
		below := c.Levels[i-1]
		v.want(l.Watts > below.Watts, "%s.watts is %g; want more than the %g of the level below", name, l.Watts, below.Watts)
		v.want(l.THs >= below.THs, "%s.ths is %g; want no less than the %g of the level below", name, float64(l.THs), float64(below.THs))
	}
	v.want(c.Kind != ASIC || c.Mines(), "levels hash nowhere; an asic does nothing else, give ths")
}

func (c *Class) validateTiers(v *validation) {
	v.want(len(c.Tiers) == 0 || c.Kind == GPU, "tiers belong to a gpu class; this is %q", c.Kind)
	var sold unit.MW
	for i := range c.Tiers {
		t := &c.Tiers[i]
		name := "tier " + t.Name
		v.want(t.Name != "", "tiers[%d] has no name; name it", i)
		v.within(name+": max_mw", float64(t.MaxMW), 0, mostMW)
		v.within(name+": usd_per_gpu_h", t.USDPerGPUh, 0, 1000)
		v.within(name+": factor", t.Factor, 0, 10)
		v.within(name+": fee", t.Fee, 0, 1)
		v.within(name+": fill", t.Fill, 0, 1)
		v.within(name+": penalty_usd_per_mwh", t.Penalty, 0, 1e6)
		v.within(name+": restart_usd_per_mw", t.RestartUSD, 0, 1e6)
		v.within(name+": elasticity", t.Elasticity, 0, 10)
		v.want(t.Slack >= 0, "%s: slack is %s; want 0 for no deadline, or more", name, t.Slack)
		v.want(t.USDPerGPUh > 0 || t.Factor > 0, "%s earns nothing; give usd_per_gpu_h or factor", name)
		for j := range c.Tiers[:i] {
			v.want(c.Tiers[j].Name != t.Name, "tier name %q is used twice; rename one", t.Name)
		}
		if t.Sold {
			sold += t.MaxMW
		}
	}
	v.want(sold <= c.MaxMW(), "%g MW are sold, more than the class's %g MW; sell less", float64(sold), float64(c.MaxMW()))
	v.want(sold == 0 || c.On(sold), "%g MW are sold, no more than the class draws asleep (%g MW); make it a class of its own with fewer units",
		float64(sold), float64(c.AsleepMW()))
}
