package market

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/rewardtoken"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// Transfers move reward tokens out of an account.
type Transfers struct {
	node    *chain.Node
	token   common.Address
	account *chain.Account
	binding *rewardtoken.RewardToken
	settle  func() error
}

// NewTransfers are those of an account. For settle see [NewOracle].
func NewTransfers(n *chain.Node, c Contracts, account *chain.Account, settle func() error) *Transfers {
	return &Transfers{node: n, token: c.Base.RewardToken, account: account, binding: rewardtoken.NewRewardToken(), settle: settle}
}

// Head is the number of the newest block.
func (t *Transfers) Head(ctx context.Context) (uint64, error) { return t.node.Head(ctx) }

// Send transfers wei of the token, and returns when that is mined.
func (t *Transfers) Send(ctx context.Context, to reward.Account, wei proof.Amount) (proof.Hash, error) {
	if err := advance(t.settle); err != nil {
		return proof.Hash{}, err
	}
	done, err := t.account.Do(ctx, chain.Call{
		To: t.token, Data: t.binding.PackTransfer(common.Address(to), wei.Big()), Errors: t.binding.UnpackError,
	})
	if err != nil {
		return proof.Hash{}, fmt.Errorf("transfer reward tokens: %w", err)
	}
	return proof.Hash(done.Tx), nil
}

// Sent are the transfers of just so much to an account after a block, in order.
func (t *Transfers) Sent(ctx context.Context, to reward.Account, wei proof.Amount, after uint64) ([]proof.Hash, error) {
	abi, err := rewardtoken.RewardTokenMetaData.ParseABI()
	if err != nil {
		return nil, fmt.Errorf("read the reward token's interface: %w", err)
	}
	from, account := common.BytesToHash(t.account.Address().Bytes()), common.BytesToHash(to[:])
	logs, err := t.node.Logs(ctx, t.token, []common.Hash{abi.Events[rewardtoken.RewardTokenTransferEventName].ID, from, account}, after)
	if err != nil {
		return nil, fmt.Errorf("look for transfers of reward tokens: %w", err)
	}
	var found []proof.Hash
	for i := range logs {
		if logs[i].BlockNumber <= after { // a node refuses a range that begins after its newest block
			continue
		}
		event, err := t.binding.UnpackTransferEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("read a transfer of reward tokens: %w", err)
		}
		if event.Value.Cmp(wei.Big()) == 0 {
			found = append(found, proof.Hash(logs[i].TxHash))
		}
	}
	return found, nil
}
