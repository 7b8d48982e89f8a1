package backtest

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Hour is an hour of a study that kept a trace. MW, Held and ProfitUSD are by
// policy, in the report's order: machine power and reserve held, on the mean of
// the hour, and profit as it settled.
type Hour struct {
	Start     time.Time
	Price     float64 // $/MWh
	Reserve   float64 // $/MW-h of the dearest upward product; 0: none is known
	EEA       int
	MW        []float64
	Held      []float64
	ProfitUSD []float64
	Guard     []string // what Guard did, to whom
}

// Hours are the hours of a study that kept a trace.
func (r Report) Hours() []Hour {
	l := r.trace.line
	if l == nil {
		return nil
	}
	price, prices := r.trace.settling(), l.mcpc()
	var out []Hour
	for i := 0; i < len(l.intervals); {
		hour := l.intervals[i].Within(time.Hour)
		h := Hour{Start: hour.Start, MW: make([]float64, len(r.trace.runs)), Held: make([]float64, len(r.trace.runs)), ProfitUSD: make([]float64, len(r.trace.runs))}
		_, h.Reserve = bestProduct(l.site, prices[hour.Start.Unix()])
		for _, q := range l.data.EEA {
			if !q.Start.After(hour.Start.Add(time.Hour - time.Second)) {
				h.EEA = int(q.Value)
			}
		}
		n := 0.0
		for ; i < len(l.intervals) && hour.Contains(l.intervals[i].Start); i++ {
			h.add(&r.trace, i, price(i))
			n++
		}
		h.Price /= n
		for k := range h.MW {
			h.MW[k] /= n
			h.Held[k] /= n
		}
		out = append(out, h)
	}
	return out
}

func (h *Hour) add(t *trace, i int, price float64) {
	h.Price += price
	for k := range t.runs {
		now := t.runs[k].trace[i]
		h.MW[k] += float64(now.mw)
		h.Held[k] += float64(now.held)
		h.ProfitUSD[k] += now.profit
		if i > 0 {
			h.ProfitUSD[k] -= t.runs[k].trace[i-1].profit
		}
	}
	for k := range t.runs[:len(t.runs)-1] { // but to perfect foresight
		for _, n := range t.runs[k].notes {
			if n.interval == i {
				h.Guard = append(h.Guard, t.runs[k].policy+", "+n.text)
			}
		}
	}
}

// WriteHours prints the hours that are wanted, one a line.
func (r Report) WriteHours(w io.Writer, wanted func(Hour) bool) error {
	hours := r.Hours()
	if hours == nil {
		return errors.New("hours: the study kept no trace; set Trace")
	}
	p := &printer{w: w}
	p.line("")
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	cells := &printer{w: out, err: p.err}
	cells.line("Central time\t$/MWh\tMCPC\tEEA\t%s\t", strings.Join(columns(r.Order), "\t"))
	var said sayings
	for _, h := range hours {
		if !wanted(h) {
			continue
		}
		var row []string
		for k := range h.MW {
			row = append(row, fmt.Sprintf("%.3f", h.MW[k]), fmt.Sprintf("%.3f", h.Held[k]), fmt.Sprintf("%.2f", h.ProfitUSD[k]))
		}
		local := unit.Central(h.Start).Format("2006-01-02 15:04")
		cells.line("%s\t%.2f\t%.2f\t%d\t%s\t", local, h.Price, h.Reserve, h.EEA, strings.Join(row, "\t"))
		for _, text := range h.Guard {
			said.add(local, text)
		}
	}
	if cells.err != nil {
		return cells.err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if len(said.texts) > 0 {
		p.line("\nWhat Guard did:")
	}
	for _, text := range said.texts {
		p.line("  %s", said.line(text))
	}
	return p.err
}

// sayings are sentences with the hours in which they were said, each once.
type sayings struct {
	texts []string
	hours map[string][]string
}

func (s *sayings) add(hour, text string) {
	if s.hours == nil {
		s.hours = make(map[string][]string)
	}
	if len(s.hours[text]) == 0 {
		s.texts = append(s.texts, text)
	}
	s.hours[text] = append(s.hours[text], hour)
}

func (s *sayings) line(text string) string {
	hours := s.hours[text]
	if len(hours) == 1 {
		return hours[0] + "  " + text
	}
	return fmt.Sprintf("%s to %s, %d times  %s", hours[0], hours[len(hours)-1], len(hours), text)
}

func columns(policies []string) (out []string) {
	for _, name := range policies {
		out = append(out, name+" MW", "held", "$")
	}
	return out
}
