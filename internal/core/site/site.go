package site

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Kind is what a class of machines is.
type Kind string

// The kinds of machines. An ASIC only hashes: it can neither serve inference
// nor work for the grid.
const (
	ASIC Kind = "asic"
	GPU  Kind = "gpu"
	CPU  Kind = "cpu"
)

// Site is one electrical site behind one settlement meter.
type Site struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Point    string   `json:"point"` // ERCOT settlement point; empty where no ERCOT price applies
	Limits   Limits   `json:"limits"`
	Classes  []Class  `json:"classes"`
	Contract Contract `json:"contract"`
	Adders   Adders   `json:"adders"`

	// Participation is nil where the site sells nothing to ERCOT.
	Participation *Participation `json:"participation,omitempty"`
	// Transmission is nil where the tariff passes no peak charge through.
	Transmission *Transmission `json:"transmission,omitempty"`
}

// Limits are what the site as a whole must respect whatever is ordered.
type Limits struct {
	SiteMW    unit.MW  `json:"site_mw"`                // at the meter, auxiliaries included
	RampUpMW  unit.MW  `json:"ramp_up_mw_per_min"`     // 0: no limit
	RampDown  unit.MW  `json:"ramp_down_mw_per_min"`   // 0: no limit; an emergency ignores it
	AuxMW     unit.MW  `json:"aux_mw"`                 // fixed auxiliary load
	AuxShare  float64  `json:"aux_share"`              // auxiliary load per MW of machines (cooling)
	Feeders   []Feeder `json:"feeders,omitempty"`      // classes without a feeder hang on the site alone
	ReleaseIn Span     `json:"release_spread_seconds"` // staggered return after a site-wide drop
}

// Span is a number of seconds.
type Span float64

// Duration is s as a time.Duration.
func (s Span) Duration() time.Duration { return time.Duration(float64(s) * float64(time.Second)) }

// Feeder is a part of the site with a limit of its own.
type Feeder struct {
	ID      string  `json:"id"`
	LimitMW unit.MW `json:"limit_mw"`
}

// Class is a set of like machines that are switched together or in part.
type Class struct {
	ID           string        `json:"id"`
	Kind         Kind          `json:"kind"`
	Model        string        `json:"model"`
	Units        int           `json:"units"`
	Levels       []Level       `json:"levels"` // ascending power; the first is asleep
	Feeder       string        `json:"feeder,omitempty"`
	MinUp        time.Duration `json:"min_up_ns"`
	MinDown      time.Duration `json:"min_down_ns"`
	StartUSD     float64       `json:"start_usd"`      // wear and lost work of waking the whole class once, $
	StartsPerDay int           `json:"starts_per_day"` // per operating day; 0: no limit
	RampMW       unit.MW       `json:"ramp_mw_per_min"`
	PoolFee      float64       `json:"pool_fee"` // fraction of mining revenue
	Tiers        []Tier        `json:"tiers,omitempty"`
	Tokens       []TokenRate   `json:"tokens,omitempty"` // what it could serve by the token
	// Follows says that its machines take a power between their levels at work within
	// seconds and without a restart, so that it can follow regulation.
	Follows bool `json:"follows,omitempty"`
}

// TokenRate is how fast a class of GPUs serves a language model: tokens a second
// for a kilowatt at the wall, all in, at full load.
type TokenRate struct {
	Model  string  `json:"model"`
	PerSKW float64 `json:"tokens_per_s_kw"`
	Fill   float64 `json:"fill"` // expected fraction of full load that is sold
	Fee    float64 `json:"fee"`  // marketplace's fraction
}

// USDPerMWh is what a MWh of machines earns at a price per million tokens: a
// kilowatt-second serves PerSKW tokens, a megawatt-hour 3.6 million times that.
func (r TokenRate) USDPerMWh(usdPerMtoken float64) unit.USDPerMWh {
	return unit.USDPerMWh(usdPerMtoken * r.PerSKW * 3.6 * r.Fill * (1 - r.Fee))
}

// Level is an operating point of one machine.
type Level struct {
	Name  string   `json:"name"`
	Watts float64  `json:"watts"` // at the wall, all-in for the machine
	THs   unit.THs `json:"ths"`   // hashrate; 0 for machines that do not mine
	// Output is the work done at this level as a share of that of the top level,
	// for machines that do not mine: a GPU under a power cap loses less of its
	// work than of its power. 0: in proportion to the power above asleep.
	Output float64 `json:"output,omitempty"`
}

// Tier is a kind of inference demand a GPU class can serve, best price first.
type Tier struct {
	Name       string  `json:"name"`
	MaxMW      unit.MW `json:"max_mw"`              // what can be sold at this price, in machine MW
	USDPerGPUh float64 `json:"usd_per_gpu_h"`       // fixed price; 0: the market's price times Factor
	Factor     float64 `json:"factor"`              // share of the market's price
	Fee        float64 `json:"fee"`                 // marketplace's fraction
	Sold       bool    `json:"sold"`                // inviolable outside emergencies
	Penalty    float64 `json:"penalty_usd_per_mwh"` // SLA credit due when a sold MWh is not served
	Fill       float64 `json:"fill"`                // expected fraction of granted hours that earn

	// Slack is the longest pause that the deadlines of a batch tier allow; 0: no
	// deadline.
	Slack time.Duration `json:"slack_ns,omitempty"`
	// RestartUSD is what interrupting it costs: work lost since the last
	// checkpoint and the time to load again, $/MW.
	RestartUSD float64 `json:"restart_usd_per_mw,omitempty"`
	// Elasticity is by how many per cent demand rises when the price falls by one
	// per cent; 0: demand does not answer.
	Elasticity float64 `json:"elasticity,omitempty"`
}

// ContractKind is how energy is bought.
type ContractKind string

// The kinds of contract.
const (
	Index ContractKind = "index" // all energy at the settlement point price
	Block ContractKind = "block" // a fixed block, the rest at index
	Fixed ContractKind = "fixed" // a tariff, whatever the market does
)

// Contract is how a site buys its energy.
type Contract struct {
	Kind      ContractKind   `json:"kind"`
	Price     unit.USDPerMWh `json:"price_usd_per_mwh"` // of the block or the tariff
	BlockMW   unit.MW        `json:"block_mw"`
	TakeOrPay bool           `json:"take_or_pay"` // the block is paid for, used or not
	Resale    bool           `json:"resale"`      // an unused block is sold at the settlement point price
}

// Adders are what each metered MWh costs beside its energy price.
type Adders struct {
	LossFactor float64        `json:"loss_factor"`            // metered at the meter, settled times 1+LossFactor
	Retail     unit.USDPerMWh `json:"retail_usd_per_mwh"`     // supplier's fee
	ERCOT      unit.USDPerMWh `json:"ercot_fees_usd_per_mwh"` // ERCOT and QSE fees
	Wires      unit.USDPerMWh `json:"wires_usd_per_mwh"`      // volumetric delivery charge
}

// PerMWh is the sum of the adders.
func (a Adders) PerMWh() unit.USDPerMWh { return a.Retail + a.ERCOT + a.Wires }

// Class is the class with the given id.
func (s *Site) Class(id string) (*Class, bool) {
	for i := range s.Classes {
		if s.Classes[i].ID == id {
			return &s.Classes[i], true
		}
	}
	return nil, false
}
