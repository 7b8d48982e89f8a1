package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// purse is the submitters' money, for the API.
type purse struct{ s *services }

// Escrow is all accounts and the newest entries.
func (p purse) Escrow(ctx context.Context) (report.Escrow, error) {
	v := report.Escrow{Accounts: []report.EscrowAccount{}, Entries: []report.EscrowEntry{}}
	entries, err := p.s.store.Escrow(ctx)
	if err != nil {
		return v, err
	}
	book := escrow.NewBook()
	var in, held, out unit.MicroUSD
	for _, e := range entries {
		if err := book.Add(e); err != nil {
			return v, fmt.Errorf("the escrow's entries do not add up: %w", err)
		}
		switch e.Kind {
		case escrow.Deposit:
			in += e.Amount
		case escrow.Payout:
			out += e.Amount
		}
	}
	for _, a := range book.Accounts() {
		held += a.Held
		v.Accounts = append(v.Accounts, report.EscrowAccount{Account: a.Name, Available: a.Available.USD(), Held: a.Held.USD(), In: a.In.USD(), Out: a.Out.USD()})
	}
	v.InUSD, v.HeldUSD, v.OutUSD = in.USD(), held.USD(), out.USD()
	const shown = 50
	for _, e := range slices.Backward(entries) {
		if len(v.Entries) == shown {
			break
		}
		v.Entries = append(v.Entries, report.EscrowEntry{At: e.At, Kind: string(e.Kind), Account: e.Account, To: e.To, Ref: e.Ref, USD: e.Amount.USD()})
	}
	return v, nil
}

// Deposit books what came in for a submitter.
func (p purse) Deposit(ctx context.Context, submitter string, usd float64, reference string) error {
	return p.book(ctx, escrow.Deposit, escrow.Submitter(submitter), usd, reference)
}

// Payout books what was carried out to an operator.
func (p purse) Payout(ctx context.Context, operator string, usd float64, reference string) error {
	if err := bus.CheckName(operator); err != nil {
		return fmt.Errorf("%w: %w", httpapi.ErrNotBooked, err)
	}
	return p.book(ctx, escrow.Payout, escrow.Operator(operator), usd, reference)
}

func (p purse) book(ctx context.Context, kind escrow.Kind, account string, usd float64, reference string) error {
	err := p.s.store.AddEscrow(ctx, escrow.Entry{
		At: p.s.clock.Now(), Kind: kind, Account: account, Ref: strings.TrimSpace(reference), Amount: unit.Dollars(usd),
	})
	if errors.Is(err, escrow.ErrEntry) || errors.Is(err, escrow.ErrFunds) {
		return fmt.Errorf("%w: %w", httpapi.ErrNotBooked, err)
	}
	return err
}
