package network

import (
	"fmt"
	"math"
	"slices"
	"time"
)

// Standing is where the network stands, as an explorer tells it.
type Standing struct {
	Height     int       // of the newest block
	EpochStart time.Time // of the epoch's first block
	Left       int       // blocks until the retarget
	Previous   float64   // change at the last retarget, a fraction
	Mempool    float64   // the explorer's own estimate of the next
}

// Block is a mined block.
type Block struct {
	Height       int
	Time         time.Time
	Txs          int
	FeesSats     int64
	RewardSats   int64 // subsidy and fees
	MedianSatVB  float64
	Pool         string
	WeightFilled float64 // of the most that a block may weigh
}

// Projected is a block as it would be made of what waits now.
type Projected struct {
	Txs         int
	FeesSats    int64
	MedianSatVB float64
	LowSatVB    float64
	HighSatVB   float64
}

// PoolCount is how many blocks a pool found in a while.
type PoolCount struct {
	Name       string
	Blocks     int
	ReportedHs float64 // its hashrate by its own account, H/s; 0: it reports none
	Reported   float64 // the same over the network's, as [ByReport] fills it in
}

// ByReport fills in what pools say that they have of the network's hashrate,
// which is that of the blocks they all found over a while at a difficulty, and
// gives the network's hashrate by their own accounts, H/s: what they report over
// the share of blocks that they found. 0 where none reports or difficulty is not
// known.
func ByReport(counts []PoolCount, difficulty float64, over time.Duration) (filled []PoolCount, networkHs float64) {
	filled = slices.Clone(counts)
	total, found := 0, 0
	for _, c := range counts {
		total += c.Blocks
	}
	if total == 0 || !(difficulty > 0) || over <= 0 {
		return filled, 0
	}
	byBlocks := float64(total) * difficulty * math.Exp2(32) / over.Seconds()
	for i := range filled {
		c := &filled[i]
		if c.ReportedHs <= 0 || c.ReportedHs >= byBlocks || c.Blocks == 0 {
			continue
		}
		c.Reported = c.ReportedHs / byBlocks
		networkHs += c.ReportedHs
		found += c.Blocks
	}
	if found == 0 {
		return filled, 0
	}
	return filled, networkHs * float64(total) / float64(found)
}

// State is what is known of the network's hashrate and its next retarget.
type State struct {
	THs       float64 // estimate of the hashrate
	Deviation float64 // its standard deviation, a fraction
	Outlook   Outlook
	Retarget  time.Time // when it is expected
}

// Now estimates hashrate and retarget from daily counts of blocks, oldest first
// and without gaps, and what was found of the current epoch by now. epochs are
// those that the days lie in, oldest first.
func Now(days []Day, epochs []Epoch, s Standing, now time.Time) (State, error) {
	found := EpochBlocks - s.Left
	if len(epochs) == 0 || found < 0 || found > EpochBlocks || !s.EpochStart.Before(now) {
		return State{}, fmt.Errorf("%w: %d epochs, %d blocks since %s", ErrInput, len(epochs), found, s.EpochStart)
	}
	w := walker{epochs: epochs}
	for _, d := range days {
		if d.Start.Add(24 * time.Hour).After(s.EpochStart) {
			break // the current epoch is counted to the block
		}
		w.days = append(w.days, d)
	}
	step, drift := w.learn(len(w.days))
	f, err := w.filter(len(w.days), step, drift)
	if err != nil {
		return State{}, err
	}
	difficulty := epochs[len(epochs)-1].Difficulty
	elapsed := now.Sub(s.EpochStart)
	if err := f.Observe(float64(found), elapsed, difficulty); err != nil {
		return State{}, err
	}
	var st State
	if st.Outlook, err = f.Retarget(float64(found), elapsed, difficulty); err != nil {
		return State{}, err
	}
	st.Retarget = now.Add(st.Outlook.Remaining)
	st.THs, st.Deviation, _ = f.Hashrate()
	return st, nil
}

// Pool is a pool's part of the network.
type Pool struct {
	Name string
	Share
}

// Pools are the shares of pools by what they found, the largest first. The share
// is the chance that the pool finds the next block.
func Pools(counts []PoolCount) ([]Pool, error) {
	total := 0
	for _, c := range counts {
		if c.Blocks < 0 {
			return nil, fmt.Errorf("%w: %s found %d blocks", ErrInput, c.Name, c.Blocks)
		}
		total += c.Blocks
	}
	pools := make([]Pool, 0, len(counts))
	for _, c := range counts {
		share, err := ShareOf(c.Blocks, total, c.Reported)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		pools = append(pools, Pool{c.Name, share})
	}
	slices.SortStableFunc(pools, func(a, b Pool) int { return b.Blocks - a.Blocks })
	return pools, nil
}

// Flow sums blocks up: what miners were paid by those who transact.
type Flow struct {
	Blocks      int
	Txs         int
	TxPerS      float64
	FeesSats    int64   // all blocks together
	FeeShare    float64 // of the reward
	MedianSatVB float64 // median over blocks of the block's median
	PerHour     float64 // blocks; 6 is as aimed at
}

// FlowOf sums blocks up, newest first as explorers give them.
func FlowOf(blocks []Block) Flow {
	f := Flow{Blocks: len(blocks)}
	var reward int64
	var medians []float64
	for _, b := range blocks {
		f.Txs += b.Txs
		f.FeesSats += b.FeesSats
		reward += b.RewardSats
		medians = append(medians, b.MedianSatVB)
	}
	if reward > 0 {
		f.FeeShare = float64(f.FeesSats) / float64(reward)
	}
	if n := len(blocks); n > 1 {
		if span := blocks[0].Time.Sub(blocks[n-1].Time); span > 0 {
			f.PerHour = float64(n-1) / span.Hours()
			f.TxPerS = float64(f.Txs-blocks[n-1].Txs) / span.Seconds()
		}
	}
	if len(medians) > 0 {
		slices.Sort(medians)
		f.MedianSatVB = medians[len(medians)/2]
	}
	return f
}

// BlocksOf is how many blocks a day's mean hashrate found at a difficulty, for
// sources that tell the rate and not the count.
func BlocksOf(hashesPerS, difficulty float64) float64 {
	const day = 86_400
	return hashesPerS * day / (difficulty * math.Exp2(32))
}
