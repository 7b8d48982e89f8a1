package optimize

import "fmt"

// team is several chains solved as one: its conditions and points are those of
// all of them taken together.
type team struct {
	members []int
	points  []int // by member
	of      []int // points of the members before: a joint point is the sum of of times point
	all     int   // joint points
	size    int   // joint conditions
	start   int
	by      map[int]*table
}

// improveTeams solves teams of so many chains as one in what the others leave,
// and reports whether any schedule changed.
func (b *bench) improveTeams(pl *plan, e Effort, count int) bool {
	changed := false
	members := make([]int, count)
	var each func(from, k int)
	each = func(from, k int) {
		if k == count {
			if b.coupled(members) && b.teamSize(members) <= e.Teams && b.againTeam(pl, members) {
				changed = true
			}
			return
		}
		for i := from; i < len(b.p.Chains); i++ {
			members[k] = i
			each(i+1, k+1)
		}
	}
	each(0, 0)
	return changed
}

// coupled reports whether the first of some chains shares a limit with each of
// the others.
func (b *bench) coupled(members []int) bool {
	for _, j := range members[1:] {
		shares := false
		for g := range b.p.Groups {
			shares = shares || b.has[g][members[0]] && b.has[g][j]
		}
		if !shares {
			return false
		}
	}
	return true
}

// mostJoint bounds the points of a team, which a byte numbers.
const mostJoint = 256

func (b *bench) teamSize(members []int) int {
	size, points := b.n, 1
	for _, i := range members {
		size *= b.solvers[i].full.size
		points *= b.p.Chains[i].Points
	}
	if points > mostJoint {
		return int(^uint(0) >> 1)
	}
	return size
}

// team is the one of some chains; they are kept, since only rewards change.
func (b *bench) team(members []int) *team {
	key := fmt.Sprint(members)
	if t := b.teams[key]; t != nil {
		return t
	}
	t := &team{members: append([]int(nil), members...), all: 1, size: 1, by: make(map[int]*table)}
	for _, i := range members {
		c := b.solvers[i].full.chain
		t.points, t.of = append(t.points, c.Points), append(t.of, t.all)
		t.start += t.size * c.index(c.begin())
		t.all *= c.Points
		t.size *= b.solvers[i].full.size
	}
	for _, gap := range b.p.Chains[members[0]].Gap {
		if t.by[gap] == nil {
			t.by[gap] = b.product(t, gap)
		}
	}
	b.teams[key] = t
	return t
}

// product is the table of a team: every option of every member with each of the
// others'.
func (b *bench) product(t *team, gap int) *table {
	out := &table{}
	tabs := make([]*table, len(t.members))
	for k, i := range t.members {
		tabs[k] = b.solvers[i].full.by[gap]
	}
	conds := make([]int, len(tabs))
	var each func(k, point, scale, next0, next1 int, cost float64)
	each = func(k, point, scale, next0, next1 int, cost float64) {
		if k == len(tabs) {
			out.point, out.cost = append(out.point, uint8(point)), append(out.cost, cost)
			out.to[0], out.to[1] = append(out.to[0], int32(next0)), append(out.to[1], int32(next1))
			return
		}
		tab := tabs[k]
		for o := tab.begin[conds[k]]; o < tab.begin[conds[k]+1]; o++ {
			each(k+1, point+t.of[k]*int(tab.point[o]), scale*b.solvers[t.members[k]].full.size,
				next0+scale*int(tab.to[0][o]), next1+scale*int(tab.to[1][o]), cost+tab.cost[o])
		}
	}
	for joint := range t.size {
		rest, from := joint, 0
		for k, i := range t.members {
			conds[k] = rest % b.solvers[i].full.size
			rest /= b.solvers[i].full.size
			from += t.of[k] * int(tabs[k].from[conds[k]])
		}
		out.begin = append(out.begin, int32(len(out.point)))
		out.from = append(out.from, uint8(from))
		each(0, 0, 1, 0, 0, 0)
	}
	out.begin = append(out.begin, int32(len(out.point)))
	return out
}

// againTeam solves some chains as one in what the others leave.
func (b *bench) againTeam(pl *plan, members []int) bool {
	t := b.team(members)
	b.joint++
	reward, extra := b.leftTeam(pl, t)
	best := make([]uint8, b.n*t.size)
	now, next := make([]float64, t.size), make([]float64, t.size)
	first := b.p.Chains[members[0]]
	for m := b.n - 1; m >= 0; m-- {
		day := 0
		if first.DayEnds[m] {
			day = 1
		}
		tab, choice := t.by[first.Gap[m]], best[m*t.size:(m+1)*t.size]
		if extra == nil {
			tab.induce(reward[m*t.all:(m+1)*t.all], day, choice, next, now)
		} else {
			tab.induceExtra(reward[m*t.all:(m+1)*t.all], extra[m*t.all*t.all:(m+1)*t.all*t.all], t.all, day, choice, next, now)
		}
		now, next = next, now
	}
	joint := make([]uint8, b.n)
	for m, at := 0, t.start; m < b.n; m++ {
		joint[m] = best[m*t.size+at]
		at = int(t.by[first.Gap[m]].next(at, joint[m], first.DayEnds[m]))
	}
	if !(next[t.start] > b.teamValue(pl, t, reward, extra)+1e-9) {
		return false
	}
	path := make([]uint8, b.n)
	for k, i := range members {
		for m, q := range joint {
			path[m] = t.member(k, q)
		}
		b.put(pl, i, path)
	}
	return true
}

// member is a member's part of a joint point.
func (t *team) member(k int, joint uint8) uint8 {
	return uint8(int(joint) / t.of[k] % t.points[k])
}

// draw is what the joint point of a team draws of a group.
func (b *bench) draw(t *team, g int, joint uint8) float64 {
	sum := 0.0
	for k, i := range t.members {
		if b.has[g][i] {
			sum += b.p.Draw[i][t.member(k, joint)]
		}
	}
	return sum
}

// joint is a moment's joint point as planned.
func (t *team) joint(pl *plan, m int) uint8 {
	q := 0
	for k, i := range t.members {
		q += t.of[k] * int(pl.paths[i][m])
	}
	return uint8(q)
}

// before is the joint point before the first moment.
func (b *bench) before(t *team) uint8 {
	q := 0
	for k, i := range t.members {
		q += t.of[k] * b.p.Chains[i].FromPoint
	}
	return uint8(q)
}

// leftTeam is a team's rewards less what passing limits would cost beside the
// others, and the same for its changes where there are ramps.
func (b *bench) leftTeam(pl *plan, t *team) (reward, extra []float64) {
	reward = make([]float64, b.n*t.all)
	for m := range b.n {
		for q := range t.all {
			for k, i := range t.members {
				reward[m*t.all+q] += b.p.Reward[i][m*t.points[k]+int(t.member(k, uint8(q)))]
			}
		}
	}
	for g := range b.p.Groups {
		group := &b.p.Groups[g]
		draws := make([]float64, t.all)
		for q := range draws {
			draws[q] = b.draw(t, g, uint8(q))
		}
		if group.ramped() && extra == nil {
			extra = make([]float64, b.n*t.all*t.all)
		}
		before := group.Before - draws[b.before(t)]
		for m, sum := range pl.sums[g] {
			others := sum - draws[t.joint(pl, m)]
			for q, d := range draws {
				reward[m*t.all+q] -= b.level(group, m, others+d)
				for p := 0; group.ramped() && p < t.all; p++ {
					extra[(m*t.all+p)*t.all+q] += b.turn(group, m, others-before+d-draws[p])
				}
			}
			before = others
		}
	}
	return reward, extra
}

// teamValue is what a team's paths as planned earn in what the others leave.
func (b *bench) teamValue(pl *plan, t *team, reward, extra []float64) float64 {
	value, p := 0.0, b.before(t)
	for m := range b.n {
		q := t.joint(pl, m)
		value += reward[m*t.all+int(q)]
		if extra != nil {
			value -= extra[(m*t.all+int(p))*t.all+int(q)]
		}
		for k, i := range t.members {
			value -= b.p.Chains[i].Change[t.member(k, p)][t.member(k, q)]
		}
		p = q
	}
	return value
}
