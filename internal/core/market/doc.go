// Package market says what is known of the outside at one moment: observations
// with their source and times, and the [Snapshot] that a decision is made from.
//
// It is not for fetching or storing anything, and it holds no opinion about
// what to do: those are the adapters' and the policies' work.
package market
