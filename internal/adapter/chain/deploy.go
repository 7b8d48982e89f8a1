package chain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/pouw-dem/pouwdem/contracts/bindings/nullifiers"
	"github.com/pouw-dem/pouwdem/contracts/bindings/rewardtoken"
	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// Contracts are the addresses of a deployment.
type Contracts struct {
	ChainID        uint64         `json:"chain_id"`
	Nullifiers     common.Address `json:"nullifiers"`
	RewardToken    common.Address `json:"reward_token"`
	TaskAllocation common.Address `json:"task_allocation"`
}

// Deployment is what a deployment is made with.
type Deployment struct {
	Owner      Signer         // pays, and administrates the contracts
	AdminDelay time.Duration  // before another can take over the administration
	Recorder   common.Address // may record batches
	Fund       uint64         // whole coins that the recorder is sent
	WorkTime   time.Duration  // for a task, from acceptance to the latest result
	Window     time.Duration  // in which a result can be disputed
	Fees       anchor.Bounds
	Poll       time.Duration // between questions whether it is mined
}

const (
	createGas = 6_000_000 // more than any of the three takes
	grantGas  = 150_000
)

// Deploy puts the contracts that recording needs onto a chain and lets the
// recorder record. All transactions are sent at once, in order, and waited for.
func Deploy(ctx context.Context, n *Node, d Deployment) (Contracts, error) {
	c, err := deploy(ctx, n, d)
	if err != nil {
		return Contracts{}, fmt.Errorf("deploy contracts through %s: %w", n.name, err)
	}
	return c, nil
}

func deploy(ctx context.Context, n *Node, d Deployment) (Contracts, error) {
	id, err := ChainID(ctx, []*Node{n})
	if err != nil {
		return Contracts{}, err
	}
	owner := d.Owner.Address()
	nonce, err := n.nonce(ctx, owner)
	if err != nil {
		return Contracts{}, err
	}
	c := Contracts{
		ChainID: id, Nullifiers: crypto.CreateAddress(owner, nonce),
		RewardToken: crypto.CreateAddress(owner, nonce+1), TaskAllocation: crypto.CreateAddress(owner, nonce+2),
	}
	if err := NewAccount(n, id, d.Owner, d.Fees, d.Poll).All(ctx, d.steps(c)); err != nil {
		return Contracts{}, err
	}
	return c, nil
}

// steps are the transactions of a deployment, without what they have in common.
func (d Deployment) steps(c Contracts) []types.DynamicFeeTx {
	owner, delay := d.Owner.Address(), big.NewInt(int64(d.AdminDelay/time.Second))
	coins := func(n uint64) *big.Int { return new(big.Int).Mul(wei(n), big.NewInt(params.Ether)) }
	create := func(bin string, arguments []byte) types.DynamicFeeTx {
		return types.DynamicFeeTx{Gas: createGas, Value: new(big.Int), Data: append(common.FromHex(bin), arguments...)}
	}
	tasks := taskallocation.NewTaskAllocation()
	steps := []types.DynamicFeeTx{
		create(nullifiers.NullifiersMetaData.Bin, nullifiers.NewNullifiers().PackConstructor(owner, delay)),
		create(rewardtoken.RewardTokenMetaData.Bin, rewardtoken.NewRewardToken().PackConstructor(owner, delay, coins(1_000_000_000), coins(1_000_000))),
		create(taskallocation.TaskAllocationMetaData.Bin, tasks.PackConstructor(owner, delay, c.RewardToken, c.Nullifiers,
			uint64(d.WorkTime/time.Second), uint64(d.Window/time.Second))),
		{Gas: grantGas, To: &c.TaskAllocation, Value: new(big.Int), Data: tasks.PackGrantRole(crypto.Keccak256Hash([]byte("RECORDER_ROLE")), d.Recorder)},
	}
	if d.Fund > 0 {
		steps = append(steps, types.DynamicFeeTx{Gas: params.TxGas, To: &d.Recorder, Value: coins(d.Fund)})
	}
	return steps
}

// ReadContracts reads what [Contracts.Write] wrote; ok is false where there is
// no such file.
func ReadContracts(path string) (c Contracts, ok bool, err error) {
	if ok, err = ReadKept(path, &c); err != nil {
		return Contracts{}, false, fmt.Errorf("read the contracts' addresses from %s: %w", path, err)
	}
	return c, ok, nil
}

// Write keeps the addresses in a file.
func (c Contracts) Write(path string) error {
	if err := Keep(path, c); err != nil {
		return fmt.Errorf("keep the contracts' addresses: %w", err)
	}
	return nil
}

// ReadKept reads what [Keep] wrote; ok is false where there is no such file.
func ReadKept(path string, into any) (ok bool, err error) {
	body, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, json.Unmarshal(body, into)
}

// Keep writes a value as JSON to a file, whole or not at all, and makes its
// folder where there is none.
func Keep(path string, value any) error {
	body, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return WriteOnce(path, append(body, '\n'))
}

// Balance is an account's money in wei.
func (n *Node) Balance(ctx context.Context, account common.Address) (*big.Int, error) {
	var balance hexutil.Big
	if err := n.call(ctx, &balance, "eth_getBalance", account, "latest"); err != nil {
		return nil, err
	}
	return balance.ToInt(), nil
}
