package miner_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/minertest"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

func open(firmware string, cfg miner.Config) (miner.Driver, error) {
	return discover.Open(firmware, cfg, nil)
}

// k19 is the S19k Pro's curve as LuxOS reports it, thinned.
func k19() []miners.Level {
	return []miners.Level{{Name: "asleep", Watts: 25}, {Name: "54T", Watts: 1080, THs: 54.7}, {Name: "80T", Watts: 1657, THs: 80.5}, {Name: "101T", Watts: 2192, THs: 101.1}, {Name: "default", Watts: 2794, THs: 121.8}}
}

func TestEveryDriverPassesTheSuiteOnEachMachineOfItsKind(t *testing.T) {
	for _, firmware := range discover.Firmwares() {
		for name, quirks := range map[string]miners.Quirks{
			"plain":  {},
			"quirky": {Broken: true, TextOnly: firmware == "cgminer", Strings: true, Delay: 2 * time.Minute},
		} {
			t.Run(firmware+" "+name, func(t *testing.T) {
				t.Parallel()
				minertest.Run(t, func(t *testing.T, w minertest.Wants) minertest.Bench {
					return bench(t, firmware, quirks, w)
				})
			})
		}
	}
}

func bench(t *testing.T, firmware string, quirks miners.Quirks, w minertest.Wants) minertest.Bench {
	c := clocktest.New(time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC))
	quirks.WakeFails = -1
	if w.WakeFails {
		quirks.WakeFails = 1
	}
	timeout := 5 * time.Second
	if w.Mute {
		quirks.Mute, timeout = 1, 300*time.Millisecond
	}
	farm, err := miners.New(miners.Options{Seed: 1, Clock: c, Specs: []miners.Spec{{
		Firmware: firmware, Model: "S19k Pro", Levels: k19(), Quirks: quirks, Password: w.Password,
	}}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); farm.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	driver, err := open(firmware, miner.Config{Address: farm.Addresses()[0], Timeout: timeout, Clock: c})
	if err != nil {
		t.Fatal(err)
	}
	return minertest.Bench{
		Driver: driver, Advance: c.Advance, Watts: farm.Rig(0).Watts, Break: farm.Rig(0).Break, Model: "S19k Pro", Top: 2794, THs: 121.8,
		Mutes: firmware != "cgminer", Signs: firmware != "cgminer" && firmware != "luxos",
	}
}

func TestAMachineThatIsNotThereWasNotCommanded(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	for _, firmware := range discover.Firmwares() {
		driver, err := open(firmware, miner.Config{Address: address, Timeout: time.Second})
		if err != nil {
			t.Fatal(err)
		}
		if err := driver.Sleep(t.Context()); err == nil || !miner.Unsent(err) {
			t.Errorf("%s: got %v; want that nothing was sent", firmware, err)
		}
	}
}

func TestOnlyLoopbackLiteralsAreLoopback(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1:4028": true, "127.7.0.3": true, "[::1]:80": true, "localhost:80": true, "10.0.0.1:4028": false, "home.example": false,
	} {
		if got := miner.Loopback(address); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

// FuzzDrivers answers every request with the same bytes, in each protocol's
// framing: a driver may fail and must not fall.
func FuzzDrivers(f *testing.F) {
	f.Add([]byte(`{"STATUS":[{"STATUS":"S"}],"SUMMARY":[{"GHS 5s":1e300}],"DEVS":[{"ASC":0,"Enabled":"Y"}],"token":"x","salt":"y","msg":{"salt":1}}`))
	f.Add([]byte(`{"STATUS":"S","Msg":{"time":"1","salt":"a","newsalt":"b"},"enc":"AAAA"}`))
	f.Add([]byte(`STATUS=S|DEVS=0|POOL=`))
	f.Add([]byte(`{"SUMMARY":[],"STATS":[],"pools":[{"url":1}],"bitmain-work-mode":"x"}`))
	var body atomic.Pointer[[]byte]
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go say(conn, *body.Load())
		}
	}()
	f.Fuzz(func(t *testing.T, raw []byte) {
		body.Store(&raw)
		for _, firmware := range discover.Firmwares() {
			driver, err := open(firmware, miner.Config{Address: l.Addr().String(), Timeout: 200 * time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			_, _ = driver.Identify(t.Context())
			if r, err := driver.Read(t.Context()); err == nil && r.State == "" {
				t.Errorf("%s: a reading without a state", firmware)
			}
			_ = driver.Sleep(t.Context())
			_ = driver.SetPower(t.Context(), 1000)
			_ = driver.SetPools(t.Context(), []dispatch.Pool{{URL: "u", User: "v"}})
		}
	})
}

// say answers one request with the body in the framing of the request.
func say(conn net.Conn, body []byte) {
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(time.Second))
	request := make([]byte, 4096)
	n, _ := conn.Read(request)
	switch asked := string(request[:n]); {
	case n > 4 && request[4] == '{' && request[0] != '{':
		conn.Write(append(binary.LittleEndian.AppendUint32(nil, uint32(len(body))), body...))
	case strings.Contains(asked, " HTTP/1.1\r\n"):
		fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", len(body), body)
	default:
		conn.Write(body)
	}
}
