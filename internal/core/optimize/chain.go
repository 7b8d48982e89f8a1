package optimize

import "math"

// Chain is one asset seen as a decision per moment among a few points of its
// power curve, point 0 being off, under the rules that join one moment to the
// next. Times are counted in steps.
type Chain struct {
	Points    int
	Change    [][]float64 // dollars to go from a point to another; +Inf where that is not allowed
	Lowest    int         // points below it are taken only where no other can be
	MinUp     int         // steps on before the asset may go off
	MinDown   int         // steps off before it may go on
	Starts    int         // starts allowed per day; 0: no limit
	Gap       []int       // by moment: steps until the next one
	DayEnds   []bool      // by moment: the next one belongs to another day
	FromPoint int         // what the asset did before the first moment
	FromSteps int         // for how many steps
	FromUsed  int         // starts used on the first moment's day
}

// Moments is how many decisions there are.
func (c *Chain) Moments() int { return len(c.Gap) }

// condition is what an asset is doing before a decision: its point, for how many
// steps it has been on or off (counted no further than matters), and how many
// starts the day has seen.
type condition struct{ point, steps, used int }

// conditions is how many conditions there are; index numbers them.
func (c *Chain) conditions() int { return (c.Starts + 1) * c.perDay() }

func (c *Chain) perDay() int { return c.MinDown + 1 + (c.Points-1)*(c.MinUp+1) }

func (c *Chain) index(s condition) int {
	at := s.used * c.perDay()
	if s.point == 0 {
		return at + s.steps
	}
	return at + c.MinDown + 1 + (s.point-1)*(c.MinUp+1) + s.steps
}

func (c *Chain) all() []condition {
	list := make([]condition, 0, c.conditions())
	for used := 0; used <= c.Starts; used++ {
		for point := range c.Points {
			for steps := 0; steps <= c.longest(point); steps++ {
				list = append(list, condition{point, steps, used})
			}
		}
	}
	return list
}

// longest is the number of steps beyond which time in a point changes nothing.
func (c *Chain) longest(point int) int {
	if point == 0 {
		return c.MinDown
	}
	return c.MinUp
}

// allowed reports whether the rules let an asset in condition s go to point q.
// Staying is always allowed.
func (c *Chain) allowed(s condition, q int) bool {
	switch {
	case math.IsInf(c.Change[s.point][q], 1):
		return false
	case s.point == 0 && q > 0:
		return s.steps >= c.MinDown && (c.Starts == 0 || s.used < c.Starts)
	case s.point > 0 && q == 0:
		return s.steps >= c.MinUp
	}
	return true
}

// after is the condition before the next moment when, in condition s, the asset
// goes to q, the next moment is gap steps away and the day ends or does not.
func (c *Chain) after(s condition, gap int, dayEnds bool, q int) condition {
	next := condition{point: q, steps: s.steps + gap, used: s.used}
	if (s.point == 0) != (q == 0) {
		next.steps = gap
	}
	next.steps = min(next.steps, c.longest(q))
	if c.Starts > 0 && s.point == 0 && q > 0 {
		next.used++
	}
	if dayEnds {
		next.used = 0
	}
	return next
}

// choices are the points open to a condition, staying first. Points below the
// lowest drop out where any other is open.
func (c *Chain) choices(s condition) []int {
	var open, low []int
	for offset := range c.Points {
		q := (s.point + offset) % c.Points
		if !c.allowed(s, q) {
			continue
		}
		if q < c.Lowest {
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

// begin is the condition before the first moment.
func (c *Chain) begin() condition {
	return condition{
		point: c.FromPoint,
		steps: min(c.FromSteps, c.longest(c.FromPoint)),
		used:  min(c.FromUsed, c.Starts),
	}
}

// within reports whether a path keeps to the budget of starts.
func (c *Chain) within(path []uint8) bool {
	if c.Starts == 0 {
		return true
	}
	point, used := c.FromPoint, c.FromUsed
	for t, q := range path {
		if point == 0 && q > 0 {
			if used++; used > c.Starts {
				return false
			}
		}
		if c.DayEnds[t] {
			used = 0
		}
		point = int(q)
	}
	return true
}

// Value is what a path earns: the rewards of its points less its changes. reward
// is by moment, then point.
func (c *Chain) Value(reward []float64, path []uint8) float64 {
	sum, point := 0.0, c.FromPoint
	for t, q := range path {
		sum += reward[t*c.Points+int(q)] - c.Change[point][q]
		point = int(q)
	}
	return sum
}

// Allows reports whether a path breaks no rule of the chain.
func (c *Chain) Allows(path []uint8) bool {
	s := c.begin()
	for t, q := range path {
		if !c.allowed(s, int(q)) {
			return false
		}
		s = c.after(s, c.Gap[t], c.DayEnds[t], int(q))
	}
	return true
}
