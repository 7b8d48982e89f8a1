package backtest

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// simulatedSource is what quotes of the simulated world name as their source.
const simulatedSource = "simulated world"

// Simulated is a site's outside as the simulated world has it over some
// operating days, both included, with what came before the first as far as
// decisions see it: prices of every dispatch run with its adder, and the
// day-ahead market from half past one of the day before.
func Simulated(w *world.World, s *site.Site, from, to unit.Day) Data {
	d := Data{Notes: []string{"prices are simulated"}}
	point, priced := w.Point(s.Point)
	for day := from; !to.Before(day); day = day.Next() {
		start, hours := day.Start(), day.Hours()
		quote := func(v float64, at time.Time, length time.Duration, known time.Time) market.Quote {
			return market.Quote{Value: v, Start: at, Length: length, Known: known, Source: simulatedSource, Simulated: true}
		}
		n := w.Network(start)
		d.Hashprice = append(d.Hashprice, quote(float64(hashpriceOf(n)), start, time.Duration(hours)*time.Hour, start))
		known := day.Add(-1).Start().Add(13*time.Hour + 30*time.Minute)
		ahead := w.DayAhead(day)
		for h := range hours {
			at := start.Add(time.Duration(h) * time.Hour)
			for p, product := range world.Products() {
				d.Reserve = append(d.Reserve, market.Keyed{Key: product, Quote: quote(ahead.MCPC[p][h], at, time.Hour, known)})
			}
			for _, r := range w.Rentals(at) {
				if rents(s, r.GPU) {
					d.GPU = append(d.GPU, market.Keyed{Key: r.GPU, Quote: quote(r.USDHour, at, time.Hour, at)})
				}
			}
			if priced {
				d.DayAhead = append(d.DayAhead, quote(ahead.SPP[point][h], at, time.Hour, known))
			}
		}
		if !priced {
			continue
		}
		for at := start; at.Before(day.Next().Start()); at = at.Add(unit.Control) {
			run := w.Run(at)
			d.Spot = append(d.Spot, quote(run.LMP[point]+run.Adder, at, unit.Control, at.Add(unit.Control)))
		}
	}
	return d
}

func rents(s *site.Site, model string) bool {
	for i := range s.Classes {
		if s.Classes[i].Model == model && len(s.Classes[i].Tiers) > 0 {
			return true
		}
	}
	return false
}

// hashpriceOf is what hashrate earned at a moment of the simulated network, with
// the fees of a usual block.
func hashpriceOf(n world.Network) unit.USDPerPHDay {
	const subsidy, fees = 3.125, 0.022
	return unit.Hashprice(n.Difficulty, unit.BTC(subsidy+fees), n.BTCUSD)
}
