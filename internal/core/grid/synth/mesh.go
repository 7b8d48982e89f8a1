package synth

import "container/heap"

// mesh is the graph of one voltage level while it is drawn.
type mesh struct {
	lines  [][]line
	joined map[[2]int]bool
	// Memory of within, by bus; a distance counts where its stamp is the
	// present one.
	distance []float64
	stamp    []int
	search   int
}

type line struct {
	to int
	km float64
}

func newMesh(buses int) *mesh {
	return &mesh{
		lines: make([][]line, buses), joined: make(map[[2]int]bool),
		distance: make([]float64, buses), stamp: make([]int, buses),
	}
}

func (m *mesh) join(a, b int, km float64) {
	m.joined[[2]int{min(a, b), max(a, b)}] = true
	m.lines[a] = append(m.lines[a], line{b, km})
	m.lines[b] = append(m.lines[b], line{a, km})
}

// within reports whether a way of at most km leads from a to b, by Dijkstra's
// search up to that distance.
func (m *mesh) within(a, b int, km float64) bool {
	m.search++
	m.distance[a], m.stamp[a] = 0, m.search
	queue := &frontier{{a, 0}}
	for queue.Len() > 0 {
		at := heap.Pop(queue).(line)
		if at.to == b {
			return true
		}
		if at.km > m.distance[at.to] {
			continue
		}
		for _, l := range m.lines[at.to] {
			far := at.km + l.km
			if far > km || (m.stamp[l.to] == m.search && m.distance[l.to] <= far) {
				continue
			}
			m.distance[l.to], m.stamp[l.to] = far, m.search
			heap.Push(queue, line{l.to, far})
		}
	}
	return false
}

// frontier is a heap of places by distance.
type frontier []line

func (f frontier) Len() int           { return len(f) }
func (f frontier) Less(i, j int) bool { return f[i].km < f[j].km }
func (f frontier) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }

// Push adds a place.
func (f *frontier) Push(x any) { *f = append(*f, x.(line)) }

// Pop removes the last place.
func (f *frontier) Pop() any {
	old := *f
	last := old[len(old)-1]
	*f = old[:len(old)-1]
	return last
}
