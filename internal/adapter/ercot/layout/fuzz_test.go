package layout_test

import (
	"archive/zip"
	"bytes"
	"math"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// sane fails on an observation that no parser may let through.
func sane(t *testing.T, observations []market.Observation) {
	t.Helper()
	for _, o := range observations {
		if math.IsNaN(o.Value) || math.IsInf(o.Value, 0) {
			t.Fatalf("%+v: not a finite number", o)
		}
		if o.Interval.Start.IsZero() || o.Interval.Start.Year() > 10_000 {
			t.Fatalf("%+v: no interval", o)
		}
	}
}

func FuzzReadPage(f *testing.F) {
	f.Add([]byte(sppPage))
	f.Add([]byte(`{"fields":[{"name":"SCEDTimestamp"},{"name":"repeatHourFlag"},{"name":"systemLambda"}],"data":[["2024-11-03T01:05:12",true,21]]}`))
	f.Add([]byte(`{"data":{}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, p := range products() {
			page, _ := p.ReadPage(body, 1)
			sane(t, page.Observations)
		}
	})
}

func FuzzDashboards(f *testing.F) {
	f.Add([]byte(`{"current_condition":{"eea_level":0,"prc_value":"5,012","datetime":1787218726}}`))
	f.Add([]byte(`{"lastUpdated":"2026-07-21 05:10:00-0500","data":[{"available":1,"demand":2,"forecast":0,"epoch":1784610000000}],"forecast":[{"deliveryDate":"2026-07-22","dstFlag":"N","hourEnding":1,"forecastedDemand":1,"epoch":1784700000000}]}`))
	f.Add([]byte(`{"data":{"a":{"2026-08-14 01:30:00-0500":{"Wind":{"gen":1}}}}}`))
	f.Add([]byte(`{"ListDocsByRptTypeRes":{"DocumentList":{"Document":{"DocID":"1","PublishDate":"2024-07-01T00:17:02-05:00"}}}}`))
	f.Add([]byte(`{"archives":[{"docId":1,"postDatetime":"2024-11-05T03:16:10.000"}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, read := range []func([]byte) ([]market.Observation, error){
			layout.ReadCondition, layout.ReadSupplyDemand, layout.ReadFuelMix,
		} {
			got, _ := read(body)
			sane(t, got)
		}
		reports, _ := layout.ReadReportList(body)
		archive, _, _ := layout.ReadListing(body)
		for _, d := range append(reports, archive...) {
			if d.ID <= 0 {
				t.Fatalf("document without an id: %+v", d)
			}
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n07/01/2024,17,3,LZ_WEST,LZ,41.25,N\n"))
	f.Add([]byte("SCEDTimestamp,RepeatedHourFlag,SettlementPoint,LMP\n01/15/2024 00:40:18,N,SHEEPCRK_1,       27.65\n"))
	f.Add([]byte("DeliveryDate,HourEnding,AncillaryType,MCPC\n11/03/2024,25,RRS,1\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		got, _ := layout.ReadCSV(bytes.NewReader(body), "fuzz.csv")
		sane(t, got)
		for _, o := range got {
			if err := o.Check(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("a.csv")
	if err != nil {
		f.Fatal(err)
	}
	if _, err := w.Write([]byte("DeliveryDate,HourEnding,AncillaryType,MCPC\n11/03/2024,25,RRS,1\n")); err != nil {
		f.Fatal(err)
	}
	if err := z.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(packed.Bytes())
	f.Add([]byte{0x1f, 0x8b, 8, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		got, _ := layout.Read(bytes.NewReader(body), "fuzz.zip")
		sane(t, got)
	})
}
