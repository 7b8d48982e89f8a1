package simulate

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// The MARA hackathon of 2025: a site has a power budget in abstract units and
// fills it with machines that turn power into hashes or tokens at prices of the
// game.

const (
	gamePath  = "/mara"
	gamePower = 1_000_000
	gameSites = 1000
	gameTime  = "2006-01-02T15:04:05"
)

type hackathon struct {
	kinds []machineKind

	mu     sync.Mutex
	random *rand.Rand
	byKey  map[string]*gameSite
	puts   int
}

// machineKind is a row of the inventory: what a machine takes and gives.
type machineKind struct {
	name   string // as in PUT /machines
	group  string // of the inventory
	kind   string
	gives  string
	output int
	power  int
}

type gameSite struct {
	id      int
	key     string
	name    string
	put     int // id of the last allocation
	updated time.Time
	counts  map[string]int
}

func newHackathon(seed uint64, handout bool) *hackathon {
	kinds := []machineKind{
		{"air_miners", "miners", "air", "hashrate", 1000, 3333},
		{"hydro_miners", "miners", "hydro", "hashrate", 10000, 5000},
		{"immersion_miners", "miners", "immersion", "hashrate", 5000, 10000},
		{"gpu_compute", "inference", "gpu", "tokens", 1000, 3333},
		{"asic_compute", "inference", "asic", "tokens", 5000, 10000},
	}
	if handout {
		kinds[0].power = 3500
		kinds[1].output = 5000
		kinds[2].output = 10000
		kinds[3].power = 5000
		kinds[4].output, kinds[4].power = 50000, 15000
	}
	return &hackathon{kinds: kinds, random: rand.New(rand.NewPCG(seed, 2)), byKey: map[string]*gameSite{}}
}

func (s *Server) routeHackathon() {
	h := s.hackathon
	s.handle("mara", "GET "+gamePath+"/prices", gamePrices)
	s.handle("mara", "GET "+gamePath+"/inventory", h.inventory)
	s.handle("mara", "POST "+gamePath+"/sites", h.create)
	s.handle("mara", "GET "+gamePath+"/sites", h.site)
	s.handle("mara", "PUT "+gamePath+"/machines", h.put)
	s.handle("mara", "GET "+gamePath+"/machines", h.machines)
}

// gamePrices is the whole game so far, newest first, in UTC without saying so.
func gamePrices(w http.ResponseWriter, _ *http.Request, m moment) {
	type row struct {
		Energy float64 `json:"energy_price"`
		Hash   float64 `json:"hash_price"`
		Time   string  `json:"timestamp"`
		Token  float64 `json:"token_price"`
	}
	out := []row{}
	for _, g := range m.world.Games(m.now) {
		out = append(out, row{g.Energy * m.scale, g.Hash * m.scale, g.Time.Format(gameTime), g.Token * m.scale})
	}
	slices.Reverse(out)
	writeJSON(w, http.StatusOK, out)
}

func (h *hackathon) inventory(w http.ResponseWriter, _ *http.Request, _ moment) {
	out := map[string]map[string]map[string]int{}
	for _, k := range h.kinds {
		if out[k.group] == nil {
			out[k.group] = map[string]map[string]int{}
		}
		out[k.group][k.kind] = map[string]int{"power": k.power, k.gives: k.output}
	}
	writeJSON(w, http.StatusOK, out)
}

func (h *hackathon) create(w http.ResponseWriter, r *http.Request, _ moment) {
	var asked struct {
		Name string `json:"name"`
	}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<10)).Decode(&asked)
	if err != nil || strings.TrimSpace(asked.Name) == "" {
		gameError(w, http.StatusBadRequest, "a site needs a name")
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.byKey) >= gameSites {
		gameError(w, http.StatusServiceUnavailable, "too many sites")
		return
	}
	a, b := h.random.Uint64(), h.random.Uint64()
	key := fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x", a>>32, a>>16&0xffff, a&0xfff, b>>52, b&0xffffffffffff)
	site := &gameSite{id: len(h.byKey) + 1, key: key, name: asked.Name, counts: map[string]int{}}
	h.byKey[key] = site
	writeJSON(w, http.StatusOK, site.public())
}

func (g *gameSite) public() map[string]any {
	return map[string]any{"api_key": g.key, "name": g.name, "power": gamePower}
}

func gameError(w http.ResponseWriter, status int, message string) {
	writeJSON(w, status, map[string]string{"error": message})
}

// caller finds whose key a request carries, under the lock, and answers it if
// nobody's.
func (h *hackathon) caller(w http.ResponseWriter, r *http.Request) (*gameSite, bool) {
	site, ok := h.byKey[r.Header.Get("X-Api-Key")]
	if !ok {
		gameError(w, http.StatusUnauthorized, "X-Api-Key is missing or not known")
	}
	return site, ok
}

func (h *hackathon) site(w http.ResponseWriter, r *http.Request, _ moment) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if site, ok := h.caller(w, r); ok {
		writeJSON(w, http.StatusOK, site.public())
	}
}

// put replaces the whole allocation: what is not named becomes 0, what is not
// known is ignored.
func (h *hackathon) put(w http.ResponseWriter, r *http.Request, m moment) {
	h.mu.Lock()
	defer h.mu.Unlock()
	site, ok := h.caller(w, r)
	if !ok {
		return
	}
	var asked map[string]json.RawMessage
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<10)).Decode(&asked); err != nil {
		gameError(w, http.StatusBadRequest, "the body is not a JSON object")
		return
	}
	counts, used, err := h.count(asked)
	if err != nil {
		gameError(w, http.StatusBadRequest, err.Error())
		return
	}
	if used > gamePower {
		gameError(w, http.StatusBadRequest, fmt.Sprintf("the machines need %d of power, the site has %d", used, gamePower))
		return
	}
	h.puts++
	site.counts, site.put, site.updated = counts, h.puts, m.now
	out := site.allocation(h.kinds)
	out["site_id"] = site.id
	writeJSON(w, http.StatusOK, out)
}

// count reads the machines asked for and adds up their power.
func (h *hackathon) count(asked map[string]json.RawMessage) (counts map[string]int, used int, err error) {
	counts = map[string]int{}
	for _, k := range h.kinds {
		raw, ok := asked[k.name]
		if !ok {
			continue
		}
		var n int
		if err := json.Unmarshal(raw, &n); err != nil || n < 0 || n > gamePower {
			return nil, 0, fmt.Errorf("%s: want a whole number of machines", k.name)
		}
		counts[k.name] = n
		used += n * k.power
	}
	return counts, used, nil
}

func (g *gameSite) allocation(kinds []machineKind) map[string]any {
	out := map[string]any{"id": g.put, "site_id": 0, "updated_at": g.updated.UTC().Format("2006-01-02T15:04:05.000000")}
	for _, k := range kinds {
		out[k.name] = g.counts[k.name]
	}
	return out
}

// machines is the allocation with what it costs and earns at the newest prices.
func (h *hackathon) machines(w http.ResponseWriter, r *http.Request, m moment) {
	h.mu.Lock()
	defer h.mu.Unlock()
	site, ok := h.caller(w, r)
	if !ok {
		return
	}
	games := m.world.Games(m.now)
	newest := games[len(games)-1]
	power, revenue := map[string]int{}, map[string]float64{}
	var used int
	var earned float64
	for _, k := range h.kinds {
		n, price := site.counts[k.name], newest.Hash
		if k.gives == "tokens" {
			price = newest.Token
		}
		power[k.name] = n * k.power
		revenue[k.name] = float64(n*k.output) * price * m.scale
		used += power[k.name]
		earned += revenue[k.name]
	}
	out := site.allocation(h.kinds)
	out["power"], out["revenue"] = power, revenue
	out["total_power_used"], out["total_power_cost"], out["total_revenue"] = used, float64(used)*newest.Energy*m.scale, earned
	writeJSON(w, http.StatusOK, out)
}
