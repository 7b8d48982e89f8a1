package sparse

import (
	"errors"
	"slices"
)

// ErrSingular is a matrix that cannot be factored: a pivot is zero or no
// number.
var ErrSingular = errors.New("matrix is singular")

// ErrPivot is a matrix on which elimination without pivoting would lose its
// digits. [FactorLU] may still factor it.
var ErrPivot = errors.New("pivots grow too much")

// growthLimit is the ratio of the largest entry met to the largest given
// beyond which digits are lost.
const growthLimit = 1e8

// Blocks is the symbolic LU of a matrix of 2x2 blocks with a symmetric block
// pattern. It is found once per pattern, never changes, and is shared by the
// factors that are made from it.
//
// A factor keeps its blocks in one array: the diagonal, then the upper factor
// by rows, then its mirror image, the lower factor by columns.
type Blocks struct {
	n     int
	order []int32 // nil: the nodes' own
	at    []int32
	place []int32 // by entry of the pattern: its block
	uptr  []int32 // by position: upper entries, columns ascending
	ucol  []int32
	// pair lists, pivot by pivot, the upper entry (i, j) for every two columns
	// i < j of the pivot's row: where eliminating the pivot adds to, there and
	// in the mirror.
	pair []uint32
	lptr []int32 // the lower factor by rows
	lcol []int32
	lrow []int32 // by entry of lcol: the upper entry whose mirror it is
}

// AnalyzeBlocks orders the pattern and finds its fill.
func AnalyzeBlocks(ptr, col []int32) *Blocks { return analyze(ptr, col, MinimumDegree(ptr, col)) }

// AnalyzeOrdered finds the fill of a pattern whose nodes are eliminated in
// their own order. Where [AnalyzeBlocks] permutes at every turn, nothing moves.
func AnalyzeOrdered(ptr, col []int32) *Blocks { return analyze(ptr, col, nil) }

func analyze(ptr, col, order []int32) *Blocks {
	s := &Blocks{n: len(ptr) - 1, order: order, at: inverse(order)}
	s.uptr, s.ucol = fill(ptr, col, order, s.at)
	s.lptr, s.lcol = transpose(s.n, s.uptr, s.ucol)
	s.lrow = make([]int32, len(s.lcol))
	next := slices.Clone(s.lptr)
	for p, j := range s.ucol {
		s.lrow[next[j]] = int32(p)
		next[j]++
	}
	s.findPlaces(ptr, col)
	s.findPairs()
	return s
}

func (s *Blocks) position(node int32) int32 {
	if s.at == nil {
		return node
	}
	return s.at[node]
}

// upper is the entry (i, j) of the upper factor, i < j.
func (s *Blocks) upper(i, j int32) int32 {
	k, _ := slices.BinarySearch(s.ucol[s.uptr[i]:s.uptr[i+1]], j)
	return s.uptr[i] + int32(k)
}

func (s *Blocks) findPlaces(ptr, col []int32) {
	s.place = make([]int32, len(col))
	n, m := int32(s.n), int32(len(s.ucol))
	for node := range n {
		i := s.position(node)
		for p := ptr[node]; p < ptr[node+1]; p++ {
			switch j := s.position(col[p]); {
			case i == j:
				s.place[p] = i
			case i < j:
				s.place[p] = n + s.upper(i, j)
			default:
				s.place[p] = n + m + s.upper(j, i)
			}
		}
	}
}

func (s *Blocks) findPairs() {
	count := 0
	for k := range s.n {
		m := int(s.uptr[k+1] - s.uptr[k])
		count += m * (m - 1) / 2
	}
	s.pair = make([]uint32, 0, count)
	for k := range s.n {
		row := s.ucol[s.uptr[k]:s.uptr[k+1]]
		for a, i := range row {
			p := s.uptr[i]
			for _, j := range row[a+1:] {
				for s.ucol[p] != j {
					p++
				}
				s.pair = append(s.pair, uint32(p))
			}
		}
	}
}

// Order is the elimination order: Order()[k] is the node eliminated k-th.
func (s *Blocks) Order() []int32 {
	if s.order != nil {
		return s.order
	}
	order := make([]int32, s.n)
	for k := range order {
		order[k] = int32(k)
	}
	return order
}

// Lower is the pattern of the unit lower factor by rows, in elimination order:
// row k has the columns col[ptr[k]:ptr[k+1]], ascending, all below k. It is
// shared, not to be written.
func (s *Blocks) Lower() (ptr, col []int32) { return s.lptr, s.lcol }

// Upper is the pattern of the upper factor without its diagonal, by rows, in
// elimination order, columns ascending. It is the transpose of [Blocks.Lower],
// shared, not to be written.
func (s *Blocks) Upper() (ptr, col []int32) { return s.uptr, s.ucol }

// transpose is the pattern by columns, each with its rows ascending.
func transpose(n int, ptr, col []int32) (tptr, trow []int32) {
	tptr = make([]int32, n+1)
	for _, c := range col {
		tptr[c+1]++
	}
	for k := range n {
		tptr[k+1] += tptr[k]
	}
	trow = make([]int32, len(col))
	next := slices.Clone(tptr[:n])
	for r := range n {
		for _, c := range col[ptr[r]:ptr[r+1]] {
			trow[next[c]] = int32(r)
			next[c]++
		}
	}
	return tptr, trow
}
