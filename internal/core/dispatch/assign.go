package dispatch

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"time"
)

// Wish is what a set of machines is to draw together.
type Wish struct {
	Watts float64 // sleep power included
	// AtLeast fills up to the wish rather than staying below it, by less than one
	// machine: load that is sold as reserve must be there.
	AtLeast bool
	// Hold changes no more than the wish asks for: no machine is replaced by a
	// better one while a reserve is held on the load.
	Hold bool
	// Urgent forgets minimum times on the way down.
	Urgent bool
	Seed   uint64 // decides between equals
	Now    time.Time
	// Feeders are the limits of feeders, W. One that is not named has none.
	Feeders map[string]float64
}

// Assignment is the level of each machine.
type Assignment struct {
	Levels []int
	Watts  float64 // they draw together, machines that are out as they do
	ShortW float64 // W of the wish that no machine could take up
}

// betterBy is how much more efficient, as a share, a sleeping machine must be
// than a running one to take its place: each exchange costs a restart.
const betterBy = 0.05

// step is a stretch of one machine's power curve that is taken as a whole.
type step struct {
	machine  int
	from, to int
	watts    float64
	cost     float64 // J/TH at the margin, dearer where the machine sleeps
	kept     bool    // the machine is already at this level or above
	starts   int
	lot      uint64
}

// Assign gives each machine a level so that together they draw the wish, and not
// more, with the most hashes: the curve of each machine is cut into steps of
// rising J/TH, and the cheapest steps of all machines are taken until the wish is
// used up (the greedy solution of a separable concave allocation, which is exact
// but for the last machine). On the way down the least efficient therefore go
// first. Machines within their minimum times, or out of starts, stay as they are.
func Assign(machines []Machine, standings []Standing, w Wish) Assignment {
	a := Assignment{Levels: make([]int, len(machines))}
	room := make(map[string]float64, len(w.Feeders))
	for feeder, limit := range w.Feeders {
		room[feeder] = limit
	}
	take := func(i int, watts float64) {
		a.Watts += watts
		if _, limited := room[machines[i].Feeder]; limited {
			room[machines[i].Feeder] -= watts
		}
	}
	var steps []step
	for i := range machines {
		m, s := &machines[i], &standings[i]
		if s.Out {
			a.Levels[i] = s.Level
			take(i, s.Watts)
			continue
		}
		floor := fixed(m, s, &w)
		a.Levels[i] = floor
		take(i, m.Watts(floor))
		if !mayRise(m, s, &w) {
			continue
		}
		steps = appendSteps(steps, i, m, s, floor, &w)
	}
	slices.SortFunc(steps, func(x, y step) int { return before(&x, &y, w.Hold) })
	for i := range steps {
		a.tryStep(&steps[i], machines, w, room, take)
	}
	a.ShortW = max(0, w.Watts-a.Watts)
	return a
}

// tryStep takes a step where the wish and the feeder have room for it, and the
// machine stands where it begins.
func (a *Assignment) tryStep(s *step, machines []Machine, w Wish, room map[string]float64, take func(int, float64)) {
	const slack = 1e-6
	if a.Levels[s.machine] != s.from {
		return // a step below it did not fit
	}
	left := w.Watts - a.Watts
	if left < slack || s.watts > left+slack && !w.AtLeast {
		return
	}
	if free, limited := room[machines[s.machine].Feeder]; limited && s.watts > free+slack {
		return
	}
	a.Levels[s.machine] = s.to
	take(s.machine, s.watts)
}

// fixed is the lowest level that a machine may be given now.
func fixed(m *Machine, s *Standing, w *Wish) int {
	if s.Level > 0 && !w.Urgent && w.Now.Sub(s.Since) < m.MinUp {
		if m.Stepped {
			return 1
		}
		return m.Top()
	}
	return 0
}

// mayRise reports whether a machine may be given more than its lowest level: one
// that sleeps needs its rest, and a start that is left.
func mayRise(m *Machine, s *Standing, w *Wish) bool {
	if s.Level > 0 {
		return true
	}
	return w.Now.Sub(s.Since) >= m.MinDown && (m.Starts == 0 || s.Starts < m.Starts)
}

// before is the order in which steps are taken.
func before(x, y *step, hold bool) int {
	if hold && x.kept != y.kept {
		return first(x.kept)
	}
	if c := cmp.Compare(x.cost, y.cost); c != 0 {
		return c
	}
	if x.kept != y.kept {
		return first(x.kept)
	}
	if c := cmp.Compare(x.starts, y.starts); c != 0 {
		return c
	}
	if c := cmp.Compare(x.lot, y.lot); c != 0 {
		return c
	}
	return cmp.Compare(x.machine, y.machine)
}

func first(x bool) int {
	if x {
		return -1
	}
	return 1
}

// appendSteps cuts a machine's curve above a level into steps of rising J/TH: the
// lower convex hull of power over hashrate. A machine that cannot be dimmed has
// one step.
func appendSteps(steps []step, i int, m *Machine, s *Standing, from int, w *Wish) []step {
	skew := s.Skew
	if !(skew > 0) {
		skew = 1
	}
	skew = min(max(skew, 0.5), 2)
	lot := Lot(w.Seed, m.ID)
	for from < m.Top() {
		to := m.Top()
		if m.Stepped {
			to = hullNext(m, from)
		}
		one := step{
			machine: i, from: from, to: to, watts: m.Watts(to) - m.Watts(from), cost: slope(m, from, to) * skew,
			kept: s.Level >= to, starts: s.Starts, lot: lot,
		}
		if s.Level == 0 {
			one.cost *= 1 + betterBy
		}
		steps = append(steps, one)
		from = to
	}
	return steps
}

// hullNext is the level above from to which the fewest watts buy a terahash; of
// equals the highest.
func hullNext(m *Machine, from int) int {
	best := from + 1
	for to := from + 2; to <= m.Top(); to++ {
		if slope(m, from, to) <= slope(m, from, best) {
			best = to
		}
	}
	return best
}

// slope is J/TH between two levels, and for machines that do not hash the watts
// that a share of their work costs. Power that buys no work comes last.
func slope(m *Machine, from, to int) float64 {
	done := work(m, to) - work(m, from)
	watts := m.Levels[to].Watts - m.Levels[from].Watts
	if !(done > 0) {
		return math.MaxFloat64 / 1e6 * (watts / 1e6)
	}
	return watts / done
}

// work is what a machine gets done at a level: TH/s, or the share of its full
// work where it does not hash (see [site.Level.Output]).
func work(m *Machine, level int) float64 {
	top, l := m.Levels[m.Top()], m.Levels[level]
	switch {
	case top.THs > 0:
		return float64(l.THs)
	case level == m.Top():
		return 1
	case level > 0 && l.Output > 0:
		return l.Output
	}
	return (l.Watts - m.Levels[0].Watts) / (top.Watts - m.Levels[0].Watts)
}

// Lot is a number that is even over machines and the same for the same seed.
func Lot(seed uint64, id string) uint64 {
	h := fnv.New64a()
	var b [8]byte
	for i := range b {
		b[i] = byte(seed >> (8 * i))
	}
	// A hash takes everything.
	_, _ = h.Write(b[:])
	_, _ = h.Write([]byte(id))
	// FNV is poor in its high bits for short texts; one multiplication mixes them.
	x := h.Sum64()
	x ^= x >> 32
	return x * 0x9e3779b97f4a7c15
}

// Share is a [Lot] as a fraction of one.
func Share(seed uint64, id string) float64 { return float64(Lot(seed, id)>>11) / (1 << 53) }
