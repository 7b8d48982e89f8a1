package backtest

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Report is the answer to a study.
type Report struct {
	Site       string            `json:"site"`
	Point      string            `json:"settlement_point"`
	From       string            `json:"from"` // first operating day
	To         string            `json:"to"`   // last operating day
	Step       int               `json:"interval_minutes"`
	Intervals  int               `json:"intervals"`
	Skipped    int               `json:"skipped_intervals"` // without a price in the data
	Resolution string            `json:"resolution"`        // what the data can and cannot show
	Simulated  bool              `json:"simulated"`
	Levers     []string          `json:"levers"`
	Regime     string            `json:"regime"`   // of the market the prices come from
	Forecast   string            `json:"forecast"` // that policies which look ahead were given
	MWYears    float64           `json:"mw_years"` // machines times time, to divide profits by
	Policies   map[string]Result `json:"policies"`
	Order      []string          `json:"order"` // of the policies, as asked for
	Tuning     Tuning            `json:"tuning"`
	Notes      []string          `json:"notes"`

	trace trace
}

// Result is what one policy came to. The capture ratio is what it earned above
// the tuned threshold, as a share of what perfect foresight earns above it; it
// is null where that share means nothing, and the note says why.
type Result struct {
	ProfitUSD   float64            `json:"profit_usd"`
	EnergyMWh   float64            `json:"energy_mwh"`
	Uptime      float64            `json:"uptime"` // machine energy as a share of everything always on
	Starts      int                `json:"starts"`
	AboveUSD    float64            `json:"above_threshold_usd"`
	AboveCI     [2]float64         `json:"above_threshold_usd_ci95"`
	Capture     *float64           `json:"capture_ratio"`
	CaptureCI   *[2]float64        `json:"capture_ratio_ci95"`
	CaptureNote string             `json:"capture_ratio_note,omitempty"`
	ByLever     map[string]float64 `json:"by_lever_usd"`
}

// report compares runs, of which threshold and oracle come last.
func (l *timeline) report(st Study, runs []run) Report {
	r := Report{
		Site: l.site.ID, Point: l.site.Point, From: st.From.String(), To: st.To.String(),
		Step: int(l.step / time.Minute), Intervals: len(l.intervals), Skipped: l.skipped,
		Resolution: resolution(l.step, len(l.settled) == 0), Policies: make(map[string]Result, len(runs)),
	}
	threshold, oracle := &runs[len(runs)-2], &runs[len(runs)-1]
	boot := newBootstrap(len(l.days))
	gap := boot.interval(diff(oracle.daily, threshold.daily))
	why := meaningless(oracle.profit.USD(), threshold.profit.USD(), gap)
	for i := range runs {
		result := resultOf(&runs[i])
		above := diff(runs[i].daily, threshold.daily)
		result.AboveUSD = runs[i].profit.USD() - threshold.profit.USD()
		result.AboveCI = boot.interval(above)
		result.CaptureNote = why
		if why == "" {
			ratio := result.AboveUSD / (oracle.profit.USD() - threshold.profit.USD())
			ci := boot.ratio(above, diff(oracle.daily, threshold.daily))
			result.Capture, result.CaptureCI = &ratio, &ci
		}
		r.Policies[runs[i].policy] = result
		r.Order = append(r.Order, runs[i].policy)
	}
	r.Notes = l.notes()
	r.Levers, r.Regime, r.Forecast = st.Levers.Names(), string(site.RegimeOf(l.intervals[0].Start)), st.Forecast.name()
	for i := range l.site.Classes {
		r.MWYears += float64(l.site.Classes[i].MaxMW()) * float64(len(l.intervals)) * l.step.Hours() / hoursPerYear
	}
	for _, q := range l.settled {
		r.Simulated = r.Simulated || q.Simulated
	}
	if st.Trace {
		r.trace = trace{line: l, runs: runs}
	}
	return r
}

func resultOf(r *run) Result {
	result := Result{
		ProfitUSD: r.profit.USD(), EnergyMWh: float64(r.energy), Starts: r.starts,
		ByLever: make(map[string]float64, len(r.levers)),
	}
	if r.most > 0 {
		result.Uptime = r.granted / r.most
	}
	for lever, amount := range r.levers {
		result.ByLever[string(lever)] = amount.USD()
	}
	return result
}

// hoursPerYear is the length of the year that profits are stated for.
const hoursPerYear = 8760

// leastGap is the share of the oracle's profit that must lie between threshold
// and oracle for a ratio to mean anything.
const leastGap = 0.01

// meaningless is why no capture ratio is given; empty where one is.
func meaningless(oracle, threshold float64, gap [2]float64) string {
	between := oracle - threshold
	switch {
	case !(between > 0):
		return fmt.Sprintf("no ratio: perfect foresight earns %.2f $ above the threshold", between)
	case between < leastGap*math.Abs(oracle):
		return fmt.Sprintf("no ratio: only %.0f $ (%.2f %% of profit) lie between threshold and perfect foresight, 1 %% is asked for",
			between, 100*between/math.Abs(oracle))
	case gap[0] <= 0:
		return fmt.Sprintf("no ratio: the 95 %% interval of the gap, %.0f to %.0f $, touches zero", gap[0], gap[1])
	}
	return ""
}

// resolution says what the data's step allows to be claimed.
func resolution(step time.Duration, tariff bool) string {
	switch {
	case tariff:
		return "tariff: no market price concerns this site"
	case step >= time.Hour:
		return "hourly data: value claims need 15-minute data or finer"
	case step >= unit.Settlement:
		return "15-minute data"
	}
	return "5-minute data, settled at 15-minute means"
}

func (l *timeline) notes() []string {
	notes := append([]string(nil), l.data.Notes...)
	notes = append(notes, "hashprice is that of the operating day, taken as known from its start")
	if l.site.Participation != nil {
		notes = append(notes, "reserve: cleared at day-ahead MCPC, each MW as its dearest product; the static rule holds what it sold, others may buy it back; nothing is called on",
			fmt.Sprintf("real-time reserve price: assumed, the day-ahead price and %.0f %% of what energy costs above its own", 100*l.follow))
	}
	if l.peaks != nil {
		notes = append(notes, l.peaks.note, "peaks: the highest hour of the month's native load stands in for the quarter hour that settles")
	}
	if l.skipped > 0 {
		notes = append(notes, fmt.Sprintf("%d intervals have no price and were skipped; the newest earlier price counts as the newest", l.skipped))
	}
	if len(l.data.DayAhead) == 0 && len(l.settled) > 0 {
		notes = append(notes, "no day-ahead prices were given: dayahead runs everything")
	}
	for i := range l.site.Classes {
		c := &l.site.Classes[i]
		for j := range c.Tiers {
			if c.Tiers[j].USDPerGPUh == 0 && !l.rented(c.Model) {
				notes = append(notes, fmt.Sprintf("class %s: no price of %q was given: tier %s earns nothing", c.ID, c.Model, c.Tiers[j].Name))
			}
		}
	}
	return notes
}

func (l *timeline) rented(model string) bool {
	for i := range l.data.GPU {
		if l.data.GPU[i].Key == model {
			return true
		}
	}
	return false
}
