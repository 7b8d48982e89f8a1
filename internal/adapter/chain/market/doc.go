// Package market speaks to the contracts beside the one that records decisions:
// the oracle, rewards, certificates and their exchange, futures, federation and
// the registry. It deploys them, and it reads and writes each in the terms of
// the core.
//
// It is not for deciding when (service/oracle, service/certifier): every call
// here is one step whose doing the contract's own state shows.
package market
