package work

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The states of a task.
const (
	Offered  = "offered"
	Verified = "verified"
	Refused  = "refused"
	Expired  = "expired" // nobody handed a result in by the deadline
	Dead     = "dead"    // it was set aside: it cannot be done, or was never brought back
)

// Record is a task from its offer to its receipt. A verified one is the work
// receipt: what was done, by whom, what of it was checked, and at what cost.
type Record struct {
	Task      proof.Hash    `json:"task"`
	Spec      Spec          `json:"spec"`
	Case      string        `json:"case_name"`
	Reveal    proof.Hash    `json:"reveal"` // secret until the task is closed
	State     string        `json:"state"`
	Reason    string        `json:"reason"`           // of the offer; then of a refusal
	Why       string        `json:"why"`              // of the priority
	Submitter string        `json:"submitter"`        // who asked for it; empty: the coordinator itself
	Escrow    unit.MicroUSD `json:"escrow_micro_usd"` // held for it, and paid for what a verified result earned
	Offered   time.Time     `json:"offered_utc"`
	To        string        `json:"to"`   // the operator that it was given to; empty: it waits
	Site      string        `json:"site"` // where that operator's workers stand; empty: nowhere
	Given     time.Time     `json:"given_utc,omitzero"`
	Because   string        `json:"because"` // why it was given to that one; or why it still waits
	Turn      int           `json:"turn"`    // how often it was taken back from an operator that was gone
	Unheard   int           `json:"unheard"` // how often the bus did not take it
	Closed    time.Time     `json:"closed_utc"`
	Worker    Worker        `json:"worker"`
	Operator  string        `json:"operator"` // whose worker it is, as the bus knows it
	Leaves    int           `json:"leaves"`
	Root      proof.Hash    `json:"root"`
	Summary   proof.Summary `json:"summary"`
	Checked   Checked       `json:"checked"`
	CheckUS   int64         `json:"check_us"`  // processor time of the check, microseconds of the wall
	EnergyWh  float64       `json:"energy_wh"` // of computing it
	EnergyBy  string        `json:"energy_by"` // "estimate": no meter is read
	Simulated bool          `json:"simulated"` // the state of the network is not real
	// Awaits is when the truth is known that a forecast is scored by; zero where
	// nothing is awaited.
	Awaits time.Time `json:"awaits_utc,omitzero"`
	// Held is what was handed in and awaits its score.
	Held *Held `json:"held,omitempty"`
	// Known is the answer where the coordinator knew it before: secret until the
	// task is closed.
	Known *proof.Summary `json:"known,omitempty"`
}

// Free takes a task from whoever has it.
func (r *Record) Free(because string) {
	r.To, r.Site, r.Given, r.Because = "", "", time.Time{}, because
}

// Held is a forecast until it is scored: longer than its case is kept elsewhere.
type Held struct {
	File File   `json:"file"`
	Case []byte `json:"case"`
}

// FailedShare is the part of a leaf's price that a leaf without a solution is
// paid: it shows nothing, and checking it costs as much as solving it.
const FailedShare = 0.25

// Earned is how many leaves a verified task is paid for, in quarters of a leaf.
// Those without a solution count for one quarter, and only where somebody else
// has looked for one and found none.
func (r Record) Earned() uint64 {
	if r.State != Verified {
		return 0
	}
	if s := r.Checked.Score; s != nil {
		return uint64(4 * float64(r.Leaves) * s.Skill())
	}
	const whole, failed = 4, uint64(4 * FailedShare)
	agreed := min(uint64(r.Summary.Failed), uint64(max(0, r.Checked.Failed)))
	return whole*uint64(r.Summary.Solved+r.Summary.Islanded) + failed*agreed
}
