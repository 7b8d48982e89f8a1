// Package payout is what a mining pool owes its members: a ledger of their
// shares and of what pools credited, chained and signed, rewards divided by
// shares over a window less a fee, in whole satoshi, and the balances that
// follow.
//
// What a day's work for the grid earned in reward tokens is divided among the
// members by the same shares ([DivideBonus]).
//
// It moves no money and speaks with no pool.
package payout

import (
	"cmp"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"
)

// The kinds of entries.
const (
	Shares  = "shares"  // what members found in a period
	Reward  = "reward"  // what a pool credited, divided
	Payment = "payment" // what was paid to a member
)

// Line is a member's part of an entry.
type Line struct {
	Member string `json:"member"`
	Milli  int64  `json:"milli,omitempty"` // of shares: thousandths of difficulty
	Count  int    `json:"count,omitempty"` // of shares
	Sats   int64  `json:"sats,omitempty"`  // of a reward or a payment
}

// Entry is a record of the ledger. Its hash covers everything but itself and the
// signature; entries of a ledger are chained by it.
type Entry struct {
	Seq         int64     `json:"seq"` // from 1
	Kind        string    `json:"kind"`
	From        time.Time `json:"from"`
	To          time.Time `json:"to"`
	Destination string    `json:"destination,omitempty"`
	Sats        int64     `json:"sats,omitempty"` // of a reward: what the pool credited
	Fee         int64     `json:"fee,omitempty"`  // of a reward: sats that stay with the operator
	Ref         string    `json:"ref,omitempty"`  // of a payment: its transaction
	Lines       []Line    `json:"lines"`
	Simulated   bool      `json:"simulated"`
	Previous    string    `json:"previous"` // hash of the entry before; empty for the first
	Hash        string    `json:"hash"`
	Signature   string    `json:"signature"`
}

// digest is the hash of the entry's content.
func (e Entry) digest() ([]byte, error) {
	e.Hash, e.Signature = "", ""
	e.From, e.To = e.From.UTC(), e.To.UTC()
	raw, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode entry %d: %w", e.Seq, err)
	}
	sum := sha256.Sum256(raw)
	return sum[:], nil
}

// Sign chains an entry to the one before, the zero entry for the first, and
// signs it.
func Sign(e, before Entry, key ed25519.PrivateKey) (Entry, error) {
	e.Seq, e.Previous = before.Seq+1, before.Hash
	sum, err := e.digest()
	if err != nil {
		return Entry{}, err
	}
	e.Hash, e.Signature = hex.EncodeToString(sum), hex.EncodeToString(ed25519.Sign(key, sum))
	return e, nil
}

// ErrBroken is returned for a ledger that is not whole.
var ErrBroken = errors.New("the ledger is broken")

// Verify checks entries from the first on: their order, chain, signatures, and
// that every reward is divided to the last satoshi.
func Verify(entries []Entry, key ed25519.PublicKey) error { return verify(entries, Entry{}, key) }

// VerifyTail checks the newest entries that follow each other, taking what came
// before them on trust.
func VerifyTail(entries []Entry, key ed25519.PublicKey) error {
	from := len(entries)
	for from > 0 && (from == len(entries) || entries[from-1].Seq+1 == entries[from].Seq) {
		from--
	}
	if from == len(entries) {
		return nil
	}
	tail := entries[from:]
	return verify(tail, Entry{Seq: tail[0].Seq - 1, Hash: tail[0].Previous}, key)
}

func verify(entries []Entry, before Entry, key ed25519.PublicKey) error {
	for _, e := range entries {
		sum, err := e.digest()
		if err != nil {
			return err
		}
		signature, err := hex.DecodeString(e.Signature)
		switch {
		case e.Seq != before.Seq+1 || e.Previous != before.Hash:
			return fmt.Errorf("%w: entry %d does not follow %d", ErrBroken, e.Seq, before.Seq)
		case e.Hash != hex.EncodeToString(sum):
			return fmt.Errorf("%w: entry %d was changed", ErrBroken, e.Seq)
		case err != nil || !ed25519.Verify(key, sum, signature):
			return fmt.Errorf("%w: entry %d is not signed by this key", ErrBroken, e.Seq)
		case e.Kind == Reward && e.Sats != e.Fee+sum64(e.Lines):
			return fmt.Errorf("%w: entry %d divides %d sats into %d", ErrBroken, e.Seq, e.Sats, e.Fee+sum64(e.Lines))
		}
		before = e
	}
	return nil
}

func sum64(lines []Line) int64 {
	var total int64
	for _, l := range lines {
		total += l.Sats
	}
	return total
}

// Divide splits sats by the lines' shares, after a fee in millionths. Parts and
// fee add up to sats exactly: what does not come out even goes to the largest
// remainders. Without any shares everything is the fee.
func Divide(sats, feePPM int64, shares []Line) (parts []Line, fee int64) {
	work := workOf(shares)
	if sats <= 0 || len(work) == 0 {
		return []Line{}, sats
	}
	fee = millionths(big.NewInt(sats), feePPM).Int64()
	for _, p := range split(big.NewInt(sats-fee), work) {
		parts = append(parts, Line{Member: p.member, Sats: p.amount.Int64()})
	}
	return parts, fee
}

// millionths is so many of them of an amount, rounded down.
func millionths(amount *big.Int, ppm int64) *big.Int {
	part := new(big.Int).Mul(amount, big.NewInt(ppm))
	return part.Quo(part, big.NewInt(1_000_000))
}

// workOf adds up the work of members who did any.
func workOf(shares []Line) map[string]int64 {
	work := make(map[string]int64)
	for _, l := range shares {
		if l.Milli > 0 {
			work[l.Member] += l.Milli
		}
	}
	return work
}

// part is a member's of an amount.
type part struct {
	member            string
	amount, remainder *big.Int
}

// split divides an amount by work, by member's name. What does not come out even
// goes to the largest remainders, so that the parts add up to it.
func split(amount *big.Int, work map[string]int64) []part {
	total := new(big.Int)
	for _, milli := range work {
		total.Add(total, big.NewInt(milli))
	}
	all := make([]part, 0, len(work))
	left := new(big.Int).Set(amount)
	for member, milli := range work {
		q, r := new(big.Int).QuoRem(new(big.Int).Mul(amount, big.NewInt(milli)), total, new(big.Int))
		all = append(all, part{member, q, r})
		left.Sub(left, q)
	}
	slices.SortFunc(all, func(a, b part) int {
		return cmp.Or(b.remainder.Cmp(a.remainder), cmp.Compare(a.member, b.member))
	})
	for i := range left.Int64() { // fewer than there are parts
		all[i].amount.Add(all[i].amount, big.NewInt(1))
	}
	slices.SortFunc(all, func(a, b part) int { return cmp.Compare(a.member, b.member) })
	return all
}

// Window adds up the shares of the entries that end in (from, to], of one
// destination, or of all where it is empty.
func Window(entries []Entry, destination string, from, to time.Time) []Line {
	sums := make(map[string]Line)
	for _, e := range entries {
		if e.Kind != Shares || !e.To.After(from) || e.To.After(to) || destination != "" && e.Destination != destination {
			continue
		}
		for _, l := range e.Lines {
			s := sums[l.Member]
			sums[l.Member] = Line{Member: l.Member, Milli: s.Milli + l.Milli, Count: s.Count + l.Count}
		}
	}
	lines := make([]Line, 0, len(sums))
	for _, l := range sums {
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Compare(a.Member, b.Member) })
	return lines
}

// Balance is how a member stands, in sats.
type Balance struct {
	Member       string
	Earned, Paid int64
	Milli        int64 // of all shares
	Count        int
}

// Due is what is owed.
func (b Balance) Due() int64 { return b.Earned - b.Paid }

// Books are the balances of a ledger and what they add up to.
type Books struct {
	Balances []Balance
	Credited int64 // by pools
	Fees     int64
}

// Fold is the books of the entries.
func Fold(entries []Entry) Books {
	var b Books
	all := make(map[string]*Balance)
	of := func(member string) *Balance {
		if all[member] == nil {
			all[member] = &Balance{Member: member}
		}
		return all[member]
	}
	for _, e := range entries {
		if e.Kind == Reward {
			b.Credited += e.Sats
			b.Fees += e.Fee
		}
		for _, l := range e.Lines {
			m := of(l.Member)
			switch e.Kind {
			case Shares:
				m.Milli += l.Milli
				m.Count += l.Count
			case Reward:
				m.Earned += l.Sats
			case Payment:
				m.Paid += l.Sats
			}
		}
	}
	for _, m := range all {
		b.Balances = append(b.Balances, *m)
	}
	slices.SortFunc(b.Balances, func(x, y Balance) int { return cmp.Compare(x.Member, y.Member) })
	return b
}

// ErrNotDue is returned for a payment of more than is owed.
var ErrNotDue = errors.New("more than is owed")

// Pay is the entry of a payment, unless the member is owed less.
func Pay(entries []Entry, member string, sats int64, ref string, at time.Time, simulated bool) (Entry, error) {
	due := int64(0)
	for _, b := range Fold(entries).Balances {
		if b.Member == member {
			due = b.Due()
		}
	}
	if sats <= 0 || sats > due {
		return Entry{}, fmt.Errorf("pay %d sats to %s: %w: %d are due", sats, member, ErrNotDue, due)
	}
	return Entry{Kind: Payment, From: at, To: at, Ref: ref, Lines: []Line{{Member: member, Sats: sats}}, Simulated: simulated}, nil
}
