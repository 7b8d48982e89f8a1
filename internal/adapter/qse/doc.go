// Package qse is the way to the scheduling entity (QSE) that stands between a
// site and ERCOT: offers and awards over HTTP, and a Modbus/TCP server for its
// RTU, which reads telemetry every few seconds and writes awards, deployments
// and base points. Both are described in docs/participation.md.
//
// It decides nothing: package service/desk makes offers, and what the RTU writes
// takes the controller's fast path.
package qse
