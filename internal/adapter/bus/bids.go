package bus

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/nats-io/nats.go"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// bidsSubject is what each site is told of the queue of tasks; then its name. Only
// the newest counts, so that it is in no stream.
const bidsSubject = "bids"

// Bids is what the queue of tasks bids to a site, as of a moment.
type Bids struct {
	At    time.Time    `json:"at_utc"` // of the coordinator's clock
	Queue market.Queue `json:"queue"`
}

// Bounds of what a site takes for bids.
const (
	mostBidsBytes = 64 << 10
	mostServers   = 1 << 16
	mostOfBid     = 1e12 // Wh, and $/MWh
	mostWhy       = 300  // bytes
)

// ReadBids reads what came as bids, and refuses what no coordinator would send.
func ReadBids(raw []byte) (b Bids, err error) {
	if len(raw) > mostBidsBytes {
		return b, fmt.Errorf("bids of %d bytes: at most %d are read", len(raw), mostBidsBytes)
	}
	if err := json.Unmarshal(raw, &b); err != nil {
		return Bids{}, fmt.Errorf("bids cannot be read: %w", err)
	}
	b.At = b.At.UTC()
	for i := range b.Queue.Bids {
		b.Queue.Bids[i].Deadline = b.Queue.Bids[i].Deadline.UTC()
	}
	if err := b.check(); err != nil {
		return Bids{}, err
	}
	return b, nil
}

// plausible refuses a moment that is missing, and years that no clock shows.
func plausible(t time.Time) bool { return t.Year() >= 2000 && t.Year() < 3000 }

func (b Bids) check() error {
	q := b.Queue
	switch {
	case !plausible(b.At):
		return errors.New("bids: without their time")
	case len(q.Bids) > market.MostBids:
		return fmt.Errorf("bids: %d of them, at most %d are taken", len(q.Bids), market.MostBids)
	case q.Servers < 0 || q.Servers > mostServers:
		return fmt.Errorf("bids: %d workers", q.Servers)
	case !(q.RenewableFrom >= 0 && q.RenewableFrom <= 1):
		return fmt.Errorf("bids: a share of renewables of %g", q.RenewableFrom)
	case len(q.Why) > mostWhy:
		return fmt.Errorf("bids: a reason of %d bytes, at most %d are taken", len(q.Why), mostWhy)
	}
	seen := map[proof.Hash]bool{}
	for _, bid := range q.Bids {
		task, err := checkBid(bid)
		if err == nil && seen[task] {
			err = errors.New("the task bids twice")
		}
		if err != nil {
			return fmt.Errorf("bid of task %.80q: %w", bid.Task, err)
		}
		seen[task] = true
	}
	return nil
}

func checkBid(b market.Bid) (task proof.Hash, err error) {
	within := func(v float64) bool { return v >= 0 && v <= mostOfBid && !math.IsNaN(v) }
	task, err = proof.ParseHash(b.Task)
	switch {
	case err != nil:
		return task, err
	case b.Class != string(work.Heavy):
		return task, fmt.Errorf("class %.20q: only heavy tasks bid", b.Class)
	case b.Priority < int(work.Low) || b.Priority > int(work.Critical):
		return task, fmt.Errorf("priority %d", b.Priority)
	case !plausible(b.Deadline):
		return task, errors.New("without a deadline")
	case !within(b.EnergyWh) || b.EnergyWh == 0 || !within(float64(b.Pays)):
		return task, fmt.Errorf("%g $/MWh for %g Wh", float64(b.Pays), b.EnergyWh)
	case b.PriceBy != "bounty" && b.PriceBy != "internal" && b.PriceBy != "none":
		return task, fmt.Errorf("priced by %.20q", b.PriceBy)
	}
	return task, nil
}

// Bid tells a site (bids.NAME) what the queue bids to it. Whoever is not there
// does not hear it: the next is told soon.
func (h *Hub) Bid(site string, b Bids) error {
	if err := CheckName(site); err != nil {
		return err
	}
	raw, err := json.Marshal(b)
	if err == nil {
		err = h.nc.Publish(bidsSubject+"."+site, raw)
	}
	if err != nil {
		return fmt.Errorf("bus: bids to %s: %w", site, err)
	}
	return nil
}

// Bids hands what the queue bids to this site to take until stop is called; what
// cannot be read, to refused.
func (s *Site) Bids(take func(Bids), refused func(error)) (stop func() error, err error) {
	sub, err := s.nc.Subscribe(bidsSubject+"."+s.name, func(msg *nats.Msg) {
		b, err := ReadBids(msg.Data)
		if err != nil {
			refused(err)
			return
		}
		take(b)
	})
	if err == nil {
		err = s.nc.Flush()
	}
	if err != nil {
		return nil, fmt.Errorf("bus: listen to bids: %w", err)
	}
	return sub.Unsubscribe, nil
}
