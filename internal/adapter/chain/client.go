package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Client records batches in a contract, through one node or several. It is safe
// for one caller at a time; [Client.Nodes] for any number.
type Client struct {
	nodes    []*Node
	chainID  *big.Int
	contract common.Address
	signer   Signer
	binding  *taskallocation.TaskAllocation
	best     *Node // whose head was the highest at the last look
}

// NewClient is a client of the contract on the chain that the nodes are of.
// Without a signer it only reads.
func NewClient(nodes []*Node, chainID uint64, contract common.Address, signer Signer) (*Client, error) {
	if len(nodes) == 0 {
		return nil, errors.New("chain client: needs a node")
	}
	return &Client{
		nodes: nodes, chainID: wei(chainID), contract: contract, signer: signer,
		binding: taskallocation.NewTaskAllocation(), best: nodes[0],
	}, nil
}

// ChainID asks all nodes which chain they are of. It must be the same.
func ChainID(ctx context.Context, nodes []*Node) (uint64, error) {
	var id uint64
	for i, n := range nodes {
		var answer hexutil.Uint64
		if err := n.call(ctx, &answer, "eth_chainId"); err != nil {
			return 0, err
		}
		if i > 0 && uint64(answer) != id {
			return 0, fmt.Errorf("%s is of chain %d, %s of chain %d: all RPCs must be of the same chain", nodes[0].name, id, n.name, answer)
		}
		id = uint64(answer)
	}
	return id, nil
}

// Ledger names where batches go.
func (c *Client) Ledger() anchor.Ledger {
	l := anchor.Ledger{Name: fmt.Sprintf("%d/%s", c.chainID, c.contract.Hex())}
	if c.signer != nil {
		l.Account = fmt.Sprintf("%d/%s", c.chainID, c.signer.Address().Hex())
	}
	return l
}

// Nodes is how each node last answered.
func (c *Client) Nodes() []Health {
	all := make([]Health, 0, len(c.nodes))
	for _, n := range c.nodes {
		all = append(all, n.Health())
	}
	return all
}

// View is the chain as the node with the highest block sees it. The nonce is
// the lowest that any node gives: one that runs ahead would leave a gap which
// nothing fills.
func (c *Client) View(ctx context.Context) (anchor.View, error) {
	var head *header
	nonce := ^uint64(0)
	var errs []error
	for _, n := range c.nodes {
		h, err := n.block(ctx, "latest")
		if err == nil && h == nil {
			err = fmt.Errorf("%s has no block at all", n.name)
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		count, err := n.nonce(ctx, c.signer.Address())
		if err != nil {
			errs = append(errs, err)
			continue
		}
		nonce = min(nonce, count)
		if head == nil || h.Number > head.Number {
			head, c.best = h, n
		}
	}
	if head == nil {
		return anchor.View{}, fmt.Errorf("no node answers: %w", errors.Join(errs...))
	}
	view := anchor.View{Number: uint64(head.Number), Nonce: nonce, BaseFee: saturated((*big.Int)(head.BaseFee))}
	if err := c.contractState(ctx, head.Hash, &view); err != nil {
		return anchor.View{}, err
	}
	return view, c.money(ctx, &view)
}

func (c *Client) contractState(ctx context.Context, at common.Hash, view *anchor.View) error {
	out, err := c.best.read(ctx, c.contract, c.binding.PackNextBatch(), at)
	if err == nil {
		view.Next, err = c.binding.UnpackNextBatch(out)
	}
	if err != nil {
		return fmt.Errorf("read the contract's next batch: %w", err)
	}
	if out, err = c.best.read(ctx, c.contract, c.binding.PackHead(), at); err == nil {
		view.Head, err = c.binding.UnpackHead(out)
	}
	if err != nil {
		return fmt.Errorf("read the contract's head: %w", err)
	}
	return nil
}

// feeBlocks is how many recent blocks tell the tip, and tipPercentile which of
// their transactions.
const (
	feeBlocks     = 15
	tipPercentile = 50
)

func (c *Client) money(ctx context.Context, view *anchor.View) error {
	var history struct {
		Reward [][]*hexutil.Big `json:"reward"`
	}
	if err := c.best.call(ctx, &history, "eth_feeHistory", hexutil.Uint64(feeBlocks), "latest", []float64{tipPercentile}); err != nil {
		return fmt.Errorf("read recent fees: %w", err)
	}
	var tips []uint64
	for _, block := range history.Reward {
		for _, tip := range block {
			if t := saturated((*big.Int)(tip)); t > 0 { // an empty block reports 0
				tips = append(tips, t)
			}
		}
	}
	if slices.Sort(tips); len(tips) > 0 {
		view.Tip = tips[len(tips)/2]
	}
	var balance *hexutil.Big
	if err := c.best.call(ctx, &balance, "eth_getBalance", c.signer.Address(), "latest"); err != nil {
		return fmt.Errorf("read the balance: %w", err)
	}
	price := new(big.Int).Add(wei(view.BaseFee), wei(max(view.Tip, 1)))
	view.GasFunds = saturated(new(big.Int).Div((*big.Int)(balance), price))
	return nil
}

// Find looks for a mined transaction among hashes on every node. ok is false
// where all answer that they know none; an error means that some did not say.
func (c *Client) Find(ctx context.Context, hashes []proof.Hash) (m anchor.Mined, ok bool, err error) {
	var errs []error
	for _, hash := range slices.Backward(hashes) {
		for _, n := range c.nodes {
			r, err := n.receipt(ctx, common.Hash(hash))
			if err == nil && r != nil {
				m, ok, err = c.placed(ctx, n, hash, r)
			}
			if err != nil {
				errs = append(errs, err)
			} else if ok {
				return m, true, nil
			}
		}
	}
	return anchor.Mined{}, false, errors.Join(errs...)
}

// placed checks that a receipt's block stands in its node's chain, and whether
// it is final.
func (c *Client) placed(ctx context.Context, n *Node, hash proof.Hash, r *receipt) (anchor.Mined, bool, error) {
	number := uint64(*r.BlockNumber)
	b, err := n.blockAt(ctx, number)
	if err != nil || b == nil || b.Hash != r.BlockHash {
		return anchor.Mined{}, false, err
	}
	return anchor.Mined{
		Inclusion: proof.Inclusion{Hash: hash, BlockNumber: number, BlockHash: proof.Hash(r.BlockHash)},
		Reverted:  r.Status != 1,
		Final:     c.final(ctx, number, r.BlockHash),
	}, true, nil
}

// final reports whether every node calls this very block final. A node that
// does not answer has not said so; its health tells.
func (c *Client) final(ctx context.Context, number uint64, hash common.Hash) bool {
	for _, n := range c.nodes {
		last, err := n.block(ctx, "finalized")
		if err != nil || last == nil || uint64(last.Number) < number {
			return false
		}
		b, err := n.blockAt(ctx, number)
		if err != nil || b == nil || b.Hash != hash {
			return false
		}
	}
	return true
}

// Canonical reports whether a block still stands: no node that has a block of
// its number has another. An error means that no node said.
func (c *Client) Canonical(ctx context.Context, number uint64, hash proof.Hash) (bool, error) {
	var errs []error
	for _, n := range c.nodes {
		b, err := n.blockAt(ctx, number)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if b != nil && proof.Hash(b.Hash) != hash {
			return false, nil
		}
	}
	if len(errs) == len(c.nodes) {
		return false, errors.Join(errs...)
	}
	return true, nil
}

// mostGas is how much a transaction may use: Ethereum's cap for one; Polygon's
// is twice that.
const mostGas = 16_000_000

// Sign makes the transaction that records batches, in order. The contract is
// asked first: [anchor.ErrRefused] where it would not take them.
func (c *Client) Sign(ctx context.Context, nonce uint64, batches []proof.Batch, fees anchor.Fees) (anchor.Attempt, error) {
	data := c.pack(batches)
	gas, list, err := c.gas(ctx, data)
	if err != nil {
		return anchor.Attempt{}, err
	}
	// A third more: repricing of gas may come between asking and mining.
	gas = min(gas+gas*3/10, mostGas)
	return c.attempt(ctx, &types.DynamicFeeTx{
		ChainID: c.chainID, Nonce: nonce, GasTipCap: wei(fees.Tip), GasFeeCap: wei(fees.Cap),
		Gas: gas, To: &c.contract, Value: new(big.Int), Data: data, AccessList: list,
	}, fees)
}

// Resign makes an attempt at the same transaction with other fees.
func (c *Client) Resign(ctx context.Context, raw []byte, fees anchor.Fees) (anchor.Attempt, error) {
	var tx types.Transaction
	if err := tx.UnmarshalBinary(raw); err != nil {
		return anchor.Attempt{}, fmt.Errorf("read stored transaction: %w", err)
	}
	return c.attempt(ctx, &types.DynamicFeeTx{
		ChainID: c.chainID, Nonce: tx.Nonce(), GasTipCap: wei(fees.Tip), GasFeeCap: wei(fees.Cap),
		Gas: tx.Gas(), To: tx.To(), Value: tx.Value(), Data: tx.Data(), AccessList: tx.AccessList(),
	}, fees)
}

func (c *Client) attempt(ctx context.Context, tx *types.DynamicFeeTx, fees anchor.Fees) (anchor.Attempt, error) {
	signed, err := sign(ctx, c.signer, tx)
	if err != nil {
		return anchor.Attempt{}, err
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		return anchor.Attempt{}, fmt.Errorf("encode transaction: %w", err)
	}
	return anchor.Attempt{Hash: proof.Hash(signed.Hash()), Fees: fees, Raw: raw}, nil
}

func (c *Client) pack(batches []proof.Batch) []byte {
	bound := make([]taskallocation.TaskAllocationBatch, 0, len(batches))
	for _, b := range batches {
		bound = append(bound, bindBatch(b))
	}
	if len(bound) == 1 {
		return c.binding.PackAnchor(bound[0])
	}
	return c.binding.PackAnchorMany(bound)
}

func bindBatch(b proof.Batch) taskallocation.TaskAllocationBatch {
	return taskallocation.TaskAllocationBatch{Id: b.ID, Interval: b.Interval, Count: b.Count, Root: b.Root, DataHash: b.DataHash}
}

// gas is what a call uses, with the access list that makes it cheapest.
func (c *Client) gas(ctx context.Context, data []byte) (uint64, types.AccessList, error) {
	call := map[string]any{"from": c.signer.Address(), "to": c.contract, "data": hexutil.Bytes(data)}
	var plain hexutil.Uint64
	if err := c.best.call(ctx, &plain, "eth_estimateGas", call); err != nil {
		return 0, nil, refusal(fmt.Errorf("estimate gas: %w", err), c.binding.UnpackError)
	}
	var listed struct {
		AccessList types.AccessList `json:"accessList"`
		GasUsed    hexutil.Uint64   `json:"gasUsed"`
		Error      string           `json:"error"`
	}
	// A node without the method costs the saving and no more.
	err := c.best.call(ctx, &listed, "eth_createAccessList", call, "latest")
	if err == nil && listed.Error == "" && listed.GasUsed > 0 && listed.GasUsed < plain {
		return uint64(listed.GasUsed), listed.AccessList, nil
	}
	return uint64(plain), nil, nil
}

// Send gives a signed transaction to every node. It succeeds where one takes
// it. The error otherwise is the gravest that is about the transaction, or what
// the nodes said where none is.
func (c *Client) Send(ctx context.Context, raw []byte) error {
	var errs []error
	for _, n := range c.nodes {
		if err := n.send(ctx, raw); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) < len(c.nodes) {
		return nil
	}
	for _, kind := range []error{anchor.ErrKnown, anchor.ErrNonceTooLow, anchor.ErrNoFunds, anchor.ErrUnderpriced} {
		for _, err := range errs {
			if errors.Is(err, kind) {
				return err
			}
		}
	}
	return errors.Join(errs...)
}

// Recorded reports whether the contract holds a batch's commitment, on every
// node, at the tag "latest" or "finalized".
func (c *Client) Recorded(ctx context.Context, b proof.Batch, tag string) (bool, error) {
	for _, n := range c.nodes {
		h, err := n.block(ctx, tag)
		if err != nil || h == nil {
			return false, err
		}
		out, err := n.read(ctx, c.contract, c.binding.PackCommitmentOf(b.ID), h.Hash)
		if err != nil {
			return false, fmt.Errorf("read the commitment of batch %d: %w", b.ID, err)
		}
		held, err := c.binding.UnpackCommitmentOf(out)
		if err != nil {
			return false, fmt.Errorf("read the commitment of batch %d: %w", b.ID, err)
		}
		if proof.Hash(held) != b.Commitment() {
			return false, nil
		}
	}
	return true, nil
}

// saturated is v as far as 64 bits hold it; 0 for none.
func saturated(v *big.Int) uint64 {
	if v == nil || v.Sign() <= 0 {
		return 0
	}
	if !v.IsUint64() {
		return ^uint64(0)
	}
	return v.Uint64()
}
