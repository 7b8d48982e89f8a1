package backtest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Tuning says where the threshold policy's parameters come from.
type Tuning struct {
	Params     policy.ThresholdParams `json:"params"`
	From       string                 `json:"from,omitempty"` // first operating day seen
	To         string                 `json:"to,omitempty"`   // last operating day seen
	Days       int                    `json:"days"`
	Candidates int                    `json:"candidates"`
	ProfitUSD  float64                `json:"profit_usd"` // of the parameters, in the tuning window
	Note       string                 `json:"note,omitempty"`
	// ReserveFloor is the price at which the static rule offers reserve in every
	// hour, $/MW-h, and ReserveNote where it comes from.
	ReserveFloor float64 `json:"reserve_offer_usd_per_mw_h"`
	ReserveNote  string  `json:"reserve_note,omitempty"`
}

const (
	// tuneDays bounds the tuning window: a year shows every season once.
	tuneDays = 365
	// leastDays is the length below which a window says more about its weather
	// than about a rule: the parameters it would pick do worse than the defaults.
	leastDays = 28
)

// Tune picks, from the policy's grid, the threshold parameters that would have
// earned most at the study's site in the days before its From, a year at most.
// Nothing from From on is looked at. Where fewer days lie before it than the study
// asks for, the default parameters come back and the note says so.
func Tune(ctx context.Context, st Study) (policy.ThresholdParams, Tuning, error) {
	if st.Levers.Peaks {
		// The months before are tuned on apart: see newPeaks.
		own := *st.Site
		own.Transmission = nil
		st.Site = &own
	}
	if st.Threshold != nil {
		if err := st.Threshold.Check(); err != nil {
			return policy.ThresholdParams{}, Tuning{}, fmt.Errorf("threshold policy: %w", err)
		}
		return *st.Threshold, Tuning{Params: *st.Threshold, Note: "parameters were given"}, nil
	}
	if len(st.Data.Spot) == 0 {
		return policy.ThresholdParams{}, Tuning{Note: "untuned: no market price concerns this site"}, nil
	}
	from := st.From.Add(-tuneDays).Start()
	if hp := st.Data.Hashprice; len(hp) > 0 && hp[0].Start.After(from) {
		from = hp[0].Start
	}
	if !from.Before(st.From.Start()) {
		return policy.ThresholdParams{}, Tuning{Note: fmt.Sprintf("untuned: no data before %s", st.From)}, nil
	}
	line, err := newTimeline(st, from, st.From.Start())
	if errors.Is(err, errNoHashprice) {
		return policy.ThresholdParams{}, Tuning{Note: "untuned: " + err.Error()}, nil
	}
	if errors.Is(err, errNoPrices) {
		return policy.ThresholdParams{}, Tuning{Note: fmt.Sprintf("untuned: no data before %s", st.From)}, nil
	}
	if err != nil {
		return policy.ThresholdParams{}, Tuning{}, fmt.Errorf("tune the threshold before %s: %w", st.From, err)
	}
	least := leastDays
	if st.TuneDays > 0 {
		least = st.TuneDays
	}
	if days := len(line.days); days < least {
		note := fmt.Sprintf("untuned: only %d days of data before %s, %d are asked for", days, st.From, least)
		return policy.ThresholdParams{}, Tuning{Note: note}, nil
	}
	return line.tune(ctx)
}

func (l *timeline) tune(ctx context.Context) (policy.ThresholdParams, Tuning, error) {
	grid := policy.ThresholdGrid()
	runs := make([]run, len(grid))
	// The rule is tuned where it decides: an award would hold load on.
	bare, own := *l, *l.site
	own.Participation = nil
	bare.site = &own
	group, tuning := errgroup.WithContext(ctx)
	group.SetLimit(tuneWorkers)
	for i := range grid {
		group.Go(func() (err error) {
			runs[i], err = bare.run(tuning, contestant{policy: policy.Threshold{Params: grid[i]}}, false)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return policy.ThresholdParams{}, Tuning{}, err
	}
	best := 0
	for i := range runs {
		if runs[i].profit > runs[best].profit {
			best = i
		}
	}
	found := Tuning{
		Params: grid[best], Days: len(l.days), Candidates: len(grid), ProfitUSD: runs[best].profit.USD(),
		From: l.days[0].String(), To: l.days[len(l.days)-1].String(),
	}
	var err error
	found.ReserveFloor, found.ReserveNote, err = l.tuneOffers(ctx, policy.Threshold{Params: grid[best]})
	return grid[best], found, err
}

// tuneOffers picks the price of the static rule's reserve offers.
func (l *timeline) tuneOffers(ctx context.Context, p policy.Policy) (float64, string, error) {
	if l.site.Participation == nil {
		return 0, "", nil
	}
	hours := 0
	for _, q := range l.data.Reserve {
		if !q.Start.Before(l.intervals[0].Start) && q.Start.Before(l.intervals[len(l.intervals)-1].End()) && q.Key == "ECRS" {
			hours++
		}
	}
	if hours < leastDays*24 {
		return 0, fmt.Sprintf("reserve is offered at 0 $/MW-h, untuned: only %d hours of capacity prices lie before", hours), nil
	}
	grid := []float64{0, 1, 2, 3, 5, 8, 12, 20, 40}
	best, at := unit.MicroUSD(0), -1
	for i, floor := range grid {
		r, err := l.run(ctx, contestant{policy: p, sell: selling{floor: floor}}, false)
		if err != nil {
			return 0, "", err
		}
		if at < 0 || r.profit > best {
			best, at = r.profit, i
		}
	}
	return grid[at], fmt.Sprintf("reserve is offered at %g $/MW-h in every hour, the best of %d prices", grid[at], len(grid)), nil
}

// tuneWorkers is how many candidates are tried at a time.
const tuneWorkers = 4

// clip is the part of a series that starts in [from, to).
func clip[T any](series []T, start func(T) time.Time, from, to time.Time) []T {
	lo := search(series, func(v T) bool { return !start(v).Before(from) })
	hi := search(series, func(v T) bool { return !start(v).Before(to) })
	return series[lo:hi]
}

// dayOf is the operating day of an interval.
func dayOf(i unit.Interval) unit.Day { return unit.DayOf(i.Start) }
