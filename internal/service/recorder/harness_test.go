package recorder_test

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/chaintest"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/recorder"
)

// finality is how many blocks deep the model's chain is final.
const finality = 6

// hands is a clock that only moves when told to.
type hands struct{ at time.Time }

func (h *hands) Now() time.Time { return h.at }
func (h *hands) Speed() float64 { return 1 }

func (h *hands) Sleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// rig is a recorder over a real store and a model of a chain.
type rig struct {
	t        testing.TB
	store    *store.Store
	chain    *chaintest.Chain
	nodes    []*chaintest.Node
	clock    *hands
	key      chain.Key
	sites    []string
	recorder *recorder.Recorder
	steps    int // until the process is killed; negative: never
	seen     []string
}

var errKilled = errors.New("killed")

func newRig(t testing.TB, nodes int, sites ...string) *rig {
	t.Helper()
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "x.db"), store.Options{Readers: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	key, err := chain.ParseKey(strings.Repeat("01", 32))
	if err != nil {
		t.Fatal(err)
	}
	g := &rig{
		t: t, store: st, clock: &hands{time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)}, key: key, sites: sites, steps: -1,
		chain: chaintest.New(key.Address(), contract(), finality),
	}
	for range nodes {
		g.nodes = append(g.nodes, &chaintest.Node{Chain: g.chain})
	}
	g.start()
	return g
}

func contract() common.Address { return common.HexToAddress("0xc0ffee") }

// start starts the process anew: all that is not in the store is gone.
func (g *rig) start() {
	g.t.Helper()
	var nodes []*chain.Node
	for i, n := range g.nodes {
		node, err := chain.Dial(g.t.Context(), fmt.Sprintf("http://node-%d", i), &http.Client{Transport: n})
		if err != nil {
			g.t.Fatal(err)
		}
		nodes = append(nodes, node)
	}
	client, err := chain.NewClient(nodes, chaintest.ID, contract(), g.key)
	if err != nil {
		g.t.Fatal(err)
	}
	g.recorder = recorder.New(recorder.Config{
		Sites: g.sites, Simulated: true, Bounds: anchor.Bounds{MinTip: 25 * anchor.Gwei, MaxCap: 1000 * anchor.Gwei},
		BumpAfter: 3, ResendAfter: 2, DoubtFor: 8, MostBatches: 5,
		Decisions: g.store, Batches: g.store, Txs: g.store, Chain: client, Clock: g.clock, Log: slog.New(slog.DiscardHandler),
		Reached: func(step string) {
			g.seen = append(g.seen, step)
			if g.steps == 0 {
				panic(errKilled)
			}
			g.steps--
		},
	})
}

// pass makes a pass; a kill on the way starts the process anew.
func (g *rig) pass() (err error) {
	g.t.Helper()
	defer func() {
		if why := recover(); why != nil {
			if why != any(errKilled) {
				panic(why)
			}
			g.steps = -1
			g.start()
			err = errKilled
		}
	}()
	return g.recorder.Pass(g.t.Context())
}

// decide stores a decision of a site about the interval that starts at.
func (g *rig) decide(siteID string, start time.Time) episode.Decision {
	g.t.Helper()
	interval := unit.IntervalAt(start, unit.Control)
	h := proof.Keccak([]byte(siteID), []byte(interval.Key()))
	d := episode.Decision{
		Site: siteID, Key: episode.TickKey(interval), Interval: interval, DecidedAt: g.clock.at, Simulated: true,
		SnapshotHash: hex.EncodeToString(h[:]), PolicyHash: strings.Repeat("ab", 32),
		Plan:  site.Plan{Allocations: []site.Allocation{{Class: "asics", Use: site.Mine, MW: 3.25}, {Class: "gpus", Use: site.Infer, MW: 1}}},
		Input: episode.Input{Site: site.Site{ID: siteID, Limits: site.Limits{SiteMW: 10}}},
	}
	body := json.RawMessage(`{}`)
	event := episode.Event{Kind: "decision", Site: siteID, Key: d.Key, At: g.clock.at, Simulated: true, Body: body}
	if saved, err := g.store.SaveDecision(g.t.Context(), episode.Record{Decision: d, Events: []episode.Event{event}}); err != nil || !saved {
		g.t.Fatalf("decision not saved: %v", err)
	}
	return d
}

// interval moves the clock to the next interval and decides it for sites.
func (g *rig) interval(sites ...string) {
	g.t.Helper()
	g.clock.at = g.clock.at.Add(unit.Control)
	for _, s := range sites {
		g.decide(s, g.clock.at)
	}
}

// settle mines and passes until everything is final.
func (g *rig) settle() {
	g.t.Helper()
	for range 400 {
		err := g.pass()
		g.chain.Mine(1)
		if err == nil && g.done() {
			return
		}
	}
	g.t.Fatalf("not all is final after 400 blocks: %+v", g.recorder.Status())
}

func (g *rig) records() []anchor.Record {
	g.t.Helper()
	records, err := g.store.Records(g.t.Context(), g.ledger(), 10_000)
	if err != nil {
		g.t.Fatal(err)
	}
	return records
}

func (g *rig) done() bool {
	records := g.records()
	for _, r := range records {
		if r.State != anchor.Final {
			return false
		}
	}
	// A transaction whose batches went under a lower nonce may still wait for the
	// nonces between: what comes next fills them.
	return len(records) > 0
}

func (g *rig) ledger() string { return fmt.Sprintf("%d/%s", chaintest.ID, contract().Hex()) }

// check compares the chain with what the store holds and with what the stored
// decisions make when they are worked out again.
func (g *rig) check() {
	g.t.Helper()
	onChain, head := g.chain.Batches()
	records := g.records()
	if len(onChain) != len(records) {
		g.t.Fatalf("%d batches on the chain, %d sealed", len(onChain), len(records))
	}
	recorded := map[string]int{}
	var fold proof.Hash
	for i, b := range onChain {
		r := records[len(records)-1-i]
		raw, _, err := g.store.BatchFile(g.t.Context(), g.ledger(), b.ID)
		if err != nil {
			g.t.Fatal(err)
		}
		file, again, err := proof.ParseFile(raw)
		if err != nil {
			g.t.Fatal(err)
		}
		if b.ID != uint64(i)+1 || b != r.Batch || b != again {
			g.t.Fatalf("batch %d on the chain is %+v, sealed %+v, worked out again %+v", i+1, b, r.Batch, again)
		}
		for _, e := range file.Entries {
			recorded[e.Site+" "+e.Key]++
			g.checkEntry(e, b)
		}
		fold = proof.Fold(fold, b.Commitment())
	}
	if head != fold {
		g.t.Fatalf("the chain's head is %s, worked out again %s", head, fold)
	}
	stored, err := g.store.Decisions(g.t.Context(), "", time.Time{}, g.clock.at.Add(time.Hour), 0)
	if err != nil {
		g.t.Fatal(err)
	}
	for _, d := range stored {
		if n := recorded[d.Site+" "+d.Key]; n != 1 {
			g.t.Fatalf("decision %s of %s is recorded %d times", d.Key, d.Site, n)
		}
	}
	if len(recorded) != len(stored) {
		g.t.Fatalf("%d decisions recorded, %d stored", len(recorded), len(stored))
	}
}

func (g *rig) checkEntry(e proof.Entry, b proof.Batch) {
	g.t.Helper()
	leaf, err := e.Decision()
	if err != nil {
		g.t.Fatal(err)
	}
	d, ok, err := g.store.Decision(g.t.Context(), e.Site, e.Key)
	if err != nil || !ok {
		g.t.Fatalf("recorded decision %s of %s is not stored: %v", e.Key, e.Site, err)
	}
	plan, err := json.Marshal(d.Plan)
	if err != nil {
		g.t.Fatal(err)
	}
	if leaf.PlanHash != proof.Keccak(plan) || hex.EncodeToString(leaf.InputsHash[:]) != d.SnapshotHash || leaf.Interval > b.Interval ||
		!proof.IntervalStart(leaf.Interval).Equal(d.Interval.Start) {
		g.t.Fatalf("leaf %+v is not that of decision %+v", leaf, d)
	}
}

func pol(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }
