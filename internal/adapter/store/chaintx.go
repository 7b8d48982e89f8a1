package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// OpenTxs are a ledger's transactions whose fate is not settled, of whatever
// account, by nonce.
func (s *Store) OpenTxs(ctx context.Context, ledger string) ([]anchor.Tx, error) {
	return s.txs(ctx, `ledger = $1 AND state IN ('signed', 'sent', 'included') ORDER BY account, nonce`, ledger)
}

// NewestFinal is the final transaction of a ledger that stands in the highest
// block; ok is false before the first.
func (s *Store) NewestFinal(ctx context.Context, ledger string) (tx anchor.Tx, ok bool, err error) {
	all, err := s.txs(ctx, `ledger = $1 AND state = 'final' ORDER BY block_number DESC, nonce DESC LIMIT 1`, ledger)
	if err != nil || len(all) == 0 {
		return anchor.Tx{}, false, err
	}
	return all[0], true, nil
}

func (s *Store) txs(ctx context.Context, where string, args ...any) ([]anchor.Tx, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT account, nonce, first_batch, last_batch, state, hash, block_number, block_hash FROM chain_tx WHERE `+where, args...)
	txs, err := collect(rows, err, func(rows *sql.Rows) (tx anchor.Tx, err error) {
		var nonce, first, last int64
		var number sql.NullInt64
		var hash, block []byte
		err = rows.Scan(&tx.Account, &nonce, &first, &last, &tx.State, &hash, &number, &block)
		tx.Nonce, tx.First, tx.Last = uint64(nonce), uint64(first), uint64(last)
		tx.Inclusion = proof.Inclusion{Hash: digest(hash), BlockNumber: uint64(number.Int64), BlockHash: digest(block)}
		return tx, err
	})
	for i := range txs {
		if err == nil {
			txs[i].Attempts, err = s.attemptsAt(ctx, txs[i].Account, txs[i].Nonce)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read transactions: %w", err)
	}
	return txs, nil
}

func (s *Store) attemptsAt(ctx context.Context, account string, nonce uint64) ([]anchor.Attempt, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT hash, tip_wei, cap_wei, head, raw FROM chain_attempt WHERE account = $1 AND nonce = $2 ORDER BY number`,
		account, int64(nonce))
	return collect(rows, err, func(rows *sql.Rows) (a anchor.Attempt, err error) {
		var hash []byte
		var tip, most, head int64
		err = rows.Scan(&hash, &tip, &most, &head, &a.Raw)
		a.Hash, a.Head, a.Fees = digest(hash), uint64(head), anchor.Fees{Tip: uint64(tip), Cap: uint64(most)}
		return a, err
	})
}

// FreeNonce is the lowest nonce from one on that no transaction of the account
// has.
func (s *Store) FreeNonce(ctx context.Context, account string, from uint64) (uint64, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT nonce FROM chain_tx WHERE account = $1 AND nonce >= $2 ORDER BY nonce`, account, int64(from))
	taken, err := collect(rows, err, func(rows *sql.Rows) (n int64, err error) {
		err = rows.Scan(&n)
		return n, err
	})
	if err != nil {
		return 0, fmt.Errorf("read nonces: %w", err)
	}
	for _, n := range taken {
		if uint64(n) == from {
			from++
		}
	}
	return from, nil
}

// AddTx stores a signed transaction that nobody has seen yet, and gives it the
// batches that it carries. They must wait for one.
func (s *Store) AddTx(ctx context.Context, ledger string, tx anchor.Tx) error {
	return s.transact(ctx, fmt.Sprintf("store transaction %d of %s", tx.Nonce, tx.Account), func(sqlTx *sql.Tx) error {
		_, err := sqlTx.ExecContext(ctx, `
			INSERT INTO chain_tx (account, nonce, ledger, first_batch, last_batch, state) VALUES ($1, $2, $3, $4, $5, $6)`,
			tx.Account, int64(tx.Nonce), ledger, int64(tx.First), int64(tx.Last), string(anchor.Signed))
		if err != nil {
			return err
		}
		for i, a := range tx.Attempts {
			if err := putAttempt(ctx, sqlTx, tx.Account, tx.Nonce, i, a); err != nil {
				return err
			}
		}
		result, err := sqlTx.ExecContext(ctx, `
			UPDATE chain_batch SET account = $1, nonce = $2 WHERE ledger = $3 AND id BETWEEN $4 AND $5 AND nonce IS NULL`,
			tx.Account, int64(tx.Nonce), ledger, int64(tx.First), int64(tx.Last))
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err == nil && uint64(n) != tx.Last-tx.First+1 {
			err = errors.New("a batch of it is in another transaction")
		}
		return err
	})
}

func putAttempt(ctx context.Context, tx *sql.Tx, account string, nonce uint64, number int, a anchor.Attempt) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO chain_attempt (hash, account, nonce, number, tip_wei, cap_wei, head, raw) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		a.Hash[:], account, int64(nonce), number, int64(a.Fees.Tip), int64(a.Fees.Cap), int64(a.Head), a.Raw)
	if err != nil {
		return fmt.Errorf("attempt %s: %w", a.Hash, err)
	}
	return nil
}

// AddAttempt stores another attempt at a transaction, before any node sees it.
func (s *Store) AddAttempt(ctx context.Context, tx anchor.Tx, a anchor.Attempt) error {
	return s.transact(ctx, fmt.Sprintf("store attempt at transaction %d", tx.Nonce), func(sqlTx *sql.Tx) error {
		return putAttempt(ctx, sqlTx, tx.Account, tx.Nonce, len(tx.Attempts), a)
	})
}

// SaveTx stores a transaction's state and where it stands, with outbox rows.
// With release its batches wait for another transaction from now on.
func (s *Store) SaveTx(ctx context.Context, tx anchor.Tx, release bool, events []episode.Event) error {
	var hash, block []byte
	var number sql.NullInt64
	if !tx.Inclusion.BlockHash.IsZero() {
		hash, block = tx.Inclusion.Hash[:], tx.Inclusion.BlockHash[:]
		number = sql.NullInt64{Int64: int64(tx.Inclusion.BlockNumber), Valid: true}
	}
	return s.record(ctx, fmt.Sprintf("store state of transaction %d", tx.Nonce), events, func(sqlTx *sql.Tx) error {
		result, err := sqlTx.ExecContext(ctx, `
			UPDATE chain_tx SET state = $1, hash = $2, block_number = $3, block_hash = $4 WHERE account = $5 AND nonce = $6`,
			string(tx.State), hash, number, block, tx.Account, int64(tx.Nonce))
		if err := changedOne(result, err, "it is not stored"); err != nil {
			return err
		}
		if !release {
			return nil
		}
		_, err = sqlTx.ExecContext(ctx, `UPDATE chain_batch SET account = NULL, nonce = NULL WHERE account = $1 AND nonce = $2`,
			tx.Account, int64(tx.Nonce))
		return err
	})
}
