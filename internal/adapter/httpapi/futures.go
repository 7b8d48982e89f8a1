package httpapi

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// ErrTradeRefused is wrapped by what [Trading] returns where the contract, or
// the state of the chain, does not allow it; the error's text says why.
var ErrTradeRefused = errors.New("refused")

// Trading enters orders for hashrate futures.
type Trading interface {
	Futures(ctx context.Context) (report.Futures, error)
	// Order signs an order and keeps nothing.
	Order(ctx context.Context, w report.FuturesWish) (report.FuturesOrder, error)
	// Match makes a position of two orders that cross; 0 is as much as both offer.
	Match(ctx context.Context, long, short report.FuturesOrder, qty uint32) (report.ChainDone, error)
	// Margin admits the account of this process and gives it test dollars.
	Margin(ctx context.Context, usd float64) (report.Futures, error)
}

func (s *Server) futuresRoutes(api huma.API) {
	if s.deps.Trading == nil {
		return
	}
	get(api, "/api/futures", "futures", "Positions and margin in hashrate futures", s.futures)
	change(api, operation(http.MethodPost, "/api/futures/orders", "orderFutures", "Sign an order for hashrate futures", Operator),
		http.StatusCreated, s.orderFutures)
	change(api, operation(http.MethodPost, "/api/futures/positions", "matchFutures", "Make a position of two signed orders that cross", Operator),
		http.StatusCreated, s.matchFutures)
	change(api, operation(http.MethodPost, "/api/futures/margin", "fundFutures", "Give this process's account test dollars as margin", Operator),
		http.StatusCreated, s.fundFutures)
}

func (s *Server) futures(ctx context.Context, _ *nothing) (report.Futures, error) {
	view, err := s.deps.Trading.Futures(ctx)
	if err != nil {
		return report.Futures{}, s.failed(ctx, "reading the futures", err)
	}
	view.At = s.deps.Clock.Now()
	return view, nil
}

// traded is the answer to what trading returned.
func traded[T any](s *Server, ctx context.Context, what string, v T, err error) (*answer[T], error) {
	if errors.Is(err, ErrTradeRefused) {
		return nil, huma.Error409Conflict(err.Error())
	}
	if err != nil {
		return nil, s.failed(ctx, what, err)
	}
	return &answer[T]{v}, nil
}

func (s *Server) orderFutures(ctx context.Context, in *struct{ Body report.FuturesWish }) (*answer[report.FuturesOrder], error) {
	if err := s.audit(ctx, "futures.order", "", in.Body, ""); err != nil {
		return nil, err
	}
	o, err := s.deps.Trading.Order(ctx, in.Body)
	return traded(s, ctx, "signing the order", o, err)
}

// MatchRequest is two orders that cross.
type MatchRequest struct {
	Long  report.FuturesOrder `json:"long"`
	Short report.FuturesOrder `json:"short"`
	PHs   uint32              `json:"qty_ph_s,omitempty" doc:"PH/s; as much as both offer without it"`
}

func (s *Server) matchFutures(ctx context.Context, in *struct{ Body MatchRequest }) (*answer[report.ChainDone], error) {
	if err := s.audit(ctx, "futures.match", "", in.Body, ""); err != nil {
		return nil, err
	}
	done, err := s.deps.Trading.Match(ctx, in.Body.Long, in.Body.Short, in.Body.PHs)
	return traded(s, ctx, "matching the orders", done, err)
}

// MarginRequest is margin that is asked for.
type MarginRequest struct {
	USD float64 `json:"usd" minimum:"0.01" maximum:"1000000000" doc:"Test dollars, worth nothing"`
}

func (s *Server) fundFutures(ctx context.Context, in *struct{ Body MarginRequest }) (*answer[report.Futures], error) {
	if err := s.audit(ctx, "futures.margin", "", in.Body, ""); err != nil {
		return nil, err
	}
	view, err := s.deps.Trading.Margin(ctx, in.Body.USD)
	view.At = s.deps.Clock.Now()
	return traded(s, ctx, "funding the account", view, err)
}
