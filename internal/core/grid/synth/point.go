package synth

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// ErrPoint is a settlement point that has no place in the network.
var ErrPoint = errors.New("settlement point has no place in this network")

// ZoneOf is the index in Zones of a settlement point of ERCOT's: a load zone
// or hub. The public utilities' zones lie in the competitive zone around them.
func ZoneOf(point string) (int, error) {
	switch point {
	case "LZ_NORTH", "LZ_RAYBN", "HB_NORTH":
		return north, nil
	case "LZ_HOUSTON", "HB_HOUSTON":
		return houston, nil
	case "LZ_SOUTH", "LZ_AEN", "LZ_CPS", "LZ_LCRA", "HB_SOUTH":
		return south, nil
	case "LZ_WEST", "HB_WEST":
		return west, nil
	case "HB_PAN":
		return panhandle, nil
	}
	return 0, fmt.Errorf("%w: %q is none of ERCOT's load zones and zonal hubs; name a bus instead", ErrPoint, point)
}

// BusFor is the number of the bus that stands for a settlement point in a
// network of this package: for a load zone the 138 kV bus of the zone with the
// largest load beside a 345 kV station, for a hub the 345 kV bus there.
func BusFor(c *grid.Case, point string) (int, error) {
	zone, err := ZoneOf(point)
	if err != nil {
		return 0, err
	}
	highAt := make(map[int]int) // 138 kV bus -> 345 kV bus of its station
	kv := make(map[int]float64, len(c.Buses))
	for _, b := range c.Buses {
		kv[b.ID] = b.BaseKV
	}
	for _, b := range c.Branches {
		if b.Tap != 0 && kv[b.From] == high && kv[b.To] == middle {
			highAt[b.To] = b.From
		}
	}
	inZone := func(b grid.Bus) bool { return b.Zone == zone+1 && b.BaseKV == middle && b.Type != grid.Isolated }
	best := -1
	for i, b := range c.Buses {
		if !inZone(b) {
			continue
		}
		if best < 0 || better(b, c.Buses[best], highAt) {
			best = i
		}
	}
	if best < 0 {
		return 0, fmt.Errorf("%w: %s has no 138 kV bus in zone %d; is it a network of this package?", ErrPoint, c.Name, zone+1)
	}
	id := c.Buses[best].ID
	if hub := highAt[id]; strings.HasPrefix(point, "HB_") && hub > 0 {
		return hub, nil
	}
	return id, nil
}

// better reports whether a stands for its zone rather than b.
func better(a, b grid.Bus, highAt map[int]int) bool {
	if (highAt[a.ID] > 0) != (highAt[b.ID] > 0) {
		return highAt[a.ID] > 0
	}
	return a.Pd > b.Pd
}

// Points are the settlement points that have a place.
func Points() []string {
	points := []string{
		"LZ_NORTH", "LZ_RAYBN", "HB_NORTH", "LZ_HOUSTON", "HB_HOUSTON", "LZ_SOUTH", "LZ_AEN", "LZ_CPS", "LZ_LCRA", "HB_SOUTH",
		"LZ_WEST", "HB_WEST", "HB_PAN",
	}
	slices.Sort(points)
	return points
}
