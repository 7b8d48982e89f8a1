package contingency

import (
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/sparse"
)

// frame is a network laid out in the order of elimination, so that every loop
// of the study walks through memory in one direction. A position is a bus's
// place in that order. The frame is shared by all workers and never changes.
type frame struct {
	net    *grid.Network
	blocks *sparse.Blocks
	order  []int32 // position to bus
	place  []int32 // bus to position

	yPtr, yCol []int32 // Ybus by positions
	y          [][2]float64

	lowerPtr, lowerCol []int32
	upperPtr, upperCol []int32
	mirror             []int32 // of an upper entry (i, j): where (j, i) is in the lower factor
	parent             []int32 // elimination tree; -1 at a root

	kind    []grid.BusType // by position
	at      []ends
	weights []weights
	bands   []band
	dead    []int32 // positions without voltage, ascending
}

// bandMargin keeps a set point that equals its limit from being counted as
// outside for its last digit.
const bandMargin = 1e-6

func newFrame(net *grid.Network) *frame {
	f := &frame{net: net, blocks: sparse.AnalyzeBlocks(net.Y.Ptr, net.Y.Col)}
	f.order = f.blocks.Order()
	n := net.N()
	f.place = make([]int32, n)
	for at, bus := range f.order {
		f.place[bus] = int32(at)
	}
	f.lowerPtr, f.lowerCol = f.blocks.Lower()
	f.upperPtr, f.upperCol = f.blocks.Upper()
	f.mirrorFactors()
	f.permuteAdmittance()
	f.permuteBranches()
	f.kind = make([]grid.BusType, n)
	f.bands = make([]band, n)
	for at, bus := range f.order {
		f.kind[at] = net.Bus.Kind[bus]
		if f.kind[at] == grid.Isolated {
			f.dead = append(f.dead, int32(at))
		}
		row := net.Case.Buses[net.Bus.Row[bus]]
		low, high := math.Max(row.Vmin-bandMargin, 0), row.Vmax+bandMargin
		f.bands[at] = band{low * low, high * high}
	}
	return f
}

func (f *frame) n() int { return len(f.order) }

// mirrorFactors pairs the entries of the two factors and finds the tree: the
// parent of a row is its first upper entry.
func (f *frame) mirrorFactors() {
	f.mirror = make([]int32, len(f.upperCol))
	f.parent = make([]int32, f.n())
	next := append([]int32(nil), f.lowerPtr...)
	for i := range f.parent {
		f.parent[i] = -1
		if f.upperPtr[i] < f.upperPtr[i+1] {
			f.parent[i] = f.upperCol[f.upperPtr[i]]
		}
		// Rows come in ascending order, so each lower row fills from its left.
		for e := f.upperPtr[i]; e < f.upperPtr[i+1]; e++ {
			j := f.upperCol[e]
			f.mirror[e] = next[j]
			next[j]++
		}
	}
}

func (f *frame) permuteAdmittance() {
	y := &f.net.Y
	f.yPtr = make([]int32, 1, f.n()+1)
	for _, bus := range f.order {
		for e := y.Ptr[bus]; e < y.Ptr[bus+1]; e++ {
			f.yCol = append(f.yCol, f.place[y.Col[e]])
			f.y = append(f.y, [2]float64{y.G[e], y.B[e]})
		}
		f.yPtr = append(f.yPtr, int32(len(f.yCol)))
	}
}

func (f *frame) permuteBranches() {
	a := &f.net.Branch
	for k := range a.Row {
		f.at = append(f.at, ends{f.place[a.From[k]], f.place[a.To[k]]})
		perRate := 1 / a.RateA[k]
		f.weights = append(f.weights, weights{
			gff: real(a.Yff[k]), bff: imag(a.Yff[k]), gft: real(a.Yft[k]), bft: imag(a.Yft[k]),
			gtf: real(a.Ytf[k]), btf: imag(a.Ytf[k]), gtt: real(a.Ytt[k]), btt: imag(a.Ytt[k]),
			perRate2: perRate * perRate,
		})
	}
}

// free reports what the power flow may choose at a position: its angle, its
// magnitude.
func (f *frame) free(at int32) (angle, magnitude bool) {
	kind := f.kind[at]
	return kind == grid.PQ || kind == grid.PV, kind == grid.PQ
}
