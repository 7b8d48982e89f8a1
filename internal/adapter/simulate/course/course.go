// Package course is a simulated load's power over time, as straight lines between
// turns, so that its energy is exact however seldom it is asked. It knows no
// machine, and no unit: power is in the load's own.
package course

import "time"

// Turn is a moment at which the power begins to go elsewhere.
type Turn struct {
	At    time.Time
	Power float64
}

// Course is the way from the newest reckoning on, ascending in time and never
// empty; the last turn's power holds.
type Course []Turn

// From is a course that holds a power from at on.
func From(at time.Time, power float64) Course { return Course{{at, power}} }

// To is the course led on in a straight line to a power at a later moment.
func (c Course) To(at time.Time, power float64) Course { return append(c, Turn{at, power}) }

// At is the power at t, no earlier than the first turn.
func (c Course) At(t time.Time) float64 {
	last := c[0]
	for _, next := range c[1:] {
		if t.Before(next.At) {
			f := t.Sub(last.At).Seconds() / next.At.Sub(last.At).Seconds()
			return last.Power + f*(next.Power-last.Power)
		}
		last = next
	}
	return last.Power
}

// Reckon is the energy from since to now, in the unit of power times hours, and
// the course from now on.
func (c Course) Reckon(since, now time.Time) (energy float64, rest Course) {
	at, power := since, c.At(since)
	end := c.At(now)
	rest = From(now, end)
	for _, next := range c {
		switch {
		case !next.At.After(at):
		case next.At.After(now):
			rest = append(rest, next)
		default:
			energy += (power + next.Power) / 2 * next.At.Sub(at).Hours()
			at, power = next.At, next.Power
		}
	}
	return energy + (power+end)/2*now.Sub(at).Hours(), rest
}
