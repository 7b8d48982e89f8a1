package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/app"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

func TestMachinesAreCommandedByHandAndReadBack(t *testing.T) {
	quick := miners.Timing{Stop: 300 * time.Millisecond, Boot: 300 * time.Millisecond, Ramp: 300 * time.Millisecond, Adjust: 300 * time.Millisecond, Tune: time.Millisecond}
	farm, err := miners.New(miners.Options{Clock: clock.Wall{}, Specs: []miners.Spec{{
		Firmware: "luxos", Model: "S19k Pro", Timing: quick, Quirks: miners.Quirks{WakeFails: -1},
		Levels: []miners.Level{{Name: "asleep", Watts: 25}, {Name: "low", Watts: 1080, THs: 54.7}, {Name: "default", Watts: 2794, THs: 121.8}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); farm.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	run := func(args ...string) (code int, out string) {
		var stdout, stderr bytes.Buffer
		code = app.Main(t.Context(), app.Process{
			Args: append([]string{"miner"}, args...), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" },
		})
		return code, stdout.String() + stderr.String()
	}
	address := farm.Addresses()[0]
	for _, step := range [][]string{
		{"read", "hashing"},
		{"sleep --dry-run", "dry run"},
		{"sleep", "asleep"},
		{"wake", "hashing"},
		{"set --watts 1200", "low"},
		{"pools --pool stratum+tcp://one:3333 --worker house.1", "stratum+tcp://one:3333"},
	} {
		args := strings.Fields(step[0])
		code, out := run(append([]string{args[0], address, "--firmware", "luxos", "--json"}, args[1:]...)...)
		if code != 0 || !strings.Contains(out, step[1]) {
			t.Errorf("miner %s: %d %s; want %q", step[0], code, out, step[1])
		}
		var result struct{ Machines []struct{ Fate string } }
		if err := json.Unmarshal([]byte(out), &result); err != nil || len(result.Machines) != 1 {
			t.Errorf("miner %s: %v in %s", step[0], err, out)
		} else if fate := result.Machines[0].Fate; args[0] != "read" && fate != "confirmed" && fate != "dry run" {
			t.Errorf("miner %s: %s", step[0], fate)
		}
	}
	// 192.0.2.0/24 is for documentation: nothing is there, and nothing may be sent.
	if code, out := run("sleep", "192.0.2.1:4028", "--firmware", "cgminer", "--timeout", "200ms", "--json"); code != 1 || !strings.Contains(out, "withheld") {
		t.Errorf("a machine elsewhere: %d %s", code, out)
	}
	if code, out := run("set", address, "--firmware", "luxos"); code != 2 || !strings.Contains(out, "--watts") {
		t.Errorf("no power: %d %s", code, out)
	}
	if code, out := run("discover", "10.0.0.0/8"); code != 2 || !strings.Contains(out, "split the search") {
		t.Errorf("too wide a range: %d %s", code, out)
	}
}
