package synth

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// Moments are what networks are compared by.
type Moments struct {
	Buses, Branches, Generators int
	LoadMW, CapacityMW, LossMW  float64
	// Degree is the mean number of neighbours of a bus; Circuits the mean number
	// of branches at it, which counts parallel ones.
	Degree, Circuits float64
	// XR are the quartiles of reactance over resistance, by voltage level in kV
	// for lines, 0 for transformers.
	XR map[float64][3]float64
	// KM is the length of the circuits by level, from the positions of their
	// ends; MedianKM that of half of the lines.
	KM, MedianKM map[float64]float64
	// Loading are mean, 90th percentile and maximum of the base case, shares of
	// rate A; WorstLoading is the largest after the loss of any branch.
	Loading      [3]float64
	WorstLoading float64
	// Vm are the lowest and highest voltage of the base case, p.u., WorstVm
	// after the loss of any branch that does not cut anything off.
	Vm, WorstVm [2]float64
	AngleSpread float64 // degrees
	Outages     map[contingency.Status]int
	ZoneLoad    []float64 // MW by zone
	ZoneOutput  []float64
	Fuel        map[string]float64 // capacity in MW
}

// Measure solves a network and loses each of its branches.
func Measure(c *grid.Case) (*Moments, error) {
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		return nil, err
	}
	r, err := powerflow.New(net).Solve(powerflow.Options{})
	if err != nil {
		return nil, err
	}
	report, err := contingency.New(net).Run(contingency.AllBranches(net), contingency.Options{Rescue: true})
	if err != nil {
		return nil, err
	}
	m := &Moments{
		Buses: len(c.Buses), Branches: len(c.Branches), Generators: len(c.Gens), LossMW: r.Losses() * c.BaseMVA,
		Outages: report.Counts(), Vm: [2]float64{slices.Min(r.Vm), slices.Max(r.Vm)}, WorstVm: [2]float64{math.Inf(1), 0},
		AngleSpread: (slices.Max(r.Va) - slices.Min(r.Va)) * 180 / math.Pi,
	}
	for _, one := range report.Results {
		if one.Status == contingency.OK {
			m.WorstLoading = max(m.WorstLoading, one.MaxLoading)
			m.WorstVm = [2]float64{min(m.WorstVm[0], one.MinVm), max(m.WorstVm[1], one.MaxVm)}
		}
	}
	m.structure(c)
	m.balance(c)
	m.loading(net, r)
	return m, nil
}

func (m *Moments) structure(c *grid.Case) {
	kv := make(map[int]float64)
	at := make(map[int]*station)
	for _, b := range c.Buses {
		kv[b.ID] = b.BaseKV
		at[b.ID] = &station{lat: b.Lat, lon: b.Lon}
	}
	joined := make(map[[2]int]bool)
	ratios := make(map[float64][]float64)
	lengths := make(map[float64][]float64)
	m.KM, m.MedianKM, m.XR = map[float64]float64{}, map[float64]float64{}, map[float64][3]float64{}
	for _, b := range c.Branches {
		joined[[2]int{min(b.From, b.To), max(b.From, b.To)}] = true
		level := 0.0
		if b.Tap == 0 {
			level = kv[b.From]
			km := kilometres(at[b.From], at[b.To])
			m.KM[level] += km
			lengths[level] = append(lengths[level], km)
		}
		ratios[level] = append(ratios[level], b.X/b.R)
	}
	for level, xr := range ratios {
		slices.Sort(xr)
		m.XR[level] = [3]float64{quantile(xr, 0.25), quantile(xr, 0.5), quantile(xr, 0.75)}
	}
	for level, km := range lengths {
		slices.Sort(km)
		m.MedianKM[level] = quantile(km, 0.5)
	}
	m.Degree = 2 * float64(len(joined)) / float64(len(c.Buses))
	m.Circuits = 2 * float64(len(c.Branches)) / float64(len(c.Buses))
}

// quantile of sorted values.
func quantile(sorted []float64, q float64) float64 {
	return sorted[int(q*float64(len(sorted)-1)+0.5)]
}

func (m *Moments) balance(c *grid.Case) {
	m.ZoneLoad, m.ZoneOutput = make([]float64, len(Zones())), make([]float64, len(Zones()))
	m.Fuel = make(map[string]float64)
	zone := make(map[int]int)
	for _, b := range c.Buses {
		zone[b.ID] = b.Zone - 1
		m.LoadMW += b.Pd
		m.ZoneLoad[b.Zone-1] += b.Pd
	}
	for k, g := range c.Gens {
		m.CapacityMW += g.Pmax
		m.ZoneOutput[zone[g.Bus]] += g.Pg
		m.Fuel[c.GenFuels[k]] += g.Pmax
	}
}

func (m *Moments) loading(net *grid.Network, r *powerflow.Result) {
	loads := make([]float64, len(net.Branch.Row))
	sum := 0.0
	for k := range loads {
		loads[k] = r.Loading(k) / net.Branch.RateA[k]
		sum += loads[k]
	}
	slices.Sort(loads)
	m.Loading = [3]float64{sum / float64(len(loads)), quantile(loads, 0.9), loads[len(loads)-1]}
}

// Table is the moments in Markdown, beside published figures of real and of
// other synthetic networks where there are any.
func (m *Moments) Table() string {
	var b strings.Builder
	row := func(name, value, published, other string) {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", name, value, published, other)
	}
	b.WriteString("| | this network | published | ACTIVSg2000 [5] |\n|---|---|---|---|\n")
	row("buses, branches, generators", fmt.Sprintf("%d, %d, %d", m.Buses, m.Branches, m.Generators), "", "2000, 3206, 544")
	row("load, GW", fmt.Sprintf("%.1f", m.LoadMW/1e3), "85.5 on 10 August 2023 [1]", "67.1")
	row("capacity over load", fmt.Sprintf("%.2f", m.CapacityMW/m.LoadMW), "", "1.21")
	row("losses, % of load", fmt.Sprintf("%.1f", 100*m.LossMW/m.LoadMW), "", "2.4")
	row("neighbours per bus", fmt.Sprintf("%.2f", m.Degree), "2.3 to 2.8 [2]; ERCOT's substations 2.61 [3]", "2.67")
	row("branches per bus, parallel ones counted", fmt.Sprintf("%.2f", m.Circuits), "", "3.21")
	others := map[float64]string{high: "12.1, 12.2, 20.3 (500 kV)", middle: "7.1, 9.8, 10.0 (230 kV)", low: "4.4, 6.0, 6.8 (115 kV)"}
	for _, level := range []float64{high, middle, low} {
		row(fmt.Sprintf("%g kV lines: X/R quartiles", level), quartiles(m.XR[level]), "", others[level])
		row(fmt.Sprintf("%g kV lines: circuit km, median km", level), fmt.Sprintf("%.0f, %.0f", m.KM[level], m.MedianKM[level]), "", "")
	}
	row("transformers: X/R quartiles", quartiles(m.XR[0]), "", "41.5, 58.9, 71.0")
	row("base case loading: mean, 90th percentile, largest, %",
		fmt.Sprintf("%.0f, %.0f, %.0f", 100*m.Loading[0], 100*m.Loading[1], 100*m.Loading[2]), "", "35, 59, 92")
	row("base case voltage, p.u.", fmt.Sprintf("%.3f to %.3f", m.Vm[0], m.Vm[1]), "", "0.972 to 1.040")
	row("spread of angles, degrees", fmt.Sprintf("%.0f", m.AngleSpread), "", "74")
	row("after the loss of a branch: largest loading, %", fmt.Sprintf("%.0f", 100*m.WorstLoading), "", "109")
	row("after the loss of a branch: voltage, p.u.", fmt.Sprintf("%.3f to %.3f", m.WorstVm[0], m.WorstVm[1]), "", "0.870 to 1.103")
	row("branches whose loss is solved, islands, has no solution", fmt.Sprintf("%d, %d, %d", m.Outages[contingency.OK],
		m.Outages[contingency.Islanded], m.Outages[contingency.Diverged]+m.Outages[contingency.NoSolutionFound]), "", "2756, 450, 0")
	for k, z := range Zones() {
		row(z.Name+": load, generation, GW", fmt.Sprintf("%.1f, %.1f", m.ZoneLoad[k]/1e3, m.ZoneOutput[k]/1e3), "", "")
	}
	published := map[string]string{"coal": "14.0", "ng": "52.8", "nuclear": "5.0", "solar": "4.2", "wind": "27.0"}
	for _, fuel := range []string{"ng", "wind", "solar", "coal", "nuclear"} {
		row(fuel+": capacity, GW", fmt.Sprintf("%.1f", m.Fuel[fuel]/1e3), published[fuel]+" in 2020 [4]", "")
	}
	return b.String()
}

func quartiles(q [3]float64) string { return fmt.Sprintf("%.1f, %.1f, %.1f", q[0], q[1], q[2]) }
