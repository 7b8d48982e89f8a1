package market

import (
	"context"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/federatedcoordinator"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Federation records rounds of federated training: hashes only.
type Federation struct {
	node        *chain.Node
	contract    common.Address
	coordinator *chain.Account
	accounts    map[string]common.Address // of sites, by name
	name        string
	binding     *federatedcoordinator.FederatedCoordinator
	settle      func() error
}

// NewFederation is the record of a deployment, kept by the coordinator's account
// for sites with these accounts. For settle see [NewOracle].
func NewFederation(n *chain.Node, c Contracts, coordinator *chain.Account, accounts map[string]common.Address, settle func() error) *Federation {
	return &Federation{
		node: n, contract: c.Federation, coordinator: coordinator, accounts: accounts, settle: settle,
		name: fmt.Sprintf("%d/%s", c.ChainID, c.Federation.Hex()), binding: federatedcoordinator.NewFederatedCoordinator(),
	}
}

// Name is chain and contract.
func (f *Federation) Name() string { return f.name }

const (
	// roundTime is how long commits can be forced into a round, on the chain's
	// clock.
	roundTime = 5 * time.Minute
	// attestedFor is how long a registration counts.
	attestedFor = 24 * time.Hour
)

// The contract's numbers of a round's status.
const (
	roundOpen    = 1
	roundClosing = 2
	roundFinal   = 3
	roundAborted = 4
)

// NotAttested is the digest that is registered for a site whose hardware attests
// nothing: it can be told from every attestation.
func NotAttested(key []byte) proof.Hash {
	return proof.Keccak([]byte("SOFTWARE-NOT-ATTESTED/"), key)
}

func (f *Federation) do(ctx context.Context, a *chain.Account, what string, data []byte) error {
	if _, err := a.Do(ctx, chain.Call{To: f.contract, Data: data, Errors: f.binding.UnpackError}); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

func read[T any](ctx context.Context, f *Federation, call []byte, unpack func([]byte) (T, error)) (v T, err error) {
	out, err := f.node.Read(ctx, f.contract, call, f.binding.UnpackError)
	if err == nil {
		v, err = unpack(out)
	}
	if err != nil {
		return v, fmt.Errorf("read the record of federated rounds: %w", err)
	}
	return v, nil
}

// Round is a round as the contract has it.
func (f *Federation) Round(ctx context.Context, number uint64) (federatedcoordinator.FederatedCoordinatorRound, error) {
	return read(ctx, f, f.binding.PackRoundOf(number), f.binding.UnpackRoundOf)
}

// Model is the hash of the newest final model there.
func (f *Federation) Model(ctx context.Context) ([32]byte, error) {
	return read(ctx, f, f.binding.PackCurrentModel(), f.binding.UnpackCurrentModel)
}

// Newest is the newest round's number there; 0: none.
func (f *Federation) Newest(ctx context.Context) (uint64, error) {
	return read(ctx, f, f.binding.PackLastRound(), f.binding.UnpackLastRound)
}

// Open opens a round from base. The first round of a deployment starts from the
// hash that it was deployed with, since nobody could know the model's then.
func (f *Federation) Open(ctx context.Context, base [32]byte, members []secagg.Identity) (uint64, error) {
	if err := advance(f.settle); err != nil {
		return 0, err
	}
	now, err := f.node.Time(ctx)
	if err != nil {
		return 0, err
	}
	current, err := f.Model(ctx)
	if err != nil {
		return 0, err
	}
	final, err := read(ctx, f, f.binding.PackLastFinal(), f.binding.UnpackLastFinal)
	if err != nil {
		return 0, err
	}
	if final > 0 && current != base {
		return 0, fmt.Errorf("the newest model on the chain is %x, this coordinator's is %x: it lost its store, or another one writes there", current[:8], base[:8])
	}
	last, err := f.Newest(ctx)
	if err != nil {
		return 0, err
	}
	if open, err := f.left(ctx, last, now); err != nil || open {
		return last, err
	}
	for _, m := range members {
		if err := f.register(ctx, m, now); err != nil {
			return 0, err
		}
	}
	data := f.binding.PackOpenRound(current, uint64(now.Add(roundTime).Unix()), uint32(secagg.Threshold(len(members))))
	if err := f.do(ctx, f.coordinator, "open a round", data); err != nil {
		return 0, err
	}
	return last + 1, nil
}

// left looks at a round that an abandoned attempt left behind: it is used again
// as long as it can become final, and aborted afterwards.
func (f *Federation) left(ctx context.Context, number uint64, now time.Time) (open bool, err error) {
	if number == 0 {
		return false, nil
	}
	r, err := f.Round(ctx, number)
	if err != nil || r.Status != roundOpen && r.Status != roundClosing {
		return false, err
	}
	grace, err := read(ctx, f, f.binding.PackGrace(), f.binding.UnpackGrace)
	if err != nil {
		return false, err
	}
	end := time.Unix(int64(r.Deadline+grace), 0)
	switch {
	case now.After(end):
		return false, f.do(ctx, f.coordinator, "abort a round that was left open", f.binding.PackAbort(number))
	case r.Status == roundClosing:
		return false, fmt.Errorf("round %d is still closing; it can be aborted from %s on", number, end.UTC().Format(time.RFC3339))
	case now.After(end.Add(-time.Duration(grace) * time.Second / 2)):
		return false, fmt.Errorf("round %d was left open too long to become final; it can be aborted from %s on", number, end.UTC().Format(time.RFC3339))
	}
	return true, nil
}

func (f *Federation) register(ctx context.Context, m secagg.Identity, now time.Time) error {
	account, ok := f.accounts[m.Name]
	if !ok {
		return fmt.Errorf("site %q has no account on this chain", m.Name)
	}
	p, err := read(ctx, f, f.binding.PackParticipantOf(account), f.binding.UnpackParticipantOf)
	if err != nil {
		return err
	}
	key := proof.Keccak(m.Key)
	if p.Active && p.KeyHash == key && int64(p.AttestedUntil) > now.Add(time.Hour).Unix() {
		return nil
	}
	return f.do(ctx, f.coordinator, "register "+m.Name, f.binding.PackRegister(account, key, NotAttested(m.Key), uint64(now.Add(attestedFor).Unix())))
}

// commits are the tree of a round's masked vectors.
func (f *Federation) commits(number uint64, updates []federate.Member) (*proof.SumTree, error) {
	var leaves []proof.SumNode
	for _, u := range updates {
		account, ok := f.accounts[u.Site]
		digest, err := hex.DecodeString(u.Update)
		if !ok || err != nil || len(digest) != 32 {
			return nil, fmt.Errorf("the update of %q has no account or no hash", u.Site)
		}
		encoded := append(append(count(number), address(account)...), digest...)
		leaves = append(leaves, proof.SumNode{Hash: proof.Leaf(encoded)})
	}
	return proof.NewSumTree(leaves)
}

// Close closes a round with its model and the root of its updates, shows that
// forced commits are among them, and tells where it stands.
func (f *Federation) Close(ctx context.Context, number uint64, r federate.Round) (root, status string, err error) {
	if err := advance(f.settle); err != nil {
		return "", "", err
	}
	tree, err := f.commits(number, r.Updates())
	if err != nil {
		return "", "", err
	}
	root = tree.Root().Hash.String()
	is, err := f.Round(ctx, number)
	if err != nil {
		return root, "", err
	}
	now, err := f.node.Time(ctx)
	if err != nil {
		return root, "", err
	}
	if is.Status == roundOpen || is.Status == roundClosing {
		late, err := f.abortLate(ctx, number, is.Deadline, now)
		if err != nil || late {
			return root, "aborted", err
		}
	}
	if is.Status == roundOpen && now.Unix() > int64(is.Deadline) {
		if err := f.close(ctx, number, r, tree); err != nil {
			return root, "", err
		}
		if is, err = f.Round(ctx, number); err != nil {
			return root, "", err
		}
	}
	if is.Status == roundClosing {
		if err := f.prove(ctx, number, r.Updates(), tree); err != nil {
			return root, "", err
		}
		if is, err = f.Round(ctx, number); err != nil {
			return root, "", err
		}
	}
	return root, map[uint8]string{roundOpen: "open", roundClosing: "closing", roundFinal: "final", roundAborted: "aborted"}[is.Status], nil
}

func (f *Federation) close(ctx context.Context, number uint64, r federate.Round, tree *proof.SumTree) error {
	model, err := hash(r.Model)
	if err != nil {
		return err
	}
	aggregate, err := hash(r.Aggregate)
	if err != nil {
		return err
	}
	return f.do(ctx, f.coordinator, "close a round", f.binding.PackClose(number, model, tree.Root().Hash, uint32(len(r.Updates())), aggregate))
}

func hash(text string) (h [32]byte, err error) {
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != 32 {
		return h, fmt.Errorf("%.80q is no hash", text)
	}
	return [32]byte(raw), nil
}

// prove shows those forced commits that the sum has. One that it has not stays,
// and keeps the round from becoming final.
func (f *Federation) prove(ctx context.Context, number uint64, updates []federate.Member, tree *proof.SumTree) error {
	for i, u := range updates {
		forced, err := read(ctx, f, f.binding.PackForcedCommit(number, f.accounts[u.Site]), f.binding.UnpackForcedCommit)
		if err != nil {
			return err
		}
		done, err := read(ctx, f, f.binding.PackProven(number, f.accounts[u.Site]), f.binding.UnpackProven)
		if err != nil {
			return err
		}
		if fmt.Sprintf("%x", forced) != u.Update || done {
			continue
		}
		if err := f.do(ctx, f.coordinator, "prove a forced commit", f.binding.PackProveForced(number, f.accounts[u.Site], uint32(i), path(tree, i))); err != nil {
			return err
		}
	}
	return nil
}

func path(tree *proof.SumTree, index int) (hashes [][32]byte) {
	nodes, _ := tree.Proof(index)
	for _, n := range nodes {
		hashes = append(hashes, n.Hash)
	}
	return hashes
}

// abortLate aborts a round whose grace is over, as anybody may.
func (f *Federation) abortLate(ctx context.Context, number, deadline uint64, now time.Time) (late bool, err error) {
	grace, err := read(ctx, f, f.binding.PackGrace(), f.binding.UnpackGrace)
	if err != nil || now.Unix() <= int64(deadline+grace) {
		return false, err
	}
	return true, f.Abort(ctx, f.coordinator, number)
}

// Abort ends a round that did not become final in its grace period, by anybody's
// account.
func (f *Federation) Abort(ctx context.Context, by *chain.Account, number uint64) error {
	return f.do(ctx, by, "abort a round", f.binding.PackAbort(number))
}

// Force commits a site's masked vector on the chain, by the site's own account: a
// round that leaves it out can then never become final.
func (f *Federation) Force(ctx context.Context, site *chain.Account, number uint64, update [32]byte) error {
	return f.do(ctx, site, "force a commit", f.binding.PackForceCommit(number, update))
}

// Inclusion shows a site, from the contract alone, that its masked vector is in
// the round's sum.
func (f *Federation) Inclusion(ctx context.Context, r federate.Round, site string) (bool, error) {
	if r.Chain == nil {
		return false, nil
	}
	tree, err := f.commits(r.Chain.Number, r.Updates())
	if err != nil {
		return false, err
	}
	for i, u := range r.Updates() {
		if u.Site != site {
			continue
		}
		update, err := hash(u.Update)
		if err != nil {
			return false, err
		}
		return read(ctx, f, f.binding.PackIncludes(r.Chain.Number, f.accounts[site], update, uint32(i), path(tree, i)), f.binding.UnpackIncludes)
	}
	return false, nil
}
