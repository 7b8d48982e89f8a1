package discover_test

import (
	"context"
	"fmt"
	"net"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

func TestEveryMachineOfARangeIsFoundAndNamed(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux answers on all of 127.0.0.0/8 without being told to")
	}
	firmwares := discover.Firmwares()
	var specs []miners.Spec
	for _, f := range firmwares {
		specs = append(specs, miners.Spec{Firmware: f, Model: "S21", Levels: []miners.Level{{Watts: 25}, {Watts: 3500, THs: 200}}})
	}
	o := discover.Options{RPC: "14028", V3: "14433", HTTP: "14080", Concurrency: 16, Timeout: 2 * time.Second}
	ports := map[string]string{"whatsminer3": o.V3, "braiins": o.HTTP, "antminer": o.HTTP}
	farm, err := miners.New(miners.Options{Specs: specs, Clock: clock.Wall{}, Listen: func(i int) (net.Listener, error) {
		port := ports[firmwares[i]]
		if port == "" {
			port = o.RPC
		}
		return net.Listen("tcp", fmt.Sprintf("127.88.0.%d:%s", 10+i, port))
	}})
	if err != nil {
		t.Skipf("the test's addresses are taken: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); farm.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })

	epic, err := net.Listen("tcp", "127.88.0.30:14028")
	if err != nil {
		t.Skipf("the test's addresses are taken: %v", err)
	}
	t.Cleanup(func() { epic.Close() })
	go func() {
		for {
			conn, err := epic.Accept()
			if err != nil {
				return
			}
			conn.Read(make([]byte, 1024))
			conn.Write([]byte("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"))
			conn.Close()
		}
	}()
	hosts, err := discover.Expand([]string{"127.88.0.0/27"})
	if err != nil || len(hosts) != 32 {
		t.Fatalf("%d hosts, %v", len(hosts), err)
	}
	var found []string
	if err := discover.Scan(t.Context(), hosts, o, func(f discover.Found) {
		found = append(found, f.Firmware)
		if f.Firmware != "epic" && (f.Problem != "" || f.Identity.Version == "") {
			t.Errorf("%s at %s: %s, %+v", f.Firmware, f.Address, f.Problem, f.Identity)
		}
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	if diff := cmp.Diff(slices.Sorted(slices.Values(append(firmwares, "epic"))), found); diff != "" {
		t.Error(diff)
	}
}

func TestRangesAreExpandedWithinBounds(t *testing.T) {
	for r, want := range map[string]int{"10.0.0.0/24": 256, "10.0.0.5-10.0.0.7": 3, "10.0.0.9": 1, "rig-7.farm": 1, "fd00::1-fd00::4": 4} {
		got, err := discover.Expand([]string{r})
		if err != nil || len(got) != want {
			t.Errorf("%s: %d hosts, %v; want %d", r, len(got), err, want)
		}
	}
	for r, says := range map[string]string{"10.0.0.0/8": "split the search", "10.0.0.9-10.0.0.1": "ascending", "10.0.0.0/99": "want the form", "": "empty"} {
		if _, err := discover.Expand([]string{r}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v; want %q", r, err, says)
		}
	}
}

func FuzzExpand(f *testing.F) {
	f.Add("10.0.0.0/24")
	f.Add("fd00::-fd00::ff")
	f.Fuzz(func(t *testing.T, r string) {
		if hosts, err := discover.Expand([]string{r}); err == nil && (len(hosts) == 0 || len(hosts) > 1<<16) {
			t.Fatalf("%q: %d hosts", r, len(hosts))
		}
	})
}
