package world

import "math"

// source is the seed's randomness as a pure function: the same stream and index
// give the same number whatever was asked before, so that any moment can be
// reached without walking there.
type source uint64

// stream keeps the uses of a source apart.
type stream uint64

const (
	streamTemperature stream = iota + 1
	streamLoadError
	streamWind
	streamWindError
	streamCloud
	streamCloudError
	streamOutage
	streamHourly
	streamFast
	streamJumpAt
	streamJumpSize
	streamDayAhead
	streamImport
	streamImportFast
	streamExport
	streamExportFast
	streamSouth
	streamHouston
	streamPoint
	streamReserve
	streamReserveRT
	streamAdder
	streamStamp
	streamPRC
	streamBTC
	streamBTCPath
	streamHashrate
	streamBlock
	streamFee
	streamBlockFee
	streamGPU
	streamGPUHour
	streamHackathon
	streamCorrection
	streamToken
)

// uniform is a number in (0, 1).
func (s source) uniform(st stream, i int64) float64 {
	x := mix(uint64(s) ^ mix(uint64(st)<<32^uint64(i)))
	return (float64(x>>11) + 0.5) / (1 << 53)
}

// mix is the finaliser of splitmix64 (Steele, Lea and Flood, 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// normal is a standard normal number (Box and Muller, 1958).
func (s source) normal(st stream, i int64) float64 {
	u, v := s.uniform(st, 2*i), s.uniform(st, 2*i+1)
	return math.Sqrt(-2*math.Log(u)) * math.Cos(2*math.Pi*v)
}

// exponential is an exponential number of mean 1.
func (s source) exponential(st stream, i int64) float64 {
	return -math.Log(s.uniform(st, i))
}

// autoregressive is n values, from step `from` on, of a stationary first-order
// autoregression of unit variance whose correlation from step to step is rho.
// It is started early enough for its beginning to be forgotten to one part in
// ten thousand.
func (s source) autoregressive(st stream, rho float64, from int64, n int) []float64 {
	burn := int64(math.Ceil(math.Log(1e-4) / math.Log(rho)))
	shock := math.Sqrt(1 - rho*rho)
	x := s.normal(st, from-burn-1)
	out := make([]float64, n)
	for i := from - burn; i < from+int64(n); i++ {
		x = rho*x + shock*s.normal(st, i)
		if i >= from {
			out[i-from] = x
		}
	}
	return out
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func clamp(x, lo, hi float64) float64 { return math.Min(math.Max(x, lo), hi) }
