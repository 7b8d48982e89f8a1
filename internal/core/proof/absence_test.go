package proof_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// history is the files of batches for intervals 10, 11, ..., each with the
// decisions of some sites, about its own interval or an earlier one.
func history(t *rapid.T) (files []proof.File, has map[[2]uint32]bool) {
	has = map[[2]uint32]bool{}
	for n := range rapid.IntRange(1, 6).Draw(t, "batches") {
		f := proof.File{ID: uint64(n) + 1, Interval: uint32(10 + n)}
		var decisions []proof.Decision
		names := map[uint64]string{}
		for s := range uint32(5) {
			late := rapid.Uint32Range(0, 3).Draw(t, "late")
			at := [2]uint32{s, f.Interval - min(late, 3)}
			if !rapid.Bool().Draw(t, "decides") || has[at] {
				continue
			}
			has[at] = true
			name := string(rune('a' + s))
			names[proof.SiteNumber(name)] = name
			key := proof.IntervalStart(at[1]).String()
			decisions = append(decisions, proof.Decision{Site: proof.SiteNumber(name), Interval: at[1], Key: proof.Keccak([]byte(key)), IdleBps: 10_000})
		}
		linked, err := proof.Link(decisions)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range linked {
			f.Entries = append(f.Entries, proof.NewEntry(names[d.Site], proof.IntervalStart(d.Interval).String(), d))
		}
		files = append(files, f)
	}
	return files, has
}

func TestAbsenceIsProvenExactlyOfWhatIsNotThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files, has := history(t)
		site := rapid.Uint32Range(0, 4).Draw(t, "site")
		interval := rapid.Uint32Range(7, 10+uint32(len(files))-1).Draw(t, "interval")
		from := max(0, int(interval)-10)
		var before *proof.Batch
		if from > 0 {
			b, _, err := proof.Seal(files[from-1])
			if err != nil {
				t.Fatal(err)
			}
			before = &b
		}
		a, err := proof.NewAbsence(string(rune('a'+site)), interval, before, files[from:])
		if (err == nil) == has[[2]uint32{site, interval}] {
			t.Fatalf("recorded %v, and the proof of absence says %v", has[[2]uint32{site, interval}], err)
		}
		if err != nil {
			return
		}
		raw, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		again, err := proof.ParseAbsence(raw)
		if err != nil {
			t.Fatal(err)
		}
		if until, err := again.Check(); err != nil || until != files[len(files)-1].Interval {
			t.Fatalf("until %d (%v)", until, err)
		}
	})
}

func TestAProofOfAbsenceThatLeavesSomethingOutIsRefused(t *testing.T) {
	f := file(t)
	f.ID = 1
	whole := must(proof.NewAbsence("nobody", f.Interval, nil, []proof.File{f}))(t)
	for name, spoil := range map[string]func(*proof.Absence){
		"no batch":        func(a *proof.Absence) { a.Batches = nil },
		"a later start":   func(a *proof.Absence) { a.Batches[0].Batch.ID = 2 },
		"another site":    func(a *proof.Absence) { a.Site = "beta" },
		"a later one":     func(a *proof.Absence) { a.Interval++ },
		"before too late": func(a *proof.Absence) { a.Before = &proof.Batch{ID: 0, Interval: a.Interval} },
		"another root":    func(a *proof.Absence) { a.Batches[0].Batch.Root[0]++ },
		"no leaf":         func(a *proof.Absence) { a.Batches[0].Encoded = "" },
		"as if empty":     func(a *proof.Absence) { a.Batches[0].Batch.Count = 0 },
		"format":          func(a *proof.Absence) { a.Format = "another" },
	} {
		raw := must(json.Marshal(whole))(t)
		spoiled := must(proof.ParseAbsence(raw))(t)
		spoil(&spoiled)
		if _, err := spoiled.Check(); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

func FuzzParseAbsence(f *testing.F) {
	f.Add([]byte(`{"format":"pouw-dem/absence-proof/v1","batches":[{"batch":{"id":1,"count":0}}]}`))
	f.Fuzz(func(_ *testing.T, raw []byte) {
		a, err := proof.ParseAbsence(raw)
		if err != nil {
			return
		}
		// Whatever a stranger's file says, checking it must not panic.
		_, _ = a.Check()
	})
}
