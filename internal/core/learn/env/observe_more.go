package env

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const ofPaths = "paths "

// fromForecast is whether a feature is 0 without a forecast.
func fromForecast(name string) bool {
	return strings.HasPrefix(name, ofPaths) || strings.HasPrefix(name, "forecast ") && name != "forecast load above load"
}

// paths are the forecast's ways ahead: their spread, how likely they lie above the
// break-even, and what running is expected to earn.
func (s *sight) paths(snap *market.Snapshot, even float64) {
	for _, at := range [...]struct {
		name  string
		ahead time.Duration
	}{{"now", 0}, {"in 1 h", time.Hour}, {"in 2 h", 2 * time.Hour}, {"in 4 h", 4 * time.Hour}, {"in 8 h", 8 * time.Hour}} {
		prices := pathsAt(snap.Outlook, snap.Interval.Start.Add(at.ahead))
		var mean, above float64
		for _, p := range prices {
			mean += p / float64(len(prices))
			if p > even {
				above += 1 / float64(len(prices))
			}
		}
		low, middle, high := 0.0, 0.0, 0.0
		if n := len(prices); n > 0 {
			slices.Sort(prices)
			low, middle, high = beside(prices[n/10], even), beside(prices[n/2], even), beside(prices[n-1-n/10], even)
			mean = beside(mean, even)
		}
		name := ofPaths + at.name
		s.put(name+", mean", mean)
		s.put(name+", low", low)
		s.put(name+", middle", middle)
		s.put(name+", high", high)
		s.put(name+", share above break-even", above)
	}
	s.put(ofPaths+"are known", flag(snap.Outlook != nil && len(snap.Outlook.Paths) > 0))
}

// pathsAt are the prices of all paths in the slot of a moment.
func pathsAt(o *market.Outlook, t time.Time) []float64 {
	if o == nil {
		return nil
	}
	slot, ok := o.SlotAt(t)
	if !ok {
		return nil
	}
	out := make([]float64, 0, len(o.Paths))
	for _, path := range o.Paths {
		if slot < len(path) {
			out = append(out, path[slot])
		}
	}
	return out
}

// peaks are the chances that hours are their month's coincident peak, and what
// that is expected to cost beside the break-even.
func (s *sight) peaks(in policy.Input, even float64) {
	var now, most, left float64
	start := in.Snapshot.Interval.Start
	for _, q := range in.Snapshot.Peaks {
		if q.Interval().Contains(start) {
			now = q.Value
		}
		most = max(most, q.Value)
		left += q.Value
	}
	s.put("chance that this is the month's peak", now)
	s.put("highest chance of a peak in the day's hours left", most)
	s.put("chance that the month's peak is in the day's hours left", left)
	s.put("expected charge of a peak, beside break-even", bend(4*peakUSD(in.Site, in.Snapshot)/even)/2)
	local := unit.Central(start)
	days := time.Date(local.Year(), local.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
	s.put("part of the month that has passed", float64(local.Day()-1)/float64(days))
}

// peakUSD is what a MWh at the meter is expected to cost by the transmission
// charge: the chance that its hour is the month's peak, times the charge, $.
func peakUSD(s *site.Site, snap *market.Snapshot) float64 {
	if s.Transmission == nil {
		return 0
	}
	for _, q := range snap.Peaks {
		if q.Interval().Contains(snap.Interval.Start) {
			return q.Value * s.Transmission.Value(snap.Interval.Start) / q.Length.Hours()
		}
	}
	return 0
}

// contract is how the energy is bought, and at what price more of it comes.
func (s *sight) contract(in policy.Input, even float64) {
	c := &in.Site.Contract
	price, _, ok := in.Snapshot.ExpectedSPP()
	var covered, block, more float64
	if c.Kind == site.Block {
		covered = float64(c.BlockMW) / max(float64(in.Site.Limits.SiteMW), 1e-9)
		block = beside(float64(c.Price), even)
	}
	if ok {
		more = beside(float64(policy.EnergyPrice(in, price)), even)
	}
	s.put("share of the site that a block covers", min(covered, 2))
	s.put("price of the block", block)
	s.put("the block may be sold again", flag(c.Kind == site.Block && c.Resale))
	s.put("price of energy, as settled", more)
}

// reserves are the capacity prices by product, and what is sold for the hours
// ahead.
func (s *sight) reserves(in policy.Input, even float64) {
	for _, product := range [...]string{"RRS", "ECRS", "NSPIN", "REGUP"} {
		s.put("day-ahead price of "+product, bend(4*keyed(in.Snapshot.DAReserve, product)/even)/2)
		s.put("real-time price of "+product, bend(4*keyed(in.Snapshot.RTReserve, product)/even)/2)
	}
	for _, at := range [...]struct {
		name  string
		ahead time.Duration
	}{{"now", 0}, {"in 1 h", time.Hour}, {"in 4 h", 4 * time.Hour}} {
		up, down, sold, worth := reserveAt(in.Orders, in.Snapshot.Interval.Start.Add(at.ahead))
		whole := max(float64(in.Site.Limits.SiteMW), 1e-9)
		s.put("upward reserve awarded, "+at.name, up/whole)
		s.put("downward reserve awarded, "+at.name, down/whole)
		s.put("reserve sold day ahead, "+at.name, sold/whole)
		s.put("price of the reserve sold day ahead, "+at.name, bend(4*worth/max(sold, 1e-9)/even)/2)
	}
}

// reserveAt is the reserve that binds a site at a moment, and what was sold day
// ahead, MW, with its worth, $/h.
func reserveAt(o *site.Orders, t time.Time) (up, down, sold, worth float64) {
	if o == nil {
		return 0, 0, 0, 0
	}
	for _, a := range o.Awards {
		switch {
		case !site.In(t, a.Start, a.End):
		case a.Up:
			up += float64(a.MW)
		default:
			down += float64(a.MW)
		}
	}
	for _, p := range o.DayAhead {
		if p.Product != site.Energy && site.In(t, p.Start, p.End) {
			sold += float64(p.MW)
			worth += float64(float64(p.MW) * p.Price) // rounded before it is added, everywhere
		}
	}
	return up, down, sold, worth
}

func keyed(quotes []market.Keyed, key string) float64 {
	for i := range quotes {
		if quotes[i].Key == key {
			return quotes[i].Value
		}
	}
	return 0
}

// queue is the compute work by tier: how much of it there is to serve, what it
// pays beside energy, and how long the most urgent of it may wait.
func (s *sight) queue(in policy.Input, even float64) {
	type tier struct{ mw, pays float64 }
	var sold, best, rest tier
	var slack time.Duration
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		for j := range c.Tiers {
			t := &c.Tiers[j]
			mw := float64(t.MaxMW)
			now := tier{mw, mw * float64(c.TierRevenue(t, keyed(in.Snapshot.GPU, c.Model)))}
			if t.Slack > 0 && (slack == 0 || t.Slack < slack) {
				slack = t.Slack
			}
			switch {
			case t.Sold:
				sold.mw, sold.pays = sold.mw+now.mw, sold.pays+now.pays
			case best.mw == 0 || now.pays*best.mw > best.pays*now.mw:
				rest.mw, rest.pays = rest.mw+best.mw, rest.pays+best.pays
				best = now
			default:
				rest.mw, rest.pays = rest.mw+now.mw, rest.pays+now.pays
			}
		}
	}
	whole := max(float64(in.Site.Limits.SiteMW), 1e-9)
	for _, q := range [...]struct {
		name string
		tier tier
	}{{"sold inference", sold}, {"best of the unsold tiers", best}, {"other unsold tiers", rest}} {
		s.put(q.name+", of the site", q.tier.mw/whole)
		pays := 0.0
		if q.tier.mw > 0 {
			pays = beside(q.tier.pays/q.tier.mw, even)
		}
		s.put(q.name+", what it pays", pays)
	}
	s.put("shortest slack of batch work, of 24 h", min(slack.Hours(), 48)/24)
}

// ages are how old what is shown is, of 4 h, and whether it is too old.
func (s *sight) ages(snap *market.Snapshot) {
	age := func(q market.Quote) float64 {
		if !q.OK() {
			return 0
		}
		return min(math.Max(0, q.Age(snap.AsOf).Hours()), 4) / 4
	}
	var dispatch market.Quote
	if n := len(snap.SCED); n > 0 {
		dispatch = snap.SCED[n-1]
	}
	s.put("age of the newest dispatch price", age(dispatch))
	s.put("age of the system's state", age(snap.System.PRC))
	s.put("age of the load", age(snap.System.Load))
	forecast := 0.0
	if o := snap.Outlook; o != nil {
		forecast = min(math.Max(0, snap.AsOf.Sub(o.At).Hours()), 4) / 4
	}
	s.put(ofPaths+"age", forecast)
	s.put("the price is stale", flag(snap.SPP.Stale))
	s.put("the hashprice is stale", flag(snap.Network.Hashprice.Stale))
	s.put("price of a certificate, of 20 $/MWh", known(snap.Certificate, 20)+flag(snap.Certificate.OK()))
}
