package recorder

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

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
	// RecordsFrom are batches about an interval and later, in order.
	RecordsFrom(ctx context.Context, ledger string, interval uint32, limit int) ([]anchor.Record, error)
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
	file, batch, err := fileOf(ctx, a, ledger, id)
	if err != nil {
		return proof.Evidence{}, err
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
	evidence.ChainID, evidence.Contract, err = split(ledger)
	return evidence, err
}

// split is the chain id and the contract that a ledger's name holds.
func split(ledger string) (id uint64, contract string, err error) {
	if _, err := fmt.Sscanf(ledger, "%d/%s", &id, &contract); err != nil {
		return 0, "", fmt.Errorf("ledger %s: want chain id/contract: %w", ledger, err)
	}
	return id, contract, nil
}

func fileOf(ctx context.Context, a Archive, ledger string, id uint64) (proof.File, proof.Batch, error) {
	raw, _, err := a.BatchFile(ctx, ledger, id)
	if err != nil {
		return proof.File{}, proof.Batch{}, err
	}
	file, batch, err := proof.ParseFile(raw)
	if err != nil {
		return proof.File{}, proof.Batch{}, fmt.Errorf("batch %d: %w", id, err)
	}
	return file, batch, nil
}

// longestAbsence bounds a proof of absence, in batches: a week of them.
const longestAbsence = 7 * 288

// ProveAbsent proves that no decision of a site about the interval that starts
// at start was recorded within some time of it. An error where one was, and
// while the batches of that time are not all sealed.
func ProveAbsent(ctx context.Context, a Archive, ledger, site string, start time.Time, within time.Duration) (proof.Absence, error) {
	interval := proof.IntervalNumber(start)
	until := proof.IntervalNumber(start.Add(within))
	if until < interval || until-interval >= longestAbsence {
		return proof.Absence{}, fmt.Errorf("absence can be proven for up to %d intervals", longestAbsence)
	}
	records, err := a.RecordsFrom(ctx, ledger, interval, int(until-interval)+1)
	if err != nil {
		return proof.Absence{}, err
	}
	if len(records) == 0 || records[len(records)-1].Interval < until {
		return proof.Absence{}, fmt.Errorf("not every batch up to %s is sealed yet", proof.IntervalStart(until).Format(time.RFC3339))
	}
	var files []proof.File
	for _, r := range records {
		file, _, err := fileOf(ctx, a, ledger, r.ID)
		if err != nil {
			return proof.Absence{}, err
		}
		files = append(files, file)
	}
	var before *proof.Batch
	if first := records[0].ID; first > 1 {
		r, _, err := a.Record(ctx, ledger, first-1)
		if err != nil {
			return proof.Absence{}, err
		}
		before = &r.Batch
	}
	absence, err := proof.NewAbsence(site, interval, before, files)
	if err != nil {
		return proof.Absence{}, err
	}
	absence.ChainID, absence.Contract, err = split(ledger)
	return absence, err
}
