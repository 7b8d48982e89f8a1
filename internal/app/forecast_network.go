package app

import (
	"errors"
	"fmt"
	"image/color"
	"math/rand/v2"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

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

// epochs says of which kind the row's epochs are.
func (r difficultyRow) epochs() string {
	if r.Simulated {
		return "simulated"
	}
	return "history"
}

func newForecastDifficulty(p Process) *cobra.Command {
	var epochs, blocks, plotDir string
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
	fl.StringVar(&plotDir, "plot", "", "draw the errors by progress into this `DIR`")
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
		if plotDir != "" {
			if err := plotRetargets(rows, plotDir); err != nil {
				return err
			}
		}
		if asJSON {
			return printJSON(p.Stdout, map[string]any{"retargets": rows})
		}
		t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "epochs\tprogress\tn\tRMSE, points\tno change\tmempool\t")
		for _, r := range rows {
			fmt.Fprintf(t, "%s\t%.0f %%\t%d\t%.2f\t%.2f\t%.2f\t\n", r.epochs(), 100*r.Progress, r.N, r.Ours, r.NoChange, r.Mempool)
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

// plotRetargets draws the errors by progress: a chart of history's epochs, where
// there are any, and one of the simulated ones.
func plotRetargets(rows []difficultyRow, dir string) error {
	kinds := map[string][]difficultyRow{}
	for _, r := range rows {
		kinds[r.epochs()] = append(kinds[r.epochs()], r)
	}
	for kind, of := range kinds {
		p := plot.New()
		p.Title.Text = "Error of the retarget's forecast, " + kind + " epochs"
		p.X.Label.Text, p.Y.Label.Text = "progress of the epoch, %", "RMSE, percentage points"
		p.Y.Min, p.Legend.Left = 0, true // errors are largest at the left
		for _, one := range []struct {
			name   string
			of     func(difficultyRow) float64
			colour color.Color
		}{
			{"ours", func(r difficultyRow) float64 { return r.Ours }, color.RGBA{20, 90, 200, 255}},
			{"no change", func(r difficultyRow) float64 { return r.NoChange }, color.RGBA{200, 90, 20, 255}},
			{"mempool.space's", func(r difficultyRow) float64 { return r.Mempool }, color.RGBA{90, 90, 90, 255}},
		} {
			if err := addLine(p, one.name, len(of), one.colour, func(i int) (float64, float64) { return 100 * of[i].Progress, one.of(of[i]) }); err != nil {
				return err
			}
		}
		if err := savePlot(p, dir, "forecast-difficulty-"+kind+".svg"); err != nil {
			return err
		}
	}
	return nil
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
	var load, plotDir string
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
	fl.StringVar(&plotDir, "plot", "", "draw each month's peak with the chance that it was given into this `DIR`")
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
		if plotDir != "" {
			if err := plotPeaks(rules.Name, rows, calls, plotDir); err != nil {
				return err
			}
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

// peakDraws is how many ways in which a month may go stand behind a chance.
const peakDraws = 500

// plotPeaks draws the chance that each month's peak was given at the beginning of
// its hour, between the chances from which classes of machines are off.
func plotPeaks(rules string, rows []peakTally, calls []peak.Call, dir string) error {
	// What no draw had is drawn at half of one: a logarithm has no zero.
	const none = 0.5 / peakDraws
	p := plot.New()
	p.Title.Text = fmt.Sprintf("%s: the chance given to the hour of each month's peak", rules)
	p.X.Label.Text = "month"
	p.Y.Label.Text = fmt.Sprintf("chance, %% (%g: in none of %d draws)", 100*none, peakDraws)
	p.X.Tick.Marker = plot.TimeTicks{Format: "2006-01", Time: plot.UTCUnixTime}
	p.Y.Scale, p.Y.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
	p.Y.Min, p.Y.Max, p.Legend.Top = 100*none, 100, true
	points := make(plotter.XYs, len(calls))
	for i, c := range calls {
		points[i] = plotter.XY{X: float64(c.Month.Unix()), Y: 100 * max(c.Chance, none)}
	}
	scatter, err := plotter.NewScatter(points)
	if err != nil {
		return fmt.Errorf("draw the peaks: %w", err)
	}
	scatter.Color, scatter.Radius, scatter.Shape = color.RGBA{20, 90, 200, 255}, vg.Points(4), draw.CircleGlyph{}
	p.Add(scatter)
	p.Legend.Add("peak", scatter)
	colours := []color.Color{color.RGBA{200, 90, 20, 255}, color.RGBA{90, 90, 90, 255}}
	ends := [2]time.Time{calls[0].Month.AddDate(0, 0, -15), calls[len(calls)-1].Month.AddDate(0, 0, 15)}
	p.X.Max = float64(calls[len(calls)-1].Month.AddDate(0, 2, 0).Unix()) // room for the last mark
	for i, r := range rows {
		if !(r.BreakEven > 0) { // the naive rule has none
			continue
		}
		if err := addLine(p, r.Rule+" is off from", len(ends), colours[i/2%len(colours)], func(k int) (float64, float64) {
			return float64(ends[k].Unix()), 100 * r.BreakEven
		}); err != nil {
			return err
		}
	}
	return savePlot(p, dir, "forecast-peaks-"+rules+".svg")
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
		s := peak.Study{Rules: rules, BreakEven: rules.BreakEven(class.margin, hours), Deviation: 0.02, Draws: peakDraws, Seed: 1, Load: ahead}
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
