package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// sharedData is a file of the histories that lie beside the project; the test
// is skipped where they do not.
func sharedData(t *testing.T, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not beside the project: nothing to compare with", name)
	}
	return path
}

// The published test window begins on 2016-12-27. Its first twelve days stand in
// for the two years, which bench/forecast.sh walks: ours must be within a tenth
// of the published ensemble of networks on the same days, and better than the
// rule that every forecast is measured against.
func TestTheFirstDaysOfThePublishedWindowAreForecastAsWellAsOthersDid(t *testing.T) {
	if testing.Short() {
		t.Skip("calibrates forty days of models")
	}
	data, published := sharedData(t, "forecast/epf_pjm.csv.gz"), sharedData(t, "forecast/epf_pjm_published_forecasts.csv.gz")
	var out, errs bytes.Buffer
	code := Main(t.Context(), Process{
		Args:   []string{"forecast", "evaluate", "--data", data, "--published", published, "--to", "2017-01-07", "--warm", "28", "--json"},
		Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" },
	})
	if code != exitOK {
		t.Fatalf("%d %s", code, errs.String())
	}
	var got evaluationJSON
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	mae := map[string]float64{}
	for _, m := range append(got.Models, got.Published...) {
		mae[m.Model] = m.MAE
		if m.N != 12*24 {
			t.Errorf("%s is scored on %d hours", m.Model, m.N)
		}
	}
	t.Log(mae)
	best := 1e9
	for _, m := range got.Published {
		best = min(best, m.MAE)
	}
	if ours := mae["combination"]; ours > 1.1*best || ours >= mae["seasonal-naive"] {
		t.Errorf("the combination is off by %.3f, the best published by %.3f", ours, best)
	}
	for _, m := range got.Models {
		if m.CRPS == nil || !(*m.CRPS > 0) || *m.CRPS > m.MAE {
			t.Errorf("%s: a band that says less than its point: %v", m.Model, m.CRPS)
		}
	}
}
