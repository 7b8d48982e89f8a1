package contingency

import "github.com/pouw-dem/pouwdem/internal/core/grid"

// Bridges knows which single branches hold the network together, and what
// falls off without them. Two parallel branches are no bridge.
type Bridges struct {
	is    []bool
	order []int32 // buses in the order the search met them
	below []span  // of a bridge: the part that the search met behind it
	refs  []int32 // references among order[:i]

	islands []span // per island
	island  []int  // per branch
}

// span is a range of the search's order: an island, or what hangs on a bridge.
type span struct{ first, last int32 }

// FindBridges searches the graph of the branches in service depth first.
// Source: R. E. Tarjan, "A note on finding the bridges of a graph",
// Information Processing Letters 2 (1974), on a multigraph: what may not be
// used twice is the branch, not the pair of buses.
func FindBridges(net *grid.Network) *Bridges {
	s := &bridgeSearch{adjacency: newAdjacency(net)}
	n, m := net.N(), len(net.Branch.Row)
	b := &Bridges{is: make([]bool, m), below: make([]span, m), island: make([]int, m)}
	s.entered = make([]int32, n)
	s.low = make([]int32, n)
	s.via = make([]int32, n)
	s.next = make([]int32, n)
	for i := range s.entered {
		s.entered[i] = -1
	}
	b.order = make([]int32, 0, n)
	for root := range n {
		if s.entered[root] < 0 {
			s.run(b, int32(root))
		}
	}
	b.survey(net)
	return b
}

type bridgeSearch struct {
	adjacency
	entered, low, via, next []int32
	stack                   []int32
}

func (s *bridgeSearch) enter(b *Bridges, bus, via int32) {
	s.entered[bus] = int32(len(b.order))
	s.low[bus] = s.entered[bus]
	s.via[bus] = via
	s.next[bus] = s.ptr[bus]
	b.order = append(b.order, bus)
	s.stack = append(s.stack, bus)
}

func (s *bridgeSearch) run(b *Bridges, root int32) {
	s.enter(b, root, -1)
	for len(s.stack) > 0 {
		bus := s.stack[len(s.stack)-1]
		if s.next[bus] < s.ptr[bus+1] {
			e := s.next[bus]
			s.next[bus]++
			other, branch := s.bus[e], s.branch[e]
			switch {
			case branch == s.via[bus]:
			case s.entered[other] < 0:
				s.enter(b, other, branch)
			default:
				s.low[bus] = min(s.low[bus], s.entered[other])
			}
			continue
		}
		s.stack = s.stack[:len(s.stack)-1]
		if len(s.stack) == 0 {
			return
		}
		parent := s.stack[len(s.stack)-1]
		s.low[parent] = min(s.low[parent], s.low[bus])
		if s.low[bus] > s.entered[parent] {
			k := s.via[bus]
			b.is[k] = true
			b.below[k] = span{s.entered[bus], int32(len(b.order))}
		}
	}
}

// survey notes, per island, where the search met it and its references.
func (b *Bridges) survey(net *grid.Network) {
	b.refs = make([]int32, len(b.order)+1)
	b.islands = make([]span, net.Islands)
	for at, bus := range b.order {
		part := &b.islands[net.Island[bus]]
		if part.last == 0 {
			part.first = int32(at)
		}
		part.last = int32(at) + 1
		b.refs[at+1] = b.refs[at]
		if net.Bus.Kind[bus] == grid.Ref {
			b.refs[at+1]++
		}
	}
	for k, f := range net.Branch.From {
		b.island[k] = net.Island[f]
	}
}

// Is reports whether branch k (internal number) is a bridge.
func (b *Bridges) Is(k int) bool { return b.is[k] }

// CutOff lists the internal buses that no reference reaches any more without
// branch k. It is empty where k is no bridge, where both sides have a
// reference of their own, and in an island that has none anyway.
func (b *Bridges) CutOff(k int) []int {
	if !b.is[k] {
		return nil
	}
	below, whole := b.below[k], b.islands[b.island[k]]
	inside, all := b.references(below), b.references(whole)
	switch {
	case all == 0 || 0 < inside && inside < all:
		return nil
	case inside == 0:
		return toInts(b.order[below.first:below.last])
	default:
		return append(toInts(b.order[whole.first:below.first]), toInts(b.order[below.last:whole.last])...)
	}
}

func (b *Bridges) references(s span) int32 { return b.refs[s.last] - b.refs[s.first] }

func toInts(in []int32) []int {
	out := make([]int, len(in))
	for i, v := range in {
		out[i] = int(v)
	}
	return out
}

// adjacency lists the branches at each bus.
type adjacency struct {
	ptr, bus, branch []int32
}

func newAdjacency(net *grid.Network) adjacency {
	n, m := net.N(), len(net.Branch.Row)
	a := adjacency{ptr: make([]int32, n+1), bus: make([]int32, 2*m), branch: make([]int32, 2*m)}
	for k := range m {
		a.ptr[net.Branch.From[k]+1]++
		a.ptr[net.Branch.To[k]+1]++
	}
	for i := range n {
		a.ptr[i+1] += a.ptr[i]
	}
	fill := append([]int32(nil), a.ptr[:n]...)
	put := func(i, j, k int) {
		a.bus[fill[i]], a.branch[fill[i]] = int32(j), int32(k)
		fill[i]++
	}
	for k := range m {
		put(net.Branch.From[k], net.Branch.To[k], k)
		put(net.Branch.To[k], net.Branch.From[k], k)
	}
	return a
}

// reach walks the network without some of its branches.
type reach struct {
	adjacency
	live  []int // buses of islands that have a reference
	refs  []int
	seen  []bool
	stack []int32
}

func newReach(net *grid.Network, a adjacency) *reach {
	r := &reach{adjacency: a, refs: net.Refs(), seen: make([]bool, net.N())}
	hasRef := make([]bool, net.Islands)
	for _, i := range r.refs {
		hasRef[net.Island[i]] = true
	}
	for i := range net.N() {
		if hasRef[net.Island[i]] {
			r.live = append(r.live, i)
		}
	}
	return r
}

// cutOff lists the buses cut off by the loss of the branches (internal
// numbers).
func (r *reach) cutOff(lost []int) []int {
	r.spread(lost, r.refs...)
	var cut []int
	for _, i := range r.live {
		if !r.seen[i] {
			cut = append(cut, i)
		}
	}
	return cut
}

// connected reports whether two buses still find each other without the lost
// branches.
func (r *reach) connected(from, to int, lost ...int) bool {
	r.spread(lost, from)
	return r.seen[to]
}

func (r *reach) spread(lost []int, roots ...int) {
	clear(r.seen)
	r.stack = r.stack[:0]
	for _, i := range roots {
		r.seen[i] = true
		r.stack = append(r.stack, int32(i))
	}
	for len(r.stack) > 0 {
		i := r.stack[len(r.stack)-1]
		r.stack = r.stack[:len(r.stack)-1]
		for e := r.ptr[i]; e < r.ptr[i+1]; e++ {
			if j := r.bus[e]; !r.seen[j] && !contains(lost, r.branch[e]) {
				r.seen[j] = true
				r.stack = append(r.stack, j)
			}
		}
	}
}

func contains(list []int, k int32) bool {
	for _, v := range list {
		if v == int(k) {
			return true
		}
	}
	return false
}
