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

// unforeseen is where nothing is forecast.
type unforeseen struct{}

func (unforeseen) Forecasts() []report.PointForecast { return nil }

func (s *Server) forecastRoutes(api huma.API) {
	get(api, "/api/forecasts", "forecasts", "The newest forecast of each settlement point's price, with its running scores", s.forecasts)
}

func (s *Server) forecasts(context.Context, *nothing) (report.Forecasts, error) {
	return report.Listed(s.deps.Forecasts.Forecasts()), nil
}
