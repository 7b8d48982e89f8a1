package work

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// balance holds voltages against a network quickly. Buses have places by their
// number of neighbours, so that the machine guesses where rows end; that is most
// of what there is to gain.
type balance struct {
	ptr, col []int32   // per place and entry: the entries of a row, their columns' places
	y        []float64 // per entry: G and B
	v        []float64 // per place: real and imaginary part
	ask      []float64 // per place: P, -Q and, twice, the middle of the band of the squared magnitude
	slack    []float64 // per place: how far each may be off
	worst    [4]float64

	net    *grid.Network
	want   asked
	place  []int32      // of each bus
	volts  []complex128 // per bus
	kernel func(*balance)
}

// free is how far off may be what is not asked.
const free = 1e300

func newBalance(net *grid.Network, want asked) *balance {
	n := net.N()
	b := &balance{
		net: net, place: make([]int32, n), volts: make([]complex128, n), kernel: fastest(),
		ptr: make([]int32, 1, n+1), v: make([]float64, 2*n), ask: make([]float64, 4*n), slack: make([]float64, 4*n),
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	y := &net.Y
	slices.SortStableFunc(order, func(i, j int) int { return int(y.Ptr[i+1] - y.Ptr[i] - y.Ptr[j+1] + y.Ptr[j]) })
	for at, bus := range order {
		b.place[bus] = int32(at)
	}
	for _, bus := range order {
		for k := y.Ptr[bus]; k < y.Ptr[bus+1]; k++ {
			b.col, b.y = append(b.col, b.place[y.Col[k]]), append(b.y, y.G[k], y.B[k])
		}
		b.ptr = append(b.ptr, int32(len(b.col)))
	}
	b.aim(want)
	return b
}

// aim sets what is asked of the buses of the same network.
func (b *balance) aim(want asked) {
	b.want = want
	for bus, at := range b.place {
		low, high := LowestVm-Tolerance, HighestVm+Tolerance
		slackP, slackQ := Tolerance, Tolerance
		switch b.net.Bus.Kind[bus] {
		case grid.PQ:
		case grid.PV:
			if slackQ = free; want.most != nil {
				break // its voltage goes with its limits, and is looked at apart
			}
			low, high, slackQ = max(low, want.vm[bus]-Tolerance), min(high, want.vm[bus]+Tolerance), free
		default:
			slackP, slackQ = free, free // its phasor is held against the case's apart
		}
		middle, half := (high*high+low*low)/2, (high*high-low*low)/2
		copy(b.ask[4*at:], []float64{want.p[bus], -want.q[bus], middle, middle})
		copy(b.slack[4*at:], []float64{slackP, slackQ, half, half})
	}
}

// read takes voltages as [Solution.Encode] wrote them. They are good until the
// next are read.
func (b *balance) read(raw []byte) ([]complex128, error) {
	if len(raw) != 16*len(b.volts) {
		return nil, fmt.Errorf("%w: %d bytes for %d buses, want %d", ErrWrong, len(raw), len(b.volts), 16*len(b.volts))
	}
	for i, at := range b.place {
		pair := raw[16*i : 16*i+16 : 16*i+16]
		e, f := float64(int64(binary.BigEndian.Uint64(pair)))*Quantum, float64(int64(binary.BigEndian.Uint64(pair[8:])))*Quantum
		b.volts[i] = complex(e, f)
		b.v[2*at], b.v[2*at+1] = e, f
	}
	return b.volts, nil
}

// check holds the voltages that were read against the network without one
// branch. What fails is named by looking again, slowly.
func (b *balance) check(out int) error {
	if out != none {
		defer b.lose(out)()
	}
	b.kernel(b)
	kept := slices.Max(b.worst[:]) <= 0
	for i, kind := range b.net.Bus.Kind {
		switch {
		case kind == grid.PQ || kind == grid.PV && b.want.most == nil:
		case kind == grid.PV:
			re, im := current(b.net, out, i, b.volts)
			x := b.volts[i]
			kept = kept && b.want.controlled(b.net, i, math.Sqrt(squared(x)), imag(x)*re-real(x)*im) == nil
		default:
			kept = kept && referenceKept(b.net, b.want, i, b.volts[i])
		}
	}
	if kept {
		return nil
	}
	return check(b.net, b.want, out, b.volts)
}

// lose takes a branch out of the admittances and gives the way to put it back.
func (b *balance) lose(out int) (back func()) {
	br := &b.net.Branch
	f, t := b.place[br.From[out]], b.place[br.To[out]]
	var at [4]int
	var was [4][2]float64
	for i, e := range [4]struct {
		row, col int32
		y        complex128
	}{{f, f, br.Yff[out]}, {f, t, br.Yft[out]}, {t, f, br.Ytf[out]}, {t, t, br.Ytt[out]}} {
		k := int(b.ptr[e.row]) + slices.Index(b.col[b.ptr[e.row]:b.ptr[e.row+1]], e.col)
		at[i], was[i] = k, [2]float64{b.y[2*k], b.y[2*k+1]}
		b.y[2*k] -= real(e.y)
		b.y[2*k+1] -= imag(e.y)
	}
	return func() {
		for i, k := range at {
			b.y[2*k], b.y[2*k+1] = was[i][0], was[i][1]
		}
	}
}

// evaluate is the kernel in Go: worst is how far anything is off beyond what it
// may be, and zero where nothing is.
func (b *balance) evaluate() {
	b.worst = [4]float64{}
	for at := range b.place {
		var re, im float64
		for k := b.ptr[at]; k < b.ptr[at+1]; k++ {
			e, f := b.v[2*b.col[k]], b.v[2*b.col[k]+1]
			g, s := b.y[2*k], b.y[2*k+1]
			re += g*e - s*f
			im += g*f + s*e
		}
		e, f := b.v[2*at], b.v[2*at+1]
		square := e*e + f*f
		for i, x := range [4]float64{e*re + f*im, e*im - f*re, square, square} {
			b.worst[i] = max(b.worst[i], math.Abs(x-b.ask[4*at+i])-b.slack[4*at+i])
		}
	}
}
