// Package secagg adds up vectors that nobody shows: a coordinator learns the sum
// of what the surviving members of a group handed in, and nothing else of it.
//
// It is the protocol of Bonawitz et al. (Practical Secure Aggregation for
// Privacy-Preserving Machine Learning, CCS 2017) in its form against an active
// coordinator, with the sparse graph of Bell et al. (CCS 2020) above
// [CompleteUpTo] members. Six steps, each one message of a member:
//
//	join     countersign the terms, commit to a nonce, and show a box key
//	keys     show the nonce and a mask key, and make channels to others' box keys
//	shares   the mask key and the seed of the self mask, in Shamir shares, sealed
//	masked   the input under all masks
//	agree    sign the list of those whose masked input arrived, and vouch for it
//	unmask   of each neighbour either the share of its seed or of its mask key
//
// Terms bind the roster, the hash of the global model and the quantiser; the
// context of an attempt adds every member's nonce, and goes into every key and
// signature. All is pure: a [Member] and a [Server] turn messages into messages,
// and whoever calls them stores what comes out before sending it.
//
// It is not for transport, nor for deciding what the vectors mean, and it
// protects no aggregate: what the sum itself tells is for package privacy.
package secagg
