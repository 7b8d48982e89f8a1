// Package chain is the way to a chain of Ethereum's kind: Polygon, its test
// network, a local one, or one inside this process, all through the same client
// and told apart by URL alone. It knows our contracts, deploys them on a chain
// of our own, and signs with one key.
//
// It decides nothing: what is sent and when is service/recorder's.
package chain
