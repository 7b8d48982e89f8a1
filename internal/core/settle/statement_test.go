package settle_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// aDay is a settled operating day of the farm: 1 MWh an hour at 40 $/MWh.
func aDay() []settle.Settlement {
	s := farm()
	s.Adders = site.Adders{Retail: 2}
	var all []settle.Settlement
	day := unit.DayOf(epoch())
	for h := range day.Hours() {
		m := metered(1, 0, time.Hour)
		m.Interval.Start = day.Start().Add(time.Duration(h) * time.Hour)
		all = append(all, settle.Interval(&s, &m, at(40), settle.Initial))
	}
	return all
}

func table(rows ...string) []byte {
	return []byte("site,operating_day,charge,mwh,amount_usd\n" + strings.Join(rows, "\n") + "\n")
}

func compare(t *testing.T, rows ...string) settle.Comparison {
	t.Helper()
	lines, err := settle.ReadStatement(table(rows...))
	if err != nil {
		t.Fatal(err)
	}
	return settle.Compare("west", "initial", lines, aDay(), epoch())
}

func TestAStatementWithinHalfAPerCentIsRight(t *testing.T) {
	c := compare(t, "west,2026-01-01,energy,24,-963.00", "west,2026-01-01,adders,24,-48")
	if !c.Within || c.Open != 0 || len(c.Rows) != 2 || c.Version != settle.Initial {
		t.Errorf("%+v", c)
	}
}

func TestADifferenceIsExplainedByQuantityAndPriceToTheMicroDollar(t *testing.T) {
	c := compare(t, "west,2026-01-01,energy,25,-1050", "west,2026-01-01,adders,24,-48", "west,2026-01-01,reserve,,12.5", "east,2026-01-01,energy,1,-1")
	if c.Within || c.Open != 2 {
		t.Fatalf("%+v", c)
	}
	for _, d := range c.Rows {
		if d.Ours+d.Quantity+d.Price != d.Statement {
			t.Errorf("%s: %d and %d by quantity and %d by price are not %d", d.Charge, d.Ours, d.Quantity, d.Price, d.Statement)
		}
		if d.Charge == settle.Energy && (d.Quantity != unit.Dollars(-40) || d.Price != unit.Dollars(-50) || d.OK) {
			t.Errorf("one MWh more at 40 $ and 2 $/MWh more on 25: %+v", d)
		}
		if d.Charge == settle.Reserve && (d.OK || !strings.Contains(d.Why, "no such charge")) {
			t.Errorf("%+v", d)
		}
	}
}

func TestAStatementThatCannotBeReadSaysWhere(t *testing.T) {
	for row, want := range map[string]string{
		"west,2026-13-01,energy,1,1":        "operating_day",
		"west,2026-01-01,mining,1,1":        "charge",
		"west,2026-01-01,energy,NaN,1":      "mwh",
		"west,2026-01-01,energy,1,infinite": "amount_usd",
		"west,2026-01-01,energy,1":          "fields",
	} {
		_, err := settle.ReadStatement(table(row))
		if !errors.Is(err, settle.ErrStatement) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", row, err)
		}
	}
	if _, err := settle.ReadStatement([]byte("a,b\n")); !errors.Is(err, settle.ErrStatement) {
		t.Error(err)
	}
}

func FuzzReadStatement(f *testing.F) {
	f.Add(table("west,2026-01-01,energy,24,-960"))
	f.Add([]byte("site,operating_day,charge,mwh,amount_usd\n\"\n"))
	settled := aDay()
	f.Fuzz(func(t *testing.T, raw []byte) {
		lines, err := settle.ReadStatement(raw)
		if err != nil {
			return
		}
		c := settle.Compare("west", "x", lines, settled, epoch())
		for _, d := range c.Rows {
			if d.Ours+d.Quantity+d.Price != d.Statement || math.IsNaN(d.Price.USD()) {
				t.Fatalf("%+v", d)
			}
		}
	})
}
