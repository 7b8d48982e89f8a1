package privacy

import "math"

// Orders at which Rényi divergences are kept: all whole numbers to 63, then
// sparser.
func orders() []int {
	var all []int
	for a := 2; a < 64; a++ {
		all = append(all, a)
	}
	for a := 64; a <= 1024; a += a / 4 {
		all = append(all, a)
	}
	return all
}

// renyi is the divergence of order alpha of one release of a Gaussian mechanism
// with noise sigma, in units of the sensitivity, on a Poisson sample of rate q
// (Mironov, Talwar and Zhang 2019, section 3.3: the sum over k of
// C(a,k) (1-q)^(a-k) q^k e^((k^2-k)/(2 sigma^2)), for whole orders).
func renyi(q, sigma float64, alpha int) float64 {
	if q == 0 {
		return 0
	}
	if q == 1 {
		return float64(alpha) / (2 * sigma * sigma)
	}
	a := float64(alpha)
	total := math.Inf(-1)
	for k := 0; k <= alpha; k++ {
		x := float64(k)
		term := logChoose(a, x) + (a-x)*math.Log1p(-q) + x*math.Log(q) + (x*x-x)/(2*sigma*sigma)
		total = logAdd(total, term)
	}
	return total / (a - 1)
}

func logChoose(n, k float64) float64 {
	l := func(x float64) float64 { v, _ := math.Lgamma(x + 1); return v }
	return l(n) - l(k) - l(n-k)
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// epsilon turns divergences into the least epsilon at delta, by Canonne, Kamath
// and Steinke 2020, proposition 12 (classic: Mironov 2017, proposition 3).
func epsilon(divergence []float64, delta float64, classic bool) float64 {
	best := math.Inf(1)
	for i, alpha := range orders() {
		a := float64(alpha)
		e := divergence[i] + math.Log1p(-1/a) - (math.Log(delta)+math.Log(a))/(a-1)
		if classic {
			e = divergence[i] - math.Log(delta)/(a-1)
		}
		best = min(best, e)
	}
	return max(0, best)
}
