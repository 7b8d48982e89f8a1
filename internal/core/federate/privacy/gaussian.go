package privacy

import (
	"fmt"
	"math"
)

// GaussianDelta is the exact delta of a Gaussian mechanism whose sensitivity is mu
// standard deviations of its noise, at epsilon (Balle and Wang 2018, theorem 8).
// T releases of full participation at noise sigma have mu = sqrt(T)/sigma.
func GaussianDelta(mu, epsilon float64) float64 {
	return normal(mu/2-epsilon/mu) - math.Exp(epsilon+logNormal(-mu/2-epsilon/mu))
}

// GaussianEpsilon is the least epsilon at which [GaussianDelta] is at most delta.
func GaussianEpsilon(mu, delta float64) (float64, error) {
	if !(mu > 0) || !(delta > 0 && delta < 1) {
		return 0, fmt.Errorf("gaussian: mu %v and delta %v, want positive, and delta below 1", mu, delta)
	}
	low, high := 0.0, 1.0
	if GaussianDelta(mu, 0) <= delta {
		return 0, nil
	}
	for GaussianDelta(mu, high) > delta {
		high *= 2
	}
	for range 100 {
		if mid := (low + high) / 2; GaussianDelta(mu, mid) > delta {
			low = mid
		} else {
			high = mid
		}
	}
	return high, nil
}

// normal is the standard normal distribution function.
func normal(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

// logNormal is its logarithm, also where the function itself is zero.
func logNormal(x float64) float64 {
	if x > -30 {
		return math.Log(normal(x))
	}
	// Mills' ratio, asymptotically.
	return -x*x/2 - math.Log(-x) - math.Log(2*math.Pi)/2 + math.Log1p(-1/(x*x))
}
