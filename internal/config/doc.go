// Package config is the one typed configuration of the program: defaults, a
// strict YAML file, the environment and flags, in rising precedence, with
// references to secrets instead of secrets, and a note of where each value came
// from. The defaults are the commented example itself (example.yaml), so that
// the two cannot differ.
//
// It is not for opening, connecting or starting anything.
package config
