package taskmarket

import "github.com/pouw-dem/pouwdem/internal/core/proof"

// roots are the first roots of tasks that are being checked: one is final, so that
// nobody who has seen a sample, or sends several at once, is sampled again.
type roots map[proof.Hash]proof.Hash

// mostRoots bounds what is remembered of tasks that were never closed here.
const mostRoots = 10_000

// first reports whether a root is the first of its task, or the same again.
func (m *Market) first(task, root proof.Hash) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if had, ok := m.roots[task]; ok {
		return had == root
	}
	if len(m.roots) >= mostRoots {
		clear(m.roots)
	}
	m.roots[task] = root
	return true
}

// forget lets another operator's root be the first.
func (m *Market) forget(task proof.Hash) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.roots, task)
}
