package gridwatch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
)

// study is one look at the network: dispatched at least cost, solved in full,
// and every single branch outage screened, the worst solved in full too.
type study struct {
	net       *grid.Network // the case as studied, dispatched
	text      []byte        // its case file
	digest    string        // hex SHA-256 of text
	dispatch  *opf.Result
	unsecured string // why the dispatch is not secure; empty where it is
	flow      *powerflow.Result
	flowErr   error
	screened  screened
	linear    *contingency.Linear
	solved    []contingency.Outage
	losses    *contingency.Report
	places    []place
}

// solvedInFull is how many of the worst outages get a full power flow.
const solvedInFull = 40

// look studies a case in a state. An error means that there is nothing to
// show: a dispatch that is not possible, a site at a bus that is not there.
func look(c *grid.Case, s state, places []place, stop func() bool) (*study, error) {
	at, err := loaded(c, s, places)
	if err != nil {
		return nil, err
	}
	net, err := grid.Compile(at, grid.Options{})
	if err != nil {
		return nil, err
	}
	out := &study{places: places}
	if err := out.dispatchSecurely(net); err != nil {
		return nil, err
	}
	// Losses are shared by all units before the case is written, so that the
	// reference does not carry them alone.
	if err := out.compile(at, out.dispatch.Apply().Gens); err != nil {
		return nil, err
	}
	out.flow, out.flowErr = powerflow.New(out.net).Solve(powerflow.Options{Shared: true})
	if out.flowErr == nil {
		if err := out.compile(at, out.flow.Apply().Gens); err != nil {
			return nil, err
		}
		out.flow, out.flowErr = powerflow.New(out.net).Solve(powerflow.Options{Vm: out.flow.Vm, Va: out.flow.Va})
	}
	if out.linear, err = contingency.NewLinear(out.net); err != nil {
		return nil, err
	}
	if out.flowErr != nil {
		out.screened = screen(out.net, out.linear, out.dispatch.Pf)
		return out, nil
	}
	out.screened = screen(out.net, out.linear, out.flow.Flow.Pf)
	return out, out.lose(stop)
}

// headroom is the share of a rating that the dispatch uses after a loss: the
// rest is for losses and reactive flow, which its model does not know.
const headroom = 0.95

// dispatchSecurely finds the dispatch of least cost that keeps every limit after
// the loss of any branch, as the market's does; where there is none, the one
// that keeps the limits of the intact network, and says so.
func (s *study) dispatchSecurely(net *grid.Network) error {
	var err error
	s.dispatch, err = opf.Solve(net, opf.Options{DC: true, Secure: true, SecureFactor: headroom, Tolerance: 1e-5})
	if errors.Is(err, opf.ErrInfeasible) {
		s.unsecured = err.Error()
		s.dispatch, err = opf.Solve(net, opf.Options{DC: true, Tolerance: 1e-5})
	}
	if err != nil {
		return fmt.Errorf("dispatch: %w", err)
	}
	return nil
}

// compile puts the dispatch into the case and writes the file that others can
// check the study on. What the file says is what is computed on.
func (s *study) compile(c *grid.Case, gens []grid.Generator) error {
	dispatched := *c
	dispatched.Gens = append([]grid.Generator(nil), c.Gens...)
	for i := range dispatched.Gens {
		dispatched.Gens[i].Pg = math.Round(gens[i].Pg*1e4) / 1e4
	}
	var text bytes.Buffer
	if err := dispatched.WriteCase(&text); err != nil {
		return fmt.Errorf("write the case studied: %w", err)
	}
	sum := sha256.Sum256(text.Bytes())
	s.text, s.digest = text.Bytes(), hex.EncodeToString(sum[:])
	var err error
	s.net, err = grid.Compile(&dispatched, grid.Options{})
	return err
}

// lose solves the worst outages in full.
func (s *study) lose(stop func() bool) error {
	for _, r := range s.screened.severity[:min(solvedInFull, len(s.screened.severity))] {
		row := s.net.Branch.Row[r.branch]
		s.solved = append(s.solved, contingency.Outage{Label: branchName(s.net.Case, row), Branches: []int{row}})
	}
	var err error
	s.losses, err = contingency.New(s.net).Run(s.solved, contingency.Options{Rescue: true, Interrupt: stop})
	if err != nil {
		return fmt.Errorf("outages: %w", err)
	}
	return nil
}

// insecure counts the outages solved in full that break a limit or have no
// solution.
func (s *study) insecure() int {
	if s.losses == nil {
		return 0
	}
	n := 0
	for _, r := range s.losses.Results {
		if r.Status != contingency.OK || r.Overloads > 0 || r.LowVoltages > 0 || r.HighVoltages > 0 {
			n++
		}
	}
	return n
}

// meanPrice is the nodal price weighted by load, $/MWh, of the buses that in
// accepts.
func (s *study) meanPrice(in func(bus int) bool) float64 {
	var sum, load float64
	for i, price := range s.dispatch.PriceP {
		if pd := s.net.Bus.Pd[i]; pd > 0 && in(i) {
			sum += pd * price
			load += pd
		}
	}
	if load == 0 {
		return 0
	}
	return sum / load
}
