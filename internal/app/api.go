package app

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net"
	"os"
	"runtime"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/web"
)

// newAPI listens and returns what serves the API and the dashboard.
func newAPI(ctx context.Context, p Process, cfg *config.Config, o runOptions, s *services) (func(context.Context) error, error) {
	setup, err := setupToken(cfg)
	if err != nil {
		return nil, err
	}
	tokens, err := tokensOf(cfg)
	if err != nil {
		return nil, err
	}
	dashboard := web.Dist()
	if o.webDir != "" {
		dashboard = os.DirFS(o.webDir)
	}
	tuner := newTuner(s)
	var network httpapi.Network
	if s.watch != nil {
		network = s.watch
	}
	var hand orderDesk = s.controller
	if s.role == roleCoordinator {
		hand = remoteDesk{s}
	}
	server, err := httpapi.New(httpapi.Config{
		Version: p.Version, Commit: p.Version, GoVersion: runtime.Version(), Role: s.role,
		Control: cfg.Control, World: cfg.World, Started: s.started, Sites: s.sites,
		Limits: cfg.StaleLimits(), Renewable: cfg.Renewable.Threshold,
		Tokens: tokens, SetupToken: setup, Loopback: cfg.LoopbackOnly(),
	}, httpapi.Deps{
		Decisions: s.store, Ledger: ledgerView{s.store}, Market: marketView{s.store}, Machines: s.store,
		Orders: s.store, Outbox: s.store, Desk: hand, Emergency: hand, Enrolment: s.enrolment(),
		Tuner: tuner, Auditor: auditor{s.store}, Process: process{s}, Network: network, Forecasts: s.forecaster, Outlooks: s.outlooks, Work: s.tasks, Purse: purse{s}, Pools: s.pools, Federated: s.federation, DayAhead: deskView{s}, Recording: s.ledger, Trading: trading{s.ledger},
		Yard:    yardView{s},
		Metrics: metricsHandler(s), Web: dashboard, Clock: s.clock, Log: s.log,
	})
	if err != nil {
		return nil, err
	}
	var listen net.ListenConfig
	l, err := listen.Listen(ctx, "tcp", cfg.Listen)
	if err != nil {
		return nil, fmt.Errorf("listen on %s (on macOS port 5000 is AirPlay's; --listen takes another): %w", cfg.Listen, err)
	}
	address := "http://" + l.Addr().String()
	s.log.InfoContext(ctx, "dashboard", "url", address)
	if o.printAddr {
		fmt.Fprintln(p.Stdout, "listening", address)
	}
	if setup != "" {
		fmt.Fprintf(p.Stderr, "dashboard %s\nto change anything there, log in with the token %s\n", address, setup)
	}
	return func(ctx context.Context) error {
		tuning, stop := context.WithCancel(ctx)
		defer tuner.wait()
		defer stop()
		tuner.start(tuning)
		return server.Serve(ctx, l)
	}, nil
}

// orderDesk is what operators order at.
type orderDesk interface {
	httpapi.Desk
	httpapi.Emergency
}

// setupToken is a fresh token where none are configured; it lives as long as
// the process.
func setupToken(cfg *config.Config) (string, error) {
	if len(cfg.Auth.Tokens) > 0 {
		return "", nil
	}
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		return "", fmt.Errorf("make a token: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}

func tokensOf(cfg *config.Config) ([]httpapi.Token, error) {
	tokens := make([]httpapi.Token, 0, len(cfg.Auth.Tokens))
	for _, t := range cfg.Auth.Tokens {
		role, err := httpapi.ParseRole(t.Role)
		if err != nil {
			return nil, fmt.Errorf("auth.tokens: %s: %w", t.Name, err)
		}
		tokens = append(tokens, httpapi.Token{Name: t.Name, Role: role, SHA256: t.SHA256})
	}
	return tokens, nil
}

// ledgerView shows the store's sums as the reports want them.
type ledgerView struct{ *store.Store }

// Rollup adds settlements up by "hour" or "day".
func (v ledgerView) Rollup(ctx context.Context, site string, from, to time.Time, by string) ([]report.Sum, error) {
	rows, err := v.Store.Rollup(ctx, site, from, to, by)
	if err != nil {
		return nil, err
	}
	sums := make([]report.Sum, 0, len(rows))
	for _, r := range rows {
		sums = append(sums, report.Sum{
			Start: r.Start, Site: r.Site, Lever: r.Lever, Use: r.Use, Class: r.Class,
			Amount: r.Amount, MWh: r.MWh, Simulated: r.Simulated,
		})
	}
	return sums, nil
}

// marketView shows the store's series as the reports want them.
type marketView struct{ *store.Store }

// Catalogue is every series with its newest value.
func (v marketView) Catalogue(ctx context.Context) ([]report.SeriesInfo, error) {
	rows, err := v.Store.Catalogue(ctx)
	if err != nil {
		return nil, err
	}
	infos := make([]report.SeriesInfo, 0, len(rows))
	for _, r := range rows {
		infos = append(infos, report.SeriesInfo{Newest: r.Newest, Count: r.Revisions, First: r.First})
	}
	return infos, nil
}

// Downsample thins a series for a chart.
func (v marketView) Downsample(ctx context.Context, series market.Series, from, to time.Time, step time.Duration) ([]report.Point, error) {
	rows, err := v.Store.Downsample(ctx, series, from, to, step)
	if err != nil {
		return nil, err
	}
	points := make([]report.Point, 0, len(rows))
	for _, r := range rows {
		points = append(points, report.Point{Start: r.Start, Mean: r.Mean, Min: r.Min, Max: r.Max, Simulated: r.Simulated})
	}
	return points, nil
}

// auditor keeps the API's changes in the store's audit log.
type auditor struct{ store *store.Store }

// Audit appends a change.
func (a auditor) Audit(ctx context.Context, c httpapi.Change) error {
	return a.store.Audit(ctx, store.Entry{At: c.At, Who: c.Who, What: c.What, Site: c.Site, After: c.After, Reason: c.Reason})
}

// process tells about the program.
type process struct{ s *services }

// Next is when the next decision is due.
func (p process) Next() time.Time {
	next, _ := p.s.controller.Next()
	return next
}

// Settings are the effective settings, secrets masked.
func (p process) Settings() []report.Setting {
	origins, err := p.s.cfg.Sources()
	if err != nil {
		return []report.Setting{{Name: "configuration", Value: "cannot be listed: " + err.Error()}}
	}
	settings := make([]report.Setting, 0, len(origins))
	for _, o := range origins {
		settings = append(settings, report.Setting{Name: o.Setting, Value: o.Value, Source: o.From, Secret: o.Value == "[redacted]"})
	}
	return settings
}

// Feeds are the feeds' health.
func (p process) Feeds(at time.Time) []report.FeedHealth {
	var feeds []report.FeedHealth
	for _, h := range p.s.collector.Health() {
		f := report.FeedHealth{
			Name: h.Feed, EveryS: h.Every.Seconds(), State: "ok", LastError: h.Error, Failures: h.Failures,
			Observations: int64(h.Added), Simulated: p.s.cfg.World == config.WorldSimulated,
		}
		if !h.LastGood.IsZero() {
			age := at.Sub(h.LastGood).Seconds()
			f.LastOK, f.AgeS = &h.LastGood, &age
		}
		switch {
		case h.Polled.IsZero():
			f.State = "waiting"
		case !h.OK:
			f.State, f.LastErrorAt = "failing", &h.Polled
		case at.Sub(h.LastGood) > 2*h.Every+time.Minute:
			f.State = "late"
		}
		feeds = append(feeds, f)
	}
	return feeds
}

// Checks are what readiness depends on: the store, and a tick that came.
func (p process) Checks(ctx context.Context) []report.Check {
	stored := report.Check{Name: "store", OK: true, Detail: "answers"}
	if err := p.s.store.Ping(ctx); err != nil {
		stored.OK, stored.Detail = false, err.Error()
	}
	_, last := p.s.controller.Next()
	tick := report.Check{Name: "tick", OK: last.Decided > 0, Detail: "no site has been decided yet"}
	if tick.OK {
		tick.Detail = fmt.Sprintf("%d sites decided for %s in %s, %d failed", last.Decided, last.Interval.Key(), last.Took.Round(time.Millisecond), last.Failed)
	}
	switch p.s.role {
	case roleCoordinator:
		return []report.Check{stored, p.s.hub.check()}
	case roleSite:
		return []report.Check{stored, tick, p.s.link.check()}
	}
	return []report.Check{stored, tick}
}
