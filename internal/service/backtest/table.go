package backtest

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteTable prints the report for a person.
func (r Report) WriteTable(w io.Writer) error {
	p := &printer{w: w}
	p.line("%s, %s, %s to %s: %d intervals of %d min", r.Site, orTariff(r.Point), r.From, r.To, r.Intervals, r.Step)
	p.line("%s", r.Resolution)
	p.line("levers: %s; %s; forecast for policies that look ahead: %s", strings.Join(r.Levers, ", "), r.Regime, r.Forecast)
	if r.Simulated {
		p.line("SIMULATED prices")
	}
	p.line("")
	p.table(r)
	p.line("")
	p.line("threshold: %s", r.Tuning.sentence())
	if r.Tuning.ReserveNote != "" {
		p.line("reserve: %s", r.Tuning.ReserveNote)
	}
	for _, note := range r.Notes {
		p.line("note: %s", note)
	}
	for _, name := range r.Order {
		if why := r.Policies[name].CaptureNote; why != "" {
			p.line("note: capture ratio: %s", why)
			break
		}
	}
	return p.err
}

func (t Tuning) sentence() string {
	text := fmt.Sprintf("hysteresis %g, windows %d down and %d up, immediate %g",
		max(t.Params.Hysteresis, 1), max(t.Params.Down, 1), max(t.Params.Up, 1), t.Params.Immediate)
	if t.Days > 0 {
		text += fmt.Sprintf("; best of %d candidates on %s to %s", t.Candidates, t.From, t.To)
	}
	if t.Note != "" {
		text += "; " + t.Note
	}
	return text
}

func orTariff(point string) string {
	if point == "" {
		return "no settlement point"
	}
	return point
}

// printer keeps the first error of many prints.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) table(r Report) {
	out := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', tabwriter.AlignRight)
	cells := &printer{w: out, err: p.err}
	cells.line("policy\tprofit $\t$/MW-year\tabove threshold $\t95 %%\tcapture\t95 %%\tenergy MWh\tuptime\tstarts\t")
	for _, name := range r.Order {
		v := r.Policies[name]
		capture, ci := "-", "-"
		if v.Capture != nil {
			capture = fmt.Sprintf("%.1f %%", 100**v.Capture)
			ci = fmt.Sprintf("%.1f..%.1f", 100*v.CaptureCI[0], 100*v.CaptureCI[1])
		}
		cells.line("%s\t%.0f\t%.0f\t%.0f\t%.0f..%.0f\t%s\t%s\t%.1f\t%.2f %%\t%d\t",
			name, v.ProfitUSD, v.ProfitUSD/r.MWYears, v.AboveUSD, v.AboveCI[0], v.AboveCI[1], capture, ci, v.EnergyMWh, 100*v.Uptime, v.Starts)
	}
	p.err = cells.err
	if p.err == nil {
		p.err = out.Flush()
	}
}
