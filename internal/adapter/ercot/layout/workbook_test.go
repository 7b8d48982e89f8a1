package layout_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
)

func workbook(t *testing.T, sheets map[string][][]any) []byte {
	t.Helper()
	book := excelize.NewFile()
	for name, rows := range sheets {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestYearlyWorkbookIsReadSheetBySheet(t *testing.T) {
	header := []any{
		"Delivery Date", "Delivery Hour", "Delivery Interval", "Repeated Hour Flag",
		"Settlement Point Name", "Settlement Point Type", "Settlement Point Price",
	}
	body := workbook(t, map[string][][]any{
		"Jan": {
			header,
			{"01/01/2024", 1, 1, "N", "LZ_WEST", "LZ", 12.5},
			{"01/01/2024", 1, 1, "N", "LZ_WEST", "LZEW", 12.6},
			{45292, 24, 4, "N", "HB_NORTH", "HU", -1}, // 2024-01-01 as a number of days since 1899-12-30
			{"ERCOT Confidential"},
		},
		"Nov": {header, {"11/03/2024", 2, 1, "Y", "LZ_WEST", "LZ", 30}},
		"Dec": {header},
		"Mar": {},
	})
	for name, file := range map[string][]byte{"RTMLZHBSPP_2024.xlsx": body, "RTMLZHBSPP_2024.zip": zipOf(t, map[string][]byte{"RTMLZHBSPP_2024.xlsx": body})} {
		got, err := layout.Read(bytes.NewReader(file), name)
		if err != nil {
			t.Fatal(err)
		}
		values := map[string]float64{}
		for _, o := range got {
			values[o.Series.String()+" "+o.Interval.Key()] = o.Value
		}
		want := map[string]float64{
			"rt_spp/LZ_WEST 2024-01-01T06:00Z": 12.5, "rt_spp/LZ_WEST_EW 2024-01-01T06:00Z": 12.6,
			"rt_spp/HB_NORTH 2024-01-02T05:45Z": -1, "rt_spp/LZ_WEST 2024-11-03T07:00Z": 30,
		}
		for key, value := range want {
			if values[key] != value {
				t.Errorf("%s: %s is %g, want %g", name, key, values[key], value)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d observations, want %d", name, len(got), len(want))
		}
	}
}

func TestDayAheadWorkbookIsRead(t *testing.T) {
	body := workbook(t, map[string][][]any{"Jan": {
		{"Delivery Date", "Hour Ending", "Repeated Hour Flag", "Settlement Point", "Settlement Point Price"},
		{"01/01/2024", "01:00", "N", "HB_BUSAVG", 10.25},
	}})
	got, err := layout.ReadWorkbook(bytes.NewReader(body), "DAMLZHBSPP_2024.xlsx")
	if err != nil || len(got) != 1 || got[0].Series.String() != "da_spp/HB_BUSAVG" || got[0].Value != 10.25 {
		t.Errorf("%v %v", got, err)
	}
}

func TestFooterInTheMiddleOfASheetIsAnErrorNotSilence(t *testing.T) {
	body := workbook(t, map[string][][]any{"Jan": {
		{"Delivery Date", "Hour Ending", "Repeated Hour Flag", "Settlement Point", "Settlement Point Price"},
		{"note"},
		{"01/01/2024", "01:00", "N", "HB_BUSAVG", 10.25},
	}})
	got, err := layout.ReadWorkbook(bytes.NewReader(body), "x.xlsx")
	if err == nil || len(got) != 1 {
		t.Errorf("%v %v, want the good row and an error", got, err)
	}
}

func TestWorkbookOfAnotherKindIsALayoutError(t *testing.T) {
	body := workbook(t, map[string][][]any{"a": {{"x", "y"}, {1, 2}}})
	if _, err := layout.ReadWorkbook(bytes.NewReader(body), "x.xlsx"); !errors.Is(err, layout.ErrLayout) {
		t.Errorf("error %v, want ErrLayout", err)
	}
}
