package app

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"
	"os"
	"runtime"
	"text/tabwriter"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"gonum.org/v1/plot"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/forecast"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/dayahead"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

func newForecast(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "forecast", Short: "Forecast prices, peaks and difficulty, and score the forecasts", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("no command given; see pouwdem forecast --help")}
		},
	}
	cmd.AddCommand(newForecastMake(p), newForecastEvaluate(p), newForecastBacktest(p), newForecastDifficulty(p), newForecastPeaks(p))
	return cmd
}

// evaluateFlags are the flags of forecast evaluate.
type evaluateFlags struct {
	format, data, published string
	zone, dam, as, load     string
	gen, of                 string
	zonal                   bool
	hashprice               string
	from, to                string
	plot                    string
	warm, workers           int
	asJSON                  bool
}

func newForecastEvaluate(p Process) *cobra.Command {
	var f evaluateFlags
	cmd := &cobra.Command{
		Use: "evaluate", Short: "Forecast every day of a period from what came before it, and score that", Args: cobra.NoArgs,
		Long: "Walks through a price series day by day: calibrates on what had been known, forecasts the next day's 24\n" +
			"prices, and compares them with what came. With --published the forecasts of others are scored on the same\n" +
			"hours; they are never an input.",
		Example: "  pouwdem forecast evaluate --format epf --data PJM.csv --published forecasts.csv --json",
	}
	fl := cmd.Flags()
	fl.StringVar(&f.format, "format", "epf", "of --data; epf: date;hour;price;series known a day ahead...; ercot: real-time prices by UTC interval")
	fl.StringVar(&f.zone, "zone", "", "settlement point; ercot only")
	fl.StringVar(&f.dam, "dam", "", "day-ahead prices, `FILE`; ercot only")
	fl.StringVar(&f.as, "as", "", "day-ahead capacity prices, `FILE`; ercot only")
	fl.StringVar(&f.load, "load", "", "forecast the system load of this `FILE` instead of a price; ercot only")
	fl.StringVar(&f.gen, "gen", "", "what wind and sun generated, `FILE`; with --load")
	fl.StringVar(&f.of, "of", ofLoad, "what to forecast with --load: load, wind, solar, net_load or renewable_share")
	fl.BoolVar(&f.zonal, "zonal", false, "with --load: the zones' loads of the day before are known too")
	fl.StringVar(&f.hashprice, "hashprice", "", "daily hashprice, `FILE`: value the forecasts to miners of 29.5 and 17 J/TH; ercot only")
	fl.StringVar(&f.data, "data", "", "prices and series known a day ahead, `FILE` (CSV, also .gz)")
	fl.StringVar(&f.published, "published", "", "forecasts of others for the same market, `FILE`")
	fl.StringVar(&f.from, "from", "", "first `DAY` that is scored; the first published one, or else the last two years")
	fl.StringVar(&f.to, "to", "", "last `DAY` that is scored; the last that data and published forecasts share")
	fl.IntVar(&f.warm, "warm", 182, "days before the first from which the combination and the bands learn")
	fl.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "days forecast at the same time")
	fl.StringVar(&f.plot, "plot", "", "draw the last four weeks, with the combination's band, into this `DIR`")
	fl.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		study, err := f.study()
		if err != nil {
			return err
		}
		study.Progress = progress(p.Stderr, "days")
		start := time.Now()
		r, err := forecaster.Evaluate(cmd.Context(), study)
		if err != nil {
			return err
		}
		r.Took = time.Since(start)
		if f.plot != "" {
			if err := plotEvaluation(r, study.Panel.Target[study.From:study.To+1], f.plot); err != nil {
				return err
			}
		}
		worth, err := f.worth(r, study)
		if err != nil {
			return err
		}
		if f.asJSON {
			out := evaluationOf(r, study.Panel)
			out.Worth = worth
			return printJSON(p.Stdout, out)
		}
		if err := writeEvaluation(p.Stdout, r); err != nil {
			return err
		}
		return writeWorth(p.Stdout, worth)
	}
	return cmd
}

// study reads the files and finds the window that is scored.
func (f *evaluateFlags) study() (forecaster.Study, error) {
	s := forecaster.Study{Simple: []string{dayahead.Persistence, dayahead.Naive}, Workers: f.workers}
	var err error
	switch {
	case f.format == "ercot":
		s.Panel, err = f.ercot(&s)
	case f.format != "epf":
		err = usageError{fmt.Errorf("--format %s: epf and ercot are the ones there are", f.format)}
	case f.data == "":
		err = usageError{errors.New("--data is required")}
	default:
		s.Panel, err = readFile(f.data, history.ReadEPF)
	}
	if err != nil {
		return s, err
	}
	const twoYears = 728
	s.From, s.To = max(s.Panel.Days()-twoYears, min(365, s.Panel.Days()/2)), s.Panel.Days()-1
	var published *history.Published
	if f.published != "" {
		if published, err = readFile(f.published, history.ReadPublished); err != nil {
			return s, err
		}
		s.From = s.Panel.DayOf(published.First)
		s.To = min(s.To, s.From+len(published.Truth)-1)
	}
	for _, limit := range []struct {
		flag, value string
		day         *int
	}{{"--from", f.from, &s.From}, {"--to", f.to, &s.To}} {
		if limit.value == "" {
			continue
		}
		date, err := time.Parse(time.DateOnly, limit.value)
		if err != nil {
			return s, usageError{fmt.Errorf("%s %s: expected a day such as 2016-12-27", limit.flag, limit.value)}
		}
		*limit.day = s.Panel.DayOf(date)
	}
	const least = 84 // days that the slowest learner needs
	if s.From < least || s.To < s.From || s.To >= s.Panel.Days() {
		return s, usageError{fmt.Errorf("%s has %s to %s: cannot score days %d to %d of it (the first %d are for learning)",
			f.data, s.Panel.First.Format(time.DateOnly), s.Panel.Date(s.Panel.Days()-1).Format(time.DateOnly), s.From+1, s.To+1, least)}
	}
	s.Warm = min(f.warm, s.From-least)
	if published != nil {
		return s, f.take(&s, published)
	}
	return s, nil
}

// take cuts the published forecasts to the window and checks that they are of
// the same prices.
func (f *evaluateFlags) take(s *forecaster.Study, published *history.Published) error {
	offset := s.From - s.Panel.DayOf(published.First)
	days := s.To - s.From + 1
	if offset < 0 || offset+days > len(published.Truth) {
		return usageError{fmt.Errorf("%s covers %s and the %d days after it: narrow --from and --to", f.published,
			published.First.Format(time.DateOnly), len(published.Truth)-1)}
	}
	differ := 0
	for d := range days {
		for h, v := range published.Truth[offset+d] {
			if math.Abs(v-s.Panel.Target[s.From+d][h]) > 0.01 {
				differ++
			}
		}
	}
	if share := float64(differ) / float64(days*forecast.Hours); share > 0.02 {
		return fmt.Errorf("%s: %.0f %% of its true prices differ from those of %s: it is about another market", f.published, 100*share, f.data)
	}
	s.Given = make(map[string][]forecast.Day)
	for k, name := range published.Names {
		s.Given[name] = published.By[k][offset : offset+days]
	}
	return nil
}

// modelJSON is one model's scores; those of bands are left out where there are
// none.
type modelJSON struct {
	Model      string   `json:"model"`
	MAE        float64  `json:"mae"`
	RMAE       *float64 `json:"rmae"`
	SMAPE      float64  `json:"smape"`
	RMSE       float64  `json:"rmse"`
	N          int      `json:"n"`
	Pinball    *float64 `json:"pinball,omitempty"`
	CRPS       *float64 `json:"crps,omitempty"`
	Coverage80 *float64 `json:"coverage_80,omitempty"`
}

type versusJSON struct {
	Model     string  `json:"model"`
	Against   string  `json:"against"`
	Statistic float64 `json:"dm_statistic"`
	P         float64 `json:"dm_p"`
}

type evaluationJSON struct {
	Models    []modelJSON  `json:"models"`
	Published []modelJSON  `json:"published"`
	Versus    []versusJSON `json:"diebold_mariano"`
	Window    struct {
		From   string `json:"from"`
		To     string `json:"to"`
		Days   int    `json:"days"`
		Hours  int    `json:"hours"`
		Filled int    `json:"filled_values"`
	} `json:"window"`
	Worth    []worthJSON `json:"value,omitempty"`
	ElapsedS float64     `json:"elapsed_s"`
}

func evaluationOf(r *forecaster.Result, p *forecast.Panel) evaluationJSON {
	out := evaluationJSON{Models: modelsOf(r.Models), Published: modelsOf(r.Given), Versus: []versusJSON{}, ElapsedS: r.Took.Seconds()}
	out.Window.From, out.Window.To = r.From.Format(time.DateOnly), r.To.Format(time.DateOnly)
	out.Window.Days, out.Window.Hours, out.Window.Filled = r.Days, r.Days*forecast.Hours, p.Filled
	for _, v := range r.Versus {
		out.Versus = append(out.Versus, versusJSON(v))
	}
	return out
}

func modelsOf(models []forecaster.Model) []modelJSON {
	out := make([]modelJSON, 0, len(models))
	for _, m := range models {
		j := modelJSON{Model: m.Name, MAE: m.Scores.MAE, SMAPE: m.Scores.SMAPE, RMSE: m.Scores.RMSE, N: m.Scores.N}
		if !math.IsNaN(m.Scores.RMAE) {
			j.RMAE = &m.Scores.RMAE
		}
		if b := m.Bands; b != nil {
			j.Pinball, j.CRPS, j.Coverage80 = &b.Pinball, &b.CRPS, &b.Coverage80
		}
		out = append(out, j)
	}
	return out
}

func writeEvaluation(w io.Writer, r *forecaster.Result) error {
	fmt.Fprintf(w, "%s to %s, %d days, in %.0f s\n\n", r.From.Format(time.DateOnly), r.To.Format(time.DateOnly), r.Days, r.Took.Seconds())
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "model\tMAE\trMAE\tsMAPE\tRMSE\tpinball\tCRPS\t80 % band covers\t")
	for _, m := range append(append([]forecaster.Model{}, r.Models...), r.Given...) {
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%.1f %%\t%.3f\t", m.Name, m.Scores.MAE, m.Scores.RMAE, 100*m.Scores.SMAPE, m.Scores.RMSE)
		if b := m.Bands; b != nil {
			fmt.Fprintf(t, "%.3f\t%.3f\t%.1f %%\t\n", b.Pinball, b.CRPS, 100*b.Coverage80)
		} else {
			fmt.Fprintln(t, "-\t-\t-\t")
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, v := range r.Versus {
		fmt.Fprintf(w, "\n%s against %s: Diebold-Mariano %.2f, p = %.2g", v.Model, v.Against, v.Statistic, v.P)
	}
	_, err := fmt.Fprintln(w)
	return err
}

// progress draws a bar on a terminal; elsewhere it is silent.
func progress(w io.Writer, what string) func(done, total int) {
	file, ok := w.(*os.File)
	if !ok || !isatty.IsTerminal(file.Fd()) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(what),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
		}
		_ = bar.Set(done) // a bar that cannot be drawn is no reason to stop
	}
}

// dayLine is a line through values by day and hour.
type dayLine struct {
	name   string
	colour color.Color
	of     func(day, hour int) float64
}

// plotEvaluation draws the last days of the truth and of the best forecast.
func plotEvaluation(r *forecaster.Result, truth []forecast.Day, dir string) error {
	const shown = 28 // days
	first := max(0, len(truth)-shown)
	best := r.Models[len(r.Models)-1]
	p := plot.New()
	p.Title.Text = fmt.Sprintf("%s, the days to %s", best.Name, r.To.Format(time.DateOnly))
	p.X.Label.Text, p.Y.Label.Text = "day", "as in the file"
	hours := (len(truth) - first) * forecast.Hours
	lines := []dayLine{
		{"truth", color.RGBA{20, 20, 20, 255}, func(d, h int) float64 { return truth[d][h] }},
		{"forecast", color.RGBA{20, 90, 200, 255}, func(d, h int) float64 { return best.Forecasts[d][h] }},
	}
	if b := best.Bands; b != nil {
		band := color.RGBA{150, 180, 230, 255}
		lines = append(lines,
			dayLine{"lowest quantile", band, func(d, h int) float64 { return b.Quantiles[d][h][0] }},
			dayLine{"highest quantile", band, func(d, h int) float64 { return b.Quantiles[d][h][len(b.Levels)-1] }})
	}
	for _, one := range lines {
		if err := addLine(p, one.name, hours, one.colour, func(i int) (float64, float64) {
			return float64(i) / forecast.Hours, one.of(first+i/forecast.Hours, i%forecast.Hours)
		}); err != nil {
			return err
		}
	}
	return savePlot(p, dir, "forecast-"+best.Name+".svg")
}
