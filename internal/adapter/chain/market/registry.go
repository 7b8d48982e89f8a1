package market

import (
	"context"
	"fmt"

	"github.com/pouw-dem/pouwdem/contracts/bindings/registry"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
)

// Registry tells which contract stands behind a name, and lets announced changes
// take effect.
type Registry struct {
	node      *chain.Node
	contracts Contracts
	account   *chain.Account
	binding   *registry.Registry
	settle    func() error
}

// NewRegistry is the registry of a deployment. For settle see [NewOracle].
func NewRegistry(n *chain.Node, c Contracts, account *chain.Account, settle func() error) *Registry {
	return &Registry{node: n, contracts: c, account: account, binding: registry.NewRegistry(), settle: settle}
}

// Names reports whether the registry has a contract's address and code under its
// name.
func (r *Registry) Names(ctx context.Context, named Named) (bool, error) {
	out, err := r.node.Read(ctx, r.contracts.Registry, r.binding.PackEntryOf(nameID(named.Name)), r.binding.UnpackError)
	if err != nil {
		return false, fmt.Errorf("read the registry: %w", err)
	}
	entry, err := r.binding.UnpackEntryOf(out)
	if err != nil {
		return false, fmt.Errorf("read the registry: %w", err)
	}
	return entry.Target == named.Address, nil
}

// Enact lets what was announced take effect, once its delay is over. Anybody may.
func (r *Registry) Enact(ctx context.Context, named Named) error {
	if err := advance(r.settle); err != nil {
		return err
	}
	if _, err := r.account.Do(ctx, chain.Call{
		To: r.contracts.Registry, Data: r.binding.PackEnact(nameID(named.Name)), Errors: r.binding.UnpackError,
	}); err != nil {
		return fmt.Errorf("enact %s in the registry: %w", named.Name, err)
	}
	return nil
}
