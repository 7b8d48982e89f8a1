package network_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
)

// At every progress the filter is better than no change and than the estimate of
// mempool.space, on epochs whose hashrate changes by 3 %.
func TestRetargetsOfSimulatedEpochsAreForecastBetterThanByEitherRule(t *testing.T) {
	scores, err := network.Simulate(800, 0.03, []float64{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9}, rand.New(rand.NewPCG(1, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if len(scores) != 7 {
		t.Fatalf("%d scores", len(scores))
	}
	for _, s := range scores {
		if s.Ours >= s.NoChange || s.Ours >= s.Mempool {
			t.Errorf("at %.0f %%: ours %.2f, no change %.2f, mempool %.2f points", 100*s.Progress, s.Ours, s.NoChange, s.Mempool)
		}
	}
}

// mempool.space's own test of the estimate: 1,451 blocks into the epoch of height
// 830,027 it expects +8.5127 %. Reconstructed from its figures: the pace of the
// epoch alone counts there.
func TestTheEstimateOfMempoolIsThePaceOfTheEpoch(t *testing.T) {
	const found = 1451
	spacing := 600 / 1.085127 // seconds
	elapsed := time.Duration(spacing * (found + 1) * float64(time.Second))
	if got := network.Mempool(found, elapsed, 0, 0); math.Abs(got-0.085127) > 1e-6 {
		t.Errorf("%.6f", got)
	}
	if got := network.Mempool(0, time.Minute, 504*10*time.Minute, 0); math.Abs(got) > 0.01 {
		t.Errorf("an epoch that has just begun after a usual one: %.4f", got)
	}
}

// Luxor's hashprice of 2026-01-12 was 0.00043143 BTC/PH/day at a difficulty of
// 146.47 T and fees of 0.55 % of the reward.
func TestHashpriceIsThatOfItsDefinition(t *testing.T) {
	fees := 3.125 * 0.0055 / (1 - 0.0055)
	if got := network.Hashprice(146.47e12, 3.125, fees); math.Abs(got/0.00043143-1) > 1e-3 {
		t.Errorf("%.8f", got)
	}
	for height, want := range map[int]float64{0: 50, 209_999: 50, 210_000: 25, 840_000: 3.125} {
		if got := network.Subsidy(height); got != want {
			t.Errorf("height %d: %v BTC, %v expected", height, got, want)
		}
	}
}

func TestTheHashrateOfASteadyNetworkIsFound(t *testing.T) {
	f := network.NewFilter(0.005, 0)
	for range 200 {
		if err := f.Observe(144, 24*time.Hour, 100e12); err != nil {
			t.Fatal(err)
		}
	}
	th, deviation, ok := f.Hashrate()
	want := 100e12 * math.Pow(2, 32) / 600 / 1e12
	if !ok || math.Abs(th/want-1) > 1e-9 || deviation > 0.03 {
		t.Errorf("%.4g TH/s +- %.3f, %.4g expected", th, deviation, want)
	}
	o, err := f.Retarget(1008, 7*24*time.Hour, 100e12)
	if err != nil || math.Abs(o.Change) > 1e-3 || math.Abs(o.Remaining.Hours()-168) > 1 {
		t.Errorf("%+v, %v", o, err)
	}
}

// Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion",
// give Wilson's interval for 0 and for all as [0, z2/(n+z2)] and its mirror.
func TestSharesOfPoolsHaveWilsonsInterval(t *testing.T) {
	const z2 = 3.841458820694124
	none, _ := network.ShareOf(0, 144, 0)
	all, _ := network.ShareOf(144, 144, 0.5)
	if math.Abs(none.High-z2/(144+z2)) > 1e-9 || none.Low != 0 || math.Abs(all.Low-144/(144+z2)) > 1e-9 || all.Luck != 2 {
		t.Errorf("%+v %+v", none, all)
	}
}

func TestCountsThatMakeNoSenseAreRefused(t *testing.T) {
	f := network.NewFilter(0.01, 0)
	for _, err := range []error{
		f.Observe(-1, time.Hour, 1), f.Observe(1, 0, 1), f.Observe(1, time.Hour, 0), f.Observe(1, time.Hour, math.NaN()),
		second(f.Retarget(1, time.Hour, 1)), second(network.ShareOf(3, 2, 0)),
	} {
		if !errors.Is(err, network.ErrInput) {
			t.Error(err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
