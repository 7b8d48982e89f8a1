package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ErrAudit means that the audit trail is not as it was written.
var ErrAudit = errors.New("audit trail has been changed")

// Entry is who changed what, and why. Before and After are text, usually JSON,
// without secrets.
type Entry struct {
	Seq    int64     `json:"seq"` // set by the store, from 1 without gaps
	At     time.Time `json:"at"`
	Who    string    `json:"who"`
	What   string    `json:"what"`
	Site   string    `json:"site,omitempty"`
	Before string    `json:"before,omitempty"`
	After  string    `json:"after,omitempty"`
	Reason string    `json:"reason,omitempty"`
	Hash   string    `json:"hash"` // set by the store, hex SHA-256 over the hash before and this entry
}

// link is the hash of an entry that follows one with the hash prev.
func (e Entry) link(prev string) (string, error) {
	e.Hash, e.At = prev, instant(micros(e.At))
	body, err := json.Marshal(e)
	if err != nil {
		return "", fmt.Errorf("encode audit entry: %w", err)
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:]), nil
}

// Audit appends to the trail. Rows are chained by their hashes and the database
// refuses to change or delete them.
func (s *Store) Audit(ctx context.Context, e Entry) error {
	return s.transact(ctx, "write audit trail", func(tx *sql.Tx) error {
		seq, err := count(ctx, tx, "audit", 1)
		if err != nil {
			return err
		}
		var prev string
		err = tx.QueryRowContext(ctx, `SELECT hash FROM audit WHERE seq = $1`, seq-1).Scan(&prev)
		if ok, err := found(err); err != nil {
			return err
		} else if !ok && seq > 1 {
			return fmt.Errorf("%w: entry %d is missing", ErrAudit, seq-1)
		}
		e.Seq = seq
		if e.Hash, err = e.link(prev); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO audit (seq, at_us, who, what, site, before_text, after_text, reason, hash)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			e.Seq, micros(e.At), e.Who, e.What, e.Site, e.Before, e.After, e.Reason, e.Hash)
		return err
	})
}

// AuditLog is up to limit entries after a sequence number, in order.
func (s *Store) AuditLog(ctx context.Context, after int64, limit int) ([]Entry, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT seq, at_us, who, what, site, before_text, after_text, reason, hash FROM audit
		WHERE seq > $1 ORDER BY seq LIMIT $2`, after, limit)
	entries, err := collect(rows, err, func(rows *sql.Rows) (Entry, error) {
		var e Entry
		var at int64
		err := rows.Scan(&e.Seq, &at, &e.Who, &e.What, &e.Site, &e.Before, &e.After, &e.Reason, &e.Hash)
		e.At = instant(at)
		return e, err
	})
	if err != nil {
		return nil, fmt.Errorf("read audit trail after %d: %w", after, err)
	}
	return entries, nil
}

// VerifyAudit recomputes the chain and returns its last entry, whose hash can
// be kept elsewhere. The error is [ErrAudit], with the first entry that is
// missing or differs. Who rewrites the whole chain is caught only by comparing
// the last hash with one kept elsewhere.
func (s *Store) VerifyAudit(ctx context.Context) (last Entry, err error) {
	var written int64
	if err := s.read.QueryRowContext(ctx, `SELECT value FROM counter WHERE name = 'audit'`).Scan(&written); err != nil {
		return Entry{}, fmt.Errorf("read length of audit trail: %w", err)
	}
	for {
		entries, err := s.AuditLog(ctx, last.Seq, 1000)
		if err != nil {
			return last, err
		}
		for _, e := range entries {
			want, err := e.link(last.Hash)
			if err != nil {
				return last, err
			}
			if e.Seq != last.Seq+1 || e.Hash != want {
				return last, fmt.Errorf("%w: at entry %d", ErrAudit, last.Seq+1)
			}
			last = e
		}
		if len(entries) == 0 {
			break
		}
	}
	if last.Seq < written {
		return last, fmt.Errorf("%w: entry %d is missing", ErrAudit, last.Seq+1)
	}
	return last, nil
}
