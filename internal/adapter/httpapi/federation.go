package httpapi

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Federation knows the rounds of federated training.
type Federation interface {
	Federation(ctx context.Context) (report.Federation, error)
	// OpenRound asks for a round as soon as one can be held.
	OpenRound(ctx context.Context) error
}

// alone is where no rounds are held.
type alone struct{}

func (alone) Federation(context.Context) (report.Federation, error) {
	return report.Federation{Text: "This process holds no federated rounds.", Attestation: report.Attestation{Sites: []report.AttestedSite{}}, NotClaimed: []string{}, NotProtected: []string{}, Sites: []report.FederationSite{}, Rounds: []report.FederationRound{}}, nil
}

func (alone) OpenRound(context.Context) error {
	return errors.New("this process holds no federated rounds")
}

func (s *Server) federationRoutes(api huma.API) {
	get(api, "/api/federation", "federation", "Rounds of federated training, and what is claimed about their privacy", s.federation)
	op := operation(http.MethodPost, "/api/federation/rounds", "openRound", "Ask for a round of federated training", Operator)
	op.DefaultStatus = http.StatusAccepted
	op.Errors = append(op.Errors, http.StatusConflict)
	huma.Register(api, op, s.openRound)
}

func (s *Server) federation(ctx context.Context, _ *nothing) (report.Federation, error) {
	v, err := s.deps.Federated.Federation(ctx)
	if err != nil {
		return report.Federation{}, s.failed(ctx, "reading the federated rounds", err)
	}
	v.At = s.deps.Clock.Now()
	return v, nil
}

type roundAnswer struct {
	Body struct {
		Asked bool `json:"asked"`
	}
}

func (s *Server) openRound(ctx context.Context, _ *nothing) (*roundAnswer, error) {
	if err := s.deps.Federated.OpenRound(ctx); err != nil {
		return nil, huma.Error409Conflict(err.Error())
	}
	if err := s.audit(ctx, "federation.open", "", nil, ""); err != nil {
		return nil, err
	}
	out := &roundAnswer{}
	out.Body.Asked = true
	return out, nil
}
