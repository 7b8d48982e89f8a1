// Package mpc is a policy that plans two days ahead at every decision, over many
// ways in which the price may go, and carries out the first interval: rolling
// stochastic model predictive control. In every scenario each class of machines
// is scheduled exactly, classes meet in the prices of the limits that they share,
// and the interval to be decided is common to all scenarios.
//
// What a scenario knows of its own future is more than can be known, so that the
// worth of waiting is somewhat too high; the back-test says what that costs.
//
// It is not for making the forecasts, which the snapshot carries.
package mpc
