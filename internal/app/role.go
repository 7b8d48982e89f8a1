package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
)

// The roles of a process that decides or records. A worker is another program's
// length: see newWorker.
const (
	roleAll         = "run"         // both of the others
	roleSite        = "site"        // decides and acts at one site
	roleCoordinator = "coordinator" // records, offers tasks, and shows all sites
)

// leftOut are the parts that a role does without.
func leftOut(role string) []string {
	switch role {
	case roleSite:
		return []string{"bus", "grid tasks", "recording"}
	case roleCoordinator:
		return []string{"machines", "ticks", "market desk", "peak charges", "demand response", "simulated RTU", "simulated pools", "router", "simulated machines", "later settlements"}
	}
	return nil
}

// partsOf are those parts of the whole that a role has, and its own.
func (s *services) partsOf(o runOptions, parts []part) []part {
	out := leftOut(o.role)
	parts = slices.DeleteFunc(parts, func(p part) bool { return slices.Contains(out, p.name) })
	switch o.role {
	case roleSite:
		// The link is there first and ends last.
		return append([]part{{"link", s.link.run}}, append(parts, part{"telling the coordinator", s.tell}, part{"orders of the coordinator", s.obey}, part{"bids of the coordinator", s.hearBids}, part{"worker", s.workForCoordinator})...)
	case roleCoordinator:
		return append(parts, part{"listening to sites", s.listen}, part{"bids to sites", s.tellBids})
	}
	return parts
}

// link is a site's connection to its coordinator.
type link struct {
	membership
	leaf *bus.Leaf // nil: the site dials the bus itself
	hub  string    // of the bus itself
	nc   *nats.Conn
	site *bus.Site
}

// openLink joins the coordinator's bus, through a leaf node where it takes any.
// The coordinator need not be there but for the first time.
func openLink(ctx context.Context, p Process, cfg *config.Config, o runOptions, log *slog.Logger) (l *link, err error) {
	l = &link{}
	keyFile := filepath.Join(cfg.DataDir, "bus", "site.nk")
	if o.join != "" && o.hub == "" {
		return nil, usageError{errors.New("--join: give the address of the coordinator's bus with --bus")}
	}
	if l.membership, err = enrolled(ctx, p, o.hub, keyFile, o.join, bus.RoleSite, log); err != nil {
		return nil, err
	}
	hubFile := keyFile + ".hub"
	if o.hub == "" {
		raw, err := os.ReadFile(hubFile)
		if err != nil {
			return nil, usageError{fmt.Errorf("--bus: give the address of the coordinator's bus: %w", err)}
		}
		o.hub = string(raw)
	} else if err := os.WriteFile(hubFile, []byte(o.hub), 0o600); err != nil {
		return nil, fmt.Errorf("keep the coordinator's address: %w", err)
	}
	l.hub = o.hub
	if l.Leaf != "" {
		var at string
		if at, err = beside(o.hub, l.Leaf); err != nil {
			return nil, err
		}
		if l.leaf, err = bus.Hang(bus.LeafConfig{Name: l.Name, Hub: at, Key: l.key, Listen: cfg.Bus.Listen}); err != nil {
			return nil, err
		}
	}
	if l.nc, err = l.connect(log); err == nil {
		l.site, err = bus.NewSite(l.nc, l.Name)
	}
	if err != nil {
		l.close()
		return nil, err
	}
	return l, nil
}

// beside is the leaf's address, on the host by which the bus was reached where
// the coordinator listens on all of its own.
func beside(hub, leaf string) (string, error) {
	near, err := url.Parse(hub)
	if err != nil {
		return "", fmt.Errorf("--bus: %q is no address", hub)
	}
	far, err := url.Parse(leaf)
	if err != nil {
		return "", fmt.Errorf("the coordinator gave %q for an address of its leaf nodes", leaf)
	}
	if host := far.Hostname(); host == "" || host == "0.0.0.0" || host == "::" {
		far.Host = near.Hostname() + ":" + far.Port()
	}
	return far.String(), nil
}

// run keeps the link until ctx ends.
func (l *link) run(ctx context.Context) error {
	<-ctx.Done()
	l.close()
	return nil
}

func (l *link) close() {
	if l.nc != nil {
		l.nc.Close()
	}
	if l.leaf != nil {
		l.leaf.Close()
	}
}

// connect is one more connection, under the site's name.
func (l *link) connect(log *slog.Logger) (*nats.Conn, error) {
	if l.leaf != nil {
		return l.leaf.Connect(log)
	}
	return bus.Dial(l.hub, l.key, log)
}

// connectSite joins the bus under the name of a site of this process.
func (s *services) connectSite(id string) (*nats.Conn, error) {
	if s.link == nil {
		return s.hub.connectAs(id)
	}
	if id != s.link.Name {
		return nil, fmt.Errorf("join the bus: it was let in as %s, not as %s", s.link.Name, id)
	}
	return s.link.connect(s.log)
}

// linked reports whether the coordinator's bus is reached.
func (l *link) linked() bool {
	if l.leaf != nil {
		return l.leaf.Linked()
	}
	return l.nc.IsConnected()
}

// clock is the wall's, or in the simulated world the coordinator's, so that all
// processes live in one; where that does not answer, the site goes on by its own
// books.
func (l *link) clock(ctx context.Context, cfg *config.Config, st *store.Store, log *slog.Logger) (clock.Clock, error) {
	if cfg.World == config.WorldLive {
		return clock.Wall{}, nil
	}
	var err error
	for range 3 {
		var t bus.Time
		if t, err = l.site.Time(ctx); err == nil {
			return clock.NewScaled(t.Now, t.Speed), nil
		}
		if (clock.Wall{}).Sleep(ctx, time.Second) != nil {
			return nil, ctx.Err()
		}
	}
	log.WarnContext(ctx, "the coordinator does not tell the time; the simulated world goes on from the newest decision", "error", err)
	return newClock(ctx, cfg, st)
}

// settingClock is where a coordinator keeps which moment of the simulated world
// was which of the wall's.
const settingClock = "world.clock"

// sharedClock is the wall's, or that of the simulated world which the sites live
// in too: it goes on while the coordinator is down, as they do.
func sharedClock(ctx context.Context, cfg *config.Config, st *store.Store) (clock.Clock, error) {
	if cfg.World == config.WorldLive {
		return clock.Wall{}, nil
	}
	var mark struct {
		Wall  time.Time `json:"wall_utc"`
		World time.Time `json:"world_utc"`
		Speed float64   `json:"speed"`
	}
	raw, ok, err := st.Setting(ctx, settingClock)
	if err == nil && ok {
		err = json.Unmarshal(raw, &mark)
	}
	if err != nil {
		return nil, fmt.Errorf("read the simulated world's clock: %w", err)
	}
	now, speed := time.Now().UTC(), cfg.ClockSpeed()
	world := mark.World.Add(time.Duration(float64(now.Sub(mark.Wall)) * mark.Speed))
	if !ok {
		if world, err = worldStart(cfg, now); err != nil {
			return nil, err
		}
	}
	mark.Wall, mark.World, mark.Speed = now, world, speed
	if raw, err = json.Marshal(mark); err == nil {
		err = st.PutSetting(ctx, settingClock, raw)
	}
	if err != nil {
		return nil, fmt.Errorf("keep the simulated world's clock: %w", err)
	}
	return clock.NewScaled(world, speed), nil
}

// newRole is the command of one role.
func newRole(p Process, role, short, long, example string) *cobra.Command {
	o := runOptions{role: role}
	cmd := &cobra.Command{Use: role, Short: short, Long: long, Example: example, Args: cobra.NoArgs}
	settings := [][3]string{
		{"listen", "listen", "`ADDRESS` of the dashboard and the API"},
		{"data", "data_dir", "`DIR` for the data"},
		{"store", "store.url", "`URL` of the store: sqlite:FILE or postgres://..."},
		{"log", "log.level", "debug, info, warn or error"},
	}
	var siteID string
	if role == roleSite {
		settings = append(settings, [3]string{"control", "control", "advise, or live to command machines that are not on this computer"})
		cmd.Flags().StringVar(&siteID, "site", "", "`ID` of the site, as in the configuration; not needed where it has one")
		cmd.Flags().StringVar(&o.hub, "bus", "", "`URL` of the coordinator's bus; kept from the first time on")
		cmd.Flags().StringVar(&o.join, "join", "", "`TOKEN` that lets the site in, the first time; - reads it from standard input")
	} else {
		settings = append(settings, [3]string{"bus-listen", "bus.listen", "`ADDRESS` where sites and workers join"},
			[3]string{"leaves", "bus.leaves", "`ADDRESS` where the leaf nodes of sites join"},
			[3]string{"speed", "speed", "how many times as fast as the wall the simulated world runs"},
			[3]string{"start", "start", "`TIME` at which the simulated world begins, RFC 3339; default now"},
			[3]string{"chain", "chain.url", "`URL` of the chain that records decisions: embedded:, off or http(s)://..."})
	}
	flags := addConfigFlags(cmd, settings...)
	cmd.Flags().BoolVar(&o.printAddr, "print-addr", false, "print the address that is listened on to standard output")
	cmd.Flags().StringVar(&o.webDir, "web-dir", "", "serve the dashboard from this `DIR` instead of the built-in one")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		if role == roleSite {
			if err := onlySite(cfg, siteID); err != nil {
				return err
			}
			cfg.Chain.URL = config.ChainOff // the coordinator records
		}
		return run(cmd.Context(), p, cfg, o)
	}
	return cmd
}

// onlySite leaves one site of a configuration, which may be that of all.
func onlySite(cfg *config.Config, id string) error {
	if id == "" && len(cfg.Sites) == 1 {
		return nil
	}
	var ids []string
	for i := range cfg.Sites {
		if cfg.Sites[i].ID == id {
			cfg.Sites = cfg.Sites[i : i+1]
			return nil
		}
		ids = append(ids, cfg.Sites[i].ID)
	}
	return usageError{fmt.Errorf("--site %q: want one of %v", id, ids)}
}

func newSite(p Process) *cobra.Command {
	return newRole(p, roleSite, "Run one site of a fleet: decide, act, and tell the coordinator",
		"Decides and acts for one site, with its own books, and hangs on the coordinator's bus by a leaf node: while the\n"+
			"link is cut it goes on, and tells afterwards what happened. The first time it is let in with a token, which\n"+
			"pouwdem sites invite gives; it makes a key of its own then, and needs no token any more.",
		"  pouwdem site --site pecos --bus nats://hub.example:4222 --join TOKEN --data pecos\n  pouwdem site --site pecos --data pecos")
}

func newCoordinator(p Process) *cobra.Command {
	return newRole(p, roleCoordinator, "Run the coordinator of a fleet: the bus, the ledger, tasks for the grid",
		"Runs what all sites share: the bus that they and their workers join, the recording of their decisions, the tasks\n"+
			"for the grid, and the dashboard of all. The sites of its configuration decide in processes of their own.",
		"  pouwdem coordinator --bus-listen 0.0.0.0:4222 --leaves 0.0.0.0:7422")
}
