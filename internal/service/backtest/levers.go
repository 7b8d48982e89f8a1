package backtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Levers are what policies may play. What is not played is left alone: machines
// run, inference is served, nothing is offered to ERCOT, and no transmission
// charge by coincident peak is counted.
type Levers struct {
	Energy    bool `json:"energy"`
	Reserve   bool `json:"as"`
	Peaks     bool `json:"cp"`
	Inference bool `json:"inference"`
}

// usualLevers are those that a study plays where none are named.
func usualLevers() Levers { return Levers{Energy: true, Inference: true} }

// ParseLevers reads names: energy, as, cp, inference, or all.
func ParseLevers(names []string) (Levers, error) {
	var l Levers
	for _, name := range names {
		switch strings.TrimSpace(name) {
		case "energy":
			l.Energy = true
		case "as":
			l.Reserve = true
		case "cp":
			l.Peaks = true
		case "inference":
			l.Inference = true
		case "all":
			l = Levers{true, true, true, true}
		default:
			return l, fmt.Errorf("lever %q is unknown: want energy, as, cp, inference or all", name)
		}
	}
	return l, nil
}

// Names of the levers, in their order.
func (l Levers) Names() []string {
	names := []string{}
	for _, one := range []struct {
		played bool
		name   string
	}{{l.Energy, "energy"}, {l.Reserve, "as"}, {l.Peaks, "cp"}, {l.Inference, "inference"}} {
		if one.played {
			names = append(names, one.name)
		}
	}
	return names
}

// Subject is the site as the levers leave it: without inference as a lever every
// tier counts as sold; without reserves the site takes no part in the market,
// without peaks no charge is passed through.
func (l Levers) Subject(s *site.Site) (*site.Site, error) {
	own := *s
	own.Classes = slices.Clone(s.Classes)
	if !l.Inference {
		for i := range own.Classes {
			own.Classes[i].Tiers = slices.Clone(own.Classes[i].Tiers)
			for j := range own.Classes[i].Tiers {
				own.Classes[i].Tiers[j].Sold = true
			}
		}
	}
	if !l.Reserve {
		own.Participation = nil
	} else if own.Participation == nil {
		own.Participation = freely(&own)
	}
	if !l.Peaks {
		own.Transmission = nil
	} else if own.Transmission == nil {
		return nil, errors.New("lever cp: the site has no transmission charge; give it one, or leave the lever out")
	}
	return &own, nil
}

// freely is a part in the market for a site that names none: a load resource
// that follows instructions, qualified for the upward products that such a load
// may sell. Two machines in a hundred are expected not to come back from a call,
// and nothing is called.
func freely(s *site.Site) *site.Participation {
	low := s.PlanMeterMW(site.Plan{})
	for i := range s.Classes {
		c := &s.Classes[i]
		low += max(0, c.SoldMW()-c.AsleepMW())
	}
	return &site.Participation{
		Type: site.NCLR, LowMW: low, WakeFail: 0.02,
		Qualified: []site.Qualified{{Product: "RRS"}, {Product: "ECRS"}, {Product: "NSPIN"}},
	}
}

// kept keeps miners running where energy is not played.
type kept struct{ policy.Policy }

func (k kept) Propose(in policy.Input) policy.Proposal {
	p := k.Policy.Propose(in)
	all := policy.Always{}.Propose(in)
	var plan []site.Allocation
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		from := p.Plan.Allocations
		if c.Mines() {
			from = all.Plan.Allocations
		}
		for _, a := range from {
			if a.Class == c.ID {
				plan = append(plan, a)
			}
		}
	}
	p.Plan.Allocations = plan
	return p
}
