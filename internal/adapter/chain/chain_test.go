package chain_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

func bounds() anchor.Bounds {
	return anchor.Bounds{MinTip: 25 * anchor.Gwei, MaxCap: 1000 * anchor.Gwei}
}

// own is a chain of our own with its contracts, and how to open it again.
type own struct {
	dir      string
	owner    chain.Key
	recorder chain.Key
}

func newOwn(t *testing.T) own {
	t.Helper()
	o := own{dir: t.TempDir()}
	var err error
	if o.owner, err = chain.OwnKey(filepath.Join(o.dir, "keys"), "owner"); err != nil {
		t.Fatal(err)
	}
	if o.recorder, err = chain.OwnKey(filepath.Join(o.dir, "keys"), "recorder"); err != nil {
		t.Fatal(err)
	}
	return o
}

func (o own) open(t *testing.T) (*chain.Embedded, *chain.Node) {
	t.Helper()
	e, err := chain.OpenEmbedded(chain.EmbeddedConfig{Dir: o.dir, Owner: o.owner.Address()})
	if err != nil {
		t.Fatal(err)
	}
	return e, chain.NewNode("embedded", e.RPC(), time.Minute)
}

func (o own) deploy(t *testing.T, n *chain.Node) chain.Contracts {
	t.Helper()
	c, err := chain.Deploy(t.Context(), n, chain.Deployment{
		Owner: o.owner, Recorder: o.recorder.Address(), Fund: 10, WorkTime: time.Hour, Window: time.Hour,
		Fees: bounds(), Poll: 10 * time.Millisecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (o own) client(t *testing.T, n *chain.Node, c chain.Contracts) *chain.Client {
	t.Helper()
	client, err := chain.NewClient([]*chain.Node{n}, c.ChainID, c.TaskAllocation, o.recorder)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func batch(id uint64) proof.Batch {
	return proof.Batch{ID: id, Interval: uint32(1000 + id), Root: proof.EmptyRoot(), DataHash: proof.Keccak([]byte{byte(id)})}
}

// record waits until the batches are in a block.
func record(t *testing.T, c *chain.Client, batches ...proof.Batch) anchor.Attempt {
	t.Helper()
	view, err := c.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a, err := c.Sign(t.Context(), view.Nonce, batches, anchor.Offer(view.BaseFee, view.Tip, bounds()))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Send(t.Context(), a.Raw); err != nil {
		t.Fatal(err)
	}
	for {
		// A node that is still indexing answers with an error.
		if _, ok, _ := c.Find(t.Context(), []proof.Hash{a.Hash}); ok {
			return a
		}
	}
}

func TestBatchesAreRecordedOnAChainOfOurOwnAndSurviveItsRestart(t *testing.T) {
	o := newOwn(t)
	e, n := o.open(t)
	contracts := o.deploy(t, n)
	c := o.client(t, n, contracts)
	if _, err := c.VerifyCode(t.Context()); err != nil {
		t.Fatal(err)
	}
	a := record(t, c, batch(1))
	record(t, c, batch(2), batch(3))
	if err := c.Send(t.Context(), a.Raw); !errors.Is(err, anchor.ErrNonceTooLow) && !errors.Is(err, anchor.ErrKnown) {
		t.Errorf("sending it again: %v", err)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}

	e, n = o.open(t)
	defer e.Close()
	c = o.client(t, n, contracts)
	view, err := c.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var head proof.Hash
	for id := uint64(1); id <= 3; id++ {
		head = proof.Fold(head, batch(id).Commitment())
		if ok, err := c.Recorded(t.Context(), batch(id), "latest"); err != nil || !ok {
			t.Errorf("batch %d is not recorded: %v", id, err)
		}
	}
	if view.Next != 4 || view.Head != head || view.Nonce != 2 {
		t.Errorf("%+v, want next 4, nonce 2 and head %s", view, head)
	}
	other := batch(3)
	other.Root = proof.Keccak([]byte("another"))
	if ok, err := c.Recorded(t.Context(), other, "latest"); err != nil || ok {
		t.Errorf("another batch 3 passes as recorded: %v", err)
	}
}

func TestWhatWasFinalIsThereAfterTheProcessIsKilled(t *testing.T) {
	o := newOwn(t)
	e, n := o.open(t)
	defer e.Close()
	contracts := o.deploy(t, n)
	c := o.client(t, n, contracts)
	a := record(t, c, batch(1))
	// What the disk has while the process runs is what a kill would leave.
	o.dir = copyOf(t, o.dir)
	e, n = o.open(t)
	defer e.Close()
	c = o.client(t, n, contracts)
	for {
		m, ok, err := c.Find(t.Context(), []proof.Hash{a.Hash})
		if err == nil && (!ok || !m.Final) {
			t.Fatalf("the transaction is gone or not final: %+v", m)
		}
		if err == nil {
			break
		}
	}
	if ok, err := c.Recorded(t.Context(), batch(1), "finalized"); err != nil || !ok {
		t.Errorf("the batch is gone: %v", err)
	}
	record(t, c, batch(2))
}

func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestTheContractsRefusalIsNamed(t *testing.T) {
	o := newOwn(t)
	e, n := o.open(t)
	defer e.Close()
	c := o.client(t, n, o.deploy(t, n))
	_, err := c.Sign(t.Context(), 0, []proof.Batch{batch(2)}, anchor.Offer(1, 1, bounds()))
	if !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "OutOfOrder") {
		t.Errorf("batch 2 first: %v, want a refusal that says OutOfOrder", err)
	}
}

func TestForeignCodeIsRefused(t *testing.T) {
	o := newOwn(t)
	e, n := o.open(t)
	defer e.Close()
	contracts := o.deploy(t, n)
	for name, address := range map[string]common.Address{
		"another contract of ours": contracts.RewardToken, "nothing": {7}, "an account": o.owner.Address(),
	} {
		contracts.TaskAllocation = address
		if _, err := o.client(t, n, contracts).VerifyCode(t.Context()); !errors.Is(err, chain.ErrForeignCode) {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
}

func TestAnAddressNeedsItsChecksum(t *testing.T) {
	const good = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" // EIP-55's own example
	for text, want := range map[string]bool{good: true, strings.ToLower(good): false, good[:41]: false, good[2:]: false, "": false} {
		if _, err := chain.ParseAddress(text); (err == nil) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAKeyOfOurOwnIsMadeOnceAndKeptEncrypted(t *testing.T) {
	dir := t.TempDir()
	first, err := chain.OwnKey(dir, "recorder")
	if err != nil {
		t.Fatal(err)
	}
	again, err := chain.OwnKey(dir, "recorder")
	if err != nil || again.Address() != first.Address() {
		t.Errorf("the second time it is %s (%v), want %s", again.Address(), err, first.Address())
	}
	if _, err := chain.OpenKeystore(filepath.Join(dir, "recorder.json"), "wrong"); err == nil {
		t.Error("a wrong password opens it")
	}
}
