package simulate

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// weekHours is how far hourly forecasts reach.
const weekHours = 168

// zoneShares split the system's load over the weather zones as in 2024: coast,
// east, far west, north, north central, south central, southern, west.
func zoneShares() [8]float64 {
	return [8]float64{0.267, 0.033, 0.125, 0.028, 0.280, 0.161, 0.080, 0.026}
}

func zones(total unit.MW) (out [8]float64, sum float64) {
	for i, share := range zoneShares() {
		out[i] = round2(share * float64(total))
		sum += out[i]
	}
	return out, round2(sum)
}

// posts calls f for each hourly posting at the given minutes past the hour.
func (v view) posts(minutes time.Duration, f func(posted time.Time, stamp string)) {
	for at := v.from.Truncate(time.Hour).Add(minutes); !at.After(v.to) && !at.After(v.now); at = at.Add(time.Hour) {
		stamp, _ := local(at)
		f(at, stamp)
	}
}

// loadForecasts has three models for each hour; the second is in use, the
// others lean to either side of it.
func loadForecasts(v view, emit func(...any)) {
	models := []struct {
		name string
		lean float64
	}{{"A3", 0.988}, {"E", 1}, {"M", 1.009}}
	v.posts(30*time.Minute, func(posted time.Time, stamp string) {
		first := posted.Truncate(time.Hour)
		for h := range weekHours {
			hour := first.Add(time.Duration(h) * time.Hour)
			load := v.world.Forecast(posted, hour).Load
			day, he, repeated := unit.HourEndingOf(hour)
			for _, m := range models {
				z, sum := zones(load * unit.MW(m.lean))
				emit(stamp, day.String(), hourText(he), z[0], z[1], z[2], z[3], z[4], z[5], z[6], z[7], sum, m.name, m.lean == 1, repeated)
			}
		}
	})
}

// renewables calls f for the two days before each posting, with what was
// generated, and the week after it, without.
func (v view) renewables(f func(stamp string, day unit.Day, hour int, repeated bool, made *world.Outlook, expected world.Outlook)) {
	v.posts(55*time.Minute+13*time.Second, func(posted time.Time, stamp string) {
		now := posted.Truncate(time.Hour)
		for h := -48; h < weekHours; h++ {
			hour := now.Add(time.Duration(h) * time.Hour)
			var made *world.Outlook
			if h < 0 {
				actual := v.world.Actual(hour)
				made = &actual
			}
			day, he, repeated := unit.HourEndingOf(hour)
			f(stamp, day, he, repeated, made, v.world.Forecast(posted, hour))
		}
	})
}

// windPower splits the system's wind over three zones: South and Houston, West,
// North.
func windPower(v view, emit func(...any)) {
	shares := [3]float64{0.24, 0.62, 0.14}
	v.renewables(func(stamp string, day unit.Day, he int, repeated bool, made *world.Outlook, expected world.Outlook) {
		row := []any{stamp, day.String(), he}
		add := func(share float64) {
			mean := share * float64(expected.Wind)
			var actual any
			if made != nil {
				actual = round2(share * float64(made.Wind))
			}
			row = append(row, actual, round2(mean*1.04), round2(mean), round2(mean*0.86))
		}
		add(1)
		for _, share := range shares {
			add(share)
		}
		row = append(row, curtailable(made, func(o *world.Outlook) unit.MW { return o.Wind }), repeated)
		emit(row...)
	})
}

func solarPower(v view, emit func(...any)) {
	v.renewables(func(stamp string, day unit.Day, he int, repeated bool, made *world.Outlook, expected world.Outlook) {
		mean := float64(expected.Solar)
		var actual any
		if made != nil {
			actual = round2(float64(made.Solar))
		}
		emit(stamp, day.String(), he, actual, round2(mean*1.03), round2(mean), round2(mean*0.9),
			curtailable(made, func(o *world.Outlook) unit.MW { return o.Solar }), repeated)
	})
}

// curtailable is the high sustained limit: what could have been generated.
func curtailable(made *world.Outlook, of func(*world.Outlook) unit.MW) any {
	if made == nil {
		return nil
	}
	return round2(1.02 * float64(of(made)))
}

// actualLoads are posted the next morning.
func actualLoads(v view, emit func(...any)) {
	for d := unit.DayOf(v.from); !v.to.Before(d.Start()); d = d.Next() {
		if centralTime(d.Next(), 5*time.Hour+50*time.Minute).After(v.now) {
			return
		}
		for h := range d.Hours() {
			hour := d.Start().Add(time.Duration(h) * time.Hour)
			_, he, repeated := unit.HourEndingOf(hour)
			z, sum := zones(v.world.Actual(hour).Load)
			emit(d.String(), hourText(he), z[0], z[1], z[2], z[3], z[4], z[6], z[5], z[7], sum, repeated)
		}
	}
}
