// Package forecast holds what forecasts of hourly series have in common: the
// panel of days that a forecaster may see, the naive rules that every forecast
// is measured against, combinations, and scores.
//
// The forecasters themselves are in packages of their own (lear, trees, network,
// peak), as is what turns points into quantiles and scenarios (quantile). It is
// not for reading files, keeping schedules or storing forecasts.
package forecast
