package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/gpunodes"
	"github.com/pouw-dem/pouwdem/internal/app"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

func TestNodesAreDrainedAndResumedByHandAndReadBack(t *testing.T) {
	cluster, err := gpunodes.New(gpunodes.Options{
		Agents: 1, Slurm: 2, Token: "secret", Clock: clock.NewScaled(time.Now(), 600), Spec: gpunodes.Spec{WakeFails: -1},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); cluster.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	type result struct {
		Nodes []struct {
			How, Fate, State, Error string
			Watts                   float64 `json:"power_w"`
			CapW                    float64 `json:"cap_w"`
		}
	}
	run := func(args ...string) (code int, out string, r result) {
		var stdout, stderr bytes.Buffer
		code = app.Main(t.Context(), app.Process{
			Args: append([]string{"node"}, args...), Stdout: &stdout, Stderr: &stderr,
			Getenv: func(name string) string { return map[string]string{"POUWDEM_NODE_TOKEN": "secret"}[name] },
		})
		_ = json.Unmarshal(stdout.Bytes(), &r) // checked by what is in it
		return code, stdout.String() + stderr.String(), r
	}
	for _, step := range []struct{ args, fate, state string }{
		{"read", "", "hashing"},
		{"drain --dry-run", "dry run", "hashing"},
		{"drain --wait 20s", "confirmed", "asleep"},
		{"resume --wait 20s", "confirmed", "hashing"},
	} {
		args := append(strings.Fields(step.args), cluster.Addresses()...)
		code, out, r := run(append(args, "--rated", "12720", "--json")...)
		if code != 0 || len(r.Nodes) != 3 {
			t.Fatalf("node %s: %d %s", step.args, code, out)
		}
		for _, n := range r.Nodes {
			if n.Fate != step.fate || n.State != step.state || n.Error != "" {
				t.Errorf("node %s: %+v", step.args, n)
			}
			if step.state == "hashing" && n.CapW < 12700 {
				t.Errorf("node %s: a cap of %g W", step.args, n.CapW)
			}
		}
	}
	// 192.0.2.0/24 is for documentation: nothing is there, and nothing may be sent.
	if code, out, _ := run("drain", "nvml+https://192.0.2.1:9401", "--rated", "12720", "--timeout", "200ms", "--json"); code != 1 || !strings.Contains(out, "withheld") {
		t.Errorf("a node elsewhere: %d %s", code, out)
	}
	if code, out, _ := run("read", cluster.Addresses()[0]); code != 2 || !strings.Contains(out, "--rated") {
		t.Errorf("no power: %d %s", code, out)
	}
	if code, out, _ := run("read", "http://127.0.0.1:1", "--rated", "12720"); code == 0 || !strings.Contains(out, "nvml+http") {
		t.Errorf("an address of neither kind: %d %s", code, out)
	}
}

func TestNodesOfARunningProcessAreAskedOfASite(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := app.Main(t.Context(), app.Process{Args: []string{"node", "list"}, Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	if code != 2 || !strings.Contains(stderr.String(), "--site") {
		t.Errorf("%d %s", code, stderr.String())
	}
}
