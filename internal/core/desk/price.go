package desk

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Prices are ways in which an hour's real-time price may come out, $/MWh, all as
// likely as each other. One alone is a best guess without a band.
type Prices []float64

// Mean of the ways.
func (p Prices) Mean() float64 {
	if len(p) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range p {
		sum += v
	}
	return sum / float64(len(p))
}

// Above is the mean of what the price is above a value, and 0 below it: what an
// hour's right to switch off is worth.
func (p Prices) Above(value unit.USDPerMWh) float64 {
	if len(p) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range p {
		sum += max(0, v-float64(value))
	}
	return sum / float64(len(p))
}

// Below is the mean of what the price is below a value: what running earns.
func (p Prices) Below(value unit.USDPerMWh) float64 {
	return float64(value) - p.Mean() + p.Above(value)
}

// Under is the share of ways in which the price is below a value.
func (p Prices) Under(value unit.USDPerMWh) float64 {
	if len(p) == 0 {
		return 0
	}
	n := 0
	for _, v := range p {
		if v < float64(value) {
			n++
		}
	}
	return float64(n) / float64(len(p))
}

// Quantile at a probability, of the ways in order.
func (p Prices) Quantile(level float64) float64 {
	if len(p) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(p))
	return sorted[min(len(sorted)-1, max(0, int(level*float64(len(sorted)))))]
}

// Hourly are the prices of an hour, with where they come from: the paths of an
// outlook, its quantiles, its best guess, the day-ahead price of the hour, or one
// of these of the same hour a day before, where the hour is too far ahead. ok is
// false where nothing is known.
func Hourly(outlook *market.Outlook, dayAhead []market.Quote, hour time.Time) (p Prices, source string, ok bool) {
	for back := range 2 {
		at, whose := hour.AddDate(0, 0, -back), ""
		if back > 0 {
			whose = " of the same hour a day before"
		}
		if p := fromOutlook(outlook, at); len(p) > 0 {
			source = "forecast " + outlook.Model + whose
			if len(p) == 1 {
				source += ", without a band"
			}
			return p, source, true
		}
		for _, q := range dayAhead {
			if q.Interval().Contains(at) {
				return Prices{q.Value}, "day-ahead price" + whose + ", without a band", true
			}
		}
	}
	return nil, "", false
}

// fromOutlook averages an hour's slots path by path.
func fromOutlook(o *market.Outlook, hour time.Time) Prices {
	if o == nil {
		return nil
	}
	var slots []int
	for i, slot := range o.Slots() {
		if !slot.Start.Before(hour) && slot.Start.Before(hour.Add(time.Hour)) {
			slots = append(slots, i)
		}
	}
	if len(slots) == 0 {
		i, ok := o.SlotAt(hour)
		if !ok {
			return nil
		}
		slots = []int{i}
	}
	mean := func(of func(slot int) float64) float64 {
		sum := 0.0
		for _, i := range slots {
			sum += of(i)
		}
		return sum / float64(len(slots))
	}
	if len(o.Paths) > 0 {
		out := make(Prices, 0, len(o.Paths))
		for _, path := range o.Paths {
			out = append(out, mean(func(i int) float64 { return path[i] }))
		}
		return out
	}
	if len(o.Levels) > 0 && len(o.Quantiles) == len(o.Minutes) {
		const draws = 20
		out := make(Prices, 0, draws)
		for k := range draws {
			level := (float64(k) + 0.5) / draws
			out = append(out, mean(func(i int) float64 {
				q, _ := o.Quantile(i, level)
				return float64(q)
			}))
		}
		return out
	}
	return Prices{mean(func(i int) float64 { return o.Point[i] })}
}
