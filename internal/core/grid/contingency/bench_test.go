package contingency_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/gridtest"
)

// benchCases are the reference cases of size, and whatever case files the
// environment names in addition (GRID_CASES, separated by colons).
func benchCases(b *testing.B) map[string]*grid.Network {
	out := map[string]*grid.Network{}
	for _, name := range []string{"case118", "case300", "case1354pegase", "case_ACTIVSg2000", "case2869pegase"} {
		out[name] = gridtest.Network(b, name)
	}
	for _, path := range filepath.SplitList(os.Getenv("GRID_CASES")) {
		out[strings.TrimSuffix(filepath.Base(path), ".m")] = compileFile(b, path)
	}
	return out
}

func compileFile(b *testing.B, path string) *grid.Network {
	b.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	c, err := grid.ReadCase(path, src)
	if err != nil {
		b.Fatal(err)
	}
	net, err := grid.Compile(c, grid.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return net
}

// solvable is up to a thousand outages that do not island.
func solvable(net *grid.Network) []contingency.Outage {
	bridges := contingency.FindBridges(net)
	var list []contingency.Outage
	for k, o := range contingency.AllBranches(net) {
		if !bridges.Is(k) && len(list) < 1000 {
			list = append(list, o)
		}
	}
	return list
}

// BenchmarkOutages reports microseconds per outage really solved to 1e-8 p.u.,
// those that fall back on Newton's method and the summaries included.
func BenchmarkOutages(b *testing.B) {
	for name, net := range benchCases(b) {
		list := solvable(net)
		study := contingency.New(net)
		for mode, opt := range map[string]contingency.Options{"lanes": {}, "lanes2": {Workers: 2}, "exact": {Exact: true}} {
			b.Run(name+"/"+mode, func(b *testing.B) {
				b.ReportAllocs()
				var report *contingency.Report
				for b.Loop() {
					var err error
					if report, err = study.Run(list, opt); err != nil {
						b.Fatal(err)
					}
				}
				steps, newton := 0, 0
				for _, r := range report.Results {
					steps += r.Iterations
					if r.Method == contingency.Newton {
						newton++
					}
				}
				n := float64(len(list))
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "us/outage")
				b.ReportMetric(float64(steps)/n, "steps/outage")
				b.ReportMetric(float64(newton), "newton")
			})
		}
	}
}
