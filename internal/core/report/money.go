package report

import (
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// nowUses is how uses are listed in a [Money].
func nowUses() []site.Use { return []site.Use{site.Mine, site.Infer, site.Grid, site.Off} }

func emptyMoney() Money {
	m := Money{Uses: make([]UseMoney, 0, len(nowUses()))}
	for _, use := range nowUses() {
		m.Uses = append(m.Uses, UseMoney{Use: string(use), RevenueUSDH: number(0), EnergyUSDH: number(0), NetUSDH: number(0)})
	}
	m.NetUSDPerH, m.AlwaysMineUSDPerH = number(0), number(0)
	return m
}

// moneyOf is what a decision earns in an hour at its own prices, beside what
// the always-mine proposal would earn at the same once guarded by the same
// limits and orders.
func moneyOf(d *episode.Decision) Money {
	s, snap := &d.Input.Site, &d.Input.Snapshot
	m := emptyMoney()
	m.LimitMW = float64(s.Limits.SiteMW)
	m.MeterMW = float64(s.PlanMeterMW(d.Plan))
	for i := range s.Classes {
		m.InstalledMW += float64(s.Classes[i].MaxMW())
	}
	for _, h := range d.Plan.Reserve {
		m.ReserveMW += float64(h.MW)
	}
	for _, e := range Earnings(s, snap, d.Plan) {
		m.add(e)
	}
	m.AlwaysMineUSDPerH = nil
	in := policy.Input{Site: s, State: &d.Input.State, Snapshot: snap}
	always, ok := proposalOf(d, policy.Always{}.Name())
	if !ok {
		always = policy.Always{}.Propose(in) // a decision of the fast path asks no baseline
	}
	plan, _ := policy.Guard(in, &d.Input.Orders, always.Plan)
	m.AlwaysMineUSDPerH = netRate(s, snap, plan)
	m.derive()
	return m
}

func proposalOf(d *episode.Decision, name string) (policy.Proposal, bool) {
	for _, p := range d.Proposals {
		if p.Policy == name {
			return p, true
		}
	}
	return policy.Proposal{}, false
}

func (m *Money) add(e Earning) {
	for i := range m.Uses {
		u := &m.Uses[i]
		if u.Use != string(e.Use) {
			continue
		}
		u.PowerMW += float64(e.MW)
		u.RevenueUSDH, u.EnergyUSDH = total(u.RevenueUSDH, e.Revenue), total(u.EnergyUSDH, e.Energy)
		if e.Use != site.Off {
			m.PowerMW += float64(e.MW)
		}
	}
}

// plus adds another site's money, use by use.
func (m *Money) plus(o Money) {
	m.PowerMW += o.PowerMW
	m.MeterMW += o.MeterMW
	m.LimitMW += o.LimitMW
	m.InstalledMW += o.InstalledMW
	m.ReserveMW += o.ReserveMW
	m.AlwaysMineUSDPerH = total(m.AlwaysMineUSDPerH, o.AlwaysMineUSDPerH)
	for i := range m.Uses {
		m.Uses[i].PowerMW += o.Uses[i].PowerMW
		m.Uses[i].RevenueUSDH = total(m.Uses[i].RevenueUSDH, o.Uses[i].RevenueUSDH)
		m.Uses[i].EnergyUSDH = total(m.Uses[i].EnergyUSDH, o.Uses[i].EnergyUSDH)
	}
}

// derive works out nets and rates from the uses, so that the whole is the sum
// of its parts by construction.
func (m *Money) derive() {
	m.NetUSDPerH = number(0)
	for i := range m.Uses {
		u := &m.Uses[i]
		u.NetUSDH = minus(u.RevenueUSDH, u.EnergyUSDH)
		m.NetUSDPerH = total(m.NetUSDPerH, u.NetUSDH)
		u.USDPerMWh = per(u.NetUSDH, u.PowerMW)
		u.USDPerWYear = nil
		if u.USDPerMWh != nil {
			u.USDPerWYear = number(*u.USDPerMWh * hoursPerYear / 1e6)
		}
	}
	m.AdvantageUSDPerH = minus(m.NetUSDPerH, m.AlwaysMineUSDPerH)
	m.USDPerWYear = nil
	if rate := per(m.NetUSDPerH, m.InstalledMW); rate != nil {
		m.USDPerWYear = number(*rate * hoursPerYear / 1e6)
	}
}
