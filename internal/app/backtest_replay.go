package app

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// writeReplay prints days hour by hour: those that are named, or all hours whose
// price is above a figure.
func writeReplay(w io.Writer, r backtest.Report, what string) error {
	if above, err := strconv.ParseFloat(what, 64); err == nil {
		return r.WriteHours(w, func(h backtest.Hour) bool { return h.Price > above })
	}
	days := make(map[string]bool)
	for _, name := range strings.Split(what, ",") {
		day, err := unit.ParseDay(strings.TrimSpace(name))
		if err != nil {
			return usageError{fmt.Errorf("--replay: %w; or give a price such as 1000", err)}
		}
		days[day.String()] = true
	}
	return r.WriteHours(w, func(h backtest.Hour) bool { return days[unit.DayOf(h.Start).String()] })
}
