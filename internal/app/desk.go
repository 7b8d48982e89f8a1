package app

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/qse"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/secret"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
	"github.com/pouw-dem/pouwdem/internal/service/desk"
	"github.com/pouw-dem/pouwdem/internal/service/ven"
)

// dayDesk is the part of the process that takes part in ERCOT's markets: the
// desk, and the server that the QSE's RTU scans.
type dayDesk struct {
	*desk.Desk
	cfg    *config.Config
	orders desk.Orders
	clock  clock.Clock
	log    *slog.Logger
	peaks  *desk.PeakLedger
	rtu    *qse.RTU         // nil: none is configured
	ven    *ven.Node        // nil: no OpenADR program is followed
	units  map[uint8]string // sites by Modbus unit
	agents map[string]controller.Agent
	wake   chan struct{} // holds one while something is told
	signal regulator
	tuned  chan struct{} // holds one while regulation is deployed

	mu    sync.Mutex
	told  map[uint8]qse.Command    // newest that was not taken yet, by unit
	asked map[uint8]qse.Deployment // likewise
	shown map[uint8]qse.Telemetry  // newest by unit
}

// regulator moves load by the four-second signal.
type regulator interface {
	Regulate(ctx context.Context, site string, mw unit.MW) error
	Regulation(site string) (controller.RegulationState, bool)
}

func newDayDesk(s *services, members []controller.Member) (*dayDesk, error) {
	t := &dayDesk{
		cfg: s.cfg, orders: s.store, clock: s.clock, log: s.log, units: map[uint8]string{}, agents: map[string]controller.Agent{},
		wake: make(chan struct{}, 1), told: map[uint8]qse.Command{}, shown: map[uint8]qse.Telemetry{},
		signal: s.controller, tuned: make(chan struct{}, 1), asked: map[uint8]qse.Deployment{},
	}
	cfg := desk.Config{
		Sites: s.sites, Book: s.store, Statements: s.store, Controller: s.controller, Orders: s.store, Ledger: s.store, Clock: s.clock, Log: s.log,
	}
	if s.cfg.QSE.URL != "" {
		client, err := qse.New(qse.Config{
			URL: s.cfg.QSE.URL, Token: secret.Text(s.cfg.QSE.Token.Value()), Simulated: s.cfg.World == config.WorldSimulated,
		})
		if err != nil {
			return nil, err
		}
		cfg.QSE = client
	}
	t.Desk = desk.New(cfg)
	t.peaks = desk.NewPeakLedger(desk.PeakConfig{Sites: s.sites, Store: s.store, Clock: s.clock, Warn: func(ctx context.Context, err error) {
		s.log.WarnContext(ctx, "coincident peaks not kept", "error", err)
	}})
	for i := range s.cfg.Sites {
		if p := s.cfg.Sites[i].Participation; p.LoadType != "" {
			number := uint8(p.ModbusUnit)
			if number == 0 {
				number = uint8(i + 1)
			}
			if other, twice := t.units[number]; twice {
				return nil, fmt.Errorf("sites %s and %s both have modbus_unit %d; give each its own", other, s.cfg.Sites[i].ID, number)
			}
			t.units[number] = s.cfg.Sites[i].ID
		}
	}
	for _, m := range members {
		if m.Agent != nil && m.Site.Participation != nil {
			t.agents[m.Site.ID] = m.Agent
		}
	}
	var err error
	if t.ven, err = newVEN(s); err != nil {
		return nil, err
	}
	return t, t.listen()
}

// follow follows the OpenADR program until ctx ends.
func (t *dayDesk) follow(ctx context.Context) error {
	if t.ven == nil {
		<-ctx.Done()
		return nil
	}
	return t.ven.Run(ctx)
}

// listen takes the address of the RTU's server, where one is wanted.
func (t *dayDesk) listen() error {
	address := t.cfg.QSE.Modbus
	if address == "" && t.cfg.World == config.WorldSimulated {
		address = "127.0.0.1:0"
	}
	if address == "" || len(t.units) == 0 {
		return nil
	}
	var err error
	t.rtu, err = qse.NewRTU(qse.RTUConfig{Listen: address, Telemetry: t.telemetry, Command: t.command, Deployment: t.deployment, Clock: t.clock, Log: t.log})
	return err
}

// run works until ctx ends.
func (t *dayDesk) run(ctx context.Context) error {
	parts := []part{{"desk", t.Desk.Run}}
	if t.rtu != nil {
		parts = append(parts, part{"modbus", t.rtu.Run}, part{"telemetry", t.watch}, part{"orders of the QSE", t.obey}, part{"regulation", t.regulate})
		t.log.InfoContext(ctx, "modbus", "address", t.rtu.Address())
	}
	return runParts(ctx, t.log, parts)
}

// The cadence of telemetry, on the site's clock, and its least on the wall's.
const (
	telemetryEvery = 2 * time.Second
	telemetryLeast = 250 * time.Millisecond
)

// watch brings every unit's telemetry up to date as often as it is due. What is
// kept of meters the controller reads.
func (t *dayDesk) watch(ctx context.Context) error {
	for t.clock.Sleep(ctx, max(telemetryEvery, time.Duration(float64(telemetryLeast)*t.clock.Speed()))) == nil {
		for number, id := range t.units {
			for _, s := range t.Members() {
				if s.ID == id {
					t.look(ctx, number, s)
				}
			}
		}
	}
	return nil
}

// look reads a site's settlement meter and what binds it. Where either cannot be
// read its telemetry stays and grows old, and its quality says so.
func (t *dayDesk) look(ctx context.Context, number uint8, s *site.Site) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	orders, err := t.orders.Orders(ctx, s.ID, t.clock.Now())
	if err != nil {
		return
	}
	t.mu.Lock()
	was := t.shown[number]
	t.mu.Unlock()
	next := qse.Telemetry{
		At: was.At, PowerMW: was.PowerMW, Relay: was.Relay, Simulated: was.Simulated, LowMW: s.Participation.LowMW, MaxMW: s.Participation.Most(s),
		Capability: t.Capability(s.ID), Awarded: map[string]unit.MW{}, Stopped: orders.Stop, Live: t.cfg.Control == config.ControlLive,
	}
	if agent := t.agents[s.ID]; agent != nil {
		readings, err := agent.Read(ctx)
		for _, r := range readings {
			if err == nil && r.Class == "" {
				next.At, next.PowerMW, next.Simulated = r.At, r.Power, r.Simulated
				next.Relay = (*qse.Relay)(r.Switchgear)
			}
		}
	}
	next.Status = statusOf(s, next.PowerMW)
	for _, a := range orders.Awards {
		next.Awarded[a.Product] = a.MW
	}
	for _, ins := range orders.Instructions {
		if ins.Kind == "base_point" && ins.MaxMW != nil {
			next.BaseMW = *ins.MaxMW
		}
	}
	t.mu.Lock()
	t.shown[number] = next
	t.mu.Unlock()
}

// telemetry is what a unit shows now.
func (t *dayDesk) telemetry(number uint8) (qse.Telemetry, bool) {
	if _, ok := t.units[number]; !ok {
		return qse.Telemetry{}, false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.shown[number], true
}

// statusOf is the resource status that load of a type has at a power.
func statusOf(s *site.Site, power unit.MW) qse.Status {
	switch {
	case power <= s.Participation.LowMW:
		return qse.StatusOut
	case s.Participation.Type == site.NCLR:
		return qse.StatusRL
	}
	return qse.StatusCLR
}

// command keeps what the RTU wrote until it is taken. It is the whole of what the
// RTU wants of a unit, so that the newest stands for those before it.
func (t *dayDesk) command(c qse.Command) {
	t.mu.Lock()
	t.told[c.Unit] = c
	t.mu.Unlock()
	select {
	case t.wake <- struct{}{}:
	default:
	}
}

// obey hands what the RTU wrote to the desk. What could not be taken is tried
// again until something newer comes.
func (t *dayDesk) obey(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-t.wake:
		}
		for t.takeAll(ctx) > 0 && ctx.Err() == nil {
			select {
			case <-ctx.Done():
			case <-time.After(time.Second):
			}
		}
	}
}

// takeAll takes everything that is told, and returns how much could not be.
func (t *dayDesk) takeAll(ctx context.Context) (failed int) {
	t.mu.Lock()
	all := t.told
	t.told = map[uint8]qse.Command{}
	t.mu.Unlock()
	for number, c := range all {
		err := t.Take(ctx, t.units[number], desk.RealTime{Awards: c.Awards, Deployed: c.Deployed, BaseMW: c.BaseMW})
		if err == nil {
			continue
		}
		failed++
		if ctx.Err() == nil {
			t.log.ErrorContext(ctx, "an order of the RTU was not taken yet", "site", t.units[number], "error", err)
		}
		t.mu.Lock()
		if _, newer := t.told[number]; !newer {
			t.told[number] = c
		}
		t.mu.Unlock()
	}
	return failed
}

// deployment keeps the newest regulation of a unit until it is taken.
func (t *dayDesk) deployment(d qse.Deployment) {
	t.mu.Lock()
	t.asked[d.Unit] = d
	t.mu.Unlock()
	select {
	case t.tuned <- struct{}{}:
	default:
	}
}

// regulate hands regulation to the controller until ctx ends. What could not be
// followed is told once, and not tried again: the next one is seconds away.
func (t *dayDesk) regulate(ctx context.Context) error {
	failing := map[uint8]bool{}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-t.tuned:
		}
		t.mu.Lock()
		all := t.asked
		t.asked = map[uint8]qse.Deployment{}
		t.mu.Unlock()
		for number, d := range all {
			err := t.signal.Regulate(ctx, t.units[number], d.MW)
			if err != nil && !failing[number] && ctx.Err() == nil {
				t.log.WarnContext(ctx, "regulation is not followed", "site", t.units[number], "error", err)
			}
			failing[number] = err != nil
		}
	}
}

// simulatedRTU is the QSE's end of the line, in the simulated world.
func (t *dayDesk) simulatedRTU(ctx context.Context, world *standIns) error {
	if t.rtu == nil {
		<-ctx.Done()
		return nil
	}
	var resources []simulate.RTUResource
	for number, id := range t.units {
		for _, m := range t.Members() {
			if m.ID == id {
				resources = append(resources, simulate.RTUResource{Name: id, Point: m.Point, Unit: number})
			}
		}
	}
	return world.server.RTU(ctx, t.rtu.Address(), resources)
}
