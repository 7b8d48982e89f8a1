package proof

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// ErrNoLeaves is returned for a tree without leaves, which has no root: a batch
// without decisions has [EmptyRoot] instead.
var ErrNoLeaves = errors.New("a Merkle tree needs a leaf")

// longestProof bounds a path: a tree of 2^32 leaves, the most a batch can
// count, is 32 deep.
const longestProof = 32

// Leaf is the leaf of an ABI encoding: hashed twice, so that no inner node,
// whose preimage has 64 bytes, passes for a leaf.
func Leaf(encoded []byte) Hash {
	once := Keccak(encoded)
	return Keccak(once[:])
}

// Tree is OpenZeppelin's StandardMerkleTree: leaves sorted by hash, laid out as
// a complete binary tree in an array with the root first. Sorting means that a
// leaf's place says nothing of its meaning.
type Tree struct {
	nodes []Hash
	place map[Hash]int
}

// NewTree builds the tree of the leaves, in whatever order they come. Equal
// leaves are an error: they could not be told apart.
func NewTree(leaves []Hash) (*Tree, error) {
	if len(leaves) == 0 {
		return nil, ErrNoLeaves
	}
	sorted := slices.Clone(leaves)
	slices.SortFunc(sorted, compare)
	t := &Tree{nodes: make([]Hash, 2*len(sorted)-1), place: make(map[Hash]int, len(sorted))}
	last := len(t.nodes) - 1
	for i, leaf := range sorted {
		if _, taken := t.place[leaf]; taken {
			return nil, fmt.Errorf("leaf %s is in the tree twice", leaf)
		}
		t.nodes[last-i] = leaf
		t.place[leaf] = last - i
	}
	for i := last - len(sorted); i >= 0; i-- {
		t.nodes[i] = pair(t.nodes[2*i+1], t.nodes[2*i+2])
	}
	return t, nil
}

// Root commits all leaves.
func (t *Tree) Root() Hash { return t.nodes[0] }

// Proof is the path of a leaf, from its sibling up; ok is false where the leaf
// is not in the tree. The tree of one leaf gives an empty path.
func (t *Tree) Proof(leaf Hash) (path []Hash, ok bool) {
	i, ok := t.place[leaf]
	if !ok {
		return nil, false
	}
	path = []Hash{}
	for i > 0 {
		sibling := i + 1
		if i%2 == 0 {
			sibling = i - 1
		}
		path = append(path, t.nodes[sibling])
		i = (i - 1) / 2
	}
	return path, true
}

// Verify reports whether path leads from leaf to root.
func Verify(root, leaf Hash, path []Hash) bool {
	if len(path) > longestProof {
		return false
	}
	for _, sibling := range path {
		leaf = pair(leaf, sibling)
	}
	return leaf == root
}

// pair hashes two nodes, the smaller first.
func pair(a, b Hash) Hash {
	if compare(a, b) > 0 {
		a, b = b, a
	}
	return Keccak(a[:], b[:])
}

func compare(a, b Hash) int { return bytes.Compare(a[:], b[:]) }
