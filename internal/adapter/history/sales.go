package history

import (
	"io"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Sales reads stability certificates that were sold for money from a file with the
// columns site, start_utc, end_utc, baseline_mw, mwh and usd: each row is what one
// sale brought for energy that the site drew less than its baseline then.
func Sales(r io.Reader, name string) ([]settle.Sale, error) {
	t, err := open(r, name)
	if err != nil {
		return nil, err
	}
	var at [6]int
	for i, column := range [...]string{"site", "start_utc", "end_utc", "baseline_mw", "mwh", "usd"} {
		if at[i], err = t.column(column); err != nil {
			return nil, err
		}
	}
	out := []settle.Sale{}
	for {
		more, err := t.next()
		if err != nil || !more {
			return out, err
		}
		s := settle.Sale{Site: strings.TrimSpace(t.row[at[0]])}
		if s.From, err = t.instant(at[1]); err != nil {
			return nil, err
		}
		if s.To, err = t.instant(at[2]); err != nil {
			return nil, err
		}
		var amounts [3]float64
		for i, column := range at[3:] {
			value, ok, err := t.number(column)
			if err != nil {
				return nil, err
			}
			if !ok || value <= 0 || value > 1e9 {
				return nil, t.fault(column, "%g: want more than 0 and at most 1e9", value)
			}
			amounts[i] = value
		}
		s.Baseline, s.MWh, s.Amount = unit.MW(amounts[0]), unit.MWh(amounts[1]), unit.Dollars(amounts[2])
		if !s.From.Before(s.To) {
			return nil, t.fault(at[2], "the end does not come after the start")
		}
		if most := float64(s.Baseline) * s.To.Sub(s.From).Hours(); float64(s.MWh) > most*(1+1e-9) {
			return nil, t.fault(at[4], "%g MWh are more than the baseline has in that time, %g", float64(s.MWh), most)
		}
		out = append(out, s)
	}
}
