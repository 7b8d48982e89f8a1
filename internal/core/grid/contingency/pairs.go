package contingency

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"
)

// PairOptions of a study of double outages.
type PairOptions struct {
	// Candidates are the internal branch numbers that may be lost together;
	// nil is every branch that is no bridge. The study holds eight bytes for
	// each candidate times each rated branch, and again for each two
	// candidates; on large networks name the worst single outages.
	Candidates []int
	// Threshold is the loading (1 is rate A) from which on a pair is kept.
	Threshold float64
	// Keep is the largest number of pairs returned, the worst first; 0 is 1,000.
	Keep int
	// Workers run at once; 0 is one.
	Workers int
}

// Pair is the loss of two branches by the direct-current model.
type Pair struct {
	First, Second int // rows in the case, from 0
	// Islanded pairs cut buses off; nothing is said about their flows.
	Islanded bool
	// Loading is the largest flow over its rate A, on the branch of row Worst.
	Loading float64
	Worst   int
}

// PairReport is what a study of double outages found.
type PairReport struct {
	Studied  int // pairs of candidates
	Islanded int
	Over     int    // pairs at or above the threshold
	Pairs    []Pair // islanding pairs first, then by loading
}

// nearlyDependent is how close to zero the determinant of two outages may come
// before the graph is asked whether they island. Rounding stays far below it.
const nearlyDependent = 1e-6

// Pairs studies the loss of any two candidates from the given base flows in
// p.u. (one per branch in service). With L the outage factors, the flows that
// the two take along solve
//
//	d1 - L12 d2 = f1,  d2 - L21 d1 = f2
//
// and branch m then carries fm + Lm1 d1 + Lm2 d2. Source: J. Guo, Y. Fu, Z. Li,
// M. Shahidehpour, "Direct calculation of line outage distribution factors",
// IEEE Transactions on Power Systems 24 (2009).
func (l *Linear) Pairs(base []float64, opt PairOptions) *PairReport {
	s := l.newPairStudy(base, opt)
	var next atomic.Int64
	var wait sync.WaitGroup
	found := make([]worstPairs, max(opt.Workers, 1))
	for w := range found {
		found[w].keep = s.keep
		wait.Go(func() {
			r := newReach(l.net, s.graph)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(s.lost) {
					return
				}
				s.row(i, r, &found[w])
			}
		})
	}
	wait.Wait()
	return s.merge(found)
}

type pairStudy struct {
	lin       *Linear
	graph     adjacency
	lost      []int       // candidates that are no bridge
	factors   [][]float64 // of each, over the rated branches
	own       [][]float64 // own[i][j]: factor of candidate j for the loss of i
	rated     []int       // branches with a limit
	flow      []float64   // of the rated branches, over their rate
	base      []float64
	keep      int
	threshold float64
}

func (l *Linear) newPairStudy(base []float64, opt PairOptions) *pairStudy {
	s := &pairStudy{lin: l, graph: newAdjacency(l.net), base: base, keep: opt.Keep, threshold: opt.Threshold}
	if s.keep <= 0 {
		s.keep = 1000
	}
	for k, rate := range l.net.Branch.RateA {
		if !math.IsInf(rate, 1) {
			s.rated = append(s.rated, k)
			s.flow = append(s.flow, base[k]/rate)
		}
	}
	candidates := opt.Candidates
	if candidates == nil {
		for k := range l.b {
			candidates = append(candidates, k)
		}
	}
	for _, k := range candidates {
		if !l.bridges.Is(k) {
			s.lost = append(s.lost, k)
		}
	}
	s.factors = newRows(len(s.lost), len(s.rated))
	s.own = newRows(len(s.lost), len(s.lost))
	column := make([]float64, len(l.b))
	for i, k := range s.lost {
		l.LODFColumn(k, column)
		for m, branch := range s.rated {
			s.factors[i][m] = column[branch] / l.net.Branch.RateA[branch]
		}
		for j, other := range s.lost {
			s.own[i][j] = column[other]
		}
	}
	return s
}

// row studies candidate i with every later one.
func (s *pairStudy) row(i int, r *reach, found *worstPairs) {
	for j := i + 1; j < len(s.lost); j++ {
		found.studied++
		first, second := s.lost[i], s.lost[j]
		l12, l21 := s.own[j][i], s.own[i][j]
		det := 1 - l12*l21
		pair := Pair{First: s.lin.net.Branch.Row[first], Second: s.lin.net.Branch.Row[second], Worst: -1}
		if math.Abs(det) < nearlyDependent {
			// Neither is a bridge alone: both together cut exactly where the
			// ends of the first lose each other.
			if !r.connected(s.lin.net.Branch.From[first], s.lin.net.Branch.To[first], first, second) {
				pair.Islanded = true
				found.islanded++
				found.offer(pair)
				continue
			}
		}
		d1 := (s.base[first] + l12*s.base[second]) / det
		d2 := (s.base[second] + l21*s.base[first]) / det
		worst, at := s.worst(i, j, d1, d2)
		if worst < s.threshold || at < 0 {
			continue
		}
		pair.Loading, pair.Worst = worst, s.lin.net.Branch.Row[s.rated[at]]
		found.over++
		found.offer(pair)
	}
}

// worst is the largest loading after the loss of candidates i and j.
func (s *pairStudy) worst(i, j int, d1, d2 float64) (loading float64, at int) {
	at = -1
	a, b := s.factors[i], s.factors[j]
	a, b = a[:len(s.flow)], b[:len(s.flow)]
	for m, f := range s.flow {
		v := math.Abs(f + a[m]*d1 + b[m]*d2)
		if v > loading && s.rated[m] != s.lost[i] && s.rated[m] != s.lost[j] {
			loading, at = v, m
		}
	}
	return loading, at
}

func (s *pairStudy) merge(found []worstPairs) *PairReport {
	out := &PairReport{}
	for _, f := range found {
		out.Studied += f.studied
		out.Islanded += f.islanded
		out.Over += f.over
		out.Pairs = append(out.Pairs, f.pairs...)
	}
	slices.SortFunc(out.Pairs, worseFirst)
	out.Pairs = out.Pairs[:min(len(out.Pairs), s.keep)]
	return out
}

// worseFirst orders islanding pairs before the rest, then by loading; rows
// break ties, so that the order does not depend on the number of workers.
func worseFirst(a, b Pair) int {
	if a.Islanded != b.Islanded {
		if a.Islanded {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Loading, a.Loading), cmp.Compare(a.First, b.First), cmp.Compare(a.Second, b.Second))
}

// worstPairs keeps the worst pairs one worker has seen.
type worstPairs struct {
	keep                    int
	pairs                   []Pair
	studied, islanded, over int
}

// offer takes a pair in; twice the wanted number is kept before the better
// half goes, which costs less than order at every step.
func (h *worstPairs) offer(p Pair) {
	h.pairs = append(h.pairs, p)
	if len(h.pairs) < 2*h.keep {
		return
	}
	slices.SortFunc(h.pairs, worseFirst)
	h.pairs = h.pairs[:h.keep]
}
