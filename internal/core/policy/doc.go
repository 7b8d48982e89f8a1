// Package policy turns what is known and what is owned into a plan, with its
// reasons: simple rules, exact dynamic programming, and [Guard], which has the
// last word over all of them.
//
// Policies are pure functions of their [Input]; the same input gives the same
// plan to the bit. They neither read clocks nor talk to anything.
package policy
