// Package meter reads a site's settlement meter over Modbus/TCP: power in kW as
// a 32-bit float, energy in kWh as a 64-bit float, big end first, in holding
// registers whose numbers are configured.
//
// It reads and never writes.
package meter

import (
	"context"
	"fmt"
	"io"
	"log"
	"math"
	"sync"
	"time"

	"github.com/simonvetter/modbus"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Config says where the meter is.
type Config struct {
	Site    string
	Address string // host:port
	Unit    int    // Modbus unit id
	Power   int    // register of the power
	Energy  int    // register of the energy
	// Switchgear says that three discrete inputs from Inputs on tell the breaker
	// (closed) and the under-frequency relay (armed, tripped).
	Switchgear bool
	Inputs     int
	Timeout    time.Duration
}

// The most that can be meant; beyond it the unit or the byte order is wrong.
const (
	mostKW  = 5e6
	mostKWh = 1e12
)

// Meter is a client of one meter, which it keeps one connection to. It is safe
// for concurrent use.
type Meter struct {
	cfg    Config
	mu     sync.Mutex
	client *modbus.ModbusClient
	open   bool
}

// New checks the configuration; it does not connect.
func New(cfg Config) (*Meter, error) {
	if cfg.Timeout <= 0 {
		cfg.Timeout = 3 * time.Second
	}
	client, err := modbus.NewClient(&modbus.ClientConfiguration{
		URL: "tcp://" + cfg.Address, Timeout: cfg.Timeout, Logger: log.New(io.Discard, "", 0),
	})
	if err == nil {
		err = client.SetUnitId(uint8(cfg.Unit))
	}
	if err != nil {
		return nil, fmt.Errorf("meter of site %s at %s: %w", cfg.Site, cfg.Address, err)
	}
	return &Meter{cfg: cfg, client: client}, nil
}

// ReadSwitchgear is the state of breaker and relay; nil where the meter has no
// inputs for them.
func (m *Meter) ReadSwitchgear(ctx context.Context) (*site.Switchgear, error) {
	if !m.cfg.Switchgear || ctx.Err() != nil {
		return nil, ctx.Err()
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.connect(); err != nil {
		return nil, fmt.Errorf("switchgear of site %s at %s: %w", m.cfg.Site, m.cfg.Address, err)
	}
	on, err := m.client.ReadDiscreteInputs(uint16(m.cfg.Inputs), 3)
	if err != nil || len(on) != 3 {
		m.drop()
		return nil, fmt.Errorf("switchgear of site %s at %s: read inputs from %d: %w", m.cfg.Site, m.cfg.Address, m.cfg.Inputs, err)
	}
	return &site.Switchgear{Closed: on[0], Armed: on[1], Tripped: on[2]}, nil
}

// ReadMeter is the power and the energy counter. A context that ends is noticed
// before the exchange and no later than its timeout.
func (m *Meter) ReadMeter(ctx context.Context) (unit.MW, unit.MWh, error) {
	if err := ctx.Err(); err != nil {
		return 0, 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	kw, kwh, err := m.exchange()
	if err != nil {
		m.drop()
		return 0, 0, fmt.Errorf("meter of site %s at %s: %w", m.cfg.Site, m.cfg.Address, err)
	}
	if !(kw >= -mostKW && kw <= mostKW) || !(kwh >= 0 && kwh <= mostKWh) || math.IsNaN(kw) {
		return 0, 0, fmt.Errorf("meter of site %s at %s: %g kW and %g kWh; wrong registers or byte order?", m.cfg.Site, m.cfg.Address, kw, kwh)
	}
	return unit.MW(kw / 1000), unit.MWh(kwh / 1000), nil
}

func (m *Meter) exchange() (kw, kwh float64, err error) {
	if err := m.connect(); err != nil {
		return 0, 0, err
	}
	power, err := m.client.ReadFloat32(uint16(m.cfg.Power), modbus.HOLDING_REGISTER)
	if err != nil {
		return 0, 0, fmt.Errorf("read register %d: %w", m.cfg.Power, err)
	}
	energy, err := m.client.ReadFloat64(uint16(m.cfg.Energy), modbus.HOLDING_REGISTER)
	if err != nil {
		return 0, 0, fmt.Errorf("read register %d: %w", m.cfg.Energy, err)
	}
	return float64(power), energy, nil
}

// connect opens the connection where it is not open.
func (m *Meter) connect() error {
	if m.open {
		return nil
	}
	err := m.client.Open()
	m.open = err == nil
	return err
}

// drop closes the connection, which may be why a reading failed; the next one makes
// a new one.
func (m *Meter) drop() {
	if m.open {
		_ = m.client.Close()
		m.open = false
	}
}

// Close ends the connection.
func (m *Meter) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.open {
		return nil
	}
	m.open = false
	return m.client.Close()
}
