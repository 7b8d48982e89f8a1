package market_test

import (
	"crypto/ed25519"
	"fmt"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

func TestRoundsOfFederatedTrainingAreRecordedAndCensorshipVoidsThem(t *testing.T) {
	w := newWorld(t)
	roster, accounts := []secagg.Identity{}, map[string]common.Address{}
	// Accounts that exist stand in for the sites': their addresses are all that
	// counts, and the buyer's can act.
	for i, role := range []string{"buyer", "meter", "owner", "recorder", "reporter"} {
		name := fmt.Sprintf("site-%d", i)
		seed := make([]byte, 32)
		seed[0] = byte(i)
		roster = append(roster, secagg.Identity{Name: name, Key: ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)})
		accounts[name] = w.keys[role].Address()
	}
	if err := w.owner.Pay(t.Context(), w.keys["buyer"].Address(), 1); err != nil {
		t.Fatal(err)
	}
	f := market.NewFederation(w.node, w.contracts, w.accounts["proposer"], accounts, w.settle)
	round := func(n byte, included ...int) federate.Round {
		r := federate.Round{Model: fmt.Sprintf("%064x", 1000+int(n)), Aggregate: fmt.Sprintf("%064x", 2000+int(n))}
		for i, id := range roster {
			m := federate.Member{Site: id.Name}
			for _, in := range included {
				if in == i {
					m.Included, m.Update = true, fmt.Sprintf("%062x%02x", int(n), i+1)
				}
			}
			r.Members = append(r.Members, m)
		}
		return r
	}
	open := func(base [32]byte) uint64 {
		t.Helper()
		number, err := f.Open(t.Context(), base, roster)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := f.Open(t.Context(), base, roster); err != nil || again != number {
			t.Fatalf("opened again: %d %v, want %d", again, err, number)
		}
		return number
	}
	end := func(number uint64, r federate.Round, want string) {
		t.Helper()
		root, status, err := f.Close(t.Context(), number, r)
		if err != nil || status != want || root == "" {
			t.Fatalf("round %d is %q %v, want %q", number, status, err, want)
		}
	}

	first := round(1, 0, 1, 2, 3)
	number := open([32]byte{42}) // of the first round no base is known
	end(number, first, "open")   // before its deadline
	w.now = w.now.Add(6 * time.Minute)
	end(number, first, "final")
	end(number, first, "final") // once more
	first.Chain = &federate.Recorded{Number: number}
	for site, want := range map[string]bool{"site-2": true, "site-4": false} {
		if in, err := f.Inclusion(t.Context(), first, site); err != nil || in != want {
			t.Errorf("%s is in: %v %v", site, in, err)
		}
	}
	model, err := f.Model(t.Context())
	if err != nil || fmt.Sprintf("%x", model) != first.Model {
		t.Errorf("model %x %v", model, err)
	}
	if _, err := f.Open(t.Context(), [32]byte{42}, roster); err == nil {
		t.Error("a round from another model: opened")
	}

	// A commit that is forced and in the sum is proven, and the round final.
	second := round(2, 0, 1, 2, 3, 4)
	number = open(model)
	var forced [32]byte
	forced[30], forced[31] = 2, 1
	// The hash of site-0's vector in that round, as the text above writes it.
	if fmt.Sprintf("%x", forced) != second.Members[0].Update {
		t.Fatalf("%x, want %s", forced, second.Members[0].Update)
	}
	if err := f.Force(t.Context(), w.accounts["buyer"], number, forced); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(6 * time.Minute)
	end(number, second, "final")

	// One that is left out keeps the round from becoming final, whatever the
	// coordinator does; after the grace period it is aborted, and the model stays.
	model, err = f.Model(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	third := round(3, 1, 2, 3, 4)
	number = open(model)
	if err := f.Force(t.Context(), w.accounts["buyer"], number, [32]byte{9}); err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(6 * time.Minute)
	end(number, third, "closing")
	if err := f.Abort(t.Context(), w.accounts["buyer"], number); err == nil {
		t.Error("aborted within the grace period")
	}
	w.now = w.now.Add(2 * time.Hour)
	if err := w.settle(); err != nil {
		t.Fatal(err)
	}
	if err := f.Abort(t.Context(), w.accounts["buyer"], number); err != nil { // who has no part in it
		t.Fatal(err)
	}
	end(number, third, "aborted")
	if still, err := f.Model(t.Context()); err != nil || still != model {
		t.Errorf("model %x %v, want %x", still, err, model)
	}
	// A round that an abandoned attempt left open is aborted when the next is opened.
	number = open(model)
	w.now = w.now.Add(3 * time.Hour)
	if next := open(model); next != number+1 {
		t.Errorf("round %d after the abandoned %d", next, number)
	}
	// One whose sum comes after the grace period is aborted, not closed.
	w.now = w.now.Add(3 * time.Hour)
	end(number+1, third, "aborted")
}
