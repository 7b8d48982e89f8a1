package app

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// trading is hashrate futures over the API, on our own chain, with the
// operator's key.
type trading struct{ l *ledger }

var errNotTrading = fmt.Errorf("%w: futures are traded on the chain in this process alone (chain.url: embedded), once it is open", httpapi.ErrTradeRefused)

func (t trading) exchange() (*exchange, error) {
	if s, _ := t.l.now(); s != nil && s.exchange != nil {
		return s.exchange, nil
	}
	return nil, errNotTrading
}

// refusedTrade is err, and that it is a refusal where the contract refused.
func refusedTrade(err error) error {
	if errors.Is(err, anchor.ErrRefused) {
		return fmt.Errorf("%w: %w", httpapi.ErrTradeRefused, err)
	}
	return err
}

// Futures is how trading stands.
func (t trading) Futures(ctx context.Context) (report.Futures, error) {
	view := report.Futures{
		Simulated: t.l.s.cfg.World == config.WorldSimulated, Regulated: regulated, Positions: []report.FuturesPosition{},
	}
	x, err := t.exchange()
	if err != nil {
		view.Text = err.Error()
		return view, nil
	}
	view.Open, view.Account = true, x.trader.Address().Hex()
	free, err := x.futures.Free(ctx, x.trader.Address())
	if err != nil {
		return view, err
	}
	view.FreeUSD = float64(free) / microUSD
	view.Positions, err = x.openFutures(ctx)
	return view, err
}

// Order signs an order with the operator's key.
func (t trading) Order(ctx context.Context, w report.FuturesWish) (report.FuturesOrder, error) {
	x, err := t.exchange()
	if err != nil {
		return report.FuturesOrder{}, err
	}
	now, err := x.node.Time(ctx)
	if err != nil {
		return report.FuturesOrder{}, err
	}
	var salt [8]byte
	if _, err := rand.Read(salt[:]); err != nil {
		return report.FuturesOrder{}, fmt.Errorf("draw a salt: %w", err)
	}
	start := uint32(now.Add(time.Duration(w.InH)*time.Hour).Unix() / int64(market.Period/time.Second))
	o, err := x.futures.Sign(ctx, market.Order{
		Long: w.Side == "long", Price: int64(math.Round(w.USD * microUSD)), Qty: w.PHs, Start: start, End: start + uint32(w.WindowH),
		Deadline: now.Add(time.Duration(w.ValidH) * time.Hour).Truncate(time.Second), Salt: binary.BigEndian.Uint64(salt[:]),
	}, x.traderKey)
	if err != nil {
		return report.FuturesOrder{}, err
	}
	return orderView(o), nil
}

// orderView is an order as the API and files have it.
func orderView(o market.Order) report.FuturesOrder {
	return report.FuturesOrder{
		Trader: o.Trader.Hex(), Long: o.Long, Price: o.Price, Qty: o.Qty, Start: o.Start, End: o.End, Deadline: o.Deadline,
		Salt: strconv.FormatUint(o.Salt, 10), Signature: hexutil.Encode(o.Signature),
	}
}

// orderOf reads an order that came from outside; its signature is the contract's
// to check.
func orderOf(o report.FuturesOrder) (market.Order, error) {
	trader, err := chain.ParseAddress(o.Trader)
	if err != nil {
		return market.Order{}, fmt.Errorf("%w: trader: %w", httpapi.ErrTradeRefused, err)
	}
	salt, err := strconv.ParseUint(o.Salt, 10, 64)
	if err != nil {
		return market.Order{}, fmt.Errorf("%w: salt %s: want a number below 2^64", httpapi.ErrTradeRefused, o.Salt)
	}
	signature, err := hexutil.Decode(o.Signature)
	if err != nil {
		return market.Order{}, fmt.Errorf("%w: signature: %w", httpapi.ErrTradeRefused, err)
	}
	return market.Order{
		Trader: trader, Long: o.Long, Price: o.Price, Qty: o.Qty, Start: o.Start, End: o.End, Deadline: o.Deadline, Salt: salt, Signature: signature,
	}, nil
}

// Match makes a position of two orders that cross.
func (t trading) Match(ctx context.Context, long, short report.FuturesOrder, qty uint32) (report.ChainDone, error) {
	x, err := t.exchange()
	if err != nil {
		return report.ChainDone{}, err
	}
	bought, err := orderOf(long)
	if err != nil {
		return report.ChainDone{}, err
	}
	sold, err := orderOf(short)
	if err != nil {
		return report.ChainDone{}, err
	}
	if qty == 0 {
		qty = min(bought.Qty, sold.Qty)
	}
	done, err := x.futures.Open(ctx, x.owner, bought, sold, qty)
	if err != nil {
		return report.ChainDone{}, refusedTrade(err)
	}
	return report.ChainDone{Tx: done.Tx.Hex(), Block: done.Block, Gas: done.GasUsed}, nil
}

// Margin admits the operator's account and gives it test dollars.
func (t trading) Margin(ctx context.Context, usd float64) (report.Futures, error) {
	x, err := t.exchange()
	if err != nil {
		return report.Futures{}, err
	}
	if err := fundFutures(ctx, x.futures, x.owner, x.trader, int64(math.Round(usd*microUSD))); err != nil {
		return report.Futures{}, refusedTrade(err)
	}
	return t.Futures(ctx)
}

// fundFutures admits an account and gives it coins for gas and margin of test
// dollars.
func fundFutures(ctx context.Context, f *market.Futures, owner, account *chain.Account, micro int64) error {
	const coins = 10
	to := account.Address()
	if err := owner.Pay(ctx, to, coins); err != nil {
		return err
	}
	if err := f.Admit(ctx, owner, to); err != nil {
		return err
	}
	if err := f.Fund(ctx, owner, to, micro); err != nil {
		return err
	}
	return f.Deposit(ctx, account, micro)
}
