package app

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
)

func TestADayThatThePoolTellsNoHashrateOfHasThatOfOurShares(t *testing.T) {
	day := time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC)
	var whole []payout.Entry
	for h := range 24 {
		from := day.Add(time.Duration(h) * time.Hour)
		whole = append(whole, payout.Entry{Kind: payout.Shares, From: from, To: from.Add(time.Hour), Destination: "other", Lines: []payout.Line{{Member: "a", Milli: 7}}})
		if h%2 == 0 {
			whole = append(whole, payout.Entry{Kind: payout.Shares, From: from, To: from.Add(time.Hour), Destination: "ocean", Lines: []payout.Line{{Member: "a", Milli: 5 * milli}}})
		}
	}
	want := hashwork.Hashrate(12*5, 24*time.Hour)
	for name, test := range map[string]struct {
		entries []payout.Entry
		day     time.Time
		want    float64
	}{
		"the whole day":         {whole, day, want},
		"an hour is missing":    {whole[3:], day, 0},
		"the day is not over":   {whole[:20], day, 0},
		"a day before the book": {whole, day.Add(-24 * time.Hour), 0},
	} {
		if got := ownHashrate(test.entries, "ocean", test.day); got != test.want {
			t.Errorf("%s: %g, want %g", name, got, test.want)
		}
	}
}
