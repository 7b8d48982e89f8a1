//go:build linux

// Command stratum is the other end of bench/stratum.sh: a load of machines on
// the router, on a bare echo server beside it, and pools for real miners to work
// for. It is no part of the product.
package main

import (
	"bufio"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/pool"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

func main() {
	machines := flag.Int("machines", 10_000, "connections")
	perMinute := flag.Float64("per-minute", 5, "shares of each")
	measure := flag.Duration("measure", 2*time.Minute, "time measured")
	binary := flag.String("pouwdem", "bin/pouwdem", "the router's program")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch flag.Arg(0) {
	case "echo":
		err = echo(ctx)
	case "pools":
		err = pools(ctx)
	case "load":
		err = load(ctx, *binary, *machines, *perMinute, *measure)
	default:
		err = errors.New("want load, pools or echo")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "stratum:", err)
		os.Exit(1)
	}
}

// echo is the yardstick: a goroutine and a reader per connection, nothing else.
func echo(ctx context.Context) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() { l.Close() })
	fmt.Fprintln(os.Stdout, "listening", l.Addr())
	for {
		conn, err := l.Accept()
		if err != nil {
			return nil
		}
		go func() {
			defer conn.Close()
			r := bufio.NewReader(conn)
			for {
				line, err := r.ReadBytes('\n')
				if err != nil {
					return
				}
				if _, err := conn.Write(line); err != nil {
					return
				}
			}
		}()
	}
}

// pools serves two pools that a processor can find shares for, and prints their
// counts when they change.
func pools(ctx context.Context) error {
	var group sync.WaitGroup
	defer group.Wait()
	var both []*pool.Pool
	for i := range 2 {
		l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		p := pool.New(pool.Options{Seed: uint64(i), Difficulty: 0.0005, Nonce2Size: 8 - 4*i, Mask: 0x1fffe000})
		both = append(both, p)
		fmt.Fprintf(os.Stdout, "pool %c %s\n", 'a'+i, l.Addr())
		group.Go(func() { _ = p.Run(ctx, l) })
		group.Go(func() { p.Follow(ctx, time.Minute) })
	}
	<-ctx.Done()
	for i, p := range both {
		t := p.Totals()
		fmt.Fprintf(os.Stdout, "pool %c: %d accepted, %d stale, %d duplicate, %d low, %d wrong\n", 'a'+i, t.Accepted, t.Stale, t.Duplicate, t.Low, t.Wrong)
	}
	return nil
}

// easy is a difficulty at which every few hashes are a share.
const easy = 1e-9

func load(ctx context.Context, binary string, machines int, perMinute float64, measure time.Duration) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	p := pool.New(pool.Options{Seed: 1, Difficulty: easy, Nonce2Size: 8, Mask: 0x1fffe000})
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	group.Go(func() { _ = p.Run(ctx, l) })
	group.Go(func() { p.Follow(ctx, 5*time.Minute) })

	conf, err := os.CreateTemp("", "stratum-*.yaml")
	if err != nil {
		return err
	}
	defer os.Remove(conf.Name())
	fmt.Fprintf(conf, "stratum:\n  start_difficulty: %g\n  connections: %d\n", easy, machines+10)
	conf.Close()
	fmt.Fprintf(os.Stdout, "%d connections, %g lines a minute of each, measured for %s\n", machines, perMinute, measure)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	bare, err := run(ctx, machines, perMinute, measure, false, self, "echo")
	if err != nil {
		return fmt.Errorf("echo server: %w", err)
	}
	routed, err := run(ctx, machines, perMinute, measure, true, binary, "stratum", "--config", conf.Name(), "--listen", "127.0.0.1:0", "--print-addr",
		"--to", "a=stratum+tcp://"+l.Addr().String()+",site.bench,1", "--log", "warn")
	if err != nil {
		return fmt.Errorf("router: %w", err)
	}
	fmt.Fprintf(os.Stdout, "ratio router to echo server: memory %.2f, processor %.2f\n", routed.memory/bare.memory, routed.cores/bare.cores)
	t := p.Totals()
	fmt.Fprintf(os.Stdout, "pool: %d accepted, %d stale, %d duplicate, %d low, %d wrong\n", t.Accepted, t.Stale, t.Duplicate, t.Low, t.Wrong)
	return nil
}

type result struct{ memory, cores float64 }

// run measures a program under the load of machines.
func run(ctx context.Context, machines int, perMinute float64, measure time.Duration, speak bool, name string, args ...string) (r result, err error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return r, err
	}
	if err := cmd.Start(); err != nil {
		return r, err
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait() // ended by the signal, as it says
	}()
	first, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return r, err
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	address := strings.TrimSpace(strings.TrimPrefix(first, "listening "))
	time.Sleep(time.Second)
	_, empty := memory(cmd.Process.Pid)
	working, stop := context.WithCancel(ctx)
	var group sync.WaitGroup
	var counts counts
	began := time.Now()
	for i := range machines {
		group.Go(func() { counts.machine(working, address, i, perMinute, speak) })
		if i%50 == 49 {
			time.Sleep(20 * time.Millisecond)
		}
	}
	for counts.up.Load() < int64(machines) && time.Since(began) < 2*time.Minute {
		time.Sleep(100 * time.Millisecond)
	}
	fmt.Fprintf(os.Stdout, "%s: %d connected in %.1f s\n", args[0], counts.up.Load(), time.Since(began).Seconds())
	time.Sleep(20 * time.Second)
	before, from := cpu(cmd.Process.Pid), time.Now()
	said, yes, no := counts.said.Load(), counts.yes.Load(), counts.no.Load()
	most, whole := 0.0, 0.0
	for time.Since(from) < measure && ctx.Err() == nil {
		time.Sleep(time.Second)
		all, own := memory(cmd.Process.Pid)
		most, whole = max(most, own), max(whole, all)
	}
	r = result{most, (cpu(cmd.Process.Pid) - before) / time.Since(from).Seconds()}
	fmt.Fprintf(os.Stdout, "%s: %.0f MB at most beside %.0f MB of program (%.0f MB empty, %.1f kB for a connection), %.3f cores; %d lines, %d answered well, %d refused, %d connections lost\n",
		args[0], r.memory/1e6, (whole-most)/1e6, empty/1e6, (r.memory-empty)/float64(machines)/1e3, r.cores, counts.said.Load()-said, counts.yes.Load()-yes, counts.no.Load()-no, counts.lost.Load())
	stop()
	group.Wait()
	return r, nil
}

type counts struct{ up, said, yes, no, lost atomic.Int64 }

// machine is a connection that sends a line every now and then.
func (k *counts) machine(ctx context.Context, address string, i int, perMinute float64, speak bool) {
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", address)
	if err != nil {
		k.lost.Add(1)
		return
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	defer conn.Close()
	m := &miner{k: k, worker: "load." + strconv.Itoa(i)}
	if speak {
		fmt.Fprintf(conn, `{"id":1,"method":"mining.subscribe","params":["load"]}`+"\n"+`{"id":2,"method":"mining.extranonce.subscribe","params":[]}`+"\n"+
			`{"id":3,"method":"mining.authorize","params":[%q,"x"]}`+"\n", m.worker)
	} else {
		k.up.Add(1)
	}
	go m.listen(conn, speak)
	random := rand.New(rand.NewPCG(1, uint64(i)))
	for {
		t := time.NewTimer(time.Duration(random.ExpFloat64() * float64(time.Minute) / perMinute))
		select {
		case <-ctx.Done():
			t.Stop()
			return
		case <-t.C:
		}
		line := `{"id":4,"method":"mining.submit","params":["load.10000","00000001","000000000000","5f5e1000","00000000"]}`
		if speak {
			if line = m.share(random); line == "" {
				continue
			}
		}
		k.said.Add(1)
		if _, err := fmt.Fprintln(conn, line); err != nil {
			if ctx.Err() == nil {
				k.lost.Add(1)
			}
			return
		}
	}
}

type miner struct {
	k      *counts
	worker string

	mu          sync.Mutex
	extranonce1 string
	size        int
	difficulty  float64
	work        *given
}

// given is work as all machines of the load share it.
type given struct {
	id, time string
	w        hashwork.Work
}

func (m *miner) listen(conn net.Conn, speak bool) {
	lines := bufio.NewReaderSize(conn, 512)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		if !speak {
			m.k.yes.Add(1)
			continue
		}
		var a struct {
			ID     int
			Method string
			Params []json.RawMessage
			Result json.RawMessage
			Error  json.RawMessage
		}
		if json.Unmarshal(line, &a) != nil {
			continue
		}
		m.mu.Lock()
		switch {
		case a.Method == "mining.notify":
			m.work = parse(a.Params)
		case a.Method == "mining.set_difficulty":
			_ = json.Unmarshal(a.Params[0], &m.difficulty)
		case a.ID == 1:
			var p []json.RawMessage
			if json.Unmarshal(a.Result, &p) == nil && len(p) == 3 {
				_ = json.Unmarshal(p[1], &m.extranonce1)
				_ = json.Unmarshal(p[2], &m.size)
			}
		case a.ID == 3:
			m.k.up.Add(1)
		case a.ID == 4 && string(a.Result) == "true":
			m.k.yes.Add(1)
		case a.ID == 4:
			m.k.no.Add(1)
		}
		m.mu.Unlock()
	}
}

func parse(p []json.RawMessage) *given {
	str := func(i int) (s string) { _ = json.Unmarshal(p[i], &s); return }
	raw := func(s string) []byte { b, _ := hex.DecodeString(s); return b }
	word := func(i int) uint32 { v, _ := strconv.ParseUint(str(i), 16, 32); return uint32(v) }
	g := &given{id: str(0), time: str(7), w: hashwork.Work{Coinbase1: raw(str(2)), Coinbase2: raw(str(3)), Version: word(5), Bits: word(6), Time: word(7)}}
	for i, b := range raw(str(1)) {
		g.w.Previous[i^3] = b
	}
	var branch []string
	_ = json.Unmarshal(p[4], &branch)
	for _, b := range branch {
		g.w.Branch = append(g.w.Branch, hashwork.Hash(raw(b)))
	}
	return g
}

// share is a line with a share, which takes a few hashes to find.
func (m *miner) share(random *rand.Rand) string {
	m.mu.Lock()
	g, one, size, d := m.work, m.extranonce1, m.size, m.difficulty
	m.mu.Unlock()
	if g == nil {
		return ""
	}
	first, _ := hex.DecodeString(one)
	chosen := make([]byte, size)
	for i := range chosen {
		chosen[i] = byte(random.Uint32())
	}
	target := hashwork.TargetOf(d)
	s := hashwork.Solution{Extranonce1: first, Extranonce2: chosen, Version: g.w.Version, Time: g.w.Time}
	h := g.w.Header(&s)
	for h.Nonce = random.Uint32(); ; h.Nonce++ {
		if hash := h.Hash(); hash.Solves(target) {
			return fmt.Sprintf(`{"id":4,"method":"mining.submit","params":[%q,%q,"%x",%q,"%08x"]}`, m.worker, g.id, chosen, g.time, h.Nonce)
		}
	}
}

// memory is what a process holds in bytes, and what of it is no page of its own
// program.
func memory(pid int) (whole, own float64) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, 0
	}
	fields := strings.Fields(string(raw))
	pages, _ := strconv.ParseFloat(fields[1], 64)
	program, _ := strconv.ParseFloat(fields[2], 64)
	return pages * float64(os.Getpagesize()), (pages - program) * float64(os.Getpagesize())
}

// cpu is the processor time of a process, in seconds.
func cpu(pid int) float64 {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(raw), ") ")
	fields := strings.Fields(rest)
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}
