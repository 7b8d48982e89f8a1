package simulate

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"time"
)

// agent is a site's agent of machine groups: it reads them, sets their power
// and has the site's meter.
type agent struct {
	site AgentSite

	mu     sync.Mutex
	groups []*group
	energy float64 // kWh at the meter up to the groups' last reckoning
}

const agentsPath = "/agents"

// newAgent is an agent whose groups begin at now. Groups that make no sense are
// errors.
func newAgent(site AgentSite, seed uint64, now time.Time) (*agent, error) {
	if site.ID == "" || strings.ContainsAny(site.ID, "/?#%") {
		return nil, fmt.Errorf("simulated site %q: want an id that can stand in a URL's path", site.ID)
	}
	a := &agent{site: site}
	name := fnv.New64a()
	// A hash takes everything.
	_, _ = name.Write([]byte(site.ID))
	random := rand.New(rand.NewPCG(seed, name.Sum64()))
	for _, spec := range site.Groups {
		if err := spec.check(); err != nil {
			return nil, fmt.Errorf("simulated site %s: %w", site.ID, err)
		}
		if a.group(spec.ID) != nil {
			return nil, fmt.Errorf("simulated site %s: group %s is there twice", site.ID, spec.ID)
		}
		a.groups = append(a.groups, newGroup(spec, random, now))
	}
	return a, nil
}

func (g AgentGroup) check() error {
	if g.ID == "" || strings.ContainsAny(g.ID, "/?#%") {
		return fmt.Errorf("group %q: want an id that can stand in a URL's path", g.ID)
	}
	if g.Units < 1 || len(g.Levels) < 2 {
		return fmt.Errorf("group %s: want machines, and levels from asleep to full", g.ID)
	}
	for i := 1; i < len(g.Levels); i++ {
		if !(g.Levels[i].KW > g.Levels[i-1].KW) || !(g.Levels[0].KW >= 0) || math.IsInf(g.Levels[i].KW, 0) {
			return fmt.Errorf("group %s: levels must rise in power", g.ID)
		}
	}
	return nil
}

func (s *Server) routeAgents() {
	s.handle("agents", "GET "+agentsPath+"/{site}/v1/groups", s.reached((*agent).list))
	s.handle("agents", "PUT "+agentsPath+"/{site}/v1/groups/{group}/target", s.reached((*agent).set))
	s.handle("agents", "GET "+agentsPath+"/{site}/v1/meter", s.reached((*agent).meter))
}

// reached finds the site's agent, asks for its token, and brings it up to the
// moment.
func (s *Server) reached(h func(*agent, http.ResponseWriter, *http.Request, moment)) answer {
	return func(w http.ResponseWriter, r *http.Request, m moment) {
		a, ok := s.agents[r.PathValue("site")]
		if !ok {
			agentError(w, http.StatusNotFound, "no such site")
			return
		}
		bearer, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if a.site.Token != "" && subtle.ConstantTimeCompare([]byte(bearer), []byte(a.site.Token)) != 1 {
			agentError(w, http.StatusUnauthorized, "the bearer token is missing or wrong")
			return
		}
		a.mu.Lock()
		defer a.mu.Unlock()
		a.reckon(m.now)
		h(a, w, r, m)
	}
}

func agentError(w http.ResponseWriter, status int, message string) {
	writeJSON(w, status, map[string]string{"error": message})
}

// reckon brings every counter up to now. A moment of the past, as a stale
// answer has it, changes nothing.
func (a *agent) reckon(now time.Time) {
	for _, g := range a.groups {
		before, since := g.energy, g.since
		g.recover(now)
		g.reckon(now)
		a.energy += (g.energy - before) * (1 + a.site.AuxShare)
		if g == a.groups[0] {
			a.energy += a.site.AuxKW * g.since.Sub(since).Hours()
		}
	}
}

func (a *agent) group(id string) *group {
	for _, g := range a.groups {
		if g.spec.ID == id {
			return g
		}
	}
	return nil
}

func (a *agent) list(w http.ResponseWriter, _ *http.Request, m moment) {
	groups := []map[string]any{}
	for _, g := range a.groups {
		kw := g.noisy(g.power(m.now))
		groups = append(groups, map[string]any{
			"group": g.spec.ID, "state": g.state(m.now), "target_kw": g.target,
			"power_kw": tenth(kw * m.scale), "energy_kwh": tenth(g.energy * m.scale),
			"hashrate_ths": tenth(g.hashrate(g.power(m.now)) * m.scale), "units_on": g.on(g.power(m.now)), "units": g.spec.Units,
		})
	}
	writeJSON(w, http.StatusOK, map[string]any{"time": m.now.Format(time.RFC3339Nano), "groups": groups})
}

func tenth(x float64) float64 { return math.Round(x*10) / 10 }

// set takes a target for a group; it is accepted, not yet reached.
func (a *agent) set(w http.ResponseWriter, r *http.Request, m moment) {
	g := a.group(r.PathValue("group"))
	if g == nil {
		agentError(w, http.StatusNotFound, "no such group")
		return
	}
	var asked struct {
		Target  *float64 `json:"target_kw"`
		Request string   `json:"request_id"`
	}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<10)).Decode(&asked)
	if err != nil || asked.Target == nil || asked.Request == "" || len(asked.Request) > 200 {
		agentError(w, http.StatusBadRequest, "want {\"target_kw\":number,\"request_id\":text}")
		return
	}
	if *asked.Target < 0 || *asked.Target > g.full()*1.001 {
		agentError(w, http.StatusUnprocessableEntity, fmt.Sprintf("target_kw %g: the group takes 0 to %g", *asked.Target, g.full()))
		return
	}
	g.set(math.Min(*asked.Target, g.full()), asked.Request, m.now)
	writeJSON(w, http.StatusAccepted, map[string]any{"accepted": true, "request_id": asked.Request})
}

// meter is the settlement meter, auxiliaries included.
func (a *agent) meter(w http.ResponseWriter, _ *http.Request, m moment) {
	kw := a.site.AuxKW
	for _, g := range a.groups {
		kw += g.noisy(g.power(m.now)) * (1 + a.site.AuxShare)
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"time": m.now.Format(time.RFC3339Nano), "power_kw": tenth(kw * m.scale), "energy_kwh": tenth(a.energy * m.scale),
		"switchgear": map[string]bool{"breaker_closed": true, "relay_armed": true, "relay_tripped": false},
	})
}

// failGroup takes a group down until a time.
func (s *Server) failGroup(site, id string, now, until time.Time) error {
	a, ok := s.agents[site]
	if !ok {
		return fmt.Errorf("scenario site %q: there is no such site", site)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	g := a.group(id)
	if g == nil {
		return fmt.Errorf("scenario group %q: site %s has no such group", id, site)
	}
	a.reckon(now)
	g.fail(now, until)
	return nil
}

// MachineKW is what the machines of a site's agent draw, and their energy, both
// without auxiliaries; zero where there is no such site.
func (s *Server) MachineKW(site string) (kw, kwh float64) {
	a, ok := s.agents[site]
	if !ok {
		return 0, 0
	}
	now := s.clock.Now()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.reckon(now)
	for _, g := range a.groups {
		kw += g.power(now)
		kwh += g.energy
	}
	return kw, kwh
}
