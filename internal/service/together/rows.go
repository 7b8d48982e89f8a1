package together

import "github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"

// rows scores arms over all sites together: days and seeds are drawn at once, and
// those of a difference between two arms are the same for both.
func rows(all played, gap []float64, arms ...string) (out []Row, err error) {
	zero := make([]float64, len(gap))
	score := func(seeds [][]float64) (evaluate.Score, error) {
		return evaluate.Of(evaluate.Runs{Baseline: zero, Foresight: gap, Seeds: seeds}, 1)
	}
	for _, arm := range arms {
		row := Row{Arm: arm}
		var mine, alone, common [][]float64
		for seed, sites := range all[arm] {
			daily := summed(sites)
			mine = append(mine, daily)
			alone = append(alone, less(daily, summed(all[Alone][seed])))
			common = append(common, less(daily, summed(all[Common][seed])))
			if row.Sites == nil {
				row.Sites = make([]float64, len(sites))
			}
			for i, days := range sites {
				for _, v := range days {
					row.Sites[i] += v / float64(len(all[arm]))
				}
			}
		}
		if row.Score, err = score(mine); err != nil {
			return nil, err
		}
		if row.Beside, err = score(alone); err != nil {
			return nil, err
		}
		if row.Common, err = score(common); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

func summed(rows [][]float64) []float64 {
	sum := make([]float64, len(rows[0]))
	for _, row := range rows {
		for i, v := range row {
			sum[i] += v
		}
	}
	return sum
}

func less(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range d {
		d[i] = a[i] - b[i]
	}
	return d
}
