package qse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/simonvetter/modbus"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// RTUConfig is what the Modbus server needs.
type RTUConfig struct {
	Listen string // host:port
	// Telemetry is what a unit shows now; ok is false where there is no such unit.
	Telemetry func(unit uint8) (t Telemetry, ok bool)
	// Command takes what was committed; it must not block for longer than the RTU
	// waits for its answer.
	Command func(c Command)
	// Deployment takes regulation, and must not block either; nil: none is taken.
	Deployment func(d Deployment)
	Clock      clock.Clock
	Log        *slog.Logger
}

// RTU is the Modbus/TCP server that the QSE's RTU scans. A write commits when it
// changes the sequence register; whatever it holds that is no number is refused
// whole.
type RTU struct {
	cfg    RTUConfig
	server *modbus.ModbusServer
	addr   string

	mu      sync.Mutex
	holding map[uint8][]uint16
	link    Link
	scans   []time.Duration // between the newest scans, on the wall's clock
}

// Link is how the RTU's side of the interface does.
type Link struct {
	Address   string
	Scans     int64
	Writes    int64
	Refused   int64
	LastScan  time.Time // on the site's clock
	EveryMS   float64   // median time between scans of a unit, on the wall's clock
	LastWrite time.Time
	AnswerUS  float64 // median time from a request of the RTU to its answer
	lastWall  map[uint8]time.Time
	answers   []time.Duration
}

const (
	rtuIdle    = 2 * time.Minute
	rtuClients = 8
	samples    = 64
)

// NewRTU takes the address at once, so that it can be told; Run ends it.
func NewRTU(cfg RTUConfig) (*RTU, error) {
	host, port, err := net.SplitHostPort(cfg.Listen)
	if err != nil {
		return nil, fmt.Errorf("modbus: listen on %q: %w", cfg.Listen, err)
	}
	r := &RTU{cfg: cfg, holding: map[uint8][]uint16{}}
	// The server names no port that the system has chosen, so that a free one is
	// looked for first; somebody else may take it in between.
	const tries = 8
	for range tries {
		chosen := port
		if port == "0" {
			if chosen, err = freePort(cfg.Listen); err != nil {
				return nil, err
			}
		}
		if err = r.start(net.JoinHostPort(host, chosen)); err == nil || port != "0" {
			break
		}
	}
	return r, err
}

func freePort(listen string) (string, error) {
	probe, err := net.Listen("tcp", listen) //nolint:noctx // taken and given back at once
	if err != nil {
		return "", fmt.Errorf("modbus: find a free port: %w", err)
	}
	_, port, _ := net.SplitHostPort(probe.Addr().String())
	if err := probe.Close(); err != nil {
		return "", fmt.Errorf("modbus: find a free port: %w", err)
	}
	return port, nil
}

func (r *RTU) start(address string) (err error) {
	r.addr, r.link = address, Link{Address: address, lastWall: map[uint8]time.Time{}}
	r.server, err = modbus.NewServer(&modbus.ServerConfiguration{
		URL: "tcp://" + address, Timeout: rtuIdle, MaxClients: rtuClients, Logger: log.New(io.Discard, "", 0),
	}, r)
	if err != nil {
		return fmt.Errorf("modbus: %w", err)
	}
	if err := r.server.Start(); err != nil {
		return fmt.Errorf("modbus: listen on %s (is another program there? qse.modbus_listen takes another address): %w", address, err)
	}
	return nil
}

// Address is where it listens.
func (r *RTU) Address() string { return r.addr }

// Run serves until ctx ends.
func (r *RTU) Run(ctx context.Context) error {
	<-ctx.Done()
	if err := r.server.Stop(); err != nil && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("modbus: stop: %w", err)
	}
	return nil
}

// Link is how the interface does.
func (r *RTU) Link() Link {
	r.mu.Lock()
	defer r.mu.Unlock()
	l := r.link
	l.EveryMS = median(r.scans).Seconds() * 1000
	l.AnswerUS = median(l.answers).Seconds() * 1e6
	l.lastWall, l.answers = nil, nil
	return l
}

func median(all []time.Duration) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

func keep(all []time.Duration, d time.Duration) []time.Duration {
	if all = append(all, d); len(all) > samples {
		all = all[1:]
	}
	return all
}

// HandleCoils refuses: there is nothing that a single bit may switch.
func (r *RTU) HandleCoils(*modbus.CoilsRequest) ([]bool, error) {
	return nil, modbus.ErrIllegalFunction
}

// HandleDiscreteInputs reads the states: breaker, relay, stop. They cannot be
// written.
func (r *RTU) HandleDiscreteInputs(req *modbus.DiscreteInputsRequest) ([]bool, error) {
	t, ok := r.cfg.Telemetry(req.UnitId)
	if !ok {
		return nil, modbus.ErrGWTargetFailedToRespond
	}
	all := discretes(t)
	if int(req.Addr)+int(req.Quantity) > discreteCount {
		return nil, modbus.ErrIllegalDataAddress
	}
	return all[req.Addr : req.Addr+req.Quantity], nil
}

// HandleInputRegisters reads telemetry.
func (r *RTU) HandleInputRegisters(req *modbus.InputRegistersRequest) ([]uint16, error) {
	began := time.Now()
	t, ok := r.cfg.Telemetry(req.UnitId)
	if !ok {
		return nil, modbus.ErrGWTargetFailedToRespond
	}
	if int(req.Addr)+int(req.Quantity) > inputCount {
		return nil, modbus.ErrIllegalDataAddress
	}
	all := inputs(t, r.cfg.Clock)
	r.scanned(req.UnitId, began)
	return all[req.Addr : req.Addr+req.Quantity], nil
}

func (r *RTU) scanned(unitID uint8, began time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if last, ok := r.link.lastWall[unitID]; ok {
		r.scans = keep(r.scans, began.Sub(last))
	}
	r.link.lastWall[unitID] = began
	r.link.Scans++
	r.link.LastScan = r.cfg.Clock.Now()
	r.link.answers = keep(r.link.answers, time.Since(began))
}

// HandleHoldingRegisters reads or writes awards, deployments, the base point and
// regulation.
func (r *RTU) HandleHoldingRegisters(req *modbus.HoldingRegistersRequest) ([]uint16, error) {
	if _, ok := r.cfg.Telemetry(req.UnitId); !ok {
		return nil, modbus.ErrGWTargetFailedToRespond
	}
	if int(req.Addr)+int(req.Quantity) > holdingCount {
		return nil, modbus.ErrIllegalDataAddress
	}
	r.mu.Lock()
	now := r.holding[req.UnitId]
	if now == nil {
		now = make([]uint16, holdingCount)
	}
	if !req.IsWrite {
		defer r.mu.Unlock()
		return slices.Clone(now[req.Addr : req.Addr+req.Quantity]), nil
	}
	next := slices.Clone(now)
	copy(next[req.Addr:], req.Args)
	c, ok := command(req.UnitId, next)
	d, isPower := deployment(req.UnitId, next)
	if !ok || !isPower {
		r.link.Refused++
		r.mu.Unlock()
		return nil, modbus.ErrIllegalDataValue
	}
	r.holding[req.UnitId] = next
	r.link.Writes++
	r.link.LastWrite = r.cfg.Clock.Now()
	committed, deployed := next[13] != now[13], next[17] != now[17]
	r.mu.Unlock()
	if committed {
		r.cfg.Command(c)
	}
	if deployed && r.cfg.Deployment != nil {
		r.cfg.Deployment(d)
	}
	return nil, nil
}
