package app

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	coreoracle "github.com/pouw-dem/pouwdem/internal/core/oracle"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/service/certifier"
	"github.com/pouw-dem/pouwdem/internal/service/oracle"
	"github.com/pouw-dem/pouwdem/internal/service/paymaster"
)

// exchange is what this process does on its own chain beside recording: it
// reports to the oracle, and brings certificates onto the chain. On chains that
// others share it does neither by itself.
type exchange struct {
	node         *chain.Node
	contracts    market.Contracts
	owner        *chain.Account
	oracle       *market.Oracle
	rewards      *market.Rewards
	certificates *market.Certificates
	futures      *market.Futures
	federation   *market.Federation
	registry     *market.Registry
	reporter     *oracle.Reporter
	paymaster    *paymaster.Paymaster
	certifier    *certifier.Certifier
	feeds        []coreoracle.Feed
	operator     common.Address // of the worker in this process, and of certificates
	trader       *chain.Account // the operator's, for futures
	traderKey    chain.Key
}

// feedPoints are the settlement points of the sites, each once.
func feedPoints(sites []site.Site) []string {
	var points []string
	seen := map[string]bool{"": true}
	for _, s := range sites {
		if !seen[s.Point] {
			seen[s.Point], points = true, append(points, s.Point)
		}
	}
	return points
}

// ownKeys are the accounts of the roles on our own chain.
type ownKeys struct{ owner, reporter, proposer, meter, operator chain.Key }

func readOwnKeys(dir string, owner chain.Key) (k ownKeys, err error) {
	k.owner = owner
	for _, role := range []struct {
		name string
		key  *chain.Key
	}{{"reporter", &k.reporter}, {"proposer", &k.proposer}, {"meter", &k.meter}, {"operator", &k.operator}} {
		if *role.key, err = chain.OwnKey(dir, role.name); err != nil {
			return k, err
		}
	}
	return k, nil
}

// openExchange puts the contracts there the first time, and again where they are
// an earlier version's or stand beside another ledger.
func (l *ledger) openExchange(ctx context.Context, own *chain.Embedded, node *chain.Node, dir string, base chain.Contracts, owner chain.Key) (*exchange, error) {
	keys, err := readOwnKeys(filepath.Join(dir, "keys"), owner)
	if err != nil {
		return nil, err
	}
	account := func(key chain.Key) *chain.Account {
		return chain.NewAccount(node, base.ChainID, key, feeBounds(1000), 50*time.Millisecond)
	}
	x := &exchange{node: node, owner: account(owner), feeds: coreoracle.Feeds(feedPoints(l.s.sites))}
	if x.contracts, err = l.exchangeContracts(ctx, x, filepath.Join(dir, "market.json"), base, keys); err != nil {
		return nil, err
	}
	keepTime := func() error { return own.Advance(l.s.clock.Now()) }
	proposer := account(keys.proposer)
	x.oracle = market.NewOracle(node, x.contracts.Oracle, account(keys.reporter), keys.reporter, keepTime)
	x.rewards = market.NewRewards(node, x.contracts, proposer, keepTime)
	x.certificates = market.NewCertificates(node, x.contracts, proposer, keys.meter, keepTime)
	x.futures = market.NewFutures(node, x.contracts, keepTime)
	accounts := map[string]common.Address{}
	for _, s := range l.s.sites {
		key, err := chain.OwnKey(filepath.Join(dir, "keys"), "site-"+s.ID)
		if err != nil {
			return nil, err
		}
		accounts[s.ID] = key.Address()
	}
	x.federation = market.NewFederation(node, x.contracts, proposer, accounts, keepTime)
	x.registry = market.NewRegistry(node, x.contracts, x.owner, keepTime)
	x.reporter = oracle.New(oracle.Config{Feeds: x.feeds, History: l.s.store, Contract: x.oracle, Clock: l.s.clock, Log: l.s.log})
	operator := account(keys.operator)
	x.operator = operator.Address()
	x.trader, x.traderKey = operator, keys.operator
	x.paymaster = paymaster.New(paymaster.Config{
		Book: l.s.store, Contract: market.NewTasks(node, x.contracts, proposer, operator, keepTime), Worker: l.s.tasks.ownWorker,
		Clock: l.s.clock, Log: l.s.log,
	})
	sharer, err := l.newSharer(x, accounts, keepTime)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(l.s.sites))
	for _, s := range l.s.sites {
		ids = append(ids, s.ID)
	}
	x.certifier = certifier.New(certifier.Config{
		Sites: ids, Holder: reward.Account(keys.operator.Address()), Ledger: l.s.store, Sealed: l.s.store, Payroll: l.s.store, Members: sharer,
		Days: x.rewards, Certificates: x.certificates, Clock: l.s.clock, Log: l.s.log, DeclaredKW: declared(l.s.sites),
	})
	return x, nil
}

// declared are the maximum base loads that sites have declared: the low power
// consumption that they register with.
func declared(sites []site.Site) map[string]float64 {
	kW := map[string]float64{}
	for i := range sites {
		if p := sites[i].Participation; p != nil && p.LowMW > 0 {
			kW[sites[i].ID] = float64(p.LowMW) * 1000
		}
	}
	return kW
}

func (l *ledger) exchangeContracts(ctx context.Context, x *exchange, file string, base chain.Contracts, keys ownKeys) (market.Contracts, error) {
	c, ok, err := market.Read(file)
	if err != nil {
		return c, err
	}
	beside := ok && c.Base == base
	if beside {
		err := c.Verify(ctx, x.node)
		if err == nil || !errors.Is(err, chain.ErrForeignCode) {
			return c, err
		}
		l.s.log.WarnContext(ctx, "the contracts of the market on our own chain are an earlier version's; new ones are deployed", "error", err)
	}
	meters := map[uint64]common.Address{}
	for _, s := range l.s.sites {
		meters[proof.SiteNumber(s.ID)] = keys.meter.Address()
	}
	d := market.Deployment{
		Owner: x.owner, Base: base, Feeds: x.feeds, Others: []common.Address{keys.operator.Address()}, Reporter: keys.reporter.Address(), Proposer: keys.proposer.Address(), Meters: meters,
		Window: time.Hour, Grace: time.Hour, Genesis: proof.Keccak([]byte("pouw-dem/no-model")), Fund: 1000, Float: 10_000,
	}
	if beside {
		d.Replaces = c.Rewards
	}
	deploying, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if c, err = market.Deploy(deploying, x.node, d); err != nil {
		return c, err
	}
	return c, c.Write(file)
}

// parts are what runs of it.
func (x *exchange) parts(s *services) []part {
	return []part{{"oracle", x.reporter.Run}, {"task payments", x.paymaster.Run}, {"certificates", x.certifier.Run}, {"registry", func(ctx context.Context) error {
		return x.enact(ctx, s)
	}}}
}

// enact lets the contracts' names take effect when the registry's delay is over.
func (x *exchange) enact(ctx context.Context, s *services) error {
	const look = 30 * time.Minute
	for s.clock.Sleep(ctx, look) == nil {
		for _, named := range x.contracts.Named() {
			stands, err := x.registry.Names(ctx, named)
			if err == nil && !stands && named.Address != x.contracts.Registry {
				err = x.registry.Enact(ctx, named)
			}
			if err != nil && !errors.Is(err, anchor.ErrRefused) && ctx.Err() == nil {
				s.log.WarnContext(ctx, "a contract is not in the registry yet", "name", named.Name, "error", err)
			}
		}
	}
	return nil
}

// regulated is why token and futures stay on test networks.
const regulated = "Futures on the hashprice and a token that pays rewards are regulated instruments in most places. This program runs them on " +
	"its own chain and on test networks; on a main network their deployment is a ceremony of people, see docs/networks.md."

// Market is what stands on the chain beside the decisions.
func (l *ledger) Market(ctx context.Context) (report.ChainMarket, error) {
	view := report.ChainMarket{
		Simulated: l.s.cfg.World == config.WorldSimulated, Regulated: regulated,
		Contracts: []report.ChainContract{}, Oracle: []report.OracleFeed{}, Rewards: []report.RewardDay{},
		Newest: []report.StabilityCert{}, Futures: []report.FuturesPosition{},
	}
	s, failure := l.now()
	switch {
	case l.s.cfg.Chain.URL != config.ChainEmbedded:
		view.Text = "Oracle, rewards, certificates and futures run by themselves on the chain in this process alone (chain.url: embedded)."
		return view, nil
	case s == nil || s.exchange == nil:
		view.Text = "The chain is being opened. " + failure
		return view, nil
	}
	x := s.exchange
	view.Open, view.Text = true, x.certifier.Trouble()
	var err error
	if view.ChainTime, err = x.node.Time(ctx); err != nil {
		return view, err
	}
	for _, step := range []func(context.Context, *report.ChainMarket) error{x.readContracts, x.readOracle, l.readPayments, l.readRewards, l.readCertificates, x.readFutures} {
		if err := step(ctx, &view); err != nil {
			return view, fmt.Errorf("read the market on the chain: %w", err)
		}
	}
	return view, nil
}

func (x *exchange) readContracts(ctx context.Context, view *report.ChainMarket) error {
	for _, named := range x.contracts.Named() {
		stands, err := x.registry.Names(ctx, named)
		if err != nil {
			return err
		}
		view.Contracts = append(view.Contracts, report.ChainContract{
			Name: named.Name, Address: named.Address.Hex(), CodeHash: x.contracts.Code[named.Name].Hex(), Registered: stands,
		})
	}
	return nil
}

func (x *exchange) readOracle(ctx context.Context, view *report.ChainMarket) error {
	for _, f := range x.feeds {
		v, err := x.oracle.Value(ctx, f)
		if err != nil {
			return err
		}
		view.Oracle = append(view.Oracle, report.OracleFeed{
			Name: f.Name, Unit: f.Unit, Value: v.Value, Observed: v.Observed, Rounds: v.Rounds, Refusal: v.Refusal, Trouble: x.reporter.Trouble(f),
		})
	}
	return nil
}

func (l *ledger) readPayments(ctx context.Context, view *report.ChainMarket) error {
	s, _ := l.now()
	if s == nil || s.exchange == nil {
		return nil
	}
	const fortnight = 14
	paid, err := l.s.store.PaidSince(ctx, reward.EpochOf(l.s.clock.Now())-fortnight)
	if err != nil {
		return err
	}
	x := s.exchange
	view.Paid = report.TaskPayments{Entered: len(paid), Worker: x.operator.Hex()}
	for _, p := range paid {
		if p.Final {
			view.Paid.Final++
		}
	}
	balance, err := market.Balance(ctx, x.node, x.contracts.Base.RewardToken, x.operator)
	if err != nil {
		return err
	}
	view.Paid.Tokens, _ = new(big.Rat).SetFrac(balance, big.NewInt(params.Ether)).Float64()
	return nil
}

func (l *ledger) readRewards(ctx context.Context, view *report.ChainMarket) error {
	const shown = 14
	days, err := l.s.store.RewardDays(ctx, shown)
	if err != nil {
		return err
	}
	s, _ := l.now()
	for _, d := range days {
		row := report.RewardDay{Day: reward.StartOf(d.Epoch).Format(time.DateOnly), Lines: len(d.Leaves), Status: "empty"}
		for _, leaf := range d.Leaves {
			row.KWh += leaf.KWh
		}
		if len(d.Leaves) > 0 && s != nil && s.exchange != nil {
			standing, err := s.exchange.rewards.Standing(ctx, d.Epoch)
			if err != nil {
				return err
			}
			row.Status, row.Root, row.ClosesAt = standing.Status.String(), standing.Root.String(), standing.ClosesAt
		}
		view.Rewards = append(view.Rewards, row)
	}
	return nil
}

func (l *ledger) readCertificates(ctx context.Context, view *report.ChainMarket) error {
	s, _ := l.now()
	if s == nil || s.exchange == nil {
		return nil
	}
	totals, err := s.exchange.certificates.Totals(ctx)
	if err != nil {
		return err
	}
	view.Certificates = report.CertificateTotals{Made: totals.Count, LiveKWh: totals.LiveKWh, RetiredKWh: totals.RetiredKWh}
	const shown = 50
	newest, err := s.exchange.certificates.Newest(ctx, totals.Count, shown)
	if err != nil {
		return err
	}
	found, err := l.baselines(ctx)
	if err != nil {
		return err
	}
	for _, c := range newest {
		row := report.StabilityCert{
			ID: c.ID, Site: l.siteName(c.Site), Start: proof.IntervalStart(c.Start), Intervals: int(c.N), KWh: c.KWh, State: c.State.String(),
			Day: reward.StartOf(c.Epoch).Format(time.DateOnly), Baseline: c.Baseline.String(),
		}
		if c.Price != nil {
			usd := float64(c.Price.Int64()) / microUSD
			row.PriceUSD = &usd
		}
		row.PaidBy = []string{}
		if b, ok := found[c.Baseline]; ok {
			explain(&row, &b)
		}
		view.Newest = append(view.Newest, row)
	}
	return nil
}

// baselines are those that were sealed lately, by what commits them.
func (l *ledger) baselines(ctx context.Context) (map[proof.Hash]reward.Baseline, error) {
	const lately = 120 // days
	days, err := l.s.store.RewardDays(ctx, lately)
	if err != nil {
		return nil, err
	}
	found := map[proof.Hash]reward.Baseline{}
	for _, d := range days {
		for _, made := range d.Claims {
			found[made.Claim.Baseline] = made.Baseline
		}
	}
	return found, nil
}

// explain says how a certificate's energy was found.
func explain(row *report.StabilityCert, b *reward.Baseline) {
	row.Class, row.BandKWh = string(b.Class), &b.BandKWh
	row.PaidBy = append(row.PaidBy, b.Paid...)
	for _, m := range b.Methods {
		if m.Why == "" {
			row.Methods++
		}
	}
	if b.Held != nil {
		row.Declared = &b.Held.Held
	}
}

func (l *ledger) siteName(number uint64) string {
	for _, s := range l.s.sites {
		if proof.SiteNumber(s.ID) == number {
			return s.ID
		}
	}
	return fmt.Sprintf("site %d, not one of this process", number)
}

func (x *exchange) readFutures(ctx context.Context, view *report.ChainMarket) (err error) {
	view.Futures, err = x.openFutures(ctx)
	return err
}

// openFutures are the open positions.
func (x *exchange) openFutures(ctx context.Context) ([]report.FuturesPosition, error) {
	const shown = 20
	open, err := x.futures.Positions(ctx, shown)
	if err != nil {
		return nil, err
	}
	usd := func(micro int64) float64 { return float64(micro) / microUSD }
	positions := make([]report.FuturesPosition, 0, len(open))
	for _, p := range open {
		positions = append(positions, report.FuturesPosition{
			ID: p.ID, Long: p.Long.Hex(), Short: p.Short.Hex(), PHs: p.Qty,
			Start: time.Unix(int64(p.Start)*3600, 0).UTC(), End: time.Unix(int64(p.End)*3600, 0).UTC(),
			MarkUSD: usd(p.Mark), LongUSD: usd(p.MarginLong), ShortUSD: usd(p.MarginShort),
		})
	}
	return positions, nil
}
