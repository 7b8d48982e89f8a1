package payout_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func key(t testing.TB) ed25519.PrivateKey {
	_, k, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func drawShares(t *rapid.T) []payout.Line {
	lines := make([]payout.Line, rapid.IntRange(0, 8).Draw(t, "members"))
	for i := range lines {
		lines[i] = payout.Line{Member: string(rune('a' + rapid.IntRange(0, 5).Draw(t, "member"))), Milli: rapid.Int64Range(0, 1<<55).Draw(t, "milli"), Count: 1}
	}
	return lines
}

func TestARewardIsDividedToTheLastSatoshiAndInProportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sats, ppm, shares := rapid.Int64Range(0, 2_100_000_000_000_000).Draw(t, "sats"), rapid.Int64Range(0, 500_000).Draw(t, "fee"), drawShares(t)
		parts, fee := payout.Divide(sats, ppm, shares)
		total, work, of := fee, 0.0, map[string]float64{}
		for _, s := range shares {
			work += float64(s.Milli)
			of[s.Member] += float64(s.Milli)
		}
		for _, p := range parts {
			total += p.Sats
			want := of[p.Member] / work * float64(sats-fee)
			if p.Sats < 0 || math.Abs(float64(p.Sats)-want) > 1+1e-12*float64(sats) {
				t.Fatalf("%s has %d sats, its part is %.3f", p.Member, p.Sats, want)
			}
		}
		if total != sats {
			t.Fatalf("%d sats became %d", sats, total)
		}
		if work > 0 && sats > 0 && fee != sats*ppm/1_000_000 && sats < math.MaxInt64/1_000_000 {
			t.Fatalf("a fee of %d of %d sats at %d ppm", fee, sats, ppm)
		}
	})
}

// drawLedger is a ledger of entries in any order that can happen.
func drawLedger(t *rapid.T, k ed25519.PrivateKey) []payout.Entry {
	var entries []payout.Entry
	var last payout.Entry
	add := func(e payout.Entry) {
		signed, err := payout.Sign(e, last, k)
		if err != nil {
			t.Fatal(err)
		}
		entries, last = append(entries, signed), signed
	}
	at := noon
	for range rapid.IntRange(0, 25).Draw(t, "entries") {
		from := at
		at = at.Add(10 * time.Minute)
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			add(payout.Entry{Kind: payout.Shares, From: from, To: at, Destination: "pool", Lines: drawShares(t)})
		case 1:
			sats := rapid.Int64Range(0, 1e9).Draw(t, "sats")
			parts, fee := payout.Divide(sats, 20_000, payout.Window(entries, "pool", at.Add(-time.Hour), at))
			add(payout.Entry{Kind: payout.Reward, From: from, To: at, Destination: "pool", Sats: sats, Fee: fee, Lines: parts})
		case 2:
			e, err := payout.Pay(entries, string(rune('a'+rapid.IntRange(0, 5).Draw(t, "to"))), rapid.Int64Range(0, 1e9).Draw(t, "paid"), "tx", at, true)
			if err == nil {
				add(e)
			} else if !errors.Is(err, payout.ErrNotDue) {
				t.Fatal(err)
			}
		}
	}
	return entries
}

func TestBalancesAreIdentities(t *testing.T) {
	k := key(t)
	rapid.Check(t, func(t *rapid.T) {
		entries := drawLedger(t, k)
		books := payout.Fold(entries)
		earned, paid, out := int64(0), int64(0), int64(0)
		for _, b := range books.Balances {
			if b.Due() < 0 {
				t.Fatalf("%s was paid more than it earned: %+v", b.Member, b)
			}
			earned, paid = earned+b.Earned, paid+b.Paid
		}
		for _, e := range entries {
			if e.Kind == payout.Payment {
				out += e.Lines[0].Sats
			}
		}
		if earned+books.Fees != books.Credited || paid != out {
			t.Fatalf("credited %d, members %d, fees %d; paid %d of %d", books.Credited, earned, books.Fees, paid, out)
		}
		if err := payout.Verify(entries, k.Public().(ed25519.PublicKey)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestALedgerThatWasTouchedDoesNotVerify(t *testing.T) {
	k, other := key(t), key(t)
	rapid.Check(t, func(t *rapid.T) {
		entries := drawLedger(t, k)
		if len(entries) < 2 {
			t.Skip("too short")
		}
		i := rapid.IntRange(0, len(entries)-2).Draw(t, "entry")
		switch rapid.IntRange(0, 4).Draw(t, "how") {
		case 0:
			entries[i].Sats++
		case 1:
			entries = append(entries[:i], entries[i+1:]...)
		case 2:
			entries[i], entries[i+1] = entries[i+1], entries[i]
		case 3:
			entries[i].Lines = append(entries[i].Lines, payout.Line{Member: "z", Sats: 1})
		case 4:
			forged, err := payout.Sign(entries[i], payout.Entry{Seq: entries[i].Seq - 1, Hash: entries[i].Previous}, other)
			if err != nil {
				t.Fatal(err)
			}
			entries[i] = forged
		}
		if err := payout.Verify(entries, k.Public().(ed25519.PublicKey)); !errors.Is(err, payout.ErrBroken) {
			t.Fatalf("it verifies: %v", err)
		}
	})
}

func TestEntriesSurviveTheirJSON(t *testing.T) {
	k := key(t)
	rapid.Check(t, func(t *rapid.T) {
		entries := drawLedger(t, k)
		raw, err := json.Marshal(entries)
		if err != nil {
			t.Fatal(err)
		}
		var back []payout.Entry
		if err := json.Unmarshal(raw, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(entries, back); diff != "" {
			t.Fatal(diff)
		}
		if err := payout.Verify(back, k.Public().(ed25519.PublicKey)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestOnlySharesOfTheWindowCount(t *testing.T) {
	entry := func(minutes int, destination, member string) payout.Entry {
		at := noon.Add(time.Duration(minutes) * time.Minute)
		return payout.Entry{Kind: payout.Shares, From: at.Add(-10 * time.Minute), To: at, Destination: destination, Lines: []payout.Line{{Member: member, Milli: 1000, Count: 1}}}
	}
	lines := payout.Window([]payout.Entry{entry(0, "a", "old"), entry(10, "a", "x"), entry(20, "a", "x"), entry(20, "b", "y"), entry(30, "a", "late")}, "a", noon, noon.Add(25*time.Minute))
	if diff := cmp.Diff([]payout.Line{{Member: "x", Milli: 2000, Count: 2}}, lines); diff != "" {
		t.Error(diff)
	}
	if parts, fee := payout.Divide(100, 20_000, nil); fee != 100 || len(parts) != 0 {
		t.Errorf("without shares the fee is %d and the parts %v", fee, parts)
	}
	if _, err := payout.Pay(nil, "x", 1, "", noon, true); err == nil || !strings.Contains(err.Error(), "0 are due") {
		t.Errorf("paid what is not owed: %v", err)
	}
}
