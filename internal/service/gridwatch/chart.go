package gridwatch

import (
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// chart is the network to be drawn, coloured by the study where there is one.
func (w *Watch) chart(s *study, at time.Time) report.GridMap {
	c := w.cfg.Case
	m := report.GridMap{
		Simulated: w.cfg.Simulated || w.cfg.Synthetic, Zones: []string{}, Sites: []report.GridMapSite{},
		Buses:    report.GridMapBuses{ID: []int{}, X: []float64{}, Y: []float64{}, Zone: []int{}, KV: []float64{}, VmPU: []*float64{}, PriceUSDPerMWh: []*float64{}},
		Branches: report.GridMapBranches{From: []int{}, To: []int{}, KV: []float64{}, LoadingPct: []*float64{}, LimitMVA: []*float64{}},
	}
	if s != nil {
		m.At = &at
	}
	x, y := coordinates(c)
	index, zones := make(map[int]int), map[int]int{}
	for i, b := range c.Buses {
		index[b.ID] = i
		if _, known := zones[b.Zone]; !known {
			zones[b.Zone] = len(m.Zones)
			m.Zones = append(m.Zones, w.zoneName(b.Zone))
		}
		m.Buses.ID = append(m.Buses.ID, b.ID)
		m.Buses.X, m.Buses.Y = append(m.Buses.X, x[i]), append(m.Buses.Y, y[i])
		m.Buses.Zone, m.Buses.KV = append(m.Buses.Zone, zones[b.Zone]), append(m.Buses.KV, b.BaseKV)
		m.Buses.VmPU = append(m.Buses.VmPU, s.voltage(b.ID))
		m.Buses.PriceUSDPerMWh = append(m.Buses.PriceUSDPerMWh, s.price(b.ID))
	}
	loading := s.loadings(len(c.Branches))
	for row, b := range c.Branches {
		if !b.On() {
			continue
		}
		from, to := index[b.From], index[b.To]
		m.Branches.From, m.Branches.To = append(m.Branches.From, from), append(m.Branches.To, to)
		m.Branches.KV = append(m.Branches.KV, min(c.Buses[from].BaseKV, c.Buses[to].BaseKV))
		m.Branches.LoadingPct = append(m.Branches.LoadingPct, loading[row])
		var limit *float64
		if b.RateA > 0 {
			rate := b.RateA
			limit = &rate
		}
		m.Branches.LimitMVA = append(m.Branches.LimitMVA, limit)
	}
	for _, p := range w.places {
		m.Sites = append(m.Sites, report.GridMapSite{Site: p.site.ID, Bus: index[p.bus]})
	}
	return m
}

// coordinates are the buses' places on a square of 1000, north up; on a circle
// where the case does not know them.
func coordinates(c *grid.Case) (x, y []float64) {
	x, y = make([]float64, len(c.Buses)), make([]float64, len(c.Buses))
	west, east, south, north := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	known := slices.ContainsFunc(c.Buses, func(b grid.Bus) bool { return b.Lon != 0 || b.Lat != 0 })
	for i, b := range c.Buses {
		x[i], y[i] = b.Lon*math.Cos(31*math.Pi/180), b.Lat // Texas lies around 31 degrees north
		if !known {
			y[i], x[i] = math.Sincos(2 * math.Pi * float64(i) / float64(len(c.Buses)))
		}
		west, east = min(west, x[i]), max(east, x[i])
		south, north = min(south, y[i]), max(north, y[i])
	}
	scale := 1000 / max(east-west, north-south, 1e-9)
	for i := range x {
		x[i] = math.Round((x[i]-west)*scale*10) / 10
		y[i] = math.Round((y[i]-south)*scale*10) / 10
	}
	return x, y
}

func (s *study) voltage(id int) *float64 {
	if s == nil || s.flowErr != nil {
		return nil
	}
	i, in := s.net.Bus.Index[id]
	if !in {
		return nil
	}
	v := math.Round(s.flow.Vm[i]*1e4) / 1e4
	return &v
}

func (s *study) price(id int) *float64 {
	if s == nil {
		return nil
	}
	i, in := s.net.Bus.Index[id]
	if !in {
		return nil
	}
	v := math.Round(s.dispatch.PriceP[i]*100) / 100
	return &v
}

// loadings are in percent by row of the case.
func (s *study) loadings(rows int) []*float64 {
	out := make([]*float64, rows)
	if s == nil || s.flowErr != nil {
		return out
	}
	for k, row := range s.net.Branch.Row {
		v := math.Round(1000*s.flow.Loading(k)/s.net.Branch.RateA[k]) / 10
		out[row] = &v
	}
	return out
}
