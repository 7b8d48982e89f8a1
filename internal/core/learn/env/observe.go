package env

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// sight collects what is shown, with its names.
type sight struct {
	values []float64
	names  []string
	named  bool
}

func (s *sight) put(name string, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	s.values = append(s.values, min(max(v, -10), 10))
	if s.named {
		s.names = append(s.names, name)
	}
}

// Observe is what the agent is shown of an input, in the order of [Names]:
// prices beside the site's break-even, what is known of the hours ahead, the
// system, the site and the calendar. Nothing is scaled by what was seen in
// training: constants do, so that nothing of the data is in them. What is not
// known is 0.
func Observe(in policy.Input) []float64 {
	s := sight{values: make([]float64, 0, 112)}
	s.look(in)
	return s.values
}

// Names are the features' names.
func Names() []string {
	s := sight{named: true}
	empty := site.Site{}
	s.look(policy.Input{Site: &empty, State: &site.State{}, Snapshot: &market.Snapshot{Interval: unit.IntervalAt(time.Unix(0, 0), unit.Control)}})
	return s.names
}

func (s *sight) look(in policy.Input) {
	even := float64(BreakEven(in.Site, in.Snapshot))
	s.prices(in.Snapshot, even)
	s.dayAhead(in.Snapshot, even)
	s.outlook(in.Snapshot, even)
	s.system(in.Snapshot, even)
	s.site(in, even)
	s.calendar(in.Snapshot.Interval.Start)
	s.paths(in.Snapshot, even)
	s.peaks(in, even)
	s.contract(in, even)
	s.reserves(in, even)
	s.queue(in, even)
	s.ages(in.Snapshot)
}

// beside is a price as the agent sees it: 0 at break-even, finest around it, and
// growing like a square root far from it.
func beside(price, even float64) float64 { return bend(4*(price/even-1)) / 2 }

// bend is x near 0 and grows like its square root: of operations that give the
// same bits on every processor.
func bend(x float64) float64 { return x / math.Sqrt(1+math.Abs(x)) }

func quoted(q market.Quote, even float64) float64 {
	if !q.OK() {
		return 0
	}
	return beside(q.Value, even)
}

// back is the n-th newest of quotes; none where there are not so many.
func back(quotes []market.Quote, n int) market.Quote {
	if n >= len(quotes) {
		return market.Quote{}
	}
	return quotes[len(quotes)-1-n]
}

func (s *sight) prices(snap *market.Snapshot, even float64) {
	price, _, ok := snap.ExpectedSPP()
	expected := 0.0
	if ok {
		expected = beside(float64(price), even)
	}
	s.put("expected price", expected)
	for i, name := range [...]string{"settled price", "settled price, 1 before", "settled price, 2 before", "settled price, 3 before"} {
		s.put(name, quoted(back(snap.Settled, i), even))
	}
	var mean, most, least float64
	for i, q := range snap.Settled {
		v := quoted(q, even)
		mean += v / float64(len(snap.Settled))
		if i == 0 || v > most {
			most = v
		}
		if i == 0 || v < least {
			least = v
		}
	}
	s.put("mean of the settled prices shown", mean)
	s.put("highest of the settled prices shown", most)
	s.put("lowest of the settled prices shown", least)
	for i, name := range [...]string{"dispatch price", "dispatch price, 1 before", "dispatch price, 2 before"} {
		s.put(name, quoted(back(snap.SCED, i), even))
	}
	within := snap.Interval.Start.Sub(snap.Interval.Start.Truncate(unit.Settlement))
	s.put("part of the quarter that has passed", within.Minutes()/unit.Settlement.Minutes())
	s.put("age of the newest price", min(math.Max(0, snap.AsOf.Sub(snap.SPP.Known).Hours()), 4))
}

func (s *sight) dayAhead(snap *market.Snapshot, even float64) {
	at := func(ahead time.Duration) (market.Quote, bool) {
		return snap.DayAheadFor(snap.Interval.Start.Add(ahead))
	}
	for i, name := range [...]string{"day-ahead price", "day-ahead price, next hour", "day-ahead price, in 2 h", "day-ahead price, in 3 h"} {
		q, _ := at(time.Duration(i) * time.Hour)
		s.put(name, quoted(q, even))
	}
	var mean, most float64
	n := 0
	for i, q := range snap.DayAhead {
		if i >= 24 {
			break
		}
		v := quoted(q, even)
		mean += v
		if n == 0 || v > most {
			most = v
		}
		n++
	}
	s.put("day-ahead mean, 24 h", mean/float64(max(n, 1)))
	s.put("day-ahead highest, 24 h", most)
	now, known := at(0)
	s.put("day-ahead is known", flag(known))
	spread := 0.0
	if known && snap.SPP.OK() {
		spread = bend((snap.SPP.Value - now.Value) / even)
	}
	s.put("settled above day-ahead", spread)
}

func (s *sight) outlook(snap *market.Snapshot, even float64) {
	o := snap.Outlook
	for _, at := range [...]struct {
		name  string
		ahead time.Duration
	}{{"forecast now", 0}, {"forecast in 1 h", time.Hour}, {"forecast in 4 h", 4 * time.Hour}} {
		for _, level := range [...]struct {
			name string
			p    float64
		}{{", low", 0.1}, {", middle", 0.5}, {", high", 0.9}} {
			v := 0.0
			if o != nil {
				if slot, ok := o.SlotAt(snap.Interval.Start.Add(at.ahead)); ok {
					if q, ok := o.Quantile(slot, level.p); ok {
						v = beside(float64(q), even)
					} else if slot < len(o.Point) {
						v = beside(o.Point[slot], even)
					}
				}
			}
			s.put(at.name+level.name, v)
		}
	}
	s.put("a forecast is known", flag(o != nil && len(o.Point) > 0))
}

func (s *sight) system(snap *market.Snapshot, even float64) {
	sys := &snap.System
	s.put("operating reserve (PRC)", known(sys.PRC, 5000))
	s.put("emergency level (EEA)", known(sys.EEA, 1))
	s.put("system load", known(sys.Load, 60_000))
	s.put("forecast load above load", forecastAbove(sys))
	s.put("renewable share", known(sys.RenewableShare, 0.4))
	s.put("hashprice", known(snap.Network.Hashprice, 50))
	var reserve float64
	for _, quotes := range [...][]market.Keyed{snap.DAReserve, snap.RTReserve} {
		for i := range quotes {
			if quotes[i].Key == "ECRS" || quotes[i].Key == "NSPIN" {
				reserve = max(reserve, quotes[i].Value)
			}
		}
	}
	s.put("reserve price", bend(4*reserve/even)/2)
}

// known is a quote in multiples of a usual value, less one; 0 where it is not
// known.
func known(q market.Quote, usual float64) float64 {
	if !q.OK() {
		return 0
	}
	return q.Value/usual - 1
}

func forecastAbove(sys *market.System) float64 {
	if !sys.Load.OK() || !sys.LoadForecast.OK() || sys.Load.Value <= 0 {
		return 0
	}
	return 10 * (sys.LoadForecast.Value/sys.Load.Value - 1)
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func (s *sight) site(in policy.Input, even float64) {
	var mining, mined, serving, served, starts, wear float64
	since, rested := 0.0, 1.0
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		var was site.ClassState
		if i < len(in.State.Classes) {
			was = in.State.Classes[i]
		}
		most := float64(c.MaxMW())
		if c.Mines() {
			mining += most
			mined += float64(was.MW)
			wear += c.StartUSD
			hours := in.Snapshot.Interval.Start.Sub(was.Since).Hours()
			since += most * min(max(hours, 0), 4) / 4
			if !was.On && hours < c.MinDown.Hours() || was.On && hours < c.MinUp.Hours() {
				rested = 0
			}
			if c.StartsPerDay > 0 && was.Day == unit.DayOf(in.Snapshot.Interval.Start) {
				starts += most * float64(was.Starts) / float64(c.StartsPerDay)
			}
		} else {
			serving += most
			served += float64(was.MW)
		}
	}
	s.put("share of mining power that is on", mined/max(mining, 1e-9))
	s.put("share of inference power that is on", served/max(serving, 1e-9))
	s.put("inference's share of the machines", serving/max(mining+serving, 1e-9))
	s.put("time since mining changed, of 4 h", since/max(mining, 1e-9))
	s.put("mining may change", rested)
	s.put("starts used today", starts/max(mining, 1e-9))
	s.put("cost of a start, in hours of energy at break-even", wear/max(mining*even, 1e-9))
	s.put("break-even, of 75 $/MWh", even/75-1)
	s.put("spread of the classes' break-evens", spread(in.Site))
	var up float64
	if in.Orders != nil {
		for _, a := range in.Orders.Awards {
			if a.Up && site.In(in.Snapshot.Interval.Start, a.Start, a.End) {
				up += float64(a.MW)
			}
		}
	}
	s.put("upward reserve sold, of the site", up/max(float64(in.Site.Limits.SiteMW), 1e-9))
}

// spread is how far the best and the worst mining class are apart, as a share
// of the best.
func spread(s *site.Site) float64 {
	var least, most float64
	for i := range s.Classes {
		c := &s.Classes[i]
		if !c.Mines() {
			continue
		}
		v := float64(policy.BreakEven(c, 1))
		if least == 0 || v < least {
			least = v
		}
		most = max(most, v)
	}
	if most <= 0 {
		return 0
	}
	return 1 - least/most
}

func (s *sight) calendar(at time.Time) {
	local := unit.Central(at)
	hour := (float64(local.Hour()) + float64(local.Minute())/60) / 24
	s.put("hour, first wave", wave(hour))
	s.put("hour, second wave", wave(hour+0.25))
	weekend := local.Weekday() == time.Saturday || local.Weekday() == time.Sunday
	s.put("weekend", flag(weekend))
	year := float64(local.YearDay()) / 366
	s.put("season, first wave", wave(year))
	s.put("season, second wave", wave(year+0.25))
}

// wave has the shape of a sine of period 1, of two parabolas: the same bits on
// every processor.
func wave(x float64) float64 {
	x -= math.Floor(x)
	t := 2*x - 1
	return -4 * t * (1 - math.Abs(t))
}

// OfSite is whether a feature is about what the site is doing.
func OfSite(name string) bool {
	switch name {
	case "share of mining power that is on", "share of inference power that is on", "time since mining changed, of 4 h",
		"mining may change", "starts used today":
		return true
	}
	return false
}
