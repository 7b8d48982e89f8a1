package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// RollupRow is what one lever brought one class of a site in an hour or an
// operating day, over the newest settlement of every interval.
type RollupRow struct {
	Site      string        `json:"site"`
	Start     time.Time     `json:"start"`
	Lever     settle.Lever  `json:"lever"`
	Use       site.Use      `json:"use,omitempty"`
	Class     string        `json:"class,omitempty"`
	Simulated bool          `json:"simulated"`
	Amount    unit.MicroUSD `json:"amount_micro_usd"`
	MWh       unit.MWh      `json:"mwh"`
}

const (
	hourly = "hour"
	daily  = "day"

	nanoPerMWh = 1e9
	maxMWh     = 1e9 // of one line; thousandths of watt-hours then fit an integer
)

// sumKey is the identity of a rollup row.
type sumKey struct {
	site, span string
	start      int64
	lever      settle.Lever
	use        site.Use
	class      string
	simulated  bool
}

type sum struct {
	amount unit.MicroUSD
	energy int64 // thousandths of watt-hours
	lines  int64
}

// sums are changes to rollup rows, gathered over a transaction.
type sums map[sumKey]sum

// add adds a settlement's lines, or with sign -1 takes them away.
func (c sums) add(st settle.Settlement, sign int64) {
	starts := map[string]int64{
		hourly: micros(unit.IntervalAt(st.Interval.Start, time.Hour).Start),
		daily:  micros(unit.DayOf(st.Interval.Start).Start()),
	}
	for _, line := range st.Lines {
		for span, start := range starts {
			key := sumKey{st.Site, span, start, line.Lever, line.Use, line.Class, st.Simulated}
			s := c[key]
			s.amount += unit.MicroUSD(sign) * line.Amount
			s.energy += sign * int64(math.RoundToEven(float64(line.MWh)*nanoPerMWh))
			s.lines += sign
			c[key] = s
		}
	}
}

// store applies the changes. A row that no line is left in goes.
func (c sums) store(ctx context.Context, tx *sql.Tx) error {
	for key, s := range c {
		if s == (sum{}) {
			continue
		}
		_, err := tx.ExecContext(ctx, `
			INSERT INTO rollup (site, span, start_us, lever, site_use, class, simulated, amount_micro_usd, energy_nano_mwh, lines)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
			ON CONFLICT (span, start_us, site, lever, site_use, class, simulated) DO UPDATE SET
				amount_micro_usd = rollup.amount_micro_usd + excluded.amount_micro_usd,
				energy_nano_mwh = rollup.energy_nano_mwh + excluded.energy_nano_mwh,
				lines = rollup.lines + excluded.lines`,
			key.site, key.span, key.start, string(key.lever), string(key.use), key.class, key.simulated,
			int64(s.amount), s.energy, s.lines)
		if err == nil && s.lines < 0 {
			_, err = tx.ExecContext(ctx, `DELETE FROM rollup WHERE site = $1 AND span = $2 AND start_us = $3 AND lines = 0`,
				key.site, key.span, key.start)
		}
		if err != nil {
			return fmt.Errorf("sum %s of %s: %w", key.lever, key.site, err)
		}
	}
	return nil
}

// Rollup is the sums of a site by "hour", or by "day" (ERCOT's operating day,
// Central time), of hours or days that start in [from, to). An empty site means
// all sites. Rows come in order of time, site, lever, use and class.
func (s *Store) Rollup(ctx context.Context, siteID string, from, to time.Time, by string) ([]RollupRow, error) {
	if by != hourly && by != daily {
		return nil, fmt.Errorf("rollup by %q: want %q or %q", by, hourly, daily)
	}
	query, args := `
		SELECT site, start_us, lever, site_use, class, simulated, amount_micro_usd, energy_nano_mwh FROM rollup
		WHERE span = $1 AND start_us >= $2 AND start_us < $3`, []any{by, micros(from), micros(to)}
	if siteID != "" {
		query, args = query+` AND site = $4`, append(args, siteID)
	}
	rows, err := s.read.QueryContext(ctx, query+` ORDER BY start_us, site, lever, site_use, class, simulated`, args...)
	all, err := collect(rows, err, func(rows *sql.Rows) (RollupRow, error) {
		var r RollupRow
		var start, energy int64
		err := rows.Scan(&r.Site, &start, &r.Lever, &r.Use, &r.Class, &r.Simulated, &r.Amount, &energy)
		r.Start, r.MWh = instant(start), unit.MWh(float64(energy)/nanoPerMWh)
		return r, err
	})
	if err != nil {
		return nil, fmt.Errorf("read rollup: %w", err)
	}
	return all, nil
}
