package forecaster

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/peak"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// PeaksConfig is what a Peaks needs.
type PeaksConfig struct {
	Rules      []peak.Rules
	ResponseMW float64 // that others take off near a peak, beyond what the load's forecast has
	Sites      []site.Site
	History    History
	Filled     <-chan struct{} // closed when older history has come; nil: none will
	Clock      clock.Clock
	Log        *slog.Logger
}

// Peaks tells how likely each hour of today is to be its month's coincident
// peak, and from which chance each class of machines is better off.
type Peaks struct {
	cfg PeaksConfig

	mu    sync.RWMutex
	shown report.PeakOutlook
}

// NewPeaks is a forecaster of coincident peaks; it does nothing before Run.
func NewPeaks(cfg PeaksConfig) *Peaks {
	return &Peaks{cfg: cfg, shown: emptyPeaks("Nothing has been looked at yet.")}
}

func emptyPeaks(text string) report.PeakOutlook {
	return report.PeakOutlook{
		Status: "waiting", Text: text, StartS: []int64{}, LoadMW: []float64{}, Chances: []float64{}, Intervals: []float64{}, Rules: []report.PeakRule{}, Classes: []report.PeakClass{},
	}
}

const (
	peakDays  = 28   // of daily peaks that the rest of the month is drawn from
	peakDraws = 2000 // of the rest of the month
	// loadDeviation is the error of the day's load forecast, a fraction: ERCOT's
	// day-ahead forecast has had a mean absolute error of 1.5 to 2 %.
	loadDeviation = 0.02
	alertHours    = 1 // that a call lasts
)

// Run looks every quarter of an hour, and as soon as older history has come,
// until ctx ends.
func (p *Peaks) Run(ctx context.Context) error {
	next := time.Time{}
	for {
		now := p.cfg.Clock.Now()
		if filled := came(&p.cfg.Filled); filled || !now.Before(next) {
			next = now.Truncate(unit.Settlement).Add(unit.Settlement)
			view, _, err := p.look(ctx, now)
			if ctx.Err() != nil {
				return nil
			}
			if err != nil {
				p.cfg.Log.WarnContext(ctx, "coincident peaks not looked for", "error", err)
				view = emptyPeaks(err.Error())
			}
			p.mu.Lock()
			p.shown = view
			p.mu.Unlock()
		}
		if p.cfg.Clock.Sleep(ctx, time.Minute) != nil {
			return nil
		}
	}
}

// Outlook is the newest.
func (p *Peaks) Outlook() report.PeakOutlook {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.shown
}

// Chances are those of the hours of today that are not over, as of the newest
// look; none where it is of another day.
func (p *Peaks) Chances(asOf time.Time) []market.Quote {
	v := p.Outlook()
	if v.Made == nil || v.Made.After(asOf) || v.Day != unit.DayOf(asOf).String() {
		return nil
	}
	var out []market.Quote
	for i, start := range v.StartS {
		q := market.Quote{Value: v.Chances[i], Start: time.Unix(start, 0).UTC(), Length: time.Hour, Known: *v.Made, Source: "forecast/peaks", Simulated: v.Simulated}
		if q.Interval().End().After(asOf) {
			out = append(out, q)
		}
	}
	return out
}

// loads are mean loads by hour, MW.
type loads map[int64]float64

func (p *Peaks) hours(ctx context.Context, series market.Series, from, to, now time.Time) (loads, bool, error) {
	all, err := p.cfg.History.Range(ctx, series, from, to, now)
	if err != nil {
		return nil, false, err
	}
	sum, n, simulated := loads{}, loads{}, false
	for _, o := range all {
		hour := o.Interval.Start.Truncate(time.Hour).Unix()
		simulated = simulated || o.Simulated
		if o.Interval.Length >= time.Hour {
			sum[hour], n[hour] = o.Value*1e6, 1e6 // the meter's own mean outweighs what was seen in passing
			continue
		}
		sum[hour], n[hour] = sum[hour]+o.Value, n[hour]+1
	}
	for hour := range sum {
		sum[hour] /= n[hour]
	}
	return sum, simulated, nil
}

// look also gives how many days of daily peaks are known without a gap.
func (p *Peaks) look(ctx context.Context, now time.Time) (report.PeakOutlook, int, error) {
	today := unit.DayOf(now)
	measured, simulated, err := p.hours(ctx, market.Series{Kind: market.Load}, today.Add(-62).Start(), now, now)
	if err != nil {
		return report.PeakOutlook{}, 0, err
	}
	past, soFar := dailyPeaks(measured, today)
	if len(past) < peakDays {
		return emptyPeaks(fmt.Sprintf("The chance needs %d days of the system's load without a gap; %d are known.", peakDays, len(past))), len(past), nil
	}
	expected, _, err := p.hours(ctx, market.Series{Kind: market.LoadForecast, Key: "systemTotal"}, today.Start(), today.Next().Start(), now)
	if err != nil {
		return report.PeakOutlook{}, 0, err
	}
	v := emptyPeaks("")
	v.Status, v.Made, v.Simulated, v.Day, v.SoFarMW = "ok", &now, simulated, today.String(), soFar
	rule, _ := peak.InForce(p.cfg.Rules, now)
	in := peak.Today{Deviation: loadDeviation, Response: p.cfg.ResponseMW + p.own(), Parts: parts(rule)}
	start, guessed := today.Start(), 0
	for h := range in.Load {
		at := start.Add(time.Duration(h) * time.Hour)
		load, ok := measured[at.Unix()]
		if ended := !at.Add(time.Hour).After(now); ended {
			in.Now = h + 1
		} else {
			ok = false
		}
		if !ok {
			if load, ok = expected[at.Unix()]; !ok || in.Now > h {
				guessed++ // it has passed, but is not posted yet; or it is not forecast
			}
		}
		if !ok {
			if load, ok = measured[at.Add(-24*time.Hour).Unix()]; !ok {
				return emptyPeaks("The load of " + at.Format("15:04 UTC") + " is neither measured nor forecast."), len(past), nil
			}
		}
		in.Load[h] = load
		v.StartS, v.LoadMW, v.TodayMW = append(v.StartS, at.Unix()), append(v.LoadMW, math.Round(load)), max(v.TodayMW, math.Round(load))
	}
	v.Measured = in.Now
	if guessed > 0 {
		v.Text = fmt.Sprintf("%d hours of today are not published yet: forecasts, or yesterday's, stand in for them. ", guessed)
	}
	last := time.Date(today.Year, today.Month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	seed := uint64(start.Unix()) + uint64(in.Now)
	c, err := peak.Forecast(peak.Month{SoFar: soFar, Left: last - today.Dom, Past: past}, in, peakDraws, rand.New(rand.NewPCG(seed, 1)))
	if err != nil {
		return report.PeakOutlook{}, len(past), err
	}
	v.Chance, v.Chances, v.Intervals, v.ResponseMW = c.Day, c.Hour[:], c.Interval, math.Round(in.Response)
	v.IntervalMin = 60 / in.Parts
	return v, len(past), p.judge(ctx, now, today, &v)
}

// parts is how many intervals of an hour a rule averages load over.
func parts(r peak.Rules) int {
	if r.Interval <= 0 {
		return 1
	}
	return int(time.Hour / r.Interval)
}

// own is what our miners take off the system when they are off for a peak, MW.
func (p *Peaks) own() float64 {
	var mw float64
	for i := range p.cfg.Sites {
		s := &p.cfg.Sites[i]
		for k := range s.Classes {
			if c := &s.Classes[k]; s.Point != "" && c.Mines() {
				mw += float64(c.MaxMW())
			}
		}
	}
	return mw
}

// dailyPeaks are the peaks of the days before today without a gap, oldest first,
// and the highest of this month before today; 0 where there is none.
func dailyPeaks(measured loads, today unit.Day) (past []float64, soFar float64) {
	for day := today.Add(-1); len(past) < 62; day = day.Add(-1) {
		high, n := 0.0, 0
		for h := range day.Hours() {
			if load, ok := measured[day.Start().Add(time.Duration(h)*time.Hour).Unix()]; ok {
				high, n = max(high, load), n+1
			}
		}
		const whole = 20 // hours
		if n < whole {
			break
		}
		past = append([]float64{high}, past...)
		if day.Month == today.Month && day.Year == today.Year {
			soFar = max(soFar, high)
		}
	}
	return past, soFar
}

// judge says for each rule whether the month counts, and for each class from
// which chance it is better off.
func (p *Peaks) judge(ctx context.Context, now time.Time, today unit.Day, v *report.PeakOutlook) error {
	best, inForce := peak.InForce(p.cfg.Rules, now)
	for _, r := range p.cfg.Rules {
		row := report.PeakRule{
			Name: r.Name, Counts: r.Counts(today.Month), USDPerMW: r.Value(), Months: months(r.Months),
			IntervalMin: r.Interval.Minutes(), Weight: r.Weight, InForce: inForce && r.Name == best.Name,
		}
		if !r.Effective.IsZero() {
			row.Since = unit.DayOf(r.Effective).String()
		}
		v.Rules = append(v.Rules, row)
	}
	if inForce = inForce && best.Counts(today.Month); !inForce {
		v.Text += "No rule in force counts this month's peak: nothing is off for it."
	}
	hashprice, err := p.newest(ctx, market.Series{Kind: market.HashpriceUSD}, now)
	if err != nil {
		return err
	}
	for i := range p.cfg.Sites {
		s := &p.cfg.Sites[i]
		if s.Point == "" {
			continue // pays no transmission charge of ERCOT's
		}
		price, err := p.newest(ctx, market.Series{Kind: market.RTSPP, Key: s.Point}, now)
		if err != nil {
			return err
		}
		for k := range s.Classes {
			earns, err := p.earns(ctx, &s.Classes[k], hashprice, now)
			if err != nil {
				return err
			}
			for _, e := range earns {
				row := report.PeakClass{
					Site: s.ID, Class: s.Classes[k].ID, Use: e.use, Margin: math.Max(0, e.usdPerMWh-price), OffHours: []int{},
				}
				if inForce {
					breakEven(&row, best, v)
				}
				v.Classes = append(v.Classes, row)
			}
		}
	}
	return nil
}

// breakEven is the chance from which a class is better off in a use, and the
// hours to come that have more.
func breakEven(row *report.PeakClass, rule peak.Rules, v *report.PeakOutlook) {
	chance := rule.BreakEven(row.Margin, alertHours)
	if chance > 1 {
		return
	}
	row.BreakEven = &chance
	for h := v.Measured; h < len(v.Chances); h++ {
		if v.Chances[h] > chance {
			row.OffHours = append(row.OffHours, h)
		}
	}
}

// earning is what a use of a class brings before its power is paid, with the
// credit that is due where what was sold is not served.
type earning struct {
	use       string
	usdPerMWh float64
}

// earns is every use of a class whose price is known: one class may be worth
// being off for a peak in one use, and not in another.
func (p *Peaks) earns(ctx context.Context, c *site.Class, hashprice float64, now time.Time) ([]earning, error) {
	var out []earning
	if v := policy.BreakEven(c, unit.USDPerPHDay(hashprice)); c.Mines() && v > 0 {
		out = append(out, earning{string(site.Mine), float64(v)})
	}
	if len(c.Tiers) == 0 {
		return out, nil
	}
	rental, err := p.newest(ctx, market.Series{Kind: market.GPUHour, Key: c.Model}, now)
	if err != nil {
		return nil, err
	}
	for i := range c.Tiers {
		if t := &c.Tiers[i]; rental > 0 || t.USDPerGPUh > 0 {
			lost := float64(c.TierRevenue(t, rental))
			if t.Sold {
				lost += t.Penalty
			}
			out = append(out, earning{t.Name, lost})
		}
	}
	return out, nil
}

func months(all []time.Month) []int {
	out := make([]int, len(all))
	for i, m := range all {
		out[i] = int(m)
	}
	return out
}

// newest value of a series of the last day; 0 where there is none.
func (p *Peaks) newest(ctx context.Context, series market.Series, now time.Time) (float64, error) {
	all, err := p.cfg.History.Range(ctx, series, now.Add(-24*time.Hour), now.Add(time.Second), now)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	return all[len(all)-1].Value, nil
}
