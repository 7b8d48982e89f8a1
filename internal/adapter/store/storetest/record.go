package storetest

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Record is a decision of ordinary size: ten classes, five proposals, the
// settlement of the interval before, a command per class, outbox rows for all.
func Record(siteID string, start time.Time) episode.Record {
	interval := unit.IntervalAt(start, unit.Control)
	r := episode.Record{
		Decision: episode.Decision{
			Site: siteID, Key: episode.TickKey(interval), Interval: interval,
			DecidedAt: interval.Start.Add(20 * time.Second), Policy: "threshold", Simulated: true,
			SnapshotHash: "5f1c", PolicyHash: "9a02",
			Input: episode.Input{
				Site:     site.Site{ID: siteID, Name: "Site " + siteID, Point: "LZ_WEST"},
				Snapshot: snapshot(interval),
				Params:   json.RawMessage(`{"margin":1.5}`),
			},
		},
	}
	for n := range 10 {
		class := fmt.Sprintf("class-%02d", n)
		level := site.Level{Name: "full", Watts: 3250.5, THs: 110}
		r.Decision.Input.Site.Classes = append(r.Decision.Input.Site.Classes,
			site.Class{ID: class, Kind: site.ASIC, Model: "S19j Pro", Units: 1000, Levels: []site.Level{{Name: "asleep"}, level}})
		r.Decision.Input.State.Classes = append(r.Decision.Input.State.Classes, site.ClassState{Class: class, On: true, Since: interval.Start})
		r.Next.Classes = append(r.Next.Classes, site.ClassState{Class: class, MW: 3.25, On: true, Since: interval.Start, Day: unit.DayOf(start)})
		r.Decision.Plan.Allocations = append(r.Decision.Plan.Allocations, site.Allocation{Class: class, Use: site.Mine, MW: 3.25})
		r.Commands = append(r.Commands, episode.Command{Site: siteID, Decision: r.Decision.Key, Class: class, Target: 3.25, State: "planned"})
	}
	for _, name := range []string{"always", "lag1", "threshold", "dayahead", "mpc"} {
		r.Decision.Proposals = append(r.Decision.Proposals, policy.Proposal{
			Policy: name, Plan: r.Decision.Plan,
			Reasons: []policy.Reason{{Rule: name, Text: "expected 31.20 $/MWh is below break-even 74.90 $/MWh"}},
		})
	}
	r.Settled = []settle.Settlement{Settled(siteID, interval.Prev(), settle.Estimate, 1)}
	r.Events = append(r.Events, event("decision", siteID, r.Decision.Key), event("settlement", siteID, interval.Prev().Key()))
	return r
}

func snapshot(interval unit.Interval) market.Snapshot {
	snap := market.Snapshot{Interval: interval, AsOf: interval.Start, Point: "LZ_WEST"}
	for hour := range 24 {
		start := interval.Start.Add(time.Duration(hour) * time.Hour)
		snap.DayAhead = append(snap.DayAhead, market.Quote{
			Value: 20.1 + float64(hour)/3, Start: start, Length: time.Hour, Known: interval.Start, Source: "ercot/np4-190-cd", Simulated: true,
		})
	}
	return snap
}

// Settled is a settlement whose amounts grow with n.
func Settled(siteID string, interval unit.Interval, version settle.Version, n int) settle.Settlement {
	cost := unit.MicroUSD(-1_000_003 * n)
	earned := unit.MicroUSD(3_000_007 * n)
	return settle.Settlement{
		Site: siteID, Interval: interval, Version: version, Price: 31.2, MWh: 2.6, Simulated: true,
		Lines: []settle.Line{
			{Lever: settle.Energy, MWh: unit.MWh(0.1 * float64(n)), Price: 31.2, Amount: cost},
			{Lever: settle.Mining, Class: "class-00", Use: site.Mine, MWh: unit.MWh(0.1 * float64(n)), Price: 45, Amount: earned},
		},
		Total: cost + earned,
	}
}

func event(kind, siteID, key string) episode.Event {
	return episode.Event{Kind: kind, Site: siteID, Key: key, At: at(12, 0), Simulated: true, Body: json.RawMessage(`{"power_mw": 3.250}`)}
}
