package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/griddataoracle"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/oracle"
)

// Oracle posts and reads the rounds of GridDataOracle, as its one reporter.
type Oracle struct {
	node     *chain.Node
	contract common.Address
	account  *chain.Account // pays, and reports
	signer   chain.Signer   // of the same account
	typed    typed
	binding  *griddataoracle.GridDataOracle
	// settle lets the chain's time reach the clock's before a round is posted; nil
	// where the chain keeps the wall's time.
	settle func() error
}

// NewOracle is the oracle at an address. Without a settle, rounds that are about
// the chain's future are refused by the contract.
func NewOracle(n *chain.Node, contract common.Address, account *chain.Account, signer chain.Signer, settle func() error) *Oracle {
	return &Oracle{
		node: n, contract: contract, account: account, signer: signer,
		typed:   newTyped("PoUW-DEM GridDataOracle", account.ChainID(), contract),
		binding: griddataoracle.NewGridDataOracle(), settle: settle,
	}
}

// LastEpoch is the newest epoch of a feed with a round; 0 where it has none.
func (o *Oracle) LastEpoch(ctx context.Context, f oracle.Feed) (uint32, error) {
	head, err := o.head(ctx, f)
	return head.LastEpoch, err
}

func (o *Oracle) head(ctx context.Context, f oracle.Feed) (griddataoracle.HeadOfOutput, error) {
	out, err := o.node.Read(ctx, o.contract, o.binding.PackHeadOf(f.ID()), o.binding.UnpackError)
	if err != nil {
		return griddataoracle.HeadOfOutput{}, fmt.Errorf("read the oracle's feed %s: %w", f.Name, err)
	}
	return o.binding.UnpackHeadOf(out)
}

const reportType = "Report(bytes32 feed,uint32 epoch,int128 value,uint64 observedAt)"

// Post signs a round and posts it.
func (o *Oracle) Post(ctx context.Context, f oracle.Feed, r oracle.Round) error {
	if err := advance(o.settle); err != nil {
		return err
	}
	id, value, observed := f.ID(), big.NewInt(r.Value), uint64(r.Observed.Unix())
	signature, err := sign(ctx, o.signer, o.typed.payload(reportType, id[:], count(uint64(r.Epoch)), number(value), count(observed)))
	if err != nil {
		return err
	}
	_, err = o.account.Do(ctx, chain.Call{
		To: o.contract, Errors: o.binding.UnpackError,
		Data: o.binding.PackPost(id, r.Epoch, []common.Address{o.account.Address()}, []griddataoracle.GridDataOracleReport{
			{Value: value, ObservedAt: observed, Reporter: 0, Signature: signature},
		}),
	})
	if err != nil {
		return fmt.Errorf("post to the oracle's feed %s: %w", f.Name, err)
	}
	return nil
}

// Value is what contracts read of a feed.
type Value struct {
	Value    int64
	Observed time.Time
	Epoch    uint32
	Rounds   uint32 // accepted so far
	Refusal  string // why contracts cannot read it now: no data, stale, or a jump that is held back
}

// Value reads a feed as a contract would, now.
func (o *Oracle) Value(ctx context.Context, f oracle.Feed) (Value, error) {
	head, err := o.head(ctx, f)
	if err != nil {
		return Value{}, err
	}
	v := Value{Rounds: head.Count, Epoch: head.LastEpoch}
	out, err := o.node.Read(ctx, o.contract, o.binding.PackRead(f.ID()), o.binding.UnpackError)
	if errors.Is(err, anchor.ErrRefused) {
		v.Refusal = reason(err)
		return v, nil
	}
	if err != nil {
		return Value{}, fmt.Errorf("read the oracle's feed %s: %w", f.Name, err)
	}
	read, err := o.binding.UnpackRead(out)
	if err != nil {
		return Value{}, fmt.Errorf("read the oracle's feed %s: %w", f.Name, err)
	}
	v.Value, v.Observed, v.Epoch = read.Value.Int64(), time.Unix(int64(read.ObservedAt), 0).UTC(), read.Epoch
	return v, nil
}

// reason is a refusal without what wraps it.
func reason(err error) string {
	text := err.Error()
	for _, known := range []struct{ mark, text string }{
		{"NoData", "no round yet"},
		{"Stale", "too old"},
		{"Breached", "a jump is held back until further rounds agree"},
	} {
		if strings.Contains(text, known.mark) {
			return known.text
		}
	}
	return text
}
