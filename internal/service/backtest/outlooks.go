package backtest

import (
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Outlooks remembers the forecasts that were made on data. They hang on prices
// alone, so that several policies over the same days, and sites at one point, need
// them made once. An hourly forecast takes some 10 kB. Goroutines may share one.
type Outlooks struct {
	mu   sync.Mutex
	made map[outlooksOf][]*market.Outlook
}

// outlooksOf is all that forecasts hang on: the very series, and which of their
// intervals are decided when.
type outlooksOf struct {
	spot, ahead *market.Quote // where the series begin
	from        time.Time
	step        time.Duration
	intervals   int
	lag         time.Duration
	mode        Forecast
}

// NewOutlooks remembers nothing yet.
func NewOutlooks() *Outlooks { return &Outlooks{made: map[outlooksOf][]*market.Outlook{}} }

// foreseer has the forecast that is there at the beginning of an interval; nil
// where there is none. It is asked in the order of the intervals.
type foreseer interface {
	outlook(i int) *market.Outlook
}

// remembered are forecasts that were made before.
type remembered []*market.Outlook

func (r remembered) outlook(i int) *market.Outlook { return r[i] }

// foreseer makes forecasts, or finds those that were made.
func (l *timeline) foreseer(mode Forecast) foreseer {
	s, kept := l.seer(mode), l.data.Outlooks
	if s == nil || kept == nil {
		return s
	}
	key := outlooksOf{spot: &l.data.Spot[0], from: l.intervals[0].Start, step: l.step, intervals: len(l.intervals), lag: l.lag, mode: mode}
	if len(l.data.DayAhead) > 0 {
		key.ahead = &l.data.DayAhead[0]
	}
	kept.mu.Lock()
	defer kept.mu.Unlock()
	if made, ok := kept.made[key]; ok {
		return remembered(made)
	}
	made := make([]*market.Outlook, len(l.intervals))
	for i := range made {
		made[i] = s.outlook(i)
	}
	kept.made[key] = made
	return remembered(made)
}
