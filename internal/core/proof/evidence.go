package proof

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
)

const (
	evidenceFormat  = "pouw-dem/decision-proof/v1"
	largestEvidence = 16 << 20
)

// Evidence proves that one decision was recorded. [Evidence.Check] needs
// nothing else; that the batch is on chain is then one question to any node:
// commitmentOf(batch.id) of the contract must be [Batch.Commitment].
type Evidence struct {
	Format   string          `json:"format"`
	Site     string          `json:"site"`
	Key      string          `json:"key"`
	Plan     json.RawMessage `json:"plan"`    // what was decided
	Tuple    string          `json:"tuple"`   // ABI type of Encoded
	Encoded  string          `json:"encoded"` // the leaf's ABI encoding, hexadecimal behind 0x
	Path     []Hash          `json:"proof"`
	Batch    Batch           `json:"batch"`
	ChainID  uint64          `json:"chain_id"`
	Contract string          `json:"contract"` // EIP-55 address
	State    string          `json:"state"`    // of the batch when the file was made: queued, sent, included or final
	Tx       *Inclusion      `json:"tx"`       // null until included
}

// Inclusion is where on the chain a batch stands.
type Inclusion struct {
	Hash        Hash   `json:"hash"`
	BlockNumber uint64 `json:"block_number"`
	BlockHash   Hash   `json:"block_hash"`
}

// NewEvidence is the evidence for the decision that file f names (site, key).
// The caller adds what the chain says. An error where the file has no such
// decision or the plan is not the one that was committed.
func NewEvidence(f File, b Batch, site, key string, plan json.RawMessage) (Evidence, error) {
	tree, err := f.Tree()
	if err != nil {
		return Evidence{}, fmt.Errorf("evidence for %s of %s: %w", key, site, err)
	}
	for _, e := range f.Entries {
		if e.Site != site || e.Key != key {
			continue
		}
		d, err := e.Decision()
		if err != nil {
			return Evidence{}, err
		}
		path, _ := tree.Proof(d.Leaf())
		ev := Evidence{
			Format: evidenceFormat, Site: site, Key: key, Plan: plan, Tuple: DecisionTuple,
			Encoded: "0x" + hex.EncodeToString(d.Encode()), Path: path, Batch: b,
		}
		_, err = ev.Check()
		return ev, err
	}
	return Evidence{}, fmt.Errorf("evidence for %s of %s: batch %d does not hold it", key, site, b.ID)
}

// ParseEvidence reads a proof file. It is not checked yet.
func ParseEvidence(raw []byte) (Evidence, error) {
	var e Evidence
	if err := decodeStrict(raw, largestEvidence, &e); err != nil {
		return Evidence{}, fmt.Errorf("proof file: %w", err)
	}
	return e, nil
}

// Check recomputes all that the file says of itself, from the plan to the root,
// and returns the decision as it stands in the leaf.
func (e Evidence) Check() (Decision, error) {
	if e.Format != evidenceFormat || e.Tuple != DecisionTuple {
		return Decision{}, fmt.Errorf("proof file: format %.40q is not known to this program, want %s", e.Format, evidenceFormat)
	}
	d, err := Entry{Site: e.Site, Key: e.Key, Encoded: e.Encoded}.Decision()
	if err != nil {
		return Decision{}, fmt.Errorf("proof file: %w", err)
	}
	plan, err := PlanHash(e.Plan)
	if err != nil {
		return Decision{}, fmt.Errorf("proof file: %w", err)
	}
	switch {
	case plan != d.PlanHash:
		return Decision{}, errors.New("proof file: the plan is not the one that the leaf commits")
	case d.Index >= e.Batch.Count:
		return Decision{}, fmt.Errorf("proof file: leaf %d of a batch of %d", d.Index, e.Batch.Count)
	case d.Interval > e.Batch.Interval:
		return Decision{}, errors.New("proof file: the decision is about a later interval than its batch")
	case !Verify(e.Batch.Root, d.Leaf(), e.Path):
		return Decision{}, errors.New("proof file: the path does not lead from the leaf to the root")
	}
	return d, nil
}

// PlanHash is the hash of a plan's JSON without white space.
func PlanHash(plan json.RawMessage) (Hash, error) {
	var compact bytes.Buffer
	if err := json.Compact(&compact, plan); err != nil {
		return Hash{}, fmt.Errorf("plan: %w", err)
	}
	return Keccak(compact.Bytes()), nil
}
