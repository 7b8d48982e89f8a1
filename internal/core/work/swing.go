package work

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/dynamics"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// A transient-stability case is a solid fault at the from end of a branch that
// opening the branch clears. It shows the critical clearing time, between the
// longest fault that is survived and the shortest that is not; both are
// integrated again. Machines have typical values (dynamics.Assume).

const (
	mostFaults  = 64
	longestTurn = 640 // ms; longer faults are not asked about
	turnStep    = 20  // ms, between a fault survived and one that is not
	cleared     = 100 // ms in which protection clears a fault: six cycles
	swingTime   = 3.0 // s that a run follows
)

// clearing is the answer, ms; lost is 0 where even the longest is survived.
type clearing struct{ survived, lost uint32 }

func (c clearing) encode() []byte {
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, c.survived), c.lost)
}

// leaf says that the limit is not kept where a fault that is cleared in time is
// lost.
func (c clearing) leaf(index int) Leaf {
	l := Leaf{Index: index, Status: Solved, Solution: HashShown(c.encode()), Summary: proof.Summary{Lowest: proof.NoVoltage, Solved: 1}}
	if c.survived < cleared {
		l.Summary.Violating = 1
	}
	return l
}

// swinging is a network at rest, ready for faults.
type swinging struct {
	net  *grid.Network
	base *powerflow.Result
	data dynamics.Data
}

func atRest(net *grid.Network) (*swinging, error) {
	base, err := powerflow.New(net).Solve(powerflow.Options{})
	if err != nil {
		return nil, err
	}
	return &swinging{net, base, dynamics.Data{Machines: dynamics.Assume(net.Case), Load: dynamics.CurrentAndImpedance()}}, nil
}

func (s *swinging) survives(branch int, ms uint32) (bool, error) {
	row := s.net.Branch.Row[branch]
	return dynamics.Survives(s.base, s.data, s.net.Case.Branches[row].From, row+1, float64(ms)/1000, dynamics.Options{Horizon: swingTime, Every: swingTime})
}

// critical finds the clearing time by bisection over whole steps.
func (s *swinging) critical(branch int) (clearing, error) {
	if whole, err := s.survives(branch, longestTurn); err != nil || whole {
		return clearing{survived: longestTurn}, err
	}
	c := clearing{lost: longestTurn}
	for c.lost-c.survived > turnStep {
		middle := (c.survived + c.lost) / 2 / turnStep * turnStep
		ok, err := s.survives(branch, middle)
		if err != nil {
			return c, err
		}
		if ok {
			c.survived = middle
		} else {
			c.lost = middle
		}
	}
	return c, nil
}

func solveSwing(q *Question, _ int) (answers, error) {
	s, net := q.Spec, q.Net
	var a answers
	bridges := contingency.FindBridges(net)
	rest, err := atRest(net)
	if err != nil && !errors.Is(err, powerflow.ErrNoSolution) {
		return a, err
	}
	for i := range s.Count {
		switch {
		case bridges.Is(s.First + i):
			a.add(unsolvedLeaf(i, Islanded), nil)
		case rest == nil:
			a.add(unsolvedLeaf(i, Failed), nil)
		default:
			c, err := rest.critical(s.First + i)
			if err != nil {
				return a, err
			}
			a.add(c.leaf(i), c.encode())
		}
	}
	return a, nil
}

// swing integrates both faults of an opened case again.
func (v *Verifier) swing(o Opening, done *Checked) error {
	branch := v.spec.First + o.Leaf.Index
	if cut := v.bridges.Is(branch); cut != (o.Leaf.Status == Islanded) {
		return fmt.Errorf("%w: whether opening the branch cuts buses off", ErrWrong)
	} else if cut {
		return same(o.Leaf, unsolvedLeaf(o.Leaf.Index, Islanded))
	}
	if v.rest == nil {
		var err error
		if v.rest, err = atRest(v.net); err != nil && !errors.Is(err, powerflow.ErrNoSolution) {
			return err
		}
	}
	if v.rest == nil || o.Leaf.Status != Solved {
		if v.rest == nil && o.Leaf.Status == Failed {
			done.Rerun++
			done.Failed++
			return same(o.Leaf, unsolvedLeaf(o.Leaf.Index, Failed))
		}
		return fmt.Errorf("%w: whether the network has a state of rest", ErrWrong)
	}
	if err := committed(o); err != nil {
		return err
	}
	if len(o.Voltages) != 8 {
		return fmt.Errorf("%w: a clearing time of %d bytes", ErrWrong, len(o.Voltages))
	}
	c := clearing{binary.BigEndian.Uint32(o.Voltages), binary.BigEndian.Uint32(o.Voltages[4:])}
	if err := v.integrate(branch, c, done); err != nil {
		return err
	}
	return same(o.Leaf, c.leaf(o.Leaf.Index))
}

func (v *Verifier) integrate(branch int, c clearing, done *Checked) error {
	atMost := c.lost == 0 && c.survived == longestTurn
	if !atMost && (c.lost > longestTurn || c.survived%turnStep != 0 || c.lost-c.survived != turnStep) {
		return fmt.Errorf("%w: between %d and %d ms: want whole steps of %d ms up to %d", ErrWrong, c.survived, c.lost, turnStep, longestTurn)
	}
	for _, verdict := range []struct {
		ms   uint32
		want bool
	}{{c.survived, true}, {c.lost, false}} {
		if verdict.ms == 0 {
			continue // no fault at all
		}
		got, err := v.rest.survives(branch, verdict.ms)
		if err != nil {
			return err
		}
		done.Rerun++
		if got != verdict.want {
			return fmt.Errorf("%w: a fault of %d ms is survived: %v", ErrWrong, verdict.ms, got)
		}
	}
	return nil
}
