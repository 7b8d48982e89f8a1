// Package env is a site as an agent sees it: what of a snapshot and a state it
// is shown, which operating modes it may choose from, and what each interval
// earned. Time passes by core/episode's Step, so that what is learned is what
// is run.
//
// It is not for where the intervals come from: a [Course] is handed in, of
// recorded history or of the simulated world.
package env
