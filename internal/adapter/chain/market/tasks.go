package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/nullifiers"
	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// Tasks enters verified tasks into TaskAllocation.
type Tasks struct {
	node        *chain.Node
	contract    common.Address
	coordinator *chain.Account
	worker      *chain.Account
	binding     *taskallocation.TaskAllocation
	settle      func() error
}

// NewTasks are the tasks of a deployment: made by the coordinator's account, done
// by the worker's. For settle see [NewOracle].
func NewTasks(n *chain.Node, c Contracts, coordinator, worker *chain.Account, settle func() error) *Tasks {
	return &Tasks{
		node: n, contract: c.Base.TaskAllocation, coordinator: coordinator, worker: worker, settle: settle,
		binding: taskallocation.NewTaskAllocation(),
	}
}

// kindOutages is the kind of tasks whose result is a tree of outages; no
// residual dispute is defined for it on the chain.
const kindOutages = 2

// entryTime is how long an entry may be accepted, seconds.
const entryTime = 3600

// Enter creates the task in a group of its own, accepts it and commits its
// result. Entered again after a crash it gets another entry, of which the
// contracts pay one.
func (t *Tasks) Enter(ctx context.Context, task, root proof.Hash, amountWei proof.Amount) (proof.Hash, reward.Account, error) {
	fail := func(err error) (proof.Hash, reward.Account, error) {
		return proof.Hash{}, reward.Account{}, fmt.Errorf("enter a task: %w", err)
	}
	if err := advance(t.settle); err != nil {
		return fail(err)
	}
	out, err := t.node.Read(ctx, t.contract, t.binding.PackNextGroup(), t.binding.UnpackError)
	if err != nil {
		return fail(err)
	}
	group, err := t.binding.UnpackNextGroup(out)
	if err != nil {
		return fail(err)
	}
	spec := taskallocation.TaskAllocationSpec{
		Group: group, Kind: kindOutages, Reward: amount(amountWei), SpecHash: task, SaltHash: proof.Keccak(task[:]),
	}
	if out, err = t.node.Read(ctx, t.contract, t.binding.PackTaskId(spec), t.binding.UnpackError); err != nil {
		return fail(err)
	}
	id, err := t.binding.UnpackTaskId(out)
	if err != nil {
		return fail(err)
	}
	now, err := t.node.Time(ctx)
	if err != nil {
		return fail(err)
	}
	// A group of one: the task's id is the root.
	for _, step := range []struct {
		by   *chain.Account
		data []byte
	}{
		{t.coordinator, t.binding.PackCreateTasks(id, 1, new(big.Int), uint64(now.Unix())+entryTime)},
		{t.worker, t.binding.PackAccept(spec, nil)},
		{t.worker, t.binding.PackCommitResult(id, root)},
	} {
		if _, err := step.by.Do(ctx, chain.Call{To: t.contract, Data: step.data, Errors: t.binding.UnpackError}); err != nil {
			return fail(err)
		}
	}
	return id, reward.Account(t.worker.Address()), nil
}

// Close makes an entry final; false while results can be disputed.
func (t *Tasks) Close(ctx context.Context, id proof.Hash) (bool, error) {
	if err := advance(t.settle); err != nil {
		return false, err
	}
	is, err := t.task(ctx, id)
	if err != nil {
		return false, err
	}
	const committed, final = 2, 3
	if is.Status != committed {
		return is.Status == final, nil
	}
	_, err = t.coordinator.Do(ctx, chain.Call{To: t.contract, Data: t.binding.PackFinalize(id), Errors: t.binding.UnpackError})
	if errors.Is(err, anchor.ErrRefused) {
		return false, nil // too early: it is asked again
	}
	return err == nil, err
}

func (t *Tasks) task(ctx context.Context, id proof.Hash) (taskallocation.TaskAllocationTask, error) {
	out, err := t.node.Read(ctx, t.contract, t.binding.PackTaskOf(id), t.binding.UnpackError)
	if err != nil {
		return taskallocation.TaskAllocationTask{}, fmt.Errorf("read a task's entry: %w", err)
	}
	return t.binding.UnpackTaskOf(out)
}

// Spent reports whether a task's entry was paid.
func (t *Tasks) Spent(ctx context.Context, c Contracts, id proof.Hash) (bool, error) {
	is, err := t.task(ctx, id)
	if err != nil {
		return false, err
	}
	spent := nullifiers.NewNullifiers()
	out, err := t.node.Read(ctx, c.Base.Nullifiers, spent.PackPaid(is.Digest), spent.UnpackError)
	if err != nil {
		return false, fmt.Errorf("read whether a task was paid: %w", err)
	}
	return spent.UnpackPaid(out)
}
