package layout

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const systemTotal = "systemTotal"

// loadZones are the weather zones of the load forecast, as its fields name
// them, and the total.
func loadZones() []string {
	return []string{"coast", "east", "farWest", "north", "northCentral", "southCentral", "southern", "west", systemTotal}
}

// LoadForecast is NP3-565: the load forecast of the next seven days by weather
// zone and hour, MW. Several models are published; the one in use counts.
func LoadForecast() Product {
	return Product{
		Path:     "/np3-565-cd/lf_by_model_weather_zone",
		columns:  append([]string{"postedDatetime", "deliveryDate", "hourEnding", "inUseFlag", "DSTFlag"}, loadZones()...),
		download: 1000,
		read: func(r *row) []market.Observation {
			if !r.flag("inUseFlag") {
				return nil
			}
			posted, interval := r.posted("postedDatetime"), r.hour("deliveryDate", "hourEnding", "DSTFlag")
			var out []market.Observation
			for _, zone := range loadZones() {
				if load, ok := r.measured(zone); ok {
					out = append(out, one(market.LoadForecast, zone, interval, load, posted)...)
				}
			}
			return out
		},
	}
}

// ActualLoad is NP6-345: the system's load by hour, MW, posted the day after.
func ActualLoad() Product {
	return Product{
		Path:     "/np6-345-cd/act_sys_load_by_wzn",
		columns:  []string{"operatingDay", "hourEnding", "total", "DSTFlag"},
		download: 1000,
		read: func(r *row) []market.Observation {
			interval := r.hour("operatingDay", "hourEnding", "DSTFlag")
			return one(market.Load, "", interval, r.number("total"), dayAfter(interval))
		},
	}
}

// WindPower is NP4-732: wind generation of the last two days and the short-term
// forecast of the coming week by hour, MW.
func WindPower() Product {
	return renewable("/np4-732-cd/wpp_hrly_avrg_actl_fcast", "STWPFSystemWide", market.Wind, market.WindForecast)
}

// SolarPower is NP4-737: the same for photovoltaics.
func SolarPower() Product {
	return renewable("/np4-737-cd/spp_hrly_avrg_actl_fcast", "STPPFSystemWide", market.Solar, market.SolarForecast)
}

func renewable(path, forecastColumn string, actual, forecast market.Kind) Product {
	return Product{
		Path:     path,
		columns:  []string{"postedDatetime", "deliveryDate", "hourEnding", "genSystemWide", forecastColumn, "DSTFlag"},
		download: 1000,
		read: func(r *row) []market.Observation {
			posted, interval := r.posted("postedDatetime"), r.hour("deliveryDate", "hourEnding", "DSTFlag")
			var out []market.Observation
			if power, ok := r.measured("genSystemWide"); ok {
				out = append(out, one(actual, "", interval, power, posted)...)
			}
			if power, ok := r.measured(forecastColumn); ok {
				out = append(out, one(forecast, "", interval, power, posted)...)
			}
			return out
		},
	}
}

// dayAfter is the earliest that a report of the day after can have come out.
func dayAfter(hour unit.Interval) time.Time { return unit.DayOf(hour.Start).Next().Start() }
