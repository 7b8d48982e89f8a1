package app

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/stratum"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// routerOptions are the configured router's.
func routerOptions(cfg *config.Config, log *slog.Logger) (stratum.Options, error) {
	s := cfg.Stratum
	o := stratum.Options{
		Mask: hashwork.GeneralPurpose, SharesPerMinute: s.SharesPerMinute, Start: s.StartDifficulty, Most: s.Connections,
		MostPerIP: s.ConnectionsPerA, Advertise: s.Advertise, Log: log, Admit: admission(cfg),
	}
	if s.TLSCert != "" {
		certificate, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
		if err != nil {
			return o, fmt.Errorf("stratum.tls_cert: %w", err)
		}
		o.TLS = &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12}
	}
	return o, nil
}

// destinationsOf are the configured destinations.
func destinationsOf(cfg *config.Config) []stratum.Destination {
	list := make([]stratum.Destination, 0, len(cfg.Stratum.Destinations))
	for _, d := range cfg.Stratum.Destinations {
		list = append(list, stratum.Destination{
			Name: d.Name, URLs: d.URLs, User: d.User, Password: stratum.Secret(d.Password.Value()), Weight: d.Weight,
			Contract: d.ContractTHs * 1e12, Backup: d.Backup, Connections: d.Connections,
		})
	}
	return list
}

// admission lets in who is a member, where there are any.
func admission(cfg *config.Config) func(worker string) error {
	if len(cfg.Members.List) == 0 {
		return nil
	}
	members := make(map[string]bool)
	for _, m := range cfg.Members.List {
		members[m.Name] = true
	}
	return func(worker string) error {
		if name, _, _ := strings.Cut(worker, "."); !members[name] {
			return errors.New("no member of that name: workers call themselves member.machine")
		}
		return nil
	}
}

func newStratum(p Process) *cobra.Command {
	var to []string
	var metrics string
	var printAddr bool
	var status time.Duration
	cmd := &cobra.Command{
		Use: "stratum", Short: "Route hashrate to mining pools, alone", Args: cobra.NoArgs,
		Long: "Takes mining machines that speak Stratum V1 and spreads their hashrate over pools by weights and contracts.\n" +
			"Pools come from the configuration's stratum.destinations or from --to. SIGHUP reads the configuration again:\n" +
			"weights change without a machine being disconnected. Machines should have pools of their own behind this one.",
		Example: "  pouwdem stratum --listen 0.0.0.0:3333 --to braiins=stratum+tcp://stratum.braiins.com:3333,farm.router,70 \\\n" +
			"    --to ocean=stratum+tcp://mine.ocean.xyz:3334,bc1q...,30",
	}
	cmd.AddCommand(newShareLedger(p), newShareVerify(p), newBonusList(p))
	flags := addConfigFlags(cmd,
		[3]string{"listen", "stratum.listen", "`ADDRESS` that machines connect to"},
		[3]string{"log", "log.level", "debug, info, warn or error"})
	cmd.Flags().StringArrayVar(&to, "to", nil, "a destination: `NAME=URL,USER,WEIGHT`")
	cmd.Flags().StringVar(&metrics, "metrics", "", "serve Prometheus metrics on this `ADDRESS`")
	cmd.Flags().BoolVar(&printAddr, "print-addr", false, "print the address that is listened on to standard output")
	cmd.Flags().DurationVar(&status, "status", 0, "print how the destinations stand every so often")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		load := func() (*config.Config, []stratum.Destination, error) {
			cfg, err := flags.load(cmd, p)
			if err != nil {
				return nil, nil, err
			}
			list := destinationsOf(cfg)
			for _, one := range to {
				d, err := parseDestination(one)
				if err != nil {
					return nil, nil, usageError{err}
				}
				list = append(list, d)
			}
			return cfg, list, nil
		}
		cfg, list, err := load()
		if err != nil {
			return err
		}
		if cfg.Stratum.Listen == "" || len(list) == 0 {
			return usageError{errors.New("want --listen and at least one --to, or a configuration with stratum.listen and stratum.destinations")}
		}
		log, err := newLogger(p.Stderr, cfg.Log)
		if err != nil {
			return err
		}
		if p.Getenv("GOGC") == "" {
			debug.SetGCPercent(50) // connections are most of the heap, and make little garbage
		}
		o, err := routerOptions(cfg, log)
		if err != nil {
			return err
		}
		router, err := stratum.New(o, list)
		if err != nil {
			return err
		}
		return serveRouter(cmd.Context(), p, cfg, router, log, routerFlags{metrics, printAddr, status}, func(ctx context.Context) error {
			_, list, err := load()
			if err != nil {
				return err
			}
			return router.Set(ctx, list)
		})
	}
	return cmd
}

// parseDestination reads NAME=URL,USER,WEIGHT.
func parseDestination(s string) (d stratum.Destination, err error) {
	name, rest, ok := strings.Cut(s, "=")
	parts := strings.Split(rest, ",")
	if !ok || len(parts) != 3 {
		return d, fmt.Errorf("--to %q: want NAME=URL,USER,WEIGHT", s)
	}
	weight, err := strconv.ParseFloat(parts[2], 64)
	if err != nil {
		return d, fmt.Errorf("--to %q: the weight is no number", s)
	}
	return stratum.Destination{Name: name, URLs: []string{parts[0]}, User: parts[1], Password: "x", Weight: weight}, nil
}

type routerFlags struct {
	metrics   string
	printAddr bool
	status    time.Duration
}

// serveRouter runs the router, its metrics and what reads its configuration
// again.
func serveRouter(ctx context.Context, p Process, cfg *config.Config, router *stratum.Router, log *slog.Logger, f routerFlags, reload func(context.Context) error) error {
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", cfg.Stratum.Listen)
	if err != nil {
		return fmt.Errorf("listen for machines on %s: %w", cfg.Stratum.Listen, err)
	}
	if f.printAddr {
		fmt.Fprintln(p.Stdout, "listening", l.Addr())
	}
	log.InfoContext(ctx, "takes machines", "address", l.Addr().String())
	parts := []part{
		{"router", func(ctx context.Context) error { return router.Run(ctx, l) }},
		{"configuration", func(ctx context.Context) error { return onHangup(ctx, log, reload) }},
	}
	if f.metrics != "" {
		m, err := listen.Listen(ctx, "tcp", f.metrics)
		if err != nil {
			return fmt.Errorf("listen for metrics on %s: %w", f.metrics, err)
		}
		registry := prometheus.NewRegistry()
		registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), newRouterGauges(router))
		parts = append(parts, part{"metrics", func(ctx context.Context) error {
			server := &http.Server{Handler: promhttp.HandlerFor(registry, promhttp.HandlerOpts{}), ReadHeaderTimeout: 5 * time.Second}
			return serve(ctx, server, m)
		}})
	}
	if f.status > 0 {
		parts = append(parts, part{"status", func(ctx context.Context) error {
			ticker := time.NewTicker(f.status)
			defer ticker.Stop()
			for {
				select {
				case <-ctx.Done():
					return nil
				case <-ticker.C:
					if err := printRouter(p, router.Status()); err != nil {
						return err
					}
				}
			}
		}})
	}
	return runParts(ctx, log, parts)
}

func onHangup(ctx context.Context, log *slog.Logger, reload func(context.Context) error) error {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	defer signal.Stop(hangups)
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-hangups:
			if err := reload(ctx); err != nil {
				log.ErrorContext(ctx, "the configuration stays as it was", "error", err)
				continue
			}
			log.InfoContext(ctx, "destinations read again")
		}
	}
}

func printRouter(p Process, s stratum.Status) error {
	table := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintf(table, "destination\tup\tmachines\tTH/s\twant TH/s\tgood\tstale\trejected\tat pool: good\tstale\trejected\n")
	for _, d := range s.Destinations {
		t := d.Tally
		fmt.Fprintf(table, "%s\t%t\t%d\t%.6g\t%.6g\t%d\t%d\t%d\t%d\t%d\t%d\n", d.Name, d.Up, d.Machines, d.Hashrate/1e12, d.Target/1e12,
			t.Accepted, t.Stale, t.Low+t.Duplicate+t.Wrong, t.PoolAccepted, t.PoolStale, t.PoolRejected)
	}
	return table.Flush()
}

// routerGauges reads a router's state when Prometheus asks for it.
type routerGauges struct {
	router *stratum.Router

	machines, lonely, connections, turnedAway, cutOff, moves, reconnects, failovers, losses *prometheus.Desc
	up, hashrate, target, shares, work, atPool, poolWork, difficulty                        *prometheus.Desc
}

func newRouterGauges(r *stratum.Router) *routerGauges {
	desc := func(name, help string, labels ...string) *prometheus.Desc {
		return prometheus.NewDesc("pouwdem_stratum_"+name, help, labels, nil)
	}
	return &routerGauges{
		router:      r,
		machines:    desc("machines", "Machines that are connected."),
		lonely:      desc("without_pool", "1 if no pool is up and machines are sent to pools of their own."),
		connections: desc("connections_total", "Connections taken."),
		turnedAway:  desc("turned_away_total", "Connections turned away because there were too many."),
		cutOff:      desc("cut_off_total", "Connections cut off, by reason.", "reason"),
		moves:       desc("moves_total", "Moves of machines between destinations."),
		reconnects:  desc("reconnects_total", "Machines told to reconnect."),
		failovers:   desc("failovers_total", "Machines whose pool was lost."),
		losses:      desc("pool_losses_total", "Connections to pools that ended or could not be made."),
		up:          desc("destination_up", "1 if machines can work for the destination.", "destination"),
		hashrate:    desc("destination_hashes_per_second", "Hashrate of the destination's machines by their shares.", "destination"),
		target:      desc("destination_target_hashes_per_second", "Hashrate that the destination should have.", "destination"),
		shares:      desc("shares_total", "Shares of machines, by what became of them here.", "destination", "result"),
		work:        desc("work_total", "Difficulty of good shares.", "destination"),
		atPool:      desc("pool_shares_total", "Shares passed on, by what the pool said.", "destination", "result"),
		poolWork:    desc("pool_work_total", "Difficulty of shares that the pool took.", "destination"),
		difficulty:  desc("pool_difficulty", "Difficulty that the pool asks for.", "destination"),
	}
}

// Describe names the metrics.
func (g *routerGauges) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{
		g.machines, g.lonely, g.connections, g.turnedAway, g.cutOff, g.moves, g.reconnects, g.failovers, g.losses,
		g.up, g.hashrate, g.target, g.shares, g.work, g.atPool, g.poolWork, g.difficulty,
	} {
		out <- d
	}
}

// Collect reads them.
func (g *routerGauges) Collect(out chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	counter := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, v, labels...)
	}
	yes := func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	}
	s := g.router.Status()
	gauge(g.machines, float64(s.Machines))
	gauge(g.lonely, yes(s.Lonely))
	c := s.Counts
	counter(g.connections, float64(c.Connections))
	counter(g.turnedAway, float64(c.Full))
	counter(g.cutOff, float64(c.Floods), "flood")
	counter(g.cutOff, float64(c.Malformed), "malformed")
	counter(g.cutOff, float64(c.Unnamed), "unnamed")
	counter(g.moves, float64(c.Moves))
	counter(g.reconnects, float64(c.Reconnects))
	counter(g.failovers, float64(c.Failovers))
	counter(g.losses, float64(c.PoolLosses))
	for _, d := range s.Destinations {
		gauge(g.up, yes(d.Up), d.Name)
		gauge(g.hashrate, d.Hashrate, d.Name)
		gauge(g.target, d.Target, d.Name)
		gauge(g.difficulty, d.Difficulty, d.Name)
		t := d.Tally
		for result, n := range map[string]int{"accepted": t.Accepted, "stale": t.Stale, "duplicate": t.Duplicate, "low": t.Low, "wrong": t.Wrong} {
			counter(g.shares, float64(n), d.Name, result)
		}
		for result, n := range map[string]int{"accepted": t.PoolAccepted, "stale": t.PoolStale, "rejected": t.PoolRejected, "unanswered": t.Unanswered} {
			counter(g.atPool, float64(n), d.Name, result)
		}
		counter(g.work, t.Work, d.Name)
		counter(g.poolWork, t.PoolWork, d.Name)
	}
}
