package layout

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Fuels as the dashboard names them.
const (
	fuelWind  = "Wind"
	fuelSolar = "Solar"
	fuelHydro = "Hydro"
)

// fuelMark is what generated at one five-minute mark, MW by fuel.
type fuelMark map[string]float64

// ReadFuelMix reads generation by fuel every five minutes, and from it wind,
// solar and the renewable share.
func ReadFuelMix(body []byte) ([]market.Observation, error) {
	var page struct {
		Data map[string]map[string]map[string]struct {
			Gen *float64 `json:"gen"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, fmt.Errorf("not the JSON expected: %w", err)
	}
	type reading struct {
		at   time.Time
		fuel string
		mw   float64
	}
	var readings []reading
	var bad faults
	for _, day := range page.Data {
		for text, fuels := range day {
			at, err := time.Parse(dashboardTime, text)
			if err != nil {
				bad.add(fmt.Errorf("time %q: want a time with its offset", text))
				continue
			}
			for fuel, r := range fuels {
				if r.Gen == nil || fuel == "" {
					bad.add(fmt.Errorf("%s %q: want gen in MW", text, fuel))
					continue
				}
				readings = append(readings, reading{at.UTC(), fuel, *r.Gen})
			}
		}
	}
	slices.SortFunc(readings, func(a, b reading) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.fuel, b.fuel))
	})
	// A mark can be split over two timestamps some seconds apart: both belong to
	// the mark they are nearest to, and of two readings the later counts.
	marks := make(map[time.Time]fuelMark)
	fuels := make(map[string]bool)
	for _, r := range readings {
		mark := r.at.Add(unit.Control / 2).Truncate(unit.Control)
		if marks[mark] == nil {
			marks[mark] = make(fuelMark)
		}
		marks[mark][r.fuel] = r.mw
		fuels[r.fuel] = true
	}
	return fuelObservations(marks, len(fuels)), bad.err()
}

// fuelObservations are in time order. A mark that lacks a fuel which the page
// has elsewhere is incomplete and has no renewable share.
func fuelObservations(marks map[time.Time]fuelMark, fuels int) []market.Observation {
	times := make([]time.Time, 0, len(marks))
	for t := range marks {
		times = append(times, t)
	}
	slices.SortFunc(times, time.Time.Compare)
	var out []market.Observation
	for _, t := range times {
		mark, at := marks[t], unit.Interval{Start: t}
		for _, fuel := range mark.fuels() {
			out = append(out, one(market.FuelMix, fuel, at, mark[fuel], t)...)
			switch fuel {
			case fuelWind:
				out = append(out, one(market.Wind, "", at, mark[fuel], t)...)
			case fuelSolar:
				out = append(out, one(market.Solar, "", at, mark[fuel], t)...)
			}
		}
		if share, ok := mark.renewableShare(); ok && len(mark) == fuels {
			out = append(out, one(market.RenewableShare, "", at, share, t)...)
		}
	}
	return out
}

func (m fuelMark) fuels() []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// renewableShare is wind, solar and hydro over all generation. A charging
// battery or a plant's own use at night is load, not negative generation: it
// counts as zero on both sides.
func (m fuelMark) renewableShare() (share float64, ok bool) {
	var renewable, total float64
	for _, fuel := range m.fuels() {
		power := max(0, m[fuel])
		total += power
		switch fuel {
		case fuelWind, fuelSolar, fuelHydro:
			renewable += power
		}
	}
	if total <= 0 {
		return 0, false
	}
	return renewable / total, true
}
