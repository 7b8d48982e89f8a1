package work_test

import (
	"bytes"
	"errors"
	"math/cmplx"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// limited is a network whose generators have little reactive power, so that limits
// bind, changed once more.
func limited(t *testing.T, change func(*grid.Case)) []byte {
	t.Helper()
	c, err := grid.ReadCase("small", caseText(t))
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Gens {
		c.Gens[i].Qmax, c.Gens[i].Qmin = 0.15*c.Gens[i].Pmax, -0.1*c.Gens[i].Pmax
	}
	change(c)
	var b bytes.Buffer
	if err := c.WriteCase(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claimed is the voltages of one question handed in as the answer to another.
func claimed(t *testing.T, asked, answered *work.Question, opt powerflow.Options) work.File {
	t.Helper()
	r, err := powerflow.New(answered.Net).Solve(opt)
	if err != nil {
		t.Fatal(err)
	}
	v := make([]complex128, len(r.Vm))
	for i := range v {
		v[i] = cmplx.Rect(r.Vm[i], r.Va[i])
	}
	raw := work.NewSolution(v).Encode()
	leaf := work.Leaf{Status: work.Solved, Solution: work.HashShown(raw), Summary: proof.Summary{Solved: 1}}
	result, err := work.Commit(asked.Spec, []work.Leaf{leaf}, [][]byte{raw}, key(1))
	if err != nil {
		t.Fatal(err)
	}
	return job{spec: asked.Spec, q: asked, result: result}.file(t, 1)
}

func TestReactiveLimitsAreKeptAndVoltagesAreHeldWhereTheyDoNotBind(t *testing.T) {
	text := limited(t, func(*grid.Case) {})
	s := spec(text, work.PowerFlow, 0)
	s.QLimits = true
	q, err := s.Build(text)
	if err != nil {
		t.Fatal(err)
	}
	honest, err := powerflow.New(q.Net).Solve(powerflow.Options{QLimits: powerflow.WithReturn})
	if err != nil || len(honest.Limited) == 0 || len(honest.Limited) == len(q.Net.Gen.Bus) {
		t.Fatalf("%d limits bind: the test tells nothing; %v", len(honest.Limited), err)
	}
	result, err := work.Solve(q, key(1), 1)
	if err != nil {
		t.Fatal(err)
	}
	good := job{spec: s, q: q, result: result}.file(t, 1)
	if done, err := good.Check(text); err != nil || done.Residue == 0 {
		t.Errorf("%+v %v", done, err)
	}

	ignoring := claimed(t, q, q, powerflow.Options{})
	if _, err := ignoring.Check(text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), "beyond its limits") {
		t.Error(err)
	}

	// A set voltage that is not held though nothing hinders it.
	free := map[int]bool{}
	for k := range q.Net.Gen.Bus {
		free[k] = q.Net.Bus.Kind[q.Net.Gen.Bus[k]] == grid.PV
	}
	for _, l := range honest.Limited {
		free[l.Generator] = false
	}
	lower := limited(t, func(c *grid.Case) {
		for k, row := range q.Net.Gen.Row {
			if free[k] {
				c.Gens[row].Vg -= 0.002
				return
			}
		}
	})
	other := s
	other.Case = proof.Keccak(lower)
	answered, err := other.Build(lower)
	if err != nil {
		t.Fatal(err)
	}
	slack := claimed(t, q, answered, powerflow.Options{QLimits: powerflow.WithReturn})
	if _, err := slack.Check(text); !errors.Is(err, work.ErrWrong) || !strings.Contains(err.Error(), "do not bind") {
		t.Error(err)
	}
}
