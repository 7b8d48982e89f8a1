package synth

import "math"

// Zone is a part of the system with a competitive price of its own.
type Zone struct {
	Name string
	// Load is its share of the system's load, Stations of its substations.
	Load, Stations float64
}

// Zones of the network; area and zone number k+1 of its buses is entry k. The
// shares of load are near those of ERCOT's four competitive load zones, with
// the public utilities in the South (Austin, San Antonio, LCRA) and the North
// (Rayburn): about 37, 27, 25 and 11 %. The Panhandle has wind and few people.
func Zones() []Zone {
	return []Zone{
		{Name: "North", Load: 0.36, Stations: 0.33},
		{Name: "Houston", Load: 0.27, Stations: 0.21},
		{Name: "South", Load: 0.25, Stations: 0.25},
		{Name: "West", Load: 0.115, Stations: 0.16},
		{Name: "Panhandle", Load: 0.005, Stations: 0.05},
	}
}

// Indices of Zones.
const (
	north = iota
	houston
	south
	west
	panhandle
)

// city is a centre of load: degrees, and weight within its zone.
type city struct {
	zone             int
	lat, lon, weight float64
	spread           float64 // degrees
}

// cities are where the large towns of Texas are, to a tenth of a degree or so.
func cities() []city {
	return []city{
		{north, 32.8, -96.8, 0.42, 0.28},
		{north, 32.75, -97.3, 0.27, 0.25},
		{north, 31.55, -97.15, 0.08, 0.2},
		{north, 31.1, -97.7, 0.07, 0.2},
		{north, 32.35, -95.3, 0.08, 0.2},
		{north, 33.9, -98.5, 0.04, 0.2},
		{north, 33.2, -97.1, 0.04, 0.2},
		{houston, 29.76, -95.37, 0.78, 0.3},
		{houston, 29.4, -95.0, 0.12, 0.12},
		{houston, 30.3, -95.45, 0.1, 0.2},
		{south, 29.42, -98.5, 0.3, 0.25},
		{south, 30.27, -97.74, 0.3, 0.25},
		{south, 27.75, -97.5, 0.14, 0.2},
		{south, 26.2, -98.1, 0.16, 0.25},
		{south, 27.5, -99.4, 0.05, 0.15},
		{south, 28.8, -97.0, 0.05, 0.2},
		{west, 31.95, -102.2, 0.6, 0.35},
		{west, 32.45, -99.75, 0.15, 0.2},
		{west, 31.45, -100.45, 0.13, 0.2},
		{west, 31.4, -103.5, 0.12, 0.25},
		{panhandle, 34.6, -101.7, 0.5, 0.3},
		{panhandle, 35.2, -101.4, 0.5, 0.3},
	}
}

// outline of the region, degrees north and west, roughly Texas without its
// far west, clockwise from the north-west.
func outline() [][2]float64 {
	return [][2]float64{
		{36.4, -102.9},
		{36.4, -100.1},
		{34.6, -100.0},
		{34.1, -98.6},
		{33.8, -96.6},
		{33.6, -94.9},
		{31.6, -94.3},
		{30.2, -94.2},
		{29.7, -94.8},
		{28.8, -95.7},
		{28.2, -96.9},
		{27.4, -97.4},
		{26.1, -97.3},
		{26.3, -98.9},
		{27.6, -99.6},
		{28.6, -100.4},
		{29.7, -101.3},
		{29.9, -102.5},
		{30.6, -104.4},
		{31.9, -104.5},
		{32.1, -103.1},
	}
}

func inside(lat, lon float64) bool {
	ring := outline()
	in := false
	for i, j := 0, len(ring)-1; i < len(ring); j, i = i, i+1 {
		a, b := ring[i], ring[j]
		if (a[0] > lat) != (b[0] > lat) && lon < (b[1]-a[1])*(lat-a[0])/(b[0]-a[0])+a[1] {
			in = !in
		}
	}
	return in
}

// zoneAt is the zone of a place in the country.
func zoneAt(lat, lon float64) int {
	switch {
	case lat > 33.9 && lon < -99.9:
		return panhandle
	case lon < -99.2 && lat > 29.6:
		return west
	case lat > 30.95:
		return north
	case lon > -96.2 && lat > 28.8:
		return houston
	}
	return south
}

// kilometres between two places: on a plane true at 31 degrees north, which is
// exact enough over Texas and needs no function that differs between machines.
func kilometres(a, b *station) float64 {
	const perLat, perLon = 110.9, 95.5
	x, y := (a.lat-b.lat)*perLat, (a.lon-b.lon)*perLon
	return round(math.Sqrt(float64(x*x)+float64(y*y)), 100)
}

// placeStations puts substations into cities and the country, zone by zone.
func (d *design) placeStations() {
	counts := d.counts()
	zones := Zones()
	shares := make([]float64, len(zones))
	for k, z := range zones {
		shares[k] = z.Stations
	}
	for zone, n := range apportion(counts.stations, shares, 1) {
		for range n {
			d.stations = append(d.stations, d.newStation(zone))
		}
	}
	// A smaller network has the density of a large one, not its extent.
	scale := min(1, math.Sqrt(float64(d.opt.Buses)/2000))
	for i := range d.stations {
		s := &d.stations[i]
		s.lat = round(centreLat+float64(scale*(s.lat-centreLat)), 1e4)
		s.lon = round(centreLon+float64(scale*(s.lon-centreLon)), 1e4)
	}
}

// centre towards which small networks shrink, degrees.
const centreLat, centreLon = 31.2, -98.4

// newStation draws places until one lies in the zone and not on top of
// another station.
func (d *design) newStation(zone int) station {
	spacing := 90 / math.Sqrt(float64(d.opt.Buses)) // km
	for try := 0; ; try++ {
		s := d.draw(zone)
		if !inside(s.lat, s.lon) {
			continue
		}
		crowded := false
		for i := range d.stations {
			if kilometres(&s, &d.stations[i]) < spacing {
				crowded = true
				break
			}
		}
		if !crowded || try > 50 {
			return s
		}
	}
}

func (d *design) draw(zone int) station {
	s := station{zone: zone, high: -1, middle: -1}
	if d.random.Float64() < 0.4 {
		for {
			s.lat, s.lon = round(d.between(25.9, 36.4), 1e4), round(d.between(-104.6, -94.1), 1e4)
			if inside(s.lat, s.lon) && zoneAt(s.lat, s.lon) == zone {
				return s
			}
		}
	}
	pick := d.random.Float64()
	for _, c := range cities() {
		if c.zone != zone {
			continue
		}
		if pick -= c.weight; pick > 0 {
			continue
		}
		a, b := d.bell(), d.bell()
		s.lat, s.lon = round(c.lat+float64(a*c.spread), 1e4), round(c.lon+float64(b*c.spread), 1e4)
		s.urban = round(1/(1+float64(a*a)+float64(b*b)), 1e4)
		return s
	}
	return d.draw(zone)
}

// apportion splits n by shares, largest remainders first, least to each while
// there is enough.
func apportion(n int, shares []float64, least int) []int {
	out := make([]int, len(shares))
	rest := make([]float64, len(shares))
	sum, left := 0.0, n
	for _, s := range shares {
		sum += s
	}
	for k, s := range shares {
		exact := float64(n) * s / sum
		out[k] = min(max(int(exact), least), left)
		rest[k] = exact - float64(out[k])
		left -= out[k]
	}
	for ; left > 0; left-- {
		best := 0
		for k := range rest {
			if rest[k] > rest[best]+1e-9 {
				best = k
			}
		}
		out[best]++
		rest[best]--
	}
	return out
}
