package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// SeenOutlook is the forecast of the settlement point's price as a decision saw
// it, which may not be the newest by now.
type SeenOutlook struct {
	Model      string    `json:"model"`
	Reason     string    `json:"reason"` // why not a better model; empty where it is the best
	Source     string    `json:"source"`
	DataSHA256 string    `json:"data_sha256"`      // of the prices that it was made from
	Newest     time.Time `json:"newest_price_utc"` // end of the newest price in it
	Made       time.Time `json:"made_utc"`
	AgeS       float64   `json:"age_s"` // since it was made, as of the snapshot
	Stale      bool      `json:"stale"` // a newer one was due
	Simulated  bool      `json:"simulated"`
	Paths      int       `json:"paths"` // ways in which prices may go, from which policies draw scenarios; 0: too little was seen

	LengthMin []int         `json:"length_min"` // of each of the slots ahead, minutes
	Ahead     ForecastAhead `json:"ahead"`
}

// outlookSeen is the outlook of a snapshot; nil where there was none.
func outlookSeen(snap *market.Snapshot) *SeenOutlook {
	o := snap.Outlook
	if o == nil {
		return nil
	}
	n := min(len(o.Point), len(o.Minutes))
	seen := &SeenOutlook{
		Model: o.Model, Reason: o.Reason, Source: o.Source, DataSHA256: o.Data, Newest: o.At.UTC(), Made: o.Known.UTC(),
		AgeS: snap.AsOf.Sub(o.Known).Seconds(), Stale: o.Stale, Simulated: o.Simulated, Paths: len(o.Paths), LengthMin: make([]int, 0, n),
		Ahead: ForecastAhead{StartS: make([]int64, 0, n), Value: make([]float64, 0, n), Low: make([]*float64, 0, n), High: make([]*float64, 0, n)},
	}
	band := func(slot int, level float64) *float64 {
		if v, ok := o.Quantile(slot, level); ok {
			return number(float64(v))
		}
		return nil
	}
	for i, slot := range o.Slots()[:n] {
		seen.LengthMin = append(seen.LengthMin, o.Minutes[i])
		seen.Ahead.StartS = append(seen.Ahead.StartS, slot.Start.Unix())
		seen.Ahead.Value = append(seen.Ahead.Value, o.Point[i])
		seen.Ahead.Low, seen.Ahead.High = append(seen.Ahead.Low, band(i, 0.1)), append(seen.Ahead.High, band(i, 0.9))
	}
	return seen
}
