// Package optimize schedules assets over time: exactly, one by one, by dynamic
// programming over their states (off and resting, on at a level and since when,
// starts used today), and several together under the limits that they share by
// Lagrangian prices on those limits, with a repair that makes the schedule
// feasible and a bound that says how far from the optimum it can be at most.
//
// Everything counts iterations and never time, and products are rounded before
// they are added, so that the same problem gives the same schedule on every
// machine. Sources: Fisher 1981, "The Lagrangian relaxation method for solving
// integer programming problems", for prices, steps and bound; Polyak 1969,
// "Minimization of unsmooth functionals", for the length of the steps.
//
// It knows nothing of prices of energy, of sites or of what a megawatt does.
package optimize
