package app

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/pools"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Pools tells where hashrate goes and what it earns.
func (d *poolDesk) Pools(ctx context.Context) (report.Pools, error) {
	v := report.Pools{
		Simulated: d.simulated(), Away: []report.PoolAbsence{}, Destinations: []report.PoolDestination{}, Accounts: []report.PoolAccount{},
		Intervals: []report.PoolInterval{}, Members: []report.PoolMember{},
	}
	if d.s.mining.router == nil {
		v.Text = "No router runs here: set stratum.listen and stratum.destinations."
	} else {
		d.routed(&v)
	}
	d.accounts(ctx, &v)
	entries, err := d.s.store.ShareLedger(ctx, d.s.clock.Now().Add(-max(d.s.cfg.Members.Window, 24*time.Hour)))
	if err != nil {
		return v, err
	}
	d.ledger(&v, entries)
	d.members(ctx, &v, entries)
	if err := d.bonuses(ctx, v.Members); err != nil {
		return v, err
	}
	return v, d.intervals(ctx, &v, entries)
}

func (d *poolDesk) routed(v *report.Pools) {
	s := d.s.mining.router.Status()
	c := s.Counts
	v.Listen, v.Machines, v.WithoutPool = d.s.mining.listener.Addr().String(), s.Machines, s.Lonely
	v.Cut, v.Moves, v.Reconnects, v.Failovers = c.Floods+c.Malformed+c.Unnamed+c.Full, c.Moves, c.Reconnects, c.Failovers
	does := d.guards(v)
	for _, a := range s.Away {
		v.Away = append(v.Away, report.PoolAbsence{Worker: a.Worker, Does: does[a.Worker], Left: a.Left.UTC(), Times: a.Times})
	}
	work, want := 0.0, 0.0
	for _, one := range s.Destinations {
		work += one.Tally.Work
		want += one.Target
	}
	for _, one := range s.Destinations {
		t := one.Tally
		line := report.PoolDestination{
			Name: one.Name, User: one.User, Up: one.Up, Failing: one.Failing, Backup: one.Backup, Weight: one.Weight, ContractTHs: one.Contract / 1e12,
			Machines: one.Machines, HashrateTHs: one.Hashrate / 1e12, TargetTHs: one.Target / 1e12, Accepted: t.Accepted, Stale: t.Stale,
			Rejected: t.Low + t.Duplicate + t.Wrong, PoolAccepted: t.PoolAccepted, PoolStale: t.PoolStale, PoolRejected: t.PoolRejected, Unanswered: t.Unanswered,
		}
		if work > 0 {
			line.PartPct = 100 * t.Work / work
		}
		if want > 0 {
			line.WantPct = 100 * one.Target / want
		}
		v.Destinations = append(v.Destinations, line)
	}
}

// guards counts machines by what the end of the router would do to them, and tells
// what each does by its own firmware, by the worker that it is at the router.
func (d *poolDesk) guards(v *report.Pools) map[string]string {
	does := make(map[string]string)
	for id, f := range d.s.fleets {
		for _, m := range f.Machines("") {
			switch m.Guard {
			case dispatch.NotSeen:
			case dispatch.Guarded:
				v.Guarded++
			default:
				v.Bare++
			}
			worker := id + "." + m.ID
			switch {
			case m.Idle:
				v.Idle++
				does[worker] = "idles"
			case m.State == dispatch.Hashing:
				does[worker] = "hashes"
			case m.State == dispatch.Asleep:
				does[worker] = "asleep"
			}
		}
	}
	return does
}

// known is a pointer to a number that is known; nil for others.
func known(value float64, is bool) *float64 {
	if !is || math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	return &value
}

func (d *poolDesk) accounts(ctx context.Context, v *report.Pools) {
	now := d.s.clock.Now()
	d.mu.Lock()
	all := make([]account, 0, len(d.all))
	for _, a := range d.all {
		all = append(all, *a)
	}
	d.mu.Unlock()
	var performances []pools.Performance
	for i := range all {
		a := &all[i]
		line := report.PoolAccount{
			Pool: a.settings.Pool, Account: a.settings.Account, Destination: a.settings.Destination, Error: a.failed, Simulated: d.simulated(),
			Missing: []string{}, Payouts: []report.PoolPayout{},
		}
		if r := a.reading; r != nil {
			p := d.assess(ctx, a, r)
			performances = append(performances, p)
			fill(&line, r, &p, now)
		}
		v.Accounts = append(v.Accounts, line)
	}
	best := pools.Recommend(performances)
	v.Recommended, v.Reason = best.Pool, best.Reason
}

func fill(line *report.PoolAccount, r *pools.Reading, p *pools.Performance, now time.Time) {
	line.Scheme, line.Read, line.Unit = string(r.Scheme), &r.At, r.Unit
	line.AgeS = known(now.Sub(r.At).Seconds(), true)
	line.HashrateTHs = known(r.Hashrate.H1/1e12, r.Hashrate.H1 > 0)
	line.Factor = known(p.Factor, p.Factor > 0)
	if p.Factor > 0 {
		line.OwnTHs = known(r.Hashrate.H1/1e12/p.Factor, true)
	}
	line.Quarantined, line.Days, line.Missing = p.Quarantined, p.Days, append(line.Missing, r.Missing...)
	line.Workers = len(r.Workers)
	for _, w := range r.Workers {
		if w.Online {
			line.Online++
		}
	}
	if r.Balance >= 0 {
		line.BalanceSats = &r.Balance
	}
	line.RatePct, line.FeePct = known(100*p.Rate, p.Rate > 0), known(100*p.Fee, p.Rate > 0)
	line.LowPct, line.HighPct = known(100*p.Low, p.Rate > 0), known(100*p.High, p.Rate > 0)
	line.LuckPct, line.NetSats = known(100*p.Luck, p.Luck > 0), known(p.Net, p.Net > 0)
	line.StalePct, line.RejectPct = 100*p.StaleRate, 100*p.RejectRate
	if p.GapKnown {
		line.GapSats = &p.Gap
	}
	const shown = 5
	for _, o := range slices.Backward(r.Payouts) {
		if len(line.Payouts) == shown {
			break
		}
		line.Payouts = append(line.Payouts, report.PoolPayout{At: o.At, Sats: o.Sats, State: o.State, Ref: o.Ref})
	}
}

func (d *poolDesk) ledger(v *report.Pools, entries []payout.Entry) {
	books := payout.Fold(entries)
	public := d.key.Public().(ed25519.PublicKey)
	v.Ledger = report.ShareLedger{
		Key: hex.EncodeToString(public), FeePct: 100 * d.s.cfg.Members.Fee, BonusPct: float64(bonusPPM(d.s.cfg)) / 1e4, WindowH: d.s.cfg.Members.Window.Hours(),
		CreditedSats: books.Credited, FeeSats: books.Fees, LeastSats: d.s.cfg.Members.LeastSats, Whole: true, Text: "Every entry is signed and follows the one before.",
	}
	if n := len(entries); n > 0 {
		v.Ledger.Entries, v.Ledger.Head = entries[n-1].Seq, entries[n-1].Hash
	} else {
		v.Ledger.Text = "Nothing has been entered yet."
	}
	if err := payout.VerifyTail(entries, public); err != nil {
		v.Ledger.Whole, v.Ledger.Text = false, err.Error()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err != "" {
		v.Ledger.Whole, v.Ledger.Text = false, "Not kept: "+d.err
	}
}

func (d *poolDesk) members(ctx context.Context, v *report.Pools, entries []payout.Entry) {
	now := d.s.clock.Now()
	window, total := payout.Window(entries, "", now.Add(-d.s.cfg.Members.Window), now), int64(0)
	part := make(map[string]int64)
	for _, l := range window {
		part[l.Member] = l.Milli
		total += l.Milli
	}
	uncredited := uncredited(entries)
	worth := d.network(ctx).SatsPerWork() * (1 - d.s.cfg.Members.Fee)
	settings := make(map[string]string)
	for _, m := range d.s.cfg.Members.List {
		settings[m.Name] = m.Payout
	}
	rates, machines := d.byMember()
	for _, b := range payout.Fold(entries).Balances {
		line := report.PoolMember{
			Member: b.Member, Payout: settings[b.Member], Shares: b.Count, EarnedSats: b.Earned, PaidSats: b.Paid, DueSats: b.Due(),
			ExpectedSats: int64(float64(uncredited[b.Member]) / milli * worth), HashrateTHs: rates[b.Member] / 1e12, Machines: machines[b.Member],
		}
		if total > 0 {
			line.PartPct = 100 * float64(part[b.Member]) / float64(total)
		}
		v.Members = append(v.Members, line)
	}
}

// byMember is members' hashrate and machines at the router now.
func (d *poolDesk) byMember() (map[string]float64, map[string]int) {
	rates, machines := make(map[string]float64), make(map[string]int)
	if d.s.mining.router == nil {
		return rates, machines
	}
	for _, m := range d.s.mining.router.Machines() {
		member, _, _ := strings.Cut(m.Worker, ".")
		rates[member] += m.Hashrate
		machines[member]++
	}
	return rates, machines
}

// uncredited is members' work since the last day that its pool credited.
func uncredited(entries []payout.Entry) map[string]int64 {
	credited := make(map[string]time.Time)
	for _, e := range entries {
		if e.Kind == payout.Reward && e.To.After(credited[e.Destination]) {
			credited[e.Destination] = e.To
		}
	}
	work := make(map[string]int64)
	for _, e := range entries {
		if e.Kind == payout.Shares && e.To.After(credited[e.Destination]) {
			for _, l := range e.Lines {
				work[l.Member] += l.Milli
			}
		}
	}
	return work
}

// intervals sets the work of shares beside what was settled, for the newest
// settlement intervals.
func (d *poolDesk) intervals(ctx context.Context, v *report.Pools, entries []payout.Entry) error {
	const shown = 12
	end := d.s.clock.Now().Truncate(unit.Settlement)
	from := end.Add(-shown * unit.Settlement)
	shares := make(map[time.Time]int64)
	for _, e := range entries {
		if e.Kind == payout.Shares && e.To.After(from) {
			for _, l := range e.Lines {
				shares[e.From.Truncate(unit.Settlement)] += l.Milli
			}
		}
	}
	settled, err := d.s.store.Settlements(ctx, "", from, end)
	if err != nil {
		return err
	}
	hashes, sites := make(map[time.Time]float64), make(map[time.Time]map[string]bool)
	for i := range settled {
		s := &settled[i]
		at := s.Interval.Start.UTC().Truncate(unit.Settlement)
		if sites[at] == nil {
			sites[at] = make(map[string]bool)
		}
		sites[at][s.Site] = true
		for _, l := range s.Lines {
			if l.Lever == settle.Mining && l.Price > 0 {
				hashes[at] += l.Amount.USD() / l.Price * 24
			}
		}
	}
	for i := range shown {
		at := end.Add(-time.Duration(i+1) * unit.Settlement).UTC()
		if shares[at] == 0 && len(sites[at]) == 0 {
			continue
		}
		v.Intervals = append(v.Intervals, report.PoolInterval{
			Start: at, SharesPHh: phHours(shares[at]), SettledPHh: known(hashes[at], len(sites[at]) > 0), Settled: len(sites[at]),
		})
	}
	return nil
}
