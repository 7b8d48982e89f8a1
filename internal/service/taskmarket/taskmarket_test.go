package taskmarket_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"log/slog"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/escrow"
	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// hall is everything around a market: a study, a book, a queue and one worker
// that does what corrupt makes of it.
type hall struct {
	clock.Wall
	at       time.Time
	text     []byte
	series   []market.Series
	cases    map[proof.Hash][]byte
	eea      float64
	renewed  float64
	book     map[proof.Hash]work.Record
	files    map[proof.Hash]*work.File
	offered  []work.Spec // light ones, and heavy ones once a plan has room, as they reach an operator
	heavy    []work.Spec
	to       map[proof.Hash]string
	workers  []schedule.Worker
	grants   []taskmarket.Grant
	stands   map[string]string // operators, by where they stand; who is not in it stands at webb
	margin   float64
	deaf     int // offers that the bus does not take
	back     []proof.Hash
	results  map[proof.Hash]*work.Result
	money    *escrow.Book
	withheld bool
	asked    chan struct{} // where set, leaves are asked for, and no answer comes before goOn is closed
	goOn     chan struct{}
	kept     map[string][]byte
	take     func(context.Context, work.Handed) error
	bury     func(context.Context, work.DeadLetter) error
}

func (h *hall) Setting(_ context.Context, key string) ([]byte, bool, error) {
	v, ok := h.kept[key]
	return v, ok, nil
}

func (h *hall) PutSetting(_ context.Context, key string, v []byte) error { h.kept[key] = v; return nil }

func (h *hall) Now() time.Time { return h.at }

func (h *hall) Case() ([]byte, string, bool) { return h.text, "small", h.text != nil }

func (h *hall) Last(context.Context, []market.Series, time.Time) ([]market.Observation, error) {
	return []market.Observation{
		{Series: market.Series{Kind: market.EEA}, Value: h.eea},
		{Series: market.Series{Kind: market.PRC}, Value: 6000},
		{Series: market.Series{Kind: market.GridMargin, Key: "small"}, Value: h.margin},
		{Series: market.Series{Kind: market.RenewableShare}, Value: h.renewed},
	}, nil
}

// Range is a load with a daily shape, known an hour later.
func (h *hall) Range(_ context.Context, series market.Series, from, to, asOf time.Time) (all []market.Observation, err error) {
	for at := from; at.Before(to) && at.Add(time.Hour).Before(asOf); at = at.Add(time.Hour) {
		v := 50_000 + 9000*math.Sin(float64(at.Hour())*math.Pi/12) + 200*float64(at.YearDay()%7)
		all = append(all, market.Observation{Series: series, Interval: unit.Interval{Start: at, Length: time.Hour}, Value: v})
	}
	return all, nil
}

func (h *hall) PutWork(_ context.Context, r work.Record, f *work.File) error {
	var was *work.Record
	if had, ok := h.book[r.Task]; ok {
		was = &had
	}
	for _, e := range escrow.Moves(was, r) {
		if err := h.money.Add(e); err != nil {
			return err
		}
	}
	if was != nil && was.State != work.Offered {
		return nil
	}
	h.book[r.Task], h.files[r.Task] = r, f
	return nil
}

func (h *hall) Work(_ context.Context, task proof.Hash) (work.Record, bool, error) {
	r, ok := h.book[task]
	return r, ok, nil
}

func (h *hall) SubmittedWork(_ context.Context, submitter string, since time.Time) (n int, err error) {
	for _, r := range h.book {
		if r.Submitter == submitter && !r.Offered.Before(since) {
			n++
		}
	}
	return n, nil
}

func (h *hall) OpenWork(context.Context) (open []work.Record, err error) {
	for _, r := range h.book {
		if r.State == work.Offered {
			open = append(open, r)
		}
	}
	return open, nil
}

func (h *hall) Offer(_ context.Context, operator string, s work.Spec, _ int) error {
	if h.deaf > 0 {
		h.deaf--
		return errors.New("no leader")
	}
	if r := h.book[s.Digest()]; r.To != operator || r.Because == "" {
		return errors.New("it is offered before it is recorded, or without a reason")
	}
	if h.to[s.Digest()] != "" {
		return nil // known
	}
	h.to[s.Digest()] = operator
	if s.Class == work.Heavy {
		h.heavy = append(h.heavy, s)
		return nil
	}
	h.offered = append(h.offered, s)
	return nil
}

func (h *hall) Withdraw(_ context.Context, task proof.Hash) error {
	h.back = append(h.back, task)
	delete(h.to, task)
	return nil
}

func (h *hall) GivenWork(_ context.Context, from, to time.Time) (given []work.Record, err error) {
	for _, r := range h.book {
		if !r.Given.Before(from) && r.Given.Before(to) {
			given = append(given, r)
		}
	}
	return given, nil
}

func (h *hall) SiteOf(operator string) string {
	if site, ok := h.stands[operator]; ok {
		return site
	}
	return "webb"
}

func (h *hall) Own(string) bool { return false }

func (h *hall) Present() []schedule.Worker { return h.workers }

func (h *hall) Granted(context.Context, time.Time) ([]taskmarket.Grant, error) { return h.grants, nil }

func (h *hall) Keep(_ context.Context, digest proof.Hash, text []byte) error {
	if h.cases == nil {
		h.cases = map[proof.Hash][]byte{}
	}
	h.cases[digest] = text
	return nil
}

// Results hands over the way to give commitments, and waits.
func (h *hall) Results(ctx context.Context, take func(context.Context, work.Handed) error) error {
	h.take = take
	<-ctx.Done()
	return nil
}

func (h *hall) Dead(ctx context.Context, bury func(context.Context, work.DeadLetter) error) error {
	h.bury = bury
	<-ctx.Done()
	return nil
}

func (h *hall) CaseFile(context.Context, proof.Hash) ([]byte, error) { return h.text, nil }

func (h *hall) Open(_ context.Context, _ string, _ work.Worker, task proof.Hash, indices []int) ([]work.Opening, error) {
	if h.asked != nil {
		h.asked <- struct{}{}
		<-h.goOn
	}
	if h.withheld {
		return nil, errors.New("no answer")
	}
	return h.results[task].Open(indices)
}

func newHall(t *testing.T) (*hall, *taskmarket.Market) {
	t.Helper()
	c, err := synth.Generate(synth.Options{Seed: 1, Buses: 60})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := c.WriteCase(&text); err != nil {
		t.Fatal(err)
	}
	h := &hall{
		at: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC), text: text.Bytes(),
		book: map[proof.Hash]work.Record{}, files: map[proof.Hash]*work.File{}, results: map[proof.Hash]*work.Result{}, money: escrow.NewBook(), kept: map[string][]byte{}, to: map[proof.Hash]string{},
		// Enough workers that every task goes out at once.
		workers: slices.Repeat([]schedule.Worker{{Operator: "here", ID: "1", Classes: []work.Class{work.Light, work.Heavy}, Largest: work.SizeLarge}}, 20),
	}
	return h, h.market()
}

func (h *hall) market() *taskmarket.Market {
	return h.witnessed(nil)
}

func (h *hall) witnessed(w taskmarket.Witness) *taskmarket.Market {
	return taskmarket.New(taskmarket.Config{
		Studies: h, Queue: h, Book: h, Settings: h, History: h, Plans: h, Operators: h, Witness: w, Series: h.series, Renewable: 0.3, Simulated: true, Every: time.Minute, Clock: h,
		Random: rand.NewChaCha8([32]byte{1}), Log: slog.New(slog.DiscardHandler),
	})
}

// listen gives the market's way to take commitments.
func (h *hall) listen(t *testing.T, m *taskmarket.Market) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // offers once, and hands over before it ends
	if err := m.Run(ctx); err != nil {
		t.Fatal(err)
	}
	if h.take == nil {
		t.Fatal("the market does not take results")
	}
}

func key(n byte) ed25519.PrivateKey { return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, 32)) }

// do solves an offered task, as a worker whose summary is off by lie.
func (h *hall) do(t *testing.T, s work.Spec, lie uint32) work.Handed {
	t.Helper()
	q, err := s.Build(h.text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := work.Solve(q, key(1), 1)
	if err != nil {
		t.Fatal(err)
	}
	if lie > 0 {
		opened, err := r.Open([]int{0})
		if err != nil {
			t.Fatal(err)
		}
		leaf := opened[0].Leaf
		leaf.Summary.Worst += lie
		if r, err = work.Commit(s, []work.Leaf{leaf}, [][]byte{opened[0].Voltages}, key(1)); err != nil {
			t.Fatal(err)
		}
	}
	h.results[s.Digest()] = r
	return work.Handed{Operator: "here", Commitment: r.Commitment}
}

func TestTasksAreRecordedBeforeTheyAreOfferedAndNameTheirReader(t *testing.T) {
	h, m := newHall(t)
	h.grants = []taskmarket.Grant{granted("webb", 20, 1)}
	h.listen(t, m)
	for range 4 * 12 {
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	kinds := map[work.Kind]bool{}
	for _, s := range slices.Concat(h.offered, h.heavy) {
		kinds[s.Kind] = true
		r, ok := h.book[s.Digest()]
		if !ok || r.State != work.Offered || proof.Keccak(r.Reveal[:]) != s.Commit || s.Reader == "" || s.Check() != nil {
			t.Errorf("%+v is recorded as %+v", s, r)
		}
	}
	for _, k := range work.Kinds() {
		if !kinds[k] && k != work.Forecast { // no series is known here
			t.Errorf("no task of kind %s was made", k)
		}
	}
}

func TestOutagesGoRoundTheWholeNetwork(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	seen := map[int]bool{}
	for range 12 {
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	most := 0
	for _, s := range h.offered {
		if s.Kind != work.N1 {
			continue
		}
		for i := s.First; i < s.First+s.Count; i++ {
			seen[i] = true
			most = max(most, i)
		}
	}
	if len(seen) != most+1 || most < 60 {
		t.Errorf("%d outages of %d were asked for", len(seen), most+1)
	}
}

func TestAnEmergencyAndAGreenSystemMoveTasksUp(t *testing.T) {
	for _, c := range []struct {
		eea, share float64
		want       work.Priority
	}{{0, 0.1, work.Medium}, {0, 0.4, work.High}, {2, 0.4, work.Critical}} {
		h, m := newHall(t)
		h.eea, h.renewed = c.eea, c.share
		if err := m.Offer(t.Context()); err != nil {
			t.Fatal(err)
		}
		flow := h.offered[slices.IndexFunc(h.offered, func(s work.Spec) bool { return s.Kind == work.PowerFlow })]
		if flow.Priority != c.want || h.book[flow.Digest()].Why == "" {
			t.Errorf("EEA %v, share %v: %s", c.eea, c.share, flow.Priority)
		}
	}
}

func TestWhatHoldsGetsOneReceiptWithAProofThatAnybodyCanCheck(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	for _, s := range h.offered {
		c := h.do(t, s, 0)
		if err := h.take(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		r := h.book[s.Digest()]
		if r.State != work.Verified || r.Worker != c.Commitment.Worker || r.Operator != c.Operator || r.Checked.Opened != c.Commitment.Count || r.Summary != c.Commitment.Root.Summary {
			t.Fatalf("%+v", r)
		}
		if done, err := h.files[s.Digest()].Check(h.text); err != nil || done.Opened == 0 {
			t.Errorf("%+v %v", done, err)
		}
		h.at = h.at.Add(time.Minute)
		if err := h.take(t.Context(), c); err != nil || !h.book[s.Digest()].Closed.Equal(r.Closed) {
			t.Errorf("the same result again wrote another receipt, %v", err)
		}
	}
}

func TestALieAndAWithheldLeafAreRefusedAndAfterThreeTheWorkerIsSuspended(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	flows := func() []work.Spec {
		var specs []work.Spec
		for range 6 {
			if err := m.Offer(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range h.offered {
			if s.Kind == work.PowerFlow {
				specs = append(specs, s)
			}
		}
		return specs
	}()
	refused := func(s work.Spec, with string) {
		t.Helper()
		if r := h.book[s.Digest()]; r.State != work.Refused || !strings.Contains(r.Reason, with) || h.files[s.Digest()] != nil {
			t.Errorf("%s: %s, want %q", r.State, r.Reason, with)
		}
	}
	for i, s := range flows[:3] {
		c := h.do(t, s, 1)
		h.withheld = i == 1
		if err := h.take(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		refused(s, map[bool]string{false: "summary", true: "withheld"}[i == 1])
	}
	h.withheld = false
	if err := h.take(t.Context(), h.do(t, flows[3], 0)); err != nil {
		t.Fatal(err)
	}
	refused(flows[3], "suspended")
	before := len(h.offered)
	h.listen(t, h.market()) // a restart forgives nobody
	if len(h.offered) != before {
		t.Errorf("%d tasks were given to an operator that is suspended", len(h.offered)-before)
	}
}

func TestACommitmentOfNoTaskOfOursChangesNothing(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	stranger := h.offered[0]
	stranger.Seed++
	if err := h.take(t.Context(), h.do(t, stranger, 0)); err != nil || len(h.book) != 3 {
		t.Errorf("%d tasks, %v", len(h.book), err)
	}
}

func TestATaskThatNobodyDoesIsClosed(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	h.at, h.text = h.at.Add(2*time.Hour), nil
	if err := m.Offer(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, r := range h.book {
		if r.State != work.Expired {
			t.Errorf("%s", r.State)
		}
	}
}

func order(h *hall) taskmarket.Order {
	return taskmarket.Order{Submitter: "ana", Name: "hers", Text: h.text, Kind: work.N1, Within: time.Hour, Priority: work.High}
}

func TestATaskFromOutsideIsCheckedWholeAndItsSubmitterGetsEveryLeaf(t *testing.T) {
	h, m := newHall(t)
	h.listen(t, m)
	r, err := m.Submit(t.Context(), order(h))
	if err = errors.Join(err, m.GiveOut(t.Context())); err != nil || r.Submitter != "ana" || r.Spec.Count < work.WholeUpTo || r.Spec.PriceBy != "none" {
		t.Fatalf("%+v %v", r, err)
	}
	if err := h.take(t.Context(), h.do(t, r.Spec, 0)); err != nil {
		t.Fatal(err)
	}
	file := h.files[r.Task]
	if got := h.book[r.Task]; got.State != work.Verified || file == nil || len(file.Opened) != r.Spec.Count {
		t.Fatalf("%s %s", got.State, got.Reason)
	}
	if _, err := file.Check(h.text); err != nil {
		t.Error(err)
	}
}

func TestWhatIsTooMuchOrMakesNoSenseIsNotTaken(t *testing.T) {
	h, m := newHall(t)
	for with, change := range map[string]func(*taskmarket.Order){
		"nobody":           func(o *taskmarket.Order) { o.Submitter = "" },
		"bytes":            func(o *taskmarket.Order) { o.Text = make([]byte, 9<<20) },
		"deadline":         func(o *taskmarket.Order) { o.Within = 0 },
		"CRITICAL":         func(o *taskmarket.Order) { o.Priority = work.Critical },
		"kind":             func(o *taskmarket.Order) { o.Kind = "sudoku" },
		"is not taken":     func(o *taskmarket.Order) { o.Text = []byte("mpc.bus = [ while true; end ];") },
		"spread":           func(o *taskmarket.Order) { o.Spread = 7 },
		"leaves":           func(o *taskmarket.Order) { o.First = -3 },
		"out of range":     func(o *taskmarket.Order) { o.BountyUSD = -1 },
		"branches in serv": func(o *taskmarket.Order) { o.First, o.Count = 4000, 4 },
	} {
		o := order(h)
		change(&o)
		if _, err := m.Submit(t.Context(), o); !errors.Is(err, taskmarket.ErrNotTaken) || !strings.Contains(err.Error(), with) {
			t.Errorf("%s: %v", with, err)
		}
	}
	if len(h.book) != 0 {
		t.Errorf("%d tasks were recorded", len(h.book))
	}
	for i := range 9 {
		_, err := m.Submit(t.Context(), order(h))
		if got := errors.Is(err, taskmarket.ErrNotTaken); got != (i == 8) {
			t.Errorf("task %d: %v", i, err)
		}
	}
}

func TestATaskThatIsSetAsideWithoutNeedCountsAgainstItsOperator(t *testing.T) {
	h, m := newHall(t)
	h.workers[0].Operator = "lazy"
	h.workers = h.workers[:1]
	h.listen(t, m)
	for _, s := range h.offered {
		if err := h.bury(t.Context(), work.DeadLetter{Operator: "lazy", Task: s.Digest(), Reason: "too hard"}); err != nil {
			t.Fatal(err)
		}
		if r := h.book[s.Digest()]; r.State != work.Dead || !strings.Contains(r.Reason, "without need") {
			t.Errorf("%+v", r)
		}
	}
	before := len(h.offered)
	if err := m.Offer(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(h.offered) != before {
		t.Errorf("%d tasks were given to an operator that is suspended", len(h.offered)-before)
	}
}
