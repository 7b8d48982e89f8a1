package httpapi

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// Work knows the tasks for the grid and their proofs.
type Work interface {
	Tasks(ctx context.Context) (report.TaskBoard, error)
	TaskOpened(ctx context.Context, task string) (report.TaskProof, error)
	TaskProof(ctx context.Context, task string) (work.File, error)
	TaskCase(ctx context.Context, task string) ([]byte, error)
	Task(ctx context.Context, task string) (t report.Task, ok bool, err error)
	// Submit takes a task from outside, or says why not with [ErrNotTaken].
	Submit(ctx context.Context, submitter string, asked SubmitRequest) (report.Task, error)
	Receipts(ctx context.Context, from, to time.Time, limit int) (report.Receipts, error)
}

// idle is where no task is made.
type idle struct{}

func (idle) Tasks(context.Context) (report.TaskBoard, error) {
	return report.EmptyTaskBoard("This process makes no tasks."), nil
}

func (idle) TaskOpened(context.Context, string) (report.TaskProof, error) {
	return report.TaskProof{}, ErrNoProof
}

func (idle) TaskProof(context.Context, string) (work.File, error) { return work.File{}, ErrNoProof }

func (idle) TaskCase(context.Context, string) ([]byte, error) { return nil, ErrNoProof }

func (idle) Task(context.Context, string) (t report.Task, ok bool, err error) { return t, false, nil }

func (idle) Submit(context.Context, string, SubmitRequest) (report.Task, error) {
	return report.Task{}, fmt.Errorf("%w: this process makes no tasks; submit it to the coordinator", ErrNotTaken)
}

func (idle) Receipts(context.Context, time.Time, time.Time, int) (report.Receipts, error) {
	return report.Receipts{Receipts: []report.Task{}}, nil
}

type taskParams struct {
	Task string `path:"task" maxLength:"66" doc:"The task's digest"`
}

func (s *Server) workRoutes(api huma.API) {
	get(api, "/api/tasks", "tasks", "Tasks for the grid, with their receipts", s.tasks)
	get(api, "/api/proofs/{task}", "taskProof", "The proof of a task, opened and checked anew", s.taskOpened)
	get(api, "/api/proofs/{task}/file", "taskProofFile", "The proof file of a task, for pouwdem work verify", s.taskFile)
	op := operation(http.MethodGet, "/api/proofs/{task}/case", "taskCase", "The case file that a task is about", Viewer)
	huma.Register(api, op, s.taskCase)
}

func (s *Server) tasks(ctx context.Context, _ *nothing) (report.TaskBoard, error) {
	board, err := s.deps.Work.Tasks(ctx)
	if err != nil {
		return report.TaskBoard{}, s.failed(ctx, "reading the tasks", err)
	}
	board.At = s.deps.Clock.Now()
	return board, nil
}

func (s *Server) taskOpened(ctx context.Context, in *taskParams) (report.TaskProof, error) {
	v, err := s.deps.Work.TaskOpened(ctx, in.Task)
	if err != nil {
		return report.TaskProof{}, huma.Error404NotFound(err.Error())
	}
	return v, nil
}

func (s *Server) taskFile(ctx context.Context, in *taskParams) (work.File, error) {
	f, err := s.deps.Work.TaskProof(ctx, in.Task)
	if err != nil {
		return work.File{}, huma.Error404NotFound(err.Error())
	}
	return f, nil
}

func (s *Server) taskCase(ctx context.Context, in *taskParams) (*plainAnswer, error) {
	text, err := s.deps.Work.TaskCase(ctx, in.Task)
	if err != nil {
		return nil, huma.Error404NotFound(err.Error())
	}
	return &plainAnswer{"text/plain; charset=utf-8", text}, nil
}
