package bus

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// hello is what a worker says of itself every few seconds. The operator is whom
// the bus let in.
type hello struct {
	ID      string       `json:"id"`
	Classes []work.Class `json:"classes"` // none: it leaves
	Largest work.Size    `json:"largest"`
}

// seen is when a worker was last heard of.
type seen struct {
	schedule.Worker
	at time.Time
}

const (
	greetEvery = 5 * time.Second
	// gone is how long a worker may be silent until it counts as gone.
	gone = 4 * greetEvery
	// mostWorkers is how many workers of one operator count.
	mostWorkers = 256
)

// welcome listens for workers for as long as the connection lasts.
func (t *Tasks) welcome(nc *nats.Conn) error {
	_, err := serve(nc, presentSubject+".*", func(subject string, body []byte) (any, error) {
		var h hello
		if err := json.Unmarshal(body, &h); err != nil || h.ID == "" || len(h.ID) > 64 || !slices.Contains(work.Sizes(), h.Largest) {
			return nil, errors.New("the greeting cannot be read")
		}
		operator := strings.TrimPrefix(subject, presentSubject+".")
		ctx, cancel := context.WithTimeout(context.Background(), once)
		defer cancel()
		if err := t.serve(ctx, operator); err != nil {
			return nil, err
		}
		return nil, t.note(operator, h)
	})
	return err
}

func (t *Tasks) note(operator string, h hello) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := operator + "/" + h.ID
	if len(h.Classes) == 0 {
		delete(t.present, key)
		return nil
	}
	own := 0
	for _, w := range t.present {
		if w.Operator == operator && w.ID != h.ID {
			own++
		}
	}
	if own >= mostWorkers {
		return fmt.Errorf("%s has %d workers here, and no more count", operator, own)
	}
	t.present[key] = seen{schedule.Worker{Operator: operator, ID: h.ID, Classes: h.Classes, Largest: h.Largest}, time.Now()}
	return nil
}

// Present are the workers that are there, by operator and id.
func (t *Tasks) Present() []schedule.Worker {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all []schedule.Worker
	for key, w := range t.present {
		if time.Since(w.at) > gone {
			delete(t.present, key)
			continue
		}
		all = append(all, w.Worker)
	}
	slices.SortFunc(all, func(a, b schedule.Worker) int { return strings.Compare(a.Operator+"/"+a.ID, b.Operator+"/"+b.ID) })
	return all
}

// serve makes an operator's queues where they are not there yet.
func (t *Tasks) serve(ctx context.Context, operator string) error {
	if err := CheckName(operator); err != nil {
		return err
	}
	t.mu.Lock()
	served := t.served[operator]
	t.mu.Unlock()
	if served {
		return nil
	}
	for _, class := range []work.Class{work.Light, work.Heavy} {
		for _, size := range work.Sizes() {
			if _, err := t.js.CreateOrUpdateConsumer(ctx, taskStream, jetstream.ConsumerConfig{
				Durable: queueName(operator, class, size), FilterSubject: strings.Join([]string{taskSubject, operator, string(class), string(size), "*"}, "."),
				AckPolicy: jetstream.AckExplicitPolicy, AckWait: t.lease, MaxDeliver: tries, MaxAckPending: 1000,
			}); err != nil {
				return fmt.Errorf("bus: queue of %s, %s tasks of %s: %w", class, size, operator, err)
			}
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.served[operator] = true
	return nil
}

// greet says that the worker is there.
func (w *Worker) greet(ctx context.Context) error {
	_, err := request(ctx, w.nc, presentSubject+"."+w.operator, w.there)
	return err
}

// Stay says every few seconds that the worker is there, until ctx ends; then that
// it leaves. While the coordinator is out of reach nobody hears it.
func (w *Worker) Stay(ctx context.Context) {
	tick := time.NewTicker(greetEvery)
	defer tick.Stop()
	for {
		_ = w.greet(ctx)
		select {
		case <-ctx.Done():
			leave, err := json.Marshal(hello{ID: w.there.ID, Largest: w.there.Largest})
			if err == nil {
				_ = w.nc.Publish(presentSubject+"."+w.operator, leave) // where it is lost, silence says the same
			}
			return
		case <-tick.C:
		}
	}
}
