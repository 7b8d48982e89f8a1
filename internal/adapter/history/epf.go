package history

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast"
)

// maxLine bounds a line of a benchmark file, bytes.
const maxLine = 64 << 10

// ReadEPF reads a market of the open benchmark of electricity price forecasting:
// one row per hour in time order, date;hour;price;series...[;series], or with
// commas, without a header or with one, with or without a byte-order mark, with
// any line ending, compressed or not. Dates are 20110102 or 2011-01-02. Series
// are forecasts known the day before. Source: Lago et al. 2021.
func ReadEPF(r io.Reader, name string) (*forecast.Panel, error) {
	var rows []forecast.Row
	var names, texts []string
	comma := ""
	err := eachLine(r, name, func(line int, text string) error {
		if comma == "" {
			comma = delimiter(text)
		}
		fields := strings.Split(text, comma)
		if len(fields) < 3 {
			return fmt.Errorf("%s:%d: %d fields, expected date%shour%sprice and series", name, line, len(fields), comma, comma)
		}
		date, err := epfDate(fields[0])
		if err != nil {
			if len(rows) == 0 && line == 1 {
				names = trimmed(fields[3:])
				return nil
			}
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
		if names == nil {
			for k := range fields[3:] {
				names = append(names, fmt.Sprintf("series %d", k+1))
			}
		}
		if len(fields)-3 != len(names) {
			return fmt.Errorf("%s:%d: %d series, the rows before have %d", name, line, len(fields)-3, len(names))
		}
		row := forecast.Row{Date: date, Known: make([]float64, len(names))}
		for k, field := range fields[2:] {
			v, err := figure(field)
			if err != nil {
				return fmt.Errorf("%s:%d: field %d: %w", name, line, k+3, err)
			}
			if k == 0 {
				row.Target = v
			} else {
				row.Known[k-1] = v
			}
		}
		rows, texts = append(rows, row), append(texts, strings.TrimSpace(text))
		return nil
	})
	if err != nil {
		return nil, err
	}
	panel, err := forecast.NewPanel(once(rows, texts), names)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return panel, nil
}

// once leaves out rows that are in a date a second time to the letter, where the
// date has more rows than a day: a file that was put together twice. The doubled
// hour of autumn, whose rows follow each other, stays.
func once(rows []forecast.Row, texts []string) []forecast.Row {
	out := rows[:0:0]
	for i := 0; i < len(rows); {
		end := i
		seen := make(map[string]int, forecast.Hours)
		var kept []forecast.Row
		for ; end < len(rows) && rows[end].Date.Equal(rows[i].Date); end++ {
			before, twice := seen[texts[end]]
			if autumn := twice && end == before+1 && end-i <= 3; !twice || autumn {
				kept = append(kept, rows[end])
			}
			seen[texts[end]] = end
		}
		if end-i <= forecast.Hours {
			kept = rows[i:end]
		}
		out = append(out, kept...)
		i = end
	}
	return out
}

// Published are forecasts that others published for a market, with the truth
// that they were scored against.
type Published struct {
	First time.Time // first day, midnight UTC of its date
	Truth []forecast.Day
	Names []string
	By    [][]forecast.Day // by name, then day
}

// ReadPublished reads published forecasts: a header, then one row per hour in
// time order: date and time, true price, one column per forecast.
func ReadPublished(r io.Reader, name string) (*Published, error) {
	p := &Published{}
	comma := ""
	hours := 0
	err := eachLine(r, name, func(line int, text string) error {
		if comma == "" {
			comma = delimiter(text)
			fields := trimmed(strings.Split(text, comma))
			if len(fields) < 3 {
				return fmt.Errorf("%s:1: %d columns, expected a date, the true price and forecasts", name, len(fields))
			}
			p.Names = fields[2:]
			p.By = make([][]forecast.Day, len(p.Names))
			return nil
		}
		fields := strings.Split(text, comma)
		if len(fields) != len(p.Names)+2 {
			return fmt.Errorf("%s:%d: %d fields, the header has %d", name, line, len(fields), len(p.Names)+2)
		}
		at, err := time.Parse(time.DateTime, strings.TrimSpace(fields[0]))
		if err != nil {
			return fmt.Errorf("%s:%d: %q is no date and time such as 2016-12-27 00:00:00", name, line, excerptOf(fields[0]))
		}
		if hours == 0 {
			p.First = at
		}
		if want := p.First.Add(time.Duration(hours) * time.Hour); !at.Equal(want) {
			return fmt.Errorf("%s:%d: %s, expected %s: one row per hour", name, line, at.Format(time.DateTime), want.Format(time.DateTime))
		}
		day, hour := hours/forecast.Hours, hours%forecast.Hours
		if hour == 0 {
			p.Truth = append(p.Truth, forecast.Day{})
			for k := range p.By {
				p.By[k] = append(p.By[k], forecast.Day{})
			}
		}
		for k, field := range fields[1:] {
			v, err := figure(field)
			if err != nil || math.IsNaN(v) {
				return fmt.Errorf("%s:%d: column %d: %q is no number", name, line, k+2, excerptOf(field))
			}
			if k == 0 {
				p.Truth[day][hour] = v
			} else {
				p.By[k-1][day][hour] = v
			}
		}
		hours++
		return nil
	})
	if err != nil {
		return nil, err
	}
	if hours == 0 || hours%forecast.Hours != 0 || p.First.Hour() != 0 {
		return nil, fmt.Errorf("%s: %d hours from %s: whole days expected", name, hours, p.First.Format(time.DateTime))
	}
	return p, nil
}

// eachLine calls use with every line that is not blank, whatever ends it.
func eachLine(r io.Reader, name string, use func(line int, text string) error) error {
	content, err := plain(r, name)
	if err != nil {
		return err
	}
	scan := bufio.NewScanner(content)
	scan.Buffer(make([]byte, 4096), maxLine)
	scan.Split(anyEnding)
	line := 0
	for scan.Scan() {
		line++
		text := scan.Text()
		if line == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		if err := use(line, text); err != nil {
			return err
		}
	}
	if err := scan.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, line+1, err)
	}
	if line == 0 {
		return fmt.Errorf("%s: the file is empty", name)
	}
	return nil
}

// anyEnding splits at \n, \r\n and a lone \r.
func anyEnding(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	i := bytes.IndexAny(data, "\r\n")
	switch {
	case i < 0 && atEOF:
		return len(data), data, nil
	case i < 0:
		return 0, nil, nil
	case data[i] == '\n':
		return i + 1, data[:i], nil
	case i+1 < len(data):
		if data[i+1] == '\n' {
			return i + 2, data[:i], nil
		}
		return i + 1, data[:i], nil
	case atEOF:
		return i + 1, data[:i], nil
	}
	return 0, nil, nil
}

func delimiter(text string) string {
	for _, c := range []string{";", "\t"} {
		if strings.Contains(text, c) {
			return c
		}
	}
	return ","
}

func trimmed(fields []string) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = strings.TrimSpace(f)
	}
	return out
}

// epfDate is a civil date, with a time after it or without.
func epfDate(field string) (time.Time, error) {
	field = strings.Trim(strings.TrimSpace(field), `"`)
	for _, layout := range []string{"20060102", time.DateOnly} {
		if len(field) >= len(layout) {
			if t, err := time.Parse(layout, field[:len(layout)]); err == nil && (len(field) == len(layout) || field[len(layout)] == ' ' || field[len(layout)] == 'T') {
				return t, nil
			}
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date such as 20110102 or 2011-01-02", excerptOf(field))
}

// figure is a number; an empty field is missing: NaN.
func figure(field string) (float64, error) {
	field = strings.TrimSpace(field)
	if field == "" || strings.EqualFold(field, "nan") {
		return math.NaN(), nil
	}
	v, err := strconv.ParseFloat(field, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, fmt.Errorf("%q is no number", excerptOf(field))
	}
	return v, nil
}

func excerptOf(field string) string {
	const most = 40
	if len(field) > most {
		return field[:most] + "..."
	}
	return field
}
