//go:build !amd64

package contingency

// fastest are the quickest kernels that this machine can run.
func fastest() kernels { return portable{} }
