//go:build ignore

// Writes power_flow.json and sum_tree.json next door, for the tests of the
// contracts: a solved network in the leaves that PowerFlow.sol reads, and roots
// of sum trees. From the root of the repository:
//
//	go run contracts/testdata/generate.go
package main

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

const quantum = 1e-10 // p.u.

func main() {
	r, err := solve()
	if err != nil {
		log.Fatal(err)
	}
	n := r.Network.N()
	limits := limited(r)
	flow := struct {
		Buses    []string `json:"buses"`
		Voltages []string `json:"voltages"`
	}{}
	for i := range n {
		flow.Buses = append(flow.Buses, text(bus(r, i)))
		e, f := phasor(r, i)
		flow.Voltages = append(flow.Voltages, text(words(int64(i), int64(n), e, f, limits[i])))
	}
	write("power_flow.json", flow)
	write("sum_tree.json", sums())
	fmt.Println(n, "buses,", len(limits), "at a limit")
}

// solve solves a synthetic network, one of whose machines is held at its limit.
func solve() (*powerflow.Result, error) {
	c, err := synth.Generate(synth.Options{Seed: 1, Buses: 40})
	if err != nil {
		return nil, err
	}
	opt := powerflow.Options{Tolerance: 1e-11, Iterations: 30}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		return nil, err
	}
	r, err := powerflow.New(net).Solve(opt)
	if err != nil {
		return nil, err
	}
	most, at := 0.0, -1
	for g, b := range net.Gen.Bus {
		if net.Bus.Kind[b] == grid.PV && r.Qg[g] > most {
			most, at = r.Qg[g], g
		}
	}
	if at < 0 {
		return nil, fmt.Errorf("no machine gives reactive power")
	}
	for g, b := range net.Gen.Bus {
		if b == net.Gen.Bus[at] {
			row := net.Gen.Row[g]
			c.Gens[row].Qmax = r.Qg[g] * net.BaseMVA / 2
			c.Gens[row].Qmin = min(c.Gens[row].Qmin, c.Gens[row].Qmax)
		}
	}
	if net, err = grid.Compile(c, grid.Options{}); err != nil {
		return nil, err
	}
	opt.QLimits = powerflow.WithReturn
	return powerflow.New(net).Solve(opt)
}

// limited is 1 for buses at the upper reactive limit and 2 at the lower.
func limited(r *powerflow.Result) map[int]int64 {
	at := map[int]int64{}
	for _, l := range r.Limited {
		b := r.Network.Gen.Bus[l.Generator]
		if r.Network.Bus.Kind[b] != grid.PV || r.Kind[b] != grid.PQ {
			continue
		}
		at[b] = 2
		if l.AtMax {
			at[b] = 1
		}
	}
	return at
}

func phasor(r *powerflow.Result, i int) (e, f int64) {
	return quanta(r.Vm[i] * math.Cos(r.Va[i])), quanta(r.Vm[i] * math.Sin(r.Va[i]))
}

// bus is the ABI encoding of PowerFlow.Bus.
func bus(r *powerflow.Result, i int) []byte {
	net := r.Network
	p, q, qMin, qMax, vSet := -net.Bus.Pd[i], -net.Bus.Qd[i], -net.Bus.Qd[i], -net.Bus.Qd[i], r.Vm[i]
	for g, b := range net.Gen.Bus {
		if b == i {
			p, q, vSet = p+r.Pg[g], q+r.Qg[g], net.Gen.Vg[g]
			qMin, qMax = qMin+net.Gen.Qmin[g], qMax+net.Gen.Qmax[g]
		}
	}
	e, f := phasor(r, i)
	diag := net.Y.Diag[i]
	w := words(
		32, int64(i), int64(net.N()), int64(net.Bus.Kind[i]), quanta(p), quanta(q), quanta(qMin), quanta(qMax),
		quanta(vSet), quanta(0.8), quanta(1.2), e, f, quanta(net.Y.G[diag]), quanta(net.Y.B[diag]), 15*32,
	)
	from, to := net.Y.Ptr[i], net.Y.Ptr[i+1]
	w = append(w, words(int64(to-from-1))...)
	for k := from; k < to; k++ {
		if k != diag {
			w = append(w, words(int64(net.Y.Col[k]), quanta(net.Y.G[k]), quanta(net.Y.B[k]))...)
		}
	}
	return w
}

func quanta(v float64) int64 {
	return int64(math.Round(max(-9e8, min(9e8, v)) / quantum))
}

func words(values ...int64) []byte {
	var out []byte
	for _, v := range values {
		var w [32]byte
		if v < 0 {
			for i := range 24 {
				w[i] = 0xff
			}
		}
		binary.BigEndian.PutUint64(w[24:], uint64(v))
		out = append(out, w[:]...)
	}
	return out
}

type roots struct {
	Roots  []proof.Hash `json:"roots"`
	Totals []uint64     `json:"totals"`
}

// sums are the roots of trees of 1, 2, 3... leaves; leaf i encodes i and holds
// 7 i + 1.
func sums() roots {
	var out roots
	var leaves []proof.SumNode
	for i := range int64(24) {
		leaves = append(leaves, proof.SumNode{Hash: proof.Leaf(words(i)), Sum: proof.Amount{Lo: uint64(7*i + 1)}})
		tree, err := proof.NewSumTree(leaves)
		if err != nil {
			log.Fatal(err)
		}
		out.Roots = append(out.Roots, tree.Root().Hash)
		out.Totals = append(out.Totals, tree.Root().Sum.Lo)
	}
	return out
}

func text(raw []byte) string { return "0x" + hex.EncodeToString(raw) }

func write(name string, v any) {
	raw, err := json.MarshalIndent(v, "", " ")
	if err == nil {
		err = os.WriteFile("contracts/testdata/"+name, append(raw, '\n'), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
