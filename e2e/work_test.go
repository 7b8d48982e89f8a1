package e2e_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

func (p *process) tasks(t *testing.T) (b report.TaskBoard) {
	t.Helper()
	p.get(t, "/api/tasks", &b)
	return b
}

// workers are those whose results were verified.
func workers(b report.TaskBoard) map[string]int {
	by := map[string]int{}
	for _, task := range b.Tasks {
		if task.State == "verified" {
			by[task.Worker]++
		}
	}
	return by
}

// TestTasksAreDoneByWorkersHereAndElsewhereAndTheirProofsHold starts a second
// worker, kills it, kills the process itself, and has a proof checked by a
// program that knows nothing but its file and the case.
func TestTasksAreDoneByWorkersHereAndElsewhereAndTheirProofsHold(t *testing.T) {
	binary, data := build(t), t.TempDir()
	t.Setenv("POUWDEM_BUS_LISTEN", "127.0.0.1:0")
	first := start(t, binary, data, "--speed", "200")
	until(t, patience, "the worker in the process has had results verified", func() bool { return len(workers(first.tasks(t))) > 0 })
	url := first.tasks(t).WorkerURL
	if url == "" {
		t.Fatal("no worker from elsewhere can join")
	}
	elsewhere := exec.Command(binary, "worker", "--bus", url, "--key", filepath.Join(data, "bus", "worker.nk"))
	if err := elsewhere.Start(); err != nil {
		t.Fatal(err)
	}
	until(t, patience, "two workers have had results verified", func() bool { return len(workers(first.tasks(t))) > 1 })
	if err := elsewhere.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = elsewhere.Wait() // it was killed
	if err := first.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-first.done

	again := start(t, binary, data, "--speed", "200")
	verified := again.tasks(t).Verified
	var board report.TaskBoard
	until(t, patience, "tasks are verified after the kill", func() bool {
		board = again.tasks(t)
		return board.Verified >= verified+4
	})
	for _, task := range board.Tasks {
		if task.State == "refused" && !strings.Contains(task.Reason, "restart") && !strings.Contains(task.Reason, "withheld") {
			t.Errorf("an honest result was refused: %s", task.Reason)
		}
	}
	checkedElsewhere(t, again, binary, board)
	again.stop(t)
}

// TestHeavyTasksGoToWorkersAtTheSiteWhosePlanGrantsThem lets a server in that stands
// at the example's site with servers, and one that stands nowhere, at an hour at
// which sun makes energy cheap enough to grant some.
func TestHeavyTasksGoToWorkersAtTheSiteWhosePlanGrantsThem(t *testing.T) {
	binary, keys := build(t), t.TempDir()
	t.Setenv("POUWDEM_BUS_LISTEN", "127.0.0.1:0")
	p := start(t, binary, t.TempDir(), "--speed", "60", "--start", tomorrow(17))
	until(t, patience, "workers can join", func() bool { return p.tasks(t).WorkerURL != "" })
	url := p.tasks(t).WorkerURL
	for name, site := range map[string][]string{"rack-7": {"--site", "webb"}, "drifter": nil} {
		token := p.sites(t, binary, append([]string{"invite", name, "--role", "worker"}, site...)...)
		w := exec.Command(binary, "worker", "--bus", url, "--key", filepath.Join(keys, name+".nk"), "--join", strings.TrimSpace(token), "--heavy", "--threads", "1")
		var said bytes.Buffer
		w.Stderr = &said
		if err := w.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = w.Process.Kill()
			_ = w.Wait() // it was killed
			if t.Failed() {
				t.Logf("%s said: %s", name, &said)
			}
		})
	}
	stands := func(b report.TaskBoard) map[string]string {
		sites := map[string]string{}
		for _, o := range b.Operators {
			sites[o.Operator] = o.Site
			if (o.Text != "") != (o.Operator == "drifter") {
				t.Errorf("%+v", o)
			}
		}
		return sites
	}
	want := map[string]string{"rack-7": "webb", "webb": "webb", "drifter": "", "here": ""}
	var got map[string]string
	t.Cleanup(func() { t.Logf("workers stood at %v", got) })
	until(t, patience, "both are there, and the sites' own", func() bool { got = stands(p.tasks(t)); return len(got) == len(want) })
	if !maps.Equal(got, want) {
		t.Errorf("workers stand at %v, want %v", got, want)
	}
	until(t, patience, "a heavy task was given to a worker at its site, and the drifter did a light one", func() bool {
		light, heavy := 0, 0
		for _, task := range p.tasks(t).Tasks {
			switch {
			case task.Class == "heavy" && task.Operator != "":
				if task.Site != "webb" || task.Operator != "webb" && task.Operator != "rack-7" {
					t.Fatalf("a heavy task was with %s at %q: %s", task.Operator, task.Site, task.Because)
				}
				heavy++
			case task.State == "verified" && task.Operator == "drifter":
				light++
			}
		}
		return light > 0 && heavy > 0
	})
	if out := p.sites(t, binary, "list"); !strings.Contains(out, "none: light tasks only") {
		t.Error(out)
	}
	p.stop(t)
}

func checkedElsewhere(t *testing.T, p *process, binary string, board report.TaskBoard) {
	t.Helper()
	dir := t.TempDir()
	proof, network := filepath.Join(dir, "proof.json"), filepath.Join(dir, "case.m")
	for _, task := range board.Tasks {
		if task.State != "verified" || task.Kind != "n1" {
			continue
		}
		for path, file := range map[string]string{"file": proof, "case": network} {
			resp, err := http.Get(p.url + "/api/proofs/" + task.Task + "/" + path)
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(resp.Body)
			resp.Body.Close()
			if err != nil || resp.StatusCode != http.StatusOK {
				t.Fatalf("%s of %s: %d %v", path, task.Task, resp.StatusCode, err)
			}
			if err := os.WriteFile(file, content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if out, err := exec.Command(binary, "work", "verify", proof, network).CombinedOutput(); err != nil || !strings.Contains(string(out), "the proof holds") {
			t.Errorf("%v\n%s", err, out)
		}
		var forged map[string]any
		raw, err := os.ReadFile(proof)
		if err == nil {
			err = json.Unmarshal(raw, &forged)
		}
		if err != nil {
			t.Fatal(err)
		}
		forged["commitment"].(map[string]any)["count"] = 31
		raw, _ = json.Marshal(forged)
		if err := os.WriteFile(proof, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(binary, "work", "verify", proof, network).CombinedOutput(); err == nil {
			t.Errorf("a forged proof passes:\n%s", out)
		}
		return
	}
	t.Error("no shard of outages is among the newest verified tasks")
}

// TestTheOracleReportsAndACurtailedDayBecomesACertificate runs a world fast
// enough that a day ends within the test: it begins on an afternoon.
func TestTheOracleReportsAndACurtailedDayBecomesACertificate(t *testing.T) {
	p := start(t, build(t), t.TempDir(), "--speed", "600", "--start", tomorrow(20))
	var m report.ChainMarket
	until(t, patience, "each feed of the oracle has rounds and can be read", func() bool {
		p.get(t, "/api/chain/market", &m)
		readable := 0
		for _, f := range m.Oracle {
			if f.Rounds > 0 && f.Refusal == "" {
				readable++
			}
		}
		return m.Open && readable == len(m.Oracle) && readable >= 4
	})
	until(t, 360*time.Second, "a day is sealed", func() bool {
		p.get(t, "/api/chain/market", &m)
		return len(m.Rewards) > 0
	})
	day := m.Rewards[len(m.Rewards)-1]
	if day.Lines == 0 {
		t.Fatalf("no task of %s was entered to be paid", day.Day)
	}
	until(t, patience, "the day is final, its tasks are paid and its certificates are made", func() bool {
		p.get(t, "/api/chain/market", &m)
		return m.Paid.Tokens > 0 && (day.KWh == 0 || m.Certificates.Made > 0)
	})
	for _, c := range m.Newest {
		if c.State != "provisional" || c.KWh == 0 {
			t.Errorf("%+v", c)
		}
	}
	p.stop(t)
}
