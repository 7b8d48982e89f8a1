package forecast

import (
	"math"
	"slices"
)

// Scale is the area hyperbolic sine about the median, in units of the median
// absolute deviation: spikes stay far but not dominant. Source: Uniejewski,
// Weron and Ziel 2018, "Variance stabilizing transformations for electricity
// spot price forecasting".
type Scale struct{ Median, Spread float64 }

// normal is the third quartile of the standard normal distribution: the median
// absolute deviation over it estimates a standard deviation.
const normal = 0.6744897501960817

// ScaleOf measures values; it reorders them.
func ScaleOf(values []float64) Scale {
	s := Scale{Median: middle(values), Spread: 1}
	for i, v := range values {
		values[i] = math.Abs(v - s.Median)
	}
	if mad := middle(values); mad > 0 {
		s.Spread = mad / normal
	}
	return s
}

func middle(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// Of puts a value on the scale.
func (s Scale) Of(v float64) float64 { return math.Asinh((v - s.Median) / s.Spread) }

// Back takes a value off the scale.
func (s Scale) Back(v float64) float64 { return math.Sinh(v)*s.Spread + s.Median }
