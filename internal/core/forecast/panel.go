package forecast

import (
	"errors"
	"fmt"
	"math"
	"time"
)

// Hours of a day in a panel. The day of 23 hours has its missing hour filled and
// the day of 25 its doubled one averaged, see [NewPanel].
const Hours = 24

// ErrInput says that a panel or a request does not hold together.
var ErrInput = errors.New("forecast input is wrong")

// Day is a day's values by hour.
type Day [Hours]float64

// Panel is a price (or load) by day and hour with the series known a day ahead.
// A forecaster asked for day d reads Target before d and Known up to d, nothing
// later.
type Panel struct {
	First  time.Time // the first day, midnight UTC of its civil date
	Target []Day     // $/MWh or MW; NaN where missing
	Known  [][]Day   // by series, then day: what is published the day before
	Names  []string  // of the series in Known
	Filled int       // values that were not in the source and had to be filled
}

// Row is one hour of a source, in time order.
type Row struct {
	Date   time.Time // civil date, midnight UTC
	Target float64
	Known  []float64
}

// NewPanel lays rows out by day. Hour labels are not used, since markets number
// hours differently: a date with 24 rows is a day, one with 23 lacks its third
// hour (spring), one with 25 has its second twice (autumn). Any other number of
// rows is a hole, which is filled as in [Panel.fill]; at either end it is a day
// that has only begun or only ended, and is left out.
func NewPanel(rows []Row, names []string) (*Panel, error) {
	for i := range rows {
		if len(rows[i].Known) != len(names) {
			return nil, fmt.Errorf("%w: a row of %s has %d series, %d expected", ErrInput, rows[i].Date.Format(time.DateOnly), len(rows[i].Known), len(names))
		}
	}
	rows = wholeEnds(rows)
	if len(rows) == 0 {
		return nil, fmt.Errorf("%w: no rows", ErrInput)
	}
	first, last := rows[0].Date, rows[len(rows)-1].Date
	days := int(last.Sub(first)/(24*time.Hour)) + 1
	if days < 1 || days > 100*366 {
		return nil, fmt.Errorf("%w: rows run from %s to %s: put them in time order", ErrInput, first.Format(time.DateOnly), last.Format(time.DateOnly))
	}
	p := &Panel{First: first, Names: names, Target: gap(days)}
	for range names {
		p.Known = append(p.Known, gap(days))
	}
	for i := 0; i < len(rows); {
		end := i
		for end < len(rows) && rows[end].Date.Equal(rows[i].Date) {
			end++
		}
		day := int(rows[i].Date.Sub(first) / (24 * time.Hour))
		if day < 0 || day >= days || (i > 0 && !rows[i].Date.After(rows[i-1].Date)) {
			return nil, fmt.Errorf("%w: %s follows %s: put the rows in time order", ErrInput, rows[i].Date.Format(time.DateOnly), rows[max(0, i-1)].Date.Format(time.DateOnly))
		}
		if err := p.lay(day, rows[i:end]); err != nil {
			return nil, err
		}
		i = end
	}
	p.fill()
	return p, nil
}

// wholeEnds is rows without a first and a last date that are not whole days.
func wholeEnds(rows []Row) []Row {
	first, last := 0, 0
	for first < len(rows) && rows[first].Date.Equal(rows[0].Date) {
		first++
	}
	for last < len(rows) && rows[len(rows)-1-last].Date.Equal(rows[len(rows)-1].Date) {
		last++
	}
	const least, day = Hours - 1, 24 * time.Hour
	if last < least && last < len(rows) && rows[len(rows)-1].Date.Sub(rows[len(rows)-1-last].Date) == day {
		rows = rows[:len(rows)-last]
	}
	if first < least && first < len(rows) && rows[first].Date.Sub(rows[0].Date) == day {
		rows = rows[first:]
	}
	return rows
}

func gap(days int) []Day {
	out := make([]Day, days)
	for d := range out {
		for h := range out[d] {
			out[d][h] = math.NaN()
		}
	}
	return out
}

// lay puts the rows of one date into the panel.
func (p *Panel) lay(day int, rows []Row) error {
	if len(rows) > Hours+1 {
		return fmt.Errorf("%w: %s has %d rows, 25 at most: are there duplicates?", ErrInput, rows[0].Date.Format(time.DateOnly), len(rows))
	}
	at := func(i int) (hour int, weight float64) {
		switch {
		case len(rows) == Hours-1 && i >= 2:
			return i + 1, 1
		case len(rows) == Hours+1 && (i == 1 || i == 2):
			return 1, 0.5
		case len(rows) == Hours+1 && i > 2:
			return i - 1, 1
		}
		return i, 1
	}
	put := func(to *Day, hour int, value, weight float64) {
		if weight < 1 && !math.IsNaN(to[hour]) {
			to[hour] += weight * value
			return
		}
		to[hour] = weight * value
	}
	for i := range rows {
		hour, weight := at(i)
		put(&p.Target[day], hour, rows[i].Target, weight)
		for k, v := range rows[i].Known {
			put(&p.Known[k][day], hour, v, weight)
		}
	}
	return nil
}

// fill gives a single missing hour the value of the hour before it, and a longer
// hole that of the same hour a week or a day earlier; what comes later is never
// used, so that filling looks ahead nowhere. Only what is missing before a series
// begins has that of its beginning.
func (p *Panel) fill() {
	for _, series := range append([][]Day{p.Target}, p.Known...) {
		p.begin(series)
		for d := range series {
			before := true // the hour before was in the source
			for h := range series[d] {
				if !math.IsNaN(series[d][h]) {
					before = true
					continue
				}
				p.Filled++
				switch {
				case h > 0 && before:
					series[d][h] = series[d][h-1]
				case d >= 7 && !math.IsNaN(series[d-7][h]):
					series[d][h] = series[d-7][h]
				case d >= 1:
					series[d][h] = series[d-1][h]
				}
				before = false
			}
		}
	}
}

// begin gives the hours before the first value of a series that value.
func (p *Panel) begin(series []Day) {
	for d := range series {
		for h, v := range series[d] {
			if math.IsNaN(v) {
				continue
			}
			for i := range d*Hours + h {
				series[i/Hours][i%Hours] = v
				p.Filled++
			}
			return
		}
	}
}

// Days is how many days the panel has.
func (p *Panel) Days() int { return len(p.Target) }

// Date of a day, midnight UTC.
func (p *Panel) Date(day int) time.Time { return p.First.AddDate(0, 0, day) }

// DayOf is the index of a date; it may lie outside of the panel.
func (p *Panel) DayOf(date time.Time) int {
	return int(math.Floor(date.Sub(p.First).Hours() / 24))
}

// Check says whether day can be forecast from at least history days before it.
func (p *Panel) Check(day, history int) error {
	if day < history || day > p.Days() {
		return fmt.Errorf("%w: day %d of a panel of %d days needs %d days before it", ErrInput, day, p.Days(), history)
	}
	for k := range p.Known {
		if day >= len(p.Known[k]) {
			return fmt.Errorf("%w: series %s does not reach %s", ErrInput, p.Names[k], p.Date(day).Format(time.DateOnly))
		}
	}
	return nil
}
