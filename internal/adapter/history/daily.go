package history

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Hashprice reads hashprice, $/PH/day, from a file with the columns date and
// hashprice_usd_ph_day. A date's value holds, and is known, for the operating
// day of that date.
func Hashprice(r io.Reader, name string) (Series, error) {
	t, err := open(r, name)
	if err != nil {
		return Series{}, err
	}
	date, err := t.column("date")
	if err != nil {
		return Series{}, err
	}
	value, err := t.column("hashprice_usd_ph_day")
	if err != nil {
		return Series{}, err
	}
	s := Series{Step: 24 * time.Hour}
	series := market.Series{Kind: market.HashpriceUSD}
	for {
		more, err := t.next()
		if err != nil || !more {
			return s, err
		}
		day, err := unit.ParseDay(strings.TrimSpace(t.row[date]))
		if err != nil {
			return Series{}, t.fault(date, "%v", err)
		}
		start := day.Start()
		if n := len(s.Quotes); n > 0 && !start.After(s.Quotes[n-1].Start) {
			return Series{}, t.fault(date, "%s does not come after the row before: rows must be in order, each day once", day)
		}
		kept := len(s.Quotes)
		if err := t.take(&s, value, series, start, false, false); err != nil {
			return Series{}, err
		}
		if len(s.Quotes) > kept {
			s.Quotes[kept].Length = time.Duration(day.Hours()) * time.Hour
			s.Quotes[kept].Known = start
		}
	}
}

// GPU reads rental prices, $/GPU-hour, from a file with the columns
// timestamp_utc, gpu, socket and median. The key is the model without its memory
// size, and the socket after a blank where there is one ("H100 SXM5", "B200");
// each value is known from its time on.
func GPU(r io.Reader, name string) ([]market.Keyed, error) {
	t, err := open(r, name)
	if err != nil {
		return nil, err
	}
	var at [4]int
	for i, column := range [...]string{"timestamp_utc", "gpu", "socket", "median"} {
		if at[i], err = t.column(column); err != nil {
			return nil, err
		}
	}
	var all []market.Keyed
	for {
		more, err := t.next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		quoted, ok, err := t.gpu(at)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, quoted)
		}
	}
	slices.SortStableFunc(all, func(a, b market.Keyed) int { return a.Start.Compare(b.Start) })
	return all, nil
}

func (t *table) gpu(at [4]int) (market.Keyed, bool, error) {
	when, err := t.instant(at[0])
	if err != nil {
		return market.Keyed{}, false, err
	}
	model, _, _ := strings.Cut(t.row[at[1]], "_")
	key := strings.TrimSpace(model + " " + t.row[at[2]])
	if key == "" {
		return market.Keyed{}, false, t.fault(at[1], "a model is required")
	}
	var s Series
	if err := t.take(&s, at[3], market.Series{Kind: market.GPUHour, Key: key}, when, false, false); err != nil {
		return market.Keyed{}, false, err
	}
	if len(s.Quotes) == 0 {
		return market.Keyed{}, false, nil
	}
	s.Quotes[0].Known = when
	return market.Keyed{Key: key, Quote: s.Quotes[0]}, true, nil
}

// EEA reads energy emergency levels from a file with the columns start_utc and
// level, 0 to 3: each is in force, and known, from its start on.
func EEA(r io.Reader, name string) ([]market.Quote, error) {
	t, err := open(r, name)
	if err != nil {
		return nil, err
	}
	start, err := t.column("start_utc")
	if err != nil {
		return nil, err
	}
	level, err := t.column("level")
	if err != nil {
		return nil, err
	}
	var out []market.Quote
	for {
		more, err := t.next()
		if err != nil || !more {
			return out, err
		}
		at, err := t.instant(start)
		if err != nil {
			return nil, err
		}
		value, ok, err := t.number(level)
		if err != nil {
			return nil, err
		}
		if !ok || value < 0 || value > 3 {
			return nil, t.fault(level, "level %g: want 0 to 3", value)
		}
		if n := len(out); n > 0 && !at.After(out[n-1].Start) {
			return nil, t.fault(start, "%s does not come after the row before: rows must be in order", at.Format(time.RFC3339))
		}
		out = append(out, market.Quote{Value: value, Start: at, Known: at, Source: sourceOf(market.EEA)})
	}
}
