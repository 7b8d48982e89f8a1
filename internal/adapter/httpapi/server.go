package httpapi

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Config is what the server shows of the program and whom it lets in.
type Config struct {
	Version   string
	Commit    string
	GoVersion string
	Role      string // of the process: run, site, coordinator, worker
	Control   string // advise or live
	World     string // simulated or live
	Started   time.Time
	Sites     []site.Site
	Limits    market.Limits // how old values may be
	Renewable float64       // threshold of the renewable rule, a fraction

	Tokens []Token // who may use the API; empty: see SetupToken
	// SetupToken gives every right where no tokens are configured. Reading is
	// then open, which is why the server then refuses to listen beyond loopback.
	SetupToken string
	// Hosts are names by which clients may call the server, beside loopback
	// ones. On loopback any other name is refused, so that a page on the web
	// cannot reach the server by having its own name resolve to 127.0.0.1.
	Hosts    []string
	Loopback bool // the server listens on loopback only
	Streams  int  // live streams at most; 0: 64
}

// Deps is what the server reaches the rest through.
type Deps struct {
	Decisions Decisions
	Ledger    Ledger
	Market    Market
	Machines  Machines
	Orders    OrderBook
	Outbox    Outbox
	Desk      Desk
	Emergency Emergency
	Tuner     Tuner
	Auditor   Auditor
	Process   Process
	Forecasts Forecasts    // nil: this process forecasts nothing
	Outlooks  Outlooks     // nil: nor anything beside prices
	Pools     Pools        // nil: this process routes no hashrate
	Work      Work         // nil: this process makes no tasks
	Purse     Purse        // nil: nobody pays for tasks here
	DayAhead  DayAhead     // nil: this process takes part in no market
	Federated Federation   // nil: this process holds no federated rounds
	Enrolment Enrolment    // nil: nobody joins this process
	Yard      Yard         // nil: no machine is driven by itself
	Network   Network      // nil: this process studies no network, and says so
	Trading   Trading      // nil: this process trades nothing, and has no such routes
	Recording Recording    // nil: this process records nothing on a chain, and says so
	Metrics   http.Handler // Prometheus text
	Web       fs.FS        // the dashboard's files
	Clock     clock.Clock
	Log       *slog.Logger
}

// Server is the HTTP side of the program.
type Server struct {
	cfg      Config
	deps     Deps
	gate     *gate
	streams  chan struct{} // one token for each open stream
	closing  chan struct{} // closed when streams have to end
	handler  http.Handler
	contract []byte // the OpenAPI document
}

const defaultStreams = 64

// New builds the server; it starts nothing.
func New(cfg Config, deps Deps) (*Server, error) {
	if err := deps.check(); err != nil {
		return nil, err
	}
	if deps.Forecasts == nil {
		deps.Forecasts = unforeseen{}
	}
	if deps.Outlooks == nil {
		deps.Outlooks = unforeseen{}
	}
	if deps.Enrolment == nil {
		deps.Enrolment = noDoor{}
	}
	if deps.Pools == nil {
		deps.Pools = unrouted{}
	}
	if deps.Work == nil {
		deps.Work = idle{}
	}
	if deps.Purse == nil {
		deps.Purse = noPurse{}
	}
	if deps.Federated == nil {
		deps.Federated = alone{}
	}
	if deps.DayAhead == nil {
		deps.DayAhead = closed{}
	}
	if deps.Yard == nil {
		deps.Yard = unlisted{}
	}
	if deps.Network == nil {
		deps.Network = unstudied{}
	}
	if deps.Recording == nil {
		deps.Recording = unrecorded{}
	}
	if cfg.Streams <= 0 {
		cfg.Streams = defaultStreams
	}
	gate, err := newGate(cfg, deps.Clock)
	if err != nil {
		return nil, err
	}
	s := &Server{
		cfg: cfg, deps: deps, gate: gate,
		streams: make(chan struct{}, cfg.Streams), closing: make(chan struct{}),
	}
	if err := s.route(); err != nil {
		return nil, err
	}
	return s, nil
}

func (d Deps) check() error {
	if d.Decisions == nil || d.Ledger == nil || d.Market == nil || d.Machines == nil || d.Orders == nil || d.Outbox == nil {
		return errors.New("http server: every reading part of Deps is needed")
	}
	if d.Desk == nil || d.Emergency == nil || d.Tuner == nil || d.Auditor == nil {
		return errors.New("http server: every changing part of Deps is needed")
	}
	if d.Process == nil || d.Metrics == nil || d.Web == nil || d.Clock == nil || d.Log == nil {
		return errors.New("http server: Process, Metrics, Web, Clock and Log are needed")
	}
	return nil
}

// Handler answers every request that the server takes.
func (s *Server) Handler() http.Handler { return s.handler }

// OpenAPI is the OpenAPI 3.1 document of the API, as JSON.
func (s *Server) OpenAPI() []byte { return s.contract }

const (
	headerTimeout = 5 * time.Second
	readTimeout   = 15 * time.Second
	writeTimeout  = 30 * time.Second // streams set a deadline for each write instead
	idleTimeout   = 2 * time.Minute
	closeTimeout  = 5 * time.Second
	maxHeader     = 32 << 10
)

// Serve answers on ln until ctx ends, then lets running requests finish. It may
// be called once.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	if err := s.mayListen(ln.Addr()); err != nil {
		return errors.Join(err, ln.Close())
	}
	server := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(s.deps.Log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ln) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve http on %s: %w", ln.Addr(), err)
	case <-ctx.Done():
	}
	close(s.closing)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closeTimeout)
	defer cancel()
	err := server.Shutdown(ctx)
	if err != nil {
		err = errors.Join(fmt.Errorf("close http connections: %w", err), server.Close())
	}
	if served := <-ended; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

func (s *Server) mayListen(addr net.Addr) error {
	if len(s.cfg.Tokens) > 0 {
		return nil
	}
	tcp, ok := addr.(*net.TCPAddr)
	if ok && tcp.IP.IsLoopback() {
		return nil
	}
	return fmt.Errorf("listen on %s: nobody would have to log in; configure auth.tokens, or listen on 127.0.0.1", addr)
}

// health runs the readiness checks.
func (s *Server) health(ctx context.Context) report.Health {
	h := report.Health{OK: true, Checks: s.deps.Process.Checks(ctx)}
	if h.Checks == nil {
		h.Checks = []report.Check{}
	}
	for _, c := range h.Checks {
		h.OK = h.OK && c.OK
	}
	return h
}
