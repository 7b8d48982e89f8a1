// Package e2e_test runs the real binary: kills it, restarts it, talks to it.
package e2e_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// patience is how long a busy machine may take for what a quiet one does in a
// second or two: a test waits for what has to happen, and does not time it.
const patience = 3 * time.Minute

// build makes the binary once a test run; Go's cache makes it cheap.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pouwdem")
	cmd := exec.Command("go", "build", "-o", path, "github.com/pouw-dem/pouwdem/cmd/pouwdem")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return path
}

// worldStart is the hour, UTC, at which a test's world begins, an hour before
// reserve is owed in the example: what it meets does not hang on when it is run.
const worldStart = 13

// tomorrow is an hour of tomorrow, UTC: a world begins at a time to come.
func tomorrow(hour int) string {
	return time.Now().UTC().Truncate(24 * time.Hour).Add(time.Duration(24+hour) * time.Hour).Format(time.RFC3339)
}

// process is a running pouwdem.
type process struct {
	cmd    *exec.Cmd
	url    string
	stderr bytes.Buffer
	done   chan error
}

func start(t *testing.T, binary, data string, flags ...string) *process {
	t.Helper()
	args := append([]string{"run", "--listen", "127.0.0.1:0", "--data", data, "--print-addr"}, flags...)
	p := &process{cmd: exec.Command(binary, args...), done: make(chan error, 1)}
	p.begin(t)
	return p
}

// begin starts the process and reads where it listens.
func (p *process) begin(t *testing.T) {
	t.Helper()
	p.cmd.Stderr = &p.stderr
	p.cmd.Env = append([]string{"POUWDEM_START=" + tomorrow(worldStart)}, os.Environ()...)
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		_ = p.cmd.Wait()
		t.Fatalf("no address was printed: %v\n%s", err, p.stderr.String())
	}
	p.url = strings.TrimPrefix(strings.TrimSpace(line), "listening ")
	go func() { p.done <- p.cmd.Wait() }()
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
}

// stop ends the process as an operator would and waits for it. One that does not
// end says what each of its goroutines waits for.
func (p *process) stop(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	select {
	case err := <-p.done:
		if err != nil {
			t.Fatalf("did not stop in good order: %v\n%s", err, p.stderr.String())
		}
	case <-time.After(patience):
		_ = p.cmd.Process.Signal(syscall.SIGQUIT)
		<-p.done
		t.Fatalf("did not stop within %s\n%s", patience, p.stderr.String())
	}
}

// until asks a question of the process until it is answered, and fails the test
// when that takes longer than the limit.
func until(t *testing.T, limit time.Duration, what string, ask func() bool) time.Duration {
	t.Helper()
	began := time.Now()
	for !ask() {
		if time.Since(began) > limit {
			t.Fatalf("%s: not within %s", what, limit)
		}
		time.Sleep(10 * time.Millisecond)
	}
	return time.Since(began)
}

func (p *process) get(t *testing.T, path string, into any) int {
	t.Helper()
	resp, err := http.Get(p.url + path)
	if err != nil {
		t.Fatalf("GET %s: %v\n%s", path, err, p.stderr.String())
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusOK {
		if err := json.NewDecoder(resp.Body).Decode(into); err != nil {
			t.Fatalf("GET %s: %v", path, err)
		}
	}
	return resp.StatusCode
}

func (p *process) post(t *testing.T, path, body string) (int, string) {
	t.Helper()
	token := regexp.MustCompile(`with the token ([0-9a-f]+)`).FindStringSubmatch(p.stderr.String())
	if token == nil {
		t.Fatalf("no token was printed:\n%s", p.stderr.String())
	}
	req, err := http.NewRequest(http.MethodPost, p.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token[1])
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(said)
}

// allocation is the part of /api/allocation that these tests look at.
type allocation struct {
	Start     *time.Time `json:"interval_start_utc"`
	Simulated bool       `json:"simulated"`
	Sites     []struct {
		Site string `json:"site"`
		Uses []struct {
			Class string  `json:"class"`
			MW    float64 `json:"power_mw"`
		} `json:"uses"`
	} `json:"sites"`
}

func (p *process) interval(t *testing.T) time.Time {
	var a allocation
	p.get(t, "/api/allocation", &a)
	if a.Start == nil || len(a.Sites) == 0 {
		return time.Time{}
	}
	return *a.Start
}

// first is the first interval that this process itself decided; the zero time
// before.
func (p *process) first(t *testing.T) (first time.Time) {
	started := p.system(t).Started
	for _, d := range p.decisions(t, started.Add(-time.Hour)) {
		if !d.Fast && !d.Decided.Before(started) && (first.IsZero() || d.Start.Before(first)) {
			first = d.Start
		}
	}
	return first
}

// absence is a time in which no process decided: from the newest decision seen
// before the end of one to the first of the next.
type absence struct {
	from, to time.Time // starts of those two intervals
	most     int       // how many intervals can have passed undecided in it
}

// TestKilledBetweenAnyTwoStepsNothingIsLostOrDoubled kills the process with
// SIGKILL at each step of a tick, starts it again, and looks at what is stored.
func TestKilledBetweenAnyTwoStepsNothingIsLostOrDoubled(t *testing.T) {
	const speed, decidesEvery = 60, 5 * time.Minute
	binary := build(t)
	data := t.TempDir()
	var absences []absence
	var last time.Time
	stopped := time.Now()
	for _, step := range []string{"metered", "decided", "stored", "dispatched"} {
		killed := start(t, binary, data, "--speed", "60", "--halt-at", step)
		if err := <-killed.done; err == nil {
			t.Fatalf("at %s the process ended in good order, want it killed", step)
		}
		again := start(t, binary, data, "--speed", "60")
		var from time.Time
		until(t, patience, "an interval is decided after a kill at "+step, func() bool { from = again.first(t); return !from.IsZero() })
		passed := int(speed*time.Since(stopped)/decidesEvery) + 1 // one was cut short at either end
		absences = append(absences, absence{last, from, passed})
		until(t, patience, "two more ticks", func() bool { return again.interval(t).Sub(from) >= 2*decidesEvery })
		last, stopped = again.interval(t), time.Now()
		again.stop(t)
	}
	examine(t, filepath.Join(data, "pouwdem.db"), absences)
	if out, err := exec.Command(binary, "ledger", "replay", "--data", data, "--limit", "0").CombinedOutput(); err != nil {
		t.Errorf("a decision cannot be made again: %v\n%s", err, out)
	}
}

// examine checks that each site has one decision for every interval between its
// first and its last, except for those that passed while no process was there,
// and that every interval settled at most once.
func examine(t *testing.T, file string, absences []absence) {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, "sqlite:"+file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	all, err := st.Decisions(ctx, "", time.Time{}, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), 0)
	if err != nil {
		t.Fatal(err)
	}
	bySite := map[string][]episode.Decision{}
	for _, d := range all {
		if d.Key == episode.TickKey(d.Interval) {
			bySite[d.Site] = append(bySite[d.Site], d)
		}
	}
	if len(bySite) != 5 {
		t.Fatalf("%d sites were decided, want 5", len(bySite))
	}
	for id, decisions := range bySite {
		missing := make([]int, len(absences))
		for i := 1; i < len(decisions); i++ { // newest first
			gap := decisions[i-1].Interval.Start.Sub(decisions[i].Interval.Start)
			if gap < 5*time.Minute || gap%(5*time.Minute) != 0 {
				t.Errorf("%s: %s follows %s after %s, want a decision every 5 minutes", id, decisions[i-1].Key, decisions[i].Key, gap)
			}
			for at := decisions[i].Interval.Start.Add(5 * time.Minute); at.Before(decisions[i-1].Interval.Start); at = at.Add(5 * time.Minute) {
				in := slices.IndexFunc(absences, func(a absence) bool { return at.After(a.from) && at.Before(a.to) })
				if in < 0 {
					t.Errorf("%s: %s was not decided while a process ran", id, at)
					continue
				}
				missing[in]++
			}
		}
		for i, a := range absences {
			if missing[i] > a.most {
				t.Errorf("%s: between %s and %s %d intervals were not decided, %d can have passed while nothing ran", id, a.from, a.to, missing[i], a.most)
			}
		}
		if len(decisions) < 8 {
			t.Errorf("%s: %d decisions, want at least 8", id, len(decisions))
		}
	}
	events, err := st.Events(ctx, 0, 100_000)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for _, e := range events {
		if e.Kind == "decision" || e.Kind == "settlement" {
			told[e.Kind+" "+e.Site+" "+e.Key]++
		}
	}
	for what, times := range told {
		if times != 1 {
			t.Errorf("%s was told %d times", what, times)
		}
	}
}

// TestAnInstructionReachesTheMachinesBetweenTicks tells, for the record, how long
// the fast path takes on the wall's clock: from the request to commands that
// were sent. A tick would take them up to two and a half minutes at this speed, and
// would put its own in place of those that a busy machine has not sent by then.
func TestAnInstructionReachesTheMachinesBetweenTicks(t *testing.T) {
	p := start(t, build(t), t.TempDir(), "--speed", "2")
	until(t, patience, "first decision", func() bool { return !p.interval(t).IsZero() })
	const body = `{"site":"pecos","id":"vdi-1","revision":1,"from":"ercot","kind":"curtail","max_mw":1,"start_utc":null,"end_utc":null}`
	began := time.Now()
	if status, said := p.post(t, "/api/instructions", body); status != http.StatusOK || !strings.Contains(said, `"new":true`) {
		t.Fatalf("the instruction was answered %d %s", status, said)
	}
	var decision struct {
		PowerMW  float64 `json:"power_mw"`
		Commands []struct {
			State string `json:"state"`
		} `json:"commands"`
	}
	until(t, patience, "commands sent", func() bool {
		if p.get(t, "/api/decisions/pecos/fast/vdi-1/1", &decision) != http.StatusOK {
			return false
		}
		sent := 0
		for _, c := range decision.Commands {
			if c.State == "sent" || c.State == "confirmed" {
				sent++
			}
		}
		return sent == len(decision.Commands) && sent > 0
	})
	t.Logf("instruction to commands sent: %s", time.Since(began).Round(time.Millisecond))
	if decision.PowerMW > 1 {
		t.Errorf("the plan is %.3f MW under an instruction of at most 1 MW", decision.PowerMW)
	}
	if status, said := p.post(t, "/api/instructions", body); status != http.StatusOK || !strings.Contains(said, `"new":false`) {
		t.Errorf("the same instruction again was answered %d %s", status, said)
	}
	p.stop(t)
}

func TestTheFirstDecisionComesAndSaysThatItIsSimulated(t *testing.T) {
	p := start(t, build(t), t.TempDir())
	began := time.Now()
	var a allocation
	until(t, patience, "first decision of every site", func() bool { p.get(t, "/api/allocation", &a); return len(a.Sites) == 5 })
	t.Logf("first decision %s after the address was printed", time.Since(began).Round(time.Millisecond))
	if !a.Simulated {
		t.Errorf("the allocation does not say that it is simulated")
	}
	for _, path := range []string{"/api/metrics", "/api/agent-status", "/api/opportunities", "/api/roi", "/api/market", "/api/fleet", "/api/system"} {
		var body map[string]any
		if status := p.get(t, path, &body); status != http.StatusOK || body["simulated"] != true && path != "/api/roi" {
			t.Errorf("GET %s: status %d, simulated %v", path, status, body["simulated"])
		}
	}
	if status, said := p.post(t, "/api/retrain", ""); status != http.StatusAccepted {
		t.Errorf("POST /api/retrain: %d %s", status, said)
	}
	p.stop(t)
}
