package market

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/gridoptimizationrewards"
	"github.com/pouw-dem/pouwdem/contracts/bindings/rewardtoken"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// Rewards proposes the rewards of days, as an account that may.
type Rewards struct {
	node     *chain.Node
	contract common.Address
	token    common.Address // that bonds are made of
	account  *chain.Account
	tasks    *Tasks
	all      Contracts
	binding  *gridoptimizationrewards.GridOptimizationRewards
	money    *rewardtoken.RewardToken
	settle   func() error
}

// NewRewards are the rewards of a deployment. For settle see [NewOracle].
func NewRewards(n *chain.Node, c Contracts, proposer *chain.Account, settle func() error) *Rewards {
	return &Rewards{
		tasks: NewTasks(n, c, proposer, proposer, settle), all: c,
		node: n, contract: c.Rewards, token: c.Base.RewardToken, account: proposer, settle: settle,
		binding: gridoptimizationrewards.NewGridOptimizationRewards(), money: rewardtoken.NewRewardToken(),
	}
}

// Standing is where a day stands.
func (r *Rewards) Standing(ctx context.Context, epoch uint32) (reward.Standing, error) {
	out, err := r.node.Read(ctx, r.contract, r.binding.PackEpochOf(epoch), r.binding.UnpackError)
	if err != nil {
		return reward.Standing{}, fmt.Errorf("read day %d of the rewards: %w", epoch, err)
	}
	e, err := r.binding.UnpackEpochOf(out)
	if err != nil {
		return reward.Standing{}, fmt.Errorf("read day %d of the rewards: %w", epoch, err)
	}
	return reward.Standing{
		Status: reward.Status(e.Status), Root: e.Root, Count: e.Count, ClosesAt: time.Unix(int64(e.ClosesAt), 0).UTC(), Attempt: e.Attempt,
	}, nil
}

// Propose puts the bond behind a day's root, and lets the contract take it.
func (r *Rewards) Propose(ctx context.Context, epoch uint32, root proof.SumNode, count uint32) error {
	if err := advance(r.settle); err != nil {
		return err
	}
	total := amount(root.Sum)
	out, err := r.node.Read(ctx, r.contract, r.binding.PackBondFor(total), r.binding.UnpackError)
	if err != nil {
		return fmt.Errorf("read the bond of day %d: %w", epoch, err)
	}
	bond, err := r.binding.UnpackBondFor(out)
	if err != nil {
		return fmt.Errorf("read the bond of day %d: %w", epoch, err)
	}
	if err := allow(ctx, r.node, r.account, r.token, r.contract, bond); err != nil {
		return err
	}
	if _, err := r.account.Do(ctx, chain.Call{
		To: r.contract, Data: r.binding.PackPropose(epoch, root.Hash, total, count), Errors: r.binding.UnpackError,
	}); err != nil {
		return fmt.Errorf("propose day %d: %w", epoch, err)
	}
	return nil
}

// Finalize closes a day whose window is over, and takes the bond back.
func (r *Rewards) Finalize(ctx context.Context, epoch uint32) error {
	if err := advance(r.settle); err != nil {
		return err
	}
	for _, data := range [][]byte{r.binding.PackFinalize(epoch), r.binding.PackWithdraw()} {
		if _, err := r.account.Do(ctx, chain.Call{To: r.contract, Data: data, Errors: r.binding.UnpackError}); err != nil {
			return fmt.Errorf("finalize day %d: %w", epoch, err)
		}
	}
	return nil
}

// Claim mints the reward of a leaf of a final day to its account; one that was
// minted changes nothing.
func (r *Rewards) Claim(ctx context.Context, l reward.Leaf, path []proof.SumNode) error {
	if err := advance(r.settle); err != nil {
		return err
	}
	if done, err := r.tasks.Spent(ctx, r.all, l.WorkHash); err != nil || done {
		return err
	}
	bound := make([]gridoptimizationrewards.SumTreeNode, 0, len(path))
	for _, n := range path {
		bound = append(bound, gridoptimizationrewards.SumTreeNode{Hash: n.Hash, Sum: amount(n.Sum)})
	}
	if _, err := r.account.Do(ctx, chain.Call{
		To: r.contract, Data: r.binding.PackClaim(gridoptimizationrewards.GridOptimizationRewardsLeaf{
			Epoch: l.Epoch, Index: l.Index, Account: common.Address(l.Account), Site: l.Site, Start: l.Start, N: l.N, KWh: l.KWh,
			Method: l.Method, WorkHash: l.WorkHash, Amount: amount(l.Amount),
		}, bound), Errors: r.binding.UnpackError,
	}); err != nil {
		return fmt.Errorf("claim leaf %d of day %d: %w", l.Index, l.Epoch, err)
	}
	return nil
}

// allow lets a contract take at least so much of a token from an account.
func allow(ctx context.Context, n *chain.Node, a *chain.Account, token, spender common.Address, least *big.Int) error {
	b := rewardtoken.NewRewardToken() // any ERC-20 is asked alike
	out, err := n.Read(ctx, token, b.PackAllowance(a.Address(), spender), b.UnpackError)
	if err != nil {
		return fmt.Errorf("read an allowance: %w", err)
	}
	has, err := b.UnpackAllowance(out)
	if err != nil {
		return fmt.Errorf("read an allowance: %w", err)
	}
	if has.Cmp(least) >= 0 {
		return nil
	}
	if _, err := a.Do(ctx, chain.Call{To: token, Data: b.PackApprove(spender, least), Errors: b.UnpackError}); err != nil {
		return fmt.Errorf("approve %s: %w", spender.Hex(), err)
	}
	return nil
}

// Balance is what an account has of a token, in the token's smallest unit.
func Balance(ctx context.Context, n *chain.Node, token, account common.Address) (*big.Int, error) {
	b := rewardtoken.NewRewardToken()
	out, err := n.Read(ctx, token, b.PackBalanceOf(account), b.UnpackError)
	if err != nil {
		return nil, fmt.Errorf("read a balance: %w", err)
	}
	return b.UnpackBalanceOf(out)
}

func amount(a proof.Amount) *big.Int { return a.Big() }

func advance(settle func() error) error {
	if settle == nil {
		return nil
	}
	return settle()
}
