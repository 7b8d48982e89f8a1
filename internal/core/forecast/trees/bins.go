package trees

import (
	"math"
	"slices"
)

// bins is most that a column is cut into; one more is for missing values.
const bins = 64

// column is one input of all rows, cut into bins: 0 is missing, bin b > 0 holds
// the values above cut b-2 up to cut b-1.
type column struct {
	bin  []uint8
	cuts []float64 // ascending; the last bin has none
}

// cut lays values into bins of about equal numbers of rows.
func cut(values []float64) column {
	sorted := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	slices.Sort(sorted)
	var cuts []float64
	for b := 1; b < bins && len(sorted) > 0; b++ {
		at := sorted[b*len(sorted)/bins]
		if at < sorted[len(sorted)-1] && (len(cuts) == 0 || at > cuts[len(cuts)-1]) {
			cuts = append(cuts, at)
		}
	}
	c := column{bin: make([]uint8, len(values)), cuts: cuts}
	for i, v := range values {
		if !math.IsNaN(v) {
			at, _ := slices.BinarySearch(cuts, v)
			c.bin[i] = uint8(at + 1)
		}
	}
	return c
}
