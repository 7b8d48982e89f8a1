package simulate_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

func TestLoginWantsAFormWithTheRightPassword(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	for _, q := range []struct{ name, kind, body, wanted string }{
		{"wrong password", "application/x-www-form-urlencoded", loginForm(map[string]string{"password": "no"}).Encode(), "access_denied"},
		{"query instead of a form", "", "", "invalid_request"},
		{"JSON instead of a form", "application/json", "{}", "invalid_request"},
		{"another grant", "application/x-www-form-urlencoded", loginForm(map[string]string{"grant_type": "code"}).Encode(), "unsupported_grant_type"},
	} {
		address := c.urls.ERCOTToken
		if q.kind == "" {
			address += "?" + loginForm(nil).Encode()
		}
		status, body := c.do(http.MethodPost, address, q.kind, q.body, nil)
		if status != http.StatusBadRequest || !strings.Contains(string(body), q.wanted) {
			t.Errorf("%s: status %d, %s", q.name, status, body)
		}
	}
}

func TestTheAPIWantsKeyAndTheRightOneOfTwoTokens(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	path := "/np6-322-cd/sced_system_lambda?size=1"
	if status, _ := c.report(path); status != http.StatusUnauthorized {
		t.Errorf("without a token: status %d", status)
	}
	c.login("access_token")
	if status, _ := c.report(path); status != http.StatusFound {
		t.Errorf("with the access token: status %d, want a redirect", status)
	}
	c.login("id_token")
	if status, _ := c.report(path); status != http.StatusOK {
		t.Errorf("with the id token: status %d", status)
	}
	header := c.keys()
	delete(header, "Ocp-Apim-Subscription-Key")
	if status, _ := c.do(http.MethodGet, c.urls.ERCOT+path, "", "", header); status != http.StatusUnauthorized {
		t.Errorf("without a key: status %d", status)
	}
	c.clock.add(time.Hour)
	if status, _ := c.report(path); status != http.StatusUnauthorized {
		t.Errorf("an hour later: status %d", status)
	}
}

func TestTheOtherTokenCanBeTheRightOne(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{BearerField: "access_token"})
	c.login("access_token")
	if status, _ := c.report("/version"); status != http.StatusOK {
		t.Errorf("with the access token: status %d", status)
	}
}

func TestThirtyRequestsAMinuteAreAllowed(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	for i := range 30 {
		if status, _ := c.report("/version"); status != http.StatusOK {
			t.Fatalf("request %d: status %d", i+1, status)
		}
	}
	status, body := c.report("/version")
	if status != http.StatusTooManyRequests || !strings.Contains(string(body), `"error_key":"throttled"`) {
		t.Errorf("request 31: status %d, %s", status, body)
	}
	c.clock.add(time.Minute)
	if status, _ := c.report("/version"); status != http.StatusOK {
		t.Errorf("a minute later: status %d", status)
	}
}

func TestNothingIsServedBeforeItIsPublished(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	for _, q := range []struct {
		name, path string
		publish    time.Time
	}{
		{
			"settlement price of 12:00 to 12:15", "/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2026-05-12&deliveryHour=13&deliveryInterval=1&settlementPoint=LZ_WEST",
			time.Date(2026, 5, 12, 17, 17, 0, 0, time.UTC),
		},
		{
			"dispatch of 12:05", "/np6-788-cd/lmp_node_zone_hub?SCEDTimestampFrom=2026-05-12T12:05:00&SCEDTimestampTo=2026-05-12T12:09:59&settlementPoint=LZ_WEST",
			time.Date(2026, 5, 12, 17, 5, 12, 0, time.UTC),
		},
		{
			"tomorrow's day-ahead market", "/np4-190-cd/dam_stlmnt_pnt_prices?deliveryDateFrom=2026-05-13&settlementPoint=LZ_WEST&hourEnding=24:00",
			time.Date(2026, 5, 12, 18, 30, 0, 0, time.UTC),
		},
		{
			"yesterday's load", "/np6-345-cd/act_sys_load_by_wzn?operatingDayFrom=2026-05-11&operatingDayTo=2026-05-11&hourEnding=01:00",
			time.Date(2026, 5, 12, 10, 50, 0, 0, time.UTC),
		},
	} {
		c.clock.set(q.publish.Add(-2*time.Minute - 6*time.Second))
		c.login("id_token")
		c.clock.set(q.publish.Add(-4 * time.Second))
		if got, _ := c.rows(q.path); got.Meta.Total != 0 {
			t.Errorf("%s: there a second before it is published", q.name)
		}
		c.clock.set(q.publish.Add(-3 * time.Second))
		if got, _ := c.rows(q.path); got.Meta.Total != 1 {
			t.Errorf("%s: %d rows once it is published", q.name, got.Meta.Total)
		}
	}
}

func TestPagesTogetherAreTheWholeTable(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	path := "/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2026-05-12&deliveryDateTo=2026-05-12&sort=settlementPoint&dir=asc"
	whole, _ := c.rows(path + "&size=100000")
	var joined [][]any
	for page := 1; ; page++ {
		part, _ := c.rows(fmt.Sprintf("%s&size=100&page=%d", path, page))
		joined = append(joined, part.Data...)
		if part.Meta.Total != whole.Meta.Total || part.Meta.Pages != (whole.Meta.Total+99)/100 {
			t.Fatalf("page %d says %+v", page, part.Meta)
		}
		if page == part.Meta.Pages {
			break
		}
	}
	// By noon the day has had 47 settlement intervals published: the one that ends
	// at noon is out two minutes later.
	if want := 47 * len(world.Points()); whole.Meta.Total != want {
		t.Errorf("%d rows, want %d", whole.Meta.Total, want)
	}
	if diff := cmp.Diff(whole.Data, joined); diff != "" {
		t.Error(diff)
	}
}

func TestTablesWithoutRowsHaveNoData(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	status, body := c.report("/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2026-06-01")
	var got map[string]any
	if err := json.Unmarshal(body, &got); err != nil || status != http.StatusOK {
		t.Fatalf("status %d, %v", status, err)
	}
	if _, there := got["data"]; there {
		t.Error("data is there")
	}
}

func TestRequestsThatMakeNoSenseAreRefused(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	for _, query := range []string{
		"scedTimestampFrom=2026-05-12T00:00:00", "SCEDTimestampFrom=yesterday", "page=0", "size=ten", "sort=price", "dir=up", "LMPFrom=cheap",
	} {
		status, body := c.report("/np6-788-cd/lmp_node_zone_hub?" + query)
		if status != http.StatusBadRequest || !strings.Contains(string(body), `"code":400`) {
			t.Errorf("%s: status %d, %s", query, status, body)
		}
	}
	if status, _ := c.report("/np9-999-cd/nothing"); status != http.StatusNotFound {
		t.Errorf("an unknown report: status %d", status)
	}
}

func TestClockChangesShowAsERCOTWritesThem(t *testing.T) {
	c := serve(t, time.Date(2024, 11, 5, 18, 0, 0, 0, time.UTC), simulate.Options{})
	c.login("id_token")
	fall := "/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2024-11-03&deliveryDateTo=2024-11-03&settlementPoint=LZ_WEST"
	if got, _ := c.rows(fall); got.Meta.Total != 100 {
		t.Errorf("the day of 25 hours has %d settlement intervals", got.Meta.Total)
	}
	_, second := c.rows(fall + "&DSTFlag=true")
	if len(second) != 4 || second[0]["deliveryHour"] != 2.0 {
		t.Errorf("the second pass is %v", second)
	}
	_, ahead := c.rows("/np4-190-cd/dam_stlmnt_pnt_prices?deliveryDateFrom=2024-11-03&deliveryDateTo=2024-11-03&settlementPoint=LZ_WEST&hourEnding=02:00")
	if len(ahead) != 2 || ahead[0]["DSTFlag"] == ahead[1]["DSTFlag"] {
		t.Errorf("day-ahead hour ending 2 is %v", ahead)
	}

	c.clock.set(time.Date(2025, 3, 12, 18, 0, 0, 0, time.UTC))
	c.login("id_token")
	spring := "/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2025-03-09&deliveryDateTo=2025-03-09&settlementPoint=LZ_WEST"
	if got, _ := c.rows(spring); got.Meta.Total != 92 {
		t.Errorf("the day of 23 hours has %d settlement intervals", got.Meta.Total)
	}
	if _, third := c.rows(spring + "&deliveryHour=3"); len(third) != 0 {
		t.Errorf("the hour that does not exist is %v", third)
	}
}

// A mean of published dispatch prices, each from its stamp to the next, gives
// the published settlement price where no adder is in force.
func TestPublishedPricesSettleAsPublished(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	_, runs := c.rows("/np6-788-cd/lmp_node_zone_hub?SCEDTimestampFrom=2026-05-12T10:55:00&SCEDTimestampTo=2026-05-12T11:15:59&settlementPoint=LZ_WEST&sort=SCEDTimestamp&dir=asc&size=100")
	_, settled := c.rows("/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2026-05-12&deliveryHour=12&deliveryInterval=1&settlementPoint=LZ_WEST")
	stamp := func(i int) time.Time {
		at, err := time.Parse("2006-01-02T15:04:05", runs[i]["SCEDTimestamp"].(string))
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	start := time.Date(2026, 5, 12, 11, 0, 0, 0, time.UTC)
	end := start.Add(15 * time.Minute)
	var mean float64
	for i := range len(runs) - 1 {
		from, to := stamp(i), stamp(i+1)
		if from.Before(start) {
			from = start
		}
		if to.After(end) {
			to = end
		}
		if to.After(from) {
			mean += runs[i]["LMP"].(float64) * to.Sub(from).Seconds() / 900
		}
	}
	if got := settled[0]["settlementPointPrice"].(float64); got-mean > 0.0051 || mean-got > 0.0051 {
		t.Errorf("settles at %g, the runs' mean is %g", got, mean)
	}
}

func TestEveryTableHasERCOTsOwnFields(t *testing.T) {
	body, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "data", "market", "ercot_api_endpoints_fields_2026-01.json"))
	if err != nil {
		t.Skipf("the inventory of ERCOT's endpoints is not here: %v", err)
	}
	var published []struct {
		Path   string            `json:"path"`
		Emil   string            `json:"emilId"`
		Type   int               `json:"reportTypeId"`
		Fields map[string]string `json:"fields"`
	}
	if err := json.Unmarshal(body, &published); err != nil {
		t.Fatal(err)
	}
	fields := map[string]map[string]string{}
	types := map[string]int{}
	for _, p := range published {
		fields[p.Path], types[p.Emil] = p.Fields, p.Type
	}

	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	status, body := c.report("")
	if status != http.StatusOK {
		t.Fatalf("inventory: status %d", status)
	}
	var inventory struct {
		Embedded struct {
			Products []struct {
				Emil      string `json:"emilId"`
				Type      int    `json:"reportTypeId"`
				Artifacts []struct {
					Links struct {
						Endpoint struct {
							Href string `json:"href"`
						} `json:"endpoint"`
					} `json:"_links"`
				} `json:"artifacts"`
			} `json:"products"`
		} `json:"_embedded"`
	}
	if err := json.Unmarshal(body, &inventory); err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, p := range inventory.Embedded.Products {
		if types[p.Emil] != p.Type {
			t.Errorf("%s has report type %d, ERCOT's is %d", p.Emil, p.Type, types[p.Emil])
		}
		for _, a := range p.Artifacts {
			path := strings.TrimPrefix(a.Links.Endpoint.Href, c.urls.ERCOT)
			got, _ := c.rows(path + "?size=1")
			mine := map[string]string{}
			for _, f := range got.Fields {
				mine[f.Name] = f.Kind
			}
			if diff := cmp.Diff(fields[path], mine); diff != "" {
				t.Errorf("%s (- ERCOT's, + simulated):\n%s", path, diff)
			}
			checked++
		}
	}
	if checked < 17 {
		t.Errorf("only %d tables were checked", checked)
	}
}

func TestCellsAreOfTheTypeTheirFieldSays(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	for _, path := range []string{
		"/np6-905-cd/spp_node_zone_hub", "/np6-788-cd/lmp_node_zone_hub", "/np4-190-cd/dam_stlmnt_pnt_prices", "/np4-188-cd/dam_clear_price_for_cap",
		"/np6-331-cd/rt_clear_price_cap", "/np6-332-cd/rt_clear_price_cap_sced", "/np6-329-cd/rtd_ind_mcpc", "/np6-322-cd/sced_system_lambda",
		"/np3-565-cd/lf_by_model_weather_zone", "/np4-732-cd/wpp_hrly_avrg_actl_fcast", "/np4-737-cd/spp_hrly_avrg_actl_fcast", "/np6-345-cd/act_sys_load_by_wzn",
	} {
		got, _ := c.rows(path + "?size=500")
		if len(got.Data) == 0 {
			t.Errorf("%s is empty", path)
		}
		for _, row := range got.Data {
			if len(row) != len(got.Fields) {
				t.Fatalf("%s: %d cells for %d fields", path, len(row), len(got.Fields))
			}
			for i, f := range got.Fields {
				if !fits(row[i], f.Kind) {
					t.Fatalf("%s: %s is %v, of type %T for %s", path, f.Name, row[i], row[i], f.Kind)
				}
			}
		}
	}
}

func fits(cell any, kind string) bool {
	switch x := cell.(type) {
	case nil:
		return kind == "DOUBLE"
	case bool:
		return kind == "BOOLEAN"
	case float64:
		return kind == "DOUBLE" || (kind == "INTEGER" && x == float64(int(x)))
	case string:
		switch kind {
		case "VARCHAR":
			return true
		case "DATE":
			_, err := time.Parse("2006-01-02", x)
			return err == nil
		case "DATETIME", "TIME":
			_, err := time.Parse("2006-01-02T15:04:05", x)
			return err == nil
		}
	}
	return false
}

func TestAFewPricesAreCorrectedDaysLater(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	found := 0
	for month := range 12 {
		c.clock.set(ordinary().AddDate(0, month, 0))
		c.login("id_token")
		from := c.clock.Now().AddDate(0, 0, -34).Format("2006-01-02")
		_, rows := c.rows("/np4-197-m/rtm_price_corrections_spp?deliveryDateFrom=" + from)
		for _, r := range rows {
			found++
			_, was := c.rows(fmt.Sprintf("/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=%s&deliveryDateTo=%s&deliveryHour=%v&deliveryInterval=%v&settlementPoint=%s&DSTFlag=%v",
				r["deliveryDate"], r["deliveryDate"], r["deliveryHour"], r["deliveryInterval"], r["settlementPointName"], r["DSTFlag"]))
			if len(was) != 1 || was[0]["settlementPointPrice"] != r["SPPOriginal"] || r["SPPCorrected"] == r["SPPOriginal"] {
				t.Errorf("the correction %v of %v", r, was)
			}
		}
	}
	if found == 0 || found > 30 {
		t.Errorf("%d corrections in a year", found)
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("deliveryDateFrom=2026-05-12&deliveryHour=3&page=2&size=10")
	f.Add("settlementPoint=LZ_WEST&DSTFlag=true&sort=settlementPoint&dir=asc")
	f.Add("deliveryDateTo=0001-01-01&settlementPointPriceFrom=NaN")
	f.Add("deliveryDate=9999-12-31&page=999999999&size=1000000")
	c := serve(f, ordinary(), simulate.Options{})
	c.login("id_token")
	handler, signedIn := c.server.Handler(), c.clock.Now()
	f.Fuzz(func(t *testing.T, query string) {
		c.clock.add(3 * time.Second)
		if c.clock.Now().Sub(signedIn) > 50*time.Minute {
			again := *c
			again.t = t
			again.login("id_token")
			c.bearer, signedIn = again.bearer, c.clock.Now()
		}
		r := httptest.NewRequest(http.MethodGet, "/ercot/api/public-reports/np6-905-cd/spp_node_zone_hub", nil)
		r.URL = &url.URL{Path: r.URL.Path, RawQuery: query}
		for k, v := range c.keys() {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if w.Code != http.StatusOK && w.Code != http.StatusBadRequest && w.Code != http.StatusTooManyRequests {
			t.Fatalf("status %d: %s", w.Code, w.Body)
		}
		if !json.Valid(w.Body.Bytes()) {
			t.Fatalf("not JSON: %s", w.Body)
		}
	})
}
