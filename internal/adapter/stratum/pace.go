package stratum

import (
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// pace measures a machine's hashrate by its shares and finds the difficulty at
// which it sends as many as it should.
type pace struct {
	from   time.Time // of the window
	shares int
	worth  float64 // difficulty of the window's shares
	rate   float64 // hashes per second, smoothed over five windows; 0: not known yet
}

// The window is as long as ten shares should take.
const windowShares = 10

func (o *Options) window() time.Duration {
	return time.Duration(windowShares / o.SharesPerMinute * float64(time.Minute))
}

// count adds a share.
func (p *pace) count(difficulty float64) {
	p.shares++
	p.worth += difficulty
}

// retarget gives the difficulty that the machine should have from now on, which
// is d where nothing needs to change. It is called with every share, and now and
// then without.
func (p *pace) retarget(o *Options, d float64, now time.Time) float64 {
	elapsed, window := now.Sub(p.from), o.window()
	early := p.shares >= windowShares && elapsed < window/4
	if elapsed < window && !early {
		return d
	}
	elapsed = max(elapsed, window/1000)
	worth := p.worth
	if p.shares == 0 {
		worth = d / 2 // it may be about to find one
	}
	p.fold(hashwork.Hashrate(worth, elapsed), elapsed.Seconds()/window.Seconds())
	ideal := worth / elapsed.Minutes() / o.SharesPerMinute
	p.from, p.shares, p.worth = now, 0, 0
	if ideal > d/1.6 && ideal < d*1.6 {
		return d
	}
	if !early { // one window is a noisy measure
		ideal = max(d/8, min(d*8, ideal))
	}
	return max(o.Lowest, ideal)
}

func (p *pace) fold(rate, windows float64) {
	if p.rate == 0 {
		p.rate = rate
		return
	}
	p.rate += (rate - p.rate) * (1 - math.Exp(-windows/5))
}

// hashrate is the best guess that there is.
func (p *pace) hashrate(o *Options, d float64, now time.Time) float64 {
	if p.rate > 0 {
		return p.rate
	}
	if elapsed := now.Sub(p.from); p.shares >= 3 && elapsed > 0 {
		return hashwork.Hashrate(p.worth, elapsed)
	}
	return d * hashwork.HashesPerDifficulty * o.SharesPerMinute / 60
}
