package anchor_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

func TestARaiseIsOneThatNodesTakeAndTheBoundsAllow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anchor.Bounds{MinTip: 25 * anchor.Gwei, MaxCap: rapid.Uint64Range(30*anchor.Gwei, 1<<63).Draw(t, "cap")}
		f := anchor.Offer(rapid.Uint64().Draw(t, "base"), rapid.Uint64().Draw(t, "tip"), b)
		now := anchor.Offer(rapid.Uint64().Draw(t, "base now"), rapid.Uint64().Draw(t, "tip now"), b)
		raised, ok := anchor.Raise(f, now, b)
		if raised.Cap > b.MaxCap || raised.Tip > raised.Cap {
			t.Fatalf("%+v is out of bounds %+v", raised, b)
		}
		if ok && (!tenthMore(f.Tip, raised.Tip) || !tenthMore(f.Cap, raised.Cap)) {
			t.Fatalf("%+v does not replace %+v", raised, f)
		}
		if !ok && f.Cap+f.Cap/8 < b.MaxCap && f.Tip < f.Cap/2 && f.Cap < 1<<62 {
			t.Fatalf("no room to replace %+v within %+v", f, b)
		}
	})
}

// tenthMore is the rule of go-ethereum's pool: 100 x new >= 110 x old.
func tenthMore(before, after uint64) bool {
	want := new(big.Int).Mul(new(big.Int).SetUint64(before), big.NewInt(110))
	return new(big.Int).Mul(new(big.Int).SetUint64(after), big.NewInt(100)).Cmp(want) >= 0
}

func TestAnOfferKeepsPolygonsFloorAndTheCap(t *testing.T) {
	b := anchor.Bounds{MinTip: 25 * anchor.Gwei, MaxCap: 1000 * anchor.Gwei}
	for _, c := range []struct{ base, tip, wantTip, wantCap uint64 }{
		{base: 100, tip: 1, wantTip: 25, wantCap: 225},
		{base: 100, tip: 40, wantTip: 40, wantCap: 240},
		{base: 900, tip: 40, wantTip: 40, wantCap: 1000},
		{base: 10, tip: 5000, wantTip: 1000, wantCap: 1000},
	} {
		got := anchor.Offer(c.base*anchor.Gwei, c.tip*anchor.Gwei, b)
		if want := (anchor.Fees{Tip: c.wantTip * anchor.Gwei, Cap: c.wantCap * anchor.Gwei}); got != want {
			t.Errorf("base %d, tip %d: %+v, want %+v", c.base, c.tip, got, want)
		}
	}
}
