package powerflow

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// mesh is a solver of a network of n buses in a ring with chords: taps, phase
// shifts, charging and shunts, buses of every role.
func mesh(t testing.TB, n int, seed uint64) *Solver {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 7))
	c := &grid.Case{Name: "mesh", BaseMVA: 100}
	for i := range n {
		b := grid.Bus{ID: i + 1, Type: grid.PQ, Pd: 50 * rng.Float64(), Qd: 20 * rng.Float64(), Gs: rng.Float64(), Bs: 5 * rng.Float64(), Vm: 1}
		if i%3 == 0 {
			b.Type = grid.PV
			c.Gens = append(c.Gens, grid.Generator{Bus: b.ID, Pg: 100 * rng.Float64(), Qmax: 300, Qmin: -300, Vg: 1 + 0.05*rng.Float64(), Status: 1, Pmax: 200})
		}
		c.Buses = append(c.Buses, b)
		for _, to := range []int{(i + 1) % n, (i*7 + 3) % n} {
			if to != i {
				c.Branches = append(c.Branches, grid.Branch{
					From: b.ID, To: to + 1, R: 0.02 * rng.Float64(), X: 0.05 + 0.1*rng.Float64(), B: 0.1 * rng.Float64(),
					Tap: 0.9 + 0.2*rng.Float64(), Shift: 10 * rng.NormFloat64(), Status: 1,
				})
			}
		}
	}
	c.Buses[0].Type = grid.Ref
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := New(net)
	if err := s.load(Options{}); err != nil {
		t.Fatal(err)
	}
	s.begin(Flat, Options{})
	for i := range s.vm {
		s.vm[i] *= 0.95 + 0.1*rng.Float64()
		s.va[i] += 0.3 * rng.NormFloat64()
	}
	s.rotate()
	s.assignRoles()
	s.balance()
	return s
}

// The kernels differ in rounding alone.
func TestKernelsEvaluateTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := mesh(t, rapid.IntRange(2, 50).Draw(rt, "buses"), rapid.Uint64().Draw(rt, "seed"))
		fast, slow := s.rows, s.rows
		for _, r := range []*rows{&fast, &slow} {
			r.jac, r.step, r.out = slices.Clone(r.jac), slices.Clone(r.step), slices.Clone(r.out)
		}
		fastest()(&fast)
		slow.evaluate()
		for _, c := range []struct {
			what      string
			got, want []float64
		}{
			{"Jacobian", fast.jac, slow.jac},
			{"mismatch", fast.step, slow.step},
			{"outflow", fast.out, slow.out},
			{"largest", fast.largest[:], slow.largest[:]},
			{"sum", fast.sum[:], slow.sum[:]},
		} {
			for i := range c.got {
				if d := math.Abs(c.got[i] - c.want[i]); !(d <= 1e-12*max(1, math.Abs(c.want[i]))*10) {
					rt.Fatalf("%s %d: %g and %g", c.what, i, c.got[i], c.want[i])
				}
			}
		}
	})
}

// Central differences with a step of 1e-6 leave an error of the order of 1e-9
// relative to the largest admittance.
func TestJacobianIsTheDerivativeOfTheBalance(t *testing.T) {
	for _, name := range []string{"plain", "with loads that hang on voltage"} {
		t.Run(name, func(t *testing.T) {
			s := mesh(t, 15, 1)
			if name != "plain" {
				for i := range s.net.Bus.ZipP {
					s.net.Bus.ZipP[i], s.net.Bus.ZipI[i] = 0.3, 0.5
				}
				s.variable = true
			}
			s.balance()
			jac := slices.Clone(s.rows.jac)
			const h = 1e-6
			vm, va := slices.Clone(s.vm), slices.Clone(s.va)
			at := func(j, unknown int, by float64) []float64 {
				copy(s.vm, vm)
				copy(s.va, va)
				if unknown == 0 {
					s.va[j] += by
				} else {
					s.vm[j] *= math.Exp(by)
				}
				s.rotate()
				s.balance()
				return slices.Clone(s.rows.step)
			}
			for j := range vm {
				for unknown := range 2 {
					up, down := at(j, unknown, h), at(j, unknown, -h)
					for i := range vm {
						k := s.net.Y.At(i, j)
						for equation := range 2 {
							role := s.rows.role[i]
							if role == neither || equation == 1 && role != both {
								continue
							}
							got := 0.0
							if k >= 0 {
								got = jac[4*int(k)+2*equation+unknown]
							}
							want := -(up[2*i+equation] - down[2*i+equation]) / (2 * h)
							if math.Abs(got-want) > 1e-6 {
								t.Fatalf("equation %d of bus %d by unknown %d of bus %d: %g, differences give %g", equation, i, unknown, j, got, want)
							}
						}
					}
				}
			}
		})
	}
}

func TestSmallAnglesTurnAsExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-0.5, 0.5).Draw(t, "angle")
		sin, cos := sincos(x)
		if math.Abs(sin-math.Sin(x)) > 2e-16 || math.Abs(cos-math.Cos(x)) > 3e-16 {
			t.Fatalf("%g: %g and %g, want %g and %g", x, sin, cos, math.Sin(x), math.Cos(x))
		}
	})
}

// Without a determinant in a pivot the block factor refuses; pivoting by rows
// takes over and meets the same step.
func TestNewtonPivotsWhereItHasTo(t *testing.T) {
	s := mesh(t, 12, 3)
	want := slices.Clone(s.rows.step)
	at := s.rows.diag[slices.Index(s.rows.role, both)] // the first to be eliminated that has both equations
	clear(s.rows.jac[4*at : 4*at+4])
	if s.lu.Factor(s.rows.jac) == nil {
		t.Fatal("the block factor takes a matrix with a zero pivot")
	}
	kernel := s.kernel
	s.kernel = func(r *rows) { // the fallback evaluates again
		jac := slices.Clone(r.jac)
		kernel(r)
		copy(r.jac, jac)
	}
	if !s.solveStep() {
		t.Fatal("a regular matrix with a zero block on its diagonal was refused")
	}
	r := &s.rows
	for i := range s.vm {
		var p, q float64
		for k := r.ptr[i]; k < r.ptr[i+1]; k++ {
			j, b := r.col[k], r.jac[4*k:]
			p += b[0]*r.step[2*j] + b[1]*r.step[2*j+1]
			q += b[2]*r.step[2*j] + b[3]*r.step[2*j+1]
		}
		if math.Abs(p-want[2*i]) > 1e-9 || math.Abs(q-want[2*i+1]) > 1e-9 {
			t.Fatalf("row %d: %g, %g, want %g, %g", i, p, q, want[2*i], want[2*i+1])
		}
	}
}
