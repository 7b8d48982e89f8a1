package dsac

import "github.com/pouw-dem/pouwdem/internal/core/nn/kernel"

// Mask has a bit for each action, lowest first; those set are valid.
type Mask uint64

// AllValid is a mask of the first n actions.
func AllValid(n int) Mask { return Mask(^uint64(0) >> (MostActions - n)) }

// Valid is whether an action is.
func (m Mask) Valid(action int) bool { return m>>action&1 == 1 }

// Batch is transitions to learn from: n-step returns with the state after them.
// States are rows of nn's whole lanes.
type Batch struct {
	Rows     int
	State    []float32 // Rows × the padded state
	Mask     []Mask
	Action   []int32
	Return   []float32 // rewards of up to Steps steps, discounted
	Next     []float32 // the state that the return ends in
	NextMask []Mask
	Discount []float32 // of Next's value; 0 where the episode terminated before it
	Weight   []float32 // of the critics' errors; 1 without priorities
	Entropy  []float32 // of the policy in State when the step was taken
	index    []int     // where in the replay
	width    int
}

// NewBatch is an empty batch for states of the configuration.
func NewBatch(c Config, rows int) *Batch {
	b := &Batch{width: kernel.Padded(c.State)}
	b.resize(rows)
	b.Rows = 0
	return b
}

func (b *Batch) resize(rows int) {
	if rows > len(b.Action) {
		b.State, b.Next = make([]float32, rows*b.width), make([]float32, rows*b.width)
		b.Mask, b.NextMask = make([]Mask, rows), make([]Mask, rows)
		b.Action, b.index = make([]int32, rows), make([]int, rows)
		b.Return, b.Discount = make([]float32, rows), make([]float32, rows)
		b.Weight, b.Entropy = make([]float32, rows), make([]float32, rows)
	}
	b.Rows = rows
}
