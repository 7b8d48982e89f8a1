package storetest

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

func deskTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"AnAwardedDayHasPositionsAndEntersOrders":   awardedDay,
		"ANewerAwardTakesThePlaceOfAnOlder":         newerAward,
		"PeaksAndStatementsAreKeptUnderTheirNames":  peaksAndStatements,
		"OffersThatAreMadeAnewReplaceThoseBefore":   offersAnew,
		"AwardsThatAreEnteredAgainReplaceThePlaces": awardsAgain,
	}
}

func offered(status desk.Status, awards ...site.Position) desk.Day {
	return desk.Day{
		Site: "alpha", Day: "2026-03-02", Revision: 1, Made: at(1, 0), Status: status, Awards: awards,
		Hours: []desk.Hour{{Start: at(6, 0)}, {Start: at(7, 0)}},
	}
}

func putDay(t testing.TB, s *store.Store, d desk.Day) {
	t.Helper()
	ok(t, s.PutDay(t.Context(), d, []episode.Event{event("desk", d.Site, d.Day)}))
}

func position(product string, hour int) site.Position {
	return site.Position{Product: product, MW: 2, Price: 7.5, Start: at(hour, 0), End: at(hour+1, 0), Simulated: true}
}

func awardedDay(t *testing.T, e Engine) {
	s := Open(t, e)
	putDay(t, s, offered(desk.Submitted, position("ECRS", 6)))
	if got := ordersAt(t, s, at(6, 30)).DayAhead; len(got) != 0 {
		t.Errorf("positions before the awards: %+v", got)
	}
	putDay(t, s, offered(desk.Awarded, position("ECRS", 6), position("NSPIN", 7)))
	same(t, "in the hour", ordersAt(t, s, at(6, 30)).DayAhead, []site.Position{position("ECRS", 6), position("NSPIN", 7)})
	same(t, "in the next", ordersAt(t, s, at(7, 0)).DayAhead, []site.Position{position("NSPIN", 7)})
	same(t, "of both", must[[]site.Position](t)(s.Positions(t.Context(), "alpha", at(6, 0), at(8, 0))), []site.Position{position("ECRS", 6), position("NSPIN", 7)})
	if got := must[site.Orders](t)(s.Orders(t.Context(), "beta", at(6, 30))).DayAhead; len(got) != 0 {
		t.Errorf("another site has %+v", got)
	}
	if seq := must[int64](t)(s.LastSeq(t.Context())); seq != 2 {
		t.Errorf("%d events, want one for each change", seq)
	}
}

func awardsAgain(t *testing.T, e Engine) {
	s := Open(t, e)
	putDay(t, s, offered(desk.Awarded, position("ECRS", 6), position("NSPIN", 7)))
	putDay(t, s, offered(desk.Awarded, position("RRS", 7)))
	same(t, "positions", must[[]site.Position](t)(s.Positions(t.Context(), "alpha", at(6, 0), at(8, 0))), []site.Position{position("RRS", 7)})
}

func offersAnew(t *testing.T, e Engine) {
	s := Open(t, e)
	first := offered(desk.Draft)
	second := first
	second.Revision, second.By = 2, "ann"
	putDay(t, s, first)
	putDay(t, s, second)
	got, found, err := s.Day(t.Context(), "alpha", "2026-03-02")
	if err != nil || !found || got.Revision != 2 || got.By != "ann" {
		t.Errorf("%v %v %+v", found, err, got)
	}
	if _, found, err := s.Day(t.Context(), "alpha", "2026-03-03"); found || err != nil {
		t.Error(found, err)
	}
}

func newerAward(t *testing.T, e Engine) {
	s := Open(t, e)
	old := site.Award{Product: "ECRS", MW: 3, Up: true, Start: at(1, 0), End: at(1, 15)}
	fresh := site.Award{Product: "ECRS", MW: 1, Up: true, Start: at(1, 5), End: at(1, 20)}
	other := site.Award{Product: "RRS", MW: 2, Up: true, Start: at(1, 2), End: at(1, 20)}
	for _, a := range []site.Award{old, fresh, other} {
		ok(t, s.PutAward(t.Context(), "alpha", a))
	}
	same(t, "before the newer one starts", ordersAt(t, s, at(1, 4)).Awards, []site.Award{old, other})
	same(t, "after", ordersAt(t, s, at(1, 10)).Awards, []site.Award{other, fresh})
}

func peaksAndStatements(t *testing.T, e Engine) {
	s := Open(t, e)
	month := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	candidate := settle.Peak{Site: "alpha", Month: month, Status: settle.Candidate, MW: 2, Amount: -5}
	better := candidate
	better.MW = 1
	published := candidate
	published.Status = settle.Published
	for _, p := range []settle.Peak{candidate, better, published} {
		ok(t, s.PutPeak(t.Context(), p))
	}
	same(t, "peaks", must[[]settle.Peak](t)(s.Peaks(t.Context(), "alpha", 9)), []settle.Peak{better, published})
	c := settle.Comparison{Site: "alpha", Name: "initial", At: at(3, 0), Rows: []settle.Difference{}}
	ok(t, s.PutStatement(t.Context(), c))
	same(t, "statements", must[[]settle.Comparison](t)(s.Statements(t.Context(), "", 9)), []settle.Comparison{c})
}
