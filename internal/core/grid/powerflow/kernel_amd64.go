package powerflow

import "golang.org/x/sys/cpu"

// fastest is the quickest kernel that this machine can run.
func fastest() func(*rows) {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return (*rows).evaluateVector
	}
	return (*rows).evaluate
}

// evaluateVector is the kernel in assembly: a block is one register. Every
// index was made by this package from a checked network.
func (r *rows) evaluateVector() {
	if len(r.diag) == 0 {
		return
	}
	evaluateAVX2(r)
}

//go:noescape
func evaluateAVX2(r *rows)
