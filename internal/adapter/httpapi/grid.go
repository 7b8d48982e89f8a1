package httpapi

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Network knows the newest study of the power network.
type Network interface {
	Study() report.Grid
	Map() report.GridMap
	// Case is the case file the newest study was made on; ok is false before
	// the first.
	Case() (text []byte, name string, ok bool)
}

// unstudied is where no network is studied: a study that does not come.
type unstudied struct{}

func (unstudied) Study() report.Grid {
	return report.Grid{
		Status: "waiting", Text: "This process studies no network.",
		Inputs: []report.Value{}, Zones: []report.GridZone{}, Sites: []report.GridSite{},
	}
}

func (unstudied) Map() report.GridMap {
	return report.GridMap{
		Zones: []string{}, Sites: []report.GridMapSite{},
		Buses: report.GridMapBuses{
			ID: []int{}, X: []float64{}, Y: []float64{}, Zone: []int{}, KV: []float64{}, VmPU: []*float64{}, PriceUSDPerMWh: []*float64{},
		},
		Branches: report.GridMapBranches{From: []int{}, To: []int{}, KV: []float64{}, LoadingPct: []*float64{}, LimitMVA: []*float64{}},
	}
}

func (unstudied) Case() (text []byte, name string, ok bool) { return nil, "", false }

func (s *Server) gridRoutes(api huma.API) {
	get(api, "/api/grid", "grid", "The newest study of the power network", s.grid)
	get(api, "/api/grid/map", "gridMap", "The network to be drawn, in columns", s.gridMap)
}

// grid judges each site's plan of now on the newest study.
func (s *Server) grid(ctx context.Context, _ *nothing) (report.Grid, error) {
	records, err := s.records(ctx, s.cfg.Sites)
	if err != nil {
		return report.Grid{}, err
	}
	return report.GridWithPlans(s.deps.Network.Study(), s.deps.Clock.Now(), records), nil
}

func (s *Server) gridMap(context.Context, *nothing) (report.GridMap, error) {
	return s.deps.Network.Map(), nil
}

// serveCase serves the very case of the newest study, for other programs to
// check it on.
func (s *Server) serveCase(w http.ResponseWriter, _ *http.Request) {
	text, name, ok := s.deps.Network.Case()
	if !ok {
		writeProblem(w, http.StatusNotFound, "no network has been studied yet")
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`.m"`)
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(text) // a client that has gone away cannot be told
}
