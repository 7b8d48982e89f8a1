package desk

import (
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Status is how far an operating day's offers have come.
type Status string

// The states, in their order. Missed: the market closed before they went out.
const (
	Draft     Status = "draft"
	Approved  Status = "approved"
	Submitted Status = "submitted"
	Awarded   Status = "awarded"
	Missed    Status = "missed"
)

// ErrNothing means that there is nothing to offer, with why.
var ErrNothing = errors.New("nothing to offer")

// ErrAward means that an award makes no sense for a site or a day.
var ErrAward = errors.New("no such award")

// Day is what a site offers for an operating day, and what came of it.
type Day struct {
	Site      string    `json:"site"`
	Day       string    `json:"operating_day"` // Central date
	Revision  int       `json:"revision"`
	Made      time.Time `json:"made_utc"`
	Status    Status    `json:"status"`
	By        string    `json:"approved_by"` // a person, or "policy"
	Note      string    `json:"note"`
	Simulated bool      `json:"simulated"`
	Hours     []Hour    `json:"hours"`

	Submitted time.Time       `json:"submitted_utc"`
	Reference string          `json:"reference"` // the QSE's
	Awards    []site.Position `json:"awards"`
	AwardedAt time.Time       `json:"awarded_utc"`
}

// Hour is an hour of a [Day].
type Hour struct {
	Start      time.Time `json:"start_utc"`
	Mean       float64   `json:"mean_usd_per_mwh"` // of the real-time prices that may come
	Low        float64   `json:"low_usd_per_mwh"`  // 10 %
	High       float64   `json:"high_usd_per_mwh"` // 90 %
	Source     string    `json:"source"`           // of those prices
	Capability unit.MW   `json:"capability_mw"`    // upward reserve that can be held, products together
	EnergyBid  []Step    `json:"energy_bid"`
	Offers     []Offer   `json:"offers"`
	Costs      []Cost    `json:"costs"`
	Plan       Operating `json:"operating_plan"`
}

// Operating is an hour of the current operating plan.
type Operating struct {
	Status string      `json:"status"`  // ONCLR or ONRL; OUTL where nothing runs
	LoadMW unit.MW     `json:"load_mw"` // expected at the meter
	LowMW  unit.MW     `json:"low_mw"`  // low power consumption
	MaxMW  unit.MW     `json:"max_mw"`  // maximum power consumption
	Held   []site.Hold `json:"held"`    // reserve: awarded or, before that, what would be taken at the prices of the day before
}

// Input is what offers are made from.
type Input struct {
	Site     *site.Site
	Snapshot *market.Snapshot // hashprice, GPU prices, day-ahead prices and MCPC as known
	Outlook  *market.Outlook  // nil: none
	Made     time.Time
}

// Make works out the offers of an operating day; where the site takes no part,
// or nothing is known to price a block or an hour with, the error wraps
// [ErrNothing].
func Make(in Input, day unit.Day) (Day, error) {
	s := in.Site
	d := Day{Site: s.ID, Day: day.String(), Revision: 1, Made: in.Made, Status: Draft, Awards: []site.Position{}}
	if s.Participation == nil {
		return d, fmt.Errorf("site %s: %w: it takes no part in the market", s.ID, ErrNothing)
	}
	blocks := Blocks(s, in.Snapshot)
	if len(blocks) == 0 {
		return d, fmt.Errorf("site %s: %w: no hashprice or GPU price is known to value its machines by", s.ID, ErrNothing)
	}
	d.Simulated = in.Snapshot.Simulated() || in.Outlook != nil && in.Outlook.Simulated
	for h := range day.Hours() {
		start := day.Start().Add(time.Duration(h) * time.Hour)
		hour, ok := in.hour(blocks, start)
		if !ok {
			return d, fmt.Errorf("site %s: %w: no price of %s is known for the hour from %s", s.ID, ErrNothing, s.Point, start.Format(time.RFC3339))
		}
		d.Hours = append(d.Hours, hour)
	}
	return d, nil
}

func (in Input) hour(blocks []Block, start time.Time) (Hour, bool) {
	s := in.Site
	prices, source, ok := Hourly(in.Outlook, in.Snapshot.DayAhead, start)
	if !ok {
		return Hour{}, false
	}
	h := Hour{
		Start: start, Mean: round(prices.Mean()), Low: round(prices.Quantile(0.1)), High: round(prices.Quantile(0.9)), Source: source,
		Capability: Capability(s, blocks, start), EnergyBid: []Step{},
	}
	h.Costs = Costs(s, blocks, prices)
	h.Offers = Offers(s, h.Costs, h.Capability)
	if s.Participation.Energy {
		h.EnergyBid = append(h.EnergyBid, EnergyBid(blocks, prices)...)
	}
	h.Plan = operating(s, blocks, prices)
	h.Plan.Held = Taken(s, h.Costs, h.Capability, func(product string) (float64, bool) {
		for _, q := range in.Snapshot.DAReserve {
			if q.Key == product {
				return q.Value, true
			}
		}
		return 0, false
	})
	if h.Plan.Held == nil {
		h.Plan.Held = []site.Hold{}
	}
	if h.Offers == nil {
		h.Offers = []Offer{}
	}
	return h, true
}

func operating(s *site.Site, blocks []Block, prices Prices) Operating {
	p := s.Participation
	o := Operating{Status: "ONCLR", LowMW: p.LowMW, MaxMW: p.Most(s), LoadMW: firm(s)}
	if p.Type == site.NCLR {
		o.Status = "ONRL"
	}
	running := false
	for _, b := range blocks {
		if prices.Mean() < float64(b.Value) {
			o.LoadMW += b.MW
			running = true
		}
	}
	if !running {
		o.Status = "OUTL"
	}
	o.LoadMW = min(o.LoadMW, o.MaxMW)
	return o
}

// Award takes the market's awards into the day and its operating plan. Awards of
// another site or outside the day, unknown products and numbers that are none
// are refused, and nothing changes.
func (d *Day) Award(s *site.Site, awards []site.Position, now time.Time) error {
	day, err := unit.ParseDay(d.Day)
	if err != nil {
		return err
	}
	for i, a := range awards {
		if err := checkAward(s, day, a); err != nil {
			return fmt.Errorf("%w: number %d: %w", ErrAward, i+1, err)
		}
	}
	d.Awards, d.AwardedAt, d.Status = awards, now, Awarded
	for i := range d.Hours {
		h := &d.Hours[i]
		h.Plan.Held = []site.Hold{}
		for _, a := range awards {
			if p, ok := site.ProductFor(s.Participation.Type, a.Product); ok && a.Start.Equal(h.Start) {
				h.Plan.Held = append(h.Plan.Held, site.Hold{Product: a.Product, MW: a.MW, Up: p.Up})
			}
		}
	}
	return nil
}

func checkAward(s *site.Site, day unit.Day, a site.Position) error {
	if s.Participation == nil {
		return fmt.Errorf("site %s takes no part in the market", s.ID)
	}
	if a.Product != site.Energy {
		if _, ok := s.Participation.May(a.Product); !ok {
			return fmt.Errorf("product %q: the site may not provide it", a.Product)
		}
	}
	if !(a.MW >= 0) || a.MW > s.Limits.SiteMW*2 {
		return fmt.Errorf("%g MW of %s: want 0 to what the site draws", float64(a.MW), a.Product)
	}
	if !(a.Price > -1e5 && a.Price < 1e5) {
		return fmt.Errorf("a price of %g: not between -100000 and 100000", a.Price)
	}
	if a.Start.Before(day.Start()) || !a.Start.Before(day.Next().Start()) || !a.End.After(a.Start) || a.End.Sub(a.Start) > time.Hour {
		return fmt.Errorf("from %s: not an hour of %s", a.Start.Format(time.RFC3339), day)
	}
	return nil
}
