package optimize

import (
	"cmp"
	"math"
	"slices"
)

// segment is a stretch between two points of a chain's hull: drawing more costs
// or earns the same by the unit.
type segment struct{ slope, width float64 }

// shadows are the prices of each group's limits in the first moment: the slope
// of the unit that the limit keeps out, or forces in, when the concave hulls of
// its chains' worth are filled from the best unit down. That is the exact price
// of the limit where chains may stand between two of their points.
func (f *fork) shadows() []Shadow {
	out := make([]Shadow, len(f.b.p.Groups))
	for g := range out {
		group := &f.b.p.Groups[g]
		if most := at(group.Most, 0, math.Inf(1)); !math.IsInf(most, 1) {
			base, segments := f.segments(g, f.worth)
			out[g].Most = max(0, slopeAt(segments, most-base))
			if group.Excess != nil {
				out[g].Most = min(out[g].Most, group.Excess[0])
			}
		}
		if least := at(group.Least, 0, math.Inf(-1)); !math.IsInf(least, -1) {
			base, segments := f.segments(g, f.instant())
			out[g].Least = max(0, -slopeBefore(segments, least-base))
			if group.Short != nil {
				out[g].Least = min(out[g].Least, group.Short[0])
			}
		}
	}
	return out
}

// instant is what the points of the first moment earn in it, on the mean.
func (f *fork) instant() [][]float64 {
	out := make([][]float64, len(f.now))
	for i, all := range f.now {
		k := f.b.p.Chains[i].Points
		out[i] = make([]float64, k)
		for at, v := range all {
			out[i][at%k] += v / float64(len(f.values))
		}
	}
	return out
}

// segments are the stretches of the hulls of a group's chains, the best first,
// and the least that they draw together.
func (f *fork) segments(g int, worth [][]float64) (base float64, segments []segment) {
	for i := range f.b.p.Chains {
		if f.b.has[g][i] {
			least, own := hull(f.b.p.Draw[i], worth[i])
			base += least
			segments = append(segments, own...)
		}
	}
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(b.slope, a.slope) })
	return base, segments
}

// slopeAt is the slope of the next unit beyond a filling; 0 where all is filled.
func slopeAt(segments []segment, fill float64) float64 {
	for _, s := range segments {
		if fill -= s.width; fill < -slack {
			return s.slope
		}
	}
	return 0
}

// slopeBefore is the slope of the last unit of a filling.
func slopeBefore(segments []segment, fill float64) float64 {
	last := 0.0
	for _, s := range segments {
		if fill <= slack {
			break
		}
		last = s.slope
		fill -= s.width
	}
	return last
}

// hull is the upper concave hull of a chain's worth over its draw: the least it
// can draw, and the stretches from there.
func hull(draw, worth []float64) (least float64, segments []segment) {
	var x, y []float64
	for q, v := range worth {
		if math.IsInf(v, -1) {
			continue
		}
		for len(x) > 1 && (v-y[len(y)-1])*(x[len(x)-1]-x[len(x)-2]) >= (y[len(y)-1]-y[len(y)-2])*(draw[q]-x[len(x)-1]) {
			x, y = x[:len(x)-1], y[:len(y)-1]
		}
		x, y = append(x, draw[q]), append(y, v)
	}
	for k := 1; k < len(x); k++ {
		if width := x[k] - x[k-1]; width > 0 {
			segments = append(segments, segment{slope: (y[k] - y[k-1]) / width, width: width})
		}
	}
	if len(x) == 0 {
		return 0, nil
	}
	return x[0], segments
}
