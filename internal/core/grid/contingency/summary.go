package contingency

import (
	"cmp"
	"math"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// summary turns solved voltages into results, four outages at a time. It is
// for one goroutine.
type summary struct {
	b       *base
	kernels kernels
	opt     summaryOptions
	results []Result
	v       []cell
	pending [width]pendingResult
	count   int
	flows   flowPeaks
	volts   voltPeaks
	lost    []int // branches lost by some lane, ascending
	refs    []int32
}

type summaryOptions struct {
	violations int
	voltages   bool
}

type pendingResult struct {
	result Result
	loss   *loss
}

func newSummary(b *base, k kernels, opt summaryOptions, results []Result) *summary {
	s := &summary{b: b, kernels: k, opt: opt, results: results, v: make([]cell, b.n())}
	for at, kind := range b.kind {
		if kind == grid.Ref {
			s.refs = append(s.refs, int32(at))
		}
	}
	// Lanes without work show the base case, so that no kernel meets zeros.
	for lane := range width {
		s.fill(lane, b.v)
	}
	return s
}

func (s *summary) fill(lane int, v []complex128) {
	for at, u := range v {
		s.v[at].a[lane], s.v[at].b[lane] = real(u), imag(u)
	}
}

// takeLane takes over the voltages of a lane.
func (s *summary) takeLane(v []cell, lane int, r Result, l *loss) {
	to := s.count
	for at := range v {
		s.v[at].a[to], s.v[at].b[to] = v[at].a[lane], v[at].b[lane]
	}
	s.add(r, l)
}

// takeBuses takes over voltages given by bus.
func (s *summary) takeBuses(v []complex128, r Result, l *loss) {
	for at, bus := range s.b.order {
		s.v[at].a[s.count], s.v[at].b[s.count] = real(v[bus]), imag(v[bus])
	}
	s.add(r, l)
}

func (s *summary) add(r Result, l *loss) {
	s.pending[s.count] = pendingResult{r, l}
	s.count++
	if s.count == width {
		s.flush()
	}
}

// flush finishes what is pending.
func (s *summary) flush() {
	if s.count == 0 {
		return
	}
	s.measureFlows()
	s.measureVolts()
	for lane := range s.count {
		p := &s.pending[lane]
		s.finish(lane, &p.result, p.loss)
		s.results[p.result.Outage] = p.result
	}
	s.count = 0
}

// measureFlows runs the kernel over all branches. What it says of a branch is
// taken back from the lanes that lost it.
func (s *summary) measureFlows() {
	b := s.b
	s.flows = flowPeaks{power2: lowest(), loading2: quad{}}
	s.lost = s.lost[:0]
	for lane := range s.count {
		s.lost = append(s.lost, s.pending[lane].loss.branches...)
	}
	slices.Sort(s.lost)
	s.lost = slices.Compact(s.lost)
	first := 0
	for _, k := range s.lost {
		s.kernels.flows(b.at, b.weights, s.v, &s.flows, first, k)
		before := s.flows
		s.kernels.flows(b.at, b.weights, s.v, &s.flows, k, k+1)
		for lane := range s.count {
			if slices.Contains(s.pending[lane].loss.branches, k) {
				s.flows.takeBack(lane, &before)
			}
		}
		first = k + 1
	}
	s.kernels.flows(b.at, b.weights, s.v, &s.flows, first, len(b.at))
}

func (t *flowPeaks) takeBack(lane int, before *flowPeaks) {
	t.power2[lane], t.powerAt[lane] = before.power2[lane], before.powerAt[lane]
	t.loading2[lane], t.loadingAt[lane] = before.loading2[lane], before.loadingAt[lane]
	t.loss[lane], t.over[lane] = before.loss[lane], before.over[lane]
}

// lowest is below every squared power, so that the first branch is found even
// in a network without flow.
func lowest() quad { return quad{-1, -1, -1, -1} }

// flow of one branch at one lane's voltages: active powers at its ends, and the
// squared loading.
func (s *summary) flow(lane, k int) (pf, pt, loading2 float64) {
	at, w := s.b.at[k], &s.b.weights[k]
	f, t := &s.v[at.from], &s.v[at.to]
	pf, qf, pt, qt := w.powers(f.a[lane], f.b[lane], t.a[lane], t.b[lane])
	power2 := math.Max(pf*pf+qf*qf, pt*pt+qt*qt)
	return pf, pt, power2 * w.perRate2
}

func (s *summary) measureVolts() {
	inf := math.Inf(1)
	s.volts = voltPeaks{low2: quad{inf, inf, inf, inf}, high2: lowest()}
	first := 0
	for _, at := range s.b.dead {
		s.kernels.volts(s.b.bands, s.v, &s.volts, first, int(at))
		first = int(at) + 1
	}
	s.kernels.volts(s.b.bands, s.v, &s.volts, first, s.b.n())
}

func (s *summary) finish(lane int, r *Result, l *loss) {
	net, fl, vo := s.b.net, &s.flows, &s.volts
	r.Status = OK
	r.MinVm, r.MinVmBus = math.Sqrt(vo.low2[lane]), s.busID(vo.lowAt[lane])
	r.MaxVm, r.MaxVmBus = math.Sqrt(vo.high2[lane]), s.busID(vo.highAt[lane])
	low, high := s.b.bands[vo.lowAt[lane]], s.b.bands[vo.highAt[lane]]
	r.VoltageExcess = math.Max(0, math.Max(1-r.MinVm/math.Sqrt(low.low2), r.MaxVm/math.Sqrt(high.high2)-1))
	r.LowVoltages, r.HighVoltages = int(vo.under[lane]), int(vo.above[lane])
	r.MaxFlowBranch, r.MaxLoadingBranch = -1, -1
	if fl.power2[lane] >= 0 {
		r.MaxFlowMVA = math.Sqrt(fl.power2[lane]) * net.BaseMVA
		r.MaxFlowBranch = net.Branch.Row[fl.powerAt[lane]]
	}
	if fl.loading2[lane] > 0 {
		r.MaxLoading = math.Sqrt(fl.loading2[lane])
		r.MaxLoadingBranch = net.Branch.Row[fl.loadingAt[lane]]
	}
	r.Overloads = int(fl.over[lane])
	r.LossMW = fl.loss[lane] * net.BaseMVA
	r.SlackMW = s.slack(lane, l) * net.BaseMVA
	if s.opt.voltages {
		r.Voltage = s.voltages(lane)
	}
	if s.opt.violations > 0 && r.Overloads+r.LowVoltages+r.HighVoltages > 0 {
		r.Violations = s.violations(lane, l)
	}
}

func (s *summary) busID(at int64) int {
	return s.b.net.Case.Buses[s.b.net.Bus.Row[s.b.order[at]]].ID
}

// slack is what the reference buses inject, less what the intact network's
// equations say about a lost branch there.
func (s *summary) slack(lane int, l *loss) float64 {
	sum := 0.0
	for _, at := range s.refs {
		p, _ := s.b.injection(s.v, lane, at)
		sum += p
	}
	for _, k := range l.branches {
		at := s.b.at[k]
		pf, pt, _ := s.flow(lane, k)
		if s.b.kind[at.from] == grid.Ref {
			sum -= pf
		}
		if s.b.kind[at.to] == grid.Ref {
			sum -= pt
		}
	}
	return sum
}

func (s *summary) voltages(lane int) []complex128 {
	out := make([]complex128, s.b.n())
	for at, bus := range s.b.order {
		out[bus] = complex(s.v[at].a[lane], s.v[at].b[lane])
	}
	return out
}

func (s *summary) violations(lane int, l *loss) []Violation {
	var out []Violation
	for k, row := range s.b.net.Branch.Row {
		_, _, l2 := s.flow(lane, k)
		if l2 > 1 && !slices.Contains(l.branches, k) {
			loading := math.Sqrt(l2)
			out = append(out, Violation{Branch: row, Bus: -1, Value: loading, Excess: loading - 1})
		}
	}
	for at, limit := range s.b.bands {
		u := &s.v[at]
		vm2 := u.a[lane]*u.a[lane] + u.b[lane]*u.b[lane]
		if s.b.kind[at] == grid.Isolated || vm2 >= limit.low2 && vm2 <= limit.high2 {
			continue
		}
		vm := math.Sqrt(vm2)
		excess := math.Max(1-vm/math.Sqrt(limit.low2), vm/math.Sqrt(limit.high2)-1)
		out = append(out, Violation{Branch: -1, Bus: s.busID(int64(at)), Value: vm, Excess: excess})
	}
	sortViolations(out)
	return out[:min(len(out), s.opt.violations)]
}

// sortViolations puts the worst first.
func sortViolations(list []Violation) {
	slices.SortFunc(list, func(a, b Violation) int {
		return cmp.Or(cmp.Compare(b.Excess, a.Excess), cmp.Compare(a.Branch, b.Branch), cmp.Compare(a.Bus, b.Bus))
	})
}
