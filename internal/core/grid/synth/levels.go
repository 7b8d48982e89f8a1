package synth

import (
	"cmp"
	"math"
	"slices"
)

// Voltage levels, kV.
const (
	high      = 345.0
	middle    = 138.0
	low       = 69.0
	generator = 20.0
)

// counts say how the buses are spent.
type counts struct {
	stations int // one bus each
	high     int // stations with a 345 kV bus beside
	low      int // stations whose own bus is 69 kV
	step     int // of those, with a 138 kV bus beside
	plants   int // one bus each, behind a transformer
}

// counts: a fifth of the buses are generators'; of the stations one in five is on
// the 345 kV network, fewer in a network finer than 2,000 buses, and a quarter
// on 69 kV.
func (d *design) counts() counts {
	n := d.opt.Buses
	c := counts{plants: n / 5}
	c.stations = int(float64(n-c.plants) / 1.28)
	c.high = max(3, int(0.22*float64(c.stations)*min(1, math.Sqrt(2000/float64(n)))))
	c.step = max(1, c.stations*6/100)
	c.stations = n - c.plants - c.high - c.step
	c.low = min(c.stations/4, c.stations-c.high)
	return c
}

// chooseLevels gives each station its buses. The 345 kV stations are spread
// out in proportion to load; the 69 kV ones are in the country.
func (d *design) chooseLevels() {
	c := d.counts()
	for _, i := range d.spread(c.high) {
		d.stations[i].high = i // marks it; the bus comes below
	}
	isLow, feeds := d.country(c)
	for i := range d.stations {
		s := &d.stations[i]
		kv := middle
		if isLow[i] {
			kv = low
		}
		s.base = d.addBus(i, kv)
		if kv == middle {
			s.middle = s.base
		}
		if s.high >= 0 {
			s.high = d.addBus(i, high)
		}
		if feeds[i] {
			s.middle = d.addBus(i, middle)
		}
	}
}

// country picks the 69 kV stations: as many clusters as there are stations to
// feed them from 138 kV, each of the stations nearest to its feeder.
func (d *design) country(c counts) (isLow, feeds []bool) {
	isLow, feeds = make([]bool, len(d.stations)), make([]bool, len(d.stations))
	var rural []int
	for i := range d.stations {
		if d.stations[i].high < 0 {
			rural = append(rural, i)
		}
	}
	slices.SortStableFunc(rural, func(a, b int) int { return cmp.Compare(d.stations[a].urban, d.stations[b].urban) })
	rural = rural[:min(len(rural), 2*c.low)]
	slices.Sort(rural)
	feeders := make([]int, c.step)
	for k := range feeders {
		feeders[k] = rural[k*len(rural)/c.step]
		isLow[feeders[k]], feeds[feeders[k]] = true, true
	}
	type pair struct {
		feeder, station int
		km              float64
	}
	var pairs []pair
	for k, f := range feeders {
		for _, i := range rural {
			pairs = append(pairs, pair{k, i, kilometres(&d.stations[f], &d.stations[i])})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.km, b.km) })
	size := make([]int, c.step)
	left := c.low - c.step
	for _, p := range pairs {
		if left > 0 && !isLow[p.station] && size[p.feeder] < 2*c.low/c.step {
			isLow[p.station] = true
			size[p.feeder]++
			left--
		}
	}
	return isLow, feeds
}

// spread picks n stations one after the other, each time the one that is
// farthest from those picked, its distance weighed with how urban it is.
func (d *design) spread(n int) []int {
	distance := make([]float64, len(d.stations))
	for i := range distance {
		distance[i] = math.Inf(1)
	}
	picked := []int{0}
	for len(picked) < n {
		last := &d.stations[picked[len(picked)-1]]
		best, bestScore := -1, -1.0
		for i := range d.stations {
			s := &d.stations[i]
			distance[i] = min(distance[i], kilometres(s, last))
			if score := distance[i] * (0.4 + 3*s.urban); distance[i] > 0 && score > bestScore+1e-6 {
				best, bestScore = i, score
			}
		}
		picked = append(picked, best)
	}
	slices.Sort(picked)
	return picked
}

// drawLines connects the buses of each level, and the levels with each other.
func (d *design) drawLines() {
	for _, level := range []struct{ kv, perBus, longest float64 }{{high, 1.42, 300}, {middle, 1.26, 120}, {low, 1, 45}} {
		d.connect(level.kv, level.perBus, level.longest)
	}
	for i := range d.stations {
		if s := &d.stations[i]; s.high >= 0 {
			d.edges = append(d.edges, edge{from: s.high, to: s.middle, circuits: 1})
		}
		if s := &d.stations[i]; s.middle >= 0 && s.middle != s.base {
			d.edges = append(d.edges, edge{from: s.middle, to: s.base, circuits: 1})
		}
	}
}

// nodes are the buses of a level.
func (d *design) nodes(kv float64) []int {
	var out []int
	for i, b := range d.buses {
		if b.kv == kv {
			out = append(out, i)
		}
	}
	return out
}

func (d *design) stationOf(bus int) *station { return &d.stations[d.buses[bus].station] }

// detours are the ways round, over the direct line, beyond which neighbours
// get a line of their own, in the order in which they are tried.
func detours() []float64 { return []float64{4, 2.2, 1.6, 1.3} }

// connect draws the lines of a level: the shortest tree over it, then lines
// between neighbours whose way round is long, the longest ways first, until
// there are perBus lines per bus. The 69 kV tree is cut into districts, each
// fed from the 138 kV buses in it.
func (d *design) connect(kv, perBus, longest float64) {
	nodes := d.nodes(kv)
	tree := d.shortestTree(nodes)
	if kv == low {
		tree = d.districts(nodes, tree)
	}
	m := newMesh(len(d.buses))
	add := func(a, b int) {
		// A line winds: a fifth longer than the crow flies, give or take.
		crow := kilometres(d.stationOf(a), d.stationOf(b))
		m.join(a, b, crow)
		d.edges = append(d.edges, edge{from: a, to: b, km: max(0.8, round(crow*d.between(1.1, 1.3), 100)), circuits: 1})
	}
	for _, e := range tree {
		add(e[0], e[1])
	}
	pairs := d.byLength(nodes, d.neighbours(nodes, 8))
	for _, detour := range detours() {
		for _, pair := range pairs {
			if len(m.joined) >= int(perBus*float64(len(nodes))) {
				break
			}
			km := kilometres(d.stationOf(pair[0]), d.stationOf(pair[1]))
			if km <= longest && !m.within(pair[0], pair[1], detour*km) {
				add(pair[0], pair[1])
			}
		}
	}
}

// shortestTree is Prim's minimum spanning tree, as pairs of buses.
func (d *design) shortestTree(nodes []int) [][2]int {
	if len(nodes) == 0 {
		return nil
	}
	in := make([]bool, len(nodes))
	distance := make([]float64, len(nodes))
	parent := make([]int, len(nodes))
	for k := range nodes {
		distance[k] = math.Inf(1)
	}
	var tree [][2]int
	at := 0
	for range len(nodes) - 1 {
		in[at] = true
		next := -1
		for k := range nodes {
			if in[k] {
				continue
			}
			if far := kilometres(d.stationOf(nodes[k]), d.stationOf(nodes[at])); far < distance[k] {
				distance[k], parent[k] = far, at
			}
			if next < 0 || distance[k] < distance[next] {
				next = k
			}
		}
		tree = append(tree, [2]int{nodes[parent[next]], nodes[next]})
		at = next
	}
	return tree
}

// neighbours are the n nearest nodes of each, nearest first.
func (d *design) neighbours(nodes []int, n int) [][]int {
	out := make([][]int, len(nodes))
	type near struct {
		bus int
		km  float64
	}
	for k, i := range nodes {
		best := make([]near, 0, n+1)
		for _, j := range nodes {
			if i == j {
				continue
			}
			km := kilometres(d.stationOf(i), d.stationOf(j))
			if len(best) == n && km >= best[n-1].km {
				continue
			}
			at, _ := slices.BinarySearchFunc(best, km, func(x near, km float64) int { return cmp.Or(cmp.Compare(x.km, km), -1) })
			best = slices.Insert(best, at, near{j, km})
			best = best[:min(n, len(best))]
		}
		for _, x := range best {
			out[k] = append(out[k], x.bus)
		}
	}
	return out
}

// byLength are the pairs of near neighbours, the shortest first.
func (d *design) byLength(nodes []int, near [][]int) [][2]int {
	type pair struct {
		ends [2]int
		km   float64
	}
	var pairs []pair
	for k, i := range nodes {
		for _, j := range near[k] {
			// Half of the neighbours' pairs stand in both lists.
			at, _ := slices.BinarySearch(nodes, j)
			if i < j || !slices.Contains(near[at], i) {
				pairs = append(pairs, pair{[2]int{i, j}, kilometres(d.stationOf(i), d.stationOf(j))})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.km, b.km) })
	out := make([][2]int, len(pairs))
	for k, p := range pairs {
		out[k] = p.ends
	}
	return out
}

// districts cuts the longest lines of a tree as long as both sides keep a
// station that feeds them from the level above.
func (d *design) districts(nodes []int, tree [][2]int) [][2]int {
	order := slices.Clone(tree)
	slices.SortStableFunc(order, func(a, b [2]int) int {
		return cmp.Compare(kilometres(d.stationOf(b[0]), d.stationOf(b[1])), kilometres(d.stationOf(a[0]), d.stationOf(a[1])))
	})
	neighbours := make(map[int][]int, len(nodes))
	for _, e := range tree {
		neighbours[e[0]] = append(neighbours[e[0]], e[1])
		neighbours[e[1]] = append(neighbours[e[1]], e[0])
	}
	remove := func(a, b int) {
		at := slices.Index(neighbours[a], b)
		neighbours[a] = slices.Delete(neighbours[a], at, at+1)
	}
	var kept [][2]int
	for _, e := range order {
		remove(e[0], e[1])
		remove(e[1], e[0])
		if d.fed(e[0], neighbours) && d.fed(e[1], neighbours) {
			continue
		}
		neighbours[e[0]] = append(neighbours[e[0]], e[1])
		neighbours[e[1]] = append(neighbours[e[1]], e[0])
		kept = append(kept, e)
	}
	return kept
}

// fed reports whether a part of a level has a station with a bus above.
func (d *design) fed(root int, neighbours map[int][]int) bool {
	seen := map[int]bool{root: true}
	stack := []int{root}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if d.stationOf(i).middle >= 0 {
			return true
		}
		for _, j := range neighbours[i] {
			if !seen[j] {
				seen[j] = true
				stack = append(stack, j)
			}
		}
	}
	return false
}
