package coordinator

import (
	"context"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// openRecord opens the round on the ledger; nil where there is none.
func (c *Coordinator) openRecord(ctx context.Context, base [32]byte, members []secagg.Identity) (*federate.Recorded, error) {
	if c.cfg.Ledger == nil {
		return nil, nil
	}
	number, err := c.cfg.Ledger.Open(ctx, base, members)
	if err != nil {
		return nil, fmt.Errorf("the round is not opened on the chain: %w", err)
	}
	return &federate.Recorded{Ledger: c.cfg.Ledger.Name(), Number: number, Status: "open"}, nil
}

// record closes the newest round on the ledger. Only what is final there becomes
// the global model: a round that left a forced commit out never does.
func (c *Coordinator) record(ctx context.Context, r federate.Round) error {
	if c.cfg.Ledger == nil || r.Chain == nil {
		return c.settle(ctx, r, federate.Final, "")
	}
	chain := *r.Chain
	r.Chain = &chain
	root, status, err := c.cfg.Ledger.Close(ctx, chain.Number, r)
	if err != nil {
		return err
	}
	changed := chain.Status != status || chain.Root != root
	r.Chain.Root, r.Chain.Status = root, status
	switch status {
	case "final":
		return c.settle(ctx, r, federate.Final, "")
	case "aborted":
		return c.settle(ctx, r, federate.Abandoned, "the chain aborted it: it was not closed in time, or left a forced commit out")
	}
	if changed {
		c.mu.Lock()
		defer c.mu.Unlock()
		if err := c.cfg.Rounds.PutFedRound(ctx, r); err != nil {
			return err
		}
		c.rounds[0] = r
	}
	return nil
}

func (c *Coordinator) settle(ctx context.Context, r federate.Round, state, why string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	r.State, r.Reason = state, why
	if err := c.cfg.Rounds.PutFedRound(ctx, r); err != nil {
		return err
	}
	c.rounds[0] = r
	if state == federate.Final {
		c.newest, c.trained = r.Model, true
	}
	c.cfg.Log.InfoContext(ctx, "federated round recorded", "round", r.Number, "state", state)
	return nil
}
