package stratum

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

const (
	longestFromPool = 256 << 10 // bytes of a line: coinbases may pay many
	poolHandshake   = 20 * time.Second
	poolSilence     = 10 * time.Minute // pools send work far more often
	mostAsked       = 1 << 16          // shares whose answer a pool may owe
	longestNonce2   = 16               // bytes
)

// The ids of the requests at the start of a connection to a pool.
const (
	askConfigure = 1 + iota
	askSubscribe
	askAuthorize
	firstShare = 16
)

// session is one connection to a pool, from its handshake to its end.
type session struct {
	r *Router
	d *destination
	sender

	// Set in the handshake, unchanged after.
	extranonce []byte
	own        int                  // bytes of extranonce2 that tell machines apart
	room       int                  // bytes of extranonce2 that are left to a machine
	mask       hashwork.VersionMask // bits that machines may roll here
	theirs     hashwork.VersionMask // bits that the pool takes from a share: some say more than they were asked for
	named      bool                 // the pool knows the user

	jobs atomic.Pointer[[]*job] // newest last; nil until work has come

	most atomic.Uint64 // bits of the pool's difficulty
	up   atomic.Bool   // machines may be given to it

	clientsMu  sync.Mutex
	target     hashwork.Target // of the pool's difficulty
	clients    map[*client]struct{}
	prefixes   map[uint32]struct{}
	nextPrefix uint32

	askedMu sync.Mutex
	asked   map[uint64]float64 // shares without an answer yet: their worth to the pool
	lastID  uint64
}

var (
	errRefused = errors.New("the pool refused")
	errSpeech  = errors.New("the pool does not speak as it should")
)

func newSession(r *Router, d *destination, conn net.Conn) *session {
	s := &session{
		r: r, d: d, target: hashwork.TargetOf(r.o.Ease), lastID: firstShare,
		clients: make(map[*client]struct{}), prefixes: make(map[uint32]struct{}), asked: make(map[uint64]float64),
	}
	s.most.Store(math.Float64bits(1))
	s.open(conn, &r.attempts, &r.group)
	return s
}

// run speaks with the pool until the connection ends.
func (s *session) run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, s.close)
	defer stop()
	defer s.close()
	if err := s.conn.SetReadDeadline(time.Now().Add(poolHandshake)); err != nil {
		return err
	}
	s.send(append(appendHexWord([]byte(`{"id":1,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"`), uint32(s.r.o.Mask)),
		`","version-rolling.min-bit-count":2}]}`+"\n"...))
	l := lines{conn: s.conn, limit: longestFromPool}
	for {
		line, err := l.next()
		if err != nil {
			return err
		}
		m, err := parseMessage(line)
		if err != nil {
			return fmt.Errorf("%w: %w", errSpeech, err)
		}
		if len(m.method) > 0 {
			err = s.told(&m)
		} else {
			err = s.answered(&m)
		}
		if err != nil {
			return err
		}
		if s.jobs.Load() != nil {
			if err := s.conn.SetReadDeadline(time.Now().Add(poolSilence)); err != nil {
				return err
			}
		}
	}
}

// told is what the pool says unasked.
func (s *session) told(m *message) error {
	var p [3][]byte
	switch string(m.method) {
	case "mining.notify":
		j, clean, err := parseNotify(m.params)
		if err != nil {
			return err
		}
		s.publish(j, clean)
	case "mining.set_difficulty":
		if split(m.params, p[:]) < 1 {
			return fmt.Errorf("%w: a difficulty without a number", errSpeech)
		}
		d, ok := number(p[0])
		if !ok || !sane(d) {
			return fmt.Errorf("%w: its difficulty is none", errSpeech)
		}
		s.setDifficulty(d)
	case "client.reconnect":
		return errors.New("the pool asks for a new connection")
	case "client.show_message":
		if split(m.params, p[:]) > 0 {
			s.r.o.Log.Info("message from a pool", "destination", s.d.Name, "text", clip(p[0]))
		}
	case "client.get_version":
		s.send(append(append([]byte(`{"id":`), id(m.id)...), `,"result":"`+agent+`","error":null}`+"\n"...))
	}
	return nil
}

// answered is what the pool says to a request.
func (s *session) answered(m *message) error {
	n, err := strconv.ParseUint(string(m.id), 10, 64)
	if err != nil {
		return nil // an answer to nothing that was asked
	}
	switch n {
	case askConfigure:
		s.configured(m)
		s.send([]byte(`{"id":2,"method":"mining.subscribe","params":["` + agent + `"]}` + "\n"))
	case askSubscribe:
		if err := s.subscribed(m); err != nil {
			return err
		}
		b := appendText([]byte(`{"id":3,"method":"mining.authorize","params":[`), s.d.User)
		b = appendText(append(b, ','), string(s.d.Password))
		s.send(append(b, "]}\n"...))
	case askAuthorize:
		if m.failed() || string(m.result) != "true" {
			return fmt.Errorf("%w the user %s: %s", errRefused, s.d.User, clip(m.fault))
		}
		s.named = true
		s.arrive()
	default:
		s.judged(n, m)
	}
	return nil
}

// configured takes what a pool says of version rolling; one that does not know
// of it says an error.
func (s *session) configured(m *message) {
	if m.failed() || string(member(m.result, "version-rolling")) != "true" {
		return
	}
	if mask, ok := hexWord(member(m.result, "version-rolling.mask")); ok {
		s.theirs = hashwork.VersionMask(mask)
		s.mask = s.r.o.Mask & s.theirs
	}
}

func (s *session) subscribed(m *message) error {
	var p [3][]byte
	if m.failed() || split(m.result, p[:]) < 3 {
		return fmt.Errorf("%w the subscription: %s", errRefused, clip(m.fault))
	}
	extranonce, ok := hexBytes(nil, p[1])
	size, isNumber := number(p[2])
	if !ok || !isNumber || len(extranonce) > longestNonce2 || size != float64(int(size)) || size > longestNonce2 {
		return fmt.Errorf("%w: its extranonce cannot be used", errSpeech)
	}
	switch {
	case size >= 4:
		s.own = 2
	case size == 3:
		s.own = 1
	default:
		return fmt.Errorf("%w: an extranonce2 of %g bytes leaves no room to tell machines apart", errSpeech, size)
	}
	s.extranonce, s.room = extranonce, int(size)-s.own
	return nil
}

// publish hands out the pool's new work.
func (s *session) publish(j *job, clean bool) {
	j.owner = s
	s.clientsMu.Lock()
	defer s.clientsMu.Unlock()
	j.pool, j.worth = s.target, s.ceiling()
	j.publish(s.r.jobs.Add(1))
	var kept []*job
	if old := s.jobs.Load(); old != nil {
		kept = (*old)[max(0, len(*old)-jobsKept+1):]
		for _, o := range *old {
			if clean {
				o.stale.Store(true)
			}
		}
	}
	next := append(append(make([]*job, 0, len(kept)+1), kept...), j)
	s.jobs.Store(&next)
	if !s.up.Load() {
		s.arriveLocked()
		return
	}
	line := j.line
	if clean {
		line = j.fresh
	}
	for c := range s.clients {
		c.give(s, line)
	}
}

// arrive makes the session one that machines can be given to, once the pool has
// said everything that it takes.
func (s *session) arrive() {
	s.clientsMu.Lock()
	defer s.clientsMu.Unlock()
	s.arriveLocked()
}

func (s *session) arriveLocked() {
	if s.up.Load() || !s.named || s.jobs.Load() == nil {
		return
	}
	s.up.Store(true)
	s.r.wake()
}

func (s *session) setDifficulty(d float64) {
	s.clientsMu.Lock()
	defer s.clientsMu.Unlock()
	s.most.Store(math.Float64bits(d))
	s.target = hashwork.TargetOf(d * s.r.o.Ease)
	for c := range s.clients {
		c.ceiling(s, d)
	}
}

// ceiling is the pool's difficulty: machines get no greater one.
func (s *session) ceiling() float64 { return math.Float64frombits(s.most.Load()) }

// newest is the newest work.
func (s *session) newest() *job {
	jobs := *s.jobs.Load()
	return jobs[len(jobs)-1]
}

// find is the work of that number, nil where it is none of the session's.
func (s *session) find(number uint32) *job {
	jobs := s.jobs.Load()
	if jobs == nil {
		return nil
	}
	for i := len(*jobs) - 1; i >= 0; i-- {
		if (*jobs)[i].number == number {
			return (*jobs)[i]
		}
	}
	return nil
}

// join takes a machine in, with a piece of the extranonce of its own, unless the
// session is down or full.
func (s *session) join(c *client) (prefix uint32, ok bool) {
	s.clientsMu.Lock()
	defer s.clientsMu.Unlock()
	all := uint32(1) << (8 * s.own)
	if !s.up.Load() || len(s.prefixes) >= int(all) {
		return 0, false
	}
	for {
		prefix = s.nextPrefix % all
		s.nextPrefix++
		if _, taken := s.prefixes[prefix]; !taken {
			break
		}
	}
	s.prefixes[prefix] = struct{}{}
	s.clients[c] = struct{}{}
	return prefix, true
}

// quit lets a machine go; its piece of the extranonce stays its own until it is
// released, for shares that are on their way.
func (s *session) quit(c *client) {
	s.clientsMu.Lock()
	delete(s.clients, c)
	s.clientsMu.Unlock()
}

func (s *session) release(prefix uint32) {
	s.clientsMu.Lock()
	delete(s.prefixes, prefix)
	s.clientsMu.Unlock()
}

// load is how many machines the session has.
func (s *session) load() int {
	s.clientsMu.Lock()
	defer s.clientsMu.Unlock()
	return len(s.clients)
}

// leave ends the session for its machines, which it gives back.
func (s *session) leave() []*client {
	s.clientsMu.Lock()
	defer s.clientsMu.Unlock()
	s.up.Store(false)
	left := make([]*client, 0, len(s.clients))
	for c := range s.clients {
		left = append(left, c)
	}
	return left
}

// submit passes a share on to the pool.
func (s *session) submit(j *job, nonce2 []byte, version, ntime, nonce uint32) {
	var room [512]byte
	s.askedMu.Lock()
	if len(s.asked) >= mostAsked {
		clear(s.asked) // a pool that owes so many answers will give none
		s.d.count(func(t *Tally) { t.Unanswered += mostAsked })
	}
	s.lastID++
	s.asked[s.lastID] = j.worth
	b := strconv.AppendUint(append(room[:0], `{"id":`...), s.lastID, 10)
	s.askedMu.Unlock()
	b = append(b, `,"method":"mining.submit","params":[`...)
	b = append(b, s.d.user...)
	b = append(append(append(b, ','), j.name...), `,"`...)
	b = append(appendHex(b, nonce2), `","`...)
	b = append(appendHexWord(b, ntime), `","`...)
	b = appendHexWord(b, nonce)
	if s.theirs != 0 {
		b = appendHexWord(append(b, `","`...), version&uint32(s.theirs))
	}
	s.send(append(b, "\"]}\n"...))
}

// judged counts what the pool says of a share.
func (s *session) judged(n uint64, m *message) {
	s.askedMu.Lock()
	worth, known := s.asked[n]
	delete(s.asked, n)
	s.askedMu.Unlock()
	if !known {
		return
	}
	good := !m.failed() && string(m.result) == "true"
	code := 0
	if !good {
		var p [2][]byte
		if split(m.fault, p[:]) > 0 {
			if v, ok := number(p[0]); ok {
				code = int(v)
			}
		}
		s.r.o.Log.Debug("share refused by a pool", "destination", s.d.Name, "error", clip(m.fault))
	}
	s.d.count(func(t *Tally) {
		switch {
		case good:
			t.PoolAccepted++
			t.PoolWork += worth
		case code == codeStale:
			t.PoolStale++
		default:
			t.PoolRejected++
		}
	})
}

// unanswered is how many shares the pool will never answer.
func (s *session) unanswered() int {
	s.askedMu.Lock()
	defer s.askedMu.Unlock()
	return len(s.asked)
}

// clip is what may be shown of a line from outside.
func clip(b []byte) string {
	const most = 200
	return strconv.QuoteToASCII(string(b[:min(len(b), most)]))
}
