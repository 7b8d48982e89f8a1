package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// plate is a model's nameplate: its power levels at the wall, asleep first.
type plate struct {
	model  string
	kind   site.Kind
	levels []site.Level
}

// asleepW is what a miner draws when its firmware has put it to sleep: control
// board and fans' standby, some 25 W by LuxOS's maker.
const asleepW = 25

// plates is the catalogue. Miners: the makers' nameplates, whose tolerance is 5 %
// on power and 3 % on hashrate at 25 degrees; the S19k Pro has the profiles that
// LuxOS reports for it instead. GPUs: the maker's system at full load divided by
// its eight GPUs and times 1.25 for cooling, of common knowledge; an idle GPU
// keeps its share of the server's standby. Capped at three quarters of its power
// it is assumed to do nine tenths of its work: a field trial of 256 GPUs held a
// quarter less for three hours within its customers' tolerance.
func plates() []plate {
	miner := func(model string, watts float64, ths unit.THs) plate {
		return plate{model, site.ASIC, []site.Level{{Name: "asleep", Watts: asleepW}, {Name: "rated", Watts: watts, THs: ths}}}
	}
	gpu := func(model string, watts float64) plate {
		return plate{model, site.GPU, []site.Level{
			{Name: "asleep", Watts: watts / 10}, {Name: "capped", Watts: watts * 0.75, Output: 0.90}, {Name: "rated", Watts: watts},
		}}
	}
	return []plate{
		miner("S19", 3250, 95), miner("S19j Pro", 3068, 104), miner("S19 XP", 3032, 141),
		{"S19k Pro", site.ASIC, []site.Level{
			{Name: "asleep", Watts: asleepW},
			{Name: "54.7T", Watts: 1080, THs: 54.7},
			{Name: "80.5T", Watts: 1657, THs: 80.5},
			{Name: "101.1T", Watts: 2192, THs: 101.1},
			{Name: "rated", Watts: 2794, THs: 121.8},
		}},
		miner("S21", 3500, 200), miner("S21+", 3564, 216), miner("S21 Pro", 3510, 234), miner("S21 XP", 3645, 270),
		miner("S21 XP Hyd", 5676, 473), miner("S21+ Hyd", 4785, 319),
		miner("M50S", 3276, 126), miner("M60S", 3441, 186), miner("M66S", 5513, 298),
		gpu("A100 SXM4", 1020), gpu("H100 SXM5", 1590), gpu("H200", 1590), gpu("B200", 2230),
	}
}

// Models is the names of the catalogue.
func Models() []string {
	var names []string
	for _, p := range plates() {
		names = append(names, p.model)
	}
	return names
}

// machine is the class's kind and levels: its own where given, else its model's.
func (c *Class) machine() (site.Kind, []site.Level, error) {
	kind := site.Kind(c.Kind)
	var levels []site.Level
	for _, l := range c.Levels {
		levels = append(levels, site.Level{Name: l.Name, Watts: l.Watts, THs: unit.THs(l.THs), Output: l.Output})
	}
	if kind != "" && len(levels) > 0 {
		return kind, levels, nil
	}
	catalogue := plates()
	i := slices.IndexFunc(catalogue, func(p plate) bool { return p.model == c.Model })
	if i < 0 {
		return "", nil, fmt.Errorf("%q: not in the catalogue (%s); give kind and levels", c.Model, strings.Join(Models(), ", "))
	}
	if kind == "" {
		kind = catalogue[i].kind
	}
	if len(levels) == 0 {
		levels = catalogue[i].levels
	}
	return kind, levels, nil
}
