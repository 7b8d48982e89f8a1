package config

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// machine is the class's kind and levels: its own, or its model's.
func (c *Class) machine() (site.Kind, []site.Level, error) {
	var levels []site.Level
	for _, l := range c.Levels {
		levels = append(levels, site.Level{Name: l.Name, Watts: l.Watts, THs: unit.THs(l.THs)})
	}
	if c.Kind != "" && len(levels) > 0 {
		return site.Kind(c.Kind), levels, nil
	}
	plates := map[string]site.Level{
		"S19j Pro": {Name: "rated", Watts: 3068, THs: 104}, "S19k Pro": {Name: "rated", Watts: 2760, THs: 120},
		"S19 XP": {Name: "rated", Watts: 3032, THs: 141}, "S21": {Name: "rated", Watts: 3500, THs: 200},
		"S21 Pro": {Name: "rated", Watts: 3510, THs: 234}, "M60S": {Name: "rated", Watts: 3441, THs: 186},
		"H100 SXM5": {Name: "rated", Watts: 1590},
	}
	top, ok := plates[c.Model]
	if !ok {
		return "", nil, fmt.Errorf("model %q: not in the catalogue; give kind and levels", c.Model)
	}
	kind := site.ASIC
	if top.THs == 0 {
		kind = site.GPU
	}
	return kind, []site.Level{{Name: "asleep", Watts: 25}, top}, nil
}
