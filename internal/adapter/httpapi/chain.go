package httpapi

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// ErrNoProof is wrapped by what [Recording.Proof] returns where there is nothing
// to prove yet; the error's text says why.
var ErrNoProof = errors.New("there is no proof of this decision")

// Recording knows what is recorded on the chain.
type Recording interface {
	Chain(ctx context.Context) (report.Chain, error)
	Market(ctx context.Context) (report.ChainMarket, error)
	Events(ctx context.Context, contract, name string, most int) (report.ChainEvents, error)
	Troubles() []report.ChainTrouble
	Proof(ctx context.Context, site, key string) (proof.Evidence, error)
	Verify(ctx context.Context, file []byte) report.Verification
}

// unrecorded is where nothing is recorded.
type unrecorded struct{}

func (unrecorded) Chain(context.Context) (report.Chain, error) {
	return report.Chain{
		Status: report.ChainOff, Text: "This process records nothing on a chain.",
		Nodes: []report.ChainNode{}, Troubles: []report.ChainTrouble{}, Newest: []report.ChainBatch{},
	}, nil
}

func (unrecorded) Market(context.Context) (report.ChainMarket, error) {
	return report.ChainMarket{
		Text: "This process runs no chain.", Contracts: []report.ChainContract{}, Oracle: []report.OracleFeed{}, Rewards: []report.RewardDay{},
		Newest: []report.StabilityCert{}, Futures: []report.FuturesPosition{},
	}, nil
}

func (unrecorded) Events(context.Context, string, string, int) (report.ChainEvents, error) {
	return report.ChainEvents{Text: "This process runs no chain.", Counts: []report.EventCount{}, Events: []report.ChainEvent{}}, nil
}

func (unrecorded) Troubles() []report.ChainTrouble { return nil }

func (unrecorded) Proof(context.Context, string, string) (proof.Evidence, error) {
	return proof.Evidence{}, ErrNoProof
}

func (unrecorded) Verify(context.Context, []byte) report.Verification {
	return report.Verification{Text: "This process knows no chain to verify on.", Steps: []report.Step{}}
}

func (s *Server) chainRoutes(api huma.API) {
	get(api, "/api/chain", "chain", "How recording on the chain stands", s.chain)
	get(api, "/api/chain/market", "chainMarket", "Oracle, rewards, certificates and futures on the chain", s.chainMarket)
	get(api, "/api/chain/events", "chainEvents", "What our contracts told on the chain, newest first", s.chainEvents)
	get(api, "/api/decisions/{site}/{interval}/proof", "decisionProof", "The proof of the decision of an interval", s.intervalProof)
	get(api, "/api/ledger/proof", "proof", "The proof of any decision, by key", s.keyProof)
	op := operation(http.MethodPost, "/api/ledger/verify", "verify", "Check a proof file, against itself and against the chain", Viewer)
	op.Description += " Changes nothing."
	op.SkipValidateBody = true // a file that is no proof is an answer, not an error
	huma.Register(api, op, func(ctx context.Context, in *verifyParams) (*answer[report.Verification], error) {
		return &answer[report.Verification]{s.deps.Recording.Verify(ctx, in.RawBody)}, nil
	})
}

type verifyParams struct {
	RawBody []byte `contentType:"application/json" doc:"A proof file, as /api/ledger/proof gives it"`
}

func (s *Server) chain(ctx context.Context, _ *nothing) (report.Chain, error) {
	view, err := s.deps.Recording.Chain(ctx)
	if err != nil {
		return report.Chain{}, s.failed(ctx, "reading the batches", err)
	}
	view.At = s.deps.Clock.Now()
	return view, nil
}

func (s *Server) chainMarket(ctx context.Context, _ *nothing) (report.ChainMarket, error) {
	view, err := s.deps.Recording.Market(ctx)
	if err != nil {
		return report.ChainMarket{}, s.failed(ctx, "reading the contracts", err)
	}
	view.At = s.deps.Clock.Now()
	return view, nil
}

type chainEventsParams struct {
	Contract string `query:"contract" maxLength:"64" doc:"Of this contract only, such as TaskAllocation"`
	Name     string `query:"name" maxLength:"66" doc:"Of this name only"`
	Limit    int    `query:"limit" default:"50" minimum:"1" maximum:"1000" doc:"How many at most"`
}

func (s *Server) chainEvents(ctx context.Context, in *chainEventsParams) (report.ChainEvents, error) {
	view, err := s.deps.Recording.Events(ctx, in.Contract, in.Name, in.Limit)
	if err != nil {
		return report.ChainEvents{}, s.failed(ctx, "reading the index of events", err)
	}
	view.At = s.deps.Clock.Now()
	return view, nil
}

type intervalProofParams struct {
	Site     string `path:"site" maxLength:"64" doc:"Site id"`
	Interval string `path:"interval" maxLength:"40" doc:"The interval's start, such as 2026-01-31T18:05Z"`
}

func (s *Server) intervalProof(ctx context.Context, in *intervalProofParams) (proof.Evidence, error) {
	return s.proof(ctx, in.Site, in.Interval)
}

type keyProofParams struct {
	OneSite
	Key string `query:"key" required:"true" minLength:"1" maxLength:"200" doc:"Decision key"`
}

func (s *Server) keyProof(ctx context.Context, in *keyProofParams) (proof.Evidence, error) {
	return s.proof(ctx, in.Site, in.Key)
}

func (s *Server) proof(ctx context.Context, site, key string) (proof.Evidence, error) {
	e, err := s.deps.Recording.Proof(ctx, site, key)
	if errors.Is(err, ErrNoProof) {
		return proof.Evidence{}, huma.Error404NotFound(err.Error())
	}
	if err != nil {
		return proof.Evidence{}, s.failed(ctx, "making the proof", err)
	}
	return e, nil
}
