package strategy

// FedAvg takes the mean as it is (McMahan et al. 2017).
type FedAvg struct{}

// Name of the rule.
func (FedAvg) Name() string { return "fedavg" }

// Apply adds the mean.
func (FedAvg) Apply(m Memory, global, mean []float32) (Memory, []float32, error) {
	if err := sameLength(global, mean); err != nil {
		return m, nil, err
	}
	next := make([]float32, len(global))
	for i := range next {
		next[i] = global[i] + mean[i]
	}
	m.Rounds++
	return m, next, nil
}
