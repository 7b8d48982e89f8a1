package opf_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

func TestACertificateHoldsForTheBestDispatchAndForNoOther(t *testing.T) {
	for _, asked := range []struct {
		opt opf.Options
		net *grid.Network
	}{{opf.Options{}, compile(t, triangle(80))}, {opf.Options{DC: true}, compile(t, triangle(80))}, {opf.Options{DC: true, Secure: true}, tight(t)}} {
		opt, net := asked.opt, asked.net
		r, err := opf.Solve(net, opt)
		if err != nil {
			t.Fatal(err)
		}
		shown, err := opf.Check(net, opt, r.Certificate)
		if err != nil || math.Abs(shown.Objective-r.Objective) > 1e-6*r.Objective || shown.Gap > 1e-4*r.Objective {
			t.Errorf("%+v: %+v, solved at %g: %v", opt, shown, r.Objective, err)
		}
		for name, change := range map[string]func(c *opf.Certificate){
			"another dispatch":     func(c *opf.Certificate) { c.Units[0][0] += 0.01; c.Units[1][0] -= 0.01 },
			"other angles":         func(c *opf.Certificate) { c.Va[len(c.Va)-1] += 0.01 },
			"other prices":         func(c *opf.Certificate) { c.Balance[0] *= 1.1 },
			"a made-up multiplier": func(c *opf.Certificate) { c.Limits[0] += 50 },
			"one that is no number": func(c *opf.Certificate) {
				c.Units[0][0] = math.NaN()
			},
			"a negative one": func(c *opf.Certificate) { c.Limits[len(c.Limits)-1] = -1 },
			"one too few":    func(c *opf.Certificate) { c.Limits = c.Limits[1:] },
			"a loss that is none": func(c *opf.Certificate) {
				c.Losses = append(c.Losses, opf.Pair{Branch: 0, Outage: 0})
			},
		} {
			bad := r.Certificate
			bad.Va, bad.Balance, bad.Limits = slices.Clone(bad.Va), slices.Clone(bad.Balance), slices.Clone(bad.Limits)
			bad.Units, bad.Losses = slices.Clone(bad.Units), slices.Clone(bad.Losses)
			change(&bad)
			if _, err := opf.Check(net, opt, bad); !errors.Is(err, opf.ErrCertificate) {
				t.Errorf("%+v, %s: %v", opt, name, err)
			}
		}
	}
}

// tight is a network in which losses bind.
func tight(t *testing.T) *grid.Network {
	t.Helper()
	c, err := synth.Generate(synth.Options{Buses: 100, Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Branches {
		c.Branches[i].RateA *= 0.85
	}
	return compile(t, c)
}

// A dispatch that is best without losses is none that is best with them.
func TestADispatchThatALossOverloadsIsNotSecure(t *testing.T) {
	net := tight(t)
	plain, err := opf.Solve(net, opf.Options{DC: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := opf.Check(net, opf.Options{DC: true, Secure: true}, plain.Certificate); !errors.Is(err, opf.ErrCertificate) {
		t.Error(err)
	}
}

func TestCertificatesOfTheReferenceCasesHold(t *testing.T) {
	for _, name := range []string{"case9", "case14", "case39", "case57", "case118", "case300"} {
		net := gridtest.Network(t, name)
		for _, opt := range []opf.Options{{}, {DC: true}} {
			r, err := opf.Solve(net, opt)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := opf.Check(net, opt, r.Certificate); err != nil {
				t.Errorf("%s %+v: %v", name, opt, err)
			}
		}
	}
}
