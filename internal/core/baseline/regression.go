package baseline

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// width is the number of a regression's terms: level, price, two harmonics of
// the day, weekend.
const width = 7

// leastFit is how many ordinary points a regression wants: a week.
const leastFit = 7 * day

// fitted is a regression: ordinary least squares with a little ridge.
type fitted struct {
	coefficients [width]float64
	until        int // points before it were used
}

func terms(p Point) (x [width]float64) {
	local := unit.Central(p.Start)
	angle := 2 * math.Pi * (float64(local.Hour()) + float64(local.Minute())/60) / 24
	price := p.Price
	if math.IsNaN(price) {
		price = 0
	}
	x = [width]float64{1, min(max(price, -50), 200) / 100, math.Sin(angle), math.Cos(angle), math.Sin(2 * angle), math.Cos(2 * angle), 0}
	if isWeekend(p.Start) {
		x[6] = 1
	}
	return x
}

// regress is what the ordinary intervals before a window say of it. One fit
// serves every window of a day, so that placebos are cheap.
func (s *series) regress(first, n int) (float64, string) {
	until := first - first%day
	if s.fit == nil || s.fit.until != until {
		f, ok := s.newFit(until)
		if !ok {
			return 0, "fewer than a week of intervals without curtailment before it"
		}
		s.fit = f
	}
	if first+n > len(s.points) {
		return 0, "the window is longer than the points"
	}
	kWh := 0.0
	for _, p := range s.points[first : first+n] {
		x := terms(p)
		for k := range x {
			kWh += s.fit.coefficients[k] * x[k]
		}
	}
	return max(0, kWh), ""
}

func (s *series) newFit(until int) (*fitted, bool) {
	var a [width][width + 1]float64
	count := 0
	for _, p := range s.points[max(0, until-60*day):until] {
		if !p.Measured || p.Excluded {
			continue
		}
		count++
		x := terms(p)
		for i := range width {
			for j := range width {
				a[i][j] += x[i] * x[j]
			}
			a[i][width] += x[i] * p.KWh
		}
	}
	if count < leastFit {
		return nil, false
	}
	for i := range width {
		a[i][i] += 1e-6 * float64(count)
	}
	f := &fitted{until: until}
	return f, solve(&a, &f.coefficients)
}

// solve is Gaussian elimination with partial pivoting.
func solve(a *[width][width + 1]float64, x *[width]float64) bool {
	for i := range width {
		pivot := i
		for r := i + 1; r < width; r++ {
			if math.Abs(a[r][i]) > math.Abs(a[pivot][i]) {
				pivot = r
			}
		}
		if math.Abs(a[pivot][i]) < 1e-12 {
			return false
		}
		a[i], a[pivot] = a[pivot], a[i]
		for r := i + 1; r < width; r++ {
			f := a[r][i] / a[i][i]
			for c := i; c <= width; c++ {
				a[r][c] -= f * a[i][c]
			}
		}
	}
	for i := width - 1; i >= 0; i-- {
		x[i] = a[i][width]
		for c := i + 1; c < width; c++ {
			x[i] -= a[i][c] * x[c]
		}
		x[i] /= a[i][i]
	}
	return true
}
