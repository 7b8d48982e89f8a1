package gpunodes

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
)

// slurm answers what slurmrestd does for nodes (data parser v0.0.41): base states
// with flags, numbers that may be unset, errors in a list whatever the status.
type slurm struct {
	nodes map[string]*Node
	names []string
	clock clock.Clock

	mu     sync.Mutex
	active map[string][]string // features, by node
	down   map[string]bool
}

func slurmOf(nodes []*Node, token string, c clock.Clock) http.Handler {
	s := &slurm{nodes: map[string]*Node{}, clock: c, active: map[string][]string{}, down: map[string]bool{}}
	for _, n := range nodes {
		s.nodes[n.name] = n
		s.names = append(s.names, n.name)
		s.active[n.name] = []string{"h100", "gpucap_" + strconv.Itoa(int(n.spec.GPUW))}
		for _, t := range n.tiers {
			s.active[n.name] = append(s.active[n.name], "tier_"+t)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /slurm/v0.0.41/nodes", func(w http.ResponseWriter, _ *http.Request) { s.show(w, s.names...) })
	mux.HandleFunc("GET /slurm/v0.0.41/node/{name}", func(w http.ResponseWriter, r *http.Request) { s.show(w, r.PathValue("name")) })
	mux.HandleFunc("POST /slurm/v0.0.41/node/{name}", s.update)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if token != "" && r.Header.Get("X-SLURM-USER-TOKEN") != token {
			s.fail(w, http.StatusUnauthorized, 1007, "Protocol authentication error")
			return
		}
		mux.ServeHTTP(w, r)
	})
}

func (s *slurm) envelope(more fields) fields {
	all := fields{"meta": fields{"plugin": fields{"type": "openapi/slurmctld", "data_parser": "data_parser/v0.0.41"}}, "errors": []any{}, "warnings": []any{}}
	for key, value := range more {
		all[key] = value
	}
	return all
}

func (s *slurm) fail(w http.ResponseWriter, status, number int, text string) {
	answer(w, status, s.envelope(fields{"errors": []fields{{"description": text, "error_number": number, "error": text, "source": "slurmctld"}}}))
}

func (s *slurm) show(w http.ResponseWriter, names ...string) {
	list := []fields{}
	for _, name := range names {
		n := s.nodes[name]
		if n == nil {
			s.fail(w, http.StatusInternalServerError, 2018, "Invalid node name specified")
			return
		}
		list = append(list, s.describe(n))
	}
	answer(w, http.StatusOK, s.envelope(fields{"nodes": list, "last_update": some(s.clock.Now().Unix())}))
}

func some(x int64) fields { return fields{"set": true, "infinite": false, "number": x} }

func (s *slurm) describe(n *Node) fields {
	v := n.look()
	s.mu.Lock()
	defer s.mu.Unlock()
	state := []string{"IDLE"}
	switch {
	case s.down[n.name]:
		state = []string{"DOWN"}
	case v.failed != "":
		state = []string{"DOWN", "NOT_RESPONDING"}
	case v.loads:
		state = []string{"IDLE", "POWERING_UP"}
	case v.jobs == n.spec.GPUs:
		state = []string{"ALLOCATED"}
	case v.jobs > 0:
		state = []string{"MIXED"}
	}
	if v.drained && !s.down[n.name] {
		state = append(state, "DRAIN")
	}
	used := fmt.Sprintf("gpu:h100:%d(IDX:N/A)", v.jobs)
	if v.jobs > 0 {
		used = fmt.Sprintf("gpu:h100:%d(IDX:0-%d)", v.jobs, v.jobs-1)
	}
	reason := v.reason
	if v.failed != "" {
		reason = v.failed
	}
	return fields{
		"name": n.name, "hostname": n.name + ".sim", "address": n.name, "version": "24.05.4", "state": state, "reason": reason,
		"reason_changed_at": some(v.changed.Unix()), "reason_set_by_user": "root", "boot_time": some(v.booted.Unix()),
		"features": s.features(n), "active_features": slices.Clone(s.active[n.name]), "gres": fmt.Sprintf("gpu:h100:%d(S:0-1)", v.alive), "gres_used": used,
		"gres_drained": "N/A", "cpus": 192, "alloc_cpus": 24 * v.jobs, "real_memory": 2_000_000, "partitions": []string{"gpu"},
		"energy": fields{
			"average_watts": int(v.rack), "base_consumed_energy": 0, "consumed_energy": int64(n.EnergyKWh() * 3.6e6 / n.spec.Overhead),
			"current_watts": some(int64(v.rack)), "last_collected": v.now.Unix(),
		},
	}
}

// features are all that the node can be told: caps every twenty watts, and tiers.
func (s *slurm) features(n *Node) []string {
	list := []string{"h100"}
	for w := int(n.spec.LeastW); w <= int(n.spec.GPUW); w += 20 {
		list = append(list, "gpucap_"+strconv.Itoa(w))
	}
	for _, t := range n.spec.Tiers {
		list = append(list, "tier_"+t)
	}
	return list
}

func (s *slurm) update(w http.ResponseWriter, r *http.Request) {
	n := s.nodes[r.PathValue("name")]
	if n == nil {
		s.fail(w, http.StatusInternalServerError, 2018, "Invalid node name specified")
		return
	}
	var asked struct {
		State    []string `json:"state"`
		Reason   string   `json:"reason"`
		Features []string `json:"features_act"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&asked); err != nil {
		s.fail(w, http.StatusBadRequest, 9202, "Failure to parse: "+err.Error())
		return
	}
	state := strings.Join(asked.State, ",")
	if (state == "DRAIN" || state == "DOWN") && asked.Reason == "" {
		s.fail(w, http.StatusInternalServerError, 2147, "A reason is required")
		return
	}
	if bad := s.activate(n, asked.Features); bad != "" {
		s.fail(w, http.StatusInternalServerError, 2048, "Invalid feature specification: "+bad)
		return
	}
	switch state {
	case "":
	case "DRAIN":
		n.drain(asked.Reason, 24*time.Hour) // until jobs end by themselves
	case "DOWN":
		n.end(asked.Reason) // jobs are queued again
		s.set(n, true)
	case "RESUME", "UNDRAIN":
		s.set(n, false)
		n.resume()
	default:
		s.fail(w, http.StatusInternalServerError, 2012, "Invalid node state specified")
		return
	}
	if n.mute() {
		panic(http.ErrAbortHandler)
	}
	answer(w, http.StatusOK, s.envelope(nil))
}

func (s *slurm) set(n *Node, down bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down[n.name] = down
}

// activate makes features the active ones, as the node's own program sees them.
// It gives the first that the node does not have.
func (s *slurm) activate(n *Node, features []string) (bad string) {
	if features == nil {
		return ""
	}
	limit, tiers := n.spec.GPUW, []string{}
	for _, f := range features {
		if !slices.Contains(s.features(n), f) {
			return f
		}
		if digits, ok := strings.CutPrefix(f, "gpucap_"); ok {
			if w, err := strconv.ParseFloat(digits, 64); err == nil {
				limit = min(limit, w)
			}
		}
		if name, ok := strings.CutPrefix(f, "tier_"); ok {
			tiers = append(tiers, name)
		}
	}
	s.mu.Lock()
	s.active[n.name] = slices.Clone(features)
	s.mu.Unlock()
	n.setLimit(limit)
	n.admit(tiers)
	return ""
}
