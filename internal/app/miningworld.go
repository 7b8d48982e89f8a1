package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/pool"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/poolapi"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/rig"
	"github.com/pouw-dem/pouwdem/internal/adapter/stratum"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

const (
	rigsPerClass  = 4    // connections that stand for a class of machines, each for a part of it
	rigShares     = 30.0 // a minute of the wall, of each
	hashesPerFind = 1000 // that a share costs a processor
)

// miningWorld is simulated pools, and machines that work for whom they are told
// to. The pools' difficulty is eased, so that processors find what the machines
// would: numbers are as in the world, the work is not.
type miningWorld struct {
	log   *slog.Logger
	world *standIns
	pools []simulatedPool
	rigs  []*rig.Rig
	unit  float64 // difficulty of a usual share
	ease  float64
}

// simulatedPool is one of them.
type simulatedPool struct {
	name     string
	weight   float64
	server   *pool.Pool
	listener net.Listener
	account  *poolapi.Account
	api      net.Listener
}

// newMiningWorld makes the pools, with the operator's account at each, and
// machines for every class that mines.
func newMiningWorld(ctx context.Context, world *standIns, sites []site.Site, seed uint64, c clock.Clock, log *slog.Logger) (*miningWorld, error) {
	w := &miningWorld{log: log, world: world, unit: usualShare(sites, c.Speed())}
	w.ease = hashesPerFind / (w.unit * hashwork.HashesPerDifficulty)
	difficulty, sats := world.server.Reward()
	total := 0.0
	for i := range sites {
		for j := range sites[i].Classes {
			total += topTHs(&sites[i].Classes[j]) * 1e12
		}
	}
	var listen net.ListenConfig
	for i, p := range []struct {
		name      string
		weight    float64
		mask      uint32
		nonce2    int
		fee, pool float64 // fraction; hashes per second of all miners
	}{
		{"braiins", 40, 0x1fffe000, 8, 0.025, 2e19},
		{"foundry", 25, 0x1fffe000, 8, 0.02, 2.6e20},
		{"ocean", 15, 0x1fffe000, 8, 0.01, 1e19},
		{"f2pool", 10, 0x3fffe000, 4, 0.04, 1e20},
		{"luxor", 10, 0x1fffe000, 4, 0.022, 3e19},
	} {
		one := simulatedPool{name: p.name, weight: p.weight}
		one.account = poolapi.NewAccount(operatorName, poolapi.Terms{
			Fee: p.fee, PerWork: float64(sats) / difficulty, ByBlock: p.name == "ocean", Network: difficulty, Pool: p.pool,
		}, 0.8*total*p.weight/100, simulatedDays, seed+uint64(i), c.Now)
		one.server = pool.New(pool.Options{
			Seed: seed + uint64(i), Difficulty: w.unit, Nonce2Size: p.nonce2, Mask: p.mask, Ease: w.ease, Counted: one.account.Count,
		})
		var err error
		if one.listener, err = listen.Listen(ctx, "tcp", "127.0.0.1:0"); err == nil {
			one.api, err = listen.Listen(ctx, "tcp", "127.0.0.1:0")
		}
		if err != nil {
			return nil, fmt.Errorf("listen for the simulated pool %s: %w", p.name, err)
		}
		w.pools = append(w.pools, one)
	}
	return w, nil
}

// simulatedDays is how much history the simulated accounts have.
const simulatedDays = 10

// usualShare is the difficulty at which a rig finds as many shares as it should.
func usualShare(sites []site.Site, speed float64) float64 {
	total, classes := 0.0, 0
	for i := range sites {
		for j := range sites[i].Classes {
			if c := &sites[i].Classes[j]; topTHs(c) > 0 {
				total += topTHs(c)
				classes++
			}
		}
	}
	if classes == 0 {
		return 1
	}
	each := total * 1e12 / float64(classes*rigsPerClass) // hashes per second of the world
	return each * 60 * speed / rigShares / hashwork.HashesPerDifficulty
}

// topTHs is what a whole class hashes at most.
func topTHs(c *site.Class) float64 {
	return float64(c.Levels[len(c.Levels)-1].THs) * float64(c.Units)
}

// destinations are the pools as the router takes them.
func (w *miningWorld) destinations() []stratum.Destination {
	list := make([]stratum.Destination, 0, len(w.pools))
	for _, p := range w.pools {
		list = append(list, stratum.Destination{
			Name: p.name, URLs: []string{"stratum+tcp://" + p.listener.Addr().String()}, User: operatorName + ".router", Password: "x", Weight: p.weight,
		})
	}
	return list
}

// operatorName is the operator's at the simulated pools.
const operatorName = "texas"

// options make the router's shares as easy as the pools'.
func (w *miningWorld) options(o stratum.Options, c clock.Clock) stratum.Options {
	o.Ease, o.Start, o.Lowest = w.ease, w.unit, w.unit/1e6
	o.SharesPerMinute = rigShares / c.Speed()
	o.Clock = c
	o.PlanEvery = time.Duration(float64(5*time.Second) * c.Speed())
	o.Horizon = 3 * o.PlanEvery
	return o
}

// man gives the machines their pools: the router, and one of their own behind
// it. Their hashrate is what the site's groups have.
func (w *miningWorld) man(sites []site.Site, router string, seed uint64, c clock.Clock) {
	own := w.pools[0].listener.Addr().String()
	for i := range sites {
		s := &sites[i]
		for j := range s.Classes {
			class := &s.Classes[j]
			if topTHs(class) == 0 {
				continue
			}
			rate := memo(func() float64 { return w.world.ths(s.ID, class.ID) * 1e12 / rigsPerClass })
			for n := range rigsPerClass {
				name := machineID(class.ID, n, "")
				number := uint64(len(w.rigs))
				w.rigs = append(w.rigs, rig.New(rig.Options{
					Pools: []rig.Pool{
						{Address: router, User: s.ID + "." + name, Password: "x"}, // each site is a member
						{Address: own, User: operatorName + "." + s.ID + "-" + name, Password: "x"},
					},
					Hashrate: rate,
					Ease:     w.ease, Clock: c, Seed: seed + number,
					Extranonce: number%4 != 3, Rolling: number%5 != 4, Reconnects: true, IdleOnLoss: number%16 == 15,
				}))
			}
		}
	}
}

// memo asks at most once a second.
func memo(ask func() float64) func() float64 {
	var mu sync.Mutex
	var asked time.Time
	var value float64
	return func() float64 {
		mu.Lock()
		defer mu.Unlock()
		if now := time.Now(); now.Sub(asked) > time.Second {
			asked, value = now, ask()
		}
		return value
	}
}

// run serves the pools until ctx ends.
func (w *miningWorld) run(ctx context.Context) error {
	var group sync.WaitGroup
	defer group.Wait()
	for _, p := range w.pools {
		group.Go(func() { p.server.Follow(ctx, 20*time.Second) })
		group.Go(func() {
			if err := p.server.Run(ctx, p.listener); err != nil {
				w.log.ErrorContext(ctx, "simulated pool ended", "pool", p.name, "error", err)
			}
		})
		server := &http.Server{Handler: p.account.Handler(p.name), ReadHeaderTimeout: 5 * time.Second}
		group.Go(func() {
			if err := serve(ctx, server, p.api); err != nil {
				w.log.ErrorContext(ctx, "simulated pool's accounts ended", "pool", p.name, "error", err)
			}
		})
	}
	<-ctx.Done()
	return nil
}

// serve serves until ctx ends. That the server is closed then is called off when it
// has ended, not before: who waits for ctx may be faster than what its end sets off.
func serve(ctx context.Context, server *http.Server, l net.Listener) error {
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// runRigs lets the machines work until ctx ends.
func (w *miningWorld) runRigs(ctx context.Context) error {
	var group sync.WaitGroup
	for _, r := range w.rigs {
		group.Go(func() { _ = r.Run(ctx) }) // a rig ends with the context alone
	}
	group.Wait()
	return nil
}

// mining is the router in a process that runs everything.
type mining struct {
	router   *stratum.Router // nil: none
	listener net.Listener
	world    *miningWorld // nil in the live world, and where real pools are configured
	book     shareBook

	mu           sync.Mutex
	destinations []stratum.Destination
	byPlan       map[string][]string // sites whose planned hashrate a destination gets
	fixed        map[string]float64  // hashes per second of a destination's own contract
}

// newMining makes the router, on the simulated world's pools where no others are
// configured. world is nil in the live one.
func newMining(ctx context.Context, cfg *config.Config, sites []site.Site, world *standIns, c clock.Clock, log *slog.Logger) (*mining, error) {
	m := &mining{}
	address := cfg.Stratum.Listen
	if address == "" && world == nil {
		return m, nil
	}
	if address == "" {
		address = "127.0.0.1:0"
	}
	o, err := routerOptions(cfg, log)
	if err != nil {
		return nil, err
	}
	o.Accepted = m.book.count
	m.destinations = destinationsOf(cfg)
	m.byPlan, m.fixed = make(map[string][]string), make(map[string]float64)
	for _, one := range cfg.Stratum.Destinations {
		m.byPlan[one.Name], m.fixed[one.Name] = one.PlanSites, one.ContractTHs*1e12
	}
	if world != nil && len(m.destinations) == 0 {
		if m.world, err = newMiningWorld(ctx, world, sites, cfg.Seed, c, log); err != nil {
			return nil, err
		}
		m.destinations = m.world.destinations()
		m.byPlan["luxor"] = []string{sites[len(sites)-1].ID} // beside its weight
		o = m.world.options(o, c)
	}
	if m.router, err = stratum.New(o, m.destinations); err != nil {
		return nil, err
	}
	var listen net.ListenConfig
	if m.listener, err = listen.Listen(ctx, "tcp", address); err != nil {
		return nil, fmt.Errorf("listen for machines on %s: %w", address, err)
	}
	if m.world != nil {
		m.world.man(sites, m.listener.Addr().String(), cfg.Seed, c)
	}
	log.InfoContext(ctx, "takes machines", "address", m.listener.Addr().String(), "destinations", len(m.destinations))
	return m, nil
}

// fallbacks are the pools that machines are to keep behind the router: in the
// simulated world where none are configured, the first of its pools.
func (m *mining) fallbacks(cfg *config.Config) []config.Fallback {
	if len(cfg.Stratum.Fallbacks) == 0 && m.world != nil {
		return []config.Fallback{{URL: "stratum+tcp://" + m.world.pools[0].listener.Addr().String(), User: operatorName}}
	}
	return cfg.Stratum.Fallbacks
}

// poolsOf are the pools that a machine of a site should have: the router, and
// behind it pools of its own; none where nothing is to stand behind it.
func (s *services) poolsOf(siteID, machine string) []dispatch.Pool {
	if s.mining == nil || s.mining.router == nil {
		return nil
	}
	behind := s.mining.fallbacks(s.cfg)
	if len(behind) == 0 {
		return nil
	}
	address, scheme := s.cfg.Stratum.Advertise, "stratum+tcp://"
	if address == "" {
		address = s.mining.listener.Addr().String()
	}
	if s.cfg.Stratum.TLSCert != "" {
		scheme = "stratum+ssl://"
	}
	pools := []dispatch.Pool{{URL: scheme + address, User: siteID + "." + machine, Password: "x"}}
	for _, f := range behind {
		password := f.Password.Value()
		if password == "" {
			password = "x"
		}
		pools = append(pools, dispatch.Pool{URL: f.URL, User: f.User + "." + siteID + "-" + machine, Password: password})
	}
	return pools
}

// parts are what runs, in the order in which it stands on each other.
func (m *mining) parts() []part {
	if m.router == nil {
		return nil
	}
	parts := []part{{"router", func(ctx context.Context) error { return m.router.Run(ctx, m.listener) }}}
	if m.world != nil {
		parts = append([]part{{"simulated pools", m.world.run}}, append(parts, part{"simulated machines", m.world.runRigs})...)
	}
	return parts
}
