package httpapi

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Forecasts knows the newest forecasts.
type Forecasts interface {
	Forecasts() []report.PointForecast
}

// Outlooks knows what is expected beside prices.
type Outlooks interface {
	System() report.SystemOutlook
	Bitcoin() report.BitcoinOutlook
	Peaks() report.PeakOutlook
}

// unforeseen is where nothing is forecast.
type unforeseen struct{}

func (unforeseen) Forecasts() []report.PointForecast { return nil }

const noForecasts = "This process forecasts nothing."

func (unforeseen) System() report.SystemOutlook {
	return report.SystemOutlook{Text: noForecasts, Series: []report.SystemForecast{}}
}

func (unforeseen) Bitcoin() report.BitcoinOutlook {
	return report.BitcoinOutlook{Text: noForecasts, Blocks: []report.MinedBlock{}, Pools: []report.PoolShare{}}
}

func (unforeseen) Peaks() report.PeakOutlook {
	return report.PeakOutlook{
		Status: "waiting", Text: noForecasts, StartS: []int64{}, LoadMW: []float64{}, Chances: []float64{},
		Rules: []report.PeakRule{}, Classes: []report.PeakClass{},
	}
}

func (s *Server) forecastRoutes(api huma.API) {
	get(api, "/api/forecasts/system", "systemForecasts", "Load, wind, sun and renewable share ahead", func(context.Context, *nothing) (report.SystemOutlook, error) {
		return s.deps.Outlooks.System(), nil
	})
	get(api, "/api/forecasts/bitcoin", "bitcoinForecasts", "Bitcoin's network: the next retarget, pools, blocks and fees", func(context.Context, *nothing) (report.BitcoinOutlook, error) {
		return s.deps.Outlooks.Bitcoin(), nil
	})
	get(api, "/api/forecasts/peaks", "peakForecasts", "How likely today's hours are to be the month's coincident peak", func(context.Context, *nothing) (report.PeakOutlook, error) {
		return s.deps.Outlooks.Peaks(), nil
	})
	get(api, "/api/forecasts", "forecasts", "The newest forecast of each settlement point's price, with its running scores", s.forecasts)
}

func (s *Server) forecasts(context.Context, *nothing) (report.Forecasts, error) {
	return report.Listed(s.deps.Forecasts.Forecasts()), nil
}
