// Package hashsplit decides which machine works for which destination, so that
// each destination gets its part of the hashrate. Whole machines are assigned
// and stay; what does not come out even moves a machine now and then, because a
// destination that is owed work counts for more.
//
// It talks to no machine and counts no money.
package hashsplit

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Machine is one that hashes.
type Machine struct {
	ID      uint64
	Rate    float64 // hashes per second
	At      string  // destination it works for; empty: none
	Movable bool    // can change without a new connection
}

// Destination is who may get work.
type Destination struct {
	Name     string
	Weight   float64 // of what contracts leave
	Contract float64 // hashes per second that come first; 0: none
	Backup   bool    // gets work only while no other is up
	Up       bool
}

// Move is a machine's change of destination.
type Move struct {
	ID uint64
	To string
}

// Targets are the hashes per second that each destination should get of a
// total: contracts first, in their order, and the rest by weight. What cannot be
// given to destinations that are up goes to those that are; backups stand in
// only for all.
func Targets(destinations []Destination, total float64) map[string]float64 {
	targets := make(map[string]float64, len(destinations))
	use := slices.DeleteFunc(slices.Clone(destinations), func(d Destination) bool { return !d.Up || d.Backup })
	if len(use) == 0 {
		use = slices.DeleteFunc(slices.Clone(destinations), func(d Destination) bool { return !d.Up })
	}
	left, weights := total, 0.0
	for _, d := range use {
		give := min(d.Contract, left)
		targets[d.Name] += give
		left -= give
		weights += d.Weight
	}
	for _, d := range use {
		if weights > 0 {
			targets[d.Name] += left * d.Weight / weights
		} else {
			targets[d.Name] += left / float64(len(use)) // nobody else may have it
		}
	}
	return targets
}

// Book keeps what each destination is owed. It is not safe for concurrent use.
type Book struct {
	horizon time.Duration
	last    []Destination      // that the last plan was for
	owed    map[string]float64 // hashes
	since   map[string]float64 // hashes delivered since the last plan
}

// NewBook is an empty book that makes good over a horizon what it owes; the
// horizon is the longest slice of the residual machine's time.
func NewBook(horizon time.Duration) *Book {
	return &Book{horizon: horizon, owed: make(map[string]float64), since: make(map[string]float64)}
}

// Delivered counts hashes that reached a destination.
func (b *Book) Delivered(name string, hashes float64) { b.since[name] += hashes }

// Plan gives the moves that bring the machines nearest to the targets, debts
// made good. It moves nothing that would not make the sum of the errors smaller.
func (b *Book) Plan(destinations []Destination, machines []Machine) []Move {
	b.charge(destinations)
	total := 0.0
	rates := make(map[string]float64)
	known := make(map[string]bool)
	for _, d := range destinations {
		known[d.Name] = d.Up
	}
	left := slices.Clone(machines)
	for i, m := range left {
		total += m.Rate
		if !known[m.At] {
			left[i].At = "" // its destination is gone: it must move whatever it costs
			continue
		}
		rates[m.At] += m.Rate
	}
	lacks := Targets(destinations, total)
	for name, want := range lacks {
		lacks[name] = want + b.owed[name]/b.horizon.Seconds() - rates[name]
	}
	// In the order of their size, large machines do not crowd out small ones.
	slices.SortFunc(left, func(x, y Machine) int {
		return cmp.Or(cmp.Compare(y.Rate, x.Rate), cmp.Compare(x.ID, y.ID))
	})
	moves := homeless(left, lacks)
	return append(moves, exchange(left, lacks, rates)...)
}

// charge books what has been delivered against what was due of it. Debts are of
// one agreement: where the destinations, their parts or which of them are up
// have changed, all begin anew. A contract is a rate, which is met by machines
// and not by arrears.
func (b *Book) charge(destinations []Destination) {
	same := slices.Equal(destinations, b.last)
	rated := slices.ContainsFunc(destinations, func(d Destination) bool { return d.Contract > 0 })
	b.last = slices.Clone(destinations)
	if !same || rated {
		clear(b.owed)
		clear(b.since)
		return
	}
	total := 0.0
	for _, hashes := range b.since {
		total += hashes
	}
	for name, due := range Targets(destinations, total) {
		b.owed[name] += due - b.since[name]
	}
	clear(b.since)
}

// homeless places machines without a destination where most is lacking.
func homeless(machines []Machine, lacks map[string]float64) []Move {
	var moves []Move
	for _, m := range machines {
		if to := neediest(lacks); m.At == "" && to != "" {
			lacks[to] -= m.Rate
			moves = append(moves, Move{m.ID, to})
		}
	}
	return moves
}

// exchange moves machines from destinations with too much to those with too
// little, the best first.
func exchange(machines []Machine, lacks, rates map[string]float64) []Move {
	var moves []Move
	moved := make(map[uint64]bool)
	for {
		to := neediest(lacks)
		best, gain := -1, 0.0
		for i, m := range machines {
			over, under := -lacks[m.At], lacks[to]
			if m.At == "" || m.At == to || !m.Movable || moved[m.ID] || over <= 0 || under <= 0 || m.Rate <= 0 {
				continue
			}
			g := over - math.Abs(over-m.Rate) + under - math.Abs(under-m.Rate)
			if g > gain*(1+1e-12) {
				best, gain = i, g
			}
		}
		if best < 0 {
			return moves
		}
		m := machines[best]
		lacks[m.At] += m.Rate
		lacks[to] -= m.Rate
		rates[m.At] -= m.Rate
		moved[m.ID] = true
		moves = append(moves, Move{m.ID, to})
	}
}

// neediest is the destination that lacks most, by name where two lack the same.
func neediest(lacks map[string]float64) string {
	best := ""
	for name, lack := range lacks {
		if best == "" || lack > lacks[best] || lack == lacks[best] && name < best {
			best = name
		}
	}
	return best
}
