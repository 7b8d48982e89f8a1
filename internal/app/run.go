package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/policy/mpc"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/collector"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
	"github.com/pouw-dem/pouwdem/internal/service/gridwatch"
	"github.com/pouw-dem/pouwdem/internal/service/settler"
)

// runOptions are the flags of run that are no settings.
type runOptions struct {
	live      bool
	printAddr bool
	webDir    string
	haltAt    string
	role      string // run, site or coordinator
	hub, join string // of a site: the coordinator's bus, and the token to join with
	link      *link  // of a site
}

func newRun(p Process) *cobra.Command {
	o := runOptions{role: roleAll}
	cmd := &cobra.Command{
		Use: "run", Short: "Run everything in one process, with the dashboard", Args: cobra.NoArgs,
		Long: "Runs every service in one process. Without a configuration it runs five example sites on a simulated\n" +
			"world, 60 times as fast as the wall, and says so everywhere.",
		Example: "  pouwdem run\n  pouwdem run --live --config config.yaml",
	}
	flags := addConfigFlags(cmd,
		[3]string{"speed", "speed", "how many times as fast as the wall the simulated world runs"},
		[3]string{"start", "start", "`TIME` at which the simulated world begins, RFC 3339; default now"},
		[3]string{"listen", "listen", "`ADDRESS` of the dashboard and the API"},
		[3]string{"data", "data_dir", "`DIR` for the data"},
		[3]string{"store", "store.url", "`URL` of the store: sqlite:FILE or postgres://..."},
		[3]string{"chain", "chain.url", "`URL` of the chain that records decisions: embedded:, off or http(s)://..."},
		[3]string{"control", "control", "advise, or live to command machines that are not on this computer"},
		[3]string{"log", "log.level", "debug, info, warn or error"})
	cmd.Flags().BoolVar(&o.live, "live", false, "read the real feeds; without keys the keyless ones")
	cmd.Flags().BoolVar(&o.printAddr, "print-addr", false, "print the address that is listened on to standard output")
	cmd.Flags().StringVar(&o.webDir, "web-dir", "", "serve the dashboard from this `DIR` instead of the built-in one")
	cmd.Flags().StringVar(&o.haltAt, "halt-at", "", "end the process at once when a tick reaches this step (crash tests)")
	_ = cmd.Flags().MarkHidden("halt-at")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if o.live {
			flags.flags = append(flags.flags, config.Flag{Name: "--live", Setting: "world", Value: config.WorldLive})
		}
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		return run(cmd.Context(), p, cfg, o)
	}
	return cmd
}

// run assembles the process in the order in which things stand on each other,
// and stops it in reverse.
func run(ctx context.Context, p Process, cfg *config.Config, o runOptions) error {
	log, err := newLogger(p.Stderr, cfg.Log)
	if err != nil {
		return err
	}
	if p.Getenv("GOGC") == "" {
		// Studies of the network leave garbage by the megabyte: collecting twice as
		// often costs a tenth more of a processor that idles, and halves the heap.
		debug.SetGCPercent(50)
	}
	sites, err := cfg.BuildSites()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(cfg.DataDir, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	unlock, err := lockData(cfg.DataDir)
	if err != nil {
		return err
	}
	defer unlock()
	st, err := store.Open(ctx, cfg.StoreURL(), store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	var c clock.Clock
	switch o.role {
	case roleSite:
		if o.link, err = openLink(ctx, p, cfg, o, log); err != nil {
			return err
		}
		c, err = o.link.clock(ctx, cfg, st, log)
	case roleCoordinator:
		c, err = sharedClock(ctx, cfg, st)
	default:
		c, err = newClock(ctx, cfg, st)
	}
	if err != nil {
		return err
	}

	var parts []part
	var world *standIns
	if cfg.World == config.WorldSimulated {
		world, err = newStandIns(ctx, "127.0.0.1:0", cfg, sites, c, log)
		if err != nil {
			return err
		}
		world.point(cfg)
		parts = append(parts, world.parts()...)
	}
	s, err := newServices(ctx, cfg, sites, st, c, log, o)
	if err != nil {
		return err
	}
	if s.mining, err = newMining(ctx, cfg, sites, world, c, log); err != nil {
		return err
	}
	if world != nil {
		world.farms.install(s.poolsOf)
	}
	if s.pools, err = newPoolDesk(s); err != nil {
		return err
	}
	api, err := newAPI(ctx, p, cfg, o, s)
	if err != nil {
		return err
	}
	parts = append(parts,
		part{"bus", s.hub.run},
		part{"feeds", s.collector.Run},
		part{"machines", s.runFleets},
		part{"ticks", s.runTicks},
		part{"network studies", s.watchNetwork},
		part{"past prices", s.fillHistory},
		part{"forecasts", s.forecaster.Run},
		part{"day-ahead forecasts", s.daily.Run},
		part{"system forecasts", s.outlooks.system.Run},
		part{"bitcoin forecasts", s.outlooks.network.Run},
		part{"coincident peaks", s.outlooks.peaks.Run},
		part{"grid tasks", s.tasks.run},
		part{"federated training", s.federation.run})
	parts = append(append(parts, s.mining.parts()...), s.pools.parts()...)
	parts = append(parts,
		part{"later settlements", s.settleAgain},
		part{"agent", s.watchAgent},
		part{"market desk", s.desk.run},
		part{"peak charges", s.desk.peaks.Run},
		part{"demand response", s.desk.follow},
		part{"recording", s.ledger.run},
		part{"housekeeping", s.keepHouse},
		part{"api", api})
	if world != nil {
		parts = append(parts, part{"simulated RTU", func(ctx context.Context) error { return s.desk.simulatedRTU(ctx, world) }})
	}
	log.InfoContext(ctx, "started", "world", cfg.World, "control", cfg.Control, "sites", len(sites),
		"speed", c.Speed(), "store", store.Redact(cfg.StoreURL()))
	return runParts(ctx, log, s.partsOf(o, parts))
}

// services is what runs, wired.
type services struct {
	cfg        *config.Config
	sites      []site.Site
	store      *store.Store
	clock      clock.Clock
	log        *slog.Logger
	outside    *outside
	collector  *collector.Collector
	controller *controller.Controller
	fleets     map[string]*fleet.Fleet // of the sites whose machines are driven one by one
	forecaster *forecaster.Forecaster
	daily      *forecaster.Daily
	outlooks   outlooks
	role       string
	hub        *hub  // nil at a site
	link       *link // nil but at a site
	tasks      *tasks
	far        *farQueue // nil but at a site
	federation *federation
	adopting   sync.Mutex       // what sites adopted, and the council of it
	watch      *gridwatch.Watch // nil: no network is studied
	ledger     *ledger
	desk       *dayDesk
	mining     *mining
	pools      *poolDesk
	started    time.Time
	filled     chan struct{} // closed once past prices and loads are known
	posted     chan struct{} // closed once past forecasts of the operator are
}

func newServices(ctx context.Context, cfg *config.Config, sites []site.Site, st *store.Store, c clock.Clock, log *slog.Logger, o runOptions) (*services, error) {
	s := &services{
		role: o.role, link: o.link, cfg: cfg, sites: sites, store: st, clock: c, log: log,
		started: c.Now(), filled: make(chan struct{}), posted: make(chan struct{}),
	}
	var err error
	if s.outside, err = newOutside(cfg, c, log); err != nil {
		return nil, err
	}
	council, err := s.storedCouncil(ctx)
	if err != nil {
		return nil, err
	}
	yard := newYard(cfg, sites, newSituation(cfg, sites, st, c), c, log)
	yard.past, yard.pools = st, s.poolsOf
	members, fleets, err := newMembers(ctx, yard)
	if err != nil {
		return nil, err
	}
	s.fleets = fleets
	if s.watch, err = newWatch(cfg, sites, st, c, log); err != nil {
		return nil, err
	}
	if s.forecaster, s.daily, err = newForecaster(sites, st, s.filled, c, log); err != nil {
		return nil, err
	}
	s.outlooks = newOutlooks(s)
	if o.role != roleSite {
		if s.hub, err = openHub(ctx, cfg, sites, st, c, log); err != nil {
			return nil, err
		}
	}
	s.tasks = newTasks(s)
	if o.role == roleSite && cfg.Tasks.Every > 0 {
		s.far = newFarQueue(c)
	}
	s.federation = newFederation(s, o.haltAt)
	var around controller.Surroundings
	if s.watch != nil {
		around = s.watch
	}
	s.controller, err = controller.New(controller.Config{
		Members: members, Council: council, Limits: cfg.StaleLimits(),
		Live: cfg.Control == config.ControlLive, Offset: cfg.Tick.Offset, Deadline: deadline(cfg, c),
		FleetMW: unit.MW(cfg.Fleet.CapMWPerMin),
		History: st, Ledger: st, Commands: st, Orders: st, Wishes: st, Meters: st, Settings: st, Around: around, Ahead: s.forecaster, Peaks: s.outlooks.peaks, Work: s.work(),
		Clock: c, Log: log, Reached: halter(o.haltAt),
	})
	if err != nil {
		return nil, err
	}
	if s.desk, err = newDayDesk(s, members); err != nil {
		return nil, err
	}
	s.ledger = newLedgerPart(s, o.haltAt)
	s.collector, err = collector.New(collector.Config{
		Feeds: s.feeds(), Sink: st, Clock: c, Log: log,
		Seen: s.observe, Changed: s.feedChanged,
	})
	return s, err
}

// observe lets the controller answer what a feed brought, where it controls.
func (s *services) observe(ctx context.Context, b market.Batch) {
	if s.role != roleCoordinator {
		s.controller.Observe(ctx, b)
	}
}

// feeds is everything that is polled.
func (s *services) feeds() []collector.Feed {
	feeds := s.outside.feeds()
	if s.cfg.Chain.URL == config.ChainEmbedded {
		feeds = append(feeds, &certificatePrice{ledger: s.ledger})
	}
	return feeds
}

// primeFor is how long the first decision waits for the feeds' first answers,
// on the wall's clock.
const primeFor = 1500 * time.Millisecond

// runTicks lets every feed answer once, then ticks.
func (s *services) runTicks(ctx context.Context) error {
	prime, cancel := context.WithTimeout(ctx, primeFor)
	s.collector.Prime(prime)
	cancel()
	return s.controller.Run(ctx)
}

// settleAgain settles days again as prices are corrected and become final.
func (s *services) settleAgain(ctx context.Context) error {
	return settler.New(settler.Config{Sites: s.sites, History: s.store, Ledger: s.store, Clock: s.clock, Log: s.log}).Run(ctx)
}

// watchNetwork studies the network once the first decisions are made.
func (s *services) watchNetwork(ctx context.Context) error {
	if s.watch == nil {
		<-ctx.Done()
		return nil
	}
	return s.watch.Run(ctx)
}

// rawKept is how long raw answers are kept.
const rawKept = 7 * 24 * time.Hour

// keepHouse deletes raw answers that are older than their keep.
func (s *services) keepHouse(ctx context.Context) error {
	for {
		if s.clock.Sleep(ctx, time.Hour) != nil {
			return nil
		}
		if _, err := s.store.Prune(ctx, s.clock.Now().Add(-rawKept)); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "old raw answers not deleted", "error", err)
		}
		s.forgetForecasts(ctx)
	}
}

// feedChanged puts a feed's failure or recovery into the outbox as an alert.
func (s *services) feedChanged(ctx context.Context, h collector.Health) {
	severity, text := "info", "feed "+h.Feed+" answers again"
	if !h.OK {
		severity, text = "warning", "feed "+h.Feed+" fails: "+h.Error
	}
	body, err := json.Marshal(map[string]string{"severity": severity, "text": text})
	if err == nil {
		err = s.store.SaveSettlements(context.WithoutCancel(ctx), nil, []episode.Event{{
			Kind: "feed", Key: h.Feed, At: h.Polled, Simulated: s.cfg.World == config.WorldSimulated, Body: body,
		}})
	}
	if err != nil {
		s.log.ErrorContext(ctx, "change of a feed's health not recorded", "feed", h.Feed, "error", err)
	}
}

// settingThreshold is where tuned parameters are kept.
const settingThreshold = "policy.threshold"

// storedCouncil is the configured champion, with tuned parameters where the
// configuration gives none.
func (s *services) storedCouncil(ctx context.Context) (episode.Council, error) {
	params, err := json.Marshal(s.cfg.Policy.Params.Build())
	if err != nil {
		return episode.Council{}, fmt.Errorf("policy.params: %w", err)
	}
	byDefault, err := json.Marshal(config.Default().Policy.Params.Build())
	if err != nil {
		return episode.Council{}, fmt.Errorf("policy.params: %w", err)
	}
	tuned, found, err := s.store.Setting(ctx, settingThreshold)
	if err != nil {
		return episode.Council{}, err
	}
	if tunable := s.cfg.Policy.Name == "threshold" || s.cfg.Policy.Name == mpc.Name || s.cfg.Policy.Name == learn.Name; found && tunable && bytes.Equal(params, byDefault) {
		params = tuned
	}
	var fallback policy.ThresholdParams
	if err := json.Unmarshal(params, &fallback); err != nil {
		return episode.Council{}, fmt.Errorf("tuned parameters of the threshold: %w", err)
	}
	if s.cfg.Policy.Name == mpc.Name {
		if params, err = json.Marshal(s.cfg.Policy.MPC.Build(fallback)); err != nil {
			return episode.Council{}, fmt.Errorf("policy.mpc: %w", err)
		}
	}
	return s.agentCouncil(ctx, s.cfg.Policy.Name, params, fallback)
}

// worldStart is when a simulated world that has not been run before begins. It is
// not before now beside a chain whose blocks are not: what contracts wait for would
// not come until the world has caught up.
func worldStart(cfg *config.Config, now time.Time) (time.Time, error) {
	start := cfg.WorldStart(now)
	if start.Before(now.Add(-time.Minute)) && cfg.Chain.URL == config.ChainEmbedded {
		return start, usageError{fmt.Errorf("start: %s has passed, and blocks of the chain in this process are of now at the earliest: want a time to come, or chain.url off", cfg.Start)}
	}
	return start, nil
}

// newClock is the wall's, or the simulated world's, which goes on where the
// newest stored decision left it.
func newClock(ctx context.Context, cfg *config.Config, st *store.Store) (clock.Clock, error) {
	if cfg.World == config.WorldLive {
		return clock.Wall{}, nil
	}
	newest, err := st.Decisions(ctx, "", time.Time{}, endOfTime(), 1)
	if err != nil {
		return nil, err
	}
	if len(newest) > 0 {
		return clock.NewScaled(newest[0].DecidedAt, cfg.ClockSpeed()), nil
	}
	start, err := worldStart(cfg, time.Now())
	if err != nil {
		return nil, err
	}
	return clock.NewScaled(start, cfg.ClockSpeed()), nil
}

// deadline is the tick's, stretched where the clock runs faster than the wall,
// since computing does not; at most half the interval.
func deadline(cfg *config.Config, c clock.Clock) time.Duration {
	return min(time.Duration(float64(cfg.Tick.Deadline)*max(1, c.Speed())), unit.Control/2)
}

// halter ends the process as a power cut would when a tick reaches a step.
func halter(at string) func(step string) {
	if at == "" {
		return nil
	}
	return func(step string) {
		if step == at {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
}

// lockData keeps a second process off the same data.
func lockData(dir string) (unlock func(), err error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("data folder %s is in use by another pouwdem: stop it, or give this one its own --data", dir)
	}
	return func() { f.Close() }, nil
}
