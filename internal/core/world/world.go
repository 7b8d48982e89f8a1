package world

import (
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Config says where the processes that have no fixed level begin. The zero
// value takes the published figures of 12 January 2026.
type Config struct {
	// Anchor is when the walks of bitcoin's price and chain begin. Before it the
	// price stands still and blocks come every ten minutes.
	Anchor     time.Time
	BTCUSD     float64         // at the anchor
	Difficulty unit.Difficulty // of the epoch that begins at the anchor
	Height     int64           // of the anchor's block, a multiple of 2016
	Hashprice  float64         // $/PH/day that hashrate comes and goes to restore
}

// World is the process for one seed. Its methods are safe for concurrent use
// and pure: the same question has the same answer.
type World struct {
	seed      source
	config    Config
	points    []Point
	byName    map[string]int
	stack     []step
	reserves  []reserve
	surprises []node
	events    []Event
	memory    *memory
}

// memory keeps what was generated, so that asking again is cheap.
type memory struct {
	mu    sync.Mutex
	days  map[unit.Day]*day
	chain *chain
}

// keepDays bounds the days kept; each takes about 100 kB.
const keepDays = 48

// New is the world of a seed.
func New(seed uint64, cfg Config) *World {
	cfg = cfg.withDefaults()
	w := &World{
		seed:      source(seed),
		config:    cfg,
		points:    Points(),
		byName:    map[string]int{},
		stack:     stack(),
		reserves:  reserves(),
		surprises: surprises(),
		memory:    &memory{days: map[unit.Day]*day{}},
	}
	for i, p := range w.points {
		w.byName[p.Name] = i
	}
	w.memory.chain = newChain(w.seed, cfg)
	return w
}

func (c Config) withDefaults() Config {
	if c.Anchor.IsZero() {
		c.Anchor = time.Date(2026, 1, 8, 0, 0, 0, 0, time.UTC)
	}
	if c.BTCUSD == 0 {
		c.BTCUSD = 91_300
	}
	if c.Difficulty == 0 {
		c.Difficulty = 146.47e12
	}
	if c.Height == 0 {
		c.Height = 462 * epochBlocks
	}
	if c.Hashprice == 0 {
		c.Hashprice = 42
	}
	return c
}

// day is the operating day d, generated once while it is remembered.
func (w *World) day(d unit.Day) *day {
	w.memory.mu.Lock()
	defer w.memory.mu.Unlock()
	if known, ok := w.memory.days[d]; ok {
		return known
	}
	if len(w.memory.days) >= keepDays {
		clear(w.memory.days)
	}
	made := w.generate(d)
	w.memory.days[d] = made
	return made
}

// at is the slot of an index, and the index.
func (w *World) at(index int64) slot {
	d := w.day(unit.DayOf(time.Unix(index*slotSeconds, 0)))
	return w.imposed(d.slots[index-d.first], index)
}

func indexOf(t time.Time) int64 { return t.Unix() / slotSeconds }

// Point is the place of a settlement point in [Points].
func (w *World) Point(name string) (int, bool) {
	i, ok := w.byName[name]
	return i, ok
}
