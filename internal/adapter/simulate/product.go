package simulate

import (
	"math"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// product is a table of ERCOT's Public API.
type product struct {
	emil       string // such as np6-905-cd
	artifact   string
	title      string
	reportType int
	limit      int // documents per download
	columns    []column
	clock      string // the column by which rows are found in time
	forecast   bool   // every posting covers a week: less is kept at hand
	rows       func(v view, emit func(row ...any))
}

// column is a field of a table with ERCOT's name and type of it.
type column struct{ name, kind string }

// fields reads "name TYPE, name TYPE".
func fields(list string) []column {
	var out []column
	for f := range strings.SplitSeq(list, ",") {
		name, kind, _ := strings.Cut(strings.TrimSpace(f), " ")
		out = append(out, column{name, kind})
	}
	return out
}

func (p *product) column(name string) int {
	for i, c := range p.columns {
		if c.name == name {
			return i
		}
	}
	return -1
}

// reach is how many days back a request sees that does not say.
func (p *product) reach() int {
	if p.forecast {
		return 2
	}
	return 7
}

// view is the time for which rows are wanted: everything about [from, to] that
// was public at now.
type view struct {
	world    *world.World
	now      time.Time
	from, to time.Time
}

// products are the tables, in the order of the inventory.
func products() []product {
	return []product{
		{
			"np3-565-cd", "lf_by_model_weather_zone", "Seven-Day Load Forecast by Model and Weather Zone", 14837, 1000,
			fields("postedDatetime DATETIME, deliveryDate DATE, hourEnding VARCHAR, coast DOUBLE, east DOUBLE, farWest DOUBLE, north DOUBLE, northCentral DOUBLE, southCentral DOUBLE, southern DOUBLE, west DOUBLE, systemTotal DOUBLE, model VARCHAR, inUseFlag BOOLEAN, DSTFlag BOOLEAN"),
			"postedDatetime", true, loadForecasts,
		},
		{
			"np4-188-cd", "dam_clear_price_for_cap", "DAM Clearing Prices for Capacity", 12329, 1000,
			fields("deliveryDate DATE, hourEnding VARCHAR, ancillaryType VARCHAR, MCPC DOUBLE, DSTFlag BOOLEAN"),
			"deliveryDate", false, dayAheadCapacity,
		},
		{
			"np4-190-cd", "dam_stlmnt_pnt_prices", "DAM Settlement Point Prices", 12331, 500,
			fields("deliveryDate DATE, hourEnding VARCHAR, settlementPoint VARCHAR, settlementPointPrice DOUBLE, DSTFlag BOOLEAN"),
			"deliveryDate", false, dayAheadPrices,
		},
		{
			"np4-196-m", "dam_price_corrections_mcpc", "DAM Price Corrections for MCPC", 13044, 200,
			fields("deliveryDate DATE, deliveryHour INTEGER, ASType VARCHAR, MCPCOriginal DOUBLE, MCPCCorrected DOUBLE, priceCorrectionTime DATETIME, DSTFlag BOOLEAN"),
			"deliveryDate", false, nothing,
		},
		{
			"np4-196-m", "dam_price_corrections_spp", "DAM Price Corrections for SPP", 13044, 200,
			fields("deliveryDate DATE, deliveryHour INTEGER, settlementPoint VARCHAR, SPPOriginal DOUBLE, SPPCorrected DOUBLE, priceCorrectionTime TIME, DSTFlag BOOLEAN"),
			"deliveryDate", false, nothing,
		},
		{
			"np4-197-m", "rtm_price_corrections_mcpc_sced", "RTM Price Corrections for MCPCs by SCED Interval", 13045, 200,
			fields("SCEDTimestamp DATETIME, ASType VARCHAR, MCPCOriginal DOUBLE, MCPCCorrected DOUBLE, priceCorrectionTime DATETIME, repeatHourFlag BOOLEAN"),
			"SCEDTimestamp", false, nothing,
		},
		{
			"np4-197-m", "rtm_price_corrections_mcpc_spp", "RTM Price Corrections for MCPC by 15-Min Settlement Interval", 13045, 200,
			fields("deliveryDate DATE, deliveryHour INTEGER, deliveryInterval INTEGER, ASType VARCHAR, MCPCOriginal DOUBLE, MCPCCorrected DOUBLE, priceCorrectionTime DATETIME, repeatHourFlag BOOLEAN"),
			"deliveryDate", false, nothing,
		},
		{
			"np4-197-m", "rtm_price_corrections_spp", "RTM Price Corrections for SPP", 13045, 200,
			fields("deliveryDate DATE, deliveryHour INTEGER, deliveryInterval INTEGER, settlementPointName VARCHAR, settlementPointType VARCHAR, SPPOriginal DOUBLE, SPPCorrected DOUBLE, priceCorrectionTime DATETIME, DSTFlag BOOLEAN"),
			"deliveryDate", false, corrections,
		},
		{
			"np4-732-cd", "wpp_hrly_avrg_actl_fcast", "Wind Power Production - Hourly Averaged Actual and Forecasted Values", 13028, 1000,
			fields("postedDatetime DATETIME, deliveryDate DATE, hourEnding INTEGER, genSystemWide DOUBLE, COPHSLSystemWide DOUBLE, STWPFSystemWide DOUBLE, WGRPPSystemWide DOUBLE, genLoadZoneSouthHouston DOUBLE, COPHSLLoadZoneSouthHouston DOUBLE, STWPFLoadZoneSouthHouston DOUBLE, WGRPPLoadZoneSouthHouston DOUBLE, genLoadZoneWest DOUBLE, COPHSLLoadZoneWest DOUBLE, STWPFLoadZoneWest DOUBLE, WGRPPLoadZoneWest DOUBLE, genLoadZoneNorth DOUBLE, COPHSLLoadZoneNorth DOUBLE, STWPFLoadZoneNorth DOUBLE, WGRPPLoadZoneNorth DOUBLE, HSLSystemWide DOUBLE, DSTFlag BOOLEAN"),
			"postedDatetime", true, windPower,
		},
		{
			"np4-737-cd", "spp_hrly_avrg_actl_fcast", "Solar Power Production - Hourly Averaged Actual and Forecasted Values", 13483, 1000,
			fields("postedDatetime DATETIME, deliveryDate DATE, hourEnding INTEGER, genSystemWide DOUBLE, COPHSLSystemWide DOUBLE, STPPFSystemWide DOUBLE, PVGRPPSystemWide DOUBLE, HSLSystemWide DOUBLE, DSTFlag BOOLEAN"),
			"postedDatetime", true, solarPower,
		},
		{
			"np6-322-cd", "sced_system_lambda", "SCED System Lambda", 13114, 1000,
			fields("SCEDTimestamp DATETIME, repeatHourFlag BOOLEAN, systemLambda DOUBLE"),
			"SCEDTimestamp", false, systemLambdas,
		},
		{
			"np6-329-cd", "rtd_ind_mcpc", "RTD Indicative Real-Time MCPC", 24889, 50,
			fields("RTDTimestamp DATETIME, repeatHourFlag BOOLEAN, intervalId INTEGER, intervalEnding DATETIME, intervalRepeatHourFlag BOOLEAN, REGUP DOUBLE, REGDN DOUBLE, RRS DOUBLE, ECRS DOUBLE, NSPIN DOUBLE"),
			"RTDTimestamp", true, indicativeCapacity,
		},
		{
			"np6-331-cd", "rt_clear_price_cap", "Real-Time Clearing Prices for Capacity for 15-Minute Settlement Interval", 24898, 365,
			fields("deliveryDate DATE, deliveryHour INTEGER, deliveryInt INTEGER, repeatHourFlag BOOLEAN, ASType VARCHAR, MCPC DOUBLE"),
			"deliveryDate", false, quarterCapacity,
		},
		{
			"np6-332-cd", "rt_clear_price_cap_sced", "Real-Time Clearing Prices for Capacity by SCED Interval", 24891, 365,
			fields("SCEDTimestamp DATETIME, repeatHourFlag BOOLEAN, ASType VARCHAR, MCPC DOUBLE"),
			"SCEDTimestamp", false, runCapacity,
		},
		{
			"np6-345-cd", "act_sys_load_by_wzn", "Actual System Load by Weather Zone", 13101, 1000,
			fields("operatingDay DATE, hourEnding VARCHAR, coast DOUBLE, east DOUBLE, farWest DOUBLE, north DOUBLE, northC DOUBLE, southern DOUBLE, southC DOUBLE, west DOUBLE, total DOUBLE, DSTFlag BOOLEAN"),
			"operatingDay", false, actualLoads,
		},
		{
			"np6-788-cd", "lmp_node_zone_hub", "LMPs by Resource Nodes, Load Zones and Trading Hubs", 12300, 1000,
			fields("SCEDTimestamp DATETIME, repeatHourFlag BOOLEAN, settlementPoint VARCHAR, LMP DOUBLE"),
			"SCEDTimestamp", false, runPrices,
		},
		{
			"np6-905-cd", "spp_node_zone_hub", "Settlement Point Prices at Resource Nodes, Hubs and Load Zones", 12301, 1000,
			fields("deliveryDate DATE, deliveryHour INTEGER, deliveryInterval INTEGER, settlementPoint VARCHAR, settlementPointType VARCHAR, settlementPointPrice DOUBLE, DSTFlag BOOLEAN"),
			"deliveryDate", false, quarterPrices,
		},
	}
}

// nothing is a table without rows: no such correction was ever made.
func nothing(view, func(...any)) {}

// When things become public.
const (
	runDelay     = 12 * time.Second // from the five-minute mark
	quarterDelay = 2 * time.Minute  // from the end of the settlement interval
	dayAheadHour = 13*time.Hour + 30*time.Minute
)

// dayAheadPosted is when a day's market is published: 13:30 Central the day
// before.
func dayAheadPosted(d unit.Day) time.Time { return centralTime(d.Add(-1), dayAheadHour) }

// centralTime is a wall-clock time of a day, after the hours in which clocks
// change.
func centralTime(d unit.Day, wall time.Duration) time.Time {
	noon := d.Start().Add(12 * time.Hour)
	shown := unit.Central(noon)
	return noon.Add(wall - time.Duration(shown.Hour())*time.Hour)
}

// local is a time as ERCOT writes it, and whether it lies in the second pass of
// the repeated hour.
func local(t time.Time) (string, bool) {
	_, _, repeated := unit.HourEndingOf(t)
	return unit.Central(t).Format(timeForm), repeated
}

// hourText is an hour ending as text, "01:00" to "24:00".
func hourText(he int) string {
	return string([]byte{byte('0' + he/10), byte('0' + he%10)}) + ":00"
}

// padded is a name as a fixed-width column leaves it.
func padded(name string, width int) string {
	return name + strings.Repeat(" ", max(0, width-len(name)))
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }
