package report

import (
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// TimelineInput is what [TimelineOf] works from: a site's decisions of a time,
// in any order and without their inputs, and its settlements of that time.
type TimelineInput struct {
	Site      site.Site
	From, To  time.Time
	Limit     int // rows at most; the newest are kept
	Decisions []episode.Decision
	Settled   []settle.Settlement
}

// TimelineOf puts decisions into columns, oldest first. Decisions forced
// between ticks are markers: the next tick's row shows the power they left.
func TimelineOf(in TimelineInput) Timeline {
	t := Timeline{
		Site: in.Site.ID, From: in.From, To: in.To,
		Keys: []string{}, StartS: []int64{},
		MineMW: []float64{}, InferMW: []float64{}, GridMW: []float64{}, OffMW: []float64{}, ReserveMW: []float64{},
		PriceUSD: []*float64{}, NetUSD: []*float64{}, Markers: []TimelineMarker{},
	}
	decisions := slices.Clone(in.Decisions)
	slices.SortStableFunc(decisions, func(a, b episode.Decision) int { return a.Interval.Start.Compare(b.Interval.Start) })
	if over := len(decisions) - in.Limit; over > 0 {
		decisions, t.Truncated = decisions[over:], true
	}
	settled := make(map[unit.Interval]*settle.Settlement, len(in.Settled))
	for i := range in.Settled {
		settled[utc(in.Settled[i].Interval)] = &in.Settled[i]
	}
	for i := range decisions {
		d := &decisions[i]
		t.Simulated = t.Simulated || d.Simulated
		t.Markers = append(t.Markers, markersOf(d)...)
		if !isFast(d.Key) {
			t.row(&in.Site, d, settled[utc(d.Interval)])
		}
	}
	return t
}

// utc is an interval as a map key: equal instants compare equal.
func utc(i unit.Interval) unit.Interval {
	return unit.Interval{Start: time.Unix(i.Start.Unix(), 0).UTC(), Length: i.Length}
}

func (t *Timeline) row(s *site.Site, d *episode.Decision, settled *settle.Settlement) {
	var mine, infer, grid, off, reserve unit.MW
	for i := range s.Classes {
		c := &s.Classes[i]
		mine += d.Plan.UseMW(c.ID, site.Mine)
		infer += d.Plan.UseMW(c.ID, site.Infer)
		grid += d.Plan.UseMW(c.ID, site.Grid)
		off += offMW(c, d.Plan)
	}
	for _, h := range d.Plan.Reserve {
		reserve += h.MW
	}
	var price, net *float64
	if settled != nil {
		price, net = number(settled.Price), number(settled.Total.USD())
	}
	t.Keys = append(t.Keys, d.Key)
	t.StartS = append(t.StartS, d.Interval.Start.Unix())
	t.MineMW = append(t.MineMW, float64(mine))
	t.InferMW = append(t.InferMW, float64(infer))
	t.GridMW = append(t.GridMW, float64(grid))
	t.OffMW = append(t.OffMW, float64(off))
	t.ReserveMW = append(t.ReserveMW, float64(reserve))
	t.PriceUSD = append(t.PriceUSD, price)
	t.NetUSD = append(t.NetUSD, net)
}

// markersOf are the marks that a decision's reasons call for, one a kind.
func markersOf(d *episode.Decision) []TimelineMarker {
	var marks []TimelineMarker
	mark := func(kind, text string) {
		for _, m := range marks {
			if m.Kind == kind {
				return
			}
		}
		marks = append(marks, TimelineMarker{StartS: d.Interval.Start.Unix(), Key: d.Key, Kind: kind, Text: text})
	}
	if d.Degraded != "" {
		mark("degraded", d.Degraded)
	}
	for _, r := range d.Reasons {
		if kind := markerKind(r.Rule, d.Key); kind != "" {
			mark(kind, r.Text)
		}
	}
	if isFast(d.Key) && len(marks) == 0 {
		mark("instruction", "decided between ticks")
	}
	return marks
}

// markerKind is the mark that a rule calls for; empty where it calls for none.
// What forced a decision between ticks is in its key.
func markerKind(rule, key string) string {
	cause := strings.TrimPrefix(key, "fast/")
	switch rule {
	case "fast_path":
		switch {
		case strings.HasPrefix(cause, "stop-"), strings.HasPrefix(cause, "release-"):
			return "stop"
		case strings.HasPrefix(cause, "override-"):
			return "override"
		}
		return "instruction"
	case "guard.stop":
		return "stop"
	case "guard.instruction", "guard.emergency":
		return "instruction"
	case "guard.override":
		return "override"
	case "tick.late":
		return "late"
	}
	return ""
}
