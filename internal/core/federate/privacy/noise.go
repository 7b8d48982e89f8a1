package privacy

import (
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
)

// Noiser runs a mechanism that was charged, step by step.
type Noiser struct {
	m      Mechanism
	left   int
	random *rand.Rand
	sum    []float64
	taken  []int // days of the step that is open
	given  int
}

// ErrOver is a step more than was charged, or out of turn.
var ErrOver = errors.New("privacy: not a step that was charged")

// Begin charges a mechanism and gives the way to run it once. The random source
// has to be a cryptographic one.
func (a *Account) Begin(m Mechanism, random io.Reader) (*Noiser, error) {
	var seed [32]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return nil, fmt.Errorf("privacy: %w", err)
	}
	if err := a.Charge(m); err != nil {
		return nil, err
	}
	return &Noiser{m: m, left: m.Steps, random: rand.New(rand.NewChaCha8(seed))}, nil
}

// Sample opens a step and draws its days, each by itself: none may come.
func (n *Noiser) Sample() ([]int, error) {
	if n.left == 0 || n.sum != nil {
		return nil, ErrOver
	}
	n.left--
	n.taken, n.given = []int{}, 0
	for d := range n.m.Days {
		if n.random.Float64() < n.m.Batch/float64(n.m.Days) {
			n.taken = append(n.taken, d)
		}
	}
	n.sum = []float64{}
	return n.taken, nil
}

// Add clips the gradient of one of the step's days and adds it. A gradient that
// is no number counts as none.
func (n *Noiser) Add(gradient []float32) error {
	if n.sum == nil || n.given >= len(n.taken) {
		return ErrOver
	}
	n.given++
	if len(n.sum) == 0 {
		n.sum = make([]float64, len(gradient))
	}
	if len(gradient) != len(n.sum) {
		return fmt.Errorf("privacy: a gradient of %d coordinates after one of %d", len(gradient), len(n.sum))
	}
	scale := clipScale(gradient, n.m.Clip)
	for i, g := range gradient {
		if scale > 0 {
			n.sum[i] += scale * float64(g)
		}
	}
	return nil
}

func clipScale(gradient []float32, clip float64) float64 {
	square := 0.0
	for _, g := range gradient {
		square += float64(g) * float64(g)
	}
	switch norm := math.Sqrt(square); {
	case math.IsNaN(norm) || math.IsInf(norm, 0):
		return 0
	case norm > clip:
		return clip / norm
	}
	return 1
}

// Release closes the step: the noisy sum over the expected number of days.
func (n *Noiser) Release(length int) ([]float32, error) {
	if n.sum == nil || n.given != len(n.taken) {
		return nil, ErrOver
	}
	if len(n.sum) == 0 {
		n.sum = make([]float64, length)
	}
	if len(n.sum) != length {
		return nil, fmt.Errorf("privacy: gradients of %d coordinates, want %d", len(n.sum), length)
	}
	out := make([]float32, length)
	for i, s := range n.sum {
		out[i] = float32((s + n.m.Sigma*n.m.Clip*n.random.NormFloat64()) / n.m.Batch)
	}
	n.sum = nil
	return out, nil
}
