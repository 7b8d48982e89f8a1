package app

import (
	"context"
	"log/slog"
	"runtime/debug"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/service/forecaster"
)

// forecastsKept is how long forecasts are kept.
const forecastsKept = 30 * 24 * time.Hour

// newForecaster forecasts at the settlement points that sites are at.
func newForecaster(sites []site.Site, st *store.Store, c clock.Clock, log *slog.Logger) (*forecaster.Forecaster, error) {
	var points []string
	for _, s := range sites {
		if s.Point != "" && !slices.Contains(points, s.Point) {
			points = append(points, s.Point)
		}
	}
	slices.Sort(points)
	version := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
	}
	return forecaster.New(forecaster.Config{Points: points, Version: version, History: st, Shelf: st, Clock: c, Log: log})
}

// forgetForecasts deletes those that are older than their keep.
func (s *services) forgetForecasts(ctx context.Context) {
	if err := s.store.PruneForecasts(ctx, s.clock.Now().Add(-forecastsKept)); err != nil && ctx.Err() == nil {
		s.log.WarnContext(ctx, "old forecasts not deleted", "error", err)
	}
}
