package app

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/dayahead"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// ercot reads real-time prices with what is known of them a day ahead, or the
// system load alone. The forecast is made at midnight, when the day before has
// ended and the day-ahead market has long been published.
func (f *evaluateFlags) ercot(s *forecaster.Study) (*forecast.Panel, error) {
	if f.load != "" {
		return f.system()
	}
	if f.data == "" || f.zone == "" || f.dam == "" {
		return nil, usageError{errors.New("--data (real-time prices), --dam and --zone are required with --format ercot")}
	}
	spot, err := readSeries(f.data, market.Series{Kind: market.RTSPP, Key: f.zone}, func(r io.Reader, name string) (history.Series, error) {
		return history.RealTime(r, name, f.zone)
	})
	if err != nil {
		return nil, err
	}
	ahead, err := readSeries(f.dam, market.Series{Kind: market.DASPP, Key: f.zone}, func(r io.Reader, name string) (history.Series, error) {
		return history.DayAhead(r, name, f.zone)
	})
	if err != nil {
		return nil, err
	}
	known := []forecaster.Named{{Name: dayahead.Published, Quotes: ahead.Quotes}}
	if f.as != "" {
		reserve, err := readFile(f.as, history.Reserve)
		if err != nil {
			return nil, err
		}
		for _, product := range []string{"RRS", "ECRS", "NSPIN"} {
			named := forecaster.Named{Name: product}
			for _, q := range reserve {
				if q.Key == product {
					named.Quotes = append(named.Quotes, q.Quote)
				}
			}
			known = append(known, named)
		}
	}
	s.Simple = slices.Insert(s.Simple, 0, dayahead.Published)
	return panelOf(spot.Quotes, known)
}

func panelOf(target []market.Quote, known []forecaster.Named) (*forecast.Panel, error) {
	if len(target) == 0 {
		return nil, fmt.Errorf("%w: the file has no value", forecast.ErrInput)
	}
	last := unit.DayOf(target[len(target)-1].Start)
	return forecaster.PanelOf(target, known, last)
}

// worthJSON is what a forecast is worth to a machine.
type worthJSON struct {
	Model        string  `json:"model"`
	JPerTH       float64 `json:"j_per_th"`
	USDPerMWYear float64 `json:"value_usd_per_mw_year"`
	OfPerfect    float64 `json:"of_perfect_foresight"`
	OffHours     float64 `json:"off_hours"`
	AlwaysOn     float64 `json:"always_on_usd_per_mw_year"`
	Perfect      float64 `json:"perfect_usd_per_mw_year"`
}

// worth values the forecasts to an old and to a new machine, where there is a
// hashprice. A day's is that of the day before.
func (f *evaluateFlags) worth(r *forecaster.Result, s forecaster.Study) ([]worthJSON, error) {
	if f.hashprice == "" {
		return nil, nil
	}
	series, err := readFile(f.hashprice, history.Hashprice)
	if err != nil {
		return nil, err
	}
	var out []worthJSON
	for _, machine := range []float64{29.5, 17} {
		earns, err := earnings(series.Quotes, r.From, r.Days, machine)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.hashprice, err)
		}
		for _, m := range r.Models {
			v, err := forecaster.Worth(m.Name, s.Panel.Target[s.From:s.To+1], m.Forecasts, earns)
			if err != nil {
				return nil, err
			}
			out = append(out, worthJSON{m.Name, machine, v.USDPerMWYear, v.OfPerfect, v.OffHours, v.AlwaysUSDPerMWYear, v.PerfectUSDPerMWYear})
		}
	}
	return out, nil
}

// earnings of a machine by day, $/MWh: hashprice in $/PH/day over the energy
// that a petahash takes in a day.
func earnings(hashprice []market.Quote, from time.Time, days int, jPerTH float64) ([]float64, error) {
	by := make(map[unit.Day]float64)
	for _, q := range hashprice {
		by[unit.DayOf(q.Start)] = q.Value
	}
	out := make([]float64, days)
	for d := range out {
		date := from.AddDate(0, 0, d-1)
		price, ok := by[unit.Day{Year: date.Year(), Month: date.Month(), Dom: date.Day()}]
		if !ok {
			return nil, fmt.Errorf("no hashprice on %s", date.Format(time.DateOnly))
		}
		out[d] = price * 1000 / (24 * jPerTH)
	}
	return out, nil
}

func writeWorth(w io.Writer, worth []worthJSON) error {
	if len(worth) == 0 {
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\nmachine\tmodel\tworth over always on\tof perfect foresight\thours off\t")
	for _, v := range worth {
		fmt.Fprintf(t, "%.1f J/TH\t%s\t%.0f $/MW-year\t%.1f %%\t%.0f\t\n", v.JPerTH, v.Model, v.USDPerMWYear, 100*v.OfPerfect, v.OffHours)
	}
	return t.Flush()
}
