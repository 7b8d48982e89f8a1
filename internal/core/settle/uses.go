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
// more than the plan granted it: energy beyond the plan serves nobody.
func (b *book) inference(c *site.Class, m *site.Metered, meter *site.ClassMeter) {
	left := meter.MWh
	for _, sold := range [...]bool{true, false} {
		for i := range c.Tiers {
			tier := &c.Tiers[i]
			if tier.Sold != sold {
				continue
			}
			granted := tierMW(m.Plan, c.ID, tier.Name).Over(m.Interval.Length)
			served := max(0, min(granted, left))
			left -= served
			b.serve(c, tier, m, served)
		}
	}
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

// reserve pays held capacity. Load that was not there could not have been
// dropped, and a site at its limit could not have been raised, so that no more
// is paid than the mean power and the room above it.
func (b *book) reserve(s *site.Site, m *site.Metered) {
	hours := m.Interval.Length.Hours()
	if len(m.Plan.Reserve) == 0 || !(hours > 0) {
		return
	}
	load := float64(m.SiteMWh) / hours
	room := max(0, float64(s.Limits.SiteMW)-load)
	for _, h := range m.Plan.Reserve {
		free := &room
		if h.Up {
			free = &load
		}
		held := max(0, min(float64(h.MW), *free))
		*free -= held
		price := holdPrice(m.Reserve, h.Product)
		b.add(Line{
			Lever: Reserve, Use: site.Reserve,
			Price: float64(price), Amount: unit.Dollars(held * hours * float64(price)), Note: h.Product,
		})
	}
}

func holdPrice(prices []site.HoldPrice, product string) unit.USDPerMW {
	for _, p := range prices {
		if p.Product == product {
			return p.Price
		}
	}
	return 0
}
