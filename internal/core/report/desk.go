package report

import (
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// DeskBoard is how sites take part in ERCOT's markets (GET /api/desk).
type DeskBoard struct {
	At        time.Time   `json:"at_utc"`
	Simulated bool        `json:"simulated"`
	Regime    string      `json:"regime"` // market design that the present falls under
	Sites     []DeskSite  `json:"sites"`
	Matrix    []MatrixRow `json:"matrix"`
	Link      DeskLink    `json:"link"`
}

// MatrixRow is a row of the matrix of products by type of load.
type MatrixRow struct {
	Product   string  `json:"product"`
	Form      string  `json:"form"` // of responsive reserve: PFR, UFR or FFR
	LoadType  string  `json:"load_type"`
	Direction string  `json:"direction"` // up or down
	ResponseS float64 `json:"response_s"`
	SustainS  float64 `json:"sustain_s"`
	RestoreS  float64 `json:"restore_s"` // 0: none is set
	Hardware  bool    `json:"hardware"`  // tripped by a relay
	Block     bool    `json:"block"`
}

// DeskLink is how the interface to the QSE does. Times are on the wall's clock.
type DeskLink struct {
	Way       string     `json:"way"`            // what carries offers: the QSE's host, or files
	Modbus    string     `json:"modbus_address"` // empty: none
	Scans     int64      `json:"scans"`
	Writes    int64      `json:"writes"`
	Refused   int64      `json:"refused"`
	LastScan  *time.Time `json:"last_scan_utc"`
	LastWrite *time.Time `json:"last_write_utc"`
	EveryMS   float64    `json:"scan_every_ms"`
	AnswerUS  float64    `json:"answer_us"` // median, of the server
	Orders    int        `json:"orders"`    // timed below
	MedianMS  *float64   `json:"order_median_ms"`
	WorstMS   *float64   `json:"order_worst_ms"` // from an order to its stored decision
}

// DeskSite is a site's part of [DeskBoard].
type DeskSite struct {
	Site        string           `json:"site"`
	Name        string           `json:"name"`
	Point       string           `json:"point"`
	LoadType    string           `json:"load_type"`
	Auto        bool             `json:"auto"` // offers go out without a person's approval
	Energy      bool             `json:"energy_bids"`
	LowMW       float64          `json:"low_mw"`
	MaxMW       float64          `json:"max_mw"`
	WakeFail    float64          `json:"wake_fail"`
	Next        string           `json:"next_day"` // whose market closes next
	Closes      time.Time        `json:"closes_utc"`
	Trouble     string           `json:"trouble"`
	EEA         Value            `json:"eea"`
	PRC         Value            `json:"prc"`
	Days        []DeskDay        `json:"days"` // in order: today, tomorrow and after, as far as there are offers
	Now         *DeskNow         `json:"now"`  // null before the first interval
	Awards      []Award          `json:"awards"`
	Called      []Instruction    `json:"called"` // deployments in force
	Obligations []DeskObligation `json:"obligations"`
	Peaks       []DeskPeak       `json:"peaks"`
	Statements  []DeskStatement  `json:"statements"`
}

// DeskObligation is a programme outside the daily market.
type DeskObligation struct {
	ID        string  `json:"id"`
	Programme string  `json:"programme"`
	PowerMW   float64 `json:"power_mw"`
	PriceUSD  float64 `json:"usd_per_mw_h"`
	Text      string  `json:"text"` // when it binds
	Binds     bool    `json:"binds"`
}

// DeskDay is an operating day's offers and awards.
type DeskDay struct {
	Day       string     `json:"operating_day"`
	Status    string     `json:"status" enum:"draft,approved,submitted,awarded,missed"`
	Revision  int        `json:"revision"`
	Made      time.Time  `json:"made_utc"`
	By        string     `json:"approved_by"`
	Note      string     `json:"note"`
	Reference string     `json:"reference"`
	Submitted *time.Time `json:"submitted_utc"`
	AwardedAt *time.Time `json:"awarded_utc"`
	Simulated bool       `json:"simulated"`
	Hours     []DeskHour `json:"hours"`
	// WorthUSD is what the awards are worth at their prices before anything that
	// happens in real time; null before there are any.
	WorthUSD *float64 `json:"worth_usd"`
}

// DeskHour is an hour of a [DeskDay].
type DeskHour struct {
	Start     time.Time     `json:"start_utc"`
	Mean      float64       `json:"mean_usd_per_mwh"`
	Low       float64       `json:"low_usd_per_mwh"`
	High      float64       `json:"high_usd_per_mwh"`
	Source    string        `json:"source"`
	Able      float64       `json:"capability_mw"`
	Status    string        `json:"resource_status"`
	LoadMW    float64       `json:"load_mw"`
	ObligedMW float64       `json:"obliged_mw"` // of programmes outside the market
	EnergyMW  float64       `json:"energy_bid_mw"`
	EnergyUSD *float64      `json:"energy_bid_usd_per_mwh"` // dearest point
	BoughtMW  float64       `json:"energy_award_mw"`
	BoughtUSD *float64      `json:"energy_award_usd_per_mwh"`
	Products  []DeskProduct `json:"products"`
}

// DeskProduct is a product's offer and award in an hour.
type DeskProduct struct {
	Product string   `json:"product"`
	Up      bool     `json:"up"`
	OfferMW float64  `json:"offer_mw"`
	FromUSD *float64 `json:"from_usd_per_mw_h"` // cheapest megawatt
	ToUSD   *float64 `json:"to_usd_per_mw_h"`   // dearest
	AwardMW float64  `json:"award_mw"`
	PaidUSD *float64 `json:"award_usd_per_mw_h"`
	Why     string   `json:"why"` // what the cheapest megawatt's price is made of
}

// DeskNow is what is offered in the running interval.
type DeskNow struct {
	Start     time.Time      `json:"start_utc"`
	Price     float64        `json:"price_usd_per_mwh"`
	LoadMW    float64        `json:"load_mw"`
	Able      float64        `json:"capability_mw"`
	Offers    []DeskProduct  `json:"offers"`
	Bid       []DeskStep     `json:"bid"` // real-time energy bid of a Controllable Load Resource
	Positions []DeskPosition `json:"positions"`
}

// DeskStep is a point of a bid curve.
type DeskStep struct {
	PowerMW float64 `json:"power_mw"`
	USD     float64 `json:"usd_per_mwh"`
}

// DeskPosition is a day-ahead position against buying it back.
type DeskPosition struct {
	Product    string   `json:"product"`
	DayAheadMW float64  `json:"day_ahead_mw"`
	SoldUSD    float64  `json:"sold_usd_per_mw_h"`
	HoldUSD    *float64 `json:"hold_usd_per_mw_h"`
	BuyBackUSD *float64 `json:"buy_back_usd_per_mw_h"`
	Keep       bool     `json:"keep"`
	Text       string   `json:"text"`
}

// DeskPeak is a month's coincident peak of a site.
type DeskPeak struct {
	Month     string    `json:"month"`
	Rule      string    `json:"rule"`
	Status    string    `json:"status" enum:"candidate,published"`
	Start     time.Time `json:"start_utc"`
	LengthS   float64   `json:"length_s"`
	SystemMW  float64   `json:"system_mw"`
	PowerMW   float64   `json:"power_mw"`
	AmountUSD float64   `json:"amount_usd"`
	DueFrom   string    `json:"due_from"` // month of the first of twelve instalments
	Simulated bool      `json:"simulated"`
	Text      string    `json:"text"`
}

// DeskStatement is a statement that was held against our own settlement.
type DeskStatement struct {
	Name         string           `json:"name"`
	At           time.Time        `json:"at_utc"`
	Version      string           `json:"version"`
	StatementUSD float64          `json:"statement_usd"`
	OursUSD      float64          `json:"ours_usd"`
	Within       bool             `json:"within_tolerance"`
	Open         int              `json:"open"`
	Rows         []DeskDifference `json:"rows"`
}

// DeskDifference is a charge of a day, as stated and as settled by us.
type DeskDifference struct {
	Day          string  `json:"operating_day"`
	Charge       string  `json:"charge"`
	StatementUSD float64 `json:"statement_usd"`
	OursUSD      float64 `json:"ours_usd"`
	QuantityUSD  float64 `json:"quantity_usd"`
	PriceUSD     float64 `json:"price_usd"`
	OK           bool    `json:"ok"`
	Why          string  `json:"why"`
}

// Telemetry is what the RTU of the QSE reads of a site.
type Telemetry struct {
	Site       string           `json:"site"`
	PowerMW    *float64         `json:"power_mw"` // at the settlement meter; null before the first reading
	At         *time.Time       `json:"at_utc"`
	AgeS       *float64         `json:"age_s"`
	Quality    string           `json:"quality" enum:"good,stale,none"`
	LowMW      float64          `json:"low_mw"`
	MaxMW      float64          `json:"max_mw"`
	Status     string           `json:"resource_status"`
	BaseMW     *float64         `json:"base_point_mw"`
	Capability []TelemetryValue `json:"capability"`
	Awarded    []TelemetryValue `json:"awarded"`
	Stopped    bool             `json:"stopped"`
	Live       bool             `json:"live"` // machines that are not on this computer are commanded
	Relay      string           `json:"relay"`
	Simulated  bool             `json:"simulated"`
	// Regulation is the newest deployment by the four-second signal; null where none
	// came.
	Regulation *TelemetryRegulation `json:"regulation"`
}

// TelemetryRegulation is a deployment of regulation, MW at the meter, below 0 where
// load is to come off.
type TelemetryRegulation struct {
	At          time.Time `json:"at_utc"`
	AskedMW     float64   `json:"asked_mw"`
	MovedMW     float64   `json:"moved_mw"`  // of it, within award, limits and ramp
	TargetMW    float64   `json:"target_mw"` // that the meter is to show
	ErrorMW     *float64  `json:"error_mw"`  // by which the meter was off the target before when this one came
	Points      int       `json:"points"`    // deployments in the running interval
	MeanMW      float64   `json:"mean_mw"`   // moved in it so far, over all of its length
	MeanErrorMW *float64  `json:"mean_error_mw"`
	Partial     bool      `json:"partial"` // the process was not there for some of the interval
}

// TelemetryValue is a product's megawatts.
type TelemetryValue struct {
	Product string  `json:"product"`
	PowerMW float64 `json:"power_mw"`
}

// ProductMatrix is the matrix of products by type of load.
func ProductMatrix() []MatrixRow {
	var rows []MatrixRow
	for _, p := range site.ProductMatrix() {
		rows = append(rows, MatrixRow{
			Product: p.Name, Form: p.Form, LoadType: string(p.Type), Direction: directionOf(p.Up), ResponseS: p.Response.Seconds(),
			SustainS: p.Sustain.Seconds(), RestoreS: p.Restore.Seconds(), Hardware: p.Hardware, Block: p.Block,
		})
	}
	return rows
}

func directionOf(up bool) string {
	if up {
		return "up"
	}
	return "down"
}

// DeskDayOf is a day as pages show it.
func DeskDayOf(s *site.Site, d *desk.Day) DeskDay {
	v := DeskDay{
		Day: d.Day, Status: string(d.Status), Revision: d.Revision, Made: d.Made.UTC(), By: d.By, Note: d.Note, Reference: d.Reference,
		Submitted: instant(d.Submitted), AwardedAt: instant(d.AwardedAt), Simulated: d.Simulated, Hours: make([]DeskHour, 0, len(d.Hours)),
	}
	worth := 0.0
	for i := range d.Hours {
		v.Hours = append(v.Hours, deskHour(s, d, &d.Hours[i]))
	}
	for _, a := range d.Awards {
		if a.Product != site.Energy {
			worth += float64(a.MW) * a.Price
		}
	}
	if d.Status == desk.Awarded {
		v.WorthUSD = &worth
	}
	return v
}

func deskHour(s *site.Site, d *desk.Day, h *desk.Hour) DeskHour {
	v := DeskHour{
		Start: h.Start.UTC(), Mean: h.Mean, Low: h.Low, High: h.High, Source: h.Source, Able: float64(h.Capability),
		Status: h.Plan.Status, LoadMW: float64(h.Plan.LoadMW), Products: []DeskProduct{},
	}
	for _, a := range s.Obliged(h.Start) {
		v.ObligedMW += float64(a.MW)
	}
	if n := len(h.EnergyBid); n > 0 {
		v.EnergyMW, v.EnergyUSD = float64(h.EnergyBid[n-1].MW), number(h.EnergyBid[0].Price)
	}
	for _, o := range h.Offers {
		v.Products = append(v.Products, deskProduct(o, h.Costs))
	}
	for _, a := range d.Awards {
		if !a.Start.Equal(h.Start) {
			continue
		}
		if a.Product == site.Energy {
			v.BoughtMW, v.BoughtUSD = float64(a.MW), number(a.Price)
			continue
		}
		found := false
		for i := range v.Products {
			if p := &v.Products[i]; p.Product == a.Product {
				p.AwardMW, p.PaidUSD, found = float64(a.MW), number(a.Price), true
			}
		}
		if !found {
			v.Products = append(v.Products, DeskProduct{Product: a.Product, Up: a.Product != "REGDN", AwardMW: float64(a.MW), PaidUSD: number(a.Price)})
		}
	}
	return v
}

func deskProduct(o desk.Offer, costs []desk.Cost) DeskProduct {
	p := DeskProduct{Product: o.Product, Up: o.Up}
	if n := len(o.Curve); n > 0 {
		p.OfferMW, p.FromUSD, p.ToUSD = float64(o.Curve[n-1].MW), number(o.Curve[0].Price), number(o.Curve[n-1].Price)
	}
	for _, c := range costs {
		if c.Product == o.Product {
			p.Why = why(c)
			break
		}
	}
	return p
}

// why says what a holding cost is made of.
func why(c desk.Cost) string {
	what := c.Block.Class + " " + string(c.Block.Use)
	if c.Block.Tier != "" {
		what += " " + c.Block.Tier
	}
	if c.Block.Cap {
		what += " under a power cap"
	}
	given := "the right to switch off"
	if p, ok := site.ProductFor(site.CLR, c.Product); ok && !p.Up {
		given = "running that is given up"
	}
	return fmt.Sprintf("%s, worth %.2f $/MWh: %.2f for %s, %.2f for margin lost while called on, %.2f for stopping",
		what, float64(c.Block.Value), c.Option, given, c.Lost, c.Wear)
}

// DeskNowOf is the running interval's offers as pages show them.
func DeskNowOf(r *desk.RealTime) *DeskNow {
	if r == nil {
		return nil
	}
	v := &DeskNow{
		Start: r.Interval.Start.UTC(), Price: r.Price, LoadMW: float64(r.LoadMW), Able: float64(r.Capability),
		Offers: []DeskProduct{}, Bid: []DeskStep{}, Positions: []DeskPosition{},
	}
	for _, o := range r.Offers {
		v.Offers = append(v.Offers, deskProduct(o, nil))
	}
	for _, b := range r.Bid {
		v.Bid = append(v.Bid, DeskStep{float64(b.MW), b.Price})
	}
	for _, p := range r.Positions {
		v.Positions = append(v.Positions, DeskPosition{
			Product: p.Product, DayAheadMW: float64(p.DayAhead), SoldUSD: p.Sold, HoldUSD: p.Hold, BuyBackUSD: p.BuyBack, Keep: p.Keep, Text: p.Text,
		})
	}
	return v
}

// DeskPeakOf is a peak as pages show it.
func DeskPeakOf(p settle.Peak) DeskPeak {
	v := DeskPeak{
		Month: p.Month.Format("2006-01"), Rule: p.Rule, Status: string(p.Status), Start: p.Interval.Start.UTC(), LengthS: p.Interval.Length.Seconds(),
		SystemMW: float64(p.SystemMW), PowerMW: float64(p.MW), AmountUSD: p.Amount.USD(), Simulated: p.Simulated,
		DueFrom: p.Instalments()[0].Due.Format("2006-01"), Text: "highest interval so far; settled when ERCOT publishes the peak",
	}
	if p.Status == settle.Published {
		v.Text = "as published; due in twelve parts of the year after"
	}
	return v
}

// DeskStatementOf is a comparison as pages show it.
func DeskStatementOf(c settle.Comparison) DeskStatement {
	v := DeskStatement{
		Name: c.Name, At: c.At.UTC(), Version: string(c.Version), StatementUSD: c.Statement.USD(), OursUSD: c.Ours.USD(),
		Within: c.Within, Open: c.Open, Rows: make([]DeskDifference, 0, len(c.Rows)),
	}
	for _, r := range c.Rows {
		v.Rows = append(v.Rows, DeskDifference{
			Day: r.Day, Charge: string(r.Charge), StatementUSD: r.Statement.USD(), OursUSD: r.Ours.USD(),
			QuantityUSD: r.Quantity.USD(), PriceUSD: r.Price.USD(), OK: r.OK, Why: r.Why,
		})
	}
	return v
}
