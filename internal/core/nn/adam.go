package nn

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Rate is how an optimiser steps.
type Rate struct {
	Rate         float64 `json:"rate"` // the learning rate
	Beta1, Beta2 float64 `json:"-"`
	Eps          float64 `json:"eps"`
	Clip         float64 `json:"clip"` // the largest norm of a gradient; 0 for any
}

// AdamRate is Adam's usual decay, 0.9 and 0.999, at a learning rate, with
// gradients clipped to a norm.
func AdamRate(rate, clip float64) Rate {
	return Rate{Rate: rate, Beta1: 0.9, Beta2: 0.999, Eps: 1e-8, Clip: clip}
}

// Adam is the optimiser's memory of one flat vector of parameters.
type Adam struct {
	Rate  Rate
	First []float32 // moments
	Sec   []float32
	Count int // steps taken
	set   kernel.Set
}

// NewAdam is an optimiser of n parameters that has taken no step.
func NewAdam(n int, rate Rate, set kernel.Set) *Adam {
	return &Adam{Rate: rate, First: make([]float32, n), Sec: make([]float32, n), set: set}
}

// Step moves params against grad and returns the gradient's norm before it was
// clipped. A gradient that is not finite moves nothing.
func (a *Adam) Step(params, grad []float32) (norm float64) {
	norm = math.Sqrt(float64(a.set.SumSquares(grad)))
	if math.IsNaN(norm) || math.IsInf(norm, 0) {
		return norm
	}
	scale := 1.0
	if a.Rate.Clip > 0 && norm > a.Rate.Clip {
		scale = a.Rate.Clip / (norm + 1e-6) // as PyTorch's clip_grad_norm_
	}
	a.Count++
	a.set.Adam(params, a.First, a.Sec, grad, kernel.AdamStep{
		Scale: float32(scale), Beta1: a.Rate.Beta1, Beta2: a.Rate.Beta2,
		Eps: float32(a.Rate.Eps), Rate: a.Rate.Rate, Count: a.Count,
	})
	return norm
}
