package market

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/hashratefutures"
	"github.com/pouw-dem/pouwdem/contracts/bindings/testdollar"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
)

// Futures trades on the hashprice.
type Futures struct {
	node      *chain.Node
	contracts Contracts
	chainID   *big.Int
	typed     typed
	binding   *hashratefutures.HashrateFutures
	settle    func() error
}

// NewFutures are the futures of a deployment. For settle see [NewOracle].
func NewFutures(n *chain.Node, c Contracts, settle func() error) *Futures {
	id := new(big.Int).SetUint64(c.ChainID)
	return &Futures{
		node: n, contracts: c, chainID: id, settle: settle,
		typed:   newTyped("PoUW-DEM HashrateFutures", id, c.Futures),
		binding: hashratefutures.NewHashrateFutures(),
	}
}

// Period is the length of an epoch of a window, that of the hashprice feed.
const Period = time.Hour

// Order is an offer to be long or short Qty PH/s over the epochs Start <= e <
// End, at Price or better.
type Order struct {
	Trader    common.Address
	Long      bool
	Price     int64
	Qty       uint32
	Start     uint32 // hours since 1970-01-01 UTC
	End       uint32
	Deadline  time.Time
	Salt      uint64
	Signature []byte
}

const orderType = "Order(address trader,bool long,uint128 price,uint32 qty,uint32 start,uint32 end,uint64 deadline,uint256 salt)"

// Sign is the order as its trader signed it.
func (f *Futures) Sign(ctx context.Context, o Order, trader chain.Signer) (Order, error) {
	o.Trader = trader.Address()
	var err error
	o.Signature, err = sign(ctx, trader, f.typed.payload(orderType, address(o.Trader), truth(o.Long), number(big.NewInt(o.Price)),
		count(uint64(o.Qty)), count(uint64(o.Start)), count(uint64(o.End)), count(uint64(o.Deadline.Unix())), count(o.Salt)))
	return o, err
}

func (o Order) bound() hashratefutures.HashrateFuturesOrder {
	return hashratefutures.HashrateFuturesOrder{
		Trader: o.Trader, Long: o.Long, Price: big.NewInt(o.Price), Qty: o.Qty, Start: o.Start, End: o.End,
		Deadline: uint64(o.Deadline.Unix()), Salt: new(big.Int).SetUint64(o.Salt),
	}
}

func (f *Futures) do(ctx context.Context, a *chain.Account, what string, data []byte) (chain.Done, error) {
	if err := advance(f.settle); err != nil {
		return chain.Done{}, err
	}
	done, err := a.Do(ctx, chain.Call{To: f.contracts.Futures, Data: data, Errors: f.binding.UnpackError})
	if err != nil {
		return chain.Done{}, fmt.Errorf("futures: %s: %w", what, err)
	}
	return done, nil
}

// Admit lets an account open positions, by the gatekeeper.
func (f *Futures) Admit(ctx context.Context, gate *chain.Account, account common.Address) error {
	_, err := f.do(ctx, gate, "admit", f.binding.PackAdmit(account, true))
	return err
}

// Fund makes test dollars for an account, by their owner. In micro-dollars.
func (f *Futures) Fund(ctx context.Context, owner *chain.Account, account common.Address, micro int64) error {
	b := testdollar.NewTestDollar()
	if _, err := owner.Do(ctx, chain.Call{
		To: f.contracts.Dollar, Data: b.PackMint(account, big.NewInt(micro)), Errors: b.UnpackError,
	}); err != nil {
		return fmt.Errorf("futures: make test dollars: %w", err)
	}
	return nil
}

// Deposit puts an account's own dollars into its free money. In micro-dollars.
func (f *Futures) Deposit(ctx context.Context, a *chain.Account, micro int64) error {
	if err := allow(ctx, f.node, a, f.contracts.Dollar, f.contracts.Futures, big.NewInt(micro)); err != nil {
		return err
	}
	_, err := f.do(ctx, a, "deposit", f.binding.PackDeposit(big.NewInt(micro)))
	return err
}

// Withdraw pays free money out to its account. In micro-dollars.
func (f *Futures) Withdraw(ctx context.Context, a *chain.Account, micro int64) error {
	_, err := f.do(ctx, a, "withdraw", f.binding.PackWithdraw(big.NewInt(micro)))
	return err
}

// Free is what an account may withdraw or use as margin, micro-dollars.
func (f *Futures) Free(ctx context.Context, account common.Address) (int64, error) {
	out, err := f.node.Read(ctx, f.contracts.Futures, f.binding.PackFree(account), f.binding.UnpackError)
	if err != nil {
		return 0, fmt.Errorf("futures: read free money: %w", err)
	}
	v, err := f.binding.UnpackFree(out)
	if err != nil {
		return 0, fmt.Errorf("futures: read free money: %w", err)
	}
	return v.Int64(), nil
}

// Open makes a position of two signed orders that cross. Anybody may.
func (f *Futures) Open(ctx context.Context, a *chain.Account, long, short Order, qty uint32) (chain.Done, error) {
	return f.do(ctx, a, "open", f.binding.PackOpen(long.bound(), long.Signature, short.bound(), short.Signature, qty))
}

// Mark pays a position out to the newest index. Anybody may.
func (f *Futures) Mark(ctx context.Context, a *chain.Account, id uint64) (chain.Done, error) {
	return f.do(ctx, a, "mark", f.binding.PackMark(new(big.Int).SetUint64(id)))
}

// Settle ends a position at the average of its window. Anybody may.
func (f *Futures) Settle(ctx context.Context, a *chain.Account, id uint64) (chain.Done, error) {
	return f.do(ctx, a, "settle", f.binding.PackSettle(new(big.Int).SetUint64(id)))
}

// Position is an open position; money in micro-dollars.
type Position struct {
	ID                      uint64
	Long, Short             common.Address
	Qty, Start, End         uint32
	Mark                    int64 // per PH/s and day
	MarginLong, MarginShort int64
}

// Positions are the newest most positions that are open, newest first.
func (f *Futures) Positions(ctx context.Context, most int) ([]Position, error) {
	out, err := f.node.Read(ctx, f.contracts.Futures, f.binding.PackCount(), f.binding.UnpackError)
	if err != nil {
		return nil, fmt.Errorf("futures: read positions: %w", err)
	}
	made, err := f.binding.UnpackCount(out)
	if err != nil {
		return nil, fmt.Errorf("futures: read positions: %w", err)
	}
	const look = 200 // closed ones are passed over, up to here
	var open []Position
	for id, seen := made.Uint64(), 0; id > 0 && len(open) < most && seen < look; id, seen = id-1, seen+1 {
		out, err := f.node.Read(ctx, f.contracts.Futures, f.binding.PackPositionOf(new(big.Int).SetUint64(id)), f.binding.UnpackError)
		if err != nil {
			return nil, fmt.Errorf("futures: read position %d: %w", id, err)
		}
		p, err := f.binding.UnpackPositionOf(out)
		if err != nil {
			return nil, fmt.Errorf("futures: read position %d: %w", id, err)
		}
		if p.Qty > 0 {
			open = append(open, Position{
				ID: id, Long: p.Long, Short: p.Short, Qty: p.Qty, Start: p.Start, End: p.End, Mark: p.Mark.Int64(),
				MarginLong: p.MarginLong.Int64(), MarginShort: p.MarginShort.Int64(),
			})
		}
	}
	return open, nil
}
