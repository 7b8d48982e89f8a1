package gridwatch

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// source names this service where its values show.
const source = "gridwatch"

// view is what a study shows, made once.
type view struct {
	page  report.Grid
	chart report.GridMap
	text  []byte
	grids map[string]market.Grid // by site
	known time.Time
}

// shownBinding is how many tight branches a site is judged on.
const shownBinding = 5

// empty is a page without a study.
func (w *Watch) empty(status, text string) view {
	c := w.cfg.Case
	page := report.Grid{
		Simulated: w.cfg.Simulated || w.cfg.Synthetic, Status: status, Text: text,
		Network: report.GridNetwork{
			Name: w.cfg.Name, Synthetic: w.cfg.Synthetic, Buses: len(c.Buses), Branches: len(c.Branches), Generators: len(c.Gens),
		},
		Inputs: []report.Value{}, Zones: []report.GridZone{}, Sites: []report.GridSite{},
	}
	for i := range w.cfg.Sites {
		s := &w.cfg.Sites[i]
		row := report.GridSite{
			Site: s.ID, Name: s.Name, Point: s.Point, Verdict: "outside", Text: "not in this network", Binding: []report.GridBinding{},
		}
		if p := slices.IndexFunc(w.places, func(p place) bool { return p.site.ID == s.ID }); p >= 0 {
			bus := w.places[p].bus
			row.Bus, row.InNetwork, row.Verdict, row.Text = &bus, true, string(market.Neutral), "no study yet"
		}
		page.Sites = append(page.Sites, row)
	}
	return view{page: page, chart: w.chart(nil, time.Time{})}
}

func (w *Watch) waiting(text string) view { return w.empty("waiting", text) }

// failed is a study that came to nothing; what it was made from shows.
func (w *Watch) failed(in input, err error) view {
	v := w.empty("infeasible", err.Error())
	v.page.At, v.page.Inputs = &in.at, in.values
	return v
}

func (w *Watch) view(in input, s *study, known time.Time, took time.Duration) view {
	v := w.empty("ok", "")
	v.text, v.known, v.grids = s.text, known, make(map[string]market.Grid)
	v.chart = w.chart(s, in.at)
	p := &v.page
	p.At, p.Inputs, p.TookMS = &in.at, in.values, float64(took.Microseconds())/1000
	p.Simulated = in.simulated || w.cfg.Synthetic
	p.Network.CaseSHA256 = s.digest
	p.Margin = s.margin()
	p.N1 = s.outages()
	p.Zones = w.zones(s)
	if s.flowErr != nil {
		p.Status, p.Text = "diverged", s.flowErr.Error()
	} else {
		p.Base = s.base()
		p.Status, p.Text = s.verdict(p)
	}
	mean := s.meanPrice(func(int) bool { return true })
	for i := range p.Sites {
		row := &p.Sites[i]
		if at := slices.IndexFunc(s.places, func(p place) bool { return p.site.ID == row.Site }); at >= 0 {
			v.grids[row.Site] = w.place(s, s.places[at], row, mean, in, known)
		}
	}
	return v
}

// verdict is the study in a word and a sentence.
func (s *study) verdict(p *report.Grid) (status, text string) {
	status = "ok"
	if p.Base.Overloads > 0 || p.Base.VoltageViolations > 0 || s.insecure() > 0 || p.Margin != nil && p.Margin.MW < 0 {
		status = "insecure"
	}
	if s.unsecured != "" {
		return "insecure", "no dispatch keeps every limit after a loss: " + s.unsecured
	}
	text = fmt.Sprintf("%d outages screened, %d solved in full, %d of them beyond a limit", p.N1.Screened, p.N1.SolvedAC, p.N1.Insecure)
	if p.Margin != nil {
		text += "; " + p.Margin.Text
	}
	return status, text
}

// place is a site's own view: what binds, and what its power does to it.
func (w *Watch) place(s *study, p place, row *report.GridSite, mean float64, in input, known time.Time) market.Grid {
	i := s.net.Bus.Index[p.bus]
	g := market.Grid{
		Network: w.cfg.Name, Synthetic: w.cfg.Synthetic, Case: s.digest, At: in.at, Known: known,
		Simulated: in.simulated || w.cfg.Synthetic, Bus: p.bus, StudyMW: p.mw,
		PriceUSDPerMWh: s.dispatch.PriceP[i], MeanUSDPerMWh: mean, Binding: []market.Binding{},
	}
	for _, t := range s.screened.tightest[:min(shownBinding, len(s.screened.tightest))] {
		b := binding(s.net, s.linear, t, i)
		g.Binding = append(g.Binding, b)
		row.Binding = append(row.Binding, report.GridBinding{
			Branch: b.Branch, Outage: b.Outage, FlowMW: b.FlowMW, LimitMW: b.LimitMW,
			LoadingPct: 100 * b.FlowMW / b.LimitMW, ShiftFactor: b.Shift,
		})
	}
	mw, price, difference := p.mw, g.PriceUSDPerMWh, g.PriceUSDPerMWh-mean
	row.StudyMW, row.PriceUSDPerMWh, row.PriceDifferenceUSDPerMWh = &mw, &price, &difference
	row.Text = "no plan to judge yet"
	return g
}

func (s *study) base() *report.GridBase {
	base, net := s.net.BaseMVA, s.net
	b := &report.GridBase{CostUSDPerH: s.dispatch.Objective, PriceUSDPerMWh: s.meanPrice(func(int) bool { return true }), Iterations: s.dispatch.Iterations}
	b.MinVmPU = math.Inf(1)
	for i, v := range s.flow.Vm {
		if net.Bus.Kind[i] == grid.Isolated {
			continue
		}
		b.LoadMW += net.Bus.Pd[i] * base
		if v < b.MinVmPU {
			b.MinVmPU, b.MinVmBus = v, net.BusID(i)
		}
		if v > b.MaxVmPU {
			b.MaxVmPU, b.MaxVmBus = v, net.BusID(i)
		}
		row := net.Case.Buses[net.Bus.Row[i]]
		if v > row.Vmax+1e-6 || v < row.Vmin-1e-6 {
			b.VoltageViolations++
		}
	}
	for _, p := range s.flow.Pg {
		b.GenerationMW += p * base
	}
	b.LossesMW = s.flow.Losses() * base
	for k, rate := range net.Branch.RateA {
		loading := 100 * s.flow.Loading(k) / rate
		if loading > 100 {
			b.Overloads++
		}
		if loading > b.MaxLoadingPct {
			b.MaxLoadingPct, b.MaxLoadingBranch = loading, branchName(net.Case, net.Branch.Row[k])
		}
	}
	return b
}

// margin is the distance to the nearest limit over the base case and all single
// outages, by outage factors.
func (s *study) margin() *report.GridMargin {
	if len(s.screened.tightest) == 0 {
		return nil
	}
	t := s.screened.tightest[0]
	m := &report.GridMargin{
		MW:       (t.limit - math.Abs(t.flow)) * s.net.BaseMVA,
		Fraction: 1 - t.loading(),
		Branch:   branchName(s.net.Case, s.net.Branch.Row[t.branch]),
	}
	after := ""
	if t.outage >= 0 {
		m.Outage = branchName(s.net.Case, s.net.Branch.Row[t.outage])
		after = " after the loss of " + m.Outage
	}
	m.Text = fmt.Sprintf("%s has %.0f MW left (%.1f %% of its limit)%s", m.Branch, m.MW, 100*m.Fraction, after)
	if m.MW < 0 {
		m.Text = fmt.Sprintf("%s is %.0f MW over its limit (%.1f %%)%s", m.Branch, -m.MW, -100*m.Fraction, after)
	}
	return m
}

func (s *study) outages() *report.GridN1 {
	n := &report.GridN1{
		Outages: s.screened.outages, Islanding: s.screened.islanding, Screened: s.screened.outages - s.screened.islanding,
		SolvedAC: len(s.solved), Insecure: s.insecure(), Worst: []report.GridOutage{},
	}
	if s.losses == nil {
		n.SolvedAC = 0
		return n
	}
	for _, rank := range s.losses.Rank()[:min(10, len(s.losses.Results))] {
		r := s.losses.Results[rank.Outage]
		o := report.GridOutage{Outage: s.solved[rank.Outage].Label, Status: string(r.Status)}
		if r.Status == contingency.OK {
			loading, vm, bus := 100*r.MaxLoading, r.MinVm, r.MinVmBus
			o.MaxLoadingPct, o.MinVmPU, o.MinVmBus = &loading, &vm, &bus
			if r.MaxLoadingBranch >= 0 {
				o.On = branchName(s.net.Case, r.MaxLoadingBranch)
			}
		}
		n.Worst = append(n.Worst, o)
	}
	return n
}

// zoneName is what people call a zone.
func (w *Watch) zoneName(number int) string {
	if number >= 1 && number <= len(w.cfg.Zones) {
		return w.cfg.Zones[number-1]
	}
	return "zone " + strconv.Itoa(number)
}

func (w *Watch) zones(s *study) []report.GridZone {
	net, base := s.net, s.net.BaseMVA
	byNumber := map[int]*report.GridZone{}
	zone := func(bus int) *report.GridZone {
		number := net.Case.Buses[net.Bus.Row[bus]].Zone
		if byNumber[number] == nil {
			byNumber[number] = &report.GridZone{Zone: w.zoneName(number)}
		}
		return byNumber[number]
	}
	for i, pd := range net.Bus.Pd {
		zone(i).LoadMW += pd * base
	}
	for k, bus := range net.Gen.Bus {
		z, mw := zone(bus), net.Gen.Pg[k]*base
		z.GenerationMW += mw
		switch fuel(net.Case, net.Gen.Row[k]) {
		case "wind":
			z.WindMW += mw
		case "solar":
			z.SolarMW += mw
		}
	}
	var rows []report.GridZone
	for number, z := range byNumber {
		z.PriceUSDPerMWh = s.meanPrice(func(i int) bool { return net.Case.Buses[net.Bus.Row[i]].Zone == number })
		rows = append(rows, *z)
	}
	slices.SortFunc(rows, func(a, b report.GridZone) int { return cmp.Compare(b.LoadMW, a.LoadMW) })
	return rows
}

// observations are what a study adds to the market's series.
func (v *view) observations() []market.Observation {
	at := unit.Interval{Start: *v.page.At}
	observe := func(kind market.Kind, key string, value float64) market.Observation {
		return market.Observation{
			Series: market.Series{Kind: kind, Key: key}, Interval: at, Value: value, Source: source,
			Published: v.known, Fetched: v.known, Known: v.known, Simulated: v.page.Simulated,
		}
	}
	var list []market.Observation
	if v.page.Margin != nil {
		list = append(list, observe(market.GridMargin, v.page.Network.Name, v.page.Margin.Fraction))
	}
	for _, s := range v.page.Sites {
		if s.PriceUSDPerMWh != nil {
			list = append(list, observe(market.GridPrice, s.Site, *s.PriceUSDPerMWh))
		}
	}
	return slices.DeleteFunc(list, func(o market.Observation) bool { return o.Check() != nil })
}
