package meter_test

import (
	"context"
	"encoding/binary"
	"math"
	"net"
	"strings"
	"testing"

	"github.com/simonvetter/modbus"

	"github.com/pouw-dem/pouwdem/internal/adapter/meter"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/plant"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

func run(t *testing.T, read func() (kw, kwh float64)) (address string) {
	return serve(t, read).Address()
}

func serve(t *testing.T, read func() (kw, kwh float64)) *plant.Meter {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m := plant.NewMeter(l, read)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); m.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	return m
}

func TestBreakerAndRelayAreReadWhereTheMeterTellsThem(t *testing.T) {
	served := serve(t, func() (float64, float64) { return 1, 1 })
	read := func(cfg meter.Config) (*site.Switchgear, error) {
		cfg.Site, cfg.Address, cfg.Unit = "pecos", served.Address(), 1
		m, err := meter.New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		defer m.Close()
		return m.ReadSwitchgear(t.Context())
	}
	if got, err := read(meter.Config{}); got != nil || err != nil {
		t.Errorf("a meter that tells nothing: %+v, %v", got, err)
	}
	for _, want := range []site.Switchgear{{Closed: true, Armed: true}, {Armed: true, Tripped: true}, {}} {
		served.Switch(want.Closed, want.Armed, want.Tripped)
		if got, err := read(meter.Config{Switchgear: true}); err != nil || *got != want {
			t.Errorf("%+v, %v; want %+v", got, err, want)
		}
	}
	if _, err := read(meter.Config{Switchgear: true, Inputs: 1}); err == nil || !strings.Contains(err.Error(), "inputs from 1") {
		t.Errorf("inputs that are not there: error is %v", err)
	}
}

func TestAMeterIsRead(t *testing.T) {
	kw := 1234.5
	m, err := meter.New(meter.Config{Site: "pecos", Address: run(t, func() (float64, float64) { return kw, 987654321.25 }), Unit: 1, Energy: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for range 2 {
		power, energy, err := m.ReadMeter(t.Context())
		if err != nil || power != 1.2345 || energy != 987654.32125 {
			t.Errorf("%v MW, %v MWh, %v", power, energy, err)
		}
	}
	kw = math.Inf(1)
	if _, _, err := m.ReadMeter(t.Context()); err == nil || !strings.Contains(err.Error(), "byte order") {
		t.Errorf("infinite power: %v", err)
	}
}

func TestRegistersThatAreNotThereAreNamed(t *testing.T) {
	m, err := meter.New(meter.Config{Site: "pecos", Address: run(t, func() (float64, float64) { return 1, 1 }), Unit: 1, Power: 40})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if _, _, err := m.ReadMeter(t.Context()); err == nil || !strings.Contains(err.Error(), "register 40") {
		t.Errorf("got %v", err)
	}
}

// The library's own server is a second opinion on the client's use of it.
type server struct{}

func (server) HandleCoils(*modbus.CoilsRequest) ([]bool, error) {
	return nil, modbus.ErrIllegalFunction
}

func (server) HandleDiscreteInputs(*modbus.DiscreteInputsRequest) ([]bool, error) {
	return nil, modbus.ErrIllegalFunction
}

func (server) HandleInputRegisters(*modbus.InputRegistersRequest) ([]uint16, error) {
	return nil, modbus.ErrIllegalFunction
}

func (server) HandleHoldingRegisters(r *modbus.HoldingRegistersRequest) ([]uint16, error) {
	raw := binary.BigEndian.AppendUint32(nil, math.Float32bits(500))
	raw = binary.BigEndian.AppendUint64(raw, math.Float64bits(2000))
	var registers []uint16
	for i := range int(r.Quantity) {
		registers = append(registers, binary.BigEndian.Uint16(raw[2*(int(r.Addr)-100+i):]))
	}
	return registers, nil
}

func TestAServerThatOthersWroteIsRead(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	s, err := modbus.NewServer(&modbus.ServerConfiguration{URL: "tcp://" + address}, server{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Stop() })
	m, err := meter.New(meter.Config{Site: "pecos", Address: address, Unit: 1, Power: 100, Energy: 102})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if power, energy, err := m.ReadMeter(t.Context()); err != nil || power != 0.5 || energy != 2 {
		t.Errorf("%v MW, %v MWh, %v", power, energy, err)
	}
}
