package app

import (
	"errors"
	"fmt"
	"image/color"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"gonum.org/v1/plot"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// hourJSON is the forecast of one hour.
type hourJSON struct {
	Hour      int       `json:"hour"`
	Price     float64   `json:"usd_per_mwh"`
	Quantiles []float64 `json:"quantiles_usd_per_mwh"`
}

// dayJSON is the forecast of one day.
type dayJSON struct {
	Day    string     `json:"day"`
	Model  string     `json:"model"`
	Reason string     `json:"reason"` // why not a better model; empty where it is the best
	Levels []float64  `json:"levels"`
	Hours  []hourJSON `json:"hours"`
}

func newForecastMake(p Process) *cobra.Command {
	var data, day, plotDir string
	var warm int
	var asJSON bool
	cmd := &cobra.Command{
		Use: "make", Short: "Forecast the 24 prices of one day", Args: cobra.NoArgs,
		Long: "Forecasts one day of a price series from the days before it and from what is known of the day itself. Where\n" +
			"the combination cannot be made, the next simpler forecast takes its place, and that is said.",
		Example: "  pouwdem forecast make --data PJM.csv --day 2018-04-02",
	}
	fl := cmd.Flags()
	fl.StringVar(&data, "data", "", "prices and series known a day ahead, `FILE` as of forecast evaluate")
	fl.StringVar(&day, "day", "", "`DAY` to forecast; the last of the file")
	fl.IntVar(&warm, "warm", 14, "days before it whose forecasts weigh the members and make the bands; each takes its time")
	fl.StringVar(&plotDir, "plot", "", "draw the day and its band into this `DIR`")
	fl.BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if data == "" {
			return usageError{errors.New("--data is required")}
		}
		panel, err := readFile(data, history.ReadEPF)
		if err != nil {
			return err
		}
		at := panel.Days() - 1
		if day != "" {
			date, err := time.Parse(time.DateOnly, day)
			if err != nil {
				return usageError{fmt.Errorf("--day %s: expected a day such as 2018-04-02", day)}
			}
			at = panel.DayOf(date)
		}
		if at < 0 || at >= panel.Days() {
			return usageError{fmt.Errorf("--day: %s has %s to %s", data, panel.First.Format(time.DateOnly), panel.Date(panel.Days()-1).Format(time.DateOnly))}
		}
		f, err := forecaster.Make(cmd.Context(), panel, at, warm)
		if err != nil {
			return err
		}
		out := dayJSON{Day: panel.Date(at).Format(time.DateOnly), Model: f.Model, Reason: f.Reason, Levels: f.Levels}
		for h, v := range f.Point {
			hour := hourJSON{Hour: h, Price: v, Quantiles: []float64{}}
			if f.Quantiles != nil {
				hour.Quantiles = f.Quantiles[h]
			}
			out.Hours = append(out.Hours, hour)
		}
		if plotDir != "" {
			if err := plotDay(out, plotDir); err != nil {
				return err
			}
		}
		if asJSON {
			return printJSON(p.Stdout, out)
		}
		fmt.Fprintf(p.Stdout, "%s by %s", out.Day, out.Model)
		if out.Reason != "" {
			fmt.Fprintf(p.Stdout, " (%s)", out.Reason)
		}
		t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprint(t, "\n\nhour\t$/MWh\t")
		for _, level := range out.Levels {
			fmt.Fprintf(t, "%.0f %%\t", 100*level)
		}
		for _, h := range out.Hours {
			fmt.Fprintf(t, "\n%d\t%.2f\t", h.Hour, h.Price)
			for _, q := range h.Quantiles {
				fmt.Fprintf(t, "%.2f\t", q)
			}
		}
		fmt.Fprintln(t)
		return t.Flush()
	}
	return cmd
}

// plotDay draws a day's forecast between its lowest and its highest quantile.
func plotDay(d dayJSON, dir string) error {
	p := plot.New()
	p.Title.Text = fmt.Sprintf("%s by %s", d.Day, d.Model)
	p.X.Label.Text, p.Y.Label.Text = "hour", "$/MWh"
	if err := addLine(p, "forecast", len(d.Hours), color.RGBA{20, 90, 200, 255}, func(i int) (float64, float64) {
		return float64(i), d.Hours[i].Price
	}); err != nil {
		return err
	}
	band := color.RGBA{150, 180, 230, 255}
	for _, k := range []int{0, len(d.Levels) - 1} {
		if len(d.Levels) == 0 {
			break
		}
		if err := addLine(p, fmt.Sprintf("%.0f %% quantile", 100*d.Levels[k]), len(d.Hours), band, func(i int) (float64, float64) {
			return float64(i), d.Hours[i].Quantiles[k]
		}); err != nil {
			return err
		}
	}
	return savePlot(p, dir, "forecast-"+d.Day+".svg")
}
