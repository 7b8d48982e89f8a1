package optimize

import (
	"math"
	"slices"
)

// Solve schedules a problem. Where no limit binds the schedule is the optimum.
func Solve(p *Problem, e Effort) Solution {
	b := newBench(p)
	l := newPricing(b)
	sol := Solution{Bound: math.Inf(1), Broken: math.Inf(1), Value: math.Inf(-1)}
	for k := range max(1, e.Prices) {
		paths, bound := l.relax()
		pl := b.sumsOf(paths)
		value, broken := b.worth(&pl)
		if bound < sol.Bound {
			sol.Bound = bound
			sol.Prices = l.copy()
		} else {
			l.fraction /= 2
		}
		repaired := e.Repairs > 0 && (k == 0 || (k+1)%max(1, e.Prices/e.Repairs) == 0)
		if broken > 0 && repaired {
			b.improve(&pl, e)
			value, broken = b.worth(&pl)
		}
		sol.take(&pl, value, broken)
		if broken == 0 && sol.Bound-sol.Value <= 1e-9*(1+math.Abs(sol.Bound)) {
			sol.Exact = true
			break
		}
		if !l.move(bound, sol.Value, sol.Broken) {
			break
		}
	}
	if !sol.Exact {
		pl := b.sumsOf(clonePaths(sol.Paths))
		b.improve(&pl, e)
		value, broken := b.worth(&pl)
		sol.take(&pl, value, broken)
		b.kick(&sol, e)
	}
	sol.Passes = b.passes()
	return sol
}

// take keeps the better schedule: one that breaks less, or earns more.
func (s *Solution) take(pl *plan, value, broken float64) bool {
	better := broken < s.Broken-slack || (broken <= s.Broken+slack && value > s.Value+1e-9)
	if s.Paths == nil || better {
		s.Paths, s.Value, s.Broken = clonePaths(pl.paths), value, broken
		return true
	}
	return false
}

func clonePaths(paths [][]uint8) [][]uint8 {
	out := make([][]uint8, len(paths))
	for i := range paths {
		out[i] = slices.Clone(paths[i])
	}
	return out
}

// pricing is the prices of all limits on their way.
type pricing struct {
	b        *bench
	prices   []Price
	fraction float64 // of Polyak's step
	net      [][]float64
	reward   []float64
	sums     [][]float64
}

func newPricing(b *bench) *pricing {
	l := &pricing{b: b, fraction: 1.5, prices: make([]Price, len(b.p.Groups)), net: make([][]float64, len(b.p.Groups))}
	for g := range l.prices {
		l.prices[g] = b.p.Groups[g].newPrice(b.n)
		l.net[g] = make([]float64, b.n)
	}
	return l
}

func (l *pricing) copy() []Price {
	out := make([]Price, len(l.prices))
	for g, p := range l.prices {
		out[g] = Price{slices.Clone(p.Most), slices.Clone(p.Least), slices.Clone(p.Rise), slices.Clone(p.Fall)}
	}
	return out
}

// priced is a chain's rewards less what its draw costs at the prices.
func (l *pricing) priced(i int) []float64 {
	c := l.b.p.Chains[i]
	l.reward = append(l.reward[:0], l.b.p.Reward[i]...)
	for g := range l.b.p.Groups {
		if !l.b.has[g][i] {
			continue
		}
		for t, price := range l.net[g] {
			if price == 0 {
				continue
			}
			for q, d := range l.b.p.Draw[i] {
				l.reward[t*c.Points+q] -= float64(price * d)
			}
		}
	}
	return l.reward
}

// total puts the prices of each group together by moment.
func (l *pricing) total() {
	for g := range l.prices {
		for t := range l.net[g] {
			l.net[g][t] = l.prices[g].of(t, l.b.n)
		}
	}
}

// relax solves every chain alone at the prices: their paths, and a bound on what
// any schedule can earn.
func (l *pricing) relax() (paths [][]uint8, bound float64) {
	l.total()
	paths = make([][]uint8, len(l.b.p.Chains))
	for i := range paths {
		path, value := l.b.solvers[i].Solve(l.priced(i), nil)
		paths[i] = slices.Clone(path)
		bound += value
	}
	for g := range l.prices {
		bound += l.prices[g].value(&l.b.p.Groups[g], l.b.n)
	}
	l.sums = l.b.sumsOf(paths).sums
	return paths, bound
}

// move takes a step towards prices at which the bound is lower. It reports false
// where there is nowhere to go.
func (l *pricing) move(bound, value, broken float64) bool {
	norm := 0.0
	for g := range l.prices {
		norm += l.prices[g].step(&l.b.p.Groups[g], l.sums[g], 0)
	}
	if norm == 0 {
		return false
	}
	target := value
	if broken > 0 || math.IsInf(value, 0) {
		target = bound - 0.05*(math.Abs(bound)+1)
	}
	size := l.fraction * max(bound-target, 1e-6*(1+math.Abs(bound))) / norm
	for g := range l.prices {
		l.prices[g].step(&l.b.p.Groups[g], l.sums[g], size)
	}
	return true
}
