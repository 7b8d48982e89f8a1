// Package history reads series of the past from CSV files with one column per
// settlement point, product or figure, for back-tests: interval_start_utc is
// authoritative, an empty field is missing, and files may be gzip-compressed.
//
// It is not for ERCOT's own layouts, which the ERCOT adapter reads (see
// [ErrERCOTLayout]), and not for live feeds.
package history
