package stratum

import (
	"context"
	"encoding/binary"
	"errors"
	"net"
	"strconv"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

const (
	longestLine   = 4 << 10 // bytes from a machine
	longestWorker = 128     // bytes
	mostWorkers   = 8       // names on one connection
	mostInvalid   = 100     // wrong shares in a row before a machine is cut off
	mostPerSecond = 50      // lines from one machine, on average
	burst         = 500     // lines
)

// agent is what the router calls itself.
const agent = "pouwdem/1"

// place is where a machine works.
type place struct {
	s      *session
	prefix uint32
}

// difficultySteps is how many changes back work is still judged by the
// difficulty that it was given out at.
const difficultySteps = 6

// step is a difficulty that a machine had.
type step struct {
	from       uint32 // number of the first job that was given out at it
	difficulty float64
	target     hashwork.Target
}

// client is one machine's connection.
type client struct {
	r    *Router
	id   uint64
	host string
	sender

	// Used by the connection's own goroutine alone.
	since   time.Time // of the line budget
	budget  float64
	invalid int // shares in a row

	state   sync.Mutex
	agent   string
	workers []string
	rolling hashwork.VersionMask // bits that it may roll; 0: none
	said    hashwork.VersionMask // bits that it was told last
	set     bool                 // it takes a new extranonce on the open connection
	at      place
	past    place     // where it worked before
	until   time.Time // for which work from there is taken
	moving  time.Time // when it was told to reconnect; zero: it was not
	known   bool      // subscribed and named

	difficulty float64
	steps      [difficultySteps]step // to the present difficulty, newest last
	changes    int                   // of it since the machine was given work
	pace       pace
	tally      MachineTally
	last       time.Time // of the newest good share
	opened     time.Time
}

func newClient(r *Router, id uint64, conn net.Conn, host string) *client {
	now := r.o.Clock.Now()
	c := &client{r: r, id: id, host: host, since: time.Now(), budget: burst, opened: now}
	c.pace.from = now
	c.difficulty = r.o.Start
	c.steps[difficultySteps-1] = step{0, c.difficulty, hashwork.TargetOf(r.o.Start * r.o.Ease)}
	c.open(conn, &r.attempts, &r.group)
	return c
}

var (
	errFlood   = errors.New("too many lines")
	errInvalid = errors.New("too many wrong shares in a row")
	errNoPool  = errors.New("no pool is up")
	errUnnamed = errors.New("it gave no name in time")
)

// run serves the machine until its connection ends.
func (c *client) run(ctx context.Context) error {
	l := lines{conn: c.conn, limit: longestLine}
	if err := c.conn.SetReadDeadline(time.Now().Add(c.r.o.Handshake)); err != nil {
		return err
	}
	named := false
	for {
		line, err := l.next()
		if err != nil {
			if timeout := net.Error(nil); !named && errors.As(err, &timeout) && timeout.Timeout() {
				return errUnnamed
			}
			return err
		}
		now := time.Now()
		if !c.afford(now) {
			return errFlood
		}
		if err := c.handle(ctx, line); err != nil {
			return err
		}
		if !named && !c.isKnown() {
			continue // the time for the handshake runs on, however often it speaks
		}
		named = true
		if err := c.conn.SetReadDeadline(now.Add(c.r.o.Idle)); err != nil {
			return err
		}
	}
}

func (c *client) isKnown() bool {
	c.state.Lock()
	defer c.state.Unlock()
	return c.known
}

// afford takes a line from the machine's budget.
func (c *client) afford(now time.Time) bool {
	c.budget = min(burst, c.budget+now.Sub(c.since).Seconds()*mostPerSecond) - 1
	c.since = now
	return c.budget >= 0
}

// give sends work of a session, if the machine still works for it.
func (c *client) give(s *session, line []byte) {
	c.state.Lock()
	defer c.state.Unlock()
	if c.at.s == s {
		c.changes = 0
		c.send(line)
	}
}

// ceiling lowers the machine's difficulty to the pool's: a share that the pool
// would take must not stay with the machine.
func (c *client) ceiling(s *session, d float64) {
	c.state.Lock()
	defer c.state.Unlock()
	if c.at.s == s && c.difficulty > d {
		c.setDifficulty(d)
		c.send(c.appendDifficulty(nil))
	}
}

// setDifficulty is for those that hold the state; the machine is told apart.
func (c *client) setDifficulty(d float64) {
	if d == c.difficulty {
		return
	}
	copy(c.steps[:], c.steps[1:])
	c.changes++
	c.difficulty, c.steps[difficultySteps-1] = d, step{c.r.jobs.Load() + 1, d, hashwork.TargetOf(d * c.r.o.Ease)}
}

func (c *client) appendDifficulty(b []byte) []byte {
	b = append(b, `{"id":null,"method":"mining.set_difficulty","params":[`...)
	return append(appendDifficulty(b, c.difficulty), "]}\n"...)
}

// wanted is the difficulty and target that a share of a job has to meet: the
// easiest of those that the machine had since the job was given out, since some
// machines take a new difficulty at once and some with the next job.
func (c *client) wanted(job uint32) *step {
	newest := difficultySteps - 1
	easiest := &c.steps[newest]
	for i := newest; i > 0 && c.steps[i].from > job && c.steps[i-1].difficulty > 0; i-- {
		if older := &c.steps[i-1]; older.difficulty < easiest.difficulty {
			easiest = older
		}
	}
	return easiest
}

// appendExtranonce is the machine's own extranonce1 in hex.
func (p place) appendExtranonce(b []byte) []byte {
	b = appendHex(b, p.s.extranonce)
	return appendHex(b, p.piece(nil))
}

// piece is the machine's own part of extranonce2.
func (p place) piece(b []byte) []byte {
	if p.s.own == 1 {
		return append(b, byte(p.prefix))
	}
	return binary.BigEndian.AppendUint16(b, uint16(p.prefix))
}

// move makes the machine work for a session, on the open connection. It reports
// whether it does.
func (c *client) move(s *session) bool {
	prefix, ok := s.join(c)
	if !ok {
		return false
	}
	c.state.Lock()
	old, older := c.at, c.past
	c.past, c.until = old, time.Now().Add(c.r.o.Grace)
	c.at = place{s, prefix}
	c.greet()
	c.state.Unlock()
	if old.s != nil {
		old.s.quit(c)
		old.s.d.count(func(t *Tally) { t.Left++ })
	}
	older.free()
	s.d.count(func(t *Tally) { t.Joined++ })
	return true
}

// greet sends the machine everything that its new place wants it to know.
func (c *client) greet() {
	s := c.at.s
	b := make([]byte, 0, 4096)
	if mask := c.rolling & s.mask; c.rolling != 0 && mask != c.said {
		c.said = mask
		b = appendHexWord(append(b, `{"id":null,"method":"mining.set_version_mask","params":["`...), uint32(mask))
		b = append(b, "\"]}\n"...)
	}
	b = append(b, `{"id":null,"method":"mining.set_extranonce","params":["`...)
	b = c.at.appendExtranonce(b)
	b = strconv.AppendInt(append(b, `",`...), int64(s.room), 10)
	b = append(b, "]}\n"...)
	c.send(append(c.start(b), s.newest().fresh...))
}

// start appends the difficulty at which the machine starts at its place.
func (c *client) start(b []byte) []byte {
	c.setDifficulty(min(c.difficulty, c.at.s.ceiling()))
	c.changes = 0
	return c.appendDifficulty(b)
}

// free gives the piece of the extranonce back.
func (p place) free() {
	if p.s != nil {
		p.s.release(p.prefix)
	}
}

// part takes the machine out of its places.
func (c *client) part() {
	c.state.Lock()
	at, past := c.at, c.past
	c.at, c.past = place{}, place{}
	c.state.Unlock()
	if at.s != nil {
		at.s.quit(c)
	}
	at.free()
	past.free()
}

// forget releases the former place once work from there is no longer taken.
func (c *client) forget(now time.Time) {
	c.state.Lock()
	past := c.past
	over := past.s != nil && now.After(c.until)
	if over {
		c.past = place{}
	}
	c.state.Unlock()
	if over {
		past.free()
	}
}

// tellToReconnect is how a machine that takes no new extranonce is moved.
func (c *client) tellToReconnect(now time.Time) {
	host, port := c.r.advertised(c.conn)
	b := appendText([]byte(`{"id":null,"method":"client.reconnect","params":[`), host)
	b = append(append(append(b, ','), port...), ",0]}\n"...)
	c.state.Lock()
	c.moving = now
	c.state.Unlock()
	c.send(b)
}
