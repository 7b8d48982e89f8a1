package app

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
	"github.com/pouw-dem/pouwdem/internal/service/worker"
)

// tasks is the part of the process that makes tasks for the grid, does them, and
// checks what comes back.
type tasks struct {
	s *services

	mu     sync.Mutex
	market *taskmarket.Market
	queue  *bus.Tasks
	url    string       // where workers in other processes join; empty: nowhere
	failed string       // why there is none
	own    *work.Worker // the worker in this process
}

// ownWorker is the key of the worker in this process.
func (t *tasks) ownWorker() (w work.Worker, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.own == nil {
		return w, false
	}
	return *t.own, true
}

func newTasks(s *services) *tasks { return &tasks{s: s} }

// taken is a task of the bus as a worker sees it.
type taken struct{ *bus.Taken }

func (t taken) Spec() work.Spec { return t.Taken.Spec }

// queue is the bus as a worker sees it.
type queue struct{ *bus.Worker }

func (q queue) Take(ctx context.Context) (worker.Task, error) {
	t, err := q.Worker.Take(ctx)
	if t == nil || err != nil {
		return nil, err
	}
	return taken{t}, nil
}

func (q queue) Done(ctx context.Context, t worker.Task, c work.Commitment, opened []work.Opening) error {
	return q.Worker.Done(ctx, t.(taken).Taken, c, opened)
}

// run makes, does and checks tasks until ctx ends.
func (t *tasks) run(ctx context.Context) error {
	if t.s.watch == nil || t.s.cfg.Tasks.Every == 0 || t.s.hub == nil {
		t.set(nil, nil, "", "No network is studied, or tasks.every is 0: no task is made.")
		<-ctx.Done()
		return nil
	}
	t.s.ledger.afterFirstTick(ctx)
	q, err := bus.NewTasks(ctx, t.s.hub.nc, t.s.hub.replicas, bus.Lease)
	if err != nil {
		return err
	}
	market := taskmarket.New(taskmarket.Config{
		Studies: t.s.watch, Queue: q, Book: t.s.store, Settings: t.s.store, Operators: t.s.hub, History: t.s.store, Renewable: t.s.cfg.Renewable.Threshold,
		Plans: grants{t.s}, Absence: absence, Witness: rootWitness{t.s.ledger}, Series: foreseen(t.s.sites),
		Simulated: t.s.cfg.World == config.WorldSimulated || t.s.cfg.Network.Case == "", Every: t.s.cfg.Tasks.Every,
		Clock: t.s.clock, Random: rand.Reader, Log: t.s.log,
	})
	t.set(market, q, t.s.hub.URL(), "")
	parts := []part{{"task market", market.Run}, {"worker", func(ctx context.Context) error { return t.work(ctx, here, work.Light) }}}
	if t.s.role == roleAll {
		for i := range t.s.sites {
			if id := t.s.sites[i].ID; t.s.hub.Own(id) && slices.ContainsFunc(t.s.sites[i].Classes, policy.WorksForGrid) {
				parts = append(parts, part{"worker at " + id, func(ctx context.Context) error { return t.work(ctx, id, work.Heavy) }})
			}
		}
	}
	return runParts(ctx, t.s.log, parts)
}

// work does an operator's tasks of a class in this process until ctx ends.
func (t *tasks) work(ctx context.Context, operator string, class work.Class) error {
	wc, err := t.s.hub.connectAs(operator)
	if err != nil {
		return err
	}
	defer wc.Close()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("make the worker's key: %w", err)
	}
	if operator == here {
		t.mu.Lock()
		t.own = new(work.Worker)
		copy(t.own[:], key.Public().(ed25519.PublicKey))
		t.mu.Unlock()
	}
	return doTasks(ctx, t.s.log, wc, workerOptions{operator: operator, key: key, classes: []work.Class{class}, largest: work.SizeLarge, threads: 1})
}

// foreseen are the series that forecasts are asked of: the load, wind and sun of the
// system, and the price at each site's settlement point.
func foreseen(sites []site.Site) []market.Series {
	all := []market.Series{{Kind: market.Load}, {Kind: market.Wind}, {Kind: market.Solar}}
	for _, point := range feedPoints(sites) {
		all = append(all, market.Series{Kind: market.RTSPP, Key: point})
	}
	return all
}

// absence is how long no worker of an operator may be heard of until its tasks go
// to others: longer than a link is usually cut, and than a coordinator restarts.
const absence = 90 * time.Second

func (t *tasks) set(m *taskmarket.Market, q *bus.Tasks, url, failed string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.market, t.queue, t.url, t.failed = m, q, url, failed
}

func (t *tasks) now() (*taskmarket.Market, *bus.Tasks, string, string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.market, t.queue, t.url, t.failed
}

// Tasks is the board of tasks.
func (t *tasks) Tasks(ctx context.Context) (report.TaskBoard, error) {
	_, q, url, failed := t.now()
	b := report.EmptyTaskBoard(failed)
	b.WorkerURL, b.Simulated = url, t.s.cfg.World == config.WorldSimulated || t.s.cfg.Network.Case == ""
	if q != nil {
		for _, class := range []struct {
			name work.Class
			into *report.TaskQueue
		}{{work.Light, &b.Light}, {work.Heavy, &b.Heavy}} {
			var err error
			if class.into.Waiting, class.into.Taken, err = q.Waiting(ctx, class.name); err != nil {
				return b, err
			}
		}
	}
	counts, err := t.s.store.WorkCounts(ctx, t.s.clock.Now().Add(-24*time.Hour))
	if err != nil {
		return b, err
	}
	b.Verified, b.Refused, b.Expired, b.Offered = counts[work.Verified], counts[work.Refused], counts[work.Expired]+counts[work.Dead], counts[work.Offered]
	if err := t.schedule(ctx, &b); err != nil {
		return b, err
	}
	const shown = 50
	newest, err := t.s.store.NewestWork(ctx, shown)
	if err != nil {
		return b, err
	}
	for _, r := range newest {
		b.Tasks = append(b.Tasks, taskView(r))
	}
	return b, nil
}

func taskView(r work.Record) report.Task {
	v := report.Task{
		Task: r.Task.String(), Kind: string(r.Spec.Kind), Class: string(r.Spec.Class), Priority: r.Spec.Priority.String(), Why: r.Why, Reader: r.Spec.Reader,
		State: r.State, Reason: r.Reason, Offered: r.Offered, First: r.Spec.First, Count: max(1, r.Spec.Count), Network: r.Case,
		Operator: r.Operator, Site: r.Site, Submitter: r.Submitter, PriceUSD: r.Spec.PriceUSD, PriceBy: r.Spec.PriceBy, EscrowUSD: r.Escrow.USD(), Because: r.Because, EnergyWh: r.EnergyWh, EnergyBy: r.EnergyBy, Simulated: r.Simulated,
	}
	if r.State == work.Dead {
		v.Closed = &r.Closed
	}
	if r.State == work.Verified || r.State == work.Refused {
		v.Worker, v.Closed = r.Worker.String(), &r.Closed
		v.CheckUS, v.Opened, v.Rerun = r.CheckUS, r.Checked.Opened, r.Checked.Rerun
	}
	if r.State == work.Verified {
		v.Summary = &report.TaskSummary{
			WorstLoading: float64(r.Summary.Worst) / 10_000, Solved: r.Summary.Solved, Violating: r.Summary.Violating,
			Islanded: r.Summary.Islanded, Failed: r.Summary.Failed,
		}
		if r.Summary.Lowest != proof.NoVoltage {
			v.Summary.LowestPU = float64(r.Summary.Lowest) / 10_000
		}
	}
	return v
}

// errNoProof is returned where no proof of a task is kept.
var errNoProof = errors.New("no proof of this task is kept: it is not verified, or one of the older ones")

// TaskProof is the proof file of a task.
func (t *tasks) TaskProof(ctx context.Context, digest string) (work.File, error) {
	h, err := proof.ParseHash(digest)
	if err != nil {
		return work.File{}, errNoProof
	}
	f, ok, err := t.s.store.WorkProof(ctx, h)
	if err == nil && !ok {
		err = errNoProof
	}
	return f, err
}

// TaskOpened is the proof of a task, checked anew, leaf by leaf.
func (t *tasks) TaskOpened(ctx context.Context, digest string) (report.TaskProof, error) {
	f, err := t.TaskProof(ctx, digest)
	if err != nil {
		return report.TaskProof{}, err
	}
	v := report.TaskProof{
		Task: digest, Kind: string(f.Spec.Kind), Worker: f.Commitment.Worker.String(), Root: f.Commitment.Root.Hash.String(), Leaves: f.Commitment.Count,
		Drawn: f.Drawn, Order: "attested by the coordinator", Opened: []report.TaskLeaf{},
		Detection: work.Detection(0.01, f.Drawn),
	}
	if f.Drawn >= f.Commitment.Count {
		v.Detection = 1
	}
	if w := f.Witness; w != nil {
		v.Order = fmt.Sprintf("drawn from block %d of chain %d, after transaction %s", w.Number, w.ChainID, w.Tx)
	}
	for _, o := range f.Opened {
		v.Opened = append(v.Opened, report.TaskLeaf{
			Index: o.Leaf.Index, Status: [...]string{"", "solved", "islanded", "failed"}[min(int(o.Leaf.Status), 3)],
			WorstLoading: float64(o.Leaf.Summary.Worst) / 10_000, Solution: o.Leaf.Solution.String(), Bytes: len(o.Voltages), Path: len(o.Path), Says: f.Spec.Says(o),
		})
	}
	text, err := t.caseOf(ctx, f.Spec.Case)
	if err != nil {
		v.Text = "The case file is not at hand any more: with it, pouwdem work verify checks the proof file."
		return v, nil
	}
	start := time.Now()
	_, err = f.Check(text)
	v.CheckUS = time.Since(start).Microseconds()
	v.Holds, v.Text = err == nil, "Every opened leaf is in the commitment, and what it shows holds."
	if err != nil {
		v.Text = err.Error()
	}
	return v, nil
}

// caseOf is the case file of a task, while it is kept.
func (t *tasks) caseOf(ctx context.Context, digest proof.Hash) ([]byte, error) {
	m, _, _, _ := t.now()
	if m == nil {
		return nil, errNoProof
	}
	return m.CaseOf(ctx, digest)
}

// TaskCase is the case file of a task.
func (t *tasks) TaskCase(ctx context.Context, digest string) ([]byte, error) {
	f, err := t.TaskProof(ctx, digest)
	if err != nil {
		return nil, err
	}
	text, err := t.caseOf(ctx, f.Spec.Case)
	if err != nil {
		return nil, fmt.Errorf("%w; its case file is not at hand any more", errNoProof)
	}
	return text, nil
}

// Task is one task.
func (t *tasks) Task(ctx context.Context, digest string) (v report.Task, ok bool, err error) {
	h, err := proof.ParseHash(digest)
	if err != nil {
		return v, false, nil
	}
	r, ok, err := t.s.store.Work(ctx, h)
	if err != nil || !ok {
		return v, false, err
	}
	return taskView(r), true, nil
}

// Receipts are verified tasks.
func (t *tasks) Receipts(ctx context.Context, from, to time.Time, limit int) (report.Receipts, error) {
	if to.IsZero() {
		to = endOfTime()
	}
	list := report.Receipts{Receipts: []report.Task{}}
	verified, err := t.s.store.VerifiedWork(ctx, from, to, limit)
	for _, r := range verified {
		list.Receipts = append(list.Receipts, taskView(r))
	}
	return list, err
}

// Submit takes a task from outside.
func (t *tasks) Submit(ctx context.Context, submitter string, asked httpapi.SubmitRequest) (report.Task, error) {
	m, _, _, failed := t.now()
	if m == nil {
		if failed == "" {
			failed = "the queue of tasks is still being opened: try again in a moment"
		}
		return report.Task{}, fmt.Errorf("%w: %s", httpapi.ErrNotTaken, failed)
	}
	priority := map[string]work.Priority{"LOW": work.Low, "": work.Medium, "MEDIUM": work.Medium, "HIGH": work.High}[asked.Priority]
	if asked.Minutes == 0 {
		asked.Minutes = 60
	}
	r, err := m.Submit(ctx, taskmarket.Order{
		Submitter: submitter, Name: asked.Name, Text: []byte(asked.Case), Kind: work.Kind(asked.Kind), First: asked.First, Count: asked.Count,
		Seed: asked.Seed, Spread: asked.Spread, Heavy: asked.Class == string(work.Heavy), Priority: priority,
		Within: time.Duration(asked.Minutes) * time.Minute, BountyUSD: asked.BountyUSD,
	})
	if errors.Is(err, taskmarket.ErrNotTaken) {
		return report.Task{}, fmt.Errorf("%w: %s", httpapi.ErrNotTaken, strings.TrimPrefix(err.Error(), taskmarket.ErrNotTaken.Error()+": "))
	}
	return taskView(r), err
}
