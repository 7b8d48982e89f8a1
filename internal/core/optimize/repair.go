package optimize

import "math"

// bench is a problem at work: the solvers of its chains, and a schedule with its
// sums.
type bench struct {
	p       *Problem
	n       int
	has     [][]bool
	solvers []*Solver
	hard    float64   // what passing a limit by a unit counts as
	reward  []float64 // buffer
	extra   []float64 // buffer
	joint   int       // passes of teams
	teams   map[string]*team
}

// plan is a schedule and, by group, its sums by moment.
type plan struct {
	paths [][]uint8
	sums  [][]float64
}

func newBench(p *Problem) *bench {
	b := &bench{p: p, n: p.moments(), has: p.has(), solvers: make([]*Solver, len(p.Chains)), teams: make(map[string]*team)}
	most, least := 0.0, math.Inf(1)
	for i, c := range p.Chains {
		b.solvers[i] = NewSolver(c)
		for _, r := range p.Reward[i] {
			most = max(most, math.Abs(r))
		}
		for q := 1; q < c.Points; q++ {
			if d := p.Draw[i][q] - p.Draw[i][q-1]; d > 0 {
				least = min(least, d)
			}
			for from := range c.Points {
				if v := c.Change[from][q]; !math.IsInf(v, 1) {
					most = max(most, v)
				}
			}
		}
	}
	if math.IsInf(least, 1) {
		least = 1
	}
	b.hard = 1000 * (most + 1) / least
	return b
}

// sumsOf are the sums of a schedule.
func (b *bench) sumsOf(paths [][]uint8) plan {
	pl := plan{paths: paths, sums: make([][]float64, len(b.p.Groups))}
	for g := range b.p.Groups {
		pl.sums[g] = make([]float64, b.n)
		for i := range paths {
			if b.has[g][i] {
				for t, q := range paths[i] {
					pl.sums[g][t] += b.p.Draw[i][q]
				}
			}
		}
	}
	return pl
}

// slack is how far a sum may miss a limit by rounding.
const slack = 1e-9

// level is what a sum at one moment costs for passing its group's limits.
func (b *bench) level(g *Group, t int, sum float64) float64 {
	over := max(0, sum-at(g.Most, t, math.Inf(1))-slack)
	under := max(0, at(g.Least, t, math.Inf(-1))-sum-slack)
	return float64(over*at(g.Excess, t, b.hard)) + float64(under*at(g.Short, t, b.hard))
}

// turn is what the change of a sum into moment t costs for passing a ramp.
func (b *bench) turn(g *Group, t int, change float64) float64 {
	up := max(0, change-at(g.Rise, t, math.Inf(1))-slack)
	down := max(0, -change-at(g.Fall, t, math.Inf(1))-slack)
	return float64((up + down) * b.hard)
}

// worth is what a schedule earns, and by how much it passes hard limits.
func (b *bench) worth(pl *plan) (value, broken float64) {
	for i, c := range b.p.Chains {
		value += c.Value(b.p.Reward[i], pl.paths[i])
	}
	for g := range b.p.Groups {
		group := &b.p.Groups[g]
		before := group.Before
		for t, sum := range pl.sums[g] {
			cost := b.level(group, t, sum)
			if group.paid() {
				value -= cost
				cost = 0
			}
			broken += (cost + b.turn(group, t, sum-before)) / b.hard
			before = sum
		}
	}
	return value, broken
}

// improve solves chain after chain exactly in what the others leave, then pairs
// of chains, until nothing changes or the sweeps are over. It never makes a
// schedule worse.
func (b *bench) improve(pl *plan, e Effort) {
	for range e.Sweeps {
		changed := false
		for i := range b.p.Chains {
			changed = b.again(pl, i) || changed
		}
		if changed {
			continue
		}
		if !b.improveTeams(pl, e, 2) {
			return
		}
	}
}

// again solves one chain in what the others leave.
func (b *bench) again(pl *plan, i int) bool {
	reward, extra := b.left(pl, i)
	path, value := b.solvers[i].Solve(reward, extra)
	if !(value > b.valueOf(i, reward, extra, pl.paths[i])+1e-9) {
		return false
	}
	b.put(pl, i, path)
	return true
}

// put replaces a chain's path.
func (b *bench) put(pl *plan, i int, path []uint8) {
	for g := range b.p.Groups {
		if b.has[g][i] {
			for t, q := range path {
				pl.sums[g][t] += b.p.Draw[i][q] - b.p.Draw[i][pl.paths[i][t]]
			}
		}
	}
	copy(pl.paths[i], path)
}

// left is a chain's rewards less what passing limits would cost beside the
// others, and the same for its changes where there are ramps.
func (b *bench) left(pl *plan, i int) (reward, extra []float64) {
	k := b.p.Chains[i].Points
	b.reward = append(b.reward[:0], b.p.Reward[i]...)
	ramped := false
	for g := range b.p.Groups {
		group := &b.p.Groups[g]
		if !b.has[g][i] {
			continue
		}
		ramped = ramped || group.ramped()
		if group.Most == nil && group.Least == nil {
			continue
		}
		for t, sum := range pl.sums[g] {
			others := sum - b.p.Draw[i][pl.paths[i][t]]
			for q, d := range b.p.Draw[i] {
				b.reward[t*k+q] -= b.level(group, t, others+d)
			}
		}
	}
	if !ramped {
		return b.reward, nil
	}
	if len(b.extra) < b.n*k*k {
		b.extra = make([]float64, b.n*k*k)
	}
	extra = b.extra[:b.n*k*k]
	clear(extra)
	for g := range b.p.Groups {
		if b.has[g][i] && b.p.Groups[g].ramped() {
			b.turns(pl, g, i, extra)
		}
	}
	return b.reward, extra
}

// turns adds what a chain's changes cost for passing a group's ramps.
func (b *bench) turns(pl *plan, g, i int, extra []float64) {
	group, draw, k := &b.p.Groups[g], b.p.Draw[i], b.p.Chains[i].Points
	before := group.Before - draw[b.p.Chains[i].FromPoint]
	for t, sum := range pl.sums[g] {
		others := sum - draw[pl.paths[i][t]]
		for p := range k {
			for q := range k {
				extra[(t*k+p)*k+q] += b.turn(group, t, others-before+draw[q]-draw[p])
			}
		}
		before = others
	}
}

func (b *bench) valueOf(i int, reward, extra []float64, path []uint8) float64 {
	c := b.p.Chains[i]
	value := c.Value(reward, path)
	if extra == nil {
		return value
	}
	k, p := c.Points, c.FromPoint
	for t, q := range path {
		value -= extra[(t*k+p)*k+int(q)]
		p = int(q)
	}
	return value
}

func (b *bench) passes() int {
	sum := b.joint
	for _, s := range b.solvers {
		sum += s.passes
	}
	return sum
}
