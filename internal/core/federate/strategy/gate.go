package strategy

import (
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg/words"
)

// Verdict is what a site makes of a global model. It stays at the site: whoever
// collects verdicts learns about data that nobody handed in.
type Verdict struct {
	Adopt  bool
	Days   int
	Gain   float64 // mean of a day, in the scores' unit
	Lower  float64 // one-sided 95 % bound below it
	Reason string
}

// Gate compares a candidate with the incumbent, day by day, on days that neither
// was trained on: it is adopted where its mean gain is above zero with 95 %
// confidence, by a t-test of the paired days.
func Gate(incumbent, candidate []float64) (Verdict, error) {
	n := len(incumbent)
	if len(candidate) != n {
		return Verdict{}, fmt.Errorf("gate: %d days of the candidate, %d of the incumbent", len(candidate), n)
	}
	const least = 7
	v := Verdict{Days: n}
	if n < least {
		v.Reason = fmt.Sprintf("%d held-out days, at least %d are needed: the incumbent stays", n, least)
		return v, nil
	}
	mean, square := 0.0, 0.0
	for i := range n {
		d := candidate[i] - incumbent[i]
		if math.IsNaN(d) || math.IsInf(d, 0) {
			return Verdict{}, fmt.Errorf("gate: day %d has no score", i)
		}
		mean += d / float64(n)
	}
	for i := range n {
		d := candidate[i] - incumbent[i] - mean
		square += d * d
	}
	v.Gain = mean
	v.Lower = mean - student95(n-1)*math.Sqrt(square/float64(n-1)/float64(n))
	v.Adopt = v.Lower > 0
	v.Reason = "better on the site's own held-out days"
	if !v.Adopt {
		v.Reason = "not better on the site's own held-out days: the incumbent stays"
	}
	return v, nil
}

// student95 is the one-sided 95 % point of Student's t, by the expansion of
// Abramowitz and Stegun 26.7.5; off by less than 0.005 from 6 degrees on.
func student95(degrees int) float64 {
	const x = 1.6448536269514722
	n := float64(degrees)
	x3, x5 := x*x*x, x*x*x*x*x
	return x + (x3+x)/(4*n) + (5*x5+16*x3+3*x)/(96*n*n)
}

// Plausible refuses a mean whose norm is far above those of earlier rounds: more
// than three times their median, once there are five. A single poisoned update is
// bounded by the clip; this catches a sum that many bent.
func Plausible(norm float64, earlier []float64) error {
	const least, factor = 5, 3
	if math.IsNaN(norm) || math.IsInf(norm, 0) {
		return fmt.Errorf("the mean update is no number")
	}
	if len(earlier) < least {
		return nil
	}
	sorted := slices.Sorted(slices.Values(earlier))
	if median := sorted[len(sorted)/2]; norm > factor*median {
		return fmt.Errorf("the mean update has norm %.3g, more than %d times the median %.3g of earlier rounds", norm, factor, median)
	}
	return nil
}

// Norm is the Euclidean norm.
func Norm(x []float32) float64 { return math.Sqrt(words.Squares(x)) }
