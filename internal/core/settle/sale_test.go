package settle_test

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func TestACertificateThatWasSoldPaysForWhatIsBelowItsBaselineAndForNoMore(t *testing.T) {
	noon := time.Date(2026, 7, 14, 17, 0, 0, 0, time.UTC)
	sale := settle.Sale{Site: "a", From: noon, To: noon.Add(2 * time.Hour), Baseline: 3, MWh: 4, Amount: unit.Dollars(80)}
	hour := func(h time.Duration) unit.Interval {
		return unit.Interval{Start: noon.Add(h * time.Hour), Length: time.Hour}
	}
	for name, c := range map[string]struct {
		at    unit.Interval
		meter unit.MW
		want  float64
	}{
		"as it was":                     {hour(0), 1, 40},
		"off altogether: nobody bought": {hour(1), 0, 40},
		"half of it":                    {hour(0), 2, 20},
		"at the baseline":               {hour(0), 3, 0},
		"above the baseline":            {hour(0), 5, 0},
		"before":                        {hour(-1), 0, 0},
		"after":                         {hour(2), 0, 0},
		"an interval that it ends in":   {unit.Interval{Start: noon.Add(90 * time.Minute), Length: time.Hour}, 1, 20},
		"a control interval":            {unit.Interval{Start: noon, Length: 5 * time.Minute}, 1, 40.0 / 12},
	} {
		if got := sale.Proceeds(c.at, c.meter); got != unit.Dollars(c.want) {
			t.Errorf("%s: %.6f $, not %.6f", name, got.USD(), c.want)
		}
	}
	if got := (settle.Sale{From: noon, To: noon.Add(time.Hour), Baseline: 3, Amount: 5}).Proceeds(hour(0), 0); got != 0 {
		t.Errorf("a sale of nothing brings %d", got)
	}
}
