package world

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// weather is the physical side of an hour: everything in GW. Forecast values
// are what is expected a day ahead; the errors are what reality adds.
type weather struct {
	load, loadError   float64
	wind, windError   float64
	solar, solarError float64
	available         float64 // dispatchable generation that is not out
}

const (
	// errorMemory is how an hour's forecast error carries over to the next.
	errorMemory = 0.93

	windPeakGW  = 27.5
	solarPeakGW = 21.5
)

// weatherOf is the weather at n consecutive hours, from hour `from` since the
// Unix epoch on.
func (s source) weatherOf(from int64, n int) []weather {
	heat := s.autoregressive(streamTemperature, 0.988, from, n)
	loadError := s.autoregressive(streamLoadError, errorMemory, from, n)
	breeze := s.autoregressive(streamWind, 0.975, from, n)
	windError := s.autoregressive(streamWindError, errorMemory, from, n)
	cloud := s.autoregressive(streamCloud, 0.95, from, n)
	cloudError := s.autoregressive(streamCloudError, errorMemory, from, n)
	outage := s.autoregressive(streamOutage, 0.99, from, n)
	out := make([]weather, n)
	for i := range out {
		at := time.Unix((from+int64(i))*3600, 0).UTC()
		c := calendarOf(at)
		sun := clearSky(at)
		w := weather{
			load:      load(c, temperature(c, heat[i])),
			loadError: 1.1 * loadError[i],
			wind:      wind(c, breeze[i]),
			solar:     solar(c, sun, cloud[i]),
			available: available(c, outage[i]),
		}
		w.windError = wind(c, breeze[i]+0.3*windError[i]) - w.wind
		w.solarError = solar(c, sun, cloud[i]+0.4*cloudError[i]) - w.solar
		out[i] = w
	}
	return out
}

// calendar is a moment as people and machines in Texas live it.
type calendar struct {
	hour    float64 // local, 0 to 24
	year    float64 // fraction of the year
	weekend bool
}

func calendarOf(at time.Time) calendar {
	local := unit.Central(at)
	day := local.Weekday()
	return calendar{
		hour:    float64(local.Hour()) + float64(local.Minute())/60,
		year:    (float64(local.YearDay()) - 0.5) / 365.25,
		weekend: day == time.Saturday || day == time.Sunday,
	}
}

// season is a yearly wave that peaks on the given day of the year.
func (c calendar) season(peakDay float64) float64 {
	return math.Cos(2 * math.Pi * (c.year - peakDay/365.25))
}

// daily is a daily wave that peaks at the given local hour.
func (c calendar) daily(peakHour float64) float64 {
	return math.Cos(2 * math.Pi * (c.hour - peakHour) / 24)
}

// temperature is a load-weighted temperature in degrees Celsius.
func temperature(c calendar, anomaly float64) float64 {
	return 20 + 9.5*c.season(206) + 5*c.daily(16.8) + (3.4+1.2*c.season(15))*anomaly
}

// load is system demand: what people do at that hour, cooling and heating.
func load(c calendar, celsius float64) float64 {
	activity := 2.5*(1-c.daily(3.5)) + bump(c.hour, 7.3, 1.5)*1.6 + bump(c.hour, 20, 2)*1.2
	if c.weekend {
		activity *= 0.6
	}
	cooling := 2.15 * math.Max(0, celsius-19)
	heating := 0.85 * math.Max(0, 13-celsius)
	return 38.2 + activity + cooling + heating
}

func bump(x, centre, width float64) float64 {
	d := (x - centre) / width
	return math.Exp(-d * d)
}

// wind is generation: strong at night and in spring, weak in September.
func wind(c calendar, latent float64) float64 {
	return windPeakGW * logistic(1.3*(latent+0.35*c.season(100)+0.4*c.daily(24))-0.25)
}

// solar is generation under a clear sky of height sun, dimmed by clouds.
func solar(c calendar, sun, cloud float64) float64 {
	dim := 0.65 * logistic(1.6*(cloud-1.1+0.6*c.season(0)))
	return solarPeakGW * math.Min(1, 1.55*sun) * (1 - dim)
}

// clearSky is the sine of the sun's elevation over West Texas, 0 at night. The
// declination is Cooper's (1969); the equation of time is left out.
func clearSky(at time.Time) float64 {
	const latitude, longitude = 31.5 * math.Pi / 180, -100.5
	declination := 23.45 * math.Pi / 180 * math.Sin(2*math.Pi*float64(284+at.YearDay())/365)
	solarHour := float64(at.Hour()) + float64(at.Minute())/60 + longitude/15
	angle := (solarHour - 12) * math.Pi / 12
	return math.Max(0, math.Sin(latitude)*math.Sin(declination)+
		math.Cos(latitude)*math.Cos(declination)*math.Cos(angle))
}

// available is dispatchable capacity net of outages: maintenance in spring and
// autumn, forced outages that last days.
func available(c calendar, outage float64) float64 {
	maintenance := math.Max(0, math.Cos(4*math.Pi*(c.year-105/365.25)))
	return 66 - 9*maintenance - 1.8*outage
}
