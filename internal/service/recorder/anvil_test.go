package recorder_test

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/service/indexer"
	"github.com/pouw-dem/pouwdem/internal/service/recorder"
)

// TestOnAnvilReorganisationsAreSurvivedAndOneOfFinalBlocksStops runs the
// recorder against Foundry's own node, which POUWDEM_ANVIL names.
func TestOnAnvilReorganisationsAreSurvivedAndOneOfFinalBlocksStops(t *testing.T) {
	program := os.Getenv("POUWDEM_ANVIL")
	if program == "" {
		t.Skip("POUWDEM_ANVIL names no anvil: npm install @foundry-rs/anvil@1.7.1, and set it to node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil")
	}
	url, control := startAnvil(t, program)
	g, index := anvilRig(t, url, control)
	call := func(method string, args ...any) {
		t.Helper()
		if err := control.CallContext(t.Context(), nil, method, args...); err != nil {
			t.Fatal(err)
		}
	}
	for depth := range 6 {
		g.interval("alpha")
		for range 3 {
			g.mustPass()
			call("evm_mine")
		}
		mustIndex(t, index)
		if depth > 0 {
			call("anvil_reorg", depth, []any{})
		}
		mustIndex(t, index)
	}
	final := func() bool {
		for _, r := range g.allRecords() {
			if r.State != anchor.Final {
				return false
			}
		}
		return true
	}
	for passes := 0; !final(); passes++ {
		if passes == 200 {
			t.Fatalf("not all is final: %+v", g.recorder.Status())
		}
		g.mustPass()
		call("evm_mine")
	}
	if n, next := len(g.allRecords()), g.recorder.Status().View.Next; n != 6 || next != 7 {
		t.Errorf("%d batches sealed, the contract expects %d next; want 6 and 7", n, next)
	}
	mustIndex(t, index)
	g.eachBatchWasToldOnce()
	if index.Status().Dropped == 0 {
		t.Error("blocks were reorganised away, and the index took none back")
	}
	// Nine blocks are final when the head is a tenth further.
	call("anvil_reorg", 20, []any{})
	g.interval("alpha")
	g.mustPass()
	if !g.halted() {
		t.Errorf("final blocks were replaced, and recording goes on: %+v", g.recorder.Status())
	}
}

func mustIndex(t *testing.T, x *indexer.Indexer) {
	t.Helper()
	if err := x.Pass(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// eachBatchWasToldOnce compares the index of events with what was sealed.
func (g *rig) eachBatchWasToldOnce() {
	g.t.Helper()
	events, err := g.store.IndexEvents(g.t.Context(), "anvil", "TaskAllocation", "BatchAnchored", 100)
	if err != nil {
		g.t.Fatal(err)
	}
	told := map[string]string{}
	for _, e := range events {
		if e.Args[0].Name != "id" || e.Args[3].Name != "root" || told[e.Args[0].Value] != "" {
			g.t.Errorf("unexpected or told twice: %+v", e)
		}
		told[e.Args[0].Value] = e.Args[3].Value
	}
	records := g.allRecords()
	for _, r := range records {
		if told[fmt.Sprint(r.ID)] != r.Root.String() {
			g.t.Errorf("batch %d was told with root %s, sealed is %s", r.ID, told[fmt.Sprint(r.ID)], r.Root)
		}
	}
	if len(told) != len(records) {
		g.t.Errorf("%d batches were told, %d are sealed", len(told), len(records))
	}
}

// startAnvil starts a node whose blocks are final eight blocks later.
func startAnvil(t *testing.T, program string) (url string, control *rpc.Client) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--port", fmt.Sprint(port), "--slots-in-an-epoch", "4", "--silent", "--accounts", "0")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	url = fmt.Sprintf("http://127.0.0.1:%d", port)
	control, err = rpc.Dial(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(control.Close)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for control.CallContext(ctx, nil, "eth_chainId") != nil {
		if ctx.Err() != nil {
			t.Fatal("anvil does not answer")
		}
		time.Sleep(20 * time.Millisecond)
	}
	return url, control
}

// anvilRig deploys the contracts and starts a recorder and an index of events.
func anvilRig(t *testing.T, url string, control *rpc.Client) (*rig, *indexer.Indexer) {
	t.Helper()
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "x.db"), store.Options{Readers: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	node, err := chain.Dial(t.Context(), url, nil)
	if err != nil {
		t.Fatal(err)
	}
	key, err := chain.ParseKey(strings.Repeat("03", 32))
	if err != nil {
		t.Fatal(err)
	}
	owner, err := chain.ParseKey(strings.Repeat("04", 32))
	if err != nil {
		t.Fatal(err)
	}
	for _, account := range []chain.Key{key, owner} {
		if err := control.CallContext(t.Context(), nil, "anvil_setBalance", account.Address(), "0x56bc75e2d63100000"); err != nil {
			t.Fatal(err)
		}
	}
	bounds := anchor.Bounds{MinTip: 30 * anchor.Gwei, MaxCap: 1000 * anchor.Gwei}
	c, err := chain.Deploy(t.Context(), node, chain.Deployment{
		Owner: owner, Recorder: key.Address(), WorkTime: time.Hour, Window: time.Hour, Fees: bounds, Poll: 10 * time.Millisecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	// Reorganisations below must not undo the deployment.
	if err := control.CallContext(t.Context(), nil, "anvil_mine", "0x20"); err != nil {
		t.Fatal(err)
	}
	client, err := chain.NewClient([]*chain.Node{node}, c.ChainID, c.TaskAllocation, key)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.VerifyCode(t.Context()); err != nil {
		t.Fatal(err)
	}
	g := &rig{t: t, store: st, clock: &hands{time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)}, steps: -1}
	g.recorder = recorder.New(recorder.Config{
		Sites: []string{"alpha"}, Bounds: bounds, ResendAfter: 1, Decisions: st, Batches: st, Txs: st, Chain: client,
		Clock: g.clock, Log: slog.New(slog.DiscardHandler),
	})
	source := chain.Source{Name: "TaskAllocation", Address: c.TaskAllocation, ABI: taskallocation.NewTaskAllocation().GetABI()}
	return g, indexer.New(indexer.Config{
		Name: "anvil", Chain: chain.NewEvents(node, []chain.Source{source}), Book: st, Clock: g.clock, Log: slog.New(slog.DiscardHandler),
	})
}

// allRecords are the batches of the only ledger there is.
func (g *rig) allRecords() []anchor.Record {
	g.t.Helper()
	ledgers, err := g.store.Ledgers(g.t.Context())
	if err != nil || len(ledgers) != 1 {
		g.t.Fatalf("ledgers %v (%v)", ledgers, err)
	}
	records, err := g.store.Records(g.t.Context(), ledgers[0], 1000)
	if err != nil {
		g.t.Fatal(err)
	}
	return records
}
