// Package node drives a machine-group agent: the small HTTP service at a site
// that sets a group of like machines to a power target and reads its meters.
// The protocol is docs/device-agent.md.
//
// It is not for deciding targets, for retrying (the caller repeats a command
// with its request id) or for single machines, whose firmware the agent speaks.
package node
