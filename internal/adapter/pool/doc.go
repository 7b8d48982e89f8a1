// Package pool reads accounts at mining pools: their workers, hashrates,
// rewards, payouts and what the pool says of itself, in common units.
//
// Pools count the requests of an address, whoever makes them, and some ban one
// that asks too often: all accounts of a pool share one queue. It routes no
// hashrate and judges no figure.
package pool
