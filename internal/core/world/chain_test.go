package world_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// The rule is consensus: new = old * two weeks / span, where the span runs from
// the first to the last block of the epoch and so over 2015 intervals.
func TestDifficultyFollowsTheTimesOfBlocks(t *testing.T) {
	w := world.New(4, world.Config{})
	at := time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
	n := w.Network(at)
	sinceThen := int(n.Height - n.Previous.Height + 1)
	blocks := w.Blocks(at, sinceThen)
	if blocks[0].Height != n.Previous.Height {
		t.Fatalf("the oldest block is %d, want %d", blocks[0].Height, n.Previous.Height)
	}
	span := blocks[2015].Time.Sub(blocks[0].Time).Seconds()
	want := float64(n.Previous.Difficulty) * 1209600 / span
	if math.Abs(float64(n.Epoch.Difficulty)/want-1) > 1e-12 {
		t.Errorf("difficulty %g, want %g", n.Epoch.Difficulty, want)
	}
	if n.Epoch.Height%2016 != 0 || !blocks[2016].Time.Equal(n.Epoch.Start) {
		t.Errorf("the epoch starts with block %d at %s", n.Epoch.Height, n.Epoch.Start)
	}
}

func TestTheTipIsTheNewestBlockFound(t *testing.T) {
	w := world.New(4, world.Config{})
	rapid.Check(t, func(t *rapid.T) {
		at := moments().Draw(t, "at")
		n := w.Network(at)
		if n.Tip.After(at) || at.Sub(n.Tip) > 6*time.Hour {
			t.Fatalf("at %s the tip is of %s", at, n.Tip)
		}
		if next := w.Network(n.Tip.Add(-time.Second)); next.Height >= n.Height {
			t.Fatalf("a second before block %d the height was %d", n.Height, next.Height)
		}
		blocks := w.Blocks(at, 3)
		if blocks[2].Height != n.Height || blocks[1].Time.After(blocks[2].Time) || blocks[0].Time.After(blocks[1].Time) {
			t.Fatalf("blocks at %s: %+v", at, blocks)
		}
	})
}

func TestBlocksComeAboutEveryTenMinutes(t *testing.T) {
	w := world.New(6, world.Config{})
	from := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(0, 0, 200)
	perDay := float64(w.Network(to).Height-w.Network(from).Height) / 200
	// Of a Poisson process of 144 a day over 200 days the sd is 0.85; hashrate
	// that moves between retargets adds to it.
	if math.Abs(perDay-144) > 6 {
		t.Errorf("%.1f blocks a day", perDay)
	}
}

func TestHashpriceIsThatOfAMinersMarket(t *testing.T) {
	for seed := range uint64(8) {
		w := world.New(seed, world.Config{})
		n := w.Network(time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC))
		if got := unit.Hashprice(n.Difficulty, 3.15, n.BTCUSD); got < 15 || got > 110 {
			t.Errorf("seed %d: %.1f $/PH/day at %.0f $/BTC", seed, got, n.BTCUSD)
		}
	}
}

func TestThePriceOfBitcoinHasNoSeamAtMidnight(t *testing.T) {
	w := world.New(8, world.Config{})
	for d := range 40 {
		midnight := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, d)
		before := w.Network(midnight.Add(-time.Second)).BTCUSD
		after := w.Network(midnight).BTCUSD
		if math.Abs(after/before-1) > 1e-3 {
			t.Errorf("%s: %g becomes %g within a second", midnight, before, after)
		}
	}
}

func TestTheHackathonsGameBeginsAtMidnight(t *testing.T) {
	w := world.New(8, world.Config{})
	games := w.Games(time.Date(2026, 3, 1, 9, 7, 0, 0, time.UTC))
	if len(games) != 110 {
		t.Fatalf("%d rows by 09:07, want 110", len(games))
	}
	if g := games[0]; g.Energy != 3 || g.Hash != 4 || g.Token != 2 {
		t.Errorf("the game begins with %+v", g)
	}
	for i := 1; i < len(games); i++ {
		a, b := games[i-1], games[i]
		if math.Abs(b.Energy/a.Energy-1) > 0.1001 || math.Abs(b.Token/a.Token-1) > 0.2501 || b.Hash < 1 {
			t.Errorf("row %d: %+v after %+v", i, b, a)
		}
	}
}
