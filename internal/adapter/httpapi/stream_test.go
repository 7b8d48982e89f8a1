package httpapi_test

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// started serves on loopback until the test ends.
func started(t *testing.T, s *httpapi.Server) (base string) {
	t.Helper()
	ln, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, ln) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("serve: %v", err)
		}
		http.DefaultClient.CloseIdleConnections()
	})
	return "http://" + ln.Addr().String()
}

// listener reads a stream's events.
type listener struct {
	t    *testing.T
	body *bufio.Scanner
	end  func()
}

func listen(t *testing.T, base string, after int64) *listener {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/api/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	if after >= 0 {
		r.Header.Set("Last-Event-ID", strconv.FormatInt(after, 10))
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK {
		t.Fatalf("GET /api/events: %s", res.Status)
	}
	end := func() { cancel(); _ = res.Body.Close() }
	t.Cleanup(end)
	l := &listener{t: t, body: bufio.NewScanner(res.Body), end: end}
	if got := l.line("event: "); got != "hello" {
		t.Fatalf("stream starts with %q", got)
	}
	return l
}

// line is what follows a prefix on the next line that has it.
func (l *listener) line(prefix string) string {
	l.t.Helper()
	for l.body.Scan() {
		if rest, ok := strings.CutPrefix(l.body.Text(), prefix); ok {
			return rest
		}
	}
	l.t.Fatalf("stream ended before %q: %v", prefix, l.body.Err())
	return ""
}

func (l *listener) expect(from, to int) {
	l.t.Helper()
	for want := from; want <= to; want++ {
		if got := l.line("id: "); got != strconv.Itoa(want) {
			l.t.Fatalf("event %s, want %d", got, want)
		}
	}
}

func TestAStreamResumesWithEveryEventOnceAndInOrder(t *testing.T) {
	w := newWorld()
	w.happen(10)
	base := started(t, newServer(t, w, nil))
	first := listen(t, base, 3)
	first.expect(4, 10)
	w.happen(700) // more than is read at once
	first.expect(11, 300)
	first.end()
	w.happen(5)
	second := listen(t, base, 300)
	second.expect(301, 715)
}

func TestAFreshStreamStartsAtTheNewestEvent(t *testing.T) {
	w := newWorld()
	w.happen(10)
	base := started(t, newServer(t, w, nil))
	l := listen(t, base, -1)
	w.happen(2)
	l.expect(11, 12)
}

func TestANumberFromAnotherStoreStartsAtTheNewestEvent(t *testing.T) {
	w := newWorld()
	w.happen(2)
	base := started(t, newServer(t, w, nil))
	l := listen(t, base, 5000)
	w.happen(1)
	l.expect(3, 3)
}

func TestTooManyStreamsAreRefusedUntilOneEnds(t *testing.T) {
	w := newWorld()
	s := newServer(t, w, func(c *httpapi.Config, _ *httpapi.Deps) { c.Streams = 1 })
	base := started(t, s)
	l := listen(t, base, -1)
	if rec := call(s, "GET", "/api/events", "", ""); rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Retry-After") == "" {
		t.Errorf("second stream: %d", rec.Code)
	}
	l.end()
	for try := 0; ; try++ {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/api/events", nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
		if res.StatusCode == http.StatusOK {
			return
		}
		if try == 10_000 {
			t.Fatal("the place of a stream that ended is never free again")
		}
	}
}

func TestABadPositionIsRefused(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	for _, after := range []string{"x", "-1", "1.5", "99999999999999999999"} {
		if rec := call(s, "GET", "/api/events?after="+after, "", ""); rec.Code != http.StatusUnprocessableEntity {
			t.Errorf("after=%s: %d", after, rec.Code)
		}
	}
}

func TestStreamsEndWithTheServer(t *testing.T) {
	w := newWorld()
	base := started(t, newServer(t, w, nil)) // its cleanup fails if a stream holds the server open
	listen(t, base, -1)
}

// slow is a client that never reads: its writes block until their deadline.
type slow struct {
	header   http.Header
	deadline time.Time
	wrote    int
}

func (c *slow) Header() http.Header { return c.header }
func (c *slow) WriteHeader(int)     {}
func (c *slow) Flush()              {}

func (c *slow) SetWriteDeadline(t time.Time) error { c.deadline = t; return nil }

func (c *slow) Write(p []byte) (int, error) {
	if c.wrote += len(p); c.wrote < 4096 {
		return len(p), nil // what the network buffers
	}
	time.Sleep(time.Until(c.deadline))
	return 0, fmt.Errorf("write: deadline exceeded")
}

func TestASlowClientIsCutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		s := newServer(t, w, nil)
		w.happen(500)
		r := request("GET", "/api/events?after=0", "")
		began := time.Now()
		s.Handler().ServeHTTP(&slow{header: make(http.Header)}, r)
		if took := time.Since(began); took > 11*time.Second {
			t.Errorf("it held its stream for %s", took)
		}
	})
}

func TestASilentStreamIsKeptAlive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		s := newServer(t, w, nil)
		ctx, cancel := context.WithTimeout(t.Context(), 31*time.Second)
		defer cancel()
		rec := recorder{slow: slow{header: make(http.Header)}}
		s.Handler().ServeHTTP(&rec, request("GET", "/api/events", "").WithContext(ctx))
		if got := strings.Count(rec.text.String(), ": still here"); got != 2 {
			t.Errorf("%d heartbeats in 31 s, want 2", got)
		}
	})
}

func TestAStreamEndsWithItsSession(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := closedServer(t, newWorld())
		cookie := login(t, s, viewerToken)
		ended, began := make(chan struct{}), time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		go func() {
			defer close(ended)
			r := request("GET", "/api/events", "")
			r.AddCookie(cookie)
			s.Handler().ServeHTTP(&recorder{slow: slow{header: make(http.Header)}}, r.WithContext(ctx))
		}()
		synctest.Wait()
		if code, _ := asked(s, "POST", "/api/logout", "", cookie); code != http.StatusNoContent {
			t.Fatalf("logout: %d", code)
		}
		<-ended
		if took := time.Since(began); took > 16*time.Second {
			t.Errorf("the stream went on for %s", took)
		}
	})
}

// recorder is a client that reads everything.
type recorder struct {
	slow
	text strings.Builder
}

func (c *recorder) Write(p []byte) (int, error) { return c.text.Write(p) }

func TestBeyondLoopbackTheServerRefusesToListenWithoutTokens(t *testing.T) {
	ln, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "0.0.0.0:0")
	if err != nil {
		t.Skipf("cannot listen on all addresses: %v", err)
	}
	if err := newServer(t, newWorld(), nil).Serve(t.Context(), ln); err == nil || !strings.Contains(err.Error(), "auth.tokens") {
		t.Errorf("serve on %s: %v", ln.Addr(), err)
	}
}
