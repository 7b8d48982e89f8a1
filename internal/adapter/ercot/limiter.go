package ercot

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// ERCOT allows 30 requests a minute per subscription key. 25 a minute with a
// burst of 5 never passes 30 in any minute. The website states no limit; the
// same courtesy is kept there.
const (
	apiPerMinute    = 25
	publicPerMinute = 25
	tokenPerMinute  = 6
	burst           = 5

	firstBackoff = 10 * time.Second
	maxBackoff   = 300 * time.Second
)

// ErrQuota is the error while ERCOT's hourly bandwidth quota is used up.
var ErrQuota = errors.New("hourly bandwidth quota used up")

// States of a service, as [Status] shows them.
const (
	StateUnused    = "unused"    // nothing asked yet
	StateOK        = "ok"        // the last request was answered
	StateFailing   = "failing"   // the last request was not
	StateThrottled = "throttled" // waiting after "too many requests"
	StateQuota     = "quota"     // paused until the bandwidth quota is reset
)

// Status is the health of one of ERCOT's services as this client sees it. Times
// are on the client's clock and zero when there is none.
type Status struct {
	Service     string    `json:"service"`
	State       string    `json:"state"`
	LastSuccess time.Time `json:"last_success"`
	LastFailure time.Time `json:"last_failure"`
	LastError   string    `json:"last_error,omitempty"`
	Failures    int       `json:"failures"`     // in a row
	PausedUntil time.Time `json:"paused_until"` // zero when not paused
	Requests    int64     `json:"requests"`
	Allowance   float64   `json:"allowance"` // requests that may be sent at once
}

// gate decides when the next request may be sent. One gate is shared by all
// jobs of a service.
type gate struct {
	service string
	clock   clock.Clock
	jitter  func() float64
	bucket  *rate.Limiter

	mu      sync.Mutex
	status  Status
	backoff time.Duration
	quota   bool // why the gate is paused, if it is
}

func newGate(service string, perMinute int, c clock.Clock, jitter func() float64) *gate {
	return &gate{
		service: service, clock: c, jitter: jitter,
		bucket: rate.NewLimiter(rate.Limit(float64(perMinute)/60), burst),
		status: Status{Service: service, State: StateUnused},
	}
}

// enter waits for the pause to end and for a token. A quota pause can last an
// hour: it is an error at once instead.
func (g *gate) enter(ctx context.Context) error {
	for {
		if err := g.waitPause(ctx); err != nil {
			return err
		}
		now := g.clock.Now()
		slot := g.bucket.ReserveN(now, 1)
		if err := g.clock.Sleep(ctx, slot.DelayFrom(now)); err != nil {
			slot.CancelAt(g.clock.Now())
			return fmt.Errorf("%s: waiting for a free request: %w", g.service, err)
		}
		if until, _ := g.paused(); until.IsZero() {
			g.mu.Lock()
			g.status.Requests++
			g.mu.Unlock()
			return nil
		}
		slot.CancelAt(g.clock.Now())
	}
}

func (g *gate) waitPause(ctx context.Context) error {
	until, quota := g.paused()
	if until.IsZero() {
		return nil
	}
	if quota {
		return fmt.Errorf("%s: %w: paused until %s", g.service, ErrQuota, until.Format(time.RFC3339))
	}
	if err := g.clock.Sleep(ctx, until.Sub(g.clock.Now())); err != nil {
		return fmt.Errorf("%s: throttled until %s: %w", g.service, until.Format(time.RFC3339), err)
	}
	return nil
}

// paused is the end of the pause, zero when there is none, and whether the
// bandwidth quota is its reason.
func (g *gate) paused() (until time.Time, quota bool) {
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	if !now.Before(g.status.PausedUntil) {
		return time.Time{}, false
	}
	return g.status.PausedUntil, g.quota
}

// throttled notes a "too many requests": 10 s of pause, doubling to 300 s while
// it goes on, each lengthened by up to a quarter so that clients that share a
// key come apart.
func (g *gate) throttled(reason error) {
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.note(now, StateThrottled, reason)
	if now.Before(g.status.PausedUntil) {
		return // another request of the same burst has been counted already
	}
	g.backoff = min(max(2*g.backoff, firstBackoff), maxBackoff)
	g.status.PausedUntil = now.Add(g.backoff + time.Duration(g.jitter()*float64(g.backoff)/4))
	g.quota = false
}

// exhausted notes a used-up bandwidth quota: nothing is sent before the next
// hour.
func (g *gate) exhausted(reason error) {
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.note(now, StateQuota, reason)
	g.status.PausedUntil = now.Truncate(time.Hour).Add(time.Hour)
	g.quota = true
}

func (g *gate) failed(reason error) {
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.note(now, StateFailing, reason)
}

func (g *gate) succeeded() {
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.status.State, g.status.LastSuccess, g.status.Failures = StateOK, now, 0
	g.backoff = 0
}

func (g *gate) note(now time.Time, state string, reason error) {
	g.status.State, g.status.LastFailure, g.status.LastError = state, now, reason.Error()
	g.status.Failures++
}

// current is the status now.
func (g *gate) current() Status {
	now := g.clock.Now()
	g.mu.Lock()
	defer g.mu.Unlock()
	s := g.status
	s.Allowance = max(0, g.bucket.TokensAt(now))
	if !now.Before(s.PausedUntil) {
		s.PausedUntil = time.Time{}
		if s.State == StateThrottled || s.State == StateQuota {
			s.State = StateFailing
		}
	}
	return s
}
