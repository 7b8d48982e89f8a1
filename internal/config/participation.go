package config

import (
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Participation is how a site takes part in ERCOT's markets. An empty load type
// means that it only buys energy.
type Participation struct {
	LoadType    string       `yaml:"load_type" jsonschema:"enum=,enum=clr,enum=nclr"`
	Products    []Product    `yaml:"products"`
	LowMW       float64      `yaml:"low_mw"`
	MaxMW       float64      `yaml:"max_mw"`
	WakeFail    float64      `yaml:"wake_fail"`
	Failure     float64      `yaml:"failure_factor"`
	Deviation   Deviation    `yaml:"deviation"`
	EnergyBids  bool         `yaml:"energy_bids"`
	Approval    string       `yaml:"approval" jsonschema:"enum=,enum=person,enum=auto"`
	ModbusUnit  int          `yaml:"modbus_unit"`
	Obligations []Obligation `yaml:"obligations"`
}

// Product is an ancillary service that the site is qualified for.
type Product struct {
	Product string  `yaml:"product" jsonschema:"enum=REGUP,enum=REGDN,enum=RRS,enum=ECRS,enum=NSPIN"`
	MaxMW   float64 `yaml:"max_mw"`
	BlockMW float64 `yaml:"block_mw"`
	Deploy  float64 `yaml:"deployed_share"`
}

// Deviation is the band around a base point, and the charge beyond it.
type Deviation struct {
	Share  float64 `yaml:"share"`
	BandMW float64 `yaml:"band_mw"`
	Charge float64 `yaml:"charge"`
}

// Obligation is a programme outside the daily market.
type Obligation struct {
	ID        string  `yaml:"id"`
	Programme string  `yaml:"programme" jsonschema:"enum=ers,enum=voluntary"`
	MW        float64 `yaml:"power_mw"`
	Price     float64 `yaml:"usd_per_mw_h"`
	From      string  `yaml:"from"`
	To        string  `yaml:"to"`
	FirstHour int     `yaml:"first_hour"`
	LastHour  int     `yaml:"last_hour"`
	Weekdays  bool    `yaml:"weekdays"`
}

// The values of [Participation.Approval].
const (
	ApprovalPerson = "person" // offers go out once somebody has approved them
	ApprovalAuto   = "auto"   // they go out as they are made
)

// QSE is the scheduling entity through which offers, awards and instructions
// go.
type QSE struct {
	URL    string `yaml:"url"`           // empty: files alone
	Token  Secret `yaml:"token"`         // bearer token
	Modbus string `yaml:"modbus_listen"` // host:port for its RTU; empty: none
}

func (p *Participation) build() *site.Participation {
	if p.LoadType == "" {
		return nil
	}
	built := &site.Participation{
		Type: site.LoadType(p.LoadType), LowMW: unit.MW(p.LowMW), MaxMW: unit.MW(p.MaxMW),
		WakeFail: p.WakeFail, Failure: p.Failure, Energy: p.EnergyBids, Auto: p.Approval == ApprovalAuto,
		Deviation: site.Deviation{Share: p.Deviation.Share, MW: unit.MW(p.Deviation.BandMW), Charge: p.Deviation.Charge},
	}
	for _, q := range p.Products {
		built.Qualified = append(built.Qualified, site.Qualified{
			Product: q.Product, MaxMW: unit.MW(q.MaxMW), BlockMW: unit.MW(q.BlockMW), Deploy: q.Deploy,
		})
	}
	for _, o := range p.Obligations {
		from, _ := unit.ParseDay(o.From) // checked
		to, _ := unit.ParseDay(o.To)
		built.Obligations = append(built.Obligations, site.Obligation{
			ID: o.ID, Programme: o.Programme, MW: unit.MW(o.MW), Price: unit.USDPerMW(o.Price),
			From: from.Start(), To: to.Next().Start(), FirstHour: o.FirstHour, LastHour: o.LastHour, Weekdays: o.Weekdays,
		})
	}
	return built
}

// transmission is what the tariffs pass through of coincident peaks.
func (p Peaks) transmission() *site.Transmission {
	if p.USDPerMWYear == 0 {
		return nil
	}
	t := &site.Transmission{USDPerMWYear: p.USDPerMWYear}
	if from, err := time.Parse(time.DateOnly, p.TwelveFrom); err == nil { // empty, or checked
		t.TwelveFrom = from
	}
	return t
}

func (k *checker) participation(setting string, s *Site) {
	p := s.Participation
	if p.LoadType == "" {
		if len(p.Products)+len(p.Obligations) > 0 || p.EnergyBids {
			k.fail(setting+".load_type", "is empty, and products, obligations or energy bids are given; say clr or nclr")
		}
		return
	}
	k.oneOf(setting+".load_type", p.LoadType, string(site.CLR), string(site.NCLR))
	k.oneOf(setting+".approval", p.Approval, "", ApprovalPerson, ApprovalAuto)
	if s.Point == "" {
		k.fail(setting+".load_type", "%q: the site has no settlement point; only load in ERCOT takes part", p.LoadType)
	}
	k.within(setting+".low_mw", p.LowMW, 0, s.Limits.SiteMW)
	k.within(setting+".max_mw", p.MaxMW, 0, s.Limits.SiteMW)
	k.within(setting+".wake_fail", p.WakeFail, 0, 0.5)
	k.within(setting+".failure_factor", p.Failure, 0, 100)
	k.within(setting+".deviation.share", p.Deviation.Share, 0, 1)
	k.within(setting+".deviation.band_mw", p.Deviation.BandMW, 0, maxMW)
	k.within(setting+".deviation.charge", p.Deviation.Charge, 0, 10)
	k.within(setting+".modbus_unit", float64(p.ModbusUnit), 0, 247)
	for i, q := range p.Products {
		at := fmt.Sprintf("%s.products[%d]", setting, i)
		if _, ok := site.ProductFor(site.LoadType(p.LoadType), q.Product); !ok {
			k.fail(at+".product", "%q: a load of type %s may not provide it", q.Product, p.LoadType)
		}
		if slices.IndexFunc(p.Products, func(o Product) bool { return o.Product == q.Product }) != i {
			k.fail(at+".product", "%q is there twice", q.Product)
		}
		k.within(at+".max_mw", q.MaxMW, 0, maxMW)
		k.within(at+".block_mw", q.BlockMW, 0, maxMW)
		k.within(at+".deployed_share", q.Deploy, 0, 1)
	}
	for i, o := range p.Obligations {
		k.obligation(fmt.Sprintf("%s.obligations[%d]", setting, i), o, s.Limits.SiteMW)
	}
}

func (k *checker) obligation(setting string, o Obligation, most float64) {
	k.name(setting+".id", o.ID)
	k.oneOf(setting+".programme", o.Programme, "ers", "voluntary")
	k.within(setting+".power_mw", o.MW, 0, most)
	k.within(setting+".usd_per_mw_h", o.Price, 0, maxUSDPerMW)
	from, err := unit.ParseDay(o.From)
	if err != nil {
		k.fail(setting+".from", "%q: want a day such as 2026-06-01", o.From)
	}
	to, err := unit.ParseDay(o.To)
	if err != nil || to.Before(from) {
		k.fail(setting+".to", "%q: want a day such as 2026-09-30, not before from", o.To)
	}
	if o.FirstHour < 0 || o.LastHour > 24 || o.FirstHour >= o.LastHour {
		k.fail(setting+".last_hour", "hours %d to %d: want 0 to 24, rising", o.FirstHour, o.LastHour)
	}
}
