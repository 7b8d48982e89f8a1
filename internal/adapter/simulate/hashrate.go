package simulate

import "github.com/pouw-dem/pouwdem/internal/core/unit"

// Hashrate is what a group of machines hashes now, in TH/s: 0 for a group that
// does not mine or is not there.
func (s *Server) Hashrate(site, group string) float64 {
	a := s.agents[site]
	if a == nil {
		return 0
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	g := a.group(group)
	if g == nil {
		return 0
	}
	now := s.clock.Now()
	a.reckon(now)
	return g.hashrate(g.power(now))
}

// Reward is the network's difficulty now and what its newest blocks left, in
// satoshi each.
func (s *Server) Reward() (difficulty float64, sats int64) {
	const newest = 144
	now, w := s.clock.Now(), s.world.Load()
	blocks := w.Blocks(now, newest)
	for _, b := range blocks {
		sats += int64(b.Fees + unit.Subsidy(b.Height))
	}
	return float64(w.Network(now).Difficulty), sats / int64(max(len(blocks), 1))
}
