package qse_test

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"io"
	"log/slog"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/qse"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// line is a Modbus/TCP connection, frame by frame.
type line struct {
	t    testing.TB
	conn net.Conn
}

func (l *line) ask(unitID byte, pdu ...byte) []byte {
	l.t.Helper()
	frame := append([]byte{0, 7, 0, 0, 0, byte(1 + len(pdu)), unitID}, pdu...)
	if err := l.conn.SetDeadline(time.Now().Add(5 * time.Second)); err != nil {
		l.t.Fatal(err)
	}
	if _, err := l.conn.Write(frame); err != nil {
		l.t.Fatal(err)
	}
	head := make([]byte, 7)
	if _, err := io.ReadFull(l.conn, head); err != nil {
		l.t.Fatal(err)
	}
	answer := make([]byte, int(binary.BigEndian.Uint16(head[4:]))-1)
	if _, err := io.ReadFull(l.conn, answer); err != nil {
		l.t.Fatal(err)
	}
	return answer
}

// rtu serves unit 1 and keeps what is committed.
func rtu(t testing.TB) (l *line, r *qse.RTU, committed func() []qse.Command) {
	t.Helper()
	return serve(t, nil)
}

// serve is rtu that hands on what is deployed of regulation.
func serve(t testing.TB, deploy func(qse.Deployment)) (l *line, r *qse.RTU, committed func() []qse.Command) {
	t.Helper()
	var mu sync.Mutex
	var all []qse.Command
	r, err := qse.NewRTU(qse.RTUConfig{
		Listen: "127.0.0.1:0", Clock: clock.Wall{}, Log: slog.New(slog.DiscardHandler),
		Telemetry: func(unitID uint8) (qse.Telemetry, bool) {
			return qse.Telemetry{
				At: time.Now(), PowerMW: 5.25, LowMW: 0.5, MaxMW: 10, Capability: map[string]unit.MW{"ECRS": 4.5}, Awarded: map[string]unit.MW{"ECRS": 2},
				Status: qse.StatusCLR, Relay: &qse.Relay{Closed: true, Armed: true}, Simulated: true,
			}, unitID == 1
		},
		Deployment: deploy,
		Command: func(c qse.Command) {
			mu.Lock()
			defer mu.Unlock()
			all = append(all, c)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	var conn net.Conn
	for try := 0; conn == nil && try < 100; try++ {
		if conn, err = net.Dial("tcp", r.Address()); err != nil {
			time.Sleep(10 * time.Millisecond) // the listener is not up yet
		}
	}
	if conn == nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return &line{t, conn}, r, func() []qse.Command {
		mu.Lock()
		defer mu.Unlock()
		return append([]qse.Command(nil), all...)
	}
}

func single(b []byte) float64 {
	return float64(math.Float32frombits(binary.BigEndian.Uint32(b)))
}

func TestTheRTUReadsTelemetryAsFloatsHighWordFirst(t *testing.T) {
	l, _, _ := rtu(t)
	answer := l.ask(1, 4, 0, 0, 0, 33)
	if answer[0] != 4 || answer[1] != 66 {
		t.Fatalf("% x", answer)
	}
	words := answer[2:]
	for register, want := range map[int]float64{0: 5.25, 2: 0.5, 4: 10, 12: 4.5, 24: 2} {
		if got := single(words[2*register:]); got != want {
			t.Errorf("register %d is %g, want %g", register, got, want)
		}
	}
	if quality := binary.BigEndian.Uint16(words[56:]); quality != 1|4 {
		t.Errorf("quality %b, want good and simulated", quality)
	}
	if states := l.ask(1, 2, 0, 0, 0, 5); states[2] != 0b00011 {
		t.Errorf("breaker and relay % b", states)
	}
}

// at is a clock that stands still in a world of a given speed.
type at struct {
	clock.Wall
	now   time.Time
	speed float64
}

func (c at) Now() time.Time { return c.now }
func (c at) Speed() float64 { return c.speed }

func TestAReadingIsStaleByTheClockThatMetersAreReadBy(t *testing.T) {
	read := time.Date(2026, 7, 15, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		at    time.Time
		age   time.Duration
		speed float64
		want  string
	}{
		{"never read", time.Time{}, 0, 1, "none"},
		{"within half a minute", read, 30 * time.Second, 1, "good"},
		{"older", read, 31 * time.Second, 1, "stale"},
		{"a simulated minute is one second of the wall", read, time.Minute, 60, "good"},
		{"and three are the most", read, 181 * time.Second, 60, "stale"},
		{"ten minutes at full speed", read, 10 * time.Minute, 600, "good"},
	} {
		shown := qse.Telemetry{At: c.at}
		if got := shown.Quality(at{now: read.Add(c.age), speed: c.speed}); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// holding is a write of all holding registers: base point, ECRS award, what is
// called on, sequence.
func holding(base, ecrs float32, called, sequence uint16) []byte {
	words := make([]byte, 30)
	binary.BigEndian.PutUint32(words, math.Float32bits(base))
	binary.BigEndian.PutUint32(words[16:], math.Float32bits(ecrs))
	binary.BigEndian.PutUint16(words[24:], called)
	binary.BigEndian.PutUint16(words[26:], sequence)
	return append([]byte{16, 0, 0, 0, 15, 30}, words...)
}

func TestAWriteCommitsOnceWithItsSequence(t *testing.T) {
	l, r, committed := rtu(t)
	for range 3 {
		if answer := l.ask(1, holding(4.5, 2.5, 1<<3, 9)...); answer[0] != 16 {
			t.Fatalf("% x", answer)
		}
	}
	got := committed()
	if len(got) != 1 || got[0].Awards["ECRS"] != 2.5 || !got[0].Deployed["ECRS"] || got[0].Deployed["RRS"] || got[0].BaseMW == nil || *got[0].BaseMW != 4.5 {
		t.Fatalf("%+v", got)
	}
	if link := r.Link(); link.Writes != 3 || link.Refused != 0 {
		t.Errorf("%+v", link)
	}
}

func TestWhatMakesNoSenseIsRefusedWholeAndStatesCannotBeWritten(t *testing.T) {
	l, r, committed := rtu(t)
	for name, ask := range map[string][]byte{
		"an award that is no number": holding(1, float32(math.NaN()), 0, 3),
		"a negative award":           holding(1, -2, 0, 4),
		"a coil":                     {5, 0, 0, 0xff, 0},
		"beyond the registers":       {4, 0, 30, 0, 10},
		"an unknown function":        {99},
	} {
		if answer := l.ask(1, ask...); answer[0] != ask[0]|0x80 {
			t.Errorf("%s: % x", name, answer)
		}
	}
	if answer := l.ask(9, 4, 0, 0, 0, 2); answer[0] != 0x84 {
		t.Errorf("a unit that is not there: % x", answer)
	}
	if len(committed()) != 0 || r.Link().Refused != 2 {
		t.Errorf("committed %v, %d refused", committed(), r.Link().Refused)
	}
}

// regulation is a write of the deployment and its sequence alone.
func regulation(mw float32, sequence uint16) []byte {
	words := binary.BigEndian.AppendUint32(nil, math.Float32bits(mw))
	return append([]byte{16, 0, 15, 0, 3, 6}, binary.BigEndian.AppendUint16(words, sequence)...)
}

func TestRegulationIsWrittenBesideWhatStands(t *testing.T) {
	var mu sync.Mutex
	var all []qse.Deployment
	l, r, committed := serve(t, func(d qse.Deployment) {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, d)
	})
	l.ask(1, holding(4.5, 2.5, 0, 9)...)
	for _, ask := range [][]byte{regulation(-0.75, 1), regulation(-0.75, 1), regulation(0.5, 2)} {
		if answer := l.ask(1, ask...); answer[0] != 16 {
			t.Fatalf("% x", answer)
		}
	}
	if answer := l.ask(1, regulation(float32(math.Inf(-1)), 3)...); answer[0] != 0x90 || r.Link().Refused != 1 {
		t.Errorf("a deployment that is no power: % x", answer)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(all) != 2 || all[0] != (qse.Deployment{Unit: 1, Sequence: 1, MW: -0.75}) || all[1].MW != 0.5 {
		t.Errorf("%+v", all)
	}
	if got := committed(); len(got) != 1 || got[0].Awards["ECRS"] != 2.5 {
		t.Errorf("awards were committed again: %+v", got)
	}
}

func FuzzModbus(f *testing.F) {
	deployed := make(chan qse.Deployment, 64)
	l, r, committed := serve(f, func(d qse.Deployment) {
		select {
		case deployed <- d:
		default:
		}
	})
	f.Add(append([]byte{0, 1, 0, 0, 0, 13, 1}, regulation(-1, 4)...))
	f.Add([]byte{0, 1, 0, 0, 0, 6, 1, 4, 0, 0, 0, 33})
	f.Add([]byte{0, 1, 0, 0, 0, 6, 1, 16, 0, 0, 0, 15})
	f.Add(append([]byte{0, 1, 0, 0, 0, 37, 1}, holding(1, 2, 3, 4)...))
	_ = l
	f.Fuzz(func(t *testing.T, frame []byte) {
		conn, err := net.Dial("tcp", r.Address())
		if err != nil {
			t.Skip("too many connections at once")
		}
		defer conn.Close()
		_ = conn.SetDeadline(time.Now().Add(20 * time.Millisecond))
		_, _ = conn.Write(frame)
		_, _ = io.Copy(io.Discard, io.LimitReader(conn, 512))
		for len(deployed) > 0 {
			if d := <-deployed; !(math.Abs(float64(d.MW)) < 1e5) {
				t.Fatalf("%g MW were deployed", float64(d.MW))
			}
		}
		for _, c := range committed() {
			for product, mw := range c.Awards {
				if !(mw >= 0) || math.IsInf(float64(mw), 0) {
					t.Fatalf("%s: %g MW was committed", product, float64(mw))
				}
			}
		}
	})
}

func day() desk.Day {
	start := time.Date(2026, 7, 15, 5, 0, 0, 0, time.UTC)
	return desk.Day{Site: "west", Day: "2026-07-15", Revision: 2, Hours: []desk.Hour{{
		Start: start, Capability: 3, Offers: []desk.Offer{{Product: "ECRS", Up: true, Curve: []desk.Step{{MW: 3, Price: 4.5}}}},
		EnergyBid: []desk.Step{{MW: 2, Price: 31}}, Plan: desk.Operating{Status: "ONCLR", LoadMW: 4},
	}}}
}

func client(t *testing.T, h http.HandlerFunc) *qse.Client {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	c, err := qse.New(qse.Config{URL: server.URL, Token: "secret-of-the-test", Simulated: true})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOffersGoOutAndAReferenceComesBack(t *testing.T) {
	var got map[string]any
	c := client(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer secret-of-the-test" || r.URL.Path != "/v1/day-ahead" {
			t.Errorf("%s with %q", r.URL.Path, r.Header.Get("Authorization"))
		}
		_ = json.NewDecoder(r.Body).Decode(&got)
		w.WriteHeader(http.StatusAccepted)
		_, _ = io.WriteString(w, `{"reference":"Q-1"}`)
	})
	reference, err := c.Submit(t.Context(), "LZ_WEST", day())
	if err != nil || reference != "Q-1" || got["resource"] != "west" || got["settlement_point"] != "LZ_WEST" {
		t.Errorf("%q %v %v", reference, err, got)
	}
}

func TestAwardsComeOnceTheyArePublished(t *testing.T) {
	answer := ""
	c := client(t, func(w http.ResponseWriter, _ *http.Request) {
		if answer == "" {
			http.Error(w, "nothing yet", http.StatusNotFound)
			return
		}
		_, _ = io.WriteString(w, answer)
	})
	if _, published, err := c.Awards(t.Context(), "west", "2026-07-15"); published || err != nil {
		t.Errorf("%v %v", published, err)
	}
	answer = `{"awards":[{"product":"ECRS","hour_start":"2026-07-15T05:00:00Z","mw":2.5,"price":7.25}]}`
	awards, published, err := c.Awards(t.Context(), "west", "2026-07-15")
	if err != nil || !published || len(awards) != 1 || awards[0].MW != 2.5 || awards[0].End.Sub(awards[0].Start) != time.Hour || !awards[0].Simulated {
		t.Errorf("%+v %v %v", awards, published, err)
	}
	answer = `{"awards":[{"product":"ECRS","hour_start":"2026-07-15T05:00:00Z","mw":-1}]}`
	if _, _, err := c.Awards(t.Context(), "west", "2026-07-15"); err == nil {
		t.Error("a negative award was taken")
	}
}

func TestInstructionsThatMakeNoSenseAreRefusedAndErrorsNameNoSecret(t *testing.T) {
	answer := `{"instructions":[{"id":"a-1","revision":1,"kind":"curtail","max_mw":2,"start":"2026-07-15T05:00:00Z"}]}`
	c := client(t, func(w http.ResponseWriter, _ *http.Request) {
		if answer == "" {
			http.Error(w, "no", http.StatusTeapot)
			return
		}
		_, _ = io.WriteString(w, answer)
	})
	all, err := c.Instructions(t.Context(), "west")
	if err != nil || len(all) != 1 || all[0].ID != "qse-a-1" || *all[0].MaxMW != unit.MW(2) || all[0].From != "qse" {
		t.Errorf("%+v %v", all, err)
	}
	for _, bad := range []string{
		`{"instructions":[{"id":"a/1","kind":"curtail","start":"2026-07-15T05:00:00Z"}]}`,
		`{"instructions":[{"id":"a","kind":"explode","start":"2026-07-15T05:00:00Z"}]}`,
		`{"instructions":[{"id":"a","kind":"curtail","max_mw":-3,"start":"2026-07-15T05:00:00Z"}]}`,
		`{"instructions":`,
	} {
		answer = bad
		if _, err := c.Instructions(t.Context(), "west"); err == nil {
			t.Errorf("taken: %s", bad)
		}
	}
	answer = ""
	if _, err := c.Instructions(t.Context(), "west"); err == nil || strings.Contains(err.Error(), "secret-of-the-test") {
		t.Errorf("%v", err)
	}
	if _, err := qse.New(qse.Config{URL: "http://qse.example", Token: "x"}); err == nil {
		t.Error("a token would travel unencrypted")
	}
}
