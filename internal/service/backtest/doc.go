// Package backtest runs policies over the past of one site and says what each
// would have earned: the same step, guard and settlement as in live running,
// with every price visible only once it had been published.
//
// It is not for reading files (package history and the ERCOT adapter do that)
// and keeps nothing: a study goes in, a report comes out.
package backtest
