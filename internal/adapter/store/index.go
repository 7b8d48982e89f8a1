package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// IndexTip is the newest block of a chain that is indexed; ok is false before
// the first.
func (s *Store) IndexTip(ctx context.Context, chain string) (b anchor.Block, ok bool, err error) {
	return indexTip(ctx, s.read, chain)
}

// asker is a database or a transaction.
type asker interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func indexTip(ctx context.Context, db asker, chain string) (b anchor.Block, ok bool, err error) {
	var body string
	err = db.QueryRowContext(ctx, `SELECT body FROM index_block WHERE chain = $1 ORDER BY number DESC LIMIT 1`, chain).Scan(&body)
	if ok, err = found(err); err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("read the newest indexed block: %w", err)
		}
		return b, false, err
	}
	return b, true, decode("block", body, &b)
}

// ErrIndexGap is returned where a block does not stand on the one before it.
var ErrIndexGap = errors.New("the block does not stand on the newest that is indexed")

// IndexAdd adds a block on top of the newest one, with its events, and forgets
// blocks below keepFrom, though not their events.
func (s *Store) IndexAdd(ctx context.Context, chain string, b anchor.Block, events []anchor.Event, keepFrom uint64) error {
	body, err := encode("block", b)
	if err != nil {
		return err
	}
	return s.transact(ctx, "index a block", func(tx *sql.Tx) error {
		tip, ok, err := indexTip(ctx, tx, chain)
		if err != nil {
			return err
		}
		if ok && (tip.Hash != b.Parent || tip.Number+1 != b.Number) {
			return fmt.Errorf("block %d on %d: %w", b.Number, tip.Number, ErrIndexGap)
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO index_block (chain, number, hash, body) VALUES ($1, $2, $3, $4)`, chain, int64(b.Number), b.Hash[:], body); err != nil {
			return err
		}
		for _, e := range events {
			told, err := encode("event", e)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO index_event (chain, block, position, contract, name, body) VALUES ($1, $2, $3, $4, $5, $6)`,
				chain, int64(b.Number), int64(e.Index), e.Contract, e.Name, told); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM index_block WHERE chain = $1 AND number < $2`, chain, int64(keepFrom))
		return err
	})
}

// IndexDrop takes back a block and its events. The block before it is the new
// tip; ok is false where that one is forgotten already.
func (s *Store) IndexDrop(ctx context.Context, chain string, b anchor.Block) (tip anchor.Block, ok bool, err error) {
	err = s.transact(ctx, "take back an indexed block", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM index_event WHERE chain = $1 AND block >= $2`, chain, int64(b.Number)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM index_block WHERE chain = $1 AND number >= $2`, chain, int64(b.Number)); err != nil {
			return err
		}
		tip, ok, err = indexTip(ctx, tx, chain)
		return err
	})
	return tip, ok, err
}

// IndexEvents are the newest events of a chain, newest first; of one contract,
// and of one name, where these are not empty.
func (s *Store) IndexEvents(ctx context.Context, chain, contract, name string, most int) ([]anchor.Event, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM index_event WHERE chain = $1 AND ($2 = '' OR contract = $2) AND ($3 = '' OR name = $3)
		ORDER BY block DESC, position DESC LIMIT $4`, chain, contract, name, most)
	events, err := collect(rows, err, scanBody[anchor.Event])
	if err != nil {
		return nil, fmt.Errorf("read events of the chain: %w", err)
	}
	return events, nil
}

// IndexCounts are how many events of each contract and name there are.
func (s *Store) IndexCounts(ctx context.Context, chain string) (map[[2]string]int, error) {
	type row struct {
		of    [2]string
		count int
	}
	rows, err := s.read.QueryContext(ctx, `SELECT contract, name, COUNT(*) FROM index_event WHERE chain = $1 GROUP BY contract, name`, chain)
	all, err := collect(rows, err, func(rows *sql.Rows) (r row, err error) {
		err = rows.Scan(&r.of[0], &r.of[1], &r.count)
		return r, err
	})
	if err != nil {
		return nil, fmt.Errorf("count events of the chain: %w", err)
	}
	counts := make(map[[2]string]int, len(all))
	for _, r := range all {
		counts[r.of] = r.count
	}
	return counts, nil
}
