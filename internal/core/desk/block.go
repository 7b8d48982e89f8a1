package desk

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Block is power of a site that is worth one price: a step of a miner's power
// curve, an inference tier that may be interrupted, or what a power cap takes
// off a class of GPUs. Powers and prices are at the settlement meter: a block
// runs while the settlement point price is below its value.
type Block struct {
	Class string         `json:"class"`
	Use   site.Use       `json:"use"`
	Tier  string         `json:"tier,omitempty"`
	Cap   bool           `json:"power_cap,omitempty"` // taken off by a power cap: nothing stops
	MW    unit.MW        `json:"power_mw"`
	Value unit.USDPerMWh `json:"value_usd_per_mwh"`
	// Stop is what it costs to take it off and bring it back once: wear, and work
	// lost since the last checkpoint, $/MW.
	Stop  float64       `json:"stop_usd_per_mw"`
	Slack time.Duration `json:"slack_ns,omitempty"` // longest pause that deadlines allow; 0: any
}

// Blocks are a site's megawatts that it may do without, the most valuable first.
// Sold inference is not among them, nor what the site's limit has no room for. A
// block whose price nobody knows is left out.
func Blocks(s *site.Site, snap *market.Snapshot) []Block {
	var all []Block
	for i := range s.Classes {
		c := &s.Classes[i]
		if c.Mines() {
			all = appendMiner(all, s, c, snap)
		} else {
			all = appendTiers(all, s, c, snap)
		}
	}
	slices.SortStableFunc(all, func(a, b Block) int { return cmp.Compare(b.Value, a.Value) })
	room := s.Limits.SiteMW - firm(s)
	kept := all[:0]
	for _, b := range all {
		b.MW = min(b.MW, room)
		room -= b.MW
		if b.MW > 1e-6 {
			kept = append(kept, b)
		}
	}
	return kept
}

// firm is what the meter shows whatever the price: auxiliaries, machines asleep
// and sold inference.
func firm(s *site.Site) unit.MW {
	p := site.Plan{}
	for i := range s.Classes {
		if mw := s.Classes[i].SoldMW(); mw > 0 {
			p.Allocations = append(p.Allocations, site.Allocation{Class: s.Classes[i].ID, Use: site.Infer, MW: mw})
		}
	}
	return s.PlanMeterMW(p)
}

// at is machine power as the meter shows it, beside what is fixed.
func at(s *site.Site, machines unit.MW) unit.MW { return machines * unit.MW(1+s.Limits.AuxShare) }

// worth is a value per machine-MWh as the settlement point price at which
// running neither earns nor loses. Where no such price counts it is above every
// price there is.
func worth(s *site.Site, value float64) unit.USDPerMWh {
	v, ok := s.BreakEvenSPP(unit.USDPerMWh(value))
	if !ok {
		return math.MaxInt32
	}
	return v
}

func appendMiner(all []Block, s *site.Site, c *site.Class, snap *market.Snapshot) []Block {
	price := snap.Network.Hashprice
	if !price.OK() {
		return all
	}
	perTHh := price.Value / 24_000 * (1 - c.PoolFee)
	stop := 0.0
	if c.MaxMW() > 0 {
		stop = c.StartUSD / float64(c.MaxMW())
	}
	for i, step := range c.Steps() {
		mw := step.ToMW - step.FromMW
		b := Block{Class: c.ID, Use: site.Mine, MW: at(s, mw), Value: worth(s, float64(step.ToTHs-step.FromTHs)*perTHh/float64(mw))}
		if i == 0 {
			b.Stop = stop
		}
		all = append(all, b)
	}
	return all
}

// appendTiers adds the tiers of a class that may be interrupted, and before them
// what a power cap takes off the last of them.
func appendTiers(all []Block, s *site.Site, c *site.Class, snap *market.Snapshot) []Block {
	gpu, known := gpuPrice(snap, c.Model)
	granted := c.SoldMW()
	first := len(all)
	for i := range c.Tiers {
		t := &c.Tiers[i]
		if t.Sold || !known && t.USDPerGPUh == 0 {
			continue
		}
		mw := min(t.MaxMW, c.MaxMW()-granted)
		if mw <= 0 {
			continue
		}
		granted += mw
		all = append(all, Block{
			Class: c.ID, Use: site.Infer, Tier: t.Name, MW: at(s, mw),
			Value: worth(s, float64(c.TierRevenue(t, gpu))), Stop: t.RestartUSD + c.StartUSD/float64(c.MaxMW()), Slack: t.Slack,
		})
	}
	if len(all) == first || granted < c.MaxMW()-1e-9 {
		return all // a class that is not full is throttled for nothing
	}
	return splitCap(all, first, s, c)
}

// splitCap takes out of the last tier what a power cap can shed: it loses less
// work than power.
func splitCap(all []Block, first int, s *site.Site, c *site.Class) []Block {
	n := len(c.Levels)
	if n < 3 || c.Levels[n-2].Output == 0 {
		return all
	}
	full := c.MaxMW() - c.AsleepMW()
	capped := unit.MW(float64(c.Units) * c.Levels[n-2].Watts / 1e6)
	shed := at(s, c.MaxMW()-capped)
	last := &all[len(all)-1]
	shed = min(shed, last.MW)
	lost := float64(full-c.WorkAt(capped)) / float64(c.MaxMW()-capped)
	b := Block{Class: c.ID, Use: site.Infer, Tier: last.Tier, Cap: true, MW: shed, Value: unit.USDPerMWh(float64(last.Value) * lost)}
	if last.MW -= shed; last.MW <= 1e-6 {
		all = all[:len(all)-1]
	}
	return append(all, b)
}

func gpuPrice(snap *market.Snapshot, model string) (float64, bool) {
	for i := range snap.GPU {
		if snap.GPU[i].Key == model && snap.GPU[i].OK() {
			return snap.GPU[i].Value, true
		}
	}
	return 0, false
}
