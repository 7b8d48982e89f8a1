package simulate_test

import (
	"bytes"
	"math"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
)

func TestFuelMixAddsUpToDemand(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	mix := get[struct {
		Data map[string]map[string]map[string]struct {
			Gen float64 `json:"gen"`
		} `json:"data"`
	}](c, c.urls.Dashboards+"/fuel-mix.json")
	demand := get[struct {
		Data []struct {
			Demand   float64 `json:"demand"`
			Capacity float64 `json:"capacity"`
			Forecast int     `json:"forecast"`
			Epoch    int64   `json:"epoch"`
		} `json:"data"`
	}](c, c.urls.Dashboards+"/supply-demand.json")
	used := map[time.Time]float64{}
	for _, d := range demand.Data {
		if d.Forecast == 0 {
			used[time.UnixMilli(d.Epoch).UTC()] = d.Demand
		}
		if d.Capacity <= d.Demand {
			t.Errorf("%v: %g MW of capacity for %g", time.UnixMilli(d.Epoch).UTC(), d.Capacity, d.Demand)
		}
	}
	today := mix.Data["2026-05-12"]
	if len(today) != 144 || len(mix.Data["2026-05-11"]) != 288 {
		t.Fatalf("%d intervals of today, %d of yesterday", len(today), len(mix.Data["2026-05-11"]))
	}
	for stamp, fuels := range today {
		at, err := time.Parse("2006-01-02 15:04:05-0700", stamp)
		if err != nil {
			t.Fatal(err)
		}
		var made float64
		for _, f := range fuels {
			made += f.Gen
		}
		start := at.UTC().Add(5*time.Second - 5*time.Minute)
		if want, ok := used[start]; !ok || math.Abs(made-want) > 0.01 {
			t.Errorf("%s: %g MW made, %g used", stamp, made, want)
		}
	}
}

func TestConditionsShowAnEmergencyAtOnce(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	type conditions struct {
		Now struct {
			State string `json:"state"`
			Level int    `json:"eea_level"`
			PRC   string `json:"prc_value"`
			Epoch int64  `json:"datetime"`
		} `json:"current_condition"`
	}
	reserves := func(got conditions) int {
		n, err := strconv.Atoi(strings.ReplaceAll(got.Now.PRC, ",", ""))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	calm := get[conditions](c, c.urls.Dashboards+"/daily-prc.json")
	if calm.Now.State != "normal" || reserves(calm) < 3000 || !strings.Contains(calm.Now.PRC, ",") || calm.Now.Epoch != ordinary().Unix() {
		t.Errorf("an ordinary noon: %+v", calm)
	}
	if err := c.server.Play(simulate.Scenario{EEA: 3, ForMinutes: 30}); err != nil {
		t.Fatal(err)
	}
	alert := get[conditions](c, c.urls.Dashboards+"/daily-prc.json")
	if alert.Now.Level != 3 || reserves(alert) > 1500 {
		t.Errorf("in the emergency: %+v", alert)
	}
	c.clock.add(30 * time.Minute)
	if after := get[conditions](c, c.urls.Dashboards+"/daily-prc.json"); after.Now.Level != 0 {
		t.Errorf("after it: %+v", after)
	}
}

func TestScenariosThatTheWorldCannotPlayAreRefused(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	for body, want := range map[string]int{
		`{"unknown":1}`: 400,

		`{"eea":4,"for_minutes":5}`:                                      422,
		`{"eea":1,"for_minutes":0}`:                                      422,
		`{"point":"LZ_NOWHERE","usd_per_mwh":100,"for_minutes":5}`:       422,
		`{"point":"LZ_WEST","for_minutes":5}`:                            422,
		`{"site":"none","group":"none","for_minutes":5}`:                 422,
		`{"point":"LZ_WEST","usd_per_mwh":2500,"eea":1,"for_minutes":5}`: 200,
	} {
		if status, answer := c.do(http.MethodPut, c.base+"/_scenario", "application/json", body, nil); status != want {
			t.Errorf("%s: status %d, %s", body, status, answer)
		}
	}
	if status, _ := c.do(http.MethodDelete, c.base+"/_scenario", "", "", nil); status != http.StatusNoContent {
		t.Errorf("ending it: status %d", status)
	}
}

func TestAPriceSpikeReachesTheSettlementPrice(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	usd := 3000.0
	if err := c.server.Play(simulate.Scenario{Point: "LZ_WEST", USDPerMWh: &usd, ForMinutes: 20}); err != nil {
		t.Fatal(err)
	}
	c.clock.add(18 * time.Minute)
	c.login("id_token")
	_, rows := c.rows("/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2026-05-12&deliveryHour=13&deliveryInterval=1&settlementPoint=LZ_WEST")
	if got := rows[0]["settlementPointPrice"].(float64); got < 2900 || got > 3100 {
		t.Errorf("the interval of the spike settles at %g", got)
	}
}

func TestMempoolAgreesWithItself(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	tip := get[int64](c, c.urls.Mempool+"/blocks/tip/height")
	adjustment := get[struct {
		Progress  float64 `json:"progressPercent"`
		Change    float64 `json:"difficultyChange"`
		Remaining int64   `json:"remainingBlocks"`
		Next      int64   `json:"nextRetargetHeight"`
		Time      int64   `json:"remainingTime"`
	}](c, c.urls.Mempool+"/v1/difficulty-adjustment")
	if adjustment.Next-adjustment.Remaining != tip || adjustment.Next%2016 != 0 || math.Abs(adjustment.Change) > 40 {
		t.Errorf("at block %d: %+v", tip, adjustment)
	}
	if pace := float64(adjustment.Time) / float64(adjustment.Remaining) / 1000; pace < 400 || pace > 900 {
		t.Errorf("%g seconds to a block", pace)
	}
	rate := get[struct {
		Hashrates []struct {
			Avg float64 `json:"avgHashrate"`
		} `json:"hashrates"`
		Hashrate   float64 `json:"currentHashrate"`
		Difficulty float64 `json:"currentDifficulty"`
	}](c, c.urls.Mempool+"/v1/mining/hashrate/3d")
	// The estimate over 432 blocks has a relative sd of 5 %, and hashrate that has
	// moved since the retarget adds to it.
	if implied := rate.Difficulty * (1 << 32) / 600; len(rate.Hashrates) != 3 || math.Abs(rate.Hashrate/implied-1) > 0.35 {
		t.Errorf("%g H/s for a difficulty that implies %g", rate.Hashrate, implied)
	}
	stats := get[map[string]any](c, c.urls.Mempool+"/v1/mining/reward-stats/144")
	reward, err := strconv.ParseInt(stats["totalReward"].(string), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	fees, err := strconv.ParseInt(stats["totalFee"].(string), 10, 64)
	if err != nil || reward-fees != 144*312_500_000 || stats["endBlock"] != float64(tip) {
		t.Errorf("144 blocks up to %d: %v, %v", tip, stats, err)
	}
	prices := get[map[string]float64](c, c.urls.Mempool+"/v1/prices")
	if prices["USD"] < 5000 || prices["USD"] != math.Trunc(prices["USD"]) {
		t.Errorf("prices %v", prices)
	}
	if fee := get[map[string]float64](c, c.urls.Mempool+"/v1/fees/recommended"); fee["fastestFee"] < fee["minimumFee"] {
		t.Errorf("fees %v", fee)
	}
	if blocks := get[[]map[string]any](c, c.urls.Mempool+"/v1/fees/mempool-blocks"); len(blocks) == 0 {
		t.Error("no blocks are projected")
	}
}

func TestGPUPricesAreInDollarsPerHour(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	got := get[struct {
		AsOf     time.Time `json:"as_of"`
		Currency string    `json:"currency"`
		Prices   []struct {
			GPU    string  `json:"gpu"`
			USD    float64 `json:"usd_per_gpu_hour"`
			Offers int     `json:"offers"`
		} `json:"prices"`
	}](c, c.urls.GPU)
	if got.Currency != "USD" || got.AsOf.After(ordinary()) || len(got.Prices) != 7 {
		t.Fatalf("%+v", got)
	}
	for _, p := range got.Prices {
		if p.USD < 0.5 || p.USD > 15 || p.Offers < 1 || p.GPU == "" {
			t.Errorf("%+v", p)
		}
	}
}

func TestTheHackathonsGameIsPlayedByItsRules(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	rows := get[[]map[string]any](c, c.urls.MARA+"/prices")
	if rows[0]["timestamp"] != "2026-05-12T17:00:00" || rows[len(rows)-1]["energy_price"] != 3.0 {
		t.Errorf("newest %v, oldest %v", rows[0], rows[len(rows)-1])
	}
	_, body := c.do(http.MethodPost, c.urls.MARA+"/sites", "application/json", `{"name":"X"}`, nil)
	key := map[string]string{"X-Api-Key": field[string](t, body, "api_key")}

	put := func(body string) (int, []byte) {
		return c.do(http.MethodPut, c.urls.MARA+"/machines", "application/json", body, key)
	}
	_, first := put(`{"air_miners":10,"hydro_miners":20,"asic_miners":5}`)
	_, second := put(`{"immersion_miners":100}`)
	if field[float64](t, second, "air_miners") != 0 || field[float64](t, second, "immersion_miners") != 100 {
		t.Errorf("an allocation was not replaced: %s", second)
	}
	if field[float64](t, second, "id") != field[float64](t, first, "id")+1 {
		t.Errorf("ids of %s and %s", first, second)
	}
	if bytes.Contains(first, []byte("asic_miners")) {
		t.Errorf("an unknown machine was kept: %s", first)
	}
	_, body = c.do(http.MethodGet, c.urls.MARA+"/machines", "", "", key)
	hash, energy := rows[0]["hash_price"].(float64), rows[0]["energy_price"].(float64)
	if got, want := field[float64](t, body, "total_revenue"), 100*5000*hash; math.Abs(got/want-1) > 1e-12 {
		t.Errorf("revenue %g, want %g", got, want)
	}
	if got, want := field[float64](t, body, "total_power_cost"), 1e6*energy; math.Abs(got/want-1) > 1e-12 {
		t.Errorf("power costs %g, want %g", got, want)
	}
	for body, want := range map[string]int{`{"immersion_miners":101}`: 400, `{"air_miners":-1}`: 400, `{"air_miners":1.5}`: 400, `[]`: 400} {
		if status, _ := put(body); status != want {
			t.Errorf("%s: status %d", body, status)
		}
	}
	if status, _ := c.do(http.MethodGet, c.urls.MARA+"/machines", "", "", nil); status != http.StatusUnauthorized {
		t.Errorf("without a key: status %d", status)
	}
}

func TestBothInventoriesCanBeServed(t *testing.T) {
	type inventory map[string]map[string]map[string]float64
	served := serve(t, ordinary(), simulate.Options{})
	if got := get[inventory](served, served.urls.MARA+"/inventory"); got["miners"]["hydro"]["hashrate"] != 10_000 || got["inference"]["asic"]["power"] != 10_000 {
		t.Errorf("as served: %v", got)
	}
	handout := serve(t, ordinary(), simulate.Options{Handout: true})
	if got := get[inventory](handout, handout.urls.MARA+"/inventory"); got["miners"]["hydro"]["hashrate"] != 5000 || got["inference"]["asic"]["tokens"] != 50_000 {
		t.Errorf("as in the handout: %v", got)
	}
}
