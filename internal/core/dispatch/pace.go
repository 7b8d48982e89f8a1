package dispatch

import (
	"cmp"
	"slices"
	"time"
)

// Ramp is how fast power may change, in kW per second. Zero is no limit.
type Ramp struct {
	Up     float64
	Down   float64
	Feeder float64 // up, of each feeder: the inrush of power supplies
}

// Change is an order that waits: a machine that is to go from what it draws to
// another power.
type Change struct {
	Machine int
	Feeder  string
	FromW   float64
	ToW     float64
	Ready   time.Time // not before
	Rank    float64   // lower goes first
	Urgent  bool      // on the way down: no ramp holds it back
}

// Bounds are what must hold at every moment on the way.
type Bounds struct {
	SiteW   float64            // 0: no limit
	Feeders map[string]float64 // W
	// DrawW is what the site and each feeder may draw by now: of each machine the
	// more of what it draws and what it was told.
	DrawW       float64
	FeederDrawW map[string]float64
}

// Pacer lets changes go no faster than a ramp. Between one release and the next
// it saves at most what the ramp gives in a second, so that load never moves all
// at once. A machine's own rise comes later and is slower: the sum of many rises
// that begin at a bounded rate rises no faster than that rate.
//
// The zero value is ready; it is not safe for concurrent use.
type Pacer struct {
	at       time.Time
	up, down float64 // kW that may go now; negative: owed
	feeders  map[string]float64
}

// Release says which of the changes go now, in their order, and counts them as
// gone. On the way up it also keeps within the bounds.
func (p *Pacer) Release(now time.Time, changes []Change, r Ramp, b Bounds) []int {
	p.refill(now, r)
	order := make([]int, 0, len(changes))
	for i := range changes {
		if !changes[i].Ready.After(now) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := &changes[x], &changes[y]
		if downA, downB := a.ToW <= a.FromW, b.ToW <= b.FromW; downA != downB {
			return first(downA)
		}
		return cmp.Compare(a.Rank, b.Rank)
	})
	var gone []int
	site, feeders := b.DrawW, map[string]float64{}
	for _, i := range order {
		c := &changes[i]
		kw := (c.ToW - c.FromW) / 1000
		if kw <= 0 {
			if r.Down > 0 && p.down <= 0 && !c.Urgent {
				continue
			}
			p.down += kw
			gone = append(gone, i)
			continue
		}
		if r.Up > 0 && p.up <= 0 || r.Feeder > 0 && c.Feeder != "" && p.feeder(c.Feeder, r) <= 0 {
			continue
		}
		watts := c.ToW - c.FromW
		if b.SiteW > 0 && site+watts > b.SiteW {
			continue
		}
		if limit, limited := b.Feeders[c.Feeder]; limited && b.FeederDrawW[c.Feeder]+feeders[c.Feeder]+watts > limit {
			continue
		}
		site += watts
		feeders[c.Feeder] += watts
		p.up -= kw
		if r.Feeder > 0 && c.Feeder != "" {
			p.feeders[c.Feeder] = p.feeder(c.Feeder, r) - kw
		}
		gone = append(gone, i)
	}
	return gone
}

// saved is how long a ramp is saved up, in seconds.
const saved = 1.0

func (p *Pacer) refill(now time.Time, r Ramp) {
	if p.feeders == nil {
		p.feeders = map[string]float64{}
	}
	if p.at.IsZero() {
		p.at, p.up, p.down = now, r.Up*saved, r.Down*saved
		return
	}
	passed := max(0, now.Sub(p.at).Seconds())
	p.at = now
	// Steps of the clock that are longer than what is saved must not slow the ramp.
	most := max(saved, passed)
	p.up = min(p.up+r.Up*passed, r.Up*most)
	p.down = min(p.down+r.Down*passed, r.Down*most)
	for id := range p.feeders {
		p.feeders[id] = min(p.feeders[id]+r.Feeder*passed, r.Feeder*most)
	}
}

func (p *Pacer) feeder(id string, r Ramp) float64 {
	if _, known := p.feeders[id]; !known {
		p.feeders[id] = r.Feeder * saved
	}
	return p.feeders[id]
}

// Delay is when within a spread a machine of a site is released, from the same
// seed always the same and from site to site another: sites that share this
// program never come back together.
func Delay(seed uint64, site, machine string, spread time.Duration) time.Duration {
	if spread <= 0 {
		return 0
	}
	return time.Duration(Share(Lot(seed, site), machine) * float64(spread))
}
