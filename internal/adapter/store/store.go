package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
)

// Options are what a store may be told beside its URL. The zero value is ready
// for use.
type Options struct {
	Readers   int  // connections that read at the same time; 0: 4
	NoMigrate bool // refuse an old schema instead of bringing it up to date
	Existing  bool // refuse a SQLite file that does not exist instead of making it
}

// Store is an open database. It is safe for concurrent use.
type Store struct {
	engine engine
	write  *sql.DB
	read   *sql.DB
	schema int64

	mu      sync.Mutex
	changed chan struct{} // closed when the outbox has grown
}

// engine is what differs between the databases beyond the migrations.
type engine interface {
	// open returns the pool of the writer.
	open() (*sql.DB, error)
	// reader returns the pool of readers, once the schema is up to date; it may
	// be the writer's.
	reader(write *sql.DB, connections int) (*sql.DB, error)
	// turn waits until no other process writes; the turn ends with the transaction.
	turn(ctx context.Context, tx *sql.Tx) error
	// again reports whether err may go away by doing the transaction again.
	again(err error) bool
	// dump writes the database into dir and names the files.
	dump(ctx context.Context, s *Store, dir string) ([]string, error)
	// name is the engine in manifests and of its migrations' folder.
	name() string
}

// Open opens the database that url names, creates it where it is a file that
// does not exist, and brings its schema up to date. A schema newer than this
// program is refused. No error shows the URL's password.
func Open(ctx context.Context, url string, opts Options) (*Store, error) {
	to, err := parseURL(url)
	if err != nil {
		return nil, err
	}
	if opts.Readers <= 0 {
		opts.Readers = 4
	}
	s := &Store{changed: make(chan struct{})}
	if to.server != nil {
		s.engine = &postgres{cfg: to.server, public: to.public, connections: opts.Readers + 1}
	} else {
		if err := exists(to.path, opts.Existing); err != nil {
			return nil, fmt.Errorf("open store %s: %w", Redact(url), err)
		}
		s.engine = &sqlite{path: to.path}
	}
	if err := s.open(ctx, opts); err != nil {
		return nil, errors.Join(fmt.Errorf("open store %s: %w", Redact(url), err), s.Close())
	}
	return s, nil
}

// exists refuses a file that has to be there and is not.
func exists(path string, wanted bool) error {
	if !wanted {
		return nil
	}
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("no store is there yet: name another with --data or --store, or let pouwdem run make it: %w", err)
	}
	return nil
}

func (s *Store) open(ctx context.Context, opts Options) error {
	var err error
	if s.write, err = s.engine.open(); err != nil {
		return err
	}
	if err := s.write.PingContext(ctx); err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	if s.schema, err = migrate(ctx, s.write, s.engine.name(), opts.NoMigrate); err != nil {
		return err
	}
	s.read, err = s.engine.reader(s.write, opts.Readers)
	return err
}

// Close ends all connections. Calls under way are waited for.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil && s.read != s.write {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	return errors.Join(errs...)
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.read.PingContext(ctx); err != nil {
		return fmt.Errorf("store does not answer readers: %w", err)
	}
	if err := s.write.PingContext(ctx); err != nil {
		return fmt.Errorf("store does not answer the writer: %w", err)
	}
	return nil
}

// Engine is "sqlite" or "postgres", and Schema the version of its tables.
func (s *Store) Engine() (name string, schema int64) { return s.engine.name(), s.schema }

// Changed returns a channel that is closed when events may have been added
// since the call, by this process. Take it before reading [Store.Events], wait
// on it after. Rows of other processes on the same database are not announced.
func (s *Store) Changed() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changed
}

func (s *Store) announce() {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.changed)
	s.changed = make(chan struct{})
}
