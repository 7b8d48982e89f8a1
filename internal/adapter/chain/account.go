package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// Account acts on contracts in one role, one transaction after another, each
// waited for. It remembers nothing: it is for contracts whose state tells what
// is still to be done. Batches of decisions go through [Client], which promises
// more. It is safe for concurrent use.
type Account struct {
	node    *Node
	chainID *big.Int
	signer  Signer
	fees    anchor.Bounds
	poll    time.Duration // between questions whether it is mined

	mu sync.Mutex // held from the nonce until the transaction is mined
}

// NewAccount is the account of a signer on the chain that the node is of.
func NewAccount(n *Node, chainID uint64, signer Signer, fees anchor.Bounds, poll time.Duration) *Account {
	return &Account{node: n, chainID: wei(chainID), signer: signer, fees: fees, poll: poll}
}

// Address is the account's.
func (a *Account) Address() common.Address { return a.signer.Address() }

// ChainID is the chain that the account acts on.
func (a *Account) ChainID() *big.Int { return new(big.Int).Set(a.chainID) }

// Call is what an account asks of a contract.
type Call struct {
	To   common.Address
	Data []byte
	// Errors reads the contract's own errors; nil where it has none to tell.
	Errors func([]byte) (any, error)
}

// Done is where a call stands on the chain.
type Done struct {
	Tx      common.Hash
	Block   uint64
	GasUsed uint64
}

// Do makes a call and waits until it is mined. The contract is asked first:
// [anchor.ErrRefused] where it would not take the call, with its reason.
func (a *Account) Do(ctx context.Context, c Call) (Done, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	gas, err := a.gas(ctx, c)
	if err != nil {
		return Done{}, err
	}
	hashes, err := a.send(ctx, []types.DynamicFeeTx{{Gas: min(gas+gas*3/10, mostGas), To: &c.To, Value: new(big.Int), Data: c.Data}})
	if err != nil {
		return Done{}, err
	}
	r, err := a.node.mined(ctx, hashes[0], a.poll)
	if err != nil {
		return Done{}, err
	}
	return Done{Tx: r.Hash, Block: uint64(*r.BlockNumber), GasUsed: uint64(r.GasUsed)}, nil
}

// All sends transactions at once, in order, and waits for each. Of a step, its
// receiver, value, data and gas count.
func (a *Account) All(ctx context.Context, steps []types.DynamicFeeTx) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	hashes, err := a.send(ctx, steps)
	if err != nil {
		return err
	}
	for i, hash := range hashes {
		if _, err := a.node.mined(ctx, hash, a.poll); err != nil {
			return fmt.Errorf("step %d of %d: %w", i+1, len(hashes), err)
		}
	}
	return nil
}

// Pay sends whole coins to an account.
func (a *Account) Pay(ctx context.Context, to common.Address, coins uint64) error {
	value := new(big.Int).Mul(wei(coins), big.NewInt(params.Ether))
	return a.All(ctx, []types.DynamicFeeTx{{Gas: params.TxGas, To: &to, Value: value}})
}

// Next is the nonce of the account's next transaction, which names the contract
// that it would make.
func (a *Account) Next(ctx context.Context) (uint64, error) {
	return a.node.nonce(ctx, a.signer.Address())
}

// send signs and sends steps from the next nonce on.
func (a *Account) send(ctx context.Context, steps []types.DynamicFeeTx) ([]common.Hash, error) {
	nonce, err := a.node.nonce(ctx, a.signer.Address())
	if err != nil {
		return nil, err
	}
	latest, err := a.node.block(ctx, "latest")
	if err != nil || latest == nil {
		return nil, errors.Join(err, errors.New("the node has no newest block"))
	}
	fees := anchor.Offer(saturated((*big.Int)(latest.BaseFee)), 0, a.fees)
	var hashes []common.Hash
	for i, step := range steps {
		step.ChainID, step.Nonce = a.chainID, nonce+uint64(i)
		step.GasTipCap, step.GasFeeCap = wei(fees.Tip), wei(fees.Cap)
		tx, err := sign(ctx, a.signer, &step)
		if err != nil {
			return nil, err
		}
		raw, err := tx.MarshalBinary()
		if err != nil {
			return nil, fmt.Errorf("encode transaction: %w", err)
		}
		if err := a.node.send(ctx, raw); err != nil && !errors.Is(err, anchor.ErrKnown) {
			return nil, err
		}
		hashes = append(hashes, tx.Hash())
	}
	return hashes, nil
}

func (a *Account) gas(ctx context.Context, c Call) (uint64, error) {
	var gas hexutil.Uint64
	call := map[string]any{"from": a.signer.Address(), "to": c.To, "data": hexutil.Bytes(c.Data)}
	if err := a.node.call(ctx, &gas, "eth_estimateGas", call); err != nil {
		return 0, refusal(err, c.Errors)
	}
	return uint64(gas), nil
}

// refusal names the contract's own error where that is why a call failed.
func refusal(err error, named func([]byte) (any, error)) error {
	data, ok := errors.AsType[rpc.DataError](err)
	if !ok || !strings.Contains(err.Error(), "revert") {
		return err
	}
	text, _ := data.ErrorData().(string)
	raw, decodeErr := hexutil.Decode(text)
	if decodeErr == nil && len(raw) >= 4 && named != nil {
		if its, unpackErr := named(raw); unpackErr == nil {
			return fmt.Errorf("%w: %T %+v", anchor.ErrRefused, its, its)
		}
	}
	return fmt.Errorf("%w: %w", anchor.ErrRefused, err)
}

// Read calls a contract's view at the newest block. [anchor.ErrRefused] where it
// refuses, with its reason as errors reads it.
func (n *Node) Read(ctx context.Context, contract common.Address, data []byte, named func([]byte) (any, error)) ([]byte, error) {
	var out hexutil.Bytes
	err := n.call(ctx, &out, "eth_call", map[string]any{"to": contract, "data": hexutil.Bytes(data)}, "latest")
	if err != nil {
		return nil, refusal(err, named)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("eth_call of %s: nothing answers at %s: no such contract there", n.name, contract.Hex())
	}
	return out, nil
}

// Head is the number of the newest block.
func (n *Node) Head(ctx context.Context) (uint64, error) {
	h, err := n.block(ctx, "latest")
	if err != nil || h == nil {
		return 0, errors.Join(err, errors.New("the node has no newest block"))
	}
	return uint64(h.Number), nil
}

// Logs are those of a contract with the topics, in order, from a block on.
func (n *Node) Logs(ctx context.Context, contract common.Address, topics []common.Hash, from uint64) ([]types.Log, error) {
	var logs []types.Log
	err := n.call(ctx, &logs, "eth_getLogs", map[string]any{"address": contract, "topics": topics, "fromBlock": hexutil.EncodeUint64(from)})
	return logs, err
}

// Time is when the newest block was made, by its own account.
func (n *Node) Time(ctx context.Context) (time.Time, error) {
	h, err := n.block(ctx, "latest")
	if err != nil || h == nil {
		return time.Time{}, errors.Join(err, errors.New("the node has no newest block"))
	}
	return time.Unix(int64(h.Time), 0).UTC(), nil
}

// CodeHash is the hash of the code at an address, of no code where there is none.
func (n *Node) CodeHash(ctx context.Context, contract common.Address) (common.Hash, error) {
	var code hexutil.Bytes
	if err := n.call(ctx, &code, "eth_getCode", contract, "latest"); err != nil {
		return common.Hash{}, err
	}
	return hashOf(code), nil
}

// mined waits until a transaction is in a block and has succeeded. A question
// that fails is asked again: a node that is still indexing says so by an error.
func (n *Node) mined(ctx context.Context, hash common.Hash, poll time.Duration) (*receipt, error) {
	for {
		r, err := n.receipt(ctx, hash)
		if r != nil && r.Status != 1 {
			return nil, fmt.Errorf("transaction %s was mined and failed", hash)
		}
		if r != nil && n.reached(ctx, uint64(*r.BlockNumber)) {
			return r, nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("transaction %s is not mined yet: %w", hash, errors.Join(context.Cause(ctx), err))
		case <-time.After(poll):
		}
	}
}

// reached reports whether the node's newest block is that one or a later one. A
// node may give a receipt a moment before calls see the state after its block.
func (n *Node) reached(ctx context.Context, number uint64) bool {
	head, err := n.block(ctx, "latest")
	return err == nil && head != nil && uint64(head.Number) >= number
}
