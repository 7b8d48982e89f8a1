package desk_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	service "github.com/pouw-dem/pouwdem/internal/service/desk"
)

// place is everything around a desk, on the clock of the test.
type place struct {
	clock     clock.Clock
	days      map[string]desk.Day
	orders    site.Orders
	submitted []site.Instruction
	sent      []desk.Day
	live      []desk.RealTime
	awards    map[string][]site.Position
	refuse    error
	settled   []settle.Settlement
	kept      []settle.Comparison
}

func (p *place) PutDay(_ context.Context, d desk.Day, events []episode.Event) error {
	if len(events) != 1 || events[0].Kind != "desk" {
		return errors.New("a change of the desk's day tells of itself once")
	}
	p.days[d.Day] = d
	return nil
}

func (p *place) Day(_ context.Context, _, day string) (desk.Day, bool, error) {
	d, ok := p.days[day]
	return d, ok, nil
}

func (p *place) Positions(context.Context, string, time.Time, time.Time) ([]site.Position, error) {
	return nil, nil
}

func (p *place) Snapshot(context.Context, string) (market.Snapshot, error) {
	now := p.clock.Now()
	snap := market.Snapshot{AsOf: now, Interval: unit.IntervalAt(now, unit.Control), Point: "LZ_WEST"}
	snap.Network.Hashprice = market.Quote{Value: 48, Known: now}
	snap.SPP = market.Quote{Value: 40, Known: now, Length: unit.Settlement}
	for h := range 72 {
		snap.DayAhead = append(snap.DayAhead, market.Quote{Value: 30, Start: now.Truncate(time.Hour).Add(time.Duration(h) * time.Hour), Length: time.Hour, Known: now})
	}
	return snap, nil
}

func (p *place) Submit(_ context.Context, _ string, ins site.Instruction) (bool, error) {
	if p.refuse != nil {
		return false, p.refuse
	}
	p.submitted = append(p.submitted, ins)
	p.orders.Instructions = slices.DeleteFunc(slices.Clone(p.orders.Instructions), func(was site.Instruction) bool { return was.ID == ins.ID })
	if ins.Kind != "recall" {
		p.orders.Instructions = append(p.orders.Instructions, ins)
	}
	return true, nil
}

func (p *place) PutAward(_ context.Context, _ string, a site.Award) error {
	for i := range p.orders.Awards {
		if p.orders.Awards[i].Product == a.Product {
			p.orders.Awards[i] = a
			return nil
		}
	}
	p.orders.Awards = append(p.orders.Awards, a)
	return nil
}

func (p *place) Orders(context.Context, string, time.Time) (site.Orders, error) { return p.orders, nil }

func (p *place) Decisions(context.Context, string, time.Time, time.Time, int) ([]episode.Decision, error) {
	return []episode.Decision{{Plan: site.Plan{Allocations: []site.Allocation{{Class: "asic", Use: site.Mine, MW: 2}}}}}, nil
}

func (p *place) PutStatement(_ context.Context, c settle.Comparison) error {
	p.kept = append(p.kept, c)
	return nil
}

func (p *place) Settlements(context.Context, string, time.Time, time.Time) ([]settle.Settlement, error) {
	return p.settled, nil
}

// qse is the scheduling entity of the test.
type qse struct{ p *place }

func (q qse) Submit(_ context.Context, _ string, d desk.Day) (string, error) {
	if q.p.refuse != nil {
		return "", q.p.refuse
	}
	q.p.sent = append(q.p.sent, d)
	return "ref", nil
}

func (q qse) Awards(_ context.Context, _, day string) ([]site.Position, bool, error) {
	a, ok := q.p.awards[day]
	return a, ok, nil
}

func (q qse) Offer(_ context.Context, r desk.RealTime) error {
	q.p.live = append(q.p.live, r)
	return nil
}

func (q qse) Instructions(context.Context, string) ([]site.Instruction, error) { return nil, nil }

func farm(auto bool) site.Site {
	return site.Site{
		ID: "west", Point: "LZ_WEST", Limits: site.Limits{SiteMW: 3}, Contract: site.Contract{Kind: site.Index},
		Classes:       []site.Class{{ID: "asic", Kind: site.ASIC, Units: 2000, Levels: []site.Level{{Name: "asleep"}, {Name: "rated", Watts: 1000, THs: 50}}}},
		Participation: &site.Participation{Type: site.CLR, LowMW: 0.2, Auto: auto, Qualified: []site.Qualified{{Product: "ECRS"}, {Product: "NSPIN"}}},
	}
}

// inBubble runs a test from four in the morning, Central, of a summer day.
func inBubble(t *testing.T, auto bool, test func(t *testing.T, p *place, d *service.Desk, tomorrow unit.Day)) {
	synctest.Test(t, func(t *testing.T) {
		today := unit.Day{Year: 2026, Month: time.July, Dom: 14}
		p := &place{days: map[string]desk.Day{}, awards: map[string][]site.Position{}}
		p.clock = clock.NewScaled(today.Start().Add(4*time.Hour), 1)
		d := service.New(service.Config{
			Sites: []site.Site{farm(auto)}, Book: p, Statements: p, Controller: p, Orders: p, Ledger: p, QSE: qse{p}, Clock: p.clock, Log: slog.New(slog.DiscardHandler),
		})
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- d.Run(ctx) }()
		test(t, p, d, today.Add(1))
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func TestOffersGoOutByPolicyBeforeTheCloseAndAwardsComeBack(t *testing.T) {
	inBubble(t, true, func(t *testing.T, p *place, _ *service.Desk, tomorrow unit.Day) {
		pass(2 * time.Minute)
		if d := p.days[tomorrow.String()]; d.Status != desk.Draft || len(d.Hours) != 24 {
			t.Fatalf("at four: %s, %d hours", d.Status, len(d.Hours))
		}
		pass(5*time.Hour + 30*time.Minute)
		d := p.days[tomorrow.String()]
		if d.Status != desk.Submitted || d.By != "policy" || d.Reference != "ref" || len(p.sent) != 1 || d.Revision < 5 {
			t.Fatalf("after nine: %+v, sent %d", d.Status, len(p.sent))
		}
		p.awards[tomorrow.String()] = []site.Position{{Product: "ECRS", MW: 1, Price: 8, Start: tomorrow.Start(), End: tomorrow.Start().Add(time.Hour)}}
		pass(4 * time.Hour)
		if d := p.days[tomorrow.String()]; d.Status != desk.Awarded || len(d.Awards) != 1 {
			t.Errorf("after half past one: %s", d.Status)
		}
		if n := len(p.live); n < 100 || n > 120 {
			t.Errorf("%d offers within the day in nine and a half hours", n)
		}
		if _, ok := p.days[tomorrow.Add(1).String()]; !ok {
			t.Error("no draft of the next market's day")
		}
	})
}

func TestWithoutApprovalNothingGoesOutAndItIsSaid(t *testing.T) {
	inBubble(t, false, func(t *testing.T, p *place, _ *service.Desk, tomorrow unit.Day) {
		pass(7 * time.Hour)
		if d := p.days[tomorrow.String()]; d.Status != desk.Missed || d.Note == "" || len(p.sent) != 0 {
			t.Errorf("%s %q, sent %d", d.Status, d.Note, len(p.sent))
		}
	})
}

func TestAPersonApprovesChangesAndMayNotAfterTheClose(t *testing.T) {
	inBubble(t, false, func(t *testing.T, p *place, d *service.Desk, tomorrow unit.Day) {
		pass(2 * time.Minute)
		day := tomorrow.String()
		made := p.days[day]
		changed, err := d.Replace(t.Context(), "west", day, made.CSV(), "ann")
		if err != nil || changed.Revision != made.Revision+1 || changed.By != "ann" {
			t.Fatalf("%v %+v", err, changed)
		}
		if _, err := d.Approve(t.Context(), "west", day, true, "ann"); err != nil {
			t.Fatal(err)
		}
		pass(3 * time.Hour) // a changed draft is not made anew
		if p.days[day].Revision != changed.Revision {
			t.Error("the person's curves were made anew")
		}
		pass(3 * time.Hour)
		if got := p.days[day]; got.Status != desk.Submitted || got.By != "ann" {
			t.Errorf("%s by %s", got.Status, got.By)
		}
		if _, err := d.Approve(t.Context(), "west", day, true, "ann"); !errors.Is(err, service.ErrState) {
			t.Errorf("after the close: %v", err)
		}
	})
}

func TestAQSEThatRefusesIsAskedAgainUntilTheClose(t *testing.T) {
	inBubble(t, true, func(t *testing.T, p *place, d *service.Desk, tomorrow unit.Day) {
		pass(4*time.Hour + 58*time.Minute)
		p.refuse = errors.New("the QSE is down")
		pass(15 * time.Minute)
		if st, _ := d.State("west"); st.Trouble == "" {
			t.Error("nothing is said")
		}
		p.refuse = nil
		pass(5 * time.Minute)
		if len(p.sent) != 1 || p.days[tomorrow.String()].Status != desk.Submitted {
			t.Errorf("sent %d, %s", len(p.sent), p.days[tomorrow.String()].Status)
		}
	})
}

func TestAwardsStandACallBindsUntilItIsRecalledAndARestartForgetsNone(t *testing.T) {
	inBubble(t, true, func(t *testing.T, p *place, d *service.Desk, _ unit.Day) {
		pass(time.Minute)
		told := service.RealTime{Awards: map[string]unit.MW{"ECRS": 1, "NSPIN": 0.5, "REGUP": 9}, Deployed: map[string]bool{"ECRS": false}}
		take := func(d *service.Desk) {
			t.Helper()
			if err := d.Take(t.Context(), "west", told); err != nil {
				t.Fatal(err)
			}
		}
		take(d)
		if len(p.orders.Awards) != 2 || len(p.submitted) != 0 {
			t.Fatalf("%+v %+v", p.orders.Awards, p.submitted)
		}
		told.Deployed["ECRS"] = true
		take(d)
		take(d) // told again
		if len(p.submitted) != 1 || p.submitted[0].Kind != "deploy" || *p.submitted[0].MaxMW != 0.7 || !p.submitted[0].End.IsZero() {
			t.Fatalf("%+v", p.submitted)
		}
		again := service.New(service.Config{
			Sites: []site.Site{farm(true)}, Book: p, Statements: p, Controller: p, Orders: p, Ledger: p, Clock: p.clock, Log: slog.New(slog.DiscardHandler),
		})
		take(again)
		told.Deployed["ECRS"] = false
		take(again)
		if n := len(p.submitted); n != 2 || p.submitted[1].Kind != "recall" || p.submitted[1].ID != p.submitted[0].ID || p.submitted[1].Revision != 2 {
			t.Errorf("%+v", p.submitted)
		}
	})
}

func TestCallsTogetherComeDownToTheLowLimitAndOneThatEndsLiftsTheOther(t *testing.T) {
	inBubble(t, true, func(t *testing.T, p *place, d *service.Desk, _ unit.Day) {
		pass(time.Minute)
		ceilings := func(ecrs, nspin bool) map[string]unit.MW {
			t.Helper()
			told := service.RealTime{Awards: map[string]unit.MW{"ECRS": 1, "NSPIN": 0.5}, Deployed: map[string]bool{"ECRS": ecrs, "NSPIN": nspin}}
			if err := d.Take(t.Context(), "west", told); err != nil {
				t.Fatal(err)
			}
			most := map[string]unit.MW{}
			for _, ins := range p.orders.Instructions {
				most[ins.Product] = *ins.MaxMW
			}
			return most
		}
		if got := ceilings(true, true); got["ECRS"] != 0.2 || got["NSPIN"] != 0.2 {
			t.Errorf("both called on: %v, want the low limit of 0.2 MW", got)
		}
		if got := ceilings(false, true); len(got) != 1 || got["NSPIN"] != 1.2 {
			t.Errorf("one recalled: %v, want 0.2 MW and the 1 MW that is held again", got)
		}
		if got := ceilings(false, false); len(got) != 0 {
			t.Errorf("both recalled: %v", got)
		}
	})
}

func TestAStatementIsHeldAgainstOurSettlementAndKept(t *testing.T) {
	inBubble(t, true, func(t *testing.T, p *place, d *service.Desk, _ unit.Day) {
		p.settled = []settle.Settlement{{
			Site: "west", Interval: unit.Interval{Start: unit.Day{Year: 2026, Month: time.July, Dom: 1}.Start(), Length: unit.Control}, Version: settle.Final,
			Lines: []settle.Line{{Lever: settle.Energy, MWh: 1, Amount: unit.Dollars(-40)}}, Total: unit.Dollars(-40),
		}}
		c, err := d.Reconcile(t.Context(), "west", "july", []byte("site,operating_day,charge,mwh,amount_usd\nwest,2026-07-01,energy,1,-40.1\n"))
		if err != nil || !c.Within || len(p.kept) != 1 {
			t.Errorf("%v %+v", err, c)
		}
		if _, err := d.Reconcile(t.Context(), "west", "july", []byte("site,operating_day,charge,mwh,amount_usd\neast,2026-07-01,energy,1,-40.1\n")); !errors.Is(err, settle.ErrStatement) {
			t.Errorf("a statement about another site: %v", err)
		}
	})
}
