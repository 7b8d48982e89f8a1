package powerflow

import (
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// reordered is a network with its buses numbered in another order: bus
// order[k] of the given one is bus k. What does not name buses is shared. A
// solver works in the order of elimination, so that it walks through memory
// from one end to the other.
func reordered(net *grid.Network, order, at []int32) *grid.Network {
	out := *net
	b := net.Bus
	out.Bus = grid.BusArrays{
		Row: pick(b.Row, order), Kind: pick(b.Kind, order), Pd: pick(b.Pd, order), Qd: pick(b.Qd, order),
		Gs: pick(b.Gs, order), Bs: pick(b.Bs, order), ZipP: pick(b.ZipP, order), ZipI: pick(b.ZipI, order),
		Vm: pick(b.Vm, order), Va: pick(b.Va, order), Index: make(map[int]int, len(b.Index)),
	}
	for id, bus := range b.Index {
		out.Bus.Index[id] = int(at[bus])
	}
	out.Island, out.Dead = pick(net.Island, order), renumbered(net.Dead, at)
	out.Gen.Bus = renumbered(net.Gen.Bus, at)
	out.Branch.From, out.Branch.To = renumbered(net.Branch.From, at), renumbered(net.Branch.To, at)
	out.Y = reorderedAdmittance(net.Y, order, at)
	return &out
}

func reorderedAdmittance(y grid.Admittance, order, at []int32) grid.Admittance {
	n, m := len(order), len(y.Col)
	out := grid.Admittance{
		Ptr: make([]int32, 1, n+1), Col: make([]int32, 0, m), Diag: make([]int32, n),
		G: make([]float64, 0, m), B: make([]float64, 0, m),
	}
	var row []int32 // entries of the given row, by their new column
	for k, bus := range order {
		row = row[:0]
		for p := y.Ptr[bus]; p < y.Ptr[bus+1]; p++ {
			row = append(row, p)
		}
		slices.SortFunc(row, func(a, b int32) int { return int(at[y.Col[a]]) - int(at[y.Col[b]]) })
		for _, p := range row {
			if y.Col[p] == bus {
				out.Diag[k] = int32(len(out.Col))
			}
			out.Col = append(out.Col, at[y.Col[p]])
			out.G, out.B = append(out.G, y.G[p]), append(out.B, y.B[p])
		}
		out.Ptr = append(out.Ptr, int32(len(out.Col)))
	}
	return out
}

// pick is the values in another order; nil for nil.
func pick[T any](values []T, order []int32) []T {
	if values == nil {
		return nil
	}
	out := make([]T, len(order))
	for k, from := range order {
		out[k] = values[from]
	}
	return out
}

func renumbered(buses []int, at []int32) []int {
	out := make([]int, len(buses))
	for k, bus := range buses {
		out[k] = int(at[bus])
	}
	return out
}
