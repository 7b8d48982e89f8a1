package optimize

import "math"

// Problem is several chains over the same moments, with the same gaps and days,
// and the limits that they share.
type Problem struct {
	Chains []*Chain
	Reward [][]float64 // by chain: dollars by moment, then point
	Draw   [][]float64 // by chain: what a point draws of every limit, such as MW
	Groups []Group
}

// Group is a limit on what some chains draw together.
type Group struct {
	Name    string
	Members []int     // positions of the chains; nil: all
	Most    []float64 // by moment, +Inf for none; nil: none at all
	Least   []float64 // by moment, -Inf for none; nil: none at all
	Rise    []float64 // by moment: by how much the sum may rise from the moment before; nil: no limit
	Fall    []float64 // the same downwards
	Before  float64   // the sum before the first moment
	// Excess is, by moment, what a unit above Most costs; nil: Most may not be
	// passed. A group with an excess has no Least.
	Excess []float64
	// Short is, by moment, what a unit below Least costs; nil: there may be none.
	// A group with a shortfall that is paid for has no Most.
	Short []float64
}

// Price is what limits of a group cost, by moment: what one more unit of room
// would earn.
type Price struct {
	Most, Least []float64
	Rise, Fall  []float64
}

// Solution is a schedule for every chain.
type Solution struct {
	Paths  [][]uint8
	Value  float64 // what it earns
	Broken float64 // by how much limits are passed where nothing that keeps to them was found
	Bound  float64 // no schedule earns more
	Prices []Price // by group
	Passes int     // of dynamic programs
	// Exact says that the bound was reached or all cases were tried.
	Exact bool
}

// Gap is the share of the bound that may be missing at most.
func (s *Solution) Gap() float64 {
	if math.IsInf(s.Bound, 0) || s.Exact {
		return 0
	}
	return max(0, s.Bound-s.Value) / max(1e-9, math.Abs(s.Bound))
}

// Effort bounds the work, in counts.
type Effort struct {
	Prices  int // iterations of the prices; each goes through every chain once
	Repairs int // of them that are repaired into a schedule
	Teams   int // states times moments up to which some chains are solved as one; 0: never
	Sweeps  int // rounds of a repair
	Kicks   int // rounds in which each chain in turn goes first, or stays off, and the others answer; then teams of three
}

// Usual is the effort of a decision.
func Usual() Effort { return Effort{Prices: 40, Repairs: 6, Teams: 1 << 19, Sweeps: 6, Kicks: 2} }

func (p *Problem) moments() int {
	if len(p.Chains) == 0 {
		return 0
	}
	return p.Chains[0].Moments()
}

// has reports by chain whether it draws on a group.
func (p *Problem) has() [][]bool {
	out := make([][]bool, len(p.Groups))
	for g := range p.Groups {
		out[g] = make([]bool, len(p.Chains))
		for i := range p.Chains {
			out[g][i] = p.Groups[g].Members == nil
		}
		for _, i := range p.Groups[g].Members {
			out[g][i] = true
		}
	}
	return out
}

// paid reports whether passing the group's level is paid for, and not forbidden.
func (g *Group) paid() bool { return g.Excess != nil || g.Short != nil }

// ramped reports whether a group's limits tie one moment to the next.
func (g *Group) ramped() bool { return g.Rise != nil || g.Fall != nil }

func at(limits []float64, t int, none float64) float64 {
	if limits == nil {
		return none
	}
	return limits[t]
}

// newPrice is a price of nothing.
func (g *Group) newPrice(n int) Price {
	free := func(limits []float64) []float64 {
		if limits == nil {
			return nil
		}
		return make([]float64, n)
	}
	return Price{Most: free(g.Most), Least: free(g.Least), Rise: free(g.Rise), Fall: free(g.Fall)}
}

// of is what a unit drawn at moment t costs under the prices of a group's limits.
func (p *Price) of(t, n int) float64 {
	sum := at(p.Most, t, 0) - at(p.Least, t, 0) + at(p.Rise, t, 0) - at(p.Fall, t, 0)
	if t+1 < n {
		sum -= at(p.Rise, t+1, 0) - at(p.Fall, t+1, 0)
	}
	return sum
}

// value is what a group's limits would pay at the prices: the part of the bound
// that is not a chain's.
func (p *Price) value(g *Group, n int) float64 {
	sum := 0.0
	pay := func(price []float64, limit []float64, sign, before float64) {
		for t := 0; price != nil && t < n; t++ {
			if price[t] == 0 {
				continue
			}
			room := sign * limit[t]
			if t == 0 {
				room += before
			}
			sum += float64(price[t] * room)
		}
	}
	pay(p.Most, g.Most, 1, 0)
	pay(p.Least, g.Least, -1, 0)
	pay(p.Rise, g.Rise, 1, g.Before)
	pay(p.Fall, g.Fall, 1, -g.Before)
	return sum
}

// step moves the prices along the subgradient: by how much the sums pass the
// limits. size 0 only measures. It returns the squared length of the
// subgradient, where a price of nothing does not fall further.
func (p *Price) step(g *Group, sum []float64, size float64) (norm float64) {
	n := len(sum)
	move := func(price []float64, ceiling []float64, by func(t int) float64) {
		for t := 0; price != nil && t < n; t++ {
			d := by(t)
			if math.IsInf(d, 0) || (price[t] == 0 && d <= 0) {
				continue
			}
			norm += float64(d * d)
			price[t] = max(0, price[t]+float64(size*d))
			if ceiling != nil {
				price[t] = min(price[t], ceiling[t])
			}
		}
	}
	change := func(t int) float64 {
		if t == 0 {
			return sum[0] - g.Before
		}
		return sum[t] - sum[t-1]
	}
	move(p.Most, g.Excess, func(t int) float64 { return sum[t] - g.Most[t] })
	move(p.Least, g.Short, func(t int) float64 { return g.Least[t] - sum[t] })
	move(p.Rise, nil, func(t int) float64 { return change(t) - g.Rise[t] })
	move(p.Fall, nil, func(t int) float64 { return -change(t) - g.Fall[t] })
	return norm
}
