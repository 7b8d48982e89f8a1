package history_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const salesHeader = "site,start_utc,end_utc,baseline_mw,mwh,usd\n"

func TestSalesOfCertificatesAreReadAsTheyWerePaid(t *testing.T) {
	got, err := history.Sales(strings.NewReader(salesHeader+"west,2025-08-01T20:00:00Z,2025-08-01T22:30:00Z,3.5,8,240.5\n"), "sales.csv")
	want := []settle.Sale{{
		Site: "west", From: time.Date(2025, 8, 1, 20, 0, 0, 0, time.UTC), To: time.Date(2025, 8, 1, 22, 30, 0, 0, time.UTC),
		Baseline: 3.5, MWh: 8, Amount: unit.Dollars(240.5),
	}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

func TestSalesThatCannotBeAreRefusedWithTheirPlace(t *testing.T) {
	for row, want := range map[string]string{
		"west,2025-08-01T20:00:00Z,2025-08-01T20:00:00Z,3,1,5": "does not come after",
		"west,2025-08-01T20:00:00Z,2025-08-01T21:00:00Z,3,4,5": "more than the baseline has",
		"west,2025-08-01T20:00:00Z,2025-08-01T21:00:00Z,3,1,":  "want more than 0",
		"west,2025-08-01T20:00:00Z,2025-08-01T21:00:00Z,3,1,a": "not a finite number",
		"west,yesterday,2025-08-01T21:00:00Z,3,1,5":            "not a time",
	} {
		_, err := history.Sales(strings.NewReader(salesHeader+row+"\n"), "sales.csv")
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "sales.csv:2:") {
			t.Errorf("%s: %v", row, err)
		}
	}
}
