package stratum

import (
	"context"
	"fmt"
	"syscall"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// bench is a machine on a router with one pool that has given work as large as
// usual: a coinbase of 260 bytes and 12 hashes of a branch. It is on no network.
func bench(t testing.TB) (*client, *session) {
	t.Helper()
	r, err := New(Options{Mask: hashwork.GeneralPurpose, Start: 1e-12, Lowest: 1e-12}, []Destination{{Name: "a", URLs: []string{"stratum+tcp://127.0.0.1:1"}, User: "site.a", Weight: 1}})
	if err != nil {
		t.Fatal(err)
	}
	s := newSession(r, r.destinations[0], silent{})
	s.extranonce, s.own, s.room, s.mask, s.named = []byte{1, 2, 3, 4}, 2, 6, hashwork.GeneralPurpose, true
	s.setDifficulty(1e-6)
	r.destinations[0].sessions[s] = struct{}{}
	j := &job{name: []byte(`"7"`), work: hashwork.Work{
		Coinbase1: make([]byte, 110), Coinbase2: make([]byte, 138), Branch: make([]hashwork.Hash, 12), Version: 0x20000000, Bits: 0x17034219, Time: 1_600_000_000,
	}}
	j.network, _ = hashwork.TargetOfBits(j.work.Bits)
	s.publish(j, true)
	return newClient(r, 1, silent{}, "127.0.0.1"), s
}

// ready is a machine that has said all that it must.
func ready(t testing.TB) *client {
	c, _ := bench(t)
	for _, line := range []string{
		`{"id":1,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"1fffe000"}]}`,
		`{"id":2,"method":"mining.subscribe","params":["test"]}`, `{"id":3,"method":"mining.authorize","params":["member.one","x"]}`,
	} {
		if err := c.handle(context.Background(), []byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// share is a line with a share of its own nonce.
func share(b []byte, nonce int) []byte {
	return fmt.Appendf(b, `{"id":4,"method":"mining.submit","params":["member.one","00000001","000000000001","5f5e1000","%08x","00802000"]}`, nonce)
}

func judgeLine(c *client, line []byte) int {
	m, err := parseMessage(line)
	if err != nil {
		return -1
	}
	var p [6][]byte
	var whole [longestNonce2]byte
	var v verdict
	n := split(m.params, p[:])
	c.judge(p[:min(n, 6)], whole[:0], &v)
	return v.code
}

func TestJudgingAShareAllocatesAtMostTwice(t *testing.T) {
	c := ready(t)
	line, nonce := make([]byte, 0, 256), 0
	n := testing.AllocsPerRun(1000, func() {
		nonce++
		line = line[:0]
		line = append(line, `{"id":4,"method":"mining.submit","params":["member.one","00000001","000000000001","5f5e1000","`...)
		line = appendHexWord(line, uint32(nonce))
		line = append(line, `","00802000"]}`...)
		if code := judgeLine(c, line); code != 0 {
			t.Fatalf("code %d", code)
		}
	})
	if n > 2 {
		t.Errorf("%g allocations", n)
	}
}

// BenchmarkJudge is everything from the line to the verdict: parsing, looking
// the job up, hashing, comparing, and remembering against duplicates.
func BenchmarkJudge(b *testing.B) {
	c := ready(b)
	lines := make([][]byte, 1<<16)
	for i := range lines {
		lines[i] = share(nil, i)
	}
	b.ReportAllocs()
	defer processor(b)()
	i := 0
	for b.Loop() {
		if i&0xffff == 0 {
			c.at.s.newest().found = nil
		}
		if code := judgeLine(c, lines[i&0xffff]); code != 0 {
			b.Fatalf("code %d", code)
		}
		i++
	}
}

// processor reports the processor time of an operation, which counts on a
// machine that is shared.
func processor(b *testing.B) (done func()) {
	used := func() (ns int64) {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return u.Utime.Nano() + u.Stime.Nano()
	}
	before := used()
	return func() { b.ReportMetric(float64(used()-before)/float64(b.N), "cpu-ns/op") }
}
