package rpc_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
)

// serve answers each connection with the next of the given answers and then
// closes it, or with hold keeps it open.
func serve(t *testing.T, hold bool, answers ...string) (*rpc.Client, *[]string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	var heard []string
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, answer := range answers {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			buffer := make([]byte, 1024)
			n, _ := conn.Read(buffer)
			heard = append(heard, string(buffer[:n]))
			conn.Write([]byte(answer))
			if !hold {
				conn.Close()
			} else {
				t.Cleanup(func() { conn.Close() })
			}
		}
	}()
	t.Cleanup(func() { <-done })
	return rpc.NewClient(l.Addr().String(), 2*time.Second), &heard
}

func TestAnAnswerEndsWithANULWithTheConnectionOrWithItsLastBrace(t *testing.T) {
	const answer = `{"STATUS":[{"STATUS":"S","Code":11,"Msg":"Su}mm\"ary"}],"SUMMARY":[{"GHS 5s":"104000"}],"id":1}`
	for name, c := range map[string]struct {
		raw  string
		hold bool
	}{"NUL": {answer + "\x00", true}, "closed": {answer, false}, "brace": {answer + "\n", true}, "cut off": {answer[:len(answer)-9], false}} {
		client, _ := serve(t, c.hold, c.raw)
		got, err := client.Call(t.Context(), "summary", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if ths := rpc.THs(got.Object("SUMMARY")); ths != 104 {
			t.Errorf("%s: %v TH/s, want 104", name, ths)
		}
	}
}

func TestAMachineThatTakesNoJSONIsAskedInText(t *testing.T) {
	client, heard := serve(t, false,
		"STATUS=E,When=1,Code=14,Msg=Invalid command,Description=cgminer 3.1|\x00",
		`STATUS=S,When=1,Code=7,Msg=2 Pool(s),Description=cgminer 3.1|POOL=0,URL=stratum+tcp://a\,b:3333,Status=Alive,User=x\=y|POOL=1,URL=u,Status=Dead,User=z|`+"\x00")
	got, err := client.Call(t.Context(), "pools", "")
	if err != nil {
		t.Fatal(err)
	}
	pools := rpc.Pools(got)
	if len(pools) != 2 || pools[0].URL != "stratum+tcp://a,b:3333" || pools[0].User != "x=y" || !pools[0].Alive || pools[1].Alive {
		t.Errorf("pools: %+v", pools)
	}
	if diff := cmp.Diff([]string{`{"command":"pools"}`, "pools|"}, *heard); diff != "" {
		t.Error(diff)
	}
}

func TestARefusalSaysItsCode(t *testing.T) {
	client, _ := serve(t, false, `{"STATUS":[{"STATUS":"E","Code":45,"Msg":"Access denied to 'restart' command"}],"id":1}`)
	_, err := client.Call(t.Context(), "restart", "")
	refusal, ok := errors.AsType[*rpc.Refusal](err)
	if !ok || refusal.Code != 45 {
		t.Errorf("got %v", err)
	}
}

func TestHTTPOnThePortIsNamed(t *testing.T) {
	client, _ := serve(t, false, "HTTP/1.1 400 Bad Request\r\n\r\n")
	if _, err := client.Call(t.Context(), "version", ""); !errors.Is(err, rpc.ErrHTTP) {
		t.Errorf("got %v", err)
	}
}

func TestASilentMachineTimesOut(t *testing.T) {
	client, _ := serve(t, true, "")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := client.Call(ctx, "summary", ""); err == nil {
		t.Error("no answer passes for one")
	}
}

func TestAFloodIsBounded(t *testing.T) {
	client, _ := serve(t, false, "{"+strings.Repeat(`"a":"b",`, 1<<18))
	if _, err := client.Call(t.Context(), "summary", ""); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("got %v", err)
	}
}

func TestWhatSeparatesParametersIsEscaped(t *testing.T) {
	if got := rpc.Escape(`a,b\c`); got != `a\,b\\c` {
		t.Error(got)
	}
}

func FuzzParseText(f *testing.F) {
	f.Add([]byte(`STATUS=S,When=1|SUMMARY,Elapsed=5,MHS av=1.5|` + "\x00"))
	f.Add([]byte(`POOL=0,URL=a\,b|\`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, v := range rpc.ParseText(raw) {
			if list, ok := v.([]any); !ok || len(list) == 0 {
				t.Fatal("a section is no list")
			} else if _, ok := list[0].(loose.Object); !ok {
				t.Fatal("a section's part is no object")
			}
		}
	})
}
