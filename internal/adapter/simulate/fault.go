package simulate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// Fault is a misbehaviour of one stand-in for a while of the wall's time.
type Fault struct {
	Target      string  `json:"target"`      // one of [Targets]
	Kind        string  `json:"kind"`        // one of [FaultKinds]
	ForSeconds  float64 `json:"for_seconds"` // wall seconds
	Probability float64 `json:"probability"` // of each request to be hit; 0 counts as 1
}

// Targets are the stand-ins that faults can hit. ERCOT's report lists belong to
// the dashboards, since they share a host.
func Targets() []string {
	return []string{"ercot", "dashboards", "mempool", "mara", "gpu", "vtn", "agents"}
}

// FaultKinds are what can go wrong: an answer that takes five seconds, status
// 503, status 429, half a body, answers of the moment the fault began, values a
// thousand times too large, a connection closed after the work and before the
// answer, and none, which ends a fault.
func FaultKinds() []string {
	return []string{"slow", "error_5xx", "throttle_429", "truncate", "stale", "wrong_unit", "drop", "none"}
}

const (
	slowDelay  = 5 * time.Second
	wrongScale = 1000
)

type faults struct {
	mu     sync.Mutex
	active map[string]activeFault
	random *rand.Rand
}

type activeFault struct {
	Fault
	until  time.Time // wall
	frozen time.Time // the world's time when it began
}

func newFaults(seed uint64) *faults {
	return &faults{active: map[string]activeFault{}, random: rand.New(rand.NewPCG(seed, 1))}
}

// Inject starts a fault, replacing the target's former one. A target or kind
// that does not exist and a probability outside 0 to 1 are errors.
func (s *Server) Inject(f Fault) error {
	if !slices.Contains(Targets(), f.Target) {
		return fmt.Errorf("fault target %q: want one of %v", f.Target, Targets())
	}
	if !slices.Contains(FaultKinds(), f.Kind) {
		return fmt.Errorf("fault kind %q: want one of %v", f.Kind, FaultKinds())
	}
	if f.Probability == 0 {
		f.Probability = 1
	}
	if !(f.Probability > 0 && f.Probability <= 1) {
		return fmt.Errorf("fault probability %g: want 0 to 1", f.Probability)
	}
	if f.Kind != "none" && !(f.ForSeconds > 0 && f.ForSeconds <= 86400) {
		return fmt.Errorf("fault for_seconds %g: want more than 0 and at most 86400", f.ForSeconds)
	}
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	if f.Kind == "none" {
		delete(s.faults.active, f.Target)
		return nil
	}
	length := time.Duration(f.ForSeconds * float64(time.Second))
	s.faults.active[f.Target] = activeFault{Fault: f, until: time.Now().Add(length), frozen: s.clock.Now()}
	s.log.Info("fault injected", "target", f.Target, "kind", f.Kind, "for_seconds", f.ForSeconds)
	return nil
}

// hits is the fault that a request to target meets, if any.
func (f *faults) hits(target string) (activeFault, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	a, ok := f.active[target]
	if !ok {
		return activeFault{}, false
	}
	if time.Now().After(a.until) {
		delete(f.active, target)
		return activeFault{}, false
	}
	return a, f.random.Float64() < a.Probability
}

type timed func(w http.ResponseWriter, r *http.Request, now time.Time, scale float64)

// around lets a target's faults have their way with its answers.
func (f *faults) around(target string, c clock.Clock, h timed) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fault, hit := f.hits(target)
		if !hit {
			h(w, r, c.Now(), 1)
			return
		}
		switch fault.Kind {
		case "slow":
			if !waited(r, slowDelay) {
				return
			}
			h(w, r, c.Now(), 1)
		case "error_5xx":
			http.Error(w, "Service Unavailable", http.StatusServiceUnavailable)
		case "throttle_429":
			tooMany(w)
		case "truncate":
			half := &halver{ResponseWriter: w, status: http.StatusOK}
			h(half, r, c.Now(), 1)
			half.flush()
		case "stale":
			h(w, r, fault.frozen, 1)
		case "wrong_unit":
			h(w, r, c.Now(), wrongScale)
		case "drop":
			// What was asked is done, and nobody hears of it.
			h(&halver{ResponseWriter: w, status: http.StatusOK}, r, c.Now(), 1)
			panic(http.ErrAbortHandler)
		}
	})
}

// waited reports whether d passed before the client left.
func waited(r *http.Request, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
		return false
	}
}

// tooMany is ERCOT's answer to a client that asks too often.
func tooMany(w http.ResponseWriter) {
	writeJSON(w, http.StatusTooManyRequests, map[string]string{
		"error_key": "throttled", "error_message": "Too Many Requests",
	})
}

// halver keeps an answer back and lets go of half of it.
type halver struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (h *halver) WriteHeader(status int)      { h.status = status }
func (h *halver) Write(p []byte) (int, error) { return h.body.Write(p) }
func (h *halver) flush() {
	h.ResponseWriter.WriteHeader(h.status)
	_, _ = h.ResponseWriter.Write(h.body.Bytes()[:h.body.Len()/2])
}

func (s *Server) putFault(w http.ResponseWriter, r *http.Request) {
	var f Fault
	if err := decode(w, r, &f); err != nil {
		writeJSON(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
		return
	}
	if err := s.Inject(f); err != nil {
		writeJSON(w, http.StatusUnprocessableEntity, map[string]string{"error": err.Error()})
		return
	}
	s.getFaults(w, r)
}

// getFaults lists what is active.
func (s *Server) getFaults(w http.ResponseWriter, _ *http.Request) {
	s.faults.mu.Lock()
	list := []Fault{}
	for _, a := range s.faults.active {
		if left := time.Until(a.until).Seconds(); left > 0 {
			a.ForSeconds = left
			list = append(list, a.Fault)
		}
	}
	s.faults.mu.Unlock()
	slices.SortFunc(list, func(a, b Fault) int { return bytes.Compare([]byte(a.Target), []byte(b.Target)) })
	writeJSON(w, http.StatusOK, map[string]any{"faults": list})
}

// decode reads a small JSON body strictly.
func decode(w http.ResponseWriter, r *http.Request, into any) error {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("read the body as JSON: %w", err)
	}
	return nil
}
