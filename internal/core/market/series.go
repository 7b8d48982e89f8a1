package market

import (
	"fmt"
	"strings"
)

// Kind is what a series measures; it fixes the unit of its values.
type Kind string

// The kinds, each with its unit and, after the slash, what the key names.
const (
	RTSPP          Kind = "rt_spp"          // $/MWh, 15-min settlement point price / settlement point
	RTLMP          Kind = "rt_lmp"          // $/MWh, LMP of one SCED run / settlement point
	DASPP          Kind = "da_spp"          // $/MWh, hourly day-ahead price / settlement point
	DAMCPC         Kind = "da_mcpc"         // $/MW per h, day-ahead capacity price / product
	RTMCPC         Kind = "rt_mcpc"         // $/MW per h, real-time capacity price of one SCED run / product
	RTMCPC15       Kind = "rt_mcpc_15"      // $/MW per h, 15-min capacity price / product
	RTDMCPC        Kind = "rtd_mcpc"        // $/MW per h, indicative look-ahead capacity price / product
	SystemLambda   Kind = "system_lambda"   // $/MWh
	Load           Kind = "load"            // MW, system demand
	LoadForecast   Kind = "load_forecast"   // MW / weather zone, "systemTotal" for all
	Wind           Kind = "wind"            // MW, generation
	WindForecast   Kind = "wind_forecast"   // MW, short-term forecast
	Solar          Kind = "solar"           // MW, generation
	SolarForecast  Kind = "solar_forecast"  // MW, short-term forecast
	FuelMix        Kind = "fuel_mix"        // MW, generation / fuel
	RenewableShare Kind = "renewable_share" // fraction of generation from wind, solar and hydro
	Capacity       Kind = "capacity"        // MW, available capacity
	PRC            Kind = "prc"             // MW, physical responsive capability
	EEA            Kind = "eea"             // energy emergency alert level, 0 to 3
	BTCUSD         Kind = "btc_usd"         // $ per bitcoin
	Difficulty     Kind = "difficulty"      // proof-of-work difficulty
	DiffChange     Kind = "diff_change"     // %, projected change at the next retarget
	Hashrate       Kind = "hashrate"        // TH/s, estimated network hashrate
	BlockHeight    Kind = "block_height"    // blocks
	BlockFees      Kind = "block_fees"      // BTC per block, average over 144 blocks
	FeeRate        Kind = "fee_rate"        // sat/vB, recommended for the next block
	HashpriceUSD   Kind = "hashprice"       // $/PH/day
	GridMargin     Kind = "grid_margin"     // fraction of the limit left on the tightest branch, negative in overload / network
	GridPrice      Kind = "grid_price"      // $/MWh, nodal price of a network study at a site's bus / site
	GPUHour        Kind = "gpu_hour"        // $/GPU-hour / GPU model
	TokenUSD       Kind = "token_price"     // $ per million tokens / language model
	CertificateUSD Kind = "certificate"     // $/MWh of metered curtailment, newest sale of a stability certificate
	MARAEnergy     Kind = "mara_energy"     // hackathon units, never $/MWh
	MARAHash       Kind = "mara_hash"       // hackathon units
	MARAToken      Kind = "mara_token"      // hackathon units
)

// Series names one stream of observations. Key is empty where the kind needs
// none.
type Series struct {
	Kind Kind   `json:"kind"`
	Key  string `json:"key,omitempty"`
}

// String is "kind" or "kind/key".
func (s Series) String() string {
	if s.Key == "" {
		return string(s.Kind)
	}
	return string(s.Kind) + "/" + s.Key
}

// ParseSeries reads [Series.String] back.
func ParseSeries(s string) (Series, error) {
	kind, key, _ := strings.Cut(s, "/")
	if kind == "" {
		return Series{}, fmt.Errorf("series %q: want kind or kind/key", s)
	}
	return Series{Kind: Kind(kind), Key: key}, nil
}

// Unit is the unit of the kind's values, as shown to people; empty for a kind
// this package does not know.
func (k Kind) Unit() string {
	switch k {
	case RTSPP, RTLMP, DASPP, SystemLambda, GridPrice, CertificateUSD:
		return "$/MWh"
	case DAMCPC, RTMCPC, RTMCPC15, RTDMCPC:
		return "$/MW per h"
	case Load, LoadForecast, Wind, WindForecast, Solar, SolarForecast, FuelMix, Capacity, PRC:
		return "MW"
	case RenewableShare, GridMargin:
		return "fraction"
	case EEA:
		return "level"
	case BTCUSD:
		return "$/BTC"
	case Difficulty:
		return "difficulty"
	case DiffChange:
		return "%"
	case Hashrate:
		return "TH/s"
	case BlockHeight:
		return "blocks"
	case BlockFees:
		return "BTC/block"
	case FeeRate:
		return "sat/vB"
	case HashpriceUSD:
		return "$/PH/day"
	case GPUHour:
		return "$/GPU-h"
	case TokenUSD:
		return "$/Mtoken"
	case MARAEnergy, MARAHash, MARAToken:
		return "MARA units"
	}
	return ""
}

// Products are ERCOT's ancillary services, as series keys and as fields name
// them.
func Products() []string { return []string{"REGUP", "REGDN", "RRS", "ECRS", "NSPIN"} }
