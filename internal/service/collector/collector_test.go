package collector_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/collector"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// feed answers with one observation a poll, or with an error.
type feed struct {
	name  string
	every time.Duration

	mu    sync.Mutex
	polls []time.Time
	err   error
}

func (f *feed) Name() string         { return f.name }
func (f *feed) Every() time.Duration { return f.every }

func (f *feed) Poll(_ context.Context, now time.Time) (market.Batch, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.polls = append(f.polls, now)
	return market.Batch{Observations: []market.Observation{{
		Series: market.Series{Kind: market.PRC}, Interval: unit.Interval{Start: now},
		Value: 4000, Source: f.name, Published: now, Fetched: now, Known: now,
	}}}, f.err
}

func (f *feed) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = err
}

type sink struct {
	mu   sync.Mutex
	kept int
}

func (s *sink) PutBatch(_ context.Context, b market.Batch) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept += len(b.Observations)
	return len(b.Observations), nil
}

func start(t *testing.T, cfg collector.Config) *collector.Collector {
	t.Helper()
	cfg.Clock, cfg.Log = clock.Wall{}, slog.New(slog.DiscardHandler)
	c, err := collector.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAFeedIsPolledOnceShortlyAfterEachMarkOfItsCadence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, s := &feed{name: "a", every: 5 * time.Minute}, &sink{}
		c := start(t, collector.Config{Feeds: []collector.Feed{f}, Sink: s})
		ctx, cancel := context.WithTimeout(t.Context(), 16*time.Minute)
		defer cancel()
		if err := c.Run(ctx); err != nil {
			t.Fatal(err)
		}
		if len(f.polls) != 4 || s.kept != 4 {
			t.Fatalf("polled %d times and kept %d, want 4 of each in 16 minutes", len(f.polls), s.kept)
		}
		for _, at := range f.polls {
			if past := at.Sub(at.Truncate(5 * time.Minute)); past < 0 || past > 20*time.Second {
				t.Errorf("polled %s after the mark, want 15 s", past)
			}
		}
	})
}

func TestAFailingFeedIsReportedOnceAndItsRecoveryOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &feed{name: "a", every: time.Minute}
		var told []bool
		c := start(t, collector.Config{
			Feeds: []collector.Feed{f}, Sink: &sink{},
			Changed: func(_ context.Context, h collector.Health) { told = append(told, h.OK) },
		})
		for _, err := range []error{nil, errors.New("503"), errors.New("503"), nil, nil} {
			f.fail(err)
			c.Prime(t.Context())
		}
		if len(told) != 2 || told[0] || !told[1] {
			t.Fatalf("told %v, want one failure and one recovery", told)
		}
		if h := c.Health()[0]; !h.OK || h.Failures != 0 || h.Added != 5 || h.Error != "" {
			t.Fatalf("health is %+v, want healthy with 5 observations", h)
		}
	})
}

func TestWhatCouldBeReadIsKeptBesideTheError(t *testing.T) {
	f, s := &feed{name: "a", every: time.Minute, err: errors.New("row 7 is broken")}, &sink{}
	c := start(t, collector.Config{Feeds: []collector.Feed{f}, Sink: s})
	c.Prime(t.Context())
	if h := c.Health()[0]; s.kept != 1 || h.OK || h.Error != "row 7 is broken" {
		t.Fatalf("kept %d, health %+v: want the good row kept and the error shown", s.kept, h)
	}
}

// slowSink takes a while to keep what it is given.
type slowSink struct {
	sink
	takes time.Duration
}

func (s *slowSink) PutBatch(ctx context.Context, b market.Batch) (int, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(s.takes):
		return s.sink.PutBatch(ctx, b)
	}
}

func TestWhatCameInTimeIsKeptThoughTheStoreIsSlow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &slowSink{takes: 5 * time.Second}
		c := start(t, collector.Config{Feeds: []collector.Feed{&feed{name: "a", every: time.Minute}}, Sink: s})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		c.Prime(ctx)
		if h := c.Health()[0]; s.kept != 1 || !h.OK {
			t.Fatalf("kept %d, health %+v: want the answer kept", s.kept, h)
		}
	})
}

func TestTwoFeedsOfOneNameAreRefused(t *testing.T) {
	_, err := collector.New(collector.Config{Feeds: []collector.Feed{
		&feed{name: "a", every: time.Minute}, &feed{name: "a", every: time.Minute},
	}})
	if err == nil {
		t.Fatal("two feeds named a were accepted")
	}
}

func TestAFailingFeedIsAskedAgainBeforeItsCadence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &feed{name: "slow", every: 6 * time.Hour}
		f.fail(errors.New("down"))
		c := start(t, collector.Config{Feeds: []collector.Feed{f}, Sink: &sink{}})
		ctx, cancel := context.WithTimeout(t.Context(), 40*time.Minute)
		defer cancel()
		c.Prime(ctx)
		time.AfterFunc(10*time.Minute, func() { f.fail(nil) })
		if err := c.Run(ctx); err != nil {
			t.Fatal(err)
		}
		// At once, at the mark of its cadence, and then after 2, 4 and 8 minutes:
		// well, and left alone.
		var at []time.Duration
		for _, poll := range f.polls {
			at = append(at, poll.Sub(f.polls[0]))
		}
		const mark = 15 * time.Second
		want := []time.Duration{0, mark, mark + 2*time.Minute, mark + 6*time.Minute, mark + 14*time.Minute}
		if !slices.Equal(at, want) {
			t.Errorf("asked after %v, want %v", at, want)
		}
	})
}
