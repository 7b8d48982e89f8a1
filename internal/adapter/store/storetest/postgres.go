package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the database/sql driver "pgx"
)

// Server is a PostgreSQL server of its own for one test. It listens on a unix
// socket only: a port could be taken by another between choosing and using it.
type Server struct {
	dir       string // of the socket
	databases atomic.Int64
}

// StartPostgres starts a server from Debian's package, which is stopped with
// the test. Without the package the test is skipped, unless
// POUWDEM_REQUIRE_POSTGRES is 1: then it fails.
func StartPostgres(t testing.TB) *Server {
	t.Helper()
	programs := postgresPrograms(t)
	dir := postgresDir(t)
	ctx := t.Context()
	run(ctx, t, dir, filepath.Join(programs, "initdb"), "--pgdata="+filepath.Join(dir, "data"),
		"--username=pouwdem", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
	options := fmt.Sprintf("-p 5432 -c listen_addresses='' -c unix_socket_directories=%s -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60", dir)
	ctl := filepath.Join(programs, "pg_ctl")
	run(ctx, t, dir, ctl, "start", "--wait", "--pgdata="+filepath.Join(dir, "data"), "--log="+filepath.Join(dir, "log"), "--options="+options)
	t.Cleanup(func() {
		run(context.WithoutCancel(ctx), t, dir, ctl, "stop", "--wait", "--mode=immediate", "--pgdata="+filepath.Join(dir, "data"))
	})
	return &Server{dir: dir}
}

// URL is a new database.
func (s *Server) URL(t testing.TB) string {
	t.Helper()
	name := "test" + strconv.FormatInt(s.databases.Add(1), 10)
	if err := s.Exec(t, s.url("postgres"), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	return s.url(name)
}

func (s *Server) url(database string) string {
	return fmt.Sprintf("postgres:///%s?host=%s&port=5432&user=pouwdem&sslmode=disable", database, s.dir)
}

// Exec runs a statement on a connection of its own.
func (s *Server) Exec(t testing.TB, url, statement string) error {
	t.Helper()
	return execute(t, "pgx", url, statement)
}

func execute(t testing.TB, driver, dsn, statement string) error {
	t.Helper()
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.ExecContext(t.Context(), statement)
	return err
}

func postgresPrograms(t testing.TB) string {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 {
		return filepath.Dir(found[len(found)-1])
	}
	const missing = "no /usr/lib/postgresql/*/bin/initdb: apt-get install postgresql"
	if os.Getenv("POUWDEM_REQUIRE_POSTGRES") == "1" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// postgresDir is a directory that the server's user owns. Its name is short:
// the path of a unix socket holds about 100 bytes.
func postgresDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "pg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if id := serverUser(t); id != nil {
		if err := os.Chown(dir, int(id.Uid), int(id.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// serverUser is Debian's user postgres where the test runs as root, as whom
// the server refuses to run; else nil.
func serverUser(t testing.TB) *syscall.Credential {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		t.Fatalf("the package postgresql makes a user postgres, whom root needs to start a server: %v", err)
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

func run(ctx context.Context, t testing.TB, dir, program string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: serverUser(t)}
	// A file, not a pipe: the server inherits it and would keep a pipe open.
	out, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Run(); err != nil {
		said, _ := os.ReadFile(out.Name())
		t.Fatalf("%s: %v\n%s", filepath.Base(program), err, said)
	}
}
