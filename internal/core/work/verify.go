package work

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/cmplx"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

func phasors(vm, va []float64) []complex128 {
	v := make([]complex128, len(vm))
	for i := range v {
		v[i] = cmplx.Rect(vm[i], va[i])
	}
	return v
}

// Checked is what a check found right.
type Checked struct {
	Opened  int    `json:"opened"`           // leaves
	Rerun   int    `json:"rerun"`            // leaves that were solved again, since they claim that there is no solution
	Residue int    `json:"residues"`         // buses whose balance was computed
	Score   *Score `json:"score,omitempty"`  // of a forecast, once the truth is known
	Failed  int    `json:"failed,omitempty"` // leaves of which it was found again that they have no solution
}

// Verifier checks one result of a task.
type Verifier struct {
	spec    Spec
	net     *grid.Network
	want    asked
	bridges *contingency.Bridges
	drawn   proof.Hash // what the sample was drawn from
	balance *balance   // for what shows voltages

	screening *contingency.Screening // for kind Screening, with what was opened
	lost      []int
	angles    [][]float64
	rest      *swinging // for kind Swing
}

// NewVerifier is for the task on its own network, built from the case and not
// from what the worker said.
func NewVerifier(q *Question) *Verifier {
	if q.Net == nil {
		return &Verifier{spec: q.Spec}
	}
	return &Verifier{spec: q.Spec, net: q.Net, want: q.Spec.targets(q.Net), bridges: contingency.FindBridges(q.Net)}
}

// Leaves is how many leaves the task has.
func (v *Verifier) Leaves() int { return v.spec.Leaves() }

// Commitment says whether a commitment is one of this task by its signer.
func (v *Verifier) Commitment(c Commitment) error {
	switch {
	case c.Task != v.spec.Digest():
		return fmt.Errorf("%w: the commitment is of another task", ErrWrong)
	case c.Count != v.Leaves():
		return fmt.Errorf("%w: %d leaves, the task has %d", ErrWrong, c.Count, v.Leaves())
	case !c.Signed():
		return fmt.Errorf("%w: the worker did not sign it", ErrWrong)
	}
	s := c.Root.Summary
	if int(s.Solved)+int(s.Islanded)+int(s.Failed) != c.Count || s.Violating > s.Solved {
		return fmt.Errorf("%w: the summary's counts do not add up to %d leaves", ErrWrong, c.Count)
	}
	return nil
}

// Openings checks that exactly the wanted leaves were opened, that each is in
// the commitment, and that each is right.
func (v *Verifier) Openings(c Commitment, wanted []int, opened []Opening) (Checked, error) {
	var done Checked
	if len(opened) != len(wanted) {
		return done, fmt.Errorf("%w: %d leaves were opened, %d are wanted", ErrWrong, len(opened), len(wanted))
	}
	kind, ok := v.spec.Kind.study()
	if !ok {
		return done, fmt.Errorf("%w: kind %.20q", ErrSpec, v.spec.Kind)
	}
	for k, o := range opened {
		if o.Leaf.Index != wanted[k] {
			return done, fmt.Errorf("%w: leaf %d was opened in place of %d", ErrWrong, o.Leaf.Index, wanted[k])
		}
		if !proof.VerifySummary(c.Root, o.Leaf.node(c.Task, c.Worker), o.Leaf.Index, c.Count, o.Path) {
			return done, fmt.Errorf("%w: leaf %d is not in the commitment", ErrWrong, o.Leaf.Index)
		}
		if err := kind.leaf(v, o, &done); err != nil {
			return done, fmt.Errorf("leaf %d: %w", o.Leaf.Index, err)
		}
		done.Opened++
	}
	return done, v.balanced(c.Root.Hash)
}

// flow checks an opened power flow.
func (v *Verifier) flow(o Opening, done *Checked) error {
	switch o.Leaf.Status {
	case Solved:
		return v.solved(o, none, done)
	case Failed:
		return v.again(o.Leaf, done)
	}
	return fmt.Errorf("%w: status %d", ErrWrong, o.Leaf.Status)
}

// outage checks an opened outage.
func (v *Verifier) outage(o Opening, done *Checked) error {
	out := v.spec.First + o.Leaf.Index
	cut := len(v.bridges.CutOff(out)) > 0
	switch {
	case o.Leaf.Status == Islanded && !cut:
		return fmt.Errorf("%w: the outage cuts nothing off", ErrWrong)
	case o.Leaf.Status == Islanded:
		return same(o.Leaf, unsolvedLeaf(o.Leaf.Index, Islanded))
	case cut:
		return fmt.Errorf("%w: the outage cuts buses off", ErrWrong)
	case o.Leaf.Status == Solved:
		return v.solved(o, out, done)
	case o.Leaf.Status == Failed:
		return v.again(o.Leaf, done)
	}
	return fmt.Errorf("%w: status %d", ErrWrong, o.Leaf.Status)
}

// hour checks an opened hour on the network of that hour.
func (v *Verifier) hour(o Opening, done *Checked) error {
	at := hourly(v.net, v.spec.First+o.Leaf.Index)
	one := v.spec
	one.Kind, one.First, one.Count = PowerFlow, 0, 0
	if v.balance == nil {
		v.balance = newBalance(v.net, v.want)
	}
	v.balance.aim(one.targets(at))
	return (&Verifier{spec: one, net: at, want: v.balance.want, balance: v.balance}).flow(o, done)
}

func (v *Verifier) solved(o Opening, out int, done *Checked) error {
	if v.balance == nil {
		v.balance = newBalance(v.net, v.want)
	}
	volts, err := v.balance.read(o.Voltages)
	if err != nil {
		return err
	}
	if err := committed(o); err != nil {
		return err
	}
	if err := v.balance.check(out); err != nil {
		return err
	}
	done.Residue += len(volts)
	return same(o.Leaf, leafOf(o.Leaf.Index, v.net, out, volts, o.Leaf.Solution))
}

// committed says whether a leaf shows what it committed.
func committed(o Opening) error {
	if HashShown(o.Voltages) != o.Leaf.Solution {
		return fmt.Errorf("%w: the voltages are not the ones that were committed", ErrWrong)
	}
	return nil
}

// again solves what is said to have no solution, from every start that there is:
// nothing cheaper tells, and a solution that is found beats whoever found none.
func (v *Verifier) again(l Leaf, done *Checked) error {
	if l.Status != Failed {
		return fmt.Errorf("%w: status %d", ErrWrong, l.Status)
	}
	one := v.spec
	if one.Kind == N1 {
		one.First, one.Count = v.spec.First+l.Index, 1
	}
	kind, _ := one.Kind.study()
	a, err := kind.solve(&Question{Spec: one, Net: v.net}, 1)
	if err != nil {
		return err
	}
	done.Rerun++
	if a.leaves[0].Status != Failed {
		return fmt.Errorf("%w: there is a solution, none was said to be found", ErrWrong)
	}
	done.Failed++
	return same(l, unsolvedLeaf(l.Index, Failed))
}

func same(got, honest Leaf) error {
	if got.Summary != honest.Summary {
		return fmt.Errorf("%w: the summary is %+v, %+v was said", ErrWrong, honest.Summary, got.Summary)
	}
	if got.Solution != honest.Solution {
		return fmt.Errorf("%w: the voltages are not the ones that were committed", ErrWrong)
	}
	return nil
}

// Detection is the chance that k openings find at least one wrong leaf where a
// share b of the leaves is wrong: 1 - (1-b)^k.
func Detection(b float64, k int) float64 { return 1 - math.Pow(1-b, float64(k)) }

// Sample says which leaves are opened: k drawn ones, or all where there are no
// more. What it draws from also weighs what is checked of all leaves together.
func (v *Verifier) Sample(c Commitment, reveal, block proof.Hash, k int) []int {
	v.drawn = proof.DrawSeed(c.Task, c.Root.Hash, reveal, block)
	return proof.Draw(v.drawn, v.Leaves(), k)
}

// FileFormat is the first field of a proof file.
const FileFormat = "pouw-dem/work-proof/1"

// File is a result with all that it takes to check it, beside the case file.
type File struct {
	Format     string     `json:"format"`
	Spec       Spec       `json:"spec"`
	Commitment Commitment `json:"commitment"`
	Reveal     proof.Hash `json:"reveal"` // whose hash the task committed to
	Block      proof.Hash `json:"block"`  // zero: the order is attested by the coordinator
	Witness    *Witnessed `json:"witness,omitempty"`
	Drawn      int        `json:"drawn"` // leaves that were sampled
	Opened     []Opening  `json:"opened"`
}

// Witnessed is where a root was put before its sample was drawn.
type Witnessed struct {
	ChainID uint64     `json:"chain_id"`
	Tx      proof.Hash `json:"tx"`     // that carried task and root
	Number  uint64     `json:"number"` // of the first block after the one with the transaction
	Block   proof.Hash `json:"block"`  // its hash, which the sample is drawn from
}

// Hash is the block's; zero where there is none.
func (w *Witnessed) Hash() proof.Hash {
	if w == nil {
		return proof.Hash{}
	}
	return w.Block
}

// mostFile is the size of the largest proof file that is read, bytes.
const mostFile = 256 << 20

// ReadFile reads a proof file. It is not checked yet.
func ReadFile(r io.Reader) (File, error) {
	raw, err := io.ReadAll(io.LimitReader(r, mostFile+1))
	if err != nil {
		return File{}, fmt.Errorf("read proof file: %w", err)
	}
	if len(raw) > mostFile {
		return File{}, fmt.Errorf("read proof file: more than %d bytes", mostFile)
	}
	var f File
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return File{}, fmt.Errorf("read proof file: %w", err)
	}
	if f.Format != FileFormat {
		return File{}, fmt.Errorf("read proof file: format %.40q, want %s", f.Format, FileFormat)
	}
	return f, nil
}

// Check checks a proof file against its case with nothing else.
func (f File) Check(text []byte) (Checked, error) {
	if f.Drawn < 1 {
		return Checked{}, fmt.Errorf("%w: nothing was sampled", ErrWrong)
	}
	if f.Reveal.IsZero() {
		f.Drawn = f.Commitment.Count // a number that is withheld opens every leaf
	} else if proof.Keccak(f.Reveal[:]) != f.Spec.Commit {
		return Checked{}, fmt.Errorf("%w: the sample was drawn from another number than the task committed to", ErrWrong)
	}
	if f.Block != f.Witness.Hash() {
		return Checked{}, fmt.Errorf("%w: the sample was drawn from another block than the one that is named", ErrWrong)
	}
	q, err := f.Spec.Build(text)
	if err != nil {
		return Checked{}, err
	}
	v := NewVerifier(q)
	if err := v.Commitment(f.Commitment); err != nil {
		return Checked{}, err
	}
	return v.Openings(f.Commitment, v.Sample(f.Commitment, f.Reveal, f.Block, f.Drawn), f.Opened)
}

// Residual puts the voltages of an opened leaf into the equations, and nothing
// else: neither their hash nor what they show.
func (v *Verifier) Residual(o Opening) error {
	if v.balance == nil {
		v.balance = newBalance(v.net, v.want)
	}
	if _, err := v.balance.read(o.Voltages); err != nil {
		return err
	}
	out := none
	if v.spec.Kind == N1 {
		out = v.spec.First + o.Leaf.Index
	}
	return v.balance.check(out)
}
