package app

import (
	"fmt"
	"log/slog"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/service/gridwatch"
)

// newWatch studies the configured network, or the synthetic one; nil where no
// study is wanted.
func newWatch(cfg *config.Config, sites []site.Site, st *store.Store, c clock.Clock, log *slog.Logger) (*gridwatch.Watch, error) {
	if cfg.Network.Every == 0 {
		return nil, nil
	}
	w := gridwatch.Config{
		Sites: sites, Buses: make(map[string]int), Simulated: cfg.World == config.WorldSimulated, Limits: cfg.StaleLimits(),
		Every: cfg.Network.Every, History: st, Ledger: st, Sink: st, Clock: c, Log: log,
	}
	for _, s := range cfg.Sites {
		w.Buses[s.ID] = s.Bus
	}
	var err error
	if cfg.Network.Case != "" {
		w.Case, err = readCase(cfg.Network.Case)
	} else {
		w.Case, err = synth.Default()
		w.Synthetic = true
		w.Place = func(point string) (int, error) { return synth.BusFor(w.Case, point) }
		for _, z := range synth.Zones() {
			w.Zones = append(w.Zones, z.Name)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("network.case: %w", err)
	}
	if _, err := grid.Compile(w.Case, grid.Options{}); err != nil {
		return nil, fmt.Errorf("network.case: %w", err)
	}
	w.Name = w.Case.Name
	return gridwatch.New(w)
}
