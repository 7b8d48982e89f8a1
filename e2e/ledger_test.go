package e2e_test

import (
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// recording asks the process how recording stands.
func (p *process) recording(t *testing.T) (c report.Chain) {
	t.Helper()
	p.get(t, "/api/chain", &c)
	return c
}

// finals is how many of the newest batches are final.
func finals(c report.Chain) (n int) {
	for _, b := range c.Newest {
		if b.State == "final" {
			n++
		}
	}
	return n
}

// TestKilledBetweenAnyTwoStepsOfRecordingEveryBatchIsOnTheChainOnce kills the
// process with SIGKILL at each step of recording, chain and all, and has a
// decision proven to a stranger at the end.
func TestKilledBetweenAnyTwoStepsOfRecordingEveryBatchIsOnTheChainOnce(t *testing.T) {
	binary := build(t)
	data := t.TempDir()
	for _, step := range []string{"to seal", "sealed", "to store transaction", "stored transaction", "sent", "to save sent", "to save final", "saved final"} {
		killed := start(t, binary, data, "--speed", "200", "--halt-at", "recorder."+step)
		if err := <-killed.done; err == nil {
			t.Fatalf("at %q the process ended in good order, want it killed", step)
		}
	}
	again := start(t, binary, data, "--speed", "200")
	var c report.Chain
	until(t, patience, "batches sealed before and after the kills are final", func() bool {
		c = again.recording(t)
		return c.Status != report.ChainStarting && finals(c) >= 12 && c.OnChain+8 >= c.Batches
	})
	t.Logf("%d batches sealed, %d on the chain, status %s", c.Batches, c.OnChain, c.Status)
	if len(c.Troubles) != 0 || c.Status != report.ChainRecording {
		t.Errorf("recording is in trouble: %+v", c)
	}
	for i := 1; i < len(c.Newest); i++ {
		if c.Newest[i-1].ID != c.Newest[i].ID+1 || c.Newest[i-1].Start.Sub(c.Newest[i].Start) != 5*time.Minute {
			t.Errorf("batch %d of %s follows batch %d of %s", c.Newest[i-1].ID, c.Newest[i-1].Start, c.Newest[i].ID, c.Newest[i].Start)
		}
	}
	proven(t, again, binary, data, c)
	again.stop(t)
}

// proven takes the proof of a decision that is final from the API and the command
// line and has it checked by a program that knows the node's address and nothing
// else. Which batch holds it, its evidence says: a late one is in a later one.
func proven(t *testing.T, p *process, binary, data string, c report.Chain) {
	t.Helper()
	var list report.Decisions
	p.get(t, "/api/decisions?limit=500", &list)
	for _, d := range list.Decisions {
		var evidence json.RawMessage
		if d.Fast || p.get(t, "/api/decisions/"+d.Site+"/"+d.Key+"/proof", &evidence) != http.StatusOK {
			continue
		}
		var about proof.Evidence
		if err := json.Unmarshal(evidence, &about); err != nil {
			t.Fatalf("proof of %s of %s: %v", d.Key, d.Site, err)
		}
		if about.State != "final" {
			continue
		}
		file := filepath.Join(t.TempDir(), "proof.json")
		if err := os.WriteFile(file, evidence, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(binary, "ledger", "verify", file, "--rpc", c.RPCURL, "--contract", c.Contract).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "the newest final block has it") {
			t.Errorf("%v\n%s", err, out)
		}
		printed, err := exec.Command(binary, "ledger", "proof", "--data", data, "--site", d.Site, "--interval", d.Key).Output()
		if err != nil || !strings.Contains(string(printed), d.Key) {
			t.Errorf("ledger proof: %v\n%s", err, printed)
		}
		forged := strings.Replace(string(evidence), d.Site, "another", 1)
		if err := os.WriteFile(file, []byte(forged), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(binary, "ledger", "verify", file, "--rpc", c.RPCURL).CombinedOutput(); err == nil {
			t.Errorf("a forged proof passes:\n%s", out)
		}
		return
	}
	t.Error("no decision that is listed is final")
}

// TestContractsOfAnEarlierVersionAreLeftBehind starts on a chain whose contract
// is not this program's: a new one takes every decision from the first on.
func TestContractsOfAnEarlierVersionAreLeftBehind(t *testing.T) {
	binary := build(t)
	data := t.TempDir()
	first := start(t, binary, data, "--speed", "200")
	var before report.Chain
	until(t, patience, "final batches", func() bool { before = first.recording(t); return finals(before) >= 2 })
	first.stop(t)
	file := filepath.Join(data, "chain", "contracts.json")
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var contracts map[string]any
	if err := json.Unmarshal(body, &contracts); err != nil {
		t.Fatal(err)
	}
	contracts["task_allocation"] = contracts["reward_token"]
	if body, err = json.Marshal(contracts); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	again := start(t, binary, data, "--speed", "200")
	var after report.Chain
	until(t, patience, "final batches in the new contract", func() bool { after = again.recording(t); return finals(after) >= 2 })
	again.stop(t)
	if after.Contract == before.Contract || len(after.Newest) == 0 {
		t.Fatalf("recorded in %s, before in %s", after.Contract, before.Contract)
	}
	oldest := after.Newest[len(after.Newest)-1]
	if oldest.ID != 1 || oldest.Decisions <= 5 {
		t.Errorf("the first batch is %+v, want it to hold the decisions that were recorded elsewhere too", oldest)
	}
}
