package simulate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// Options are what a [Server] needs. World and Clock are required.
type Options struct {
	World  *world.World
	Clock  clock.Clock
	Seed   uint64 // of what the world does not decide: keys, failed wakes, noise of meters
	Sites  []AgentSite
	Logger *slog.Logger // nil discards

	// Interruptible are the resources of the simulated OpenADR program.
	Interruptible []Interruptible

	// Credentials are those that the stand-in of ERCOT accepts; zero fields take
	// [DefaultCredentials].
	Credentials Credentials
	// BearerField is which of the two tokens ERCOT's API honours: "id_token" (also
	// when empty) or "access_token". The other is answered with a redirect, as has
	// been seen.
	BearerField string
	// Handout serves the hackathon's inventory as in its handout, not as it was
	// served on the day.
	Handout bool
}

// Credentials open the stand-in of ERCOT's Public API. They guard nothing.
type Credentials struct {
	Username        string
	Password        string
	SubscriptionKey string
}

// DefaultCredentials are those of the simulated world.
func DefaultCredentials() Credentials {
	return Credentials{Username: "simulated", Password: "simulated", SubscriptionKey: "simulated"}
}

// Server is every stand-in on one handler. Make it with [New].
type Server struct {
	world     atomic.Pointer[world.World]
	clock     clock.Clock
	log       *slog.Logger
	started   time.Time
	login     *login
	throttle  *throttle
	products  []product
	hackathon *hackathon
	agents    map[string]*agent
	faults    *faults
	qse       *qseDesk
	vtn       *vtn
	mux       *http.ServeMux
	scenario  sync.Mutex // one change of the world at a time
}

// New is a server that has not been started. A missing world or clock and two
// sites of one name are errors.
func New(o Options) (*Server, error) {
	if o.World == nil || o.Clock == nil {
		return nil, errors.New("simulated world: a world and a clock are required")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	s := &Server{
		clock:     o.Clock,
		log:       o.Logger,
		started:   o.Clock.Now(),
		login:     newLogin(o.Credentials, o.BearerField),
		throttle:  &throttle{},
		products:  products(),
		hackathon: newHackathon(o.Seed, o.Handout),
		agents:    map[string]*agent{},
		faults:    newFaults(o.Seed),
		qse:       newQSEDesk(),
		vtn:       &vtn{resources: o.Interruptible},
		mux:       http.NewServeMux(),
	}
	s.world.Store(o.World)
	for _, site := range o.Sites {
		if _, twice := s.agents[site.ID]; twice {
			return nil, fmt.Errorf("simulated world: site %q is there twice; give each site an id of its own", site.ID)
		}
		made, err := newAgent(site, o.Seed, s.started)
		if err != nil {
			return nil, err
		}
		s.agents[site.ID] = made
	}
	s.routes()
	return s, nil
}

// moment is what a request is answered from: a time, the world, and what a
// fault does to units.
type moment struct {
	now   time.Time
	world *world.World
	scale float64 // values are multiplied by it: 1, unless units are wrong
}

type answer func(w http.ResponseWriter, r *http.Request, m moment)

func (s *Server) routes() {
	s.routeERCOT()
	s.routeDashboards()
	s.routeMempool()
	s.routeHackathon()
	s.handle("gpu", "GET /gpu/v1/gpu-prices", gpuPrices)
	s.handle("gpu", "GET /gpu/v1/token-prices", tokenPrices)
	s.routeAgents()
	s.routeQSE()
	s.routeVTN()
	s.mux.HandleFunc("PUT /_faults", s.putFault)
	s.mux.HandleFunc("GET /_faults", s.getFaults)
	s.mux.HandleFunc("PUT /_scenario", s.putScenario)
	s.mux.HandleFunc("DELETE /_scenario", s.deleteScenario)
}

// handle serves a pattern for a target of faults.
func (s *Server) handle(target, pattern string, a answer) {
	s.mux.Handle(pattern, s.faults.around(target, s.clock, func(w http.ResponseWriter, r *http.Request, now time.Time, scale float64) {
		a(w, r, moment{now: now, world: s.world.Load(), scale: scale})
	}))
}

// Handler answers every route of every stand-in.
func (s *Server) Handler() http.Handler { return s.mux }

// Run serves on the listener until ctx ends, then lets requests finish for a
// second. It returns nil when ctx ended it.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s.mux,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stop := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if err := server.Shutdown(grace); err != nil {
			server.Close()
		}
	})
	defer stop()
	s.log.Info("simulated world listens", "address", l.Addr().String())
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the simulated world on %s: %w", l.Addr(), err)
	}
	return nil
}

// URLs are where clients of the stand-ins point, in place of the real ones.
type URLs struct {
	ERCOT      string            `json:"ercot"`       // for https://api.ercot.com/api/public-reports
	ERCOTToken string            `json:"ercot_token"` // for the token endpoint on ercotb2c.b2clogin.com
	Dashboards string            `json:"dashboards"`  // for https://www.ercot.com/api/1/services/read/dashboards
	MIS        string            `json:"mis"`         // for https://www.ercot.com
	Mempool    string            `json:"mempool"`     // for https://mempool.space/api
	MARA       string            `json:"mara"`        // for the hackathon's host
	GPU        string            `json:"gpu"`         // the price feed itself
	Tokens     string            `json:"tokens"`      // the same
	QSE        string            `json:"qse"`         // the scheduling entity's interface
	VTN        string            `json:"vtn"`         // OpenADR 3
	Agents     map[string]string `json:"agents"`      // of the machine groups, by site
}

// URLs are those under a base such as http://127.0.0.1:8080.
func (s *Server) URLs(base string) URLs {
	u := URLs{
		ERCOT:      base + "/ercot/api/public-reports",
		ERCOTToken: base + "/ercot-login" + tokenPath,
		Dashboards: base + "/ercot-www/api/1/services/read/dashboards",
		MIS:        base + "/ercot-www",
		Mempool:    base + "/mempool/api",
		MARA:       base + "/mara",
		GPU:        base + "/gpu/v1/gpu-prices",
		Tokens:     base + "/gpu/v1/token-prices",
		QSE:        base + qsePath,
		VTN:        base + vtnPath,
		Agents:     map[string]string{},
	}
	for id := range s.agents {
		u.Agents[id] = base + "/agents/" + id
	}
	return u
}

// Credentials are those that ERCOT's stand-in accepts.
func (s *Server) Credentials() Credentials { return s.login.accepts }

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	// A client that went away is its own matter.
	_ = json.NewEncoder(w).Encode(body)
}
