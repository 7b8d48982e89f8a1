// Package collector polls feeds, each on its own cadence, and keeps what they
// bring: the raw answer and the observations in it. A tick reads what is kept
// and never waits for the internet.
//
// It is not for protocols (the adapters speak those) nor for judging values
// beyond what every observation must satisfy.
package collector

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Feed is a source of observations.
type Feed interface {
	// Name is stable and unique, such as "ercot/np6-905-cd".
	Name() string
	// Every is the polling cadence.
	Every() time.Duration
	// Poll fetches what has appeared since it was last called. It may return
	// observations together with an error about the part that could not be read.
	Poll(ctx context.Context, now time.Time) (market.Batch, error)
}

// forgetful is a feed that reports only news: after a batch that could not be
// kept it must report it again.
type forgetful interface{ Forget() }

// Sink keeps batches.
type Sink interface {
	PutBatch(ctx context.Context, b market.Batch) (added int, err error)
}

// Config is what a Collector needs.
type Config struct {
	Feeds []Feed
	Sink  Sink
	Clock clock.Clock
	Log   *slog.Logger
	// Seen is told of every batch that was kept and of every change of a feed's
	// health; either may be nil.
	Seen    func(ctx context.Context, b market.Batch)
	Changed func(ctx context.Context, h Health)
}

// Collector runs the feeds.
type Collector struct {
	cfg    Config
	mu     sync.Mutex
	health map[string]*Health
}

// Health is how a feed is doing.
type Health struct {
	Feed     string        `json:"feed"`
	Every    time.Duration `json:"every_ns"`
	OK       bool          `json:"ok"`     // the last poll succeeded
	Polled   time.Time     `json:"polled"` // last attempt; the zero time before the first
	LastGood time.Time     `json:"last_good"`
	Failures int           `json:"failures"` // in a row
	Added    int           `json:"added"`    // observations kept since start
	Error    string        `json:"error,omitempty"`
}

const (
	// settle is how long after a mark of its cadence a feed is polled: sources
	// publish some seconds after the mark.
	settle = 15 * time.Second
	// pollTimeout bounds one poll in wall-clock time, and keepTimeout how long the
	// store may take over what it brought.
	pollTimeout = 60 * time.Second
	keepTimeout = 30 * time.Second
)

// New checks the configuration. Two feeds of one name are an error.
func New(cfg Config) (*Collector, error) {
	c := &Collector{cfg: cfg, health: make(map[string]*Health, len(cfg.Feeds))}
	for _, f := range cfg.Feeds {
		if _, twice := c.health[f.Name()]; twice {
			return nil, fmt.Errorf("feed %q is configured twice: names must be unique", f.Name())
		}
		if f.Every() <= 0 {
			return nil, fmt.Errorf("feed %q: a cadence of %s cannot be kept", f.Name(), f.Every())
		}
		c.health[f.Name()] = &Health{Feed: f.Name(), Every: f.Every()}
	}
	return c, nil
}

// Prime polls every feed once, side by side, and returns when all have answered
// or ctx ends, and what came is kept. Failures are kept as health, not returned: a missing feed must
// not keep the site from deciding.
func (c *Collector) Prime(ctx context.Context) {
	var wg sync.WaitGroup
	for _, f := range c.cfg.Feeds {
		wg.Go(func() { c.poll(ctx, f) })
	}
	wg.Wait()
}

// Run polls until ctx ends and all polls have returned.
func (c *Collector) Run(ctx context.Context) error {
	var wg sync.WaitGroup
	for _, f := range c.cfg.Feeds {
		wg.Go(func() { c.runFeed(ctx, f) })
	}
	wg.Wait()
	return nil
}

func (c *Collector) runFeed(ctx context.Context, f Feed) {
	for {
		now := c.cfg.Clock.Now()
		next := nextPoll(now, f.Every())
		if sooner := now.Add(retry(c.failures(f.Name()))); sooner.After(now) && sooner.Before(next) {
			next = sooner
		}
		if err := c.cfg.Clock.Sleep(ctx, next.Sub(now)); err != nil {
			return
		}
		c.poll(ctx, f)
	}
}

// The waits before a feed that failed is asked again, where its cadence is
// longer: double each time, so that a source in trouble is left alone.
const (
	firstRetry = time.Minute
	lastRetry  = 15 * time.Minute
)

// retry is how long after so many failures in a row a feed is asked again; 0
// after none.
func retry(failures int) time.Duration {
	if failures == 0 {
		return 0
	}
	return min(lastRetry, firstRetry<<min(failures-1, 10))
}

func (c *Collector) failures(feed string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.health[feed].Failures
}

// nextPoll is the first moment after now that lies settle after a mark of the
// cadence. Cadences too short to settle in are kept as they are.
func nextPoll(now time.Time, every time.Duration) time.Time {
	offset := settle
	if every < time.Minute {
		offset = 0
	}
	return now.Add(-offset).Truncate(every).Add(every + offset)
}

func (c *Collector) poll(parent context.Context, f Feed) {
	ctx, cancel := context.WithTimeoutCause(parent, pollTimeout,
		fmt.Errorf("poll of %s took longer than %s", f.Name(), pollTimeout))
	defer cancel()
	now := c.cfg.Clock.Now()
	batch, err := f.Poll(ctx, now)
	if parent.Err() != nil {
		return // cut short from outside, which says nothing about the feed
	}
	added := 0
	if len(batch.Raw)+len(batch.Observations) > 0 {
		var putErr error
		if added, putErr = c.keep(ctx, batch); putErr != nil {
			c.cfg.Log.ErrorContext(ctx, "observations not kept", "feed", f.Name(), "error", putErr)
			err = putErr
			if again, remembers := f.(forgetful); remembers {
				again.Forget()
			}
		} else if c.cfg.Seen != nil {
			c.cfg.Seen(ctx, batch)
		}
	}
	c.note(ctx, f.Name(), now, added, err)
}

// keep stores what a poll brought. An answer that came in time is not lost because
// the store took longer.
func (c *Collector) keep(ctx context.Context, b market.Batch) (added int, err error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepTimeout)
	defer cancel()
	return c.cfg.Sink.PutBatch(ctx, b)
}

func (c *Collector) note(ctx context.Context, feed string, now time.Time, added int, err error) {
	c.mu.Lock()
	h := c.health[feed]
	changed := h.Polled.IsZero() && err != nil || !h.Polled.IsZero() && h.OK != (err == nil)
	h.Polled, h.OK, h.Added = now, err == nil, h.Added+added
	if err == nil {
		h.LastGood, h.Failures, h.Error = now, 0, ""
	} else {
		h.Failures, h.Error = h.Failures+1, err.Error()
	}
	told := *h
	c.mu.Unlock()
	if !changed {
		return
	}
	if err != nil {
		c.cfg.Log.WarnContext(ctx, "feed failing", "feed", feed, "error", err)
	} else {
		c.cfg.Log.InfoContext(ctx, "feed recovered", "feed", feed)
	}
	if c.cfg.Changed != nil {
		c.cfg.Changed(ctx, told)
	}
}

// Health is the health of every feed, in the order in which they were
// configured.
func (c *Collector) Health() []Health {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := make([]Health, 0, len(c.cfg.Feeds))
	for _, f := range c.cfg.Feeds {
		all = append(all, *c.health[f.Name()])
	}
	return all
}
