package nvml

import (
	"testing"
)

// Two GPUs in the words of dcgm-exporter, the second with a power that it does not
// know, and a slice of the first, which is a part of it.
const exported = `# HELP DCGM_FI_DEV_POWER_USAGE Power draw (in W).
# TYPE DCGM_FI_DEV_POWER_USAGE gauge
DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-a",device="nvidia0",modelName="NVIDIA H100 80GB HBM3",Hostname="g1"} 312.5
DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-a",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7",Hostname="g1"} 40
DCGM_FI_DEV_POWER_USAGE{gpu="1",UUID="GPU-b",device="nvidia1",Hostname="g1"} 140737488355328
# TYPE DCGM_FI_DEV_GPU_TEMP gauge
DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",device="nvidia0",Hostname="g1"} 61
# TYPE DCGM_FI_DEV_XID_ERRORS gauge
DCGM_FI_DEV_XID_ERRORS{gpu="0",UUID="GPU-a",device="nvidia0",Hostname="g1"} 79
`

func TestExportedMetricsAreReadByGPU(t *testing.T) {
	gpus, err := parseMetrics([]byte(exported))
	if err != nil || len(gpus) != 1 || gpus["GPU-a"] != (telemetry{watts: 312.5, tempC: 61, xid: 79}) {
		t.Errorf("%+v, %v", gpus, err)
	}
	if why := gpus["GPU-a"].trouble(); why == "" {
		t.Error("a GPU that fell off the bus is no trouble")
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add([]byte(exported))
	f.Add([]byte(`{"state":"idle","gpus":8,"power_limit_mw":400000,"power_limit_min_mw":200000,"power_limit_max_mw":700000,"node_power_w":1}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		gpus, _ := parseMetrics(raw)
		for uuid, g := range gpus {
			if uuid == "" || !(g.watts >= 0 && g.watts <= mostGPUmW/1000) || !(g.tempC >= 0 && g.tempC < 200) {
				t.Errorf("%q: %+v", uuid, g)
			}
		}
		if n, err := parseNode(raw); err == nil && (n.GPUs < 1 || n.LimitMW > n.MostMW || n.LeastMW <= 0) {
			t.Errorf("%+v", n)
		}
	})
}
