// Package miners is bitcoin miners that are not real: each listens on loopback,
// speaks its firmware's protocol with the framing, errors and bad habits that the
// real one has, and draws power, hashes, warms up, ramps, tunes and fails as one
// does. It is written from the protocols and shares nothing with the drivers that
// it stands opposite, so that the two can disagree.
//
// It hashes nothing, and its latencies are those that makers and users state, not
// measurements of ours.
package miners
