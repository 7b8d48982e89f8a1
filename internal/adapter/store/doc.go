// Package store keeps everything that must survive a restart: market
// observations with their revisions, decisions with their inputs, settlements
// and their sums, commands, meter readings, orders, the outbox and the audit
// trail. The same SQL runs on SQLite, in one file, and on PostgreSQL.
//
// Every write is one transaction, and writers take turns on both engines, so
// that a crash at any moment leaves a whole state and a reader of the outbox
// meets its rows in order. Times are stored as Unix microseconds, UTC; money as
// micro-dollars.
//
// It is not for deciding what is true or when: keys, versions and times come
// from its callers.
package store
