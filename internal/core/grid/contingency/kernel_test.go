package contingency

import (
	"math"
	"math/rand/v2"
	"testing"
)

// sample is a random network's worth of kernel input.
type sample struct {
	ptr, col     []int32
	y            [][2]float64
	blocks       [][4]float64
	inverse      [][4]float64
	rules        []rule
	v, x         []cell
	at           []ends
	w            []weights
	bands        []band
	lower, upper []int32
	lcol, ucol   []int32
}

func newSample(seed uint64, n int) *sample {
	r := rand.New(rand.NewPCG(seed, 1))
	s := &sample{ptr: []int32{0}, lower: []int32{0}, upper: []int32{0}}
	for i := range n {
		s.col = append(s.col, int32(i))
		for range r.IntN(5) {
			s.col = append(s.col, int32(r.IntN(n)))
			if i > 0 && r.IntN(2) == 0 {
				s.lcol = append(s.lcol, int32(r.IntN(i)))
			}
			if i < n-1 && r.IntN(2) == 0 {
				s.ucol = append(s.ucol, int32(i+1+r.IntN(n-1-i)))
			}
		}
		s.ptr = append(s.ptr, int32(len(s.col)))
		s.lower = append(s.lower, int32(len(s.lcol)))
		s.upper = append(s.upper, int32(len(s.ucol)))
		s.rules = append(s.rules, rule{r.NormFloat64(), float64(r.IntN(2)), r.NormFloat64(), float64(r.IntN(2)), r.Float64()})
		s.inverse = append(s.inverse, [4]float64{r.NormFloat64(), r.NormFloat64(), r.NormFloat64(), r.NormFloat64()})
		s.bands = append(s.bands, band{0.8, 1.2})
		var v, x cell
		for k := range width {
			v.a[k], v.b[k] = 1+0.1*r.NormFloat64(), 0.1*r.NormFloat64()
			x.a[k], x.b[k] = 0.1*r.NormFloat64(), 0.1*r.NormFloat64()
		}
		s.v, s.x = append(s.v, v), append(s.x, x)
	}
	for range s.col {
		s.y = append(s.y, [2]float64{r.NormFloat64(), r.NormFloat64()})
		s.blocks = append(s.blocks, [4]float64{r.NormFloat64() / 8, r.NormFloat64() / 8, r.NormFloat64() / 8, r.NormFloat64() / 8})
	}
	for range 2 * n {
		s.at = append(s.at, ends{int32(r.IntN(n)), int32(r.IntN(n))})
		s.w = append(s.w, weights{
			r.NormFloat64(), r.NormFloat64(), r.NormFloat64(), r.NormFloat64(),
			r.NormFloat64(), r.NormFloat64(), r.NormFloat64(), r.NormFloat64(), r.Float64(),
		})
	}
	return s
}

func cellsDiffer(a, b []cell) float64 {
	worst := 0.0
	for i := range a {
		for k := range width {
			for _, d := range []float64{a[i].a[k] - b[i].a[k], a[i].b[k] - b[i].b[k]} {
				if math.IsNaN(d) {
					return d
				}
				scale := 1 + math.Abs(a[i].a[k]) + math.Abs(a[i].b[k])
				worst = math.Max(worst, math.Abs(d)/scale)
			}
		}
	}
	return worst
}

func (s *sample) copyOf(c []cell) []cell { return append([]cell(nil), c...) }

// The assembly and the Go kernels differ by rounding alone: the one fuses
// products and sums, the other does not.
func TestVectorKernelsEqualThePortableOnes(t *testing.T) {
	fast := fastest()
	if _, same := fast.(portable); same {
		t.Skip("this machine has no vector kernels; the portable ones run")
	}
	slow := portable{}
	for seed := range uint64(200) {
		n := 2 + int(seed%17)
		s := newSample(seed, n)
		a, b := s.copyOf(s.x), s.copyOf(s.x)
		var topA, topB peak
		mid := n / 2
		fast.mismatch(s.ptr, s.col, s.y, s.rules, s.v, a, &topA, 0, mid)
		fast.mismatch(s.ptr, s.col, s.y, s.rules, s.v, a, &topA, mid, n)
		slow.mismatch(s.ptr, s.col, s.y, s.rules, s.v, b, &topB, 0, n)
		if d := cellsDiffer(a, b); !(d < 1e-12) {
			t.Fatalf("seed %d: mismatches differ by %g", seed, d)
		}
		for k := range width {
			if math.Abs(topA.size[k]-topB.size[k]) > 1e-12*(1+topB.size[k]) || topA.taint[k] != 0 {
				t.Fatalf("seed %d: peaks differ: %v and %v", seed, topA, topB)
			}
		}

		a, b = s.copyOf(s.x), s.copyOf(s.x)
		fast.forward(s.lower, s.lcol, s.blocks, a)
		slow.forward(s.lower, s.lcol, s.blocks, b)
		if d := cellsDiffer(a, b); !(d < 1e-12) {
			t.Fatalf("seed %d: forward differs by %g", seed, d)
		}

		a, b = s.copyOf(s.x), s.copyOf(s.x)
		va, vb := s.copyOf(s.v), s.copyOf(s.v)
		var stepA, stepB quad
		fast.backward(s.upper, s.ucol, s.blocks, s.inverse, a, va, &stepA)
		slow.backward(s.upper, s.ucol, s.blocks, s.inverse, b, vb, &stepB)
		if d := math.Max(cellsDiffer(a, b), cellsDiffer(va, vb)); !(d < 1e-12) || !close4(stepA, stepB) {
			t.Fatalf("seed %d: backward differs by %g", seed, d)
		}

		var fa, fb flowPeaks
		fast.flows(s.at, s.w, s.v, &fa, 0, 1)
		fast.flows(s.at, s.w, s.v, &fa, 1, len(s.at))
		slow.flows(s.at, s.w, s.v, &fb, 0, len(s.at))
		if fa.powerAt != fb.powerAt || fa.loadingAt != fb.loadingAt || fa.over != fb.over || !close4(fa.power2, fb.power2) || !close4(fa.loss, fb.loss) || !close4(fa.loading2, fb.loading2) {
			t.Fatalf("seed %d: flows differ:\n%v\n%v", seed, fa, fb)
		}

		wa := voltPeaks{low2: quad{9, 9, 9, 9}}
		wb := wa
		fast.volts(s.bands, s.v, &wa, 0, 1)
		fast.volts(s.bands, s.v, &wa, 1, n)
		slow.volts(s.bands, s.v, &wb, 0, n)
		if wa.lowAt != wb.lowAt || wa.highAt != wb.highAt || wa.under != wb.under || wa.above != wb.above || !close4(wa.low2, wb.low2) || !close4(wa.high2, wb.high2) {
			t.Fatalf("seed %d: voltages differ:\n%v\n%v", seed, wa, wb)
		}
	}
}

func close4(a, b quad) bool {
	for k := range width {
		if !(math.Abs(a[k]-b[k]) <= 1e-11*(1+math.Abs(b[k]))) {
			return false
		}
	}
	return true
}

func TestNoKernelLosesANaN(t *testing.T) {
	for name, k := range map[string]kernels{"fastest": fastest(), "portable": portable{}} {
		for _, poison := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			s := newSample(7, 9)
			s.v[4].b[2] = poison
			var top peak
			k.mismatch(s.ptr, s.col, s.y, s.rules, s.v, s.x, &top, 0, 9)
			for lane := range width {
				if clean := top.taint[lane] == 0; clean != (lane != 2) {
					t.Errorf("%s: lane %d with %g in lane 2: taint is %g", name, lane, poison, top.taint[lane])
				}
			}
		}
	}
}
