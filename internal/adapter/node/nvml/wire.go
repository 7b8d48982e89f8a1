package nvml

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
)

// nodeAnswer is the body of GET /v1/node. Limits are of each GPU, in the
// milliwatts of NVML.
type nodeAnswer struct {
	Host    string   `json:"host"`
	Model   string   `json:"model"`
	Driver  string   `json:"driver"`
	State   string   `json:"state"`
	HeldBy  string   `json:"held_by"` // a person who drained it
	Fault   string   `json:"fault"`
	Jobs    int      `json:"jobs"`
	Tiers   []string `json:"tiers"`
	GPUs    int      `json:"gpus"`
	LimitMW int64    `json:"power_limit_mw"`
	LeastMW int64    `json:"power_limit_min_mw"`
	MostMW  int64    `json:"power_limit_max_mw"`
	NodeW   *float64 `json:"node_power_w"` // by its management controller; absent: it has none
	UptimeS float64  `json:"uptime_s"`
}

// order is the body of PUT /v1/node/order; what is absent stays as it is.
type order struct {
	Drain   *bool     `json:"drain,omitempty"`
	GraceS  *float64  `json:"grace_s,omitempty"`
	Tiers   *[]string `json:"tiers,omitempty"`
	LimitMW *int64    `json:"power_limit_mw,omitempty"`
}

// What no node has more of.
const (
	mostGPUs   = 64
	mostGPUmW  = 5_000_000
	mostNodeW  = 500_000
	mostJobs   = 1 << 20
	mostTiers  = 64
	mostUptime = 1e10
)

func parseNode(body []byte) (nodeAnswer, error) {
	var n nodeAnswer
	if err := json.Unmarshal(body, &n); err != nil {
		return n, fmt.Errorf("the answer is not the documented JSON: %w", err)
	}
	switch n.State {
	case "serving", "idle", "starting", "draining", "drained", "fault":
	default:
		return n, fmt.Errorf("state %.40q: want serving, idle, starting, draining, drained or fault", n.State)
	}
	switch {
	case n.GPUs < 1 || n.GPUs > mostGPUs:
		return n, fmt.Errorf("gpus %d: want 1 to %d", n.GPUs, mostGPUs)
	case !(0 < n.LeastMW && n.LeastMW <= n.LimitMW && n.LimitMW <= n.MostMW && n.MostMW <= mostGPUmW):
		return n, fmt.Errorf("power limits %d, %d, %d mW: want min, set and max in their order, of one GPU", n.LeastMW, n.LimitMW, n.MostMW)
	case n.NodeW != nil && !(*n.NodeW >= 0 && *n.NodeW <= mostNodeW):
		return n, fmt.Errorf("node_power_w %g: want 0 to %d", *n.NodeW, mostNodeW)
	case n.Jobs < 0 || n.Jobs > mostJobs || len(n.Tiers) > mostTiers || !(n.UptimeS >= 0 && n.UptimeS <= mostUptime):
		return n, errors.New("jobs, tiers or uptime_s cannot be true")
	}
	return n, nil
}

// telemetry is one GPU as the exporter sees it.
type telemetry struct {
	watts, tempC float64
	xid          int // the newest error; 0: none
}

// trouble names the XID errors after which a GPU does no more work until it is
// reset (NVIDIA's XID catalogue); others are a program's own.
func (t telemetry) trouble() string {
	switch t.xid {
	case 48, 62, 64, 74, 79, 95, 119:
		return fmt.Sprintf("a GPU reports XID %d", t.xid)
	}
	return ""
}

// blank is the least of what DCGM writes for a number that it does not have.
const blank = 1 << 47

// parseMetrics reads the exporter's text, by UUID of the GPUs that have a power.
func parseMetrics(body []byte) (map[string]telemetry, error) {
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("the metrics are not the exporter's text: %w", err)
	}
	gpus := map[string]telemetry{}
	for uuid, watts := range byGPU(families["DCGM_FI_DEV_POWER_USAGE"]) {
		if watts <= mostGPUmW/1000 {
			gpus[uuid] = telemetry{watts: watts}
		}
	}
	temps, errs := byGPU(families["DCGM_FI_DEV_GPU_TEMP"]), byGPU(families["DCGM_FI_DEV_XID_ERRORS"])
	for uuid, g := range gpus {
		if temps[uuid] < 200 {
			g.tempC = temps[uuid]
		}
		g.xid = int(errs[uuid])
		gpus[uuid] = g
	}
	return gpus, nil
}

// byGPU is a metric's values of whole GPUs; slices of one (MIG) are parts of it.
func byGPU(family *dto.MetricFamily) map[string]float64 {
	values := map[string]float64{}
	for _, m := range family.GetMetric() {
		uuid, part := "", false
		for _, l := range m.GetLabel() {
			switch l.GetName() {
			case "UUID":
				uuid = l.GetValue()
			case "GPU_I_ID":
				part = part || l.GetValue() != ""
			}
		}
		v := m.GetGauge().GetValue() + m.GetUntyped().GetValue() + m.GetCounter().GetValue()
		if uuid == "" || part || math.IsNaN(v) || v < 0 || v >= blank {
			continue
		}
		values[uuid] = v
	}
	return values
}
