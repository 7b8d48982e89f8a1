// Package oracle says what of the market is reported to contracts: which feeds
// there are, in what unit, how often, how far a value may step, and which
// observation stands for an epoch.
//
// It is not for signing or sending reports (adapter/chain/market), nor for
// deciding when (service/oracle).
package oracle

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// Feed is one series as contracts know it. Values are integers: the series'
// value times Scale, rounded.
type Feed struct {
	Name   string        `json:"name"` // at most 31 bytes of ASCII, which are its id
	Series market.Series `json:"series"`
	Scale  float64       `json:"scale"`
	Unit   string        `json:"unit"` // of the integers
	Period time.Duration `json:"period_ns"`
	MaxAge time.Duration `json:"max_age_ns"` // older than that, contracts refuse it

	// A value may step by the larger of StepShare of the last one's size and
	// StepFloor; beyond, it is held back until RebaseAfter rounds in a row agree.
	StepShare   float64 `json:"step_share"`
	StepFloor   int64   `json:"step_floor"`
	RebaseAfter int     `json:"rebase_after"`
}

// ID is the feed's name in 32 bytes, zeros behind it.
func (f Feed) ID() (id [32]byte) {
	copy(id[:], f.Name)
	return id
}

// Epoch is the number of the epoch that covers t: periods since 1970.
func (f Feed) Epoch(t time.Time) uint32 { return uint32(t.Unix() / int64(f.Period/time.Second)) }

// Over is when an epoch ends.
func (f Feed) Over(epoch uint32) time.Time {
	return time.Unix((int64(epoch)+1)*int64(f.Period/time.Second), 0).UTC()
}

// Hashprice is the name of the feed that futures settle on.
const Hashprice = "hashprice"

// micro is how many millionths one is.
const micro = 1e6

// Feeds are the settlement point prices of points, the renewable share, the
// hashprice and the network's hashrate.
//
// Steps: a settlement point price may rise from 30 to the cap of 5,000 $/MWh
// within one interval, so that its floor is 250 $/MWh and two rounds that agree
// set a new level: contracts wait half an hour for a scarcity price, and no
// single report makes one.
func Feeds(points []string) []Feed {
	var feeds []Feed
	for _, p := range points {
		feeds = append(feeds, Feed{
			Name: "rt_spp/" + p, Series: market.Series{Kind: market.RTSPP, Key: p}, Scale: micro, Unit: "micro-USD/MWh",
			Period: 15 * time.Minute, MaxAge: 2 * time.Hour, StepShare: 1, StepFloor: 250 * micro, RebaseAfter: 2,
		})
	}
	return append(feeds,
		Feed{
			Name: "renewable_share", Series: market.Series{Kind: market.RenewableShare}, Scale: micro, Unit: "millionths of generation",
			Period: 15 * time.Minute, MaxAge: 2 * time.Hour, StepShare: 0.5, StepFloor: 0.2 * micro, RebaseAfter: 2,
		},
		Feed{
			Name: Hashprice, Series: market.Series{Kind: market.HashpriceUSD}, Scale: micro, Unit: "micro-USD/PH/day",
			Period: time.Hour, MaxAge: 3 * time.Hour, StepShare: 0.2, StepFloor: 2 * micro, RebaseAfter: 3,
		},
		Feed{
			Name: "hashrate", Series: market.Series{Kind: market.Hashrate}, Scale: 1, Unit: "TH/s",
			Period: time.Hour, MaxAge: 12 * time.Hour, StepShare: 0.3, StepFloor: 1, RebaseAfter: 3,
		})
}

// Check says whether a feed can be reported.
func (f Feed) Check() error {
	switch {
	case f.Name == "" || len(f.Name) > 31:
		return fmt.Errorf("feed %q: its name needs 1 to 31 bytes", f.Name)
	case f.Period < time.Second || f.Period%time.Second != 0 || f.MaxAge < f.Period:
		return fmt.Errorf("feed %s: its period is whole seconds, and values live at least one period", f.Name)
	case f.StepShare < 0 || f.StepShare > 6 || f.StepFloor < 0 || f.RebaseAfter < 1 || f.RebaseAfter > 255 || !(f.Scale > 0):
		return fmt.Errorf("feed %s: impossible steps or scale", f.Name)
	}
	return nil
}

// Round is what is reported for one epoch.
type Round struct {
	Epoch    uint32
	Value    int64
	Observed time.Time // what the value is about, within the epoch
}

// ErrTooLarge is returned for a value that 63 bits do not hold at its scale.
var ErrTooLarge = errors.New("value does not fit its feed")

// Rounds are the rounds of the epochs after last that are over by now and have
// an observation, ascending, at most the newest most of them: the last
// observation about an epoch stands for it. An epoch without an observation has
// no round; nothing is filled in.
func Rounds(f Feed, known []market.Observation, last uint32, now time.Time, most int) ([]Round, error) {
	newest := map[uint32]market.Observation{}
	for _, o := range known {
		epoch := f.Epoch(o.Interval.Start)
		if o.Series != f.Series || epoch <= last || f.Over(epoch).After(now) || o.Known.After(now) {
			continue
		}
		if had, ok := newest[epoch]; !ok || !o.Interval.Start.Before(had.Interval.Start) {
			newest[epoch] = o
		}
	}
	rounds := make([]Round, 0, len(newest))
	for epoch, o := range newest {
		v := math.Round(o.Value * f.Scale)
		if math.IsNaN(v) || math.Abs(v) >= 1<<62 {
			return nil, fmt.Errorf("feed %s, epoch %d: %w: %g", f.Name, epoch, ErrTooLarge, o.Value)
		}
		rounds = append(rounds, Round{Epoch: epoch, Value: int64(v), Observed: o.Interval.Start.UTC().Truncate(time.Second)})
	}
	slices.SortFunc(rounds, func(a, b Round) int { return int(int64(a.Epoch) - int64(b.Epoch)) })
	return rounds[max(0, len(rounds)-most):], nil
}
