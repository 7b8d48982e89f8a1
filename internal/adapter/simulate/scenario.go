package simulate

import (
	"fmt"
	"math"
	"net/http"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// Scenario is something that happens in the world from now on for some of its
// minutes: an emergency, a price at a settlement point, a group of machines
// that fails.
type Scenario struct {
	EEA        int      `json:"eea"`         // 0 leaves it alone
	Point      string   `json:"point"`       // whose price is set; "*" all
	USDPerMWh  *float64 `json:"usd_per_mwh"` // that price
	Site       string   `json:"site"`        // whose group fails
	Group      string   `json:"group"`       // empty: none fails
	ForMinutes float64  `json:"for_minutes"` // the world's minutes
}

// Play makes a scenario happen. What does not exist in the world is an error,
// and then nothing happens.
func (s *Server) Play(c Scenario) error {
	if !(c.ForMinutes > 0 && c.ForMinutes <= 7*24*60) {
		return fmt.Errorf("scenario for_minutes %g: want more than 0 and at most a week", c.ForMinutes)
	}
	if c.EEA < 0 || c.EEA > 3 {
		return fmt.Errorf("scenario eea %d: want 0 to 3", c.EEA)
	}
	if (c.Point == "") != (c.USDPerMWh == nil) {
		return fmt.Errorf("scenario: point and usd_per_mwh go together")
	}
	w := s.world.Load()
	event := world.Event{EEA: c.EEA, Point: c.Point}
	if c.Point != "" {
		if _, known := w.Point(c.Point); !known && c.Point != "*" {
			return fmt.Errorf("scenario point %q: the world has no such settlement point", c.Point)
		}
		if event.USDPerMWh = *c.USDPerMWh; math.Abs(event.USDPerMWh) > 10_000 {
			return fmt.Errorf("scenario usd_per_mwh %g: want -10000 to 10000", event.USDPerMWh)
		}
	}
	now := s.clock.Now()
	length := time.Duration(c.ForMinutes * float64(time.Minute))
	if c.Group != "" {
		if err := s.failGroup(c.Site, c.Group, now, now.Add(length)); err != nil {
			return err
		}
	}
	if event.EEA > 0 || event.Point != "" {
		event.From, event.To = now, now.Add(length)
		s.scenario.Lock()
		s.world.Store(s.world.Load().With(event))
		s.scenario.Unlock()
	}
	s.log.Info("scenario played", "eea", c.EEA, "point", c.Point, "group", c.Group, "for_minutes", c.ForMinutes)
	return nil
}

func (s *Server) putScenario(w http.ResponseWriter, r *http.Request) {
	var c Scenario
	if err := decode(w, r, &c); err != nil {
		writeJSON(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
		return
	}
	if err := s.Play(c); err != nil {
		writeJSON(w, http.StatusUnprocessableEntity, map[string]string{"error": err.Error()})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"accepted": true, "world_time": s.clock.Now()})
}

// deleteScenario ends what was imposed on the market. What it did stays done.
func (s *Server) deleteScenario(w http.ResponseWriter, _ *http.Request) {
	s.scenario.Lock()
	s.world.Store(s.world.Load().Until(s.clock.Now()))
	s.scenario.Unlock()
	w.WriteHeader(http.StatusNoContent)
}
