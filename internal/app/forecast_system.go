package app

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// What of the system is forecast.
const (
	ofLoad  = "load"
	ofWind  = "wind"
	ofSolar = "solar"
	ofNet   = "net_load"
	ofShare = "renewable_share"
)

// system is a panel of the system's own history: its load, or what wind and sun
// leave of it. With zones, their loads of the day before are known too.
func (f *evaluateFlags) system() (*forecast.Panel, error) {
	load, err := column(f.load, market.Load, "ERCOT")
	if err != nil {
		return nil, err
	}
	target := load
	if f.of != ofLoad {
		if f.gen == "" {
			return nil, usageError{fmt.Errorf("--of %s needs --gen, what wind and sun generated", f.of)}
		}
		if target, err = f.derived(load); err != nil {
			return nil, err
		}
	}
	var known []forecaster.Named
	if f.zonal {
		for _, zone := range []string{"COAST", "EAST", "FWEST", "NORTH", "NCENT", "SOUTH", "SCENT", "WEST"} {
			quotes, err := column(f.load, market.Load, zone)
			if err != nil {
				return nil, err
			}
			for i := range quotes {
				quotes[i].Start = quotes[i].Start.Add(24 * time.Hour)
			}
			known = append(known, forecaster.Named{Name: zone, Quotes: quotes})
		}
	}
	return panelOf(target, known)
}

// column reads one column of hourly megawatts.
func column(file string, kind market.Kind, name string) ([]market.Quote, error) {
	s, err := readFile(file, func(r io.Reader, at string) (history.Series, error) { return history.Power(r, at, kind, name) })
	return s.Quotes, err
}

// derived is wind or sun, or the load with them taken into account, in the hours
// that all are known of. Generation below zero is a wrong reading.
func (f *evaluateFlags) derived(load []market.Quote) ([]market.Quote, error) {
	wind, err := column(f.gen, market.Wind, "wind_gen_mw")
	if err != nil {
		return nil, err
	}
	solar, err := column(f.gen, market.Solar, "solar_gen_mw")
	if err != nil {
		return nil, err
	}
	at := make(map[int64]float64, len(solar))
	for _, q := range solar {
		at[q.Start.Unix()] = q.Value
	}
	loads := make(map[int64]float64, len(load))
	for _, q := range load {
		loads[q.Start.Unix()] = q.Value
	}
	var out []market.Quote
	for _, q := range wind {
		sun, lit := at[q.Start.Unix()]
		mw, ok := loads[q.Start.Unix()]
		if !lit || !ok || q.Value < 0 || sun < 0 || mw <= 0 {
			continue
		}
		switch f.of {
		case ofWind:
		case ofSolar:
			q.Value = sun
		case ofNet:
			q.Value = mw - q.Value - sun
		case ofShare:
			q.Value = (q.Value + sun) / mw
		default:
			return nil, usageError{fmt.Errorf("--of %s: load, wind, solar, net_load and renewable_share are the ones there are", f.of)}
		}
		out = append(out, q)
	}
	if len(out) == 0 {
		return nil, errors.New("no hour is in both --load and --gen")
	}
	return out, nil
}
