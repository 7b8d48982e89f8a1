package unit

import (
	"fmt"
	"time"
)

// Central time, ERCOT's clock, follows the rule in force since 2007 (Energy
// Policy Act of 2005, sec. 110): daylight time (UTC-5) from 02:00 on the second
// Sunday of March to 02:00 on the first Sunday of November, else standard time
// (UTC-6). The rule is computed, not looked up, so that it needs no zone data
// and costs nanoseconds; tests hold it against the zone database.

const (
	cdt = -5 * time.Hour
	cst = -6 * time.Hour
)

// Day is a Central-time operating day.
type Day struct {
	Year  int
	Month time.Month
	Dom   int // day of the month, from 1
}

// Central is t as Central prevailing time, with the zone's abbreviation.
func Central(t time.Time) time.Time {
	if inDaylightTime(t) {
		return t.In(time.FixedZone("CDT", int(cdt/time.Second)))
	}
	return t.In(time.FixedZone("CST", int(cst/time.Second)))
}

// DayOf is the operating day that contains t.
func DayOf(t time.Time) Day {
	wall := wallClock(t)
	return Day{wall.Year(), wall.Month(), wall.Day()}
}

// ParseDay reads 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("operating day %q: want YYYY-MM-DD", s)
	}
	return Day{t.Year(), t.Month(), t.Day()}, nil
}

// String is the day as 2006-01-02.
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Dom) }

// Next is the following day.
func (d Day) Next() Day { return d.Add(1) }

// Add is the day n days later.
func (d Day) Add(n int) Day {
	t := time.Date(d.Year, d.Month, d.Dom+n, 0, 0, 0, 0, time.UTC)
	return Day{t.Year(), t.Month(), t.Day()}
}

// Before reports whether d comes before e.
func (d Day) Before(e Day) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Dom < e.Dom
}

// Start is the day's first instant, local midnight, in UTC.
func (d Day) Start() time.Time {
	local := time.Date(d.Year, d.Month, d.Dom, 0, 0, 0, 0, time.UTC)
	if d.startsInDaylightTime() {
		return local.Add(-cdt)
	}
	return local.Add(-cst)
}

// Hours is how many hours the day has: 23 when clocks go forward, 25 when they
// go back, else 24.
func (d Day) Hours() int { return int(d.Next().Start().Sub(d.Start()) / time.Hour) }

// Spring reports whether clocks go forward on d, so that hour ending 3 is
// missing.
func (d Day) Spring() bool { return d.Month == time.March && d.Dom == nthSunday(d.Year, time.March, 2) }

// Fall reports whether clocks go back on d, so that hour ending 2 comes twice.
func (d Day) Fall() bool {
	return d.Month == time.November && d.Dom == nthSunday(d.Year, time.November, 1)
}

// HourEnding is the start, in UTC, of the hour that ends at he, 1 to 24. On the
// fall day repeated picks the second pass of hour ending 2, and he 25 is the
// spelling that numbers the 25 hours in order (25 is then the last one, and he
// keeps its ordinary meaning below 25 unless the file is numbered throughout;
// see [Day.HourOrdinal]). An hour that the day does not have is an error.
func (d Day) HourEnding(he int, repeated bool) (time.Time, error) {
	if he < 1 || he > 25 || (he == 25 && !d.Fall()) {
		return time.Time{}, fmt.Errorf("hour ending %d on %s: want 1 to 24", he, d)
	}
	if repeated && (!d.Fall() || he != 2) {
		return time.Time{}, fmt.Errorf("hour ending %d on %s: no such hour is repeated", he, d)
	}
	if d.Spring() && he == 3 {
		return time.Time{}, fmt.Errorf("hour ending 3 on %s: clocks go forward, the hour does not exist", d)
	}
	elapsed := he - 1
	switch {
	case d.Spring() && he > 3:
		elapsed--
	case d.Fall() && he < 25 && (he > 2 || repeated):
		elapsed++
	}
	return d.Start().Add(time.Duration(elapsed) * time.Hour), nil
}

// HourOrdinal is the start, in UTC, of the n-th hour of the day, 1 to
// [Day.Hours]. Files that write hour ending 25 on the fall day number all
// hours this way.
func (d Day) HourOrdinal(n int) (time.Time, error) {
	if n < 1 || n > d.Hours() {
		return time.Time{}, fmt.Errorf("hour %d of %s: the day has %d", n, d, d.Hours())
	}
	return d.Start().Add(time.Duration(n-1) * time.Hour), nil
}

// HourEndingOf is the inverse of [Day.HourEnding]: the operating day, hour
// ending 1 to 24 and repeated-hour flag of the hour that contains t.
func HourEndingOf(t time.Time) (day Day, he int, repeated bool) {
	wall := wallClock(t)
	day = Day{wall.Year(), wall.Month(), wall.Day()}
	he = wall.Hour() + 1
	repeated = day.Fall() && he == 2 && !inDaylightTime(t)
	return day, he, repeated
}

// ParseCentral reads a Central timestamp without a zone in the given layout.
// repeated marks the second pass of the repeated hour. A local time that the
// spring clock change skips is an error.
func ParseCentral(layout, s string, repeated bool) (time.Time, error) {
	wall, err := time.Parse(layout, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("central time %q: want the form %s", s, layout)
	}
	day := Day{wall.Year(), wall.Month(), wall.Day()}
	hour, err := day.HourEnding(wall.Hour()+1, repeated)
	if err != nil {
		return time.Time{}, fmt.Errorf("central time %q: %w", s, err)
	}
	within := wall.Sub(wall.Truncate(time.Hour))
	return hour.Add(within), nil
}

func (d Day) startsInDaylightTime() bool {
	switch {
	case d.Month > time.March && d.Month < time.November:
		return true
	case d.Month == time.March:
		return d.Dom > nthSunday(d.Year, time.March, 2)
	case d.Month == time.November:
		return d.Dom <= nthSunday(d.Year, time.November, 1)
	}
	return false
}

func inDaylightTime(t time.Time) bool {
	year := t.Add(cst).UTC().Year()
	from := time.Date(year, time.March, nthSunday(year, time.March, 2), 2, 0, 0, 0, time.UTC).Add(-cst)
	to := time.Date(year, time.November, nthSunday(year, time.November, 1), 2, 0, 0, 0, time.UTC).Add(-cdt)
	return !t.Before(from) && t.Before(to)
}

// wallClock is what a Central clock shows at t, labelled UTC.
func wallClock(t time.Time) time.Time {
	if inDaylightTime(t) {
		return t.UTC().Add(cdt)
	}
	return t.UTC().Add(cst)
}

// nthSunday is the day of the month of the n-th Sunday.
func nthSunday(year int, month time.Month, n int) int {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Weekday()
	return 1 + (7-int(first))%7 + 7*(n-1)
}
