package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
)

// modelsKept is how many global models are kept.
const modelsKept = 50

// PutFedRound keeps a round. Where it is over its transcript goes.
func (s *Store) PutFedRound(ctx context.Context, r federate.Round) error {
	return s.transact(ctx, "store round", func(tx *sql.Tx) error { return putFedRound(ctx, tx, r) })
}

func putFedRound(ctx context.Context, tx *sql.Tx, r federate.Round) error {
	body, err := encode("round", r)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO fed_round (number, state, body) VALUES ($1, $2, $3)
		ON CONFLICT (number) DO UPDATE SET state = excluded.state, body = excluded.body`, int64(r.Number), r.State, body); err != nil {
		return err
	}
	if r.State == federate.Open {
		return nil
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM fed_message WHERE attempt = $1`, r.Attempt)
	return err
}

// PutFedOutcome keeps a round with the model and the strategy's memory that it
// ended in, together or not at all. Older models go.
func (s *Store) PutFedOutcome(ctx context.Context, r federate.Round, hash string, model, memory []byte) error {
	return s.transact(ctx, "store round's model", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `
			INSERT INTO fed_model (hash, number, body, memory) VALUES ($1, $2, $3, $4)
			ON CONFLICT (hash) DO UPDATE SET number = excluded.number, memory = excluded.memory`, hash, int64(r.Number), model, memory); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM fed_model WHERE number <= $1`, int64(r.Number)-modelsKept); err != nil {
			return err
		}
		return putFedRound(ctx, tx, r)
	})
}

// FedRounds are the newest rounds, newest first.
func (s *Store) FedRounds(ctx context.Context, most int) ([]federate.Round, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT body FROM fed_round ORDER BY number DESC LIMIT $1`, most)
	all, err := collect(rows, err, scanBody[federate.Round])
	if err != nil {
		return nil, fmt.Errorf("read rounds: %w", err)
	}
	return all, nil
}

// FedModel is a global model with the strategy's memory after it; ok is false
// where it is not kept.
func (s *Store) FedModel(ctx context.Context, hash string) (model, memory []byte, ok bool, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT body, memory FROM fed_model WHERE hash = $1`, hash).Scan(&model, &memory)
	if ok, err = found(err); err != nil {
		return nil, nil, false, fmt.Errorf("read model %s: %w", hash, err)
	}
	return model, memory, ok, nil
}

// KeepFedMessage appends to an attempt's transcript.
func (s *Store) KeepFedMessage(ctx context.Context, attempt string, k federate.Kept) error {
	return s.transact(ctx, "store message of a round", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO fed_message (attempt, seq, step, member, raw) VALUES ($1, $2, $3, $4, $5)`,
			attempt, k.Seq, int(k.Step), k.Member, k.Raw)
		return err
	})
}

// FedTranscript is an attempt's transcript, in order.
func (s *Store) FedTranscript(ctx context.Context, attempt string) ([]federate.Kept, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT seq, step, member, raw FROM fed_message WHERE attempt = $1 ORDER BY seq`, attempt)
	all, err := collect(rows, err, func(rows *sql.Rows) (k federate.Kept, err error) {
		return k, rows.Scan(&k.Seq, &k.Step, &k.Member, &k.Raw)
	})
	if err != nil {
		return nil, fmt.Errorf("read transcript: %w", err)
	}
	return all, nil
}

// PutFedSeat keeps a site's place, in place of the one before.
func (s *Store) PutFedSeat(ctx context.Context, site string, seat federate.Seat) error {
	out := seat.Out
	seat.Out = nil
	body, err := encode("place in a round", seat)
	if err != nil {
		return err
	}
	return s.transact(ctx, "store place in a round", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO fed_seat (site, body, out) VALUES ($1, $2, $3)
			ON CONFLICT (site) DO UPDATE SET body = excluded.body, out = excluded.out`, site, body, out)
		return err
	})
}

// FedSeat is a site's place; ok is false where it has none.
func (s *Store) FedSeat(ctx context.Context, site string) (seat federate.Seat, ok bool, err error) {
	var body string
	var out []byte
	err = s.read.QueryRowContext(ctx, `SELECT body, out FROM fed_seat WHERE site = $1`, site).Scan(&body, &out)
	if ok, err = found(err); err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("read place of %s: %w", site, err)
		}
		return federate.Seat{}, false, err
	}
	err = decode("place", body, &seat)
	seat.Out = out
	return seat, err == nil, err
}
