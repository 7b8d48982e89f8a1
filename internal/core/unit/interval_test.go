package unit_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func TestEveryMomentLiesInOneIntervalOfEachLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.SampledFrom([]time.Duration{unit.Control, unit.Settlement, time.Hour}).Draw(t, "length")
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "seconds"), 0)
		i := unit.IntervalAt(at, length)
		if !i.Contains(at) || i.Next().Contains(at) || i.Prev().Contains(at) {
			t.Fatalf("%s is not in %s alone", at, i.Key())
		}
		if i.Next().Prev() != i || !i.End().Equal(i.Next().Start) {
			t.Fatalf("%s and its neighbours leave a gap", i.Key())
		}
		if whole := i.Within(time.Hour); i.Start.Before(whole.Start) || i.End().After(whole.End()) {
			t.Fatalf("%s sticks out of its hour", i.Key())
		}
		again, err := unit.ParseKey(i.Key(), length)
		if err != nil || again != i {
			t.Fatalf("%s is read back as %v, %v", i.Key(), again, err)
		}
	})
}

func TestAKeyHasOneSpelling(t *testing.T) {
	for key, want := range map[string]bool{
		"2026-01-31T18:05Z": true,
		"2026-01-31T8:05Z":  false, // an hour has two digits
		"2026-01-31T18:07Z": false, // not on a boundary
		"2026-01-31T18:05":  false,
		"2026-02-30T18:05Z": false,
		"":                  false,
	} {
		if _, err := unit.ParseKey(key, unit.Control); (err == nil) != want {
			t.Errorf("%q: %v", key, err)
		}
	}
}

func FuzzParseKey(f *testing.F) {
	for _, s := range []string{"2026-01-31T18:05Z", "2026-01-31T8:05Z", "2026-13-31T18:05Z", "Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i, err := unit.ParseKey(s, unit.Control)
		if err == nil && (i.Key() != s || i.Length != unit.Control) {
			t.Errorf("%q is read as %q", s, i.Key())
		}
	})
}
