package history_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const wide = `interval_start_utc,delivery_date,hour_ending,HB_SOUTH,LZ_WEST,filled_from_lag
2024-01-01T06:00:00Z,2024-01-01,1,5.87,6.00,1
2024-01-01T07:00:00Z,2024-01-01,2,4.57,,0
2024-01-01T08:00:00Z,2024-01-01,3,4.17,-2.5,0
`

func TestAPriceIsKnownOnceItsIntervalHasEnded(t *testing.T) {
	s := must(history.RealTime(strings.NewReader(wide), "rt.csv", "LZ_WEST"))(t)
	if len(s.Quotes) != 2 || s.Missing != 1 || s.Filled != 1 || s.Step != time.Hour {
		t.Fatalf("got %d quotes, %d missing, %d filled, step %s", len(s.Quotes), s.Missing, s.Filled, s.Step)
	}
	q := s.Quotes[1]
	if q.Value != -2.5 || !q.Known.Equal(q.Start.Add(time.Hour)) || q.Length != time.Hour {
		t.Errorf("last quote is %+v", q)
	}
}

func TestDayAheadPricesAreKnownAtHalfPastOneCentralOfTheDayBefore(t *testing.T) {
	file := "interval_start_utc,LZ_WEST\n2024-03-10T05:00:00Z,1\n2024-03-10T06:00:00Z,2\n2024-03-11T05:00:00Z,3\n"
	s := must(history.DayAhead(strings.NewReader(file), "dam.csv", "LZ_WEST"))(t)
	want := []string{"2024-03-08T19:30:00Z", "2024-03-09T19:30:00Z", "2024-03-10T18:30:00Z"}
	for i, q := range s.Quotes {
		if got := q.Known.Format(time.RFC3339); got != want[i] {
			t.Errorf("price of %s known at %s, want %s", q.Start.Format(time.RFC3339), got, want[i])
		}
	}
}

func TestFilledAndInterpolatedRowsAreTold(t *testing.T) {
	s := history.Series{Filled: 504, Dropped: 96}
	if notes := s.Notes("rt.csv"); len(notes) != 2 || !strings.Contains(notes[0], "504") || !strings.Contains(notes[1], "96") {
		t.Errorf("notes are %q", notes)
	}
	if notes := (history.Series{}).Notes("rt.csv"); notes != nil {
		t.Errorf("a clean series has notes %q", notes)
	}
}

func TestInterpolatedRowsAreLeftOut(t *testing.T) {
	file := "interval_start_utc,interval_start_local,HB_SOUTH_RTM,HB_SOUTH_DAM,interpolated\n" +
		"2024-06-01T05:00:00Z,2024-06-01 00:00,17.69,24.57,0\n" +
		"2024-06-01T05:15:00Z,2024-06-01 00:15,18.33,24.57,1\n"
	s := must(history.RealTime(strings.NewReader(file), "rt.csv", "HB_SOUTH"))(t)
	if len(s.Quotes) != 1 || s.Dropped != 1 || s.Step != unit.Settlement {
		t.Errorf("got %d quotes, %d dropped, step %s; want 1, 1, 15m", len(s.Quotes), s.Dropped, s.Step)
	}
}

func TestCompressedFilesAreReadAsPlainOnes(t *testing.T) {
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	z.Write([]byte(wide))
	z.Close()
	s := must(history.RealTime(&buf, "rt.csv.gz", "HB_SOUTH"))(t)
	if len(s.Quotes) != 3 {
		t.Errorf("got %d quotes, want 3", len(s.Quotes))
	}
}

func TestErrorsNameThePlace(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"not a number":  {"interval_start_utc,P\n2024-01-01T06:00:00Z,abc\n", `f.csv:2:22: P: "abc" is not a finite number`},
		"not finite":    {"interval_start_utc,P\n2024-01-01T06:00:00Z,NaN\n", `f.csv:2:22: P: "NaN" is not a finite number`},
		"wrong unit":    {"interval_start_utc,P\n2024-01-01T06:00:00Z,1e7\n", "wrong unit?"},
		"not a time":    {"interval_start_utc,P\n01/01/2024,1\n", "f.csv:2:1: interval_start_utc"},
		"out of order":  {"interval_start_utc,P\n2024-01-01T07:00:00Z,1\n2024-01-01T06:00:00Z,1\n", "f.csv:3:1"},
		"twice":         {"interval_start_utc,P\n2024-01-01T06:00:00Z,1\n2024-01-01T06:00:00Z,1\n", "f.csv:3:1"},
		"no column":     {"interval_start_utc,Q\n2024-01-01T06:00:00Z,1\n", `no column "P"; the file has interval_start_utc, Q`},
		"short row":     {"interval_start_utc,P\n2024-01-01T06:00:00Z\n", "wrong number of fields"},
		"odd step":      {"interval_start_utc,P\n2024-01-01T06:00:00Z,1\n2024-01-01T06:20:00Z,1\n", "rows are 20m0s apart"},
		"off the grid":  {"interval_start_utc,P\n2024-01-01T06:07:00Z,1\n2024-01-01T06:22:00Z,1\n", "boundary"},
		"empty":         {"", "the file is empty"},
		"nothing there": {"interval_start_utc,P\n2024-01-01T06:00:00Z,\n", "holds no value"},
	} {
		_, err := history.RealTime(strings.NewReader(c.file), "f.csv", "P")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want it to say %s", name, err, c.want)
		}
	}
}

func TestERCOTsOwnLayoutsAreRecognised(t *testing.T) {
	for _, header := range []string{
		"Delivery Date,Delivery Hour,Delivery Interval,Repeated Hour Flag,Settlement Point Name,Settlement Point Type,Settlement Point Price\n",
		"DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n",
	} {
		_, err := history.RealTime(strings.NewReader(header), "f.csv", "LZ_WEST")
		if !errors.Is(err, history.ErrERCOTLayout) {
			t.Errorf("%s: error is %v", header, err)
		}
	}
}

func TestHashpriceHoldsForItsOperatingDay(t *testing.T) {
	file := "date,hashprice_usd_ph_day\n2024-03-10,90.5\n2024-03-11,\n2024-03-12,91\n"
	s := must(history.Hashprice(strings.NewReader(file), "hp.csv"))(t)
	if len(s.Quotes) != 2 || s.Missing != 1 {
		t.Fatalf("got %d quotes, %d missing", len(s.Quotes), s.Missing)
	}
	if q := s.Quotes[0]; q.Start.Format(time.RFC3339) != "2024-03-10T06:00:00Z" || q.Length != 23*time.Hour {
		t.Errorf("the day clocks go forward is %s for %s", q.Start, q.Length)
	}
}

func TestRentalPricesAreKeyedByModelAndSocket(t *testing.T) {
	file := "timestamp_utc,gpu,socket,median\n2025-10-19T21:01:58Z,H100_80GB,SXM5,2.49\n2025-10-19T21:01:58Z,B200_180GB,,5.69\n"
	all := must(history.GPU(strings.NewReader(file), "gpu.csv"))(t)
	if len(all) != 2 || all[0].Key != "H100 SXM5" || all[1].Key != "B200" || all[1].Value != 5.69 {
		t.Errorf("got %+v", all)
	}
}

func TestObservationsOfOnePointBecomeItsSeries(t *testing.T) {
	series := market.Series{Kind: market.RTSPP, Key: "LZ_WEST"}
	at := time.Date(2024, 1, 1, 6, 0, 0, 0, time.UTC)
	o := func(key string, start time.Time, value float64) market.Observation {
		return market.Observation{
			Series: market.Series{Kind: market.RTSPP, Key: key}, Value: value,
			Interval: unit.IntervalAt(start, unit.Settlement), Known: start.Add(17 * time.Minute),
		}
	}
	s := must(history.FromObservations([]market.Observation{
		o("LZ_WEST", at.Add(15*time.Minute), 2), o("LZ_WEST", at, 1), o("HB_WEST", at, 9), o("LZ_WEST", at, 3),
	}, series))(t)
	if len(s.Quotes) != 2 || s.Quotes[0].Value != 3 || !s.Quotes[0].Known.Equal(at.Add(15*time.Minute)) {
		t.Errorf("got %+v", s.Quotes)
	}
}

func TestTheSharedFilesAreRead(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "data", "market")
	rt := openShared(t, filepath.Join(dir, "ercot_rtm_spp_hourly_2023-12_2025-06.csv.gz"))
	s := must(history.RealTime(rt, "rt", "LZ_WEST"))(t)
	if s.Filled != 504 || len(s.Quotes)+s.Missing != 13_294 {
		t.Errorf("got %d quotes, %d missing, %d filled; the file's notes say 13,294 rows, 504 filled", len(s.Quotes), s.Missing, s.Filled)
	}
	as := must(history.Reserve(openShared(t, filepath.Join(dir, "ercot_dam_as_mcpc_hourly_2024-01_2025-06.csv.gz")), "as"))(t)
	if len(as) == 0 {
		t.Error("no reserve prices")
	}
	gpu := must(history.GPU(openShared(t, filepath.Join(dir, "gpu_rental_prices_30min_2025-10-19_2025-11-02.csv.gz")), "gpu"))(t)
	if len(gpu) != 2421 {
		t.Errorf("got %d rental prices, want 2,421", len(gpu))
	}
	load := must(history.Load(openShared(t, filepath.Join(dir, "ercot_native_load_hourly_2023-01_2025-06.csv.gz")), "load"))(t)
	if len(load.Quotes) != 21_887 {
		t.Errorf("got %d hours of load, want 21,887", len(load.Quotes))
	}
}

func FuzzNoFileBreaksTheReaders(f *testing.F) {
	f.Add([]byte(wide))
	f.Add([]byte("date,hashprice_usd_ph_day\n2024-03-10,90.5\n"))
	f.Add([]byte("timestamp_utc,gpu,socket,median\n2025-10-19T21:01:58Z,H100_80GB,SXM5,2.49\n"))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Add([]byte("interval_start_utc,REGUP,ERCOT\n2024-01-01T06:00:00Z,1,2\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, point := range []string{"LZ_WEST", "interval_start_utc"} {
			s, err := history.RealTime(bytes.NewReader(body), "f", point)
			if err != nil {
				continue
			}
			for i, q := range s.Quotes {
				if i > 0 && !q.Start.After(s.Quotes[i-1].Start) {
					t.Errorf("quotes out of order at %s", q.Start)
				}
				if !q.OK() {
					t.Errorf("quote of %s has no known time", q.Start)
				}
			}
		}
		history.DayAhead(bytes.NewReader(body), "f", "LZ_WEST")
		history.Reserve(bytes.NewReader(body), "f")
		history.Load(bytes.NewReader(body), "f")
		history.Hashprice(bytes.NewReader(body), "f")
		history.GPU(bytes.NewReader(body), "f")
	})
}

func openShared(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("the shared data set is not here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
