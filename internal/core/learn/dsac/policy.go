package dsac

import (
	"math"
	"math/bits"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
)

// distribution is a batch's policies: probabilities, their logarithms, and
// entropies. Invalid actions have probability 0 and logarithm 0, so that sums
// over all actions are sums over the valid ones.
type distribution struct {
	width   int
	p, logp []float32
	entropy []float32
}

func newDistribution(rows, width int) distribution {
	return distribution{width: width, p: make([]float32, rows*width), logp: make([]float32, rows*width), entropy: make([]float32, rows)}
}

// set takes the softmax of rows of logits over their valid actions.
func (d *distribution) set(logits []float32, masks []Mask) {
	for r, mask := range masks {
		row := logits[r*d.width : (r+1)*d.width]
		p, logp := d.p[r*d.width:(r+1)*d.width], d.logp[r*d.width:(r+1)*d.width]
		d.entropy[r] = softmax(row, mask, p, logp)
	}
}

// softmax sets p and, where it is wanted, logp, and returns the entropy.
func softmax(logits []float32, mask Mask, p, logp []float32) (entropy float32) {
	if mask == 0 {
		panic("dsac: a state without a valid action")
	}
	greatest := float32(math.Inf(-1))
	for m := uint64(mask); m != 0; m &= m - 1 {
		greatest = max(greatest, logits[bits.TrailingZeros64(m)])
	}
	clear(p)
	var sum float32
	for m := uint64(mask); m != 0; m &= m - 1 {
		i := bits.TrailingZeros64(m)
		p[i] = nn.Exp(logits[i] - greatest)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	if logp == nil {
		return 0
	}
	clear(logp)
	least := greatest + float32(math.Log(float64(sum)))
	for m := uint64(mask); m != 0; m &= m - 1 {
		i := bits.TrailingZeros64(m)
		logp[i] = logits[i] - least
		entropy -= p[i] * logp[i]
	}
	return entropy
}

// draw picks an action by its probability; u is uniform in [0,1).
func draw(p []float32, mask Mask, u float64) int {
	last, left := -1, u
	for m := uint64(mask); m != 0; m &= m - 1 {
		last = bits.TrailingZeros64(m)
		if left -= float64(p[last]); left < 0 {
			return last
		}
	}
	return last
}

// best is the valid action with the largest logit, the first of equals.
func best(logits []float32, mask Mask) int {
	found := -1
	for m := uint64(mask); m != 0; m &= m - 1 {
		if i := bits.TrailingZeros64(m); found < 0 || logits[i] > logits[found] {
			found = i
		}
	}
	return found
}
