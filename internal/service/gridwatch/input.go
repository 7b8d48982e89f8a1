package gridwatch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// input is what a study is made from.
type input struct {
	at        time.Time // of the oldest value used
	state     state
	places    []place
	values    []report.Value
	simulated bool
}

// errNoLoad means that the system's load is not known, or too old.
var errNoLoad = errors.New("the system's load is not known or stale: no network is studied until it is")

// read takes the system's state as known at a moment.
func (w *Watch) read(ctx context.Context, at time.Time) (input, error) {
	in := input{at: at, state: state{load: -1, wind: -1, solar: -1}, simulated: w.cfg.Simulated}
	spec := market.Spec{Point: "any", Limits: w.cfg.Limits}
	observations, err := w.cfg.History.Last(ctx, []market.Series{
		{Kind: market.Load}, {Kind: market.Wind}, {Kind: market.Solar}, {Kind: market.RenewableShare},
	}, at)
	if err != nil {
		return in, fmt.Errorf("read the system's state: %w", err)
	}
	system := spec.Assemble(unit.IntervalAt(at, unit.Control), at, observations).System
	for _, v := range []struct {
		kind market.Kind
		q    market.Quote
		into *float64
	}{
		{market.Load, system.Load, &in.state.load},
		{market.Wind, system.Wind, &in.state.wind},
		{market.Solar, system.Solar, &in.state.solar},
		{market.RenewableShare, system.RenewableShare, nil},
	} {
		in.values = append(in.values, report.Of(string(v.kind), v.kind.Unit(), v.q, at))
		if !v.q.Fresh() || v.into == nil {
			continue
		}
		*v.into = max(0, v.q.Value)
		in.simulated = in.simulated || v.q.Simulated
		if v.q.Start.Before(in.at) {
			in.at = v.q.Start
		}
	}
	if in.state.load <= 0 {
		return in, errNoLoad
	}
	return in, w.draw(ctx, &in)
}

// draw is what the sites draw now, at the meter; nothing where that is not
// known yet.
func (w *Watch) draw(ctx context.Context, in *input) error {
	for _, p := range w.places {
		st, _, known, err := w.cfg.Ledger.State(ctx, p.site.ID)
		if err != nil {
			return fmt.Errorf("read the state of %s: %w", p.site.ID, err)
		}
		if known {
			var plan site.Plan
			for _, class := range st.Classes {
				plan.Allocations = append(plan.Allocations, site.Allocation{Class: class.Class, Use: site.Mine, MW: class.MW})
			}
			p.mw = float64(p.site.PlanMeterMW(plan))
		}
		in.places = append(in.places, p)
	}
	return nil
}
