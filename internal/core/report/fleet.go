package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Fleet is machines by group (GET /api/fleet).
type Fleet struct {
	At        time.Time    `json:"at_utc"`
	Simulated bool         `json:"simulated"`
	Groups    []FleetGroup `json:"groups"`
}

// FleetGroup is one class of machines of a site, or its settlement meter.
type FleetGroup struct {
	Site         string     `json:"site"`
	Class        string     `json:"class"` // empty: the settlement meter
	Kind         string     `json:"kind"`  // asic, gpu, cpu, meter
	Model        string     `json:"model"`
	Units        int        `json:"units"`
	UnitsOn      *int       `json:"units_on"`
	MaxMW        float64    `json:"max_mw"`
	TargetMW     *float64   `json:"target_mw"`
	ActualMW     *float64   `json:"actual_mw"`
	EnergyMWh    *float64   `json:"energy_mwh"` // counter
	HashrateTHs  *float64   `json:"hashrate_ths"`
	JPerTH       *float64   `json:"j_per_th"`
	CommandState string     `json:"command_state"` // fate of the newest command; empty if none
	CommandError string     `json:"command_error"`
	LastSeen     *time.Time `json:"last_seen_utc"`
	AgeS         *float64   `json:"age_s"`
	Stale        bool       `json:"stale"`
	Source       string     `json:"source"`
	Simulated    bool       `json:"simulated"`
}

// quiet is how old a reading may be before it counts as stale: readings come
// every minute.
const quiet = 5 * time.Minute

// FleetOf shows each class of machines, and each site's settlement meter where
// it has been read. commands are those of the newest decisions.
func FleetOf(at time.Time, sites []SiteRecord, readings []site.Reading, commands []episode.Command) Fleet {
	f := Fleet{At: at, Groups: []FleetGroup{}}
	for i := range sites {
		s := &sites[i].Site
		for j := range s.Classes {
			c := &s.Classes[j]
			g := FleetGroup{
				Site: s.ID, Class: c.ID, Kind: string(c.Kind), Model: c.Model,
				Units: c.Units, MaxMW: float64(c.MaxMW()),
			}
			if d := sites[i].Newest; d != nil {
				g.TargetMW = number(float64(d.Plan.ClassMW(c.ID)))
			}
			g.command(commands)
			g.reading(at, readings)
			f.Groups = append(f.Groups, g)
		}
		meter := FleetGroup{Site: s.ID, Kind: "meter", Model: "settlement meter", MaxMW: float64(s.Limits.SiteMW)}
		if d := sites[i].Newest; d != nil {
			meter.TargetMW = number(float64(s.PlanMeterMW(d.Plan)))
		}
		meter.reading(at, readings)
		f.Groups = append(f.Groups, meter)
	}
	for i := range f.Groups {
		f.Simulated = f.Simulated || f.Groups[i].Simulated
	}
	return f
}

func (g *FleetGroup) command(commands []episode.Command) {
	for i := range commands {
		if c := &commands[i]; c.Site == g.Site && c.Class == g.Class {
			g.CommandState, g.CommandError = c.State, c.Error
		}
	}
}

func (g *FleetGroup) reading(at time.Time, readings []site.Reading) {
	for i := range readings {
		r := &readings[i]
		if r.Site != g.Site || r.Class != g.Class {
			continue
		}
		age := at.Sub(r.At)
		g.ActualMW, g.EnergyMWh = number(float64(r.Power)), number(float64(r.Energy))
		g.LastSeen, g.AgeS = instant(r.At), number(age.Seconds())
		g.Stale, g.Source, g.Simulated = age > quiet, r.Source, r.Simulated
		if g.Class == "" {
			continue
		}
		on := r.UnitsOn
		g.UnitsOn = &on
		if r.THs > 0 {
			g.HashrateTHs = number(float64(r.THs))
			g.JPerTH = number(float64(r.Power) * 1e6 / float64(r.THs))
		}
	}
}
