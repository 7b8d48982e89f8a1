package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

const (
	// heartbeat is how often a silent stream is written to, and how often the
	// outbox is looked at without having been told to: other processes' events
	// are not announced here. Wall clock.
	heartbeat = 15 * time.Second
	// patience is how long a write may take before the client counts as too slow
	// and is cut off; it resumes where it was. Wall clock.
	patience = 10 * time.Second
	page     = 256 // events read at once
)

// hello is what a stream starts with.
type hello struct {
	LastSeq int64     `json:"last_seq"`
	At      time.Time `json:"at_utc"`
	Speed   float64   `json:"clock_speed"`
}

// serveEvents tells events in order, each once, from behind the number that the
// client saw last. Every stream reads the outbox by itself at its client's
// pace, so that a slow client costs the others nothing.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	after, resumed, err := position(r)
	if err != nil {
		writeProblem(w, http.StatusUnprocessableEntity, err.Error())
		return
	}
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		w.Header().Set("Retry-After", "10")
		writeProblem(w, http.StatusServiceUnavailable, "too many live streams are open")
		return
	}
	last, err := s.deps.Outbox.LastSeq(r.Context())
	if err != nil {
		s.deps.Log.ErrorContext(r.Context(), "stream not opened", "error", err)
		writeProblem(w, http.StatusInternalServerError, "reading events failed; the server's log says why")
		return
	}
	if !resumed || after > last {
		after = last
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	st := stream{w: w, control: http.NewResponseController(w), after: after}
	body, err := json.Marshal(hello{LastSeq: last, At: s.deps.Clock.Now(), Speed: s.deps.Clock.Speed()})
	if err == nil {
		err = st.write(fmt.Sprintf("event: hello\ndata: %s\n\n", body))
	}
	if err == nil {
		err = s.follow(r.Context(), &st)
	}
	s.deps.Log.DebugContext(r.Context(), "stream ended", "after", st.after, "error", err)
}

// position is where a client wants to resume.
func position(r *http.Request) (after int64, resumed bool, err error) {
	text := r.Header.Get("Last-Event-ID")
	if text == "" {
		text = r.URL.Query().Get("after")
	}
	if text == "" {
		return 0, false, nil
	}
	after, err = strconv.ParseInt(text, 10, 64)
	if err != nil || after < 0 {
		return 0, false, fmt.Errorf("position %.40q: want the number of an event, in Last-Event-ID or after", text)
	}
	return after, true, nil
}

// follow tells what happens until the client or the server ends.
func (s *Server) follow(ctx context.Context, st *stream) error {
	beat := time.NewTimer(heartbeat)
	defer beat.Stop()
	for {
		changed := s.deps.Outbox.Changed()
		events, err := s.deps.Outbox.Events(ctx, st.after, page)
		if err != nil {
			return fmt.Errorf("read events after %d: %w", st.after, err)
		}
		for i := range events {
			if err := st.tell(report.EventOf(&events[i])); err != nil {
				return err
			}
		}
		if len(events) > 0 {
			if s.closed() {
				return nil
			}
			continue
		}
		beat.Reset(heartbeat)
		select {
		case <-changed:
		case <-beat.C:
			if !s.gate.lasts(callerOf(ctx)) {
				return nil
			}
			if err := st.write(": still here\n\n"); err != nil {
				return err
			}
		case <-s.closing:
			return nil
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

func (s *Server) closed() bool {
	select {
	case <-s.closing:
		return true
	default:
		return false
	}
}

// stream is one client's connection.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	after   int64 // number of the last event told
}

func (st *stream) tell(e report.Event) error {
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode event %d: %w", e.Seq, err)
	}
	if err := st.write(fmt.Sprintf("id: %d\nevent: %s\ndata: %s\n\n", e.Seq, e.Kind, body)); err != nil {
		return err
	}
	st.after = e.Seq
	return nil
}

func (st *stream) write(text string) error {
	if err := st.control.SetWriteDeadline(time.Now().Add(patience)); err != nil {
		return fmt.Errorf("set the stream's deadline: %w", err)
	}
	if _, err := st.w.Write([]byte(text)); err != nil {
		return fmt.Errorf("write to the stream: %w", err)
	}
	if err := st.control.Flush(); err != nil {
		return fmt.Errorf("write to the stream: %w", err)
	}
	return nil
}
