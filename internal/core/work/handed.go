package work

import "github.com/pouw-dem/pouwdem/internal/core/proof"

// Handed is a result as it was handed in. The operator is who the bus let in,
// whatever the commitment says; its workers may sign with any keys.
type Handed struct {
	Operator   string     `json:"-"`
	Commitment Commitment `json:"commitment"`
	// Opened are all leaves of a small task, which are checked whole anyway.
	Opened []Opening `json:"opened,omitempty"`
}

// DeadLetter is a task that was set aside by the queue.
type DeadLetter struct {
	Operator string     `json:"-"` // who could not do it; empty: several in turn
	Task     proof.Hash `json:"task"`
	Reason   string     `json:"reason"`
}

// WholeUpTo is the number of leaves up to which every leaf of a result is
// checked; their openings are handed in with the commitment.
const WholeUpTo = 64
