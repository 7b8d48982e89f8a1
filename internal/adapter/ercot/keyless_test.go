package ercot_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

func zipOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func keyless(c *ercot.Config) { c.Username, c.Password, c.SubscriptionKey = "", "", "" }

const sppHeader = "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n"

// mis serves a report list and its files: id to publication time and content.
func (d *desk) mis(reportType string, files map[string][2]string, downloads *[]string) {
	d.mux.HandleFunc("GET /misapp/servlets/IceDocListJsonWS", func(w http.ResponseWriter, r *http.Request) {
		if got := r.URL.Query().Get("reportTypeId"); got != reportType {
			d.t.Errorf("report type %s, want %s", got, reportType)
		}
		var list []string
		for id, f := range files {
			for _, form := range []string{"csv", "xml"} {
				if form == "xml" {
					id += "9"
				}
				list = append(list, fmt.Sprintf(`{"Document":{"DocID":"%s","FriendlyName":"SPP_%s","ConstructedName":"cdr.000%s.%s_%s.zip","PublishDate":"%s"}}`,
					id, form, reportType, id, form, f[0]))
			}
		}
		fmt.Fprintf(w, `{"ListDocsByRptTypeRes":{"DocumentList":[%s]}}`, strings.Join(list, ","))
	})
	d.mux.HandleFunc("GET /misdownload/servlets/mirDownload", func(w http.ResponseWriter, r *http.Request) {
		id := r.URL.Query().Get("doclookupId")
		*downloads = append(*downloads, id)
		if r.Header.Get("Authorization") != "" || r.Header.Get("Ocp-Apim-Subscription-Key") != "" {
			d.t.Error("credentials were sent to the website")
		}
		w.Header().Set("Content-Type", "application/zip")
		if _, err := w.Write(zipOf(d.t, "report.csv", files[id][1])); err != nil {
			d.t.Error(err)
		}
	})
}

func TestReportFeedReadsEachNewFileOnceOldestFirst(t *testing.T) {
	d := newDesk(t)
	files := map[string][2]string{
		"101": {"2024-07-01T11:02:10-05:00", sppHeader + "07/01/2024,11,4,LZ_WEST,LZ,30,N\n07/01/2024,11,4,LZ_WEST,LZEW,29,N\n07/01/2024,11,4,OTHER,RN,1,N\n"},
		"102": {"2024-07-01T12:02:10-05:00", sppHeader + "07/01/2024,12,4,LZ_WEST,LZ,31,N\n"},
		"90":  {"2024-06-30T12:02:10-05:00", sppHeader + "06/30/2024,12,4,LZ_WEST,LZ,99,N\n"},
	}
	var downloads []string
	d.mis("12301", files, &downloads)
	f := feed(t, d.client(keyless).KeylessFeeds(), "ercot/mis-12301")
	got, err := f.Poll(t.Context(), d.clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"rt_spp/LZ_WEST 2024-07-01T15:45Z": 30, "rt_spp/LZ_WEST 2024-07-01T16:45Z": 31}
	if diff := cmp.Diff(want, values(got)); diff != "" {
		t.Error(diff)
	}
	if first := got.Observations[0]; !first.Published.Equal(time.Date(2024, 7, 1, 16, 2, 10, 0, time.UTC)) || first.Source != "ercot/mis-12301" || !first.Known.Equal(d.clock.Now()) {
		t.Errorf("%+v", first)
	}
	files["103"] = [2]string{"2024-07-01T12:17:09-05:00", sppHeader + "07/01/2024,13,1,LZ_WEST,LZ,32,N\n"}
	d.clock.advance(15 * time.Minute)
	got, err = f.Poll(t.Context(), d.clock.Now())
	if err != nil || len(got.Observations) != 1 || got.Observations[0].Value != 32 {
		t.Errorf("%v %v, want the new file's price", got.Observations, err)
	}
	if !slices.Equal(downloads, []string{"101", "102", "103"}) {
		t.Errorf("downloads %v", downloads)
	}
}

func TestReportOfAnotherKindIsRefused(t *testing.T) {
	d := newDesk(t)
	var downloads []string
	d.mis("12301", map[string][2]string{"101": {
		"2024-07-01T12:02:10-05:00",
		"DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n07/01/2024,12:00,LZ_WEST,31,N\n",
	}}, &downloads)
	got, err := feed(t, d.client(keyless).KeylessFeeds(), "ercot/mis-12301").Poll(t.Context(), d.clock.Now())
	if err == nil || len(got.Observations) != 0 {
		t.Errorf("%v %v, want an error", got.Observations, err)
	}
}

func TestReportsAreListedAndReadForImport(t *testing.T) {
	d := newDesk(t)
	var downloads []string
	d.mis("13061", map[string][2]string{"7": {"2024-07-01T12:02:10-05:00", sppHeader + "07/01/2024,12,4,LZ_NORTH,LZ,31,N\n"}}, &downloads)
	c := d.client(keyless)
	list, err := c.Reports(t.Context(), ercot.ReportSPPHistory)
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	got, err := c.Report(t.Context(), list[0])
	if err != nil || len(got.Observations) != 1 {
		t.Fatal(got, err)
	}
	o := got.Observations[0]
	if published := time.Date(2024, 7, 1, 17, 2, 0, 0, time.UTC); !o.Known.Equal(published) || !o.Simulated || o.Series.Key != "LZ_NORTH" {
		t.Errorf("%+v, want it known at %s", o, published)
	}
}

func TestConditionFeedAndKeylessCheck(t *testing.T) {
	d := newDesk(t)
	body := `{"current_condition":{"state":"normal","eea_level":2,"prc_value":"1,700","datetime":1719853300}}`
	d.mux.HandleFunc("GET /dashboards/daily-prc.json", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) })
	c := d.client(keyless)
	if err := c.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	got, err := feed(t, c.KeylessFeeds(), "ercot/daily-prc").Poll(t.Context(), d.clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]float64{"prc 2024-07-01T17:01Z": 1700, "eea 2024-07-01T17:01Z": 2}, values(got)); diff != "" {
		t.Error(diff)
	}
	if d.signIns != 0 {
		t.Error("a keyless client signed in")
	}
	body = `<html>Access denied</html>`
	if err := c.Check(t.Context()); err == nil || !strings.Contains(err.Error(), "USA") {
		t.Errorf("error %v, want one with the remedy", err)
	}
}

func TestWebsiteRedirectToAnotherHostIsNotFollowed(t *testing.T) {
	d := newDesk(t)
	d.mux.HandleFunc("GET /dashboards/daily-prc.json", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://elsewhere.invalid/", http.StatusFound)
	})
	if err := d.client(keyless).Check(t.Context()); err == nil || !strings.Contains(err.Error(), "302") {
		t.Errorf("error %v, want the redirect named", err)
	}
}

func TestArchiveIsListedDownloadedAndDatedByPosting(t *testing.T) {
	d := newDesk(t)
	d.api("GET /archive/np6-905-cd", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("postDatetimeFrom") == "" || r.URL.Query().Get("postDatetimeTo") == "" {
			t.Errorf("listing asked for %s", r.URL.RawQuery)
		}
		fmt.Fprint(w, `{"_meta":{"totalRecords":3,"totalPages":1,"currentPage":1},"product":{"emilId":"NP6-905-CD"},"archives":[
			{"docId":12,"friendlyName":"SPP","postDatetime":"2024-11-03T01:17:05.000"},
			{"docId":11,"friendlyName":"SPP","postDatetime":"2024-11-03T00:17:05.000"},
			{"docId":10,"friendlyName":"SPP","postDatetime":"2024-11-02T20:17:05.000"}],"_links":{}}`)
	})
	d.api("POST /archive/np6-905-cd/download", func(w http.ResponseWriter, r *http.Request) {
		var ask struct {
			DocIDs []int64 `json:"docIds"`
		}
		if err := json.NewDecoder(r.Body).Decode(&ask); err != nil {
			t.Error(err)
		}
		if !slices.Equal(ask.DocIDs, []int64{12, 11}) {
			t.Errorf("asked for documents %v; 10 was posted before the span", ask.DocIDs)
		}
		inner := func(row string) string { return string(zipOf(t, "report.csv", sppHeader+row+"\n")) }
		// Neither order nor names of the inner files are promised beyond the id.
		body := zipOf(t, "11.cdr.SPP.zip", inner("11/03/2024,1,1,LZ_WEST,LZ,10,N"), "12.cdr.SPPxhr.zip", inner("11/03/2024,2,1,LZ_WEST,LZ,20,Y"))
		if _, err := w.Write(body); err != nil {
			t.Error(err)
		}
	})
	from := time.Date(2024, 11, 3, 5, 0, 0, 0, time.UTC)
	got, err := d.client().Archive(t.Context(), "np6-905-cd", from, from.Add(6*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]float64{"rt_spp/LZ_WEST 2024-11-03T05:00Z": 10, "rt_spp/LZ_WEST 2024-11-03T07:00Z": 20}, values(got)); diff != "" {
		t.Error(diff)
	}
	for _, o := range got.Observations {
		// 01:17 is ambiguous on the fall day: the later reading leaks nothing.
		want := map[float64]time.Time{10: time.Date(2024, 11, 3, 5, 17, 5, 0, time.UTC), 20: time.Date(2024, 11, 3, 7, 17, 5, 0, time.UTC)}[o.Value]
		if !o.Known.Equal(want) || !o.Published.Equal(want) || !o.Simulated {
			t.Errorf("%+v, want it known at %s", o, want)
		}
	}
	if len(got.Raw) != 2 {
		t.Errorf("%d raw records, want listing and download", len(got.Raw))
	}
}

// The captured bodies are of a report that holds no market series: the client
// has to fetch and unpack them, and to say that it cannot read them.
func TestCapturedArchiveAnswersAreFetchedAndRefusedByName(t *testing.T) {
	read := func(name string) []byte {
		body, err := os.ReadFile("../../../../shared/data/fixtures/ercot_api/as_reports_dst_end_2024_11_03." + name)
		if err != nil {
			t.Skipf("shared data absent: %v", err)
		}
		return body
	}
	listing, file := read("0.json"), read("1.zip")
	d := newDesk(t)
	serve := func(body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			if _, err := w.Write(body); err != nil {
				t.Error(err)
			}
		}
	}
	d.api("GET /archive/np3-911-er", serve(listing))
	d.api("POST /archive/np3-911-er/download", serve(file))
	from := time.Date(2024, 11, 5, 6, 0, 0, 0, time.UTC)
	got, err := d.client().Archive(t.Context(), "np3-911-er", from, from.Add(24*time.Hour))
	if err == nil || !strings.Contains(err.Error(), "2d_") || len(got.Observations) != 0 {
		t.Errorf("%d observations, error %v", len(got.Observations), err)
	}
	if len(got.Raw) != 2 || !bytes.Equal(got.Raw[1].Body, file) {
		t.Error("the download was not kept as it came")
	}
}

func TestReadCSVIsOfferedHereToo(t *testing.T) {
	got, err := ercot.ReadCSV(strings.NewReader(sppHeader+"07/01/2024,12,4,LZ_WEST,LZ,31,N\n"), "x.csv")
	if err != nil || len(got) != 1 || got[0].Series.Kind != market.RTSPP {
		t.Error(got, err)
	}
}
