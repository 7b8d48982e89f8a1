package market

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Limits are how old the newest value of a kind may be before it counts as
// stale: the time between the end of what it is about and the moment of
// looking. A kind without a limit never grows stale.
type Limits map[Kind]time.Duration

// DefaultLimits are two to three publications missed, by kind.
func DefaultLimits() Limits {
	return Limits{
		RTLMP:          10 * time.Minute,
		RTSPP:          40 * time.Minute,
		RTMCPC:         20 * time.Minute,
		SystemLambda:   20 * time.Minute,
		Load:           30 * time.Minute,
		Capacity:       30 * time.Minute,
		Wind:           3 * time.Hour,
		Solar:          3 * time.Hour,
		RenewableShare: 30 * time.Minute,
		PRC:            10 * time.Minute,
		EEA:            10 * time.Minute,
		BTCUSD:         time.Hour,
		HashpriceUSD:   3 * time.Hour,
		Difficulty:     6 * time.Hour,
		DiffChange:     6 * time.Hour,
		Hashrate:       24 * time.Hour,
		BlockHeight:    6 * time.Hour,
		BlockFees:      6 * time.Hour,
		GPUHour:        24 * time.Hour,
		TokenUSD:       24 * time.Hour,
	}
}

// Spec says which part of the outside a site needs in its snapshots.
type Spec struct {
	Point  string   // settlement point; empty outside ERCOT
	GPUs   []string // GPU models rented out
	Tokens []string // language models served
	Limits Limits
}

// How far back a snapshot looks for series that it shows as a window.
const (
	priceWindow = 3 * time.Hour
	spotWindow  = 90 * time.Minute
)

// Windowed are the series of which a snapshot shows several intervals.
func (s Spec) Windowed() []Series {
	if s.Point == "" {
		return nil
	}
	series := []Series{{RTSPP, s.Point}, {RTLMP, s.Point}, {DASPP, s.Point}}
	for _, product := range Products() {
		series = append(series, Series{DAMCPC, product})
	}
	return series
}

// Latest are the series of which a snapshot shows the newest value alone.
func (s Spec) Latest() []Series {
	series := []Series{
		{Kind: BTCUSD},
		{Kind: Difficulty},
		{Kind: DiffChange},
		{Kind: Hashrate},
		{Kind: BlockHeight},
		{Kind: BlockFees},
		{Kind: HashpriceUSD},
		{Kind: CertificateUSD},
	}
	for _, gpu := range s.GPUs {
		series = append(series, Series{GPUHour, gpu})
	}
	for _, model := range s.Tokens {
		series = append(series, Series{TokenUSD, model})
	}
	if s.Point == "" {
		return series
	}
	for _, product := range Products() {
		series = append(series, Series{RTMCPC, product})
	}
	return append(series,
		Series{Kind: SystemLambda}, Series{Kind: Load}, Series{LoadForecast, "systemTotal"},
		Series{Kind: Wind}, Series{Kind: Solar}, Series{Kind: Capacity},
		Series{Kind: RenewableShare}, Series{Kind: PRC}, Series{Kind: EEA})
}

// WindowStart is the oldest interval start that a snapshot of the interval
// needs of its windowed series, given the oldest interval still to be settled
// (the zero time if none is).
func (s Spec) WindowStart(interval unit.Interval, unsettled time.Time) time.Time {
	from := interval.Start.Add(-priceWindow)
	if !unsettled.IsZero() && unsettled.Before(from) {
		from = unsettled.Truncate(unit.Settlement)
	}
	return from
}

// Assemble makes the snapshot of an interval out of observations: for each
// windowed series any number in time order, for each other the newest.
// Observations that became known after asOf are left out, so that handing in
// too much cannot leak the future.
func (s Spec) Assemble(interval unit.Interval, asOf time.Time, observations []Observation) Snapshot {
	snap := Snapshot{Interval: interval, AsOf: asOf, Point: s.Point}
	for _, o := range observations {
		if o.Known.After(asOf) {
			continue
		}
		s.place(&snap, o)
	}
	if n := len(snap.Settled); n > 0 {
		snap.SPP = snap.Settled[n-1]
	}
	sortKeyed(snap.DAReserve)
	sortKeyed(snap.RTReserve)
	sortKeyed(snap.GPU)
	sortKeyed(snap.Tokens)
	return snap
}

func (s Spec) place(snap *Snapshot, o Observation) {
	q := s.quote(o, snap.AsOf)
	hour := snap.Interval.Start.Truncate(time.Hour)
	switch o.Series.Kind {
	case RTSPP:
		snap.Settled = append(snap.Settled, q)
	case RTLMP:
		if q.Start.After(snap.Interval.Start.Add(-spotWindow)) {
			snap.SCED = append(snap.SCED, q)
		}
	case DASPP:
		if !q.Start.Before(hour) {
			snap.DayAhead = append(snap.DayAhead, q)
		}
	case DAMCPC:
		if q.Start.Equal(hour) {
			snap.DAReserve = append(snap.DAReserve, Keyed{o.Series.Key, q})
		}
	case RTMCPC:
		snap.RTReserve = append(snap.RTReserve, Keyed{o.Series.Key, q})
	case GPUHour:
		snap.GPU = append(snap.GPU, Keyed{o.Series.Key, q})
	case TokenUSD:
		snap.Tokens = append(snap.Tokens, Keyed{o.Series.Key, q})
	default:
		if field := snap.field(o.Series.Kind); field != nil {
			*field = q
		}
	}
}

// field is where the newest value of a single-valued kind goes.
func (s *Snapshot) field(k Kind) *Quote {
	switch k {
	case SystemLambda:
		return &s.System.Lambda
	case Load:
		return &s.System.Load
	case LoadForecast:
		return &s.System.LoadForecast
	case Wind:
		return &s.System.Wind
	case Solar:
		return &s.System.Solar
	case Capacity:
		return &s.System.Capacity
	case RenewableShare:
		return &s.System.RenewableShare
	case PRC:
		return &s.System.PRC
	case EEA:
		return &s.System.EEA
	case BTCUSD:
		return &s.Network.BTCUSD
	case Difficulty:
		return &s.Network.Difficulty
	case DiffChange:
		return &s.Network.DiffChange
	case Hashrate:
		return &s.Network.Hashrate
	case BlockHeight:
		return &s.Network.Height
	case BlockFees:
		return &s.Network.BlockFees
	case HashpriceUSD:
		return &s.Network.Hashprice
	case CertificateUSD:
		return &s.Certificate
	}
	return nil
}

func (s Spec) quote(o Observation, asOf time.Time) Quote {
	limit, limited := s.Limits[o.Series.Kind]
	return Quote{
		Value: o.Value, Start: o.Interval.Start, Length: o.Interval.Length,
		Known: o.Known, Source: o.Source, Simulated: o.Simulated,
		Stale: limited && asOf.Sub(o.Interval.End()) > limit,
	}
}

func sortKeyed(quotes []Keyed) {
	slices.SortFunc(quotes, func(a, b Keyed) int {
		if a.Key < b.Key {
			return -1
		}
		if a.Key > b.Key {
			return 1
		}
		return 0
	})
}

// Simulated reports whether anything in the snapshot was simulated.
func (s *Snapshot) Simulated() bool {
	for _, q := range []Quote{s.SPP, s.Network.Hashprice, s.System.EEA} {
		if q.Simulated {
			return true
		}
	}
	return slices.ContainsFunc(s.SCED, func(q Quote) bool { return q.Simulated }) ||
		slices.ContainsFunc(s.GPU, func(q Keyed) bool { return q.Simulated })
}
