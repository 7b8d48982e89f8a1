package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// ErrNoOverride means that a site has no override of that id.
var ErrNoOverride = errors.New("no such override")

// recall is the kind of instruction that ends the one whose id it bears.
const recall = "recall"

// PutInstruction stores a revision of an instruction with the outbox rows that
// tell of it. isNew is false, and nothing changes, where the same or a higher
// revision is known.
func (s *Store) PutInstruction(ctx context.Context, siteID string, ins site.Instruction, events []episode.Event) (isNew bool, err error) {
	body, err := encode("instruction", ins)
	if err != nil {
		return false, err
	}
	end := microsEnd(ins.End)
	if ins.Kind == recall {
		end = micros(ins.Start)
	}
	known := errors.New("known")
	err = s.record(ctx, "store instruction "+ins.ID, events, func(tx *sql.Tx) error {
		var newest sql.NullInt64
		err := tx.QueryRowContext(ctx, `SELECT max(revision) FROM instruction WHERE site = $1 AND id = $2`, siteID, ins.ID).Scan(&newest)
		if err != nil {
			return err
		}
		if newest.Valid && newest.Int64 >= int64(ins.Revision) {
			return known
		}
		if _, err := tx.ExecContext(ctx, `UPDATE instruction SET superseded = $3 WHERE site = $1 AND id = $2 AND NOT superseded`,
			siteID, ins.ID, true); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO instruction (site, id, revision, superseded, start_us, end_us, body) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			siteID, ins.ID, ins.Revision, false, micros(ins.Start), end, body)
		return err
	})
	if errors.Is(err, known) {
		return false, nil
	}
	return err == nil, err
}

// PutOverride stores an operator's wish, in place of one with the same id. It
// must end.
func (s *Store) PutOverride(ctx context.Context, siteID string, o site.Override) error {
	if !o.End.After(o.Start) {
		return fmt.Errorf("override %s: must end after it starts", o.ID)
	}
	body, err := encode("override", o)
	if err != nil {
		return err
	}
	return s.transact(ctx, "store override "+o.ID, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO manual_override (site, id, start_us, end_us, body) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (site, id) DO UPDATE SET start_us = excluded.start_us, end_us = excluded.end_us, body = excluded.body`,
			siteID, o.ID, micros(o.Start), micros(o.End), body)
		return err
	})
}

// CancelOverride ends an override at a moment; one that has ended by then stays
// as it was. Where the site has none of that id the error is [ErrNoOverride].
func (s *Store) CancelOverride(ctx context.Context, siteID, id string, at time.Time) error {
	return s.transact(ctx, "cancel override "+id, func(tx *sql.Tx) error {
		var end int64
		err := tx.QueryRowContext(ctx, `SELECT end_us FROM manual_override WHERE site = $1 AND id = $2`, siteID, id).Scan(&end)
		if ok, err := found(err); err != nil {
			return err
		} else if !ok {
			return fmt.Errorf("site %s: %w", siteID, ErrNoOverride)
		}
		_, err = tx.ExecContext(ctx, `UPDATE manual_override SET end_us = $3 WHERE site = $1 AND id = $2`, siteID, id, min(end, micros(at)))
		return err
	})
}

// PutAward stores an ancillary service award, in place of the one of the same
// product, direction and start: a deployment is the award once more.
func (s *Store) PutAward(ctx context.Context, siteID string, a site.Award) error {
	body, err := encode("award", a)
	if err != nil {
		return err
	}
	return s.transact(ctx, "store award of "+a.Product, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO award (site, product, up, start_us, end_us, body) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (site, product, up, start_us) DO UPDATE SET end_us = excluded.end_us, body = excluded.body`,
			siteID, a.Product, a.Up, micros(a.Start), microsEnd(a.End), body)
		return err
	})
}

// SetStop turns the emergency stop of a site on or off, or that of all sites
// where siteID is empty. The two are kept apart: a site is stopped while either
// is on.
func (s *Store) SetStop(ctx context.Context, siteID string, on bool, by string, at time.Time) error {
	return s.transact(ctx, "set emergency stop", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO emergency_stop (site, stopped, set_by, at_us) VALUES ($1, $2, $3, $4)
			ON CONFLICT (site) DO UPDATE SET stopped = excluded.stopped, set_by = excluded.set_by, at_us = excluded.at_us`,
			siteID, on, by, micros(at))
		return err
	})
}

// Orders is what binds a site at a moment: the emergency stop, and the
// instructions (each in its highest revision, unless recalled), overrides and
// awards in force, in order of their start; and the day-ahead positions that are
// not over, which plans look ahead to.
func (s *Store) Orders(ctx context.Context, siteID string, at time.Time) (site.Orders, error) {
	orders, err := s.orders(ctx, siteID, micros(at))
	if err != nil {
		return site.Orders{}, fmt.Errorf("read orders of %s: %w", siteID, err)
	}
	return orders, nil
}

func (s *Store) orders(ctx context.Context, siteID string, at int64) (o site.Orders, err error) {
	var stops int
	err = s.read.QueryRowContext(ctx, `SELECT count(*) FROM emergency_stop WHERE site IN ('', $1) AND stopped`, siteID).Scan(&stops)
	if err != nil {
		return o, err
	}
	o.Stop = stops > 0
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM instruction WHERE site = $1 AND NOT superseded AND end_us > $2 AND start_us <= $2
		ORDER BY start_us, id`, siteID, at)
	if o.Instructions, err = collect(rows, err, scanBody[site.Instruction]); err != nil {
		return o, err
	}
	rows, err = s.read.QueryContext(ctx, `
		SELECT body FROM manual_override WHERE site = $1 AND end_us > $2 AND start_us <= $2
		ORDER BY start_us, id`, siteID, at)
	if o.Overrides, err = collect(rows, err, scanBody[site.Override]); err != nil {
		return o, err
	}
	rows, err = s.read.QueryContext(ctx, `
		SELECT body FROM award WHERE site = $1 AND end_us > $2 AND start_us <= $2
		ORDER BY start_us, product, up`, siteID, at)
	if o.Awards, err = collect(rows, err, scanBody[site.Award]); err != nil {
		return o, err
	}
	o.Awards = newestAwards(o.Awards)
	rows, err = s.read.QueryContext(ctx, `
		SELECT body FROM position WHERE site = $1 AND end_us > $2
		ORDER BY start_us, product`, siteID, at)
	o.DayAhead, err = collect(rows, err, scanBody[site.Position])
	return o, err
}

// newestAwards leaves of each product and direction the award that began last:
// a real-time award stands until the next one, however long it was given for.
// They are in order of their start.
func newestAwards(awards []site.Award) []site.Award {
	var kept []site.Award
	for i, a := range awards {
		if !slices.ContainsFunc(awards[i+1:], func(b site.Award) bool { return b.Product == a.Product && b.Up == a.Up }) {
			kept = append(kept, a)
		}
	}
	return kept
}
