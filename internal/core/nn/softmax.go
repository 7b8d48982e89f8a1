package nn

import "math"

// Exp is e^x to about 1e-7 relative, the same to the bit on every processor:
// 2^n times a polynomial of what is left (Cephes, expf). Below -87 it is 0.
func Exp(x float32) float32 {
	const (
		log2e = 1.44269504088896341
		high  = 0.693359375 // ln 2 in two parts
		low   = -2.12194440e-4
	)
	if x < -87 {
		return 0
	}
	if x > 88 {
		return float32(math.Inf(1))
	}
	n := int32(float32(x*log2e)+256.5) - 256
	f := float32(n)
	r := x - float32(f*high)
	r -= float32(f * low)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	square := float32(r * r)
	y := float32(p*square) + r + 1
	return float32(y * math.Float32frombits(uint32(n+127)<<23)) //nolint:gosec // n is -126 to 127
}
