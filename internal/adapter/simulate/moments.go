package simulate

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// MomentsYear is the year whose real prices the world is fitted to, and whose
// calendar [WriteMoments] walks.
const MomentsYear = 2024

// measured are the moments of ERCOT's hourly prices of 2024 at a point: means of
// the 15-minute settlement point prices, 8,782 hours, and the day-ahead prices.
func measured() []world.Moments {
	return []world.Moments{
		{
			Point: "LZ_WEST", Mean: 35.71, SD: 77.78, Min: -31.7, Max: 3059.6, Negative: 685, Above100: 419, Above250: 63, Above1000: 10,
			NextHour: 0.62, AheadMean: 36.92, AheadSD: 67.41, AheadNegative: 254, AheadAbove100: 344, WithAhead: 0.62,
			ByHour: [24]float64{
				34.0, 32.2, 31.6, 31.8, 34.3, 36.8, 41.6, 38.4, 22.5, 15.6, 14.8, 15.2,
				16.7, 18.2, 19.1, 24.8, 30.6, 44.9, 58.5, 89.4, 81.6, 49.6, 40.2, 34.7,
			},
		},
		{
			Point: "HB_NORTH", Mean: 25.89, SD: 71.93, Min: -31.8, Max: 3052.6, Negative: 189, Above100: 151, Above250: 35, Above1000: 10,
			NextHour: 0.59, AheadMean: 27.06, AheadSD: 62.13, AheadNegative: 6, AheadAbove100: 173, WithAhead: 0.60,
			ByHour: [24]float64{
				18.0, 16.6, 15.4, 15.7, 16.8, 20.1, 26.1, 25.8, 18.8, 15.7, 16.1, 16.9,
				18.2, 19.9, 19.9, 24.4, 28.7, 39.7, 47.3, 73.9, 59.7, 27.1, 21.4, 18.9,
			},
		},
	}
}

// WriteMoments simulates a year of prices for each of so many seeds from `first`
// on, and writes their moments beside those of 2024, as Markdown.
func WriteMoments(out io.Writer, first uint64, seeds int) error {
	if seeds < 1 || seeds > 1000 {
		return fmt.Errorf("moments of %d seeds: want 1 to 1000", seeds)
	}
	for _, actual := range measured() {
		years := make([]world.Moments, seeds)
		for i := range years {
			var err error
			if years[i], err = world.New(first+uint64(i), world.Config{}).Moments(actual.Point, MomentsYear); err != nil {
				return err
			}
		}
		if err := writeTable(out, actual, years, first); err != nil {
			return err
		}
	}
	return nil
}

// row is a moment under its name.
type row struct {
	name string
	of   func(world.Moments) float64
}

func momentRows() []row {
	rows := []row{
		{"mean, $/MWh", func(m world.Moments) float64 { return m.Mean }},
		{"standard deviation, $/MWh", func(m world.Moments) float64 { return m.SD }},
		{"lowest, $/MWh", func(m world.Moments) float64 { return m.Min }},
		{"highest, $/MWh", func(m world.Moments) float64 { return m.Max }},
		{"hours below 0", func(m world.Moments) float64 { return float64(m.Negative) }},
		{"hours above 100 $/MWh", func(m world.Moments) float64 { return float64(m.Above100) }},
		{"hours above 250 $/MWh", func(m world.Moments) float64 { return float64(m.Above250) }},
		{"hours above 1,000 $/MWh", func(m world.Moments) float64 { return float64(m.Above1000) }},
		{"correlation with the next hour", func(m world.Moments) float64 { return m.NextHour }},
		{"day-ahead mean, $/MWh", func(m world.Moments) float64 { return m.AheadMean }},
		{"day-ahead standard deviation, $/MWh", func(m world.Moments) float64 { return m.AheadSD }},
		{"day-ahead hours below 0", func(m world.Moments) float64 { return float64(m.AheadNegative) }},
		{"day-ahead hours above 100 $/MWh", func(m world.Moments) float64 { return float64(m.AheadAbove100) }},
		{"correlation of real time and day ahead", func(m world.Moments) float64 { return m.WithAhead }},
	}
	for h := range 24 {
		rows = append(rows, row{fmt.Sprintf("mean of hour ending %d, $/MWh", h+1), func(m world.Moments) float64 { return m.ByHour[h] }})
	}
	return rows
}

func writeTable(out io.Writer, actual world.Moments, years []world.Moments, first uint64) error {
	t := tabwriter.NewWriter(out, 0, 0, 1, ' ', 0)
	last := first + uint64(len(years)) - 1
	fmt.Fprintf(t, "%s, seeds %d to %d, calendar of %d\n\n", actual.Point, first, last, MomentsYear)
	fmt.Fprintf(t, "| hourly price\t| simulated, mean of seeds\t| lowest seed\t| highest seed\t| real 2024\t|\n")
	fmt.Fprintf(t, "|---\t|---:\t|---:\t|---:\t|---:\t|\n")
	for _, r := range momentRows() {
		sum, lowest, highest := 0.0, math.Inf(1), math.Inf(-1)
		for _, m := range years {
			x := r.of(m)
			sum += x
			lowest, highest = math.Min(lowest, x), math.Max(highest, x)
		}
		fmt.Fprintf(t, "| %s\t| %s\t| %s\t| %s\t| %s\t|\n", r.name,
			figure(sum/float64(len(years))), figure(lowest), figure(highest), figure(r.of(actual)))
	}
	fmt.Fprintln(t)
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write the moments of %s: %w", actual.Point, err)
	}
	return nil
}

// figure shows a number with no more digits than it deserves.
func figure(x float64) string {
	switch a := math.Abs(x); {
	case a < 2 && a != math.Trunc(a):
		return fmt.Sprintf("%.2f", x)
	case a < 100 && a != math.Trunc(a):
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.0f", x)
}
