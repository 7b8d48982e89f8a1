package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/indexer"
	"github.com/pouw-dem/pouwdem/internal/service/recorder"
)

// ledger is the part of the process that records decisions on a chain. While the
// chain cannot be reached it keeps trying, and decisions wait in the store.
type ledger struct {
	s      *services
	haltAt string

	mu      sync.Mutex
	session *session // nil: not connected
	failure string   // why not
}

// session is one connection to the chain.
type session struct {
	client   *chain.Client
	reader   *chain.Client // for the API, beside the recorder's
	recorder *recorder.Recorder
	index    *indexer.Indexer
	exchange *exchange // nil: the chain is not our own
	contract string    // that records
	rpcURL   string
	codeHash common.Hash
	close    func() error
}

func newLedgerPart(s *services, haltAt string) *ledger { return &ledger{s: s, haltAt: haltAt} }

// retryAfter is how long the chain is left alone after it could not be opened.
const retryAfter = 10 * time.Second

// run records until ctx ends.
func (l *ledger) run(ctx context.Context) error {
	if l.s.cfg.Chain.URL == config.ChainOff {
		<-ctx.Done()
		return nil
	}
	l.afterFirstTick(ctx)
	for ctx.Err() == nil {
		err := l.record(ctx)
		if err == nil || ctx.Err() != nil {
			return nil
		}
		l.set(nil, err.Error())
		l.s.log.ErrorContext(ctx, "the chain is not ready; decisions wait in the store", "error", err)
		if (clock.Wall{}).Sleep(ctx, retryAfter) != nil {
			return nil
		}
	}
	return nil
}

// afterFirstTick leaves the processors to the first decision.
func (l *ledger) afterFirstTick(ctx context.Context) {
	const most, look = 10 * time.Second, 100 * time.Millisecond
	for waited := time.Duration(0); waited < most; waited += look {
		if _, last := l.s.controller.Next(); last.Decided > 0 || (clock.Wall{}).Sleep(ctx, look) != nil {
			return
		}
	}
}

func (l *ledger) set(s *session, failure string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.session, l.failure = s, failure
}

func (l *ledger) now() (s *session, failure string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.session, l.failure
}

// record opens the chain and records until ctx ends.
func (l *ledger) record(ctx context.Context) (err error) {
	s, err := l.open(ctx)
	if err != nil {
		return err
	}
	defer func() {
		l.set(nil, "stopping")
		err = errors.Join(err, s.close())
	}()
	l.set(s, "")
	l.s.log.InfoContext(ctx, "recording decisions", "ledger", s.client.Ledger().Name, "rpc", s.rpcURL)
	parts := []part{{"batches", s.recorder.Run}, {"events", s.index.Run}}
	if s.exchange != nil {
		parts = append(parts, s.exchange.parts(l.s)...)
	}
	return runParts(ctx, l.s.log, parts)
}

func (l *ledger) open(ctx context.Context) (*session, error) {
	if l.s.cfg.Chain.URL == config.ChainEmbedded {
		return l.openOwn(ctx)
	}
	c := l.s.cfg.Chain
	nodes, err := dialAll(ctx, l.s.cfg)
	if err != nil {
		return nil, err
	}
	closeAll := func() error {
		for _, n := range nodes {
			n.Close()
		}
		return nil
	}
	signer, err := signerOf(ctx, c)
	if err != nil {
		return nil, errors.Join(err, closeAll())
	}
	contract, err := chain.ParseAddress(c.Contract)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("chain.contract: %w", err), closeAll())
	}
	id, err := chain.ChainID(ctx, nodes)
	if err != nil {
		return nil, errors.Join(err, closeAll())
	}
	s, err := l.connect(ctx, nodes, id, contract, signer)
	if err != nil {
		return nil, errors.Join(err, closeAll())
	}
	s.close = closeAll
	if err := l.startIndex(ctx, s, nodes[0]); err != nil {
		return nil, errors.Join(err, closeAll())
	}
	return s, nil
}

// embeddedTimeout bounds a call within the process.
const embeddedTimeout = 10 * time.Second

// openOwn opens the chain in this process and puts the contracts there the first
// time.
func (l *ledger) openOwn(ctx context.Context) (*session, error) {
	dir := filepath.Join(l.s.cfg.DataDir, "chain")
	keys := filepath.Join(dir, "keys")
	owner, err := chain.OwnKey(keys, "owner")
	if err != nil {
		return nil, err
	}
	key, err := chain.OwnKey(keys, "recorder")
	if err != nil {
		return nil, err
	}
	own, err := chain.OpenEmbedded(chain.EmbeddedConfig{Dir: dir, Owner: owner.Address(), HTTP: true, Port: l.s.cfg.Chain.Port})
	if err != nil {
		return nil, err
	}
	node := chain.NewNode("embedded", own.RPC(), embeddedTimeout)
	s, base, err := l.connectOwn(ctx, node, filepath.Join(dir, "contracts.json"), owner, key)
	if err != nil {
		return nil, errors.Join(err, own.Close())
	}
	if s.exchange, err = l.openExchange(ctx, own, node, dir, base, owner); err != nil {
		return nil, errors.Join(err, own.Close())
	}
	s.rpcURL, s.close = own.URL(), own.Close
	if err := l.startIndex(ctx, s, node); err != nil {
		return nil, errors.Join(err, own.Close())
	}
	return s, nil
}

// connectOwn connects to our contracts. Those of an earlier version of this
// program are left behind, and new ones take all decisions from the first on.
func (l *ledger) connectOwn(ctx context.Context, node *chain.Node, file string, owner, key chain.Key) (*session, chain.Contracts, error) {
	contracts, err := ownContracts(ctx, node, file, owner, key.Address())
	if err != nil {
		return nil, contracts, err
	}
	s, err := l.connect(ctx, []*chain.Node{node}, contracts.ChainID, contracts.TaskAllocation, key)
	if !errors.Is(err, chain.ErrForeignCode) {
		return s, contracts, err
	}
	l.s.log.WarnContext(ctx, "the contracts on our own chain are an earlier version's; new ones are deployed", "was", contracts.TaskAllocation.Hex())
	if contracts, err = deployOwn(ctx, node, file, owner, key.Address()); err != nil {
		return nil, contracts, err
	}
	s, err = l.connect(ctx, []*chain.Node{node}, contracts.ChainID, contracts.TaskAllocation, key)
	return s, contracts, err
}

func ownContracts(ctx context.Context, node *chain.Node, file string, owner chain.Key, recorder common.Address) (chain.Contracts, error) {
	contracts, ok, err := chain.ReadContracts(file)
	if err != nil || ok {
		return contracts, err
	}
	return deployOwn(ctx, node, file, owner, recorder)
}

func deployOwn(ctx context.Context, node *chain.Node, file string, owner chain.Key, recorder common.Address) (chain.Contracts, error) {
	deploying, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	contracts, err := chain.Deploy(deploying, node, chain.Deployment{
		Owner: owner, Recorder: recorder, Fund: 1000, WorkTime: time.Hour, Window: 10 * time.Minute,
		Fees: feeBounds(1000), Poll: 50 * time.Millisecond,
	})
	if err != nil {
		return contracts, err
	}
	return contracts, contracts.Write(file)
}

// minTip is the least that Polygon's nodes take, wei per gas, and a fifth more.
const minTip = 30 * anchor.Gwei

func feeBounds(maxFeeGwei float64) anchor.Bounds {
	return anchor.Bounds{MinTip: minTip, MaxCap: uint64(maxFeeGwei * anchor.Gwei)}
}

func (l *ledger) connect(ctx context.Context, nodes []*chain.Node, id uint64, contract common.Address, signer chain.Signer) (*session, error) {
	client, err := chain.NewClient(nodes, id, contract, signer)
	if err != nil {
		return nil, err
	}
	reader, err := chain.NewClient(nodes, id, contract, nil)
	if err != nil {
		return nil, err
	}
	s := &session{client: client, reader: reader, contract: contract.Hex()}
	if s.codeHash, err = client.VerifyCode(ctx); err != nil {
		return nil, err
	}
	sites := make([]string, 0, len(l.s.sites))
	for _, known := range l.s.sites {
		sites = append(sites, known.ID)
	}
	s.recorder = recorder.New(recorder.Config{
		Sites: sites, Simulated: l.s.cfg.World == config.WorldSimulated, Bounds: feeBounds(l.s.cfg.Chain.MaxFeeGwei),
		Decisions: l.s.store, Batches: l.s.store, Txs: l.s.store, Chain: client,
		Clock: l.s.clock, Log: l.s.log, Reached: halter(l.haltAt),
	})
	return s, nil
}

// Troubles are what keeps decisions off the chain.
func (l *ledger) Troubles() []report.ChainTrouble {
	s, failure := l.now()
	if s == nil {
		if failure == "" {
			return nil
		}
		return []report.ChainTrouble{{Name: "not ready", Severity: report.Warning, Text: failure + "; decisions wait in the store"}}
	}
	var troubles []report.ChainTrouble
	for _, t := range s.recorder.Status().Troubles {
		troubles = append(troubles, report.ChainTrouble{Name: t.Name, Severity: t.Grave, Text: t.Text})
	}
	return troubles
}

// newestBatches is how many batches the API lists.
const newestBatches = 48

// Chain is how recording stands.
func (l *ledger) Chain(ctx context.Context) (report.Chain, error) {
	view := report.Chain{
		Simulated: l.s.cfg.World == config.WorldSimulated, Embedded: l.s.cfg.Chain.URL == config.ChainEmbedded,
		EveryS: unit.Control.Seconds(), Nodes: []report.ChainNode{}, Troubles: []report.ChainTrouble{}, Newest: []report.ChainBatch{},
		Lateness: "A decision is in the batch of its interval; one that came after that was sealed is in a later batch, with its own interval. " +
			"What no batch of the hour after it holds can be proven absent from them.",
	}
	view.Troubles = append(view.Troubles, l.Troubles()...)
	s, failure := l.now()
	if s == nil {
		view.Status, view.Text = report.ChainStarting, "The chain is being opened."
		if l.s.cfg.Chain.URL == config.ChainOff {
			view.Status, view.Text = report.ChainOff, "Recording is off (chain.url)."
		} else if failure != "" {
			view.Status, view.Text = report.ChainLate, failure
		}
		return view, nil
	}
	s.describe(&view)
	records, err := l.s.store.Records(ctx, s.client.Ledger().Name, newestBatches)
	if err != nil {
		return report.Chain{}, err
	}
	for _, r := range records {
		view.Newest = append(view.Newest, batchView(r))
	}
	return view, nil
}

func (s *session) describe(view *report.Chain) {
	status := s.recorder.Status()
	view.Status, view.Text = report.ChainRecording, "Every batch is on its way or on the chain."
	if status.At.IsZero() {
		view.Status, view.Text = report.ChainStarting, "What the chain holds has not been compared with the store yet."
	}
	if len(status.Troubles) > 0 {
		view.Status, view.Text = report.ChainLate, status.Troubles[0].Text
	}
	if status.Halted != "" {
		view.Status, view.Text = report.ChainHalted, status.Halted
	}
	name, account := s.client.Ledger().Name, s.client.Ledger().Account
	view.ChainID, view.Contract = splitLedger(name)
	_, view.Account = splitLedger(account)
	view.CodeHash, view.RPCURL = s.codeHash.Hex(), s.rpcURL
	view.Head, view.BaseFee = status.View.Number, float64(status.View.BaseFee)/anchor.Gwei
	view.Batches, view.OnChain = status.Newest.ID, max(status.View.Next, 1)-1
	view.Queued, view.Open = status.Queued, status.Open
	view.RunwayD = status.Runway
	for _, n := range s.client.Nodes() {
		view.Nodes = append(view.Nodes, report.ChainNode{Name: n.Name, Head: n.Head, Final: n.Finalized, Error: n.Error})
	}
}

func splitLedger(name string) (id uint64, address string) {
	if _, err := fmt.Sscanf(name, "%d/%s", &id, &address); err != nil {
		return 0, name
	}
	return id, address
}

func batchView(r anchor.Record) report.ChainBatch {
	b := report.ChainBatch{
		ID: r.ID, Start: proof.IntervalStart(r.Interval), Decisions: r.Count, Root: r.Root.String(), DataHash: r.DataHash.String(),
		State: string(r.State), Sealed: r.Sealed,
	}
	if r.Tx != nil {
		b.Tx = &report.ChainTx{Hash: r.Tx.Hash.String(), BlockNumber: r.Tx.BlockNumber, BlockHash: r.Tx.BlockHash.String()}
	}
	return b
}

// Proof is the proof of a decision in the ledger that is written now.
func (l *ledger) Proof(ctx context.Context, site, key string) (proof.Evidence, error) {
	s, _ := l.now()
	if s == nil {
		return proof.Evidence{}, fmt.Errorf("%w: the chain is not open", httpapi.ErrNoProof)
	}
	return proveFor(ctx, l.s.store, s.client.Ledger().Name, site, key)
}

// Verify checks a proof file against itself and the chain that is recorded on.
func (l *ledger) Verify(ctx context.Context, file []byte) report.Verification {
	s, _ := l.now()
	if s == nil {
		return verifyFile(ctx, file, nil)
	}
	return verifyFile(ctx, file, s.reader)
}
