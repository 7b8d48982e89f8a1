package gridwatch

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// state is what the system does at a moment, in MW. A negative value is not
// known and leaves the case as it is.
type state struct {
	load  float64
	wind  float64
	solar float64
}

// place is a site in the network.
type place struct {
	site *site.Site
	bus  int
	mw   float64
}

// tanPhi is the reactive share of the sites' load: power factor 0.98, as of
// rectifiers with filters.
const tanPhi = 0.2

// loaded is the case brought to a state of the system: every bus's demand
// scaled so that the total, the sites' own loads included, is the system's;
// what wind and sun can give scaled to what they give; other units free to go
// down to zero, since which of them are committed is not public.
func loaded(c *grid.Case, s state, places []place) (*grid.Case, error) {
	out := *c
	out.Buses = slices.Clone(c.Buses)
	out.Gens = slices.Clone(c.Gens)
	if err := scaleLoad(&out, s, places); err != nil {
		return nil, err
	}
	for i := range out.Gens {
		g := &out.Gens[i]
		if g.Pmin > 0 && !nuclear(fuel(c, i)) {
			g.Pmin = 0
		}
	}
	scaleFuel(&out, "wind", s.wind)
	scaleFuel(&out, "solar", s.solar)
	return &out, nil
}

func scaleLoad(c *grid.Case, s state, places []place) error {
	var own, base float64
	for _, p := range places {
		own += p.mw
	}
	for _, b := range c.Buses {
		base += b.Pd
	}
	if s.load >= 0 && base > 0 {
		rest := max(0, s.load-own)
		for i := range c.Buses {
			c.Buses[i].Pd *= rest / base
			c.Buses[i].Qd *= rest / base
		}
	}
	for _, p := range places {
		i := slices.IndexFunc(c.Buses, func(b grid.Bus) bool { return b.ID == p.bus })
		if i < 0 {
			return fmt.Errorf("site %s stands at bus %d, which the network %s does not have: set sites[].bus", p.site.ID, p.bus, c.Name)
		}
		c.Buses[i].Pd += p.mw
		c.Buses[i].Qd += p.mw * tanPhi
	}
	return nil
}

// scaleFuel makes the units of a fuel able to give mw in total.
func scaleFuel(c *grid.Case, name string, mw float64) {
	if mw < 0 {
		return
	}
	var can float64
	for i := range c.Gens {
		if fuel(c, i) == name {
			can += c.Gens[i].Pmax
		}
	}
	if can <= 0 {
		return
	}
	for i := range c.Gens {
		if g := &c.Gens[i]; fuel(c, i) == name {
			g.Pmax *= mw / can
			g.Pmin = min(g.Pmin, g.Pmax)
			g.Pg = min(g.Pg, g.Pmax)
		}
	}
}

func fuel(c *grid.Case, gen int) string {
	if gen >= len(c.GenFuels) {
		return ""
	}
	return strings.ToLower(c.GenFuels[gen])
}

func nuclear(fuel string) bool { return fuel == "nuclear" || fuel == "nuke" }

// branchName is what people call a branch: its voltage and its ends.
func branchName(c *grid.Case, row int) string {
	b := c.Branches[row]
	kv := 0.0
	for _, bus := range c.Buses {
		if bus.ID == b.From {
			kv = bus.BaseKV
			break
		}
	}
	if kv == 0 {
		return fmt.Sprintf("%d-%d (row %d)", b.From, b.To, row+1)
	}
	return fmt.Sprintf("%.0f kV %d-%d (row %d)", kv, b.From, b.To, row+1)
}
