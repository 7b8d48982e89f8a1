package chain

import (
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/event"
)

// producer makes the blocks of an embedded chain, one at a time: when
// transactions come, and when time is to pass.
type producer struct {
	backend *eth.Ethereum
	beacon  *catalyst.SimulatedBeacon
	sub     event.Subscription
	stop    chan struct{} // closed to end
	done    chan struct{} // closed when it has

	mu sync.Mutex // held while a block is made
}

func newProducer(backend *eth.Ethereum, beacon *catalyst.SimulatedBeacon) *producer {
	return &producer{backend: backend, beacon: beacon, stop: make(chan struct{}), done: make(chan struct{})}
}

// Start begins to wait for transactions. The pool waits for whoever listens, and
// a block waits for the pool: so one goroutine listens and another makes blocks.
func (p *producer) Start() error {
	fresh, due := make(chan core.NewTxsEvent, 16), make(chan struct{}, 1)
	p.sub = p.backend.TxPool().SubscribeTransactions(fresh, true)
	go func() {
		defer close(due)
		for {
			select {
			case <-fresh:
				select {
				case due <- struct{}{}:
				default: // a block is due already
				}
			case <-p.stop:
				return
			}
		}
	}()
	go func() {
		defer close(p.done)
		for range due {
			p.mu.Lock()
			p.drain()
			p.mu.Unlock()
		}
	}()
	return nil
}

// drainBlocks bounds how many blocks one burst of transactions is given, since
// one that no block takes must not keep the producer busy for ever.
const drainBlocks = 64

// drain makes blocks until no transaction waits that a block can take.
func (p *producer) drain() {
	for range drainBlocks {
		p.beacon.Commit()
		if err := p.backend.TxPool().Sync(); err != nil {
			return // the pool is closing
		}
		if executable, _ := p.backend.TxPool().Stats(); executable == 0 {
			return
		}
	}
}

func (p *producer) advance(to time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	head := p.backend.BlockChain().CurrentBlock()
	if to.Unix() <= int64(head.Time) {
		return nil
	}
	if executable, _ := p.backend.TxPool().Stats(); executable > 0 {
		p.drain()
		head = p.backend.BlockChain().CurrentBlock()
	}
	ahead := time.Duration(to.Unix()-int64(head.Time)) * time.Second
	if ahead <= 0 {
		return nil
	}
	if err := p.beacon.AdjustTime(ahead); err != nil {
		return fmt.Errorf("let time pass on the embedded chain: %w", err)
	}
	return nil
}

// Stop waits for the block under way.
func (p *producer) Stop() error {
	p.sub.Unsubscribe()
	close(p.stop)
	<-p.done
	return nil
}

// finalizer calls each new block final once the disk has it.
type finalizer struct {
	backend *eth.Ethereum
	sub     event.Subscription
	stop    chan struct{} // closed to end
	done    chan struct{} // closed when it has
}

// Start begins with the block that the chain left off at.
func (f *finalizer) Start() error {
	heads := make(chan core.ChainHeadEvent, 16)
	f.sub = f.backend.BlockChain().SubscribeChainHeadEvent(heads)
	if err := f.finalize(f.backend.BlockChain().CurrentBlock()); err != nil {
		return err
	}
	go func() {
		defer close(f.done)
		for {
			select {
			case head := <-heads:
				if f.finalize(head.Header) != nil {
					return // the disk takes no more: nothing is final from here on
				}
			case <-f.stop:
				return
			}
		}
	}()
	return nil
}

func (f *finalizer) finalize(head *types.Header) error {
	if err := f.backend.ChainDb().SyncKeyValue(); err != nil {
		return fmt.Errorf("put block %d on the disk: %w", head.Number, err)
	}
	f.backend.BlockChain().SetFinalized(head)
	return nil
}

// Stop waits for the block under way.
func (f *finalizer) Stop() error {
	f.sub.Unsubscribe()
	close(f.stop)
	<-f.done
	return nil
}
