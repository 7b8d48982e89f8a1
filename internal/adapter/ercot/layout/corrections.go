package layout

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Price corrections come days or weeks after the prices. A correction is an
// observation of the same interval, published when the correction was: both
// are kept, and a back-test sees the old price until then.

// Corrections are the correction reports that are followed, of the prices that
// are settled on: NP4-196 for the day-ahead and NP4-197 for the real-time
// market.
func Corrections() []Product {
	return []Product{
		correctedDayAheadSPP(), correctedDayAheadMCPC(),
		correctedSPP(), correctedMCPC15(), correctedMCPC(),
	}
}

func correctedDayAheadSPP() Product {
	return Product{
		Path:     "/np4-196-m/dam_price_corrections_spp",
		columns:  []string{"deliveryDate", "deliveryHour", "settlementPoint", "SPPCorrected", "priceCorrectionTime", "DSTFlag"},
		download: 200,
		read: func(r *row) []market.Observation {
			interval := r.hour("deliveryDate", "deliveryHour", "DSTFlag")
			return one(market.DASPP, r.name("settlementPoint"), interval, r.number("SPPCorrected"), r.corrected())
		},
	}
}

func correctedDayAheadMCPC() Product {
	return Product{
		Path:     "/np4-196-m/dam_price_corrections_mcpc",
		columns:  []string{"deliveryDate", "deliveryHour", "ASType", "MCPCCorrected", "priceCorrectionTime", "DSTFlag"},
		download: 200,
		read: func(r *row) []market.Observation {
			interval := r.hour("deliveryDate", "deliveryHour", "DSTFlag")
			return one(market.DAMCPC, r.service("ASType"), interval, r.number("MCPCCorrected"), r.corrected())
		},
	}
}

func correctedSPP() Product {
	return Product{
		Path: "/np4-197-m/rtm_price_corrections_spp",
		columns: []string{
			"deliveryDate", "deliveryHour", "deliveryInterval",
			"settlementPointName", "settlementPointType", "SPPCorrected", "priceCorrectionTime", "DSTFlag",
		},
		download: 200,
		read: func(r *row) []market.Observation {
			key := pointKey(r.name("settlementPointName"), r.text("settlementPointType"))
			return one(market.RTSPP, key, r.quarter("deliveryInterval", "DSTFlag"), r.number("SPPCorrected"), r.corrected())
		},
	}
}

func correctedMCPC15() Product {
	return Product{
		Path: "/np4-197-m/rtm_price_corrections_mcpc_spp",
		columns: []string{
			"deliveryDate", "deliveryHour", "deliveryInterval",
			"ASType", "MCPCCorrected", "priceCorrectionTime", "repeatHourFlag",
		},
		download: 200,
		read: func(r *row) []market.Observation {
			interval := r.quarter("deliveryInterval", "repeatHourFlag")
			return one(market.RTMCPC15, r.service("ASType"), interval, r.number("MCPCCorrected"), r.corrected())
		},
	}
}

func correctedMCPC() Product {
	return Product{
		Path:     "/np4-197-m/rtm_price_corrections_mcpc_sced",
		columns:  []string{"SCEDTimestamp", "ASType", "MCPCCorrected", "priceCorrectionTime", "repeatHourFlag"},
		download: 200,
		read: func(r *row) []market.Observation {
			interval, _ := r.run("SCEDTimestamp")
			return one(market.RTMCPC, r.service("ASType"), interval, r.number("MCPCCorrected"), r.corrected())
		},
	}
}

// corrected is when the correction was published. One of the reports declares
// the column as a time of day: where it holds no date, the moment that the
// correction was first seen stands in (zero here).
func (r *row) corrected() time.Time {
	s := r.text("priceCorrectionTime")
	if s == "" {
		return time.Time{}
	}
	if t, err := time.Parse(time.TimeOnly, s); err == nil && t.Year() == 0 {
		return time.Time{}
	}
	return r.posted("priceCorrectionTime")
}
