package report

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Opportunities is what a MWh can earn, each use ranked, now and in the next
// 48 hours (GET /api/opportunities).
type Opportunities struct {
	At        time.Time           `json:"at_utc"`
	Simulated bool                `json:"simulated"`
	Renewable RenewableRule       `json:"renewable"`
	Sites     []SiteOpportunities `json:"sites"`
}

// SiteOpportunities is one site's part of [Opportunities].
type SiteOpportunities struct {
	Site      string        `json:"site"`
	Name      string        `json:"name"`
	Point     string        `json:"point"`
	Simulated bool          `json:"simulated"`
	Price     Value         `json:"price"`              // expected settlement point price, or the tariff
	Energy    *float64      `json:"energy_usd_per_mwh"` // marginal cost of a machine MWh
	Lambda    *float64      `json:"lambda_usd_per_mwh"` // shadow price of the site's power limit; 0 where it does not bind
	Now       []Opportunity `json:"now"`                // best first; "off" is the row at 0
	Hours     []Hour        `json:"hours"`              // next 48 h by day-ahead price, as far as published
	Plan      *PlanAhead    `json:"plan_ahead"`         // null where no policy plans ahead
	Useful    Rule          `json:"useful_compute_rule"`
	Curtail   Rule          `json:"curtail_rule"`
}

// Opportunity is one use of a machine MWh of one class now.
type Opportunity struct {
	Rank          int        `json:"rank"`
	Use           string     `json:"use"`
	Class         string     `json:"class"`
	Tier          string     `json:"tier"`
	GrantedMW     float64    `json:"granted_mw"` // what the running plan gives it
	AvailableMW   float64    `json:"available_mw"`
	Revenue       *float64   `json:"revenue_usd_per_mwh"`
	Energy        *float64   `json:"energy_usd_per_mwh"`
	Margin        *float64   `json:"margin_usd_per_mwh"`
	Advantage     *float64   `json:"advantage_usd_per_mwh"` // margin over what else the MWh could do, off included
	AdvantageUSDH *float64   `json:"advantage_usd_per_h"`   // on the available power
	Until         *time.Time `json:"until_utc"`             // first day-ahead hour in which another use of the class is better; null if none is known
	Terms         []Term     `json:"terms"`                 // the arithmetic, in order
	Text          string     `json:"text"`
	Simulated     bool       `json:"simulated"`
}

// Hour is the best use of each class in one coming hour at its day-ahead price.
type Hour struct {
	Start     time.Time `json:"start_utc"`
	Price     *float64  `json:"price_usd_per_mwh"` // day-ahead price or tariff; null where not published yet
	Source    string    `json:"source"`
	Simulated bool      `json:"simulated"`
	Best      []HourUse `json:"best"` // one row per class
}

// HourUse is a class's best use in an hour.
type HourUse struct {
	Class  string   `json:"class"`
	Use    string   `json:"use"`
	Tier   string   `json:"tier"`
	Margin *float64 `json:"margin_usd_per_mwh"`
}

// Rule is an inequality with its numbers filled in. It holds when the left sum
// exceeds the right one.
type Rule struct {
	Name  string   `json:"name"`
	Text  string   `json:"text"`  // the inequality in words
	Holds *bool    `json:"holds"` // null where a number is not known
	Left  *float64 `json:"left_usd_per_mwh"`
	Right *float64 `json:"right_usd_per_mwh"`
	Terms []Term   `json:"terms"`
	Note  string   `json:"note"`
	Class string   `json:"class"` // the class it was worked out for
}

// horizon is how many hours ahead opportunities look.
const horizon = 48

// OpportunitiesOf ranks the uses of a MWh at each site at the prices of its
// newest decision. Hashprice and GPU prices are held for the coming hours; the
// day-ahead price is what changes.
func OpportunitiesOf(at time.Time, sites []SiteRecord, threshold float64) Opportunities {
	o := Opportunities{At: at, Renewable: RenewableOf(sites, threshold, at), Sites: make([]SiteOpportunities, 0, len(sites))}
	for i := range sites {
		row := siteOpportunities(&sites[i], at)
		o.Simulated = o.Simulated || row.Simulated
		o.Sites = append(o.Sites, row)
	}
	return o
}

func siteOpportunities(s *SiteRecord, at time.Time) SiteOpportunities {
	row := SiteOpportunities{
		Site: s.Site.ID, Name: s.Site.Name, Point: s.Site.Point,
		Price: unknown("expected_spp", market.RTSPP.Unit()), Now: []Opportunity{}, Hours: []Hour{},
	}
	d := s.Newest
	if d == nil {
		row.Useful, row.Curtail = usefulRule(nil, nil), curtailRule(nil, nil)
		return row
	}
	in := policy.Input{Site: &d.Input.Site, State: &d.Input.State, Snapshot: &d.Input.Snapshot}
	row.Simulated = d.Simulated
	row.Plan = planAheadOf(d)
	row.Price = expectedValue(in.Site, in.Snapshot, at)
	row.Hours = hoursAhead(in, at)
	price, known := expectedPrice(in.Site, in.Snapshot)
	if !known {
		row.Useful, row.Curtail = usefulRule(nil, nil), curtailRule(nil, nil)
		return row
	}
	o := outlook{in: in, plan: d.Plan, spp: price, at: at, hours: row.Hours, values: uses(in, price, in.Snapshot.Work)}
	row.Energy = number(float64(policy.EnergyPrice(in, price)))
	row.Lambda = number(float64(policy.Lambda(in, d.Plan, price)))
	row.Now = o.ranked()
	row.Useful = usefulRule(&o, row.Lambda)
	row.Curtail = curtailRule(&o, &s.Site)
	return row
}

// outlook is what a site's uses are worth now and in the coming hours.
type outlook struct {
	in     policy.Input
	plan   site.Plan
	spp    unit.USDPerMWh
	at     time.Time
	hours  []Hour
	values []policy.UseValue
}

// uses is every use of a MWh, work for the grid included: at what the next heavy
// task of the queue pays, on as many machines as there are workers for it.
func uses(in policy.Input, spp unit.USDPerMWh, queue *market.Queue) []policy.UseValue {
	values := policy.Values(in, spp)
	energy := policy.EnergyPrice(in, spp)
	next, waits := nextBid(queue)
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		if c.Kind == site.ASIC {
			continue
		}
		most := c.MaxMW()
		if waits && c.Units > 0 {
			most = min(most, most*unit.MW(queue.Servers)/unit.MW(c.Units))
		}
		values = append(values, policy.UseValue{
			Class: c.ID, Use: site.Grid, Revenue: next.Pays, Energy: energy, Margin: next.Pays - energy, MaxMW: most, Known: true,
		})
	}
	return values
}

// nextBid is the first heavy task of the queue; ok is false where none waits.
func nextBid(queue *market.Queue) (b market.Bid, ok bool) {
	if queue == nil || len(queue.Bids) == 0 {
		return b, false
	}
	return queue.Bids[0], true
}

// bestUse is the use of a class that earns most; of equals the first.
func bestUse(values []policy.UseValue, class string) (best policy.UseValue, ok bool) {
	for _, v := range values {
		if v.Class == class && v.Known && (!ok || v.Margin > best.Margin) {
			best, ok = v, true
		}
	}
	return best, ok
}

func (o *outlook) ranked() []Opportunity {
	rows := make([]Opportunity, 0, len(o.values))
	for _, v := range o.values {
		rows = append(rows, o.row(v))
	}
	slices.SortStableFunc(rows, func(a, b Opportunity) int {
		if a.Margin == nil || b.Margin == nil {
			return cmp.Compare(rank(a.Margin == nil), rank(b.Margin == nil))
		}
		return cmp.Compare(*b.Margin, *a.Margin)
	})
	for i := range rows {
		rows[i].Rank = i + 1
	}
	return rows
}

func (o *outlook) row(v policy.UseValue) Opportunity {
	row := Opportunity{
		Use: string(v.Use), Class: v.Class, Tier: v.Tier,
		GrantedMW: float64(granted(o.in.Site, o.plan, v)), AvailableMW: float64(v.MaxMW),
		Simulated: o.in.Snapshot.Simulated(), Terms: o.terms(v), Text: text(v),
	}
	if !v.Known {
		return row
	}
	row.Revenue, row.Energy, row.Margin = number(float64(v.Revenue)), number(float64(v.Energy)), number(float64(v.Margin))
	next := o.alternative(v)
	row.Advantage = number(float64(v.Margin - next))
	row.AdvantageUSDH = number(float64(v.Margin-next) * float64(v.MaxMW))
	if best, ok := bestUse(o.values, v.Class); ok && best.Use == v.Use && best.Tier == v.Tier {
		row.Until = o.until(v)
	}
	return row
}

// alternative is what a MWh of a use's class would earn otherwise: in its best
// other use. Tiers are filled in order, so that a better tier is no alternative
// to a worse one: it is full already.
func (o *outlook) alternative(v policy.UseValue) unit.USDPerMWh {
	best, found := unit.USDPerMWh(0), false
	for _, other := range o.values {
		same := other.Use == v.Use && (other.Tier == v.Tier || other.Margin >= v.Margin)
		if other.Class == v.Class && other.Known && !same && (!found || other.Margin > best) {
			best, found = other.Margin, true
		}
	}
	return best
}

func granted(s *site.Site, p site.Plan, v policy.UseValue) unit.MW {
	if v.Use == site.Off {
		c, _ := s.Class(v.Class)
		return offMW(c, p)
	}
	var sum unit.MW
	for _, a := range p.Allocations {
		if a.Class == v.Class && a.Use == v.Use && a.Tier == v.Tier {
			sum += a.MW
		}
	}
	return sum
}

// until is the start of the first coming hour in which another use is better.
func (o *outlook) until(v policy.UseValue) *time.Time {
	for _, h := range o.hours {
		if !h.Start.After(o.at) {
			continue
		}
		for _, best := range h.Best {
			if best.Class == v.Class && (best.Use != string(v.Use) || best.Tier != v.Tier) {
				return instant(h.Start)
			}
		}
	}
	return nil
}

func text(v policy.UseValue) string {
	switch {
	case !v.Known:
		return "its price is not known"
	case v.Use == site.Off:
		return "neither earns nor costs"
	case v.Use == site.Grid:
		if v.Revenue == 0 {
			return "no heavy task waits, so work for the grid costs its energy"
		}
		return fmt.Sprintf("the next heavy task pays %.2f $/MWh, less %.2f $/MWh of energy", float64(v.Revenue), float64(v.Energy))
	case v.Sold:
		return fmt.Sprintf("sold by contract: %.2f $/MWh of revenue less %.2f $/MWh of energy", float64(v.Revenue), float64(v.Energy))
	}
	return fmt.Sprintf("%.2f $/MWh of revenue less %.2f $/MWh of energy", float64(v.Revenue), float64(v.Energy))
}

// hoursAhead is the best use of each class in each coming hour.
func hoursAhead(in policy.Input, at time.Time) []Hour {
	hours := make([]Hour, 0, horizon)
	first := at.UTC().Truncate(time.Hour)
	for i := range horizon {
		h := Hour{Start: first.Add(time.Duration(i) * time.Hour), Best: []HourUse{}}
		price, known := hourPrice(in, &h)
		if known {
			h.Price = number(float64(price))
			values := uses(in, price, nil) // nobody knows what will wait then
			for j := range in.Site.Classes {
				if best, ok := bestUse(values, in.Site.Classes[j].ID); ok {
					h.Best = append(h.Best, HourUse{
						Class: best.Class, Use: string(best.Use), Tier: best.Tier, Margin: number(float64(best.Margin)),
					})
				}
			}
		}
		hours = append(hours, h)
	}
	return hours
}

func hourPrice(in policy.Input, h *Hour) (price unit.USDPerMWh, known bool) {
	if in.Site.Contract.Kind == site.Fixed {
		h.Source = tariffSource
		return in.Site.Contract.Price, true
	}
	q, known := in.Snapshot.DayAheadFor(h.Start)
	h.Source, h.Simulated = q.Source, q.Simulated
	return unit.USDPerMWh(q.Value), known
}
