package chain_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// full is a batch with a root, as one with decisions has.
func full(id uint64) proof.Batch {
	b := batch(id)
	b.Count, b.Root = 1000, proof.Keccak([]byte{byte(id), byte(id >> 8)})
	return b
}

// BenchmarkGas records batches on the embedded chain and reports the gas per
// batch: of go-ethereum's schedule, measured, and of Polygon's, which adds 3,360
// for each slot that is read first and 840 for each that is written first
// (PIP-88).
func BenchmarkGas(b *testing.B) {
	for _, together := range []uint64{1, 5, 20, 64} {
		b.Run(fmt.Sprintf("batches=%d", together), func(b *testing.B) {
			o, client, node := benchChain(b)
			next := uint64(1)
			send := func(n uint64) (gas float64, slots int) {
				var batches []proof.Batch
				for range n {
					batches, next = append(batches, full(next)), next+1
				}
				return o.measure(b, client, node, batches)
			}
			send(1) // the first writes slots that later ones only change
			var gas float64
			var slots int
			for b.Loop() {
				gas, slots = send(together)
			}
			n := float64(together)
			reads := float64(slots) - n // each batch writes one slot that was empty
			b.ReportMetric(gas/n, "gas/batch")
			b.ReportMetric((gas+3360*reads+840*n)/n, "polygon-gas/batch")
		})
	}
}

func benchChain(b *testing.B) (own, *chain.Client, *chain.Embedded) {
	b.Helper()
	o := own{dir: b.TempDir()}
	var err error
	if o.owner, err = chain.NewKey(); err != nil {
		b.Fatal(err)
	}
	if o.recorder, err = chain.NewKey(); err != nil {
		b.Fatal(err)
	}
	e, err := chain.OpenEmbedded(chain.EmbeddedConfig{Dir: o.dir, Owner: o.owner.Address()})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { e.Close() })
	n := chain.NewNode("embedded", e.RPC(), time.Minute)
	c, err := chain.Deploy(b.Context(), n, chain.Deployment{
		Owner: o.owner, Recorder: o.recorder.Address(), Fund: 1000, WorkTime: time.Hour, Window: time.Hour, Fees: bounds(), Poll: time.Millisecond,
	})
	if err != nil {
		b.Fatal(err)
	}
	client, err := chain.NewClient([]*chain.Node{n}, c.ChainID, c.TaskAllocation, o.recorder)
	if err != nil {
		b.Fatal(err)
	}
	return o, client, e
}

// measure records batches and returns the gas that the receipt states and how
// many slots of the contract the call touches.
func (o own) measure(b *testing.B, client *chain.Client, e *chain.Embedded, batches []proof.Batch) (gas float64, slots int) {
	b.Helper()
	view, err := client.View(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	a, err := client.Sign(b.Context(), view.Nonce, batches, anchor.Offer(view.BaseFee, view.Tip, bounds()))
	if err != nil {
		b.Fatal(err)
	}
	var tx types.Transaction
	if err := tx.UnmarshalBinary(a.Raw); err != nil {
		b.Fatal(err)
	}
	rpc := e.RPC()
	defer rpc.Close()
	var listed struct {
		AccessList types.AccessList `json:"accessList"`
	}
	call := map[string]any{"from": o.recorder.Address(), "to": tx.To(), "data": hexutil.Bytes(tx.Data())}
	if err := rpc.CallContext(b.Context(), &listed, "eth_createAccessList", call, "latest"); err != nil {
		b.Fatal(err)
	}
	if err := client.Send(b.Context(), a.Raw); err != nil {
		b.Fatal(err)
	}
	for {
		var r *struct {
			GasUsed hexutil.Uint64 `json:"gasUsed"`
			Status  hexutil.Uint64 `json:"status"`
		}
		// A node that is still indexing answers with an error.
		if err := rpc.CallContext(b.Context(), &r, "eth_getTransactionReceipt", common.Hash(a.Hash)); err == nil && r != nil {
			if r.Status != 1 {
				b.Fatal("the transaction failed")
			}
			return float64(r.GasUsed), listed.AccessList.StorageKeys()
		}
	}
}
