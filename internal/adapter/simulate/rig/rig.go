// Package rig is mining machines that are not real: clients of Stratum V1 that
// hash on a processor, at a difficulty that is made easy enough for it.
//
// A rig is written from the protocol and shares nothing with the router or the
// pools that it speaks with. It follows what its owner says of its power through
// its hashrate, and knows a list of pools, as machines do.
package rig

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"net"
	"strconv"
	"sync"
	"time"
)

// Pool is where a rig gets work.
type Pool struct{ Address, User, Password string }

// Clock is the world's time.
type Clock interface {
	Now() time.Time
	Speed() float64
}

// Options are what a rig is like.
type Options struct {
	Pools      []Pool         // the first that answers; the first one is tried again every now and then
	Hashrate   func() float64 // hashes per second now; 0: asleep
	Ease       float64        // a share of difficulty d is as hard as one of d*Ease
	Extranonce bool           // takes a new extranonce on the open connection
	Rolling    bool           // rolls version bits
	Reconnects bool           // follows client.reconnect
	IdleOnLoss bool           // hashes nothing once its first pool is lost, as some firmware does
	Clock      Clock
	Seed       uint64
}

// State is how a rig stands.
type State struct {
	Pool                                  int // it works for; -1: none
	Found, Accepted, Stale, Refused, Lost int // shares
	Work                                  float64
	Switches                              int // of its extranonce on an open connection
	Reconnects                            int // that it was told to do
}

// Rig is one machine. It is safe for concurrent use.
type Rig struct {
	o      Options
	random *rand.Rand

	mu      sync.Mutex
	state   State
	session string
	back    string // where client.reconnect sent it
}

// New is a rig that is not connected yet.
func New(o Options) *Rig {
	r := &Rig{o: o, random: rand.New(rand.NewPCG(o.Seed, 2))}
	r.state.Pool = -1
	return r
}

// State tells how the rig stands.
func (r *Rig) State() State {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.state
}

func (r *Rig) change(f func(*State)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f(&r.state)
}

var errReconnect = errors.New("told to reconnect")

// Run mines until ctx ends.
func (r *Rig) Run(ctx context.Context) error {
	was := false // the first pool worked once
	for i := 0; ctx.Err() == nil; {
		if i > 0 && r.o.IdleOnLoss && was {
			i = 0 // it waits for the pool that it knows
		}
		began := time.Now()
		err := r.work(ctx, i)
		r.change(func(s *State) { s.Pool = -1 })
		was = was || i == 0 && time.Since(began) > 100*time.Millisecond
		if errors.Is(err, errReconnect) {
			i = 0
			continue
		}
		if time.Since(began) > 10*time.Second {
			i = 0 // what worked for a while is worth trying again from the top
		} else {
			i = (i + 1) % len(r.o.Pools)
		}
		wait(ctx, time.Duration(200+r.random.IntN(400))*time.Millisecond)
	}
	return nil
}

func wait(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

type work struct {
	id, first, second            string
	branch                       []string
	previous, version, bits, now string
	difficulty                   float64
	extranonce                   string
	size                         int
	mask                         uint32
}

// line is a connection to a pool.
type line struct {
	r          *Rig
	conn       net.Conn
	user       string
	mu         sync.Mutex
	difficulty float64
	extranonce string
	size       int
	mask       uint32
	job        *work
	asked      map[int]float64 // shares: their difficulty
	next       int
	named      bool
}

func (r *Rig) work(ctx context.Context, i int) error {
	pool := r.o.Pools[i]
	address := pool.Address
	r.mu.Lock()
	if r.back != "" && i == 0 {
		address = r.back
		r.back = ""
	}
	r.mu.Unlock()
	dialer := net.Dialer{Timeout: 5 * time.Second}
	conn, err := dialer.DialContext(ctx, "tcp", address)
	if err != nil {
		return err
	}
	l := &line{r: r, conn: conn, user: pool.User, difficulty: 1, asked: make(map[int]float64), next: 10}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	var group sync.WaitGroup
	defer group.Wait()
	group.Go(func() { cancel(l.listen(pool.Password)) })
	if i > 0 {
		group.Go(func() { // a machine goes back to its first pool once that answers
			for ctx.Err() == nil {
				wait(ctx, 2*time.Second)
				if again, err := dialer.DialContext(ctx, "tcp", r.o.Pools[0].Address); err == nil {
					if err = again.SetReadDeadline(time.Now().Add(300 * time.Millisecond)); err == nil {
						_, err = again.Read(make([]byte, 1))
					}
					_ = again.Close()
					if late := net.Error(nil); errors.As(err, &late) && late.Timeout() {
						cancel(errReconnect) // it was not hung up on
					}
				}
			}
		})
	}
	l.mine(ctx, i)
	cancel(nil)
	err = context.Cause(ctx)
	l.mu.Lock()
	lost := len(l.asked)
	l.mu.Unlock()
	r.change(func(s *State) { s.Lost += lost })
	return err
}

func (l *line) say(id int, method string, params ...any) {
	raw, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err == nil {
		_, err = l.conn.Write(append(raw, '\n'))
	}
	if err != nil {
		_ = l.conn.Close()
	}
}

// listen does what the pool says until the connection ends.
func (l *line) listen(password string) error {
	if l.r.o.Rolling {
		l.say(1, "mining.configure", []string{"version-rolling"}, map[string]any{"version-rolling.mask": "1fffe000", "version-rolling.min-bit-count": 2})
	}
	params := []any{"rig/1"}
	l.r.mu.Lock()
	if l.r.session != "" {
		params = append(params, l.r.session)
	}
	l.r.mu.Unlock()
	l.say(2, "mining.subscribe", params...)
	if l.r.o.Extranonce {
		l.say(3, "mining.extranonce.subscribe")
	}
	l.say(4, "mining.authorize", l.user, password)
	lines := bufio.NewScanner(l.conn)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct {
			ID     *int
			Method string
			Params []json.RawMessage
			Result json.RawMessage
			Error  json.RawMessage
		}
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return err
		}
		var err error
		if m.Method != "" {
			err = l.told(m.Method, m.Params)
		} else if m.ID != nil {
			err = l.answered(*m.ID, m.Result, m.Error)
		}
		if err != nil {
			return err
		}
	}
	return errors.Join(errors.New("the pool hung up"), lines.Err())
}

func (l *line) answered(id int, result, fault json.RawMessage) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch id {
	case 1:
		var v map[string]any
		if json.Unmarshal(result, &v) == nil && v["version-rolling"] == true {
			mask, err := strconv.ParseUint(fmt.Sprint(v["version-rolling.mask"]), 16, 32)
			if err != nil {
				return err
			}
			l.mask = uint32(mask)
		}
	case 2:
		var parts []json.RawMessage
		if json.Unmarshal(result, &parts) != nil || len(parts) < 3 {
			return errors.New("not subscribed")
		}
		var subscriptions [][]string
		if json.Unmarshal(parts[0], &subscriptions) == nil && len(subscriptions) > 0 && len(subscriptions[0]) > 1 {
			l.r.mu.Lock()
			l.r.session = subscriptions[0][1]
			l.r.mu.Unlock()
		}
		return errors.Join(json.Unmarshal(parts[1], &l.extranonce), json.Unmarshal(parts[2], &l.size))
	case 4:
		if string(result) != "true" {
			return fmt.Errorf("not let in: %s", fault)
		}
		l.named = true
	default:
		d, known := l.asked[id]
		if !known {
			return nil
		}
		delete(l.asked, id)
		l.r.change(func(s *State) {
			switch {
			case string(result) == "true":
				s.Accepted++
				s.Work += d
			case len(fault) > 3 && string(fault[1:3]) == "21":
				s.Stale++
			default:
				s.Refused++
			}
		})
	}
	return nil
}

func (l *line) told(method string, params []json.RawMessage) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	str := func(i int) (s string) {
		if i < len(params) && json.Unmarshal(params[i], &s) != nil {
			return ""
		}
		return s
	}
	switch method {
	case "mining.set_difficulty":
		return json.Unmarshal(params[0], &l.difficulty)
	case "mining.set_version_mask":
		mask, err := strconv.ParseUint(str(0), 16, 32)
		l.mask = uint32(mask)
		return err
	case "mining.set_extranonce":
		if !l.r.o.Extranonce {
			return errors.New("a new extranonce that was not asked for")
		}
		l.extranonce = str(0)
		l.r.change(func(s *State) { s.Switches++ })
		return json.Unmarshal(params[1], &l.size)
	case "mining.notify":
		if len(params) < 9 {
			return errors.New("work with parts missing")
		}
		w := &work{
			id: str(0), previous: str(1), first: str(2), second: str(3), version: str(5), bits: str(6), now: str(7),
			difficulty: l.difficulty, extranonce: l.extranonce, size: l.size, mask: l.mask,
		}
		if err := json.Unmarshal(params[4], &w.branch); err != nil {
			return err
		}
		l.job = w
	case "client.reconnect":
		if !l.r.o.Reconnects {
			return nil
		}
		var port int
		if len(params) > 1 && json.Unmarshal(params[1], &port) == nil && str(0) != "" {
			l.r.mu.Lock()
			l.r.back = net.JoinHostPort(str(0), strconv.Itoa(port))
			l.r.mu.Unlock()
		}
		l.r.change(func(s *State) { s.Reconnects++ })
		return errReconnect
	}
	return nil
}

// mine finds shares at the times at which the rig's hashrate would.
func (l *line) mine(ctx context.Context, pool int) {
	const step = 250 * time.Millisecond
	luck, last := l.r.random.ExpFloat64(), l.r.o.Clock.Now()
	for ctx.Err() == nil {
		l.mu.Lock()
		job, named := l.job, l.named
		l.mu.Unlock()
		rate := l.r.o.Hashrate()
		now := l.r.o.Clock.Now()
		if job == nil || !named || rate <= 0 {
			last = now
			wait(ctx, step)
			continue
		}
		l.r.change(func(s *State) { s.Pool = pool })
		each := rate / (job.difficulty * math.Exp2(32)) // shares per second
		luck -= now.Sub(last).Seconds() * each
		last = now
		if luck > 0 {
			wait(ctx, min(step, time.Duration(luck/each/l.r.o.Clock.Speed()*float64(time.Second))+time.Millisecond))
			continue
		}
		luck += l.r.random.ExpFloat64()
		l.find(ctx, job)
	}
}

// find hashes until a share is there, and hands it in.
func (l *line) find(ctx context.Context, w *work) {
	limit := new(big.Float).SetInt(new(big.Int).Lsh(big.NewInt(0xffff), 208))
	target, _ := limit.Quo(limit, big.NewFloat(w.difficulty*l.r.o.Ease)).Int(nil)
	chosen := make([]byte, w.size)
	for i := range chosen {
		chosen[i] = byte(l.r.random.Uint32())
	}
	version, err := strconv.ParseUint(w.version, 16, 32)
	if err != nil {
		return
	}
	bits := l.r.random.Uint32() & w.mask
	header := w.header(uint32(version)&^w.mask|bits, hex.EncodeToString(chosen))
	if header == nil {
		return
	}
	most := target.FillBytes(make([]byte, 32+len(target.Bytes())))
	for nonce := l.r.random.Uint32(); ctx.Err() == nil; nonce++ {
		binary.LittleEndian.PutUint32(header[76:], nonce)
		first := sha256.Sum256(header)
		sum := sha256.Sum256(first[:])
		if !below(&sum, most[len(most)-32:]) && len(target.Bytes()) <= 32 {
			continue
		}
		l.r.change(func(s *State) { s.Found++ })
		l.mu.Lock()
		l.next++
		id := l.next
		l.asked[id] = w.difficulty
		l.mu.Unlock()
		params := []any{l.user, w.id, hex.EncodeToString(chosen), w.now, fmt.Sprintf("%08x", nonce)}
		if w.mask != 0 {
			params = append(params, fmt.Sprintf("%08x", bits))
		}
		l.say(id, "mining.submit", params...)
		return
	}
}

// below compares a hash, least significant byte first, with a number.
func below(sum *[32]byte, most []byte) bool {
	for i := range most {
		if a, b := sum[31-i], most[i]; a != b {
			return a < b
		}
	}
	return true
}

// header is the block's header without its nonce; nil if a part is no hex.
func (w *work) header(version uint32, chosen string) []byte {
	decode := func(s string) []byte {
		raw, err := hex.DecodeString(s)
		if err != nil {
			return nil
		}
		return raw
	}
	twice := func(raw []byte) []byte {
		first := sha256.Sum256(raw)
		second := sha256.Sum256(first[:])
		return second[:]
	}
	root := twice(decode(w.first + w.extranonce + chosen + w.second))
	for _, sibling := range w.branch {
		root = twice(append(root, decode(sibling)...))
	}
	turned := func(s string) []byte {
		raw := decode(s)
		for i := 0; i+4 <= len(raw); i += 4 {
			raw[i], raw[i+1], raw[i+2], raw[i+3] = raw[i+3], raw[i+2], raw[i+1], raw[i]
		}
		return raw
	}
	header := binary.LittleEndian.AppendUint32(nil, version)
	header = append(header, turned(w.previous)...)
	header = append(header, root...)
	header = append(header, turned(w.now)...)
	header = append(header, turned(w.bits)...)
	if header = append(header, 0, 0, 0, 0); len(header) != 80 {
		return nil
	}
	return header
}
