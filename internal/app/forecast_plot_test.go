package app

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// forecastCommand runs a forecast command and wants it to succeed.
func forecastCommand(t *testing.T, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := newForecast(Process{Stdout: &out, Stderr: &errs})
	cmd.SetArgs(args)
	if err := cmd.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err, errs.String())
	}
}

// drawn wants a chart that says what it shows.
func drawn(t *testing.T, file string, says ...string) {
	t.Helper()
	svg, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append(says, "<svg") {
		if !bytes.Contains(svg, []byte(text)) {
			t.Errorf("%s does not say %q", filepath.Base(file), text)
		}
	}
}

// twoYearsOfBlocks are files of epochs and of daily blocks that fit each other:
// every epoch of 14 days, found at 144 blocks a day.
func twoYearsOfBlocks(t *testing.T) (epochs, blocks string) {
	t.Helper()
	start := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	days := strings.Builder{}
	days.WriteString("date,blocks\n")
	for d := range 730 {
		fmt.Fprintf(&days, "%s,144\n", start.AddDate(0, 0, d).Format(time.DateOnly))
	}
	marks := strings.Builder{}
	marks.WriteString("start_time_utc,start_height,difficulty\n")
	for e := range 50 {
		fmt.Fprintf(&marks, "%s,%d,%d\n", start.AddDate(0, 0, 14*e).Format(time.RFC3339), 2016*e, 100_000_000)
	}
	dir := t.TempDir()
	epochs, blocks = filepath.Join(dir, "epochs.csv"), filepath.Join(dir, "blocks.csv")
	for file, text := range map[string]string{epochs: marks.String(), blocks: days.String()} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return epochs, blocks
}

func TestErrorsOfTheRetargetAreDrawnForHistoryAndSimulationApart(t *testing.T) {
	epochs, blocks := twoYearsOfBlocks(t)
	dir := filepath.Join(t.TempDir(), "charts")
	forecastCommand(t, "difficulty", "--epochs", epochs, "--blocks", blocks, "--simulate", "20", "--plot", dir)
	for _, kind := range []string{"history", "simulated"} {
		drawn(t, filepath.Join(dir, "forecast-difficulty-"+kind+".svg"), kind+" epochs", "ours", "no change", "mempool.space")
	}
}

func TestWithoutHistoryOnlySimulatedEpochsAreDrawn(t *testing.T) {
	dir := t.TempDir()
	forecastCommand(t, "difficulty", "--simulate", "20", "--plot", dir)
	drawn(t, filepath.Join(dir, "forecast-difficulty-simulated.svg"), "simulated epochs")
	if _, err := os.Stat(filepath.Join(dir, "forecast-difficulty-history.svg")); !os.IsNotExist(err) {
		t.Errorf("a chart of history that was not given: %v", err)
	}
}

// Half a year whose highest hour is 17:00: the first of four coincident peaks.
func TestPeaksAreDrawnWithTheChancesFromWhichMachinesAreOff(t *testing.T) {
	if testing.Short() {
		t.Skip("calibrates a month of the load")
	}
	start := time.Date(2024, 1, 1, 6, 0, 0, 0, time.UTC)
	var load strings.Builder
	load.WriteString("interval_start_utc,ERCOT\n")
	for h := range 182 * 24 {
		mw := 60_000 + 8_000*math.Cos(float64(h%24-17)/24*2*math.Pi) + 3_000*math.Sin(float64(h)/131) + 40*math.Sin(1.7*float64(h))
		fmt.Fprintf(&load, "%s,%.1f\n", start.Add(time.Duration(h)*time.Hour).Format(time.RFC3339), mw)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "load.csv")
	if err := os.WriteFile(file, []byte(load.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	forecastCommand(t, "peaks", "--load", file, "--plot", dir)
	drawn(t, filepath.Join(dir, "forecast-peaks-4CP.svg"), "4CP", "ASIC is off from", "GPU, batch is off from", "none of 500 draws")
}
