//go:build !amd64

package powerflow

// fastest is the quickest kernel that this machine can run.
func fastest() func(*rows) { return (*rows).evaluate }
