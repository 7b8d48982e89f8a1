// Package compute reads markets for computing: a generic feed of dollars per
// GPU-hour (docs/gpu-feed.md), and the API of the MARA hackathon of 2025, an
// economy with units of its own that is never mixed with dollars per MWh.
//
// It is not for running inference, for bidding or for importing files.
package compute
