package app

import (
	"context"
	"log/slog"
	"runtime/debug"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// forecastsKept is how long forecasts are kept.
const forecastsKept = 30 * 24 * time.Hour

// newForecaster forecasts at the settlement points that sites are at, and the
// day-ahead prices there.
func newForecaster(sites []site.Site, st *store.Store, filled <-chan struct{}, c clock.Clock, log *slog.Logger) (*forecaster.Forecaster, *forecaster.Daily, error) {
	var points []string
	for _, s := range sites {
		if s.Point != "" && !slices.Contains(points, s.Point) {
			points = append(points, s.Point)
		}
	}
	slices.Sort(points)
	version := programVersion()
	daily := forecaster.NewDaily(forecaster.DailyConfig{Points: points, Version: version, History: st, Shelf: st, Filled: filled, Clock: c, Log: log})
	f, err := forecaster.New(forecaster.Config{
		Points: points, Version: version, History: st, Shelf: st, Filled: filled, Daily: daily, Clock: c, Log: log,
	})
	return f, daily, err
}

// outlooks are the forecasts beside those of prices.
type outlooks struct {
	system  *forecaster.System
	network *forecaster.Network
	peaks   *forecaster.Peaks
}

// System is what the power system is expected to do.
func (o outlooks) System() report.SystemOutlook { return o.system.Outlook() }

// Bitcoin is what bitcoin's network is expected to do.
func (o outlooks) Bitcoin() report.BitcoinOutlook { return o.network.Outlook() }

// Peaks is how likely today holds the month's coincident peak.
func (o outlooks) Peaks() report.PeakOutlook { return o.peaks.Outlook() }

func newOutlooks(s *services) outlooks {
	version := programVersion()
	rules, err := s.cfg.Peaks.Build()
	if err != nil { // a configuration is checked before
		s.log.Error("rules of coincident peaks not understood", "error", err)
	}
	peaks := forecaster.PeaksConfig{
		Rules: rules, ResponseMW: s.cfg.Peaks.ResponseMW, Sites: s.sites, History: s.store, Filled: s.filled, Clock: s.clock, Log: s.log,
	}
	network := forecaster.NetworkConfig{History: s.store, Clock: s.clock, Log: s.log, Simulated: s.cfg.World == config.WorldSimulated}
	if s.outside.bitcoin != nil {
		network.Explorer, network.Source = s.outside.bitcoin, "mempool"
	}
	return outlooks{
		system:  forecaster.NewSystem(forecaster.SystemConfig{Version: version, History: s.store, Shelf: s.store, Filled: s.posted, Clock: s.clock, Log: s.log}),
		network: forecaster.NewNetwork(network),
		peaks:   forecaster.NewPeaks(peaks),
	}
}

func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// forgetForecasts deletes those that are older than their keep.
func (s *services) forgetForecasts(ctx context.Context) {
	if err := s.store.PruneForecasts(ctx, s.clock.Now().Add(-forecastsKept)); err != nil && ctx.Err() == nil {
		s.log.WarnContext(ctx, "old forecasts not deleted", "error", err)
	}
}
