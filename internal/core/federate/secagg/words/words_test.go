package words

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func drawn(random *rand.ChaCha8, n int) []byte {
	b := make([]byte, n)
	_, _ = random.Read(b)
	return b
}

func source(t *rapid.T) *rand.ChaCha8 {
	var seed [32]byte
	copy(seed[:], rapid.SliceOfN(rapid.Byte(), 8, 8).Draw(t, "seed"))
	return rand.NewChaCha8(seed)
}

func TestSumsAndDifferencesAreThoseOfPortableCode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random, n := source(t), 4*rapid.IntRange(0, 100).Draw(t, "words")
		to, from := drawn(random, n), drawn(random, n)
		got, want := bytes.Clone(to), bytes.Clone(to)
		Add(got, from)
		addPortable(want, from)
		if !bytes.Equal(got, want) {
			t.Fatal("sums differ")
		}
		Sub(got, from)
		subPortable(want, from)
		if !bytes.Equal(got, want) || !bytes.Equal(got, to) {
			t.Fatal("differences differ, or do not undo the sums")
		}
	})
}

func TestWordsAreAddedWithoutACarryBetweenThem(t *testing.T) {
	to, from := bytes.Repeat([]byte{0xff, 0xff, 0xff, 0xff}, 17), bytes.Repeat([]byte{1, 0, 0, 0}, 17)
	Add(to, from)
	if !bytes.Equal(to, make([]byte, len(to))) {
		t.Fatalf("%x", to)
	}
}

func TestRoundingIsThatOfPortableCode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random, n := source(t), rapid.IntRange(0, 40).Draw(t, "reals")
		r := Rounding{Top: int32(1)<<rapid.IntRange(1, 29).Draw(t, "bits") - 1}
		r.Per = float64(r.Top) / 8
		x, draws := make([]float32, n), drawn(random, 2*n)
		for i := range x {
			// Ends of the range and halves of a step among them, and now and then one outside.
			x[i] = float32(rapid.OneOf(rapid.Float64Range(-8, 8), rapid.SampledFrom([]float64{-8, 8, 0, 0.5 / r.Per, 8.00001})).Draw(t, "real"))
		}
		got, want := make([]byte, 4*n), make([]byte, 4*n)
		bad, wantBad := r.Round(got, x, draws), r.roundPortable(want, x, draws)
		if bad != wantBad || bad < 0 && !bytes.Equal(got, want) {
			t.Fatalf("%d %v, portable code says %d %v", bad, got, wantBad, want)
		}
	})
}

func TestWhatIsOutsideTheRangeOrNoNumberIsFound(t *testing.T) {
	r := Rounding{Per: 1, Top: 100}
	for _, outside := range []float32{101, -101, float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1))} {
		for at := range 11 {
			x := make([]float32, 11)
			x[at] = outside
			if bad := r.Round(make([]byte, 44), x, make([]byte, 22)); bad != at {
				t.Errorf("%v at %d: found at %d", outside, at, bad)
			}
		}
	}
}

func TestSumsOfSquaresAreThoseOfPortableCodeAndRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float32Range(-10, 10), 0, 100).Draw(t, "reals")
		want, done := squaresPortable(x)
		if got, n := squares(x); n != 0 && (n != done || got != want) {
			t.Fatalf("%v of %d, portable code says %v of %d", got, n, want, done)
		}
		exact := 0.0
		for _, v := range x {
			exact += float64(v) * float64(v)
		}
		if got := Squares(x); math.Abs(got-exact) > 1e-12*exact {
			t.Fatalf("%v, want %v", got, exact)
		}
	})
	for _, odd := range []float32{float32(math.NaN()), float32(math.Inf(-1))} {
		x := make([]float32, 37)
		x[20] = odd
		if got := Squares(x); !math.IsNaN(got) && !math.IsInf(got, 1) {
			t.Errorf("with %v among them: %v", odd, got)
		}
	}
}
