package app_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// farmVariable has this test's binary serve so many machines in place of tests.
const farmVariable = "POUWDEM_TEST_FARM"

func k19() []miners.Level {
	return []miners.Level{{Name: "asleep", Watts: 25}, {Name: "80T", Watts: 1657, THs: 80.5}, {Name: "101T", Watts: 2192, THs: 101.1}, {Name: "default", Watts: 2794, THs: 121.8}}
}

// TestFarmProcess is the other process of the test below.
func TestFarmProcess(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv(farmVariable))
	if err != nil {
		t.Skip("it serves the machines of another test")
	}
	specs := make([]miners.Spec, n)
	for i := range specs {
		specs[i] = miners.Spec{Firmware: "luxos", Model: "Antminer S19k Pro", Levels: k19(), Quirks: miners.Quirks{Mute: 0.01}}
	}
	o := miners.Options{Specs: specs, Seed: 1, Clock: clock.Wall{}}
	if network := os.Getenv("POUWDEM_TEST_FARM_NETWORK"); network != "" { // such as 127.88
		o.Listen = func(i int) (net.Listener, error) {
			return net.Listen("tcp", fmt.Sprintf("%s.%d.%d:4028", network, i/250, i%250+1))
		}
	}
	farm, err := miners.New(o)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(farm.Addresses()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() { io.Copy(io.Discard, os.Stdin); cancel() }() // until the parent goes
	farm.Run(ctx)
}

// serveFarm starts the other process.
func serveFarm(t *testing.T, n int) (addresses []string, rssMB func() float64) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestFarmProcess$")
	cmd.Env = append(os.Environ(), farmVariable+"="+strconv.Itoa(n))
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stdin.Close(); cmd.Wait() })
	lines := bufio.NewReaderSize(stdout, 1<<20)
	line, err := lines.ReadString('\n')
	if err != nil || json.Unmarshal([]byte(line), &addresses) != nil {
		t.Fatalf("the machines' addresses: %q, %v", line, err)
	}
	go io.Copy(io.Discard, lines)
	return addresses, func() float64 { return residentMB(cmd.Process.Pid) }
}

// residentMB is the memory of a process, from /proc.
func residentMB(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}

func cpuSeconds() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

type calm struct{}

func (calm) Situation(context.Context, string) fleet.Situation { return fleet.Situation{} }

// Machines in another process, each on its own port, all of them told to sleep
// through the real driver, and read back.
func TestAPlanReachesEveryMachineAndIsReadBack(t *testing.T) {
	n := 200
	if os.Getenv("POUWDEM_EVIDENCE") != "" {
		n = 10_000
	}
	before := residentMB(os.Getpid())
	addresses, simulators := serveFarm(t, n)
	var levels []site.Level
	for _, l := range k19() {
		levels = append(levels, site.Level{Name: l.Name, Watts: l.Watts, THs: unit.THs(l.THs)})
	}
	cfg := fleet.Config{
		Site: site.Site{ID: "pecos", Classes: []site.Class{{ID: "s19kpro", Kind: site.ASIC, Units: n, Levels: levels}}},
		Live: true, Seed: 1, Around: calm{}, Clock: clock.Wall{}, Log: slog.New(slog.DiscardHandler), Workers: 500, Deadline: 15 * time.Second,
	}
	for i, address := range addresses {
		driver, err := discover.Open("luxos", miner.Config{Address: address}, nil)
		if err != nil {
			t.Fatal(err)
		}
		can := driver.Capabilities()
		can.Start = 5 * time.Minute // the simulated ones' slowest
		cfg.Members = append(cfg.Members, fleet.Member{
			Machine: dispatch.Machine{ID: fmt.Sprint("m", i), Class: "s19kpro", Levels: levels, Stepped: true}, Driver: driver, Can: can, Firmware: "luxos", Loopback: true,
		})
	}
	f, err := fleet.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); f.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	began, cpu := time.Now(), cpuSeconds()
	until(t, "every machine is read", func() bool { _, err := f.Read(ctx); return f.Stats().Reads >= n && err != nil })
	readAll, readCPU := time.Since(began), cpuSeconds()-cpu

	began, cpu = time.Now(), cpuSeconds()
	if err := f.Set(ctx, "s19kpro", 0, "plan"); err != nil {
		t.Fatal(err)
	}
	until(t, "every command is sent", func() bool { return f.Stats().Sent >= n })
	sent := time.Since(began)
	until(t, "every command is read back", f.Settled)
	settled, setCPU := time.Since(began), cpuSeconds()-cpu
	stats := f.Stats()
	asleep := 0
	for _, m := range f.Machines("s19kpro") {
		if m.State == dispatch.Asleep && m.Command.State == fleet.Confirmed {
			asleep++
		}
	}
	if asleep != n {
		t.Errorf("%d of %d machines sleep and were read back", asleep, n)
	}
	fmt.Printf("evidence: fan-out: %d machines; all read once in %.1f s (%.1f s of processor here); plan to sleep: every command sent after %.1f s, every one read back after %.1f s (%.1f s of processor here); %d unanswered and found done by the read-back; memory %.0f MB here (%.1f kB a machine), %.0f MB in the simulators\n",
		n, readAll.Seconds(), readCPU, sent.Seconds(), settled.Seconds(), setCPU, stats.Unknown, residentMB(os.Getpid()), (residentMB(os.Getpid())-before)*1024/float64(n), simulators())
}

// until waits for something that happens in the background.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 6000 {
		if holds() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("five minutes passed and not %s", what)
}

// How long each firmware's machines take to follow, by their true power, with the
// parameters that the simulated machines state (docs/fleet.md).
func TestCurtailLatencyByFirmware(t *testing.T) {
	n := 20
	if os.Getenv("POUWDEM_EVIDENCE") != "" {
		n = 400
	}
	for _, firmware := range discover.Firmwares() {
		c := clocktest.New(time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC))
		specs := make([]miners.Spec, n)
		for i := range specs {
			specs[i] = miners.Spec{Firmware: firmware, Model: "S19k Pro", Levels: k19()}
		}
		farm, err := miners.New(miners.Options{Specs: specs, Seed: 7, Clock: c})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); farm.Run(ctx) }()
		drivers := make([]miner.Driver, n)
		for i, address := range farm.Addresses() {
			if drivers[i], err = discover.Open(firmware, miner.Config{Address: address, Clock: c}, nil); err != nil {
				t.Fatal(err)
			}
		}
		top := k19()[3].Watts
		down, _ := follow(t, c, farm, drivers, miner.Driver.Sleep, func(w float64) bool { return w < 0.05*top })
		up, failed := follow(t, c, farm, drivers, miner.Driver.Wake, func(w float64) bool { return w >= 0.95*top })
		if len(down) != n || len(up)+failed != n || float64(failed) > 0.06*float64(n)+1 {
			t.Errorf("%s: %d down, %d up, %d failed of %d", firmware, len(down), len(up), failed, n)
		}
		fmt.Printf("evidence: latency: | %s | %d | %s | %s | %.2f %% |\n", firmware, n, quantiles(down), quantiles(up), 100*float64(failed)/float64(n))
		cancel()
		<-done
	}
}

// follow gives every machine a command and lets time go by, second by second; it
// returns when each followed, in seconds, and how many did not within 20 min.
func follow(t *testing.T, c *clocktest.Clock, farm *miners.Farm, drivers []miner.Driver, command func(miner.Driver, context.Context) error, there func(watts float64) bool) (seconds []float64, failed int) {
	t.Helper()
	for i, d := range drivers {
		if err := command(d, t.Context()); err != nil {
			t.Fatalf("machine %d: %v", i, err)
		}
	}
	waiting := make([]int, len(drivers))
	for i := range waiting {
		waiting[i] = i
	}
	for s := 1.0; s <= 1200 && len(waiting) > 0; s++ {
		c.Advance(time.Second)
		waiting = slices.DeleteFunc(waiting, func(i int) bool {
			if !there(farm.Rig(i).Watts()) {
				return false
			}
			seconds = append(seconds, s)
			return true
		})
	}
	return seconds, len(waiting)
}

func quantiles(x []float64) string {
	slices.Sort(x)
	at := func(q float64) float64 { return x[min(len(x)-1, int(q*float64(len(x))))] }
	return fmt.Sprintf("%.0f, %.0f, %.0f", at(0.5), at(0.95), at(0.99))
}

// TestReadProcess reads the machines of another process once, as bench/fleet.sh
// has a peer do.
func TestReadProcess(t *testing.T) {
	network := os.Getenv("POUWDEM_TEST_READ_NETWORK")
	if network == "" {
		t.Skip("it is a part of bench/fleet.sh")
	}
	const machines, atOnce = 250, 32
	drivers := make([]miner.Driver, machines)
	for i := range drivers {
		var err error
		if drivers[i], err = discover.Open("luxos", miner.Config{Address: fmt.Sprintf("%s.0.%d:4028", network, i+1)}, nil); err != nil {
			t.Fatal(err)
		}
	}
	var read atomic.Int64
	seats := make(chan struct{}, atOnce)
	var group sync.WaitGroup
	began := time.Now()
	for _, d := range drivers {
		seats <- struct{}{}
		group.Go(func() {
			defer func() { <-seats }()
			if _, err := d.Read(t.Context()); err == nil {
				read.Add(1)
			}
		})
	}
	group.Wait()
	fmt.Printf("{\"read\": %d, \"read_s\": %.6f}\n", read.Load(), time.Since(began).Seconds())
}
