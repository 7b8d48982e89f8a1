package simulate

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// quarters calls f for each settlement interval that ends within the view and
// whose price is out.
func (v view) quarters(f func(day unit.Day, hour, quarter int, repeated bool, s world.Settled)) {
	for i := unit.IntervalAt(v.from, unit.Settlement); !i.Start.After(v.to); i = i.Next() {
		if i.End().Add(quarterDelay).After(v.now) {
			return
		}
		day, he, repeated := unit.HourEndingOf(i.Start)
		f(day, he, i.Start.Minute()/15+1, repeated, v.world.Settle(i.Start))
	}
}

// runs calls f for each dispatch run that is out.
func (v view) runs(f func(stamp string, repeated bool, run world.Run)) {
	for i := unit.IntervalAt(v.from, unit.Control); !i.Start.After(v.to); i = i.Next() {
		if i.Start.Add(runDelay).After(v.now) {
			return
		}
		run := v.world.Run(i.Start)
		stamp, repeated := local(run.Stamp)
		f(stamp, repeated, run)
	}
}

// dayAheads calls f for each hour of each day-ahead market that is out.
func (v view) dayAheads(f func(day unit.Day, hour string, repeated bool, at int, market world.DayAhead)) {
	last := unit.DayOf(v.now).Add(1)
	for d := unit.DayOf(v.from); !last.Before(d) && !dayAheadPosted(d).After(v.now); d = d.Next() {
		market := v.world.DayAhead(d)
		for h := range d.Hours() {
			_, he, repeated := unit.HourEndingOf(d.Start().Add(time.Duration(h) * time.Hour))
			f(d, hourText(he), repeated, h, market)
		}
	}
}

func quarterPrices(v view, emit func(...any)) {
	points := world.Points()
	v.quarters(func(day unit.Day, hour, quarter int, repeated bool, s world.Settled) {
		date := day.String()
		for i, p := range points {
			emit(date, hour, quarter, p.Name, p.Type, s.SPP[i], repeated)
		}
	})
}

func runPrices(v view, emit func(...any)) {
	points := world.Points()
	v.runs(func(stamp string, repeated bool, run world.Run) {
		for i, p := range points {
			emit(stamp, repeated, padded(p.Name, 16), run.LMP[i])
		}
	})
}

func systemLambdas(v view, emit func(...any)) {
	v.runs(func(stamp string, repeated bool, run world.Run) { emit(stamp, repeated, run.Lambda) })
}

func dayAheadPrices(v view, emit func(...any)) {
	points := world.Points()
	v.dayAheads(func(day unit.Day, hour string, repeated bool, at int, market world.DayAhead) {
		date := day.String()
		for i, p := range points {
			emit(date, hour, p.Name, market.SPP[i][at], repeated)
		}
	})
}

func dayAheadCapacity(v view, emit func(...any)) {
	v.dayAheads(func(day unit.Day, hour string, repeated bool, at int, market world.DayAhead) {
		for i, p := range world.Products() {
			emit(day.String(), hour, padded(p, 8), market.MCPC[i][at], repeated)
		}
	})
}

func runCapacity(v view, emit func(...any)) {
	v.runs(func(stamp string, repeated bool, run world.Run) {
		for i, p := range world.Products() {
			emit(stamp, repeated, p, run.MCPC[i])
		}
	})
}

func quarterCapacity(v view, emit func(...any)) {
	v.quarters(func(day unit.Day, hour, quarter int, repeated bool, s world.Settled) {
		for i, p := range world.Products() {
			emit(day.String(), hour, quarter, repeated, p, s.MCPC[i])
		}
	})
}

// indicativeCapacity is the look-ahead of each run: eleven intervals, one row
// each with a column by product.
func indicativeCapacity(v view, emit func(...any)) {
	v.runs(func(stamp string, repeated bool, run world.Run) {
		for n := range 11 {
			ahead := time.Duration(n+1) * unit.Control
			ending, endingRepeated := local(run.Mark.Add(ahead + unit.Control))
			m := v.world.Indicative(run.Mark, ahead)
			emit(stamp, repeated, n+1, ending, endingRepeated, m[0], m[1], m[2], m[3], m[4])
		}
	})
}

// corrections are the few restated prices, found under the day they are of.
func corrections(v view, emit func(...any)) {
	for d := unit.DayOf(v.from); !v.to.Before(d.Start()); d = d.Next() {
		c, made := v.world.Correction(d.Start())
		if !made || c.Posted.After(v.now) {
			continue
		}
		day, he, repeated := unit.HourEndingOf(c.Interval)
		i, _ := v.world.Point(c.Point)
		posted, _ := local(c.Posted)
		emit(day.String(), he, c.Interval.Minute()/15+1, c.Point, world.Points()[i].Type, c.Original, c.Corrected, posted, repeated)
	}
}
