package escrow_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

var at = time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)

func record(state, operator string) work.Record {
	return work.Record{
		Task: proof.Keccak([]byte("t")), State: state, Submitter: "ana", Operator: operator, Escrow: 5, Offered: at, Closed: at.Add(time.Hour),
		Leaves: 3, Summary: proof.Summary{Solved: 2, Islanded: 1},
	}
}

func TestATaskHoldsItsBountyPaysItOnceOrGivesItBack(t *testing.T) {
	open, ref := record(work.Offered, ""), record(work.Offered, "").Task.String()
	hold := []escrow.Entry{{At: at, Kind: escrow.Reserve, Account: "submitter/ana", Ref: ref, Amount: 5}}
	back := []escrow.Entry{{At: at.Add(time.Hour), Kind: escrow.Refund, Account: "submitter/ana", Ref: ref, Amount: 5}}
	paid := []escrow.Entry{{At: at.Add(time.Hour), Kind: escrow.Pay, Account: "submitter/ana", To: "operator/here", Ref: ref, Amount: 5}}
	verified := record(work.Verified, "here")
	part, parted := record(work.Verified, "here"), []escrow.Entry{paid[0], back[0]} // 9 quarters of 12, of 5: 3.75
	part.Summary, part.Checked = proof.Summary{Solved: 2, Failed: 1}, work.Checked{Failed: 1}
	parted[0].Amount, parted[1].Amount = 3, 2
	none := record(work.Verified, "here")
	none.Summary = proof.Summary{Failed: 3} // which nobody looked at again
	ours := record(work.Verified, "here")
	ours.Escrow = 0
	for name, c := range map[string]struct {
		was  *work.Record
		is   work.Record
		want []escrow.Entry
	}{
		"submitted": {nil, open, hold}, "given out": {&open, open, nil}, "verified": {&open, verified, paid}, "verified in part": {&open, part, parted}, "nothing shown": {&open, none, back},
		"refused": {&open, record(work.Refused, "here"), back}, "expired": {&open, record(work.Expired, ""), back}, "dead": {&open, record(work.Dead, "here"), back},
		"verified once more": {&verified, verified, nil}, "refused once verified": {&verified, record(work.Refused, "here"), nil}, "the coordinator's own": {nil, ours, nil},
	} {
		if diff := cmp.Diff(c.want, escrow.Moves(c.was, c.is)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWhatCannotBeIsNotBooked(t *testing.T) {
	b := escrow.NewBook()
	add := func(kind escrow.Kind, account, to, ref string, amount unit.MicroUSD) error {
		return b.Add(escrow.Entry{At: at, Kind: kind, Account: account, To: to, Ref: ref, Amount: amount})
	}
	if err := errors.Join(add(escrow.Deposit, "a", "", "1", 10), add(escrow.Reserve, "a", "", "t", 6)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		err  error
		want error
	}{
		"more than there is":            {add(escrow.Reserve, "a", "", "u", 5), escrow.ErrFunds},
		"more than may leave":           {add(escrow.Payout, "a", "", "p", 5), escrow.ErrFunds},
		"the same deposit again":        {add(escrow.Deposit, "a", "", "1", 10), escrow.ErrEntry},
		"a second reserve for a task":   {add(escrow.Reserve, "a", "", "t", 1), escrow.ErrEntry},
		"more than is held":             {add(escrow.Pay, "a", "b", "t", 7), escrow.ErrEntry},
		"back less than is held":        {add(escrow.Refund, "a", "", "t", 5), escrow.ErrEntry},
		"of another's":                  {add(escrow.Refund, "b", "", "t", 6), escrow.ErrEntry},
		"for a task that nothing holds": {add(escrow.Pay, "a", "b", "v", 6), escrow.ErrEntry},
		"to nobody":                     {add(escrow.Pay, "a", "", "t", 6), escrow.ErrEntry},
		"nothing":                       {add(escrow.Deposit, "a", "", "2", 0), escrow.ErrEntry},
		"less than nothing":             {add(escrow.Deposit, "a", "", "2", -1), escrow.ErrEntry},
		"of no kind":                    {add("gift", "a", "", "2", 1), escrow.ErrEntry},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if err := add(escrow.Pay, "a", "b", "t", 4); err != nil {
		t.Fatal(err)
	}
	if err := add(escrow.Refund, "a", "", "t", 6); !errors.Is(err, escrow.ErrEntry) {
		t.Errorf("what was paid was given back too: %v", err)
	}
	if err := add(escrow.Refund, "a", "", "t", 2); err != nil {
		t.Errorf("the rest does not go back: %v", err)
	}
	if err := add(escrow.Pay, "a", "b", "t", 2); !errors.Is(err, escrow.ErrEntry) {
		t.Errorf("a second payment: %v", err)
	}
}

func TestWhatIsHeldIsWhatIsPaidAndWhatGoesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(of string) uint32 { return rapid.Uint32Range(0, 2_000_000).Draw(t, of) }
		is := record(rapid.SampledFrom([]string{work.Verified, work.Refused, work.Expired, work.Dead}).Draw(t, "state"), "here")
		is.Escrow = unit.MicroUSD(rapid.Int64Range(1, math.MaxInt64).Draw(t, "bounty"))
		is.Summary = proof.Summary{Solved: n("solved"), Islanded: n("islanded"), Failed: n("failed")}
		is.Leaves = int(is.Summary.Solved + is.Summary.Islanded + is.Summary.Failed)
		is.Checked.Failed = int(n("failed, as checked"))
		was := is
		was.State = work.Offered
		moved := map[escrow.Kind]unit.MicroUSD{}
		b := escrow.NewBook()
		hold := escrow.Moves(nil, was)
		for _, e := range append(append([]escrow.Entry{{At: at, Kind: escrow.Deposit, Account: "submitter/ana", Ref: "1", Amount: is.Escrow}}, hold...), escrow.Moves(&was, is)...) {
			if err := b.Add(e); err != nil {
				t.Fatal(err)
			}
			moved[e.Kind] += e.Amount
		}
		paid, shown := moved[escrow.Pay], int64(is.Summary.Solved+is.Summary.Islanded)
		if moved[escrow.Reserve] != is.Escrow || is.Escrow != paid+moved[escrow.Refund] {
			t.Fatalf("%v of %s", moved, is.Escrow)
		}
		if is.State != work.Verified {
			if paid != 0 {
				t.Fatalf("%s was paid for what is %s", paid, is.State)
			}
			return
		}
		// paid <= escrow * (4 shown + agreed) / (4 leaves) < paid + 1, in whole numbers.
		earned := big.NewInt(4*shown + int64(min(int(is.Summary.Failed), is.Checked.Failed)))
		whole, due := big.NewInt(4*int64(is.Leaves)), new(big.Int).Mul(big.NewInt(int64(is.Escrow)), earned)
		rest := due.Sub(due, new(big.Int).Mul(big.NewInt(int64(paid)), whole))
		if is.Leaves > 0 && (rest.Sign() < 0 || rest.Cmp(whole) >= 0) {
			t.Fatalf("%s was paid of %s for %+v, as checked %+v", paid, is.Escrow, is.Summary, is.Checked)
		}
	})
}

func TestMoneyIsNeitherMadeNorLostAndATaskIsPaidAtMostOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := escrow.NewBook()
		var in, out unit.MicroUSD
		paid, names := map[string]int{}, []string{"a", "b", "c"}
		for n := range rapid.IntRange(1, 80).Draw(t, "entries") {
			e := escrow.Entry{
				At: at, Kind: rapid.SampledFrom([]escrow.Kind{escrow.Deposit, escrow.Payout, escrow.Reserve, escrow.Pay, escrow.Refund}).Draw(t, "kind"),
				Account: rapid.SampledFrom(names).Draw(t, "account"), Amount: unit.MicroUSD(rapid.IntRange(-2, 9).Draw(t, "amount")),
				Ref: fmt.Sprint(rapid.IntRange(0, 6).Draw(t, "task")),
			}
			if e.Kind == escrow.Deposit || e.Kind == escrow.Payout {
				e.Ref = fmt.Sprint("desk ", n)
			}
			if e.Kind == escrow.Pay {
				e.To = rapid.SampledFrom(names).Draw(t, "to") // also to itself: who deals tasks to itself gains nothing
			}
			if b.Add(e) == nil {
				switch e.Kind {
				case escrow.Deposit:
					in += e.Amount
				case escrow.Payout:
					out += e.Amount
				case escrow.Pay:
					paid[e.Ref]++
				}
			}
			var have unit.MicroUSD
			for _, a := range b.Accounts() {
				have += a.Available + a.Held
				if a.Available < 0 || a.Held < 0 || a.In-a.Out != a.Available+a.Held {
					t.Fatalf("%+v", a)
				}
			}
			if have != in-out {
				t.Fatalf("%s came in, %s went out, and %s is there", in, out, have)
			}
		}
		for task, n := range paid {
			if n > 1 {
				t.Fatalf("task %s was paid %d times", task, n)
			}
		}
	})
}
