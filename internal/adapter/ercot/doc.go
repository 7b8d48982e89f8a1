// Package ercot reads the Texas grid operator: its Public API (prices,
// ancillary services, forecasts, corrections and the archive), the dashboards
// and report files that it serves without a key, and the CSV files and yearly
// workbooks of its history. Everything becomes [market.Observation] values
// keyed by UTC, with the raw answers beside them.
//
// It is not for deciding what a price means, and it stores nothing.
package ercot
