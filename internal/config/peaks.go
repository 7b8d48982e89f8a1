package config

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/peak"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Peaks is what coincident peaks cost, and which count.
type Peaks struct {
	USDPerMWYear float64    `yaml:"usd_per_mw_year"` // transmission charge for a megawatt on every peak; 0: none is passed through
	TwelveFrom   string     `yaml:"twelve_from"`     // day from which twelve peaks a year count; empty: four do
	ResponseMW   float64    `yaml:"response_mw"`     // that others take off near a peak beyond what the load's forecast has
	Rules        []PeakRule `yaml:"rules"`
}

// PeakRule says which intervals count from a day on, and for how much.
type PeakRule struct {
	Name         string  `yaml:"name"`
	From         string  `yaml:"from"` // day, such as 2027-01-01; empty: always
	Months       []int   `yaml:"months"`
	IntervalMin  int     `yaml:"interval_min"`
	Weight       float64 `yaml:"weight"`          // of each month's peak in the year's charge
	USDPerMWYear float64 `yaml:"usd_per_mw_year"` // 0: that of [Peaks]
}

// Build is the rules, of which the one that took effect last is in force.
func (p Peaks) Build() ([]peak.Rules, error) {
	rules := make([]peak.Rules, 0, len(p.Rules)+1)
	for i, r := range p.Rules {
		built := peak.Rules{
			Name: r.Name, Interval: time.Duration(r.IntervalMin) * time.Minute, Weight: r.Weight, USDPerMW: r.USDPerMWYear,
		}
		if r.USDPerMWYear == 0 {
			built.USDPerMW = p.USDPerMWYear
		}
		for _, m := range r.Months {
			built.Months = append(built.Months, time.Month(m))
		}
		var err error
		if built.Effective, err = midnight(r.From); err != nil {
			return nil, fmt.Errorf("peaks.rules[%d].from: %w", i, err)
		}
		if err := built.Check(); err != nil {
			return nil, fmt.Errorf("peaks.rules[%d]: %w", i, err)
		}
		rules = append(rules, built)
	}
	if p.TwelveFrom == "" {
		return rules, nil
	}
	from, err := midnight(p.TwelveFrom)
	return append(rules, peak.TwelveCP(p.USDPerMWYear, from)), err
}

// midnight is the start of an operating day; the zero time for none.
func midnight(day string) (time.Time, error) {
	if day == "" {
		return time.Time{}, nil
	}
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q: want a day such as 2027-01-01, or nothing", day)
	}
	return unit.Day{Year: date.Year(), Month: date.Month(), Dom: date.Day()}.Start(), nil
}

func (k *checker) peaks() {
	p := k.config.Peaks
	k.within("peaks.usd_per_mw_year", p.USDPerMWYear, 0, 1_000_000)
	k.within("peaks.response_mw", p.ResponseMW, 0, 50_000)
	if _, err := midnight(p.TwelveFrom); err != nil {
		k.fail("peaks.twelve_from", "%v", err)
		return
	}
	if _, err := p.Build(); err != nil {
		k.fail("peaks.rules", "%v", err)
	}
}
