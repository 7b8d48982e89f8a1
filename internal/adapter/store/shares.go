package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
)

// AppendShares adds an entry to the ledger of shares. One whose number is taken
// is an error: entries never change.
func (s *Store) AppendShares(ctx context.Context, e payout.Entry) error {
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode entry %d of shares: %w", e.Seq, err)
	}
	return s.transact(ctx, "store entry of shares", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO share_ledger (seq, kind, to_us, body) VALUES ($1, $2, $3, $4)`, e.Seq, e.Kind, micros(e.To), string(body))
		return err
	})
}

// ShareLedger is the entries in their order: all rewards and payments, and the
// shares that end after a time. The zero time means all.
func (s *Store) ShareLedger(ctx context.Context, after time.Time) ([]payout.Entry, error) {
	from := int64(0)
	if !after.IsZero() {
		from = micros(after)
	}
	rows, err := s.read.QueryContext(ctx, `SELECT body FROM share_ledger WHERE kind <> 'shares' OR to_us > $1 ORDER BY seq`, from)
	if err != nil {
		return nil, fmt.Errorf("read the ledger of shares: %w", err)
	}
	defer rows.Close()
	var entries []payout.Entry
	for rows.Next() {
		var body string
		if err := rows.Scan(&body); err != nil {
			return nil, fmt.Errorf("read the ledger of shares: %w", err)
		}
		var e payout.Entry
		if err := json.Unmarshal([]byte(body), &e); err != nil {
			return nil, fmt.Errorf("read the ledger of shares: %w", err)
		}
		entries = append(entries, e)
	}
	return entries, rows.Err()
}

// NewestShares is the newest entry; the zero one where there is none.
func (s *Store) NewestShares(ctx context.Context) (payout.Entry, error) {
	var e payout.Entry
	var body string
	err := s.read.QueryRowContext(ctx, `SELECT body FROM share_ledger ORDER BY seq DESC LIMIT 1`).Scan(&body)
	if ok, err := found(err); err != nil || !ok {
		return e, err
	}
	if err := json.Unmarshal([]byte(body), &e); err != nil {
		return e, fmt.Errorf("read the newest entry of shares: %w", err)
	}
	return e, nil
}
