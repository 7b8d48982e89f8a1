package policy

import "math"

// chain is one class seen as a decision per moment among a few points of its
// power curve, point 0 being off, under the rules that join one moment to the
// next. Times are counted in steps.
type chain struct {
	points    int
	reward    []float64   // by moment, then point: dollars earned at the point
	change    [][]float64 // dollars to go from a point to another; +Inf where ramps forbid it
	lowest    int         // points below it are taken only where no other can be
	minUp     int         // steps on before the class may go off
	minDown   int         // steps off before it may go on
	starts    int         // starts allowed per operating day; 0: no limit
	gap       []int       // by moment: steps until the next one
	dayEnds   []bool      // by moment: the next one belongs to another operating day
	fromPoint int         // what the class did before the first moment
	fromSteps int         // for how many steps
	fromUsed  int         // starts used on the first moment's day
}

// condition is what a class is doing before a decision: its point, for how many
// steps it has been on or off (counted no further than matters), and how many
// starts the day has seen.
type condition struct{ point, steps, used int }

func (c *chain) moments() int { return len(c.gap) }

// conditions is how many conditions there are; index numbers them.
func (c *chain) conditions() int { return (c.starts + 1) * c.perDay() }

func (c *chain) perDay() int { return c.minDown + 1 + (c.points-1)*(c.minUp+1) }

func (c *chain) index(s condition) int {
	at := s.used * c.perDay()
	if s.point == 0 {
		return at + s.steps
	}
	return at + c.minDown + 1 + (s.point-1)*(c.minUp+1) + s.steps
}

func (c *chain) all() []condition {
	list := make([]condition, 0, c.conditions())
	for used := 0; used <= c.starts; used++ {
		for point := range c.points {
			for steps := 0; steps <= c.longest(point); steps++ {
				list = append(list, condition{point, steps, used})
			}
		}
	}
	return list
}

// longest is the number of steps beyond which time in a point changes nothing.
func (c *chain) longest(point int) int {
	if point == 0 {
		return c.minDown
	}
	return c.minUp
}

// allowed reports whether the rules let a class in condition s go to point q.
// Staying is always allowed.
func (c *chain) allowed(s condition, q int) bool {
	switch {
	case math.IsInf(c.change[s.point][q], 1):
		return false
	case s.point == 0 && q > 0:
		return s.steps >= c.minDown && (c.starts == 0 || s.used < c.starts)
	case s.point > 0 && q == 0:
		return s.steps >= c.minUp
	}
	return true
}

// after is the condition before the next moment when, in condition s, the class
// goes to q at moment t.
func (c *chain) after(s condition, t, q int) condition {
	next := condition{point: q, steps: s.steps + c.gap[t], used: s.used}
	if (s.point == 0) != (q == 0) {
		next.steps = c.gap[t]
	}
	next.steps = min(next.steps, c.longest(q))
	if c.starts > 0 && s.point == 0 && q > 0 {
		next.used++
	}
	if c.dayEnds[t] {
		next.used = 0
	}
	return next
}

// option is a point that a condition allows, and where it leads.
type option struct {
	point int
	cost  float64
	next  [2]int // index of the next condition, by whether the day ends
}

// solve is the exact optimum by backward induction: the point at every moment,
// of the sequence that earns the most. Of equal ones it stays where it is.
func (c *chain) solve() []uint8 {
	n, size := c.moments(), c.conditions()
	all := c.all()
	usual := c.optionsAfter(all, 1)
	best := make([]uint8, n*size)
	value, next := make([]float64, size), make([]float64, size)
	for t := n - 1; t >= 0; t-- {
		options := usual
		if c.gap[t] != 1 {
			options = c.optionsAfter(all, c.gap[t])
		}
		c.induce(t, options, best[t*size:(t+1)*size], value, next)
		value, next = next, value
	}
	return c.follow(best, size)
}

// induce fills one moment: the best choice of every condition, and its value
// into values.
func (c *chain) induce(t int, options [][]option, choice []uint8, next, values []float64) {
	reward := c.reward[t*c.points : (t+1)*c.points]
	turn := 0
	if c.dayEnds[t] {
		turn = 1
	}
	for i, list := range options {
		top, at := math.Inf(-1), 0
		for _, o := range list {
			if v := reward[o.point] - o.cost + next[o.next[turn]]; v > top {
				top, at = v, o.point
			}
		}
		values[i], choice[i] = top, uint8(at)
	}
}

// optionsAfter is what every condition allows when the next moment is gap steps
// away, staying first.
func (c *chain) optionsAfter(all []condition, gap int) [][]option {
	ends := [2]bool{false, true}
	step := *c
	step.gap, step.dayEnds = []int{gap, gap}, ends[:]
	lists := make([][]option, len(all))
	for i, s := range all {
		for _, q := range c.choices(s) {
			lists[i] = append(lists[i], option{
				point: q,
				cost:  c.change[s.point][q],
				next:  [2]int{c.index(step.after(s, 0, q)), c.index(step.after(s, 1, q))},
			})
		}
	}
	return lists
}

// choices are the points open to a condition, staying first. Points below the
// lowest drop out where any other is open.
func (c *chain) choices(s condition) []int {
	var open, low []int
	for offset := range c.points {
		q := (s.point + offset) % c.points
		if !c.allowed(s, q) {
			continue
		}
		if q < c.lowest {
			low = append(low, q)
		} else {
			open = append(open, q)
		}
	}
	if len(open) == 0 {
		return low
	}
	return open
}

// follow walks forward along the best choices.
func (c *chain) follow(best []uint8, size int) []uint8 {
	s := condition{
		point: c.fromPoint,
		steps: min(c.fromSteps, c.longest(c.fromPoint)),
		used:  min(c.fromUsed, c.starts),
	}
	path := make([]uint8, c.moments())
	for t := range path {
		q := best[t*size+c.index(s)]
		path[t] = q
		s = c.after(s, t, int(q))
	}
	return path
}
