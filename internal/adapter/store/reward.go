package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// SaveRewardDay keeps a day as it was sealed; one that is kept already is not
// changed.
func (s *Store) SaveRewardDay(ctx context.Context, d reward.Day) error {
	body, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("encode the rewards of day %d: %w", d.Epoch, err)
	}
	return s.transact(ctx, "store rewards of a day", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO reward_day (epoch, body) VALUES ($1, $2) ON CONFLICT (epoch) DO NOTHING`, int64(d.Epoch), string(body))
		return err
	})
}

// RewardDay is a day as it was sealed; ok is false where it is not yet.
func (s *Store) RewardDay(ctx context.Context, epoch uint32) (d reward.Day, ok bool, err error) {
	var body string
	err = s.read.QueryRowContext(ctx, `SELECT body FROM reward_day WHERE epoch = $1`, int64(epoch)).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return reward.Day{}, false, nil
	}
	if err != nil {
		return reward.Day{}, false, fmt.Errorf("read the rewards of day %d: %w", epoch, err)
	}
	return d, true, decode("rewards of a day", body, &d)
}

// RewardDays are the newest sealed days, newest first.
func (s *Store) RewardDays(ctx context.Context, most int) ([]reward.Day, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT body FROM reward_day ORDER BY epoch DESC LIMIT $1`, most)
	days, err := collect(rows, err, scanBody[reward.Day])
	if err != nil {
		return nil, fmt.Errorf("read the rewards of days: %w", err)
	}
	return days, nil
}

// PutPaid keeps a task that was entered on the chain to be paid.
func (s *Store) PutPaid(ctx context.Context, p reward.Paid) error {
	body, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("encode paid task %s: %w", p.Task, err)
	}
	return s.transact(ctx, "store paid task", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO paid_task (task, epoch, body) VALUES ($1, $2, $3) ON CONFLICT (task) DO UPDATE SET body = excluded.body`,
			p.Task.String(), int64(p.Epoch), string(body))
		return err
	})
}

// PaidSince are the tasks that were entered on a day or later, in order.
func (s *Store) PaidSince(ctx context.Context, epoch uint32) ([]reward.Paid, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT body FROM paid_task WHERE epoch >= $1 ORDER BY epoch, task`, int64(epoch))
	paid, err := collect(rows, err, scanBody[reward.Paid])
	if err != nil {
		return nil, fmt.Errorf("read paid tasks: %w", err)
	}
	return paid, nil
}

// PutBonus keeps what members have of a day's rewards.
func (s *Store) PutBonus(ctx context.Context, b payout.Bonus) error {
	body, err := json.Marshal(b)
	if err != nil {
		return fmt.Errorf("encode the bonus of day %d: %w", b.Epoch, err)
	}
	return s.transact(ctx, "store bonus", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO member_bonus (epoch, body) VALUES ($1, $2) ON CONFLICT (epoch) DO UPDATE SET body = excluded.body`,
			int64(b.Epoch), string(body))
		return err
	})
}

// Bonus is what members have of a day's rewards; ok is false where nothing was
// divided.
func (s *Store) Bonus(ctx context.Context, epoch uint32) (b payout.Bonus, ok bool, err error) {
	var body string
	err = s.read.QueryRowContext(ctx, `SELECT body FROM member_bonus WHERE epoch = $1`, int64(epoch)).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return payout.Bonus{}, false, nil
	}
	if err != nil {
		return payout.Bonus{}, false, fmt.Errorf("read the bonus of day %d: %w", epoch, err)
	}
	return b, true, decode("bonus of a day", body, &b)
}

// Bonuses are the newest, newest first.
func (s *Store) Bonuses(ctx context.Context, most int) ([]payout.Bonus, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT body FROM member_bonus ORDER BY epoch DESC LIMIT $1`, most)
	all, err := collect(rows, err, scanBody[payout.Bonus])
	if err != nil {
		return nil, fmt.Errorf("read bonuses: %w", err)
	}
	return all, nil
}
