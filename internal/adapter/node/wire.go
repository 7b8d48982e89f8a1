package node

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	maxMW      = 5_000           // a reading above this is watts sent as kilowatts
	maxMWh     = 1e9             // counters of a century at 1 GW stay below
	maxTHs     = 1e10            // ten times the whole network of 2025
	maxSkew    = 5 * time.Minute // between the agent's clock and ours
	maxNameLen = 64
)

// groupsAnswer is the body of GET /v1/groups. Pointers tell a missing number
// from a zero.
type groupsAnswer struct {
	Time   time.Time `json:"time"`
	Groups []group   `json:"groups"`
}

type group struct {
	Name        string   `json:"group"`
	State       string   `json:"state"`
	TargetKW    *float64 `json:"target_kw"`
	PowerKW     *float64 `json:"power_kw"`
	EnergyKWh   *float64 `json:"energy_kwh"`
	HashrateTHs *float64 `json:"hashrate_ths"`
	UnitsOn     *int     `json:"units_on"`
	Units       *int     `json:"units"`
}

// meterAnswer is the body of GET /v1/meter.
type meterAnswer struct {
	Time      time.Time `json:"time"`
	PowerKW   *float64  `json:"power_kw"`
	EnergyKWh *float64  `json:"energy_kwh"`

	Switchgear *site.Switchgear `json:"switchgear"`
}

type targetOrder struct {
	TargetKW  float64 `json:"target_kw"`
	RequestID string  `json:"request_id"`
}

// receipt is the body of a 202 to a target.
type receipt struct {
	Accepted  bool   `json:"accepted"`
	RequestID string `json:"request_id"`
}

func parseGroups(body []byte, now time.Time) ([]site.Reading, error) {
	var answer groupsAnswer
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("the answer is not the documented JSON: %w", err)
	}
	if answer.Groups == nil {
		return nil, errors.New("groups is missing")
	}
	if err := checkTime(answer.Time, now); err != nil {
		return nil, err
	}
	seen := make(map[string]bool, len(answer.Groups))
	readings := make([]site.Reading, 0, len(answer.Groups))
	for i, g := range answer.Groups {
		if err := g.check(); err != nil {
			return nil, fmt.Errorf("group %d %q: %w", i, clip(g.Name), err)
		}
		if seen[g.Name] {
			return nil, fmt.Errorf("group %q is listed twice", g.Name)
		}
		seen[g.Name] = true
		readings = append(readings, site.Reading{
			Class:   g.Name,
			At:      answer.Time.UTC(),
			Power:   unit.MW(*g.PowerKW / kWPerMW),
			Energy:  unit.MWh(*g.EnergyKWh / kWPerMW),
			THs:     unit.THs(*g.HashrateTHs),
			UnitsOn: *g.UnitsOn,
		})
	}
	return readings, nil
}

func parseMeter(body []byte, now time.Time) (site.Reading, error) {
	var answer meterAnswer
	if err := json.Unmarshal(body, &answer); err != nil {
		return site.Reading{}, fmt.Errorf("the answer is not the documented JSON: %w", err)
	}
	if err := checkTime(answer.Time, now); err != nil {
		return site.Reading{}, err
	}
	if err := errors.Join(
		checkNumber("power_kw", answer.PowerKW, maxMW*kWPerMW),
		checkNumber("energy_kwh", answer.EnergyKWh, maxMWh*kWPerMW),
	); err != nil {
		return site.Reading{}, err
	}
	return site.Reading{
		At:     answer.Time.UTC(),
		Power:  unit.MW(*answer.PowerKW / kWPerMW),
		Energy: unit.MWh(*answer.EnergyKWh / kWPerMW),

		Switchgear: answer.Switchgear,
	}, nil
}

// checkReceipt says whether a 202 acknowledges the command that was sent. An
// answer that cannot be read leaves the outcome open; one that says no does not.
func checkReceipt(body []byte, requestID string) error {
	var r receipt
	if err := json.Unmarshal(body, &r); err != nil {
		return fmt.Errorf("%w: the receipt is not the documented JSON: %w", site.ErrUnknown, err)
	}
	if r.RequestID != requestID {
		return fmt.Errorf("%w: the receipt is for request %q", site.ErrUnknown, clip(r.RequestID))
	}
	if !r.Accepted {
		return errors.New("the agent did not accept the target")
	}
	return nil
}

func (g group) check() error {
	if !validName(g.Name) {
		return errors.New("group: want 1 to 64 letters, digits, '.', '_' or '-'")
	}
	switch g.State {
	case "running", "ramping", "asleep", "fault":
	default:
		return fmt.Errorf("state %q: want running, ramping, asleep or fault", clip(g.State))
	}
	if err := errors.Join(
		checkNumber("target_kw", g.TargetKW, maxMW*kWPerMW),
		checkNumber("power_kw", g.PowerKW, maxMW*kWPerMW),
		checkNumber("energy_kwh", g.EnergyKWh, maxMWh*kWPerMW),
		checkNumber("hashrate_ths", g.HashrateTHs, maxTHs),
	); err != nil {
		return err
	}
	if g.Units == nil || g.UnitsOn == nil {
		return errors.New("units and units_on are required")
	}
	if *g.UnitsOn < 0 || *g.UnitsOn > *g.Units {
		return fmt.Errorf("units_on %d: want 0 to units (%d)", *g.UnitsOn, *g.Units)
	}
	return nil
}

func checkNumber(field string, v *float64, limit float64) error {
	if v == nil {
		return fmt.Errorf("%s is missing", field)
	}
	if math.IsNaN(*v) || *v < 0 || *v > limit {
		return fmt.Errorf("%s %g: want 0 to %g; wrong unit?", field, *v, limit)
	}
	return nil
}

// checkTime refuses a reading that was not just taken: an agent that repeats
// yesterday's numbers must not pass for a live one.
func checkTime(at, now time.Time) error {
	if at.IsZero() {
		return errors.New("time is missing; want RFC 3339")
	}
	if skew := at.Sub(now); skew > maxSkew || skew < -maxSkew {
		return fmt.Errorf("time %s is %s off; the reading is old or the agent's clock is wrong",
			at.UTC().Format(time.RFC3339), skew.Abs().Round(time.Second))
	}
	return nil
}

// validName keeps names that are one URL path segment as they stand.
func validName(name string) bool {
	if name == "" || len(name) > maxNameLen || strings.Trim(name, ".") == "" {
		return false
	}
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_', r == '-':
		default:
			return false
		}
	}
	return true
}

// clip shortens foreign text for an error message.
func clip(s string) string {
	if len(s) > maxNameLen {
		return s[:maxNameLen] + "..."
	}
	return s
}
