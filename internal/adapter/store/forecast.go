package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

// PutForecast keeps a forecast; one of the same series and moment is replaced.
func (s *Store) PutForecast(ctx context.Context, m forecast.Made) error {
	body, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("encode forecast of %s: %w", m.Series, err)
	}
	packed, err := compress(body)
	if err != nil {
		return fmt.Errorf("compress forecast of %s: %w", m.Series, err)
	}
	return s.transact(ctx, "store forecast", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO forecast (series, made_us, model, body_gz) VALUES ($1, $2, $3, $4)
			ON CONFLICT (series, made_us) DO UPDATE SET model = excluded.model, body_gz = excluded.body_gz`,
			m.Series, micros(m.At), m.Model, packed)
		return err
	})
}

// Forecasts of a series made in [from, to), oldest first.
func (s *Store) Forecasts(ctx context.Context, series string, from, to time.Time) ([]forecast.Made, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body_gz FROM forecast WHERE series = $1 AND made_us >= $2 AND made_us < $3 ORDER BY made_us`,
		series, micros(from), microsEnd(to))
	return collect(rows, err, func(rows *sql.Rows) (forecast.Made, error) {
		var packed []byte
		var m forecast.Made
		if err := rows.Scan(&packed); err != nil {
			return m, err
		}
		body, err := decompress(packed)
		if err != nil {
			return m, err
		}
		return m, decode("forecast", string(body), &m)
	})
}

// PruneForecasts deletes those made before a moment.
func (s *Store) PruneForecasts(ctx context.Context, before time.Time) error {
	return s.transact(ctx, "delete old forecasts", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM forecast WHERE made_us < $1`, micros(before))
		return err
	})
}
