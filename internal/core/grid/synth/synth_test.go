package synth_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
)

var update = flag.Bool("update", false, "write the default network and the table of its moments")

func generate(t testing.TB, opt synth.Options) *grid.Case {
	t.Helper()
	c, err := synth.Generate(opt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func written(t testing.TB, c *grid.Case) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.WriteCase(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheDefaultNetworkIsWhatTheGeneratorMakes(t *testing.T) {
	want := written(t, generate(t, synth.Options{}))
	if *update {
		var b bytes.Buffer
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(want); err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("default.m.gz", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("default.m.gz is written; run the test again")
	}
	c, err := synth.Default()
	if err != nil {
		t.Fatal(err)
	}
	if c.Name != synth.DefaultName || len(c.Buses) != 2000 {
		t.Errorf("default network %s has %d buses", c.Name, len(c.Buses))
	}
	if !bytes.Equal(want, written(t, c)) {
		t.Error("default.m.gz is not what Generate makes; write it with go test ./internal/core/grid/synth -update")
	}
}

func TestTheTableInTheDocumentIsMeasuredOnTheDefaultNetwork(t *testing.T) {
	c, err := synth.Default()
	if err != nil {
		t.Fatal(err)
	}
	m, err := synth.Measure(c)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- moments -->\n", "<!-- /moments -->"
	path := filepath.Join("..", "..", "..", "..", "docs", "synthetic-grid.md")
	doc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(doc), begin)
	table, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no table of moments", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(head+begin+m.Table()+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(m.Table(), table); diff != "" {
		t.Errorf("write it with go test ./internal/core/grid/synth -update:\n%s", diff)
	}
}

func TestASeedGivesOneNetworkToTheLastBit(t *testing.T) {
	opt := synth.Options{Seed: 7, Buses: 150}
	first, second := written(t, generate(t, opt)), written(t, generate(t, opt))
	if !bytes.Equal(first, second) {
		t.Error("the same options gave two networks")
	}
	opt.Seed = 8
	if bytes.Equal(first, written(t, generate(t, opt))) {
		t.Error("another seed gave the same network")
	}
}

func TestEverySizeHasTheBusesAskedForInOnePiece(t *testing.T) {
	for buses := synth.MinBuses; buses <= 130; buses += 7 {
		c := generate(t, synth.Options{Seed: uint64(buses), Buses: buses})
		net, err := grid.Compile(c, grid.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Buses) != buses || net.Islands != 1 || len(net.Refs()) != 1 {
			t.Errorf("%s has %d buses in %d islands with %d references", c.Name, len(c.Buses), net.Islands, len(net.Refs()))
		}
	}
}

func TestNoLossOfABranchLeavesALimit(t *testing.T) {
	for _, opt := range []synth.Options{{Seed: 1, Buses: 30}, {Seed: 2, Buses: 57}, {Seed: 3, Buses: 118}, {Seed: 4, Buses: 300}} {
		c := generate(t, opt)
		m, err := synth.Measure(c)
		if err != nil {
			t.Fatal(err)
		}
		if m.WorstLoading > 1 || m.WorstVm[0] < 0.9 || m.WorstVm[1] > 1.1 {
			t.Errorf("%s: loading %.3f, voltage %.3f to %.3f after a loss", c.Name, m.WorstLoading, m.WorstVm[0], m.WorstVm[1])
		}
		if m.Outages[contingency.Islanded] != len(c.Gens) || m.Outages[contingency.OK] != len(c.Branches)-len(c.Gens) {
			t.Errorf("%s: outages %v; only the %d transformers of plants may cut something off", c.Name, m.Outages, len(c.Gens))
		}
	}
}

func TestNoLossOfAPlantLeavesALimit(t *testing.T) {
	c := generate(t, synth.Options{Seed: 5, Buses: 118})
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := contingency.New(net).Run(contingency.AllGenerators(net), contingency.Options{Flow: &powerflow.Options{Shared: true}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Results {
		if r.Status != contingency.OK || r.Overloads+r.LowVoltages+r.HighVoltages > 0 {
			t.Errorf("plant %d: %s, loading %.3f, voltage %.3f to %.3f", r.Outage, r.Status, r.MaxLoading, r.MinVm, r.MaxVm)
		}
	}
}

func TestTheBaseCaseIsSolvedFromAnyStartWithinItsLimits(t *testing.T) {
	c := generate(t, synth.Options{Seed: 6, Buses: 300})
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for start, most := range map[powerflow.Start]int{powerflow.FromCase: 2, powerflow.FromDC: 5, powerflow.Flat: 6} {
		r, err := powerflow.New(net).Solve(powerflow.Options{Start: start, QLimits: powerflow.OneAtATime})
		if err != nil {
			t.Fatal(err)
		}
		if r.Start != start || r.Iterations > most || len(r.Limited) > 0 {
			t.Errorf("start %d: reached from %d in %d iterations, %d generators limited", start, r.Start, r.Iterations, len(r.Limited))
		}
		for i, v := range r.Vm {
			if v < 0.97 || v > 1.05 {
				t.Errorf("start %d: bus %d at %.4f p.u.", start, net.BusID(i), v)
			}
		}
		for k, row := range net.Gen.Row {
			if g := c.Gens[row]; r.Pg[k]*c.BaseMVA > g.Pmax || r.Pg[k] < 0 {
				t.Errorf("generator %d gives %.1f MW of %.1f", row+1, r.Pg[k]*c.BaseMVA, g.Pmax)
			}
		}
	}
}

func TestLoadAndCapacityAreSharedAsStated(t *testing.T) {
	c := generate(t, synth.Options{Buses: 500, Load: 20000})
	total := 0.0
	zones := make([]float64, len(synth.Zones()))
	for _, b := range c.Buses {
		total += b.Pd
		zones[b.Zone-1] += b.Pd
	}
	if math.Abs(total-20000) > 0.01 {
		t.Errorf("load %.3f MW, want 20000", total)
	}
	for k, z := range synth.Zones() {
		if got := zones[k] / total; math.Abs(got-z.Load) > 0.002 {
			t.Errorf("%s has %.4f of the load, want %.4f", z.Name, got, z.Load)
		}
	}
	fuel := map[string]float64{}
	for k, g := range c.Gens {
		fuel[c.GenFuels[k]] += g.Pmax / total
	}
	for name, want := range map[string]float64{"wind": 0.45, "solar": 0.33, "nuclear": 0.06, "coal": 0.16, "ng": 0.76} {
		if math.Abs(fuel[name]-want) > 0.005 {
			t.Errorf("%s has a capacity of %.3f of the load, want %.3f", name, fuel[name], want)
		}
	}
}

func TestCostsRiseWithOutput(t *testing.T) {
	c := generate(t, synth.Options{Buses: 200})
	for k, cost := range c.GenCosts {
		if cost.Model == grid.Polynomial {
			if cost.Data[0] < 0 || cost.Data[1] < 0 {
				t.Errorf("generator %d: %v", k+1, cost.Data)
			}
			continue
		}
		last := 0.0
		for at := 2; at < len(cost.Data); at += 2 {
			slope := (cost.Data[at+1] - cost.Data[at-1]) / (cost.Data[at] - cost.Data[at-2])
			if !(slope > last) {
				t.Errorf("generator %d: block %d costs %.2f after %.2f $/MWh", k+1, at/2, slope, last)
			}
			last = slope
		}
		if math.Abs(cost.Data[len(cost.Data)-2]-c.Gens[k].Pmax) > 1e-9 {
			t.Errorf("generator %d: offers up to %g of %g MW", k+1, cost.Data[len(cost.Data)-2], c.Gens[k].Pmax)
		}
	}
}

func TestASettlementPointHasABusInItsZone(t *testing.T) {
	c, err := synth.Default()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[int]grid.Bus{}
	for _, b := range c.Buses {
		byID[b.ID] = b
	}
	for _, point := range synth.Points() {
		zone, err := synth.ZoneOf(point)
		if err != nil {
			t.Fatal(err)
		}
		id, err := synth.BusFor(c, point)
		if err != nil {
			t.Fatal(err)
		}
		kv := 138.0
		if strings.HasPrefix(point, "HB_") {
			kv = 345
		}
		if b := byID[id]; b.Zone != zone+1 || b.BaseKV != kv {
			t.Errorf("%s is bus %d of %g kV in zone %d, want %g kV in zone %d", point, id, b.BaseKV, b.Zone, kv, zone+1)
		}
	}
	if _, err := synth.BusFor(c, "HB_BUSAVG"); !errors.Is(err, synth.ErrPoint) {
		t.Errorf("an average of hubs: error %v", err)
	}
}

func TestWhatCannotBeMadeIsRefused(t *testing.T) {
	for want, opt := range map[string]synth.Options{
		"29 buses":         {Buses: 29},
		"20001 buses":      {Buses: 20001},
		"a load of -1 MW":  {Load: -1},
		"a load of 1e+07 ": {Load: 1e7},
		"a load of NaN":    {Load: math.NaN()},
	} {
		if _, err := synth.Generate(opt); !errors.Is(err, synth.ErrOptions) || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := synth.Default(); err != nil {
			b.Fatal(err)
		}
	}
}
