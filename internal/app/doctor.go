package app

import (
	"context"
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
)

// finding is one check's result.
type finding struct {
	Check  string `json:"check"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`
}

// checkTimeout bounds each check.
const checkTimeout = 15 * time.Second

func newDoctor(p Process) *cobra.Command {
	var asJSON, live bool
	cmd := &cobra.Command{
		Use: "doctor", Short: "Try everything that a run needs, and say what is missing", Args: cobra.NoArgs,
	}
	flags := addConfigFlags(cmd, [3]string{"data", "data_dir", "`DIR` with the data"},
		[3]string{"store", "store.url", "`URL` of the store"})
	cmd.Flags().BoolVar(&live, "live", false, "check the real feeds")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if live {
			flags.flags = append(flags.flags, config.Flag{Name: "--live", Setting: "world", Value: config.WorldLive})
		}
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		findings, err := examine(cmd.Context(), p, cfg)
		if err != nil {
			return err
		}
		return tell(p, findings, asJSON)
	}
	return cmd
}

func tell(p Process, findings []finding, asJSON bool) error {
	bad := 0
	for _, f := range findings {
		if !f.OK {
			bad++
		}
	}
	if asJSON {
		if err := printJSON(p.Stdout, map[string]any{"ok": bad == 0, "checks": findings}); err != nil {
			return err
		}
	} else {
		table := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
		for _, f := range findings {
			mark := "ok"
			if !f.OK {
				mark = "FAIL"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\n", mark, f.Check, f.Detail)
		}
		if err := table.Flush(); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d checks failed", bad, len(findings))
	}
	return nil
}

// examine tries the store and every client. In the simulated world the
// stand-ins are started for the time of the examination.
func examine(ctx context.Context, p Process, cfg *config.Config) ([]finding, error) {
	log, err := newLogger(p.Stderr, config.Log{Level: "error", Format: cfg.Log.Format})
	if err != nil {
		return nil, err
	}
	sites, err := cfg.BuildSites()
	if err != nil {
		return nil, err
	}
	findings := []finding{{"configuration", true, fmt.Sprintf("%d sites, world %s, control %s", len(sites), cfg.World, cfg.Control)}}
	if cfg.World == config.WorldSimulated {
		world, err := newStandIns(ctx, "127.0.0.1:0", cfg, sites, clock.NewScaled(cfg.WorldStart(time.Now()), cfg.Speed), log)
		if err != nil {
			return nil, err
		}
		world.point(cfg)
		ctx, stop := context.WithCancel(ctx)
		ended := make(chan error, 1)
		go func() { ended <- runParts(ctx, log, world.parts()) }()
		defer func() {
			stop()
			if err := <-ended; err != nil {
				log.ErrorContext(ctx, "simulated world ended badly", "error", err)
			}
		}()
	}
	check := func(name, good string, try func(context.Context) error) {
		ctx, cancel := context.WithTimeout(ctx, checkTimeout)
		defer cancel()
		f := finding{name, true, good}
		if err := try(ctx); err != nil {
			f.OK, f.Detail = false, err.Error()
		}
		findings = append(findings, f)
	}
	check("store", "opens and is current", func(ctx context.Context) error { return tryStore(ctx, cfg) })
	clients, err := newOutside(cfg, clock.Wall{}, log)
	if err != nil {
		return nil, err
	}
	check("ercot", "answers", clients.ercot.Check)
	if clients.bitcoin != nil {
		check("mempool", "answers", clients.bitcoin.Check)
	}
	if clients.gpu != nil {
		check("gpu prices", "answers", clients.gpu.Check)
	}
	members, fleets, err := newMembers(ctx, newYard(cfg, sites, unknowing{}, clock.Wall{}, log))
	if err != nil {
		return nil, err
	}
	for _, m := range members {
		if m.Agent == nil {
			findings = append(findings, finding{"machines of " + m.Site.ID, true, "none configured: power is as planned"})
			continue
		}
		check("machines of "+m.Site.ID, "answer", func(ctx context.Context) error {
			if f := fleets[m.Site.ID]; f != nil {
				return f.Check(ctx)
			}
			_, err := m.Agent.Read(ctx)
			return err
		})
	}
	return findings, nil
}

func tryStore(ctx context.Context, cfg *config.Config) error {
	if err := os.MkdirAll(cfg.DataDir, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	st, err := store.Open(ctx, cfg.StoreURL(), store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	return st.Ping(ctx)
}
