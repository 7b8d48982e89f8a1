package report_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/report/reporttest"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func TestOpportunitiesAreRankedByMarginWithOffAtZero(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	s := report.OpportunitiesOf(interval().Start, []report.SiteRecord{record(&d)}, 0.3).Sites[0]
	last := 0.0
	for i, row := range s.Now {
		if row.Rank != i+1 || row.Margin == nil || i > 0 && *row.Margin > last {
			t.Errorf("row %d has rank %d and margin %v after %g", i, row.Rank, show(row.Margin), last)
		}
		last = *row.Margin
		near(t, row.Use+": margin", row.Margin, *row.Revenue-*row.Energy)
		near(t, row.Use+": advantage an hour", row.AdvantageUSDH, *row.Advantage*row.AvailableMW)
		if row.Use == "off" && *row.Margin != 0 {
			t.Errorf("off of %s has a margin of %g", row.Class, *row.Margin)
		}
	}
	// 2.5 $ * 0.8 * 0.9 * 0.5 * 714.29 GPU/MW less 32.548 $/MWh.
	near(t, "margin of inference", s.Now[0].Margin, 2.5*0.8*0.9*0.5*1e6/1400-32.548)
}

func TestAFullerTierIsNoAlternativeToALesserOne(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	gpu, _ := d.Input.Site.Class("gpu")
	gpu.Tiers = append(gpu.Tiers, site.Tier{Name: "batch", MaxMW: 0.2, Factor: 0.2, Fill: 0.5})
	s := report.OpportunitiesOf(interval().Start, []report.SiteRecord{record(&d)}, 0.3).Sites[0]
	for _, row := range s.Now {
		if row.Tier == "batch" {
			near(t, "advantage of the lesser tier over off", row.Advantage, *row.Margin)
		}
		if row.Use == "off" && row.Class == "gpu" && *row.Advantage >= 0 {
			t.Errorf("off has an advantage of %g over a tier that pays", *row.Advantage)
		}
	}
}

func TestTheComingHoursFollowTheDayAheadPrice(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	dear := interval().Start.Truncate(time.Hour).Add(3 * time.Hour)
	for i := range d.Input.Snapshot.DayAhead {
		if d.Input.Snapshot.DayAhead[i].Start.Equal(dear) {
			d.Input.Snapshot.DayAhead[i].Value = 900
		}
	}
	s := report.OpportunitiesOf(interval().Start, []report.SiteRecord{record(&d)}, 0.3).Sites[0]
	if len(s.Hours) != 48 {
		t.Fatalf("%d hours, want 48", len(s.Hours))
	}
	for i, h := range s.Hours {
		known := i < 30
		if (h.Price != nil) != known || (len(h.Best) == 2) != known {
			t.Errorf("hour %d: price %v and %d best uses, known %v", i, show(h.Price), len(h.Best), known)
		}
		if known && (h.Best[0].Use == "off") != h.Start.Equal(dear) {
			t.Errorf("hour %d: best use of the miners is %s", i, h.Best[0].Use)
		}
	}
	for _, row := range s.Now {
		if row.Use == "mine" && (row.Until == nil || !row.Until.Equal(dear)) {
			t.Errorf("mining is best until %v, want %s", row.Until, dear)
		}
	}
}

func TestTheSeedRulesShowTheirNumbers(t *testing.T) {
	cheap, dear := reporttest.Decision(interval(), 30), reporttest.Decision(interval(), 300)
	for _, c := range []struct {
		name  string
		d     *episode.Decision
		holds bool
	}{{"mining beats curtailment at 30 $/MWh", &cheap, false}, {"curtailment beats mining at 300 $/MWh", &dear, true}} {
		s := report.OpportunitiesOf(interval().Start, []report.SiteRecord{record(c.d)}, 0.3).Sites[0]
		if s.Curtail.Holds == nil || *s.Curtail.Holds != c.holds {
			t.Errorf("%s: holds is %v", c.name, s.Curtail.Holds)
		}
		if (*s.Curtail.Left > *s.Curtail.Right) != c.holds {
			t.Errorf("%s: %g > %g does not agree", c.name, *s.Curtail.Left, *s.Curtail.Right)
		}
		if s.Useful.Holds == nil || *s.Useful.Holds || len(s.Useful.Terms) == 0 {
			t.Errorf("%s: unpaid work for the grid is %v with %d terms", c.name, s.Useful.Holds, len(s.Useful.Terms))
		}
	}
}

func TestWhatTheNextHeavyTaskPaysIsInItsRule(t *testing.T) {
	for pays, holds := range map[unit.USDPerMWh]bool{10: false, 1e6: true} {
		d := reporttest.Decision(interval(), 30)
		d.Input.Snapshot.Work = &market.Queue{Bids: []market.Bid{{Class: "heavy", Pays: pays, PriceBy: "bounty", EnergyWh: 1}}, Servers: 1}
		s := report.OpportunitiesOf(interval().Start, []report.SiteRecord{record(&d)}, 0.3).Sites[0]
		if s.Useful.Holds == nil || *s.Useful.Holds != holds || *s.Useful.Left >= float64(pays) {
			t.Errorf("at %v $/MWh: %+v", pays, s.Useful)
		}
		for _, row := range s.Now {
			if row.Use == "grid" && (*row.Revenue != float64(pays) || row.AvailableMW > 0.1) {
				t.Errorf("at %v $/MWh: %+v", pays, row)
			}
		}
	}
}

func TestTheRenewableRuleTurnsAtItsThreshold(t *testing.T) {
	for share, holds := range map[float64]bool{0.299: false, 0.3: true, 0.301: true} {
		d := reporttest.Decision(interval(), 30)
		d.Input.Snapshot.System.RenewableShare.Value = share
		rule := report.RenewableOf([]report.SiteRecord{record(&d)}, 0.3, interval().Start)
		if rule.Holds != holds {
			t.Errorf("at a share of %g the rule says %v", share, rule.Holds)
		}
	}
}

func TestATimelineHasARowPerTickAndMarksWhatForcedIt(t *testing.T) {
	decisions := reporttest.Decisions(interval(), 5)
	decisions[2].Degraded = "the price is stale"
	fast := decisions[3]
	fast.Key = episode.FastKey("override-o1", 0)
	fast.Reasons = []policy.Reason{{Rule: "fast_path", Text: "override"}}
	settled := reporttest.Settled(&decisions[0])
	slices.Reverse(decisions)
	line := report.TimelineOf(report.TimelineInput{
		Site: reporttest.Site(), Limit: 100, Decisions: append(decisions, fast), Settled: []settle.Settlement{settled},
	})
	if len(line.Keys) != 5 || !slices.IsSorted(line.StartS) {
		t.Fatalf("%d rows in order %v, want 5 ascending", len(line.Keys), line.StartS)
	}
	near(t, "settled net of the first row", line.NetUSD[0], settled.Total.USD())
	if line.NetUSD[1] != nil {
		t.Errorf("second row has a net of %g without a settlement", *line.NetUSD[1])
	}
	for i := range line.Keys {
		sum := line.MineMW[i] + line.InferMW[i] + line.GridMW[i] + line.OffMW[i]
		near(t, "row "+line.Keys[i], &sum, 7.7)
	}
	var kinds []string
	for _, m := range line.Markers {
		kinds = append(kinds, m.Kind)
	}
	if diff := cmp.Diff([]string{"degraded", "override"}, kinds); diff != "" {
		t.Errorf("markers (-want +got):\n%s", diff)
	}
}

func TestAHeartbeatTellsMissingFromDegraded(t *testing.T) {
	decisions := reporttest.Decisions(interval(), 3)
	decisions[0].Degraded = "no price"
	beat := report.Heartbeat(append(decisions[:1:1], decisions[2]), interval().Start.Add(time.Minute))
	if diff := cmp.Diff([]string{"missing", "degraded", "missing", "ok"}, beat[len(beat)-4:]); diff != "" {
		t.Errorf("last beats (-want +got):\n%s", diff)
	}
}

func TestADecisionShowsTheTakenProposalFirstAndGuardApart(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	d.Policy = "lag1"
	d.Reasons = append(d.Reasons, d.Reasons[0])
	d.Reasons[len(d.Reasons)-1].Rule = "guard.site_limit"
	view := report.DecisionOf(&d, nil, nil)
	if view.Proposals[0].Policy != "lag1" || !view.Proposals[0].Taken || view.Proposals[1].Taken {
		t.Errorf("proposals start with %+v", view.Proposals[0])
	}
	if len(view.Guard) != 1 || view.Guard[0].Rule != "guard.site_limit" {
		t.Errorf("Guard's reasons are %+v", view.Guard)
	}
	if len(view.Snapshot.Values) < 10 || view.Snapshot.Values[0].Source != "ercot/np6-905-cd" {
		t.Errorf("snapshot shows %+v", view.Snapshot.Values)
	}
}

func TestADecisionShowsTheForecastThatItSaw(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	o := d.Input.Snapshot.Outlook
	seen := report.DecisionOf(&d, nil, nil).Snapshot.Outlook
	if seen == nil || seen.Model != "intraday" || seen.Source != "forecaster" || !seen.Simulated || seen.Stale || seen.Paths != 2 {
		t.Fatalf("saw %+v", seen)
	}
	if !seen.Made.Equal(o.Known) || seen.AgeS != d.Input.Snapshot.AsOf.Sub(o.Known).Seconds() {
		t.Errorf("made %s, %g s old", seen.Made, seen.AgeS)
	}
	last := len(seen.Ahead.StartS) - 1
	if want := o.First.Add(time.Hour).Unix(); last != 4 || seen.Ahead.StartS[last] != want || seen.LengthMin[last] != 60 {
		t.Errorf("slots start at %v, for %v min", seen.Ahead.StartS, seen.LengthMin)
	}
	near(t, "expected in the last slot", &seen.Ahead.Value[last], 34)
	near(t, "low", seen.Ahead.Low[last], 29)
	near(t, "high", seen.Ahead.High[last], 46)
}

func TestAForecastWithoutBandsShowsNone(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	o := *d.Input.Snapshot.Outlook
	o.Levels, o.Quantiles, o.Paths, o.Stale = nil, nil, nil, true
	d.Input.Snapshot.Outlook = &o
	seen := report.DecisionOf(&d, nil, nil).Snapshot.Outlook
	if len(seen.Ahead.Low) != len(seen.Ahead.StartS) || seen.Ahead.Low[0] != nil || seen.Ahead.High[0] != nil || seen.Paths != 0 || !seen.Stale {
		t.Errorf("saw %+v", seen)
	}
	d.Input.Snapshot.Outlook = nil
	if seen := report.DecisionOf(&d, nil, nil).Snapshot.Outlook; seen != nil {
		t.Errorf("saw %+v where there was no forecast", seen)
	}
}

func TestTheCatalogueMarksStaleValuesAndGroupsSeries(t *testing.T) {
	at := interval().Start
	observed := func(k market.Kind, key string, start time.Time) report.SeriesInfo {
		return report.SeriesInfo{Count: 1, First: start, Newest: market.Observation{
			Series: market.Series{Kind: k, Key: key}, Interval: unit.Interval{Start: start}, Value: 1,
			Source: "feed", Known: start,
		}}
	}
	c := report.CatalogueOf(at, []report.SeriesInfo{
		observed(market.BTCUSD, "", at.Add(-2*time.Hour)),
		observed(market.RTSPP, "LZ_WEST", at.Add(-15*time.Minute)),
	}, market.DefaultLimits())
	if c.Series[0].Name != "rt_spp/LZ_WEST" || c.Series[0].Stale || c.Series[0].Group != "prices" {
		t.Errorf("first series is %+v", c.Series[0])
	}
	if !c.Series[1].Stale || *c.Series[1].AgeS != 7200 {
		t.Errorf("bitcoin price two hours old: %+v", c.Series[1].Value)
	}
}

func TestEveryKindHasATitleAGroupAndAUnit(t *testing.T) {
	for _, k := range []market.Kind{
		market.RTSPP, market.RTLMP, market.DASPP, market.DAMCPC, market.RTMCPC, market.RTMCPC15, market.RTDMCPC,
		market.SystemLambda, market.Load, market.LoadForecast, market.Wind, market.WindForecast, market.Solar,
		market.SolarForecast, market.FuelMix, market.RenewableShare, market.Capacity, market.PRC, market.EEA,
		market.BTCUSD, market.Difficulty, market.DiffChange, market.Hashrate, market.BlockHeight, market.BlockFees,
		market.FeeRate, market.HashpriceUSD, market.GPUHour, market.TokenUSD, market.GridMargin, market.GridPrice, market.MARAEnergy, market.MARAHash, market.MARAToken,
	} {
		s := report.CatalogueOf(interval().Start, []report.SeriesInfo{{Newest: market.Observation{
			Series: market.Series{Kind: k}, Known: interval().Start,
		}}}, nil).Series[0]
		if s.Title == string(k) || s.Group == "other" || s.Unit == "" {
			t.Errorf("%s has title %q, group %q, unit %q", k, s.Title, s.Group, s.Unit)
		}
	}
}

func TestFleetShowsTargetsReadingsAndTheirAge(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	at := interval().Start.Add(10 * time.Minute)
	f := report.FleetOf(at, []report.SiteRecord{record(&d)}, []site.Reading{
		{Site: "west-1", Class: "asic", At: at.Add(-time.Minute), Power: 7, THs: 400_000, UnitsOn: 2000, Source: "node", Simulated: true},
		{Site: "west-1", At: at.Add(-6 * time.Minute), Power: 8, Source: "meter"},
	}, []episode.Command{{Site: "west-1", Class: "asic", State: "confirmed"}})
	asic, gpu, meter := f.Groups[0], f.Groups[1], f.Groups[2]
	near(t, "J/TH", asic.JPerTH, 17.5)
	near(t, "target", asic.TargetMW, 7)
	if asic.Stale || asic.CommandState != "confirmed" || !asic.Simulated {
		t.Errorf("miners: %+v", asic)
	}
	if gpu.ActualMW != nil || gpu.LastSeen != nil {
		t.Errorf("GPUs that were never read show %+v", gpu)
	}
	if !meter.Stale || meter.Kind != "meter" {
		t.Errorf("meter: %+v", meter)
	}
}

func TestAlertsNameTheirCauseGravestFirst(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	d.Degraded = "the price of LZ_WEST is stale"
	d.Input.Snapshot.System.EEA.Value = 2
	at := interval().End()
	view := report.AlertsOf(report.AlertInput{
		At: at, Sites: []report.SiteRecord{record(&d)},
		Orders: map[string]site.Orders{"west-1": {
			Stop:      true,
			Overrides: []site.Override{{ID: "o1", MW: 3, By: "ann", Reason: "test", End: at}},
		}},
		Commands: []episode.Command{{Site: "west-1", Class: "gpu", State: "failed", Error: "timeout"}, {Site: "west-1", Class: "asic", State: "withheld"}},
		Feeds:    []report.FeedHealth{{Name: "ercot/prc", State: "failing", Failures: 3, LastError: "503"}, {Name: "mempool", State: "ok"}},
		Checks:   []report.Check{{Name: "store", OK: true}, {Name: "disk", Detail: "full"}},
	})
	var got []string
	for _, a := range view.Alerts {
		got = append(got, a.Severity+" "+a.ID)
	}
	want := []string{
		"critical stop/west-1", "critical eea", "critical check/disk",
		"warning degraded/west-1", "warning command/west-1/gpu", "warning feed/ercot/prc",
		"info override/west-1/o1", "info advise/west-1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("alerts (-want +got):\n%s", diff)
	}
	late := report.AlertsOf(report.AlertInput{At: at.Add(time.Hour), Sites: []report.SiteRecord{record(&d)}})
	if late.Alerts[0].ID != "eea" && late.Alerts[0].ID != "undecided/west-1" {
		t.Errorf("an hour without a decision gives %+v", late.Alerts)
	}
}

func TestPendingIntervalsAreExpectedAtTheRunningPrice(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	before := interval().Prev()
	d.Input.State.Pending = []site.Metered{{Interval: before, SiteMWh: 1}}
	roi := report.ROIOf(report.ROIInput{
		At: interval().End(), Details: []report.SiteDetail{{Site: d.Input.Site, Newest: &d}},
	})
	if roi.Realised.Pending != 1 {
		t.Errorf("%d pending intervals, want 1", roi.Realised.Pending)
	}
	near(t, "expected of them", roi.Realised.PendingUSD, -(30*1.02 + 1))
}
