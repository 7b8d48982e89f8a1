package strategy

// FedAvgM keeps a momentum of the means (Hsu et al. 2019).
type FedAvgM struct{ Rate, Momentum float64 }

// Name of the rule.
func (FedAvgM) Name() string { return "fedavgm" }

// Apply adds Rate times v, where v becomes Momentum v + mean.
func (f FedAvgM) Apply(m Memory, global, mean []float32) (Memory, []float32, error) {
	if err := sameLength(global, mean, m.First); err != nil {
		return m, nil, err
	}
	next, v := make([]float32, len(global)), make([]float32, len(global))
	for i := range next {
		v[i] = mean[i]
		if m.First != nil {
			v[i] += float32(f.Momentum) * m.First[i]
		}
		next[i] = global[i] + float32(f.Rate)*v[i]
	}
	return Memory{First: v, Rounds: m.Rounds + 1}, next, nil
}
