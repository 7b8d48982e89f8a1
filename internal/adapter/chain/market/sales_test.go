package market_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// certified issues a certificate of 900 kWh to the account "buyer".
func (w *world) certified(t *testing.T, settled bool) *market.Certificates {
	t.Helper()
	w.settled = settled
	rewards := market.NewRewards(w.node, w.contracts, w.accounts["proposer"], w.settle)
	certificates := market.NewCertificates(w.node, w.contracts, w.accounts["proposer"], w.keys["meter"], w.settle)
	d := w.sealedDay(t, certificates, 5_000_000)
	tree, err := d.Tree()
	if err != nil {
		t.Fatal(err)
	}
	if err := rewards.Propose(t.Context(), d.Epoch, tree.Root(), 1); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(2 * time.Hour)
	if err := rewards.Finalize(t.Context(), d.Epoch); err != nil {
		t.Fatal(err)
	}
	path, _ := tree.Proof(0)
	if err := certificates.Issue(t.Context(), d.Leaves[0], path, d.Claims[0]); err != nil {
		t.Fatal(err)
	}
	if err := w.owner.Pay(t.Context(), w.keys["buyer"].Address(), 10); err != nil {
		t.Fatal(err)
	}
	return certificates
}

func TestASettledCertificateIsOfferedSoldAtItsTermsAndRetired(t *testing.T) {
	w := newWorld(t)
	certificates := w.certified(t, true)
	sales := market.NewSales(w.node, w.contracts, w.settle)
	seller, buyer := w.accounts["buyer"], w.accounts["proposer"]
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const price = 4_500_000 // micro-dollars for 900 kWh: 5 $/MWh
	must(sales.Offer(t.Context(), seller, 1, price))
	newest, err := certificates.Newest(t.Context(), 1, 1)
	if err != nil || newest[0].Price == nil || newest[0].Price.Int64() != price {
		t.Fatalf("%+v %v", newest, err)
	}
	must(market.NewFutures(w.node, w.contracts, w.settle).Fund(t.Context(), w.owner, buyer.Address(), 2*price))
	if err := sales.Buy(t.Context(), buyer, 1, price-1); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "OtherTerms") {
		t.Errorf("bought below its price: %v", err)
	}
	if err := sales.TakeBack(t.Context(), buyer, 1); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "NotTheSeller") {
		t.Errorf("taken back by somebody else: %v", err)
	}
	must(sales.Buy(t.Context(), buyer, 1, price))
	if credit, err := sales.Credit(t.Context(), seller.Address()); err != nil || credit != price {
		t.Errorf("the seller is owed %d, %v", credit, err)
	}
	must(sales.Withdraw(t.Context(), seller))
	if got, err := market.Balance(t.Context(), w.node, w.contracts.Dollar, seller.Address()); err != nil || got.Int64() != price {
		t.Errorf("the seller has %v, %v", got, err)
	}
	must(sales.Retire(t.Context(), buyer, 1, buyer.Address(), "the year 2026"))
	if totals, err := certificates.Totals(t.Context()); err != nil || totals != (market.Totals{Count: 1, RetiredKWh: 900}) {
		t.Errorf("%+v %v", totals, err)
	}
	if err := sales.Offer(t.Context(), buyer, 1, price); !errors.Is(err, anchor.ErrRefused) {
		t.Errorf("a retired certificate was offered: %v", err)
	}
}

func TestAnUnsoldCertificateGoesBackAndAProvisionalOneDoesNotMove(t *testing.T) {
	w := newWorld(t)
	w.certified(t, true)
	sales := market.NewSales(w.node, w.contracts, w.settle)
	seller := w.accounts["buyer"]
	if err := sales.Offer(t.Context(), seller, 1, 1); err != nil {
		t.Fatal(err)
	}
	if err := sales.TakeBack(t.Context(), seller, 1); err != nil {
		t.Fatal(err)
	}
	if err := sales.TakeBack(t.Context(), seller, 1); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "NotListed") {
		t.Errorf("taken back twice: %v", err)
	}

	other := newWorld(t)
	other.certified(t, false)
	if err := market.NewSales(other.node, other.contracts, other.settle).Offer(t.Context(), other.accounts["buyer"], 1, 1); !errors.Is(err, anchor.ErrRefused) {
		t.Errorf("a provisional certificate was offered: %v", err)
	}
}
