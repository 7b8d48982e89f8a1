package report_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

func TestADaysAwardsStandBesideItsOffers(t *testing.T) {
	start := time.Date(2026, 7, 15, 5, 0, 0, 0, time.UTC)
	s := &site.Site{ID: "west", Participation: &site.Participation{Type: site.CLR}}
	block := desk.Block{Class: "asic", Use: site.Mine, MW: 2, Value: 66}
	d := desk.Day{
		Site: "west", Day: "2026-07-15", Status: desk.Awarded,
		Hours: []desk.Hour{{
			Start: start, Offers: []desk.Offer{{Product: "ECRS", Up: true, Curve: []desk.Step{{MW: 1, Price: 2}, {MW: 3, Price: 5}}}},
			Costs: []desk.Cost{{Block: block, Product: "ECRS", Price: 2, Option: 1.5, Lost: 0.3, Wear: 0.2}},
		}},
		Awards: []site.Position{
			{Product: "ECRS", MW: 2, Price: 7, Start: start, End: start.Add(time.Hour)},
			{Product: site.Energy, MW: 4, Price: 30, Start: start, End: start.Add(time.Hour)},
		},
	}
	v := report.DeskDayOf(s, &d)
	h := v.Hours[0]
	if v.WorthUSD == nil || *v.WorthUSD != 14 || h.BoughtMW != 4 || len(h.Products) != 1 {
		t.Fatalf("%+v", v)
	}
	p := h.Products[0]
	if p.OfferMW != 3 || *p.FromUSD != 2 || *p.ToUSD != 5 || p.AwardMW != 2 || *p.PaidUSD != 7 || !strings.Contains(p.Why, "66.00 $/MWh: 1.50 for the right to switch off") {
		t.Errorf("%+v", p)
	}
}

// With a constant elasticity of 2 the best price is twice the cost, by Lerner's
// rule; of 0.5, as high as is believed.
func TestTheBestPriceFollowsLernersRule(t *testing.T) {
	for _, c := range []struct{ price, fill, elasticity, fee, cost, want float64 }{
		{1, 0.5, 2, 0, 0.4, 0.8},
		{1, 0.5, 2, 0.2, 0.4, 1},
		{1, 0.5, 2, 0, 0.1, math.Sqrt(0.5)}, // not below the price that fills everything
		{1, 0.5, 0.5, 0, 0.1, 2},
		{1, 0.5, 2, 0, 5, 2},
	} {
		if got := report.BestPrice(c.price, c.fill, c.elasticity, c.fee, c.cost); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: %g", c, got)
		}
	}
	// It earns at least as much as the price today.
	earn := func(p float64) float64 { return min(1, 0.5*math.Pow(p, -2)) * (p - 0.4) }
	if best := report.BestPrice(1, 0.5, 2, 0, 0.4); earn(best) < earn(1) {
		t.Errorf("%g earns %g, today's price %g", best, earn(best), earn(1))
	}
}
