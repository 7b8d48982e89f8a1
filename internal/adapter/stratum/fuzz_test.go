package stratum

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"testing"
	"time"
)

func FuzzMessage(f *testing.F) {
	for _, s := range []string{
		`{"id":1,"method":"mining.submit","params":["u.w","1","00","5f5e1000","00000000","00802000"]}`,
		`{"id":null,"method":"mining.notify","params":["1","00","","",[],"20000000","17034219","5f5e1000",true]}`,
		`{"error":[21,"stale",null],"id":4,"result":null}`, `{"id":"a\u00e9","result":{"version-rolling":true}}`, `{}`, `[`, `{"id":1,"id":2}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		m, err := parseMessage(line)
		if err != nil {
			return
		}
		var other map[string]json.RawMessage
		if err := json.Unmarshal(line, &other); err != nil {
			t.Fatalf("%q was taken, encoding/json says %v", line, err)
		}
		for name, part := range map[string][]byte{"id": m.id, "params": m.params, "result": m.result, "error": m.fault} {
			if part != nil && !bytes.Equal(bytes.TrimSpace(other[name]), part) {
				t.Fatalf("%q: %s is %q, encoding/json says %q", line, name, part, other[name])
			}
		}
		var parts [16][]byte
		if n := split(m.params, parts[:]); n >= 0 {
			var list []json.RawMessage
			if err := json.Unmarshal(m.params, &list); err != nil || len(list) != n {
				t.Fatalf("%q has %d parts, encoding/json says %d, %v", m.params, n, len(list), err)
			}
		}
	})
}

func FuzzNotify(f *testing.F) {
	f.Add([]byte(`["1","` + string(bytes.Repeat([]byte("0a"), 32)) + `","01","02",["` + string(bytes.Repeat([]byte("0b"), 32)) + `"],"20000000","17034219","5f5e1000",true]`))
	f.Fuzz(func(t *testing.T, params []byte) {
		j, _, err := parseNotify(params)
		if err != nil {
			return
		}
		j.publish(7)
		m, err := parseMessage(bytes.TrimSpace(j.fresh))
		if err != nil {
			t.Fatalf("the notification made of %q is no message: %v", params, err)
		}
		again, clean, err := parseNotify(m.params)
		if err != nil || !clean || again.work.Previous != j.work.Previous || again.work.Time != j.work.Time || len(again.work.Branch) != len(j.work.Branch) {
			t.Fatalf("%q came back as %q (%v)", params, m.params, err)
		}
	})
}

// silent is a connection on which nothing happens.
type silent struct{ net.Conn }

func (silent) Write(b []byte) (int, error)      { return len(b), nil }
func (silent) Close() error                     { return nil }
func (silent) SetWriteDeadline(time.Time) error { return nil }
func (silent) LocalAddr() net.Addr              { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1} }

// FuzzMachine sends a router anything, line by line, as a machine could.
func FuzzMachine(f *testing.F) {
	f.Add([]byte("{\"id\":1,\"method\":\"mining.configure\",\"params\":[[\"version-rolling\"],{}]}\n{\"id\":2,\"method\":\"mining.subscribe\",\"params\":[\"a\",\"b\"]}\n" +
		"{\"id\":3,\"method\":\"mining.authorize\",\"params\":[\"u\",\"p\"]}\n{\"id\":4,\"method\":\"mining.submit\",\"params\":[\"u\",\"00000001\",\"000000000000\",\"5f5e1000\",\"00000000\"]}"))
	f.Add([]byte(`{"id":9,"method":"mining.suggest_difficulty","params":["1e400"]}`))
	f.Fuzz(func(t *testing.T, lines []byte) {
		c, _ := bench(t)
		for line := range bytes.Lines(lines) {
			if c.handle(context.Background(), line) != nil {
				return
			}
		}
		c.r.group.Wait()
	})
}

// FuzzPool sends a router anything that a pool could.
func FuzzPool(f *testing.F) {
	f.Add([]byte("{\"id\":1,\"result\":{\"version-rolling\":true,\"version-rolling.mask\":\"1fffe000\"}}\n{\"id\":2,\"result\":[[],\"0a\",8]}\n{\"id\":3,\"result\":true}\n" +
		"{\"method\":\"mining.set_difficulty\",\"params\":[4]}\n{\"id\":17,\"error\":[21,\"x\",null]}"))
	f.Fuzz(func(t *testing.T, lines []byte) {
		_, s := bench(t)
		for line := range bytes.Lines(lines) {
			m, err := parseMessage(line)
			if err != nil {
				return
			}
			if len(m.method) > 0 {
				err = s.told(&m)
			} else {
				err = s.answered(&m)
			}
			if err != nil {
				return
			}
		}
		s.r.group.Wait()
	})
}
