// Package models holds the trained checkpoints that ship with the program, each
// in a folder with its card.
package models

import "embed"

// Files is NAME/policy.ckpt of every model.
//
//go:embed README.md */policy.ckpt
var Files embed.FS

// FederationStudy is what training together was worth when it was last measured
// for the documentation (pouwdem federate study --out).
//
//go:embed federation-study.json
var FederationStudy []byte
