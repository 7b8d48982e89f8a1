package reward

import (
	"encoding/json"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/baseline"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Claim is what a site's meter signs: kWh below a baseline over N control
// intervals from Start.
type Claim struct {
	Site     string     `json:"site"`
	Start    uint32     `json:"start_interval"` // see [proof.IntervalNumber]
	N        uint16     `json:"intervals"`
	KWh      uint64     `json:"kwh"`
	Method   proof.Hash `json:"method"`
	Baseline proof.Hash `json:"baseline"` // of the Baseline's JSON, Keccak-256
	Settled  bool       `json:"settled"`  // settlement-quality metering, not telemetry
}

// LeastOf names the method: the least of the baselines that apply. The first is
// that what the meter showed in the hour before the load was told to go down is
// what it would have shown (meter-before/meter-after of ERCOT's Demand Response
// Baseline Methodologies, with an hour before and no hour after, since a return
// is staggered).
const LeastOf = "pouw-dem/least-of-baselines/1"

// Baseline is how a claim's energy was found, for whoever checks it.
type Baseline struct {
	Method      string    `json:"method"`
	Site        string    `json:"site"`
	Start       time.Time `json:"start_utc"`
	End         time.Time `json:"end_utc"`
	HourBefore  []float64 `json:"hour_before_kwh"` // per control interval
	BaselineKWh float64   `json:"baseline_kwh"`
	MeteredKWh  float64   `json:"metered_kwh"`
	BandKWh     float64   `json:"band_kwh"`      // taken off: the method's error on intervals without curtailment
	Placebo     int       `json:"placebo"`       // such intervals that the band was found on
	Ordered     string    `json:"ordered_by"`    // what made the load go down
	Additional  string    `json:"additionality"` // what would have happened otherwise, as far as we can say
	Simulated   bool      `json:"simulated"`

	// Class says whether the energy was saved beyond what would have happened
	// anyway; Paid names the programmes that have paid for the same drop, so that
	// nobody counts it twice. Methods are what other baselines find for the same
	// intervals, with their placebos: the claim takes the least of those that
	// apply.
	Class   Class               `json:"class,omitempty"`
	Paid    []string            `json:"paid_by,omitempty"`
	Methods []baseline.Estimate `json:"methods,omitempty"`
	Held    *MaxBase            `json:"max_base_load,omitempty"`
}

// Class is the additionality of what was curtailed.
type Class string

// The classes: told to by ERCOT, the TDSP or the QSE; what any operator would
// have done at that price; and what went beyond that.
const (
	Instructed      Class = "instructed"
	PriceResponsive Class = "price_responsive"
	Voluntary       Class = "voluntary"
)

// MaxBase is whether a declared maximum base load was held.
type MaxBase struct {
	DeclaredKW float64 `json:"declared_kw"`
	Held       bool    `json:"held"`
	Share      float64 `json:"share"` // of the intervals
}

// Hash commits the baseline.
func (b Baseline) Hash() proof.Hash {
	body, err := json.Marshal(b)
	if err != nil {
		return proof.Hash{} // cannot be: all its fields are numbers, texts and times
	}
	return proof.Keccak(body)
}

// Metered is one control interval at a site's settlement meter.
type Metered struct {
	Start     time.Time
	KWh       float64
	Planned   float64 // kWh that the decision granted to machines
	Measured  bool    // by a meter, not from the plan
	Settled   bool    // settlement-quality
	Simulated bool

	Price    float64  // settlement point price, $/MWh; NaN where none is known
	Economic float64  // kWh that machines would draw by price alone; NaN where nobody says
	Order    string   // what told the load to go down; empty: nothing but the site's plan
	Paid     []string // programmes that paid for the load to be there to be dropped
}

const (
	hourBefore = 12  // control intervals
	longest    = 288 // of a claim: a day
	dropped    = 0.9 // of the baseline: what is above is not curtailment
	quantile   = 0.9 // of the error on intervals without curtailment that is taken off
	control    = 5 * time.Minute
)

// Curtailed is a run of intervals in which a site drew less than its baseline
// because its plan said so.
type Curtailed struct {
	Claim    Claim
	Baseline Baseline
}

// Curtailments are the runs that start on a UTC day, from rows in time order that
// reach back before it. An interval counts as curtailed when both the meter and
// the plan are below nine tenths of their means over the last hour of intervals
// that were not; one that fell without a plan is an outage and ends nothing but the
// claim. A run ends with the day. Of each run, the kWh that the method would
// have claimed of an ordinary time as long are taken off.
//
// Where rows reach back further, every other baseline that applies has its say
// too (see package baseline), and the claim is the least of them: gaming one is
// then worth nothing. declaredKW is the site's declared maximum base load; 0:
// none.
func Curtailments(site string, epoch uint32, rows []Metered, declaredKW float64) []Curtailed {
	from, to := StartOf(epoch), StartOf(epoch+1)
	band, placebo := placeboBand(rows)
	var found []Curtailed
	var before, plans, run []float64
	var first Metered
	flush := func() {
		if len(run) > 0 && !first.Start.Before(from) {
			if c, ok := claim(site, first, before, run, band, placebo); ok {
				if c, ok = weighed(c, rows, declaredKW); ok {
					found = append(found, c)
				}
			}
		}
		run = nil
	}
	var last time.Time
	for _, row := range rows {
		if !row.Start.Before(to) {
			break
		}
		if !last.IsZero() && !row.Start.Equal(last.Add(control)) {
			flush()
			before, plans = nil, nil
		}
		last = row.Start
		base, ok := mean(before)
		ordered, _ := mean(plans)
		down := ok && row.Measured && row.KWh < dropped*base && row.Planned < dropped*ordered
		switch {
		case down && len(run) < longest:
			if len(run) == 0 {
				first = row
			}
			run = append(run, row.KWh)
			if row.Start.Add(control).Equal(from) {
				flush() // the rest of the run is the next day's
			}
		default:
			flush()
			before, plans = append(before, row.KWh), append(plans, row.Planned)
			if !row.Measured || ok && row.KWh < dropped*base {
				before, plans = nil, nil // an outage, or no meter: no hour to compare with
			}
			before, plans = before[max(0, len(before)-hourBefore):], plans[max(0, len(plans)-hourBefore):]
		}
	}
	flush()
	return found
}

func mean(before []float64) (float64, bool) {
	if len(before) < hourBefore {
		return 0, false
	}
	sum := 0.0
	for _, v := range before {
		sum += v
	}
	return sum / float64(len(before)), sum > 0
}

// placeboBand is, per interval, the nine-tenths quantile of what the method
// misses on intervals that were not curtailed.
func placeboBand(rows []Metered) (kWh float64, n int) {
	var misses, before []float64
	for _, row := range rows {
		base, ok := mean(before)
		if ok && row.Measured && row.KWh >= dropped*base {
			misses = append(misses, math.Abs(row.KWh-base))
		}
		if ok && row.KWh < dropped*base {
			before = nil
			continue
		}
		if before = append(before, row.KWh); len(before) > hourBefore {
			before = before[1:]
		}
	}
	if len(misses) == 0 {
		return 0, 0
	}
	slices.Sort(misses)
	return misses[min(len(misses)-1, int(quantile*float64(len(misses))))], len(misses)
}

// claim is the claim of a run; ok is false where the band leaves nothing.
func claim(site string, first Metered, before, run []float64, band float64, placebo int) (Curtailed, bool) {
	base, ok := mean(before)
	if !ok || placebo == 0 {
		return Curtailed{}, false
	}
	metered := 0.0
	for _, v := range run {
		metered += v
	}
	b := Baseline{
		Method: LeastOf, Site: site, Start: first.Start.UTC(), End: first.Start.Add(time.Duration(len(run)) * control).UTC(),
		HourBefore: slices.Clone(before), BaselineKWh: base * float64(len(run)), MeteredKWh: metered,
		BandKWh: band * float64(len(run)), Placebo: placebo, Ordered: "the site's own plan",
		Additional: "price response: the operator might have curtailed without a certificate", Simulated: first.Simulated,
	}
	kWh := math.Floor(b.BaselineKWh - metered - b.BandKWh)
	if kWh < 1 {
		return Curtailed{}, false
	}
	return Curtailed{Baseline: b, Claim: Claim{
		Site: site, Start: proof.IntervalNumber(first.Start), N: uint16(len(run)), KWh: uint64(kWh),
		Method: method(), Baseline: b.Hash(), Settled: first.Settled,
	}}, true
}
