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
	"github.com/nats-io/nuid"
)

// ErrNobody means that no one who could answer is there.
var ErrNobody = errors.New("it is not connected to the coordinator")

// asker asks users from the coordinator's side. Their answers come on subjects of
// their own (answer.NAME.>), since a leaf node carries answers only where it was
// told beforehand that somebody waits for them.
type asker struct {
	nc *nats.Conn
	id string

	mu   sync.Mutex
	open map[string]chan *nats.Msg
}

func newAsker(nc *nats.Conn) (*asker, error) {
	a := &asker{nc: nc, id: nuid.Next(), open: map[string]chan *nats.Msg{}}
	if _, err := nc.Subscribe(answerSubject+".*."+a.id+".*", a.answered); err != nil {
		return nil, fmt.Errorf("bus: listen for answers: %w", err)
	}
	return a, nil
}

func (a *asker) answered(msg *nats.Msg) {
	token := msg.Subject[strings.LastIndexByte(msg.Subject, '.')+1:]
	a.mu.Lock()
	waiting, ok := a.open[token]
	delete(a.open, token)
	a.mu.Unlock()
	if ok {
		waiting <- msg // has room for one, and one is sent
	}
}

// ask sends a question to a user and waits for the answer.
func (a *asker) ask(ctx context.Context, name, subject string, body []byte) ([]byte, error) {
	token, waiting := nuid.Next(), make(chan *nats.Msg, 1)
	a.mu.Lock()
	a.open[token] = waiting
	a.mu.Unlock()
	defer func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		delete(a.open, token)
	}()
	if err := a.nc.PublishRequest(subject, strings.Join([]string{answerSubject, name, a.id, token}, "."), body); err != nil {
		return nil, fmt.Errorf("bus: %s: %w", subject, err)
	}
	select {
	case msg := <-waiting:
		if len(msg.Data) == 0 && msg.Header.Get("Status") == "503" {
			return nil, fmt.Errorf("bus: %s: %w", name, ErrNobody)
		}
		return msg.Data, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("bus: %s: no answer: %w", name, ctx.Err())
	}
}

// answer is what comes back from a request.
type answer struct {
	Error string          `json:"error,omitempty"`
	Body  json.RawMessage `json:"body,omitempty"`
}

func (a answer) read(subject string) (json.RawMessage, error) {
	if a.Error != "" {
		return nil, fmt.Errorf("bus: %s: %s", subject, a.Error)
	}
	return a.Body, nil
}

// patienceOfAsker is how long one waits for the coordinator, or it for a site.
const patienceOfAsker = 10 * time.Second

// request asks the coordinator.
func request(ctx context.Context, nc *nats.Conn, subject string, body any) (json.RawMessage, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("bus: encode request: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patienceOfAsker)
	defer cancel()
	msg, err := nc.RequestWithContext(ctx, subject, raw)
	if err != nil {
		return nil, fmt.Errorf("bus: %s: %w", subject, err)
	}
	var a answer
	if err := json.Unmarshal(msg.Data, &a); err != nil {
		return nil, fmt.Errorf("bus: %s: the answer cannot be read", subject)
	}
	return a.read(subject)
}

// serve answers requests on a subject until stop is called.
func serve(nc *nats.Conn, subject string, do func(subject string, body []byte) (any, error)) (stop func() error, err error) {
	sub, err := nc.Subscribe(subject, func(msg *nats.Msg) {
		var a answer
		v, err := do(msg.Subject, msg.Data)
		if err == nil && v != nil {
			a.Body, err = json.Marshal(v)
		}
		if err != nil {
			a = answer{Error: err.Error()}
		}
		if body, err := json.Marshal(a); err == nil {
			_ = msg.Respond(body) // whoever asked asks again
		}
	})
	if err == nil {
		err = nc.Flush()
	}
	if err != nil {
		return nil, fmt.Errorf("bus: listen on %s: %w", subject, err)
	}
	return func() error { return errors.Join(sub.Unsubscribe(), nc.Flush()) }, nil
}
