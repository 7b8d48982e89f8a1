package settle

import (
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	hoursPerDay = 24
	thsPerPHs   = 1000
)

// MiningUSD is what hashrate earns in so many hours before the pool's fee:
// hashprice ($/PH/day) times PH/s times days.
func MiningUSD(ths unit.THs, hashprice unit.USDPerPHDay, hours float64) float64 {
	return float64(hashprice) * float64(ths) / thsPerPHs * hours / hoursPerDay
}

func priceOf(gpu []site.GPUPrice, model string) (float64, bool) {
	for _, g := range gpu {
		if g.Model == model {
			return g.USD, true
		}
	}
	return 0, false
}

func (b *book) mining(c *site.Class, m *site.Metered, meter *site.ClassMeter) {
	if !(meter.THs > 0) {
		return
	}
	gross := MiningUSD(meter.THs, m.Hashprice, m.Interval.Length.Hours())
	b.add(Line{
		Lever: Mining, Class: c.ID, Use: site.Mine, MWh: meter.MWh,
		Price: float64(m.Hashprice), Amount: unit.Dollars(gross),
	})
	if c.PoolFee != 0 {
		b.add(Line{
			Lever: PoolFee, Class: c.ID, Use: site.Mine,
			Price: c.PoolFee, Amount: -unit.Dollars(gross * c.PoolFee),
		})
	}
}

// inference pays each tier for what it was served. What the class's submeter
// shows goes to sold tiers first and then down the class's list, to each no
// more than the plan granted it: energy beyond the plan serves nobody. Machines
// under a power cap do more than their share of the work, see
// [site.Class.WorkAt]; what a tier is served is counted in energy at full power.
func (b *book) inference(c *site.Class, m *site.Metered, meter *site.ClassMeter) {
	if len(c.Tiers) == 0 {
		return
	}
	gain := capGain(c, meter.MWh, m.Interval.Length.Hours())
	left := meter.MWh * unit.MWh(gain)
	for _, sold := range [...]bool{true, false} {
		for i := range c.Tiers {
			tier := &c.Tiers[i]
			if tier.Sold != sold {
				continue
			}
			granted := tierMW(m.Plan, c.ID, tier.Name).Over(m.Interval.Length)
			if gain > 1 {
				granted = min(granted*unit.MWh(gain), tier.MaxMW.Over(m.Interval.Length))
			}
			served := max(0, min(granted, left))
			left -= served
			b.serve(c, tier, m, served)
		}
	}
}

// capGain is the work that a class does per MWh, against that at full power.
func capGain(c *site.Class, metered unit.MWh, hours float64) float64 {
	capped := false
	for i := range c.Levels {
		capped = capped || c.Levels[i].Output > 0
	}
	if !capped || !(metered > 0) || !(hours > 0) {
		return 1
	}
	mean := unit.MW(float64(metered) / hours)
	above := mean - c.AsleepMW()
	if !(above > 0) {
		return 1
	}
	return max(1, float64(c.WorkAt(mean)/above))
}

func (b *book) serve(c *site.Class, tier *site.Tier, m *site.Metered, served unit.MWh) {
	if served > 0 {
		perHour, known := priceOf(m.GPU, c.Model)
		price := c.TierRevenue(tier, perHour)
		note := tier.Name
		if !known && tier.USDPerGPUh == 0 {
			note += ": no market price was known"
		}
		b.add(Line{
			Lever: Inference, Class: c.ID, Use: site.Infer, MWh: served,
			Price: float64(price), Amount: served.Cost(price), Note: note,
		})
	}
	if !tier.Sold {
		return
	}
	short := tier.MaxMW.Over(m.Interval.Length) - served
	if credit := unit.Dollars(max(0, float64(short)) * tier.Penalty); credit != 0 {
		b.add(Line{
			Lever: SLA, Class: c.ID, Use: site.Infer,
			Price: tier.Penalty, Amount: -credit, Note: tier.Name + ": sold and not served",
		})
	}
}

func tierMW(p site.Plan, class, tier string) unit.MW {
	var sum unit.MW
	for i := range p.Allocations {
		a := &p.Allocations[i]
		if a.Use == site.Infer && a.Tier == tier && a.Class == class {
			sum += a.MW
		}
	}
	return sum
}

// grid shows energy that worked for the grid. Nobody pays for it.
func (b *book) grid(c *site.Class, m *site.Metered) {
	granted := m.Plan.UseMW(c.ID, site.Grid).Over(m.Interval.Length)
	b.add(Line{Lever: Grid, Class: c.ID, Use: site.Grid, MWh: granted, Note: "no payer"})
}
