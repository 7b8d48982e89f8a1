package work

import (
	"crypto/ed25519"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/contingency"
	"github.com/pouw-dem/pouwdem/internal/core/grid/powerflow"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Status is what a worker says of one leaf.
type Status uint8

// The statuses.
const (
	Solved   Status = 1
	Islanded Status = 2
	Failed   Status = 3 // no solution within the band was found from any start: no cheap proof of that exists
)

// Worker is a worker's public key (Ed25519).
type Worker [ed25519.PublicKeySize]byte

// String is the key in hexadecimal.
func (w Worker) String() string { return hex.EncodeToString(w[:]) }

// MarshalText writes String.
func (w Worker) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (w *Worker) UnmarshalText(text []byte) error {
	raw, err := hex.DecodeString(string(text))
	if err != nil || len(raw) != len(w) {
		return fmt.Errorf("worker key %.70q: want %d hexadecimal digits", text, 2*len(w))
	}
	copy(w[:], raw)
	return nil
}

// Leaf is the answer to one outage, or to the power flow.
type Leaf struct {
	Index    int           `json:"index"`
	Status   Status        `json:"status"`
	Summary  proof.Summary `json:"summary"`
	Solution proof.Hash    `json:"solution"` // of the voltages; zero where there are none
}

// node binds a leaf to its task and its worker, so that another's answer cannot
// be handed in as one's own.
func (l Leaf) node(task proof.Hash, w Worker) proof.SummaryNode {
	head := binary.BigEndian.AppendUint32(nil, uint32(l.Index))
	head = append(head, byte(l.Status))
	for _, v := range []uint32{l.Summary.Worst, l.Summary.Lowest, l.Summary.Solved, l.Summary.Violating, l.Summary.Islanded, l.Summary.Failed} {
		head = binary.BigEndian.AppendUint32(head, v)
	}
	return proof.SummaryNode{Hash: proof.Keccak([]byte("pouw-dem/work-leaf/1"), task[:], w[:], head, l.Solution[:]), Summary: l.Summary}
}

// Commitment is what a worker says before anything is sampled.
type Commitment struct {
	Task      proof.Hash        `json:"task"`
	Worker    Worker            `json:"worker"`
	Count     int               `json:"count"` // of leaves
	Root      proof.SummaryNode `json:"root"`
	Signature []byte            `json:"signature"` // Ed25519
}

func (c Commitment) payload() []byte {
	s := c.Root.Summary
	out := append([]byte("pouw-dem/commitment/1"), c.Task[:]...)
	out = append(append(out, c.Worker[:]...), c.Root.Hash[:]...)
	for _, v := range []uint32{uint32(c.Count), s.Worst, s.Lowest, s.Solved, s.Violating, s.Islanded, s.Failed} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}

// Signed reports whether the worker signed the commitment.
func (c Commitment) Signed() bool {
	return ed25519.Verify(c.Worker[:], c.payload(), c.Signature)
}

// Opening is a leaf with all that it takes to check it.
type Opening struct {
	Leaf     Leaf                `json:"leaf"`
	Voltages []byte              `json:"voltages"` // as [Solution.Encode], or what else the leaf commits; empty where there is nothing
	Path     []proof.SummaryNode `json:"path"`
}

// Result is what a worker holds until its commitment was checked.
type Result struct {
	Commitment Commitment
	answers
	tree *proof.SummaryTree
}

// Solve answers a task and commits the answer.
func Solve(q *Question, key ed25519.PrivateKey, threads int) (*Result, error) {
	kind, ok := q.Spec.Kind.study()
	if !ok {
		return nil, fmt.Errorf("%w: kind %.20q", ErrSpec, q.Spec.Kind)
	}
	a, err := kind.solve(q, threads)
	if err != nil {
		return nil, err
	}
	return Commit(q.Spec, a.leaves, a.shown, key)
}

// Commit signs the root of leaves with what each shows. It says nothing of
// whether they are right.
func Commit(s Spec, leaves []Leaf, shown [][]byte, key ed25519.PrivateKey) (*Result, error) {
	r := &Result{answers: answers{leaves, shown}}
	r.Commitment = Commitment{Task: s.Digest(), Count: len(leaves)}
	copy(r.Commitment.Worker[:], key.Public().(ed25519.PublicKey))
	nodes := make([]proof.SummaryNode, 0, len(leaves))
	for _, l := range leaves {
		nodes = append(nodes, l.node(r.Commitment.Task, r.Commitment.Worker))
	}
	var err error
	if r.tree, err = proof.NewSummaryTree(nodes); err != nil {
		return nil, err
	}
	r.Commitment.Root = r.tree.Root()
	r.Commitment.Signature = ed25519.Sign(key, r.Commitment.payload())
	return r, nil
}

// Open gives the leaves that were asked for.
func (r *Result) Open(indices []int) ([]Opening, error) {
	out := make([]Opening, 0, len(indices))
	for _, i := range indices {
		path, err := r.tree.Path(i)
		if err != nil {
			return nil, err
		}
		out = append(out, Opening{Leaf: r.leaves[i], Voltages: r.shown[i], Path: path})
	}
	return out, nil
}

// solved adds a leaf that shows voltages. Those outside of the band of a solution
// no check takes: they count as none, and not against whoever found nothing else.
func (a *answers) solved(index int, net *grid.Network, out int, v []complex128) {
	s := NewSolution(v)
	shown := s.voltages()
	if slices.ContainsFunc(shown, func(x complex128) bool { return !inBand(squared(x)) }) {
		a.add(unsolvedLeaf(index, Failed), nil)
		return
	}
	raw := s.Encode()
	a.add(leafOf(index, net, out, shown, HashShown(raw)), raw)
}

// leafOf is the leaf that voltages, as they are committed, make.
func leafOf(index int, net *grid.Network, out int, v []complex128, hash proof.Hash) Leaf {
	f := examine(net, out, v)
	l := Leaf{Index: index, Status: Solved, Solution: hash, Summary: proof.Summary{Worst: f.worst, Lowest: f.lowest, Solved: 1}}
	if f.violating {
		l.Summary.Violating = 1
	}
	return l
}

func unsolvedLeaf(index int, status Status) Leaf {
	l := Leaf{Index: index, Status: status, Summary: proof.Summary{Lowest: proof.NoVoltage}}
	if status == Islanded {
		l.Summary.Islanded = 1
	} else {
		l.Summary.Failed = 1
	}
	return l
}

func solveFlow(q *Question, _ int) (answers, error) {
	var a answers
	return a, a.flow(q.Spec, 0, q.Net)
}

// flow adds the leaf of a power flow. Where limits are kept, one whose end its
// own check does not take counts as none: a generator may be freed and held again
// for ever.
func (a *answers) flow(s Spec, index int, net *grid.Network) error {
	var opt powerflow.Options
	if s.QLimits {
		opt.QLimits = powerflow.WithReturn
	}
	r, err := powerflow.New(net).Solve(opt)
	if err != nil && !errors.Is(err, powerflow.ErrNoSolution) {
		return err
	}
	if err != nil || s.QLimits && check(net, s.targets(net), none, phasors(r.Vm, r.Va)) != nil {
		a.add(unsolvedLeaf(index, Failed), nil)
		return nil
	}
	a.solved(index, net, none, phasors(r.Vm, r.Va))
	return nil
}

func solveOutages(q *Question, threads int) (answers, error) {
	var a answers
	s, net := q.Spec, q.Net
	list := contingency.AllBranches(net)[s.First : s.First+s.Count]
	report, err := contingency.New(net).Run(list, contingency.Options{Voltages: true, Rescue: true, Workers: threads})
	if errors.Is(err, powerflow.ErrNoSolution) || errors.Is(err, contingency.ErrBase) {
		for i := range s.Count {
			a.add(unsolvedLeaf(i, Failed), nil)
		}
		return a, nil
	}
	if err != nil {
		return a, err
	}
	for i, r := range report.Results {
		switch r.Status {
		case contingency.OK:
			a.solved(i, net, s.First+i, r.Voltage)
		case contingency.Islanded:
			a.add(unsolvedLeaf(i, Islanded), nil)
		default:
			a.add(unsolvedLeaf(i, Failed), nil)
		}
	}
	return a, nil
}
