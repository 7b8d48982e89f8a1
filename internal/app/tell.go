package app

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// told is a row of a site's outbox, with what stands behind it.
type told struct {
	Event    episode.Event     `json:"event"`
	Decision *episode.Decision `json:"decision,omitempty"` // with its input
	State    *site.State       `json:"state,omitempty"`
	Readings []site.Reading    `json:"readings,omitempty"`
}

const (
	toldKind   = "event"
	toldReader = "book" // the coordinator's place among what is told
	toldCursor = "coordinator"
)

// tell tells the coordinator every row of the outbox, in order and once; while
// the link is cut they wait in the store.
func (s *services) tell(ctx context.Context) error {
	after, err := s.store.Cursor(ctx, toldCursor)
	if err != nil {
		return err
	}
	for ctx.Err() == nil {
		changed := s.store.Changed()
		const page = 100
		events, err := s.store.Events(ctx, after, page)
		if err != nil && ctx.Err() == nil {
			return err
		}
		for _, e := range events {
			if err := s.tellOne(ctx, e); err != nil {
				if ctx.Err() != nil {
					return nil
				}
				return err
			}
			after = e.Seq
			if err := s.store.Advance(ctx, toldCursor, after); err != nil && ctx.Err() == nil {
				return err
			}
		}
		if len(events) > 0 {
			continue
		}
		select {
		case <-ctx.Done():
		case <-changed:
		case <-time.After(time.Minute):
		}
	}
	return nil
}

func (s *services) tellOne(ctx context.Context, e episode.Event) error {
	if e.Kind == "feed" {
		return nil // the coordinator has feeds of its own
	}
	t := told{Event: e}
	if e.Kind == "decision" {
		d, ok, err := s.store.Decision(ctx, e.Site, e.Key)
		if err != nil {
			return err
		}
		if ok {
			t.Decision = &d
		}
		state, _, ok, err := s.store.State(ctx, e.Site)
		if err != nil {
			return err
		}
		if ok {
			t.State = &state
		}
		if t.Readings, err = s.store.LatestReadings(ctx); err != nil {
			return err
		}
	}
	body, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("encode what the coordinator is told: %w", err)
	}
	return s.link.site.Tell(ctx, toldKind, strconv.FormatInt(e.Seq, 10), body)
}

// listen keeps what sites tell as if it had happened here. What a site tells in
// another's name is dropped.
func (s *services) listen(ctx context.Context) error {
	return s.hub.Sites.Listen(ctx, toldReader, toldKind, func(ctx context.Context, m bus.Message) error {
		var t told
		if err := json.Unmarshal(m.Body, &t); err != nil || !s.vouched(m.Site, t) {
			s.log.WarnContext(ctx, "what a site told is dropped: it cannot be read, or is of another site", "site", m.Site)
			return nil
		}
		err := s.keepTold(ctx, t)
		if err != nil && ctx.Err() == nil {
			s.log.ErrorContext(ctx, "what a site told is not kept; it will be told again", "site", m.Site, "kind", t.Event.Kind, "error", err)
		}
		return err
	})
}

// vouched says whether a site tells of itself, and is one of ours.
func (s *services) vouched(from string, t told) bool {
	if !slices.ContainsFunc(s.sites, func(known site.Site) bool { return known.ID == from }) {
		return false
	}
	if t.Event.Site != from && t.Event.Site != "" || t.Decision != nil && t.Decision.Site != from {
		return false
	}
	return !slices.ContainsFunc(t.Readings, func(r site.Reading) bool { return r.Site != from })
}

func (s *services) keepTold(ctx context.Context, t told) error {
	t.Event.Seq = 0
	events := []episode.Event{t.Event}
	if len(t.Readings) > 0 {
		if err := s.store.PutReadings(ctx, t.Readings); err != nil {
			return err
		}
	}
	switch t.Event.Kind {
	case "decision":
		if t.Decision == nil {
			return nil
		}
		record := episode.Record{Decision: *t.Decision, Events: events}
		if t.State != nil {
			record.Next = *t.State
		}
		_, err := s.store.SaveDecision(ctx, record)
		return err
	case "settlement":
		var settled settle.Settlement
		if json.Unmarshal(t.Event.Body, &settled) != nil || settled.Site != t.Event.Site {
			return nil
		}
		return s.store.SaveSettlements(ctx, []settle.Settlement{settled}, events)
	case "command":
		var c episode.Command
		if json.Unmarshal(t.Event.Body, &c) != nil || c.Site != t.Event.Site {
			return nil
		}
		return s.store.SaveCommand(ctx, c, events)
	}
	return s.store.SaveSettlements(ctx, nil, events)
}

// workForCoordinator does the coordinator's tasks at the site.
func (s *services) workForCoordinator(ctx context.Context) error {
	if s.cfg.Tasks.Every == 0 {
		<-ctx.Done()
		return nil
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("make the worker's key: %w", err)
	}
	return doTasks(ctx, s.log, s.link.nc, workerOptions{operator: s.link.Name, key: key, classes: []work.Class{work.Heavy, work.Light}, largest: work.SizeLarge, threads: 1})
}

// ordered is what the coordinator's desk asks of a site.
type ordered struct {
	On          bool              `json:"on,omitempty"`
	By          string            `json:"by,omitempty"`
	ID          string            `json:"id,omitempty"`
	Override    *site.Override    `json:"override,omitempty"`
	Award       *site.Award       `json:"award,omitempty"`
	Instruction *site.Instruction `json:"instruction,omitempty"`
}

// orderTimeout is how long a site may take to carry an order out.
const orderTimeout = 8 * time.Second

// obey does what the coordinator's desk asks, through the same door as the
// site's own.
func (s *services) obey(ctx context.Context) error {
	stop, err := s.link.site.Obey(func(kind string, body []byte) (any, error) {
		var o ordered
		if err := json.Unmarshal(body, &o); err != nil {
			return nil, errors.New("the order cannot be read")
		}
		doing, cancel := context.WithTimeout(ctx, orderTimeout)
		defer cancel()
		return s.carryOut(doing, kind, o)
	})
	if err != nil {
		return err
	}
	<-ctx.Done()
	return stop()
}

func (s *services) carryOut(ctx context.Context, kind string, o ordered) (any, error) {
	id := s.link.Name
	switch {
	case kind == "stop":
		return nil, s.controller.Stop(ctx, id, o.On, o.By)
	case kind == "override" && o.Override != nil:
		return nil, s.controller.Override(ctx, id, *o.Override)
	case kind == "cancel":
		return nil, s.controller.CancelOverride(ctx, id, o.ID)
	case kind == "award" && o.Award != nil:
		return nil, s.controller.Award(ctx, id, *o.Award)
	case kind == "instruction" && o.Instruction != nil:
		return s.controller.Submit(ctx, id, *o.Instruction)
	}
	return nil, fmt.Errorf("the order %.40q is not known", kind)
}

// remoteDesk is the desk of a coordinator: what is ordered there is done at the
// site, and kept here when the site has done it.
type remoteDesk struct{ s *services }

func (d remoteDesk) order(ctx context.Context, siteID, kind string, o ordered) (json.RawMessage, error) {
	said, err := d.s.hub.Sites.Command(ctx, siteID, kind, o)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", httpapi.ErrElsewhere, err)
	}
	return said, nil
}

// Override sets a class or a site to a power.
func (d remoteDesk) Override(ctx context.Context, siteID string, o site.Override) error {
	if _, err := d.order(ctx, siteID, "override", ordered{Override: &o}); err != nil {
		return err
	}
	return d.s.store.PutOverride(ctx, siteID, o)
}

// CancelOverride ends an override.
func (d remoteDesk) CancelOverride(ctx context.Context, siteID, id string) error {
	if _, err := d.order(ctx, siteID, "cancel", ordered{ID: id}); err != nil {
		return err
	}
	return d.s.store.CancelOverride(ctx, siteID, id, d.s.clock.Now())
}

// Award enters an award.
func (d remoteDesk) Award(ctx context.Context, siteID string, a site.Award) error {
	if _, err := d.order(ctx, siteID, "award", ordered{Award: &a}); err != nil {
		return err
	}
	return d.s.store.PutAward(ctx, siteID, a)
}

// Submit hands on an instruction.
func (d remoteDesk) Submit(ctx context.Context, siteID string, ins site.Instruction) (isNew bool, err error) {
	said, err := d.order(ctx, siteID, "instruction", ordered{Instruction: &ins})
	if err == nil {
		err = json.Unmarshal(said, &isNew)
	}
	if err != nil {
		return false, err
	}
	ins.Received = d.s.clock.Now()
	_, err = d.s.store.PutInstruction(ctx, siteID, ins, nil)
	return isNew, err
}

// Stop puts the kill switch of a site, or of all, on or off. Each site is asked,
// also where another does not answer; those that did not are named.
func (d remoteDesk) Stop(ctx context.Context, siteID string, on bool, by string) error {
	var failed error
	for i := range d.s.sites {
		id := d.s.sites[i].ID
		if siteID != "" && siteID != id {
			continue
		}
		_, err := d.order(ctx, id, "stop", ordered{On: on, By: by})
		if err == nil {
			err = d.s.store.SetStop(ctx, id, on, by, d.s.clock.Now())
		}
		failed = errors.Join(failed, err)
	}
	return failed
}
