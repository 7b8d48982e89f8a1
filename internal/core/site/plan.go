package site

import "github.com/pouw-dem/pouwdem/internal/core/unit"

// Use is what a megawatt does.
type Use string

// The uses. Power that no allocation names is off; Reserve is load that keeps
// consuming so that it can be dropped, and lies over Mine and Infer rather than
// beside them (see [Plan.Reserve]).
const (
	Mine    Use = "mine"
	Infer   Use = "infer"
	Grid    Use = "grid"
	Reserve Use = "reserve"
	Off     Use = "off"
)

// Allocation is power granted to one use of one class, machines only.
type Allocation struct {
	Class string  `json:"class"`
	Use   Use     `json:"use"`
	Tier  string  `json:"tier,omitempty"` // inference tier
	MW    unit.MW `json:"power_mw"`
}

// Hold is reserve offered or awarded on load that stays on.
type Hold struct {
	Product string  `json:"product"`
	MW      unit.MW `json:"power_mw"`
	Up      bool    `json:"up"` // true: the load can be dropped on call; false: it can be raised
}

// Plan is MW per class and use for one interval. Allocations are in the order
// of the site's classes, then by use. A class without an allocation is off.
type Plan struct {
	Allocations []Allocation `json:"allocations"`
	Reserve     []Hold       `json:"reserve,omitempty"`
}

// ClassMW is the power granted to a class, all uses together.
func (p Plan) ClassMW(class string) unit.MW {
	var sum unit.MW
	for _, a := range p.Allocations {
		if a.Class == class {
			sum += a.MW
		}
	}
	return sum
}

// UseMW is the power granted to a class for one use, all tiers together.
func (p Plan) UseMW(class string, use Use) unit.MW {
	var sum unit.MW
	for _, a := range p.Allocations {
		if a.Class == class && a.Use == use {
			sum += a.MW
		}
	}
	return sum
}

// MachineMW is the power granted to machines, without auxiliaries.
func (p Plan) MachineMW() unit.MW {
	var sum unit.MW
	for _, a := range p.Allocations {
		sum += a.MW
	}
	return sum
}

// Clone is a copy that shares no memory with p.
func (p Plan) Clone() Plan {
	return Plan{
		Allocations: append([]Allocation(nil), p.Allocations...),
		Reserve:     append([]Hold(nil), p.Reserve...),
	}
}
