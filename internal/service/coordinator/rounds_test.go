package coordinator_test

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nats-io/nats.go"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/service/coordinator"
	"github.com/pouw-dem/pouwdem/internal/service/participant"
)

// line is a site that fits y = a x + b to points of its own.
type line struct {
	x, y []float32
	hang bool // it never ends training
	mu   sync.Mutex
	seen int // trainings
}

func newLine(seed uint64, points int) *line {
	r := rand.New(rand.NewPCG(seed, 1))
	l := &line{}
	for range points {
		x := float32(r.Float64()*2-1) + float32(seed%3)/3
		l.x, l.y = append(l.x, x), append(l.y, 2*x-1)
	}
	return l
}

func (l *line) gradient(p []float32, i int) []float32 {
	e := p[0]*l.x[i] + p[1] - l.y[i]
	return []float32{2 * e * l.x[i], 2 * e}
}

func (l *line) Train(ctx context.Context, global []float32, job participant.Job) ([]float32, float64, error) {
	l.mu.Lock()
	l.seen++
	l.mu.Unlock()
	if l.hang {
		<-ctx.Done()
		return nil, 0, ctx.Err()
	}
	p := slices.Clone(global)
	for range job.Steps {
		mean := make([]float32, 2)
		if job.Noise != nil {
			days, err := job.Noise.Sample()
			if err != nil {
				return nil, 0, err
			}
			for _, d := range days {
				if err := job.Noise.Add(l.gradient(p, d)); err != nil {
					return nil, 0, err
				}
			}
			if mean, err = job.Noise.Release(2); err != nil {
				return nil, 0, err
			}
		} else {
			for i := range l.x {
				for j, g := range l.gradient(p, i) {
					mean[j] += g / float32(len(l.x))
				}
			}
		}
		p[0] -= 0.2 * mean[0]
		p[1] -= 0.2 * mean[1]
	}
	return []float32{p[0] - global[0], p[1] - global[1]}, float64(len(l.x)), nil
}

func (l *line) Days() int { return len(l.x) }

func (l *line) Consider(context.Context, []float32) (strategy.Verdict, error) {
	return strategy.Verdict{Reason: "not asked here"}, nil
}

func basicPlan() federate.Plan {
	return federate.Plan{Version: 1, Strategy: strategy.Settings{Name: "fedavg"}, Clip: 4, Bits: 22, MaxWeight: 100, Steps: 10}
}

func randomness(seed byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{seed}) }

func openStore(t *testing.T, dir, name string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(dir, name+".db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func key(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(append(make([]byte, 31), seed))
}

// crash is where a process ends.
type crash struct{ point string }

// killer ends a process, once, when it comes to a point.
type killer struct {
	mu    sync.Mutex
	point string
	done  bool
	seen  []string
}

func (k *killer) reached(point string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !slices.Contains(k.seen, point) {
		k.seen = append(k.seen, point)
	}
	if point == k.point && !k.done {
		k.done = true
		panic(crash{point})
	}
}

// survive runs a process; a crash is an error here, not the end of the test.
func survive(run func() error) (err error) {
	defer func() {
		if c, ok := recover().(crash); ok {
			err = fmt.Errorf("killed at %s", c.point)
		}
	}()
	return run()
}

// mortal is a store as a process has it: what ended writes nothing more.
type mortal struct {
	*store.Store
	dead *atomic.Bool
}

var errDead = errors.New("the process has ended")

func (m mortal) PutFedRound(ctx context.Context, r federate.Round) error {
	if m.dead.Load() {
		return errDead
	}
	return m.Store.PutFedRound(ctx, r)
}

func (m mortal) PutFedOutcome(ctx context.Context, r federate.Round, hash string, model, memory []byte) error {
	if m.dead.Load() {
		return errDead
	}
	return m.Store.PutFedOutcome(ctx, r, hash, model, memory)
}

func (m mortal) KeepFedMessage(ctx context.Context, attempt string, k federate.Kept) error {
	if m.dead.Load() {
		return errDead
	}
	return m.Store.KeepFedMessage(ctx, attempt, k)
}

// hall is a coordinator and its sites, each with a store of its own.
type hall struct {
	t      *testing.T
	cfg    coordinator.Config
	sites  map[string]participant.Config
	killer *killer
	hub    *store.Store

	mu    sync.Mutex
	now   *coordinator.Coordinator
	stops []context.CancelFunc
	wg    sync.WaitGroup
}

func newHall(t *testing.T, sites int) *hall {
	t.Helper()
	dir := t.TempDir()
	hub := openStore(t, dir, "hub")
	h := &hall{t: t, sites: map[string]participant.Config{}, killer: &killer{}, hub: hub}
	h.cfg = coordinator.Config{
		Rounds: hub, Transcripts: hub, Settings: hub, Plan: basicPlan(), Initial: []float32{0, 0},
		StepTime: 20 * time.Second, TrainTime: 20 * time.Second, Alive: time.Minute, Clock: clock.Wall{}, Random: randomness(200),
		Log: slog.New(slog.DiscardHandler),
	}
	for i := range sites {
		name := fmt.Sprintf("site-%d", i)
		h.sites[name] = participant.Config{
			Site: name, Key: key(byte(i + 1)), Hub: h, Book: openStore(t, dir, name), Trainer: newLine(uint64(i), 20+i), Pause: 5 * time.Millisecond,
			Random: randomness(byte(i + 1)), Log: slog.New(slog.DiscardHandler),
		}
	}
	t.Cleanup(h.stop)
	return h
}

func (h *hall) stop() {
	h.mu.Lock()
	stops := h.stops
	h.stops = nil
	h.mu.Unlock()
	for _, stop := range stops {
		stop()
	}
	h.wg.Wait()
}

// Ask goes straight to the coordinator, wherever it is now.
func (h *hall) Ask(ctx context.Context, question []byte) (answer []byte, err error) {
	h.mu.Lock()
	c := h.now
	h.mu.Unlock()
	if c == nil {
		return nil, errors.New("nobody is there")
	}
	err = survive(func() error { answer = c.Handle(ctx, "", question); return nil })
	if err != nil {
		h.restart(c)
	}
	return answer, err
}

// restart puts a new coordinator in the place of one that was killed.
func (h *hall) restart(killed *coordinator.Coordinator) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.now == killed {
		h.now = nil
		h.begin()
	}
}

func (h *hall) begin() {
	ctx, stop := context.WithCancel(h.t.Context())
	cfg, dead := h.cfg, new(atomic.Bool)
	cfg.Rounds, cfg.Transcripts = mortal{h.hub, dead}, mortal{h.hub, dead}
	cfg.Reached = func(point string) {
		defer func() {
			if c := recover(); c != nil {
				dead.Store(true)
				stop()
				panic(c)
			}
		}()
		h.killer.reached(point)
	}
	c, err := coordinator.New(ctx, cfg)
	if err != nil {
		h.t.Error(err)
		stop()
		return
	}
	h.now = c
	h.stops = append(h.stops, stop)
	h.wg.Go(func() {
		if survive(func() error { return c.Run(ctx) }) != nil {
			h.restart(c)
		}
	})
}

func (h *hall) start() {
	h.mu.Lock()
	h.begin()
	h.mu.Unlock()
	for _, cfg := range h.sites {
		h.run(cfg)
	}
}

// run is a site that is started again when it is killed.
func (h *hall) run(cfg participant.Config) {
	ctx, stop := context.WithCancel(h.t.Context())
	h.mu.Lock()
	h.stops = append(h.stops, stop)
	h.mu.Unlock()
	h.wg.Go(func() {
		for ctx.Err() == nil {
			_ = survive(func() error { return participant.New(cfg).Run(ctx) })
		}
	})
}

// round asks for a round when all sites are there, and waits for its end.
func (h *hall) round() federate.Round {
	h.t.Helper()
	store := h.cfg.Rounds
	before, err := store.FedRounds(h.t.Context(), 1)
	if err != nil {
		h.t.Fatal(err)
	}
	last := uint64(0)
	if len(before) > 0 {
		last = before[0].Number
	}
	for deadline := time.Now().Add(90 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		h.mu.Lock()
		c := h.now
		h.mu.Unlock()
		if c == nil {
			continue
		}
		rounds, err := store.FedRounds(h.t.Context(), 1)
		if err != nil {
			h.t.Fatal(err)
		}
		if len(rounds) > 0 && rounds[0].Number > last && rounds[0].IsOver() {
			return rounds[0]
		}
		status := c.Status()
		alive := 0
		for _, s := range status.Sites {
			if s.Alive {
				alive++
			}
		}
		if status.Open == nil && alive == len(h.sites) && (len(rounds) == 0 || rounds[0].Number <= last) {
			c.Ask()
		}
	}
	h.t.Fatalf("no round came to its end; %+v", h.now.Status())
	return federate.Round{}
}

func (h *hall) model(hash string) []float32 {
	h.t.Helper()
	raw, _, ok, err := h.cfg.Rounds.FedModel(h.t.Context(), hash)
	if err != nil || !ok {
		h.t.Fatal(ok, err)
	}
	params, err := federate.DecodeModel(raw)
	if err != nil {
		h.t.Fatal(err)
	}
	return params
}

// want is the next model as anybody would compute it who saw all updates.
func (h *hall) want(base []float32, included []federate.Member) []float32 {
	var sum [2]float64
	total := 0.0
	for _, m := range included {
		if !m.Included {
			continue
		}
		update, weight, err := h.sites[m.Site].Trainer.(*line).Train(h.t.Context(), base, participant.Job{Steps: h.cfg.Plan.Steps})
		if err != nil {
			h.t.Fatal(err)
		}
		scale := min(1, h.cfg.Plan.Clip/strategy.Norm(update))
		for i, v := range update {
			sum[i] += weight * scale * float64(v)
		}
		total += weight
	}
	return []float32{base[0] + float32(sum[0]/total), base[1] + float32(sum[1]/total)}
}

func same(a, b []float32) bool {
	for i := range a {
		if math.Abs(float64(a[i]-b[i])) > 1e-4 { // a step of the quantiser over the least weight
			return false
		}
	}
	return len(a) == len(b)
}

func TestRoundsMakeTheModelThatEverybodysDataWouldMake(t *testing.T) {
	h := newHall(t, 5)
	h.start()
	for range 3 {
		r := h.round()
		if r.State != federate.Final || r.Reason != "" {
			t.Fatalf("%+v", r)
		}
		for _, m := range r.Members {
			if !m.Included || m.Dropped != "" || m.Update == "" || m.BytesUp == 0 {
				t.Errorf("%+v", m)
			}
		}
		if got, want := h.model(r.Model), h.want(h.model(r.Base), r.Members); !same(got, want) {
			t.Errorf("round %d: model %v, want %v", r.Number, got, want)
		}
		if r.BytesUp == 0 || r.BytesDown == 0 || r.Threshold != 4 || r.Colluders != 1 {
			t.Errorf("%+v", r)
		}
	}
	// The sites' seats are empty again, their secrets gone.
	for name, cfg := range h.sites {
		deadline := time.Now().Add(time.Minute)
		for {
			seat, _, err := cfg.Book.FedSeat(t.Context(), name)
			if err != nil {
				t.Fatal(err)
			}
			if seat.Member == nil && seat.Attempt == "" {
				break
			}
			if time.Now().After(deadline) {
				t.Errorf("%s still holds a place after the round", name)
				break
			}
			time.Sleep(time.Millisecond)
		}
	}
}

// TestAProcessThatIsKilledBetweenAnyTwoMessagesGoesOn ends the coordinator, or a
// site, at each point that there is between two messages, once, and starts it
// again from its store: the round comes to the same model as ever.
func TestAProcessThatIsKilledBetweenAnyTwoMessagesGoesOn(t *testing.T) {
	points := []string{"opened", "invited"}
	for _, step := range []string{"join", "keys", "shares", "masked", "agree", "unmask"} {
		points = append(points, "received "+step, "stored "+step, "closing "+step, "closed "+step,
			"site made "+step, "site kept "+step, "site handed "+step)
	}
	points = append(points, "summed", "stored model", "site training")
	for _, point := range points {
		t.Run(strings.ReplaceAll(point, " ", "-"), func(t *testing.T) {
			t.Parallel()
			h := newHall(t, 5)
			if of, isSite := strings.CutPrefix(point, "site "); isSite {
				cfg := h.sites["site-2"]
				cfg.Reached = func(p string) { h.killer.reached("site " + p) }
				h.sites["site-2"], h.killer.point = cfg, "site "+of
			} else {
				h.killer.point = point
			}
			h.start()
			r := h.round()
			for tries := 0; r.State == federate.Abandoned && tries < 2; tries++ {
				// A round that was not invited to yet is abandoned, and the next one held.
				if point != "opened" {
					t.Fatalf("abandoned: %s", r.Reason)
				}
				r = h.round()
			}
			if !h.killer.done {
				t.Fatalf("the point was never reached; seen: %v", h.killer.seen)
			}
			if got, want := h.model(r.Model), h.want(h.model(r.Base), r.Members); r.State != federate.Final || !same(got, want) {
				t.Errorf("%s: model %v, want %v", r.State, got, want)
			}
			for _, m := range r.Members {
				if !m.Included {
					t.Errorf("%s is not in the sum: it was killed for a moment only", m.Site)
				}
			}
		})
	}
}

func TestASiteThatDropsIsLeftOutAndTwoOfFiveEndTheRound(t *testing.T) {
	h := newHall(t, 5)
	h.cfg.TrainTime = 6 * time.Second
	h.sites["site-1"].Trainer.(*line).hang = true
	h.start()
	r := h.round()
	if r.State != federate.Final || r.Members[1].Included || r.Members[1].Dropped != "masked" {
		t.Fatalf("%+v", r)
	}
	if got, want := h.model(r.Model), h.want(h.model(r.Base), r.Members); !same(got, want) {
		t.Errorf("model %v, want %v", got, want)
	}
	h.stop()

	h = newHall(t, 5)
	h.cfg.TrainTime = 6 * time.Second
	h.sites["site-1"].Trainer.(*line).hang = true
	h.sites["site-3"].Trainer.(*line).hang = true
	h.start()
	if r := h.round(); r.State != federate.Abandoned || !strings.Contains(r.Reason, "too few") || r.Model != "" {
		t.Errorf("%+v", r)
	}
}

func TestFourSitesHoldNoRound(t *testing.T) {
	h := newHall(t, 4)
	h.start()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		h.now.Ask()
		if s := h.now.Status(); s.Open != nil {
			t.Fatalf("%+v", s.Open)
		} else if strings.Contains(s.Waiting, "4 sites are there") {
			return
		} else if time.Now().After(deadline) {
			t.Fatalf("%+v", s)
		}
	}
}

// forger changes what a site asks or is answered.
type forger struct {
	hub      participant.Hub
	question func(federate.Ask) federate.Ask
	answer   func(federate.Answer) federate.Answer
}

func (f forger) Ask(ctx context.Context, raw []byte) ([]byte, error) {
	ask, err := federate.DecodeAsk(raw)
	if err != nil {
		return nil, err
	}
	if f.question != nil {
		ask = f.question(ask)
	}
	if raw, err = ask.Encode(); err != nil {
		return nil, err
	}
	if raw, err = f.hub.Ask(ctx, raw); err != nil || f.answer == nil {
		return raw, err
	}
	answer, err := federate.DecodeAnswer(raw)
	if err != nil {
		return nil, err
	}
	return f.answer(answer).Encode()
}

func TestTamperedMessagesModelsAndReplaysAreRefused(t *testing.T) {
	for name, forge := range map[string]func(h *hall) forger{
		"a message changed on its way": func(h *hall) forger {
			return forger{hub: h, question: func(a federate.Ask) federate.Ask {
				if a.Kind == federate.Hand && a.Step >= 3 {
					a.Body = slices.Clone(a.Body)
					a.Body[len(a.Body)/2] ^= 1
				}
				return a
			}}
		},
		"another model than the terms name": func(h *hall) forger {
			return forger{hub: h, answer: func(a federate.Answer) federate.Answer {
				if a.Kind == federate.Here {
					a.Body = federate.EncodeModel([]float32{9, 9})
				}
				return a
			}}
		},
		"every message twice, and old ones again": func(h *hall) forger {
			var old [][]byte
			return forger{hub: h, question: func(a federate.Ask) federate.Ask {
				raw, _ := a.Encode()
				old = append(old, raw)
				for _, raw := range old[max(0, len(old)-20):] {
					_, _ = h.Ask(context.Background(), raw)
				}
				return a
			}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t, 5)
			h.cfg.StepTime, h.cfg.TrainTime = 8*time.Second, 8*time.Second
			cfg := h.sites["site-4"]
			cfg.Hub = forge(h)
			h.sites["site-4"] = cfg
			h.start()
			r := h.round()
			if r.State != federate.Final {
				t.Fatalf("%+v", r)
			}
			if got, want := h.model(r.Model), h.want(h.model(r.Base), r.Members); !same(got, want) {
				t.Errorf("model %v, want %v", got, want)
			}
			if honest := strings.HasPrefix(name, "every"); r.Members[4].Included != honest {
				t.Errorf("included: %v", r.Members[4].Included)
			}
		})
	}
}

func TestNobodyTakesAnothersNameAndAKnownNameKeepsItsKey(t *testing.T) {
	h := newHall(t, 5)
	h.start()
	h.round()
	imposter := federate.Ask{Kind: federate.Enrol, Site: "site-0", Key: key(99).Public().(ed25519.PublicKey), Body: federate.SignEnrolment("site-0", key(99))}
	raw, err := imposter.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]string{"": "enrolled with another key", "site-1": `"site-1" speaks as "site-0"`} {
		answer, err := federate.DecodeAnswer(h.now.Handle(t.Context(), from, raw))
		if err != nil || answer.Kind != federate.Refused || !strings.Contains(answer.Text, want) {
			t.Errorf("%+v %v, want %q", answer, err, want)
		}
	}
	h.stop()
	// A coordinator that forgot its members, and enrols another site under a name
	// that the others know: they take no part.
	if err := h.cfg.Settings.PutSetting(t.Context(), "federation.members", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	cfg := h.sites["site-0"]
	cfg.Key = key(99)
	h.sites["site-0"] = cfg
	h.cfg.StepTime = time.Second
	h.start()
	if r := h.round(); r.State != federate.Abandoned || r.Step != "join" {
		t.Errorf("%+v", r)
	}
}

func TestSpentBudgetsKeepASiteOutAndNoiseNeedsABudget(t *testing.T) {
	h := newHall(t, 6)
	h.cfg.Plan.Noise = &federate.Noise{Batch: 5, Clip: 1, Sigma: 2, Steps: 10}
	h.cfg.StepTime = 5 * time.Second
	for name, cfg := range h.sites {
		cfg.Budget = &privacy.Budget{Epsilon: 100, Delta: 1e-3}
		if name == "site-3" {
			m := privacy.Mechanism{Days: cfg.Trainer.Days(), Batch: 5, Clip: 1, Sigma: 2, Steps: 10}
			a, err := privacy.NewAccount(*cfg.Budget)
			if err != nil {
				t.Fatal(err)
			}
			cfg.Budget.Epsilon = a.After(m) * 1.1 // one round's worth
		}
		h.sites[name] = cfg
	}
	h.start()
	first := h.round()
	if first.State != federate.Final || !first.Members[3].Included || first.Noise == nil {
		t.Fatalf("%+v", first)
	}
	second := h.round()
	if second.State != federate.Final || second.Members[3].Included || second.Members[3].Dropped != "join" {
		t.Fatalf("%+v", second)
	}
}

func TestARoundOverTheBusAndOverALeafWhoseLinkIsCut(t *testing.T) {
	h := newHall(t, 5)
	users, keys := []bus.User{}, map[string]bus.Key{}
	for _, name := range []string{"coordinator", "site-0", "site-1", "site-2", "site-3", "site-4"} {
		k, err := bus.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		role := bus.RoleSite
		if name == "coordinator" {
			role = bus.RoleCoordinator
		}
		keys[name], users = k, append(users, bus.User{Name: name, Role: role, Public: k.Public()})
	}
	server, err := bus.Embed(bus.ServerConfig{Dir: t.TempDir(), Leaves: "127.0.0.1:0", Users: users})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	log := slog.New(slog.DiscardHandler)
	connect := func(name string) *nats.Conn {
		nc, err := server.Connect(keys[name], log)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(nc.Close)
		return nc
	}
	stop, err := bus.ServeFederation(connect("coordinator"), func(site string, question []byte) []byte { return h.now.Handle(t.Context(), site, question) })
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for name, cfg := range h.sites {
		if name != "site-4" {
			cfg.Hub = bus.NewFederationHub(connect(name), name)
			h.sites[name] = cfg
		}
	}
	hang := func() (*bus.Leaf, *nats.Conn) {
		leaf, err := bus.Hang(bus.LeafConfig{Name: "site-4", Hub: server.LeafURL(), Key: keys["site-4"]})
		if err != nil {
			t.Fatal(err)
		}
		nc, err := leaf.Connect(log)
		if err != nil {
			t.Fatal(err)
		}
		return leaf, nc
	}
	leaf, nc := hang()
	remote := &relay{hub: bus.NewFederationHub(nc, "site-4")}
	cfg := h.sites["site-4"]
	cfg.Hub = remote
	cfg.Reached = func(point string) {
		if point != "training" {
			return
		}
		// The link is cut while the site trains, and there again afterwards.
		nc.Close()
		leaf.Close()
		leaf, nc = hang()
		remote.set(bus.NewFederationHub(nc, "site-4"))
	}
	h.sites["site-4"] = cfg
	h.start()
	for range 2 {
		r := h.round()
		if r.State != federate.Final || !r.Members[4].Included {
			t.Fatalf("%+v", r)
		}
		if got, want := h.model(r.Model), h.want(h.model(r.Base), r.Members); !same(got, want) {
			t.Errorf("model %v, want %v", got, want)
		}
	}
	// A site asks under its own name alone.
	if _, err := bus.NewFederationHub(connect("site-1"), "site-2").Ask(short(t), nil); err == nil {
		t.Error("site-1 asks as site-2 and is answered")
	}
	h.stop()
	nc.Close()
	leaf.Close()
}

func short(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	t.Cleanup(cancel)
	return ctx
}

// relay is a way to the coordinator that can be exchanged.
type relay struct {
	mu  sync.Mutex
	hub participant.Hub
}

func (r *relay) set(hub participant.Hub) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.hub = hub
}

func (r *relay) Ask(ctx context.Context, question []byte) ([]byte, error) {
	r.mu.Lock()
	hub := r.hub
	r.mu.Unlock()
	return hub.Ask(ctx, question)
}

// book is a ledger that ends rounds as it is told.
type book struct {
	mu      sync.Mutex
	opened  int
	closing int // questions until it decides
	status  string
	bases   [][32]byte
}

func (b *book) Name() string { return "1/0xledger" }

func (b *book) Open(_ context.Context, base [32]byte, members []secagg.Identity) (uint64, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(members) < 5 {
		return 0, errors.New("too few")
	}
	b.opened++
	b.bases = append(b.bases, base)
	return uint64(b.opened), nil
}

func (b *book) Close(_ context.Context, _ uint64, r federate.Round) (root, status string, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r.Model == "" || r.Aggregate == "" || len(r.Updates()) != 5 {
		return "", "", errors.New("not a round that can be closed")
	}
	if b.closing > 0 {
		b.closing--
		return "0xroot", "closing", nil
	}
	return "0xroot", b.status, nil
}

func (b *book) decide(status string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.status, b.closing = status, 3
}

func TestWhatIsNotFinalOnTheLedgerDoesNotBecomeTheModel(t *testing.T) {
	h := newHall(t, 5)
	ledger := &book{}
	h.cfg.Ledger = ledger
	ledger.decide("aborted")
	h.start()
	first := h.round()
	if first.State != federate.Abandoned || first.Chain == nil || first.Chain.Status != "aborted" || !strings.Contains(first.Reason, "aborted") {
		t.Fatalf("%+v", first)
	}
	ledger.decide("final")
	second := h.round()
	if second.State != federate.Final || second.Base != first.Base || second.Chain.Root != "0xroot" {
		t.Fatalf("%+v", second)
	}
	if third := h.round(); third.Base != second.Model || ledger.bases[0] != ledger.bases[1] || ledger.bases[1] == ledger.bases[2] {
		t.Errorf("the third round begins from %s, the model is %s", third.Base, second.Model)
	}
}
