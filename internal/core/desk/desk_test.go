package desk_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func day() unit.Day { return unit.Day{Year: 2026, Month: time.July, Dom: 15} }

// farm is 2 MW of ASICs of 20 J/TH and 1 MW of GPUs, of which 0.4 MW are sold,
// 0.3 interruptible and 0.2 batch with a slack of two hours.
func farm(t site.LoadType) *site.Site {
	s := &site.Site{
		ID: "west", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 4},
		Classes: []site.Class{
			{ID: "asic", Kind: site.ASIC, Units: 2000, StartUSD: 20, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1000, THs: 50}}},
			{
				ID: "gpu", Kind: site.GPU, Model: "H100", Units: 1000, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1000}},
				Tiers: []site.Tier{
					{Name: "sold", MaxMW: 0.4, USDPerGPUh: 2, Fill: 1, Sold: true},
					{Name: "spot", MaxMW: 0.3, USDPerGPUh: 1, Fill: 0.5, RestartUSD: 60},
					{Name: "batch", MaxMW: 0.2, USDPerGPUh: 0.5, Fill: 1, Slack: 2 * time.Hour},
				},
			},
		},
		Contract: site.Contract{Kind: site.Index},
		Participation: &site.Participation{
			Type: t, LowMW: 0.5, WakeFail: 0.02, Energy: true,
			Qualified: []site.Qualified{{Product: "ECRS", Deploy: 0.01}, {Product: "NSPIN", Deploy: 0.01}},
		},
	}
	if t == site.CLR {
		s.Participation.Qualified = append(s.Participation.Qualified, site.Qualified{Product: "REGDN", MaxMW: 1, Deploy: 0.1})
	}
	return s
}

func snapshot(dayAhead ...float64) *market.Snapshot {
	now := time.Date(2026, time.July, 14, 14, 30, 0, 0, time.UTC)
	snap := &market.Snapshot{AsOf: now, Interval: unit.IntervalAt(now, unit.Control), Point: "LZ_WEST"}
	snap.Network.Hashprice = market.Quote{Value: 48, Known: now}
	snap.SPP = market.Quote{Value: 40, Start: now, Length: unit.Settlement, Known: now}
	for i, v := range dayAhead {
		snap.DayAhead = append(snap.DayAhead, market.Quote{Value: v, Start: day().Start().Add(time.Duration(i) * time.Hour), Length: time.Hour, Known: now})
	}
	return snap
}

func flat(price float64) []float64 {
	hours := make([]float64, day().Hours())
	for i := range hours {
		hours[i] = price
	}
	return hours
}

func TestTheMatrixOfTheReferenceHolds(t *testing.T) {
	for _, c := range []struct {
		load    site.LoadType
		product string
		may     bool
		sustain time.Duration
	}{
		{site.CLR, "REGUP", true, 30 * time.Minute},
		{site.CLR, "REGDN", true, 30 * time.Minute},
		{site.CLR, "RRS", true, 30 * time.Minute},
		{site.NCLR, "REGUP", false, 0},
		{site.NCLR, "REGDN", false, 0},
		{site.NCLR, "RRS", true, 30 * time.Minute},
		{site.CLR, "ECRS", true, time.Hour},
		{site.NCLR, "ECRS", true, time.Hour},
		{site.CLR, "NSPIN", true, 4 * time.Hour},
		{site.NCLR, "NSPIN", true, 4 * time.Hour},
	} {
		p, ok := site.ProductFor(c.load, c.product)
		if ok != c.may || p.Sustain != c.sustain {
			t.Errorf("%s for %s: %v, sustained %s; want %v, %s", c.product, c.load, ok, p.Sustain, c.may, c.sustain)
		}
		if ok && p.Hardware != (c.load == site.NCLR && c.product == "RRS") {
			t.Errorf("%s for %s trips in hardware: %v", c.product, c.load, p.Hardware)
		}
	}
}

func TestBlocksAreWorthTheirBreakEvenAndSoldInferenceIsNone(t *testing.T) {
	blocks := desk.Blocks(farm(site.CLR), snapshot())
	want := []desk.Block{
		{Class: "gpu", Use: site.Infer, Tier: "spot", MW: 0.3, Value: 500, Stop: 60},
		{Class: "gpu", Use: site.Infer, Tier: "batch", MW: 0.2, Value: 500, Slack: 2 * time.Hour},
		{Class: "asic", Use: site.Mine, MW: 2, Value: 100, Stop: 10},
	}
	if diff := cmp.Diff(want, blocks); diff != "" {
		t.Error(diff)
	}
}

// A megawatt worth 100 $/MWh, when the price is 50 or 300 with even chances:
// holding it gives up 100 $ of the option, and being called costs 25 $ of margin
// half of the time, and 10 $ of wear over an hour, in a hundredth of the hours.
func TestHoldingCostIsTheOptionGivenUpAndWhatACallCosts(t *testing.T) {
	ecrs, _ := site.ProductFor(site.CLR, "ECRS")
	got := desk.HoldingCost(desk.Block{MW: 1, Value: 100, Stop: 10}, ecrs, 0.01, desk.Prices{50, 300})
	if math.Abs(got.Option-0.99*100) > 1e-9 || math.Abs(got.Lost-0.01*25) > 1e-9 || math.Abs(got.Wear-0.01*10) > 1e-9 || math.Abs(got.Price-99.35) > 1e-9 {
		t.Errorf("%+v", got)
	}
	regdn, _ := site.ProductFor(site.CLR, "REGDN")
	got = desk.HoldingCost(desk.Block{MW: 1, Value: 100}, regdn, 0.1, desk.Prices{50, 300})
	if math.Abs(got.Price-(0.9*25+0.1*100)) > 1e-9 {
		t.Errorf("downward %+v", got)
	}
}

func TestTheDearerPowerMayGetTheDearerReserveIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64Range(10, 1000).Draw(t, "value")
		base := rapid.SliceOfN(rapid.Float64Range(-50, 2000), 1, 30).Draw(t, "prices")
		dearer := make(desk.Prices, len(base))
		for i, v := range base {
			dearer[i] = v + rapid.Float64Range(0, 500).Draw(t, "rise")
		}
		p, _ := site.ProductFor(site.CLR, "NSPIN")
		b := desk.Block{MW: 1, Value: unit.USDPerMWh(value)}
		a, c := desk.HoldingCost(b, p, 0, desk.Prices(base)), desk.HoldingCost(b, p, 0, dearer)
		if a.Price < -1e-9 || c.Price < a.Price-1e-9 {
			t.Fatalf("%g at %v, %g at %v", a.Price, base, c.Price, dearer)
		}
	})
}

func TestADayIsOfferedHourByHourWithinWhatCanBeHeld(t *testing.T) {
	s := farm(site.CLR)
	d, err := desk.Make(desk.Input{Site: s, Snapshot: snapshot(flat(60)...), Made: time.Now()}, day())
	if err != nil || len(d.Hours) != 24 {
		t.Fatal(err, len(d.Hours))
	}
	for _, h := range d.Hours {
		if want := unit.MW(0.98 * 2.4); math.Abs(float64(h.Capability-want)) > 1e-9 {
			t.Fatalf("capability %.4f MW, want %.4f: load of 2.9 less 0.5, less failed wakes", float64(h.Capability), float64(want))
		}
		for _, o := range h.Offers {
			last := desk.Step{}
			for _, step := range o.Curve {
				if step.MW <= last.MW || step.Price < last.Price {
					t.Fatalf("%s: %v after %v", o.Product, step, last)
				}
				last = step
			}
			if o.Up && last.MW > h.Capability+1e-9 {
				t.Errorf("%s: %.3f MW of a capability of %.3f", o.Product, float64(last.MW), float64(h.Capability))
			}
			if o.Product == "NSPIN" && last.MW > 0.98*2.3+1e-9 {
				t.Errorf("NSPIN: %.3f MW: batch work with two hours of slack cannot pause for four", float64(last.MW))
			}
		}
		if len(h.EnergyBid) == 0 || h.EnergyBid[0].Price > 60 {
			t.Errorf("energy bid %v at an expected price of 60", h.EnergyBid)
		}
	}
}

func TestBlocksOfANonControllableLoadAreWhole(t *testing.T) {
	s := farm(site.NCLR)
	s.Participation.Qualified[0].BlockMW = 0.5
	d, err := desk.Make(desk.Input{Site: s, Snapshot: snapshot(flat(60)...)}, day())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range d.Hours[0].Offers {
		for _, step := range o.Curve {
			if whole := math.Round(float64(step.MW) / 0.5); o.Product == "ECRS" && math.Abs(float64(step.MW)-0.5*whole) > 1e-9 {
				t.Errorf("ECRS %v is not in blocks of 0.5 MW", step)
			}
		}
	}
}

func TestWhatIsTakenNeverSellsAMegawattTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := farm(site.CLR)
		blocks := desk.Blocks(s, snapshot())
		prices := desk.Prices(rapid.SliceOfN(rapid.Float64Range(-50, 800), 1, 10).Draw(t, "prices"))
		costs := desk.Costs(s, blocks, prices)
		most := unit.MW(rapid.Float64Range(0, 3).Draw(t, "capability"))
		mcpc := map[string]float64{}
		for _, p := range market.Products() {
			mcpc[p] = rapid.Float64Range(0, 400).Draw(t, p)
		}
		var sum unit.MW
		for _, h := range desk.Taken(s, costs, most, func(p string) (float64, bool) { v, ok := mcpc[p]; return v, ok }) {
			sum += h.MW
		}
		if sum > most+1e-9 {
			t.Fatalf("%.4f MW are taken of %.4f", float64(sum), float64(most))
		}
	})
}

func TestABidCurveHasTenPointsAtMostAndKeepsThePower(t *testing.T) {
	var blocks []desk.Block
	var all unit.MW
	for i := range 25 {
		blocks = append(blocks, desk.Block{MW: 0.1, Value: unit.USDPerMWh(500 - 3*i*i%400)})
		all += 0.1
	}
	curve := desk.BidCurve(1, blocks)
	if len(curve) != 10 || math.Abs(float64(curve[9].MW-1-all)) > 1e-9 {
		t.Errorf("%d points up to %.2f MW", len(curve), float64(curve[len(curve)-1].MW))
	}
}

func TestAPositionIsBoughtBackOnlyWhereHoldingCostsMore(t *testing.T) {
	s := farm(site.CLR)
	plan := site.Plan{Allocations: []site.Allocation{{Class: "asic", Use: site.Mine, MW: 2}, {Class: "gpu", Use: site.Infer, Tier: "sold", MW: 0.4}}}
	for _, c := range []struct {
		spp  float64
		keep bool
	}{{40, true}, {130, false}} {
		snap := snapshot()
		snap.SPP.Value = c.spp
		snap.RTReserve = []market.Keyed{{Key: "ECRS", Quote: market.Quote{Value: 12, Known: snap.AsOf}}}
		position := site.Position{Product: "ECRS", MW: 1, Price: 8, Start: snap.Interval.Start.Truncate(time.Hour), End: snap.Interval.Start.Add(time.Hour)}
		r, ok := desk.Within(s, snap, plan, []site.Position{position})
		if !ok || len(r.Positions) != 1 || r.Positions[0].Keep != c.keep {
			t.Errorf("at %g $/MWh: %+v", c.spp, r.Positions)
		}
	}
}

func TestOffersSurviveTheWayThroughATable(t *testing.T) {
	s := farm(site.CLR)
	d, err := desk.Make(desk.Input{Site: s, Snapshot: snapshot(flat(60)...)}, day())
	if err != nil {
		t.Fatal(err)
	}
	back := d
	if err := back.Replace(s, d.CSV()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, back); diff != "" {
		t.Error(diff)
	}
	awards := []site.Position{{Product: "ECRS", MW: 1.25, Price: 7.5, Start: day().Start(), End: day().Start().Add(time.Hour)}}
	read, err := desk.ReadAwards("west", desk.AwardsCSV("west", awards))
	if err != nil || !cmp.Equal(read, awards) {
		t.Errorf("%v %v", read, err)
	}
	if err := back.Award(s, read, time.Now()); err != nil || back.Status != desk.Awarded || len(back.Hours[0].Plan.Held) != 1 {
		t.Errorf("%v %s %v", err, back.Status, back.Hours[0].Plan.Held)
	}
}

func TestWrongAwardsChangeNothing(t *testing.T) {
	s := farm(site.NCLR)
	d, err := desk.Make(desk.Input{Site: s, Snapshot: snapshot(flat(60)...)}, day())
	if err != nil {
		t.Fatal(err)
	}
	hour := day().Start()
	for _, a := range []site.Position{
		{Product: "REGUP", MW: 1, Start: hour, End: hour.Add(time.Hour)},
		{Product: "ECRS", MW: unit.MW(math.NaN()), Start: hour, End: hour.Add(time.Hour)},
		{Product: "ECRS", MW: 1, Start: hour.AddDate(0, 0, 1), End: hour.AddDate(0, 0, 1).Add(time.Hour)},
		{Product: "ECRS", MW: 1, Price: math.Inf(1), Start: hour, End: hour.Add(time.Hour)},
	} {
		if err := d.Award(s, []site.Position{a}, hour); err == nil || d.Status != desk.Draft {
			t.Errorf("%+v was taken", a)
		}
	}
	if _, err := desk.Make(desk.Input{Site: s, Snapshot: snapshot()}, day()); !errors.Is(err, desk.ErrNothing) {
		t.Errorf("without a price: %v", err)
	}
}

func FuzzReadAwards(f *testing.F) {
	f.Add([]byte("site,hour_start_utc,product,power_mw,price_usd\nwest,2026-07-15T05:00:00Z,ECRS,1,2\n"))
	f.Add([]byte("site\n\"\n"))
	f.Fuzz(func(t *testing.T, table []byte) {
		awards, err := desk.ReadAwards("west", table)
		for _, a := range awards {
			if err != nil || !(a.MW >= 0) || math.IsInf(a.Price, 0) {
				t.Fatalf("%+v %v", a, err)
			}
		}
	})
}

func TestRegulationIsOfferedOnLoadThatFollowsAlone(t *testing.T) {
	for _, c := range []struct {
		name    string
		follows bool
		plan    unit.MW // of the ASICs, of which 1 to 2 MW follow
		up      unit.MW
		down    unit.MW
	}{
		{"nothing follows", false, 1.5, 0, 0},
		{"half way", true, 1.5, 0.5, 0.5},
		{"at the top there is no room up", true, 2, 1, 0},
		{"some machines are asleep", true, 0.8, 0, 0},
	} {
		s := farm(site.CLR)
		s.Participation.Qualified = append(s.Participation.Qualified, site.Qualified{Product: "REGUP", MaxMW: 1, Deploy: 0.1})
		s.Classes[0].Follows = c.follows
		s.Classes[0].Levels = []site.Level{{Name: "asleep"}, {Name: "throttled", Watts: 500, THs: 25}, {Name: "rated", Watts: 1000, THs: 50}}
		plan := site.Plan{Allocations: []site.Allocation{{Class: "asic", Use: site.Mine, MW: c.plan}}}
		r, ok := desk.Within(s, snapshot(), plan, nil)
		if !ok {
			t.Fatal("no offers")
		}
		offered := map[string]unit.MW{}
		for _, o := range r.Offers {
			offered[o.Product] = o.Curve[len(o.Curve)-1].MW
		}
		if math.Abs(float64(offered["REGUP"]-c.up)) > 1e-6 || math.Abs(float64(offered["REGDN"]-c.down)) > 1e-6 || offered["ECRS"] == 0 {
			t.Errorf("%s: offered %v, want %g MW up and %g down", c.name, offered, float64(c.up), float64(c.down))
		}
	}
}

func FuzzReplaceOffers(f *testing.F) {
	s := farm(site.CLR)
	d, err := desk.Make(desk.Input{Site: s, Snapshot: snapshot(flat(60)...)}, day())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(d.CSV())
	f.Fuzz(func(t *testing.T, table []byte) {
		changed := d
		if err := changed.Replace(s, table); err != nil && !cmp.Equal(changed, d) {
			t.Fatal("a table that was refused changed the day")
		}
	})
}
