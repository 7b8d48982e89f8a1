package bus

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Worker is an operator's side of its queues of tasks.
type Worker struct {
	nc       *nats.Conn
	js       jetstream.JetStream
	cases    jetstream.ObjectStore
	operator string
	there    hello
	queues   []jetstream.Consumer // in the order in which they are looked at
	turn     int
}

// NewWorker says that an operator's worker is there, and finds its operator's
// queues of the classes, and of sizes up to the largest, that it takes.
func NewWorker(ctx context.Context, nc *nats.Conn, operator string, classes []work.Class, largest work.Size) (*Worker, error) {
	if err := CheckName(operator); err != nil {
		return nil, err
	}
	js, err := jetstream.NewWithDomain(nc, Domain)
	if err != nil {
		return nil, fmt.Errorf("bus: %w", err)
	}
	w := &Worker{nc: nc, js: js, operator: operator, there: hello{ID: nuid.Next(), Classes: classes, Largest: largest}}
	greeted := w.greet(ctx) // it makes the queues, where the coordinator is there to hear it
	if w.cases, err = js.ObjectStore(ctx, caseBucket); err != nil {
		return nil, fmt.Errorf("bus: store of case files: %w", err)
	}
	for _, class := range classes {
		for _, size := range work.Sizes() {
			queue, err := js.Consumer(ctx, taskStream, queueName(operator, class, size))
			if err != nil {
				return nil, fmt.Errorf("bus: queue of %s, %s tasks: %w", class, size, errors.Join(err, greeted))
			}
			w.queues = append(w.queues, queue)
			if size == largest {
				break
			}
		}
	}
	return w, nil
}

// Taken is a task that this worker has.
type Taken struct {
	Spec work.Spec
	msg  jetstream.Msg
	w    *Worker
}

// Take waits a while for a task; nil where none came. The queues are looked at in
// their order, but each eighth time in another, so that none waits for ever.
// Bytes that are no task are set aside.
func (w *Worker) Take(ctx context.Context) (*Taken, error) {
	const fair = 8
	w.turn++
	start := 0
	if w.turn%fair == 0 {
		start = w.turn / fair % len(w.queues)
	}
	for i := range w.queues {
		queue := w.queues[(start+i)%len(w.queues)]
		msg, err := w.glance(ctx, queue)
		if err != nil {
			return nil, err
		}
		if msg != nil {
			return w.read(ctx, msg)
		}
	}
	msg, err := first(ctx, w.queues[w.turn%len(w.queues)], jetstream.FetchMaxWait(patience/8))
	if err != nil || msg == nil {
		return nil, err
	}
	return w.read(ctx, msg)
}

// glance takes what is there.
func (w *Worker) glance(ctx context.Context, queue jetstream.Consumer) (jetstream.Msg, error) {
	batch, err := queue.FetchNoWait(1)
	if err != nil {
		if errors.Is(err, nats.ErrConnectionClosed) && ctx.Err() == nil {
			return nil, fmt.Errorf("bus: look for a task: %w", err)
		}
		return nil, nil
	}
	for msg := range batch.Messages() {
		return msg, nil
	}
	return nil, nil
}

func (w *Worker) read(ctx context.Context, msg jetstream.Msg) (*Taken, error) {
	t := &Taken{msg: msg, w: w}
	err := json.Unmarshal(msg.Data(), &t.Spec)
	if err == nil {
		err = t.Spec.Check()
	}
	if err != nil {
		return nil, t.Drop(ctx, err.Error())
	}
	return t, nil
}

// Case is the case file of a task.
func (w *Worker) Case(ctx context.Context, s work.Spec) ([]byte, error) {
	return readCase(ctx, w.cases, s.Case)
}

func readCase(ctx context.Context, cases jetstream.ObjectStore, digest proof.Hash) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 6*once)
	defer cancel()
	const most = 64 << 20
	object, err := cases.Get(ctx, digest.String())
	if err != nil {
		return nil, fmt.Errorf("bus: get case file: %w", err)
	}
	defer object.Close()
	text, err := io.ReadAll(io.LimitReader(object, most+1))
	if err == nil && len(text) > most {
		err = fmt.Errorf("more than %d bytes", most)
	}
	if err != nil {
		return nil, fmt.Errorf("bus: get case file: %w", err)
	}
	return text, nil
}

// Keep says that the task is still being worked on.
func (t *Taken) Keep() error { return t.msg.InProgress() }

// Return gives the task back to the queue.
func (t *Taken) Return() error { return t.msg.NakWithDelay(time.Second) }

// Drop sets aside a task that cannot be done, with the reason.
func (t *Taken) Drop(ctx context.Context, why string) error {
	body, err := json.Marshal(work.DeadLetter{Task: t.Spec.Digest(), Reason: why})
	if err != nil {
		return fmt.Errorf("bus: encode dead letter: %w", err)
	}
	return t.w.hand(ctx, deadSubject+"."+t.w.operator, body, "", t.msg)
}

// Done hands in the result, and only then takes the task out of the queue: a
// worker that ends in between leaves a task that is done again, and a second
// result that changes nothing. opened are all leaves of a small task, or none.
// While the bus is out of reach it is tried again, until ctx ends.
func (w *Worker) Done(ctx context.Context, t *Taken, c work.Commitment, opened []work.Opening) error {
	body, err := json.Marshal(work.Handed{Commitment: c, Opened: opened})
	if err != nil {
		return fmt.Errorf("bus: encode result: %w", err)
	}
	return w.hand(ctx, resultSubject+"."+w.operator, body, c.Task.String()+c.Worker.String(), t.msg)
}

// hand publishes until it is acknowledged, then acknowledges.
func (w *Worker) hand(ctx context.Context, subject string, body []byte, id string, taken jetstream.Msg) error {
	if err := publish(ctx, w.js, subject, body, id); err != nil {
		return err
	}
	// Without this acknowledgement the task is given out again, and its result
	// changes nothing.
	_ = taken.Ack()
	return nil
}

// publish puts a message into its stream, once for each id, trying again while
// the bus is out of reach.
func publish(ctx context.Context, js jetstream.JetStream, subject string, body []byte, id string) error {
	var options []jetstream.PublishOpt
	if id != "" {
		options = append(options, jetstream.WithMsgID(id))
	}
	const pause = 500 * time.Millisecond
	for {
		attempt, cancel := context.WithTimeout(ctx, once)
		_, err := js.Publish(attempt, subject, body, options...)
		cancel()
		if err == nil {
			return nil
		}
		if errors.Is(err, nats.ErrConnectionClosed) || errors.Is(err, nats.ErrMaxPayload) || errors.Is(err, nats.ErrPermissionViolation) {
			return fmt.Errorf("bus: publish on %s: %w", subject, err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("bus: publish on %s: %w (last: %w)", subject, ctx.Err(), err)
		case <-time.After(pause):
		}
	}
}

// Answer answers questions about this worker's results until stop is called.
func (w *Worker) Answer(own work.Worker, open func(task proof.Hash, indices []int) ([]work.Opening, error)) (stop func() error, err error) {
	sub, err := w.nc.Subscribe(openSubject+"."+w.operator+"."+own.String(), func(msg *nats.Msg) {
		var q question
		if json.Unmarshal(msg.Data, &q) != nil {
			return
		}
		opened, err := open(q.Task, q.Indices)
		if err != nil {
			opened = []work.Opening{} // nothing is held of that task any more: it counts as withheld
		}
		if body, err := json.Marshal(opened); err == nil {
			_ = msg.Respond(body)
		}
	})
	if err == nil {
		err = w.nc.Flush() // from here on questions arrive
	}
	if err != nil {
		return nil, fmt.Errorf("bus: listen for questions: %w", err)
	}
	return func() error { return errors.Join(sub.Unsubscribe(), w.nc.Flush()) }, nil
}
