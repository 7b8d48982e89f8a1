package config

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Site is one site as people write it. [Site.Build] gives what the program
// reasons about.
type Site struct {
	ID       string   `yaml:"id"`
	Name     string   `yaml:"name"`
	Point    string   `yaml:"point"`
	Bus      int      `yaml:"bus"` // in the network; 0: the settlement point's
	Agent    Agent    `yaml:"agent"`
	Meter    Meter    `yaml:"meter"`
	PDUs     []PDU    `yaml:"pdus"`
	Limits   Limits   `yaml:"limits"`
	Contract Contract `yaml:"contract"`
	Adders   Adders   `yaml:"adders"`
	Classes  []Class  `yaml:"classes"`

	Participation Participation `yaml:"participation"`

	// OpenADR is what an OpenADR program calls the site; empty: it follows none.
	OpenADR string `yaml:"openadr_resource"`
}

// Agent is the address of the site's machine-group agent. In the simulated
// world an empty URL means the simulator's.
type Agent struct {
	URL   string `yaml:"url"`
	Token Secret `yaml:"token"`
}

// Meter is the site's settlement meter, read over Modbus/TCP. In the simulated
// world an empty address means the simulator's where machines are driven one by
// one; else the agent tells the meter.
type Meter struct {
	Address string `yaml:"address"` // host:port; empty: none
	Unit    int    `yaml:"unit"`    // Modbus unit id
	Power   int    `yaml:"power_register"`
	Energy  int    `yaml:"energy_register"`

	Switchgear bool `yaml:"switchgear"`
	Inputs     int  `yaml:"switchgear_input"`
}

// PDU is a power distribution unit, asked over SNMP.
type PDU struct {
	Address   string `yaml:"address"`   // host:port
	Community Secret `yaml:"community"` // of SNMP v2c
	Outlets   int    `yaml:"outlets"`
	// Machines are the ids of the machines on the outlets, the first on outlet 1.
	Machines []string `yaml:"machines"`
}

// Machines says that a class's machines are driven one by one, each by its own
// firmware, in place of the site's agent.
type Machines struct {
	Firmware  string   `yaml:"firmware"`  // empty: the agent has the class
	Addresses []string `yaml:"addresses"` // ranges, or host and host:port; URLs of nodes
	GPUs      int      `yaml:"gpus"`      // of a node; 0: 8
	Username  string   `yaml:"username"`
	Password  Secret   `yaml:"password"`
}

// Limits are the limits of [site.Limits].
type Limits struct {
	SiteMW           float64       `yaml:"site_mw"`
	RampUpMWPerMin   float64       `yaml:"ramp_up_mw_per_min"`
	RampDownMWPerMin float64       `yaml:"ramp_down_mw_per_min"`
	AuxMW            float64       `yaml:"aux_mw"`
	AuxShare         float64       `yaml:"aux_share"`
	ReleaseSpread    time.Duration `yaml:"release_spread"`
	Feeders          []Feeder      `yaml:"feeders"`
}

// Feeder is a part of the site with a limit of its own, in MW.
type Feeder struct {
	ID      string  `yaml:"id"`
	LimitMW float64 `yaml:"limit_mw"`
}

// Contract is how the site buys its energy: index, block or fixed.
type Contract struct {
	Kind           string  `yaml:"kind" jsonschema:"enum=index,enum=block,enum=fixed"`
	PriceUSDPerMWh float64 `yaml:"price_usd_per_mwh"`
	BlockMW        float64 `yaml:"block_mw"`
	TakeOrPay      bool    `yaml:"take_or_pay"`
	Resale         bool    `yaml:"resale"`
}

// Adders are what each metered MWh costs beside its energy price.
type Adders struct {
	LossFactor         float64 `yaml:"loss_factor"`
	RetailUSDPerMWh    float64 `yaml:"retail_usd_per_mwh"`
	ERCOTFeesUSDPerMWh float64 `yaml:"ercot_fees_usd_per_mwh"`
	WiresUSDPerMWh     float64 `yaml:"wires_usd_per_mwh"`
}

// Class is a set of like machines. Kind and power levels come from the model's
// nameplate unless they are given.
type Class struct {
	ID           string        `yaml:"id"`
	Model        string        `yaml:"model"`
	Kind         string        `yaml:"kind"`
	Units        int           `yaml:"units"`
	Levels       []Level       `yaml:"levels"`
	Feeder       string        `yaml:"feeder"`
	MinUp        time.Duration `yaml:"min_up"`
	MinDown      time.Duration `yaml:"min_down"`
	StartUSD     float64       `yaml:"start_usd"`
	StartsPerDay int           `yaml:"starts_per_day"`
	RampMWPerMin float64       `yaml:"ramp_mw_per_min"`
	PoolFee      float64       `yaml:"pool_fee"`
	Follows      bool          `yaml:"follows_regulation"`
	Machines     Machines      `yaml:"machines"`
	Tiers        []Tier        `yaml:"tiers"`
	Tokens       []TokenRate   `yaml:"tokens"`
}

// TokenRate is how fast a class of GPUs serves a language model.
type TokenRate struct {
	Model     string  `yaml:"model"`
	PerSPerKW float64 `yaml:"tokens_per_s_kw"`
	Fill      float64 `yaml:"fill"`
	Fee       float64 `yaml:"fee"`
}

// Level is an operating point of one machine: watts at the wall and TH/s.
type Level struct {
	Name  string  `yaml:"name"`
	Watts float64 `yaml:"watts"`
	THs   float64 `yaml:"ths"`
	// Output is the share of the top level's work, for machines that do not mine.
	Output float64 `yaml:"output"`
}

// Tier is a kind of inference demand that a GPU class can serve.
type Tier struct {
	Name             string  `yaml:"name"`
	MaxMW            float64 `yaml:"max_mw"`
	USDPerGPUHour    float64 `yaml:"usd_per_gpu_hour"`
	Factor           float64 `yaml:"factor"`
	Fee              float64 `yaml:"fee"`
	Sold             bool    `yaml:"sold"`
	PenaltyUSDPerMWh float64 `yaml:"penalty_usd_per_mwh"`
	Fill             float64 `yaml:"fill"`

	Slack           time.Duration `yaml:"slack"`
	RestartUSDPerMW float64       `yaml:"restart_usd_per_mw"`
	Elasticity      float64       `yaml:"elasticity"`
}

// BuildSites is every site as the program reasons about it.
func (c *Config) BuildSites() ([]site.Site, error) {
	sites := make([]site.Site, 0, len(c.Sites))
	for i := range c.Sites {
		built, err := c.Sites[i].Build()
		if err != nil {
			return nil, fmt.Errorf("sites[%d]: %w", i, err)
		}
		if built.Point != "" {
			built.Transmission = c.Peaks.transmission()
		}
		if err := built.Validate(); err != nil {
			return nil, fmt.Errorf("sites[%d]: %w", i, err)
		}
		sites = append(sites, built)
	}
	return sites, nil
}

// Build is the site as the program reasons about it; [Config.Check] has checked
// its values.
func (s *Site) Build() (site.Site, error) {
	built := site.Site{
		ID: s.ID, Name: s.Name, Point: s.Point,
		Limits: s.Limits.build(),
		Contract: site.Contract{
			Kind:  site.ContractKind(s.Contract.Kind),
			Price: unit.USDPerMWh(s.Contract.PriceUSDPerMWh), BlockMW: unit.MW(s.Contract.BlockMW),
			TakeOrPay: s.Contract.TakeOrPay, Resale: s.Contract.Resale,
		},
		Adders: site.Adders{
			LossFactor: s.Adders.LossFactor, Retail: unit.USDPerMWh(s.Adders.RetailUSDPerMWh),
			ERCOT: unit.USDPerMWh(s.Adders.ERCOTFeesUSDPerMWh), Wires: unit.USDPerMWh(s.Adders.WiresUSDPerMWh),
		},
		Participation: s.Participation.build(),
	}
	for i := range s.Classes {
		class, err := s.Classes[i].build()
		if err != nil {
			return site.Site{}, fmt.Errorf("classes[%d]: %w", i, err)
		}
		built.Classes = append(built.Classes, class)
	}
	return built, nil
}

func (l Limits) build() site.Limits {
	limits := site.Limits{
		SiteMW:   unit.MW(l.SiteMW),
		RampUpMW: unit.MW(l.RampUpMWPerMin), RampDown: unit.MW(l.RampDownMWPerMin),
		AuxMW: unit.MW(l.AuxMW), AuxShare: l.AuxShare,
		ReleaseIn: site.Span(l.ReleaseSpread.Seconds()),
	}
	for _, f := range l.Feeders {
		limits.Feeders = append(limits.Feeders, site.Feeder{ID: f.ID, LimitMW: unit.MW(f.LimitMW)})
	}
	return limits
}

func (c *Class) build() (site.Class, error) {
	kind, levels, err := c.machine()
	if err != nil {
		return site.Class{}, err
	}
	class := site.Class{
		ID: c.ID, Kind: kind, Model: c.Model, Units: c.Units, Levels: levels, Feeder: c.Feeder,
		MinUp: c.MinUp, MinDown: c.MinDown,
		StartUSD: c.StartUSD, StartsPerDay: c.StartsPerDay,
		RampMW: unit.MW(c.RampMWPerMin), PoolFee: c.PoolFee, Follows: c.Follows,
	}
	for _, r := range c.Tokens {
		class.Tokens = append(class.Tokens, site.TokenRate{Model: r.Model, PerSKW: r.PerSPerKW, Fill: r.Fill, Fee: r.Fee})
	}
	for _, t := range c.Tiers {
		class.Tiers = append(class.Tiers, site.Tier{
			Name: t.Name, MaxMW: unit.MW(t.MaxMW), USDPerGPUh: t.USDPerGPUHour, Factor: t.Factor,
			Fee: t.Fee, Sold: t.Sold, Penalty: t.PenaltyUSDPerMWh, Fill: t.Fill,
			Slack: t.Slack, RestartUSD: t.RestartUSDPerMW, Elasticity: t.Elasticity,
		})
	}
	return class, nil
}
