// Package sparse is direct linear algebra on the graph of a network: an
// elimination order, LU by blocks of two by two, LDL of symmetric matrices, and
// a general LU with pivoting for what the others refuse.
//
// It knows nothing of power. Patterns are symmetric and in compressed rows:
// row i has the columns col[ptr[i]:ptr[i+1]], the diagonal among them.
package sparse

import "slices"

// MinimumDegree is an elimination order of a graph that keeps fill low: the
// node with the fewest neighbours left goes next, of equals the one that came
// to that degree last. Source: Rose 1972, "A graph-theoretic study of the
// numerical solution of sparse positive definite systems"; Tinney and Walker
// 1967, scheme 2.
func MinimumDegree(ptr, col []int32) []int32 {
	n := len(ptr) - 1
	order := make([]int32, 0, n)
	g := newQuotient(ptr, col)
	for len(order) < n {
		v := g.least()
		order = append(order, v)
		g.remove(v)
	}
	return order
}

// quotient is the graph that elimination works on: neighbours not yet
// eliminated, and the nodes by degree.
type quotient struct {
	neighbours [][]int32
	gone       []bool
	mark       []int32
	stamp      int32
	buckets    [][]int32 // nodes by degree; stale entries are skipped
	lowest     int
}

func newQuotient(ptr, col []int32) *quotient {
	n := len(ptr) - 1
	g := &quotient{neighbours: make([][]int32, n), gone: make([]bool, n), mark: make([]int32, n)}
	for v := range n {
		for _, u := range col[ptr[v]:ptr[v+1]] {
			if u != int32(v) {
				g.neighbours[v] = append(g.neighbours[v], u)
			}
		}
	}
	for v := n - 1; v >= 0; v-- {
		g.file(int32(v))
	}
	return g
}

func (g *quotient) file(v int32) {
	degree := len(g.neighbours[v])
	for len(g.buckets) <= degree {
		g.buckets = append(g.buckets, nil)
	}
	g.buckets[degree] = append(g.buckets[degree], v)
	g.lowest = min(g.lowest, degree)
}

func (g *quotient) least() int32 {
	for {
		bucket := g.buckets[g.lowest]
		if len(bucket) == 0 {
			g.lowest++
			continue
		}
		v := bucket[len(bucket)-1]
		g.buckets[g.lowest] = bucket[:len(bucket)-1]
		if !g.gone[v] && len(g.neighbours[v]) == g.lowest {
			return v
		}
	}
}

// remove takes v out and connects its neighbours with each other.
func (g *quotient) remove(v int32) {
	g.gone[v] = true
	around := g.neighbours[v]
	for _, u := range around {
		g.stamp++
		kept := g.neighbours[u][:0]
		for _, w := range g.neighbours[u] {
			if w != v {
				kept = append(kept, w)
				g.mark[w] = g.stamp
			}
		}
		g.mark[u] = g.stamp
		for _, w := range around {
			if g.mark[w] != g.stamp {
				kept = append(kept, w)
			}
		}
		g.neighbours[u] = kept
		g.file(u)
	}
	g.neighbours[v] = nil
}

// inverse is the position of each node in an order; nil for nil.
func inverse(order []int32) []int32 {
	if order == nil {
		return nil
	}
	at := make([]int32, len(order))
	for k, node := range order {
		at[node] = int32(k)
	}
	return at
}

// fill is the pattern of the upper factor by rows, by position, columns
// ascending: what a node is coupled to among those that come after it, and
// what the nodes that come before it and couple to it first leave behind.
// A nil order is the nodes' own.
func fill(ptr, col, order, at []int32) (uptr, ucol []int32) {
	n := len(ptr) - 1
	uptr = make([]int32, n+1)
	children := make([][]int32, n)
	seen := make([]int32, n)
	for k := range int32(n) {
		node := k
		if order != nil {
			node = order[k]
		}
		from := len(ucol)
		add := func(j int32) {
			if j > k && seen[j] != k+1 {
				seen[j] = k + 1
				ucol = append(ucol, j)
			}
		}
		for _, j := range col[ptr[node]:ptr[node+1]] {
			if at != nil {
				j = at[j]
			}
			add(j)
		}
		for _, c := range children[k] {
			for _, j := range ucol[uptr[c]:uptr[c+1]] {
				add(j)
			}
		}
		row := ucol[from:]
		slices.Sort(row)
		uptr[k+1] = int32(len(ucol))
		if len(row) > 0 {
			children[row[0]] = append(children[row[0]], k)
		}
	}
	return uptr, ucol
}
