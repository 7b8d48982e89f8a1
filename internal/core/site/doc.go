// Package site says what an operator owns and what state it is in: asset
// classes with their power curves, contracts, limits, the plan for an interval,
// and the orders that bind it. States are values; transitions return new ones.
//
// It is not for deciding (package policy), for money (package settle), or for
// talking to machines.
package site
