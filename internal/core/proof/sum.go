package proof

import (
	"encoding/binary"
	"errors"
	"math/big"
	"math/bits"
)

// ErrSumOverflow is returned where amounts add up to 2^128 or more.
var ErrSumOverflow = errors.New("amounts of the tree add up to more than 128 bits hold")

// Amount is an unsigned number of 128 bits, in the smallest unit of whatever
// the tree adds up.
type Amount struct{ Hi, Lo uint64 }

// Add is a + b; ok is false where the sum does not fit.
func (a Amount) Add(b Amount) (sum Amount, ok bool) {
	lo, carry := bits.Add64(a.Lo, b.Lo, 0)
	hi, over := bits.Add64(a.Hi, b.Hi, carry)
	return Amount{Hi: hi, Lo: lo}, over == 0
}

// Big is the amount as an integer without bounds.
func (a Amount) Big() *big.Int {
	v := new(big.Int).SetUint64(a.Hi)
	return v.Lsh(v, 64).Add(v, new(big.Int).SetUint64(a.Lo))
}

// word is the amount as an ABI word.
func (a Amount) word() []byte {
	var w [32]byte
	binary.BigEndian.PutUint64(w[16:], a.Hi)
	binary.BigEndian.PutUint64(w[24:], a.Lo)
	return w[:]
}

// SumNode is a node of a sum tree: its hash, and the sum of the leaves below.
type SumNode struct {
	Hash Hash
	Sum  Amount
}

// SumTree is a Merkle tree whose root also commits the total. A node hashes
// both its children's sums apart, abi.encode(left hash, left sum, right hash,
// right sum): hashing only their total would let amounts be moved between them.
// Leaves keep their order; a node without a sibling moves up as it is.
type SumTree struct{ levels [][]SumNode }

// NewSumTree builds the tree of leaves in their order. Leaf hashes must be
// those of [Leaf], so that no inner node passes for one.
func NewSumTree(leaves []SumNode) (*SumTree, error) {
	if len(leaves) == 0 {
		return nil, ErrNoLeaves
	}
	t := &SumTree{levels: [][]SumNode{append([]SumNode{}, leaves...)}}
	for level := t.levels[0]; len(level) > 1; {
		up := make([]SumNode, 0, (len(level)+1)/2)
		for i := 0; i+1 < len(level); i += 2 {
			node, ok := join(level[i], level[i+1])
			if !ok {
				return nil, ErrSumOverflow
			}
			up = append(up, node)
		}
		if len(level)%2 == 1 {
			up = append(up, level[len(level)-1])
		}
		t.levels = append(t.levels, up)
		level = up
	}
	return t, nil
}

// Root is the root's hash with the total.
func (t *SumTree) Root() SumNode { return t.levels[len(t.levels)-1][0] }

// Proof is the siblings of the leaf at index, from the leaf up; ok is false
// outside the tree.
func (t *SumTree) Proof(index int) (path []SumNode, ok bool) {
	if index < 0 || index >= len(t.levels[0]) {
		return nil, false
	}
	path = []SumNode{}
	for _, level := range t.levels[:len(t.levels)-1] {
		if sibling := index ^ 1; sibling < len(level) {
			path = append(path, level[sibling])
		}
		index /= 2
	}
	return path, true
}

// VerifySum reports whether leaf is the one at index among count under root,
// whose total is the sum of all. The sides follow from index and count: the
// proof cannot choose them.
func VerifySum(root, leaf SumNode, index, count int, path []SumNode) bool {
	if index < 0 || index >= count {
		return false
	}
	for ; count > 1; index, count = index/2, (count+1)/2 {
		if index^1 >= count {
			continue
		}
		if len(path) == 0 {
			return false
		}
		left, right := leaf, path[0]
		if index%2 == 1 {
			left, right = right, left
		}
		node, ok := join(left, right)
		if !ok {
			return false
		}
		leaf, path = node, path[1:]
	}
	return len(path) == 0 && leaf == root
}

func join(left, right SumNode) (SumNode, bool) {
	sum, ok := left.Sum.Add(right.Sum)
	return SumNode{Hash: Keccak(left.Hash[:], left.Sum.word(), right.Hash[:], right.Sum.word()), Sum: sum}, ok
}
