package settle_test

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func payer() site.Site {
	s := farm()
	s.Transmission = &site.Transmission{USDPerMWYear: 66_000}
	return s
}

func quarter(month time.Month, day, hour int) unit.Interval {
	return unit.Interval{Start: time.Date(2026, month, day, hour, 0, 0, 0, time.UTC), Length: unit.Settlement}
}

func TestAPeakCostsItsShareOfAYearAndOnlyWhereItCounts(t *testing.T) {
	s := payer()
	p, ok := settle.PeakOf(&s, quarter(time.August, 20, 22), 85_000, 2, settle.Candidate, false)
	if !ok || p.Rule != "4CP" || p.Amount != unit.Dollars(-2*66_000/4) {
		t.Errorf("%v %+v", ok, p)
	}
	if _, ok := settle.PeakOf(&s, quarter(time.January, 20, 22), 70_000, 2, settle.Candidate, false); ok {
		t.Error("January has a peak under 4CP")
	}
	s.Transmission.TwelveFrom = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	p, ok = settle.PeakOf(&s, quarter(time.January, 20, 22), 70_000, 2, settle.Candidate, false)
	if !ok || p.Rule != "12CP" || p.Amount != unit.Dollars(-2*66_000/12) {
		t.Errorf("%v %+v", ok, p)
	}
}

func TestAPublishedPeakTakesTheCandidatesPlaceToTheMicroDollar(t *testing.T) {
	s := payer()
	candidate, _ := settle.PeakOf(&s, quarter(time.August, 20, 22), 85_000, 1.5, settle.Candidate, false)
	published, _ := settle.PeakOf(&s, quarter(time.August, 21, 22), 85_100, 0.1, settle.Published, false)
	r, err := settle.ReconcilePeak(candidate, published)
	if err != nil || candidate.Amount+r.Difference != published.Amount || r.Why == "" {
		t.Errorf("%v %+v", err, r)
	}
	if other, _ := settle.PeakOf(&s, quarter(time.July, 21, 22), 85_100, 0.1, settle.Published, false); other.Site != "" {
		if _, err := settle.ReconcilePeak(candidate, other); err == nil {
			t.Error("peaks of two months were reconciled")
		}
	}
}

func TestInstalmentsFallInTheNextYearAndAddUp(t *testing.T) {
	s := payer()
	p, _ := settle.PeakOf(&s, quarter(time.August, 20, 22), 85_000, 1.2345678, settle.Published, false)
	var sum unit.MicroUSD
	for i, part := range p.Instalments() {
		sum += part.Amount
		if part.Due.Year() != 2027 || part.Due.Month() != time.January+time.Month(i) {
			t.Errorf("instalment %d is due %s", i, part.Due)
		}
	}
	if sum != p.Amount {
		t.Errorf("instalments are %d, the charge %d", sum, p.Amount)
	}
}
