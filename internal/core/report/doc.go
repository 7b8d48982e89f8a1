// Package report turns stored records into views: the JSON that the API serves
// and the dashboard shows. Every function is pure; times, ages and limits are
// arguments.
//
// Conventions of the views: units are in the field names (power_mw,
// usd_per_mwh, age_s), instants end in _utc, an unknown number is null and
// never zero, a list is never null, and what may be simulated says so.
//
// It is not for deciding, for settling or for reading stores.
package report
