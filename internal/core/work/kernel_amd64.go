package work

import "golang.org/x/sys/cpu"

// fastest is the quickest kernel that this machine can run.
func fastest() func(*balance) {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return (*balance).evaluateVector
	}
	return (*balance).evaluate
}

// evaluateVector is the kernel in assembly. Every index was made by this package
// from a checked network.
func (b *balance) evaluateVector() {
	b.worst = [4]float64{}
	if len(b.place) > 0 {
		evaluateAVX2(b)
	}
}

//go:noescape
func evaluateAVX2(b *balance)
