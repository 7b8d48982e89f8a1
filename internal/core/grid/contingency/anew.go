package contingency

import (
	"math"
	"math/cmplx"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// warm starts the power flow from the base solution.
func (r *run) warm() powerflow.Options {
	opt := powerflow.Options{Tolerance: r.opt.tolerance(), Iterations: r.opt.iterations()}
	if r.opt.Flow != nil {
		opt = *r.opt.Flow
	}
	opt.Start = powerflow.Warm
	return opt
}

// anew compiles the case after an outage and solves it. Buses that are cut off
// are left out. It reports false where that has no solution, or where the
// changed case does not compile.
func (r *run) anew(i int, opt powerflow.Options) (Result, bool) {
	after := *r.list[i].without(r.net.Case)
	after.Buses = slices.Clone(after.Buses)
	for _, bus := range r.losses[i].cut {
		after.Buses[r.net.Bus.Row[bus]].Type = grid.Isolated
	}
	net, err := grid.Compile(&after, grid.Options{})
	if err != nil {
		return Result{}, false
	}
	r.carry(net, &opt)
	found, err := powerflow.New(net).Solve(opt)
	if err != nil {
		return Result{}, false
	}
	out := r.fromFlow(found)
	out.Outage = i
	return out, true
}

// carry brings the moment's schedule and the base voltages over to the network
// after the outage, by the buses' and generators' rows.
func (r *run) carry(net *grid.Network, opt *powerflow.Options) {
	before := make(map[int]int, r.net.N())
	for i, row := range r.net.Bus.Row {
		before[row] = i
	}
	opt.Vm, opt.Va = slices.Clone(net.Bus.Vm), slices.Clone(net.Bus.Va)
	opt.Pd, opt.Qd = slices.Clone(net.Bus.Pd), slices.Clone(net.Bus.Qd)
	for i, row := range net.Bus.Row {
		j, known := before[row]
		if !known {
			continue
		}
		opt.Vm[i], opt.Va[i] = r.found.Vm[j], r.found.Va[j]
		if r.moment.Pd != nil {
			opt.Pd[i] = r.moment.Pd[j]
		}
		if r.moment.Qd != nil {
			opt.Qd[i] = r.moment.Qd[j]
		}
	}
	opt.Pg, opt.Participation = slices.Clone(net.Gen.Pg), nil
	weights := r.opt.Flow != nil && r.opt.Flow.Participation != nil
	if weights {
		opt.Participation = make([]float64, len(net.Gen.Row))
	}
	for k, row := range net.Gen.Row {
		j, known := slices.BinarySearch(r.net.Gen.Row, row)
		if !known {
			continue
		}
		if r.moment.Pg != nil {
			opt.Pg[k] = r.moment.Pg[j]
		}
		if weights {
			opt.Participation[k] = r.opt.Flow.Participation[j]
		}
	}
}

// fromFlow summarises a result of the power flow.
func (r *run) fromFlow(found *powerflow.Result) Result {
	net := found.Network
	out := Result{
		Status: OK, Method: Anew, Iterations: found.Iterations, MaxMismatch: found.MaxMismatch,
		MinVm: math.Inf(1), MinVmBus: -1, MaxVmBus: -1, MaxFlowBranch: -1, MaxLoadingBranch: -1,
		LossMW: found.Losses() * net.BaseMVA,
	}
	all := flowVolts(&out, found)
	all = append(all, flowLoads(&out, found)...)
	out.SlackMW = referencePower(found) * net.BaseMVA
	if r.opt.Voltages {
		out.Voltage = r.voltages(found)
	}
	if r.opt.Violations > 0 {
		sortViolations(all)
		out.Violations = all[:min(len(all), r.opt.Violations)]
	}
	return out
}

func flowVolts(out *Result, found *powerflow.Result) (all []Violation) {
	net := found.Network
	for i, vm := range found.Vm {
		if found.Kind[i] == grid.Isolated {
			continue
		}
		bus := net.Case.Buses[net.Bus.Row[i]]
		if vm < out.MinVm {
			out.MinVm, out.MinVmBus = vm, bus.ID
		}
		if vm > out.MaxVm {
			out.MaxVm, out.MaxVmBus = vm, bus.ID
		}
		low, high := bus.Vmin-bandMargin, bus.Vmax+bandMargin
		excess := math.Max(1-vm/low, vm/high-1)
		switch {
		case vm < low:
			out.LowVoltages++
		case vm > high:
			out.HighVoltages++
		default:
			continue
		}
		out.VoltageExcess = math.Max(out.VoltageExcess, excess)
		all = append(all, Violation{Branch: -1, Bus: bus.ID, Value: vm, Excess: excess})
	}
	return all
}

func flowLoads(out *Result, found *powerflow.Result) (all []Violation) {
	net := found.Network
	for k, row := range net.Branch.Row {
		power := found.Loading(k)
		loading := power / net.Branch.RateA[k]
		if power*net.BaseMVA > out.MaxFlowMVA || out.MaxFlowBranch < 0 {
			out.MaxFlowMVA, out.MaxFlowBranch = power*net.BaseMVA, row
		}
		if loading > out.MaxLoading {
			out.MaxLoading, out.MaxLoadingBranch = loading, row
		}
		if loading > 1 {
			out.Overloads++
			all = append(all, Violation{Branch: row, Bus: -1, Value: loading, Excess: loading - 1})
		}
	}
	return all
}

// referencePower is the net injection at the reference buses: what leaves them
// through branches and shunts, p.u.
func referencePower(found *powerflow.Result) float64 {
	net, sum := found.Network, 0.0
	for i, kind := range found.Kind {
		if kind == grid.Ref {
			sum += net.Bus.Gs[i] * found.Vm[i] * found.Vm[i]
		}
	}
	for k := range net.Branch.Row {
		if found.Kind[net.Branch.From[k]] == grid.Ref {
			sum += found.Flow.Pf[k]
		}
		if found.Kind[net.Branch.To[k]] == grid.Ref {
			sum += found.Flow.Pt[k]
		}
	}
	return sum
}

// voltages by the internal buses of the intact network; zero at those that are
// gone.
func (r *run) voltages(found *powerflow.Result) []complex128 {
	at := make(map[int]int, found.Network.N())
	for i, row := range found.Network.Bus.Row {
		at[row] = i
	}
	out := make([]complex128, r.net.N())
	for i, row := range r.net.Bus.Row {
		if j, here := at[row]; here {
			out[i] = cmplx.Rect(found.Vm[j], found.Va[j])
		}
	}
	return out
}
