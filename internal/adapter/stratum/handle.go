package stratum

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// Error codes of the protocol.
const (
	codeOther        = 20
	codeStale        = 21
	codeDuplicate    = 22
	codeLow          = 23
	codeUnauthorized = 24
	codeUnsubscribed = 25
)

// id is a request's id as it goes back.
func id(raw []byte) []byte {
	if raw == nil {
		return []byte("null")
	}
	return raw
}

func (c *client) yes(to []byte) {
	var room [96]byte
	b := append(room[:0], `{"id":`...)
	if to == nil {
		b = append(b, "null"...)
	} else {
		b = append(b, to...)
	}
	c.send(append(b, `,"result":true,"error":null}`+"\n"...))
}

func (c *client) no(to []byte, code int, why string) {
	b := append([]byte(`{"id":`), id(to)...)
	b = strconv.AppendInt(append(b, `,"result":null,"error":[`...), int64(code), 10)
	b = appendText(append(b, ','), why)
	c.send(append(b, ",null]}\n"...))
}

// handle does what a line asks for. An error ends the connection.
func (c *client) handle(ctx context.Context, line []byte) error {
	if len(bytes.TrimSpace(line)) == 0 {
		return nil
	}
	m, err := parseMessage(line)
	if err != nil {
		return err
	}
	switch string(m.method) {
	case "mining.submit":
		return c.submit(&m)
	case "mining.configure":
		return c.configure(&m)
	case "mining.subscribe":
		return c.subscribe(ctx, &m)
	case "mining.authorize":
		return c.authorize(&m)
	case "mining.extranonce.subscribe":
		c.state.Lock()
		c.set = true
		c.state.Unlock()
		c.yes(m.id)
	case "mining.suggest_difficulty":
		c.suggest(&m)
	case "mining.ping":
		c.send(append(append([]byte(`{"id":`), id(m.id)...), `,"result":"pong","error":null}`+"\n"...))
	case "mining.suggest_target", "mining.multi_version", "":
		if m.method != nil {
			c.yes(m.id)
		}
	default:
		c.no(m.id, codeOther, "this router does not know the method")
	}
	return nil
}

// configure agrees on extensions (BIP 310).
func (c *client) configure(m *message) error {
	var p [2][]byte
	if split(m.params, p[:]) < 1 {
		c.no(m.id, codeOther, "want a list of extensions")
		return nil
	}
	var names [8][]byte
	n := min(split(p[0], names[:]), len(names))
	b := append(append([]byte(`{"id":`), id(m.id)...), `,"result":{`...)
	comma := false
	add := func(s string) {
		if comma {
			b = append(b, ',')
		}
		comma = true
		b = append(b, s...)
	}
	c.state.Lock()
	defer c.state.Unlock()
	for i := range max(n, 0) {
		switch string(names[i]) {
		case `"version-rolling"`:
			wants, ok := hexWord(member(p[1], "version-rolling.mask"))
			if !ok {
				wants = uint32(hashwork.GeneralPurpose)
			}
			c.rolling = c.r.o.Mask & hashwork.VersionMask(wants)
			c.said = c.rolling
			add(fmt.Sprintf(`"version-rolling":%t,"version-rolling.mask":"%08x"`, c.rolling != 0, uint32(c.rolling)))
		case `"subscribe-extranonce"`:
			c.set = true
			add(`"subscribe-extranonce":true`)
		case `"minimum-difficulty"`:
			add(`"minimum-difficulty":false`)
		}
	}
	c.send(append(b, `},"error":null}`+"\n"...))
	return nil
}

// poolWait is how long a machine that comes waits for a pool.
const poolWait = 5 * time.Second

// subscribe gives the machine a place. A machine that was told to come back is
// known by the id that it was given before.
func (c *client) subscribe(ctx context.Context, m *message) error {
	var p [2][]byte
	n := split(m.params, p[:])
	var session, name string
	if n > 0 {
		if raw, ok := text(p[0]); ok {
			name = string(raw[:min(len(raw), longestWorker)])
		}
	}
	if n > 1 {
		if raw, ok := text(p[1]); ok && len(raw) <= 32 {
			session = string(raw)
		}
	}
	c.state.Lock()
	again := c.at.s != nil
	c.agent, c.known = name, false
	c.state.Unlock()
	if again { // a second subscription starts over
		c.part()
	}
	at, err := c.r.seat(ctx, c, session)
	if err != nil {
		return err
	}
	c.state.Lock()
	defer c.state.Unlock()
	c.at = at
	key := c.r.sessionID(c.id)
	b := append(append([]byte(`{"id":`), id(m.id)...), `,"result":[[["mining.set_difficulty","`...)
	b = append(append(append(b, key...), `"],["mining.notify","`...), key...)
	b = append(at.appendExtranonce(append(b, `"]],"`...)), `",`...)
	b = strconv.AppendInt(b, int64(at.s.room), 10)
	c.send(append(b, `],"error":null}`+"\n"...))
	if mask := c.rolling & at.s.mask; c.rolling != 0 && mask != c.said {
		c.said = mask
		c.send(append(appendHexWord([]byte(`{"id":null,"method":"mining.set_version_mask","params":["`), uint32(mask)), "\"]}\n"...))
	}
	if len(c.workers) > 0 {
		c.begin()
	}
	return nil
}

// begin gives the machine its first work.
func (c *client) begin() {
	c.known = true
	s := c.at.s
	c.send(append(c.start(make([]byte, 0, 4096)), s.newest().fresh...))
}

func (c *client) authorize(m *message) error {
	var p [2][]byte
	split(m.params, p[:])
	name, ok := text(p[0])
	if !ok || len(name) == 0 || len(name) > longestWorker {
		c.no(m.id, codeUnauthorized, "want the name of a worker")
		return nil
	}
	worker := string(name)
	if c.r.o.Admit != nil {
		if err := c.r.o.Admit(worker); err != nil {
			c.no(m.id, codeUnauthorized, err.Error())
			return nil
		}
	}
	if err := c.r.admit(c, worker); err != nil {
		return err
	}
	c.state.Lock()
	defer c.state.Unlock()
	if !slices.Contains(c.workers, worker) {
		if len(c.workers) == mostWorkers {
			c.no(m.id, codeUnauthorized, "too many workers on one connection")
			return nil
		}
		c.workers = append(c.workers, worker)
	}
	c.yes(m.id)
	if c.at.s != nil && !c.known {
		c.begin()
	}
	return nil
}

// suggest takes a machine's wish for its first difficulty.
func (c *client) suggest(m *message) {
	c.yes(m.id)
	var p [1][]byte
	if split(m.params, p[:]) < 1 {
		return
	}
	d, ok := number(p[0])
	if !ok || !sane(d) {
		return
	}
	c.state.Lock()
	defer c.state.Unlock()
	if c.tally.Accepted > 0 {
		return // its shares tell better
	}
	d = max(d, c.r.o.Lowest)
	if c.at.s != nil {
		d = min(d, c.at.s.ceiling())
	}
	c.setDifficulty(d)
	if c.known {
		c.send(c.appendDifficulty(nil))
	}
}

// verdict is what became of a share.
type verdict struct {
	code  int // 0: good
	why   string
	job   *job
	from  place
	worth float64
	hash  hashwork.Hash
}

// submit judges a share, passes it on if the pool wants it, and answers.
func (c *client) submit(m *message) error {
	var p [6][]byte
	n := split(m.params, p[:])
	if n < 5 {
		c.no(m.id, codeOther, "want worker, job, extranonce2, time and nonce")
		return c.wrong(nil, codeOther)
	}
	var whole [longestNonce2]byte
	var v verdict
	version, ntime, nonce, nonce2 := c.judge(p[:min(n, 6)], whole[:0], &v)
	if v.code != 0 {
		c.no(m.id, v.code, v.why)
		return c.wrong(&v, v.code)
	}
	j := v.job
	wanted := v.hash.Solves(j.pool)
	block := v.hash.Solves(j.network)
	if wanted || block {
		j.owner.submit(j, nonce2, version, ntime, nonce)
	}
	c.yes(m.id)
	c.credit(&v, wanted, block)
	return nil
}

// judge is the check of a share. nonce2 is what the pool calls extranonce2: the
// machine's own piece and what it chose.
func (c *client) judge(p [][]byte, room []byte, v *verdict) (version, ntime, nonce uint32, nonce2 []byte) {
	number, isJob := hexWord(p[1])
	c.state.Lock()
	named := c.isWorker(p[0])
	var target hashwork.Target
	if v.from = c.at; v.from.s != nil && isJob {
		if v.job = v.from.s.find(number); v.job == nil && c.past.s != nil && time.Now().Before(c.until) {
			v.from = c.past
			v.job = v.from.s.find(number)
		}
	}
	wanted := c.wanted(number)
	v.worth, target = wanted.difficulty, wanted.target
	rolling := c.rolling
	c.state.Unlock()
	switch {
	case v.from.s == nil:
		v.code, v.why = codeUnsubscribed, "not subscribed"
		return
	case !named:
		v.code, v.why = codeUnauthorized, "the worker is not authorized"
		return
	case v.job == nil:
		v.code, v.why = codeStale, "the job is not known any more"
		return
	}
	j := v.job
	nonce2, ok := hexBytes(v.from.piece(room), p[2])
	ntime, isTime := hexWord(p[3])
	nonce, isNonce := hexWord(p[4])
	if !ok || len(nonce2) != j.owner.own+j.owner.room || !isTime || !isNonce {
		v.code, v.why = codeOther, "extranonce2, time or nonce has the wrong form"
		return
	}
	if ntime < j.work.Time || ntime-j.work.Time > futureWork {
		v.code, v.why = codeOther, "the time is out of range"
		return
	}
	version = j.work.Version
	if len(p) == 6 {
		bits, isBits := hexWord(p[5])
		if version, ok = (rolling & j.owner.mask).Roll(version, bits); !ok || !isBits {
			v.code, v.why = codeOther, "version bits outside of the mask"
			return
		}
	}
	v.hash = j.work.Hash(&hashwork.Solution{
		Extranonce1: j.owner.extranonce, Extranonce2: nonce2, Version: version, Time: ntime, Nonce: nonce,
	})
	switch {
	case !v.hash.Solves(target):
		v.code, v.why = codeLow, "the hash is above the target"
	case !j.once(&v.hash):
		v.code, v.why = codeDuplicate, "the share was there already"
	case j.stale.Load() && !v.hash.Solves(j.network):
		v.code, v.why = codeStale, "the block has changed"
	}
	return
}

// isWorker is for those that hold the state.
func (c *client) isWorker(raw []byte) bool {
	name, ok := text(raw)
	if !ok {
		return false
	}
	for _, w := range c.workers {
		if w == string(name) {
			return true
		}
	}
	return false
}

// credit counts a good share and paces the machine.
func (c *client) credit(v *verdict, wanted, block bool) {
	c.invalid = 0
	now := c.r.o.Clock.Now()
	d := v.from.s.d
	d.count(func(t *Tally) {
		t.Accepted++
		t.Work += v.worth
		d.since += v.worth
		if wanted || block {
			t.Forwarded++
		}
		if block {
			t.Blocks++
		}
	})
	c.state.Lock()
	c.tally.Accepted++
	c.tally.Work += v.worth
	c.last = now
	c.pace.count(v.worth)
	c.repace(now)
	worker := ""
	if len(c.workers) > 0 {
		worker = c.workers[0]
	}
	c.state.Unlock()
	if c.r.o.Accepted != nil {
		c.r.o.Accepted(Share{At: now, Worker: worker, Destination: d.Name, Difficulty: v.worth, Block: block})
	}
}

// repace gives the machine another difficulty where its shares ask for one. It
// is for those that hold the state.
func (c *client) repace(now time.Time) {
	if c.at.s == nil || !c.known {
		return
	}
	d := min(c.pace.retarget(&c.r.o, c.difficulty, now), c.at.s.ceiling())
	// Its work must still be judged by the difficulty that it came with.
	if d != c.difficulty && c.changes < difficultySteps-2 {
		c.setDifficulty(d)
		var room [96]byte
		c.send(c.appendDifficulty(room[:0]))
	}
}

// wrong counts a share that is none, and ends the connection of a machine that
// sends nothing else.
func (c *client) wrong(v *verdict, code int) error {
	var d *destination
	if v != nil && v.from.s != nil {
		d = v.from.s.d
	}
	if d != nil {
		d.count(func(t *Tally) {
			switch code {
			case codeStale:
				t.Stale++
			case codeDuplicate:
				t.Duplicate++
			case codeLow:
				t.Low++
			default:
				t.Wrong++
			}
		})
	}
	c.state.Lock()
	switch code {
	case codeStale:
		c.tally.Stale++
	default:
		c.tally.Rejected++
	}
	c.state.Unlock()
	if code == codeStale {
		return nil // not the machine's fault
	}
	if c.invalid++; c.invalid >= mostInvalid {
		return errInvalid
	}
	return nil
}

// sessionID is what a machine is given to be known by when it comes back. Only
// this router can make one.
func (r *Router) sessionID(id uint64) []byte {
	return []byte(hex.EncodeToString(r.seal(id)))
}
