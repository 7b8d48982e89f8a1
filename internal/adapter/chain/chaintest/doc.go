// Package chaintest is a model of a chain with one contract and one account, and
// nodes that speak JSON-RPC about it, as well or as badly as a script says.
//
// It is for tests only. It executes nothing: what the contract does to batches
// is written down here a second time, from the contract's own description.
package chaintest
