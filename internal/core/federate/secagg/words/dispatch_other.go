//go:build !amd64 || purego

package words

func add(_, _ []byte) int { return 0 }

func sub(_, _ []byte) int { return 0 }

func (r Rounding) round(_ []byte, _ []float32, _ []byte) int { return 0 }

func squares(_ []float32) (sums [4]float64, done int) { return sums, 0 }
