package settle

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// PeakStatus is how sure it is that an interval is its month's coincident peak.
type PeakStatus string

// The states of a peak: the highest interval that is known when the month ends,
// and the one that ERCOT publishes.
const (
	Candidate PeakStatus = "candidate"
	Published PeakStatus = "published"
)

// Peak is a site's part in a month's coincident peak. What it costs is a year's
// transmission charge times the month's weight, paid in the calendar year after
// where four peaks count. Positive money would be earned; a charge is negative.
type Peak struct {
	Site      string        `json:"site"`
	Month     time.Time     `json:"month"` // its first day in Central time, as midnight UTC
	Rule      string        `json:"rule"`
	Interval  unit.Interval `json:"interval"`  // of the system's peak
	SystemMW  unit.MW       `json:"system_mw"` // of the system then
	MW        unit.MW       `json:"power_mw"`  // of the site, mean over the interval
	Status    PeakStatus    `json:"status"`
	Amount    unit.MicroUSD `json:"amount_micro_usd"`
	Simulated bool          `json:"simulated"`
}

// PeakUSD is what being on with so many megawatts in the peak of the month of at
// costs, in dollars: 0 in a month that does not count.
func PeakUSD(t site.Transmission, at time.Time, mw unit.MW) float64 {
	return t.Value(at) * max(0, float64(mw))
}

// PeakOf is a month's peak of a site from its mean power in the system's highest
// interval; ok is false where the month does not count.
func PeakOf(s *site.Site, interval unit.Interval, system, mw unit.MW, status PeakStatus, simulated bool) (p Peak, ok bool) {
	if s.Transmission == nil || s.Transmission.Value(interval.Start) == 0 {
		return Peak{}, false
	}
	day := unit.DayOf(interval.Start)
	return Peak{
		Site: s.ID, Month: time.Date(day.Year, day.Month, 1, 0, 0, 0, 0, time.UTC), Rule: s.Transmission.RuleAt(interval.Start).Name,
		Interval: interval, SystemMW: system, MW: mw, Status: status,
		Amount: -unit.Dollars(PeakUSD(*s.Transmission, interval.Start, mw)), Simulated: simulated,
	}, true
}

// Reconciled is what a published peak changes of the candidate that stood in
// its place. Published.Amount = Candidate.Amount + Difference, to the
// micro-dollar.
type Reconciled struct {
	Candidate  Peak          `json:"candidate"`
	Published  Peak          `json:"published"`
	Difference unit.MicroUSD `json:"difference_micro_usd"`
	Why        string        `json:"why"`
}

// ReconcilePeak holds a month's published peak against its candidate. Peaks of
// different sites or months are an error.
func ReconcilePeak(candidate, published Peak) (Reconciled, error) {
	if candidate.Site != published.Site || !candidate.Month.Equal(published.Month) {
		return Reconciled{}, fmt.Errorf("reconcile the peak of %s %s with that of %s %s: not the same",
			candidate.Site, candidate.Month.Format("2006-01"), published.Site, published.Month.Format("2006-01"))
	}
	r := Reconciled{Candidate: candidate, Published: published, Difference: published.Amount - candidate.Amount}
	switch {
	case candidate.Interval != published.Interval:
		r.Why = fmt.Sprintf("another interval was the peak: %s, not %s; the site drew %.3f MW in it, not %.3f",
			published.Interval.Key(), candidate.Interval.Key(), float64(published.MW), float64(candidate.MW))
	case candidate.MW != published.MW:
		r.Why = fmt.Sprintf("the interval was right; the settlement meter shows %.3f MW, telemetry showed %.3f", float64(published.MW), float64(candidate.MW))
	default:
		r.Why = "as expected"
	}
	return r, nil
}

// Instalment is a month's part of a charge.
type Instalment struct {
	Due    time.Time     `json:"due"` // first day of the month
	Amount unit.MicroUSD `json:"amount_micro_usd"`
}

// Instalments are the twelve monthly payments of the calendar year after that of
// a peak; they add up to its amount, the last taking what does not divide.
func (p Peak) Instalments() []Instalment {
	all := make([]Instalment, 12)
	left := p.Amount
	for i := range all {
		part := p.Amount / 12
		if i == len(all)-1 {
			part = left
		}
		left -= part
		all[i] = Instalment{Due: time.Date(p.Month.Year()+1, time.January+time.Month(i), 1, 0, 0, 0, 0, time.UTC), Amount: part}
	}
	return all
}
