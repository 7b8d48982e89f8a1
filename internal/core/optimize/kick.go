package optimize

// kick leaves a schedule that no single chain and no pair can better: each chain
// in turn takes what it likes best with no regard to the others, or stays as low
// as it can, the others answer, and what comes out is kept where it is better.
// At last three chains at a time are solved as one.
func (b *bench) kick(sol *Solution, e Effort) {
	for range e.Kicks {
		better := false
		for i := range b.p.Chains {
			for _, first := range [...]bool{true, false} {
				better = b.kicked(sol, e, i, first) || better
			}
		}
		if !better {
			pl := b.sumsOf(clonePaths(sol.Paths))
			if !b.improveTeams(&pl, e, 3) {
				return
			}
			value, broken := b.worth(&pl)
			sol.take(&pl, value, broken)
		}
	}
}

// kicked tries a schedule in which a chain goes first, or stays low.
func (b *bench) kicked(sol *Solution, e Effort, i int, first bool) bool {
	pl := b.sumsOf(clonePaths(sol.Paths))
	reward := b.p.Reward[i]
	if !first {
		reward = b.low(i)
	}
	path, _ := b.solvers[i].Solve(reward, nil)
	b.put(&pl, i, path)
	for j := range b.p.Chains {
		if j != i {
			b.again(&pl, j)
		}
	}
	b.improve(&pl, e)
	value, broken := b.worth(&pl)
	return sol.take(&pl, value, broken)
}

// low is rewards under which a chain draws as little as it can.
func (b *bench) low(i int) []float64 {
	c := b.p.Chains[i]
	b.reward = append(b.reward[:0], b.p.Reward[i]...)
	for t := range b.n {
		for q, d := range b.p.Draw[i] {
			b.reward[t*c.Points+q] -= float64(b.hard * d)
		}
	}
	return b.reward
}
