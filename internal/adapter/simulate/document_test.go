package simulate_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
)

// unzip gives the files of a zip archive by name.
func unzip(t *testing.T, body []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return out
}

func records(t *testing.T, body []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

type listing struct {
	Archives []struct {
		ID    int64  `json:"docId"`
		Name  string `json:"friendlyName"`
		Post  string `json:"postDatetime"`
		Links struct {
			Endpoint struct {
				Href string `json:"href"`
			} `json:"endpoint"`
		} `json:"_links"`
	} `json:"archives"`
}

func (c *tester) listing(query string) listing {
	c.t.Helper()
	c.clock.add(3 * time.Second)
	status, body := c.report("/archive/np6-905-cd?" + query)
	var out listing
	if err := json.Unmarshal(body, &out); err != nil || status != http.StatusOK {
		c.t.Fatalf("archive: status %d, %v: %s", status, err, body)
	}
	return out
}

func TestTheArchiveIsAZipOfZipsWithThePublishedPrices(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	list := c.listing("postDatetimeFrom=2026-05-12T10:00:00&postDatetimeTo=2026-05-12T11:00:00")
	if len(list.Archives) != 4 || list.Archives[0].Post < list.Archives[3].Post {
		t.Fatalf("an hour's files are %+v", list.Archives)
	}
	var ids []string
	for _, a := range list.Archives {
		ids = append(ids, strconv.FormatInt(a.ID, 10))
	}
	status, body := c.do(http.MethodPost, c.urls.ERCOT+"/archive/np6-905-cd/download", "application/json",
		`{"docIds":[`+strings.Join(ids, ",")+`]}`, c.keys())
	if status != http.StatusOK {
		t.Fatalf("download: status %d: %s", status, body)
	}
	outer := unzip(t, body)
	if len(outer) != 4 {
		t.Fatalf("%d files in the download", len(outer))
	}
	for name, inner := range outer {
		if id, _, _ := strings.Cut(name, "."); !strings.Contains(strings.Join(ids, " "), id) {
			t.Errorf("the file %s does not begin with an id that was asked for", name)
		}
		for _, file := range unzip(t, inner) {
			checkSettlementFile(t, c, records(t, file))
		}
	}

	one := c.listing("size=1").Archives[0]
	status, body = c.do(http.MethodGet, one.Links.Endpoint.Href, "", "", c.keys())
	if status != http.StatusOK || len(unzip(t, body)) != 1 {
		t.Errorf("one document: status %d", status)
	}
}

// checkSettlementFile holds a file of settlement prices against the API.
func checkSettlementFile(t *testing.T, c *tester, rows [][]string) {
	t.Helper()
	if got := strings.Join(rows[0], ","); got != "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag" {
		t.Fatalf("header %s", got)
	}
	for _, r := range rows[1:] {
		if r[3] != "LZ_WEST" {
			continue
		}
		_, want := c.rows(fmt.Sprintf("/np6-905-cd/spp_node_zone_hub?deliveryDateFrom=2026-05-12&deliveryHour=%s&deliveryInterval=%s&settlementPoint=LZ_WEST", r[1], r[2]))
		price, err := strconv.ParseFloat(r[5], 64)
		if err != nil || len(want) != 1 || want[0]["settlementPointPrice"] != price || r[0] != "05/12/2026" || r[6] != "N" {
			t.Errorf("the file says %v, the API %v", r, want)
		}
		return
	}
	t.Error("no LZ_WEST in the file")
}

func TestTheSecondPassOfTheRepeatedHourIsMarkedInTheFilesName(t *testing.T) {
	c := serve(t, time.Date(2024, 11, 4, 18, 0, 0, 0, time.UTC), simulate.Options{})
	c.login("id_token")
	marked := 0
	for _, a := range c.listing("postDatetimeFrom=2024-11-03T00:00:00&postDatetimeTo=2024-11-03T06:00:00").Archives {
		if strings.Contains(a.Name, "xhr") {
			marked++
		}
	}
	if marked != 4 {
		t.Errorf("%d files are marked, want 4", marked)
	}
}

func TestDownloadsOfTooMuchOrOfNothingAreRefused(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	c.login("id_token")
	many := `{"docIds":[` + strings.Repeat("1,", 1000) + `1]}`
	for body, want := range map[string]int{many: 400, `{"docIds":[]}`: 400, `no`: 400, `{"docIds":[12]}`: 404} {
		if status, _ := c.do(http.MethodPost, c.urls.ERCOT+"/archive/np6-905-cd/download", "application/json", body, c.keys()); status != want {
			t.Errorf("%.20s: status %d, want %d", body, status, want)
		}
	}
}

func TestReportListsLeadToTheFiles(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{})
	type list struct {
		Body struct {
			List []struct {
				Document struct {
					ID          string `json:"DocID"`
					Friendly    string `json:"FriendlyName"`
					Constructed string `json:"ConstructedName"`
					Published   string `json:"PublishDate"`
				} `json:"Document"`
			} `json:"DocumentList"`
		} `json:"ListDocsByRptTypeRes"`
	}
	for kind, header := range map[int]string{
		12301: "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag",
		12300: "SCEDTimestamp,RepeatedHourFlag,SettlementPoint,LMP",
		12331: "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag",
	} {
		got := get[list](c, fmt.Sprintf("%s/misapp/servlets/IceDocListJsonWS?reportTypeId=%d", c.urls.MIS, kind))
		if len(got.Body.List) < 2 {
			t.Fatalf("report %d has %d files", kind, len(got.Body.List))
		}
		doc := got.Body.List[0].Document
		published, err := time.Parse(time.RFC3339, doc.Published)
		if err != nil || published.After(c.clock.Now()) || !strings.HasSuffix(doc.Constructed, "_csv.zip") {
			t.Errorf("report %d: %+v, %v", kind, doc, err)
		}
		_, body := c.do(http.MethodGet, c.urls.MIS+"/misdownload/servlets/mirDownload?doclookupId="+doc.ID, "", "", nil)
		for name, file := range unzip(t, body) {
			if rows := records(t, file); strings.Join(rows[0], ",") != header || len(rows) < 15 {
				t.Errorf("report %d, file %s: header %v, %d rows", kind, name, rows[0], len(rows))
			}
		}
	}
	if status, _ := c.do(http.MethodGet, c.urls.MIS+"/misdownload/servlets/mirDownload?doclookupId=5", "", "", nil); status != http.StatusNotFound {
		t.Errorf("a file that does not exist: status %d", status)
	}
}
