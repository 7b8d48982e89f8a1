package backtest

import (
	"context"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Played is what one policy came to, day by day.
type Played struct {
	Policy string
	Step   time.Duration // of an interval
	Daily  []float64     // profit by operating day, $
	Starts int
	Uptime float64 // machine energy as a share of everything always on
	Dear   float64 // the same share over the hours that settled at [Scarce] or more
	Result Result  // without a comparison
}

// Scarce is the price from which an interval counts as one of scarcity, $/MWh.
const Scarce = 500

// Play runs policies over a study's days with its levers, and perfect foresight
// last. The threshold is among them only if it is handed in; the study says at
// which price the static rule offers reserve.
func Play(ctx context.Context, st Study, policies []policy.Policy) (days []unit.Day, played []Played, err error) {
	if st, err = st.settled(); err != nil {
		return nil, nil, err
	}
	st.Policies, st.Trace = policies, true
	line, err := newTimeline(st, st.From.Start(), st.To.Next().Start())
	if err != nil {
		return nil, nil, err
	}
	if line.peaks, err = line.newPeaks(line.margin()); err != nil {
		return nil, nil, err
	}
	runs, err := line.all(ctx, st, st.Floor, policy.Oracle(line.foresight()))
	if err != nil {
		return nil, nil, err
	}
	for i := range runs {
		r := &runs[i]
		result := resultOf(r)
		played = append(played, Played{
			Policy: r.policy, Step: line.step, Daily: r.daily, Starts: r.starts, Uptime: result.Uptime, Dear: line.dear(r), Result: result,
		})
	}
	return line.days, played, nil
}

// dear is the share of machine power that was on in the intervals of scarcity;
// 0 where there were none.
func (l *timeline) dear(r *run) float64 {
	var most, on float64
	at := 0
	for i, interval := range l.intervals {
		for at < len(l.settled) && !l.settled[at].Interval().Contains(interval.Start) {
			at++
		}
		if at == len(l.settled) || l.settled[at].Value < Scarce {
			continue
		}
		for k := range l.site.Classes {
			most += float64(l.site.Classes[k].MaxMW())
		}
		on += float64(r.trace[i].mw)
	}
	if most == 0 {
		return 0
	}
	return on / most
}
