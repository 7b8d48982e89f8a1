package gridwatch

import (
	"cmp"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// tight is a branch near its limit, in the base case or after the loss of
// another. Branches are internal numbers of the network.
type tight struct {
	branch int
	outage int // -1: the base case
	flow   float64
	limit  float64 // both p.u.; flow keeps its sign
}

func (t tight) loading() float64 { return math.Abs(t.flow) / t.limit }

// screened is what outage distribution factors say about every single branch
// outage.
type screened struct {
	tightest  []tight // of each branch its worst, tightest first
	severity  []ranked
	outages   int
	islanding int
}

// ranked is an outage with the worst loading it leads to.
type ranked struct {
	branch int
	worst  float64
}

// screen goes over all single branch outages by outage distribution factors on
// the flows given (p.u., one per branch in service). Bridges are told apart
// first: what they cut off, nobody takes over.
func screen(net *grid.Network, linear *contingency.Linear, flows []float64) screened {
	out := screened{outages: len(flows)}
	worst := make([]tight, len(flows))
	for l, f := range flows {
		worst[l] = tight{branch: l, outage: -1, flow: f, limit: net.Branch.RateA[l]}
	}
	factors := make([]float64, len(flows))
	for k := range flows {
		if !linear.LODFColumn(k, factors) {
			out.islanding++
			continue
		}
		severity := 0.0
		for l, share := range factors {
			if l == k || math.IsInf(net.Branch.RateA[l], 1) {
				continue
			}
			after := tight{branch: l, outage: k, flow: flows[l] + share*flows[k], limit: net.Branch.RateA[l]}
			severity = max(severity, after.loading())
			if after.loading() > worst[l].loading() {
				worst[l] = after
			}
		}
		out.severity = append(out.severity, ranked{k, severity})
	}
	worst = slices.DeleteFunc(worst, func(t tight) bool { return math.IsInf(t.limit, 1) })
	slices.SortStableFunc(worst, func(a, b tight) int { return cmp.Compare(b.loading(), a.loading()) })
	slices.SortStableFunc(out.severity, func(a, b ranked) int { return cmp.Compare(b.worst, a.worst) })
	out.tightest = worst
	return out
}

// binding is a tight branch as a site at a bus sees it. Its shift factor is
// the change of the flow per MW of load at the bus that all load of the
// network gives up in proportion, so that it does not hang on the choice of a
// reference.
func binding(net *grid.Network, linear *contingency.Linear, t tight, bus int) market.Binding {
	row := make([]float64, net.N())
	linear.PTDFRow(t.branch, row)
	if t.outage >= 0 {
		lost, share := make([]float64, net.N()), make([]float64, len(net.Branch.Row))
		linear.PTDFRow(t.outage, lost)
		linear.LODFColumn(t.outage, share)
		for i := range row {
			row[i] += share[t.branch] * lost[i]
		}
	}
	var mean, load float64
	for i, pd := range net.Bus.Pd {
		if pd > 0 {
			mean += pd * row[i]
			load += pd
		}
	}
	if load > 0 {
		mean /= load
	}
	shift := mean - row[bus] // a load is a negative injection
	if t.flow < 0 {
		shift = -shift
	}
	b := market.Binding{
		Branch:  branchName(net.Case, net.Branch.Row[t.branch]),
		FlowMW:  math.Abs(t.flow) * net.BaseMVA,
		LimitMW: t.limit * net.BaseMVA,
		Shift:   shift,
	}
	if t.outage >= 0 {
		b.Outage = branchName(net.Case, net.Branch.Row[t.outage])
	}
	return b
}
