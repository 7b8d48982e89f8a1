package continuation_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/continuation"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
)

func TestACertificateHoldsAtTheNoseAndNowhereElse(t *testing.T) {
	c, err := synth.Generate(synth.Options{Seed: 1, Buses: 60})
	if err != nil {
		t.Fatal(err)
	}
	compiled := func(c *grid.Case) *grid.Network {
		net, err := grid.Compile(c, grid.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return net
	}
	base, target := compiled(c), compiled(continuation.Scaled(c, 2))
	curve, err := continuation.Follow(base, target, continuation.Options{})
	if err != nil {
		t.Fatal(err)
	}
	good, err := continuation.Certify(base, target, curve)
	if err != nil {
		t.Fatal(err)
	}
	if err := continuation.Check(base, target, good); err != nil {
		t.Fatal(err)
	}
	early := curve.Points[len(curve.Points)/2]
	for name, change := range map[string]func(c *continuation.Certificate){
		"a higher loading":      func(c *continuation.Certificate) { c.Lambda += 0.05 },
		"a point on the way":    func(c *continuation.Certificate) { c.Lambda, c.Vm, c.Va = early.Lambda, early.Vm, early.Va },
		"other voltages":        func(c *continuation.Certificate) { c.Vm[30] *= 0.99 },
		"other weights":         func(c *continuation.Certificate) { c.Weight[30] += 1 },
		"no weights":            func(c *continuation.Certificate) { clear(c.Weight) },
		"one that is no number": func(c *continuation.Certificate) { c.Va[10] = math.NaN() },
		"one bus too few":       func(c *continuation.Certificate) { c.Va = c.Va[1:] },
	} {
		bad := good
		bad.Vm, bad.Va, bad.Weight = slices.Clone(bad.Vm), slices.Clone(bad.Va), slices.Clone(bad.Weight)
		change(&bad)
		if err := continuation.Check(base, target, bad); !errors.Is(err, continuation.ErrCertificate) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
