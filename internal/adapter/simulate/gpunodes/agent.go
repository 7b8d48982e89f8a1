package gpunodes

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// agentOf answers the protocol of docs/node-agent.md for one node.
func agentOf(n *Node, token string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/node", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, n.describe()) })
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4")
		fmt.Fprint(w, n.exporter())
	})
	mux.HandleFunc("PUT /v1/node/order", n.obey)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if token != "" && r.Header.Get("Authorization") != "Bearer "+token {
			answer(w, http.StatusUnauthorized, fields{"error": "token missing or wrong"})
			return
		}
		mux.ServeHTTP(w, r)
	})
}

type fields map[string]any

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

func (n *Node) describe() fields {
	s := n.look()
	state := "serving"
	switch {
	case s.failed != "":
		state = "fault"
	case s.over:
		state = "drained"
	case s.drained:
		state = "draining"
	case s.loads:
		state = "starting"
	case s.jobs == 0:
		state = "idle"
	}
	body := fields{
		"host": n.name, "model": n.spec.Model, "driver": "570.86.15", "time": s.now.UTC().Format(time.RFC3339), "state": state, "fault": s.failed,
		"jobs": s.jobs, "tiers": append([]string{}, s.tiers...), "gpus": n.spec.GPUs,
		"power_limit_mw": int(s.limit * 1000), "power_limit_min_mw": int(n.spec.LeastW * 1000), "power_limit_max_mw": int(n.spec.GPUW * 1000),
		"node_power_w": s.rack, "uptime_s": s.now.Sub(s.booted).Seconds(),
	}
	if s.drained && s.reason != "order" {
		body["held_by"] = s.reason
	}
	return body
}

// exporter is the text of dcgm-exporter.
func (n *Node) exporter() string {
	s := n.look()
	var b strings.Builder
	family := func(name, help string, value func(i int) string) {
		fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
		for i := range s.alive {
			fmt.Fprintf(&b, "%s{gpu=\"%d\",UUID=\"GPU-%s-%d\",pci_bus_id=\"00000000:%02X:00.0\",device=\"nvidia%d\",modelName=%q,Hostname=%q} %s\n",
				name, i, n.name, i, 0x1a+i, i, n.spec.Model, n.name, value(i))
		}
	}
	family("DCGM_FI_DEV_GPU_TEMP", "GPU temperature (in C).", func(i int) string { return fmt.Sprintf("%d", int(s.temp)+i%3) })
	family("DCGM_FI_DEV_POWER_USAGE", "Power draw (in W).", func(int) string { return fmt.Sprintf("%.6f", s.gpu) })
	family("DCGM_FI_DEV_POWER_MGMT_LIMIT", "Power management limit (in W).", func(int) string { return fmt.Sprintf("%.6f", s.limit) })
	family("DCGM_FI_DEV_XID_ERRORS", "Value of the last XID error encountered.", func(int) string { return "0" })
	// What a GPU does not have is written as 2^47.
	family("DCGM_FI_DEV_MEMORY_TEMP", "Memory temperature (in C).", func(int) string { return "140737488355328" })
	return b.String()
}

// obey carries an order out: only what it names changes.
func (n *Node) obey(w http.ResponseWriter, r *http.Request) {
	var o struct {
		Drain   *bool     `json:"drain"`
		Grace   float64   `json:"grace_s"`
		Tiers   *[]string `json:"tiers"`
		LimitMW *int64    `json:"power_limit_mw"`
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10))
	d.DisallowUnknownFields()
	if err := d.Decode(&o); err != nil {
		answer(w, http.StatusBadRequest, fields{"error": err.Error()})
		return
	}
	if o.LimitMW != nil {
		watts := float64(*o.LimitMW) / 1000
		if watts < n.spec.LeastW || watts > n.spec.GPUW {
			// As nvmlDeviceSetPowerManagementLimit does: NVML_ERROR_INVALID_ARGUMENT.
			answer(w, http.StatusUnprocessableEntity, fields{"error": "invalid argument: power limit out of range"})
			return
		}
		n.setLimit(watts)
	}
	if o.Tiers != nil {
		n.admit(*o.Tiers)
	}
	if o.Drain != nil && *o.Drain {
		n.drain("order", time.Duration(o.Grace*float64(time.Second)))
	} else if o.Drain != nil && n.look().reason == "order" {
		n.resume()
	}
	if n.mute() {
		panic(http.ErrAbortHandler)
	}
	answer(w, http.StatusAccepted, fields{"accepted": true})
}
