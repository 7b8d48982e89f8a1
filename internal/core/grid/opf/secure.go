package opf

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
)

const (
	mostRounds = 30   // of cuts, at most
	keptTo     = 1e-6 // limits after a loss are kept to, p.u.
)

// secure dispatches so that no branch is beyond its limit after the loss of any
// other that is no bridge: the dispatch without that condition, then again with
// the limits after a loss that it violates, until none is. The condition is
// preventive: nothing is moved after the loss. Source: Alsac and Stott 1974,
// "Optimal load flow with steady-state security"; cuts by outage distribution
// factors.
func secure(net *grid.Network, opt Options) (*Result, error) {
	if !opt.DC || opt.Model != MATPOWER {
		return nil, fmt.Errorf("%w: the secure dispatch is for the direct-current problem in MATPOWER's model; set DC", ErrInput)
	}
	linear, err := contingency.NewLinear(net)
	if err != nil {
		return nil, err
	}
	factor := opt.secureFactor()
	var cuts []cut
	known := make(map[[2]int]bool)
	for round := 1; round <= mostRounds; round++ {
		r, err := dispatch(net, opt, cuts)
		if r != nil {
			r.SecureRounds = round
		}
		if err != nil {
			return r, err
		}
		more := violated(net, linear, r.Pf, factor, keptTo, known)
		if len(more) == 0 {
			return r, nil
		}
		cuts = append(cuts, more...)
	}
	return nil, fmt.Errorf("%w: limits after a loss do not settle in %d rounds", ErrInfeasible, mostRounds)
}

// violated are the limits after a loss that flows exceed, of each loss the
// worst few, and those not cut before.
func violated(net *grid.Network, linear *contingency.Linear, flow []float64, factor, slack float64, known map[[2]int]bool) []cut {
	const perOutage = 3
	var cuts []cut
	share := make([]float64, len(flow))
	for k := range flow {
		if !linear.LODFColumn(k, share) {
			continue
		}
		for range perOutage {
			worst, by := -1, slack
			for l, s := range share {
				most := factor * net.Branch.RateA[l]
				if over := math.Abs(flow[l]+s*flow[k]) - most; l != k && over > by && !known[[2]int{l, k}] {
					worst, by = l, over
				}
			}
			if worst < 0 {
				break
			}
			known[[2]int{worst, k}] = true
			cuts = append(cuts, cut{branch: worst, outage: k, weight: share[worst], most: factor * net.Branch.RateA[worst]})
		}
	}
	return cuts
}
