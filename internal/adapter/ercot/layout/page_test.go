package layout_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// products are all that the client asks the Public API for.
func products() []layout.Product {
	return append(layout.Corrections(),
		layout.RealTimeSPP(), layout.RealTimeLMP(), layout.DayAheadSPP(), layout.SystemLambda(),
		layout.DayAheadMCPC(), layout.RealTimeMCPC(), layout.RealTimeMCPC15(), layout.IndicativeMCPC(),
		layout.LoadForecast(), layout.ActualLoad(), layout.WindPower(), layout.SolarPower(),
	)
}

// The inventory lists ERCOT's 203 artifacts with their fields, as of 2026-01.
func TestEveryEndpointAndFieldUsedIsInTheInventory(t *testing.T) {
	var inventory []struct {
		Path          string            `json:"path"`
		DownloadLimit int               `json:"downloadLimit"`
		Fields        map[string]string `json:"fields"`
	}
	if err := json.Unmarshal(shared(t, "market/ercot_api_endpoints_fields_2026-01.json"), &inventory); err != nil {
		t.Fatal(err)
	}
	if len(inventory) != 203 {
		t.Fatalf("%d artifacts, want 203", len(inventory))
	}
	for _, p := range products() {
		i := slices.IndexFunc(inventory, func(a struct {
			Path          string            `json:"path"`
			DownloadLimit int               `json:"downloadLimit"`
			Fields        map[string]string `json:"fields"`
		},
		) bool {
			return a.Path == p.Path
		})
		if i < 0 {
			t.Errorf("%s is not in the inventory", p.Path)
			continue
		}
		for _, column := range p.Columns() {
			found := slices.ContainsFunc(strings.Split(column, "|"), func(name string) bool {
				_, ok := inventory[i].Fields[name]
				return ok
			})
			if !found {
				t.Errorf("%s has no field %s; it has %v", p.Path, column, inventory[i].Fields)
			}
		}
		emil := strings.TrimPrefix(p.Source(), "ercot/")
		if got := layout.DownloadLimit(emil); got > inventory[i].DownloadLimit {
			t.Errorf("%s: asks for %d documents at once, the limit is %d", emil, got, inventory[i].DownloadLimit)
		}
	}
}

const sppPage = `{"_meta":{"totalRecords":2,"pageSize":10,"totalPages":1,"currentPage":1},
"fields":[{"name":"settlementPointPrice","dataType":"DOUBLE"},{"name":"deliveryDate","dataType":"DATE"},{"name":"deliveryHour"},
{"name":"deliveryInterval"},{"name":"settlementPoint"},{"name":"settlementPointType"},{"name":"DSTFlag"},{"name":"brandNew"}],
"data":[[65.1,"2024-07-01",23,3,"HB_NORTH  ","HU",false,null],["-2.5","2024-07-01T00:00:00",24,4,"LZ_WEST","LZ",false,"x"]],
"links":{}}`

func TestColumnsAreMappedByNameWhateverTheirOrder(t *testing.T) {
	page, err := layout.RealTimeSPP().ReadPage([]byte(sppPage), 1)
	if err != nil {
		t.Fatal(err)
	}
	a, b := page.Observations[0], page.Observations[1]
	if a.Series.Key != "HB_NORTH" || a.Value != 65.1 || a.Interval.Key() != "2024-07-02T03:30Z" {
		t.Errorf("first row read as %+v", a)
	}
	if b.Series.Key != "LZ_WEST" || b.Value != -2.5 || b.Interval.Key() != "2024-07-02T04:45Z" {
		t.Errorf("second row read as %+v", b)
	}
	if page.Rows != 2 || page.Meta.TotalRecords != 2 {
		t.Errorf("page %+v", page)
	}
}

func TestAnswerWithoutDataHasNoRows(t *testing.T) {
	for _, body := range []string{
		`{}`, `{"_links":{}}`, `{"data":null,"fields":[]}`, `{"data":[],"fields":[]}`, `{"data":{},"links":{}}`,
		`{"_meta":{"totalRecords":0,"totalPages":0},"report":{"reportName":"x"}}`,
	} {
		page, err := layout.RealTimeSPP().ReadPage([]byte(body), 1)
		if err != nil || page.Rows != 0 {
			t.Errorf("%s: %+v %v, want no rows and no error", body, page, err)
		}
	}
}

func TestChangedReportIsRefusedWithWhatWasFound(t *testing.T) {
	body := strings.ReplaceAll(sppPage, `"settlementPointPrice"`, `"price"`)
	_, err := layout.RealTimeSPP().ReadPage([]byte(body), 1)
	if err == nil {
		t.Fatal("a report without its price column was read")
	}
	for _, part := range []string{"/np6-905-cd/spp_node_zone_hub", "no column settlementPointPrice", "price", "DSTFlag"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q does not say %q", err, part)
		}
	}
}

func TestNamesAreCaseSensitive(t *testing.T) {
	body := strings.ReplaceAll(sppPage, `"DSTFlag"`, `"dstFlag"`)
	if _, err := layout.RealTimeSPP().ReadPage([]byte(body), 1); err == nil {
		t.Error("dstFlag was taken for DSTFlag")
	}
}

func TestMalformedAnswersAreErrorsNotPanics(t *testing.T) {
	for name, body := range map[string]string{
		"truncated": sppPage[:200], "html": "<html>", "empty": "", "data of text": `{"data":["a"]}`,
		"short row": strings.Replace(sppPage, `,"LZ",false,"x"]`, `,"LZ"]`, 1), "data of objects": `{"data":[{"a":1}]}`,
		"nested cell": strings.Replace(sppPage, `"x"`, `["x"]`, 1),
	} {
		if page, err := layout.RealTimeSPP().ReadPage([]byte(body), 1); err == nil {
			t.Errorf("%s: %+v, want an error", name, page)
		}
	}
}

func TestWrongTypesSpoilTheirRowOnly(t *testing.T) {
	for name, change := range map[string][2]string{
		"price a flag": {"65.1", "true"}, "price missing": {"65.1", "null"}, "hour a fraction": {"23,3", "23.5,3"},
		"interval 5": {"23,3", "23,5"}, "flag a word": {"false,null", `"perhaps",null`}, "day a number": {`"2024-07-01",23`, `20240701,23`},
	} {
		page, err := layout.RealTimeSPP().ReadPage([]byte(strings.Replace(sppPage, change[0], change[1], 1)), 101)
		if err == nil || !strings.Contains(err.Error(), "row 101") {
			t.Errorf("%s: error %v, want one of row 101", name, err)
		}
		if len(page.Observations) != 1 {
			t.Errorf("%s: %d good rows, want 1", name, len(page.Observations))
		}
	}
}

func TestRenamedColumnIsReadUnderEitherName(t *testing.T) {
	for _, name := range []string{"MCPC", "cappedMCPC", "CappedMCPC"} {
		body := `{"fields":[{"name":"SCEDTimestamp"},{"name":"repeatHourFlag"},{"name":"ASType"},{"name":"` + name + `"}],
			"data":[["2026-07-03T22:45:20",false,"ECRS",1.25]]}`
		page, err := layout.RealTimeMCPC().ReadPage([]byte(body), 1)
		if err != nil || page.Observations[0].Value != 1.25 {
			t.Errorf("%s: %v %v", name, page, err)
		}
	}
}

func TestRepeatedHourOfDispatchRunsIsKeptApart(t *testing.T) {
	body := `{"fields":[{"name":"SCEDTimestamp"},{"name":"repeatHourFlag"},{"name":"systemLambda"}],
		"data":[["2024-11-03T01:05:12",false,20],["2024-11-03T01:05:12",true,21],["2024-03-10T02:30:00",false,22]]}`
	page, err := layout.SystemLambda().ReadPage([]byte(body), 1)
	if err == nil || !strings.Contains(err.Error(), "row 3") {
		t.Errorf("error %v, want row 3 refused: the hour does not exist", err)
	}
	if first, second := page.Observations[0].Interval.Key(), page.Observations[1].Interval.Key(); first != "2024-11-03T06:05Z" || second != "2024-11-03T07:05Z" {
		t.Errorf("runs at %s and %s", first, second)
	}
}

func TestForecastsTakeTheModelInUseAndSkipWhatIsNotThere(t *testing.T) {
	fields := `{"fields":[{"name":"postedDatetime"},{"name":"deliveryDate"},{"name":"hourEnding"},{"name":"coast"},{"name":"east"},
		{"name":"farWest"},{"name":"north"},{"name":"northCentral"},{"name":"southCentral"},{"name":"southern"},{"name":"west"},
		{"name":"systemTotal"},{"name":"model"},{"name":"inUseFlag"},{"name":"DSTFlag"}],"data":`
	page, err := layout.LoadForecast().ReadPage([]byte(fields+`[
		["2026-08-18T06:30:00","2026-08-18","1:00",1,2,3,4,5,6,7,8,36,"A3",true,false],
		["2026-08-18T06:30:00","2026-08-18","24:00",1,2,3,4,5,6,7,8,99,"E",false,false]]}`), 1)
	if err != nil || len(page.Observations) != 9 {
		t.Fatalf("%d observations, %v; want the 9 zones of one row", len(page.Observations), err)
	}
	total := page.Observations[8]
	if total.Series.String() != "load_forecast/systemTotal" || total.Value != 36 || total.Interval.Key() != "2026-08-18T05:00Z" {
		t.Errorf("total %+v", total)
	}
	if !total.Published.Equal(utc(t, "2026-08-18T11:30:00Z")) {
		t.Errorf("published %s", total.Published)
	}

	wind := `{"fields":[{"name":"postedDatetime"},{"name":"deliveryDate"},{"name":"hourEnding"},{"name":"genSystemWide"},{"name":"STWPFSystemWide"},{"name":"DSTFlag"}],
		"data":[["2024-07-01T10:55:00","2024-07-01",10,5000.5,5100,false],["2024-07-01T10:55:00","2024-07-01",11,null,5200,false]]}`
	page, err = layout.WindPower().ReadPage([]byte(wind), 1)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []market.Kind
	for _, o := range page.Observations {
		kinds = append(kinds, o.Series.Kind)
	}
	if !slices.Equal(kinds, []market.Kind{market.Wind, market.WindForecast, market.WindForecast}) {
		t.Errorf("series %v", kinds)
	}
}

func TestIndicativePricesAreWideAndEndTheirInterval(t *testing.T) {
	body := `{"fields":[{"name":"RTDTimestamp"},{"name":"repeatHourFlag"},{"name":"intervalId"},{"name":"intervalEnding"},
		{"name":"intervalRepeatHourFlag"},{"name":"REGUP"},{"name":"REGDN"},{"name":"RRS"},{"name":"ECRS"},{"name":"NSPIN"}],
		"data":[["2025-12-05T00:00:03",false,1,"2025-12-05T00:05:00",false,2.96,1,2,3,4]]}`
	page, err := layout.IndicativeMCPC().ReadPage([]byte(body), 1)
	if err != nil || len(page.Observations) != 5 {
		t.Fatal(page, err)
	}
	if o := page.Observations[0]; o.Series.String() != "rtd_mcpc/REGUP" || o.Interval.Key() != "2025-12-05T06:00Z" || o.Value != 2.96 {
		t.Errorf("%+v", o)
	}
}

func TestUnknownServiceIsRefused(t *testing.T) {
	body := `{"fields":[{"name":"deliveryDate"},{"name":"hourEnding"},{"name":"ancillaryType"},{"name":"MCPC"},{"name":"DSTFlag"}],
		"data":[["2024-07-01","01:00","DRRS",1,false]]}`
	if page, err := layout.DayAheadMCPC().ReadPage([]byte(body), 1); err == nil {
		t.Errorf("%+v, want an error", page)
	}
}

func TestCorrectionsArePublishedWhenTheyWereMade(t *testing.T) {
	body := `{"fields":[{"name":"deliveryDate"},{"name":"deliveryHour"},{"name":"deliveryInterval"},{"name":"settlementPointName"},
		{"name":"settlementPointType"},{"name":"SPPOriginal"},{"name":"SPPCorrected"},{"name":"priceCorrectionTime"},{"name":"DSTFlag"}],
		"data":[["2024-07-01",17,3,"LZ_WEST","LZ",41.25,39.5,"2024-07-09T16:00:00",false],["2024-07-01",17,4,"LZ_WEST","LZ",1,2,"16:00:00",false]]}`
	for _, p := range layout.Corrections() {
		if p.Path != "/np4-197-m/rtm_price_corrections_spp" {
			continue
		}
		page, err := p.ReadPage([]byte(body), 1)
		if err != nil {
			t.Fatal(err)
		}
		a, b := page.Observations[0], page.Observations[1]
		if a.Series.String() != "rt_spp/LZ_WEST" || a.Value != 39.5 || !a.Published.Equal(utc(t, "2024-07-09T21:00:00Z")) {
			t.Errorf("correction %+v", a)
		}
		if !b.Published.IsZero() {
			t.Errorf("a time of day was taken for a publication time: %s", b.Published)
		}
	}
}
