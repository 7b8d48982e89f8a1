package layout

import (
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// DayAheadMCPC is NP4-188: day-ahead clearing prices for capacity by hour and
// service, $/MW per h.
func DayAheadMCPC() Product {
	return Product{
		Path:     "/np4-188-cd/dam_clear_price_for_cap",
		columns:  []string{"deliveryDate", "hourEnding", "ancillaryType", "MCPC", "DSTFlag"},
		download: 1000,
		read: func(r *row) []market.Observation {
			interval := r.hour("deliveryDate", "hourEnding", "DSTFlag")
			return one(market.DAMCPC, r.service("ancillaryType"), interval, r.number("MCPC"), dayAheadPosted(interval))
		},
	}
}

// dayAheadMCPCWide is the yearly file of NP4-181: a column for each service.
// ECRS is there since June 2023.
func dayAheadMCPCWide() Product {
	return Product{
		Path:     "/np4-181-er/history",
		columns:  []string{"deliveryDate", "hourEnding", "REGUP", "REGDN", "RRS", "NSPIN"},
		optional: []string{"ECRS", "DSTFlag"},
		read: func(r *row) []market.Observation {
			interval := r.hour("deliveryDate", "hourEnding", "DSTFlag")
			return r.services(market.DAMCPC, interval, dayAheadPosted(interval))
		},
	}
}

// RealTimeMCPC is NP6-332: clearing prices for capacity of each dispatch run,
// $/MW per h, since the market redesign of 2025-12-05.
func RealTimeMCPC() Product {
	return Product{
		Path:     "/np6-332-cd/rt_clear_price_cap_sced",
		columns:  []string{"SCEDTimestamp", "repeatHourFlag", "ASType", "MCPC|cappedMCPC|CappedMCPC"},
		download: 365,
		read: func(r *row) []market.Observation {
			interval, ran := r.run("SCEDTimestamp")
			return one(market.RTMCPC, r.service("ASType"), interval, r.number("MCPC"), ran)
		},
	}
}

// RealTimeMCPC15 is NP6-331: clearing prices for capacity by 15 minutes, $/MW
// per h. Its interval column is named deliveryInt.
func RealTimeMCPC15() Product {
	return Product{
		Path:     "/np6-331-cd/rt_clear_price_cap",
		columns:  []string{"deliveryDate", "deliveryHour", "deliveryInt", "repeatHourFlag", "ASType", "MCPC"},
		download: 365,
		read: func(r *row) []market.Observation {
			interval := r.quarter("deliveryInt", "repeatHourFlag")
			return one(market.RTMCPC15, r.service("ASType"), interval, r.number("MCPC"), interval.End().Add(postedAfterInterval))
		},
	}
}

// IndicativeMCPC is NP6-329: what each look-ahead run expects capacity to clear
// at in the coming intervals, $/MW per h, a column for each service.
func IndicativeMCPC() Product {
	return Product{
		Path: "/np6-329-cd/rtd_ind_mcpc",
		columns: []string{
			"RTDTimestamp", "repeatHourFlag", "intervalEnding", "intervalRepeatHourFlag",
			"REGUP", "REGDN", "RRS", "ECRS", "NSPIN",
		},
		download: 50,
		read: func(r *row) []market.Observation {
			ran := r.moment("RTDTimestamp", "repeatHourFlag")
			end := r.moment("intervalEnding", "intervalRepeatHourFlag")
			return r.services(market.RTDMCPC, unit.Interval{Start: end.Add(-unit.Control), Length: unit.Control}, ran)
		},
	}
}

// service is the name of an ancillary service, as the market package spells it.
func (r *row) service(column string) string {
	s := strings.ToUpper(r.text(column))
	if !slices.Contains(market.Products(), s) {
		r.fail(column, s, "one of "+strings.Join(market.Products(), ", "))
	}
	return s
}

// services reads one column for each service, those that are there and not
// empty.
func (r *row) services(kind market.Kind, interval unit.Interval, published time.Time) []market.Observation {
	var out []market.Observation
	for _, service := range market.Products() {
		if price, ok := r.measured(service); ok {
			out = append(out, one(kind, service, interval, price, published)...)
		}
	}
	return out
}
