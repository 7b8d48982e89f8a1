package chain

import (
	"errors"
	"fmt"
	"io"
	"math/big"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	gethlog "github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

const (
	// EmbeddedID is the chain id of the embedded chain: one of its own, since a
	// signature for a public network's id could be replayed there.
	EmbeddedID = 20_261_124
	// floor is the least tip that the embedded chain takes, Polygon's.
	floor = 25 * anchor.Gwei
	// prefund is what the account of an embedded chain starts with, in whole
	// coins.
	prefund = 1_000_000
)

// Embedded is a chain in this process. It keeps its blocks and all their states
// on disk and makes a block whenever a transaction comes. It has one producer,
// which takes nothing back: a block is final once it is on the disk.
type Embedded struct {
	stack    *node.Node
	producer *producer
}

// EmbeddedConfig says where an embedded chain lives.
type EmbeddedConfig struct {
	Dir   string         // of its data; made where it does not exist
	Owner common.Address // starts with all the money there is
	HTTP  bool           // serve JSON-RPC over HTTP on loopback
	Port  int            // for it; 0: any that is free
}

// OpenEmbedded starts the chain, where it left off if it has run before.
// [Embedded.Close] stops it.
func OpenEmbedded(cfg EmbeddedConfig) (_ *Embedded, err error) {
	// go-ethereum logs through a logger of its own, to nobody until one is set.
	gethlog.SetDefault(gethlog.NewLogger(gethlog.NewTerminalHandlerWithLevel(io.Discard, gethlog.LevelCrit, false)))
	stack, err := node.New(nodeConfig(cfg))
	if err != nil {
		return nil, fmt.Errorf("open embedded chain in %s: %w", cfg.Dir, err)
	}
	if err := mendAncient(filepath.Join(stack.ResolvePath("chaindata"), "ancient")); err != nil {
		return nil, errors.Join(fmt.Errorf("open embedded chain in %s: %w", cfg.Dir, err), stack.Close())
	}
	e := &Embedded{stack: stack}
	if err := e.start(cfg); err != nil {
		return nil, errors.Join(fmt.Errorf("open embedded chain in %s (move the folder away to begin a new chain; every decision is then recorded again): %w", cfg.Dir, err), stack.Close())
	}
	return e, nil
}

// start has go-ethereum open its databases. It panics over some that it cannot
// use; what else runs in this process has to outlive that.
func (e *Embedded) start(cfg EmbeddedConfig) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("start: %v", p)
		}
	}()
	backend, err := eth.New(e.stack, ethConfig(cfg.Owner))
	if err != nil {
		return fmt.Errorf("chain: %w", err)
	}
	e.stack.RegisterAPIs([]rpc.API{{
		Namespace: "eth",
		Service:   filters.NewFilterAPI(filters.NewFilterSystem(backend.APIBackend, filters.Config{})),
	}})
	const onDemand = 0
	beacon, err := catalyst.NewSimulatedBeacon(onDemand, common.Address{}, backend)
	if err != nil {
		return fmt.Errorf("block production: %w", err)
	}
	e.producer = newProducer(backend, beacon)
	e.stack.RegisterLifecycle(beacon)
	e.stack.RegisterLifecycle(&finalizer{backend: backend, stop: make(chan struct{}), done: make(chan struct{})})
	e.stack.RegisterLifecycle(e.producer)
	if err := e.stack.Start(); err != nil {
		return fmt.Errorf("start: %w", err)
	}
	return nil
}

// RPC is a connection to the chain within the process.
func (e *Embedded) RPC() *rpc.Client { return e.stack.Attach() }

// URL is where other programs on this computer reach the chain; empty where no
// port was asked for.
func (e *Embedded) URL() string {
	if e.stack.Config().HTTPHost == "" {
		return ""
	}
	return e.stack.HTTPEndpoint()
}

// Advance makes a block of the given time, where the newest is older: the time
// of a world that runs faster than the wall's clock. It waits for transactions
// under way.
func (e *Embedded) Advance(to time.Time) error { return e.producer.advance(to) }

// Close stops the chain and waits until its data is on disk.
func (e *Embedded) Close() error {
	if err := e.stack.Close(); err != nil {
		return fmt.Errorf("close embedded chain: %w", err)
	}
	return nil
}

func nodeConfig(cfg EmbeddedConfig) *node.Config {
	c := &node.Config{
		Name: "chain", DataDir: cfg.Dir, DBEngine: "pebble", HTTPTimeouts: rpc.DefaultHTTPTimeouts,
		P2P: p2p.Config{NoDiscovery: true, NoDial: true},
	}
	if cfg.HTTP {
		c.HTTPHost, c.HTTPPort = "127.0.0.1", cfg.Port
		c.HTTPModules = []string{"eth", "net", "web3"}
		c.HTTPVirtualHosts = []string{"localhost"}
	}
	return c
}

// ethConfig is a small chain with Polygon's floor and without the forks that
// Polygon does not have: Amsterdam and what follows it price state otherwise.
func ethConfig(owner common.Address) *ethconfig.Config {
	rules := *params.AllDevChainProtocolChanges
	rules.ChainID = big.NewInt(EmbeddedID)
	rules.AmsterdamTime, rules.BogotaTime = nil, nil
	coins := new(big.Int).Mul(big.NewInt(prefund), big.NewInt(params.Ether))
	alloc := core.SystemContractAllocs()
	alloc[owner] = types.Account{Balance: coins}
	c := ethconfig.Defaults
	c.NetworkId = EmbeddedID
	c.Genesis = &core.Genesis{Config: &rules, GasLimit: 30_000_000, BaseFee: big.NewInt(params.InitialBaseFee), Difficulty: common.Big0, Alloc: alloc}
	c.SyncMode = ethconfig.FullSync
	c.TxPool.NoLocals, c.TxPool.PriceLimit, c.TxPool.Journal = true, floor, ""
	c.Miner.GasPrice = big.NewInt(floor)
	c.RPCTxFeeCap = 0
	c.LogNoHistory = true
	// Every state goes to the disk with its block: a process that is killed comes
	// back with all that it had called final.
	c.StateScheme, c.NoPruning = rawdb.HashScheme, true
	// Small caches: the chain is small, and little of it is read.
	c.DatabaseCache, c.TrieCleanCache, c.TrieDirtyCache, c.SnapshotCache = 8, 0, 4, 0
	return &c
}
