// Package poolapi is the accounts of mining pools that are not real: it keeps
// what a simulated pool counted, pays for it by the pool's terms, and answers in
// the shapes of six pools' interfaces.
//
// It is written from what is known of those interfaces and shares nothing with
// the clients that read them, so that the two can disagree.
package poolapi

import (
	"math"
	"math/rand/v2"
	"sync"
	"time"
)

// Terms are how a pool pays.
type Terms struct {
	Fee     float64 // of what shares are worth
	PerWork float64 // sats that work of difficulty 1 is worth
	ByBlock bool    // by the blocks that the pool finds, not by shares
	Network float64 // difficulty of the network, for ByBlock
	Pool    float64 // hashes per second of all its miners
}

// Account is one user's book at a pool. It is safe for concurrent use.
type Account struct {
	Name string

	mu      sync.Mutex
	terms   Terms
	random  *rand.Rand
	now     func() time.Time
	workers map[string]*worker
	days    map[int64]*day // by days since 1970
	outs    []out
	balance float64 // sats
}

type worker struct {
	last    time.Time
	minutes [1440]float64 // work by minute of the day
	at      [1440]int64   // which minute that is
}

type day struct {
	work, earned, fee float64 // sats
	hashrate          float64 // where it is made up
}

type out struct {
	at   time.Time
	sats int64
}

// paidFrom is the balance from which a pool pays out at the end of a day.
const paidFrom = 1_000_000

// NewAccount is an account with whole days of history behind it, made up of a
// hashrate that it is said to have had.
func NewAccount(name string, terms Terms, history float64, days int, seed uint64, now func() time.Time) *Account {
	a := &Account{Name: name, terms: terms, random: rand.New(rand.NewPCG(seed, 4)), now: now, workers: make(map[string]*worker), days: make(map[int64]*day)}
	today := now().Unix() / 86400
	for i := days; i > 0; i-- {
		rate := history * (1 + 0.05*a.random.NormFloat64())
		d := a.day(today - int64(i))
		d.hashrate = rate
		a.earn(d, rate*86400/math.Exp2(32))
		a.settle(time.Unix((today-int64(i)+1)*86400, 0))
	}
	return a
}

func (a *Account) day(n int64) *day {
	if a.days[n] == nil {
		a.days[n] = &day{}
	}
	return a.days[n]
}

// earn pays for work: at its worth, or by blocks that were found by luck.
func (a *Account) earn(d *day, work float64) {
	d.work += work
	worth := work * a.terms.PerWork
	if a.terms.ByBlock {
		// The pool finds as many blocks as luck has it in the time that the work
		// took; what each leaves this account is its part of the pool's work.
		blocks := a.terms.Pool * 86400 / math.Exp2(32) / a.terms.Network
		worth *= 1 + a.random.NormFloat64()/math.Sqrt(math.Max(blocks, 1))
	}
	fee := worth * a.terms.Fee
	d.earned += worth - fee
	d.fee += fee
	a.balance += worth - fee
}

// settle pays the balance out at a day's end.
func (a *Account) settle(at time.Time) {
	if a.balance < paidFrom {
		return
	}
	sats := int64(a.balance)
	a.balance -= float64(sats)
	a.outs = append(a.outs, out{at, sats})
}

// Count is told of each share that the pool took.
func (a *Account) Count(name string, difficulty float64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	today := now.Unix() / 86400
	if _, begun := a.days[today]; !begun {
		a.settle(time.Unix(today*86400, 0))
	}
	a.earn(a.day(today), difficulty)
	w := a.workers[name]
	if w == nil {
		w = &worker{}
		a.workers[name] = w
	}
	w.last = now
	minute := now.Unix() / 60
	i := minute % 1440
	if w.at[i] != minute {
		w.at[i], w.minutes[i] = minute, 0
	}
	w.minutes[i] += difficulty
}

// rate is a worker's hashes per second over the last minutes.
func (w *worker) rate(now time.Time, minutes int64) float64 {
	work, minute := 0.0, now.Unix()/60
	for k := int64(1); k <= minutes; k++ {
		if i := (minute - k) % 1440; w.at[i] == minute-k {
			work += w.minutes[i]
		}
	}
	return work * math.Exp2(32) / float64(minutes*60)
}

// snapshot is what an answer is made of.
type snapshot struct {
	now                time.Time
	short, hour, whole float64 // of all workers
	workers            []shown
	days               []credited
	outs               []out
	balance            int64
	pool               float64
}

type shown struct {
	name               string
	short, hour, whole float64
	last               time.Time
}

type credited struct {
	start     time.Time
	sats, fee int64
	hashrate  float64
}
