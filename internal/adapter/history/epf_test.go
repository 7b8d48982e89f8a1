package history_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/history"
)

// epf is two days of a benchmark file with the given delimiter, line ending and
// number of series.
func epf(comma, ending string, series int) string {
	var b strings.Builder
	for i := range 48 {
		fmt.Fprintf(&b, "201101%02d%s%d%s%.2f", 2+i/24, comma, i%24+1, comma, 20+float64(i))
		for k := range series {
			fmt.Fprintf(&b, "%s%d", comma, 1000*(k+1)+i)
		}
		b.WriteString(ending)
	}
	return b.String()
}

// oneDay is so many rows of one date, each of its own.
func oneDay(rows int) string {
	var b strings.Builder
	for i := range rows {
		fmt.Fprintf(&b, "20110102;%d;%d;1\n", i, i)
	}
	return b.String()
}

func TestABenchmarkFileIsReadInAnyDress(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons":          epf(";", "\n", 2),
		"commas":              epf(",", "\n", 2),
		"byte-order mark":     "\ufeff" + epf(";", "\n", 2),
		"carriage returns":    epf(";", "\r\n", 2),
		"doubled returns":     epf(";", "\r\r\n", 2),
		"old Mac":             epf(";", "\r", 2),
		"header":              "date;hour;price;load;wind\n" + epf(";", "\n", 2),
		"no last line ending": strings.TrimSpace(epf(";", "\n", 2)),
	} {
		p, err := history.ReadEPF(strings.NewReader(text), "market.csv")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.Days() != 2 || len(p.Known) != 2 || p.Target[1][23] != 67 || p.Known[1][0][5] != 2005 || p.Filled != 0 {
			t.Errorf("%s: %d days, %d series, last price %v", name, p.Days(), len(p.Known), p.Target[1][23])
		}
	}
	for _, series := range []int{0, 1, 5} {
		if p, err := history.ReadEPF(strings.NewReader(epf(";", "\n", series)), "market.csv"); err != nil || len(p.Known) != series {
			t.Errorf("%d series: %v", series, err)
		}
	}
}

func TestRowsThatAreRepeatedCountOnce(t *testing.T) {
	lines := strings.SplitAfter(epf(";", "\n", 1), "\n")
	first, second := strings.Join(lines[:24], ""), strings.Join(lines[24:], "")
	for name, text := range map[string]string{
		"one row":  strings.Join(lines[:12], "") + lines[11] + strings.Join(lines[12:], ""),
		"a day":    first + first + second,
		"each row": strings.Join(slices.Concat(lines[:24], lines[:24]), "") + second,
	} {
		p, err := history.ReadEPF(strings.NewReader(text), "market.csv")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.Days() != 2 || p.Target[0][0] != 20 || p.Target[0][12] != 32 || p.Target[0][23] != 43 || p.Target[1][23] != 67 {
			t.Errorf("%s: %v", name, p.Target)
		}
	}
	autumn := strings.Join(slices.Concat(lines[:2], lines[1:2], lines[2:]), "")
	if p, err := history.ReadEPF(strings.NewReader(autumn), "market.csv"); err != nil || p.Target[0][1] != 21 || p.Target[0][23] != 43 {
		t.Errorf("the doubled hour of autumn: %v, %v", p, err)
	}
}

func TestAWrongBenchmarkFileNamesItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                                       "empty",
		"20110102;1;20;1\n20110102;2;dear;1\n":   "market.csv:2",
		"20110102;1;20;1\n20110102;2;20\n":       "market.csv:2",
		"20110102;1;20;1\nyesterday;2;20;1\n":    "market.csv:2",
		"20110103;1;20;1\n20110102;1;20;1\n":     "time order",
		oneDay(26):                               "duplicates",
		"20110102;1;20;1\n20110102;2;Inf;1\n":    "market.csv:2",
		"20110102\n":                             "market.csv:1",
		"20110102;1;" + strings.Repeat("9", 1e5): "market.csv",
	} {
		if _, err := history.ReadEPF(strings.NewReader(text), "market.csv"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, expected %q", text, err, want)
		}
	}
}

func TestPublishedForecastsAreRead(t *testing.T) {
	var b strings.Builder
	b.WriteString(",Real price,DNN,LEAR\n")
	for i := range 48 {
		fmt.Fprintf(&b, "2016-12-%02d %02d:00:00,%d,%d,%d\n", 27+i/24, i%24, i, i+1, i+2)
	}
	p, err := history.ReadPublished(strings.NewReader(b.String()), "published.csv")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Truth) != 2 || len(p.Names) != 2 || p.By[1][1][3] != 29 {
		t.Errorf("%+v", p.Names)
	}
	gap := strings.Replace(b.String(), "2016-12-27 05:00:00", "2016-12-27 06:00:00", 1)
	if _, err := history.ReadPublished(strings.NewReader(gap), "published.csv"); err == nil || !strings.Contains(err.Error(), "published.csv:7") {
		t.Errorf("a gap: %v", err)
	}
}

func FuzzReadEPF(f *testing.F) {
	for _, seed := range []string{epf(";", "\r\r\n", 2), epf(",", "\n", 0), "\ufeff20110102;1;20", "20110102;1;;", "date,hour,price\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := history.ReadEPF(strings.NewReader(text), "market.csv")
		if err == nil && (p.Days() == 0 || len(p.Known) != len(p.Names)) {
			t.Errorf("%d days, %d series of %d names", p.Days(), len(p.Known), len(p.Names))
		}
	})
}

func FuzzReadPublished(f *testing.F) {
	f.Add(",Real price,DNN\n2016-12-27 00:00:00,1,2\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := history.ReadPublished(strings.NewReader(text), "published.csv")
		if err == nil && len(p.Truth) == 0 {
			t.Error("nothing was read without an error")
		}
	})
}
