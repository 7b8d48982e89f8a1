package simulate

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// The scheduling entity and, behind it, ERCOT's markets: it takes offers until
// ten in the morning, publishes what the day-ahead market awarded of them at half
// past one, awards reserve again in every dispatch run, and calls on it when the
// system is short. Prices are the world's: a site is too small to move them.

const (
	qsePath    = "/qse"
	gateClose  = 10 * time.Hour
	publish    = 13*time.Hour + 30*time.Minute
	calmFor    = 30 * time.Minute // that the system is well before load is recalled
	shortPRC   = 2.5              // GW of responsive capability below which everything is called on
	shortNSPIN = 3.0              // and the slow reserve
)

// curvePoint is a point of a curve.
type curvePoint struct {
	MW    float64 `json:"mw"`
	Price float64 `json:"price"`
}

type productOffer struct {
	Product string       `json:"product"`
	Up      bool         `json:"up"`
	Curve   []curvePoint `json:"curve"`
}

type hourOffer struct {
	Start      time.Time      `json:"hour_start"`
	Capability float64        `json:"capability_mw"`
	Energy     []curvePoint   `json:"energy_bid"`
	Offers     []productOffer `json:"as_offers"`
}

type dayOffer struct {
	Resource string      `json:"resource"`
	Point    string      `json:"settlement_point"`
	Day      string      `json:"operating_day"`
	Hours    []hourOffer `json:"hours"`
}

type dayAward struct {
	Product string    `json:"product"`
	Start   time.Time `json:"hour_start"`
	MW      float64   `json:"mw"`
	Price   float64   `json:"price"`
}

type liveOffer struct {
	Resource   string         `json:"resource"`
	Start      time.Time      `json:"interval_start"`
	Capability float64        `json:"capability_mw"`
	Offers     []productOffer `json:"as_offers"`
	Energy     []curvePoint   `json:"energy_bid"`
}

// qseDesk is what the scheduling entity holds.
type qseDesk struct {
	mu   sync.Mutex
	days map[string]dayOffer // by resource and day
	live map[string]liveOffer
	// short is when the system was last short enough for a product's call.
	short map[string]time.Time
	count int
}

func newQSEDesk() *qseDesk {
	return &qseDesk{days: map[string]dayOffer{}, live: map[string]liveOffer{}, short: map[string]time.Time{}}
}

func (s *Server) routeQSE() {
	s.handle("qse", "POST "+qsePath+"/v1/day-ahead", s.takeDay)
	s.handle("qse", "GET "+qsePath+"/v1/awards", s.giveAwards)
	s.handle("qse", "POST "+qsePath+"/v1/real-time", s.takeLive)
	s.handle("qse", "GET "+qsePath+"/v1/instructions", s.giveInstructions)
}

func qseError(w http.ResponseWriter, status int, format string, args ...any) {
	writeJSON(w, status, map[string]string{"error": fmt.Sprintf(format, args...)})
}

func (s *Server) takeDay(w http.ResponseWriter, r *http.Request, m moment) {
	var offer dayOffer
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4<<20)).Decode(&offer); err != nil {
		qseError(w, http.StatusBadRequest, "the offers are no such JSON: %s", err)
		return
	}
	day, err := unit.ParseDay(offer.Day)
	if err != nil || offer.Resource == "" || len(offer.Hours) != day.Hours() {
		qseError(w, http.StatusUnprocessableEntity, "want a resource and every hour of an operating day")
		return
	}
	if !m.now.Before(day.Add(-1).Start().Add(gateClose)) {
		qseError(w, http.StatusConflict, "the day-ahead market of %s closed at 10:00 Central", day)
		return
	}
	for _, h := range offer.Hours {
		if problem := h.check(); problem != "" {
			qseError(w, http.StatusUnprocessableEntity, "hour %s: %s", h.Start.Format(time.RFC3339), problem)
			return
		}
	}
	s.qse.mu.Lock()
	defer s.qse.mu.Unlock()
	s.qse.count++
	s.qse.days[offer.Resource+"/"+offer.Day] = offer
	writeJSON(w, http.StatusAccepted, map[string]string{"reference": fmt.Sprintf("SIM-%s-%d", offer.Day, s.qse.count)})
}

func (h hourOffer) check() string {
	for _, o := range h.Offers {
		last := curvePoint{Price: -1e9}
		for _, p := range o.Curve {
			if p.MW <= last.MW || p.Price < last.Price {
				return o.Product + ": an offer rises in power and does not fall in price"
			}
			last = p
		}
		if o.Up && last.MW > h.Capability+1e-6 {
			return o.Product + ": more is offered than can be held"
		}
	}
	return ""
}

// giveAwards is what of a day's offers the market took, once it has cleared.
func (s *Server) giveAwards(w http.ResponseWriter, r *http.Request, m moment) {
	resource, name := r.URL.Query().Get("resource"), r.URL.Query().Get("day")
	day, err := unit.ParseDay(name)
	if err != nil {
		qseError(w, http.StatusBadRequest, "day %q: want a day such as 2026-03-01", name)
		return
	}
	s.qse.mu.Lock()
	offer, ok := s.qse.days[resource+"/"+name]
	s.qse.mu.Unlock()
	if !ok || m.now.Before(day.Add(-1).Start().Add(publish)) {
		qseError(w, http.StatusNotFound, "nothing is published")
		return
	}
	cleared := m.world.DayAhead(day)
	awards := []dayAward{}
	point, known := m.world.Point(offer.Point)
	for i, h := range offer.Hours {
		prices := map[string]float64{}
		for p, product := range world.Products() {
			prices[product] = cleared.MCPC[p][i]
		}
		for _, won := range clearing(h.Offers, h.Capability, prices) {
			awards = append(awards, dayAward{Product: won.Product, Start: h.Start, MW: won.MW, Price: prices[won.Product]})
		}
		if !known {
			continue
		}
		spp, bought := cleared.SPP[point][i], 0.0
		for _, p := range h.Energy {
			if p.Price >= spp {
				bought = p.MW
			}
		}
		if bought > 0 {
			awards = append(awards, dayAward{Product: "ENERGY", Start: h.Start, MW: bought, Price: spp})
		}
	}
	writeJSON(w, http.StatusOK, map[string]any{"resource": resource, "day": name, "awards": awards})
}

type won struct {
	Product string
	MW      float64
}

// clearing takes offers at given prices, the greatest gain per megawatt first, each
// megawatt of upward capability once. A product takes its curve from the bottom.
func clearing(offers []productOffer, capability float64, prices map[string]float64) []won {
	type piece struct {
		offer int
		mw    float64
		gain  float64
	}
	var pieces []piece
	for i, o := range offers {
		price, ok := prices[o.Product]
		from := 0.0
		for _, p := range o.Curve {
			if ok && price >= p.Price {
				pieces = append(pieces, piece{i, p.MW - from, price - p.Price})
			}
			from = p.MW
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(b.gain, a.gain) })
	taken := make([]float64, len(offers))
	for _, p := range pieces {
		mw := p.mw
		if offers[p.offer].Up {
			mw = min(mw, capability)
			capability -= mw
		}
		taken[p.offer] += mw
	}
	var all []won
	for i, o := range offers {
		if taken[i] > 1e-6 {
			all = append(all, won{o.Product, taken[i]})
		}
	}
	return all
}

func (s *Server) takeLive(w http.ResponseWriter, r *http.Request, _ moment) {
	var offer liveOffer
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&offer); err != nil || offer.Resource == "" {
		qseError(w, http.StatusBadRequest, "want the offers of a resource as JSON")
		return
	}
	s.qse.mu.Lock()
	s.qse.live[offer.Resource] = offer
	s.qse.mu.Unlock()
	w.WriteHeader(http.StatusNoContent)
}

// giveInstructions is what the scheduling entity tells a site beside its RTU:
// when the system sheds load, everything goes.
func (s *Server) giveInstructions(w http.ResponseWriter, _ *http.Request, m moment) {
	type instruction struct {
		ID       string     `json:"id"`
		Revision int        `json:"revision"`
		Kind     string     `json:"kind"`
		MaxMW    *float64   `json:"max_mw,omitempty"`
		Start    time.Time  `json:"start"`
		End      *time.Time `json:"end,omitempty"`
	}
	all := []instruction{}
	if grid := m.world.Grid(m.now); grid.EEA >= 3 {
		start := m.now.Truncate(unit.Control)
		end := start.Add(2 * unit.Control)
		none := 0.0
		all = append(all, instruction{ID: "shed-" + start.Format("20060102T1504"), Revision: 1, Kind: "curtail", MaxMW: &none, Start: start, End: &end})
	}
	writeJSON(w, http.StatusOK, map[string]any{"instructions": all})
}

// calls are the products that are called on: fast reserve when the system is
// short, and until it has been well for a while.
func (d *qseDesk) calls(now time.Time, g world.Grid) map[string]bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	prc := float64(g.PRC) / 1000
	if g.EEA >= 2 || prc < shortPRC {
		for _, p := range []string{"RRS", "ECRS", "NSPIN"} {
			d.short[p] = now
		}
	}
	if g.EEA >= 1 || prc < shortNSPIN {
		d.short["NSPIN"], d.short["ECRS"] = now, now
	}
	called := map[string]bool{}
	for _, p := range world.Products() {
		at, ok := d.short[p]
		called[p] = ok && now.Sub(at) < calmFor
	}
	return called
}

// dispatch is what a run awards a resource: its newest offers at the run's
// prices, no more than its telemetry says it can hold, and the base point that
// its bid gives at the run's price at its point.
func (d *qseDesk) dispatch(resource string, prices map[string]float64, lmp, low, able float64) (awards map[string]float64, base float64) {
	d.mu.Lock()
	offer := d.live[resource]
	d.mu.Unlock()
	awards = map[string]float64{}
	for _, w := range clearing(offer.Offers, min(offer.Capability, able), prices) {
		awards[w.Product] = w.MW
	}
	for _, p := range offer.Energy {
		if p.Price > lmp {
			base = p.MW
		}
	}
	if len(offer.Energy) > 0 {
		held := low
		for _, o := range offer.Offers {
			if o.Up {
				held += awards[o.Product]
			}
		}
		base = max(base, held)
	}
	return awards, base
}
