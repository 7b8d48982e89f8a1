package chain

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Seen is where data stood on the chain before a block that nobody could foresee.
type Seen struct {
	Tx    common.Hash // that carries the data
	Next  uint64      // number of the first block after the one with the transaction
	Block common.Hash // its hash
}

// Witness puts data on the chain, in a transaction of the account to itself, and
// waits until the first block after it is final. A chain that makes blocks for
// transactions alone is given one more.
func (a *Account) Witness(ctx context.Context, data []byte) (Seen, error) {
	self := Call{To: a.Address(), Data: data}
	done, err := a.Do(ctx, self)
	if err != nil {
		return Seen{}, fmt.Errorf("put a root on the chain: %w", err)
	}
	next := done.Block + 1
	if !a.node.reached(ctx, next) {
		if _, err := a.Do(ctx, Call{To: a.Address()}); err != nil {
			return Seen{}, fmt.Errorf("wait for the block after a root: %w", err)
		}
	}
	for {
		final, err := a.node.block(ctx, "finalized")
		if err == nil && final != nil && uint64(final.Number) >= next {
			h, err := a.node.blockAt(ctx, next)
			if err == nil && h != nil {
				return Seen{Tx: done.Tx, Next: next, Block: h.Hash}, nil
			}
		}
		select {
		case <-ctx.Done():
			return Seen{}, fmt.Errorf("block %d is not final yet: %w", next, context.Cause(ctx))
		case <-time.After(a.poll):
		}
	}
}
