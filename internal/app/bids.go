package app

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
)

// bidsEvery is how often the coordinator tells sites in processes of their own
// what the queue of tasks bids to them, on the wall's clock.
const bidsEvery = 2 * time.Second

// bidsWall is how long such bids count at least, on the wall's clock: several are
// lost before then only where the link is cut.
const bidsWall = 5 * bidsEvery

// work is the queue of tasks as the decisions of this process see it.
func (s *services) work() controller.Work {
	if s.far != nil {
		return s.far
	}
	return s.tasks
}

// tellBids tells each site what the queue bids to it until ctx ends.
func (s *services) tellBids(ctx context.Context) error {
	next := time.NewTicker(bidsEvery)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-next.C:
		}
		now := s.clock.Now()
		for i := range s.sites {
			id := s.sites[i].ID
			if bus.CheckName(id) != nil {
				continue // it has no place on the bus
			}
			q := s.tasks.bidsTo(ctx, id, now)
			if q == nil {
				continue
			}
			if err := s.hub.Sites.Bid(id, bus.Bids{At: now, Queue: *q}); err != nil && ctx.Err() == nil {
				s.log.WarnContext(ctx, "a site is not told what the queue of tasks bids", "site", id, "error", err)
			}
		}
	}
}

// bidsTo is what a site in a process of its own is told of the queue; where no task
// is made here, why. It is nil while that is not known yet.
func (t *tasks) bidsTo(ctx context.Context, site string, now time.Time) *market.Queue {
	m, _, _, failed := t.now()
	if m == nil && failed != "" {
		return &market.Queue{Bids: []market.Bid{}, Why: failed}
	}
	return t.Bids(ctx, site, unit.IntervalAt(now, unit.Control).Start)
}

// hearBids keeps what the coordinator's queue bids to this site until ctx ends.
func (s *services) hearBids(ctx context.Context) error {
	if s.far == nil {
		<-ctx.Done()
		return nil
	}
	stop, err := s.link.site.Bids(s.far.hear, func(err error) {
		s.log.WarnContext(ctx, "bids of the coordinator are dropped", "error", err)
	})
	if err != nil {
		return err
	}
	<-ctx.Done()
	return stop()
}

// farQueue is the coordinator's queue of tasks as a site knows it: what it was
// told last, for as long as that counts.
type farQueue struct {
	clock clock.Clock

	mu   sync.Mutex
	last bus.Bids
}

func newFarQueue(c clock.Clock) *farQueue { return &farQueue{clock: c} }

// hear takes bids, unless newer ones are known.
func (q *farQueue) hear(b bus.Bids) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if b.At.After(q.last.At) {
		q.last = b
	}
}

// limit is how far from now the time of bids may be: an interval, and longer where
// the clock runs so fast that few are told within one.
func (q *farQueue) limit() time.Duration {
	return max(unit.Control, time.Duration(float64(bidsWall)*q.clock.Speed()))
}

// Bids is what a decision sees of the queue. Where the newest bids are too old,
// or of a clock that is not this one, there are none and it says why.
func (q *farQueue) Bids(_ context.Context, _ string, at time.Time) *market.Queue {
	q.mu.Lock()
	last := q.last
	q.mu.Unlock()
	if last.At.IsZero() {
		return &market.Queue{Bids: []market.Bid{}, Why: "the coordinator has told none yet"}
	}
	if q.clock.Now().Sub(last.At).Abs() > q.limit() {
		return &market.Queue{Bids: []market.Bid{}, Why: fmt.Sprintf("the newest that the coordinator told are of %s UTC, and count for %s",
			last.At.Format(time.DateTime), q.limit())}
	}
	told := last.Queue
	told.Bids = make([]market.Bid, 0, len(last.Queue.Bids))
	for _, b := range last.Queue.Bids {
		if b.Deadline.After(at) {
			told.Bids = append(told.Bids, b)
		}
	}
	return &told
}
