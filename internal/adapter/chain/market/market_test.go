package market_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/oracle"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// world is a chain in this process with all contracts, at a time of its own.
type world struct {
	chain     *chain.Embedded
	node      *chain.Node
	contracts market.Contracts
	owner     *chain.Account
	accounts  map[string]*chain.Account
	keys      map[string]chain.Key
	now       time.Time
	settled   bool // claims of the meter are settlement-quality
}

func fees() anchor.Bounds {
	return anchor.Bounds{MinTip: 25 * anchor.Gwei, MaxCap: 1000 * anchor.Gwei}
}

func feeds() []oracle.Feed { return oracle.Feeds([]string{"LZ_WEST"}) }

func site() uint64 { return proof.SiteNumber("west") }

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{accounts: map[string]*chain.Account{}, keys: map[string]chain.Key{}, now: time.Now().UTC().Add(48 * time.Hour).Truncate(time.Hour)}
	dir := t.TempDir()
	for _, role := range []string{"owner", "recorder", "reporter", "proposer", "meter", "buyer"} {
		key, err := chain.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		w.keys[role] = key
	}
	var err error
	if w.chain, err = chain.OpenEmbedded(chain.EmbeddedConfig{Dir: dir, Owner: w.keys["owner"].Address()}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.chain.Close(); err != nil {
			t.Error(err)
		}
	})
	w.node = chain.NewNode("embedded", w.chain.RPC(), time.Minute)
	const poll = 5 * time.Millisecond
	base, err := chain.Deploy(t.Context(), w.node, chain.Deployment{
		Owner: w.keys["owner"], Recorder: w.keys["recorder"].Address(), Fund: 10, WorkTime: time.Hour, Window: 10 * time.Minute, Fees: fees(), Poll: poll,
	})
	if err != nil {
		t.Fatal(err)
	}
	for role, key := range w.keys {
		w.accounts[role] = chain.NewAccount(w.node, base.ChainID, key, fees(), poll)
	}
	w.owner = w.accounts["owner"]
	if w.contracts, err = market.Deploy(t.Context(), w.node, market.Deployment{
		Owner: w.owner, Base: base, Feeds: feeds(), Reporter: w.keys["reporter"].Address(), Proposer: w.keys["proposer"].Address(),
		Meters: map[uint64]common.Address{site(): w.keys["meter"].Address()},
		Window: time.Hour, Grace: time.Hour, Genesis: proof.Keccak([]byte("genesis")), Fund: 100, Float: 10_000,
	}); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) settle() error { return w.chain.Advance(w.now) }

func (w *world) oracle() *market.Oracle {
	return market.NewOracle(w.node, w.contracts.Oracle, w.accounts["reporter"], w.keys["reporter"], w.settle)
}

func TestContractsAreFoundAgainAndForeignCodeIsRefused(t *testing.T) {
	w := newWorld(t)
	path := filepath.Join(t.TempDir(), "market.json")
	if err := w.contracts.Write(path); err != nil {
		t.Fatal(err)
	}
	again, ok, err := market.Read(path)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if err := again.Verify(t.Context(), w.node); err != nil {
		t.Error(err)
	}
	again.Oracle, again.Exchange = again.Exchange, again.Oracle
	if err := again.Verify(t.Context(), w.node); !errors.Is(err, chain.ErrForeignCode) {
		t.Errorf("exchanged contracts: %v", err)
	}
	if _, ok, err := market.Read(filepath.Join(t.TempDir(), "none")); ok || err != nil {
		t.Error(ok, err)
	}
}

func TestRoundsArePostedAtTheWorldsTimeAndReadAsContractsReadThem(t *testing.T) {
	w := newWorld(t)
	o, price := w.oracle(), feeds()[0]
	if v, err := o.Value(t.Context(), price); err != nil || v.Refusal != "no round yet" {
		t.Fatalf("%+v %v", v, err)
	}
	first := price.Epoch(w.now) - 4
	post := func(epoch uint32, value int64) {
		t.Helper()
		if err := o.Post(t.Context(), price, oracle.Round{Epoch: epoch, Value: value, Observed: price.Over(epoch - 1)}); err != nil {
			t.Fatal(err)
		}
	}
	post(first, -12_500_000)
	v, err := o.Value(t.Context(), price)
	if err != nil || v.Value != -12_500_000 || v.Epoch != first || !v.Observed.Equal(price.Over(first-1)) {
		t.Errorf("%+v %v", v, err)
	}
	if last, err := o.LastEpoch(t.Context(), price); err != nil || last != first {
		t.Errorf("last epoch %d %v", last, err)
	}
	post(first+1, 4_900_000_000)
	if v, _ := o.Value(t.Context(), price); !strings.Contains(v.Refusal, "held back") {
		t.Errorf("a jump to the cap: %+v", v)
	}
	post(first+2, 4_900_000_000)
	if v, _ := o.Value(t.Context(), price); v.Value != 4_900_000_000 {
		t.Errorf("two rounds that agree: %+v", v)
	}
	w.now = w.now.Add(3 * time.Hour)
	if err := w.settle(); err != nil {
		t.Fatal(err)
	}
	if v, _ := o.Value(t.Context(), price); v.Refusal != "too old" {
		t.Errorf("after three hours: %+v", v)
	}
}

func TestTheOracleRefusesAnEpochTwiceAndTheFuture(t *testing.T) {
	w := newWorld(t)
	o, price := w.oracle(), feeds()[0]
	epoch := price.Epoch(w.now) - 2
	round := oracle.Round{Epoch: epoch, Value: 1, Observed: price.Over(epoch - 1)}
	if err := o.Post(t.Context(), price, round); err != nil {
		t.Fatal(err)
	}
	if err := o.Post(t.Context(), price, round); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "EpochNotNew") {
		t.Errorf("the same epoch again: %v", err)
	}
	round.Epoch, round.Observed = epoch+9, price.Over(epoch+8)
	if err := o.Post(t.Context(), price, round); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "OutsideEpoch") {
		t.Errorf("the future: %v", err)
	}
	other := market.NewOracle(w.node, w.contracts.Oracle, w.owner, w.keys["owner"], nil)
	round.Epoch, round.Observed = epoch+1, price.Over(epoch)
	if err := other.Post(t.Context(), price, round); !errors.Is(err, anchor.ErrRefused) {
		t.Errorf("somebody who is no reporter: %v", err)
	}
}

func TestWhatContractsTellIsReadBlockByBlockInTheirOwnWords(t *testing.T) {
	w := newWorld(t)
	o := w.oracle()
	f := feeds()[0]
	epoch := f.Epoch(w.now) - 2
	if err := o.Post(t.Context(), f, oracle.Round{Epoch: epoch, Value: 31_250_000, Observed: f.Over(epoch - 1)}); err != nil {
		t.Fatal(err)
	}
	reader := chain.NewEvents(w.node, w.contracts.Sources())
	head, err := reader.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]map[string]string{}
	for number := uint64(0); number <= head.Number; number++ {
		b, ok, err := reader.Block(t.Context(), number)
		if err != nil || !ok {
			t.Fatal(number, ok, err)
		}
		events, err := reader.Events(t.Context(), b)
		if err != nil {
			t.Fatal(err)
		}
		if b.Quiet && len(events) > 0 {
			t.Errorf("block %d was called quiet and told %d events", number, len(events))
		}
		for _, e := range events {
			args := map[string]string{}
			for _, a := range e.Args {
				args[a.Name] = a.Value
			}
			told[e.Contract+"."+e.Name] = args
		}
	}
	if _, ok := told["RewardToken.Transfer"]; !ok {
		t.Errorf("the proposer's tokens were minted, and no transfer was told: %v", told)
	}
	posted, ok := told["GridDataOracle.RoundAccepted"]
	if !ok || posted["value"] != "31250000" {
		t.Errorf("the oracle's round was told as %v of %v", posted, told)
	}
	if _, ok, err := reader.Block(t.Context(), head.Number+9); ok || err != nil {
		t.Error("a block that is not there was found", err)
	}
	if _, err := reader.Events(t.Context(), anchor.Block{Hash: proof.Keccak([]byte("no block"))}); err == nil {
		t.Error("events of a block that nobody knows were an answer")
	}
}
