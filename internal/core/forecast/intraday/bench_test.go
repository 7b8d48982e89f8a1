package intraday_test

import (
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
)

// BenchmarkStep is one price taken and two days forecast from it, in the middle
// of the third week.
func BenchmarkStep(b *testing.B) {
	const learned = 1500
	price, base := world(learned + b.N)
	tracker := intraday.New(intraday.PriceUnit)
	for i := range learned + b.N {
		if i == learned {
			b.ResetTimer()
		}
		tracker.Step(newestOf(i+1), price[i], func(lead int) (float64, bool) { return base[i+lead], true })
	}
}
