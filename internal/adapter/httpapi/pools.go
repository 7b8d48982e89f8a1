package httpapi

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Pools knows where hashrate goes, and changes it.
type Pools interface {
	Pools(ctx context.Context) (report.Pools, error)
	Weigh(ctx context.Context, weights map[string]float64) error
	// Pay records that a member was paid; no money is moved.
	Pay(ctx context.Context, member string, sats int64, ref string) error
}

// unrouted is where no hashrate is routed.
type unrouted struct{}

func (unrouted) Pools(context.Context) (report.Pools, error) {
	return report.Pools{
		Text: "This process routes no hashrate.", Away: []report.PoolAbsence{}, Destinations: []report.PoolDestination{}, Accounts: []report.PoolAccount{},
		Intervals: []report.PoolInterval{}, Members: []report.PoolMember{},
	}, nil
}

func (unrouted) Weigh(context.Context, map[string]float64) error { return errUnrouted }

func (unrouted) Pay(context.Context, string, int64, string) error { return errUnrouted }

var errUnrouted = errors.New("this process routes no hashrate")

func (s *Server) poolRoutes(api huma.API) {
	get(api, "/api/pools", "pools", "Where hashrate goes, what pools pay for it, and what members are owed", s.pools)
	change(api, operation(http.MethodPost, "/api/pools/weights", "pool-weights", "Change the weights of destinations while machines work", Operator), http.StatusNoContent, s.weigh)
	change(api, operation(http.MethodPost, "/api/pools/payments", "pool-payment", "Record that a member was paid; no money is moved", Operator), http.StatusNoContent, s.recordPayment)
}

func (s *Server) pools(ctx context.Context, _ *nothing) (report.Pools, error) {
	v, err := s.deps.Pools.Pools(ctx)
	if err != nil {
		return report.Pools{}, s.failed(ctx, "reading the pools", err)
	}
	v.At = s.deps.Clock.Now()
	return v, nil
}

// WeightsRequest asks for weights of destinations.
type WeightsRequest struct {
	Weights map[string]float64 `json:"weights" doc:"By destination; those left out keep theirs"`
	Reason  string             `json:"reason" minLength:"1" maxLength:"500"`
}

func (s *Server) weigh(ctx context.Context, in *struct{ Body WeightsRequest }) (*struct{}, error) {
	b := in.Body
	if len(b.Weights) == 0 || len(b.Weights) > 100 {
		return nil, invalid("body.weights", b.Weights, "want weights of 1 to 100 destinations")
	}
	for name, w := range b.Weights {
		if w < 0 || w > 1e9 {
			return nil, invalid("body.weights."+name, w, "want 0 to 1e9")
		}
	}
	if strings.TrimSpace(b.Reason) == "" {
		return nil, invalid("body.reason", b.Reason, "say why")
	}
	if err := s.audit(ctx, "pools.weights", "", b, b.Reason); err != nil {
		return nil, err
	}
	if err := s.deps.Pools.Weigh(ctx, b.Weights); err != nil {
		return nil, invalid("body.weights", b.Weights, err.Error())
	}
	return nil, nil
}

// PaymentRequest tells of a payment to a member.
type PaymentRequest struct {
	Member string `json:"member" minLength:"1" maxLength:"64"`
	Sats   int64  `json:"sats" minimum:"1" maximum:"2100000000000000"`
	Ref    string `json:"ref" minLength:"1" maxLength:"128" doc:"The transaction, or another way of finding the payment"`
}

func (s *Server) recordPayment(ctx context.Context, in *struct{ Body PaymentRequest }) (*struct{}, error) {
	b := in.Body
	if err := s.audit(ctx, "pools.payment", "", b, b.Ref); err != nil {
		return nil, err
	}
	if err := s.deps.Pools.Pay(ctx, b.Member, b.Sats, b.Ref); err != nil {
		return nil, invalid("body.sats", b.Sats, err.Error())
	}
	return nil, nil
}
