package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
)

func command(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main(t.Context(), Process{Args: args, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Version: "test"})
	return out.String(), errs.String(), code
}

// TestAnAgentIsTrainedAndScoredByCommand trains two small agents on three weeks
// of one simulated site and scores them on another.
func TestAnAgentIsTrainedAndScoredByCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	dir := filepath.Join(t.TempDir(), "small")
	_, errs, code := command(t, "train", "--resume", "--simulator", "--site", "pecos", "--out", dir, "--seeds", "2", "--steps", "3000", "--hidden", "32",
		"--train", "2026-02-01..2026-02-14", "--validate", "2026-02-15..2026-02-17")
	if code != 0 {
		t.Fatalf("train: %d %s", code, errs)
	}
	for _, name := range []string{"policy.ckpt", "seed-1.ckpt", "seed-2.ckpt", "metrics.csv", "training.svg", "README.md"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(dir, "*.training")); len(kept) > 0 {
		t.Errorf("a training that ended is still kept: %v", kept)
	}
	out, errs, code := command(t, "evaluate", "--model", dir, "--simulator", "--site", "pecos", "--days", "2026-03-01..2026-03-04", "--mpc=false", "--json")
	if code != 0 {
		t.Fatalf("evaluate: %d %s", code, errs)
	}
	var e evaluation
	if err := json.Unmarshal([]byte(out), &e); err != nil {
		t.Fatal(err)
	}
	if !e.Simulated || e.Seeds != 2 || len(e.Sites) != 1 || len(e.Sites[0].Policies) != 6 || e.Verdict == "" {
		t.Errorf("%+v", e)
	}
	if e.Sites[0].BesideMPC != nil {
		t.Error("the agent is held against MPC, which was not run")
	}
	beside := siteEvaluation{BesideMPC: &evaluate.Score{AboveUSD: -22, AboveCI: [2]float64{-182, 10}}}
	if got := beside.besideMPC(); got != "the agent above mpc, $ (95 %): -22 (-182 to +10)" {
		t.Error(got)
	}
	card, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil || !strings.Contains(string(card), "Everything here is simulated") || !strings.Contains(string(card), "| dsac |") {
		t.Errorf("the card: %v\n%s", err, card)
	}
	if _, errs, code := command(t, "evaluate", "--model", dir, "--simulator", "--days", "2026-02-16..2026-03-04"); code != 2 || !strings.Contains(errs, "shows nothing") {
		t.Errorf("days that the model was chosen on: %d %s", code, errs)
	}
}

func TestTrainingSaysWhatIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"no folder":          {[]string{"train", "--simulator"}, 2, "--out"},
		"neither ground":     {[]string{"train", "--out", "x"}, 2, "--history DIR or --simulator"},
		"both grounds":       {[]string{"train", "--out", "x", "--simulator", "--history", "y"}, 2, "--history DIR or --simulator"},
		"validated before":   {[]string{"train", "--out", "x", "--simulator", "--train", "2026-03-01..2026-03-09", "--validate", "2026-02-01..2026-02-09"}, 2, "must lie after"},
		"too many seeds":     {[]string{"train", "--out", "x", "--simulator", "--seeds", "1000"}, 2, "--seeds"},
		"no such folder":     {[]string{"train", "--out", "x", "--history", filepath.Join(t.TempDir(), "none")}, 1, "--history"},
		"an empty folder":    {[]string{"train", "--out", "x", "--history", t.TempDir()}, 2, "rtm_spp_hourly"},
		"no model":           {[]string{"evaluate", "--simulator", "--days", "2026-03-01..2026-03-09"}, 2, "--model"},
		"no days":            {[]string{"evaluate", "--model", "x", "--simulator"}, 2, "--days"},
		"a model that isn't": {[]string{"evaluate", "--model", t.TempDir(), "--simulator", "--days", "2026-03-01..2026-03-09"}, 1, "read the model"},
	} {
		if _, errs, code := command(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%s: exit %d, %s", name, code, errs)
		}
	}
}
