package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Setting is a value kept under a name; ok is false where there is none.
func (s *Store) Setting(ctx context.Context, key string) (value []byte, ok bool, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT value FROM setting WHERE key = $1`, key).Scan(&value)
	if ok, err = found(err); err != nil {
		return nil, false, fmt.Errorf("read setting %s: %w", key, err)
	}
	return value, ok, nil
}

// PutSetting keeps a value under a name, in place of the one before.
func (s *Store) PutSetting(ctx context.Context, key string, value []byte) error {
	if value == nil {
		value = []byte{}
	}
	return s.transact(ctx, "store setting "+key, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO setting (key, value) VALUES ($1, $2)
			ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
		return err
	})
}
