package app

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
	"github.com/pouw-dem/pouwdem/internal/service/attestation"
	"github.com/pouw-dem/pouwdem/internal/service/backtest"
	"github.com/pouw-dem/pouwdem/internal/service/coordinator"
	"github.com/pouw-dem/pouwdem/internal/service/participant"
)

// federation is the part of the process that holds rounds of federated training,
// and takes part in them for the sites that are here.
type federation struct {
	s      *services
	haltAt string // crash tests

	mu          sync.Mutex
	coordinator *coordinator.Coordinator // nil: not yet, or failed
	gate        *attestation.Gate
	failed      string
	trainers    map[string]*siteTrainer // of the sites here
}

// forget gives up what a site of this process adopted.
func (f *federation) forget(ctx context.Context, site string) error {
	f.mu.Lock()
	t := f.trainers[site]
	f.mu.Unlock()
	if t == nil {
		return f.s.store.PutSetting(ctx, settingAdopted(site), []byte{})
	}
	return t.forget(ctx)
}

func newFederation(s *services, haltAt string) *federation {
	return &federation{s: s, haltAt: strings.TrimPrefix(haltAt, "federation "), failed: "It is being started."}
}

const (
	federatedStepTime  = 30 * time.Second // of the wall
	federatedTrainTime = 5 * time.Minute
	federatedAlive     = 20 * time.Second
	federatedPause     = 300 * time.Millisecond
	federatedSteps     = 400 // of local training a round
)

// federatedPlan is what rounds are agreed on. The clip is a few times the length
// that updates have; noise is by days.
func federatedPlan(f config.Federation) federate.Plan {
	p := federate.Plan{
		Version: 1, Strategy: strategy.Settings{Name: f.Strategy}, Clip: 8, Bits: 22, MaxWeight: 366, Steps: federatedSteps,
	}
	if f.Epsilon > 0 {
		p.Noise = &federate.Noise{Batch: 7, Clip: 1, Sigma: 4, Steps: 20}
		p.Steps = p.Noise.Steps
	}
	return p
}

func budgetOf(f config.Federation) *privacy.Budget {
	if f.Epsilon == 0 {
		return nil
	}
	return &privacy.Budget{Epsilon: f.Epsilon, Delta: f.Delta}
}

// run holds rounds until ctx ends. The process goes on without them.
func (f *federation) run(ctx context.Context) error {
	f.s.ledger.afterFirstTick(ctx)
	if err := f.hold(ctx); err != nil && ctx.Err() == nil {
		f.set(nil, err.Error())
		f.s.log.ErrorContext(ctx, "no federated rounds are held", "error", err)
		<-ctx.Done()
	}
	return nil
}

func (f *federation) hold(ctx context.Context) error {
	if f.s.role == roleSite {
		return f.takePart(ctx)
	}
	initial, err := federatedInitial()
	if err != nil {
		return err
	}
	cfg := coordinator.Config{
		Rounds: f.s.store, Transcripts: f.s.store, Settings: f.s.store, Plan: federatedPlan(f.s.cfg.Federation), Initial: initial,
		Every: f.s.cfg.Federation.Every, StepTime: federatedStepTime, TrainTime: federatedTrainTime, Alive: federatedAlive,
		Reached:   haltOnce(f.s.cfg.DataDir, f.haltAt),
		Simulated: f.s.cfg.World == config.WorldSimulated && f.s.cfg.Federation.History == "", Clock: f.s.clock, Random: rand.Reader, Log: f.s.log,
	}
	shows, err := newAttester(f.s.cfg.Federation.Attestation, filepath.Join(f.s.cfg.DataDir, "federation"))
	if err != nil {
		return err
	}
	identity, err := ownIdentity(filepath.Join(f.s.cfg.DataDir, "federation"), "coordinator")
	if err != nil {
		return err
	}
	gate := shows.gate(identity.Public().(ed25519.PublicKey), f.s.log)
	f.mu.Lock()
	f.gate = gate
	f.mu.Unlock()
	cfg.Gate = gate
	if f.s.cfg.Chain.URL == config.ChainEmbedded {
		cfg.Ledger = federationLedger{f.s.ledger}
	}
	c, err := coordinator.New(ctx, cfg)
	if err != nil {
		return err
	}
	stop, err := bus.ServeFederation(f.s.hub.nc, func(site string, question []byte) []byte { return c.Handle(ctx, site, question) })
	if err != nil {
		return err
	}
	defer func() {
		if err := stop(); err != nil && !errors.Is(err, nats.ErrConnectionClosed) {
			f.s.log.DebugContext(ctx, "federated sites are still listened to", "error", err)
		}
	}()
	f.set(c, "")
	parts := []part{{"federated rounds", c.Run}}
	own, err := f.participants(ctx, shows)
	if err != nil {
		f.set(c, err.Error())
		f.s.log.WarnContext(ctx, "the sites of this process take no part in federated training", "error", err)
	}
	return runParts(ctx, f.s.log, append(parts, own...))
}

// takePart takes part in the coordinator's rounds, from a process of the site's own.
func (f *federation) takePart(ctx context.Context) error {
	var own []part
	shows, err := newAttester(f.s.cfg.Federation.Attestation, filepath.Join(f.s.cfg.DataDir, "federation"))
	if err == nil {
		own, err = f.participants(ctx, shows)
	}
	if err != nil {
		f.set(nil, err.Error())
		f.s.log.WarnContext(ctx, "the site takes no part in federated training", "error", err)
	}
	if len(own) == 0 {
		<-ctx.Done()
		return nil
	}
	return runParts(ctx, f.s.log, own)
}

func (f *federation) set(c *coordinator.Coordinator, failed string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.coordinator, f.failed = c, failed
}

func (f *federation) now() (*coordinator.Coordinator, string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.coordinator, f.failed
}

// participants are the sites of this process, each over a connection of its own.
func (f *federation) participants(ctx context.Context, shows *attester) ([]part, error) {
	cfg := f.s.cfg
	if cfg.Federation.Here == config.FederationNone || f.s.role == roleCoordinator {
		return nil, nil
	}
	if cfg.World == config.WorldLive && cfg.Federation.History == "" {
		return nil, errors.New("there are no recorded prices to train on: set federation.history to a folder of them")
	}
	turn := new(sync.Mutex)
	var parts []part
	for i := range f.s.sites {
		s := &f.s.sites[i]
		key, err := ownIdentity(filepath.Join(cfg.DataDir, "federation"), s.ID)
		if err != nil {
			return nil, err
		}
		nc, err := f.s.connectSite(s.ID)
		if err != nil {
			f.s.log.WarnContext(ctx, "a site of this process is not in federated training", "site", s.ID, "error", err)
			continue
		}
		trainer := &siteTrainer{site: s, rule: policy.Threshold{Params: cfg.Policy.Params.Build()}, book: f.s.store, turn: turn, adopted: f.s.adopt}
		f.keep(trainer)
		trainer.data, trainer.last = siteDays(s, cfg.Federation.History, cfg.Seed, func() unit.Day { return unit.DayOf(f.s.clock.Now()).Add(-1) })
		p := participant.New(participant.Config{
			Site: s.ID, Key: key, Hub: bus.NewFederationHub(nc, s.ID), Book: f.s.store, Trainer: trainer, Budget: budgetOf(cfg.Federation),
			Prover: shows.prover(s.ID, key.Public().(ed25519.PublicKey)), Pause: federatedPause, Random: rand.Reader, Log: f.s.log,
		})
		parts = append(parts, part{"federated site " + s.ID, func(ctx context.Context) error {
			defer nc.Close()
			return p.Run(ctx)
		}})
	}
	return parts, nil
}

func (f *federation) keep(t *siteTrainer) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.trainers == nil {
		f.trainers = map[string]*siteTrainer{}
	}
	f.trainers[t.site.ID] = t
}

// siteDays is where a site's days come from: files, or the simulated world.
func siteDays(s *site.Site, history string, seed uint64, newest func() unit.Day) (data func(from, to unit.Day) (backtest.Data, error), last func() unit.Day) {
	if history == "" {
		return func(from, to unit.Day) (backtest.Data, error) {
			return backtest.Simulated(world.New(seed, world.Config{}), s, from, to), nil
		}, newest
	}
	read := sync.OnceValues(func() (d backtest.Data, err error) {
		files, err := historyFiles(history)
		if err == nil {
			err = files.readData(&d, s.Point)
		}
		if err == nil && len(d.Spot) == 0 {
			err = fmt.Errorf("federation.history: no prices of %s", s.Point)
		}
		return d, err
	})
	return func(unit.Day, unit.Day) (backtest.Data, error) { return read() }, func() unit.Day {
		d, err := read()
		if err != nil {
			return newest() // the reading of days says what is wrong
		}
		return unit.DayOf(d.Spot[len(d.Spot)-1].Start).Add(-1)
	}
}

// ownIdentity is a site's signing key, made the first time.
func ownIdentity(dir, name string) (ed25519.PrivateKey, error) {
	path := filepath.Join(dir, name+".key")
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		seed := make([]byte, ed25519.SeedSize)
		if _, err := rand.Read(seed); err != nil {
			return nil, fmt.Errorf("make a site's key: %w", err)
		}
		raw = []byte(hex.EncodeToString(seed) + "\n")
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("make the folder of keys: %w", err)
		}
		err = os.WriteFile(path, raw, 0o600)
		if err != nil {
			return nil, fmt.Errorf("keep a site's key: %w", err)
		}
	} else if err != nil {
		return nil, fmt.Errorf("read a site's key: %w", err)
	}
	seed, err := hex.DecodeString(strings.TrimSpace(string(raw)))
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("%s is no signing key: 64 hexadecimal digits", path)
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

// federationLedger records rounds on the chain of this process, once it is open.
type federationLedger struct{ l *ledger }

func (f federationLedger) exchange() (*exchange, error) {
	s, failure := f.l.now()
	if s == nil || s.exchange == nil {
		return nil, errors.New(strings.TrimSpace("the chain is not open yet; the round waits for it. " + failure))
	}
	return s.exchange, nil
}

// Name is chain and contract.
func (f federationLedger) Name() string {
	x, err := f.exchange()
	if err != nil {
		return ""
	}
	return x.federation.Name()
}

// Open opens a round there.
func (f federationLedger) Open(ctx context.Context, base [32]byte, members []secagg.Identity) (uint64, error) {
	x, err := f.exchange()
	if err != nil {
		return 0, err
	}
	return x.federation.Open(ctx, base, members)
}

// Close closes a round there.
func (f federationLedger) Close(ctx context.Context, number uint64, r federate.Round) (root, status string, err error) {
	x, err := f.exchange()
	if err != nil {
		return "", "", err
	}
	return x.federation.Close(ctx, number, r)
}

// OpenRound asks for a round.
func (f *federation) OpenRound(context.Context) error {
	c, failed := f.now()
	if c == nil {
		return errors.New("no round can be held: " + failed)
	}
	c.Ask()
	return nil
}

// newestRounds is how many rounds the API lists.
const newestRounds = 30

// Federation is how it stands.
func (f *federation) Federation(ctx context.Context) (report.Federation, error) {
	cfg := f.s.cfg.Federation
	v := report.Federation{
		Simulated: f.s.cfg.World == config.WorldSimulated && cfg.History == "", Together: cfg.Here == config.FederationSites,
		Strategy: cfg.Strategy, EveryS: cfg.Every.Seconds(), NotClaimed: report.FederationNotClaimed(), NotProtected: privacy.NotProtected(),
		Claim:       "The coordinator, even one that lies and colludes with as many sites as a round names, learns of the others' updates only their sum.",
		Noise:       "No noise: whoever reads the sum may learn something about single days of single sites. Set federation.epsilon for a bound on that.",
		Attestation: report.Attestation{Sites: []report.AttestedSite{}}, Sites: []report.FederationSite{}, Rounds: []report.FederationRound{},
	}
	if cfg.Epsilon > 0 {
		v.Noise = "Noise by days: what a site hands in is nearly as likely without any one of its days, within its epsilon below."
	}
	c, failed := f.now()
	v.Text = failed
	if c == nil {
		return v, nil
	}
	status := c.Status()
	v.Model = status.Newest
	if status.Waiting != "" && failed == "" {
		v.Text = status.Waiting
	}
	if !status.NextAt.IsZero() {
		v.NextAt = &status.NextAt
	}
	rounds, err := f.s.store.FedRounds(ctx, newestRounds)
	if err != nil {
		return v, err
	}
	for _, r := range rounds {
		if status.Open != nil && r.Number == status.Open.Number {
			r = *status.Open
		}
		if r.Number > 0 { // 0 is the model before the first
			v.Rounds = append(v.Rounds, report.NewFederationRound(r))
		}
	}
	v.Attestation = f.attestationView()
	st, err := f.s.standing(ctx)
	if err != nil {
		return v, err
	}
	a, err := f.s.adoption(ctx)
	if err != nil {
		return v, err
	}
	v.RolledBackAt, v.RolledBack = a.RolledAt, a.RolledWhy
	if v.Study, err = shownStudy(f.s.cfg.DataDir); err != nil {
		return v, err
	}
	for _, s := range status.Sites {
		row, err := f.siteView(ctx, s)
		if err != nil {
			return v, err
		}
		if row.Here {
			row.Adopted = f.s.adoptedView(st, a, s.Name)
		}
		v.Sites = append(v.Sites, row)
	}
	return v, nil
}

// attestationWorth is what evidence gives, and what it does not.
const attestationWorth = "Evidence ties a site's keys to a measured program on a platform that its maker vouches for, against attackers from afar. " +
	"It does not hold against who has the machine in hand: attestation keys have been taken off the memory bus of SGX, TDX and SEV-SNP machines. " +
	"Software evidence proves nothing to anybody who does not trust the computer it comes from."

func (f *federation) attestationView() report.Attestation {
	v := report.Attestation{Ask: f.s.cfg.Federation.Attestation.Ask, Worth: attestationWorth, Hardware: f.s.cfg.Federation.Attestation.Machine != config.MachineSoftware, Sites: []report.AttestedSite{}}
	f.mu.Lock()
	gate := f.gate
	f.mu.Unlock()
	if gate != nil {
		v.Sites = append(v.Sites, attestedSites(gate)...)
	}
	return v
}

func (f *federation) siteView(ctx context.Context, s coordinator.Site) (report.FederationSite, error) {
	row := report.FederationSite{Site: s.Name, Key: s.Key, Alive: s.Alive}
	for i := range f.s.sites {
		row.Here = row.Here || f.s.sites[i].ID == s.Name && f.s.cfg.Federation.Here == config.FederationSites
	}
	if !row.Here {
		return row, nil
	}
	raw, ok, err := f.s.store.Setting(ctx, participant.SettingConsidered(s.Name))
	if err != nil {
		return row, err
	}
	var c participant.Considered
	if ok && json.Unmarshal(raw, &c) == nil {
		row.Verdict = report.NewFederationVerdict(c.Model, c.Verdict)
	}
	budget := budgetOf(f.s.cfg.Federation)
	if budget == nil {
		return row, nil
	}
	account, err := privacy.NewAccount(*budget)
	if err != nil {
		return row, err
	}
	if raw, ok, err = f.s.store.Setting(ctx, participant.SettingAccount(s.Name)); err != nil {
		return row, err
	}
	if ok {
		if err := json.Unmarshal(raw, account); err != nil {
			return row, fmt.Errorf("read the privacy account of %s: %w", s.Name, err)
		}
		account.Budget = *budget
	}
	row.Privacy = report.NewFederationPrivacy(account.Statement())
	return row, nil
}

var _ coordinator.Ledger = federationLedger{}
