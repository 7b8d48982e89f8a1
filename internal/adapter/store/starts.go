package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// SaveSwitched keeps when machines of a site were switched and how often they were
// started.
func (s *Store) SaveSwitched(ctx context.Context, site string, machines []dispatch.Switched) error {
	return s.transact(ctx, "store starts of machines", func(tx *sql.Tx) error {
		for _, m := range machines {
			_, err := tx.ExecContext(ctx, `
				INSERT INTO machine_start (site, machine, since_us, day, starts) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (site, machine) DO UPDATE SET since_us = excluded.since_us, day = excluded.day, starts = excluded.starts`,
				site, m.Machine, micros(m.Since), m.Day.String(), m.Starts)
			if err != nil {
				return fmt.Errorf("machine %s of %s: %w", m.Machine, site, err)
			}
		}
		return nil
	})
}

// Switched is what [Store.SaveSwitched] kept of a site, by machine.
func (s *Store) Switched(ctx context.Context, site string) ([]dispatch.Switched, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT machine, since_us, day, starts FROM machine_start WHERE site = $1 ORDER BY machine`, site)
	machines, err := collect(rows, err, func(rows *sql.Rows) (dispatch.Switched, error) {
		var m dispatch.Switched
		var since int64
		var day string
		if err := rows.Scan(&m.Machine, &since, &day, &m.Starts); err != nil {
			return m, err
		}
		at, err := time.Parse(time.DateOnly, day)
		m.Since, m.Day = instant(since), unit.Day{Year: at.Year(), Month: at.Month(), Dom: at.Day()}
		return m, err
	})
	if err != nil {
		return nil, fmt.Errorf("read starts of machines at %s: %w", site, err)
	}
	return machines, nil
}
