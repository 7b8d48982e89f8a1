package bus

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

const (
	taskStream   = "ASSIGNED"
	sharedStream = "TASKS" // of earlier versions, where all took from one queue
	resultStream = "RESULTS"
	deadStream   = "DEAD"
	caseBucket   = "cases"
	// tries is how often a task is given out before it is set aside.
	tries = 5
	// exhausted is where the server says that a task was given out as often.
	exhausted = "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES." + taskStream + ".*"
)

// Lease is how long a worker may be silent before its task goes to another.
const Lease = 30 * time.Second

// Tasks is the coordinator's side of the queues of tasks, of which each operator
// has its own: who has a task is known, and nobody else can settle it.
type Tasks struct {
	asker   *asker
	js      jetstream.JetStream
	cases   jetstream.ObjectStore
	results jetstream.Consumer
	dead    jetstream.Consumer
	lease   time.Duration

	mu      sync.Mutex
	put     map[string]bool // case files that are known to be there
	served  map[string]bool // operators whose queues are there
	present map[string]seen // workers, by operator and id
}

// queueName is the durable consumer of an operator's tasks of a class and a size.
func queueName(operator string, class work.Class, size work.Size) string {
	return operator + "-" + string(class) + "-" + string(size)
}

// queueNames are an operator's.
func queueNames(operator string) (names []string) {
	for _, class := range []work.Class{work.Light, work.Heavy} {
		for _, size := range work.Sizes() {
			names = append(names, queueName(operator, class, size))
		}
	}
	return names
}

// NewTasks makes the streams where they are not there yet. lease is
// [Lease] but in tests.
func NewTasks(ctx context.Context, nc *nats.Conn, replicas int, lease time.Duration) (*Tasks, error) {
	js, err := jetstream.NewWithDomain(nc, Domain)
	if err != nil {
		return nil, fmt.Errorf("bus: %w", err)
	}
	t := &Tasks{js: js, lease: lease, put: map[string]bool{}, served: map[string]bool{}, present: map[string]seen{}}
	if t.asker, err = newAsker(nc); err != nil {
		return nil, err
	}
	if err := js.DeleteStream(ctx, sharedStream); err != nil && !errors.Is(err, jetstream.ErrStreamNotFound) {
		return nil, fmt.Errorf("bus: stream %s: %w", sharedStream, err)
	}
	for _, stream := range []jetstream.StreamConfig{
		{Name: taskStream, Subjects: []string{taskSubject + ".*.*.*.*"}, Retention: jetstream.WorkQueuePolicy, MaxMsgs: 10_000, Discard: jetstream.DiscardNew, Duplicates: time.Hour},
		{Name: resultStream, Subjects: []string{resultSubject + ".*"}, Retention: jetstream.WorkQueuePolicy, MaxMsgs: 10_000, Duplicates: time.Hour},
		{Name: deadStream, Subjects: []string{deadSubject + ".*", exhausted}, MaxAge: 30 * 24 * time.Hour, MaxMsgs: 100_000},
	} {
		stream.Storage, stream.Replicas = jetstream.FileStorage, replicas
		if _, err = js.CreateOrUpdateStream(ctx, stream); err != nil {
			return nil, fmt.Errorf("bus: stream %s: %w", stream.Name, err)
		}
	}
	if t.results, err = js.CreateOrUpdateConsumer(ctx, resultStream, jetstream.ConsumerConfig{
		Durable: "checker", AckPolicy: jetstream.AckExplicitPolicy, AckWait: Lease, MaxAckPending: 1000,
	}); err != nil {
		return nil, fmt.Errorf("bus: queue of results: %w", err)
	}
	if t.dead, err = js.CreateOrUpdateConsumer(ctx, deadStream, jetstream.ConsumerConfig{
		Durable: "desk", AckPolicy: jetstream.AckExplicitPolicy, AckWait: Lease,
	}); err != nil {
		return nil, fmt.Errorf("bus: queue of dead letters: %w", err)
	}
	if t.cases, err = js.CreateOrUpdateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: caseBucket, TTL: 24 * time.Hour, MaxBytes: 512 << 20, Replicas: replicas}); err != nil {
		return nil, fmt.Errorf("bus: store of case files: %w", err)
	}
	return t, t.welcome(nc) //nolint:contextcheck // greetings come as long as the connection lasts
}

// once is how long one question to the bus may take: one that was asked of a
// server that just ended is never answered.
const once = 5 * time.Second

// Offer puts a task into an operator's queue. The same time again changes
// nothing; turn counts the times that a task was withdrawn.
func (t *Tasks) Offer(ctx context.Context, operator string, s work.Spec, turn int) error {
	ctx, cancel := context.WithTimeout(ctx, once)
	defer cancel()
	if err := t.serve(ctx, operator); err != nil {
		return err
	}
	body, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("bus: encode task: %w", err)
	}
	id := s.Digest().String()
	subject := strings.Join([]string{taskSubject, operator, string(s.Class), string(s.Size()), id}, ".")
	if _, err := t.js.Publish(ctx, subject, body, jetstream.WithMsgID(fmt.Sprintf("%s.%d", id, turn))); err != nil {
		return fmt.Errorf("bus: offer task: %w", err)
	}
	return nil
}

// Withdraw takes a task out of whichever queue it is in. A worker that has it may
// still hand a result in.
func (t *Tasks) Withdraw(ctx context.Context, task proof.Hash) error {
	ctx, cancel := context.WithTimeout(ctx, once)
	defer cancel()
	stream, err := t.js.Stream(ctx, taskStream)
	if err == nil {
		err = stream.Purge(ctx, jetstream.WithPurgeSubject(taskSubject+".*.*.*."+task.String()))
	}
	if err != nil {
		return fmt.Errorf("bus: withdraw task: %w", err)
	}
	return nil
}

// Keep puts a case file into the store where it is not there yet.
func (t *Tasks) Keep(ctx context.Context, digest proof.Hash, text []byte) error {
	ctx, cancel := context.WithTimeout(ctx, once)
	defer cancel()
	name := digest.String()
	t.mu.Lock()
	known := t.put[name]
	t.mu.Unlock()
	if known {
		return nil
	}
	if _, err := t.cases.GetInfo(ctx, name); errors.Is(err, jetstream.ErrObjectNotFound) {
		if _, err := t.cases.PutBytes(ctx, name, text); err != nil {
			return fmt.Errorf("bus: put case file: %w", err)
		}
	} else if err != nil {
		return fmt.Errorf("bus: look for case file: %w", err)
	}
	const most = 1000 // names that are remembered; a case stays for a day
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.put) >= most {
		clear(t.put)
	}
	t.put[name] = true
	return nil
}

// CaseFile is a case file that was put into the store with a task.
func (t *Tasks) CaseFile(ctx context.Context, digest proof.Hash) ([]byte, error) {
	return readCase(ctx, t.cases, digest)
}

// Waiting is how many tasks of a class wait in the queues of operators, and how
// many are being worked on.
func (t *Tasks) Waiting(ctx context.Context, class work.Class) (waiting, taken int, err error) {
	ctx, cancel := context.WithTimeout(ctx, once)
	defer cancel()
	stream, err := t.js.Stream(ctx, taskStream)
	if err != nil {
		return 0, 0, fmt.Errorf("bus: stream of tasks: %w", err)
	}
	queues := stream.ListConsumers(ctx)
	for info := range queues.Info() {
		if strings.Contains(info.Config.FilterSubject, "."+string(class)+".") {
			taken += info.NumAckPending
		}
	}
	if err := queues.Err(); err != nil {
		return 0, 0, fmt.Errorf("bus: queues of %s tasks: %w", class, err)
	}
	state, err := stream.Info(ctx, jetstream.WithSubjectFilter(taskSubject+".*."+string(class)+".>"))
	if err != nil {
		return 0, 0, fmt.Errorf("bus: stream of tasks: %w", err)
	}
	all := 0
	for _, n := range state.State.Subjects {
		all += int(n)
	}
	return max(0, all-taken), min(all, taken), nil
}

// checkers is how many results are checked at a time.
const checkers = 4

// Results hands each result to take, some at a time, until ctx ends. Where take
// fails, the result comes again; what is no result is dropped.
func (t *Tasks) Results(ctx context.Context, take func(context.Context, work.Handed) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failed := make(chan error, checkers)
	var wg sync.WaitGroup
	for range checkers {
		wg.Go(func() {
			if err := t.drain(ctx, t.results, func(ctx context.Context, msg jetstream.Msg) (again, bad error) {
				got := work.Handed{Operator: strings.TrimPrefix(msg.Subject(), resultSubject+".")}
				if err := json.Unmarshal(msg.Data(), &got); err != nil {
					return nil, err
				}
				return take(ctx, got), nil
			}); err != nil {
				failed <- err
				cancel()
			}
		})
	}
	wg.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

// drain hands over messages until ctx ends; bad ones are dropped, those that
// could not be dealt with come again.
func (t *Tasks) drain(ctx context.Context, consumer jetstream.Consumer, take func(context.Context, jetstream.Msg) (again, bad error)) error {
	for ctx.Err() == nil {
		msg, err := next(ctx, consumer)
		if err != nil {
			return err
		}
		if msg == nil {
			continue
		}
		again, bad := take(ctx, msg)
		switch {
		case bad != nil:
			_ = msg.TermWithReason("it cannot be read") // where this is lost it comes again, and is dropped then
		case again != nil:
			_ = msg.NakWithDelay(time.Second)
		default:
			_ = msg.Ack() // where this is lost it comes again, and changes nothing
		}
	}
	return nil
}

// patience is how long one wait for a message lasts.
const patience = 2 * time.Second

// next waits a while for a message; nil where none came. While the bus is out of
// reach none does.
func next(ctx context.Context, consumer jetstream.Consumer) (jetstream.Msg, error) {
	return first(ctx, consumer, jetstream.FetchMaxWait(patience))
}

func first(ctx context.Context, consumer jetstream.Consumer, wait jetstream.FetchOpt) (jetstream.Msg, error) {
	batch, err := consumer.Fetch(1, wait)
	if err == nil {
		for msg := range batch.Messages() {
			return msg, nil
		}
		err = batch.Error()
	}
	if err == nil || ctx.Err() != nil || errors.Is(err, nats.ErrTimeout) || errors.Is(err, jetstream.ErrNoMessages) {
		return nil, nil
	}
	if errors.Is(err, nats.ErrConnectionClosed) {
		return nil, fmt.Errorf("bus: wait for a message: %w", err)
	}
	// No answer, no leader, no link: that passes.
	select {
	case <-ctx.Done():
	case <-time.After(patience / 10):
	}
	return nil, nil
}

// Dead hands each task that was set aside to take until ctx ends.
func (t *Tasks) Dead(ctx context.Context, take func(context.Context, work.DeadLetter) error) error {
	return t.drain(ctx, t.dead, func(ctx context.Context, msg jetstream.Msg) (again, bad error) {
		if operator, ok := strings.CutPrefix(msg.Subject(), deadSubject+"."); ok {
			got := work.DeadLetter{Operator: operator}
			if err := json.Unmarshal(msg.Data(), &got); err != nil {
				return nil, err
			}
			got.Reason = fmt.Sprintf("%.200s", got.Reason)
			return take(ctx, got), nil
		}
		return t.exhausted(ctx, msg, take)
	})
}

// exhausted sets a task aside that was given out as often as is allowed, and
// never came back.
func (t *Tasks) exhausted(ctx context.Context, msg jetstream.Msg, take func(context.Context, work.DeadLetter) error) (again, bad error) {
	var advisory struct {
		Seq   uint64 `json:"stream_seq"`
		Tries int    `json:"deliveries"`
	}
	if err := json.Unmarshal(msg.Data(), &advisory); err != nil {
		return nil, err
	}
	ctx, cancelOnce := context.WithTimeout(ctx, 2*once)
	defer cancelOnce()
	stream, err := t.js.Stream(ctx, taskStream)
	if err != nil {
		return err, nil
	}
	raw, err := stream.GetMsg(ctx, advisory.Seq)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil, nil // it was done after all
	}
	if err != nil {
		return err, nil
	}
	var s work.Spec
	if err := json.Unmarshal(raw.Data, &s); err != nil {
		return nil, errors.Join(err, stream.DeleteMsg(ctx, advisory.Seq))
	}
	if err := take(ctx, work.DeadLetter{Task: s.Digest(), Reason: fmt.Sprintf("it was given out %d times and never came back", advisory.Tries)}); err != nil {
		return err, nil
	}
	// What was told is done, also while the process is being stopped.
	rest, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	return stream.DeleteMsg(rest, advisory.Seq), nil
}

// question is what a worker is asked about a result.
type question struct {
	Task    proof.Hash `json:"task"`
	Indices []int      `json:"indices"`
}

// Open asks an operator's worker for leaves of a result.
func (t *Tasks) Open(ctx context.Context, operator string, w work.Worker, task proof.Hash, indices []int) ([]work.Opening, error) {
	if err := CheckName(operator); err != nil {
		return nil, err
	}
	body, err := json.Marshal(question{task, indices})
	if err != nil {
		return nil, fmt.Errorf("bus: encode question: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, t.lease)
	defer cancel()
	said, err := t.asker.ask(ctx, operator, openSubject+"."+operator+"."+w.String(), body)
	if err != nil {
		return nil, fmt.Errorf("bus: ask worker %.8s for leaves: %w", w, err)
	}
	var opened []work.Opening
	if err := json.Unmarshal(said, &opened); err != nil {
		return nil, fmt.Errorf("bus: worker %.8s does not answer with leaves: %w", w, err)
	}
	return opened, nil
}
