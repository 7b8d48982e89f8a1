package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// otherMarket is 105 days of a market that is none of the published ones, with
// hours of 9,000 and of -250, in the dress that a file of it may come in.
func otherMarket(comma, ending string, firstHour int) string {
	var b strings.Builder
	start := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 105 * 24 {
		at := start.Add(time.Duration(i) * time.Hour)
		load := 20_000 + 5_000*math.Sin(float64(i%24)/24*2*math.Pi) + 800*math.Sin(float64(i)/97)
		wind := 4_000 + 2_500*math.Sin(float64(i)/61)
		price := (load-wind)/400 + 3*math.Sin(float64(i)*1.7)
		switch i {
		case 70 * 24, 99*24 + 7:
			price = 9000
		case 80*24 + 3:
			price = -250
		}
		cells := []string{at.Format("20060102"), fmt.Sprint(i%24 + firstHour), fmt.Sprintf("%.3f", price), fmt.Sprintf("%.1f", load), fmt.Sprintf("%.1f", wind)}
		b.WriteString(strings.Join(cells, comma) + ending)
	}
	return b.String()
}

// evaluated runs forecast evaluate on a file.
func evaluated(t *testing.T, content string, more ...string) evaluationJSON {
	t.Helper()
	file := filepath.Join(t.TempDir(), "market.csv")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	args := append([]string{"evaluate", "--format", "epf", "--data", file, "--from", "2019-04-10", "--to", "2019-04-11", "--warm", "0", "--json"}, more...)
	cmd := newForecast(Process{Stdout: &out, Stderr: &errs})
	cmd.SetArgs(args)
	if err := cmd.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err, errs.String())
	}
	var e evaluationJSON
	if err := json.Unmarshal(out.Bytes(), &e); err != nil {
		t.Fatal(err)
	}
	e.ElapsedS = 0
	return e
}

func TestAnotherMarketsFileIsEvaluatedInAnyDressAlike(t *testing.T) {
	plain := evaluated(t, otherMarket(";", "\n", 0))
	if len(plain.Models) != 5 || plain.Models[4].Model != "combination" || plain.Models[4].N != 48 || plain.Window.From != "2019-04-10" || plain.Window.Days != 2 {
		t.Fatalf("%+v", plain)
	}
	for _, m := range plain.Models {
		if !(m.MAE > 0 && m.MAE < 1000) || m.RMAE == nil || !(m.RMSE >= m.MAE) || !(m.SMAPE > 0 && m.SMAPE < 2) {
			t.Errorf("%+v", m)
		}
	}
	want, err := json.Marshal(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"commas and hours from 1":    otherMarket(",", "\n", 1),
		"mark and doubled returns":   "\ufeff" + otherMarket(";", "\r\r\n", 0),
		"header, carriage returns":   "Date,Hour,Price,Exogenous 1,Exogenous 2\r\n" + otherMarket(",", "\r\n", 0),
		"a day that has only begun":  otherMarket(";", "\n", 0) + "20190416;0;30;20000;4000\n",
		"the last three rows twice":  doubled(otherMarket(";", "\n", 0)),
		"dates with dashes, no time": dashed(otherMarket(";", "\n", 0)),
	} {
		got := evaluated(t, content)
		got.Window.Filled = plain.Window.Filled
		again, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again, want) {
			t.Errorf("%s:\n%s\nwant\n%s", name, again, want)
		}
	}
}

func doubled(content string) string {
	lines := strings.SplitAfter(strings.TrimSuffix(content, "\n"), "\n")
	lines[len(lines)-1] += "\n"
	return content + strings.Join(lines[len(lines)-3:], "")
}

func dashed(content string) string {
	lines := strings.SplitAfter(content, "\n")
	for i, l := range lines {
		if len(l) > 8 {
			lines[i] = l[:4] + "-" + l[4:6] + "-" + l[6:]
		}
	}
	return strings.Join(lines, "")
}
