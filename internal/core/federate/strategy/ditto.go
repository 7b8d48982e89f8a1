package strategy

// Ditto averages as [FedAvg] does, and each site keeps a personal model that is
// held near the global one (Li et al. 2021, objective h_k: the site's own loss
// plus Lambda/2 times the squared distance).
type Ditto struct{ Lambda float64 }

// Name of the rule.
func (Ditto) Name() string { return "ditto" }

// Apply adds the mean.
func (Ditto) Apply(m Memory, global, mean []float32) (Memory, []float32, error) {
	return FedAvg{}.Apply(m, global, mean)
}

// Personal is the exact proximal step of a personal model after a local step of
// size rate, in place.
func (d Ditto) Personal(params, global []float32, rate float64) {
	pull(params, global, rate*d.Lambda)
}
