package layout

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	// ERCOT posts a settlement interval's prices about two minutes after it.
	postedAfterInterval = 2 * time.Minute

	// The day-ahead market's results are out by 13:30 Central the day before.
	dayAheadOut = 13*time.Hour + 30*time.Minute

	energyWeighted = "LZEW"
)

// RealTimeSPP is NP6-905: settlement point prices by 15 minutes, adders
// included, $/MWh.
func RealTimeSPP() Product {
	return Product{
		Path: "/np6-905-cd/spp_node_zone_hub",
		columns: []string{
			"deliveryDate", "deliveryHour", "deliveryInterval",
			"settlementPoint", "settlementPointType", "settlementPointPrice", "DSTFlag",
		},
		download: 1000,
		read: func(r *row) []market.Observation {
			interval := r.quarter("deliveryInterval", "DSTFlag")
			key := pointKey(r.name("settlementPoint"), r.text("settlementPointType"))
			return one(market.RTSPP, key, interval, r.number("settlementPointPrice"), interval.End().Add(postedAfterInterval))
		},
	}
}

// RealTimeLMP is NP6-788: locational marginal prices of each dispatch run,
// without adders, $/MWh.
func RealTimeLMP() Product {
	return Product{
		Path:     "/np6-788-cd/lmp_node_zone_hub",
		columns:  []string{"SCEDTimestamp", "repeatHourFlag", "settlementPoint", "LMP"},
		download: 1000,
		read: func(r *row) []market.Observation {
			interval, ran := r.run("SCEDTimestamp")
			return one(market.RTLMP, r.name("settlementPoint"), interval, r.number("LMP"), ran)
		},
	}
}

// DayAheadSPP is NP4-190: day-ahead settlement point prices by hour, $/MWh.
func DayAheadSPP() Product {
	return Product{
		Path:     "/np4-190-cd/dam_stlmnt_pnt_prices",
		columns:  []string{"deliveryDate", "hourEnding", "settlementPoint", "settlementPointPrice", "DSTFlag"},
		download: 500,
		read: func(r *row) []market.Observation {
			interval := r.hour("deliveryDate", "hourEnding", "DSTFlag")
			return one(market.DASPP, r.name("settlementPoint"), interval, r.number("settlementPointPrice"), dayAheadPosted(interval))
		},
	}
}

// SystemLambda is NP6-322: the cost of one more MWh to the system as a whole in
// each dispatch run, $/MWh.
func SystemLambda() Product {
	return Product{
		Path:     "/np6-322-cd/sced_system_lambda",
		columns:  []string{"SCEDTimestamp", "repeatHourFlag", "systemLambda|cappedSystemLambda|CappedSystemLambda"},
		download: 1000,
		read: func(r *row) []market.Observation {
			interval, ran := r.run("SCEDTimestamp")
			return one(market.SystemLambda, "", interval, r.number("systemLambda"), ran)
		},
	}
}

// pointKey keeps the energy-weighted price of a load zone, which comes under
// the zone's own name, apart from the price that load settles on.
func pointKey(name, kind string) string {
	if kind == energyWeighted {
		return name + "_EW"
	}
	return name
}

func dayAheadPosted(hour unit.Interval) time.Time {
	return unit.DayOf(hour.Start).Add(-1).Start().Add(dayAheadOut)
}

// one is a row's only observation. Published is what the report lets be said
// of when it came out; zero is unknown.
func one(kind market.Kind, key string, interval unit.Interval, value float64, published time.Time) []market.Observation {
	return []market.Observation{{
		Series: market.Series{Kind: kind, Key: key}, Interval: interval, Value: value, Published: published,
	}}
}
