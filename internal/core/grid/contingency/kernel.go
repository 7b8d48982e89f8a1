package contingency

import "math"

// width is the number of outages that travel together, one per lane of a
// 256-bit vector of float64.
const width = 4

// quad is one number of each lane.
type quad [width]float64

// cell is what every lane knows of one bus: the two parts of its voltage, its
// two mismatches, or its two corrections. It fills one cache line.
type cell struct{ a, b quad }

// peak gathers over a range of buses the largest absolute mismatch of each
// lane, and in taint a sum of zeros times mismatches: zero as long as all of
// them are finite. A maximum alone would lose a NaN.
type peak struct{ size, taint quad }

// rule says what a bus wants, without a branch for its type:
//
//	first mismatch  = p - onP*P
//	second mismatch = q - onQ*Q - onV*|V|^2
//
// Where the magnitude is controlled, q is 1/2 and onV is 1/(2 Vset^2): to first
// order the relative error of the magnitude, which is also what the identity
// row of the factors passes on. So a magnitude can not drift, and is checked
// like any other mismatch.
type rule struct{ p, onP, q, onQ, onV float64 }

// weights are the four admittances of a branch and one over its rating
// squared (p.u., 0 where unlimited).
type weights struct {
	gff, bff, gft, bft float64
	gtf, btf, gtt, btt float64
	perRate2           float64
}

// ends are the positions of the two buses of a branch.
type ends struct{ from, to int32 }

// flowPeaks gathers over a range of branches, for each lane: the largest
// squared apparent power and its branch, the largest squared loading and its
// branch, the sum of losses, and the number of branches above their rating.
type flowPeaks struct {
	power2, loading2, loss quad
	powerAt, loadingAt     count
	over                   count
}

// count is one integer of each lane.
type count [width]int64

// voltPeaks gathers over a range of buses, for each lane: the smallest and the
// largest squared magnitude with their positions, and how many lie outside
// their band.
type voltPeaks struct {
	low2, high2   quad
	lowAt, highAt count
	under, above  count
}

// band is the squared voltage limits of a bus.
type band struct{ low2, high2 float64 }

// kernels are the loops that take nearly all the time, over four outages at
// once. Ranges are [first, last) of positions or branches.
type kernels interface {
	// mismatch evaluates the rules at the voltages v.
	mismatch(ptr, col []int32, y [][2]float64, rules []rule, v, out []cell, top *peak, first, last int)
	// forward solves with the unit lower factor in place.
	forward(ptr, col []int32, l [][4]float64, x []cell)
	// backward solves with the upper factor in place and moves the voltages;
	// step becomes the largest correction of each lane, radians or shares.
	backward(ptr, col []int32, u, inverse [][4]float64, x, v []cell, step *quad)
	// flows finds the largest flow and loading, and sums the losses.
	flows(at []ends, w []weights, v []cell, top *flowPeaks, first, last int)
	// volts finds the smallest and largest voltage.
	volts(bands []band, v []cell, top *voltPeaks, first, last int)
}

// portable are the kernels in Go: what every machine without the vector unit
// runs, and what the assembly is tested against.
type portable struct{}

func (portable) mismatch(ptr, col []int32, y [][2]float64, rules []rule, v, out []cell, top *peak, first, last int) {
	for i := first; i < last; i++ {
		var re, im quad
		for e := ptr[i]; e < ptr[i+1]; e++ {
			g, b, w := y[e][0], y[e][1], &v[col[e]]
			for k := range width {
				re[k] += g*w.a[k] - b*w.b[k]
				im[k] += g*w.b[k] + b*w.a[k]
			}
		}
		r, u, o := &rules[i], &v[i], &out[i]
		for k := range width {
			p := u.a[k]*re[k] + u.b[k]*im[k]
			q := u.b[k]*re[k] - u.a[k]*im[k]
			vm2 := u.a[k]*u.a[k] + u.b[k]*u.b[k]
			o.a[k] = r.p - r.onP*p
			o.b[k] = r.q - r.onQ*q - r.onV*vm2
			top.take(k, o.a[k], o.b[k])
		}
	}
}

// take adds two mismatches of lane k.
func (t *peak) take(k int, a, b float64) {
	t.size[k] = math.Max(t.size[k], math.Max(math.Abs(a), math.Abs(b)))
	t.taint[k] += 0 * (a + b)
}

func (portable) forward(ptr, col []int32, l [][4]float64, x []cell) {
	for i := range x {
		acc := x[i]
		for e := ptr[i]; e < ptr[i+1]; e++ {
			m, w := &l[e], &x[col[e]]
			for k := range width {
				acc.a[k] -= m[0]*w.a[k] + m[1]*w.b[k]
				acc.b[k] -= m[2]*w.a[k] + m[3]*w.b[k]
			}
		}
		x[i] = acc
	}
}

func (portable) backward(ptr, col []int32, u, inverse [][4]float64, x, v []cell, step *quad) {
	*step = quad{}
	for i := len(x) - 1; i >= 0; i-- {
		acc := x[i]
		for e := ptr[i]; e < ptr[i+1]; e++ {
			m, w := &u[e], &x[col[e]]
			for k := range width {
				acc.a[k] -= m[0]*w.a[k] + m[1]*w.b[k]
				acc.b[k] -= m[2]*w.a[k] + m[3]*w.b[k]
			}
		}
		d, o, w := &inverse[i], &x[i], &v[i]
		for k := range width {
			turn := d[0]*acc.a[k] + d[1]*acc.b[k]
			grow := d[2]*acc.a[k] + d[3]*acc.b[k]
			o.a[k], o.b[k] = turn, grow
			step[k] = math.Max(step[k], math.Max(math.Abs(turn), math.Abs(grow)))
			c, s := rotation(turn)
			e, f, scale := w.a[k], w.b[k], 1+grow
			w.a[k] = scale * (c*e - s*f)
			w.b[k] = scale * (s*e + c*f)
		}
	}
}

// rotation is cosine and sine of an angle by their Taylor polynomials to the
// seventh power. Beyond half a radian they err by more than 1e-8; what that
// does to a magnitude or a power is seen as a mismatch and corrected like any
// other.
func rotation(x float64) (c, s float64) {
	t := x * x
	c = 1 + t*(-1.0/2+t*(1.0/24+t*(-1.0/720)))
	s = x * (1 + t*(-1.0/6+t*(1.0/120+t*(-1.0/5040))))
	return c, s
}

func (portable) flows(at []ends, w []weights, v []cell, top *flowPeaks, first, last int) {
	for j := first; j < last; j++ {
		m, f, t := &w[j], &v[at[j].from], &v[at[j].to]
		for k := range width {
			pf, qf, pt, qt := m.powers(f.a[k], f.b[k], t.a[k], t.b[k])
			top.loss[k] += pf + pt
			s2 := math.Max(pf*pf+qf*qf, pt*pt+qt*qt)
			if s2 > top.power2[k] {
				top.power2[k], top.powerAt[k] = s2, int64(j)
			}
			l2 := s2 * m.perRate2
			if l2 > top.loading2[k] {
				top.loading2[k], top.loadingAt[k] = l2, int64(j)
			}
			if l2 > 1 {
				top.over[k]++
			}
		}
	}
}

// powers at the two ends of a branch in p.u., from the voltages of its ends.
func (m *weights) powers(ef, ff, et, ft float64) (pf, qf, pt, qt float64) {
	re := m.gff*ef - m.bff*ff + m.gft*et - m.bft*ft
	im := m.gff*ff + m.bff*ef + m.gft*ft + m.bft*et
	pf, qf = ef*re+ff*im, ff*re-ef*im
	re = m.gtf*ef - m.btf*ff + m.gtt*et - m.btt*ft
	im = m.gtf*ff + m.btf*ef + m.gtt*ft + m.btt*et
	pt, qt = et*re+ft*im, ft*re-et*im
	return pf, qf, pt, qt
}

func (portable) volts(bands []band, v []cell, top *voltPeaks, first, last int) {
	for i := first; i < last; i++ {
		w, limit := &v[i], &bands[i]
		for k := range width {
			vm2 := w.a[k]*w.a[k] + w.b[k]*w.b[k]
			if vm2 < top.low2[k] {
				top.low2[k], top.lowAt[k] = vm2, int64(i)
			}
			if vm2 > top.high2[k] {
				top.high2[k], top.highAt[k] = vm2, int64(i)
			}
			if vm2 < limit.low2 {
				top.under[k]++
			}
			if vm2 > limit.high2 {
				top.above[k]++
			}
		}
	}
}
