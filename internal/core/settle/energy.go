package settle

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Buys reports whether a site's contract has paid for its block whether the
// block is used or not. A block that may be resold has been bought.
func Buys(c site.Contract) bool { return c.TakeOrPay || c.Resale }

// EnergyUSD is what a site pays, in dollars, for energy metered at its meter
// during d at settlement point price spp: energy with losses against the
// contract, and adders. It is the sum that [Interval] rounds to lines, for
// searches that need its value for plans that were never metered.
func EnergyUSD(s *site.Site, metered unit.MWh, d time.Duration, spp unit.USDPerMWh) float64 {
	settled := settledMWh(s, metered)
	p := purchaseOf(s.Contract, settled, span{settled: settled, hours: d.Hours()}, d.Hours())
	spp = energyPrice(s, spp)
	return p.block*float64(s.Contract.Price) + (p.index-p.resold)*float64(spp) +
		float64(metered)*float64(s.Adders.PerMWh())
}

// energyPrice is the price that energy outside a block settles at. Where no
// settlement point exists the contract's price is the only one.
func energyPrice(s *site.Site, spp unit.USDPerMWh) unit.USDPerMWh {
	if s.Contract.Kind == site.Fixed || s.Point == "" {
		return s.Contract.Price
	}
	return spp
}

// settledMWh is the energy that is paid for when so much is metered.
func settledMWh(s *site.Site, metered unit.MWh) float64 {
	return float64(metered) * (1 + s.Adders.LossFactor)
}

// purchase splits an interval's settled energy by what it is bought as, MWh.
type purchase struct {
	block  float64 // paid at the block's price, used or not
	used   float64 // of it, used
	index  float64 // bought at the settlement point price
	resold float64 // sold at the settlement point price
}

// purchaseOf is the purchase of a piece that settles at settled MWh and lasts
// hours, in a whole over which the block is netted: the piece's part of the
// used block goes by its energy, its part of the unused block by its time.
func purchaseOf(c site.Contract, settled float64, whole span, hours float64) purchase {
	if c.Kind != site.Block {
		return purchase{index: settled}
	}
	block := float64(c.BlockMW) * whole.hours
	used := min(max(whole.settled, 0), block)
	var p purchase
	if whole.settled > 0 {
		p.used = used * settled / whole.settled
	}
	p.index = settled - p.used
	p.block = p.used
	if !Buys(c) || !(whole.hours > 0) {
		return p
	}
	unused := (block - used) * hours / whole.hours
	p.block += unused
	if c.Resale {
		p.resold = unused
	}
	return p
}

func (b *book) energy(s *site.Site, m *site.Metered, spp unit.USDPerMWh, whole span) {
	settled := settledMWh(s, m.SiteMWh)
	p := purchaseOf(s.Contract, settled, whole, m.Interval.Length.Hours())
	b.buy(p.block, s.Contract.Price, "block")
	b.buy(p.index, spp, noteFor(s.Contract.Kind))
	b.buy(-p.resold, spp, "block resold")
	adders := s.Adders.PerMWh()
	if adders != 0 {
		b.add(Line{Lever: Adders, MWh: m.SiteMWh, Price: float64(adders), Amount: -m.SiteMWh.Cost(adders)})
	}
}

func (b *book) buy(mwh float64, price unit.USDPerMWh, note string) {
	if mwh == 0 {
		return
	}
	e := unit.MWh(mwh)
	b.add(Line{Lever: Energy, MWh: e, Price: float64(price), Amount: -e.Cost(price), Note: note})
}

func noteFor(k site.ContractKind) string {
	if k == site.Fixed {
		return "tariff"
	}
	return "index"
}
