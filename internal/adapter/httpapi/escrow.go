package httpapi

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Purse is what submitters pay for tasks.
type Purse interface {
	Escrow(ctx context.Context) (report.Escrow, error)
	// Deposit and Payout are refused with [ErrNotBooked].
	Deposit(ctx context.Context, submitter string, usd float64, reference string) error
	Payout(ctx context.Context, operator string, usd float64, reference string) error
}

// ErrNotBooked is why money is not booked.
var ErrNotBooked = errors.New("not booked")

// noPurse is where nobody pays for tasks.
type noPurse struct{}

func (noPurse) Escrow(context.Context) (report.Escrow, error) {
	return report.Escrow{Accounts: []report.EscrowAccount{}, Entries: []report.EscrowEntry{}}, nil
}

func (noPurse) Deposit(context.Context, string, float64, string) error { return ErrNotBooked }

func (noPurse) Payout(context.Context, string, float64, string) error { return ErrNotBooked }

// BookRequest says what money came in for a name, or was carried out to one.
type BookRequest struct {
	Name      string  `json:"name" minLength:"1" maxLength:"64" doc:"Of the submitter, or of the operator"`
	USD       float64 `json:"usd" minimum:"0.000001" maximum:"1000000"`
	Reference string  `json:"reference" minLength:"1" maxLength:"80" doc:"The same reference is booked once"`
}

func (s *Server) escrowRoutes(api huma.API) {
	get(api, "/api/escrow", "escrow", "What submitters pay for tasks: accounts and movements", s.escrow)
	change(api, operation(http.MethodPost, "/api/escrow/deposits", "deposit", "Book money that came in for a submitter", Admin), http.StatusCreated,
		func(ctx context.Context, in *struct{ Body BookRequest }) (*answer[report.Escrow], error) {
			return s.book(ctx, "escrow.deposit", in.Body, s.deps.Purse.Deposit)
		})
	change(api, operation(http.MethodPost, "/api/escrow/payouts", "payout", "Book money that was carried out to an operator", Admin), http.StatusCreated,
		func(ctx context.Context, in *struct{ Body BookRequest }) (*answer[report.Escrow], error) {
			return s.book(ctx, "escrow.payout", in.Body, s.deps.Purse.Payout)
		})
}

func (s *Server) escrow(ctx context.Context, _ *nothing) (report.Escrow, error) {
	v, err := s.deps.Purse.Escrow(ctx)
	if err != nil {
		return v, s.failed(ctx, "reading the escrow", err)
	}
	v.At = s.deps.Clock.Now()
	return v, nil
}

// book books money and answers with what accounts have after it.
func (s *Server) book(ctx context.Context, action string, b BookRequest, do func(context.Context, string, float64, string) error) (*answer[report.Escrow], error) {
	if err := s.audit(ctx, action, "", b, ""); err != nil {
		return nil, err
	}
	err := do(ctx, b.Name, b.USD, b.Reference)
	if errors.Is(err, ErrNotBooked) {
		return nil, invalid("body.reference", b.Reference, err.Error())
	}
	if err != nil {
		return nil, s.failed(ctx, "booking money", err)
	}
	v, err := s.escrow(ctx, nil)
	return &answer[report.Escrow]{v}, err
}
