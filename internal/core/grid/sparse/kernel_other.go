//go:build !amd64

package sparse

func fastest() kernel { return portable{} }
