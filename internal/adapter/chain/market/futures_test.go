package market_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/oracle"
)

// hashprice posts a round for each of the hours before now.
func (w *world) hashprice(t *testing.T, hours int, microUSD int64) {
	t.Helper()
	f := feeds()[2]
	if f.Name != oracle.Hashprice {
		t.Fatal(f.Name)
	}
	last := f.Epoch(w.now) - 1
	for e := last - uint32(hours) + 1; e <= last; e++ {
		if err := w.oracle().Post(t.Context(), f, oracle.Round{Epoch: e, Value: microUSD, Observed: f.Over(e - 1)}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAPositionIsOpenedMarkedSettledAndPaidOut(t *testing.T) {
	w := newWorld(t)
	f := market.NewFutures(w.node, w.contracts, w.settle)
	w.hashprice(t, 1, 50_000_000)
	for _, trader := range []string{"buyer", "proposer"} {
		a := w.accounts[trader]
		if trader == "buyer" { // has no coins for gas yet
			if err := w.owner.Pay(t.Context(), a.Address(), 10); err != nil {
				t.Fatal(err)
			}
		}
		for _, step := range []error{
			f.Fund(t.Context(), w.owner, a.Address(), 1_000_000_000), f.Admit(t.Context(), w.owner, a.Address()),
			f.Deposit(t.Context(), a, 1_000_000_000),
		} {
			if step != nil {
				t.Fatal(step)
			}
		}
	}
	start := feeds()[2].Epoch(w.now) + 1
	offer := market.Order{Price: 50_000_000, Qty: 10, Start: start, End: start + 24, Deadline: w.now.Add(time.Hour), Salt: 1}
	short, err := f.Sign(t.Context(), offer, w.keys["proposer"])
	if err != nil {
		t.Fatal(err)
	}
	offer.Long = true
	long, err := f.Sign(t.Context(), offer, w.keys["buyer"])
	if err != nil {
		t.Fatal(err)
	}
	forged := long
	forged.Qty = 11
	if _, err := f.Open(t.Context(), w.owner, forged, short, 10); !errors.Is(err, anchor.ErrRefused) || !strings.Contains(err.Error(), "WrongSignature") {
		t.Errorf("an order that was changed: %v", err)
	}
	if _, err := f.Open(t.Context(), w.owner, long, short, 10); err != nil {
		t.Fatal(err)
	}
	open, err := f.Positions(t.Context(), 5)
	// 10 PH/s for a day at 50 $/PH/day is 500 $; a fifth of it is margin.
	if err != nil || len(open) != 1 || open[0].MarginLong != 100_000_000 || open[0].Mark != 50_000_000 {
		t.Fatalf("%+v %v", open, err)
	}
	w.now = w.now.Add(26 * time.Hour)
	w.hashprice(t, 26, 55_000_000)
	if _, err := f.Settle(t.Context(), w.owner, open[0].ID); err != nil {
		t.Fatal(err)
	}
	for trader, want := range map[string]int64{"buyer": 1_050_000_000, "proposer": 950_000_000} {
		if got, err := f.Free(t.Context(), w.accounts[trader].Address()); err != nil || got != want {
			t.Errorf("%s has %d, want %d, %v", trader, got, want, err)
		}
	}
	if err := f.Withdraw(t.Context(), w.accounts["buyer"], 1_050_000_000); err != nil {
		t.Error(err)
	}
	if open, err := f.Positions(t.Context(), 5); err != nil || len(open) != 0 {
		t.Errorf("%+v %v", open, err)
	}
}
