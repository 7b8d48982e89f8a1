// Package nodetest is what every driver of GPU nodes has to do, as tests that run
// against whatever node they are given: a simulated one, or a real one on a bench
// with [Bench.Advance] waiting.
package nodetest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/node/gpu"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Wants are how the node of a bench is to behave.
type Wants struct {
	Mute      bool    // commands are done and not answered
	WakeFails bool    // every wake fails
	Token     string  // of the node; the driver does not know it. Empty: none
	Demand    float64 // share of its cap that the work draws; 0: all
	Long      bool    // work does not end by itself
}

// Bench is a node at full work of two tiers, sold and batch, with its driver.
type Bench struct {
	Driver  gpu.Driver
	Advance func(d time.Duration)
	Watts   func() float64 // that it truly draws
	Hold    func(reason string)
	Break   func(gpus int)
	Top     float64 // W
	Idle    float64 // W
}

// Run runs the suite on benches that build makes.
func Run(t *testing.T, build func(t *testing.T, w Wants) Bench) {
	for name, test := range map[string]func(*testing.T, func(*testing.T, Wants) Bench){
		"says what it is":    identifies,
		"is read":            reads,
		"drains and resumes": drainsAndResumes,
		"follows a cap":      followsCap,
		"keeps a cap that its work does not reach":  idlesUnderCap,
		"takes work of the tiers that it is told":   admits,
		"hands back work that does not end":         endsLongWork,
		"leaves a node alone that a person drained": leavesOthersAlone,
		"leaves a lost answer open":                 lostAnswer,
		"names a wrong token":                       wrongToken,
		"does not claim a resume that failed":       failedWake,
		"shows a dead GPU":                          deadGPU,
		"gives up with its context":                 givesUp,
		"says the same however often it goes":       repeats,
		"is not rebooted":                           noReboot,
	} {
		t.Run(name, func(t *testing.T) { test(t, build) })
	}
}

func read(t *testing.T, b Bench) dispatch.Reading {
	t.Helper()
	r, err := b.Driver.Read(t.Context())
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return r
}

func near(got, want, share float64) bool { return got >= want*(1-share) && got <= want*(1+share) }

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func identifies(t *testing.T, build func(*testing.T, Wants) Bench) {
	id, err := build(t, Wants{}).Driver.Identify(t.Context())
	if err != nil || id.Model == "" || id.Firmware == "" || id.Version == "" || id.Host == "" {
		t.Errorf("%+v, %v", id, err)
	}
}

func reads(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	b.Advance(time.Minute)
	r := read(t, b)
	if r.State != dispatch.Hashing || r.Source != dispatch.Reported || !near(r.Watts, b.Top, 0.05) || !near(r.LimitW, b.Top, 0.01) {
		t.Errorf("%s, %.0f W by %s under %.0f W; want full work at %.0f", r.State, r.Watts, r.Source, r.LimitW, b.Top)
	}
	if r.Boards != 8 || r.BoardsOf != 8 || r.Jobs == 0 || r.Uptime <= 0 || r.At.IsZero() || r.Fault != "" {
		t.Errorf("%d of %d GPUs, %d jobs, up %s at %s, %q", r.Boards, r.BoardsOf, r.Jobs, r.Uptime, r.At, r.Fault)
	}
	if tiers := slices.Sorted(slices.Values(r.Tiers)); !slices.Equal(tiers, []string{"batch", "sold"}) {
		t.Errorf("tiers %v", tiers)
	}
}

func drainsAndResumes(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	can := b.Driver.Capabilities()
	do(t, b.Driver.Sleep(t.Context()))
	b.Advance(10 * time.Second)
	if r := read(t, b); r.State != dispatch.Draining || r.Watts > 0.75*b.Top {
		t.Errorf("%s at %.0f W right after; want draining at its lowest cap", r.State, r.Watts)
	}
	b.Advance(can.Stop)
	if r := read(t, b); r.State != dispatch.Asleep || r.Jobs != 0 || b.Watts() > 1.05*b.Idle {
		t.Fatalf("%s with %d jobs, draws %.0f W; want drained at %.0f", r.State, r.Jobs, b.Watts(), b.Idle)
	}
	do(t, b.Driver.SetPower(t.Context(), b.Top))
	do(t, b.Driver.Wake(t.Context()))
	b.Advance(5 * time.Second)
	if r := read(t, b); r.State == dispatch.Hashing {
		t.Error("at work at once after it was resumed")
	}
	b.Advance(can.Start)
	if r := read(t, b); r.State != dispatch.Hashing || b.Watts() < 0.95*b.Top {
		t.Errorf("%s (%s) after it was resumed, draws %.0f W of %.0f", r.State, r.Fault, b.Watts(), b.Top)
	}
}

func followsCap(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	for _, share := range []float64{0.75, 0.9, 1} {
		do(t, b.Driver.SetPower(t.Context(), share*b.Top))
		b.Advance(b.Driver.Capabilities().Adjust)
		if r := read(t, b); !near(r.LimitW, share*b.Top, 0.03) || !near(b.Watts(), share*b.Top, 0.03) || b.Watts() > share*b.Top*1.001 {
			t.Errorf("capped at %.0f W: reads %.0f, draws %.0f", share*b.Top, r.LimitW, b.Watts())
		}
	}
	t.Run("and no lower than it can", func(t *testing.T) {
		do(t, b.Driver.SetPower(t.Context(), 1))
		b.Advance(b.Driver.Capabilities().Adjust)
		if r := read(t, b); r.State != dispatch.Hashing || b.Watts() <= b.Idle || r.LimitW > 0.7*b.Top {
			t.Errorf("%s, draws %.0f W under %.0f", r.State, b.Watts(), r.LimitW)
		}
	})
}

func idlesUnderCap(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{Demand: 0.3})
	do(t, b.Driver.SetPower(t.Context(), 0.75*b.Top))
	b.Advance(b.Driver.Capabilities().Adjust)
	if r := read(t, b); r.State != dispatch.Hashing || !near(r.LimitW, 0.75*b.Top, 0.03) || r.Watts > 0.5*b.Top {
		t.Errorf("%s, %.0f W under %.0f", r.State, r.Watts, r.LimitW)
	}
}

func admits(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	for _, tiers := range [][]string{{"sold"}, {"batch", "sold"}, nil} {
		do(t, b.Driver.Admit(t.Context(), tiers))
		b.Advance(10 * time.Second)
		r := read(t, b)
		if got := slices.Sorted(slices.Values(r.Tiers)); !slices.Equal(got, tiers) || r.State != dispatch.Hashing {
			t.Errorf("admits %v, %s; was told %v", got, r.State, tiers)
		}
		if len(tiers) == 0 && (r.Jobs > 0 || b.Watts() > 1.1*b.Idle) {
			t.Errorf("%d jobs and %.0f W without any tier", r.Jobs, b.Watts())
		}
	}
	do(t, b.Driver.SetPower(t.Context(), 0.8*b.Top))
	do(t, b.Driver.Admit(t.Context(), []string{"sold"}))
	b.Advance(10 * time.Second)
	if r := read(t, b); !near(r.LimitW, 0.8*b.Top, 0.03) || !slices.Equal(r.Tiers, []string{"sold"}) {
		t.Errorf("a cap and a tier do not stand together: %.0f W, %v", r.LimitW, r.Tiers)
	}
}

func endsLongWork(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{Long: true})
	do(t, b.Driver.Sleep(t.Context()))
	b.Advance(b.Driver.Capabilities().Stop)
	do(t, b.Driver.Sleep(t.Context())) // the second try of a command that was not followed
	b.Advance(5 * time.Second)
	if r := read(t, b); r.State != dispatch.Asleep || b.Watts() > 1.05*b.Idle {
		t.Fatalf("%s, draws %.0f W though its work had its time", r.State, b.Watts())
	}
	do(t, b.Driver.Wake(t.Context()))
	b.Advance(b.Driver.Capabilities().Start)
	if r := read(t, b); r.State != dispatch.Hashing {
		t.Errorf("%s (%s) after it was resumed", r.State, r.Fault)
	}
}

func leavesOthersAlone(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	b.Hold("fan is being replaced")
	b.Advance(time.Minute)
	if r := read(t, b); r.State != dispatch.Fault || r.Fault == "" {
		t.Errorf("%s, %q; want a fault that says who", r.State, r.Fault)
	}
	_ = b.Driver.Wake(t.Context()) // refused or without effect
	b.Advance(b.Driver.Capabilities().Start)
	if r := read(t, b); r.State != dispatch.Fault || b.Watts() > 1.05*b.Idle {
		t.Errorf("%s, draws %.0f W: somebody works at this node", r.State, b.Watts())
	}
}

func lostAnswer(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{Mute: true})
	if err := b.Driver.Sleep(t.Context()); !errors.Is(err, site.ErrUnknown) {
		t.Fatalf("got %v, want an unknown outcome", err)
	}
	b.Advance(b.Driver.Capabilities().Stop)
	if r := read(t, b); r.State != dispatch.Asleep {
		t.Errorf("the read-back says %s; it was done all the same", r.State)
	}
}

func wrongToken(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{Token: "another"})
	if err := b.Driver.Sleep(t.Context()); err == nil || errors.Is(err, site.ErrUnknown) {
		t.Errorf("got %v; want a refusal", err)
	}
	if b.Advance(time.Minute); b.Watts() < 0.9*b.Top {
		t.Error("and yet it drains")
	}
}

func failedWake(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{WakeFails: true})
	do(t, b.Driver.Sleep(t.Context()))
	b.Advance(b.Driver.Capabilities().Stop)
	do(t, b.Driver.Wake(t.Context()))
	b.Advance(b.Driver.Capabilities().Start)
	if r := read(t, b); r.State != dispatch.Fault || r.Fault == "" {
		t.Errorf("%s, %q after a resume that failed", r.State, r.Fault)
	}
}

func deadGPU(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	b.Break(1)
	b.Advance(10 * time.Second)
	if r := read(t, b); r.Boards != 7 || r.BoardsOf != 8 || r.State != dispatch.Hashing {
		t.Errorf("%s with %d of %d GPUs", r.State, r.Boards, r.BoardsOf)
	}
}

func givesUp(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Driver.Read(ctx); err == nil {
		t.Error("read without a context's leave")
	}
	if err := b.Driver.Sleep(ctx); err == nil {
		t.Error("drained without a context's leave")
	}
}

func repeats(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	for range 3 {
		do(t, b.Driver.Sleep(t.Context()))
	}
	b.Advance(10 * time.Second)
	if r := read(t, b); r.State != dispatch.Draining {
		t.Errorf("%s: asked three times at once its work was not given its time", r.State)
	}
	b.Advance(b.Driver.Capabilities().Stop)
	for range 3 {
		if r := read(t, b); r.State != dispatch.Asleep {
			t.Fatalf("%s after it was drained three times", r.State)
		}
	}
}

func noReboot(t *testing.T, build func(*testing.T, Wants) Bench) {
	b := build(t, Wants{})
	if err := b.Driver.Reboot(t.Context()); b.Driver.Capabilities().Reboot || !errors.Is(err, dispatch.ErrUnsupported) {
		t.Errorf("got %v", err)
	}
}
