package taskmarket

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

// What is held against operators is kept, so that a restart forgives nobody; in
// the older setting stood refusals in a row.
const (
	settingDistrust = "work.distrust"
	settingFails    = "work.refusals"
)

// An operator is suspended by distrust: each refusal adds to it, each result that
// holds takes a little away. So three refusals in a row suspend, and so does, in
// the long run, being refused more often than once in seventeen.
const (
	refusalWeighs = 16
	mostDistrust  = 3 * refusalWeighs
)

// bury closes a task that was set aside. What an operator alone says cannot be
// done is not believed where the task can be built: it is offered again by its
// next study, and the operator has one more refusal.
func (m *Market) bury(ctx context.Context, d work.DeadLetter) error {
	r, ok, err := m.cfg.Book.Work(ctx, d.Task)
	if err != nil || !ok || r.State != work.Offered || d.Operator != "" && d.Operator != r.To {
		return err
	}
	defer m.nudge()
	if d.Operator == "" {
		m.judge(ctx, r.To, false)
		if r.Turn < mostTurns {
			return m.another(ctx, r, d.Reason)
		}
	}
	r.State, r.Reason, r.Closed, r.Operator = work.Dead, d.Reason, m.cfg.Clock.Now(), d.Operator
	if d.Operator != "" {
		text, err := m.textOf(ctx, r.Spec.Case)
		if err == nil {
			_, err = r.Spec.Build(text)
		}
		m.judge(ctx, d.Operator, err != nil)
		if err == nil {
			r.Reason = "the operator " + d.Operator + " set it aside without need: " + d.Reason
		}
	}
	m.cfg.Log.WarnContext(ctx, "a task was set aside", "task", d.Task.String(), "operator", d.Operator, "reason", r.Reason)
	return m.cfg.Book.PutWork(ctx, r, nil)
}

// mostTurns is how many more operators have a task that one after the other never
// brought back.
const mostTurns = 2

// another takes a task from an operator whose workers never brought it back, and
// lets it wait for another.
func (m *Market) another(ctx context.Context, r work.Record, why string) error {
	m.forget(r.Task)
	m.cfg.Log.WarnContext(ctx, "a task is taken back", "task", r.Task.String(), "operator", r.To, "reason", why)
	r.Turn++
	r.Free("taken back from " + r.To + ": " + why)
	return m.cfg.Book.PutWork(ctx, r, nil)
}

// recall reads what was held against operators before.
func (m *Market) recall(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, kept := range []struct {
		setting string
		weighs  int
	}{{settingFails, refusalWeighs}, {settingDistrust, 1}} {
		raw, ok, err := m.cfg.Settings.Setting(ctx, kept.setting)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		counts := map[string]int{}
		if err := json.Unmarshal(raw, &counts); err != nil {
			return fmt.Errorf("read what is held against operators: %w", err)
		}
		for operator, n := range counts {
			m.distrust[operator] = n * kept.weighs
		}
	}
	return nil
}

// suspended says whether an operator's results count no more.
func (m *Market) suspended(operator string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.distrust[operator] >= mostDistrust
}

// Present are the workers that are there, of operators that are not suspended, and
// where they stand.
func (m *Market) Present() []schedule.Worker {
	all := slices.DeleteFunc(slices.Clone(m.cfg.Queue.Present()), func(w schedule.Worker) bool { return m.suspended(w.Operator) })
	for i := range all {
		all[i].Site = m.cfg.Operators.SiteOf(all[i].Operator)
	}
	return all
}

// judge weighs a result, and keeps what changes by it.
func (m *Market) judge(ctx context.Context, operator string, right bool) {
	if m.cfg.Operators.Own(operator) {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if right && m.distrust[operator] == 0 {
		return
	}
	if right {
		m.distrust[operator]--
	} else {
		m.distrust[operator] += refusalWeighs
	}
	raw, err := json.Marshal(m.distrust)
	if err == nil {
		err = m.cfg.Settings.PutSetting(ctx, settingDistrust, raw)
	}
	if err != nil {
		m.cfg.Log.WarnContext(ctx, "what is held against operators is not kept", "error", err)
	}
}

// take checks one result and writes what came of it. An error means that the
// check itself could not be made: the result comes again.
func (m *Market) take(ctx context.Context, h work.Handed) error {
	c := h.Commitment
	r, ok, err := m.cfg.Book.Work(ctx, c.Task)
	if err != nil {
		return err
	}
	if !ok || r.State != work.Offered || !r.Awaits.IsZero() {
		return nil // not ours, or closed: one receipt for a task, ever
	}
	if h.Operator != r.To {
		m.cfg.Log.WarnContext(ctx, "a result came from an operator that does not have the task", "task", c.Task.String(), "operator", h.Operator, "given_to", r.To)
		return nil
	}
	if !m.first(c.Task, c.Root.Hash) {
		m.cfg.Log.WarnContext(ctx, "a second root was handed in for a task: the first is final", "task", c.Task.String(), "operator", h.Operator)
		return nil
	}
	defer m.nudge()
	r.Worker, r.Operator, r.Leaves = c.Worker, h.Operator, c.Count
	start := time.Now()
	file, checkErr := m.check(ctx, &r, h)
	r.CheckUS, r.Closed = time.Since(start).Microseconds(), m.cfg.Clock.Now()
	if checkErr != nil && !errors.Is(checkErr, work.ErrWrong) {
		return checkErr
	}
	if checkErr == nil && r.Spec.Kind == work.Forecast {
		r.Closed = time.Time{}
		return m.hold(ctx, r, file)
	}
	m.judge(ctx, h.Operator, checkErr == nil)
	r.State, r.Reason = work.Verified, ""
	if checkErr != nil {
		r.State, r.Reason, file = work.Refused, checkErr.Error(), nil
		m.cfg.Log.WarnContext(ctx, "a result was refused", "task", c.Task.String(), "operator", h.Operator, "worker", c.Worker.String(), "error", checkErr)
	}
	return m.cfg.Book.PutWork(ctx, r, file)
}

func (m *Market) check(ctx context.Context, r *work.Record, h work.Handed) (*work.File, error) {
	c := h.Commitment
	if m.suspended(h.Operator) {
		return nil, fmt.Errorf("%w: the operator %s is suspended, since too many of its results were refused", work.ErrWrong, h.Operator)
	}
	text, err := m.textOf(ctx, r.Spec.Case)
	if err != nil {
		return nil, err
	}
	q, err := r.Spec.Build(text)
	if err != nil {
		return nil, err
	}
	v := work.NewVerifier(q)
	if err := v.Commitment(c); err != nil {
		return nil, err
	}
	drawn := sampled
	if c.Count <= work.WholeUpTo {
		drawn = c.Count
	}
	if r.Submitter != "" {
		drawn = c.Count // who asked gets every leaf, checked
	}
	var seen *work.Witnessed
	if drawn < c.Count {
		seen = m.witness(ctx, c)
	}
	wanted, opened := v.Sample(c, r.Reveal, seen.Hash(), drawn), h.Opened
	if len(opened) != len(wanted) {
		if opened, err = m.open(ctx, h, wanted); err != nil {
			return nil, fmt.Errorf("%w: leaves were withheld: %w", work.ErrWrong, err)
		}
	}
	r.Root, r.Summary = c.Root.Hash, c.Root.Summary
	if r.Checked, err = v.Openings(c, wanted, opened); err != nil {
		return nil, err
	}
	if err := agrees(r.Known, c.Root.Summary); err != nil {
		return nil, err
	}
	file := fileOf(*r, c, v, wanted, opened, drawn)
	file.Block, file.Witness = seen.Hash(), seen
	return file, nil
}

// Witness puts a root where others see when it was there, and gives what came
// after it and nobody could foresee.
type Witness interface {
	Witness(ctx context.Context, task, root proof.Hash) (work.Witnessed, error)
}

// patienceOfWitness is how long a check waits for a block, on the wall's clock.
const patienceOfWitness = 10 * time.Second

// witness of a root whose leaves will be sampled; nil where there is none, and the
// proof then says that the order is attested by the coordinator.
func (m *Market) witness(ctx context.Context, c work.Commitment) *work.Witnessed {
	if m.cfg.Witness == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, patienceOfWitness)
	defer cancel()
	seen, err := m.cfg.Witness.Witness(ctx, c.Task, c.Root.Hash)
	if err != nil {
		m.cfg.Log.WarnContext(ctx, "a root is not on the chain: its order is attested by the coordinator", "task", c.Task.String(), "error", err)
		return nil
	}
	return &seen
}

// canaryShare, of 256, of the light tasks that the coordinator makes are ones whose
// answer it knows already. Nothing in the task tells them from others.
const canaryShare = 32

// known is the coordinator's own answer.
func (m *Market) known(s work.Spec, text []byte) (*proof.Summary, error) {
	q, err := s.Build(text)
	if err != nil {
		return nil, err
	}
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(m.cfg.Random, seed); err != nil {
		return nil, fmt.Errorf("draw a key: %w", err)
	}
	r, err := work.Solve(q, ed25519.NewKeyFromSeed(seed), 1)
	if err != nil {
		return nil, fmt.Errorf("answer a task beforehand: %w", err)
	}
	return &r.Commitment.Root.Summary, nil
}

// agrees holds a summary against the known one, if there is one. Loadings and
// voltages may be rounded the other way by another machine.
func agrees(known *proof.Summary, said proof.Summary) error {
	if known == nil {
		return nil
	}
	near := func(a, b uint32) bool { return max(a, b)-min(a, b) <= 1 }
	same := *known
	same.Worst, same.Lowest = said.Worst, said.Lowest
	if same != said || !near(known.Worst, said.Worst) || !near(known.Lowest, said.Lowest) {
		return fmt.Errorf("%w: the answer to this task was known beforehand and is %+v, %+v was said", work.ErrWrong, *known, said)
	}
	return nil
}

// mostAsked is how many leaves are asked for at a time.
const mostAsked = 64

// open asks a worker for leaves, some at a time.
func (m *Market) open(ctx context.Context, h work.Handed, wanted []int) (all []work.Opening, err error) {
	for chunk := range slices.Chunk(wanted, mostAsked) {
		opened, err := m.cfg.Queue.Open(ctx, h.Operator, h.Commitment.Worker, h.Commitment.Task, chunk)
		if err != nil {
			return nil, err
		}
		all = append(all, opened...)
	}
	return all, nil
}

// fileOf is the proof of what was checked; of a task that was checked whole it
// holds a few leaves, drawn by the same seed.
func fileOf(r work.Record, c work.Commitment, v *work.Verifier, wanted []int, opened []work.Opening, drawn int) *work.File {
	f := &work.File{Format: work.FileFormat, Spec: r.Spec, Commitment: c, Reveal: r.Reveal, Drawn: drawn, Opened: opened}
	if drawn < c.Count || c.Count <= kept || r.Submitter != "" || r.Spec.Kind == work.Forecast {
		return f
	}
	f.Drawn, f.Opened = kept, nil
	at := map[int]int{}
	for k, index := range wanted {
		at[index] = k
	}
	for _, index := range v.Sample(c, r.Reveal, proof.Hash{}, kept) {
		f.Opened = append(f.Opened, opened[at[index]])
	}
	return f
}
