package recorder

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// ErrNotRecorded is returned for a decision that no batch holds yet.
var ErrNotRecorded = errors.New("no batch holds this decision yet")

// Archive is where proofs are made from.
type Archive interface {
	Decision(ctx context.Context, site, key string) (episode.Decision, bool, error)
	BatchOf(ctx context.Context, ledger, site, key string) (id uint64, ok bool, err error)
	BatchFile(ctx context.Context, ledger string, id uint64) (file []byte, ok bool, err error)
	Record(ctx context.Context, ledger string, id uint64) (anchor.Record, bool, error)
}

// Prove makes the proof of one decision from what is stored: it needs no chain.
func Prove(ctx context.Context, a Archive, ledger string, site, key string) (proof.Evidence, error) {
	d, ok, err := a.Decision(ctx, site, key)
	if err == nil && !ok {
		err = fmt.Errorf("there is no decision %s of %s", key, site)
	}
	if err != nil {
		return proof.Evidence{}, err
	}
	id, ok, err := a.BatchOf(ctx, ledger, site, key)
	if err == nil && !ok {
		err = fmt.Errorf("decision %s of %s: %w: it goes into the next", key, site, ErrNotRecorded)
	}
	if err != nil {
		return proof.Evidence{}, err
	}
	raw, _, err := a.BatchFile(ctx, ledger, id)
	if err != nil {
		return proof.Evidence{}, err
	}
	file, batch, err := proof.ParseFile(raw)
	if err != nil {
		return proof.Evidence{}, fmt.Errorf("batch %d: %w", id, err)
	}
	plan, err := json.Marshal(d.Plan)
	if err != nil {
		return proof.Evidence{}, fmt.Errorf("encode plan: %w", err)
	}
	evidence, err := proof.NewEvidence(file, batch, site, key, plan)
	if err != nil {
		return proof.Evidence{}, err
	}
	record, _, err := a.Record(ctx, ledger, id)
	if err != nil {
		return proof.Evidence{}, err
	}
	evidence.State, evidence.Tx = string(record.State), record.Tx
	if _, err := fmt.Sscanf(ledger, "%d/%s", &evidence.ChainID, &evidence.Contract); err != nil {
		return proof.Evidence{}, fmt.Errorf("ledger %s: want chain id/contract: %w", ledger, err)
	}
	return evidence, nil
}
