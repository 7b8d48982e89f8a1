package strategy

// FedProx averages as [FedAvg] does; each site adds Mu/2 times the squared
// distance to the global model to its loss (Li et al. 2020, equation 2).
type FedProx struct{ Mu float64 }

// Name of the rule.
func (FedProx) Name() string { return "fedprox" }

// Apply adds the mean.
func (FedProx) Apply(m Memory, global, mean []float32) (Memory, []float32, error) {
	return FedAvg{}.Apply(m, global, mean)
}

// Pull is the term's exact proximal step after a local step of size rate, in
// place: params become (params + rate Mu global) / (1 + rate Mu).
func (f FedProx) Pull(params, global []float32, rate float64) { pull(params, global, rate*f.Mu) }

// pull moves params towards an anchor.
func pull(params, anchor []float32, strength float64) {
	keep := float32(1 / (1 + strength))
	for i := range params {
		params[i] = keep*params[i] + (1-keep)*anchor[i]
	}
}
