package report

import "time"

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
