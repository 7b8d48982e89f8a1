package world

import (
	"math"
	"sort"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	epochBlocks   = 2016
	targetSeconds = 600
	perDifficulty = 1 << 32 // expected hashes per unit of difficulty

	btcDailySD  = 0.025 // of the logarithm, as from 2023 to 2025
	hashDailySD = 0.006
	hashReturn  = 1.0 / 90 // per day: miners come and go over months
	medianFee   = 0.022    // BTC per block
)

// Network is bitcoin at a moment.
type Network struct {
	BTCUSD     float64
	Height     int64     // of the newest block
	Tip        time.Time // when it was found
	Difficulty unit.Difficulty
	Hashrate   float64 // H/s, the true one, which nobody sees
	Epoch      Epoch
	Previous   Epoch
}

// Epoch is a span of 2016 blocks of one difficulty.
type Epoch struct {
	Height     int64 // of its first block
	Start      time.Time
	Difficulty unit.Difficulty
	Change     float64 // from the epoch before, in percent
}

// Block is a block of the chain.
type Block struct {
	Height int64
	Time   time.Time
	Fees   unit.Sats
	Txs    int
}

// epoch is a generated epoch; seconds are since the Unix epoch, by block.
type epoch struct {
	height     int64
	difficulty float64
	change     float64
	seconds    []float64
	next       float64 // when the next epoch's first block is found
}

// chain grows forward from the anchor and remembers; growing further never
// changes what was there.
type chain struct {
	seed   source
	cfg    Config
	day0   int64     // day of the anchor since the Unix epoch
	price  []float64 // logarithm, at the start of each day from the anchor
	hash   []float64 // logarithm of H/s, likewise
	epochs []epoch
}

func newChain(seed source, cfg Config) *chain {
	hash := math.Log(float64(cfg.Difficulty) * perDifficulty / targetSeconds)
	return &chain{
		seed:  seed,
		cfg:   cfg,
		day0:  cfg.Anchor.Unix() / 86400,
		price: []float64{math.Log(cfg.BTCUSD)},
		hash:  []float64{hash},
	}
}

// growDays extends price and hashrate so that day n from the anchor and the day
// after are known. Hashrate drifts towards what restores the usual hashprice.
func (c *chain) growDays(n int64) {
	for int64(len(c.price)) < n+2 {
		last := len(c.price) - 1
		day := c.day0 + int64(last)
		c.price = append(c.price, c.price[last]+c.step(day))
		reward := 3.125 + medianFee
		home := math.Log(86400e15 * reward * math.Exp(c.price[last]) / (targetSeconds * c.cfg.Hashprice))
		c.hash = append(c.hash, c.hash[last]+hashReturn*(home-c.hash[last])+hashDailySD*c.seed.normal(streamHashrate, day))
	}
}

// step is a day's change of the price's logarithm; its mean leaves the expected
// price where it is.
func (c *chain) step(day int64) float64 {
	return btcDailySD*c.seed.normal(streamBTC, day) - btcDailySD*btcDailySD/2
}

// btcUSD is the price at t: the day's ends joined by a Brownian bridge, built by
// halving down to about three minutes.
func (c *chain) btcUSD(t time.Time) float64 {
	seconds := t.Unix() - c.day0*86400
	if seconds < 0 {
		return c.cfg.BTCUSD
	}
	day := seconds / 86400
	c.growDays(day)
	lo, hi := c.price[day], c.price[day+1]
	f, width := float64(seconds%86400)/86400, 1.0
	index := int64(1)
	for range 9 {
		middle := (lo+hi)/2 + btcDailySD*math.Sqrt(width)/2*c.seed.normal(streamBTCPath, (c.day0+day)<<10|index)
		width /= 2
		if f < 0.5 {
			hi, f, index = middle, 2*f, 2*index
		} else {
			lo, f, index = middle, 2*f-1, 2*index+1
		}
	}
	return cents(math.Exp(lo + f*(hi-lo)))
}

// hashrate is in H/s.
func (c *chain) hashrate(seconds float64) float64 {
	days := seconds/86400 - float64(c.day0)
	if days < 0 {
		return math.Exp(c.hash[0])
	}
	day := int64(days)
	c.growDays(day)
	f := days - float64(day)
	return math.Exp(c.hash[day] + f*(c.hash[day+1]-c.hash[day]))
}

// grow extends the chain beyond a moment.
func (c *chain) grow(until float64) {
	for len(c.epochs) == 0 || c.epochs[len(c.epochs)-1].next <= until {
		c.epochs = append(c.epochs, c.nextEpoch())
	}
}

func (c *chain) nextEpoch() epoch {
	e := epoch{height: c.cfg.Height, difficulty: float64(c.cfg.Difficulty), seconds: make([]float64, epochBlocks)}
	at := float64(c.cfg.Anchor.Unix())
	if n := len(c.epochs); n > 0 {
		last := c.epochs[n-1]
		// The retarget rule's well-known slip: it measures 2015 intervals.
		span := clamp(last.seconds[epochBlocks-1]-last.seconds[0], 1209600.0/4, 1209600.0*4)
		e.height = last.height + epochBlocks
		e.difficulty = last.difficulty * 1209600 / span
		e.change = 100 * (e.difficulty/last.difficulty - 1)
		at = last.next
	}
	for i := range e.seconds {
		e.seconds[i] = math.Floor(at)
		mean := e.difficulty * perDifficulty / c.hashrate(at)
		at += math.Max(1, mean*c.seed.exponential(streamBlock, e.height+int64(i)))
	}
	e.next = math.Floor(at)
	return e
}

// Network is bitcoin at t.
func (w *World) Network(t time.Time) Network {
	w.memory.mu.Lock()
	defer w.memory.mu.Unlock()
	c := w.memory.chain
	now := float64(t.Unix())
	c.grow(now)
	out := Network{BTCUSD: c.btcUSD(t), Hashrate: c.hashrate(now)}
	if now < c.epochs[0].seconds[0] {
		return c.before(out, t)
	}
	i := sort.Search(len(c.epochs), func(i int) bool { return c.epochs[i].next > now })
	e := c.epochs[i]
	found := sort.Search(epochBlocks, func(j int) bool { return e.seconds[j] > now }) - 1
	out.Height = e.height + int64(found)
	out.Tip = time.Unix(int64(e.seconds[found]), 0).UTC()
	out.Difficulty = unit.Difficulty(e.difficulty)
	out.Epoch = e.public()
	out.Previous = c.still(e.height - epochBlocks)
	if i > 0 {
		out.Previous = c.epochs[i-1].public()
	}
	return out
}

func (e epoch) public() Epoch {
	return Epoch{
		Height:     e.height,
		Start:      time.Unix(int64(e.seconds[0]), 0).UTC(),
		Difficulty: unit.Difficulty(e.difficulty),
		Change:     e.change,
	}
}

// before is the network before the anchor, where blocks come like clockwork.
func (c *chain) before(out Network, t time.Time) Network {
	back := (c.cfg.Anchor.Unix() - t.Unix() + targetSeconds - 1) / targetSeconds
	out.Height = c.cfg.Height - back
	out.Tip = c.cfg.Anchor.Add(-time.Duration(back) * targetSeconds * time.Second)
	out.Difficulty = c.cfg.Difficulty
	first := out.Height - out.Height%epochBlocks
	out.Epoch, out.Previous = c.still(first), c.still(first-epochBlocks)
	return out
}

// still is an epoch of the clockwork before the anchor.
func (c *chain) still(height int64) Epoch {
	back := time.Duration(c.cfg.Height-height) * targetSeconds * time.Second
	return Epoch{Height: height, Start: c.cfg.Anchor.Add(-back), Difficulty: c.cfg.Difficulty}
}

// Blocks are the n newest blocks at t, oldest first. Times within the chain are
// those of the walk; before the anchor, of the clockwork.
func (w *World) Blocks(t time.Time, n int) []Block {
	tip := w.Network(t).Height
	w.memory.mu.Lock()
	defer w.memory.mu.Unlock()
	out := make([]Block, 0, n)
	for height := tip - int64(n) + 1; height <= tip; height++ {
		out = append(out, w.memory.chain.block(height))
	}
	return out
}

func (c *chain) block(height int64) Block {
	out := Block{Height: height}
	if height < c.cfg.Height {
		out.Time = c.still(height).Start
	} else {
		i := height - c.cfg.Height
		out.Time = time.Unix(int64(c.epochs[i/epochBlocks].seconds[i%epochBlocks]), 0).UTC()
	}
	day := out.Time.Unix() / 86400
	level := 0.6*c.seed.normal(streamFee, day) + 0.4*c.seed.normal(streamBlockFee, height)
	out.Fees = unit.SatsFromBTC(unit.BTC(medianFee * math.Exp(level)))
	out.Txs = 2200 + int(1600*c.seed.uniform(streamBlockFee, height))
	return out
}
