package proof

import (
	"encoding/binary"
	"fmt"
)

// Summary is what a part of a list of outages comes to. It is folded up the tree
// itself, so that the root commits the summary of the whole and nothing that was
// found can be summarised away.
type Summary struct {
	Worst     uint32 `json:"worst_loading_bps"`  // largest flow over its rating, in hundredths of a percent
	Lowest    uint32 `json:"lowest_voltage_bps"` // in hundredths of a percent of 1 p.u.; all ones where there is none
	Solved    uint32 `json:"solved"`
	Violating uint32 `json:"violating"` // solved, with a limit that is not kept
	Islanded  uint32 `json:"islanded"`
	Failed    uint32 `json:"failed"` // said to have no solution
}

// NoVoltage is a Summary's lowest voltage where nothing was solved.
const NoVoltage = ^uint32(0)

// Join is the summary of two parts together.
func (s Summary) Join(o Summary) Summary {
	return Summary{
		Worst: max(s.Worst, o.Worst), Lowest: min(s.Lowest, o.Lowest), Solved: s.Solved + o.Solved,
		Violating: s.Violating + o.Violating, Islanded: s.Islanded + o.Islanded, Failed: s.Failed + o.Failed,
	}
}

func (s Summary) encode() []byte {
	out := make([]byte, 0, 24)
	for _, v := range []uint32{s.Worst, s.Lowest, s.Solved, s.Violating, s.Islanded, s.Failed} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}

// SummaryNode is a node of a summary tree.
type SummaryNode struct {
	Hash    Hash    `json:"hash"`
	Summary Summary `json:"summary"`
}

const summaryDomain = "pouw-dem/summary-node/1"

func joinSummaries(l, r SummaryNode) SummaryNode {
	return SummaryNode{
		Hash:    Keccak([]byte(summaryDomain), l.Hash[:], l.Summary.encode(), r.Hash[:], r.Summary.encode()),
		Summary: l.Summary.Join(r.Summary),
	}
}

// SummaryTree is a Merkle tree whose nodes commit the summaries of both their
// children apart. Leaves keep their order; a node without a sibling moves up as
// it is.
type SummaryTree struct{ levels [][]SummaryNode }

// NewSummaryTree builds the tree of leaves in their order. A leaf's hash must
// bind its summary.
func NewSummaryTree(leaves []SummaryNode) (*SummaryTree, error) {
	if len(leaves) == 0 {
		return nil, ErrNoLeaves
	}
	t := &SummaryTree{levels: [][]SummaryNode{leaves}}
	for level := leaves; len(level) > 1; level = t.levels[len(t.levels)-1] {
		up := make([]SummaryNode, 0, (len(level)+1)/2)
		for i := 0; i+1 < len(level); i += 2 {
			up = append(up, joinSummaries(level[i], level[i+1]))
		}
		if len(level)%2 == 1 {
			up = append(up, level[len(level)-1])
		}
		t.levels = append(t.levels, up)
	}
	return t, nil
}

// Root is the root.
func (t *SummaryTree) Root() SummaryNode { return t.levels[len(t.levels)-1][0] }

// Path is the siblings of the leaf at index, from the leaf up.
func (t *SummaryTree) Path(index int) ([]SummaryNode, error) {
	if index < 0 || index >= len(t.levels[0]) {
		return nil, fmt.Errorf("leaf %d of %d: there is none", index, len(t.levels[0]))
	}
	path := []SummaryNode{}
	for _, level := range t.levels[:len(t.levels)-1] {
		if sibling := index ^ 1; sibling < len(level) {
			path = append(path, level[sibling])
		}
		index /= 2
	}
	return path, nil
}

// VerifySummary reports whether leaf is the one at index among count under root.
// The sides follow from index and count.
func VerifySummary(root, leaf SummaryNode, index, count int, path []SummaryNode) bool {
	if index < 0 || index >= count {
		return false
	}
	node, used := leaf, 0
	for ; count > 1; index, count = index/2, (count+1)/2 {
		if index^1 >= count {
			continue
		}
		if used == len(path) {
			return false
		}
		if index%2 == 0 {
			node = joinSummaries(node, path[used])
		} else {
			node = joinSummaries(path[used], node)
		}
		used++
	}
	return used == len(path) && node == root
}

// Draw are k different numbers below n, in ascending order, that follow from a
// seed alone: which leaves are to be opened. All of them where k is not smaller
// than n.
func Draw(seed Hash, n, k int) []int {
	chosen := make(map[uint64]bool, k)
	if k >= n {
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		return all
	}
	// The largest multiple of n that 64 bits hold: what is above would favour
	// small numbers.
	limit := ^uint64(0) - ^uint64(0)%uint64(n)
	for counter := uint64(0); len(chosen) < k; counter++ {
		h := Keccak([]byte("pouw-dem/draw/1"), seed[:], binary.BigEndian.AppendUint64(nil, counter))
		if v := binary.BigEndian.Uint64(h[:8]); v < limit {
			chosen[v%uint64(n)] = true
		}
	}
	out := make([]int, 0, k)
	for i := range n {
		if chosen[uint64(i)] {
			out = append(out, i)
		}
	}
	return out
}

// DrawSeed is what a sample is drawn from: task and root, a number that the
// coordinator committed to by its hash before the task was given out, and the
// hash of a block that came after the root. Where no outside chain is looked at
// block is zero, and the order is attested by the coordinator alone.
func DrawSeed(task, root, reveal, block Hash) Hash {
	return Keccak([]byte("pouw-dem/sample/1"), task[:], root[:], reveal[:], block[:])
}
