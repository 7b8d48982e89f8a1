package strategy

import "math"

// FedAdam takes the mean for a gradient (Reddi et al. 2021, algorithm 2, with
// their 0.9 and 0.99).
type FedAdam struct{ Rate, Tau float64 }

// Name of the rule.
func (FedAdam) Name() string { return "fedadam" }

// Apply adds Rate m / (sqrt(v) + Tau), without correction for the first rounds,
// as published; v begins at Tau squared.
func (f FedAdam) Apply(m Memory, global, mean []float32) (Memory, []float32, error) {
	if err := sameLength(global, mean, m.First, m.Second); err != nil {
		return m, nil, err
	}
	const beta1, beta2 = 0.9, 0.99
	next := make([]float32, len(global))
	first, second := make([]float32, len(global)), make([]float32, len(global))
	for i, d := range mean {
		m1, m2 := 0.0, f.Tau*f.Tau
		if m.First != nil && m.Second != nil {
			m1, m2 = float64(m.First[i]), float64(m.Second[i])
		}
		m1 = beta1*m1 + (1-beta1)*float64(d)
		m2 = beta2*m2 + (1-beta2)*float64(d)*float64(d)
		first[i], second[i] = float32(m1), float32(m2)
		next[i] = global[i] + float32(f.Rate*m1/(math.Sqrt(m2)+f.Tau))
	}
	return Memory{First: first, Second: second, Rounds: m.Rounds + 1}, next, nil
}
