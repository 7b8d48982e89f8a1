package market

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Outlook is how a settlement point's price may go in the two days ahead, as a
// forecast had it that was done by Known from prices that had settled by At.
//
// Time is cut into slots that follow each other from First on: quarters of an
// hour for the first six hours, then whole hours, whose values are the means of
// their quarters. Prices are in $/MWh.
type Outlook struct {
	Model     string    `json:"model"`
	Reason    string    `json:"reason,omitempty"` // why not a better model
	Source    string    `json:"source"`
	Data      string    `json:"data_sha256"` // of the prices it was made from
	At        time.Time `json:"at"`          // end of the newest price in it
	Known     time.Time `json:"known"`       // when it was done
	Simulated bool      `json:"simulated"`
	Stale     bool      `json:"stale"` // a newer one was due when the snapshot was taken

	First     time.Time   `json:"first"`   // start of the first slot
	Minutes   []int       `json:"minutes"` // length of each slot
	Point     []float64   `json:"point"`   // best guess by slot
	Levels    []float64   `json:"levels"`  // probabilities of the quantiles, ascending; empty where there are none
	Quantiles [][]float64 `json:"quantiles"`

	// Paths are ways in which the whole of it may come out, by path, then slot,
	// all as likely as each other; empty where too little was seen to draw them.
	// At each quarter of an hour they stand for the distribution whose quantiles
	// are above. Path n of two points of one snapshot's time comes from the same
	// moment of the past, so that what points have in common is kept.
	Paths [][]float64 `json:"paths"`
}

// Slots are the intervals that the outlook is about.
func (o *Outlook) Slots() []unit.Interval {
	slots := make([]unit.Interval, 0, len(o.Minutes))
	at := o.First
	for _, m := range o.Minutes {
		slots = append(slots, unit.Interval{Start: at, Length: time.Duration(m) * time.Minute})
		at = slots[len(slots)-1].End()
	}
	return slots
}

// SlotAt is the slot that a moment lies in; ok is false outside of all.
func (o *Outlook) SlotAt(t time.Time) (slot int, ok bool) {
	if t.Before(o.First) {
		return 0, false
	}
	end := o.First
	for i, m := range o.Minutes {
		end = end.Add(time.Duration(m) * time.Minute)
		if t.Before(end) {
			return i, true
		}
	}
	return 0, false
}

// Quantile of a slot at a probability, on a straight line between the levels
// there are, and that of the outermost beyond them; ok is false where the
// outlook has no quantiles there.
func (o *Outlook) Quantile(slot int, level float64) (price unit.USDPerMWh, ok bool) {
	if slot < 0 || slot >= len(o.Quantiles) || len(o.Levels) == 0 || len(o.Quantiles[slot]) != len(o.Levels) {
		return 0, false
	}
	q := o.Quantiles[slot]
	k, _ := slices.BinarySearch(o.Levels, level)
	switch k {
	case 0:
		return unit.USDPerMWh(q[0]), true
	case len(q):
		return unit.USDPerMWh(q[k-1]), true
	}
	share := (level - o.Levels[k-1]) / (o.Levels[k] - o.Levels[k-1])
	return unit.USDPerMWh(q[k-1] + share*(q[k]-q[k-1])), true
}
