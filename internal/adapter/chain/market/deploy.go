package market

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/pouw-dem/pouwdem/contracts/bindings/certificatemarket"
	"github.com/pouw-dem/pouwdem/contracts/bindings/federatedcoordinator"
	"github.com/pouw-dem/pouwdem/contracts/bindings/griddataoracle"
	"github.com/pouw-dem/pouwdem/contracts/bindings/gridoptimizationrewards"
	"github.com/pouw-dem/pouwdem/contracts/bindings/hashratefutures"
	"github.com/pouw-dem/pouwdem/contracts/bindings/nullifiers"
	"github.com/pouw-dem/pouwdem/contracts/bindings/registry"
	"github.com/pouw-dem/pouwdem/contracts/bindings/rewardtoken"
	"github.com/pouw-dem/pouwdem/contracts/bindings/stabilitycertificate"
	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/contracts/bindings/testdollar"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/oracle"
)

// Contracts are the addresses of a deployment, and the hash of the code that was
// found at each when it was made.
type Contracts struct {
	ChainID      uint64          `json:"chain_id"`
	Base         chain.Contracts `json:"base"` // that it was deployed beside
	Dollar       common.Address  `json:"test_dollar"`
	Oracle       common.Address  `json:"oracle"`
	Rewards      common.Address  `json:"rewards"`
	Certificates common.Address  `json:"certificates"`
	Exchange     common.Address  `json:"certificate_market"`
	Futures      common.Address  `json:"futures"`
	Federation   common.Address  `json:"federation"`
	Registry     common.Address  `json:"registry"`

	Code map[string]common.Hash `json:"code"` // by name, see [Contracts.Named]
}

// Named is a contract with its name in the registry.
type Named struct {
	Name    string
	Address common.Address
}

// Named are the contracts of the deployment, those that it stands on last.
func (c Contracts) Named() []Named {
	return []Named{
		{"GridDataOracle", c.Oracle},
		{"GridOptimizationRewards", c.Rewards},
		{"StabilityCertificate", c.Certificates},
		{"CertificateMarket", c.Exchange},
		{"HashrateFutures", c.Futures},
		{"FederatedCoordinator", c.Federation},
		{"Registry", c.Registry},
		{"TestDollar", c.Dollar},
		{"TaskAllocation", c.Base.TaskAllocation},
		{"RewardToken", c.Base.RewardToken},
		{"Nullifiers", c.Base.Nullifiers},
	}
}

// Deployment is what a deployment is made with.
type Deployment struct {
	Owner      *chain.Account // administrates the contracts
	AdminDelay time.Duration
	Base       chain.Contracts
	Replaces   common.Address // rewards contract that minted before; zero for none
	Feeds      []oracle.Feed
	Reporter   common.Address   // the oracle's one reporter
	Proposer   common.Address   // of daily rewards
	Others     []common.Address // that are sent coins for gas as well
	Meters     map[uint64]common.Address
	Window     time.Duration // in which a day's rewards can be challenged
	Grace      time.Duration // after which anyone aborts a round of the federation
	Genesis    [32]byte      // hash of the federation's first model
	Fund       uint64        // whole coins for reporter and proposer
	Float      uint64        // whole reward tokens for the proposer's bonds
}

const (
	createGas = 8_000_000
	callGas   = 1_000_000
)

// Deploy puts the contracts beside those that record, gives each role to its
// account, and names all in the registry, where they take effect after its
// delay.
func Deploy(ctx context.Context, n *chain.Node, d Deployment) (Contracts, error) {
	for _, f := range d.Feeds {
		if err := f.Check(); err != nil {
			return Contracts{}, fmt.Errorf("deploy the market's contracts: %w", err)
		}
	}
	nonce, err := d.Owner.Next(ctx)
	if err != nil {
		return Contracts{}, fmt.Errorf("deploy the market's contracts: %w", err)
	}
	p := &plan{d: d, nonce: nonce, c: Contracts{ChainID: d.Base.ChainID, Base: d.Base, Code: map[string]common.Hash{}}}
	p.all()
	// A block has no room for all at once, and nodes take a bounded run of one
	// account's transactions.
	const atOnce = 8
	for i := 0; i < len(p.steps); i += atOnce {
		if err := d.Owner.All(ctx, p.steps[i:min(i+atOnce, len(p.steps))]); err != nil {
			return Contracts{}, fmt.Errorf("deploy the market's contracts, steps from %d: %w", i+1, err)
		}
	}
	for _, named := range p.c.Named() {
		if p.c.Code[named.Name], err = n.CodeHash(ctx, named.Address); err != nil {
			return Contracts{}, fmt.Errorf("deploy the market's contracts: %w", err)
		}
	}
	return p.c, nil
}

// plan collects the transactions of a deployment.
type plan struct {
	d     Deployment
	c     Contracts
	nonce uint64
	steps []types.DynamicFeeTx
}

func (p *plan) create(bin string, arguments []byte) common.Address {
	at := crypto.CreateAddress(p.d.Owner.Address(), p.nonce+uint64(len(p.steps)))
	p.steps = append(p.steps, types.DynamicFeeTx{Gas: createGas, Value: new(big.Int), Data: append(common.FromHex(bin), arguments...)})
	return at
}

func (p *plan) call(to common.Address, data []byte) {
	p.steps = append(p.steps, types.DynamicFeeTx{Gas: callGas, To: &to, Value: new(big.Int), Data: data})
}

func role(name string) [32]byte { return crypto.Keccak256Hash([]byte(name)) }

func whole(n uint64) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(n), big.NewInt(params.Ether))
}

func (p *plan) all() {
	owner, delay := p.d.Owner.Address(), big.NewInt(int64(p.d.AdminDelay/time.Second))
	p.c.Dollar = p.create(testdollar.TestDollarMetaData.Bin, testdollar.NewTestDollar().PackConstructor(owner))
	p.oracle(owner, delay)
	p.rewards(owner, delay)
	p.certificates(owner, delay)
	p.futures(owner, delay)
	p.c.Federation = p.create(federatedcoordinator.FederatedCoordinatorMetaData.Bin,
		federatedcoordinator.NewFederatedCoordinator().PackConstructor(owner, delay, p.d.Genesis, uint64(p.d.Grace/time.Second)))
	p.call(p.c.Federation, federatedcoordinator.NewFederatedCoordinator().PackGrantRole(role("COORDINATOR_ROLE"), p.d.Proposer))
	p.registry(owner, delay)
	for _, account := range append([]common.Address{p.d.Reporter, p.d.Proposer}, p.d.Others...) {
		if p.d.Fund > 0 {
			p.steps = append(p.steps, types.DynamicFeeTx{Gas: params.TxGas, To: &account, Value: whole(p.d.Fund)})
		}
	}
}

func (p *plan) oracle(owner common.Address, delay *big.Int) {
	b := griddataoracle.NewGridDataOracle()
	p.c.Oracle = p.create(griddataoracle.GridDataOracleMetaData.Bin, b.PackConstructor(owner, delay))
	p.call(p.c.Oracle, b.PackGrantRole(role("CONFIG_ROLE"), owner))
	p.call(p.c.Oracle, b.PackSetReporters([]common.Address{p.d.Reporter}))
	for _, f := range p.d.Feeds {
		p.call(p.c.Oracle, b.PackConfigure(f.ID(), griddataoracle.GridDataOracleFeed{
			Period: uint32(f.Period / time.Second), MaxAge: uint32(f.MaxAge / time.Second), MaxStepBps: uint16(f.StepShare * 10_000),
			Quorum: 1, RebaseAfter: uint8(f.RebaseAfter), StepFloor: big.NewInt(f.StepFloor),
		}))
	}
}

// rewards also mints the float that bonds are made of, once, before the contract
// becomes the token's only minter.
func (p *plan) rewards(owner common.Address, delay *big.Int) {
	b, token, spent := gridoptimizationrewards.NewGridOptimizationRewards(), rewardtoken.NewRewardToken(), nullifiers.NewNullifiers()
	tasks := taskallocation.NewTaskAllocation()
	p.c.Rewards = p.create(gridoptimizationrewards.GridOptimizationRewardsMetaData.Bin, b.PackConstructor(owner, delay,
		p.d.Base.RewardToken, p.d.Base.TaskAllocation, gridoptimizationrewards.GridOptimizationRewardsSettings{
			Window: uint64(p.d.Window / time.Second), AnswerTime: uint64(p.d.Window / time.Second),
			MinBond: whole(1), BondRate: big.NewInt(params.Ether / 10), RequestBond: whole(1),
		}))
	p.call(p.c.Rewards, b.PackGrantRole(role("PROPOSER_ROLE"), p.d.Proposer))
	for _, spender := range []common.Address{p.c.Rewards, p.d.Base.TaskAllocation} {
		p.call(p.d.Base.Nullifiers, spent.PackGrantRole(role("SPENDER_ROLE"), spender))
	}
	p.call(p.d.Base.TaskAllocation, tasks.PackGrantRole(role("ARBITER_ROLE"), p.c.Rewards))
	p.call(p.d.Base.TaskAllocation, tasks.PackGrantRole(role("COORDINATOR_ROLE"), p.d.Proposer))
	minter := role("MINTER_ROLE")
	if p.d.Replaces != (common.Address{}) {
		p.call(p.d.Base.RewardToken, token.PackRevokeRole(minter, p.d.Replaces))
	}
	p.call(p.d.Base.RewardToken, token.PackGrantRole(minter, owner))
	p.call(p.d.Base.RewardToken, token.PackReserve(whole(p.d.Float)))
	p.call(p.d.Base.RewardToken, token.PackMint(p.d.Proposer, whole(p.d.Float)))
	p.call(p.d.Base.RewardToken, token.PackRevokeRole(minter, owner))
	p.call(p.d.Base.RewardToken, token.PackGrantRole(minter, p.c.Rewards))
}

func (p *plan) certificates(owner common.Address, delay *big.Int) {
	b, exchange := stabilitycertificate.NewStabilityCertificate(), certificatemarket.NewCertificateMarket()
	p.c.Certificates = p.create(stabilitycertificate.StabilityCertificateMetaData.Bin, b.PackConstructor(owner, delay, p.d.Base.Nullifiers))
	p.call(p.c.Certificates, b.PackGrantRole(role("SOURCE_ROLE"), p.c.Rewards))
	p.call(p.c.Certificates, b.PackGrantRole(role("REGISTRAR_ROLE"), owner))
	for site, meter := range p.d.Meters {
		p.call(p.c.Certificates, b.PackNameMeter(site, meter))
	}
	p.call(p.d.Base.Nullifiers, nullifiers.NewNullifiers().PackGrantRole(role("SPENDER_ROLE"), p.c.Certificates))
	p.c.Exchange = p.create(certificatemarket.CertificateMarketMetaData.Bin,
		exchange.PackConstructor(owner, delay, p.c.Certificates, p.c.Dollar, p.d.Base.RewardToken))
}

// futures: margins of 20 % and 10 % of the notional, a keeper's fee of 1 %, an
// opening price within 10 % of the index, nine tenths of a window's epochs
// reported, at most 30 days.
func (p *plan) futures(owner common.Address, delay *big.Int) {
	b := hashratefutures.NewHashrateFutures()
	feed := oracle.Feed{Name: oracle.Hashprice}
	p.c.Futures = p.create(hashratefutures.HashrateFuturesMetaData.Bin, b.PackConstructor(owner, delay, p.c.Dollar, p.c.Oracle,
		hashratefutures.HashrateFuturesRules{
			Feed: feed.ID(), InitialBps: 2000, MaintenanceBps: 1000, KeeperBps: 100, DeviationBps: 1000, CoverageBps: 9000,
			MaxQty: 1_000_000, MaxEpochs: 30 * 24, EmergencyAfter: 7 * 24 * 3600,
		}))
	p.call(p.c.Futures, b.PackGrantRole(role("GATE_ROLE"), owner))
}

func (p *plan) registry(owner common.Address, delay *big.Int) {
	const wait = 3600 // the contract's least
	b := registry.NewRegistry()
	p.c.Registry = p.create(registry.RegistryMetaData.Bin, b.PackConstructor(owner, delay, wait))
	p.call(p.c.Registry, b.PackGrantRole(role("CONFIG_ROLE"), owner))
	p.call(p.c.Registry, b.PackGrantRole(role("GUARDIAN_ROLE"), owner))
	for _, named := range p.c.Named() {
		if named.Address != p.c.Registry {
			p.call(p.c.Registry, b.PackAnnounce(nameID(named.Name), named.Address))
		}
	}
}

func nameID(name string) (id [32]byte) {
	copy(id[:], name)
	return id
}

// Verify refuses contracts whose code is not what stood there when they were
// deployed.
func (c Contracts) Verify(ctx context.Context, n *chain.Node) error {
	for _, named := range c.Named() {
		hash, err := n.CodeHash(ctx, named.Address)
		if err != nil {
			return fmt.Errorf("verify %s: %w", named.Name, err)
		}
		if want, ok := c.Code[named.Name]; !ok || hash != want {
			return fmt.Errorf("verify %s at %s: %w: its hash is %s, want %s", named.Name, named.Address.Hex(), chain.ErrForeignCode, hash, want)
		}
	}
	return nil
}

// Read reads what [Contracts.Write] wrote; ok is false where there is no such
// file.
func Read(path string) (c Contracts, ok bool, err error) {
	if ok, err = chain.ReadKept(path, &c); err != nil {
		return Contracts{}, false, fmt.Errorf("read the market's contracts from %s: %w", path, err)
	}
	return c, ok, nil
}

// Write keeps the addresses in a file.
func (c Contracts) Write(path string) error {
	if err := chain.Keep(path, c); err != nil {
		return fmt.Errorf("keep the market's contracts: %w", err)
	}
	return nil
}

// Sources are the contracts of the deployment with the interfaces that explain
// their events.
func (c Contracts) Sources() []chain.Source {
	interfaces := map[string]abi.ABI{
		"GridDataOracle":          griddataoracle.NewGridDataOracle().GetABI(),
		"GridOptimizationRewards": gridoptimizationrewards.NewGridOptimizationRewards().GetABI(),
		"StabilityCertificate":    stabilitycertificate.NewStabilityCertificate().GetABI(),
		"CertificateMarket":       certificatemarket.NewCertificateMarket().GetABI(),
		"HashrateFutures":         hashratefutures.NewHashrateFutures().GetABI(),
		"FederatedCoordinator":    federatedcoordinator.NewFederatedCoordinator().GetABI(),
		"Registry":                registry.NewRegistry().GetABI(),
		"TestDollar":              testdollar.NewTestDollar().GetABI(),
		"TaskAllocation":          taskallocation.NewTaskAllocation().GetABI(),
		"RewardToken":             rewardtoken.NewRewardToken().GetABI(),
		"Nullifiers":              nullifiers.NewNullifiers().GetABI(),
	}
	sources := make([]chain.Source, 0, len(interfaces))
	for _, n := range c.Named() {
		sources = append(sources, chain.Source{Name: n.Name, Address: n.Address, ABI: interfaces[n.Name]})
	}
	return sources
}
