// Package pool is a mining pool that is not real: it serves Stratum V1 on
// loopback, makes jobs of a seeded block template and checks every share by sums
// of its own.
//
// It is written from the protocol and shares nothing with the router that it
// stands opposite, so that the two can disagree. It pays nobody and follows no
// chain.
package pool

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"net"
	"slices"
	"strconv"
	"sync"
	"time"
)

// Options are what a pool is like.
type Options struct {
	Seed       uint64
	Difficulty float64 // of shares at first
	Nonce2Size int     // bytes of extranonce2 that clients may choose
	Mask       uint32  // version bits that clients may choose; 0: no version rolling
	Ease       float64 // a share of difficulty d is as hard as one of d*Ease; 0: 1
	// Counted is told of every accepted share; nil: nobody is.
	Counted func(user string, difficulty float64)
}

// Totals are what the pool has counted by its own sums.
type Totals struct {
	Accepted, Stale, Duplicate, Low, Wrong int
	Work                                   float64 // difficulty of the accepted shares
	Users                                  map[string]int
}

type job struct {
	id, previous, first, second string
	branch                      []string
	version, bits, time         string
	difficulty                  float64
	seen                        map[string]bool
}

type client struct {
	conn       net.Conn
	out        sync.Mutex
	extranonce string
	users      map[string]bool
	mask       uint32
	jobs       map[string]*job
}

// Pool is the simulated pool. It is safe for concurrent use.
type Pool struct {
	mu         sync.Mutex
	o          Options
	random     *rand.Rand
	clients    map[*client]bool
	difficulty float64
	current    *job
	totals     Totals
	count      int
}

// New is a pool with its first job.
func New(o Options) *Pool {
	p := &Pool{o: o, random: rand.New(rand.NewPCG(o.Seed, 1)), clients: make(map[*client]bool), difficulty: o.Difficulty}
	if p.o.Ease == 0 {
		p.o.Ease = 1
	}
	p.totals.Users = make(map[string]int)
	p.current = p.template()
	return p
}

func (p *Pool) bytes(n int) string {
	raw := make([]byte, n)
	for i := range raw {
		raw[i] = byte(p.random.Uint32())
	}
	return hex.EncodeToString(raw)
}

func (p *Pool) template() *job {
	p.count++
	j := &job{
		id: strconv.Itoa(p.count), previous: p.bytes(32), first: p.bytes(90), second: p.bytes(110), version: "20000000",
		bits: "17034219", time: fmt.Sprintf("%08x", 1_780_000_000+30*p.count), seen: make(map[string]bool),
	}
	for range 11 {
		j.branch = append(j.branch, p.bytes(32))
	}
	return j
}

// Totals are the counts so far.
func (p *Pool) Totals() Totals {
	p.mu.Lock()
	defer p.mu.Unlock()
	t := p.totals
	t.Users = make(map[string]int, len(p.totals.Users))
	for user, n := range p.totals.Users {
		t.Users[user] = n
	}
	return t
}

// NewJob hands out work on the same block, or on a new one, which makes shares
// of all earlier work stale.
func (p *Pool) NewJob(clean bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	next := p.template()
	if !clean {
		next.previous = p.current.previous
	}
	p.current = next
	for c := range p.clients {
		if clean {
			clear(c.jobs)
		}
		p.notify(c, clean)
	}
}

// Follow hands out new work as a pool does that follows a chain: every half
// minute of the wall, and on a new block, which comes after an exponential time
// with a mean of block, until ctx ends.
func (p *Pool) Follow(ctx context.Context, block time.Duration) {
	const refresh = 30 * time.Second
	random := rand.New(rand.NewPCG(p.o.Seed, 3))
	next := func() time.Duration { return time.Duration(random.ExpFloat64() * float64(block)) }
	for left := next(); ; {
		wait := min(refresh, max(left, time.Millisecond))
		t := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			t.Stop()
			return
		case <-t.C:
		}
		left -= wait
		p.NewJob(left <= 0)
		if left <= 0 {
			left = next()
		}
	}
}

// SetDifficulty changes the difficulty of the work that follows.
func (p *Pool) SetDifficulty(d float64) {
	p.mu.Lock()
	p.difficulty = d
	for c := range p.clients {
		c.send(nil, "mining.set_difficulty", []any{d})
	}
	p.mu.Unlock()
}

// Run serves until ctx ends.
func (p *Pool) Run(ctx context.Context, l net.Listener) error {
	stop := context.AfterFunc(ctx, func() { l.Close() })
	defer stop()
	var group sync.WaitGroup
	defer group.Wait()
	for {
		conn, err := l.Accept()
		if ctx.Err() != nil {
			if err == nil {
				conn.Close()
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("accept: %w", err)
		}
		group.Go(func() {
			end := context.AfterFunc(ctx, func() { conn.Close() })
			defer end()
			p.serve(conn)
		})
	}
}

func (p *Pool) serve(conn net.Conn) {
	c := &client{conn: conn, users: make(map[string]bool), jobs: make(map[string]*job)}
	defer conn.Close()
	defer func() { p.mu.Lock(); delete(p.clients, c); p.mu.Unlock() }()
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		var ask struct {
			ID     json.RawMessage
			Method string
			Params []json.RawMessage
		}
		if json.Unmarshal(lines.Bytes(), &ask) != nil {
			return
		}
		p.mu.Lock()
		result, fault := p.handle(c, ask.Method, ask.Params)
		c.reply(ask.ID, result, fault)
		if ask.Method == "mining.authorize" && len(c.users) == 1 && c.extranonce != "" {
			p.clients[c] = true
			c.send(nil, "mining.set_difficulty", []any{p.difficulty})
			p.notify(c, true)
		}
		p.mu.Unlock()
	}
}

func (p *Pool) handle(c *client, method string, params []json.RawMessage) (result, fault any) {
	switch method {
	case "mining.configure":
		if p.o.Mask == 0 {
			return map[string]any{"version-rolling": false}, nil
		}
		c.mask = p.o.Mask
		return map[string]any{"version-rolling": true, "version-rolling.mask": fmt.Sprintf("%08x", c.mask)}, nil
	case "mining.subscribe":
		c.extranonce = p.bytes(4)
		return []any{[]any{[]string{"mining.notify", "1"}}, c.extranonce, p.o.Nonce2Size}, nil
	case "mining.extranonce.subscribe":
		return true, nil
	case "mining.authorize":
		c.users[str(params, 0)] = true
		return true, nil
	case "mining.submit":
		return p.submit(c, params)
	}
	return nil, []any{20, "unknown method", nil}
}

func str(params []json.RawMessage, i int) string {
	var s string
	if i < len(params) && json.Unmarshal(params[i], &s) != nil {
		return ""
	}
	return s
}

func (p *Pool) submit(c *client, params []json.RawMessage) (result, fault any) {
	user, rolled := str(params, 0), str(params, 5)
	j := c.jobs[str(params, 1)]
	switch {
	case !c.users[user]:
		p.totals.Wrong++
		return nil, []any{24, "unauthorized worker", nil}
	case j == nil:
		p.totals.Stale++
		return nil, []any{21, "job not found", nil}
	}
	hash, err := j.hash(c, str(params, 2), str(params, 3), str(params, 4), rolled, p.o.Nonce2Size)
	if err != nil {
		p.totals.Wrong++
		return nil, []any{20, err.Error(), nil}
	}
	// hash <= 0xffff * 2^208 / difficulty, without rounding.
	left := new(big.Rat).SetInt(new(big.Int).SetBytes(hash))
	left.Mul(left, new(big.Rat).SetFloat64(j.difficulty*p.o.Ease))
	if left.Cmp(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(0xffff), 208))) > 0 {
		p.totals.Low++
		return nil, []any{23, "low difficulty share", nil}
	}
	if j.seen[string(hash)] {
		p.totals.Duplicate++
		return nil, []any{22, "duplicate share", nil}
	}
	j.seen[string(hash)] = true
	p.totals.Accepted++
	p.totals.Work += j.difficulty
	p.totals.Users[user]++
	if p.o.Counted != nil {
		p.o.Counted(user, j.difficulty)
	}
	return true, nil
}

// hash is the share's hash, most significant byte first.
func (j *job) hash(c *client, nonce2, time, nonce, rolled string, size int) ([]byte, error) {
	if len(nonce2) != 2*size || len(time) != 8 || len(nonce) != 8 {
		return nil, fmt.Errorf("a field has the wrong length")
	}
	version, err := strconv.ParseUint(j.version, 16, 32)
	if err != nil {
		return nil, err
	}
	if rolled != "" {
		bits, err := strconv.ParseUint(rolled, 16, 32)
		if err != nil || uint32(bits)&^c.mask != 0 {
			return nil, fmt.Errorf("version bits outside of the mask")
		}
		version = version&^uint64(c.mask) | bits
	}
	coinbase, err := hex.DecodeString(j.first + c.extranonce + nonce2 + j.second)
	if err != nil {
		return nil, err
	}
	root := twice(coinbase)
	for _, sibling := range j.branch {
		raw, err := hex.DecodeString(sibling)
		if err != nil {
			return nil, err
		}
		root = twice(append(root, raw...))
	}
	header := binary.LittleEndian.AppendUint32(nil, uint32(version))
	for _, part := range []string{j.previous, "", time, j.bits, nonce} {
		if part == "" {
			header = append(header, root...)
			continue
		}
		raw, err := hex.DecodeString(part)
		if err != nil {
			return nil, err
		}
		for word := range slices.Chunk(raw, 4) { // on the wire each word is turned round
			header = append(header, word[3], word[2], word[1], word[0])
		}
	}
	sum := twice(header)
	slices.Reverse(sum)
	return sum, nil
}

func twice(data []byte) []byte {
	first := sha256.Sum256(data)
	second := sha256.Sum256(first[:])
	return second[:]
}

func (p *Pool) notify(c *client, clean bool) {
	own := *p.current // duplicates and difficulty are per client
	own.seen, own.difficulty = make(map[string]bool), p.difficulty
	c.jobs[own.id] = &own
	c.send(nil, "mining.notify", []any{own.id, own.previous, own.first, own.second, own.branch, own.version, own.bits, own.time, clean})
}

func (c *client) reply(id json.RawMessage, result, fault any) {
	c.write(map[string]any{"id": id, "result": result, "error": fault})
}

func (c *client) send(id any, method string, params []any) {
	c.write(map[string]any{"id": id, "method": method, "params": params})
}

func (c *client) write(v any) {
	line, err := json.Marshal(v)
	if err != nil {
		c.conn.Close()
		return
	}
	c.out.Lock()
	defer c.out.Unlock()
	if _, err := c.conn.Write(append(line, '\n')); err != nil {
		c.conn.Close()
	}
}
