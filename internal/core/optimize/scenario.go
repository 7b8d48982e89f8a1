package optimize

import (
	"math"
	"slices"
)

// Risk weighs the worst scenarios: what is maximised is the mean of all less
// Weight times what the mean of the worst Share of them lies below it
// (conditional value at risk; Rockafellar and Uryasev 2000, "Optimization of
// conditional value-at-risk").
type Risk struct {
	Weight float64 // 0: the mean alone
	Share  float64 // of the scenarios, the worst
}

// Of is the value of outcomes that are as likely as each other.
func (r Risk) Of(outcomes []float64) float64 {
	mean := meanOf(outcomes)
	if !(r.Weight > 0) {
		return mean
	}
	sorted := slices.Clone(outcomes)
	slices.Sort(sorted)
	worst := meanOf(sorted[:max(1, int(math.Ceil(r.Share*float64(len(sorted))-1e-9)))])
	return mean + float64(r.Weight*(worst-mean))
}

func meanOf(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// Decision is what to do in the first moment, which all scenarios share.
type Decision struct {
	First     []uint8 // by chain
	Value     float64 // what it is worth, by the risk
	Scenarios int     // that it stands on
	Passes    int
	// Now is, by group, what one more unit of room in the first moment would
	// earn, and what one unit less of what it must draw at least.
	Now []Shadow
	// Worth is, by chain and then point of the first moment, the mean of what
	// going there is worth over the scenarios; -Inf where it is not open.
	Worth [][]float64
}

// Shadow is the price of a group's limits in the first moment, dollars per unit.
// Least counts that moment alone: what later moments must draw at least often
// makes drawing now no loss any more.
type Shadow struct {
	Most, Least float64
}

// Decide chooses the first moment of a problem whose rewards are not known: in
// each scenario, all as likely as each other, every moment after the first is
// played as well as that scenario allows under the prices of the shared limits.
// rewards is by scenario, then as [Problem.Reward]. It stops before a scenario
// that would take more than so many passes in all; with none done First is nil.
// Limits of the first moment are kept exactly where that is possible.
func Decide(p *Problem, rewards [][][]float64, e Effort, risk Risk, passes int) Decision {
	first := *p
	if len(rewards) > 0 {
		first.Reward = rewards[0]
	}
	b := newBench(&first)
	l := newPricing(b)
	f := &fork{b: b}
	for s := range rewards {
		if b.passes()+len(p.Chains)*2 > passes {
			break
		}
		first.Reward = rewards[s]
		rest := l.settle(e, passes)
		f.add(l, rest)
	}
	d := Decision{Scenarios: len(f.rest), Passes: b.passes()}
	if d.Scenarios == 0 {
		return d
	}
	d.First, d.Value = f.choose(risk)
	d.Worth = f.worth
	d.Now = f.shadows()
	return d
}

// settle moves the prices of one scenario to where its bound is lowest, as far as
// the effort goes, and returns what limits pay there. Prices of the scenario
// before are where it begins.
func (l *pricing) settle(e Effort, passes int) (rest float64) {
	best := math.Inf(1)
	var kept []Price
	l.fraction = 1
	for k := range max(1, e.Prices) {
		_, bound := l.relax()
		if bound < best {
			best, kept = bound, l.copy()
		} else {
			l.fraction /= 2
		}
		if k+1 == e.Prices || l.b.passes()+2*len(l.b.p.Chains) > passes || !l.move(bound, math.Inf(-1), 1) {
			break
		}
	}
	l.prices = kept
	l.total()
	for g := range l.prices {
		rest += l.prices[g].value(&l.b.p.Groups[g], l.b.n)
	}
	return rest
}

// fork is a decision in the making: what each point of the first moment is worth
// in each scenario.
type fork struct {
	b      *bench
	rest   []float64     // by scenario: what belongs to no chain
	values [][][]float64 // by scenario, chain, point
	worth  [][]float64   // by chain, point: the mean
	now    [][]float64   // the same of the first moment's rewards alone
}

// add takes a scenario at its prices. What limits cost in the first moment is
// left out: they are kept there.
func (f *fork) add(l *pricing, rest float64) {
	for g := range l.prices {
		p, group := &l.prices[g], &f.b.p.Groups[g]
		now := at(p.Most, 0, 0) - at(p.Least, 0, 0) + at(p.Rise, 0, 0) - at(p.Fall, 0, 0)
		l.net[g][0] -= now
		rest -= p.first(group)
	}
	values := make([][]float64, len(f.b.p.Chains))
	if f.now == nil {
		f.now = make([][]float64, len(f.b.p.Chains))
	}
	for i, c := range f.b.p.Chains {
		f.now[i] = append(f.now[i], f.b.p.Reward[i][:c.Points]...)
		values[i] = make([]float64, c.Points)
		f.b.solvers[i].First(l.priced(i), nil, values[i])
	}
	f.values = append(f.values, values)
	f.rest = append(f.rest, rest)
}

// first is what limits of the first moment pay at the prices.
func (p *Price) first(g *Group) float64 {
	sum := 0.0
	add := func(price, limit []float64, sign, before float64) {
		if price != nil && price[0] > 0 {
			sum += float64(price[0] * (float64(sign*limit[0]) + before))
		}
	}
	add(p.Most, g.Most, 1, 0)
	add(p.Least, g.Least, -1, 0)
	add(p.Rise, g.Rise, 1, g.Before)
	add(p.Fall, g.Fall, 1, -g.Before)
	return sum
}

// choose finds the points of the first moment: from where each chain alone is
// best, chain by chain and pair by pair, until nothing gets better.
func (f *fork) choose(risk Risk) ([]uint8, float64) {
	chains := f.b.p.Chains
	f.worth = make([][]float64, len(chains))
	point := make([]uint8, len(chains))
	for i, c := range chains {
		f.worth[i] = make([]float64, c.Points)
		for q := range f.worth[i] {
			for s := range f.values {
				f.worth[i][q] += f.values[s][i][q] / float64(len(f.values))
			}
			if f.worth[i][q] > f.worth[i][point[i]] {
				point[i] = uint8(q)
			}
		}
	}
	t := f.tally(point, risk)
	for range 8 {
		changed := false
		for i := range chains {
			changed = t.try(i) || changed
		}
		for i := range chains {
			for j := i + 1; j < len(chains) && len(chains) <= 24; j++ {
				changed = t.tryPair(i, j) || changed
			}
		}
		if !changed {
			break
		}
	}
	return t.point, t.value
}

// tally is a choice for the first moment and what it comes to.
type tally struct {
	f     *fork
	risk  Risk
	point []uint8
	total []float64 // by scenario
	sums  []float64 // by group
	value float64
	trial []float64
}

func (f *fork) tally(point []uint8, risk Risk) *tally {
	t := &tally{f: f, risk: risk, point: point, total: slices.Clone(f.rest), sums: make([]float64, len(f.b.p.Groups)), trial: make([]float64, len(f.rest))}
	for i, q := range point {
		for s := range t.total {
			t.total[s] += f.values[s][i][q]
		}
		for g := range t.sums {
			if f.b.has[g][i] {
				t.sums[g] += f.b.p.Draw[i][q]
			}
		}
	}
	t.value = t.with(nil, nil)
	return t
}

// with is what the choice comes to when some chains go elsewhere.
func (t *tally) with(chains []int, points []uint8) float64 {
	copy(t.trial, t.total)
	for k, i := range chains {
		for s := range t.trial {
			v := t.f.values[s][i]
			t.trial[s] += v[points[k]] - v[t.point[i]]
		}
	}
	cost := 0.0
	for g := range t.sums {
		group, sum := &t.f.b.p.Groups[g], t.sums[g]
		for k, i := range chains {
			if t.f.b.has[g][i] {
				sum += t.f.b.p.Draw[i][points[k]] - t.f.b.p.Draw[i][t.point[i]]
			}
		}
		cost += t.f.b.level(group, 0, sum) + t.f.b.turn(group, 0, sum-group.Before)
	}
	return t.risk.Of(t.trial) - cost
}

// open reports whether a point can be reached at all.
func (t *tally) open(i, q int) bool { return !math.IsInf(t.f.worth[i][q], -1) }

func (t *tally) try(i int) bool {
	best, at := t.value+1e-9, -1
	for q := range t.f.worth[i] {
		if !t.open(i, q) || q == int(t.point[i]) {
			continue
		}
		if v := t.with([]int{i}, []uint8{uint8(q)}); v > best {
			best, at = v, q
		}
	}
	if at < 0 {
		return false
	}
	t.set([]int{i}, []uint8{uint8(at)})
	return true
}

func (t *tally) tryPair(i, j int) bool {
	if !t.f.b.coupled([]int{i, j}) {
		return false
	}
	best := t.value + 1e-9
	var at []uint8
	for qi := range t.f.worth[i] {
		for qj := range t.f.worth[j] {
			if !t.open(i, qi) || !t.open(j, qj) {
				continue
			}
			if v := t.with([]int{i, j}, []uint8{uint8(qi), uint8(qj)}); v > best {
				best, at = v, []uint8{uint8(qi), uint8(qj)}
			}
		}
	}
	if at == nil {
		return false
	}
	t.set([]int{i, j}, at)
	return true
}

func (t *tally) set(chains []int, points []uint8) {
	t.value = t.with(chains, points)
	for k, i := range chains {
		for s := range t.total {
			t.total[s] += t.f.values[s][i][points[k]] - t.f.values[s][i][t.point[i]]
		}
		for g := range t.sums {
			if t.f.b.has[g][i] {
				t.sums[g] += t.f.b.p.Draw[i][points[k]] - t.f.b.p.Draw[i][t.point[i]]
			}
		}
		t.point[i] = points[k]
	}
}
