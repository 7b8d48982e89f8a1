// Package escrow holds what submitters pay for tasks: set aside when a task is
// submitted, paid for the leaves that a verified result shows something of, and
// given back for the rest. Money is whole micro-dollars and only moves; what was
// paid in is always what accounts have, what is held, and what was paid out.
//
// It is not for what the chain mints (core/reward): that pays for the
// coordinator's own tasks alone, and escrow for no other's.
package escrow

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Kind is what an entry does.
type Kind string

// The kinds of entry.
const (
	Deposit Kind = "deposit" // money comes in for an account
	Payout  Kind = "payout"  // money leaves an account for good
	Reserve Kind = "reserve" // a submitter's money is held for a task
	Pay     Kind = "pay"     // what is held goes to the operator that did the task
	Refund  Kind = "refund"  // what is held goes back
)

// Entry is one movement of money.
type Entry struct {
	At      time.Time
	Kind    Kind
	Account string // whose money it is, or was
	To      string // whose it becomes, of a payment
	// Ref is a task's digest; of what comes in and goes out a name that the desk
	// gives, so that the same is never booked twice.
	Ref    string
	Amount unit.MicroUSD
}

// Submitter is the account of whoever submits tasks under a name.
func Submitter(name string) string { return "submitter/" + name }

// Operator is the account of whoever's workers do tasks.
func Operator(name string) string { return "operator/" + name }

// Errors of entries that cannot be.
var (
	ErrEntry = errors.New("bad entry")
	ErrFunds = errors.New("not enough money in the account")
)

// Moves are the entries that a task's way from one record to the next brings
// about: what is promised for a new one is held; of what is held for one that
// closes, its operator is paid what the result earned ([Paid]), and the rest goes
// back. A task that was closed before moves nothing any more. was is nil for a new
// one.
func Moves(was *work.Record, is work.Record) (all []Entry) {
	open := is.State == work.Offered
	if is.Escrow <= 0 || was != nil && (open || was.State != work.Offered) {
		return nil
	}
	e := Entry{Account: Submitter(is.Submitter), Ref: is.Task.String(), Amount: is.Escrow}
	if was == nil {
		e.Kind, e.At = Reserve, is.Offered
		return []Entry{e}
	}
	e.At, is.Escrow = is.Closed, was.Escrow
	paid := Paid(is)
	if paid > 0 {
		pay := e
		pay.Kind, pay.To, pay.Amount = Pay, Operator(is.Operator), paid
		all = append(all, pay)
	}
	if rest := is.Escrow - paid; rest > 0 {
		e.Kind, e.Amount = Refund, rest
		all = append(all, e)
	}
	return all
}

// Paid is the part of a task's bounty that its result earned: each leaf has an
// equal part, and one without a solution a quarter of that, as in
// [work.Record.Earned]. What is no whole micro-dollar stays the submitter's.
func Paid(r work.Record) unit.MicroUSD {
	const quarters = 4 // of a leaf
	whole := quarters * uint64(max(0, r.Leaves))
	earned := min(r.Earned(), whole)
	if r.Escrow <= 0 || earned == 0 {
		return 0
	}
	high, low := bits.Mul64(uint64(r.Escrow), earned) // the product may have more than 64 bits
	paid, _ := bits.Div64(high, low, whole)
	return unit.MicroUSD(paid)
}

// Account is what an account comes to.
type Account struct {
	Name      string
	Available unit.MicroUSD
	Held      unit.MicroUSD // for tasks that are open
	In        unit.MicroUSD // deposits and payments that it got
	Out       unit.MicroUSD // payments that it made, and what left the house
}

// Check says whether an entry may follow those with the same reference, where its
// account has so much available.
func Check(before []Entry, available unit.MicroUSD, e Entry) error {
	if e.Amount <= 0 || e.Account == "" || e.Ref == "" || (e.Kind == Pay) != (e.To != "") {
		return fmt.Errorf("%w: %s of %s for %q on %q to %q: want an amount above zero, an account, a reference, and a receiver of a payment alone",
			ErrEntry, e.Kind, e.Amount, e.Ref, e.Account, e.To)
	}
	var held, paid unit.MicroUSD
	for _, b := range before {
		switch {
		case b.Kind == e.Kind:
			return fmt.Errorf("%w: %s for %s was booked before", ErrEntry, e.Kind, e.Ref)
		case b.Kind == Reserve && b.Account == e.Account:
			held = b.Amount
		case b.Kind == Refund && e.Kind == Pay:
			return fmt.Errorf("%w: task %s has ended: one payment for a task, ever", ErrEntry, e.Ref)
		case b.Kind == Pay:
			paid = b.Amount
		}
	}
	switch e.Kind {
	case Deposit:
	case Payout, Reserve:
		if available < e.Amount {
			return fmt.Errorf("%w: %s has %s, and %s is wanted", ErrFunds, e.Account, available, e.Amount)
		}
	case Pay: // the whole of what is held, or a part
		if held < e.Amount {
			return fmt.Errorf("%w: %s of %s for %s is more than is held for it", ErrEntry, e.Kind, e.Amount, e.Ref)
		}
	case Refund: // all that was not paid
		if held-paid != e.Amount {
			return fmt.Errorf("%w: %s of %s for %s is not what is still held for it", ErrEntry, e.Kind, e.Amount, e.Ref)
		}
	default:
		return fmt.Errorf("%w: kind %.20q", ErrEntry, e.Kind)
	}
	return nil
}

// Book is entries, one after the other.
type Book struct {
	accounts map[string]*Account
	entries  map[string][]Entry // by reference
}

// NewBook is an empty book.
func NewBook() *Book { return &Book{accounts: map[string]*Account{}, entries: map[string][]Entry{}} }

// Accounts are all accounts, by name.
func (b *Book) Accounts() (all []Account) {
	for _, a := range b.accounts {
		all = append(all, *a)
	}
	slices.SortFunc(all, func(a, b Account) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Add books an entry, or says why it cannot be; then nothing changes.
func (b *Book) Add(e Entry) error {
	if err := Check(b.entries[e.Ref], b.of(e.Account).Available, e); err != nil {
		return err
	}
	b.entries[e.Ref] = append(b.entries[e.Ref], e)
	from := b.of(e.Account)
	switch e.Kind {
	case Deposit:
		from.Available += e.Amount
		from.In += e.Amount
	case Payout:
		from.Available -= e.Amount
		from.Out += e.Amount
	case Reserve:
		from.Available -= e.Amount
		from.Held += e.Amount
	case Refund:
		from.Held -= e.Amount
		from.Available += e.Amount
	case Pay:
		from.Held -= e.Amount
		from.Out += e.Amount
		to := b.of(e.To)
		to.Available += e.Amount
		to.In += e.Amount
	}
	return nil
}

func (b *Book) of(name string) *Account {
	if b.accounts[name] == nil {
		b.accounts[name] = &Account{Name: name}
	}
	return b.accounts[name]
}
