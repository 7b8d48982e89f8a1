// Package hashwork is the arithmetic of Bitcoin's proof of work: difficulties
// and targets, headers, coinbases, merkle branches, and whether a share of work
// is worth what it was asked for.
//
// It speaks no protocol, keeps no jobs and knows no pool. What is on the chain
// is the business of others; here are only the sums. Hashes are in the byte
// order in which they are computed; the order in which people print them is the
// other way round.
package hashwork
