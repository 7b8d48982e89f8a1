package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
)

// databaseName is the copy of a SQLite store in a backup.
const databaseName = "pouwdem.db"

// dump lets SQLite write a compact copy of itself, as of one moment, while
// others read and write.
func (*sqlite) dump(ctx context.Context, s *Store, dir string) ([]string, error) {
	_, err := s.read.ExecContext(ctx, `VACUUM INTO $1`, filepath.Join(dir, databaseName))
	if err != nil {
		return nil, fmt.Errorf("copy sqlite file: %w", err)
	}
	return []string{databaseName}, nil
}

// Restore puts a backup of a SQLite store in place of a file that does not
// exist, or is empty. The copy is checked first, by hash and by SQLite itself;
// after an error the target is as it was. A backup of PostgreSQL goes back by
// pg_restore.
func Restore(ctx context.Context, backupDir, target string) (Manifest, error) {
	m, err := ReadManifest(backupDir)
	if err != nil {
		return Manifest{}, err
	}
	if m.Engine != "sqlite" || len(m.Files) != 1 {
		return Manifest{}, fmt.Errorf("%s is a backup of %s: restore it with pg_restore --dbname=URL %s into an empty database",
			backupDir, m.Engine, filepath.Join(backupDir, dumpName))
	}
	if err := empty(target); err != nil {
		return Manifest{}, err
	}
	if err := restore(ctx, filepath.Join(backupDir, m.Files[0].Name), target); err != nil {
		return Manifest{}, fmt.Errorf("restore %s: %w", target, err)
	}
	return m, nil
}

// empty refuses a target that holds anything, its side files included.
func empty(target string) error {
	for _, path := range []string{target, target + "-wal", target + "-journal"} {
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("look at restore target: %w", err)
		}
		if info.IsDir() || info.Size() > 0 {
			return fmt.Errorf("restore target %s is not empty: move it away first", path)
		}
	}
	return nil
}

func restore(ctx context.Context, from, target string) (err error) {
	partial := target + ".restoring"
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(partial))
		}
	}()
	if err := copyFile(from, partial); err != nil {
		return err
	}
	if err := integrity(ctx, partial); err != nil {
		return err
	}
	if err := os.Rename(partial, target); err != nil {
		return err
	}
	return syncDir(filepath.Dir(target))
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

// integrity asks SQLite whether a file is whole.
func integrity(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", (&sqlite{path: path}).dsn(url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	if err != nil {
		return err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check`).Scan(&verdict); err != nil {
		return fmt.Errorf("check integrity: %w", err)
	}
	if verdict != "ok" {
		return fmt.Errorf("the copy is damaged: %s", verdict)
	}
	return nil
}
