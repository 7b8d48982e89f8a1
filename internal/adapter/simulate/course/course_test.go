package course_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/course"
)

var start = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

func TestARampHoldsTheEnergyOfItsMean(t *testing.T) {
	c := course.From(start, 1000).To(start.Add(time.Hour), 3000)
	if got := c.At(start.Add(30 * time.Minute)); got != 2000 {
		t.Errorf("half way it is %v, want 2000", got)
	}
	energy, rest := c.Reckon(start, start.Add(2*time.Hour))
	if energy != 2000+3000 || len(rest) != 1 || rest[0].Power != 3000 {
		t.Errorf("%v, then %v: want 5000, then 3000", energy, rest)
	}
}

func TestEnergyIsTheSameHoweverOftenItIsReckoned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := course.From(start, rapid.Float64Range(0, 5000).Draw(t, "first"))
		for range rapid.IntRange(0, 4).Draw(t, "turns") {
			after := time.Duration(rapid.IntRange(1, 600).Draw(t, "seconds")) * time.Second
			c = c.To(c[len(c)-1].At.Add(after), rapid.Float64Range(0, 5000).Draw(t, "power"))
		}
		end := start.Add(time.Hour)
		whole, last := c.Reckon(start, end)
		parts, rest, since := 0.0, c, start
		for since.Before(end) {
			now := since.Add(time.Duration(rapid.IntRange(1, 900).Draw(t, "step")) * time.Second)
			if now.After(end) {
				now = end
			}
			var part float64
			part, rest = rest.Reckon(since, now)
			parts, since = parts+part, now
		}
		if math.Abs(parts-whole) > 1e-9*(1+whole) || math.Abs(rest.At(end)-last.At(end)) > 1e-9 {
			t.Fatalf("in parts %v ending at %v, at once %v ending at %v", parts, rest, whole, last)
		}
	})
}
