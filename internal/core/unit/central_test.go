package unit_test

import (
	"testing"
	"time"
	_ "time/tzdata" // the zone database that the computed rule is held against

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func chicago(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func sameClock(t interface{ Errorf(string, ...any) }, zone *time.Location, at time.Time) {
	want, got := at.In(zone), unit.Central(at)
	const layout = "2006-01-02T15:04:05.999999999 MST -0700"
	if want.Format(layout) != got.Format(layout) || !got.Equal(at) {
		t.Errorf("%s is %s in the zone database, computed %s", at.UTC(), want.Format(layout), got.Format(layout))
	}
	if day := unit.DayOf(at); day != (unit.Day{Year: want.Year(), Month: want.Month(), Dom: want.Day()}) {
		t.Errorf("%s falls on operating day %s, want %s", at.UTC(), day, want.Format(time.DateOnly))
	}
}

func TestCentralTimeAgreesWithTheZoneDatabaseAroundEveryChange(t *testing.T) {
	zone := chicago(t)
	for year := 2007; year <= 2040; year++ {
		for _, month := range []time.Month{time.January, time.March, time.November} {
			// Changes fall on 8-14 March and 1-7 November; New Year tests the year's edge.
			first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Add(-36 * time.Hour)
			for at := first; at.Before(first.Add(17 * 24 * time.Hour)); at = at.Add(time.Hour) {
				sameClock(t, zone, at)
				sameClock(t, zone, at.Add(-time.Nanosecond))
			}
		}
	}
}

func TestCentralTimeAgreesWithTheZoneDatabaseAtAnyMoment(t *testing.T) {
	zone := chicago(t)
	from, to := time.Date(2007, 1, 2, 0, 0, 0, 0, time.UTC).Unix(), time.Date(2041, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	rapid.Check(t, func(t *rapid.T) {
		sameClock(t, zone, time.Unix(rapid.Int64Range(from, to).Draw(t, "seconds"), 0))
	})
}

func drawDay(t *rapid.T) unit.Day {
	return unit.Day{Year: 2007, Month: time.January, Dom: 2}.Add(rapid.IntRange(0, 12_000).Draw(t, "days"))
}

func TestADayHasAsManyQuarterHoursAsItsClockChangeLeaves(t *testing.T) {
	for _, c := range []struct {
		day   string
		hours int
	}{
		{"2024-03-09", 24},
		{"2024-03-10", 23},
		{"2024-03-11", 24},
		{"2024-11-02", 24},
		{"2024-11-03", 25},
		{"2024-11-04", 24},
		{"2024-12-31", 24},
		{"2024-02-29", 24},
	} {
		day, err := unit.ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.Hours(); got != c.hours {
			t.Errorf("%s has %d hours, want %d", c.day, got, c.hours)
		}
		quarters := 0
		for i := (unit.Interval{Start: day.Start(), Length: unit.Settlement}); unit.DayOf(i.Start) == day; i = i.Next() {
			quarters++
		}
		if quarters != 4*c.hours {
			t.Errorf("%s has %d settlement intervals, want %d", c.day, quarters, 4*c.hours)
		}
	}
}

func TestDaysFollowEachOtherWithoutAGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := drawDay(t)
		next := day.Next()
		if end := day.Start().Add(time.Duration(day.Hours()) * time.Hour); !end.Equal(next.Start()) {
			t.Fatalf("%s ends at %s, %s starts at %s", day, end, next, next.Start())
		}
		if !day.Before(next) || next.Before(day) || day.Before(day) {
			t.Fatalf("%s and %s are not in order", day, next)
		}
		if next.Add(-1) != day || unit.DayOf(next.Start().Add(-time.Nanosecond)) != day {
			t.Fatalf("the day before %s is not %s", next, day)
		}
	})
}

func TestHourEndingsCountEveryHourOfADayOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := drawDay(t)
		if rapid.Bool().Draw(t, "at a change") {
			for !day.Spring() && !day.Fall() {
				day = day.Next()
			}
		}
		for n := 1; n <= day.Hours(); n++ {
			start, err := day.HourOrdinal(n)
			if err != nil {
				t.Fatal(err)
			}
			on, he, repeated := unit.HourEndingOf(start.Add(59 * time.Minute))
			if on != day {
				t.Fatalf("hour %d of %s falls on %s", n, day, on)
			}
			again, err := day.HourEnding(he, repeated)
			if err != nil || !again.Equal(start) {
				t.Fatalf("hour %d of %s starts at %s; hour ending %d (repeated %v) at %s, %v", n, day, start, he, repeated, again, err)
			}
		}
	})
}

func TestHourEndingsOnTheDaysOfChange(t *testing.T) {
	spring, fall := unit.Day{Year: 2024, Month: time.March, Dom: 10}, unit.Day{Year: 2024, Month: time.November, Dom: 3}
	utc := func(day, hour int, month time.Month) time.Time {
		return time.Date(2024, month, day, hour, 0, 0, 0, time.UTC)
	}
	for _, c := range []struct {
		name     string
		day      unit.Day
		he       int
		repeated bool
		want     time.Time // the zero time: no such hour
	}{
		{"the last standard hour", spring, 2, false, utc(10, 7, time.March)},
		{"the missing hour", spring, 3, false, time.Time{}},
		{"the first daylight hour", spring, 4, false, utc(10, 8, time.March)},
		{"the last hour of 23", spring, 24, false, utc(11, 4, time.March)},
		{"nothing repeats in spring", spring, 2, true, time.Time{}},
		{"the first pass", fall, 2, false, utc(3, 6, time.November)},
		{"the second pass", fall, 2, true, utc(3, 7, time.November)},
		{"after both", fall, 3, false, utc(3, 8, time.November)},
		{"only hour ending 2 repeats", fall, 3, true, time.Time{}},
		{"the last hour of 25", fall, 24, false, utc(4, 5, time.November)},
		{"numbered throughout, the last hour is 25", fall, 25, false, utc(4, 5, time.November)},
		{"other days have no 25", fall.Next(), 25, false, time.Time{}},
		{"hours count from 1", fall, 0, false, time.Time{}},
		{"and end at 25", fall, 26, false, time.Time{}},
	} {
		got, err := c.day.HourEnding(c.he, c.repeated)
		if (err != nil) != c.want.IsZero() || !got.Equal(c.want) {
			t.Errorf("%s: got %s, %v, want %s", c.name, got, err, c.want)
		}
	}
	if _, err := spring.HourOrdinal(24); err == nil {
		t.Error("a day of 23 hours has a 24th")
	}
	if got, err := fall.HourOrdinal(25); err != nil || !got.Equal(utc(4, 5, time.November)) {
		t.Errorf("hour 25 of the fall day starts at %s, %v", got, err)
	}
}

func TestCentralTimestampsAreReadBack(t *testing.T) {
	const layout = "2006-01-02T15:04:05"
	rapid.Check(t, func(t *rapid.T) {
		day := drawDay(t)
		at := day.Start().Add(time.Duration(rapid.IntRange(0, day.Hours()*3600-1).Draw(t, "second")) * time.Second)
		_, _, repeated := unit.HourEndingOf(at)
		got, err := unit.ParseCentral(layout, unit.Central(at).Format(layout), repeated)
		if err != nil || !got.Equal(at) {
			t.Fatalf("%s (repeated %v) is read as %s, %v", at, repeated, got, err)
		}
	})
	for s, repeated := range map[string]bool{"2024-03-10T02:30:00": false, "2024-11-03T03:30:00": true, "yesterday": false} {
		if got, err := unit.ParseCentral(layout, s, repeated); err == nil {
			t.Errorf("%s (repeated %v) is read as %s", s, repeated, got)
		}
	}
}

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "", "2024-1-1", "0000-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if day, err := unit.ParseDay(s); err == nil && day.String() != s {
			t.Errorf("%q is read as %s", s, day)
		}
	})
}
