// Package dispatch turns a plan in megawatts into what single machines are told:
// which of them run, at which level, in which order they are woken and how fast.
// Everything here is a pure function of what is known of the machines, so that
// the same knowledge and the same seed give the same orders.
//
// It is not for deciding how many megawatts there should be (core/policy) nor
// for talking to machines (adapter/miner) or waiting for them (service/fleet).
package dispatch
