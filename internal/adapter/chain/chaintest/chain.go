package chaintest

import (
	"encoding/binary"
	"maps"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// ID is the chain's.
const ID = 4242

// Chain is the model. It is safe for concurrent use.
type Chain struct {
	account, contract common.Address
	finality          uint64 // blocks behind the head that are final

	mu      sync.Mutex
	blocks  []block // canonical, by number
	pool    map[common.Hash]*types.Transaction
	salt    uint64
	baseFee uint64
	balance *big.Int
	binding abi.ABI
}

type block struct {
	number uint64
	hash   common.Hash
	txs    []*types.Transaction
	status map[common.Hash]uint64
	after  state
}

// state is what the account and the contract hold after a block.
type state struct {
	nonce    uint64
	interval uint32
	batches  []proof.Batch
	head     proof.Hash
}

// New is a chain at its first block.
func New(account, contract common.Address, finality uint64) *Chain {
	coins := new(big.Int).Exp(big.NewInt(10), big.NewInt(24), nil)
	c := &Chain{
		account: account, contract: contract, finality: finality, pool: map[common.Hash]*types.Transaction{},
		baseFee: 30 * anchor.Gwei, balance: coins, binding: taskallocation.NewTaskAllocation().GetABI(),
	}
	c.blocks = []block{{hash: c.freshHash()}}
	return c
}

func (c *Chain) freshHash() common.Hash {
	c.salt++
	return common.Hash(proof.Keccak(binary.BigEndian.AppendUint64(nil, c.salt)))
}

func (c *Chain) tip() *block { return &c.blocks[len(c.blocks)-1] }

// Mine adds n blocks with what waits in the pool.
func (c *Chain) Mine(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for range n {
		c.mine()
	}
}

func (c *Chain) mine() {
	b := block{number: c.tip().number + 1, hash: c.freshHash(), status: map[common.Hash]uint64{}, after: c.tip().after}
	for {
		tx := c.next(b.after.nonce)
		if tx == nil {
			break
		}
		delete(c.pool, tx.Hash())
		after, ok := c.apply(b.after, tx.Data())
		b.after, b.txs = after, append(b.txs, tx)
		b.after.nonce++
		if ok {
			b.status[tx.Hash()] = 1
		}
	}
	c.blocks = append(c.blocks, b)
	for hash, tx := range c.pool {
		if tx.Nonce() < b.after.nonce {
			delete(c.pool, hash)
		}
	}
}

// next is the best paying transaction with a nonce that can pay the base fee.
func (c *Chain) next(nonce uint64) *types.Transaction {
	var best *types.Transaction
	for _, tx := range c.pool {
		if tx.Nonce() == nonce && tx.GasFeeCap().Uint64() >= c.baseFee && (best == nil || tx.GasTipCap().Cmp(best.GasTipCap()) > 0) {
			best = tx
		}
	}
	return best
}

// apply is what the contract makes of a call: the state unchanged and false
// where it refuses.
func (c *Chain) apply(s state, data []byte) (state, bool) {
	was := s
	for _, b := range c.decode(data) {
		known := b.ID > 0 && b.ID <= uint64(len(s.batches)) && s.batches[b.ID-1] == b
		if known {
			continue
		}
		empty := b.Root == proof.EmptyRoot()
		if b.ID != uint64(len(s.batches))+1 || b.Interval <= s.interval || b.Root.IsZero() || (b.Count == 0) != empty {
			return was, false
		}
		s.batches = append(slices.Clip(s.batches), b)
		s.interval, s.head = b.Interval, proof.Fold(s.head, b.Commitment())
	}
	return s, true
}

func (c *Chain) decode(data []byte) []proof.Batch {
	method, err := c.binding.MethodById(data)
	if err != nil {
		return nil
	}
	values, err := method.Inputs.Unpack(data[4:])
	if err != nil {
		return nil
	}
	var bound []taskallocation.TaskAllocationBatch
	if method.Name == "anchor" {
		bound = append(bound, *abi.ConvertType(values[0], new(taskallocation.TaskAllocationBatch)).(*taskallocation.TaskAllocationBatch))
	} else {
		bound = *abi.ConvertType(values[0], new([]taskallocation.TaskAllocationBatch)).(*[]taskallocation.TaskAllocationBatch)
	}
	batches := make([]proof.Batch, 0, len(bound))
	for _, b := range bound {
		batches = append(batches, proof.Batch{ID: b.Id, Interval: b.Interval, Count: b.Count, Root: b.Root, DataHash: b.DataHash})
	}
	return batches
}

// Reorg replaces the newest depth blocks by depth+1 others. What was in them
// goes back to the pool, or is lost.
func (c *Chain) Reorg(depth int, lost bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	depth = min(depth, len(c.blocks)-1)
	dropped := c.blocks[len(c.blocks)-depth:]
	c.blocks = slices.Clip(c.blocks[:len(c.blocks)-depth])
	// The first block of the new branch has none of what was in the old one.
	waiting := c.pool
	c.pool = map[common.Hash]*types.Transaction{}
	c.mine()
	if !lost {
		c.pool = waiting
		for _, b := range dropped {
			for _, tx := range b.txs {
				c.pool[tx.Hash()] = tx
			}
		}
	}
	for range depth {
		c.mine()
	}
}

// Foreign mines a transaction of the account that nobody here has signed.
func (c *Chain) Foreign() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.mine()
	c.tip().after.nonce++
}

// Empty takes all that waits out of the pool.
func (c *Chain) Empty() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.pool)
}

// SetBaseFee sets the base fee of the blocks to come, wei per gas.
func (c *Chain) SetBaseFee(wei uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.baseFee = wei
}

// SetBalance sets what the account owns, wei.
func (c *Chain) SetBalance(wei *big.Int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.balance = wei
}

// Batches are what the contract holds, in order, and the fold of it.
func (c *Chain) Batches() ([]proof.Batch, proof.Hash) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.tip().after
	return slices.Clone(s.batches), s.head
}

// Put records a batch as another recorder would.
func (c *Chain) Put(b proof.Batch) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.mine()
	s := &c.tip().after
	s.batches = append(slices.Clip(s.batches), b)
	s.interval, s.head = b.Interval, proof.Fold(s.head, b.Commitment())
}

// Waiting are the transactions in the pool.
func (c *Chain) Waiting() []*types.Transaction {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Collect(maps.Values(c.pool))
}
