package app

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/worker"
)

// workerOptions are what a worker is and takes.
type workerOptions struct {
	operator string
	// key signs the results: no two workers may have the same, or questions about
	// the one's results would be answered by the other.
	key     ed25519.PrivateKey
	classes []work.Class
	largest work.Size
	threads int
}

// doTasks does tasks over a connection until ctx ends. While the coordinator is
// out of reach it tries again.
func doTasks(ctx context.Context, log *slog.Logger, nc *nats.Conn, o workerOptions) error {
	var side *bus.Worker
	for {
		var err error
		if side, err = bus.NewWorker(ctx, nc, o.operator, o.classes, o.largest); err == nil {
			break
		}
		log.WarnContext(ctx, "the queue of tasks is out of reach; it is tried again", "error", err)
		if (clock.Wall{}).Sleep(ctx, 2*time.Second) != nil {
			return nil
		}
	}
	w := worker.New(worker.Config{Queue: queue{side}, Key: o.key, Threads: o.threads, Log: log})
	stop, err := side.Answer(w.Public(), w.Open)
	if err != nil {
		return err
	}
	var there sync.WaitGroup
	there.Go(func() { side.Stay(ctx) })
	defer there.Wait()
	return errors.Join(w.Run(ctx), stop())
}

func newWorker(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "worker", Short: "Do tasks for the grid that a coordinator offers", Args: cobra.NoArgs,
		Long: "Takes tasks from a coordinator's bus, solves them, commits the answers and opens the leaves that it is asked\n" +
			"for. It keeps nothing but its key: many may run on a machine, and one that is killed loses its task to another.\n" +
			"A key is let in with a token, once (pouwdem sites invite NAME --role worker --site SITE). Heavy tasks go to\n" +
			"workers that stand at a site whose plan grants them megawatts; without --site there, or with a copy of\n" +
			"bus/worker.nk of the coordinator's data folder, a worker has light tasks only.",
		Example: "  pouwdem worker --bus nats://127.0.0.1:4222 --key worker.nk --join TOKEN\n  pouwdem worker --bus nats://127.0.0.1:4222 --key worker.nk --memory-mib 256",
	}
	var url, keyFile, token string
	var heavy bool
	var threads, memory int
	fl := cmd.Flags()
	fl.StringVar(&url, "bus", "", "`URL` of the coordinator's bus, or of a site's")
	fl.StringVar(&keyFile, "key", "", "`FILE` with the worker's key; made when a token is used")
	fl.StringVar(&token, "join", "", "`TOKEN` that lets the key in; - reads it from standard input")
	fl.BoolVar(&heavy, "heavy", false, "take heavy tasks too, which are for servers at a site")
	fl.IntVar(&threads, "threads", runtime.GOMAXPROCS(0), "processors for one task")
	fl.IntVar(&memory, "memory-mib", 0, "memory that the worker may use: garbage is collected harder near it, and tasks that need more are left to others; 0: no limit")
	for _, name := range []string{"bus", "key"} {
		_ = cmd.MarkFlagRequired(name)
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		log, err := newLogger(p.Stderr, config.Default().Log)
		if err != nil {
			return err
		}
		o := workerOptions{classes: []work.Class{work.Light}, largest: work.SizeLarge, threads: threads}
		if memory > 0 {
			debug.SetMemoryLimit(int64(memory) << 20)
			o.largest = work.LargestIn(memory)
		}
		if heavy {
			o.classes = []work.Class{work.Heavy, work.Light}
		}
		joins, err := enrolled(cmd.Context(), p, url, keyFile, token, bus.RoleWorker, log)
		if err != nil {
			return err
		}
		o.operator = joins.Name
		if heavy && joins.Site == "" {
			log.WarnContext(cmd.Context(), "no heavy task will be given to this worker: it "+schedule.Unbound, "operator", joins.Name)
		}
		if _, o.key, err = ed25519.GenerateKey(rand.Reader); err != nil {
			return fmt.Errorf("make a key: %w", err)
		}
		nc, err := bus.Dial(url, joins.key, log)
		if err != nil {
			return err
		}
		defer nc.Close()
		log.InfoContext(cmd.Context(), "taking tasks", "bus", url, "operator", o.operator, "site", joins.Site, "largest", string(o.largest))
		return doTasks(cmd.Context(), log, nc, o)
	}
	return cmd
}

// membership is a key with what its holder was told when it was let in.
type membership struct {
	bus.Joined
	key bus.Key
}

// enrolled is the membership that stands beside a key file, made with a token
// where one is given. A key without one is a copy of the coordinator's worker's.
func enrolled(ctx context.Context, p Process, url, keyFile, token string, role bus.Role, log *slog.Logger) (m membership, err error) {
	beside := keyFile + ".json"
	if token == "-" {
		raw, err := io.ReadAll(io.LimitReader(os.Stdin, 1024))
		if err != nil {
			return m, fmt.Errorf("read the token: %w", err)
		}
		token = string(raw)
	}
	if token != "" {
		if m.key, err = bus.OwnKey(filepath.Dir(keyFile), strings.TrimSuffix(filepath.Base(keyFile), ".nk")); err != nil {
			return m, err
		}
		if m.Joined, err = bus.Join(ctx, url, token, m.key, log); err != nil {
			return m, fmt.Errorf("join %s: %w", url, err)
		}
		if m.Role != role {
			return m, fmt.Errorf("the token lets a %s in, and this is a %s", m.Role, role)
		}
		raw, err := json.Marshal(m.Joined)
		if err == nil {
			err = os.WriteFile(beside, append(raw, '\n'), 0o600)
		}
		if err != nil {
			return m, fmt.Errorf("keep what was told: %w", err)
		}
		fmt.Fprintf(p.Stderr, "let in as %s; the key is in %s\n", m.Name, keyFile)
		return m, nil
	}
	if m.key, err = bus.ReadKey(keyFile); err != nil {
		return m, usageError{fmt.Errorf("--key: %w; ask for a token with pouwdem sites invite, and give it with --join", err)}
	}
	raw, err := os.ReadFile(beside)
	if errors.Is(err, os.ErrNotExist) && role == bus.RoleWorker {
		m.Name, m.Role = here, bus.RoleWorker
		return m, nil
	}
	if err == nil {
		err = json.Unmarshal(raw, &m.Joined)
	}
	if err != nil {
		return m, fmt.Errorf("read %s: %w", beside, err)
	}
	return m, nil
}
