package stratum

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"net"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashsplit"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// Router hands machines the work of pools. It is safe for concurrent use.
type Router struct {
	o        Options
	attempts sync.Pool
	group    sync.WaitGroup
	jobs     atomic.Uint32 // number of the newest job
	key      [32]byte      // that session ids are made with

	mu           sync.Mutex
	destinations []*destination // in their order
	clients      map[*client]struct{}
	perHost      map[string]int
	reserved     map[string]reservation // by session id
	told         map[string]time.Time   // workers that were told to reconnect, when
	refused      map[string]time.Time   // workers that are kept out, until when
	ended        map[string]gap         // workers that went, to tell how long they stay away
	book         *hashsplit.Book
	woken        chan struct{} // closed when a session comes up
	alone        time.Time     // since when no pool is up; zero: one is
	lonely       bool          // machines are sent to pools of their own
	lastID       uint64
	counts       Counts
	changed      chan []Destination
	planNow      chan struct{}
}

// destination is a pool and what it has been given.
type destination struct {
	Destination
	user     []byte // JSON
	cancel   context.CancelFunc
	sessions map[*session]struct{} // guarded by the router's mutex
	failing  string                // why it is not reached; guarded by the router's mutex
	rate     float64               // hashes per second of its machines as of the newest plan and since

	mu    sync.Mutex
	tally Tally
	since float64 // difficulty of good shares since the newest plan
}

func (d *destination) count(f func(*Tally)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f(&d.tally)
}

// reservation is a destination that a machine was promised when it was told to
// reconnect.
type reservation struct {
	to    string
	until time.Time
}

// New is a router that gives its machines to destinations.
func New(o Options, destinations []Destination) (*Router, error) {
	if err := o.fill(); err != nil {
		return nil, err
	}
	if err := Check(destinations); err != nil {
		return nil, err
	}
	r := &Router{
		o: o, clients: make(map[*client]struct{}), perHost: make(map[string]int), reserved: make(map[string]reservation),
		told: make(map[string]time.Time), refused: make(map[string]time.Time), ended: make(map[string]gap),
		book: hashsplit.NewBook(o.Horizon), woken: make(chan struct{}), alone: time.Now(),
		changed: make(chan []Destination), planNow: make(chan struct{}, 1),
	}
	r.attempts.New = newAttempt
	if _, err := rand.Read(r.key[:]); err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	for _, d := range destinations {
		r.destinations = append(r.destinations, newDestination(d))
	}
	return r, nil
}

func newDestination(d Destination) *destination {
	d.Connections = max(d.Connections, 1)
	return &destination{Destination: d, user: appendText(nil, d.User), sessions: make(map[*session]struct{})}
}

// Run serves machines on the listener until ctx ends.
func (r *Router) Run(ctx context.Context, l net.Listener) error {
	defer r.group.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if r.o.TLS != nil {
		l = tls.NewListener(l, r.o.TLS)
	}
	stop := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer func() { stop(); _ = l.Close() }()
	r.mu.Lock()
	for _, d := range r.destinations {
		r.launch(ctx, d)
	}
	r.mu.Unlock()
	r.group.Go(func() { r.plan(ctx) })
	wait := time.Duration(0)
	for {
		conn, err := l.Accept()
		if ctx.Err() != nil {
			if err == nil {
				_ = conn.Close()
			}
			return nil
		}
		if err != nil { // out of descriptors, most likely: it passes
			wait = min(max(2*wait, 5*time.Millisecond), time.Second)
			r.o.Log.WarnContext(ctx, "connection not accepted", "error", err)
			if !pause(ctx, wait) {
				return nil
			}
			continue
		}
		wait = 0
		r.take(ctx, conn)
	}
}

func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}

// take serves a connection, unless there are too many or no pool to work for.
func (r *Router) take(ctx context.Context, conn net.Conn) {
	host, _, err := net.SplitHostPort(conn.RemoteAddr().String())
	if err != nil {
		host = conn.RemoteAddr().String()
	}
	r.mu.Lock()
	full := len(r.clients) >= r.o.Most || r.perHost[host] >= r.o.MostPerIP
	if full || r.lonely {
		if full {
			r.counts.Full++
		}
		r.mu.Unlock()
		_ = conn.Close() // the machine goes on to its next pool
		return
	}
	r.lastID++
	r.counts.Connections++
	c := newClient(r, r.lastID, conn, host)
	r.clients[c] = struct{}{}
	r.perHost[host]++
	r.mu.Unlock()
	r.group.Go(func() { r.serve(ctx, c) })
}

// serve keeps its frame small: it stands on every connection's stack.
func (r *Router) serve(ctx context.Context, c *client) {
	stop := context.AfterFunc(ctx, c.close)
	err := c.run(ctx)
	stop()
	c.close()
	r.bury(ctx, c, err)
}

func (r *Router) bury(ctx context.Context, c *client, err error) {
	c.part()
	r.mu.Lock()
	delete(r.clients, c)
	if r.perHost[c.host]--; r.perHost[c.host] == 0 {
		delete(r.perHost, c.host)
	}
	switch {
	case errors.Is(err, errFlood), errors.Is(err, errInvalid):
		r.counts.Floods++
	case errors.Is(err, errLineTooLong), errors.Is(err, errNotJSON):
		r.counts.Malformed++
	case errors.Is(err, errUnnamed):
		r.counts.Unnamed++
	}
	if ctx.Err() == nil {
		r.wentAway(c)
	}
	r.mu.Unlock()
	r.o.Log.DebugContext(ctx, "machine gone", "host", c.host, "error", err)
}

// launch keeps the connections to a destination. The caller holds the mutex.
func (r *Router) launch(ctx context.Context, d *destination) {
	ctx, d.cancel = context.WithCancel(ctx)
	for range d.Connections {
		r.group.Go(func() { r.keep(ctx, d) })
	}
}

// keep keeps one connection to a pool, over its URLs in turn.
func (r *Router) keep(ctx context.Context, d *destination) {
	wait := r.o.RetryAfter
	for i := 0; ; i++ {
		began := time.Now()
		err := r.connect(ctx, d, d.URLs[i%len(d.URLs)])
		if ctx.Err() != nil {
			return
		}
		r.mu.Lock()
		d.failing = err.Error()
		r.counts.PoolLosses++
		r.mu.Unlock()
		r.o.Log.WarnContext(ctx, "pool lost", "destination", d.Name, "error", err)
		if time.Since(began) > time.Minute {
			wait, i = r.o.RetryAfter, -1 // it was up: begin with the first again
		}
		if !pause(ctx, wait) {
			return
		}
		wait = min(2*wait, time.Minute)
	}
}

// connect speaks with a pool until the connection ends.
func (r *Router) connect(ctx context.Context, d *destination, raw string) error {
	address, encrypted, err := parseURL(raw)
	if err != nil {
		return err
	}
	dialer := net.Dialer{Timeout: poolHandshake, KeepAlive: time.Minute}
	conn, err := dialer.DialContext(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("reach the pool: %w", err)
	}
	if encrypted {
		settings := &tls.Config{MinVersion: tls.VersionTLS12}
		if r.o.RootCAs != nil {
			settings = r.o.RootCAs.Clone()
		}
		settings.ServerName, _, _ = net.SplitHostPort(address)
		conn = tls.Client(conn, settings)
	}
	s := newSession(r, d, conn)
	r.mu.Lock()
	d.sessions[s] = struct{}{}
	r.mu.Unlock()
	err = s.run(ctx)
	r.mu.Lock()
	delete(d.sessions, s)
	r.mu.Unlock()
	if owed := s.unanswered(); owed > 0 {
		d.count(func(t *Tally) { t.Unanswered += owed })
	}
	r.rehouse(s.leave())
	return err
}

// wake tells those that wait that a session is up.
func (r *Router) wake() {
	select {
	case r.planNow <- struct{}{}:
	default:
	}
}

// seat finds a machine its first place. It waits a while for a pool.
func (r *Router) seat(ctx context.Context, c *client, session string) (place, error) {
	deadline := time.Now().Add(poolWait)
	for {
		r.mu.Lock()
		prefer := ""
		if promise, ok := r.reserved[session]; ok && time.Now().Before(promise.until) {
			prefer = promise.to
			delete(r.reserved, session)
		}
		s := r.choose(prefer)
		woken := r.woken
		r.mu.Unlock()
		if s != nil {
			if prefix, ok := s.join(c); ok {
				s.d.count(func(t *Tally) { t.Joined++ })
				return place{s, prefix}, nil
			}
		}
		left := time.Until(deadline)
		if left <= 0 {
			return place{}, errNoPool
		}
		t := time.NewTimer(min(left, time.Second))
		select {
		case <-ctx.Done():
			t.Stop()
			return place{}, ctx.Err()
		case <-woken:
		case <-t.C:
		}
		t.Stop()
	}
}

// choose is the emptiest session of the destination that lacks most, or of the
// preferred one, and counts a usual machine as given to it. The caller holds the
// mutex. It is nil where no pool is up.
func (r *Router) choose(prefer string) *session {
	var best *destination
	var usual, total float64
	list := r.forSplit()
	for _, d := range r.destinations {
		total += d.rate
	}
	usual = r.o.Start * hashwork.HashesPerDifficulty * r.o.SharesPerMinute / 60
	if n := len(r.clients); n > 0 && total > 0 {
		usual = total / float64(n)
	}
	targets := hashsplit.Targets(list, total+usual)
	lack := 0.0
	for i, d := range r.destinations {
		if !list[i].Up {
			continue
		}
		if d.Name == prefer {
			best = d
			break
		}
		if l := targets[d.Name] - d.rate; best == nil || l > lack {
			best, lack = d, l
		}
	}
	if best == nil {
		return nil
	}
	best.rate += usual
	return best.emptiest()
}

// emptiest is the session with the fewest machines, nil where none is up.
func (d *destination) emptiest() *session {
	var best *session
	fewest := 0
	for s := range d.sessions {
		if !s.up.Load() {
			continue
		}
		if n := s.load(); best == nil || n < fewest {
			best, fewest = s, n
		}
	}
	return best
}

// forSplit is the destinations as they are split over. The caller holds the
// mutex.
func (r *Router) forSplit() []hashsplit.Destination {
	list := make([]hashsplit.Destination, len(r.destinations))
	for i, d := range r.destinations {
		list[i] = hashsplit.Destination{
			Name: d.Name, Weight: d.Weight, Contract: d.Contract, Backup: d.Backup, Up: d.emptiest() != nil,
		}
	}
	return list
}

// seal makes a session id of a connection's number.
func (r *Router) seal(id uint64) []byte {
	b := binary.BigEndian.AppendUint64(nil, id)
	mac := hmac.New(sha256.New, r.key[:])
	mac.Write(b)
	return mac.Sum(b)[:16]
}

// admit lets a worker in unless it is kept out, and counts how long it was away.
func (r *Router) admit(c *client, worker string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if until, ok := r.refused[worker]; ok && time.Now().Before(until) {
		return fmt.Errorf("%s is kept out until %s", worker, until.UTC().Format(time.RFC3339))
	}
	r.cameBack(worker)
	return nil
}

// advertised is where machines are told to reconnect to: the host, and the port
// in JSON.
func (r *Router) advertised(conn net.Conn) (host string, port []byte) {
	address := r.o.Advertise
	if address == "" {
		address = conn.LocalAddr().String()
	}
	host, digits, err := net.SplitHostPort(address)
	if n, bad := strconv.ParseUint(digits, 10, 16); err == nil && bad == nil {
		return host, strconv.AppendUint(nil, n, 10)
	}
	return host, []byte("0")
}

// Set changes the destinations while the router runs: those of the same name,
// pools and user keep their connections. It takes effect with the next plan,
// which is made at once.
func (r *Router) Set(ctx context.Context, destinations []Destination) error {
	if err := Check(destinations); err != nil {
		return err
	}
	select {
	case r.changed <- slices.Clone(destinations):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// apply puts changed destinations in place.
func (r *Router) apply(ctx context.Context, destinations []Destination) {
	r.mu.Lock()
	defer r.mu.Unlock()
	old := make(map[string]*destination)
	for _, d := range r.destinations {
		old[d.Name] = d
	}
	r.destinations = nil
	clear(r.told) // a changed agreement is worth another reconnect
	for _, want := range destinations {
		want.Connections = max(want.Connections, 1)
		d := old[want.Name]
		if d != nil && slices.Equal(d.URLs, want.URLs) && d.User == want.User && d.Password == want.Password && d.Connections == want.Connections {
			d.Destination = want
			delete(old, want.Name)
		} else {
			d = newDestination(want)
			r.launch(ctx, d)
		}
		r.destinations = append(r.destinations, d)
	}
	for d := range maps.Values(old) {
		d.retire()
	}
}

// retire ends the connections of a destination that is no more.
func (d *destination) retire() {
	if d.cancel != nil {
		d.cancel()
	}
}

// reserve promises a machine its destination for when it is back. The caller
// holds the mutex.
func (r *Router) reserve(c *client, to string, until time.Time) {
	r.reserved[hex.EncodeToString(r.seal(c.id))] = reservation{to, until}
}
