package httpapi

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// ErrNotTaken is why a task from outside is not taken.
var ErrNotTaken = errors.New("not taken")

const (
	mostTaskBody = 12 << 20 // of a request with a case file in it
	taskTimeout  = 30 * time.Second
)

// SubmitRequest asks for a task on a case file.
type SubmitRequest struct {
	Name      string  `json:"name" minLength:"1" maxLength:"64" doc:"Of the network, for people"`
	Case      string  `json:"case" minLength:"1" maxLength:"8388608" doc:"The MATPOWER case file"`
	Kind      string  `json:"kind" enum:"power_flow,n1,series,adequacy,dc,opf,scopf,cpf,transient"`
	First     int     `json:"first,omitempty" minimum:"0" doc:"First outage, hour or state"`
	Count     int     `json:"count,omitempty" minimum:"0" doc:"How many; 0 for outages: all from the first on"`
	Seed      uint64  `json:"seed,omitempty"`
	Spread    float64 `json:"spread,omitempty" minimum:"0" maximum:"0.25" doc:"Standard deviation of each load's change, a fraction"`
	Class     string  `json:"class,omitempty" enum:"light,heavy"`
	Priority  string  `json:"priority,omitempty" enum:"LOW,MEDIUM,HIGH"`
	Minutes   int     `json:"minutes,omitempty" minimum:"0" maximum:"1440" doc:"Until the deadline; 60 without it"`
	BountyUSD float64 `json:"bounty_usd,omitempty" minimum:"0" maximum:"100000" doc:"Held from the submitter's money; paid when the result is verified, else given back"`
}

func (s *Server) submitRoutes(api huma.API) {
	op := operation(http.MethodPost, "/api/tasks", "submitTask", "Submit a task on a network of one's own", Operator)
	op.MaxBodyBytes, op.BodyReadTimeout = mostTaskBody, taskTimeout
	change(api, op, http.StatusAccepted, s.submitTask)
	get(api, "/api/receipts", "receipts", "Receipts of verified tasks, newest first", s.receipts)
	get(api, "/api/tasks/{task}", "task", "One task", s.task)
}

func (s *Server) submitTask(ctx context.Context, in *struct{ Body SubmitRequest }) (*answer[report.Task], error) {
	asked := in.Body
	asked.Case = "" // the audit log names the task, not its file
	if err := s.audit(ctx, "task.submit", "", asked, ""); err != nil {
		return nil, err
	}
	made, err := s.deps.Work.Submit(ctx, callerOf(ctx).name, in.Body)
	if errors.Is(err, ErrNotTaken) {
		return nil, invalid("body", asked.Name, err.Error())
	}
	if err != nil {
		return nil, s.failed(ctx, "submitting the task", err)
	}
	return &answer[report.Task]{made}, nil
}

type receiptParams struct {
	From  time.Time `query:"from" doc:"Offered at or after"`
	To    time.Time `query:"to" doc:"Offered before"`
	Limit int       `query:"limit" minimum:"1" maximum:"10000" default:"1000"`
}

func (s *Server) receipts(ctx context.Context, in *receiptParams) (report.Receipts, error) {
	list, err := s.deps.Work.Receipts(ctx, in.From, in.To, in.Limit)
	if err != nil {
		return report.Receipts{}, s.failed(ctx, "reading the receipts", err)
	}
	list.At = s.deps.Clock.Now()
	return list, nil
}

func (s *Server) task(ctx context.Context, in *taskParams) (report.Task, error) {
	t, ok, err := s.deps.Work.Task(ctx, in.Task)
	if err != nil {
		return report.Task{}, s.failed(ctx, "reading the task", err)
	}
	if !ok {
		return report.Task{}, huma.Error404NotFound("no such task")
	}
	return t, nil
}
