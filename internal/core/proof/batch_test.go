package proof_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

const plan = `{"allocations":[{"class":"asic","use":"mine","power_mw":3.25}]}`

// file is a batch of three sites.
func file(t testing.TB) proof.File {
	t.Helper()
	f := proof.File{ID: 4, Interval: 5_900_000}
	planHash := must(proof.PlanHash(json.RawMessage(plan)))(t)
	names := map[uint64]string{}
	var decisions []proof.Decision
	for _, site := range []string{"alpha", "beta", "gamma"} {
		names[proof.SiteNumber(site)] = site
		decisions = append(decisions, proof.Decision{
			Site: proof.SiteNumber(site), Interval: f.Interval, Key: proof.Keccak([]byte("tick")), IdleBps: 10_000, PlanHash: planHash,
		})
	}
	for _, d := range must(proof.Link(decisions))(t) {
		f.Entries = append(f.Entries, proof.NewEntry(names[d.Site], "tick", d))
	}
	return f
}

func TestABatchFileComesBackToTheByte(t *testing.T) {
	for name, f := range map[string]proof.File{"three sites": file(t), "no decision": {ID: 1, Interval: 7, Missing: []proof.Missing{{Site: "alpha", Reason: "cut off"}}}} {
		batch, raw, err := proof.Seal(f)
		if err != nil {
			t.Fatal(err)
		}
		_, again, err := proof.ParseFile(raw)
		if err != nil || again != batch {
			t.Errorf("%s: %+v, %v, want %+v", name, again, err, batch)
		}
		if (batch.Count == 0) != (batch.Root == proof.EmptyRoot()) {
			t.Errorf("%s: %d leaves under root %s", name, batch.Count, batch.Root)
		}
	}
}

func TestABatchFileThatWasChangedIsRefused(t *testing.T) {
	_, raw, err := proof.Seal(file(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, changed := range map[string][]byte{
		"another site":  bytes.Replace(raw, []byte(`"alpha"`), []byte(`"alphb"`), 1),
		"white space":   append([]byte(" "), raw...),
		"more after it": append(bytes.Clone(raw), '{'),
		"a new field":   bytes.Replace(raw, []byte(`"id"`), []byte(`"x":1,"id"`), 1),
		"other format":  bytes.Replace(raw, []byte("batch/v1"), []byte("batch/v2"), 1),
	} {
		if _, _, err := proof.ParseFile(changed); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

func TestEvidenceStandsAloneAndBreaksWhenTouched(t *testing.T) {
	f := file(t)
	batch, _, err := proof.Seal(f)
	if err != nil {
		t.Fatal(err)
	}
	whole := must(proof.NewEvidence(f, batch, "beta", "tick", json.RawMessage(plan)))(t)
	indented := must(json.MarshalIndent(whole, "", "  "))(t)
	read := must(proof.ParseEvidence(indented))(t)
	if _, err := read.Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*proof.Evidence){
		"site":  func(e *proof.Evidence) { e.Site = "alpha" },
		"key":   func(e *proof.Evidence) { e.Key = "tock" },
		"plan":  func(e *proof.Evidence) { e.Plan = bytes.Replace(e.Plan, []byte("3.25"), []byte("3.26"), 1) },
		"root":  func(e *proof.Evidence) { e.Batch.Root[3]++ },
		"path":  func(e *proof.Evidence) { e.Path = e.Path[1:] },
		"count": func(e *proof.Evidence) { e.Batch.Count = 0 },
		"leaf":  func(e *proof.Evidence) { e.Encoded = e.Encoded[:len(e.Encoded)-1] + "f" },
		"tuple": func(e *proof.Evidence) { e.Tuple = "uint256 all" },
	} {
		e := must(proof.ParseEvidence(indented))(t)
		spoil(&e)
		if _, err := e.Check(); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

func TestEvidenceIsOnlyForWhatTheBatchHolds(t *testing.T) {
	f := file(t)
	batch, _, err := proof.Seal(f)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := proof.NewEvidence(f, batch, "delta", "tick", json.RawMessage(plan)); err == nil {
		t.Error("want an error")
	}
}

func FuzzDecodeDecision(f *testing.F) {
	f.Add(proof.Decision{Site: 1, Price: -5}.Encode())
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := proof.DecodeDecision(raw)
		if err == nil && !bytes.Equal(d.Encode(), raw) {
			t.Fatal("two encodings of one decision")
		}
	})
}

func FuzzParseFile(f *testing.F) {
	_, raw, err := proof.Seal(file(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, b, err := proof.ParseFile(raw); err == nil && b.DataHash != proof.Keccak(raw) {
			t.Fatal("a file was taken whose hash is another's")
		}
	})
}

func FuzzParseEvidence(f *testing.F) {
	f.Add([]byte(`{"format":"pouw-dem/decision-proof/v1"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := proof.ParseEvidence(raw)
		if err != nil {
			return
		}
		if d, err := e.Check(); err == nil && !proof.Verify(e.Batch.Root, d.Leaf(), e.Path) {
			t.Fatal("evidence was taken that does not lead to its root")
		}
	})
}
