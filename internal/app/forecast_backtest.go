package app

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/intraday"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// leadJSON is how intraday forecasts of one lead did.
type leadJSON struct {
	LeadMin     float64  `json:"lead_min"`
	N           int      `json:"n"`
	MAE         float64  `json:"mae_usd_per_mwh"`
	Persistence float64  `json:"persistence_mae_usd_per_mwh"`
	DayAhead    float64  `json:"day_ahead_mae_usd_per_mwh"`
	Coverage80  *float64 `json:"coverage_80"`
}

func newForecastBacktest(p Process) *cobra.Command {
	var rt, dam, zone, from, to, plotDir string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "backtest", Short: "Walk through past prices by quarter of an hour, forecasting two days ahead at each", Args: cobra.NoArgs,
		Long: "Does what run does with every price that settles: learns from the forecasts that were made of it, and\n" +
			"forecasts the two days after it, from the day-ahead prices that were published by then.",
		Example: "  pouwdem forecast backtest --rt rt.csv.gz --dam dam.csv.gz --zone HB_SOUTH --from 2025-01-01 --to 2025-06-30",
	}
	fl := cmd.Flags()
	fl.StringVar(&rt, "rt", "", "real-time settlement point prices, `FILE`")
	fl.StringVar(&dam, "dam", "", "day-ahead prices, `FILE`")
	fl.StringVar(&zone, "zone", "", "settlement point")
	fl.StringVar(&from, "from", "", "first `DAY` that is scored; what is before it is learned from")
	fl.StringVar(&to, "to", "", "last `DAY`")
	fl.StringVar(&plotDir, "plot", "", "draw the errors by lead into this `DIR`")
	fl.BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(*cobra.Command, []string) error {
		if rt == "" || dam == "" || zone == "" {
			return usageError{errors.New("--rt, --dam and --zone are required")}
		}
		first, last, err := daySpan(from, to)
		if err != nil {
			return err
		}
		rows, err := walkIntraday(rt, dam, zone, first, last, progress(p.Stderr, "intervals"))
		if err != nil {
			return err
		}
		if plotDir != "" {
			if err := plotLeads(rows, zone, plotDir); err != nil {
				return err
			}
		}
		if asJSON {
			return printJSON(p.Stdout, map[string]any{"zone": zone, "leads": rows})
		}
		return writeLeads(p.Stdout, rows)
	}
	return cmd
}

// daySpan is the moments between which days lie; all of time where none is named.
func daySpan(from, to string) (first, last time.Time, err error) {
	last = time.Date(9000, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, one := range []struct {
		flag, value string
		into        *time.Time
		add         int
	}{{"--from", from, &first, 0}, {"--to", to, &last, 1}} {
		if one.value == "" {
			continue
		}
		day, err := time.Parse(time.DateOnly, one.value)
		if err != nil {
			return first, last, usageError{fmt.Errorf("%s %s: expected a day such as 2025-01-01", one.flag, one.value)}
		}
		*one.into = day.AddDate(0, 0, one.add)
	}
	return first, last, nil
}

func walkIntraday(rt, dam, zone string, first, last time.Time, tell func(done, total int)) ([]leadJSON, error) {
	spot, err := readSeries(rt, market.Series{Kind: market.RTSPP, Key: zone}, func(r io.Reader, name string) (history.Series, error) {
		return history.RealTime(r, name, zone)
	})
	if err != nil {
		return nil, err
	}
	ahead, err := readSeries(dam, market.Series{Kind: market.DASPP, Key: zone}, func(r io.Reader, name string) (history.Series, error) {
		return history.DayAhead(r, name, zone)
	})
	if err != nil {
		return nil, err
	}
	hours := make(map[int64]market.Quote, len(ahead.Quotes))
	for _, q := range ahead.Quotes {
		hours[q.Start.Unix()] = q
	}
	tracker, before := intraday.New(intraday.PriceUnit), []intraday.Score(nil)
	for i, q := range spot.Quotes {
		if !q.Start.Before(last) {
			break
		}
		if before == nil && !q.Start.Before(first) {
			before = tracker.Scores()
		}
		if !intraday.Check(q.Value) || q.Length != intraday.Step {
			continue
		}
		known := q.Start.Add(q.Length)
		tracker.Step(q.Start, q.Value, func(lead int) (float64, bool) {
			return publishedFor(hours, q.Start.Add(time.Duration(lead)*intraday.Step), known)
		})
		if tell != nil && i%96 == 0 {
			tell(i, len(spot.Quotes))
		}
	}
	rows := leadsOf(before, tracker.Scores())
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s has no price of %s by quarter of an hour from %s on", rt, zone, first.Format(time.DateOnly))
	}
	return rows, nil
}

// publishedFor is the day-ahead price for a moment that was published by known:
// its own, or that of the same hour of the newest day before.
func publishedFor(hours map[int64]market.Quote, t, known time.Time) (float64, bool) {
	hour := t.Truncate(time.Hour)
	for range 3 {
		if q, ok := hours[hour.Unix()]; ok && !q.Known.After(known) {
			return q.Value, true
		}
		hour = hour.Add(-24 * time.Hour)
	}
	return 0, false
}

// leadsOf are the scores since before, by lead.
func leadsOf(before, after []intraday.Score) []leadJSON {
	var rows []leadJSON
	for i, s := range after {
		var b intraday.Score
		if before != nil {
			b = before[i]
		}
		n := s.N - b.N
		if n == 0 {
			continue
		}
		mean := func(now, then float64) float64 { return (now*float64(s.N) - then*float64(b.N)) / float64(n) }
		row := leadJSON{
			LeadMin: float64(s.Lead) * intraday.Step.Minutes(), N: n, MAE: mean(s.MAE, b.MAE),
			Persistence: mean(s.PersistenceMAE, b.PersistenceMAE), DayAhead: mean(s.DayAhead, b.DayAhead),
		}
		if banded := s.Banded - b.Banded; banded > 0 {
			inside := math.Round(s.Coverage80*float64(s.Banded)) - math.Round(b.Coverage80*float64(b.Banded))
			share := inside / float64(banded)
			row.Coverage80 = &share
		}
		rows = append(rows, row)
	}
	return rows
}

func writeLeads(w io.Writer, rows []leadJSON) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "lead\tforecasts\tMAE $/MWh\tnewest price\tday-ahead price\t80 % band covers\t")
	for _, r := range rows {
		covers := "-"
		if r.Coverage80 != nil {
			covers = fmt.Sprintf("%.1f %%", 100**r.Coverage80)
		}
		fmt.Fprintf(t, "%s\t%d\t%.2f\t%.2f\t%.2f\t%s\t\n", time.Duration(r.LeadMin*float64(time.Minute)), r.N, r.MAE, r.Persistence, r.DayAhead, covers)
	}
	return t.Flush()
}

// plotLeads draws the errors by lead.
func plotLeads(rows []leadJSON, zone, dir string) error {
	p := plot.New()
	p.Title.Text = "Mean absolute error at " + zone
	p.X.Label.Text, p.Y.Label.Text = "hours ahead", "$/MWh"
	for _, one := range []struct {
		name   string
		of     func(leadJSON) float64
		colour color.Color
	}{
		{"ours", func(r leadJSON) float64 { return r.MAE }, color.RGBA{20, 90, 200, 255}},
		{"newest price lasts", func(r leadJSON) float64 { return r.Persistence }, color.RGBA{200, 90, 20, 255}},
		{"day-ahead price", func(r leadJSON) float64 { return r.DayAhead }, color.RGBA{90, 90, 90, 255}},
	} {
		if err := addLine(p, one.name, len(rows), one.colour, func(i int) (float64, float64) { return rows[i].LeadMin / 60, one.of(rows[i]) }); err != nil {
			return err
		}
	}
	return savePlot(p, dir, "forecast-"+zone+".svg")
}

func addLine(p *plot.Plot, name string, n int, colour color.Color, at func(i int) (x, y float64)) error {
	points := make(plotter.XYs, n)
	for i := range points {
		points[i].X, points[i].Y = at(i)
	}
	line, err := plotter.NewLine(points)
	if err != nil {
		return fmt.Errorf("draw %s: %w", name, err)
	}
	line.Color, line.Width = colour, vg.Points(1.5)
	p.Add(line)
	p.Legend.Add(name, line)
	return nil
}
