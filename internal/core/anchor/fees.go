package anchor

import "math/bits"

// Gwei is a billion wei, the unit in which fees are quoted.
const Gwei = 1_000_000_000

// Fees is what a transaction offers, wei per gas.
type Fees struct {
	Tip uint64 // to the block's producer
	Cap uint64 // at most, base fee included
}

// Bounds limits what is offered, wei per gas.
type Bounds struct {
	MinTip uint64 // Polygon's nodes refuse less than 25 gwei
	MaxCap uint64 // never more than this, whatever the chain asks
}

// Offer is the fees of a first attempt: the recent tip within bounds, and room
// for the base fee to double.
func Offer(base, tip uint64, b Bounds) Fees {
	tip = max(tip, b.MinTip)
	return within(Fees{Tip: tip, Cap: saturate(saturate(base, base), tip)}, b)
}

// Raise is the fees of an attempt that replaces one with fees f: both by an
// eighth, rounded up, since nodes want a tenth more of both; more where the
// chain asks for more by now. ok is false where the bounds leave no room for a
// replacement that a node would take.
func Raise(f, now Fees, b Bounds) (raised Fees, ok bool) {
	least := Fees{Tip: eighthMore(f.Tip), Cap: eighthMore(f.Cap)}
	raised = Fees{Tip: max(least.Tip, now.Tip), Cap: max(least.Cap, now.Cap)}
	if raised.Cap > b.MaxCap {
		raised.Cap = b.MaxCap
	}
	raised.Tip = min(raised.Tip, raised.Cap)
	return raised, raised.Tip >= least.Tip && raised.Cap >= least.Cap
}

func within(f Fees, b Bounds) Fees {
	f.Cap = min(f.Cap, b.MaxCap)
	f.Tip = min(f.Tip, f.Cap)
	return f
}

func eighthMore(v uint64) uint64 { return saturate(v, v/8+min(1, v%8)) }

func saturate(a, b uint64) uint64 {
	sum, over := bits.Add64(a, b, 0)
	if over != 0 {
		return ^uint64(0)
	}
	return sum
}
