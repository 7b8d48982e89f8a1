package app

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	// fillDays of prices and load are fetched when a process starts: what the
	// forecasts' bands, paths and coincident peaks learn from.
	fillDays = 34
	// fillAhead days of day-ahead prices, from which those of the next are learned.
	fillAhead = 128
	// fillPostings days of the operator's forecasts, one posting for each day.
	fillPostings = 16
	// fillAfter leaves the first decisions to themselves, on the wall's clock.
	fillAfter = 4 * time.Second
	// fillSettles is how long those that learn from it take, on the wall's clock.
	fillSettles = 30 * time.Second
)

// fillHistory fetches what was published before the process was there to see it,
// once, and says so to those that learn from it: first prices and load, then
// what the operator had forecast. Without ERCOT's keys there is nobody to ask.
func (s *services) fillHistory(ctx context.Context) error {
	timer := time.NewTimer(fillAfter)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return nil
	case <-timer.C:
	}
	for _, phase := range []struct {
		fill func(context.Context) error
		done chan struct{}
	}{{s.fillPrices, s.filled}, {s.fillPostings, s.posted}} {
		if s.outside.ercot.Keyed() && len(s.cfg.Points()) > 0 {
			began := time.Now()
			if err := phase.fill(ctx); err != nil && ctx.Err() == nil {
				s.log.WarnContext(ctx, "the past is not wholly known: forecasts have less to learn from", "error", err)
			}
			s.log.InfoContext(ctx, "the past was fetched", "took", time.Since(began))
		}
		close(phase.done)
	}
	// What was fetched and learned from is garbage by then, and the heap would
	// stay as large as it was.
	timer.Reset(fillSettles)
	select {
	case <-ctx.Done():
	case <-timer.C:
		debug.FreeOSMemory()
		<-ctx.Done()
	}
	return nil
}

func (s *services) fillPrices(ctx context.Context) error {
	now := s.clock.Now()
	today := unit.DayOf(now)
	return errors.Join(
		s.fillSpans(ctx, market.RTSPP, unit.Settlement, today.Add(-fillDays), now, s.outside.ercot.PastPrices),
		s.fillSpans(ctx, market.DASPP, time.Hour, today.Add(-fillAhead), now, s.outside.ercot.PastDayAhead),
		s.keep(ctx, func() (market.Batch, error) { return s.outside.ercot.PastLoad(ctx, today.Add(-fillDays), today) }))
}

func (s *services) fillPostings(ctx context.Context) error {
	var errs []error
	now := s.clock.Now()
	for at := now.AddDate(0, 0, -fillPostings); at.Before(now); at = at.Add(24 * time.Hour) {
		errs = append(errs, s.keep(ctx, func() (market.Batch, error) { return s.outside.ercot.PastPostings(ctx, at) }))
	}
	return errors.Join(errs...)
}

// fillSpans fetches the spans of days whose prices are not in the store, but for
// a few: each is one request for each point.
func (s *services) fillSpans(
	ctx context.Context, kind market.Kind, step time.Duration, from unit.Day, now time.Time,
	fetch func(ctx context.Context, from, to unit.Day) (market.Batch, error),
) error {
	const span = 35 // days: of quarters of an hour a third of what a page holds
	var errs []error
	today := unit.DayOf(now)
	for first := from; !today.Before(first); first = first.Add(span) {
		last := first.Add(span - 1)
		if today.Before(last) {
			last = today
		}
		end := last.Next().Start()
		if now.Before(end) {
			end = now
		}
		held, err := s.store.Range(ctx, market.Series{Kind: kind, Key: s.cfg.Points()[0]}, first.Start(), end, now)
		if err != nil {
			return err
		}
		if float64(len(held)) < 0.99*float64(end.Sub(first.Start())/step) {
			errs = append(errs, s.keep(ctx, func() (market.Batch, error) { return fetch(ctx, first, last) }))
		}
	}
	return errors.Join(errs...)
}

// keep stores what was fetched in parts, so that others who write need not wait
// for long.
func (s *services) keep(ctx context.Context, fetch func() (market.Batch, error)) error {
	const part = 400 // observations
	batch, err := fetch()
	for rest := batch.Observations; ; {
		n := min(part, len(rest))
		if _, storeErr := s.store.PutBatch(context.WithoutCancel(ctx), market.Batch{Raw: batch.Raw, Observations: rest[:n]}); storeErr != nil {
			return fmt.Errorf("keep the past: %w", storeErr)
		}
		if rest, batch.Raw = rest[n:], nil; len(rest) == 0 || ctx.Err() != nil {
			return err
		}
	}
}
