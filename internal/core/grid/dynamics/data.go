package dynamics

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// ReadData reads the JSON of a [Data]. What it does not know is an error.
func ReadData(name string, src []byte) (Data, error) {
	var d Data
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return Data{}, fmt.Errorf("read machine data %s: %w", name, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Data{}, fmt.Errorf("read machine data %s: something follows the first JSON value", name)
	}
	return d, nil
}

// Assume gives every generator in service of a case, that turns, typical values
// (round rotor: Kundur, 1994, example 12.6; exciter: Sauer and Pai, 1998, table
// 7.3; governor: TGOV1 with 5 % droop and ERCOT's deadband of 0.017 Hz). Wind,
// sun and batteries do not turn. Inertia goes by fuel, within the ranges of
// Kundur's table 3.2. The result says of each machine that it is assumed.
func Assume(c *grid.Case) []Machine {
	var machines []Machine
	for i, g := range c.Gens {
		fuel := ""
		if i < len(c.GenFuels) {
			fuel = c.GenFuels[i]
		}
		h := inertiaOf(fuel)
		if !g.On() || h == 0 || g.Pmax <= 0 && g.Pg <= 0 && fuel == "" && g.Qmax <= 0 {
			continue
		}
		m := Machine{
			Generator: i + 1, Assumed: true, H: h,
			// A base of 100 MVA for every machine is a habit of case files.
			MVA: max(g.MBase, 1.1*g.Pmax, 1.05*math.Hypot(g.Pg, g.Qg), 1),
			Xd:  1.8, Xq: 1.7, XdT: 0.3, XqT: 0.55, Td0: 8, Tq0: 0.4,
			Exciter: &Exciter{KA: 20, TA: 0.2, KE: 1, TE: 0.314, KF: 0.063, TF: 0.35, Ax: 0.0039, Bx: 1.555},
		}
		if fuel != "nuclear" && fuel != "syncgen" {
			m.Governor = &Governor{R: 0.05, T1: 0.5, T2: 3, T3: 10, Max: 1, Deadband: 0.017}
		}
		machines = append(machines, m)
	}
	return machines
}

// inertiaOf is a typical inertia by fuel, MWs per MVA; 0 for what does not turn
// with the grid.
func inertiaOf(fuel string) float64 {
	switch fuel {
	case "wind", "solar", "battery", "ess", "dl":
		return 0
	case "hydro":
		return 3
	case "coal":
		return 3.5
	case "nuclear":
		return 5
	}
	return 4.5
}
