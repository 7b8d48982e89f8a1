package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// CollectLeaves notes up to limit rows of the outbox for a ledger: the decisions
// among them wait for a batch. more is false when the outbox is read to its end.
func (s *Store) CollectLeaves(ctx context.Context, ledger string, limit int) (more bool, err error) {
	consumer := "chain/" + ledger
	after, err := s.Cursor(ctx, consumer)
	if err != nil {
		return false, err
	}
	newest, err := s.LastSeq(ctx)
	if err != nil || newest <= after {
		return false, err
	}
	through := min(newest, after+int64(limit))
	err = s.transact(ctx, "note decisions for the chain", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO chain_leaf (ledger, site, key, start_us)
			SELECT $1, d.site, d.key, d.start_us FROM event e JOIN decision d ON d.site = e.site AND d.key = e.key
			WHERE e.seq > $2 AND e.seq <= $3 AND e.kind = 'decision'
			ON CONFLICT DO NOTHING`, ledger, after, through)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO consumer (name, seq) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET seq = excluded.seq WHERE consumer.seq < excluded.seq`, consumer, through)
		return err
	})
	return through < newest, err
}

// PendingLeaves are up to limit decisions that wait for a batch and are about
// intervals that start no later than through, oldest first.
func (s *Store) PendingLeaves(ctx context.Context, ledger string, through time.Time, limit int) ([]anchor.Leaf, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT site, key, start_us FROM chain_leaf WHERE ledger = $1 AND batch IS NULL AND start_us <= $2
		ORDER BY start_us, site, key LIMIT $3`, ledger, micros(through), limit)
	leaves, err := collect(rows, err, func(rows *sql.Rows) (l anchor.Leaf, err error) {
		var start int64
		err = rows.Scan(&l.Site, &l.Key, &start)
		l.Interval = proof.IntervalNumber(instant(start))
		return l, err
	})
	if err != nil {
		return nil, fmt.Errorf("read decisions that wait for a batch: %w", err)
	}
	return leaves, nil
}

// SealBatch stores a batch with its file, as one that waits for a transaction,
// and takes its leaves, all or nothing. A number or an interval that is taken,
// or a leaf that is in another batch, is an error.
func (s *Store) SealBatch(ctx context.Context, ledger string, r anchor.Record, file []byte, leaves []anchor.Leaf, events []episode.Event) error {
	packed, err := compress(file)
	if err != nil {
		return err
	}
	return s.record(ctx, fmt.Sprintf("seal batch %d of %s", r.ID, ledger), events, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO chain_batch (ledger, id, interval, leaves, root, data_hash, head, sealed_us, file_gz)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			ledger, int64(r.ID), int64(r.Interval), int64(r.Count), r.Root[:], r.DataHash[:], r.Head[:], micros(r.Sealed), packed)
		if err != nil {
			return err
		}
		for _, l := range leaves {
			result, err := tx.ExecContext(ctx, `
				UPDATE chain_leaf SET batch = $1 WHERE ledger = $2 AND site = $3 AND key = $4 AND batch IS NULL`,
				int64(r.ID), ledger, l.Site, l.Key)
			if err := changedOne(result, err, "decision "+l.Key+" of "+l.Site+" is in another batch"); err != nil {
				return err
			}
		}
		return nil
	})
}

// changedOne makes an error of a change that met no row.
func changedOne(result sql.Result, err error, otherwise string) error {
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n != 1 {
		err = fmt.Errorf("%s", otherwise)
	}
	return err
}

const selectRecord = `
	SELECT b.id, b.interval, b.leaves, b.root, b.data_hash, b.head, b.sealed_us, b.nonce, t.state, t.hash, t.block_number, t.block_hash
	FROM chain_batch b LEFT JOIN chain_tx t ON t.account = b.account AND t.nonce = b.nonce
	WHERE b.ledger = $1`

func scanRecord(rows *sql.Rows) (r anchor.Record, err error) {
	var id, interval, count, sealed int64
	var nonce, number sql.NullInt64
	var state sql.NullString
	var root, data, head, hash, block []byte
	if err := rows.Scan(&id, &interval, &count, &root, &data, &head, &sealed, &nonce, &state, &hash, &number, &block); err != nil {
		return r, err
	}
	r.Batch = proof.Batch{ID: uint64(id), Interval: uint32(interval), Count: uint32(count), Root: digest(root), DataHash: digest(data)}
	r.Head, r.Sealed, r.State = digest(head), instant(sealed), anchor.Queued
	if nonce.Valid {
		r.Nonce = new(uint64(nonce.Int64))
		r.State = anchor.State(state.String)
	}
	if number.Valid {
		r.Tx = &proof.Inclusion{Hash: digest(hash), BlockNumber: uint64(number.Int64), BlockHash: digest(block)}
	}
	return r, nil
}

// digest is stored bytes as a hash; zero where none are stored.
func digest(b []byte) (h proof.Hash) {
	copy(h[:], b)
	return h
}

func (s *Store) records(ctx context.Context, query string, args ...any) ([]anchor.Record, error) {
	rows, err := s.read.QueryContext(ctx, selectRecord+query, args...)
	records, err := collect(rows, err, scanRecord)
	if err != nil {
		return nil, fmt.Errorf("read batches: %w", err)
	}
	return records, nil
}

// Records are the newest batches of a ledger, newest first, up to limit.
func (s *Store) Records(ctx context.Context, ledger string, limit int) ([]anchor.Record, error) {
	return s.records(ctx, ` ORDER BY b.id DESC LIMIT $2`, ledger, limit)
}

// RecordsFrom are the batches of a ledger about an interval and later, in order,
// up to limit.
func (s *Store) RecordsFrom(ctx context.Context, ledger string, interval uint32, limit int) ([]anchor.Record, error) {
	return s.records(ctx, ` AND b.interval >= $2 ORDER BY b.id LIMIT $3`, ledger, int64(interval), limit)
}

// Record is a batch; ok is false where there is none.
func (s *Store) Record(ctx context.Context, ledger string, id uint64) (r anchor.Record, ok bool, err error) {
	all, err := s.records(ctx, ` AND b.id = $2`, ledger, int64(id))
	if err != nil || len(all) == 0 {
		return anchor.Record{}, false, err
	}
	return all[0], true, nil
}

// QueuedBatches are the batches that no transaction carries, in order, up to
// limit.
func (s *Store) QueuedBatches(ctx context.Context, ledger string, limit int) ([]proof.Batch, error) {
	records, err := s.records(ctx, ` AND b.nonce IS NULL ORDER BY b.id LIMIT $2`, ledger, limit)
	batches := make([]proof.Batch, 0, len(records))
	for _, r := range records {
		batches = append(batches, r.Batch)
	}
	return batches, err
}

// BatchFile is the canonical file of a batch; ok is false where there is none.
func (s *Store) BatchFile(ctx context.Context, ledger string, id uint64) (file []byte, ok bool, err error) {
	var packed []byte
	err = s.read.QueryRowContext(ctx, `SELECT file_gz FROM chain_batch WHERE ledger = $1 AND id = $2`, ledger, int64(id)).Scan(&packed)
	if ok, err = found(err); err == nil && ok {
		file, err = decompress(packed)
	}
	if err != nil {
		return nil, false, fmt.Errorf("read file of batch %d: %w", id, err)
	}
	return file, ok, nil
}

// BatchOf is the batch that holds a decision; ok is false while none does.
func (s *Store) BatchOf(ctx context.Context, ledger, site, key string) (id uint64, ok bool, err error) {
	var batch sql.NullInt64
	err = s.read.QueryRowContext(ctx, `SELECT batch FROM chain_leaf WHERE ledger = $1 AND site = $2 AND key = $3`, ledger, site, key).Scan(&batch)
	if _, err = found(err); err != nil {
		return 0, false, fmt.Errorf("read batch of decision %s of %s: %w", key, site, err)
	}
	return uint64(batch.Int64), batch.Valid, nil
}

// Ledgers are the ledgers that have a batch, the one with the newest first.
func (s *Store) Ledgers(ctx context.Context) ([]string, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT ledger FROM chain_batch GROUP BY ledger ORDER BY max(sealed_us) DESC, ledger`)
	ledgers, err := collect(rows, err, func(rows *sql.Rows) (name string, err error) {
		err = rows.Scan(&name)
		return name, err
	})
	if err != nil {
		return nil, fmt.Errorf("read ledgers: %w", err)
	}
	return ledgers, nil
}
