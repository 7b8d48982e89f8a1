package forecaster

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Named is a series with what it is called in a panel.
type Named struct {
	Name   string
	Quotes []market.Quote
}

// PanelOf lays quotes out by operating day and hour, from the first whole day of
// target to the given last day: an hour's value is the mean of the quotes that
// start in it. Days run by Central time, so that one has 23 hours and one 25.
// Where target ends before last, the days after it have NaN; known must reach
// last.
func PanelOf(target []market.Quote, known []Named, last unit.Day) (*forecast.Panel, error) {
	if len(target) == 0 {
		return nil, fmt.Errorf("%w: no values", forecast.ErrInput)
	}
	first := unit.DayOf(target[0].Start)
	if first.Start().Before(target[0].Start) {
		first = first.Next()
	}
	end := unit.DayOf(target[len(target)-1].Start)
	values := hourly(target)
	var names []string
	var others []map[int64]float64
	for _, k := range known {
		names = append(names, k.Name)
		others = append(others, hourly(k.Quotes))
	}
	var rows []forecast.Row
	for day := first; !last.Before(day); day = day.Next() {
		date := time.Date(day.Year, day.Month, day.Dom, 0, 0, 0, 0, time.UTC)
		for i := range day.Hours() {
			at := day.Start().Add(time.Duration(i) * time.Hour).Unix()
			row := forecast.Row{Date: date, Target: lookUp(values, at), Known: make([]float64, len(others))}
			for k := range others {
				row.Known[k] = lookUp(others[k], at)
			}
			rows = append(rows, row)
		}
	}
	p, err := forecast.NewPanel(rows, names)
	if err != nil {
		return nil, err
	}
	// Days that have not come are not to be filled as if they were missing.
	for d := max(0, daysBetween(first, end)+1); d < len(p.Target); d++ {
		for h := range p.Target[d] {
			p.Target[d][h] = math.NaN()
		}
	}
	return p, nil
}

func daysBetween(a, b unit.Day) int {
	civil := func(d unit.Day) time.Time { return time.Date(d.Year, d.Month, d.Dom, 0, 0, 0, 0, time.UTC) }
	return int(civil(b).Sub(civil(a)).Hours() / 24)
}

func hourly(quotes []market.Quote) map[int64]float64 {
	sums, counts := make(map[int64]float64), make(map[int64]float64)
	for _, q := range quotes {
		at := q.Start.Truncate(time.Hour).Unix()
		sums[at] += q.Value
		counts[at]++
	}
	for at := range sums {
		sums[at] /= counts[at]
	}
	return sums
}

func lookUp(values map[int64]float64, at int64) float64 {
	if v, ok := values[at]; ok {
		return v
	}
	return math.NaN()
}

// Value is what a forecast is worth to a machine that is off in the hours that
// are forecast to cost more than it earns.
type Value struct {
	Model                        string
	USDPerMWYear                 float64 // over running always
	OfPerfect                    float64 // as a fraction of what perfect foresight is worth
	PerfectUSDPerMWYear, Hours   float64
	OffHours, AlwaysUSDPerMWYear float64
}

// Worth values forecasts of days by what a machine earns, $/MWh by day.
func Worth(name string, truth, made []forecast.Day, earns []float64) (Value, error) {
	v := Value{Model: name}
	if len(truth) != len(made) || len(truth) != len(earns) || len(truth) == 0 {
		return v, fmt.Errorf("%w: %d days of truth, %d of forecasts, %d of earnings", forecast.ErrInput, len(truth), len(made), len(earns))
	}
	var saved, perfect, always float64
	for d := range truth {
		for h, price := range truth[d] {
			gain := earns[d] - price
			always += gain
			perfect += math.Max(-gain, 0)
			if made[d][h] > earns[d] {
				saved -= gain
				v.OffHours++
			}
			v.Hours++
		}
	}
	const year = 8760
	v.USDPerMWYear, v.PerfectUSDPerMWYear, v.AlwaysUSDPerMWYear = saved/v.Hours*year, perfect/v.Hours*year, always/v.Hours*year
	if perfect > 0 {
		v.OfPerfect = saved / perfect
	}
	return v, nil
}
