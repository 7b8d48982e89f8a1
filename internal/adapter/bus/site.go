package bus

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	siteStream = "SITES"
	fedStream  = "FED"
	// WeightsBucket is the object store of what all sites read and is too large,
	// or too long-lived, for a message: the weights of policies.
	WeightsBucket = "weights"
)

// Hub is the coordinator's side of what passes to and from sites. What sites
// tell (site.NAME.KIND) is kept in one stream until whoever reads a kind has
// dealt with it; what they are all told (fed.>) in another, for a week.
type Hub struct {
	nc      *nats.Conn
	js      jetstream.JetStream
	asker   *asker
	Weights jetstream.ObjectStore
}

// NewHub makes the streams where they are not there yet.
func NewHub(ctx context.Context, nc *nats.Conn, replicas int) (*Hub, error) {
	js, err := jetstream.NewWithDomain(nc, Domain)
	if err != nil {
		return nil, fmt.Errorf("bus: %w", err)
	}
	h := &Hub{nc: nc, js: js}
	if h.asker, err = newAsker(nc); err != nil {
		return nil, err
	}
	const week, month = 7 * 24 * time.Hour, 30 * 24 * time.Hour
	for _, stream := range []jetstream.StreamConfig{
		{Name: siteStream, Subjects: []string{siteSubject + ".*.>"}, MaxAge: month, MaxBytes: 512 << 20},
		{Name: fedStream, Subjects: []string{fedSubject + ".>"}, MaxAge: week, MaxBytes: 256 << 20},
	} {
		stream.Storage, stream.Replicas, stream.Duplicates = jetstream.FileStorage, replicas, time.Hour
		if _, err = js.CreateOrUpdateStream(ctx, stream); err != nil {
			return nil, fmt.Errorf("bus: stream %s: %w", stream.Name, err)
		}
	}
	if h.Weights, err = js.CreateOrUpdateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: WeightsBucket, MaxBytes: 512 << 20, Replicas: replicas}); err != nil {
		return nil, fmt.Errorf("bus: store of weights: %w", err)
	}
	return h, nil
}

// Message is what a site told. The bus vouches for the site.
type Message struct {
	Site string
	Kind string // what stands behind the site in the subject, such as "event" or "fed.7.masked"
	Body []byte
}

// Listen hands each message of a kind (a subject's end, which may hold wildcards)
// to take until ctx ends, in the order in which they came; one that take fails on
// comes again first. reader names who reads: its place is kept.
func (h *Hub) Listen(ctx context.Context, reader, kind string, take func(context.Context, Message) error) error {
	var consumer jetstream.Consumer
	for ctx.Err() == nil {
		// Asked for again after each silence: a consumer that a server took down with
		// it is not there, and one that is there changes nothing.
		if consumer == nil {
			var err error
			if consumer, err = h.reader(ctx, reader, kind); err != nil {
				return err
			}
		}
		msg, err := next(ctx, consumer)
		if err != nil {
			return err
		}
		if msg == nil {
			consumer = nil
			continue
		}
		site, kind, _ := strings.Cut(strings.TrimPrefix(msg.Subject(), siteSubject+"."), ".")
		if take(ctx, Message{Site: site, Kind: kind, Body: msg.Data()}) != nil {
			_ = msg.NakWithDelay(time.Second)
			continue
		}
		_ = msg.Ack() // where this is lost it comes again: whoever takes messages knows them again
	}
	return nil
}

// reader is the consumer that remembers how far somebody has listened. While no
// server answers, as when a leader is chosen, it is asked for again.
func (h *Hub) reader(ctx context.Context, name, kind string) (jetstream.Consumer, error) {
	for {
		attempt, cancel := context.WithTimeout(ctx, once)
		consumer, err := h.js.CreateOrUpdateConsumer(attempt, siteStream, jetstream.ConsumerConfig{
			Durable: name, FilterSubject: siteSubject + ".*." + kind, AckPolicy: jetstream.AckExplicitPolicy, AckWait: Lease, MaxAckPending: 1,
		})
		cancel()
		if err == nil || errors.Is(err, nats.ErrConnectionClosed) || ctx.Err() != nil {
			if err != nil {
				err = fmt.Errorf("bus: listen to sites: %w", err)
			}
			return consumer, err
		}
		select {
		case <-ctx.Done():
		case <-time.After(patience / 10):
		}
	}
}

// Tell tells all sites (fed.KIND), once for each id.
func (h *Hub) Tell(ctx context.Context, kind, id string, body []byte) error {
	return publish(ctx, h.js, fedSubject+"."+kind, body, id)
}

// Command asks a site to do something (cmd.NAME.KIND) and waits for its answer.
func (h *Hub) Command(ctx context.Context, site, kind string, body any) (json.RawMessage, error) {
	if err := CheckName(site); err != nil {
		return nil, err
	}
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("bus: encode command: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patienceOfAsker)
	defer cancel()
	subject := commandSubject + "." + site + "." + kind
	said, err := h.asker.ask(ctx, site, subject, raw)
	if err != nil {
		return nil, err
	}
	var a answer
	if err := json.Unmarshal(said, &a); err != nil {
		return nil, fmt.Errorf("bus: %s: the answer cannot be read", subject)
	}
	return a.read(subject)
}

// Time is the coordinator's clock: where the world is simulated, all processes
// live in one.
type Time struct {
	Now   time.Time `json:"now_utc"`
	Speed float64   `json:"speed"`
}

// ServeTime tells the time to whoever asks.
func (h *Hub) ServeTime(now func() Time) (stop func() error, err error) {
	return serve(h.nc, clockSubject, func(string, []byte) (any, error) { return now(), nil })
}

// Site is a site's side.
type Site struct {
	nc   *nats.Conn
	js   jetstream.JetStream
	name string
}

// NewSite is for a site's connection, to its leaf or to the bus itself.
func NewSite(nc *nats.Conn, name string) (*Site, error) {
	if err := CheckName(name); err != nil {
		return nil, err
	}
	js, err := jetstream.NewWithDomain(nc, Domain)
	if err != nil {
		return nil, fmt.Errorf("bus: %w", err)
	}
	return &Site{nc, js, name}, nil
}

// Name is the site's.
func (s *Site) Name() string { return s.name }

// Tell tells the coordinator (site.NAME.KIND), once for each id of a kind. It
// returns when the coordinator's bus has it on its disk; while the link is cut it
// waits.
func (s *Site) Tell(ctx context.Context, kind, id string, body []byte) error {
	return publish(ctx, s.js, siteSubject+"."+s.name+"."+kind, body, s.name+"/"+kind+"/"+id)
}

// Obey does what the coordinator asks of this site (cmd.NAME.KIND) until stop is
// called.
func (s *Site) Obey(do func(kind string, body []byte) (any, error)) (stop func() error, err error) {
	prefix := commandSubject + "." + s.name + "."
	return serve(s.nc, prefix+">", func(subject string, body []byte) (any, error) { return do(strings.TrimPrefix(subject, prefix), body) })
}

// Hear hands over what all sites are told of a kind (which may hold wildcards),
// from a moment on, until ctx ends. Nothing is missed while the link is cut.
func (s *Site) Hear(ctx context.Context, kind string, since time.Time, take func(kind string, body []byte) error) error {
	consumer, err := s.js.OrderedConsumer(ctx, fedStream, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{fedSubject + "." + kind}, DeliverPolicy: jetstream.DeliverByStartTimePolicy, OptStartTime: &since,
	})
	if err != nil {
		return fmt.Errorf("bus: hear what all are told: %w", err)
	}
	for ctx.Err() == nil {
		msg, err := next(ctx, consumer)
		if err != nil {
			return err
		}
		if msg == nil {
			continue
		}
		if err := take(strings.TrimPrefix(msg.Subject(), fedSubject+"."), msg.Data()); err != nil {
			return err
		}
	}
	return nil
}

// Weights is the object store that all sites read.
func (s *Site) Weights(ctx context.Context) (jetstream.ObjectStore, error) {
	store, err := s.js.ObjectStore(ctx, WeightsBucket)
	if err != nil {
		return nil, fmt.Errorf("bus: store of weights: %w", err)
	}
	return store, nil
}

// Time asks for the coordinator's.
func (s *Site) Time(ctx context.Context) (t Time, err error) {
	raw, err := request(ctx, s.nc, clockSubject, struct{}{})
	if err == nil {
		err = json.Unmarshal(raw, &t)
	}
	return t, err
}
