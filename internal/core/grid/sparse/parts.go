package sparse

// Lower is the pattern of the unit lower factor by rows, in elimination order:
// row k has the columns col[ptr[k]:ptr[k+1]], ascending, all below k. It is
// shared, not to be written.
func (s *Blocks) Lower() (ptr, col []int32) { return s.lptr, s.lcol }

// Upper is the pattern of the upper factor without its diagonal, by rows, in
// elimination order, columns ascending. It is the transpose of [Blocks.Lower],
// shared, not to be written.
func (s *Blocks) Upper() (ptr, col []int32) { return s.uptr, s.ucol }

// Parts copies the numbers of the last factorisation for those who solve in
// their own way: one row-major 2x2 block per entry of [Blocks.Lower] and of
// [Blocks.Upper], and the inverted diagonal blocks of the upper factor.
func (f *BlockLU) Parts() (lower, upper, inverse [][4]float64) {
	return blocksOf(f.lower), blocksOf(f.upper), blocksOf(f.inverse)
}

func blocksOf(values []float64) [][4]float64 {
	out := make([][4]float64, len(values)/4)
	for k := range out {
		out[k] = [4]float64(values[4*k:])
	}
	return out
}
