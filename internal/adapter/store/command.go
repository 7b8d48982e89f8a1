package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// SaveCommand stores a command as it now stands, with the outbox rows that say
// so. Its key is (site, decision, class).
func (s *Store) SaveCommand(ctx context.Context, c episode.Command, events []episode.Event) error {
	return s.record(ctx, "save command", events, func(tx *sql.Tx) error {
		return putCommands(ctx, tx, []episode.Command{c})
	})
}

func putCommands(ctx context.Context, tx *sql.Tx, commands []episode.Command) error {
	for _, c := range commands {
		body, err := encode("command", c)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO command (site, decision, class, state, body) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (site, decision, class) DO UPDATE SET state = excluded.state, body = excluded.body`,
			c.Site, c.Decision, c.Class, c.State, body)
		if err != nil {
			return fmt.Errorf("command for %s of %s: %w", c.Class, c.Site, err)
		}
	}
	return nil
}

// Commands are those that carry out a decision, by class.
func (s *Store) Commands(ctx context.Context, site, decisionKey string) ([]episode.Command, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM command WHERE site = $1 AND decision = $2 ORDER BY class`, site, decisionKey)
	commands, err := collect(rows, err, scanBody[episode.Command])
	if err != nil {
		return nil, fmt.Errorf("read commands of %s %s: %w", site, decisionKey, err)
	}
	return commands, nil
}

// UnfinishedCommands are those whose fate is open: planned, sent or unknown.
func (s *Store) UnfinishedCommands(ctx context.Context) ([]episode.Command, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM command WHERE state IN ('planned', 'sent', 'unknown') ORDER BY site, decision, class`)
	commands, err := collect(rows, err, scanBody[episode.Command])
	if err != nil {
		return nil, fmt.Errorf("read unfinished commands: %w", err)
	}
	return commands, nil
}
