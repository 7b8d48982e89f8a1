// Package simulate speaks the protocols of the outside for a simulated world:
// ERCOT's Public API, dashboards and report lists, mempool.space, the MARA
// hackathon, a feed of GPU prices, and the agents of machine groups. It is
// written from those protocols and shares nothing with the clients that it
// serves, so that it can disagree with them. It can also misbehave on demand.
//
// It listens on loopback, knows no real credentials and decides nothing.
package simulate
