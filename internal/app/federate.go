package app

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/participant"
)

func newFederate(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "federate", Short: "Training together with other sites: rounds, their record on the chain, what it is worth", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("federate: want open, join, status, study, force-commit, prove-inclusion or abort-round; see pouwdem federate --help")}
		},
	}
	cmd.AddCommand(newFederateOpen(p), newFederateJoin(p), newFederateStatus(p), newFederateStudy(p),
		newForceCommit(p), newProveInclusion(p), newAbortRound(p))
	return cmd
}

func newFederateOpen(p Process) *cobra.Command {
	var url string
	cmd := &cobra.Command{
		Use: "open", Short: "Ask a running coordinator for a round now", Args: cobra.NoArgs,
		Long: "Asks for a round as soon as enough sites are there. The token is read from POUWDEM_TOKEN.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			token := p.Getenv("POUWDEM_TOKEN")
			if token == "" {
				return usageError{errors.New("POUWDEM_TOKEN is not set: put the token there that the process printed at its start")}
			}
			if _, err := askAPI(cmd.Context(), http.MethodPost, url, "/api/federation/rounds", token); err != nil {
				return err
			}
			_, err := fmt.Fprintln(p.Stdout, "asked for; pouwdem federate status tells how it goes")
			return err
		},
	}
	cmd.Flags().StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	return cmd
}

// askAPI calls a running process.
func askAPI(ctx context.Context, method, url, path, token string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, strings.TrimRight(url, "/")+path, nil)
	if err != nil {
		return nil, usageError{fmt.Errorf("--url: %w", err)}
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("reach the running process (is it up, is --url right?): %w", err)
	}
	defer resp.Body.Close()
	const most = 8 << 20
	body, err := io.ReadAll(io.LimitReader(resp.Body, most))
	if err != nil {
		return nil, fmt.Errorf("read the answer: %w", err)
	}
	if resp.StatusCode/100 != 2 {
		return nil, fmt.Errorf("%s answered %s: %.400s", path, resp.Status, strings.TrimSpace(string(body)))
	}
	return body, nil
}

func newFederateStatus(p Process) *cobra.Command {
	var url string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "status", Short: "The rounds of a running coordinator, and what is claimed", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			body, err := askAPI(cmd.Context(), http.MethodGet, url, "/api/federation", p.Getenv("POUWDEM_TOKEN"))
			if err != nil {
				return err
			}
			if asJSON {
				_, err := p.Stdout.Write(body)
				return err
			}
			var v report.Federation
			if err := json.Unmarshal(body, &v); err != nil {
				return fmt.Errorf("read the answer: %w", err)
			}
			return printFederation(p.Stdout, v)
		},
	}
	cmd.Flags().StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

func printFederation(out io.Writer, v report.Federation) error {
	if v.Text != "" {
		fmt.Fprintln(out, v.Text)
	}
	fmt.Fprintf(out, "%s\nNot claimed: %s.\n%s\n", v.Claim, strings.Join(v.NotClaimed, "; "), v.Noise)
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "\nsite\tthere\tepsilon\tnewest model")
	for _, s := range v.Sites {
		epsilon, verdict := "-", "its own affair"
		if s.Here {
			verdict = "none was tried yet"
		}
		if s.Privacy != nil {
			epsilon = fmt.Sprintf("%.2f of %.2f at delta %g, unit: %s", s.Privacy.Epsilon, s.Privacy.Budget, s.Privacy.Delta, s.Privacy.Unit)
		}
		if s.Verdict != nil {
			verdict = fmt.Sprintf("%s (%+.2f $/day on %d held-out days)", s.Verdict.Reason, s.Verdict.GainUSD, s.Verdict.Days)
		}
		fmt.Fprintf(w, "%s\t%t\t%s\t%s\n", s.Site, s.Alive, epsilon, verdict)
	}
	fmt.Fprintln(w, "\nround\tstate\tsites\tdropped\tms\tbytes up\tchain")
	for _, r := range v.Rounds {
		var dropped []string
		for _, m := range r.Members {
			if m.Dropped != "" {
				dropped = append(dropped, m.Site+" at "+m.Dropped)
			}
		}
		fmt.Fprintf(w, "%d\t%s %s\t%d of %d\t%s\t%d\t%d\t%s\n", r.Number, r.State, r.Reason, r.Included, len(r.Members), strings.Join(dropped, ", "), r.TookMS, r.BytesUp, r.Recorded)
	}
	return w.Flush()
}

// joinFlags are the flags of federate join.
type joinFlags struct {
	bus, key, site, data, config, history string
	seed                                  uint64
	until                                 string
	epsilon, delta                        float64
	haltAt                                string
}

func newFederateJoin(p Process) *cobra.Command {
	var f joinFlags
	cmd := &cobra.Command{
		Use: "join", Short: "Take part in a coordinator's rounds with one site, from a process of its own", Args: cobra.NoArgs,
		Long: "Trains on the site's own days and hands in masked updates; nothing else of them leaves this process. What it\n" +
			"has to send is in --data before it is sent, so that it may be killed at any time. The site is one of the\n" +
			"configuration; the key is the site's on the coordinator's bus.",
		Example: "  pouwdem federate join --bus nats://127.0.0.1:4222 --key site-pecos.nk --site pecos --data pecos",
	}
	fl := cmd.Flags()
	fl.StringVar(&f.bus, "bus", "", "`URL` of the coordinator's bus, or of the site's leaf node")
	fl.StringVar(&f.key, "key", "", "`FILE` with the site's key on the bus")
	fl.StringVar(&f.site, "site", "", "`ID` of the site in the configuration")
	fl.StringVar(&f.data, "data", "", "`DIR` for this site's place in rounds, its identity and its privacy account")
	fl.StringVar(&f.config, "config", "", "configuration `FILE` with the site; the built-in one without it")
	fl.StringVar(&f.history, "history", "", "`DIR` with recorded prices to train on; the simulated world without it")
	fl.Uint64Var(&f.seed, "world-seed", 1001, "seed of the simulated world")
	fl.StringVar(&f.until, "until", "2026-03-31", "last `DAY` of the simulated world that is trained on")
	fl.Float64Var(&f.epsilon, "epsilon", 0, "privacy budget for this site's days; 0: rounds without noise alone")
	fl.Float64Var(&f.delta, "delta", 1e-3, "of the budget")
	fl.StringVar(&f.haltAt, "halt-at", "", "end the process at once when it reaches this point (crash tests)")
	_ = fl.MarkHidden("halt-at")
	for _, name := range []string{"bus", "key", "site", "data"} {
		_ = cmd.MarkFlagRequired(name)
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return f.join(cmd.Context(), p) }
	return cmd
}

// place is the site of the configuration.
func (f *joinFlags) place(p Process) (*site.Site, *config.Config, error) {
	cfg, err := config.Load(config.Options{Path: f.config, Getenv: p.Getenv})
	if err != nil {
		return nil, nil, usageError{err}
	}
	sites, err := cfg.BuildSites()
	if err != nil {
		return nil, nil, err
	}
	for i := range sites {
		if sites[i].ID == f.site {
			return &sites[i], cfg, nil
		}
	}
	return nil, nil, usageError{fmt.Errorf("--site %q: no such site in the configuration", f.site)}
}

func (f *joinFlags) join(ctx context.Context, p Process) error {
	s, cfg, err := f.place(p)
	if err != nil {
		return err
	}
	until, err := unit.ParseDay(f.until)
	if err != nil {
		return usageError{fmt.Errorf("--until: %w", err)}
	}
	log, err := newLogger(p.Stderr, cfg.Log)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.data, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	unlock, err := lockData(f.data)
	if err != nil {
		return err
	}
	defer unlock()
	st, err := store.Open(ctx, "sqlite:"+filepath.Join(f.data, "federation.db"), store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	key, err := ownIdentity(f.data, s.ID)
	if err != nil {
		return err
	}
	joins, err := bus.ReadKey(f.key)
	if err != nil {
		return usageError{fmt.Errorf("--key: %w", err)}
	}
	nc, err := bus.Dial(f.bus, joins, log)
	if err != nil {
		return err
	}
	defer nc.Close()
	shows, err := newAttester(cfg.Federation.Attestation, f.data)
	if err != nil {
		return err
	}
	trainer := &siteTrainer{site: s, rule: policy.Threshold{Params: cfg.Policy.Params.Build()}, book: st, turn: new(sync.Mutex)}
	trainer.data, trainer.last = siteDays(s, f.history, f.seed, func() unit.Day { return until })
	log.InfoContext(ctx, "taking part in federated training", "site", s.ID, "bus", f.bus)
	return participant.New(participant.Config{
		Site: s.ID, Key: key, Hub: bus.NewFederationHub(nc, s.ID), Book: st, Trainer: trainer,
		Prover: shows.prover(s.ID, key.Public().(ed25519.PublicKey)),
		Budget: budgetOf(config.Federation{Epsilon: f.epsilon, Delta: f.delta}), Pause: federatedPause, Random: rand.Reader, Log: log,
		Reached: haltOnce(f.data, f.haltAt),
	}).Run(ctx)
}

// haltOnce ends the process as a power cut would at a point, the first time that
// it comes there with this data.
func haltOnce(dir, at string) func(point string) {
	if at == "" {
		return nil
	}
	mark := filepath.Join(dir, "halted")
	return func(point string) {
		if point != at {
			return
		}
		if _, err := os.Stat(mark); err == nil {
			return
		}
		if os.WriteFile(mark, nil, 0o600) == nil {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
}
