package app

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// yardView shows the fleets as the reports want them.
type yardView struct{ s *services }

// Board is every site with machines that are driven one by one.
func (v yardView) Board(context.Context) report.FleetBoard {
	board := report.FleetBoard{Sites: []report.FleetSite{}}
	for i := range v.s.sites {
		f := v.s.fleets[v.s.sites[i].ID]
		if f == nil {
			continue
		}
		stats, ramp, m := f.Stats(), f.Ramp(), f.MeterNow()
		row := report.FleetSite{
			Site: v.s.sites[i].ID, Name: v.s.sites[i].Name, MeterError: m.Error,
			Sent: stats.Sent, Confirmed: stats.Confirmed, Failed: stats.Failed, Unanswered: stats.Unknown,
			Reboots: stats.Reboots, OutletsOff: stats.Cycles, RampUpKWs: ramp.Up, RampDownKWs: ramp.Down,
			Alarms: []report.FleetAlarm{}, Classes: []report.FleetClass{},
		}
		if m.Has && !m.At.IsZero() {
			mw, age := float64(m.Power), v.s.clock.Now().Sub(m.At).Seconds()
			row.MeterMW, row.MeterAgeS = &mw, &age
		}
		for _, a := range f.Alarms() {
			row.Alarms = append(row.Alarms, report.FleetAlarm{Key: a.Key, Severity: a.Severity, Text: a.Text, Since: a.Since.UTC()})
		}
		for _, g := range f.Classes() {
			row.Classes = append(row.Classes, classRow(&g))
		}
		board.Sites = append(board.Sites, row)
	}
	return board
}

func classRow(g *fleet.Group) report.FleetClass {
	return report.FleetClass{
		Class: g.Class, Kind: string(g.Kind), Model: g.Model, Firmware: g.Firmware, Machines: g.Machines,
		Hashing: g.States[dispatch.Hashing], Starting: g.States[dispatch.Starting], Asleep: g.States[dispatch.Asleep], Draining: g.States[dispatch.Draining],
		Fault: g.States[dispatch.Fault], Lost: g.States[dispatch.Lost], Open: g.Open, Held: g.Held, Asked: g.Asked, Bare: g.Bare, Idle: g.Idle,
		TargetMW: float64(g.TargetMW), ActualMW: float64(g.ActualMW), Source: g.Source.String(), THs: float64(g.THs),
		JPerTH: perTH(float64(g.ActualMW)*1e6, g.THs), HottestC: g.HottestC,
	}
}

// perTH is J/TH; nil where nothing is hashed.
func perTH(watts float64, ths unit.THs) *float64 {
	if !(ths > 0) {
		return nil
	}
	j := math.Round(watts/float64(ths)*100) / 100
	return &j
}

// Machines are those of a site and a class.
func (v yardView) Machines(_ context.Context, siteID, class string) ([]report.MachineRow, bool) {
	f := v.s.fleets[siteID]
	if f == nil {
		return nil, false
	}
	states := f.Machines(class)
	rows := make([]report.MachineRow, len(states))
	for i := range states {
		rows[i] = machineRow(&states[i], v.s.clock.Now())
	}
	return rows, true
}

func machineRow(m *fleet.State, now time.Time) report.MachineRow {
	row := report.MachineRow{
		ID: m.ID, Class: m.Class, Model: m.Model, Firmware: m.Firmware, Address: m.Address, State: string(m.State),
		TargetW: m.TargetW, ActualW: math.Round(m.ActualW), Source: m.Source.String(), THs: float64(m.THs), JPerTH: perTH(m.ActualW, m.THs),
		TempC: m.TempC, UptimeS: m.Uptime.Seconds(), Boards: m.Boards, BoardsOf: m.BoardsOf, Starts: m.Starts, Trouble: m.Fault,
		Guard: string(m.Guard), Idle: m.Idle, Node: m.Node, Jobs: m.Jobs, Tiers: append([]string{}, m.Tiers...), Admit: append([]string{}, m.Admit...),
		Command: m.Command.Kind, Fate: m.Command.State, Attempts: m.Command.Attempts,
	}
	if m.Node {
		row.CapW = math.Round(m.CapW)
		row.Command = nodeCommand(m.Command.Kind)
	}
	if m.ReadErr != "" {
		row.Trouble = m.ReadErr
	}
	if !m.ReadAt.IsZero() {
		age := now.Sub(m.ReadAt).Seconds()
		row.AgeS = &age
	}
	for _, p := range m.Pools {
		if row.Pool == "" || p.Active {
			row.Pool = p.URL
		}
	}
	if m.Command.State == fleet.Confirmed {
		took := m.Command.Done.Sub(m.Command.At).Seconds()
		row.TookS = &took
	} else {
		row.Why = m.Command.Error
	}
	if m.Held != nil {
		until := m.Held.Until.UTC()
		row.HeldUntil, row.HeldBy = &until, m.Held.By+": "+m.Held.Reason
	}
	if m.Ask != nil {
		row.Ask = "take its outlet off and on again: " + m.Ask.Why
	}
	return row
}

// nodeCommand is what a command to a node of GPUs is called.
func nodeCommand(kind string) string {
	switch kind {
	case "sleep":
		return "drain"
	case "wake":
		return "resume"
	case "power":
		return "cap"
	}
	return kind
}

// Act carries out what a person asks, or says what it would do.
func (v yardView) Act(ctx context.Context, a httpapi.FleetAction, by string) (report.FleetEffect, error) {
	f := v.s.fleets[a.Site]
	if f == nil {
		return report.FleetEffect{}, fmt.Errorf("no machine of site %s is driven by itself", a.Site)
	}
	e, err := f.Act(ctx, fleet.Action{
		Kind: a.Action, Class: a.Class, Machines: a.Machines, Watts: a.Watts, For: time.Duration(a.Minutes) * time.Minute,
		DryRun: a.DryRun, By: by, Reason: a.Reason,
	})
	if err != nil {
		return report.FleetEffect{}, err
	}
	effect := report.FleetEffect{
		DryRun: a.DryRun, Action: a.Action, Machines: append([]string{}, e.Machines...), Refused: e.Refused, DeltaMW: e.DeltaMW, Until: e.Until.UTC(),
	}
	return effect, nil
}

// Troubles are the fleets' alarms.
func (v yardView) Troubles() []report.Alert {
	var alerts []report.Alert
	for i := range v.s.sites {
		f := v.s.fleets[v.s.sites[i].ID]
		if f == nil {
			continue
		}
		for _, a := range f.Alarms() {
			severity := report.Warning
			if a.Severity == "critical" {
				severity = report.Critical
			}
			since := a.Since.UTC()
			alerts = append(alerts, report.Alert{
				ID: "fleet/" + v.s.sites[i].ID + "/" + a.Key, Severity: severity, Site: v.s.sites[i].ID, Title: "Machines",
				Text: a.Text, Since: &since, Simulated: v.s.cfg.World == config.WorldSimulated,
			})
		}
	}
	return alerts
}
