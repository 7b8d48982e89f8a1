//go:build unix

// Command n1 is our side of bench/grid/n1.sh: it answers the outages of one
// case on one core and prints, as JSON, the processor time and the lowest
// voltage of each, for comparison with a peer. It is no part of the product.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"syscall"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
)

func main() {
	limit := flag.Int("limit", 1000, "outages at most; bridges are left out first")
	repeat := flag.Int("repeat", 3, "times to measure")
	workers := flag.Int("workers", 1, "workers")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: n1 [-limit N] [-repeat N] [-workers N] CASE.m")
		os.Exit(2)
	}
	if err := measure(flag.Arg(0), *limit, *repeat, *workers); err != nil {
		fmt.Fprintln(os.Stderr, "n1:", err)
		os.Exit(1)
	}
}

// answer is what n1.py reads.
type answer struct {
	Buses    int       `json:"buses"`
	Branches int       `json:"branches"`
	Outages  []int     `json:"outages"` // rows, from 0
	MinVm    []float64 `json:"min_vm_pu"`
	Solved   int       `json:"solved"`
	Newton   int       `json:"newton"`
	CPU      []float64 `json:"cpu_us"`  // analysis, base case and all outages
	Wall     []float64 `json:"wall_us"` // likewise
}

func measure(path string, limit, repeat, workers int) error {
	runtime.GOMAXPROCS(workers)
	net, err := read(path)
	if err != nil {
		return err
	}
	bridges := contingency.FindBridges(net)
	var list []contingency.Outage
	for k, o := range contingency.AllBranches(net) {
		if !bridges.Is(k) && len(list) < limit {
			list = append(list, o)
		}
	}
	out := answer{Buses: net.N(), Branches: len(net.Branch.Row)}
	for range repeat {
		cpu, wall := used()
		report, err := contingency.New(net).Run(list, contingency.Options{Workers: workers})
		if err != nil {
			return err
		}
		cpuAfter, wallAfter := used()
		out.CPU, out.Wall = append(out.CPU, cpuAfter-cpu), append(out.Wall, wallAfter-wall)
		out.fill(list, report)
	}
	return json.NewEncoder(os.Stdout).Encode(out)
}

func (a *answer) fill(list []contingency.Outage, report *contingency.Report) {
	a.Outages, a.MinVm, a.Solved, a.Newton = nil, nil, 0, 0
	for i, r := range report.Results {
		a.Outages = append(a.Outages, list[i].Branches[0])
		a.MinVm = append(a.MinVm, r.MinVm)
		if r.Status == contingency.OK {
			a.Solved++
		}
		if r.Method == contingency.Newton {
			a.Newton++
		}
	}
}

func read(path string) (*grid.Network, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, err := grid.ReadCase(path, src)
	if err != nil {
		return nil, err
	}
	return grid.Compile(c, grid.Options{})
}

// used is the processor time of this process and the time of day, in us.
func used() (cpu, wall float64) {
	var use syscall.Rusage
	var now syscall.Timeval
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil || syscall.Gettimeofday(&now) != nil {
		return 0, 0
	}
	us := func(t syscall.Timeval) float64 { return float64(t.Sec)*1e6 + float64(t.Usec) }
	return us(use.Utime) + us(use.Stime), us(now)
}
