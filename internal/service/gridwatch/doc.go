// Package gridwatch studies the power network around the sites: between ticks
// it puts the system's load, wind and sun into a network, dispatches it, and
// finds the branches that bind, what a site's megawatt does to them, and how
// far the nearest violation is.
//
// It is not for the numerics (core/grid) nor for the decision: it carries the
// system's state into a study, and the study into the snapshots that decisions
// are made from.
package gridwatch
