package optimize

import "math"

// Solver solves one chain for many rewards. It keeps buffers and is for one
// goroutine.
type Solver struct {
	c           *Chain
	full, loose tables // loose: without the budget of starts
	best        []uint8
	value, next []float64
	path        []uint8
	passes      int
}

// tables are the options of a chain by the gap to the next moment.
type tables struct {
	chain *Chain
	size  int
	by    map[int]*table
}

// table is what every condition allows, flattened: the options of condition i
// are those from begin[i] to begin[i+1].
type table struct {
	begin []int32
	point []uint8
	from  []uint8 // by condition: its point
	cost  []float64
	to    [2][]int32 // index of the next condition, by whether the day ends
}

// NewSolver gives a solver of c, which must not change any more.
func NewSolver(c *Chain) *Solver {
	s := &Solver{c: c, full: tablesOf(c), path: make([]uint8, c.Moments())}
	s.loose = s.full
	if c.Starts > 0 {
		relaxed := *c
		relaxed.Starts = 0
		s.loose = tablesOf(&relaxed)
	}
	return s
}

func tablesOf(c *Chain) tables {
	t := tables{chain: c, size: c.conditions(), by: make(map[int]*table)}
	for _, gap := range c.Gap {
		if t.by[gap] == nil {
			t.by[gap] = tableOf(c, gap)
		}
	}
	return t
}

func tableOf(c *Chain, gap int) *table {
	t := &table{}
	for _, s := range c.all() {
		t.begin = append(t.begin, int32(len(t.point)))
		t.from = append(t.from, uint8(s.point))
		for _, q := range c.choices(s) {
			t.point = append(t.point, uint8(q))
			t.cost = append(t.cost, c.Change[s.point][q])
			for day := range t.to {
				t.to[day] = append(t.to[day], int32(c.index(c.after(s, gap, day == 1, q))))
			}
		}
	}
	t.begin = append(t.begin, int32(len(t.point)))
	return t
}

// Passes is how many times the solver has gone through its moments.
func (s *Solver) Passes() int { return s.passes }

// Solve is the exact optimum by backward induction: the path that earns most,
// and what it earns. Of equal ones it stays where it is. reward is by moment,
// then point. extra, where there is any, is what going from point to point costs
// beside the chain's own changes, by moment, then point before, then point. The
// path is good until the next call.
func (s *Solver) Solve(reward, extra []float64) ([]uint8, float64) {
	path, value := s.solve(&s.loose, reward, extra)
	if s.c.within(path) {
		return path, value
	}
	return s.solve(&s.full, reward, extra)
}

func (s *Solver) solve(t *tables, reward, extra []float64) ([]uint8, float64) {
	value := s.backward(t, reward, extra, 0)
	start := t.chain.index(t.chain.begin())
	at := start
	for m := range s.path {
		q := s.best[m*t.size+at]
		s.path[m] = q
		at = int(s.tableAt(t, m).next(at, q, s.c.DayEnds[m]))
	}
	return s.path, value[start]
}

// First is what the best path through each point of the first moment earns, into
// values; -Inf where a point is not open. The budget of starts is counted
// where the best path would break it, and is otherwise taken not to bind.
func (s *Solver) First(reward, extra, values []float64) {
	t := &s.loose
	if s.c.Starts > 0 {
		if path, _ := s.solve(t, reward, extra); !s.c.within(path) {
			t = &s.full
		}
	}
	next := s.backward(t, reward, extra, 1)
	for q := range values {
		values[q] = math.Inf(-1)
	}
	from := t.chain.begin()
	for _, q := range t.chain.choices(from) {
		after := t.chain.after(from, s.c.Gap[0], s.c.DayEnds[0], q)
		v := reward[q] - s.c.Change[from.point][q] + next[t.chain.index(after)]
		if extra != nil {
			v -= extra[from.point*s.c.Points+q]
		}
		values[q] = v
	}
}

// backward induces from the end to a moment and returns what every condition
// before it is worth.
func (s *Solver) backward(t *tables, reward, extra []float64, to int) []float64 {
	s.passes++
	n, k := s.c.Moments(), s.c.Points
	s.grow(n*t.size, t.size)
	value, next := s.value[:t.size], s.next[:t.size]
	clear(next)
	for m := n - 1; m >= to; m-- {
		tab := s.tableAt(t, m)
		day := 0
		if s.c.DayEnds[m] {
			day = 1
		}
		choice := s.best[m*t.size : (m+1)*t.size]
		if extra == nil {
			tab.induce(reward[m*k:(m+1)*k], day, choice, next, value)
		} else {
			tab.induceExtra(reward[m*k:(m+1)*k], extra[m*k*k:(m+1)*k*k], k, day, choice, next, value)
		}
		value, next = next, value
	}
	return next
}

func (s *Solver) grow(choices, size int) {
	if len(s.best) < choices {
		s.best = make([]uint8, choices)
	}
	if len(s.value) < size {
		s.value, s.next = make([]float64, size), make([]float64, size)
	}
}

func (s *Solver) tableAt(t *tables, moment int) *table { return t.by[s.c.Gap[moment]] }

func (t *table) next(at int, q uint8, dayEnds bool) int32 {
	day := 0
	if dayEnds {
		day = 1
	}
	for o := t.begin[at]; o < t.begin[at+1]; o++ {
		if t.point[o] == q {
			return t.to[day][o]
		}
	}
	return int32(at)
}

// induce fills one moment: the best choice of every condition, and its value.
func (t *table) induce(reward []float64, day int, choice []uint8, next, values []float64) {
	to := t.to[day]
	for i := range values {
		top, at := math.Inf(-1), uint8(0)
		for o := t.begin[i]; o < t.begin[i+1]; o++ {
			q := t.point[o]
			if v := reward[q] - t.cost[o] + next[to[o]]; v > top {
				top, at = v, q
			}
		}
		values[i], choice[i] = top, at
	}
}

func (t *table) induceExtra(reward, extra []float64, k, day int, choice []uint8, next, values []float64) {
	to := t.to[day]
	for i := range values {
		top, at := math.Inf(-1), uint8(0)
		row := extra[int(t.from[i])*k:]
		for o := t.begin[i]; o < t.begin[i+1]; o++ {
			q := t.point[o]
			if v := reward[q] - t.cost[o] - row[q] + next[to[o]]; v > top {
				top, at = v, q
			}
		}
		values[i], choice[i] = top, at
	}
}
