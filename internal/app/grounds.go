package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/learn/env"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// groundFlags say where agents are trained or scored: on files of history, or
// in the simulated world.
type groundFlags struct {
	history   string
	simulator bool
	seed      uint64 // of the world
	config    string
	sites     []string
	points    []string
	jths      []float64
	start     float64
	names     []string // of levers
	peakRate  float64
	gpuShare  float64
	follow    float64
	levers    backtest.Levers
}

// ground is a site and all that is recorded, or simulated, of its outside.
type ground struct {
	site      site.Site
	data      backtest.Data
	levers    backtest.Levers
	follow    float64
	threshold policy.ThresholdParams // tuned before the days that it is used on
	tuning    backtest.Tuning
}

// period is operating days, both included.
type period struct{ from, to unit.Day }

func (p period) String() string { return p.from.String() + " to " + p.to.String() }

func (p period) days() int {
	return int(p.to.Next().Start().Sub(p.from.Start()).Hours()/24 + 0.5)
}

func parsePeriod(what, text string) (period, error) {
	from, to, ok := strings.Cut(text, "..")
	if !ok {
		return period{}, usageError{fmt.Errorf("--%s: %q is not FIRST..LAST, such as 2024-01-01..2024-12-31", what, text)}
	}
	var p period
	var err error
	if p.from, err = unit.ParseDay(from); err != nil {
		return p, usageError{fmt.Errorf("--%s: %w", what, err)}
	}
	if p.to, err = unit.ParseDay(to); err != nil {
		return p, usageError{fmt.Errorf("--%s: %w", what, err)}
	}
	if p.to.Before(p.from) {
		return p, usageError{fmt.Errorf("--%s: %s lies after %s", what, from, to)}
	}
	return p, nil
}

// grounds are the sites to train or score at. Data reach from the first day of
// all to the last; hash names them.
func (f *groundFlags) grounds(p Process, all period) (grounds []ground, hash string, err error) {
	if f.simulator == (f.history != "") {
		return nil, "", usageError{errors.New("give either --history DIR or --simulator")}
	}
	if f.levers, err = backtest.ParseLevers(f.names); err != nil {
		return nil, "", usageError{fmt.Errorf("--levers: %w", err)}
	}
	sites, err := f.subjects(p)
	if err != nil {
		return nil, "", err
	}
	sum := sha256.New()
	if f.simulator {
		w := world.New(f.seed, world.Config{})
		fmt.Fprintf(sum, "simulated world, seed %d, %s\n", f.seed, all)
		for i := range sites {
			grounds = append(grounds, ground{site: sites[i], levers: f.levers, follow: f.follow, data: backtest.Simulated(w, &sites[i], all.from, all.to)})
		}
		return grounds, hex.EncodeToString(sum.Sum(nil)), nil
	}
	files, err := historyFiles(f.history)
	if err != nil {
		return nil, "", err
	}
	for _, name := range []string{files.rt, files.dam, files.hashprice, files.as, files.load, files.gpu, files.sales} {
		if err := hashFile(sum, name); err != nil {
			return nil, "", err
		}
	}
	read := map[string]backtest.Data{} // by point: sites at one share its prices and what is forecast of them
	for i := range sites {
		point := sites[i].Point
		data, ok := read[point]
		if !ok {
			if err := files.readData(&data, point); err != nil {
				return nil, "", err
			}
			data.Outlooks = backtest.NewOutlooks()
			read[point] = data
		}
		grounds = append(grounds, ground{site: sites[i], levers: f.levers, follow: f.follow, data: data})
	}
	return grounds, hex.EncodeToString(sum.Sum(nil)), nil
}

// subjects are the sites as the levers leave them.
func (f *groundFlags) subjects(p Process) ([]site.Site, error) {
	sites, err := f.named(p)
	if err != nil {
		return nil, err
	}
	for i := range sites {
		if f.levers.Peaks && sites[i].Transmission == nil && len(f.points) > 0 {
			sites[i].Transmission = &site.Transmission{USDPerMWYear: f.peakRate}
		}
		left, err := f.levers.Subject(&sites[i])
		if err != nil {
			return nil, usageError{fmt.Errorf("site %s: %w", sites[i].ID, err)}
		}
		sites[i] = *left
	}
	return sites, nil
}

// named are the configured sites that a market price concerns, or one for
// each point and efficiency.
func (f *groundFlags) named(p Process) ([]site.Site, error) {
	var sites []site.Site
	if len(f.points) > 0 {
		for _, point := range f.points {
			for _, jth := range f.jths {
				s, err := backtest.Quick(point, 1, unit.JPerTH(jth), f.start, 0, 0)
				if err == nil {
					s, err = backtest.WithGPUs(s, f.gpuShare)
				}
				if err != nil {
					return nil, usageError{err}
				}
				s.ID = fmt.Sprintf("%s-%gjth", point, jth)
				sites = append(sites, s)
			}
		}
		return sites, nil
	}
	cfg, err := config.Load(config.Options{Path: f.config, Getenv: p.Getenv})
	if err != nil {
		return nil, usageError{err}
	}
	all, err := cfg.BuildSites()
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		wanted := len(f.sites) == 0 || slices.Contains(f.sites, s.ID)
		if wanted && s.Point != "" && s.Contract.Kind != site.Fixed {
			sites = append(sites, s)
		}
	}
	if len(sites) == 0 {
		return nil, usageError{errors.New("no site of the configuration buys at a market price: there is nothing to learn")}
	}
	return sites, nil
}

// historyFiles finds the files of a folder by what their names say.
func historyFiles(dir string) (*studyFlags, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("--history: %w", err)
	}
	find := func(parts ...string) string {
		for _, e := range entries {
			name := e.Name()
			holds := strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".csv.gz")
			for _, part := range parts {
				holds = holds && strings.Contains(name, part)
			}
			if holds {
				return filepath.Join(dir, name)
			}
		}
		return ""
	}
	f := &studyFlags{
		rt: find("rtm_spp_hourly"), dam: find("dam_spp"), as: find("as_mcpc"),
		hashprice: find("hashprice"), load: find("native_load"), sales: find("certificate_sales"),
	}
	if f.rt == "" || f.hashprice == "" {
		return nil, usageError{fmt.Errorf("--history: %s has no *rtm_spp_hourly*.csv(.gz) and *hashprice*.csv(.gz)", dir)}
	}
	return f, nil
}

func hashFile(to io.Writer, name string) error {
	if name == "" {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("open data file: %w", err)
	}
	defer f.Close()
	if _, err := io.Copy(to, f); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}

// study is a ground over some days.
func (g *ground) study(p period) backtest.Study {
	return backtest.Study{
		Site: &g.site, From: p.from, To: p.to, Data: g.data, Levers: g.levers, Threshold: &g.threshold, Floor: g.tuning.ReserveFloor,
		Follow: g.follow,
	}
}

// tune sets the threshold's parameters by the days before first.
func (g *ground) tune(ctx context.Context, first unit.Day) error {
	st := backtest.Study{Site: &g.site, From: first, To: first, Data: g.data, Levers: g.levers, Follow: g.follow}
	var err error
	g.threshold, g.tuning, err = backtest.Tune(ctx, st)
	return err
}

// declared says which charges and prices of the sites of --points no record gives.
func (f *groundFlags) declared() string {
	if len(f.points) == 0 {
		return ""
	}
	said := []string{fmt.Sprintf("a start of all machines costs %g $", f.start)}
	if f.levers.Reserve {
		said = append(said, fmt.Sprintf("reserve sells at the day-ahead MCPC of before RTC+B, each MW as its dearest product, and is bought back at that price and %g of what energy is above its own; nothing is called", f.follow))
	}
	if f.levers.Peaks {
		said = append(said, fmt.Sprintf("transmission costs %g $/MW-year by 4CP", f.peakRate))
	}
	if f.gpuShare > 0 {
		said = append(said, fmt.Sprintf("%g of the power are GPUs that sell at fixed prices: 2.49 $/GPU-h sold, 1.245 interruptible, 0.50 batch", f.gpuShare))
	}
	return strings.Join(said, "; ")
}

// course is the days of a ground to learn from, with the forecasts that were there
// where the agent is shown any.
func (g *ground) course(p period, ahead bool) (*backtest.Course, error) {
	c, err := backtest.NewCourse(g.study(p))
	if err != nil || !ahead {
		return c, err
	}
	return c, c.LookAhead(g.study(p))
}

// place is a course with the static rule beside it.
func place(c *backtest.Course) trainer.Place {
	return trainer.Place{Site: c.Site(), Course: c, Desk: c, Baseline: c.Static(), Memo: env.NewMemo()}
}

// add registers the flags.
func (f *groundFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.history, "history", "", "`DIR` with recorded prices: *rtm_spp_hourly*, *dam_spp*, *hashprice*, *as_mcpc*, *native_load*, *certificate_sales*, each .csv or .csv.gz")
	fl.BoolVar(&f.simulator, "simulator", false, "use the simulated world")
	fl.Uint64Var(&f.seed, "world-seed", 1001, "seed of the simulated world")
	fl.StringVar(&f.config, "config", "", "configuration `FILE` with the sites; the built-in ones without it")
	fl.StringSliceVar(&f.sites, "site", nil, "which sites of the configuration; all that buy at a market price without it")
	fl.StringSliceVar(&f.points, "points", nil, "settlement points: a site of 1 MW at each in place of the configuration's")
	fl.Float64SliceVar(&f.jths, "jth", []float64{29.5, 17.5}, "efficiencies of the sites of --points, J/TH")
	fl.StringSliceVar(&f.names, "levers", []string{"energy", "inference"}, "what policies may play: energy, as (day-ahead reserve), cp (coincident peaks), inference; all for all")
	fl.Float64Var(&f.peakRate, "peak-rate", 66_000, "transmission charge at the sites of --points with lever cp, $/MW-year")
	fl.Float64Var(&f.gpuShare, "gpu-share", 0, "share of the power at the sites of --points that are GPUs instead of miners, at prices that are stated")
	fl.Float64Var(&f.follow, "reserve-follow", 0, "share of what energy costs above its day-ahead price by which buying back reserve is assumed to cost more, 0 to 1")
	fl.Float64Var(&f.start, "start-cost", 0, "what waking all machines costs at the sites of --points, $")
}
