package layout_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot/layout"
)

// The captured downloads of NP3-911-ER hold 26 files each; the counts and sizes
// are those that unzip lists.
func TestCapturedArchiveUnpacksToItsFiles(t *testing.T) {
	for name, want := range map[string]int{"as_reports_dst_end_2024_11_03": 326_110, "as_reports_full_columns_21_days_ago": 267_696} {
		files, err := layout.Unpack(shared(t, "fixtures/ercot_api/"+name+".1.zip"), name)
		if err != nil {
			t.Fatal(err)
		}
		size := 0
		for _, f := range files {
			size += len(f.Body)
			if !strings.HasSuffix(f.Name, ".csv") || !strings.HasPrefix(f.Name, name+"/2d_") {
				t.Errorf("%s: file %q", name, f.Name)
			}
		}
		if len(files) != 26 || size != want {
			t.Errorf("%s: %d files of %d bytes, want 26 of %d", name, len(files), size, want)
		}
	}
}

// The captured day 2024-11-03 writes hour ending 1 to 25. Its dates and hours
// are put into a layout that has a market series, and must give the day's 25
// hours in order, from 05:00Z.
func TestCapturedFallDayHas25DistinctHours(t *testing.T) {
	files, err := layout.Unpack(shared(t, "fixtures/ercot_api/as_reports_dst_end_2024_11_03.1.zip"), "dst")
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(files, func(f layout.File) bool { return strings.Contains(f.Name, "Cleared_DAM_AS_RRSPFR") })
	if at < 0 {
		t.Fatal("the archive holds no RRSPFR file")
	}
	text := "DeliveryDate,HourEnding,AncillaryType,MCPC\n"
	for _, line := range strings.Split(strings.TrimSpace(string(files[at].Body)), "\n")[1:] {
		cells := strings.Split(strings.TrimSpace(line), ",")
		text += cells[0] + "," + cells[1] + ",RRS,1\n"
	}
	got := readCSV(t, text)
	if len(got) != 25 {
		t.Fatalf("%d hours, want 25", len(got))
	}
	start := utc(t, "2024-11-03T05:00:00Z")
	for i, o := range got {
		if want := start.Add(time.Duration(i) * time.Hour); !o.Interval.Start.Equal(want) {
			t.Errorf("hour %d starts at %s, want %s", i+1, o.Interval.Start, want)
		}
	}
}

func TestCapturedListingsAreRead(t *testing.T) {
	for name, want := range map[string]layout.Document{
		"as_reports_dst_end_2024_11_03":       {ID: 1049861718, Name: "2_Day_AS_Disclosure", Posted: utc(t, "2024-11-05T09:16:10Z")},
		"as_reports_full_columns_21_days_ago": {ID: 1045038225, Name: "2_Day_AS_Disclosure", Posted: utc(t, "2024-10-18T08:13:31Z")},
	} {
		got, meta, err := layout.ReadListing(shared(t, "fixtures/ercot_api/"+name+".0.json"))
		if err != nil || len(got) != 1 || meta.TotalPages != 1 {
			t.Fatalf("%s: %v %+v %v", name, got, meta, err)
		}
		if got[0].ID != want.ID || got[0].Name != want.Name || !got[0].Posted.Equal(want.Posted) {
			t.Errorf("%s: %+v, want %+v", name, got[0], want)
		}
	}
}

func TestHostileArchivesAreRefused(t *testing.T) {
	zeros := make([]byte, 20<<20)
	many := map[string][]byte{}
	for i := range 5_001 {
		many[fmt.Sprint(i)] = nil
	}
	deep := zipOf(t, map[string][]byte{"a.csv": []byte("x")})
	for range 3 {
		deep = zipOf(t, map[string][]byte{"inner.zip": deep})
	}
	whole := zipOf(t, map[string][]byte{"a.csv": bytes.Repeat([]byte("0123456789"), 100)})
	for name, body := range map[string][]byte{
		"packs 1000 to 1": zipOf(t, map[string][]byte{"bomb.csv": zeros}),
		"too many files":  zipOf(t, many),
		"too deep":        deep,
		"truncated":       whole[:len(whole)/2],
		"not a zip":       []byte("<html>blocked</html>"),
		"empty":           nil,
	} {
		if files, err := layout.Unpack(body, name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %d files, error %v; want an error that names it", name, len(files), err)
		}
	}
}

func TestDocumentIDIsReadFromTheInnerArchivesName(t *testing.T) {
	inner := zipOf(t, map[string][]byte{"cdr.00012301.csv": []byte("x")})
	files, err := layout.Unpack(zipOf(t, map[string][]byte{"1049861718.ext.00013057.zip": inner}), "np6-905-cd")
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if got := layout.DocumentOf(files[0].Name); got != 1049861718 {
		t.Errorf("document %d of %s, want 1049861718", got, files[0].Name)
	}
	if got := layout.DocumentOf("np6-905-cd/cdr.csv"); got != 0 {
		t.Errorf("document %d, want 0", got)
	}
}
