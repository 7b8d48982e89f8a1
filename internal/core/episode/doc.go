// Package episode is the one way in which time passes for a site: [Step]
// settles what has become settleable, lets Guard clamp the wish, and returns
// the next state. The live tick, back-tests and training all call it, so that
// what is scored is what is run.
package episode
