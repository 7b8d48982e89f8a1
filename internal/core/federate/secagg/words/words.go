package words

import "encoding/binary"

// Add adds the words of from to those of to, modulo 2^32. Both are as long,
// little-endian, a multiple of 4 bytes.
func Add(to, from []byte) {
	check(to, from)
	done := add(to, from)
	addPortable(to[done:], from[done:])
}

// Sub subtracts the words of from from those of to, modulo 2^32, as [Add] adds.
func Sub(to, from []byte) {
	check(to, from)
	done := sub(to, from)
	subPortable(to[done:], from[done:])
}

func check(to, from []byte) {
	if len(to) != len(from) || len(to)%4 != 0 {
		panic("words: vectors that differ in length or end within a word")
	}
}

func addPortable(to, from []byte) {
	for ; len(to) >= 4; to, from = to[4:], from[4:] {
		binary.LittleEndian.PutUint32(to, binary.LittleEndian.Uint32(to)+binary.LittleEndian.Uint32(from))
	}
}

func subPortable(to, from []byte) {
	for ; len(to) >= 4; to, from = to[4:], from[4:] {
		binary.LittleEndian.PutUint32(to, binary.LittleEndian.Uint32(to)-binary.LittleEndian.Uint32(from))
	}
}

// Rounding turns reals into words at random: x becomes floor(x Per + u), u
// uniform in [0, 1), within ±Top.
type Rounding struct {
	Per float64 // words for each unit of x
	Top int32   // the largest word, below 2^30
}

// slack is how far outside the range rounding of floats may have put a real,
// relative to the range.
const slack = 1e-6

// unit is what one of the 2^16 values of a draw is worth, and half of it keeps
// draws centred: a bias below 2^-17 words.
const unit = 1. / (1 << 16)

// Round sets out to the words of x, little-endian. Each takes two bytes of draws,
// which are random. It gives the place of the first that is outside the range or
// no number, or -1.
func (r Rounding) Round(out []byte, x []float32, draws []byte) int {
	if len(out) != 4*len(x) || len(draws) != 2*len(x) {
		panic("words: as many words, reals and draws are wanted")
	}
	done := r.round(out, x, draws)
	if bad := r.roundPortable(out[4*done:], x[done:], draws[2*done:]); bad >= 0 {
		return done + bad
	}
	return -1
}

// bounds are the range in words, and what makes sums positive, so that
// truncation is a floor.
func (r Rounding) bounds() (least, most, shift float64) {
	top := float64(r.Top)
	return -top * (1 + slack), top * (1 + slack), top + 1 + unit/2
}

func (r Rounding) roundPortable(out []byte, x []float32, draws []byte) int {
	least, most, shift := r.bounds()
	for i, v := range x {
		at := float64(v) * r.Per
		if !(at >= least && at <= most) {
			return i
		}
		u := float64(binary.LittleEndian.Uint16(draws[2*i:])) * unit
		binary.LittleEndian.PutUint32(out[4*i:], uint32(max(-r.Top, min(r.Top, int32(at+u+shift)-r.Top-1))))
	}
	return -1
}

// rows is how many sums [Squares] keeps beside each other.
const rows = 16

// Squares is the sum of the squares of x. Rows of terms are added up beside each
// other, since one sum would wait for itself at every term; each square is exact in
// 64 bits, so processors that fuse a product and a sum get the same bits.
func Squares(x []float32) float64 {
	sums, done := squares(x)
	if done == 0 {
		sums, done = squaresPortable(x)
	}
	sum := (sums[0] + sums[1]) + (sums[2] + sums[3])
	for _, v := range x[done:] {
		sum += float64(v) * float64(v)
	}
	return sum
}

// squaresPortable adds up all whole rows, every fourth of them in one sum, and
// gives how many reals those are.
func squaresPortable(x []float32) (sums [4]float64, done int) {
	var row [rows]float64
	for ; len(x)-done >= rows; done += rows {
		for i, v := range x[done : done+rows] {
			row[i] += float64(v) * float64(v)
		}
	}
	for i := range sums {
		sums[i] = (row[i] + row[4+i]) + (row[8+i] + row[12+i])
	}
	return sums, done
}
