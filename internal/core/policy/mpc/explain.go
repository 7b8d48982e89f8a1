package mpc

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/optimize"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// shownHours is how far ahead a plan is shown.
const shownHours = 24

// ahead is the plan beyond the interval, on the mean of the scenarios, and the
// prices of the limits now.
func (p *planning) ahead() *policy.Ahead {
	a := &policy.Ahead{
		Stood: p.stood, Why: p.why, Source: p.prospect.source, Simulated: p.prospect.simulated,
		Scenarios: p.decision.Scenarios, Passes: p.passes,
	}
	if a.Why == "" {
		a.Why = p.prospect.note
	}
	for g, s := range p.decision.Now {
		name := p.frame.Problem.Groups[g].Name
		if s.Most > 0 {
			a.Shadows = append(a.Shadows, policy.ShadowPrice{Limit: name, USDPerMWh: p.frame.PerMeterMWh(s.Most)})
		}
		if s.Least > 0 {
			if name != "position" {
				name = "award"
			}
			a.Shadows = append(a.Shadows, policy.ShadowPrice{Limit: name, USDPerMWh: p.frame.PerMeterMWh(s.Least)})
		}
	}
	a.Hours = p.hours(p.continued())
	return a
}

// continued is the plan on the mean path that begins as was decided.
func (p *planning) continued() [][]uint8 {
	problem := p.frame.Problem
	problem.Reward = p.frame.Rewards(p.mean, p.peaks)
	for i := range problem.Reward {
		for q := range problem.Chains[i].Points {
			if q != int(p.decision.First[i]) {
				problem.Reward[i][q] -= farWorse
			}
		}
	}
	effort := optimize.Effort{Prices: 6, Repairs: 1, Sweeps: 2}
	return optimize.Solve(&problem, effort).Paths
}

// farWorse is what keeps a plan from beginning otherwise than was decided, $.
const farWorse = 1e7

// hours puts the steps of a plan together by the hour.
func (p *planning) hours(paths [][]uint8) []policy.AheadHour {
	var out []policy.AheadHour
	end := p.steps[0].Start.Add(shownHours * time.Hour)
	for t := 0; t < len(p.steps) && p.steps[t].Start.Before(end); {
		until := p.steps[t].Start.Truncate(time.Hour).Add(time.Hour)
		h := policy.AheadHour{Start: p.steps[t].Start, MW: make([]unit.MW, len(paths))}
		var price, low, high float64
		minutes := 0.0
		for ; t < len(p.steps) && p.steps[t].Start.Before(until); t++ {
			m := p.steps[t].Length.Minutes()
			l, u := p.prospect.band(t)
			price, low, high, minutes = price+m*float64(p.mean[t]), low+m*float64(l), high+m*float64(u), minutes+m
			for i := range paths {
				h.MW[i] += p.frame.MW(i, paths[i][t]) * unit.MW(m)
			}
		}
		h.Minutes = int(minutes)
		h.Price, h.Low, h.High = cents(price/minutes), cents(low/minutes), cents(high/minutes)
		for i := range h.MW {
			h.MW[i] = unit.MW(math.Round(float64(h.MW[i])/minutes*1e4) / 1e4)
		}
		out = append(out, h)
	}
	return out
}

func cents(v float64) unit.USDPerMWh { return unit.USDPerMWh(math.Round(v*100) / 100) }

// reasons say why, class by class, then what limits cost, then what stood.
func (p *planning) reasons(a *policy.Ahead) []policy.Reason {
	var out []policy.Reason
	low, high := p.prospect.band(0)
	for i := range p.in.Site.Classes {
		c := &p.in.Site.Classes[i]
		mw := p.frame.MW(i, p.decision.First[i])
		out = append(out, policy.Reason{Rule: Name, Class: c.ID, Text: fmt.Sprintf(
			"%s: energy is expected at %.2f $/MWh now (%.2f to %.2f); %s",
			does(c.On(mw), c.Mines(), mw), float64(p.mean[0]), float64(low), float64(high), p.against(i))})
	}
	if p.peaks != nil && p.peaks[0] > 0 {
		out = append(out, policy.Reason{Rule: "mpc.peak", Text: fmt.Sprintf(
			"the hour may be the month's coincident peak: its transmission charge is expected to cost %.2f $/MWh", float64(p.peaks[0]))})
	}
	if r := p.bought(); r != nil {
		out = append(out, *r)
	}
	for _, s := range a.Shadows {
		out = append(out, policy.Reason{Rule: "mpc.shadow", Text: fmt.Sprintf("%s costs %.0f $/MW now: one more MW for an hour would earn that", limitName(s.Limit), float64(s.USDPerMWh))})
	}
	return append(out, policy.Reason{Rule: "mpc.stood", Text: p.standing(a)})
}

func does(on, mines bool, mw unit.MW) string {
	switch {
	case !on:
		return "off"
	case mines:
		return fmt.Sprintf("mine with %.3f MW", float64(mw))
	}
	return fmt.Sprintf("serve with %.3f MW", float64(mw))
}

// against is what the chosen point is worth beside the next best.
func (p *planning) against(i int) string {
	worth, chosen := p.decision.Worth[i], p.decision.First[i]
	other := -1
	for q := range worth {
		if q != int(chosen) && !math.IsInf(worth[q], -1) && (other < 0 || worth[q] > worth[other]) {
			other = q
		}
	}
	if other < 0 {
		return "nothing else is open"
	}
	difference := worth[chosen] - worth[other]
	if difference >= 0 {
		return fmt.Sprintf("worth %.2f $ more than %.3f MW over the horizon", difference, float64(p.frame.MW(i, uint8(other))))
	}
	return fmt.Sprintf("%.3f MW would be worth %.2f $ more by itself, and gives way to what it shares limits with", float64(p.frame.MW(i, uint8(other))), -difference)
}

func limitName(limit string) string {
	switch limit {
	case "site":
		return "the site limit"
	case "block":
		return "the size of the block"
	case "award":
		return "holding the awarded reserve"
	case "position":
		return "holding the reserve sold day ahead"
	}
	return limit
}

func (p *planning) standing(a *policy.Ahead) string {
	text := fmt.Sprintf("MPC stood: %d scenarios of %s, %.0f hours ahead in %d steps, %d passes",
		a.Scenarios, a.Source, p.m.Params.horizon().Hours(), len(p.steps), a.Passes)
	if a.Stood == stoodDP {
		text = fmt.Sprintf("the exact plan for the mean of %d scenarios of %s stood", len(p.prospect.paths), a.Source)
	}
	if a.Why != "" {
		text += "; " + a.Why
	}
	return text
}
