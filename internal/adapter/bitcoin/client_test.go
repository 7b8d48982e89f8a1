package bitcoin_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/bitcoin"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// now is the time of these tests.
func now() time.Time { return time.Date(2026, 1, 12, 18, 0, 0, 0, time.UTC) }

// still is a clock that stands, and sleeps without waiting.
type still struct{}

func (still) Now() time.Time { return now() }
func (still) Speed() float64 { return 1 }
func (still) Sleep(ctx context.Context, _ time.Duration) error {
	return ctx.Err()
}

// instance answers by path; the numbers are those of block 932,000: difficulty
// 146.47e12, fees 0.55 % of the reward, $91,350 a bitcoin.
func instance() map[string]string {
	return map[string]string{
		"/api/v1/prices":                  fmt.Sprintf(`{"time":%d,"USD":91350,"EUR":78000}`, now().Add(-2*time.Minute).Unix()),
		"/api/v1/mining/hashrate/3d":      `{"hashrates":[{"timestamp":1768200000,"avgHashrate":1.04e21}],"difficulty":[],"currentHashrate":1.0485e21,"currentDifficulty":146470000000000}`,
		"/api/v1/mining/reward-stats/144": `{"startBlock":931857,"endBlock":932000,"totalReward":"45248868768","totalFee":"248868768","totalTx":"400000"}`,
		"/api/blocks/tip/height":          "932001\n",
		"/api/v1/difficulty-adjustment":   `{"progressPercent":33.1,"difficultyChange":-1.62,"remainingBlocks":1349}`,
		"/api/v1/fees/recommended":        `{"fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}`,
	}
}

func newClient(t *testing.T, handler http.Handler) *bitcoin.Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client, err := bitcoin.New(bitcoin.Config{BaseURL: server.URL, Simulated: true, Clock: still{}})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func serve(answers map[string]string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := answers[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, body)
	})
}

// pollAll polls every feed once.
func pollAll(t *testing.T, c *bitcoin.Client) (values map[market.Kind]market.Observation, raws int, errs []string) {
	t.Helper()
	values = map[market.Kind]market.Observation{}
	for _, feed := range c.Feeds() {
		batch, err := feed.Poll(t.Context(), now())
		if err != nil {
			errs = append(errs, err.Error())
		}
		raws += len(batch.Raw)
		for _, o := range batch.Observations {
			if err := o.Check(); err != nil {
				t.Errorf("feed %s: %v", feed.Name(), err)
			}
			values[o.Series.Kind] = o
		}
	}
	return values, raws, errs
}

func TestFeedsGiveTheStateOfTheNetworkInItsUnits(t *testing.T) {
	values, raws, errs := pollAll(t, newClient(t, serve(instance())))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if raws != 6 {
		t.Errorf("%d raw records: want one for each of 6 answers", raws)
	}
	want := map[market.Kind]float64{
		market.BTCUSD:      91350,
		market.Hashrate:    1.0485e9, // TH/s
		market.Difficulty:  146.47e12,
		market.BlockHeight: 932001,
		market.BlockFees:   0.01728255333, // 248,868,768 sat / 144
		market.DiffChange:  -1.62,
		market.FeeRate:     3,
		// Luxor, 2026-01-12: 0.00043157 BTC/PH/day at this difficulty with fees
		// of 0.55 % of the reward, here at $91,350. Tolerance 0.01 %, for the
		// published figure's rounding.
		market.HashpriceUSD: 0.00043157 * 91350,
	}
	for kind, value := range want {
		got := values[kind]
		if math.Abs(got.Value/value-1) > 1e-4 {
			t.Errorf("%s is %g, want %g", kind, got.Value, value)
		}
		if !got.Simulated || got.Fetched != now() || got.Known.Before(got.Published) {
			t.Errorf("%s: times or mark are wrong: %+v", kind, got)
		}
	}
	if source := values[market.HashpriceUSD].Source; !strings.Contains(source, "derived") {
		t.Errorf("source of hashprice %q does not say that it is derived", source)
	}
}

func TestHashpriceIsNeverMadeFromHalfTheAnswers(t *testing.T) {
	for _, missing := range []string{
		"/api/v1/prices", "/api/v1/mining/hashrate/3d", "/api/v1/mining/reward-stats/144", "/api/blocks/tip/height",
	} {
		answers := instance()
		delete(answers, missing)
		values, _, errs := pollAll(t, newClient(t, serve(answers)))
		if len(errs) == 0 {
			t.Errorf("without %s: no error", missing)
		}
		if _, ok := values[market.HashpriceUSD]; ok {
			t.Errorf("without %s: there is a hashprice", missing)
		}
		if len(values) < 5 {
			t.Errorf("without %s: only %d values; what came should be kept", missing, len(values))
		}
	}
}

func TestHashpriceIsNeverMadeFromARefusedValue(t *testing.T) {
	for path, body := range map[string]string{
		"/api/v1/prices":                  fmt.Sprintf(`{"time":%d,"USD":91350000}`, now().Unix()),
		"/api/v1/mining/hashrate/3d":      `{"currentHashrate":1.0485e21,"currentDifficulty":146470000000000000}`,
		"/api/v1/mining/reward-stats/144": `{"startBlock":931857,"endBlock":932000,"totalFee":"248868768000"}`,
	} {
		answers := instance()
		answers[path] = body
		values, _, errs := pollAll(t, newClient(t, serve(answers)))
		if all := strings.Join(errs, "\n"); !strings.Contains(all, "wrong unit?") {
			t.Errorf("%s a thousand times too large: errors %q", path, all)
		}
		if value, ok := values[market.HashpriceUSD]; ok {
			t.Errorf("%s a thousand times too large: hashprice %v", path, value)
		}
	}
}

func TestWrongAnswersAreNamed(t *testing.T) {
	tests := map[string]struct{ path, body, want string }{
		"hashrate in TH/s":      {"/api/v1/mining/hashrate/3d", `{"currentHashrate":1.0485e9,"currentDifficulty":146470000000000}`, "wrong unit?"},
		"no difficulty":         {"/api/v1/mining/hashrate/3d", `{"currentHashrate":1.0485e21}`, "currentDifficulty is missing"},
		"price that stands":     {"/api/v1/prices", fmt.Sprintf(`{"time":%d,"USD":91350}`, now().Add(-time.Hour).Unix()), "stuck"},
		"price in milliseconds": {"/api/v1/prices", fmt.Sprintf(`{"time":%d,"USD":91350}`, now().UnixMilli()), "Unix seconds"},
		"price of nothing":      {"/api/v1/prices", fmt.Sprintf(`{"time":%d,"USD":0}`, now().Unix()), "outside 1.."},
		"fees in bitcoin":       {"/api/v1/mining/reward-stats/144", `{"startBlock":931857,"endBlock":932000,"totalFee":"2.48"}`, "whole number of satoshi"},
		"sums of old blocks":    {"/api/v1/mining/reward-stats/144", `{"startBlock":900000,"endBlock":900143,"totalFee":"1"}`, "the reward sums end at block 900143"},
		"blocks backwards":      {"/api/v1/mining/reward-stats/144", `{"startBlock":2,"endBlock":1,"totalFee":"1"}`, "make no range"},
		"height as a page":      {"/api/blocks/tip/height", "<html>", "block height"},
		"truncated":             {"/api/v1/difficulty-adjustment", `{"difficultyChange":`, "difficulty adjustment"},
		"fraction, not percent": {"/api/v1/difficulty-adjustment", `{"difficultyChange":-80}`, "wrong unit?"},
		"no fee":                {"/api/v1/fees/recommended", `{}`, "fastestFee is missing"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			answers := instance()
			answers[test.path] = test.body
			_, _, errs := pollAll(t, newClient(t, serve(answers)))
			if all := strings.Join(errs, "\n"); !strings.Contains(all, test.want) {
				t.Errorf("errors %q: want %q", all, test.want)
			}
		})
	}
}

func TestPassingFailuresAreAskedForAgain(t *testing.T) {
	for _, status := range []int{http.StatusTooManyRequests, http.StatusBadGateway} {
		var tries atomic.Int32
		client := newClient(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if tries.Add(1) < 3 {
				w.WriteHeader(status)
				return
			}
			fmt.Fprint(w, "932001")
		}))
		if err := client.Check(t.Context()); err != nil {
			t.Errorf("status %d: %v", status, err)
		}
		if tries.Load() != 3 {
			t.Errorf("status %d: %d tries, want 3", status, tries.Load())
		}
	}
}

func TestAWrongAddressIsNotAskedForAgain(t *testing.T) {
	var tries atomic.Int32
	client := newClient(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tries.Add(1)
		http.NotFound(w, r)
	}))
	if err := client.Check(t.Context()); err == nil || !strings.Contains(err.Error(), "status 404") {
		t.Errorf("error %v: want status 404", err)
	}
	if tries.Load() != 1 {
		t.Errorf("%d tries, want 1", tries.Load())
	}
}

func TestEndlessAnswersAreCutOff(t *testing.T) {
	client := newClient(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		chunk := []byte(strings.Repeat("1", 1<<16))
		for range 100 {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}))
	if err := client.Check(t.Context()); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("error %v: want one about the length", err)
	}
}

func TestNewRefusesAddressesThatCannotBeMeant(t *testing.T) {
	for _, address := range []string{"", "mempool.space", "ftp://mempool.space", "https://", "https://u:p@mempool.space"} {
		if _, err := bitcoin.New(bitcoin.Config{BaseURL: address}); err == nil {
			t.Errorf("%q: no error", address)
		}
	}
}

func TestFeedNamesAreStable(t *testing.T) {
	var names []string
	for _, feed := range newClient(t, serve(nil)).Feeds() {
		names = append(names, fmt.Sprint(feed.Name(), " ", feed.Every()))
	}
	want := []string{"bitcoin/chain 5m0s", "bitcoin/difficulty-adjustment 10m0s", "bitcoin/fees 10m0s"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("feeds (-want +got):\n%s", diff)
	}
}

func FuzzAnswers(f *testing.F) {
	for _, body := range instance() {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		client, err := bitcoin.New(bitcoin.Config{
			BaseURL: "http://127.0.0.1", Clock: still{}, HTTP: &http.Client{Transport: echo(body)},
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, feed := range client.Feeds() {
			batch, _ := feed.Poll(t.Context(), now())
			for _, o := range batch.Observations {
				if err := o.Check(); err != nil {
					t.Errorf("feed %s let through %v", feed.Name(), err)
				}
				if _, err := json.Marshal(o); err != nil {
					t.Errorf("feed %s: %v", feed.Name(), err)
				}
			}
		}
	})
}

// echo answers every request with the same body.
type echo []byte

func (e echo) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{}, Request: r,
		Body: io.NopCloser(strings.NewReader(string(e))),
	}, nil
}
