// Package desk works out what a site offers to ERCOT's markets: which of its
// megawatts are worth what, what it costs to hold one of them ready, the curves
// that follow from that for the day ahead and within the day, and the current
// operating plan; and what of them is taken at given prices. It reads and writes
// them as CSV, for whoever carries them to ERCOT.
//
// It sends nothing, keeps nothing and knows no clock: package service/desk does.
package desk
