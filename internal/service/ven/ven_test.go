package ven_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/ven"
)

func begin() time.Time { return time.Date(2026, 7, 14, 22, 0, 0, 0, time.UTC) }

// stage is a program, a controller that keeps what it is told, and a clock.
type stage struct {
	clock.Clock
	now    time.Time
	asked  []site.Instruction
	broken error // of reading, and deaf of acknowledging
	deaf   error
	orders site.Orders
	did    []string
}

func (s *stage) Now() time.Time { return s.now }

func (s *stage) Instructions(context.Context) (map[string][]site.Instruction, error) {
	return map[string][]site.Instruction{"alpha": s.asked}, s.broken
}

func (s *stage) Acknowledge(_ context.Context, id string, ins site.Instruction, at time.Time) error {
	if s.deaf == nil {
		s.did = append(s.did, fmt.Sprintf("taken %s at %s", ins.ID, at.Format("15:04")))
	}
	return s.deaf
}

func (s *stage) Submit(_ context.Context, id string, ins site.Instruction) (bool, error) {
	for _, known := range s.orders.Instructions {
		if known.ID == ins.ID && known.Revision >= ins.Revision {
			return false, nil
		}
	}
	s.did = append(s.did, fmt.Sprintf("%s %s", ins.Kind, ins.ID))
	s.orders.Instructions = nil
	if ins.Kind != "recall" {
		s.orders.Instructions = []site.Instruction{ins}
	}
	return true, nil
}

func (s *stage) Orders(context.Context, string, time.Time) (site.Orders, error) { return s.orders, nil }

func TestAnInstructionIsTakenWhenItBeginsAcknowledgedOnceAndRecalledWhenItIsWithdrawn(t *testing.T) {
	most := unit.MW(2)
	s := &stage{asked: []site.Instruction{{ID: "e-0", Revision: 5, From: "openadr", Kind: "curtail", MaxMW: &most, Start: begin(), End: begin().Add(time.Hour)}}}
	node := ven.New(ven.Config{Source: s, From: "openadr", Sites: []string{"alpha"}, Controller: s, Orders: s, Clock: s, Log: slog.New(slog.DiscardHandler)})
	lost := errors.New("lost")
	for _, step := range []struct {
		name   string
		minute int
		change func()
		want   []string
	}{
		{"announced", -30, func() {}, nil},
		{"it begins, and the program does not hear", 0, func() { s.deaf = lost }, []string{"curtail e-0"}},
		{"it hears", 1, func() { s.deaf = nil }, []string{"taken e-0 at 22:00"}},
		{"nothing new", 2, func() {}, nil},
		{"what cannot be read is not withdrawn", 3, func() { s.broken, s.asked = lost, nil }, nil},
		{"withdrawn", 4, func() { s.broken = nil }, []string{"recall e-0"}},
		{"another's order is left alone", 5, func() { s.orders.Instructions = []site.Instruction{{ID: "q", From: "qse"}} }, nil},
	} {
		s.did, s.now = nil, begin().Add(time.Duration(step.minute)*time.Minute)
		step.change()
		if err := node.Look(t.Context()); (err != nil) != (s.deaf != nil || s.broken != nil) {
			t.Errorf("%s: error is %v", step.name, err)
		}
		if diff := cmp.Diff(step.want, s.did); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
	}
}
