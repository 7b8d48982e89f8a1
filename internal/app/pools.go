package app

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/pool"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/poolapi"
	"github.com/pouw-dem/pouwdem/internal/adapter/stratum"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/pools"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// creditedDays is how far back what a pool credited is still divided.
const creditedDays = 32

// milli is how finely work is kept in the ledger of shares.
const milli = 1000

// shareBook gathers shares until their period is over.
type shareBook struct {
	mu      sync.Mutex
	pending map[string]map[string]*payout.Line // destination, member
}

// count takes a share. It is quick: the router waits for it.
func (b *shareBook) count(s stratum.Share) {
	member, _, _ := strings.Cut(s.Worker, ".")
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pending == nil {
		b.pending = make(map[string]map[string]*payout.Line)
	}
	lines := b.pending[s.Destination]
	if lines == nil {
		lines = make(map[string]*payout.Line)
		b.pending[s.Destination] = lines
	}
	if lines[member] == nil {
		lines[member] = &payout.Line{Member: member}
	}
	lines[member].Milli += int64(math.Round(s.Difficulty * milli))
	lines[member].Count++
}

// take gives what has been gathered, by destination.
func (b *shareBook) take() map[string][]payout.Line {
	b.mu.Lock()
	defer b.mu.Unlock()
	taken := make(map[string][]payout.Line)
	for destination, lines := range b.pending {
		for _, l := range lines {
			taken[destination] = append(taken[destination], *l)
		}
		slices.SortFunc(taken[destination], func(a, b payout.Line) int { return cmp.Compare(a.Member, b.Member) })
	}
	b.pending = nil
	return taken
}

// account is one at a pool, and what it said last.
type account struct {
	settings config.PoolAccount
	reader   pool.Reader
	reading  *pools.Reading
	failed   string
}

// poolDesk reads accounts at pools and keeps the ledger of shares.
type poolDesk struct {
	s    *services
	key  ed25519.PrivateKey
	mu   sync.Mutex
	all  []*account
	last payout.Entry // newest of the ledger
	err  string       // why the ledger is not kept

	stated map[string]reward.Account // members' accounts for reward tokens
}

// simulated reports whether what the desk knows is of a simulated world.
func (d *poolDesk) simulated() bool { return d.s.cfg.World == config.WorldSimulated }

func newPoolDesk(s *services) (*poolDesk, error) {
	d := &poolDesk{s: s}
	var err error
	if d.key, err = shareKey(filepath.Join(s.cfg.DataDir, "shares.key")); err != nil {
		return nil, err
	}
	if d.stated, err = memberAccounts(s.cfg); err != nil {
		return nil, err
	}
	settings := s.cfg.Pools.Accounts
	queues := &pool.Queues{}
	for _, a := range settings {
		key := a.Key.Value()
		if key == "" && a.Pool == "braiins" {
			key = s.cfg.Accounts.SlushpoolAPIKey.Value()
		}
		if err := d.open(a, key, a.Signature.Value(), queues); err != nil {
			return nil, err
		}
	}
	if len(settings) == 0 && s.mining.world != nil {
		for _, p := range s.mining.world.pools {
			a := config.PoolAccount{Pool: p.name, Destination: p.name, Account: operatorName, URL: "http://" + p.api.Addr().String()}
			if err := d.open(a, poolapi.Key, poolapi.Signature, queues); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

func (d *poolDesk) open(a config.PoolAccount, key, signature string, queues *pool.Queues) error {
	reader, err := pool.New(pool.Config{
		Pool: a.Pool, Account: a.Account, Key: pool.Secret(key), Signature: pool.Secret(signature), URL: a.URL, Simulated: d.simulated(), Clock: d.s.clock,
	}, queues)
	if err != nil {
		return fmt.Errorf("pools.accounts: %w", err)
	}
	d.all = append(d.all, &account{settings: a, reader: reader})
	return nil
}

// shareKey is the key that the ledger is signed with, made at the first start.
func shareKey(path string) (ed25519.PrivateKey, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		_, key, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			return nil, fmt.Errorf("make the key of the share ledger: %w", err)
		}
		return key, os.WriteFile(path, []byte(hex.EncodeToString(key.Seed())+"\n"), 0o600)
	}
	if err != nil {
		return nil, fmt.Errorf("read the key of the share ledger: %w", err)
	}
	seed, err := hex.DecodeString(strings.TrimSpace(string(raw)))
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("%s holds no key of the share ledger; restore it from a backup", path)
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

// keepShares writes the shares of each settlement interval into the ledger.
func (d *poolDesk) keepShares(ctx context.Context) error {
	if d.s.mining.router == nil {
		<-ctx.Done()
		return nil
	}
	last, err := d.s.store.NewestShares(ctx)
	if err != nil {
		return err
	}
	d.mu.Lock()
	d.last = last
	d.mu.Unlock()
	for from := d.s.clock.Now(); ; {
		now := d.s.clock.Now()
		err := d.s.clock.Sleep(ctx, now.Truncate(unit.Settlement).Add(unit.Settlement).Sub(now))
		end := d.s.clock.Now() // what is left of the interval, where the process stops
		if err == nil {
			end = end.Truncate(unit.Settlement)
		}
		if kept := d.keep(context.WithoutCancel(ctx), from, end); kept != nil {
			d.s.log.ErrorContext(ctx, "shares not kept", "error", kept)
		}
		if err != nil {
			return nil
		}
		from = end
	}
}

func (d *poolDesk) keep(ctx context.Context, from, to time.Time) error {
	taken := d.s.mining.book.take()
	for _, destination := range sortedKeys(taken) {
		if err := d.append(ctx, payout.Entry{Kind: payout.Shares, From: from, To: to, Destination: destination, Lines: taken[destination]}); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// append signs an entry and keeps it.
func (d *poolDesk) append(ctx context.Context, e payout.Entry) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	e.Simulated = d.simulated()
	e.From, e.To = e.From.Round(0).UTC(), e.To.Round(0).UTC()
	signed, err := payout.Sign(e, d.last, d.key)
	if err == nil {
		err = d.s.store.AppendShares(ctx, signed)
	}
	if err != nil {
		d.err = err.Error()
		return err
	}
	d.last, d.err = signed, ""
	return nil
}

// readPools reads the accounts, each in turn, and divides what pools credited.
func (d *poolDesk) readPools(ctx context.Context) error {
	if len(d.all) == 0 {
		<-ctx.Done()
		return nil
	}
	for {
		for _, a := range d.all {
			r, err := a.reader.Read(ctx)
			if ctx.Err() != nil {
				return nil
			}
			d.mu.Lock()
			if err != nil {
				if a.failed == "" {
					d.s.log.WarnContext(ctx, "pool account not read", "pool", a.settings.Pool, "error", err)
				}
				a.failed = err.Error()
			} else {
				a.reading, a.failed = &r, ""
			}
			d.mu.Unlock()
			if err == nil {
				if err := d.divide(ctx, a, &r); err != nil {
					d.s.log.ErrorContext(ctx, "reward not divided", "pool", a.settings.Pool, "error", err)
				}
			}
		}
		if d.s.clock.Sleep(ctx, d.s.cfg.Pools.Every) != nil {
			return nil
		}
	}
}

// divide enters the whole days that a pool credited since the ledger began. A
// reading that cannot be true is not divided.
func (d *poolDesk) divide(ctx context.Context, a *account, r *pools.Reading) error {
	if a.settings.Destination == "" || d.assess(ctx, a, r).Quarantined {
		return nil
	}
	entries, err := d.s.store.ShareLedger(ctx, d.s.clock.Now().AddDate(0, 0, -creditedDays).Add(-d.s.cfg.Members.Window))
	if err != nil {
		return err
	}
	began := time.Time{}
	done := make(map[time.Time]bool)
	for _, e := range entries {
		if e.Kind == payout.Shares && began.IsZero() {
			began = e.From
		}
		if e.Kind == payout.Reward && e.Destination == a.settings.Destination {
			done[e.From] = true
		}
	}
	for _, day := range r.Days {
		end := day.Day.AddDate(0, 0, 1)
		if day.Partial || day.Sats <= 0 || done[day.Day] || began.IsZero() || !end.After(began) {
			continue
		}
		shares := payout.Window(entries, a.settings.Destination, end.Add(-d.s.cfg.Members.Window), end)
		parts, fee := payout.Divide(day.Sats, int64(math.Round(d.s.cfg.Members.Fee*1e6)), shares)
		if err := d.append(ctx, payout.Entry{
			Kind: payout.Reward, From: day.Day, To: end, Destination: a.settings.Destination, Sats: day.Sats, Fee: fee, Lines: parts,
		}); err != nil {
			return err
		}
	}
	return nil
}

// network is what work is worth on the network now; the zero value where that is
// not known.
func (d *poolDesk) network(ctx context.Context) pools.Network {
	snap, err := d.s.controller.Snapshot(ctx, d.s.sites[0].ID)
	if err != nil || snap.Network.Difficulty.Value <= 0 {
		return pools.Network{}
	}
	height := int64(snap.Network.Height.Value)
	return pools.Network{
		Difficulty: snap.Network.Difficulty.Value, Subsidy: int64(unit.Subsidy(height)), Fees: int64(math.Round(snap.Network.BlockFees.Value * 1e8)),
	}
}

// assess weighs a reading against our own shares.
func (d *poolDesk) assess(ctx context.Context, a *account, r *pools.Reading) pools.Performance {
	var shares pools.Shares
	if d.s.mining.router != nil {
		for _, one := range d.s.mining.router.Status().Destinations {
			if one.Name == a.settings.Destination {
				t := one.Tally
				shares = pools.Shares{Work: t.Work, Forwarded: t.Forwarded, Accepted: t.PoolAccepted, Stale: t.PoolStale, Other: t.PoolRejected}
			}
		}
	}
	own := *r
	own.Days = d.ownDays(ctx, a.settings.Destination, r.Days)
	return pools.Assess(&own, shares, d.hour(ctx, a.settings.Destination), d.network(ctx))
}

// ownDays are days with the hashrate of our own shares where the pool says none, as
// Ocean does not, and the ledger has the whole of the day.
func (d *poolDesk) ownDays(ctx context.Context, destination string, days []pools.Day) []pools.Day {
	filled := slices.Clone(days)
	if destination == "" || !slices.ContainsFunc(days, func(one pools.Day) bool { return one.Hashrate == 0 && !one.Partial }) {
		return filled
	}
	entries, err := d.s.store.ShareLedger(ctx, days[0].Day.Add(-unit.Settlement))
	if err != nil {
		return filled
	}
	for i := range filled {
		if one := &filled[i]; one.Hashrate == 0 && !one.Partial {
			one.Hashrate = ownHashrate(entries, destination, one.Day)
		}
	}
	return filled
}

// ownHashrate is the mean of our shares at a destination on a day, in hashes per
// second; 0 where the ledger has not all of it.
func ownHashrate(entries []payout.Entry, destination string, day time.Time) float64 {
	end := day.Add(24 * time.Hour)
	covered := day
	for _, e := range entries { // of any destination: one may have had no work
		if e.Kind == payout.Shares && !e.From.After(covered) && e.To.After(covered) {
			covered = e.To
		}
	}
	if covered.Before(end) {
		return 0
	}
	work := 0.0
	for _, l := range payout.Window(entries, destination, day, end) {
		work += float64(l.Milli) / milli
	}
	return hashwork.Hashrate(work, 24*time.Hour)
}

// hour is our hashrate at a destination by the shares of the last whole hour, in
// hashes per second; 0 where the ledger does not reach back that far. A pool's
// hour must not be held against where machines work just now.
func (d *poolDesk) hour(ctx context.Context, destination string) float64 {
	end := d.s.clock.Now().Truncate(unit.Settlement)
	from := end.Add(-time.Hour)
	entries, err := d.s.store.ShareLedger(ctx, from.Add(-unit.Settlement))
	reaches := false
	for _, e := range entries {
		reaches = reaches || e.Kind == payout.Shares && !e.From.After(from)
	}
	if err != nil || !reaches {
		return 0
	}
	work := 0.0
	for _, l := range payout.Window(entries, destination, from, end) {
		work += float64(l.Milli) / milli
	}
	return hashwork.Hashrate(work, time.Hour)
}

// Pay records that a member was paid; the money itself is moved by a person.
func (d *poolDesk) Pay(ctx context.Context, member string, sats int64, ref string) error {
	entries, err := d.s.store.ShareLedger(ctx, d.s.clock.Now())
	if err != nil {
		return err
	}
	e, err := payout.Pay(entries, member, sats, ref, d.s.clock.Now(), d.simulated())
	if err != nil {
		return err
	}
	return d.append(ctx, e)
}

// Weigh changes the weights of destinations while machines work.
func (d *poolDesk) Weigh(ctx context.Context, weights map[string]float64) error {
	m := d.s.mining
	if m.router == nil {
		return errors.New("there is no router")
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	list := slices.Clone(m.destinations)
	for name, weight := range weights {
		i := slices.IndexFunc(list, func(one stratum.Destination) bool { return one.Name == name })
		if i < 0 {
			return fmt.Errorf("%q is no destination", name)
		}
		list[i].Weight = weight
	}
	if err := m.router.Set(ctx, list); err != nil {
		return err
	}
	m.destinations = list
	return nil
}

// parts are what the desk runs.
func (d *poolDesk) parts() []part {
	return []part{{"share ledger", d.keepShares}, {"pool accounts", d.readPools}, {"hashrate by plan", d.followPlans}}
}

// hours of a petahash per second for work in thousandths of difficulty.
func phHours(milliWork int64) float64 {
	return float64(milliWork) / milli * hashwork.HashesPerDifficulty / 1e15 / 3600
}
