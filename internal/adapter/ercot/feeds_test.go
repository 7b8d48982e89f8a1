package ercot_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// spp serves 15-minute prices of LZ_WEST: the rows that *rows holds.
func (d *desk) spp(rows *[][]any) {
	d.api("GET "+sppPath, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, table(sppFields, *rows...)) })
}

func sppRow(hour, interval int, price float64) []any {
	return []any{"2024-07-01", hour, interval, "LZ_WEST", "LZ", price, false}
}

func values(b market.Batch) map[string]float64 {
	out := map[string]float64{}
	for _, o := range b.Observations {
		out[o.Series.String()+" "+o.Interval.Key()] = o.Value
	}
	return out
}

func TestPriceFeedReportsWithSourceAndTimes(t *testing.T) {
	d := newDesk(t)
	rows := [][]any{sppRow(12, 4, 31.5), {"2024-07-01", 12, 4, "LZ_WEST", "LZEW", 31.6, false}}
	d.spp(&rows)
	f := feed(t, d.client().Feeds(), "ercot/np6-905-cd LZ_WEST")
	now := d.clock.Now()
	got, err := f.Poll(t.Context(), now)
	if err != nil {
		t.Fatal(err)
	}
	want := []market.Observation{{
		Series:   market.Series{Kind: market.RTSPP, Key: "LZ_WEST"},
		Interval: unit.Interval{Start: time.Date(2024, 7, 1, 16, 45, 0, 0, time.UTC), Length: unit.Settlement},
		Value:    31.5, Source: "ercot/np6-905-cd", Published: time.Date(2024, 7, 1, 17, 2, 0, 0, time.UTC),
		Fetched: now, Known: now, Simulated: true,
	}}
	if diff := cmp.Diff(want, got.Observations); diff != "" {
		t.Error(diff)
	}
	if len(got.Raw) != 1 || !got.Raw[0].Simulated || len(got.Raw[0].Body) == 0 || got.Raw[0].Source != "ercot/np6-905-cd" {
		t.Errorf("raw %+v", got.Raw)
	}
	q := d.asked[0].URL.Query()
	if q.Get("settlementPoint") != "LZ_WEST" || q.Get("deliveryDateFrom") != "2024-07-01" || q.Get("deliveryDateTo") != "2024-07-01" {
		t.Errorf("asked for %s", d.asked[0].URL.RawQuery)
	}
	for _, secret := range []string{user, password, key, "id-1"} {
		if strings.Contains(got.Raw[0].Request, secret) {
			t.Errorf("the raw record's request holds %q", secret)
		}
	}
}

func TestFeedReportsOnlyNewsAndAsksOnlyWhenThereCanBeSome(t *testing.T) {
	d := newDesk(t)
	rows := [][]any{sppRow(12, 3, 30), sppRow(12, 4, 31.5)}
	d.spp(&rows)
	f := feed(t, d.client().Feeds(), "ercot/np6-905-cd LZ_WEST")
	poll := func(want map[string]float64, requests int) {
		t.Helper()
		got, err := f.Poll(t.Context(), d.clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, values(got)); diff != "" {
			t.Error(diff)
		}
		if d.requests() != requests {
			t.Errorf("%d requests so far, want %d", d.requests(), requests)
		}
	}
	poll(map[string]float64{"rt_spp/LZ_WEST 2024-07-01T16:30Z": 30, "rt_spp/LZ_WEST 2024-07-01T16:45Z": 31.5}, 1)
	d.clock.advance(time.Minute) // 17:04, the running interval ends at 17:15
	poll(map[string]float64{}, 1)
	d.clock.advance(12 * time.Minute)
	poll(map[string]float64{}, 2)
	rows = append(rows, sppRow(13, 1, -4))
	d.clock.advance(time.Minute)
	poll(map[string]float64{"rt_spp/LZ_WEST 2024-07-01T17:00Z": -4}, 3)
	f.Forget()
	poll(map[string]float64{
		"rt_spp/LZ_WEST 2024-07-01T16:30Z": 30, "rt_spp/LZ_WEST 2024-07-01T16:45Z": 31.5, "rt_spp/LZ_WEST 2024-07-01T17:00Z": -4,
	}, 4)
}

func TestSilentRestatementIsPublishedWhenItWasSeen(t *testing.T) {
	d := newDesk(t)
	rows := [][]any{sppRow(12, 4, 31.5)}
	d.spp(&rows)
	f := feed(t, d.client().Feeds(), "ercot/np6-905-cd LZ_WEST")
	if _, err := f.Poll(t.Context(), d.clock.Now()); err != nil {
		t.Fatal(err)
	}
	rows[0] = sppRow(12, 4, 29)
	d.clock.advance(15 * time.Minute)
	for _, want := range []int{1, 0} {
		got, err := f.Poll(t.Context(), d.clock.Now())
		if err != nil || len(got.Observations) != want {
			t.Fatalf("%v %v, want %d observations", got.Observations, err, want)
		}
		if want == 1 && (got.Observations[0].Value != 29 || !got.Observations[0].Published.Equal(d.clock.Now())) {
			t.Errorf("%+v, want 29 published now", got.Observations[0])
		}
	}
}

func TestSecondDispatchRunWithinFiveMinutesSupersedesTheFirst(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, table(lambdaFields, []any{"2024-07-01T12:00:15", false, 25}, []any{"2024-07-01T12:02:40", false, 900}))
	})
	f := feed(t, d.client().Feeds(), "ercot/np6-322-cd")
	first, err := f.Poll(t.Context(), d.clock.Now())
	if err != nil || len(first.Observations) != 2 {
		t.Fatalf("%v %v, want both runs", first.Observations, err)
	}
	if a, b := first.Observations[0], first.Observations[1]; a.Interval != b.Interval || !b.Published.After(a.Published) || b.Value != 900 {
		t.Errorf("runs %+v and %+v", a, b)
	}
	d.clock.advance(5 * time.Minute)
	again, err := f.Poll(t.Context(), d.clock.Now())
	if err != nil || len(again.Observations) != 0 {
		t.Errorf("%v %v, want nothing: neither run is news", again.Observations, err)
	}
}

func TestAllPagesAreRead(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, r *http.Request) {
		page, err := strconv.Atoi(r.URL.Query().Get("page"))
		if err != nil {
			t.Error(err)
		}
		body := table(lambdaFields, []any{fmt.Sprintf("2024-07-01T12:0%d:15", page-1), false, page})
		fmt.Fprint(w, strings.Replace(body, `"totalPages":1,"totalRecords":1`, `"totalPages":3,"totalRecords":3`, 1))
	})
	got, err := feed(t, d.client().Feeds(), "ercot/np6-322-cd").Poll(t.Context(), d.clock.Now())
	if err != nil || len(got.Raw) != 3 || len(got.Observations) != 3 {
		t.Errorf("%d pages, %d observations, %v; want 3 and 3", len(got.Raw), len(got.Observations), err)
	}
}

func TestMissingRowsAndEndlessPagesAreErrorsBesideWhatCame(t *testing.T) {
	for name, meta := range map[string]string{"rows missing": `"totalPages":1,"totalRecords":5`, "endless": `"totalPages":1000,"totalRecords":1000`} {
		d := newDesk(t)
		d.api("GET "+lambdaPath, func(w http.ResponseWriter, r *http.Request) {
			body := table(lambdaFields, []any{"2024-07-01T12:00:15", false, 25.5})
			fmt.Fprint(w, strings.Replace(body, `"totalPages":1,"totalRecords":1`, meta, 1))
		})
		got, err := feed(t, d.client().Feeds(), "ercot/np6-322-cd").Poll(t.Context(), d.clock.Now())
		if err == nil || len(got.Observations) != 1 {
			t.Errorf("%s: %v %v, want the row and an error", name, got.Observations, err)
		}
		if d.requests() > 40 {
			t.Errorf("%s: %d requests", name, d.requests())
		}
	}
}

func TestTruncatedAnswerIsAnErrorThatNamesTheRequest(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, _ *http.Request) {
		body := table(lambdaFields, []any{"2024-07-01T12:00:15", false, 25.5})
		fmt.Fprint(w, body[:len(body)/2])
	})
	got, err := feed(t, d.client().Feeds(), "ercot/np6-322-cd").Poll(t.Context(), d.clock.Now())
	if err == nil || len(got.Observations) != 0 || !strings.Contains(err.Error(), "np6-322-cd") {
		t.Errorf("%v %v", got.Observations, err)
	}
	if len(got.Raw) != 1 {
		t.Errorf("%d raw records, want the unreadable one kept", len(got.Raw))
	}
}

func TestUnknownSettlementPointIsSaid(t *testing.T) {
	d := newDesk(t)
	rows := [][]any{}
	d.spp(&rows)
	_, err := feed(t, d.client().Feeds(), "ercot/np6-905-cd LZ_WEST").Poll(t.Context(), d.clock.Now())
	if err == nil || !strings.Contains(err.Error(), "LZ_WEST") {
		t.Errorf("error %v, want one that names the point", err)
	}
}

func TestImplausibleValueIsRefusedBesideTheGoodOnes(t *testing.T) {
	d := newDesk(t)
	rows := [][]any{sppRow(12, 3, 30), sppRow(12, 4, 31_500)}
	d.spp(&rows)
	got, err := feed(t, d.client().Feeds(), "ercot/np6-905-cd LZ_WEST").Poll(t.Context(), d.clock.Now())
	if err == nil || !strings.Contains(err.Error(), "wrong unit") || len(got.Observations) != 1 {
		t.Errorf("%v %v, want the good row and an error", got.Observations, err)
	}
}

// Filters carry no daylight-saving flag: at 01:10 CST, just after 01:55 CDT, a
// filter "from 01:55" would hide the second pass.
func TestSecondPassIsAskedForInTheRepeatedHour(t *testing.T) {
	d := newDesk(t)
	d.clock.now = time.Date(2024, 11, 3, 7, 10, 30, 0, time.UTC)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, r *http.Request) {
		from := r.URL.Query().Get("SCEDTimestampFrom")
		var rows [][]any
		for _, row := range [][]any{{"2024-11-03T01:55:10", false, 10}, {"2024-11-03T01:05:10", true, 20}, {"2024-11-03T01:10:10", true, 21}} {
			if row[0].(string) >= from {
				rows = append(rows, row)
			}
		}
		fmt.Fprint(w, table(lambdaFields, rows...))
	})
	got, err := feed(t, d.client().Feeds(), "ercot/np6-322-cd").Poll(t.Context(), d.clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"system_lambda 2024-11-03T06:55Z": 10, "system_lambda 2024-11-03T07:05Z": 20, "system_lambda 2024-11-03T07:10Z": 21}
	if diff := cmp.Diff(want, values(got)); diff != "" {
		t.Error(diff)
	}
}

func TestDayAheadFeedAsksForTomorrowUntilItHasIt(t *testing.T) {
	d := newDesk(t)
	days := []string{"2024-07-01"}
	d.api("GET /np4-190-cd/dam_stlmnt_pnt_prices", func(w http.ResponseWriter, r *http.Request) {
		if to := r.URL.Query().Get("deliveryDateTo"); to != "2024-07-02" {
			t.Errorf("asked until %s", to)
		}
		var rows [][]any
		for _, day := range days {
			for he := 1; he <= 24; he++ {
				rows = append(rows, []any{day, fmt.Sprintf("%02d:00", he), "LZ_WEST", 20 + he, false})
			}
		}
		fmt.Fprint(w, table("deliveryDate hourEnding settlementPoint settlementPointPrice DSTFlag", rows...))
	})
	f := feed(t, d.client().Feeds(), "ercot/np4-190-cd LZ_WEST")
	poll := func(want, requests int) {
		t.Helper()
		got, err := f.Poll(t.Context(), d.clock.Now())
		if err != nil || len(got.Observations) != want || d.requests() != requests {
			t.Errorf("%s: %d observations after %d requests, %v; want %d after %d",
				d.clock.Now(), len(got.Observations), d.requests(), err, want, requests)
		}
	}
	poll(24, 1) // 12:03 Central
	d.clock.advance(10 * time.Minute)
	poll(0, 1) // too early for tomorrow
	d.clock.advance(30 * time.Minute)
	poll(0, 2) // may be out, is not
	days = append(days, "2024-07-02")
	d.clock.advance(30 * time.Minute)
	poll(24, 3)
	d.clock.advance(5 * time.Minute)
	poll(0, 3)
}

func TestEveryFeedHasItsOwnNameAndACadence(t *testing.T) {
	d := newDesk(t)
	c := d.client(func(c *ercot.Config) { c.Points = []string{"LZ_WEST", "LZ_NORTH"} })
	for kind, feeds := range map[string][]*ercot.Feed{"keyed": c.Feeds(), "keyless": c.KeylessFeeds()} {
		seen := map[string]bool{}
		for _, f := range feeds {
			if seen[f.Name()] || f.Every() < 30*time.Second {
				t.Errorf("%s: feed %s every %s", kind, f.Name(), f.Every())
			}
			seen[f.Name()] = true
		}
	}
	if n := len(c.Feeds()); n != 2*3+9+5+3 {
		t.Errorf("%d feeds for two points, want 23", n)
	}
}

// The allowance is 25 requests a minute for everything: two hours of polling
// twelve points, with reports that appear as late as ERCOT's, take half of it
// at most.
func TestPollingTwelvePointsTakesLessThanHalfTheAllowance(t *testing.T) {
	d := newDesk(t)
	points := make([]string, 12)
	for i := range points {
		points[i] = fmt.Sprintf("POINT_%d", i)
	}
	d.api("GET "+sppPath, func(w http.ResponseWriter, r *http.Request) {
		newest := unit.IntervalAt(d.clock.Now().Add(-2*time.Minute), unit.Settlement).Prev()
		day, he, _ := unit.HourEndingOf(newest.Start)
		quarter := newest.Start.Minute()/15 + 1
		fmt.Fprint(w, table(sppFields, []any{day.String(), he, quarter, r.URL.Query().Get("settlementPoint"), "LZ", 1, false}))
	})
	d.api("GET /np6-788-cd/lmp_node_zone_hub", func(w http.ResponseWriter, r *http.Request) {
		ran := d.clock.Now().Add(-30 * time.Second).Truncate(5 * time.Minute).Add(15 * time.Second)
		fmt.Fprint(w, table("SCEDTimestamp repeatHourFlag settlementPoint LMP",
			[]any{unit.Central(ran).Format("2006-01-02T15:04:05"), false, r.URL.Query().Get("settlementPoint"), 1}))
	})
	c := d.client(func(c *ercot.Config) { c.Points = points })
	feeds := c.Feeds()
	const minutes = 120
	for range minutes {
		for _, f := range feeds {
			if strings.Contains(f.Name(), "np6-905") || strings.Contains(f.Name(), "np6-788") {
				if _, err := f.Poll(t.Context(), d.clock.Now()); err != nil {
					t.Fatal(err)
				}
			}
		}
		d.clock.advance(time.Minute)
	}
	if perMinute := float64(d.requests()) / minutes; perMinute > 12 {
		t.Errorf("%.1f requests a minute for 12 points, want at most 12 (of 25)", perMinute)
	}
}

func TestKeylessClientRefusesKeyedQuestionsWithARemedy(t *testing.T) {
	d := newDesk(t)
	c := d.client(func(c *ercot.Config) { c.Username, c.Password, c.SubscriptionKey = "", "", "" })
	_, err := feed(t, c.Feeds(), "ercot/np6-322-cd").Poll(t.Context(), d.clock.Now())
	if err == nil || !strings.Contains(err.Error(), "keyless") || d.signIns != 0 {
		t.Errorf("%v after %d sign-ins", err, d.signIns)
	}
}
