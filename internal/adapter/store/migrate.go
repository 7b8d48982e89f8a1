package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrations embed.FS

// migrate brings the schema up to date and returns its version. Migrations run
// forward only, each in a transaction, one process at a time.
func migrate(ctx context.Context, db *sql.DB, engine string, refuse bool) (int64, error) {
	provider, err := newProvider(db, engine)
	if err != nil {
		return 0, fmt.Errorf("read migrations: %w", err)
	}
	current, newest, err := provider.GetVersions(ctx)
	if err != nil {
		return 0, fmt.Errorf("read schema version: %w", err)
	}
	switch {
	case current > newest:
		return 0, fmt.Errorf("schema version %d is newer than this program's %d: use the newer program, or restore a backup from before its upgrade", current, newest)
	case current == newest:
		return current, nil
	case refuse:
		return 0, fmt.Errorf("schema version %d is older than this program's %d: start once with migrations allowed", current, newest)
	}
	if _, err := provider.Up(ctx); err != nil {
		return 0, fmt.Errorf("bring schema from version %d to %d: %w", current, newest, err)
	}
	return newest, nil
}

func newProvider(db *sql.DB, engine string) (*goose.Provider, error) {
	folder, err := fs.Sub(migrations, "migrations/"+engine)
	if err != nil {
		return nil, err
	}
	options := []goose.ProviderOption{
		goose.WithDisableGlobalRegistry(true),
		goose.WithSlog(slog.New(slog.DiscardHandler)),
	}
	if engine == "sqlite" {
		return goose.NewProvider(goose.DialectSQLite3, db, folder, options...)
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db, folder, append(options, goose.WithSessionLocker(locker))...)
}
