package certifier_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/certifier"
)

const epoch = 20_700

// history is a site that draws 1 MWh each interval, and nothing from noon of day
// epoch for an hour, as planned.
type history struct {
	sealed map[uint32]reward.Day
	final  func() bool // settled at settlement quality
}

func down(t time.Time) bool {
	noon := reward.StartOf(epoch).Add(12 * time.Hour)
	return !t.Before(noon) && t.Before(noon.Add(time.Hour))
}

func intervals(from, to time.Time) (all []unit.Interval) {
	for t := from; t.Before(to); t = t.Add(unit.Control) {
		all = append(all, unit.Interval{Start: t, Length: unit.Control})
	}
	return all
}

func (h history) Settlements(_ context.Context, _ string, from, to time.Time) (all []settle.Settlement, err error) {
	for i, iv := range intervals(from, to) {
		s := settle.Settlement{Site: "west", Interval: iv, Version: settle.Estimate, Measured: true, MWh: 1 + unit.MWh(i%2)/1000}
		if down(iv.Start) {
			s.MWh = 0
		}
		if h.final != nil && h.final() {
			s.Version = settle.Final
			s.MWh *= 0.99 // the meter shows a little less than telemetry did
			if down(iv.Start) {
				s.MWh = 0.1
			}
		}
		all = append(all, s)
	}
	return all, nil
}

func (history) Decisions(_ context.Context, _ string, from, to time.Time, _ int) (all []episode.Decision, err error) {
	for _, iv := range intervals(from, to) {
		d := episode.Decision{Interval: iv, Plan: site.Plan{Allocations: []site.Allocation{{Class: "a", MW: 12}}}}
		if down(iv.Start) {
			d.Plan = site.Plan{}
		}
		all = append(all, d)
	}
	return all, nil
}

func (h history) SaveRewardDay(_ context.Context, d reward.Day) error {
	if _, ok := h.sealed[d.Epoch]; !ok {
		h.sealed[d.Epoch] = d
	}
	return nil
}

func (h history) RewardDay(_ context.Context, e uint32) (reward.Day, bool, error) {
	d, ok := h.sealed[e]
	return d, ok, nil
}

// contracts keep what was asked of them, and refuse what the real ones refuse.
type contracts struct {
	now      func() time.Time
	standing map[uint32]reward.Standing
	log      []string
	issued   map[proof.Hash]bool
	fail     string // a step that fails once
	total    proof.Amount
}

func (c *contracts) did(what string) error {
	if c.fail == what {
		c.fail = ""
		return errors.New("the node does not answer")
	}
	c.log = append(c.log, what)
	return nil
}

func (c *contracts) Standing(_ context.Context, e uint32) (reward.Standing, error) {
	return c.standing[e], nil
}

func (c *contracts) Propose(_ context.Context, e uint32, root proof.SumNode, n uint32) error {
	if err := c.did("propose"); err != nil {
		return err
	}
	c.total = root.Sum
	c.standing[e] = reward.Standing{Status: reward.Proposed, Root: root.Hash, Count: n, ClosesAt: c.now().Add(time.Hour)}
	return nil
}

func (c *contracts) Finalize(_ context.Context, e uint32) error {
	s := c.standing[e]
	if c.now().Before(s.ClosesAt) {
		return errors.New("too early")
	}
	s.Status = reward.Final
	c.standing[e] = s
	return c.did("finalize")
}

func (c *contracts) Claim(_ context.Context, l reward.Leaf, path []proof.SumNode) error {
	s := c.standing[l.Epoch]
	if s.Status != reward.Final || !proof.VerifySum(proof.SumNode{Hash: s.Root, Sum: c.total}, l.Node(), int(l.Index), int(s.Count), path) {
		return errors.New("not in the tree")
	}
	if c.issued[l.WorkHash] {
		return nil
	}
	c.issued[l.WorkHash] = true
	return c.did("claim")
}

func (c *contracts) SignClaim(_ context.Context, claim reward.Claim) (proof.Hash, []byte, error) {
	return proof.Keccak([]byte(claim.Site), claim.Baseline[:]), []byte("signed"), nil
}

func (c *contracts) Issue(_ context.Context, l reward.Leaf, path []proof.SumNode, m reward.Made) error {
	s := c.standing[l.Epoch]
	if s.Status != reward.Final || !proof.VerifySum(proof.SumNode{Hash: s.Root, Sum: c.total}, l.Node(), int(l.Index), int(s.Count), path) {
		return errors.New("not cited")
	}
	if c.issued[l.WorkHash] {
		return nil
	}
	if err := c.did("issue"); err != nil {
		return err
	}
	c.issued[l.WorkHash] = true
	return nil
}

func (c *contracts) Supersede(_ context.Context, l reward.Leaf, path []proof.SumNode, m reward.Made) error {
	s := c.standing[l.Epoch]
	if s.Status != reward.Final || !proof.VerifySum(proof.SumNode{Hash: s.Root, Sum: c.total}, l.Node(), int(l.Index), int(s.Count), path) {
		return errors.New("not cited")
	}
	if !m.Claim.Settled || c.issued[l.WorkHash] {
		return nil
	}
	c.issued[l.WorkHash] = true
	return c.did("supersede")
}

// hands is a clock that is turned by hand.
type hands struct {
	clock.Wall
	at time.Time
}

func (h *hands) Now() time.Time          { return h.at }
func (h *hands) Advance(d time.Duration) { h.at = h.at.Add(d) }

func newCase(t *testing.T) (*hands, *contracts, history, *certifier.Certifier) {
	t.Helper()
	now := &hands{at: reward.StartOf(epoch + 1).Add(90 * time.Minute)}
	k := &contracts{now: now.Now, standing: map[uint32]reward.Standing{}, issued: map[proof.Hash]bool{}}
	h := history{sealed: map[uint32]reward.Day{}}
	return now, k, h, certifier.New(certifier.Config{
		Sites: []string{"west"}, Ledger: h, Sealed: h, Days: k, Certificates: k, Clock: now, Log: slog.New(slog.DiscardHandler),
	})
}

func TestADayIsSealedWhenItIsSettledProposedClosedAndCertifiedOnce(t *testing.T) {
	now, k, h, c := newCase(t)
	pass := func() {
		t.Helper()
		if err := c.Pass(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	pass()
	if _, early := h.sealed[epoch]; early {
		t.Fatal("sealed before its last intervals were settled")
	}
	now.Advance(time.Hour)
	pass()
	pass()
	now.Advance(2 * time.Hour)
	pass()
	pass()
	if got := strings.Join(k.log, " "); got != "propose finalize issue" {
		t.Errorf("did %q", got)
	}
	if d := h.sealed[epoch]; len(d.Leaves) != 1 || d.Leaves[0].N != 12 || d.Leaves[0].KWh < 11_900 {
		t.Errorf("sealed %+v", d.Leaves)
	}
}

func TestAStepThatFailsIsDoneAgainAndNothingTwice(t *testing.T) {
	for _, step := range []string{"propose", "finalize", "issue"} {
		now, k, _, c := newCase(t)
		k.fail = step
		for range 6 {
			now.Advance(time.Hour)
			_ = c.Pass(t.Context())
		}
		done := strings.Join(k.log, " ")
		if strings.Count(done, "propose") != 1 || strings.Count(done, "issue") != 1 {
			t.Errorf("after a failed %s: %q", step, done)
		}
	}
}

func TestAProposalThatWasStruckDownOrIsNotOursIsLeftToAPerson(t *testing.T) {
	for name, s := range map[string]reward.Standing{
		"struck": {Attempt: 1},
		"not":    {Status: reward.Proposed, Root: proof.Keccak([]byte("other"))},
	} {
		now, k, _, c := newCase(t)
		now.Advance(time.Hour)
		k.standing[epoch] = s
		if err := c.Pass(t.Context()); err == nil || len(k.log) > 0 {
			t.Errorf("%s: %v, did %v", name, err, k.log)
		}
	}
}

// payroll is one task that is final and one that is not.
type payroll struct{}

func (payroll) PaidSince(context.Context, uint32) ([]reward.Paid, error) {
	return []reward.Paid{
		{Task: proof.Keccak([]byte("a")), ChainID: proof.Keccak([]byte("1")), Epoch: epoch, Amount: proof.Amount{Lo: 5}, Final: true},
		{Task: proof.Keccak([]byte("b")), ChainID: proof.Keccak([]byte("2")), Epoch: epoch, Amount: proof.Amount{Lo: 7}},
	}, nil
}

func TestFinalTasksOfTheDayArePaidBesideItsCertificates(t *testing.T) {
	now, k, h, _ := newCase(t)
	c := certifier.New(certifier.Config{
		Sites: []string{"west"}, Ledger: h, Sealed: h, Payroll: payroll{}, Days: k, Certificates: k, Clock: now, Log: slog.New(slog.DiscardHandler),
	})
	for range 6 {
		now.Advance(time.Hour)
		if err := c.Pass(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(k.log, " "); got != "propose finalize issue claim" || k.total.Lo != 5 {
		t.Errorf("did %q for a total of %d", got, k.total.Lo)
	}
}

// sharing passes on what the chain has minted.
type sharing struct{ k *contracts }

func (s sharing) Share(_ context.Context, d reward.Day) error { return s.k.did("share") }

func TestMembersGetTheirPartOnceTheRewardsAreMinted(t *testing.T) {
	now, k, h, _ := newCase(t)
	k.fail = "share"
	c := certifier.New(certifier.Config{
		Sites: []string{"west"}, Ledger: h, Sealed: h, Payroll: payroll{}, Members: sharing{k}, Days: k, Certificates: k, Clock: now, Log: slog.New(slog.DiscardHandler),
	})
	for range 5 {
		now.Advance(time.Hour)
		_ = c.Pass(t.Context()) // the second fails at the last step
	}
	if got := strings.Join(k.log, " "); got != "propose finalize issue claim share share share" {
		t.Errorf("did %q", got)
	}
}

func TestACertificateOfTelemetryGivesWayToFinalMetering(t *testing.T) {
	now, k, h, _ := newCase(t)
	final := false
	h.final = func() bool { return final }
	c := certifier.New(certifier.Config{
		Sites: []string{"west"}, Ledger: h, Sealed: h, Days: k, Certificates: k, Clock: now, Log: slog.New(slog.DiscardHandler),
		DeclaredKW: map[string]float64{"west": 100},
	})
	turn := func(hours int) {
		t.Helper()
		for range hours {
			now.Advance(time.Hour)
			if err := c.Pass(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	}
	turn(4)
	telemetry := h.sealed[epoch].Claims[0]
	if b := telemetry.Baseline; telemetry.Claim.Settled || b.Class != reward.PriceResponsive || b.Held == nil || !b.Held.Held {
		t.Errorf("from telemetry: %+v", telemetry)
	}
	now.Advance(57 * 24 * time.Hour)
	final = true
	turn(5)
	if got := strings.Join(k.log, " "); got != "propose finalize issue propose finalize supersede" {
		t.Errorf("did %q", got)
	}
	settled, ok := h.sealed[epoch+57].Claims[0]
	if !ok || !settled.Claim.Settled || !settled.Supersedes || settled.Claim.Start != telemetry.Claim.Start || settled.Claim.N != telemetry.Claim.N {
		t.Fatalf("final: %+v", settled.Claim)
	}
	if saved := telemetry.Claim.KWh - settled.Claim.KWh; saved < 1200 || saved > 1400 {
		t.Errorf("telemetry found %d kWh, the settled meter, which shows 100 kWh in each of twelve intervals, %d", telemetry.Claim.KWh, settled.Claim.KWh)
	}
}
