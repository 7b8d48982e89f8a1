package miners

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// Options are what a [Farm] needs.
type Options struct {
	Specs  []Spec
	Seed   uint64
	Clock  clock.Clock
	Logger *slog.Logger // nil discards
	// Listen gives the listener of a machine; nil: any free port of 127.0.0.1.
	Listen func(i int) (net.Listener, error)
}

// Farm is simulated machines, each on an address of its own.
type Farm struct {
	machines []*machine
	log      *slog.Logger
}

// machine is a rig behind a protocol.
type machine struct {
	*Rig
	listener net.Listener
	pools    pools
	serve    func(ctx context.Context, l net.Listener) error
}

// New makes the machines and opens their ports; they answer once [Farm.Run] is
// called.
func New(o Options) (*Farm, error) {
	if o.Clock == nil {
		return nil, errors.New("simulated miners: a clock is required")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Listen == nil {
		o.Listen = func(int) (net.Listener, error) {
			return (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
		}
	}
	f := &Farm{log: o.Logger}
	for i, spec := range o.Specs {
		m, err := newMachine(spec, o.Seed, i, o.Clock)
		if err == nil {
			m.listener, err = o.Listen(i)
		}
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("simulated miner %d of %d: %w", i+1, len(o.Specs), err)
		}
		f.machines = append(f.machines, m)
	}
	return f, nil
}

func newMachine(spec Spec, seed uint64, serial int, c clock.Clock) (*machine, error) {
	if len(spec.Levels) < 2 {
		return nil, fmt.Errorf("model %s: want levels from asleep to full", spec.Model)
	}
	for i := 1; i < len(spec.Levels); i++ {
		if !(spec.Levels[i].Watts > spec.Levels[i-1].Watts) {
			return nil, fmt.Errorf("model %s: levels must rise in power", spec.Model)
		}
	}
	m := &machine{Rig: newRig(spec, seed, uint64(serial), c)}
	m.pools.stays, m.pools.fed = spec.Quirks.IdleOnLoss, m.feed
	m.pools.list = []pool{{url: "stratum+tcp://pool.invalid:3333", user: fmt.Sprintf("house.%d", serial)}}
	mac := fmt.Sprintf("02:50:4d:%02x:%02x:%02x", serial>>16&0xff, serial>>8&0xff, serial&0xff)
	switch spec.Firmware {
	case "cgminer":
		m.serve = (&cgminer{m: m}).serve
	case "luxos":
		m.serve = (&luxos{m: m, mac: mac}).serve
	case "whatsminer2":
		m.serve = (&whatsminer2{m: m, mac: mac}).serve
	case "whatsminer3":
		m.serve = (&whatsminer3{m: m, mac: mac, salt: "BQ5hoXV9", stop: spec.Quirks.Delay}).serve
	case "braiins":
		m.serve = overHTTP(newBraiins(m, mac))
	case "antminer":
		m.serve = overHTTP(newAntminer(m, mac))
	default:
		return nil, fmt.Errorf("firmware %q: want cgminer, luxos, braiins, whatsminer2, whatsminer3 or antminer", spec.Firmware)
	}
	return m, nil
}

// Run serves every machine until ctx ends.
func (f *Farm) Run(ctx context.Context) error {
	var group sync.WaitGroup
	for _, m := range f.machines {
		group.Go(func() {
			if err := m.serve(ctx, m.listener); err != nil && ctx.Err() == nil {
				f.log.Warn("simulated miner ended", "address", m.listener.Addr().String(), "error", err)
			}
		})
	}
	<-ctx.Done()
	f.Close()
	group.Wait()
	return nil
}

// Close closes the ports of machines that were never run.
func (f *Farm) Close() {
	for _, m := range f.machines {
		m.listener.Close()
	}
}

// Addresses are where the machines listen, host:port, in the order of their
// specs.
func (f *Farm) Addresses() []string {
	addresses := make([]string, len(f.machines))
	for i, m := range f.machines {
		addresses[i] = m.listener.Addr().String()
	}
	return addresses
}

// Pool is one that a machine knows.
type Pool struct{ URL, User, Password string }

// Point gives a machine its pools, as whoever installed it did.
func (f *Farm) Point(i int, to []Pool) {
	list := make([]pool, len(to))
	for n, p := range to {
		list[n] = pool{url: p.URL, user: p.User, pass: p.Password}
	}
	f.machines[i].pools.replace(list)
}

// Lose makes a pool answer no machine any more, or again.
func (f *Farm) Lose(url string, gone bool) {
	for _, m := range f.machines {
		m.pools.lose(url, gone)
	}
}

// Rig is the body of a machine.
func (f *Farm) Rig(i int) *Rig { return f.machines[i].Rig }

// Len is how many machines there are.
func (f *Farm) Len() int { return len(f.machines) }

// KW is the true power of all machines, and KWh their true energy.
func (f *Farm) KW() float64 {
	var sum float64
	for _, m := range f.machines {
		sum += m.Watts() / 1000
	}
	return sum
}

// KWh is the true energy of all machines.
func (f *Farm) KWh() float64 {
	var sum float64
	for _, m := range f.machines {
		sum += m.EnergyKWh()
	}
	return sum
}

// overTCP serves a protocol of its own on each connection.
func overTCP(ctx context.Context, l net.Listener, handle func(net.Conn)) error {
	var group sync.WaitGroup
	defer group.Wait()
	for {
		conn, err := l.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return nil
			}
			return err
		}
		group.Go(func() {
			defer conn.Close()
			stop := context.AfterFunc(ctx, func() { conn.Close() })
			defer stop()
			// Of the wall's clock: what does not ask is sent away.
			if conn.SetDeadline(time.Now().Add(10*time.Second)) == nil {
				handle(conn)
			}
		})
	}
}

func overHTTP(handler http.Handler) func(context.Context, net.Listener) error {
	return func(ctx context.Context, l net.Listener) error {
		server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 10 * time.Second}
		stop := context.AfterFunc(ctx, func() { server.Close() })
		defer stop()
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) && !errors.Is(err, net.ErrClosed) {
			return err
		}
		return nil
	}
}
