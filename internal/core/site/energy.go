package site

import "github.com/pouw-dem/pouwdem/internal/core/unit"

// MeterMW is what the settlement meter shows when machines draw so much:
// auxiliaries added, fixed ones and those in proportion.
func (s *Site) MeterMW(machines unit.MW) unit.MW {
	return s.Limits.AuxMW + machines*unit.MW(1+s.Limits.AuxShare)
}

// MachineMW is what machines may draw for the settlement meter to show at most
// so much; 0 where the fixed auxiliaries alone reach it.
func (s *Site) MachineMW(meter unit.MW) unit.MW {
	return max(0, (meter-s.Limits.AuxMW)/unit.MW(1+s.Limits.AuxShare))
}

// PlanDrawMW is what machines draw under a plan: what it grants, and the sleep
// power of classes that it leaves off.
func (s *Site) PlanDrawMW(p Plan) unit.MW {
	var sum unit.MW
	for i := range s.Classes {
		sum += s.Classes[i].DrawMW(p.ClassMW(s.Classes[i].ID))
	}
	return sum
}

// PlanMeterMW is what the settlement meter shows under a plan.
func (s *Site) PlanMeterMW(p Plan) unit.MW { return s.MeterMW(s.PlanDrawMW(p)) }

// MarginalEnergy is what one more MWh of machines costs, or one less saves, at a
// settlement point price: that price with losses and per-MWh adders, on the
// machines' energy and on the auxiliaries that go with it.
//
// It is never the price of a block that has been bought, which is owed or resold
// whether it is used or not: with resale an unused MWh of it earns the settlement
// point price, and under take-or-pay without resale it earns nothing, so that
// inside the block only the adders are saved. A tariff costs its price whatever
// the market does, and so does the inside of a block that is neither bought nor
// resold. Beyond a block that is not resold [Site.MarginalEnergyAbove] holds.
func (s *Site) MarginalEnergy(spp unit.USDPerMWh) unit.USDPerMWh {
	switch {
	case !s.kinked():
		return s.MarginalEnergyAbove(spp)
	case s.Contract.TakeOrPay:
		return s.delivered(0)
	}
	return s.delivered(s.Contract.Price)
}

// MarginalEnergyAbove is [Site.MarginalEnergy] for consumption above the
// contract's block. The two differ only where the block cannot be resold.
func (s *Site) MarginalEnergyAbove(spp unit.USDPerMWh) unit.USDPerMWh {
	if s.Contract.Kind == Fixed || s.Point == "" {
		return s.delivered(s.Contract.Price)
	}
	return s.delivered(spp)
}

// BreakEvenSPP is the settlement point price at which one machine-MWh worth
// value neither earns nor loses: the inverse of [Site.MarginalEnergyAbove]. ok
// is false where no settlement point price matters, as under a tariff.
func (s *Site) BreakEvenSPP(value unit.USDPerMWh) (spp unit.USDPerMWh, ok bool) {
	if s.Contract.Kind == Fixed || s.Point == "" {
		return 0, false
	}
	metered := value / unit.USDPerMWh(1+s.Limits.AuxShare)
	return (metered - s.Adders.PerMWh()) / unit.USDPerMWh(1+s.Adders.LossFactor), true
}

// BlockMachineMW is the machine power up to which consumption lies inside a
// block that cannot be resold, so that energy costs less or more beyond it; ok is
// false for every other contract.
func (s *Site) BlockMachineMW() (mw unit.MW, ok bool) {
	if !s.kinked() {
		return 0, false
	}
	return s.MachineMW(s.Contract.BlockMW / unit.MW(1+s.Adders.LossFactor)), true
}

// kinked reports whether energy costs at the margin depend on how much is used.
func (s *Site) kinked() bool { return s.Contract.Kind == Block && !s.Contract.Resale }

// delivered turns a price at the settlement point into a cost per machine-MWh.
func (s *Site) delivered(price unit.USDPerMWh) unit.USDPerMWh {
	metered := price*unit.USDPerMWh(1+s.Adders.LossFactor) + s.Adders.PerMWh()
	return metered * unit.USDPerMWh(1+s.Limits.AuxShare)
}

// UnitsPerMW is how many machines of the class one MW runs at the top level.
func (c *Class) UnitsPerMW() float64 {
	if len(c.Levels) == 0 || !(c.Levels[len(c.Levels)-1].Watts > 0) {
		return 0
	}
	return 1e6 / c.Levels[len(c.Levels)-1].Watts
}

// Tier is the class's inference tier of the given name.
func (c *Class) Tier(name string) (*Tier, bool) {
	for i := range c.Tiers {
		if c.Tiers[i].Name == name {
			return &c.Tiers[i], true
		}
	}
	return nil, false
}

// SoldMW is the power of the class that is sold to customers by contract.
func (c *Class) SoldMW() unit.MW {
	var sum unit.MW
	for i := range c.Tiers {
		if c.Tiers[i].Sold {
			sum += c.Tiers[i].MaxMW
		}
	}
	return min(sum, c.MaxMW())
}

// TierRevenue is what one MWh of the class earns in a tier, net of the
// marketplace's fee and of hours that nobody buys, when the market pays gpuHour
// dollars per GPU-hour. One unit of a GPU class is one GPU.
func (c *Class) TierRevenue(t *Tier, gpuHour float64) unit.USDPerMWh {
	price := t.USDPerGPUh
	if price == 0 {
		price = gpuHour * t.Factor
	}
	return unit.USDPerMWh(price * (1 - t.Fee) * t.Fill * c.UnitsPerMW())
}
