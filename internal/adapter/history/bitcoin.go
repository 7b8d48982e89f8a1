package history

import (
	"io"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
)

// Epochs reads bitcoin's difficulty by epoch from a file with the columns
// start_height, difficulty and start_time_utc, in order.
func Epochs(r io.Reader, name string) ([]network.Epoch, error) {
	t, err := open(r, name)
	if err != nil {
		return nil, err
	}
	var at [3]int
	for i, column := range [...]string{"start_height", "difficulty", "start_time_utc"} {
		if at[i], err = t.column(column); err != nil {
			return nil, err
		}
	}
	var all []network.Epoch
	for {
		more, err := t.next()
		if err != nil || !more {
			return all, err
		}
		height, _, err := t.number(at[0])
		if err != nil {
			return nil, err
		}
		difficulty, _, err := t.number(at[1])
		if err != nil {
			return nil, err
		}
		start, err := t.instant(at[2])
		if err != nil {
			return nil, err
		}
		if difficulty <= 0 {
			return nil, t.fault(at[1], "%v is no difficulty", difficulty)
		}
		if n := len(all); n > 0 && (!start.After(all[n-1].Start) || int(height) != all[n-1].Height+network.EpochBlocks) {
			return nil, t.fault(at[0], "epochs must follow each other, each %d blocks after the one before", network.EpochBlocks)
		}
		all = append(all, network.Epoch{Start: start, Height: int(height), Difficulty: difficulty})
	}
}

// DailyBlocks reads how many blocks were found by day, UTC, from a file with the
// columns date and blocks. The days before the first count, and those after a
// gap, are left out.
func DailyBlocks(r io.Reader, name string) ([]network.Day, error) {
	t, err := open(r, name)
	if err != nil {
		return nil, err
	}
	date, err := t.column("date")
	if err != nil {
		return nil, err
	}
	blocks, err := t.column("blocks")
	if err != nil {
		return nil, err
	}
	var all []network.Day
	for {
		more, err := t.next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		start, err := time.Parse(time.DateOnly, strings.TrimSpace(t.row[date]))
		if err != nil {
			return nil, t.fault(date, "%q is not a day such as 2024-01-31", clip(t.row[date]))
		}
		n, ok, err := t.number(blocks)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if n < 0 {
			return nil, t.fault(blocks, "%v blocks", n)
		}
		if k := len(all); k > 0 && !start.Equal(all[k-1].Start.Add(24*time.Hour)) {
			if !start.After(all[k-1].Start) {
				return nil, t.fault(date, "days must be in order, each once")
			}
			all = all[:0] // a filter cannot look across the gap
		}
		all = append(all, network.Day{Start: start, Blocks: n})
	}
	return all, nil
}
