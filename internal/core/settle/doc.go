// Package settle says what an interval earned: energy against its contract,
// mining, inference, reserve, starts, each a line; the parts add up to the
// whole to the micro-dollar.
//
// It is not for deciding, and it invents no revenue: a use that nobody pays for
// settles at zero.
package settle
