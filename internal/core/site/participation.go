package site

import (
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Participation is how a site takes part in ERCOT's markets beside buying
// energy: as one Load Resource behind its settlement meter.
type Participation struct {
	Type      LoadType    `json:"load_type"`
	Qualified []Qualified `json:"qualified"` // products that ERCOT has qualified the load for
	LowMW     unit.MW     `json:"low_mw"`    // low power consumption (LPC) at the meter
	MaxMW     unit.MW     `json:"max_mw"`    // maximum power consumption (MPC); 0: the site's limit
	// WakeFail is the share of machines expected not to come back from a
	// deployment in time. So much less is offered.
	WakeFail float64 `json:"wake_fail"`
	// Failure is what a MW short of its real-time award is charged, as a multiple
	// of the product's real-time price, beside being bought back at it.
	Failure float64 `json:"failure"`
	// Deviation bounds how far a Controllable Load Resource may be off its base
	// point.
	Deviation Deviation `json:"deviation"`
	// Energy says that day-ahead energy is bid for, at what a MWh is worth.
	Energy bool `json:"energy"`
	// Auto says that offers go out without a person's approval.
	Auto        bool         `json:"auto"`
	Obligations []Obligation `json:"obligations,omitempty"`
}

// Qualified is a product that a site may offer.
type Qualified struct {
	Product string  `json:"product"`
	MaxMW   unit.MW `json:"max_mw"`             // 0: all that there is
	BlockMW unit.MW `json:"block_mw,omitempty"` // offered in multiples of it; 0: in any amount
	// Deploy is the expected share of awarded hours in which it is called on.
	Deploy float64 `json:"deploy"`
}

// Deviation is the band around a base point and what is charged beyond it: the
// share of the energy's settlement point price.
type Deviation struct {
	Share  float64 `json:"share"`   // of the base point
	MW     unit.MW `json:"band_mw"` // at least
	Charge float64 `json:"charge"`
}

// Obligation is a programme that a site has joined outside the daily market:
// Emergency Response Service, or a voluntary one, which binds to nothing.
type Obligation struct {
	ID        string        `json:"id"`
	Programme string        `json:"programme"` // "ers" or "voluntary"
	MW        unit.MW       `json:"power_mw"`
	Price     unit.USDPerMW `json:"usd_per_mw_h"`
	From      time.Time     `json:"from"` // of the term
	To        time.Time     `json:"to"`
	FirstHour int           `json:"first_hour"` // hours of the Central day that oblige, from its start
	LastHour  int           `json:"last_hour"`  // the hour ending with it, 1 to 24
	Weekdays  bool          `json:"weekdays"`   // Monday to Friday alone
}

// Binds reports whether the obligation holds at a moment.
func (o Obligation) Binds(t time.Time) bool {
	if !In(t, o.From, o.To) {
		return false
	}
	local := unit.Central(t)
	if day := local.Weekday(); o.Weekdays && (day == time.Saturday || day == time.Sunday) {
		return false
	}
	return local.Hour() >= o.FirstHour && local.Hour() < o.LastHour
}

// Obliged are the obligations of Emergency Response Service in force at a
// moment, as awards on load that must be there to be dropped; their megawatts
// are no reserve's.
func (s *Site) Obliged(t time.Time) []Award {
	if s.Participation == nil {
		return nil
	}
	var awards []Award
	for _, o := range s.Participation.Obligations {
		if o.Programme == "ers" && o.Binds(t) {
			start := t.Truncate(time.Hour)
			awards = append(awards, Award{
				Product: ERS, MW: o.MW, Up: true, LowMW: s.Participation.LowMW, Start: start, End: start.Add(time.Hour),
			})
		}
	}
	return awards
}

// ObligationPrice is what Emergency Response Service pays at a moment.
func (s *Site) ObligationPrice(t time.Time) (price unit.USDPerMW, ok bool) {
	if s.Participation == nil {
		return 0, false
	}
	for _, o := range s.Participation.Obligations {
		if o.Programme == "ers" && o.Binds(t) {
			return o.Price, true
		}
	}
	return 0, false
}

// May reports whether the site may offer a product: its type may, and ERCOT has
// qualified it.
func (p *Participation) May(product string) (Qualified, bool) {
	if p == nil {
		return Qualified{}, false
	}
	if _, ok := ProductFor(p.Type, product); !ok {
		return Qualified{}, false
	}
	i := slices.IndexFunc(p.Qualified, func(q Qualified) bool { return q.Product == product })
	if i < 0 {
		return Qualified{}, false
	}
	return p.Qualified[i], true
}

// Most is the maximum power consumption at the meter.
func (p *Participation) Most(s *Site) unit.MW {
	if p.MaxMW > 0 {
		return min(p.MaxMW, s.Limits.SiteMW)
	}
	return s.Limits.SiteMW
}

func (p *Participation) validate(v *validation, s *Site) {
	v.want(p.Type == CLR || p.Type == NCLR, "participation.load_type is %q; want %s or %s", p.Type, CLR, NCLR)
	v.want(s.Point != "", "participation: the site has no settlement point; only load in ERCOT takes part")
	v.within("participation.low_mw", float64(p.LowMW), 0, float64(s.Limits.SiteMW))
	v.within("participation.max_mw", float64(p.MaxMW), 0, float64(s.Limits.SiteMW))
	v.within("participation.wake_fail", p.WakeFail, 0, 0.5)
	v.within("participation.failure", p.Failure, 0, 100)
	v.within("participation.deviation.share", p.Deviation.Share, 0, 1)
	v.within("participation.deviation.band_mw", float64(p.Deviation.MW), 0, mostMW)
	v.within("participation.deviation.charge", p.Deviation.Charge, 0, 10)
	for i, q := range p.Qualified {
		name := "participation.qualified " + q.Product
		_, ok := ProductFor(p.Type, q.Product)
		v.want(ok, "%s: a load of type %s may not provide it", name, p.Type)
		v.within(name+": max_mw", float64(q.MaxMW), 0, mostMW)
		v.within(name+": block_mw", float64(q.BlockMW), 0, mostMW)
		v.within(name+": deploy", q.Deploy, 0, 1)
		v.want(slices.IndexFunc(p.Qualified, func(o Qualified) bool { return o.Product == q.Product }) == i, "%s is there twice; remove one", name)
	}
	for i, o := range p.Obligations {
		name := fmt.Sprintf("participation.obligations[%d]", i)
		v.want(o.ID != "", "%s has no id; name it", name)
		v.want(o.Programme == "ers" || o.Programme == "voluntary", "%s.programme is %q; want ers or voluntary", name, o.Programme)
		v.within(name+".power_mw", float64(o.MW), 0, float64(s.Limits.SiteMW))
		v.within(name+".usd_per_mw_h", float64(o.Price), 0, 10_000)
		v.want(o.To.After(o.From), "%s must end after it begins", name)
		v.want(o.FirstHour >= 0 && o.FirstHour < o.LastHour && o.LastHour <= 24, "%s: hours %d to %d; want 0 to 24, rising", name, o.FirstHour, o.LastHour)
	}
}

// Transmission is what a site's tariff passes through of the cost of
// transmission by coincident peak: so much a year for a megawatt that is on in
// every peak that counts. The months that count follow the rule in force.
type Transmission struct {
	USDPerMWYear float64 `json:"usd_per_mw_year"`
	// TwelveFrom is the day from which every month counts, over 30 minutes; the
	// zero time: June to September do, over 15 minutes.
	TwelveFrom time.Time `json:"twelve_from"`
}

// PeakRule is which of a year's months have a peak that counts, and for how
// much.
type PeakRule struct {
	Name   string        `json:"name"` // "4CP" or "12CP"
	Length time.Duration `json:"length_ns"`
	Months []time.Month  `json:"months"`
	Weight float64       `json:"weight"` // of each month's peak
}

// Counts reports whether a month has a peak that counts.
func (r PeakRule) Counts(m time.Month) bool { return slices.Contains(r.Months, m) }

// RuleAt is the rule in force at a moment: 16 TAC 25.192(b)(1), or the twelve
// peaks over 30 minutes that project 58484 proposes, from the day that is set.
func (t Transmission) RuleAt(at time.Time) PeakRule {
	if t.TwelveFrom.IsZero() || at.Before(t.TwelveFrom) {
		return PeakRule{
			Name: "4CP", Length: 15 * time.Minute, Weight: 0.25,
			Months: []time.Month{time.June, time.July, time.August, time.September},
		}
	}
	r := PeakRule{Name: "12CP", Length: 30 * time.Minute, Weight: 1.0 / 12}
	for m := time.January; m <= time.December; m++ {
		r.Months = append(r.Months, m)
	}
	return r
}

// Value is what a megawatt that is off in the peak of the month of at saves,
// $/MW; 0 in a month that does not count.
func (t Transmission) Value(at time.Time) float64 {
	r := t.RuleAt(at)
	if !r.Counts(unit.DayOf(at).Month) {
		return 0
	}
	return t.USDPerMWYear * r.Weight
}
