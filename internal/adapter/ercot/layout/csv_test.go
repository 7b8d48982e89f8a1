package layout_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// shared opens a file of the shared data, or skips the test where it is not
// there.
func shared(t *testing.T, path string) []byte {
	t.Helper()
	body, err := os.ReadFile("../../../../../shared/data/" + path)
	if err != nil {
		t.Skipf("shared data absent: %v", err)
	}
	return body
}

func utc(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func readCSV(t *testing.T, text string) []market.Observation {
	t.Helper()
	got, err := layout.ReadCSV(strings.NewReader(text), "test.csv")
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestEveryCSVLayoutIsRecognisedByItsHeader(t *testing.T) {
	for _, c := range []struct {
		name, text        string
		series            market.Series
		start             string
		length            time.Duration
		value             float64
		published, source string
	}{
		{
			"daily settlement point prices",
			"DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n" +
				"07/01/2024,17,3,LZ_WEST,LZ,41.25,N\n",
			market.Series{Kind: market.RTSPP, Key: "LZ_WEST"},
			"2024-07-01T21:30:00Z", unit.Settlement, 41.25,
			"2024-07-01T21:47:00Z", "ercot/np6-905-cd",
		},
		{
			"header with trailing blanks",
			"DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag    \n" +
				"07/01/2024,24,4,HB_WEST,HU,-3.5,false\n",
			market.Series{Kind: market.RTSPP, Key: "HB_WEST"},
			"2024-07-02T04:45:00Z", unit.Settlement, -3.5,
			"2024-07-02T05:02:00Z", "ercot/np6-905-cd",
		},
		{
			"the layout of 2010",
			"Delivery Date,Delivery Hour,Delivery Interval,Repeated Hour Flag,Settlement Point Name,Settlement Point Type,Settlement Point Price\n" +
				"12/01/2010,1,1,N,HB_BUSAVG,SH,25.08\n",
			market.Series{Kind: market.RTSPP, Key: "HB_BUSAVG"},
			"2010-12-01T06:00:00Z", unit.Settlement, 25.08,
			"2010-12-01T06:17:00Z", "ercot/np6-905-cd",
		},
		{
			"energy-weighted zone price apart",
			"DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n" +
				"07/01/2024,1,1,LZ_WEST,LZEW,20,N\n",
			market.Series{Kind: market.RTSPP, Key: "LZ_WEST_EW"},
			"2024-07-01T05:00:00Z", unit.Settlement, 20,
			"2024-07-01T05:17:00Z", "ercot/np6-905-cd",
		},
		{
			"dispatch run with padding and seconds",
			"SCEDTimestamp,RepeatedHourFlag,SettlementPoint,LMP\n01/15/2024 00:40:18,N,SHEEPCRK_1,       27.65\n",
			market.Series{Kind: market.RTLMP, Key: "SHEEPCRK_1"},
			"2024-01-15T06:40:00Z", unit.Control, 27.65,
			"2024-01-15T06:40:18Z", "ercot/np6-788-cd",
		},
		{
			"day-ahead prices",
			"DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n01/15/2024,24:00,LZ_NORTH,88.1,N\n",
			market.Series{Kind: market.DASPP, Key: "LZ_NORTH"},
			"2024-01-16T05:00:00Z", time.Hour, 88.1,
			"2024-01-14T19:30:00Z", "ercot/np4-190-cd",
		},
		{
			"day-ahead capacity prices",
			"DeliveryDate,HourEnding,AncillaryType,MCPC,DSTFlag\n01/15/2024,01:00,ECRS,8.28,N\n",
			market.Series{Kind: market.DAMCPC, Key: "ECRS"},
			"2024-01-15T06:00:00Z", time.Hour, 8.28,
			"2024-01-14T19:30:00Z", "ercot/np4-188-cd",
		},
		{
			"capacity prices of a run, renamed column",
			"SCEDTimestamp,RepeatedHourFlag,ASType,CappedMCPC,UncappedMCPC\n07/03/2026 22:45:20,N,NSPIN,5,6\n",
			market.Series{Kind: market.RTMCPC, Key: "NSPIN"},
			"2026-07-04T03:45:00Z", unit.Control, 5,
			"2026-07-04T03:45:20Z", "ercot/np6-332-cd",
		},
		{
			"capacity prices by 15 minutes",
			"DeliveryDate,DeliveryHour,DeliveryInterval,RepeatedHourFlag,ASType,MCPC\n07/03/2026,2,2,N,RRS,0.63\n",
			market.Series{Kind: market.RTMCPC15, Key: "RRS"},
			"2026-07-03T06:15:00Z", unit.Settlement, 0.63,
			"2026-07-03T06:32:00Z", "ercot/np6-331-cd",
		},
		{
			"system lambda",
			"SCEDTimeStamp,RepeatedHourFlag,CappedSystemLambda,UncappedSystemLambda\n07/03/2026 22:45:20,N,59.5,59.5\n",
			market.Series{Kind: market.SystemLambda},
			"2026-07-04T03:45:00Z", unit.Control, 59.5,
			"2026-07-04T03:45:20Z", "ercot/np6-322-cd",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			published := utc(t, c.published)
			want := []market.Observation{{
				Series: c.series, Interval: unit.Interval{Start: utc(t, c.start), Length: c.length},
				Value: c.value, Source: c.source, Published: published, Fetched: published, Known: published,
			}}
			if diff := cmp.Diff(want, readCSV(t, c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWideCapacityPricesGiveOneObservationForEachService(t *testing.T) {
	got := readCSV(t, "Delivery Date,Hour Ending,Repeated Hour Flag,REGDN ,REGUP,RRS,NSPIN,ECRS\n01/01/2024,01:00,N,1,2,3,4,\n")
	prices := map[string]float64{}
	for _, o := range got {
		prices[o.Series.Key] = o.Value
	}
	if diff := cmp.Diff(map[string]float64{"REGDN": 1, "REGUP": 2, "RRS": 3, "NSPIN": 4}, prices); diff != "" {
		t.Error(diff)
	}
}

func TestClockChangeDaysKeepTheirHoursApart(t *testing.T) {
	header := "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n"
	for _, c := range []struct{ name, row, start string }{
		{"spring, before", "03/10/2024,02:00,LZ_WEST,1,N", "2024-03-10T07:00:00Z"},
		{"spring, after the missing hour", "03/10/2024,04:00,LZ_WEST,1,N", "2024-03-10T08:00:00Z"},
		{"spring, last", "03/10/2024,24:00,LZ_WEST,1,N", "2024-03-11T04:00:00Z"},
		{"fall, first pass", "11/03/2024,02:00,LZ_WEST,1,N", "2024-11-03T06:00:00Z"},
		{"fall, second pass, Y", "11/03/2024,02:00,LZ_WEST,1,Y", "2024-11-03T07:00:00Z"},
		{"fall, second pass, true", "11/03/2024,2,LZ_WEST,1,true", "2024-11-03T07:00:00Z"},
		{"fall, after", "11/03/2024,03:00,LZ_WEST,1,N", "2024-11-03T08:00:00Z"},
		{"fall, last", "11/03/2024,24:00,LZ_WEST,1,N", "2024-11-04T05:00:00Z"},
	} {
		if got := readCSV(t, header+c.row)[0].Interval.Start; !got.Equal(utc(t, c.start)) {
			t.Errorf("%s: starts at %s, want %s", c.name, got, c.start)
		}
	}
	for _, row := range []string{"03/10/2024,03:00,LZ_WEST,1,N", "07/01/2024,02:00,LZ_WEST,1,Y", "07/01/2024,25,LZ_WEST,1,N"} {
		if got, err := layout.ReadCSV(strings.NewReader(header+row), "dst.csv"); err == nil {
			t.Errorf("%s: read as %v, want an error", row, got)
		}
	}
}

func TestSecondPassNamedInTheFileCountsWhereRowsHaveNoFlag(t *testing.T) {
	text := "DeliveryDate,HourEnding,AncillaryType,MCPC\n11/03/2024,02:00,RRS,1\n"
	for name, start := range map[string]string{
		"cdr.20241103.0100.csv": "2024-11-03T06:00:00Z", "cdr.20241103.0100xhr.csv": "2024-11-03T07:00:00Z",
	} {
		got, err := layout.ReadCSV(strings.NewReader(text), name)
		if err != nil || !got[0].Interval.Start.Equal(utc(t, start)) {
			t.Errorf("%s: %v %v, want start %s", name, got, err, start)
		}
	}
}

func TestDayThatNumbersHoursTo25CountsThemInOrder(t *testing.T) {
	var text strings.Builder
	text.WriteString("DeliveryDate,HourEnding,AncillaryType,MCPC\n")
	for he := 1; he <= 25; he++ {
		text.WriteString("11/03/2024," + string(rune('0'+he/10)) + string(rune('0'+he%10)) + ",RRS,1\n")
	}
	got := readCSV(t, text.String())
	start := utc(t, "2024-11-03T05:00:00Z")
	for i, o := range got {
		if want := start.Add(time.Duration(i) * time.Hour); !o.Interval.Start.Equal(want) {
			t.Errorf("hour %d starts at %s, want %s", i+1, o.Interval.Start, want)
		}
	}
}

func TestBadRowsAreReportedBesideTheGoodOnes(t *testing.T) {
	header := "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n"
	good := "01/15/2024,01:00,LZ_WEST,20,N\n"
	for name, bad := range map[string]string{
		"price not a number": "01/15/2024,02:00,LZ_WEST,abc,N", "price NaN": "01/15/2024,02:00,LZ_WEST,NaN,N",
		"price infinite": "01/15/2024,02:00,LZ_WEST,Inf,N", "price in a wrong unit": "01/15/2024,02:00,LZ_WEST,50000,N",
		"no such day": "13/45/2024,02:00,LZ_WEST,1,N", "no such hour": "01/15/2024,26:00,LZ_WEST,1,N",
		"flag unknown": "01/15/2024,02:00,LZ_WEST,1,maybe", "no point": "01/15/2024,02:00,,1,N", "short row": "01/15/2024,02:00",
	} {
		got, err := layout.ReadCSV(strings.NewReader(header+good+bad+"\n"+good), "file.csv")
		if err == nil || !strings.Contains(err.Error(), "file.csv") {
			t.Errorf("%s: error %v, want one that names the file", name, err)
		}
		if len(got) != 2 {
			t.Errorf("%s: %d good rows, want 2", name, len(got))
		}
	}
}

func TestUnknownHeaderIsALayoutError(t *testing.T) {
	for _, text := range []string{"", "a,b,c\n1,2,3\n", "interval_start_utc,LZ_WEST\n2024-01-01T00:00:00Z,1\n"} {
		if _, err := layout.ReadCSV(strings.NewReader(text), "x.csv"); !errors.Is(err, layout.ErrLayout) {
			t.Errorf("%q: error %v, want ErrLayout", text, err)
		}
	}
}

// The raw file of December 2010, the first month of the nodal market: 14 points
// times 2,976 intervals. The sum of HB_BUSAVG is computed from the file's text
// by other means (awk), to 1e-6.
func TestFirstNodalMonthIsReadWhole(t *testing.T) {
	got, err := layout.Read(bytes.NewReader(shared(t, "market/ercot_rtm_spp_15min_raw_2010-12.csv.gz")), "2010-12.csv.gz")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 41_664 {
		t.Fatalf("%d observations, want 41664", len(got))
	}
	points := map[string]int{}
	sum := 0.0
	for _, o := range got {
		points[o.Series.Key]++
		if o.Series.Key == "HB_BUSAVG" {
			sum += o.Value
		}
	}
	if len(points) != 14 || points["LZ_WEST"] != 2976 {
		t.Errorf("points %v, want 14 of 2976 each", points)
	}
	if math.Abs(sum-85667.23) > 1e-6 {
		t.Errorf("HB_BUSAVG sums to %f, want %f", sum, 85667.23)
	}
	first, last := got[0], got[len(got)-1]
	if !first.Interval.Start.Equal(utc(t, "2010-12-01T06:00:00Z")) || first.Value != 25.08 {
		t.Errorf("first %+v", first)
	}
	if !last.Interval.End().Equal(utc(t, "2011-01-01T06:00:00Z")) {
		t.Errorf("last ends at %s", last.Interval.End())
	}
}

func zipOf(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, body := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadOpensWhateverTheFileIsPackedIn(t *testing.T) {
	text := []byte("DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n01/15/2024,01:00,LZ_WEST,20,N\n")
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	zipped := zipOf(t, map[string][]byte{"a.csv": text})
	for name, body := range map[string][]byte{
		"plain": text, "with byte order mark": append([]byte("\xef\xbb\xbf"), text...),
		"gzip": gz.Bytes(), "zip": zipped, "zip of zip": zipOf(t, map[string][]byte{"1.zip": zipped}),
	} {
		got, err := layout.Read(bytes.NewReader(body), name)
		if err != nil || len(got) != 1 || got[0].Value != 20 {
			t.Errorf("%s: %v %v, want one price of 20", name, got, err)
		}
	}
}
