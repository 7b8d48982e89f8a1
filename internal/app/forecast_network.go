package app

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/lear"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/peak"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// difficultyRow is the error of forecasts of the retarget at one progress.
type difficultyRow struct {
	Progress  float64 `json:"progress"`
	N         int     `json:"n"`
	Ours      float64 `json:"rmse_points"`
	NoChange  float64 `json:"no_change_rmse_points"`
	Mempool   float64 `json:"mempool_rmse_points"`
	Simulated bool    `json:"simulated"`
}

func newForecastDifficulty(p Process) *cobra.Command {
	var epochs, blocks string
	var draws int
	var deviation float64
	var asJSON bool
	cmd := &cobra.Command{
		Use: "difficulty", Short: "Score forecasts of bitcoin's retargets against the usual rules", Args: cobra.NoArgs,
		Long: "Forecasts every retarget part of the way through its epoch, from the blocks before alone, and compares that\n" +
			"with no change and with mempool.space's estimate: on history by daily block counts, and on simulated epochs.",
		Example: "  pouwdem forecast difficulty --epochs epochs.csv --blocks hashprice.csv",
	}
	fl := cmd.Flags()
	fl.StringVar(&epochs, "epochs", "", "difficulty by epoch, `FILE`; without it only simulated epochs")
	fl.StringVar(&blocks, "blocks", "", "blocks by day, `FILE`")
	fl.IntVar(&draws, "simulate", 2000, "epochs to simulate")
	fl.Float64Var(&deviation, "deviation", 0.03, "of the hashrate from one simulated epoch to the next")
	fl.BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(*cobra.Command, []string) error {
		if (epochs == "") != (blocks == "") {
			return usageError{errors.New("--epochs and --blocks go together")}
		}
		var rows []difficultyRow
		if epochs != "" {
			scores, err := walkDifficulty(epochs, blocks)
			if err != nil {
				return err
			}
			rows = append(rows, rowsOf(scores, false)...)
		}
		scores, err := network.Simulate(draws, deviation, []float64{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9}, rand.New(rand.NewPCG(1, 1)))
		if err != nil {
			return err
		}
		rows = append(rows, rowsOf(scores, true)...)
		if asJSON {
			return printJSON(p.Stdout, map[string]any{"retargets": rows})
		}
		t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "epochs\tprogress\tn\tRMSE, points\tno change\tmempool\t")
		for _, r := range rows {
			what := "history"
			if r.Simulated {
				what = "simulated"
			}
			fmt.Fprintf(t, "%s\t%.0f %%\t%d\t%.2f\t%.2f\t%.2f\t\n", what, 100*r.Progress, r.N, r.Ours, r.NoChange, r.Mempool)
		}
		return t.Flush()
	}
	return cmd
}

func walkDifficulty(epochs, blocks string) ([]network.Errors, error) {
	all, err := readFile(epochs, history.Epochs)
	if err != nil {
		return nil, err
	}
	days, err := readFile(blocks, history.DailyBlocks)
	if err != nil {
		return nil, err
	}
	if len(days) == 0 {
		return nil, fmt.Errorf("%s: no day has a count of blocks", blocks)
	}
	calls, err := network.Walk(days, all, []float64{0.1, 0.25, 0.5, 0.75, 0.9})
	if err != nil {
		return nil, err
	}
	return network.Score(calls), nil
}

func rowsOf(scores []network.Errors, simulated bool) []difficultyRow {
	rows := make([]difficultyRow, 0, len(scores))
	for _, s := range scores {
		rows = append(rows, difficultyRow{s.Progress, s.N, s.Ours, s.NoChange, s.Mempool, simulated})
	}
	return rows
}

// peakTally is what one rule's alerts came to.
type peakTally struct {
	Rule       string  `json:"rule"`
	BreakEven  float64 `json:"break_even"`
	Margin     float64 `json:"margin_usd_per_mwh"`
	Peaks      int     `json:"peaks"`
	Caught     int     `json:"caught"`
	Hours      int     `json:"alert_hours"`
	FalseHours int     `json:"false_alarm_hours"`
	Precision  float64 `json:"precision"`
	USDPerMW   float64 `json:"net_usd_per_mw"`
}

func newForecastPeaks(p Process) *cobra.Command {
	var load string
	var rate, hours float64
	var twelve, asJSON bool
	cmd := &cobra.Command{
		Use: "peaks", Short: "Walk through past months and call their coincident peaks", Args: cobra.NoArgs,
		Long: "At the beginning of every hour gives the chance that it is its month's highest load, from the loads before\n" +
			"it, and is off where that chance is worth more than the hour earns: another hour for each class of machine.",
		Example: "  pouwdem forecast peaks --load load.csv.gz",
	}
	fl := cmd.Flags()
	fl.StringVar(&load, "load", "", "hourly system load, `FILE`")
	fl.Float64Var(&rate, "rate", 66e3, "transmission charge, $/MW-year")
	fl.Float64Var(&hours, "call-hours", 1, "hours that one alert lasts")
	fl.BoolVar(&twelve, "twelve", false, "the proposed rule of twelve peaks a year instead of four")
	fl.BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(*cobra.Command, []string) error {
		if load == "" {
			return usageError{errors.New("--load is required")}
		}
		series, err := readFile(load, history.Load)
		if err != nil {
			return err
		}
		panel, err := forecaster.PanelOf(series.Quotes, nil, unit.DayOf(series.Quotes[len(series.Quotes)-1].Start))
		if err != nil {
			return fmt.Errorf("%s: %w", load, err)
		}
		rules := peak.FourCP(rate)
		if twelve {
			rules = peak.TwelveCP(rate, time.Time{})
		}
		rows, calls, err := callPeaks(panel, rules, hours)
		if err != nil {
			return err
		}
		if asJSON {
			return printJSON(p.Stdout, map[string]any{"rules": rules.Name, "classes": rows, "peaks": calls})
		}
		t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "rule\toff from\tpeaks caught\thours off\tfalse\tprecision\tnet $/MW\t")
		for _, r := range rows {
			fmt.Fprintf(t, "%s\t%.2f %%\t%d of %d\t%d\t%d\t%.1f %%\t%.0f\t\n", r.Rule, 100*r.BreakEven, r.Caught, r.Peaks, r.Hours, r.FalseHours, 100*r.Precision, r.USDPerMW)
		}
		return t.Flush()
	}
	return cmd
}

// callPeaks walks for an ASIC class and a GPU class; the load is forecast by
// LEAR, once for both.
func callPeaks(panel *forecast.Panel, rules peak.Rules, hours float64) ([]peakTally, []peak.Call, error) {
	model := lear.New(lear.Options{})
	made := make(map[int]forecast.Day)
	ahead := func(p *forecast.Panel, day int) (forecast.Day, error) {
		if f, ok := made[day]; ok {
			return f, nil
		}
		f, err := model.Forecast(p, day)
		made[day] = f
		return f, err
	}
	var rows []peakTally
	var calls []peak.Call
	for _, class := range []struct {
		name   string
		margin float64
	}{{"ASIC", 35}, {"GPU, batch", 300}} {
		s := peak.Study{Rules: rules, BreakEven: rules.BreakEven(class.margin, hours), Deviation: 0.02, Draws: 500, Seed: 1, Load: ahead}
		ours, naive, called, err := s.Walk(panel)
		if err != nil {
			return nil, nil, err
		}
		calls = called
		for _, r := range []struct {
			name  string
			tally peak.Tally
		}{{class.name, ours}, {class.name + ", naive", naive}} {
			rows = append(rows, peakTally{
				Rule: r.name, BreakEven: r.tally.BreakEven, Margin: class.margin, Peaks: r.tally.Peaks, Caught: r.tally.Caught,
				Hours: r.tally.Hours, FalseHours: r.tally.FalseHours, Precision: r.tally.Precision(),
				USDPerMW: float64(r.tally.Caught)*rules.Value() - float64(r.tally.Hours)*class.margin,
			})
		}
	}
	return rows, calls, nil
}
