package report_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/report/reporttest"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// tolerance of sums of floats, in their own unit: rounding, nothing else.
const tolerance = 1e-6

func interval() unit.Interval {
	return unit.IntervalAt(time.Date(2026, 1, 31, 18, 5, 0, 0, time.UTC), unit.Control)
}

func record(d *episode.Decision) report.SiteRecord {
	return report.SiteRecord{Site: reporttest.Site(), Newest: d}
}

func near(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || math.Abs(*got-want) > tolerance*math.Max(1, math.Abs(want)) {
		t.Errorf("%s is %v, want %g", what, show(got), want)
	}
}

func show(f *float64) any {
	if f == nil {
		return "null"
	}
	return *f
}

func TestUsesOfAClassAddUpToItsGreatestPower(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := reporttest.Decision(interval(), rapid.Float64Range(-50, 500).Draw(t, "price"))
		s := reporttest.Site()
		sums := make(map[string]float64)
		for _, use := range report.AllocationOf([]episode.Decision{d}).Sites[0].Uses {
			sums[use.Class] += use.PowerMW
		}
		for i := range s.Classes {
			if c := &s.Classes[i]; math.Abs(sums[c.ID]-float64(c.MaxMW())) > tolerance {
				t.Fatalf("uses of %s add up to %g MW, want %g", c.ID, sums[c.ID], float64(c.MaxMW()))
			}
		}
	})
}

// At 30 $/MWh a machine MWh costs (30*1.02+1)*1.03 = 32.548 $; 7 MW of miners
// earn 400 PH/s * 40 $/PH/day / 24 h * 0.98.
func TestAnAllocationEarnsRevenueLessEnergyAnHour(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	uses := report.AllocationOf([]episode.Decision{d}).Sites[0].Uses
	if uses[0].Use != "mine" || uses[0].Class != "asic" {
		t.Fatalf("first use is %+v, want mining", uses[0])
	}
	asleep := 2000*15e-6 + 500*100e-6 // MW that are drawn even when all is off
	granted := 7.0 + 0.7
	energy := (granted - asleep) * 32.548 * 7 / granted
	near(t, "mining's $/h", uses[0].USDPerH, 400*40/24.0*0.98-energy)
}

func TestOffNeitherEarnsNorCosts(t *testing.T) {
	d := reporttest.Decision(interval(), 400)
	for _, use := range report.AllocationOf([]episode.Decision{d}).Sites[0].Uses {
		if use.Use == "off" {
			near(t, use.Class+" off", use.USDPerH, 0)
		}
	}
}

func TestNetIsTheSumOfItsUsesAndOfItsSites(t *testing.T) {
	at := interval().Start.Add(time.Minute)
	one, two := reporttest.Decision(interval(), 20), reporttest.Decision(interval(), 90)
	m := report.MetricsOf(report.MetricsInput{At: at, Sites: []report.SiteRecord{record(&one), record(&two)}})
	var sites float64
	for _, s := range m.Sites {
		var uses float64
		for _, u := range s.Now.Uses {
			uses += *u.NetUSDH
		}
		near(t, "net of "+s.Site, s.Now.NetUSDPerH, uses)
		sites += *s.Now.NetUSDPerH
	}
	near(t, "net of all", m.Total.NetUSDPerH, sites)
	near(t, "advantage", m.Total.AdvantageUSDPerH, *m.Total.NetUSDPerH-*m.Total.AlwaysMineUSDPerH)
	near(t, "$ per watt and year", m.Total.USDPerWYear, *m.Total.NetUSDPerH*8760/(m.Total.InstalledMW*1e6))
}

func TestTheSameMoneyIsToldAlikeInEveryWindow(t *testing.T) {
	at := time.Date(2026, 1, 31, 18, 0, 0, 0, time.UTC)
	on, off := at.Add(-3*time.Hour), at.Add(-2*time.Hour) // mining, then a fee while everything is off
	old := unit.DayOf(at).Add(-20).Start()
	mined := func(start time.Time, usd float64, mwh unit.MWh) report.Sum {
		return report.Sum{Start: start, Site: "a", Lever: settle.Mining, Use: site.Mine, Class: "s21", Amount: unit.Dollars(usd), MWh: mwh}
	}
	fee := func(start time.Time, usd float64) report.Sum {
		return report.Sum{Start: start, Site: "a", Lever: settle.Adders, Amount: unit.Dollars(usd)}
	}
	midnight := unit.DayOf(at).Start()
	m := report.MetricsOf(report.MetricsInput{At: at, Sites: []report.SiteRecord{{
		Site:   reporttest.Site(),
		Hourly: []report.Sum{mined(on, 100, 2), fee(off, -5)},
		Daily:  []report.Sum{mined(midnight, 100, 2), fee(midnight, -5), mined(old, 40, 1)},
	}}})
	week, month := m.Windows[1], m.Windows[2]
	for i, u := range week.Uses {
		want := u.NetUSD
		if u.Use == string(site.Mine) {
			want += 40
		}
		near(t, "30 days of "+u.Use, &month.Uses[i].NetUSD, want)
	}
	near(t, "a week off", &week.Uses[len(week.Uses)-1].NetUSD, -5)
}

func TestAFastDecisionIsComparedWithAlwaysMiningToo(t *testing.T) {
	d := reporttest.Decision(interval(), 20)
	want := report.MetricsOf(report.MetricsInput{Sites: []report.SiteRecord{record(&d)}}).Total.AlwaysMineUSDPerH
	d.Key, d.Policy, d.Proposals = episode.FastKey("x", 1), "running", nil
	got := report.MetricsOf(report.MetricsInput{Sites: []report.SiteRecord{record(&d)}}).Total.AlwaysMineUSDPerH
	near(t, "always mining", got, *want)
}

func TestAnUnknownHashpriceMakesMiningsEarningsUnknown(t *testing.T) {
	d := reporttest.Decision(interval(), 20)
	d.Input.Snapshot.Network.Hashprice = market.Quote{}
	row := report.AllocationOf([]episode.Decision{d}).Sites[0].Uses[0]
	if row.Use != "mine" || row.USDPerH != nil {
		t.Errorf("got %+v with %v $/h, want mining with an unknown amount", row, show(row.USDPerH))
	}
	m := report.MetricsOf(report.MetricsInput{Sites: []report.SiteRecord{record(&d)}})
	if m.Total.NetUSDPerH != nil || m.Hashprice.Value != nil {
		t.Errorf("net is %v and hashprice %v, want both unknown", show(m.Total.NetUSDPerH), show(m.Hashprice.Value))
	}
}

func TestViewsOfAnEmptyHistoryHaveNoNullListsAndInventNothing(t *testing.T) {
	at := interval().Start
	empty := []report.SiteRecord{record(nil)}
	views := map[string]any{
		"allocation":    report.AllocationOf(nil),
		"metrics":       report.MetricsOf(report.MetricsInput{At: at, Sites: empty}),
		"opportunities": report.OpportunitiesOf(at, empty, 0.3),
		"roi":           report.ROIOf(report.ROIInput{At: at, Window: "7d", Details: []report.SiteDetail{{Site: reporttest.Site()}}}),
		"timeline":      report.TimelineOf(report.TimelineInput{Site: reporttest.Site(), Limit: 10}),
		"catalogue":     report.CatalogueOf(at, nil, market.DefaultLimits()),
		"fleet":         report.FleetOf(at, empty, nil, nil),
		"decisions":     report.DecisionsOf(nil, 10),
		"settlements":   report.SettlementsOf(nil, 10),
		"decision":      report.DecisionOf(&episode.Decision{}, nil, nil),
		"alerts":        report.AlertsOf(report.AlertInput{At: at, Sites: empty}),
		"series":        report.SeriesOf(market.Series{Kind: market.BTCUSD}, "", at, at, time.Hour, nil),
	}
	lists := []string{
		"sites", "uses", "reasons", "hours", "now", "terms", "start_s", "net_usd_per_h", "levers", "baselines", "cumulative_usd",
		"series", "groups", "decisions", "settlements", "alerts", "values", "min", "max", "markers", "keys", "proposals",
		"commands", "guard", "state", "reserve", "windows", "heartbeat", "overrides", "instructions", "awards",
	}
	for name, view := range views {
		text, err := json.Marshal(view)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, list := range lists {
			if strings.Contains(string(text), `"`+list+`":null`) {
				t.Errorf("%s: list %s is null in %s", name, list, text)
			}
		}
	}
}

func TestSettledMoneyIsSharedByUseWithoutLoss(t *testing.T) {
	decisions := reporttest.Decisions(interval(), 60)
	var settled []settle.Settlement
	for i := range decisions {
		settled = append(settled, reporttest.Settled(&decisions[i]))
	}
	roi := report.ROIOf(report.ROIInput{
		At: interval().End(), Window: "24h", Bucket: "hour", Sums: reporttest.Sums(settled),
	})
	want := settle.Sum(settled).USD()
	near(t, "net", &roi.NetUSD, want)
	var uses, levers float64
	for _, u := range roi.Uses {
		uses += u.NetUSD
		near(t, u.Use+": revenue less cost", &u.NetUSD, u.RevenueUSD-u.CostUSD)
		near(t, u.Use+": last of its running total", &u.Cumulative[len(u.Cumulative)-1], u.NetUSD)
	}
	for _, l := range roi.Levers {
		levers += l.AmountUSD
	}
	near(t, "sum of uses", &uses, want)
	near(t, "sum of levers", &levers, want)
	if !roi.Simulated {
		t.Error("sums of simulated settlements are not marked simulated")
	}
}

func TestEveryLeverIsAmongTheSums(t *testing.T) {
	var sums []report.Sum
	for i, lever := range settle.Levers() {
		sums = append(sums, report.Sum{Site: "s", Start: interval().Start, Lever: lever, Amount: unit.MicroUSD(1 << i)})
	}
	roi, want := report.ROIOf(report.ROIInput{Sums: sums}), unit.MicroUSD(1<<len(sums)-1)
	var got unit.MicroUSD
	for _, l := range roi.Levers {
		got += unit.Dollars(l.AmountUSD)
	}
	if got != want {
		t.Errorf("levers add up to %d, want %d", got, want)
	}
}

func TestSharingByUseKeepsEveryMicroDollar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sums []report.Sum
		var want unit.MicroUSD
		for range rapid.IntRange(0, 12).Draw(t, "lines") {
			s := report.Sum{
				Site: "s", Start: interval().Start,
				Lever:  rapid.SampledFrom(settle.Levers()).Draw(t, "lever"),
				Use:    rapid.SampledFrom([]site.Use{"", site.Mine, site.Infer, site.Grid, site.Reserve, site.Off}).Draw(t, "use"),
				Amount: unit.MicroUSD(rapid.Int64Range(-1e12, 1e12).Draw(t, "amount")),
				MWh:    unit.MWh(rapid.Float64Range(0, 1000).Draw(t, "mwh")),
			}
			want += s.Amount
			sums = append(sums, s)
		}
		w := report.WindowOf("w", interval().Start, interval().End(), sums)
		if got := unit.Dollars(w.NetUSD); got != want {
			t.Fatalf("net is %d micro-USD, want %d", got, want)
		}
		var uses unit.MicroUSD
		for _, u := range w.Uses {
			uses += unit.Dollars(u.NetUSD)
		}
		if uses != want {
			t.Fatalf("uses add up to %d micro-USD, want %d", uses, want)
		}
	})
}

func TestTheFollowedPolicyAsItsOwnBaselineDiffersByNothingButStarts(t *testing.T) {
	decisions := reporttest.Decisions(interval(), 40)
	detail := report.SiteDetail{Site: reporttest.Site(), Decisions: decisions}
	begin := decisions[0].Interval.Start
	for i := range decisions {
		detail.Settled = append(detail.Settled, reporttest.Settled(&decisions[i]))
	}
	detail.Prices = report.Prices{
		Hashprice: []market.Observation{{Series: market.Series{Kind: market.HashpriceUSD}, Interval: unit.Interval{Start: begin}, Value: reporttest.Hashprice}},
		GPU: []market.Observation{{
			Series: market.Series{Kind: market.GPUHour, Key: "H100"}, Interval: unit.Interval{Start: begin}, Value: reporttest.GPUHour,
		}},
	}
	starts := 0.0
	for i := 1; i < len(decisions); i++ {
		if decisions[i-1].Plan.ClassMW("asic") == 0 && decisions[i].Plan.ClassMW("asic") > 0 {
			starts += 50
		}
	}
	found := false
	for _, b := range report.Baselines([]report.SiteDetail{detail}) {
		near(t, b.Policy+": difference", &b.DifferenceUSD, b.ActualUSD-b.NetUSD)
		if b.Policy != "threshold" {
			continue
		}
		found = true
		if b.Intervals != len(decisions) {
			t.Errorf("threshold was worked out for %d intervals, want %d", b.Intervals, len(decisions))
		}
		near(t, "difference from its own proposals", &b.DifferenceUSD, starts)
	}
	if !found {
		t.Error("no baseline for the threshold policy")
	}
}

func TestBaselinesSkipIntervalsWhosePricesAreNotKnown(t *testing.T) {
	decisions := reporttest.Decisions(interval(), 3)
	detail := report.SiteDetail{Site: reporttest.Site(), Decisions: decisions}
	for i := range decisions {
		detail.Settled = append(detail.Settled, reporttest.Settled(&decisions[i]))
	}
	for _, b := range report.Baselines([]report.SiteDetail{detail}) {
		if b.Policy == "always" {
			t.Errorf("always-mine was valued over %d intervals without a hashprice", b.Intervals)
		}
	}
}
