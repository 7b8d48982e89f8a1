package proof

import (
	"encoding/hex"
	"errors"
	"fmt"
)

const absenceFormat = "pouw-dem/absence-proof/v1"

// Absence proves that no decision of a site about an interval was recorded up to
// some batch. [Absence.Check] needs nothing else; that each batch is on chain is
// then a question to any node, as with [Evidence].
//
// It rests on the links between leaves: a batch whose links contradict each
// other is itself evidence against who recorded it.
type Absence struct {
	Format   string     `json:"format"`
	Site     string     `json:"site"`
	Interval uint32     `json:"interval"` // see [IntervalNumber]
	Before   *Batch     `json:"before"`   // the last that cannot hold it; null where the first follows nothing
	Batches  []AbsentIn `json:"batches"`  // every one that could hold it, in order
	ChainID  uint64     `json:"chain_id"`
	Contract string     `json:"contract"` // EIP-55 address
}

// AbsentIn is one batch with a leaf of it that leaves no room for the decision.
type AbsentIn struct {
	Batch   Batch  `json:"batch"`
	Encoded string `json:"encoded"` // the leaf's ABI encoding, hexadecimal behind 0x; empty in a batch without any
	Path    []Hash `json:"proof"`
}

// NewAbsence makes the proof from the files of the batches that could hold the
// decision, in order, and the batch before them. An error where one does hold
// it.
func NewAbsence(site string, interval uint32, before *Batch, files []File) (Absence, error) {
	a := Absence{Format: absenceFormat, Site: site, Interval: interval, Before: before, Batches: []AbsentIn{}}
	for _, f := range files {
		in, err := absentIn(f, SiteNumber(site), interval)
		if err != nil {
			return Absence{}, fmt.Errorf("batch %d: %w", f.ID, err)
		}
		a.Batches = append(a.Batches, in)
	}
	_, err := a.Check()
	return a, err
}

func absentIn(f File, site uint64, interval uint32) (AbsentIn, error) {
	batch, _, err := Seal(f)
	if err != nil {
		return AbsentIn{}, err
	}
	in := AbsentIn{Batch: batch, Path: []Hash{}}
	if batch.Count == 0 {
		return in, nil
	}
	tree, err := f.Tree()
	if err != nil {
		return AbsentIn{}, err
	}
	for _, e := range f.Entries {
		d, err := e.Decision()
		if err != nil {
			return AbsentIn{}, err
		}
		if Absent(d, batch.Count, site, interval) {
			in.Encoded = "0x" + hex.EncodeToString(d.Encode())
			in.Path, _ = tree.Proof(d.Leaf())
			return in, nil
		}
	}
	return AbsentIn{}, errors.New("the decision is recorded here")
}

// ParseAbsence reads a proof of absence. It is not checked yet.
func ParseAbsence(raw []byte) (Absence, error) {
	var a Absence
	if err := decodeStrict(raw, largestEvidence, &a); err != nil {
		return Absence{}, fmt.Errorf("absence proof: %w", err)
	}
	return a, nil
}

// Check recomputes all that the file says of itself. Until is the interval of
// the last batch: the proof says nothing of what was recorded after it.
func (a Absence) Check() (until uint32, err error) {
	if a.Format != absenceFormat {
		return 0, fmt.Errorf("absence proof: format %.40q is not known to this program, want %s", a.Format, absenceFormat)
	}
	if len(a.Batches) == 0 {
		return 0, errors.New("absence proof: names no batch")
	}
	next := uint64(1)
	if a.Before != nil {
		if a.Before.Interval >= a.Interval {
			return 0, errors.New("absence proof: the batch before could hold the decision")
		}
		next = a.Before.ID + 1
	}
	for _, in := range a.Batches {
		if in.Batch.ID != next {
			return 0, fmt.Errorf("absence proof: batch %d is left out", next)
		}
		if err := in.check(SiteNumber(a.Site), a.Interval); err != nil {
			return 0, fmt.Errorf("absence proof: batch %d: %w", in.Batch.ID, err)
		}
		next, until = next+1, in.Batch.Interval
	}
	if until < a.Interval {
		return 0, errors.New("absence proof: ends before the decision's own batch")
	}
	return until, nil
}

func (in AbsentIn) check(site uint64, interval uint32) error {
	if in.Batch.Count == 0 {
		if in.Batch.Root != EmptyRoot() {
			return errors.New("has no leaf and not the root of an empty batch")
		}
		return nil
	}
	raw, err := parseHex(in.Encoded)
	if err != nil {
		return err
	}
	d, err := DecodeDecision(raw)
	switch {
	case err != nil:
		return err
	case d.Index >= in.Batch.Count:
		return fmt.Errorf("leaf %d of %d", d.Index, in.Batch.Count)
	case !Verify(in.Batch.Root, d.Leaf(), in.Path):
		return errors.New("the path does not lead from the leaf to the root")
	case !Absent(d, in.Batch.Count, site, interval):
		return errors.New("its leaf leaves room for the decision")
	}
	return nil
}

// Recorded are the batches that a node has to be asked for.
func (a Absence) Recorded() []Batch {
	var all []Batch
	if a.Before != nil {
		all = append(all, *a.Before)
	}
	for _, in := range a.Batches {
		all = append(all, in.Batch)
	}
	return all
}
