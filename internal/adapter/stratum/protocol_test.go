package stratum_test

import (
	"bufio"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/pool"
	"github.com/pouw-dem/pouwdem/internal/adapter/stratum"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// machine is a hand-driven connection to the router.
type machine struct {
	t     testing.TB
	conn  net.Conn
	lines *bufio.Scanner
	said  []answer // notifications so far
	next  int
}

type answer struct {
	ID     *int
	Method string
	Params []json.RawMessage
	Result json.RawMessage
	Error  []json.RawMessage
}

func dial(t testing.TB, address string) *machine {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(20 * time.Second))
	return &machine{t: t, conn: conn, lines: bufio.NewScanner(conn)}
}

// ask sends a request and gives the answer to it.
func (m *machine) ask(method string, params ...any) answer {
	m.t.Helper()
	m.next++
	raw, err := json.Marshal(map[string]any{"id": m.next, "method": method, "params": params})
	if err != nil {
		m.t.Fatal(err)
	}
	if _, err := m.conn.Write(append(raw, '\n')); err != nil {
		m.t.Fatal(err)
	}
	for m.lines.Scan() {
		var a answer
		if err := json.Unmarshal(m.lines.Bytes(), &a); err != nil {
			m.t.Fatalf("%s: %v", m.lines.Text(), err)
		}
		if a.Method != "" {
			m.said = append(m.said, a)
			continue
		}
		if a.ID == nil || *a.ID != m.next {
			m.t.Fatalf("an answer to something else: %s", m.lines.Text())
		}
		return a
	}
	m.t.Fatalf("%s: no answer: %v", method, m.lines.Err())
	return answer{}
}

// heard waits for a notification of the method and gives its parameters.
func (m *machine) heard(method string) []json.RawMessage {
	m.t.Helper()
	for {
		if i := slices.IndexFunc(m.said, func(a answer) bool { return a.Method == method }); i >= 0 {
			found := m.said[i]
			m.said = slices.Delete(m.said, i, i+1)
			return found.Params
		}
		if !m.lines.Scan() {
			m.t.Fatalf("%s never came: %v", method, m.lines.Err())
		}
		var a answer
		if err := json.Unmarshal(m.lines.Bytes(), &a); err != nil {
			m.t.Fatal(err)
		}
		m.said = append(m.said, a)
	}
}

func (m *machine) hungUp() bool {
	m.conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	for m.lines.Scan() {
	}
	err := m.lines.Err()
	return err == nil || !strings.Contains(err.Error(), "timeout")
}

func code(a answer) string {
	if len(a.Error) == 0 {
		return string(a.Result)
	}
	return string(a.Error[0])
}

func text(raw json.RawMessage) (s string) {
	_ = json.Unmarshal(raw, &s)
	return s
}

// solve finds a nonce for work as the machine was given it.
func solve(t testing.TB, work []json.RawMessage, extranonce1, nonce2 string, version uint32, difficulty float64, good bool) string {
	t.Helper()
	var branch []string
	if err := json.Unmarshal(work[4], &branch); err != nil {
		t.Fatal(err)
	}
	raw := func(s string) []byte {
		b, err := hex.DecodeString(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	word := func(i int) (v uint32) {
		fmt.Sscanf(text(work[i]), "%x", &v)
		return v
	}
	w := hashwork.Work{Coinbase1: raw(text(work[2])), Coinbase2: raw(text(work[3])), Version: word(5), Bits: word(6), Time: word(7)}
	for _, b := range branch {
		w.Branch = append(w.Branch, hashwork.Hash(raw(b)))
	}
	for i, b := range raw(text(work[1])) {
		w.Previous[i^3] = b
	}
	target := hashwork.TargetOf(difficulty * ease)
	for nonce := range uint32(1 << 24) {
		h := w.Hash(&hashwork.Solution{Extranonce1: raw(extranonce1), Extranonce2: raw(nonce2), Version: version, Time: w.Time, Nonce: nonce})
		if h.Solves(target) == good {
			return fmt.Sprintf("%08x", nonce)
		}
	}
	t.Fatal("no nonce found")
	return ""
}

func TestSharesAreJudgedAsTheProtocolSays(t *testing.T) {
	p, atPool, _ := startPool(t, pool.Options{Seed: 1, Mask: 0x1fffe000})
	r, at, _ := startRouter(t, options(), to("a", atPool, 1))
	m := dial(t, at)
	if a := m.ask("mining.submit", "x", "1", "00", "00000000", "00000000"); code(a) != "25" {
		t.Errorf("a share before the subscription: %s", code(a))
	}
	a := m.ask("mining.configure", []string{"version-rolling", "minimum-difficulty"}, map[string]any{"version-rolling.mask": "00ffe000"})
	if want := `{"version-rolling":true,"version-rolling.mask":"00ffe000","minimum-difficulty":false}`; string(a.Result) != want {
		t.Errorf("configured %s, want %s", a.Result, want)
	}
	var subscribed []json.RawMessage
	if a := m.ask("mining.subscribe", "test/1"); json.Unmarshal(a.Result, &subscribed) != nil || len(subscribed) != 3 || string(subscribed[2]) != "6" {
		t.Fatalf("subscribed %s", a.Result)
	}
	extranonce := text(subscribed[1])
	if len(extranonce) != 12 {
		t.Errorf("extranonce1 %s: want the pool's four bytes and two", extranonce)
	}
	if a := m.ask("mining.authorize", "member.one", "x"); code(a) != "true" {
		t.Fatalf("authorized %s", code(a))
	}
	if d := m.heard("mining.set_difficulty"); string(d[0]) != "1" {
		t.Errorf("difficulty %s", d[0])
	}
	work := m.heard("mining.notify")
	if string(work[8]) != "true" {
		t.Error("the first work is not clean")
	}
	job, ntime := text(work[0]), text(work[7])
	const rolled, chosen = 0x20000000 | 0x00802000, "010203040506"
	nonce := solve(t, work, extranonce, chosen, rolled, 1, true)
	low := solve(t, work, extranonce, chosen, 0x20000000, 1, false)
	for _, c := range []struct {
		name string
		want string
		ask  []any
	}{
		{"a good one with rolled bits", "true", []any{"member.one", job, chosen, ntime, nonce, "00802000"}},
		{"the same again", "22", []any{"member.one", job, chosen, ntime, nonce, "00802000"}},
		{"one above the target", "23", []any{"member.one", job, chosen, ntime, low}},
		{"one of somebody else", "24", []any{"member.two", job, chosen, ntime, nonce}},
		{"one of no job", "21", []any{"member.one", "ffffffff", chosen, ntime, nonce}},
		{"a short extranonce2", "20", []any{"member.one", job, "0102", ntime, nonce}},
		{"a time before the work's", "20", []any{"member.one", job, chosen, "00000001", nonce}},
		{"bits outside of the mask", "20", []any{"member.one", job, chosen, ntime, nonce, "10000000"}},
		{"parts missing", "20", []any{"member.one", job}},
		{"numbers for strings", "20", []any{"member.one", job, 5, 6, 7}},
	} {
		if got := code(m.ask("mining.submit", c.ask...)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	p.NewJob(true)
	if work := m.heard("mining.notify"); string(work[8]) != "true" {
		t.Error("work on a new block is not clean")
	}
	nonce = solve(t, work, extranonce, "000000000009", 0x20000000, 1, true)
	if got := code(m.ask("mining.submit", "member.one", job, "000000000009", ntime, nonce)); got != "21" {
		t.Errorf("work of the old block: %s", got)
	}
	if got := code(m.ask("mining.unheard_of")); got != "20" {
		t.Errorf("an unknown method: %s", got)
	}
	tally := byName(r, "a").Tally
	if tally.Accepted != 1 || tally.Duplicate != 1 || tally.Low != 1 || tally.Stale != 2 || tally.Wrong != 5 {
		t.Errorf("counted %+v", tally)
	}
	if p.Totals().Accepted != 1 {
		t.Errorf("the pool has %+v", p.Totals())
	}
}

func TestAPoolsDifficultyIsTheMachinesGreatest(t *testing.T) {
	p, atPool, _ := startPool(t, pool.Options{Seed: 1})
	_, at, _ := startRouter(t, options(), to("a", atPool, 1))
	m := dial(t, at)
	m.ask("mining.subscribe", "test/1")
	m.ask("mining.authorize", "member.one", "x")
	m.heard("mining.set_difficulty")
	p.SetDifficulty(0.25)
	if d := m.heard("mining.set_difficulty"); string(d[0]) != "0.25" {
		t.Errorf("difficulty %s after the pool went to 0.25", d[0])
	}
	m.ask("mining.suggest_difficulty", 8)
	m.ask("mining.ping")
	for _, said := range m.said {
		if said.Method == "mining.set_difficulty" && string(said.Params[0]) != "0.25" {
			t.Errorf("difficulty %s above the pool's", said.Params[0])
		}
	}
}

func TestRudeMachinesAreCutOffAndOthersAreNot(t *testing.T) {
	_, atPool, _ := startPool(t, pool.Options{Seed: 1})
	o := options()
	o.Handshake, o.MostPerIP = 300*time.Millisecond, 40
	r, at, _ := startRouter(t, o, to("a", atPool, 1))
	good := dial(t, at)
	good.ask("mining.subscribe", "test/1")
	good.ask("mining.authorize", "member.one", "x")

	half := dial(t, at) // says nothing
	slow := dial(t, at) // speaks, but never to the point
	dripping, stop := context.WithCancel(context.Background())
	dripped := make(chan struct{})
	go func() {
		defer close(dripped)
		for dripping.Err() == nil {
			if _, err := slow.conn.Write([]byte{' '}); err != nil {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
	}()
	defer func() { stop(); <-dripped }()
	long := dial(t, at)
	go long.conn.Write([]byte(strings.Repeat("a", 1<<20)))
	junk := dial(t, at)
	junk.conn.Write([]byte("GET / HTTP/1.1\r\n\r\n"))
	flood := dial(t, at)
	go flood.conn.Write([]byte(strings.Repeat(`{"id":1,"method":"mining.ping","params":[]}`+"\n", 20_000)))
	wrong := dial(t, at)
	wrong.ask("mining.subscribe", "test/1")
	wrong.ask("mining.authorize", "member.one", "x")
	for range 100 {
		fmt.Fprintln(wrong.conn, `{"id":1,"method":"mining.submit","params":["member.one","1","00","00000000","00000000"]}`)
	}
	for name, m := range map[string]*machine{"half-open": half, "slow": slow, "long line": long, "junk": junk, "flood": flood, "wrong shares": wrong} {
		if !m.hungUp() {
			t.Errorf("%s is still connected", name)
		}
	}
	var many []*machine
	for range 45 {
		many = append(many, dial(t, at))
	}
	eventually(t, "too many from one address are turned away", func() bool { return r.Status().Counts.Full > 0 })
	if a := good.ask("mining.ping"); string(a.Result) != `"pong"` {
		t.Errorf("the good one got %s", a.Result)
	}
	if c := r.Status().Counts; c.Unnamed < 2 || c.Malformed < 2 || c.Floods < 2 {
		t.Errorf("counted %+v", c)
	}
	_ = many
}

func TestAMachineThatReadsNothingIsCutOff(t *testing.T) {
	p, atPool, _ := startPool(t, pool.Options{Seed: 1})
	r, at, _ := startRouter(t, options(), to("a", atPool, 1))
	deaf := dial(t, at)
	deaf.conn.(*net.TCPConn).SetReadBuffer(4096)
	deaf.ask("mining.subscribe", "test/1")
	deaf.ask("mining.authorize", "member.one", "x")
	good := dial(t, at)
	good.ask("mining.subscribe", "test/1")
	good.ask("mining.authorize", "member.two", "x")
	go func() {
		for good.lines.Scan() {
		}
	}()
	eventually(t, "only the one that reads is left", func() bool {
		for range 10 { // what the kernel holds for the deaf one is megabytes
			p.NewJob(false)
		}
		return len(r.Machines()) == 1
	})
	if left := r.Machines(); left[0].Worker != "member.two" {
		t.Errorf("left is %+v", left)
	}
}

func TestStrangersAreNotLetIn(t *testing.T) {
	_, atPool, _ := startPool(t, pool.Options{Seed: 1})
	o := options()
	o.Admit = func(worker string) error {
		if !strings.HasPrefix(worker, "member.") {
			return fmt.Errorf("%s is no member", worker)
		}
		return nil
	}
	_, at, _ := startRouter(t, o, to("a", atPool, 1))
	m := dial(t, at)
	m.ask("mining.subscribe", "test/1")
	if a := m.ask("mining.authorize", "stranger.one", "x"); code(a) != "24" {
		t.Errorf("a stranger: %s", code(a))
	}
	if a := m.ask("mining.authorize", "member.one", "x"); code(a) != "true" {
		t.Errorf("a member: %s", code(a))
	}
}

func TestDestinationsAreChecked(t *testing.T) {
	for name, d := range map[string]stratum.Destination{
		"no name":         {URLs: []string{"stratum+tcp://h:1"}, User: "u"},
		"no URL":          {Name: "a", User: "u"},
		"a web page":      {Name: "a", URLs: []string{"https://h:1"}, User: "u"},
		"no port":         {Name: "a", URLs: []string{"stratum+tcp://h"}, User: "u"},
		"no user":         {Name: "a", URLs: []string{"stratum+tcp://h:1"}},
		"negative weight": {Name: "a", URLs: []string{"stratum+tcp://h:1"}, User: "u", Weight: -1},
	} {
		if stratum.Check([]stratum.Destination{d}) == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if s := fmt.Sprintf("%v %+v %#v", to("a", "h:1", 1), to("a", "h:1", 1), stratum.Secret("hunter2")); strings.Contains(s, "hunter2") || strings.Contains(s, `"x"`) {
		t.Errorf("a password is printed: %s", s)
	}
}
