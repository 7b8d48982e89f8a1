package layout_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// byKey maps "series start" to value.
func byKey(observations []market.Observation) map[string]float64 {
	out := map[string]float64{}
	for _, o := range observations {
		out[o.Series.String()+" "+o.Interval.Key()+" "+o.Interval.Length.String()] = o.Value
	}
	return out
}

func TestGridConditionGivesReservesAndEmergencyLevel(t *testing.T) {
	for _, body := range []string{
		`{"current_condition":{"state":"normal","eea_level":0,"prc_value":"5,012","datetime":1787218726}}`,
		`{"current_condition":{"state":"normal","eea_level":"0","prc_value":5012,"datetime":"1787218726"}}`,
	} {
		got, err := layout.ReadCondition([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]float64{"prc 2026-08-20T09:38Z 0s": 5012, "eea 2026-08-20T09:38Z 0s": 0}
		if diff := cmp.Diff(want, byKey(got)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestUnreadableConditionIsAnErrorNeverCalm(t *testing.T) {
	for _, body := range []string{
		``, `{}`, `[]`, `{"current_condition":null}`, `{"current_condition":{}}`,
		`{"current_condition":{"eea_level":null,"prc_value":null,"datetime":1787218726}}`,
		`{"current_condition":{"eea_level":0,"prc_value":"5,012","datetime":"soon"}}`,
		`{"current_condition":{"eea_level":0,"prc_value":"5,012","datetime":1787218726000}}`,
		`{"current_condition":{"eea_level":1.5,"prc_value":"NaN","datetime":1787218726}}`,
	} {
		if got, err := layout.ReadCondition([]byte(body)); err == nil || len(got) != 0 {
			t.Errorf("%s: %v %v, want an error only", body, got, err)
		}
	}
}

func TestSupplyAndDemandGivesLoadCapacityAndForecast(t *testing.T) {
	got, err := layout.ReadSupplyDemand([]byte(`{"lastUpdated":"2026-07-21 05:10:00-0500",
		"data":[{"capacity":88512,"available":87200,"demand":66933,"forecast":0,"dstFlag":0,"interval":0,"hourEnding":0,"timestamp":"2026-07-21 00:00:00-0500","epoch":1784610000000},
			{"capacity":95188,"demand":67296,"forecast":1,"hourEnding":24,"timestamp":"2026-07-22 00:00:00-0500","epoch":1784696400000},
			{"capacity":95188,"demand":67000,"forecast":1,"hourEnding":24,"timestamp":"2026-07-21 23:30:00-0500","epoch":1784694600000}],
		"forecast":[{"deliveryDate":"2026-07-22","dstFlag":"N","hourEnding":1,"availCapGen":96748,"forecastedDemand":68217,"timestamp":"2026-07-22 01:00:00-0500","epoch":1784700000000}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{
		"load 2026-07-21T05:00Z 0s": 66933, "capacity 2026-07-21T05:00Z 0s": 87200,
		"load_forecast/systemTotal 2026-07-22T04:00Z 1h0m0s": 67296,
		"load_forecast/systemTotal 2026-07-22T05:00Z 1h0m0s": 68217,
	}
	if diff := cmp.Diff(want, byKey(got)); diff != "" {
		t.Error(diff)
	}
}

func TestForecastRowThatContradictsItselfIsRefused(t *testing.T) {
	got, err := layout.ReadSupplyDemand([]byte(`{"lastUpdated":"2026-07-21 05:10:00-0500","data":[],
		"forecast":[{"deliveryDate":"2026-07-22","dstFlag":"N","hourEnding":5,"forecastedDemand":68217,"epoch":1784700000000}]}`))
	if err == nil || len(got) != 0 {
		t.Errorf("%v %v, want an error", got, err)
	}
}

func TestFuelMixGivesEachFuelAndTheRenewableShare(t *testing.T) {
	got, err := layout.ReadFuelMix([]byte(`{"lastUpdated":"2026-08-14 01:36:00-0500","monthlyCapacity":{"Wind":42760.2},
		"data":{"2026-08-14":{"2026-08-14 01:30:00-0500":{"Natural Gas":{"gen":5000},"Power Storage":{"gen":-300},"Solar":{"gen":-1},
			"Wind":{"gen":4000},"Hydro":{"gen":1000}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{
		"fuel_mix/Natural Gas 2026-08-14T06:30Z 0s": 5000, "fuel_mix/Power Storage 2026-08-14T06:30Z 0s": -300,
		"fuel_mix/Solar 2026-08-14T06:30Z 0s": -1, "fuel_mix/Wind 2026-08-14T06:30Z 0s": 4000, "fuel_mix/Hydro 2026-08-14T06:30Z 0s": 1000,
		"wind 2026-08-14T06:30Z 0s": 4000, "solar 2026-08-14T06:30Z 0s": -1,
		// (4000 + 1000) / (5000 + 4000 + 1000): charging and night-time use are load.
		"renewable_share 2026-08-14T06:30Z 0s": 0.5,
	}
	if diff := cmp.Diff(want, byKey(got)); diff != "" {
		t.Error(diff)
	}
}

func TestMarkSplitOverTwoTimestampsIsPutTogether(t *testing.T) {
	got, err := layout.ReadFuelMix([]byte(`{"data":{"2026-08-14":{
		"2026-08-14 01:35:02-0500":{"Wind":{"gen":30}},
		"2026-08-14 01:34:58-0500":{"Natural Gas":{"gen":70}},
		"2026-08-14 01:40:00-0500":{"Wind":{"gen":31}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	var shares []float64
	for _, o := range got {
		if o.Series.Kind == market.RenewableShare {
			shares = append(shares, o.Value)
			if o.Interval.Key() != "2026-08-14T06:35Z" {
				t.Errorf("share at %s: the mark of 06:40 lacks a fuel and has none", o.Interval.Key())
			}
		}
	}
	if len(shares) != 1 || math.Abs(shares[0]-0.3) > 1e-12 {
		t.Errorf("shares %v, want 0.3", shares)
	}
}

func TestReportListIsReadWhateverItsForm(t *testing.T) {
	entry := `{"Document":{"DocID":"1001","FriendlyName":"SPPHLZNP6905_20240701_0015","ConstructedName":"cdr.00012301.0000000000000000.20240701.001702117.SPPHLZNP6905_20240701_0015_csv.zip","PublishDate":"2024-07-01T00:17:02-05:00"}}`
	older := `{"Document":{"DocID":1000,"ConstructedName":"a_csv.zip","PublishDate":"2024-07-01T00:02:02-05:00"}}`
	for text, want := range map[string][]int64{
		`[` + entry + `,` + older + `]`: {1000, 1001}, entry: {1001}, `""`: nil, `[]`: nil, `null`: nil,
	} {
		got, err := layout.ReadReportList([]byte(`{"ListDocsByRptTypeRes":{"DocumentList":` + text + `}}`))
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		var ids []int64
		for _, d := range got {
			ids = append(ids, d.ID)
		}
		if diff := cmp.Diff(want, ids); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	for _, body := range []string{
		``, `{}`, `<html>`, `{"ListDocsByRptTypeRes":{"DocumentList":[{"Document":{"DocID":"x"}}]}}`,
		`{"ListDocsByRptTypeRes":{"DocumentList":[{"Document":{"DocID":"1","PublishDate":"yesterday"}}]}}`,
	} {
		if got, err := layout.ReadReportList([]byte(body)); err == nil {
			t.Errorf("%s: %v, want an error", body, got)
		}
	}
}
