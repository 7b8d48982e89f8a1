package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// SnapshotOf shows what a decision about a site saw. Ages are as of the
// snapshot itself.
func SnapshotOf(s *site.Site, snap *market.Snapshot) Snapshot {
	return Snapshot{
		Site: s.ID, Point: snap.Point, Start: snap.Interval.Start, AsOf: snap.AsOf,
		Late: snap.Late, Simulated: snap.Simulated(),
		Values:   snapshotValues(s, snap),
		SCED:     quotes("rt_lmp", market.RTLMP.Unit(), snap.SCED, snap.AsOf),
		Settled:  quotes("rt_spp", market.RTSPP.Unit(), snap.Settled, snap.AsOf),
		DayAhead: quotes("da_spp", market.DASPP.Unit(), snap.DayAhead, snap.AsOf),
		Outlook:  outlookSeen(snap),
	}
}

func snapshotValues(s *site.Site, snap *market.Snapshot) []Value {
	at := snap.AsOf
	var values []Value
	if snap.Point != "" {
		values = append(values, Of("spp", market.RTSPP.Unit(), snap.SPP, at))
	}
	values = append(values, expectedValue(s, snap, at))
	if snap.Point != "" {
		values = append(values, systemValues(&snap.System, at)...)
	}
	values = append(values, networkValues(&snap.Network, at)...)
	values = append(values, certificateValue(snap, at)...)
	values = append(values, keyed(market.GPUHour, snap.GPU, at)...)
	values = append(values, keyed(market.TokenUSD, snap.Tokens, at)...)
	values = append(values, keyed(market.DAMCPC, snap.DAReserve, at)...)
	return append(values, keyed(market.RTMCPC, snap.RTReserve, at)...)
}

func systemValues(s *market.System, at time.Time) []Value {
	return []Value{
		ofKind(market.SystemLambda, s.Lambda, at),
		ofKind(market.Load, s.Load, at),
		ofKind(market.LoadForecast, s.LoadForecast, at),
		ofKind(market.Wind, s.Wind, at),
		ofKind(market.Solar, s.Solar, at),
		ofKind(market.Capacity, s.Capacity, at),
		ofKind(market.RenewableShare, s.RenewableShare, at),
		ofKind(market.PRC, s.PRC, at),
		ofKind(market.EEA, s.EEA, at),
	}
}

// certificateValue is the price of certified curtailment, where one was sold.
func certificateValue(s *market.Snapshot, at time.Time) []Value {
	if !s.Certificate.OK() {
		return nil
	}
	return []Value{ofKind(market.CertificateUSD, s.Certificate, at)}
}

func networkValues(n *market.Network, at time.Time) []Value {
	return []Value{
		ofKind(market.BTCUSD, n.BTCUSD, at),
		ofKind(market.Difficulty, n.Difficulty, at),
		ofKind(market.DiffChange, n.DiffChange, at),
		ofKind(market.Hashrate, n.Hashrate, at),
		ofKind(market.BlockHeight, n.Height, at),
		ofKind(market.BlockFees, n.BlockFees, at),
		ofKind(market.HashpriceUSD, n.Hashprice, at),
	}
}

func ofKind(k market.Kind, q market.Quote, at time.Time) Value { return Of(string(k), k.Unit(), q, at) }

func keyed(k market.Kind, quotes []market.Keyed, at time.Time) []Value {
	var values []Value
	for _, q := range quotes {
		values = append(values, Of(market.Series{Kind: k, Key: q.Key}.String(), k.Unit(), q.Quote, at))
	}
	return values
}

func quotes(name, unit string, of []market.Quote, at time.Time) []Value {
	values := make([]Value, 0, len(of))
	for _, q := range of {
		values = append(values, Of(name, unit, q, at))
	}
	return values
}
