package network_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
)

// quiet is a network of constant hashrate: 144 blocks a day at a difficulty of
// 1e14, for 90 days before the epoch that starts at the last of them.
func quiet() (days []network.Day, epochs []network.Epoch, start time.Time) {
	start = time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)
	for d := range 90 {
		days = append(days, network.Day{Start: start.AddDate(0, 0, d-90), Blocks: 144})
	}
	for e := range 8 {
		epochs = append(epochs, network.Epoch{Start: start.AddDate(0, 0, -14*(7-e)), Height: 2016 * e, Difficulty: 1e14})
	}
	return days, epochs, start
}

func TestANetworkThatKeepsItsPaceIsExpectedToKeepItsDifficulty(t *testing.T) {
	days, epochs, start := quiet()
	st, err := network.Now(days, epochs, network.Standing{Height: 20_000, EpochStart: start, Left: 2016 - 720}, start.AddDate(0, 0, 5))
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(st.Outlook.Change) > 0.02 || st.Outlook.Deviation <= 0 {
		t.Errorf("%+v", st.Outlook)
	}
	if want := start.AddDate(0, 0, 14); st.Retarget.Sub(want).Abs() > 12*time.Hour {
		t.Errorf("retarget at %s, want about %s", st.Retarget, want)
	}
	if want := 1e14 * math.Exp2(32) / 600 / 1e12; math.Abs(st.THs/want-1) > 0.03 {
		t.Errorf("%.4g TH/s, want %.4g", st.THs, want)
	}
}

func TestBlocksThatComeFasterRaiseTheDifficulty(t *testing.T) {
	days, epochs, start := quiet()
	st, err := network.Now(days, epochs, network.Standing{EpochStart: start, Left: 2016 - 1500}, start.AddDate(0, 0, 9))
	if err != nil || st.Outlook.Change < 0.05 {
		t.Errorf("%+v %v", st.Outlook, err)
	}
}

func TestAStandingThatCannotBeIsAnError(t *testing.T) {
	days, epochs, start := quiet()
	for _, s := range []network.Standing{{EpochStart: start, Left: 3000}, {EpochStart: start.AddDate(1, 0, 0), Left: 5}} {
		if _, err := network.Now(days, epochs, s, start.AddDate(0, 0, 1)); !errors.Is(err, network.ErrInput) {
			t.Errorf("%+v: %v", s, err)
		}
	}
	if _, err := network.Pools([]network.PoolCount{{Name: "a", Blocks: -1}}); !errors.Is(err, network.ErrInput) {
		t.Error(err)
	}
}

// Two pools of a third of the network each say what they have; at difficulty D a
// week of 1,008 blocks is 1008 D 2^32 / 604,800 H/s.
func TestLuckIsAgainstWhatAPoolReportsAndTheNetworkIsToldByItsPools(t *testing.T) {
	const difficulty = 1e14
	all := 1008 * difficulty * math.Exp2(32) / 604_800
	counts, hs := network.ByReport([]network.PoolCount{
		{Name: "lucky", Blocks: 400, ReportedHs: all / 3}, {Name: "as it should", Blocks: 336, ReportedHs: all / 3}, {Name: "silent", Blocks: 272},
	}, difficulty, 7*24*time.Hour)
	pools, err := network.Pools(counts)
	if err != nil || math.Abs(pools[0].Luck-1200.0/1008) > 1e-9 || math.Abs(pools[1].Luck-1) > 1e-9 || pools[2].Luck != 0 {
		t.Errorf("%+v %v", pools, err)
	}
	if want := all * 2 / 3 * 1008 / 736; math.Abs(hs/want-1) > 1e-9 {
		t.Errorf("by pools' accounts %.4g H/s, want %.4g", hs, want)
	}
	if _, hs := network.ByReport(counts, 0, time.Hour); hs != 0 {
		t.Error("a hashrate without a difficulty")
	}
}

func TestPoolsShareTheBlocksAndFlowsAddUp(t *testing.T) {
	pools, err := network.Pools([]network.PoolCount{{Name: "small", Blocks: 10}, {Name: "large", Blocks: 30, Reported: 0.25}})
	if err != nil || pools[0].Name != "large" || pools[0].Share.Share != 0.75 || math.Abs(pools[0].Luck-3) > 1e-9 {
		t.Errorf("%+v %v", pools, err)
	}
	at := time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)
	f := network.FlowOf([]network.Block{
		{Time: at, Txs: 3000, FeesSats: 10, RewardSats: 100, MedianSatVB: 3}, {Time: at.Add(-10 * time.Minute), Txs: 1000, FeesSats: 30, RewardSats: 100, MedianSatVB: 1},
	})
	if f.FeeShare != 0.2 || f.PerHour != 6 || f.TxPerS != 5 || f.Txs != 4000 {
		t.Errorf("%+v", f)
	}
}
