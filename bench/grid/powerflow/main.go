// Command powerflow times this engine's Newton power flow on case files for
// bench/grid/powerflow.sh, and writes what another solver needs to be timed on
// the very same equations. It is no part of the product.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// problem is a network with its solution, by internal bus, p.u. and radians.
type problem struct {
	Ptr    []int32        `json:"ptr"`
	Col    []int32        `json:"col"`
	G      []float64      `json:"g"`
	B      []float64      `json:"b"`
	P      []float64      `json:"p"`
	Q      []float64      `json:"q"`
	Kind   []grid.BusType `json:"kind"`
	Vm     []float64      `json:"vm"`
	Va     []float64      `json:"va"`
	FoundM []float64      `json:"found_vm"`
	FoundA []float64      `json:"found_va"`
}

// timing is one case's line of output; times are medians, in microseconds.
type timing struct {
	Case       string  `json:"case"`
	Buses      int     `json:"buses"`
	Iterations int     `json:"iterations"`
	Cold       float64 `json:"cold_us"` // analysis, solution, flows
	Warm       float64 `json:"warm_us"` // solution, flows
}

func main() {
	out := flag.String("out", "", "directory for the problems; none: not written")
	budget := flag.Duration("time", time.Second, "time for each measurement")
	flag.Parse()
	var failed error
	for _, path := range flag.Args() {
		failed = errors.Join(failed, run(path, *out, *budget))
	}
	if failed != nil {
		fmt.Fprintln(os.Stderr, failed)
		os.Exit(1)
	}
}

func run(path, out string, budget time.Duration) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	c, err := grid.ReadCase(path, src)
	if err != nil {
		return err
	}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".m")
	solver, opt := powerflow.New(net), powerflow.Options{Start: powerflow.FromCase}
	found, err := solver.Solve(opt)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if out != "" {
		if err := write(filepath.Join(out, name+".json"), net, found); err != nil {
			return err
		}
	}
	line := timing{Case: name, Buses: net.N(), Iterations: found.Iterations}
	line.Warm = median(budget, func() { _, err = solver.Solve(opt) })
	line.Cold = median(budget, func() { _, err = powerflow.New(net).Solve(opt) })
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return json.NewEncoder(os.Stdout).Encode(line)
}

func write(path string, net *grid.Network, found *powerflow.Result) error {
	p, q := net.Injection(nil, nil)
	data, err := json.Marshal(problem{
		Ptr: net.Y.Ptr, Col: net.Y.Col, G: net.Y.G, B: net.Y.B, P: p, Q: q, Kind: net.Bus.Kind,
		Vm: net.Bus.Vm, Va: net.Bus.Va, FoundM: found.Vm, FoundA: found.Va,
	})
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

// median of the durations of f, repeated for the time given, three times at
// least; microseconds.
func median(budget time.Duration, f func()) float64 {
	var all []float64
	for begun := time.Now(); time.Since(begun) < budget || len(all) < 3; {
		at := time.Now()
		f()
		all = append(all, float64(time.Since(at).Nanoseconds())/1e3)
	}
	slices.Sort(all)
	return all[len(all)/2]
}
