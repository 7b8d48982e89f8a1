package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// dumpName is the archive of a PostgreSQL store in a backup.
const dumpName = "pouwdem.pgdump"

// dump runs pg_dump, which takes its snapshot in one transaction.
func (e *postgres) dump(ctx context.Context, _ *Store, dir string) ([]string, error) {
	program, err := exec.LookPath("pg_dump")
	if err != nil {
		return nil, errors.New("pg_dump is not on the PATH: install PostgreSQL's client programs (Debian: postgresql-client) or back the server up by its own means")
	}
	cmd := exec.CommandContext(ctx, program, "--format=custom", "--no-owner", "--no-privileges", "--no-password",
		"--file="+filepath.Join(dir, dumpName), "--dbname="+e.public)
	// In the environment, the password does not show in the list of processes.
	cmd.Env = append(os.Environ(), "PGPASSWORD="+e.cfg.Password)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("pg_dump: %w: %s", err, bytes.TrimSpace(complaint.Bytes()))
	}
	return []string{dumpName}, nil
}
