// Package proof is the only Merkle code of the program: the leaves that
// decisions become, the trees that batches of them are recorded as, and the
// files that prove one decision to somebody who has nothing else of ours.
//
// The standard tree is OpenZeppelin's StandardMerkleTree (sorted pairs, leaves
// hashed twice), so that Solidity's MerkleProof and the npm package
// @openzeppelin/merkle-tree read the same proofs. The sum tree is a tree apart:
// every node also commits what lies below it.
//
// It neither signs nor talks to a chain; see adapter/chain and service/recorder.
package proof
