package recorder

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The graveness of a trouble.
const (
	Grave   = "critical" // nothing goes on without a person
	Warning = "warning"  // recording is late
)

// Trouble is something that keeps decisions off the chain.
type Trouble struct {
	Name  string // which kind
	Grave string // [Grave] or [Warning]
	Text  string
}

// Status is how recording stands after the newest pass.
type Status struct {
	Ledger   anchor.Ledger
	At       time.Time // of the pass, on the world's clock; zero before the first
	View     anchor.View
	Newest   anchor.Record // sealed; zero before the first
	Queued   int           // batches in no transaction, as far as they were counted
	Open     int           // transactions that are not final
	Runway   float64       // days for which the account can pay at today's fees
	Halted   string        // why nothing is sent; empty while all is well
	Troubles []Trouble
}

// Status is how recording stood after the newest pass.
func (r *Recorder) Status() Status {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := r.status
	s.Troubles = slices.Clone(s.Troubles)
	return s
}

func (r *Recorder) trouble(name, grave, text string) {
	r.pending.Troubles = append(r.pending.Troubles, Trouble{name, grave, text})
}

// halt ends the sending of anything in this pass.
func (r *Recorder) halt(why string) {
	r.pending.Halted = why
	r.trouble("halted", Grave, "recording has stopped: "+why)
}

// watch tells what will need a person before long.
func (r *Recorder) watch(view anchor.View) {
	const perDay = float64(24 * time.Hour / unit.Control)
	r.pending.Runway = float64(view.GasFunds) / (float64(r.cfg.BatchGas) * perDay)
	if r.pending.Runway < r.cfg.LowDays {
		r.trouble("runway", Warning, fmt.Sprintf("%s can pay for %.1f days more at today's fees; send it coins", r.ledger.Account, r.pending.Runway))
	}
	if late := r.pending.Newest.ID - min(max(view.Next, 1)-1, r.pending.Newest.ID); late > r.cfg.LateAfter {
		r.trouble("late", Warning, fmt.Sprintf("%d batches are sealed and not on the chain", late))
	}
}

// publish shows the pass's status and logs troubles that are new or over.
func (r *Recorder) publish(ctx context.Context, err error) {
	if ctx.Err() != nil {
		return
	}
	r.pending.At = r.cfg.Clock.Now()
	seen := map[string]bool{}
	for _, t := range r.pending.Troubles {
		if seen[t.Name] = true; !r.told[t.Name] {
			r.cfg.Log.WarnContext(ctx, "recording on the chain is in trouble", "trouble", t.Name, "text", t.Text)
		}
	}
	for name := range r.told {
		// A pass that could not look to its end has not seen that a trouble is over.
		if !seen[name] && err != nil {
			seen[name] = true
		} else if !seen[name] {
			r.cfg.Log.InfoContext(ctx, "recording on the chain is out of a trouble", "trouble", name)
		}
	}
	r.told = maps.Clone(seen)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.status = r.pending
}
