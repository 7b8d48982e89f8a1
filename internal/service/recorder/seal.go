package recorder

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// pageOfEvents is how many outbox rows are noted in one transaction.
const pageOfEvents = 5000

// seal seals a batch for every interval up to now whose time has come: at once
// when every site has decided, at the latest when the grace is over. Intervals
// that were missed get theirs too, so that there is one for each.
func (r *Recorder) seal(ctx context.Context) error {
	for more := true; more; {
		var err error
		if more, err = r.cfg.Decisions.CollectLeaves(ctx, r.ledger.Name, pageOfEvents); err != nil {
			return err
		}
		r.reached("collected")
	}
	newest, err := r.cfg.Batches.Records(ctx, r.ledger.Name, 1)
	if err != nil {
		return err
	}
	now := r.cfg.Clock.Now()
	current := proof.IntervalNumber(now)
	before, next := anchor.Record{}, current
	if len(newest) > 0 {
		before, next = newest[0], newest[0].Interval+1
	}
	for ; next <= current; next++ {
		start := proof.IntervalStart(next)
		leaves, err := r.cfg.Decisions.PendingLeaves(ctx, r.ledger.Name, start, r.cfg.MostLeaves)
		if err != nil {
			return err
		}
		missing := r.missing(leaves, next)
		if next == current && len(missing) > 0 && now.Before(start.Add(r.cfg.Grace)) {
			break
		}
		if before, err = r.sealOne(ctx, before, next, leaves, missing); err != nil {
			return err
		}
	}
	r.pending.Newest = before
	return nil
}

// missing are the sites without a decision about the interval, in order.
func (r *Recorder) missing(leaves []anchor.Leaf, interval uint32) []proof.Missing {
	decided := make(map[string]bool, len(leaves))
	for _, l := range leaves {
		decided[l.Site] = decided[l.Site] || l.Interval == interval
	}
	var missing []proof.Missing
	for _, site := range slices.Sorted(slices.Values(r.cfg.Sites)) {
		if !decided[site] {
			missing = append(missing, proof.Missing{Site: site, Reason: "no decision had come when the batch was sealed"})
		}
	}
	return missing
}

func (r *Recorder) sealOne(ctx context.Context, before anchor.Record, interval uint32, leaves []anchor.Leaf, missing []proof.Missing) (anchor.Record, error) {
	entries, err := r.entries(ctx, leaves)
	if err != nil {
		return before, err
	}
	batch, file, err := proof.Seal(proof.File{ID: before.ID + 1, Interval: interval, Entries: entries, Missing: missing})
	if err != nil {
		return before, err
	}
	record := anchor.Record{
		Batch: batch, Head: proof.Fold(before.Head, batch.Commitment()),
		Sealed: r.cfg.Clock.Now().Truncate(time.Microsecond), State: anchor.Queued,
	}
	event, err := r.event("sealed", batch.ID, batch.ID, nil)
	if err != nil {
		return before, err
	}
	r.reached("to seal")
	if err := r.cfg.Batches.SealBatch(ctx, r.ledger.Name, record, file, leaves, []episode.Event{event}); err != nil {
		return before, err
	}
	r.reached("sealed")
	return record, nil
}

// entries are the decisions that leaves name, linked.
func (r *Recorder) entries(ctx context.Context, leaves []anchor.Leaf) ([]proof.Entry, error) {
	type name struct {
		site uint64
		key  proof.Hash
	}
	names := make(map[name]anchor.Leaf, len(leaves))
	decisions := make([]proof.Decision, 0, len(leaves))
	for _, l := range leaves {
		d, ok, err := r.cfg.Decisions.Decision(ctx, l.Site, l.Key)
		if err == nil && !ok {
			err = fmt.Errorf("decision %s of %s is not stored any more", l.Key, l.Site)
		}
		if err != nil {
			return nil, err
		}
		leaf, err := LeafOf(d)
		if err != nil {
			return nil, err
		}
		decisions = append(decisions, leaf)
		names[name{leaf.Site, leaf.Key}] = l
	}
	linked, err := proof.Link(decisions)
	if err != nil {
		return nil, err
	}
	entries := make([]proof.Entry, 0, len(linked))
	for _, d := range linked {
		l := names[name{d.Site, d.Key}]
		entries = append(entries, proof.NewEntry(l.Site, l.Key, d))
	}
	return entries, nil
}

// event tells the outbox what became of batches.
func (r *Recorder) event(state string, first, last uint64, tx *proof.Inclusion) (episode.Event, error) {
	body, err := json.Marshal(struct {
		State string           `json:"state"`
		First uint64           `json:"first_batch"`
		Last  uint64           `json:"last_batch"`
		Tx    *proof.Inclusion `json:"tx"`
	}{state, first, last, tx})
	if err != nil {
		return episode.Event{}, fmt.Errorf("encode chain event: %w", err)
	}
	return episode.Event{
		Kind: "chain", Key: fmt.Sprintf("batch/%d/%s", last, state), At: r.cfg.Clock.Now(),
		Simulated: r.cfg.Simulated, Body: body,
	}, nil
}
