package market

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/pouw-dem/pouwdem/contracts/bindings/certificatemarket"
	"github.com/pouw-dem/pouwdem/contracts/bindings/nullifiers"
	"github.com/pouw-dem/pouwdem/contracts/bindings/stabilitycertificate"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// Certificates makes and reads certificates.
type Certificates struct {
	node      *chain.Node
	contracts Contracts
	account   *chain.Account // pays for what anybody may do
	meter     chain.Signer   // of the sites' meters
	typed     typed
	binding   *stabilitycertificate.StabilityCertificate
	settle    func() error
}

// NewCertificates are the certificates of a deployment. For settle see
// [NewOracle].
func NewCertificates(n *chain.Node, c Contracts, account *chain.Account, meter chain.Signer, settle func() error) *Certificates {
	return &Certificates{
		node: n, contracts: c, account: account, meter: meter, settle: settle,
		typed:   newTyped("PoUW-DEM StabilityCertificate", account.ChainID(), c.Certificates),
		binding: stabilitycertificate.NewStabilityCertificate(),
	}
}

const claimType = "Claim(uint64 site,uint32 start,uint16 n,uint64 kWh,bytes32 method,bytes32 baseline,bool settled)"

// SignClaim signs for a site's meter; digest is what the leaf that cites the
// claim holds.
func (c *Certificates) SignClaim(ctx context.Context, claim reward.Claim) (digest proof.Hash, signature []byte, err error) {
	payload := c.typed.payload(claimType, count(proof.SiteNumber(claim.Site)), count(uint64(claim.Start)), count(uint64(claim.N)),
		count(claim.KWh), claim.Method[:], claim.Baseline[:], truth(claim.Settled))
	signature, err = sign(ctx, c.meter, payload)
	return proof.Hash(crypto.Keccak256Hash(payload)), signature, err
}

// Issue makes the certificate of a leaf of a final day. Where the site's first
// interval is certified already it does nothing: what was issued is not issued
// again.
func (c *Certificates) Issue(ctx context.Context, l reward.Leaf, path []proof.SumNode, m reward.Made) error {
	if err := advance(c.settle); err != nil {
		return err
	}
	spent := nullifiers.NewNullifiers()
	out, err := c.node.Read(ctx, c.contracts.Base.Nullifiers, spent.PackIntervalSpent(l.Site, l.Start), spent.UnpackError)
	if err != nil {
		return fmt.Errorf("issue a certificate: %w", err)
	}
	if done, err := spent.UnpackIntervalSpent(out); err != nil || done {
		return err
	}
	leaf, bound, claim := cited(l, path, m)
	if _, err := c.account.Do(ctx, chain.Call{
		To: c.contracts.Certificates, Errors: c.binding.UnpackError,
		Data: c.binding.PackIssue(c.contracts.Rewards, leaf, bound, claim, m.Signature),
	}); err != nil {
		return fmt.Errorf("issue a certificate: %w", err)
	}
	return nil
}

// cited is a leaf, its path and its claim as the contract reads them.
func cited(l reward.Leaf, path []proof.SumNode, m reward.Made) (stabilitycertificate.GridOptimizationRewardsLeaf, []stabilitycertificate.SumTreeNode, stabilitycertificate.StabilityCertificateClaim) {
	bound := make([]stabilitycertificate.SumTreeNode, 0, len(path))
	for _, n := range path {
		bound = append(bound, stabilitycertificate.SumTreeNode{Hash: n.Hash, Sum: amount(n.Sum)})
	}
	leaf := stabilitycertificate.GridOptimizationRewardsLeaf{
		Epoch: l.Epoch, Index: l.Index, Account: common.Address(l.Account), Site: l.Site, Start: l.Start, N: l.N, KWh: l.KWh,
		Method: l.Method, WorkHash: l.WorkHash, Amount: amount(l.Amount),
	}
	claim := stabilitycertificate.StabilityCertificateClaim{
		Site: proof.SiteNumber(m.Claim.Site), Start: m.Claim.Start, N: m.Claim.N, KWh: m.Claim.KWh,
		Method: m.Claim.Method, Baseline: m.Claim.Baseline, Settled: m.Claim.Settled,
	}
	return leaf, bound, claim
}

// provisional is how the contract numbers a certificate from telemetry.
const provisional State = 1

// Supersede puts a settled claim in the place of the provisional certificate of
// the same intervals. Where none is provisional any more it does nothing.
func (c *Certificates) Supersede(ctx context.Context, l reward.Leaf, path []proof.SumNode, m reward.Made) error {
	if err := advance(c.settle); err != nil {
		return err
	}
	totals, err := c.Totals(ctx)
	if err != nil {
		return fmt.Errorf("supersede a certificate: %w", err)
	}
	for id := totals.Count; id > 0; id-- {
		was, err := c.read(ctx, id)
		if err != nil {
			return fmt.Errorf("supersede a certificate: %w", err)
		}
		if was.Site != l.Site || was.Start != l.Start || was.N != l.N {
			continue
		}
		if was.State != provisional {
			return nil
		}
		leaf, bound, claim := cited(l, path, m)
		if _, err := c.account.Do(ctx, chain.Call{
			To: c.contracts.Certificates, Errors: c.binding.UnpackError,
			Data: c.binding.PackSupersede(new(big.Int).SetUint64(id), c.contracts.Rewards, leaf, bound, claim, m.Signature),
		}); err != nil {
			return fmt.Errorf("supersede certificate %d: %w", id, err)
		}
		return nil
	}
	return nil
}

// Certificate is one as the contract has it.
type Certificate struct {
	ID       uint64
	Site     uint64
	Start    uint32
	N        uint16
	KWh      uint64
	Epoch    uint32
	State    State
	Baseline proof.Hash
	Price    *big.Int // asked for in the market; nil where it is not for sale
}

// State is a certificate's, as the contract numbers it.
type State uint8

// String names the state.
func (s State) String() string {
	return [...]string{"none", "provisional", "settled", "retired", "superseded"}[min(s, 4)]
}

// Totals are the kWh of certificates that exist and of those retired, and how
// many were ever made.
type Totals struct{ Count, LiveKWh, RetiredKWh uint64 }

// Totals reads the contract's counts.
func (c *Certificates) Totals(ctx context.Context) (t Totals, err error) {
	for _, one := range []struct {
		data []byte
		into *uint64
	}{{c.binding.PackCount(), &t.Count}, {c.binding.PackLiveKWh(), &t.LiveKWh}, {c.binding.PackRetiredKWh(), &t.RetiredKWh}} {
		out, err := c.node.Read(ctx, c.contracts.Certificates, one.data, c.binding.UnpackError)
		if err != nil {
			return Totals{}, fmt.Errorf("read the certificates: %w", err)
		}
		v, err := c.binding.UnpackCount(out)
		if err != nil {
			return Totals{}, fmt.Errorf("read the certificates: %w", err)
		}
		*one.into = v.Uint64()
	}
	return t, nil
}

// Newest are the last most certificates made, the newest first.
func (c *Certificates) Newest(ctx context.Context, made uint64, most int) ([]Certificate, error) {
	var all []Certificate
	for id := made; id > 0 && len(all) < most; id-- {
		one, err := c.read(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read certificate %d: %w", id, err)
		}
		all = append(all, one)
	}
	return all, nil
}

func (c *Certificates) read(ctx context.Context, id uint64) (Certificate, error) {
	number := new(big.Int).SetUint64(id)
	out, err := c.node.Read(ctx, c.contracts.Certificates, c.binding.PackCertificateOf(number), c.binding.UnpackError)
	if err != nil {
		return Certificate{}, err
	}
	is, err := c.binding.UnpackCertificateOf(out)
	if err != nil {
		return Certificate{}, err
	}
	exchange := certificatemarket.NewCertificateMarket()
	if out, err = c.node.Read(ctx, c.contracts.Exchange, exchange.PackListingOf(number), exchange.UnpackError); err != nil {
		return Certificate{}, err
	}
	offer, err := exchange.UnpackListingOf(out)
	if err != nil {
		return Certificate{}, err
	}
	one := Certificate{
		ID: id, Site: is.Site, Start: is.Start, N: is.N, KWh: is.KWh, Epoch: is.Epoch, State: State(is.State), Baseline: is.Baseline,
	}
	if offer.Seller != (common.Address{}) {
		one.Price = offer.Price
	}
	return one, nil
}
