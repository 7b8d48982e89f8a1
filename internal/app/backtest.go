package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// studyFlags are the flags of backtest.
type studyFlags struct {
	rt, dam, as, hashprice, load, gpu string
	config, site                      string
	zone                              string
	mw, jth, start, fee, adder        float64
	from, to                          string
	policies, levers                  []string
	lag                               time.Duration
	peakRate, gpuShare, hashFactor    float64
	follow                            float64
	forecast                          string
	replay, eea, sales                string
	step                              time.Duration
	plot, vary                        string
	asJSON                            bool
}

func newBacktest(p Process) *cobra.Command {
	var f studyFlags
	cmd := &cobra.Command{
		Use: "backtest", Short: "Score policies over history against perfect foresight", Args: cobra.NoArgs,
		Long: "Runs policies over recorded prices, interval by interval, each seeing only what had been published, and\n" +
			"compares them with perfect foresight and with the tuned threshold rule. threshold, tuned on the data before\n" +
			"--from, and oracle always run.",
		Example: "  pouwdem backtest --rt rt.csv.gz --dam dam.csv.gz --hashprice hashprice.csv \\\n" +
			"      --zone LZ_WEST --mw 1 --jth 29.5 --from 2024-01-01 --to 2024-12-31 --policies always,lag1,dayahead",
	}
	fl := cmd.Flags()
	fl.StringVar(&f.rt, "rt", "", "real-time settlement point prices, `FILE` (CSV, also .gz, or ERCOT's own layouts)")
	fl.StringVar(&f.dam, "dam", "", "day-ahead prices, `FILE`")
	fl.StringVar(&f.as, "as", "", "day-ahead capacity prices by product, `FILE`")
	fl.StringVar(&f.hashprice, "hashprice", "", "daily hashprice, `FILE`")
	fl.StringVar(&f.load, "load", "", "system load, `FILE`")
	fl.StringVar(&f.gpu, "gpu", "", "GPU rental prices, `FILE`")
	fl.StringVar(&f.config, "config", "", "configuration `FILE` with the site")
	fl.StringVar(&f.site, "site", "", "which site of --config; the first without it")
	fl.StringVar(&f.zone, "zone", "", "settlement point of a quick study without a site file")
	fl.Float64Var(&f.mw, "mw", 1, "machine power of a quick study, MW")
	fl.Float64Var(&f.jth, "jth", 29.5, "efficiency of a quick study, J/TH")
	fl.Float64Var(&f.start, "start-cost", 0, "what waking all machines costs in a quick study, $")
	fl.Float64Var(&f.fee, "pool-fee", 0, "pool fee of a quick study, a fraction")
	fl.Float64Var(&f.adder, "adder", 0, "adder on energy of a quick study, $/MWh")
	fl.StringVar(&f.from, "from", "", "first operating `DAY`, such as 2024-01-01")
	fl.StringVar(&f.to, "to", "", "last operating `DAY`")
	fl.StringSliceVar(&f.policies, "policies", []string{"always", "lag1", "dayahead"}, "policies beside threshold and oracle: always, greedy (lag1), dayahead, mpc")
	fl.StringSliceVar(&f.policies, "policy", []string{"always", "lag1", "dayahead"}, "same as --policies")
	fl.StringSliceVar(&f.levers, "levers", []string{"energy", "inference"}, "what policies may play: energy, as (day-ahead reserve), cp (coincident peaks), inference; all for all")
	fl.DurationVar(&f.lag, "lag", 0, "how long after its end a price shows")
	fl.Float64Var(&f.peakRate, "peak-rate", 66_000, "transmission charge of a quick study with lever cp, $/MW-year")
	fl.Float64Var(&f.gpuShare, "gpu-share", 0, "share of a quick study's power that are GPUs instead of miners, at prices that are stated")
	fl.Float64Var(&f.follow, "reserve-follow", 0, "share of energy's rise above its day-ahead price by which the real-time price of reserve is assumed to be above its own: 0 to 1")
	fl.Float64Var(&f.hashFactor, "hashprice-factor", 1, "by what every hashprice is multiplied")
	fl.StringVar(&f.forecast, "forecast", "own", "what mpc is given: own, none, perfect, shuffled, or a factor on the errors of its own such as 0.5")
	fl.StringVar(&f.replay, "replay", "", "print these `DAYS` hour by hour: days with commas, or a price above which hours are shown, such as 1000")
	fl.StringVar(&f.eea, "eea", "", "emergency levels, `FILE`: start_utc,level, each in force from its start on")
	fl.StringVar(&f.sales, "certificate-sales", "", "certificates that were sold for money, `FILE`: site,start_utc,end_utc,baseline_mw,mwh,usd")
	fl.DurationVar(&f.step, "step", 0, "length of an interval: 5m, 15m or 1h, no shorter than the data's; 0: as the data")
	fl.StringVar(&f.vary, "vary", "", "study several values of one `FLAG=V,V,...`: hashprice-factor, adder, start-cost, lag, forecast or reserve-follow")
	fl.StringVar(&f.plot, "plot", "", "write a chart (SVG) into this `DIR`")
	fl.BoolVar(&f.asJSON, "json", false, "print one JSON object")
	_ = fl.MarkHidden("policy")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if f.vary != "" {
			return f.sensitivity(cmd, p)
		}
		study, err := f.study(p)
		if err != nil {
			return err
		}
		study.Trace = study.Trace || f.replay != ""
		result, err := backtest.Run(cmd.Context(), study)
		if err != nil {
			return err
		}
		if f.plot != "" {
			if err := writeChart(result, f.plot); err != nil {
				return err
			}
		}
		if f.asJSON {
			return printJSON(p.Stdout, result)
		}
		if err := result.WriteTable(p.Stdout); err != nil || f.replay == "" {
			return err
		}
		return writeReplay(p.Stdout, result, f.replay)
	}
	return cmd
}

// study reads the files that the flags name.
func (f *studyFlags) study(p Process) (backtest.Study, error) {
	st := backtest.Study{Trace: f.plot != "", Step: f.step}
	var err error
	if st.From, err = unit.ParseDay(f.from); err != nil {
		return st, usageError{fmt.Errorf("--from: %w", err)}
	}
	if st.To, err = unit.ParseDay(f.to); err != nil {
		return st, usageError{fmt.Errorf("--to: %w", err)}
	}
	if st.Policies, err = backtest.Named(f.policies, f.follow); err != nil {
		return st, usageError{fmt.Errorf("--policies: %w", err)}
	}
	if st.Levers, err = backtest.ParseLevers(f.levers); err != nil {
		return st, usageError{fmt.Errorf("--levers: %w", err)}
	}
	if st.Forecast, err = forecastOf(f.forecast); err != nil {
		return st, usageError{err}
	}
	st.Lag, st.Follow = f.lag, f.follow
	s, err := f.subject(p)
	if err != nil {
		return st, err
	}
	if st.Levers.Peaks && s.Transmission == nil && f.config == "" {
		s.Transmission = &site.Transmission{USDPerMWYear: f.peakRate}
	}
	st.Site = &s
	if err := f.readData(&st.Data, s.Point); err != nil {
		return st, err
	}
	if !(f.hashFactor > 0) {
		return st, usageError{fmt.Errorf("--hashprice-factor %g: want more than 0", f.hashFactor)}
	}
	for i := range st.Data.Hashprice {
		st.Data.Hashprice[i].Value *= f.hashFactor
	}
	return st, nil
}

// forecastOf reads what policies that look ahead are given.
func forecastOf(name string) (backtest.Forecast, error) {
	switch name {
	case "", "own":
		return backtest.Forecast{}, nil
	case "none":
		return backtest.Forecast{None: true}, nil
	case "perfect":
		return backtest.Forecast{Perfect: true}, nil
	case "shuffled":
		return backtest.Forecast{Shuffled: true}, nil
	}
	errs, err := strconv.ParseFloat(name, 64)
	if err != nil || !(errs > 0 && errs <= 10) {
		return backtest.Forecast{}, fmt.Errorf("--forecast %q: want own, none, perfect, shuffled, or a factor on its errors above 0, at most 10", name)
	}
	return backtest.Forecast{Errors: errs}, nil
}

// subject is the site that the study is about.
func (f *studyFlags) subject(p Process) (site.Site, error) {
	if f.config == "" {
		s, err := backtest.Quick(f.zone, unit.MW(f.mw), unit.JPerTH(f.jth), f.start, f.fee, unit.USDPerMWh(f.adder))
		if err == nil {
			s, err = backtest.WithGPUs(s, f.gpuShare)
		}
		if err != nil {
			return s, usageError{err}
		}
		return s, nil
	}
	cfg, err := config.Load(config.Options{Path: f.config, Getenv: p.Getenv})
	if err != nil {
		return site.Site{}, usageError{err}
	}
	sites, err := cfg.BuildSites()
	if err != nil {
		return site.Site{}, err
	}
	for _, s := range sites {
		if f.site == "" || s.ID == f.site {
			return s, nil
		}
	}
	return site.Site{}, usageError{fmt.Errorf("--site %s: %s has no such site", f.site, f.config)}
}

func (f *studyFlags) readData(d *backtest.Data, point string) error {
	if f.rt == "" || f.hashprice == "" {
		return usageError{errors.New("--rt and --hashprice are required")}
	}
	spot, err := readSeries(f.rt, market.Series{Kind: market.RTSPP, Key: point}, func(r io.Reader, name string) (history.Series, error) {
		return history.RealTime(r, name, point)
	})
	if err != nil {
		return err
	}
	d.Spot = spot.Quotes
	d.Notes = append(d.Notes, spot.Notes(f.rt)...)
	if f.dam != "" {
		ahead, err := readSeries(f.dam, market.Series{Kind: market.DASPP, Key: point}, func(r io.Reader, name string) (history.Series, error) {
			return history.DayAhead(r, name, point)
		})
		if err != nil {
			return err
		}
		d.DayAhead = ahead.Quotes
		d.Notes = append(d.Notes, ahead.Notes(f.dam)...)
	}
	hashprice, err := readFile(f.hashprice, history.Hashprice)
	if err != nil {
		return err
	}
	d.Hashprice = hashprice.Quotes
	d.Notes = append(d.Notes, hashprice.Notes(f.hashprice)...)
	if f.as != "" {
		if d.Reserve, err = readFile(f.as, history.Reserve); err != nil {
			return err
		}
	}
	if f.gpu != "" {
		if d.GPU, err = readFile(f.gpu, history.GPU); err != nil {
			return err
		}
	}
	if f.eea != "" {
		if d.EEA, err = readFile(f.eea, history.EEA); err != nil {
			return err
		}
	}
	if f.sales != "" {
		if d.Sales, err = readFile(f.sales, history.Sales); err != nil {
			return err
		}
	}
	if f.load != "" {
		load, err := readFile(f.load, history.Load)
		if err != nil {
			return err
		}
		d.Load = load.Quotes
	}
	return nil
}

// readSeries reads a file in our columns, or in one of ERCOT's own layouts.
func readSeries(path string, series market.Series, ours func(io.Reader, string) (history.Series, error)) (history.Series, error) {
	s, err := readFile(path, ours)
	if !errors.Is(err, history.ErrERCOTLayout) {
		return s, err
	}
	observations, err := readFile(path, ercot.Read)
	if err != nil {
		return history.Series{}, err
	}
	return history.FromObservations(observations, series)
}

func readFile[T any](path string, read func(io.Reader, string) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var none T
		return none, fmt.Errorf("open data file: %w", err)
	}
	defer f.Close()
	return read(f, path)
}

func writeChart(r backtest.Report, dir string) error {
	return writeSVG(dir, strings.Join([]string{"backtest", r.Site, r.From, r.To}, "-"), r.WriteChart)
}

// writeSVG writes one chart into a folder, which it makes where it is not there.
func writeSVG(dir, name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the folder for charts: %w", err)
	}
	path := filepath.Join(dir, name+".svg")
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write chart: %w", err)
	}
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("write chart %s: %w", path, err)
	}
	return f.Close()
}
