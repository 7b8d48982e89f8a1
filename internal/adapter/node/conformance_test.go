package node_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/node/gpu"
	"github.com/pouw-dem/pouwdem/internal/adapter/node/nodetest"
	"github.com/pouw-dem/pouwdem/internal/adapter/node/nvml"
	"github.com/pouw-dem/pouwdem/internal/adapter/node/slurm"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/gpunodes"
	"github.com/pouw-dem/pouwdem/internal/clock/clocktest"
)

const rated, idle = 12720., 1272.

func TestGPUNodeDriversOnSimulatedNodes(t *testing.T) {
	for _, scheme := range []string{"nvml", "slurm"} {
		t.Run(scheme, func(t *testing.T) {
			nodetest.Run(t, func(t *testing.T, w nodetest.Wants) nodetest.Bench { return nodeBench(t, scheme, w) })
		})
	}
}

func nodeBench(t *testing.T, scheme string, w nodetest.Wants) nodetest.Bench {
	t.Helper()
	c := clocktest.New(time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC))
	o := gpunodes.Options{Seed: 1, Clock: c, Token: w.Token, Spec: gpunodes.Spec{
		RatedW: rated, IdleW: idle, Tiers: []string{"sold", "batch"}, Demand: w.Demand, WakeFails: -1, Long: w.Long,
	}}
	if w.WakeFails {
		o.Spec.WakeFails = 1
	}
	if w.Mute {
		o.Spec.Mute = 1
	}
	if scheme == "nvml" {
		o.Agents = 1
	} else {
		o.Slurm = 1
	}
	cluster, err := gpunodes.New(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); cluster.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	url, _, _ := strings.Cut(strings.TrimPrefix(cluster.Addresses()[0], scheme+"+"), "?")
	cfg := gpu.Config{URL: url, RatedW: rated, Clock: c}
	n := cluster.Nodes()[0]
	b := nodetest.Bench{Advance: c.Advance, Watts: n.Watts, Hold: n.Hold, Break: n.Break, Top: rated, Idle: idle}
	if b.Driver, err = open(t, scheme, cfg, w.Token == ""); err != nil {
		t.Fatal(err)
	}
	return b
}

// open is the driver of the one node there. Where it may ask, slurmrestd names it.
func open(t *testing.T, scheme string, cfg gpu.Config, ask bool) (gpu.Driver, error) {
	if scheme == "nvml" {
		return nvml.New(cfg)
	}
	name := "gpu001"
	if ask {
		names, err := slurm.Nodes(t.Context(), cfg, "gpu")
		if err != nil || len(names) != 1 {
			t.Fatalf("nodes of the partition: %v, %v", names, err)
		}
		name = names[0]
	}
	return slurm.New(cfg, name)
}

func TestANodeThatIsNotThereWasNotCommanded(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + l.Addr().String()
	l.Close()
	for _, scheme := range []string{"nvml", "slurm"} {
		d, err := open(t, scheme, gpu.Config{URL: address, RatedW: rated}, false)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Wake(t.Context()); err == nil || strings.Contains(err.Error(), "unknown") {
			t.Errorf("%s: got %v; want that nothing was sent", scheme, err)
		}
	}
}

func TestANodeIsNotReachedInClearWithAToken(t *testing.T) {
	for _, url := range []string{"http://10.0.0.7:9401", "ftp://127.0.0.1", "http://user:x@127.0.0.1", "127.0.0.1:80", "http://127.0.0.1/?a=b"} {
		if _, err := nvml.New(gpu.Config{URL: url, RatedW: 1, Token: "t"}); err == nil {
			t.Errorf("%s was taken", url)
		}
	}
}

// FuzzGPUNodes answers every request with the same bytes: a driver may fail, must
// not fall, and must not take nonsense for a node at work.
func FuzzGPUNodes(f *testing.F) {
	f.Add([]byte(`{"state":"serving","gpus":8,"power_limit_mw":400000,"power_limit_min_mw":200000,"power_limit_max_mw":700000}`))
	f.Add([]byte(`{"nodes":[{"name":"gpu001","state":["MIXED","DRAIN"],"gres":"gpu:h100:8(S:0-1),gpu:a:1","gres_used":"gpu:h100:3(IDX:0,2)","features":["gpucap_200"]}],"errors":[]}`))
	f.Add([]byte(`{"errors":[{"error":"no"}]}`))
	f.Add([]byte("# TYPE DCGM_FI_DEV_POWER_USAGE gauge\nDCGM_FI_DEV_POWER_USAGE{UUID=\"a\"} 1e300\n"))
	var body []byte
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(body) }))
	f.Cleanup(server.Close)
	f.Fuzz(func(t *testing.T, raw []byte) {
		body = raw
		for _, scheme := range []string{"nvml", "slurm"} {
			d, err := open(t, scheme, gpu.Config{URL: server.URL, RatedW: rated}, false)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = d.Identify(t.Context())
			if r, err := d.Read(t.Context()); err == nil && (r.State == "" || !(r.Watts >= 0 && r.Watts < 1e7) || r.Boards > 1024) {
				t.Errorf("%s: %+v", scheme, r)
			}
			_ = d.Sleep(t.Context())
			_ = d.SetPower(t.Context(), 9000)
			_ = d.Admit(t.Context(), []string{"sold"})
			_, _ = slurm.Nodes(t.Context(), gpu.Config{URL: server.URL}, "")
		}
	})
}
