package settle

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Sale is a stability certificate that was really sold, for money: what a buyer
// paid for energy that a site drew less than its baseline over some time. An offer
// is none, nor is a sale in test dollars.
type Sale struct {
	Site     string        `json:"site"`
	From     time.Time     `json:"from_utc"`
	To       time.Time     `json:"to_utc"`
	Baseline unit.MW       `json:"baseline_mw"` // mean power at the meter that the claim stands on
	MWh      unit.MWh      `json:"mwh"`         // certified
	Amount   unit.MicroUSD `json:"amount_micro_usd"`
}

// Proceeds is what the sale brings an interval in which the meter shows a mean
// power: energy below the baseline at the price that was paid, up to the
// interval's share of what was certified. Who would have drawn more in that time would
// have had less to sell; more than was sold nobody bought.
func (s Sale) Proceeds(i unit.Interval, meter unit.MW) unit.MicroUSD {
	from, to := i.Start, i.End()
	if from.Before(s.From) {
		from = s.From
	}
	if to.After(s.To) {
		to = s.To
	}
	if !from.Before(to) || !(s.MWh > 0) {
		return 0
	}
	hours := to.Sub(from).Hours()
	certified := float64(s.MWh) * hours / s.To.Sub(s.From).Hours()
	below := max(0, float64(s.Baseline-meter)) * hours
	return unit.Dollars(s.Amount.USD() / float64(s.MWh) * min(below, certified))
}
